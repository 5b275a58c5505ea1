//! A permit that ends by itself. Whoever holds one may be left standing: a stream is not polled while its client reads nothing,
//! and then others wait for what nobody uses.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore, oneshot},
    time::timeout,
};

use super::error::{Error, Result};

/// A permit until it is dropped, and no longer than it was given for.
#[derive(Debug)]
pub struct Lease {
    permit: Permit,
    /// That this is gone tells the task which waits for the end.
    _ended: oneshot::Sender<()>,
}

type Permit = Arc<Mutex<Option<OwnedSemaphorePermit>>>;

fn give_back(permit: &Permit) {
    permit.lock().unwrap_or_else(PoisonError::into_inner).take();
}

impl Lease {
    /// Waits for a permit, in the order of asking. A task of its own takes and ends it, so that neither the permit nor the place
    /// in the line depends on whether somebody looks after the one who asked.
    pub async fn of(permits: &Arc<Semaphore>, at_most: Duration) -> Result<Self> {
        let permits = Arc::clone(permits);
        let (given, gets) = oneshot::channel();
        tokio::spawn(async move {
            let Ok(taken) = permits.acquire_owned().await else { return };
            let permit = Permit::new(Mutex::new(Some(taken)));
            let (ended, ends) = oneshot::channel();
            if given.send(Self { permit: Arc::clone(&permit), _ended: ended }).is_ok() {
                // Dropped, or held for too long: both end it.
                let _ = timeout(at_most, ends).await;
            }
            give_back(&permit);
        });
        gets.await.map_err(|_| Error::Unavailable("stopping".to_owned()))
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        give_back(&self.permit);
    }
}

#[cfg(test)]
mod tests {
    use futures_util::poll;
    use tokio::{task::yield_now, time::Instant};

    use super::*;

    const AT_MOST: Duration = Duration::from_secs(2);

    #[tokio::test(start_paused = true)]
    async fn it_is_one_until_it_is_dropped_and_then_the_next_in_lines() {
        let permits = Arc::new(Semaphore::new(1));
        let began = Instant::now();
        let first = Lease::of(&permits, AT_MOST).await.unwrap();
        assert_eq!(permits.available_permits(), 0);
        let mut second = Box::pin(Lease::of(&permits, AT_MOST));
        assert!(poll!(&mut second).is_pending());
        drop(first);
        drop(second.await.unwrap());
        assert_eq!(permits.available_permits(), 1, "at once");
        assert_eq!(began.elapsed(), Duration::ZERO, "nobody waited for the end of a lease");
    }

    #[tokio::test(start_paused = true)]
    async fn whoever_is_left_standing_with_it_or_in_the_line_keeps_nobody_waiting() {
        let permits = Arc::new(Semaphore::new(1));
        let began = Instant::now();
        let _held = Lease::of(&permits, AT_MOST).await.unwrap();
        let mut left = Box::pin(Lease::of(&permits, AT_MOST));
        assert!(poll!(&mut left).is_pending());
        yield_now().await;
        let mut gone = Box::pin(Lease::of(&permits, AT_MOST));
        assert!(poll!(&mut gone).is_pending());
        yield_now().await;
        drop(gone);
        drop(permits.acquire().await.unwrap());
        assert_eq!(
            began.elapsed(),
            2 * AT_MOST,
            "of the one that is held, and of the one that nobody took up"
        );
    }

    #[tokio::test]
    async fn there_is_none_of_what_is_closed() {
        let permits = Arc::new(Semaphore::new(1));
        permits.close();
        assert!(matches!(Lease::of(&permits, AT_MOST).await, Err(Error::Unavailable(_))));
    }
}
