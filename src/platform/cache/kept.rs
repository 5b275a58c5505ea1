//! What may be kept, and what makes it stale.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use serde::{Serialize, de::DeserializeOwned};

/// Something that changes, and with it all that is kept of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Tag(pub &'static str);

/// A kind of thing that is kept: the same for every viewer, and no harm if it is a while old.
pub trait Kept: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// Tells its keys from those of other kinds.
    const NAME: &'static str;
    /// What makes it stale.
    const TAGS: &'static [Tag];
    /// It is never older than so many seconds.
    const SECONDS: u32;
}

/// How often each tag was forgotten here.
#[derive(Debug, Default)]
pub(super) struct Changes(Mutex<HashMap<Tag, u64>>);

impl Changes {
    pub(super) fn of(&self, tags: &[Tag]) -> u64 {
        let mut known = held(&self.0);
        tags.iter().map(|tag| *known.entry(*tag).or_default()).sum()
    }

    /// The tags of what was asked for so far.
    pub(super) fn tags(&self) -> Vec<Tag> {
        held(&self.0).keys().copied().collect()
    }

    pub(super) fn count(&self, tag: Tag) {
        *held(&self.0).entry(tag).or_default() += 1;
    }
}

/// The lock of a mutex; whoever died with it left nothing half done.
pub(super) fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
