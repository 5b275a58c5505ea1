//! Whether the database is away, so that who asks hears so at once and nobody queues for connections that do not answer.
//!
//! Who meets a fault says that they suspect it; whoever watches (`worker`) asks the database and says what is.

use std::{pin::pin, time::Duration};

use tokio::{
    sync::{Notify, watch},
    time::sleep,
};

use super::{
    database::distrust,
    error::{Error, Result},
};

/// What is known of the database.
#[derive(Debug)]
pub struct Outage {
    away: watch::Sender<bool>,
    suspected: Notify,
}

impl Default for Outage {
    fn default() -> Self {
        Self { away: watch::Sender::new(false), suspected: Notify::new() }
    }
}

impl Outage {
    /// Something failed that may be the database.
    pub fn suspect(&self) {
        self.suspected.notify_one();
    }

    /// Until somebody suspects the database.
    pub async fn suspected(&self) {
        self.suspected.notified().await;
    }

    /// What was found; whether that is news.
    pub fn found(&self, away: bool) -> bool {
        self.away.send_if_modified(|was| std::mem::replace(was, away) != away)
    }

    /// Whether the database is known to be away.
    #[must_use]
    pub fn is_away(&self) -> bool {
        *self.away.borrow()
    }

    /// What needs the database, in a time, and not while it is known to be away; or an error.
    pub async fn within<T>(&self, time: Duration, work: impl Future<Output = Result<T>>) -> Result<T> {
        let mut away = self.away.subscribe();
        if *away.borrow_and_update() {
            return Err(unavailable());
        }
        // Pinned here, so that its connections come back after they are distrusted.
        let mut work = pin!(work);
        let done = tokio::select! {
            biased;
            done = &mut work => done,
            _ = away.wait_for(|away| *away) => Err(unavailable()),
            () = sleep(time) => {
                distrust();
                Err(Error::Unavailable("no answer in time".to_owned()))
            }
        };
        if matches!(done, Err(Error::Unavailable(_))) {
            self.suspect();
        }
        done
    }
}

fn unavailable() -> Error {
    Error::Unavailable("the database is away".to_owned())
}

#[cfg(test)]
mod tests {
    use std::future::pending;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn what_does_not_answer_is_given_up_in_time_and_suspected() {
        let outage = Outage::default();
        let late = outage.within(Duration::from_secs(10), pending::<Result<()>>()).await;
        assert!(matches!(late, Err(Error::Unavailable(_))));
        outage.suspected().await;
        assert!(outage.within(Duration::from_secs(10), async { Ok(1) }).await.is_ok());
    }

    #[tokio::test(start_paused = true)]
    async fn what_waits_hears_at_once_that_the_database_is_away_and_nothing_more_is_begun() {
        let outage = Outage::default();
        let began = tokio::time::Instant::now();
        let (waited, news) =
            tokio::join!(outage.within(Duration::from_secs(10), pending::<Result<()>>()), async {
                outage.found(true)
            });
        assert!(news && !outage.found(true) && matches!(waited, Err(Error::Unavailable(_))));
        let begun = outage.within(Duration::from_secs(10), async { panic!("begun") }).await;
        assert!(matches!(begun, Result::<()>::Err(Error::Unavailable(_))));
        assert!(began.elapsed().is_zero());
        outage.found(false);
        assert!(outage.within(Duration::from_secs(10), async { Ok(()) }).await.is_ok());
    }
}
