//! SIGKILL in the middle of writes, 50 times on each database: what was acknowledged is there once, nothing is half done, and
//! what was cut off is sent again under its key and happens once. With the real binary.
//!
//! `RIDGEWAY_KILL_SEED` runs it again with the choices of a seed that was printed, and `RIDGEWAY_KILLS` more often; how far a
//! process gets until it is killed is the machine's.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use ridgeway::platform::{app::App, chance::Chance, clock::Clock, database};
use sea_orm::{ConnectionTrait, Statement};
use secrecy::SecretString;

use super::{
    books::{Before, balance, reconcile},
    node::{Node, ready},
    until,
    writes::{Writers, keys},
};
use crate::support::{SECRET, START, TestApp, port};

const KILLS: u64 = 50;
/// So many write at once.
const CLIENTS: u64 = 5;

fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|text| text.parse().expect("a number"))
}

/// Looks at the database by connections of its own, which are closed again.
async fn look<T>(url: &str, at: impl AsyncFnOnce(&App) -> T) -> T {
    let mut config = TestApp::config();
    config.database_url = Some(SecretString::from(url));
    let on = database::connect(&SecretString::from(url), 2).await.unwrap();
    let app = App::new(config, on, keys(), Clock::System, Chance::System);
    let seen = at(&app).await;
    app.database().clone().close().await.unwrap();
    seen
}

/// PostgreSQL may still be at the last word of a client that is dead: until it is alone.
async fn alone(app: &App) {
    if !database::is_postgres(app.backend()) {
        return;
    }
    let others = "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND state IS DISTINCT FROM \
                  'idle' AND backend_type = 'client backend' AND pid <> pg_backend_pid()";
    until("the killed client's statements are over", Duration::from_secs(10), async || {
        let asked = Statement::from_string(app.backend(), others);
        let row = app.database().query_one_raw(asked).await.unwrap().unwrap();
        row.try_get_by_index::<i64>(0).unwrap() == 0
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_in_the_middle_of_writes_nothing_acknowledged_is_lost_and_nothing_is_half_done() {
    let seed = setting("RIDGEWAY_KILL_SEED").unwrap_or_else(|| u64::from_be_bytes(Chance::System.bytes()));
    let kills = setting("RIDGEWAY_KILLS").unwrap_or(KILLS);
    println!("RIDGEWAY_KILL_SEED={seed}");
    let chance = Chance::seeded(seed);

    let test = TestApp::new().await;
    let writers = Writers::of(&test).await;
    let before = Before::of(&test.app).await;
    // From here on the file is the node's alone: it is what recovers it.
    test.app.database().clone().close().await.unwrap();

    let folder = tempfile::tempdir().unwrap();
    let (url, secret) = (test.url(), data_encoding::HEXLOWER.encode(&SECRET));
    let redis = std::env::var("TEST_REDIS_URL").unwrap_or_default();
    let mut settings = vec![
        ("DATABASE_URL", url.as_str()),
        ("RIDGEWAY_SECRET", secret.as_str()),
        // One person sends it all here.
        ("RIDGEWAY_REQUESTS_PER_PERSON", "100000"),
    ];
    if !redis.is_empty() {
        settings.push(("REDIS_URL", &redis));
    }
    let (mut cut, mut unheard) = (0, 0);
    for kill in 0..=kills {
        let minutes = i64::try_from(kill).unwrap() + 1;
        let now = START.parse::<DateTime<Utc>>().unwrap() + TimeDelta::minutes(minutes);
        let mut node = Node::told(folder.path(), port::free(), &["--now", &now.to_rfc3339()], &settings);
        ready(node.at).await;
        let at = node.url("");

        let open = writers.unknown();
        writers.send_again(&at).await;
        writers.repeat(&at, &chance).await;
        look(&url, async |app| assert_eq!(balance(app, &before, &writers.all()).await, 0)).await;
        println!(
            "kill {kill} of {kills}: {} acknowledged, {} were cut off and sent again",
            writers.acknowledged(),
            open.len()
        );
        if kill == kills {
            break;
        }

        let stop = Arc::new(AtomicBool::new(false));
        let clients = writers.start(CLIENTS, &at, u64::from_be_bytes(chance.bytes()), &stop);
        let [some, late, _] = chance.bytes::<3>();
        let enough = writers.acknowledged() + usize::from(some % 8);
        until("some are acknowledged", Duration::from_secs(30), async || writers.acknowledged() >= enough)
            .await;
        // The moment that is drawn: anywhere in the next write or two.
        tokio::time::sleep(Duration::from_micros(u64::from(late) * 200)).await;
        node.kill();
        stop.store(true, Ordering::SeqCst);
        clients.join_all().await;
        node.ended().await;
        cut += writers.unknown().len();
        // Every other time the node that comes is the first to open what the killed one left.
        if kill % 2 == 0 {
            unheard += look(&url, async |app| {
                alone(app).await;
                reconcile(app, &before, &writers.all()).await
            })
            .await;
        }
    }
    println!(
        "{kills} kills: {} writes, {cut} cut off; of half of those {unheard} had happened; each is there once",
        writers.all().len()
    );
    assert!(cut as u64 >= kills, "writes were cut off");
}
