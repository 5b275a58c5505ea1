//! PostgreSQL stopped, cut, slow and silent: every request hears UNAVAILABLE in time or is answered rightly, and all is well
//! again by itself soon after the server is back.

use std::time::Duration;

use chrono::TimeDelta;
use futures_util::future::join_all;
use ridgeway::{domain::people::token, platform::database, worker};
use sea_orm::ConnectionTrait;
use secrecy::SecretString;
use serde_json::json;
use tokio::task::JoinSet;

use super::until;
use crate::{
    http::{
        house::{Answer, House, MANAGER, house_of},
        transport_ws::{PROTOCOL, connect},
    },
    support::{
        TestApp,
        proxy::{Proxy, Way},
        servers,
        stopwatch::Stopwatch,
    },
};

/// A served node that reaches its database by a proxy.
struct Scene {
    house: House,
    way: Proxy,
    token: String,
    direct: String,
    right: String,
    _work: JoinSet<()>,
}

const ASKED: &str = "{ viewer { role } cases(first: 3) { totalCount nodes { reference } } }";

impl Scene {
    async fn set() -> Option<Self> {
        let (direct, redis) = servers().await?;
        let (way, by_the_way) = Proxy::to(&direct).await;
        let node = TestApp::node(&by_the_way, &redis).await;
        let work = worker::start(&node.app);
        let house = house_of(node).await;
        let token = token::issue(&house.app, MANAGER, TimeDelta::hours(1)).await.unwrap();
        let mut scene = Self { house, way, token, direct, right: String::new(), _work: work };
        let usual = scene.ask().await;
        assert!(usual.status == 200 && usual.json()["errors"].is_null(), "{}", usual.text);
        scene.right = usual.text;
        // The pool is full of connections that will break.
        scene.all_is_well().await;
        Some(scene)
    }

    async fn ask(&self) -> Answer {
        self.house.ask(&self.token, &[], &json!({ "query": ASKED })).await
    }

    async fn ask_at_once(&self, how_many: usize) -> Vec<Answer> {
        join_all((0..how_many).map(|_| self.ask())).await
    }

    fn is_right(&self, answer: &Answer) -> bool {
        answer.status == 200 && answer.text == self.right
    }

    /// The answer is the right one, or says that there is none now; never anything between.
    fn check(&self, answer: &Answer) {
        if self.is_right(answer) {
            return;
        }
        let codes = answer.json()["errors"].as_array().cloned().unwrap_or_default();
        assert!(!codes.is_empty(), "{}", answer.text);
        assert!(codes.iter().all(|error| error["extensions"]["code"] == "UNAVAILABLE"), "{}", answer.text);
        assert_eq!(answer.header("retry-after"), "5");
        if answer.status != 503 {
            // It began while the database was there: the failed fields are null.
            assert!(answer.status == 200 && answer.json()["data"].is_object(), "{}", answer.text);
        }
    }

    async fn all_is_well(&self) {
        for answer in self.ask_at_once(50).await {
            assert!(self.is_right(&answer), "{}", answer.text);
        }
    }

    /// Fifty requests in the outage and fifty after, with what is said in between.
    async fn outage(&self, name: &str, fault: Way) {
        let bearer = json!({ "Authorization": format!("Bearer {}", self.token) });
        let mut socket = connect(&self.house, &[PROTOCOL]).await.ok().unwrap();
        socket.begins(bearer).await;
        socket.follows("1").await;

        self.way.set(fault);
        let began = Stopwatch::start();
        for answer in self.ask_at_once(50).await {
            assert_ne!(answer.status, 500, "{}", answer.text);
            self.check(&answer);
        }
        let first = began.elapsed();
        assert!(first < Duration::from_secs(13), "{name}: {first:?}");
        until("it is known to be away", Duration::from_secs(5), async || self.house.app.outage().is_away())
            .await;
        let began = Stopwatch::start();
        for answer in self.ask_at_once(50).await {
            assert_eq!((answer.status, answer.code().as_str()), (503, "UNAVAILABLE"));
            self.check(&answer);
        }
        let known = began.elapsed();
        assert!(known < Duration::from_secs(1), "{name}: {known:?}");
        assert_eq!(self.house.send("GET", "/health/ready", &[], "").await.status, 503);
        assert_eq!(socket.closes().await, 1013);

        self.way.set(Way::Open);
        let healed = until("answers again", Duration::from_secs(5), async || {
            let answer = self.ask().await;
            self.check(&answer);
            self.is_right(&answer)
        })
        .await;
        println!(
            "PostgreSQL {name}: the first 50 took {first:?}, 50 more {known:?}, well again after {healed:?}"
        );
        self.all_is_well().await;
        assert_eq!(self.house.send("GET", "/health/ready", &[], "").await.status, 200);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stopped_server() {
    let Some(scene) = Scene::set().await else { return };
    scene.outage("stopped", Way::Closed).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_silent_server() {
    let Some(scene) = Scene::set().await else { return };
    scene.outage("silent", Way::Silent).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slow_server() {
    let Some(scene) = Scene::set().await else { return };
    scene.outage("slow", Way::Slow(Duration::from_secs(2))).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn connections_that_break_cost_no_wrong_answer_and_no_place_in_the_pool() {
    let Some(scene) = Scene::set().await else { return };
    let admin = database::connect(&SecretString::from(scene.direct.as_str()), 1).await.unwrap();
    let others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
    for round in 0..4 {
        let broken = async {
            if round % 2 == 0 {
                scene.way.cut();
            } else {
                admin
                    .execute_unprepared(&format!("SELECT pg_terminate_backend(pid) {others}"))
                    .await
                    .unwrap();
            }
        };
        let (answers, ()) = tokio::join!(scene.ask_at_once(50), broken);
        for answer in &answers {
            scene.check(answer);
        }
        until("answers again", Duration::from_secs(5), async || {
            let answer = scene.ask().await;
            scene.check(&answer);
            scene.is_right(&answer)
        })
        .await;
        scene.all_is_well().await;
    }
}

#[tokio::test]
async fn a_url_that_asks_for_tls_is_not_served_without() {
    let Some((url, _)) = servers().await else { return };
    let open = async |url: String| database::connect(&SecretString::from(url), 1).await.map(drop);
    assert!(open(format!("{url}?sslmode=prefer")).await.is_ok());
    for mode in ["require", "verify-ca", "verify-full"] {
        let refused = open(format!("{url}?sslmode={mode}")).await.unwrap_err().to_string();
        assert!(refused.contains("DATABASE_URL"), "{refused}");
    }
}
