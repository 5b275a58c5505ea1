//! Looks that are taken together: who asks while one is under way is answered by the next, so that a thousand who ask at once
//! cost a few statements. What is answered was always read after it was asked for.

use std::{
    collections::{HashMap, HashSet},
    hash::Hash,
    mem,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use tokio::sync::oneshot;

use super::error::{Error, Result};

/// So many keys are looked up at once; a statement has room for more.
const AT_ONCE: usize = 500;

/// Those who ask for one kind of thing; cheap to clone.
#[derive(Debug)]
pub struct Together<K, V>(Arc<Mutex<Asked<K, V>>>);

#[derive(Debug)]
struct Asked<K, V> {
    under_way: bool,
    waiting: Vec<(K, oneshot::Sender<Result<V>>)>,
}

/// Looks that go on until nobody waits. However they end, the next who asks begins others.
struct UnderWay<K, V> {
    together: Together<K, V>,
    /// Nobody waited: what is asked for since is not of these looks.
    over: bool,
}

impl<K, V> Default for Together<K, V> {
    fn default() -> Self {
        Self(Arc::new(Mutex::new(Asked { under_way: false, waiting: Vec::new() })))
    }
}

impl<K, V> Clone for Together<K, V> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<K, V> Together<K, V> {
    fn asked(&self) -> MutexGuard<'_, Asked<K, V>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<K, V> Together<K, V>
where
    K: Clone + Eq + Hash + Send + 'static,
    V: Clone + Default + Send + 'static,
{
    /// What there is of a key, and the default where there is nothing. `look` finds it for some keys, and does the same
    /// whoever brings it. An error is every asker's of that look.
    pub async fn ask<L, F>(&self, key: K, look: L) -> Result<V>
    where
        L: Fn(Vec<K>) -> F + Send + 'static,
        F: Future<Output = Result<HashMap<K, V>>> + Send + 'static,
    {
        let (answers, answered) = oneshot::channel();
        let first = {
            let mut asked = self.asked();
            asked.waiting.push((key, answers));
            !mem::replace(&mut asked.under_way, true)
        };
        if first {
            // In a task of its own: who asked may go away, and the others still wait.
            let looks = UnderWay { together: self.clone(), over: false };
            tokio::spawn(looks.look_until_nobody_waits(look));
        }
        answered.await.map_err(|_| Error::Unavailable("a look was broken off".to_owned()))?
    }
}

impl<K, V> UnderWay<K, V>
where
    K: Clone + Eq + Hash,
    V: Clone + Default,
{
    /// Those who wait; none, and it is over, where nobody does.
    fn next(&mut self) -> Option<Vec<(K, oneshot::Sender<Result<V>>)>> {
        let mut asked = self.together.asked();
        asked.waiting.retain(|(_, answers)| !answers.is_closed());
        asked.under_way = !asked.waiting.is_empty();
        self.over = !asked.under_way;
        let many = asked.waiting.len().min(AT_ONCE);
        asked.under_way.then(|| asked.waiting.drain(..many).collect())
    }

    async fn look_until_nobody_waits<F>(mut self, look: impl Fn(Vec<K>) -> F)
    where
        F: Future<Output = Result<HashMap<K, V>>>,
    {
        while let Some(waiting) = self.next() {
            let keys: HashSet<K> = waiting.iter().map(|(key, _)| key.clone()).collect();
            let found = look(keys.into_iter().collect()).await;
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

impl<K, V> Drop for UnderWay<K, V> {
    fn drop(&mut self) {
        if !self.over {
            // A look broke off: whoever waits for the next is told, and not left.
            *self.together.asked() = Asked { under_way: false, waiting: Vec::new() };
        }
    }
}

#[cfg(test)]
mod tests {
    use std::future::ready;

    use futures_util::{future::join_all, poll};
    use tokio::sync::{Semaphore, mpsc};

    use super::*;

    /// Looks that are begun and end when the test lets them.
    #[derive(Clone)]
    struct Looks {
        begun: mpsc::UnboundedSender<Vec<u32>>,
        may_end: Arc<Semaphore>,
        all: Together<u32, u32>,
    }

    impl Looks {
        fn new() -> (Self, mpsc::UnboundedReceiver<Vec<u32>>) {
            let (begun, begins) = mpsc::unbounded_channel();
            (Self { begun, may_end: Arc::new(Semaphore::new(0)), all: Together::default() }, begins)
        }

        /// Ten times each odd number; nothing of an even one; 13 cannot be looked up, and breaks off at 99.
        async fn ask(&self, key: u32) -> Result<u32> {
            let looks = self.clone();
            let look = move |mut keys: Vec<u32>| {
                let looks = looks.clone();
                async move {
                    keys.sort_unstable();
                    looks.begun.send(keys.clone()).unwrap();
                    looks.may_end.acquire().await.unwrap().forget();
                    assert!(!keys.contains(&99), "broken off");
                    if keys.contains(&13) {
                        return Err(Error::Unavailable("away".to_owned()));
                    }
                    Ok(keys.into_iter().filter(|key| key % 2 == 1).map(|key| (key, key * 10)).collect())
                }
            };
            self.all.ask(key, look).await
        }
    }

    #[tokio::test]
    async fn who_asks_while_a_look_is_under_way_is_answered_by_the_next_and_all_of_them_together() {
        let (looks, mut begins) = Looks::new();
        let mut first = Box::pin(looks.ask(1));
        assert!(poll!(&mut first).is_pending());
        assert_eq!(begins.recv().await.unwrap(), [1]);
        let mut others = Box::pin(join_all([1, 2, 3, 3, 2].map(|key| looks.ask(key))));
        assert!(poll!(&mut others).is_pending());
        looks.may_end.add_permits(1);
        assert_eq!(first.await.unwrap(), 10);
        assert_eq!(begins.recv().await.unwrap(), [1, 2, 3], "1 was asked for again, and is read again");
        looks.may_end.add_permits(1);
        let found: Vec<u32> = others.await.into_iter().map(Result::unwrap).collect();
        assert_eq!(found, [10, 0, 30, 30, 0]);
        looks.may_end.add_permits(1);
        assert_eq!(looks.ask(5).await.unwrap(), 50);
        assert_eq!(begins.recv().await.unwrap(), [5]);
    }

    #[tokio::test]
    async fn an_error_is_told_to_all_of_its_look_and_the_next_is_looked_up_again() {
        let (looks, _begins) = Looks::new();
        looks.may_end.add_permits(2);
        let told = join_all([13, 1].map(|key| looks.ask(key))).await;
        assert!(told.iter().all(|told| matches!(told, Err(Error::Unavailable(_)))));
        assert_eq!(looks.ask(1).await.unwrap(), 10);
    }

    #[tokio::test]
    async fn a_look_that_breaks_off_leaves_nobody_waiting() {
        let (looks, _begins) = Looks::new();
        looks.may_end.add_permits(2);
        assert!(matches!(looks.ask(99).await, Err(Error::Unavailable(_))));
        assert_eq!(looks.ask(1).await.unwrap(), 10);
    }

    #[tokio::test]
    async fn who_goes_away_takes_nothing_from_the_others() {
        let (looks, mut begins) = Looks::new();
        let mut first = Box::pin(looks.ask(1));
        assert!(poll!(&mut first).is_pending());
        begins.recv().await.unwrap();
        let (mut gone, mut stays) = (Box::pin(looks.ask(3)), Box::pin(looks.ask(5)));
        assert!(poll!(&mut gone).is_pending() && poll!(&mut stays).is_pending());
        drop((first, gone));
        looks.may_end.add_permits(2);
        assert_eq!(stays.await.unwrap(), 50);
        assert_eq!(begins.recv().await.unwrap(), [5], "nobody waits for 3");
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
    async fn who_asks_in_the_moment_in_which_the_last_look_ends_is_answered_too() {
        let all = Together::<u32, u32>::default();
        let asks = (0..8).map(|_| {
            let all = all.clone();
            tokio::spawn(async move {
                for key in 0..20_000 {
                    let look = |keys: Vec<u32>| ready(Ok(keys.into_iter().map(|key| (key, key)).collect()));
                    assert_eq!(all.ask(key, look).await.unwrap(), key);
                }
            })
        });
        assert!(join_all(asks).await.iter().all(Result::is_ok));
    }

    #[tokio::test]
    async fn a_crowd_is_looked_up_in_parts() {
        let (looks, mut begins) = Looks::new();
        looks.may_end.add_permits(10);
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
