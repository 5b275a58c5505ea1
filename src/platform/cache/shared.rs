//! What the nodes keep together in Redis: sealed, under keys that say nothing, and each for its time only.
//!
//! No request waits for Redis longer than `ANSWERS`; once one has, Redis is not asked until it has answered a look in that
//! time. Each tag has a stamp there, which changes when it is forgotten; what was kept under another
//! stamp is not used. A stamp or value that is lost costs a computation; one that somebody puts back is too old soon.

use std::{collections::HashMap, convert::Infallible, sync::Mutex, time::Duration};

use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;
use redis::{
    AsyncConnectionConfig, Client, ErrorKind, FromRedisValue, RedisError, RedisResult,
    aio::MultiplexedConnection,
};
use serde::{Deserialize, Serialize};
use tokio::{
    sync::{Notify, mpsc},
    time::{Instant, MissedTickBehavior, interval_at, sleep, timeout},
};

use super::kept::{Changes, Kept, Tag, held};
use crate::platform::{
    chance::Chance,
    keys::{Digest32, Keys},
};

/// Redis answers within this, or is not asked.
const ANSWERS: Duration = Duration::from_millis(25);
/// What no request waits for may take so long.
const WRITES: Duration = Duration::from_millis(500);
/// So long a connection may take with all that it begins with.
const BEGINNING: Duration = Duration::from_secs(2);
/// How often it is looked what the other nodes have forgotten.
const LOOK: Duration = Duration::from_secs(1);
/// How long to rest before trying again: doubled each time, up to the longest.
const SHORTEST_REST: Duration = Duration::from_millis(100);
const LONGEST_REST: Duration = Duration::from_secs(3);
/// A stamp outlives what was kept under the one before it.
const STAMP_SECONDS: u32 = 24 * 60 * 60;
/// What is longer stays in the process.
const LONGEST: usize = 1024 * 1024;
/// So many values wait to be sent; what comes above is not.
const WAITING: usize = 64;

/// The purpose of the keys.
const PURPOSE: &str = "cache";

/// What is sealed: a value, when it was computed, and under which stamps of its tags.
#[derive(Serialize, Deserialize)]
struct Letter {
    at: DateTime<Utc>,
    stamps: Vec<Option<Digest32>>,
    body: String,
}

/// What Redis had when it was asked, and where.
pub(super) struct Asked {
    place: String,
    stamps: Vec<Option<Digest32>>,
    /// The value, with the time at which it was computed.
    pub(super) found: Option<(DateTime<Utc>, Vec<u8>)>,
}

/// Something to be written: key, value, seconds.
type Put = (String, Vec<u8>, u32);

/// This node's end.
pub(super) struct Shared {
    keys: Keys,
    /// The connection, while Redis answers in time.
    line: Mutex<Option<MultiplexedConnection>>,
    lost: Notify,
    puts: mpsc::Sender<Put>,
    queue: Mutex<Option<mpsc::Receiver<Put>>>,
    /// The stamps as they were last seen.
    seen: Mutex<HashMap<Tag, Option<Digest32>>>,
    /// What was forgotten here and not told yet, with how often.
    untold: Mutex<HashMap<Tag, u64>>,
    told: Notify,
}

impl Shared {
    pub(super) fn new(keys: Keys) -> Self {
        let (puts, queue) = mpsc::channel(WAITING);
        Self {
            keys,
            line: Mutex::default(),
            lost: Notify::new(),
            puts,
            queue: Mutex::new(Some(queue)),
            seen: Mutex::default(),
            untold: Mutex::default(),
            told: Notify::new(),
        }
    }

    /// A key in Redis. Two partnerships have other keys, and so have two versions of the program.
    fn place(&self, of: &[&[u8]]) -> String {
        let version = env!("CARGO_PKG_VERSION").as_bytes();
        let parts = [&[version], of].concat();
        format!("ridgeway:cache:{}", HEXLOWER.encode(&self.keys.digest(PURPOSE, &parts)[..16]))
    }

    fn stamp_place(&self, tag: Tag) -> String {
        self.place(&[b"tag", tag.0.as_bytes()])
    }

    fn open(&self, place: &str, sealed: &[u8]) -> Option<Vec<u8>> {
        self.keys.open(PURPOSE, place.as_bytes(), sealed).ok()
    }

    fn seal(&self, place: &str, plain: &[u8]) -> Vec<u8> {
        self.keys.seal(PURPOSE, place.as_bytes(), plain)
    }

    /// The values at some keys, those that this partnership sealed for them.
    async fn read(
        &self,
        line: &mut MultiplexedConnection,
        places: &[String],
    ) -> RedisResult<Vec<Option<Vec<u8>>>> {
        let mut ask = redis::cmd("MGET");
        ask.arg(places);
        let sealed: Vec<Option<Vec<u8>>> = in_time(ANSWERS, ask.query_async(line)).await?;
        let both = places.iter().zip(sealed);
        Ok(both.map(|(place, sealed)| sealed.and_then(|sealed| self.open(place, &sealed))).collect())
    }

    /// What Redis has of a key; none where it is away. Waits no longer than `ANSWERS`, and once.
    pub(super) async fn ask<T: Kept>(&self, key: &[u8]) -> Option<Asked> {
        // Until it is told, Redis still has what was forgotten here.
        if T::TAGS.iter().any(|tag| held(&self.untold).contains_key(tag)) {
            return None;
        }
        let mut line = held(&self.line).clone()?;
        let place = self.place(&[T::NAME.as_bytes(), key]);
        let tags = T::TAGS.iter().map(|tag| self.stamp_place(*tag));
        let places: Vec<_> = std::iter::once(place.clone()).chain(tags).collect();
        let Ok(mut values) = self.read(&mut line, &places).await else {
            *held(&self.line) = None;
            self.lost.notify_one();
            return None;
        };
        let stamps = values.split_off(1);
        let letter = values.pop().flatten().and_then(|letter| serde_json::from_slice::<Letter>(&letter).ok());
        let found = letter.filter(|letter| letter.stamps == stamps);
        Some(Asked { place, stamps, found: found.map(|letter| (letter.at, letter.body.into_bytes())) })
    }

    /// Leaves a value that was computed after Redis was asked. Does not wait: what finds no room is lost.
    pub(super) fn keep<T: Kept>(&self, asked: Asked, at: DateTime<Utc>, body: Vec<u8>) {
        let Asked { place, stamps, .. } = asked;
        let Ok(body) = String::from_utf8(body) else { return };
        let Ok(letter) = serde_json::to_vec(&Letter { at, stamps, body }) else { return };
        if letter.len() <= LONGEST {
            let sealed = self.seal(&place, &letter);
            let _ = self.puts.try_send((place, sealed, T::SECONDS));
        }
    }

    pub(super) fn forget(&self, tag: Tag) {
        *held(&self.untold).entry(tag).or_default() += 1;
        self.told.notify_one();
    }

    /// Gives new stamps to what was forgotten here.
    async fn tell(&self, line: &mut MultiplexedConnection) -> RedisResult<()> {
        let untold: Vec<(Tag, u64)> = held(&self.untold).iter().map(|(tag, times)| (*tag, *times)).collect();
        for (tag, times) in untold {
            let place = self.stamp_place(tag);
            let sealed = self.seal(&place, &Chance::System.bytes::<16>());
            put(line, &(place, sealed, STAMP_SECONDS)).await?;
            let mut untold = held(&self.untold);
            // What was forgotten again meanwhile is told again.
            if untold.get(&tag) == Some(&times) {
                untold.remove(&tag);
            }
        }
        Ok(())
    }

    /// Looks which stamps others have changed since the last time; what is kept under those is forgotten here too.
    async fn look(&self, line: &mut MultiplexedConnection, changes: &Changes) -> RedisResult<()> {
        let tags = changes.tags();
        if tags.is_empty() {
            return in_time(ANSWERS, redis::cmd("PING").query_async(line)).await;
        }
        let places: Vec<_> = tags.iter().map(|tag| self.stamp_place(*tag)).collect();
        let stamps = self.read(line, &places).await?;
        let mut seen = held(&self.seen);
        for (tag, stamp) in tags.into_iter().zip(stamps) {
            if seen.insert(tag, stamp.clone()).is_none_or(|before| before != stamp) {
                changes.count(tag);
            }
        }
        Ok(())
    }

    /// Keeps in touch with Redis for ever; once for each cache.
    pub(super) async fn carry(&self, client: Client, changes: &Changes) {
        let Some(mut queue) = held(&self.queue).take() else { return };
        let (mut rest, mut away) = (SHORTEST_REST, false);
        loop {
            let Err(error) = self.session(&client, changes, &mut queue, (&mut rest, &mut away)).await;
            *held(&self.line) = None;
            if !std::mem::replace(&mut away, true) {
                tracing::warn!(%error, "Redis keeps nothing for this node at the moment");
            }
            sleep(rest).await;
            rest = (rest * 2).min(LONGEST_REST);
        }
    }

    /// One connection, until it fails.
    async fn session(
        &self,
        client: &Client,
        changes: &Changes,
        queue: &mut mpsc::Receiver<Put>,
        (rest, away): (&mut Duration, &mut bool),
    ) -> RedisResult<Infallible> {
        let mut line = connect(client).await?;
        self.tell(&mut line).await?;
        self.look(&mut line, changes).await?;
        *held(&self.line) = Some(line.clone());
        let mut pulse = interval_at(Instant::now() + LOOK, LOOK);
        pulse.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                () = self.lost.notified() => return Err(silent()),
                () = self.told.notified() => self.tell(&mut line).await?,
                put_this = queue.recv() => put(&mut line, &put_this.ok_or_else(silent)?).await?,
                _ = pulse.tick() => {
                    self.look(&mut line, changes).await?;
                    *rest = SHORTEST_REST;
                    *away = false;
                }
            }
        }
    }

    pub(super) async fn tell_once(&self, client: &Client) {
        if held(&self.untold).is_empty() {
            return;
        }
        let told = async { self.tell(&mut connect(client).await?).await };
        if let Err(error) = told.await {
            tracing::warn!(%error, "Redis was not told of a change: nodes see it within a minute");
        }
    }
}

async fn connect(client: &Client) -> RedisResult<MultiplexedConnection> {
    let config = AsyncConnectionConfig::new()
        .set_connection_timeout(Some(BEGINNING))
        .set_response_timeout(Some(BEGINNING));
    let begun = client.get_multiplexed_async_connection_with_config(&config);
    timeout(BEGINNING, begun).await.map_err(|_| silent())?
}

async fn put(line: &mut MultiplexedConnection, (place, value, seconds): &Put) -> RedisResult<()> {
    let mut set = redis::cmd("SET");
    set.arg(place).arg(value).arg("EX").arg(seconds);
    in_time(WRITES, set.query_async(line)).await
}

async fn in_time<T: FromRedisValue>(
    limit: Duration,
    answer: impl Future<Output = RedisResult<T>>,
) -> RedisResult<T> {
    timeout(limit, answer).await.map_err(|_| silent())?
}

fn silent() -> RedisError {
    RedisError::from((ErrorKind::Io, "no answer"))
}
