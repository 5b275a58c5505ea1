//! The clock that the application carries, so that tests and `--now` can set it.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Instant,
};

use chrono::{DateTime, Duration, SubsecRound, Utc};

/// What tells the time. Every instant has microseconds at most, the same on both databases.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// A clock that started at an instant and runs on at the usual speed.
    Running {
        /// What it showed at the start.
        from: DateTime<Utc>,
        /// When that was, by a clock that never goes back.
        since: Instant,
    },
    /// A clock that stands until it is moved.
    Standing(Arc<Mutex<DateTime<Utc>>>),
}

impl Clock {
    /// A clock that shows `from` now and runs on.
    #[must_use]
    pub fn running(from: DateTime<Utc>) -> Self {
        Self::Running { from, since: Instant::now() }
    }

    /// A clock that stands at an instant.
    #[must_use]
    pub fn standing(at: DateTime<Utc>) -> Self {
        Self::Standing(Arc::new(Mutex::new(at)))
    }

    /// The present instant, in whole microseconds.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        let now = match self {
            #[expect(clippy::disallowed_methods, reason = "the one place that asks the machine")]
            Self::System => Utc::now(),
            Self::Running { from, since } => {
                *from + Duration::from_std(since.elapsed()).unwrap_or_else(|_| Duration::zero())
            }
            Self::Standing(at) => *at.lock().unwrap_or_else(PoisonError::into_inner),
        };
        now.trunc_subsecs(6)
    }

    /// Moves a standing clock on; the others go by themselves.
    pub fn advance(&self, by: Duration) {
        if let Self::Standing(at) = self {
            *at.lock().unwrap_or_else(PoisonError::into_inner) += by;
        }
    }
}
