//! What nodes keep together in Redis: found by the others, sealed, forgotten by all, and never waited for.

use std::{sync::Arc, time::Duration};

use chrono::{DateTime, Utc};
use redis::AsyncCommands;
use ridgeway::{
    platform::{
        cache::{Cache, Kept, Tag},
        chance::Chance,
        fan_out,
        keys::Keys,
    },
    read::people::directory::ORGANISATIONS,
    worker,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use serde::{Deserialize, Serialize};
use serde_json::json;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::{limited, until};
use crate::support::{
    TestApp,
    proxy::{Proxy, Way},
    servers,
    stopwatch::Stopwatch,
};

#[derive(Serialize, Deserialize)]
struct Word(String);

const WORDS: Tag = Tag("words");

impl Kept for Word {
    const NAME: &'static str = "word of a test";
    const TAGS: &'static [Tag] = &[WORDS];
    const SECONDS: u32 = 60;
}

/// The cache of a node of a partnership.
struct Node {
    cache: Arc<Cache>,
    _carried: JoinSet<()>,
}

const NOW: DateTime<Utc> = DateTime::UNIX_EPOCH;

impl Node {
    fn of(secret: [u8; 32], redis: &str) -> Self {
        let cache = Arc::new(Cache::new(Keys::new(secret, Chance::System)));
        let client = fan_out::client(&redis.into()).unwrap();
        let (mut carried, to_carry) = (JoinSet::new(), Arc::clone(&cache));
        carried.spawn(async move { to_carry.carry(client, CancellationToken::new()).await });
        Self { cache, _carried: carried }
    }

    /// What is kept under a key, or what this node would say.
    async fn says(&self, key: &str, else_this: &str) -> String {
        let word = async { Ok(Word(else_this.to_owned())) };
        self.cache.get(key.as_bytes(), NOW, word).await.unwrap().0.clone()
    }
}

/// A secret that no other test has.
fn secret() -> [u8; 32] {
    Chance::System.bytes()
}

const SECONDS: Duration = Duration::from_secs(5);
/// Nodes look once a second for what was forgotten; by itself a word would be gone after `Word::SECONDS`.
const SOON: Duration = Duration::from_secs(15);

/// A word that one node has left and another finds: under some key, since neither is in touch with Redis from the start.
async fn left_and_found(one: &Node, other: &Node) -> String {
    let mut number = 0;
    let key = |number: u32| format!("key {number}");
    until("one finds what the other left", SECONDS, async || {
        number += 1;
        one.says(&key(number), "marrow").await;
        // The one before has been on its way for a while.
        other.says(&key(number - 1), "other").await == "marrow"
    })
    .await;
    key(number - 1)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_one_node_computed_the_others_of_the_partnership_find_sealed_until_one_forgets_it() {
    let Some((_, redis)) = servers().await else { return };
    let secret = secret();
    let (one, other, stranger) =
        (Node::of(secret, &redis), Node::of(secret, &redis), Node::of([8; 32], &redis));
    let key = left_and_found(&one, &other).await;
    assert_eq!(stranger.says(&key, "stranger").await, "stranger");

    let client = fan_out::client(&redis.as_str().into()).unwrap();
    let mut line = client.get_multiplexed_async_connection().await.unwrap();
    let kept: Vec<String> = line.keys("*").await.unwrap();
    assert!(kept.len() >= 2, "a word, and the stamp of its tag");
    for place in kept {
        assert!(place.starts_with("ridgeway:cache:"), "{place}");
        assert!(["marrow", "word", "key"].iter().all(|word| !place.contains(word)), "{place}");
        let lasts: i64 = line.ttl(&place).await.unwrap();
        // Another test's may be gone by now.
        let Some(value) = line.get::<_, Option<Vec<u8>>>(&place).await.unwrap() else { continue };
        // Rounded: 0 for the last half second.
        assert_ne!(lasts, -1, "it goes by itself");
        assert!(!value.windows(6).any(|some| some == b"marrow"), "{place}");
    }

    one.cache.forget(WORDS);
    assert_eq!(one.says(&key, "new").await, "new", "at once where it was forgotten");
    until("elsewhere soon", SOON, async || other.says(&key, "new").await == "new").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_rights_that_a_node_needs_at_redis_are_enough_to_keep_and_to_forget() {
    let Some((_, redis)) = servers().await else { return };
    let (secret, by_rights) = (secret(), limited(&redis).await);
    let (one, other) = (Node::of(secret, &by_rights), Node::of(secret, &by_rights));
    let key = left_and_found(&one, &other).await;
    one.cache.forget(WORDS);
    until("elsewhere soon", SOON, async || other.says(&key, "new").await == "new").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_waits_for_a_redis_that_is_stopped_slow_or_silent_and_it_is_used_again() {
    let Some((_, redis)) = servers().await else { return };
    let secret = secret();
    let (way, by_the_way) = Proxy::to(&redis).await;
    let (one, other) = (Node::of(secret, &by_the_way), Node::of(secret, &redis));
    left_and_found(&one, &other).await;
    for fault in [Way::Closed, Way::Slow(Duration::from_secs(2)), Way::Silent] {
        way.set(fault);
        let began = Stopwatch::start();
        for number in 0..100 {
            assert_eq!(one.says(&format!("{fault:?} {number}"), "computed").await, "computed");
        }
        let took = began.elapsed();
        // One may have waited for 25 milliseconds.
        assert!(took < Duration::from_millis(300), "{fault:?}: {took:?}");
        // What is forgotten meanwhile is told when it is back.
        assert_eq!(other.says("old", "old").await, "old");
        one.cache.forget(WORDS);
        way.set(Way::Open);
        until("told", Duration::from_secs(8), async || other.says("old", "new").await == "new").await;
        left_and_found(&one, &other).await;
        other.cache.forget(WORDS);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_organisation_that_is_renamed_has_its_new_name_on_every_node_soon() {
    let Some((database, redis)) = servers().await else { return };
    let secret = crate::support::SECRET;
    let here = TestApp::node_under(secret, &database, &redis).await;
    let there = TestApp::node_under(secret, &database, &redis).await;
    let (_work_here, _work_there) = (worker::start(&here.app), worker::start(&there.app));
    let (one, other) = (here.manager().await, there.manager().await);
    let read = "{ viewer { membership { organisation { id name } } } }";
    let name = async |actor: &crate::support::Actor<'_>| {
        let seen = actor.get(read, json!({})).await;
        seen["viewer"]["membership"]["organisation"]["name"].as_str().unwrap().to_owned()
    };
    let before = name(&one).await;
    assert_eq!(name(&other).await, before);
    let organisation = one.viewer().await.organisation;
    let row = ridgeway::entity::people::organisation::Entity::find_by_id(organisation);
    let mut row = row.one(here.app.database()).await.unwrap().unwrap().into_active_model();
    row.name = Set("Renamed".to_owned());
    row.update(here.app.database()).await.unwrap();
    here.app.cache().forget(ORGANISATIONS);
    assert_eq!(name(&one).await, "Renamed");
    until("elsewhere", SOON, async || name(&other).await == "Renamed").await;
}
