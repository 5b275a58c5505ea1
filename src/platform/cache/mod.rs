//! A cache of what may be lost and may be stale: in this process, and in Redis where there is one. Never a right, and nothing
//! that differs from one viewer to the next.
//!
//! What is kept has a kind (`Kept`) that says what makes it stale and how old it may be at most. Whoever changes something
//! calls `forget` with its tag: this node forgets at once, the others within a second (`shared`), and where they cannot hear of
//! it, when the time of the kind is over. Many who ask at once for what is not there wait for one of them to compute it.

mod kept;
mod shared;
#[cfg(test)]
mod tests;

use std::{any::Any, sync::Arc, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use moka::future::Cache as Local;
use redis::Client;
use tokio_util::sync::CancellationToken;

use super::{
    error::{Error, Result},
    keys::Keys,
    waits::outside,
};
use kept::Changes;
use shared::Shared;

pub use kept::{Kept, Tag};

/// What this process keeps at most, in bytes as they would be sent.
const MOST: u64 = 16 * 1024 * 1024;
/// What nobody has asked for in so long leaves the process, whatever its kind says.
const IDLE: Duration = Duration::from_hours(1);

/// How long a kind is kept.
fn limit<T: Kept>() -> TimeDelta {
    TimeDelta::seconds(T::SECONDS.into())
}

/// A clock of another node may go a little before ours.
fn is_fresh<T: Kept>(at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    (now - at).abs() < limit::<T>()
}

/// Kind, key, and how often its tags were forgotten: what was begun before is never found after.
type Place = (&'static str, Vec<u8>, u64);

#[derive(Clone)]
struct Entry {
    value: Arc<dyn Any + Send + Sync>,
    at: DateTime<Utc>,
    bytes: u32,
}

/// The cache of one node.
pub struct Cache {
    local: Local<Place, Entry>,
    changes: Changes,
    shared: Shared,
}

impl std::fmt::Debug for Cache {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Cache")
    }
}

impl Cache {
    /// An empty cache, of this process alone until it is carried.
    #[must_use]
    pub fn new(keys: Keys) -> Self {
        let local = Local::builder()
            .weigher(|_: &Place, entry: &Entry| entry.bytes)
            .max_capacity(MOST)
            .time_to_idle(IDLE);
        Self { local: local.build(), changes: Changes::default(), shared: Shared::new(keys) }
    }

    /// What is kept under a key; computed where it is not there, or is too old. An error is not kept, and is shared by those
    /// who waited for it.
    pub async fn get<T: Kept>(
        &self,
        key: &[u8],
        now: DateTime<Utc>,
        compute: impl Future<Output = Result<T>>,
    ) -> Result<Arc<T>, Arc<Error>> {
        outside(Box::pin(self.kept(key, now, compute))).await
    }

    async fn kept<T: Kept>(
        &self,
        key: &[u8],
        now: DateTime<Utc>,
        compute: impl Future<Output = Result<T>>,
    ) -> Result<Arc<T>, Arc<Error>> {
        let place = (T::NAME, key.to_vec(), self.changes.of(T::TAGS));
        if self.local.get(&place).await.is_some_and(|entry| !is_fresh::<T>(entry.at, now)) {
            self.local.invalidate(&place).await;
        }
        let entry = self.local.try_get_with(place, self.find(key, now, compute)).await?;
        let other = || Arc::new(Error::Internal(format!("two kinds are kept as {}", T::NAME)));
        entry.value.downcast().map_err(|_| other())
    }

    /// From Redis, or computed and left there for the other nodes.
    async fn find<T: Kept>(
        &self,
        key: &[u8],
        now: DateTime<Utc>,
        compute: impl Future<Output = Result<T>>,
    ) -> Result<Entry> {
        let asked = self.shared.ask::<T>(key).await;
        if let Some((at, body)) = asked.as_ref().and_then(|asked| asked.found.as_ref())
            && is_fresh::<T>(*at, now)
            // Another version of the program may have left another shape.
            && let Ok(value) = serde_json::from_slice::<T>(body)
        {
            return Ok(Entry { value: Arc::new(value), at: *at, bytes: length(body) });
        }
        let value = compute.await?;
        let body = serde_json::to_vec(&value).map_err(Error::internal)?;
        let bytes = length(&body);
        if let Some(asked) = asked {
            self.shared.keep::<T>(asked, now, body);
        }
        Ok(Entry { value: Arc::new(value), at: now, bytes })
    }

    /// Something has changed, and is committed: nothing that was kept of it is found here any more. The other nodes are told;
    /// nobody waits for that.
    pub fn forget(&self, tag: Tag) {
        self.changes.count(tag);
        self.shared.forget(tag);
    }

    /// Another node has told that something changed: nothing that was kept of it is found here any more.
    pub fn heard(&self, tag: Tag) {
        self.changes.count(tag);
    }

    /// Keeps in touch with Redis until the application stops. Heals by itself.
    pub async fn carry(&self, client: Client, stop: CancellationToken) {
        tokio::select! {
            () = stop.cancelled() => {}
            () = self.shared.carry(client, &self.changes) => {}
        }
    }

    /// Tells the other nodes what was forgotten here, by a process that ends after it. Where Redis does not answer soon, they
    /// find out when the time of what they keep is over.
    pub async fn tell(&self, client: &Client) {
        self.shared.tell_once(client).await;
    }
}

fn length(body: &[u8]) -> u32 {
    u32::try_from(body.len()).unwrap_or(u32::MAX)
}
