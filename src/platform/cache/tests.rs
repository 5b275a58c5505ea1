//! What is kept, for how long, and when it is forgotten: in one process.

use std::sync::atomic::{AtomicU32, Ordering};

use futures_util::future::join_all;
use serde::{Deserialize, Serialize};
use tokio::sync::oneshot;

use super::*;
use crate::platform::chance::Chance;

#[derive(Serialize, Deserialize)]
struct Number(u32);

const NUMBERS: Tag = Tag("numbers");

impl Kept for Number {
    const NAME: &'static str = "number";
    const TAGS: &'static [Tag] = &[NUMBERS];
    const SECONDS: u32 = 60;
}

const NOW: DateTime<Utc> = DateTime::UNIX_EPOCH;

fn cache() -> Cache {
    Cache::new(Keys::new([7; 32], Chance::System))
}

async fn get(cache: &Cache, now: DateTime<Utc>, computed: u32) -> u32 {
    cache.get(b"key", now, async { Ok(Number(computed)) }).await.unwrap().0
}

#[tokio::test]
async fn a_hundred_who_ask_at_once_wait_for_one_computation() {
    let (cache, computed) = (cache(), AtomicU32::new(0));
    let ask = || {
        cache.get(b"key", NOW, async {
            tokio::task::yield_now().await;
            Ok(Number(computed.fetch_add(1, Ordering::SeqCst)))
        })
    };
    let answers = join_all((0..100).map(|_| ask())).await;
    assert!(answers.into_iter().all(|answer| answer.unwrap().0 == 0));
    assert_eq!(computed.load(Ordering::SeqCst), 1);
    let other = cache.get(b"another key", NOW, async { Ok(Number(5)) });
    assert_eq!(other.await.unwrap().0, 5);
}

#[tokio::test]
async fn who_goes_away_while_computing_leaves_it_to_the_next_who_waits() {
    let cache = cache();
    {
        let never = cache.get::<Number>(b"key", NOW, std::future::pending());
        assert!(futures_util::FutureExt::now_or_never(never).is_none());
    }
    assert_eq!(get(&cache, NOW, 1).await, 1);
}

#[tokio::test]
async fn an_error_is_not_kept() {
    let cache = cache();
    let failed = cache.get::<Number>(b"key", NOW, async { Err(Error::Unavailable("away".to_owned())) }).await;
    assert!(matches!(failed.map_err(|error| error.again()), Err(Error::Unavailable(_))));
    assert_eq!(get(&cache, NOW, 1).await, 1);
}

#[tokio::test]
async fn what_is_too_old_is_computed_again() {
    let cache = cache();
    assert_eq!(get(&cache, NOW, 1).await, 1);
    assert_eq!(get(&cache, NOW + TimeDelta::seconds(59), 2).await, 1);
    assert_eq!(get(&cache, NOW + TimeDelta::seconds(60), 3).await, 3);
    assert_eq!(get(&cache, NOW + TimeDelta::seconds(61), 4).await, 3);
}

#[tokio::test]
async fn what_was_forgotten_is_never_found_again_even_if_its_computation_began_before() {
    let cache = cache();
    assert_eq!(get(&cache, NOW, 1).await, 1);
    cache.forget(Tag("something else"));
    assert_eq!(get(&cache, NOW, 2).await, 1);
    cache.forget(NUMBERS);
    let (finish, finished) = oneshot::channel();
    let early = cache.get(b"key", NOW, async { Ok(Number(finished.await.unwrap())) });
    let meanwhile = async {
        cache.forget(NUMBERS);
        assert_eq!(get(&cache, NOW, 3).await, 3, "does not wait for what began before");
        finish.send(2).unwrap();
    };
    let (early, ()) = tokio::join!(early, meanwhile);
    assert_eq!(early.unwrap().0, 2, "who asked before the change may see what was before");
    assert_eq!(get(&cache, NOW, 4).await, 3);
}
