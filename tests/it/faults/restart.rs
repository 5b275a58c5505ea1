//! PostgreSQL stopped and started again under load, and gone in the middle of mutations: UNAVAILABLE in time, never a wrong
//! answer; what was acknowledged is there once, and what was not is sent again under its key and happens once.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use chrono::TimeDelta;
use ridgeway::{
    domain::people::token,
    platform::{chance::Chance, database},
    worker,
};
use sea_orm::{ConnectionTrait, Statement};
use secrecy::SecretString;
use serde_json::json;
use tokio::task::JoinSet;

use super::{
    books::{Before, balance},
    until,
    writes::Writers,
};
use crate::{
    http::house::{House, MANAGER, house_of},
    support::{
        TestApp,
        proxy::{Proxy, Way},
        server::{Server, Stop},
        servers,
        stopwatch::Stopwatch,
    },
};

/// A served node, and those who write there.
struct Scene {
    house: House,
    writers: Writers,
    before: Before,
    token: String,
    _work: JoinSet<()>,
}

/// What is there to read, whatever is written meanwhile.
const ASKED: &str = "{ viewer { role } areas { name } }";

impl Scene {
    async fn set(database: &str, redis: &str) -> Self {
        // The time of a test stands still, so an allowance is not filled up again: this one is never used up.
        let node = TestApp::node_with(database, redis, &["--requests-per-person", "100000"]).await;
        let writers = Writers::of(&node).await;
        let before = Before::of(&node.app).await;
        // What is written from now on is told from what was there by its time.
        node.app.clock().advance(TimeDelta::minutes(1));
        let work = worker::start(&node.app);
        let house = house_of(node).await;
        let token = token::issue(&house.app, MANAGER, TimeDelta::hours(1)).await.unwrap();
        Self { house, writers, before, token, _work: work }
    }

    /// The status of an answer, which is the right one or says that there is none now, at once where that is known.
    async fn ask(&self) -> u16 {
        let answer = self.house.ask(&self.token, &[], &json!({ "query": ASKED })).await;
        if answer.status == 503 {
            assert_eq!((answer.code().as_str(), answer.header("retry-after")), ("UNAVAILABLE", "5"));
        }
        if answer.status == 200 && answer.json()["errors"].is_null() {
            assert_eq!(answer.json()["data"]["viewer"]["role"], "TEAM_MANAGER");
            return 200;
        }
        let errors = answer.json()["errors"].as_array().cloned().unwrap_or_default();
        assert!(!errors.is_empty(), "{}", answer.text);
        assert!(errors.iter().all(|error| error["extensions"]["code"] == "UNAVAILABLE"), "{}", answer.text);
        503
    }

    /// All is well again: what was not acknowledged is sent again, and everything is there once.
    async fn account(&self) {
        self.writers.send_again(&self.house.url).await;
        balance(&self.house.app, &self.before, &self.writers.all()).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_restarted_under_load_loses_nothing_and_answers_again_within_five_seconds() {
    let Some((copied, redis)) = servers().await else { return };
    let mut server = Server::with_copy_of(&copied);
    let scene = Scene::set(&server.url(), &redis).await;
    let on = database::connect(&SecretString::from(server.url()), 1).await.unwrap();
    let shown = Statement::from_string(on.get_database_backend(), "SHOW synchronous_commit");
    let shown = on.query_one_raw(shown).await.unwrap().unwrap();
    assert_eq!(shown.try_get_by_index::<String>(0).unwrap(), "on", "we do not ask for less than it gives");
    on.close().await.unwrap();

    for how in [Stop::Fast, Stop::Immediate, Stop::Fast, Stop::Immediate] {
        let stop = Arc::new(AtomicBool::new(false));
        let seed = u64::from_be_bytes(Chance::System.bytes());
        let clients = scene.writers.start(6, &scene.house.url, seed, &stop);
        let enough = scene.writers.acknowledged() + 10;
        until("load", Duration::from_secs(30), async || scene.writers.acknowledged() >= enough).await;
        server.stop(how).await;
        let known = until("it is known to be away", Duration::from_secs(2), async || {
            scene.house.app.outage().is_away()
        })
        .await;
        let began = Stopwatch::start();
        for _ in 0..20 {
            assert_eq!(scene.ask().await, 503);
        }
        let at_once = began.elapsed() / 20;
        assert!(at_once < Duration::from_millis(200), "{at_once:?}");

        server.start();
        until("the server is back", Duration::from_mins(1), async || server.is_back()).await;
        let healed = until("answers again", Duration::from_secs(5), async || scene.ask().await == 200).await;
        let enough = scene.writers.acknowledged() + 10;
        until("load again", Duration::from_secs(30), async || scene.writers.acknowledged() >= enough).await;
        stop.store(true, Ordering::SeqCst);
        clients.join_all().await;
        scene.account().await;
        println!(
            "PostgreSQL restarted ({how:?}): known to be away after {known:?}, then told in {at_once:?}; well again {healed:?} \
             after it was back; {} writes acknowledged, sent again {} times, each there once",
            scene.writers.acknowledged(),
            scene.writers.repeated()
        );
    }
}

/// Ten writes are on their way when the database falls silent, or is gone.
async fn in_the_middle(fault: Way) {
    let Some((direct, redis)) = servers().await else { return };
    let (way, by_the_way) = Proxy::to(&direct).await;
    let scene = Scene::set(&by_the_way, &redis).await;
    for round in 0..3 {
        let stop = Arc::new(AtomicBool::new(false));
        let clients = scene.writers.start(10, &scene.house.url, round, &stop);
        let enough = scene.writers.acknowledged() + 10;
        until("load", Duration::from_secs(30), async || scene.writers.acknowledged() >= enough).await;
        stop.store(true, Ordering::SeqCst);
        way.set(fault);
        let began = Stopwatch::start();
        clients.join_all().await;
        let answered = began.elapsed();
        // A mutation has ten seconds, and ten more until the database has confirmed its end.
        assert!(answered < Duration::from_secs(21), "{fault:?}: {answered:?}");
        let unknown = scene.writers.unknown().len();
        way.set(Way::Open);
        let healed = until("answers again", Duration::from_secs(5), async || scene.ask().await == 200).await;
        let began = Stopwatch::start();
        scene.account().await;
        println!(
            "PostgreSQL {fault:?} in the middle: all answered within {answered:?}, {unknown} not done or unheard; well again \
             after {healed:?}, and all done once after {:?}",
            began.elapsed()
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mutation_on_a_database_that_falls_silent_happens_once_or_not_at_all() {
    in_the_middle(Way::Silent).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mutation_on_a_database_that_is_cut_off_happens_once_or_not_at_all() {
    in_the_middle(Way::Closed).await;
}
