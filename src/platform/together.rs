//! Looks that are taken together: who asks while one is under way is answered by the next, so that a thousand who ask at once
//! cost a few statements. What is answered was always read after it was asked for.

use std::{
    collections::{HashMap, HashSet},
    fmt,
    future::ready,
    hash::Hash,
    mem,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::{
    sync::{OwnedSemaphorePermit, oneshot},
    task::yield_now,
};

use super::error::{Error, Result};

/// A look at the database takes no longer once it is its turn; who asks after one that got no answer is not kept waiting by it.
pub const LOOK: Duration = Duration::from_secs(3);

/// How one kind of thing is looked up.
pub trait Look: Send + Sync + 'static {
    /// What is asked for.
    type Key: Clone + Eq + Hash + Send;
    /// What there is of it; the default where there is nothing.
    type Found: Clone + Default + Send;

    /// So many keys are looked up at once: a statement has room for more.
    const AT_ONCE: usize = 500;

    /// Waits for the turn that a look needs, if it needs one: who asks until then is answered by that look.
    fn turn(&self) -> impl Future<Output = Result<Option<OwnedSemaphorePermit>>> + Send {
        ready(Ok(None))
    }

    /// Looks some keys up.
    fn find(
        &self,
        keys: Vec<Self::Key>,
    ) -> impl Future<Output = Result<HashMap<Self::Key, Self::Found>>> + Send;
}

/// Those who ask for one kind of thing; cheap to clone.
pub struct Together<L: Look>(Arc<Inner<L>>);

struct Inner<L: Look> {
    look: L,
    asked: Mutex<Asked<L>>,
}

struct Asked<L: Look> {
    under_way: bool,
    waiting: Vec<Waiting<L>>,
}

type Waiting<L> = (<L as Look>::Key, oneshot::Sender<Result<<L as Look>::Found>>);

/// Looks that go on until nobody waits. However they end, the next who asks begins others.
struct UnderWay<L: Look> {
    together: Together<L>,
    /// Nobody waited: what is asked for since is not of these looks.
    over: bool,
}

impl<L: Look> fmt::Debug for Together<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Together").finish_non_exhaustive()
    }
}

impl<L: Look> Clone for Together<L> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<L: Look> Together<L> {
    /// Nobody asks yet.
    pub fn new(look: L) -> Self {
        Self(Arc::new(Inner { look, asked: Mutex::new(Asked { under_way: false, waiting: Vec::new() }) }))
    }

    fn asked(&self) -> MutexGuard<'_, Asked<L>> {
        self.0.asked.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What there is of a key. An error is every asker's of that look.
    pub async fn ask(&self, key: L::Key) -> Result<L::Found> {
        let (answers, answered) = oneshot::channel();
        let first = {
            let mut asked = self.asked();
            asked.waiting.push((key, answers));
            !mem::replace(&mut asked.under_way, true)
        };
        if first {
            // In a task of its own: who asked may go away, and the others still wait.
            let looks = UnderWay { together: self.clone(), over: false };
            tokio::spawn(looks.look_until_nobody_waits());
        }
        answered.await.map_err(|_| Error::Unavailable("a look was broken off".to_owned()))?
    }
}

impl<L: Look> UnderWay<L> {
    /// Whether anybody waits; it is over where nobody does.
    fn anybody(&mut self) -> bool {
        let mut asked = self.together.asked();
        asked.waiting.retain(|(_, answers)| !answers.is_closed());
        asked.under_way = !asked.waiting.is_empty();
        self.over = !asked.under_way;
        asked.under_way
    }

    /// Those who are answered by the next look; none where all have gone.
    fn next(&self) -> Vec<Waiting<L>> {
        let mut asked = self.together.asked();
        asked.waiting.retain(|(_, answers)| !answers.is_closed());
        let many = asked.waiting.len().min(L::AT_ONCE);
        asked.waiting.drain(..many).collect()
    }

    async fn look_until_nobody_waits(mut self) {
        let look = &Arc::clone(&self.together.0).look;
        while self.anybody() {
            // Whoever became ready in the same moment asks with them.
            yield_now().await;
            let turn = look.turn().await;
            let waiting = self.next();
            if waiting.is_empty() {
                continue;
            }
            let found = match turn {
                Ok(_turn) => {
                    let keys: HashSet<L::Key> = waiting.iter().map(|(key, _)| key.clone()).collect();
                    look.find(keys.into_iter().collect()).await
                }
                Err(error) => Err(error),
            };
            for (key, answers) in waiting {
                let answer = match &found {
                    Ok(found) => Ok(found.get(&key).cloned().unwrap_or_default()),
                    Err(error) => Err(error.again()),
                };
                // Who has gone away since misses nothing.
                let _ = answers.send(answer);
            }
        }
    }
}

impl<L: Look> Drop for UnderWay<L> {
    fn drop(&mut self) {
        if !self.over {
            // A look broke off: whoever waits for the next is told, and not left.
            *self.together.asked() = Asked { under_way: false, waiting: Vec::new() };
        }
    }
}

#[cfg(test)]
mod tests {
    use futures_util::{future::join_all, poll};
    use tokio::sync::{Semaphore, mpsc};

    use super::*;

    /// Looks that are begun and end when the test lets them.
    struct Looks {
        turns: Arc<Semaphore>,
        begun: mpsc::UnboundedSender<Vec<u32>>,
        may_end: Arc<Semaphore>,
    }

    impl Look for Looks {
        type Key = u32;
        type Found = u32;

        async fn turn(&self) -> Result<Option<OwnedSemaphorePermit>> {
            let turn = Arc::clone(&self.turns).acquire_owned().await;
            turn.map(Some).map_err(|_| Error::Unavailable("no turns".to_owned()))
        }

        /// Ten times each odd number; nothing of an even one; 13 cannot be looked up, and breaks off at 99.
        async fn find(&self, mut keys: Vec<u32>) -> Result<HashMap<u32, u32>> {
            keys.sort_unstable();
            self.begun.send(keys.clone()).unwrap();
            self.may_end.acquire().await.unwrap().forget();
            assert!(!keys.contains(&99), "broken off");
            if keys.contains(&13) {
                return Err(Error::Unavailable("away".to_owned()));
            }
            Ok(keys.into_iter().filter(|key| key % 2 == 1).map(|key| (key, key * 10)).collect())
        }
    }

    /// Looks, which look has begun, how many may end, and one turn.
    fn looks() -> (Together<Looks>, mpsc::UnboundedReceiver<Vec<u32>>, Arc<Semaphore>, Arc<Semaphore>) {
        let (begun, begins) = mpsc::unbounded_channel();
        let (may_end, turns) = (Arc::new(Semaphore::new(0)), Arc::new(Semaphore::new(1)));
        let looks = Looks { turns: Arc::clone(&turns), begun, may_end: Arc::clone(&may_end) };
        (Together::new(looks), begins, may_end, turns)
    }

    #[tokio::test]
    async fn who_asks_while_a_look_is_under_way_is_answered_by_the_next_and_all_of_them_together() {
        let (looks, mut begins, may_end, _) = looks();
        let mut first = Box::pin(looks.ask(1));
        assert!(poll!(&mut first).is_pending());
        assert_eq!(begins.recv().await.unwrap(), [1]);
        let mut others = Box::pin(join_all([1, 2, 3, 3, 2].map(|key| looks.ask(key))));
        assert!(poll!(&mut others).is_pending());
        may_end.add_permits(1);
        assert_eq!(first.await.unwrap(), 10);
        assert_eq!(begins.recv().await.unwrap(), [1, 2, 3], "1 was asked for again, and is read again");
        may_end.add_permits(1);
        let found: Vec<u32> = others.await.into_iter().map(Result::unwrap).collect();
        assert_eq!(found, [10, 0, 30, 30, 0]);
        may_end.add_permits(1);
        assert_eq!(looks.ask(5).await.unwrap(), 50);
        assert_eq!(begins.recv().await.unwrap(), [5]);
    }

    #[tokio::test]
    async fn who_asks_before_it_is_a_looks_turn_is_answered_by_it() {
        let (looks, mut begins, may_end, turns) = looks();
        may_end.add_permits(10);
        let before = Arc::clone(&turns).acquire_owned().await.unwrap();
        let mut first = Box::pin(looks.ask(1));
        for _ in 0..10 {
            assert!(poll!(&mut first).is_pending());
            yield_now().await;
        }
        let mut second = Box::pin(looks.ask(3));
        assert!(poll!(&mut second).is_pending());
        drop(before);
        assert_eq!((first.await.unwrap(), second.await.unwrap()), (10, 30));
        assert_eq!(begins.recv().await.unwrap(), [1, 3]);
        drop(turns.acquire().await.unwrap());
        turns.close();
        assert!(matches!(looks.ask(1).await, Err(Error::Unavailable(_))));
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 1)]
    async fn who_asks_in_the_same_moment_is_looked_up_with_the_first() {
        let (looks, mut begins, may_end, _) = looks();
        may_end.add_permits(10);
        // From within a task, as streams ask: what it spawns would run before what is ready already.
        let asks = async move {
            let asks = [1, 3, 5].map(|key| {
                let looks = looks.clone();
                tokio::spawn(async move { looks.ask(key).await.unwrap() })
            });
            join_all(asks).await.into_iter().map(std::result::Result::unwrap).collect::<Vec<u32>>()
        };
        assert_eq!(tokio::spawn(asks).await.unwrap(), [10, 30, 50]);
        let mut first = begins.recv().await.unwrap();
        first.sort_unstable();
        assert_eq!(first, [1, 3, 5]);
    }

    #[tokio::test]
    async fn an_error_is_told_to_all_of_its_look_and_the_next_is_looked_up_again() {
        let (looks, _begins, may_end, _) = looks();
        may_end.add_permits(2);
        let told = join_all([13, 1].map(|key| looks.ask(key))).await;
        assert!(told.iter().all(|told| matches!(told, Err(Error::Unavailable(_)))));
        assert_eq!(looks.ask(1).await.unwrap(), 10);
    }

    #[tokio::test]
    async fn a_look_that_breaks_off_leaves_nobody_waiting() {
        let (looks, _begins, may_end, _) = looks();
        may_end.add_permits(2);
        assert!(matches!(looks.ask(99).await, Err(Error::Unavailable(_))));
        assert_eq!(looks.ask(1).await.unwrap(), 10);
    }

    #[tokio::test]
    async fn who_goes_away_takes_nothing_from_the_others() {
        let (looks, mut begins, may_end, _) = looks();
        let mut first = Box::pin(looks.ask(1));
        assert!(poll!(&mut first).is_pending());
        begins.recv().await.unwrap();
        let (mut gone, mut stays) = (Box::pin(looks.ask(3)), Box::pin(looks.ask(5)));
        assert!(poll!(&mut gone).is_pending() && poll!(&mut stays).is_pending());
        drop((first, gone));
        may_end.add_permits(2);
        assert_eq!(stays.await.unwrap(), 50);
        assert_eq!(begins.recv().await.unwrap(), [5], "nobody waits for 3");
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
    async fn who_asks_in_the_moment_in_which_the_last_look_ends_is_answered_too() {
        struct AtOnce;
        impl Look for AtOnce {
            type Key = u32;
            type Found = u32;
            async fn find(&self, keys: Vec<u32>) -> Result<HashMap<u32, u32>> {
                Ok(keys.into_iter().map(|key| (key, key)).collect())
            }
        }
        let all = Together::new(AtOnce);
        let asks = (0..8).map(|_| {
            let all = all.clone();
            tokio::spawn(async move {
                for key in 0..20_000 {
                    assert_eq!(all.ask(key).await.unwrap(), key);
                }
            })
        });
        assert!(join_all(asks).await.iter().all(Result::is_ok));
    }

    #[tokio::test]
    async fn a_crowd_is_looked_up_in_parts() {
        let (looks, mut begins, may_end, _) = looks();
        may_end.add_permits(10);
        let found = join_all((1_000..2_200).map(|key| looks.ask(key))).await;
        assert!(found.into_iter().zip(1_000..).all(|(found, key)| found.unwrap() == key % 2 * key * 10));
        drop(looks);
        let mut parts = Vec::new();
        while let Some(keys) = begins.recv().await {
            parts.push(keys.len());
        }
        assert_eq!(parts, [500, 500, 200]);
    }
}
