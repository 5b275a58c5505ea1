//! Where batched reads run: in the task of the answer that waits for them, wave by wave. A wave begins when the answer can go no
//! further, nothing else is waited for and the wave before is over. So what is read together, and the number of statements, is
//! told by the question alone, whichever statement answers first; and nobody waits for a clock.

use std::{
    future::poll_fn,
    pin::pin,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll, Wake, Waker},
    time::Duration,
};

use async_graphql::runtime::Timer;
use futures_util::{
    FutureExt, StreamExt,
    future::BoxFuture,
    stream::FuturesUnordered,
    task::{AtomicWaker, FutureObj, Spawn, SpawnError},
};

use crate::platform::waits::Waits;

/// Takes the batches that an answer begins, until they run.
#[derive(Clone, Debug, Default)]
pub struct Batches(Arc<Mutex<Vec<FutureObj<'static, ()>>>>);

impl Spawn for Batches {
    fn spawn_obj(&self, batch: FutureObj<'static, ()>) -> Result<(), SpawnError> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(batch);
        Ok(())
    }
}

/// No time passes before a batch is read: it runs late enough by itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct AtOnce;

impl Timer for AtOnce {
    fn delay(&self, _: Duration) -> BoxFuture<'static, ()> {
        std::future::ready(()).boxed()
    }
}

/// Whether something can go on that was looked at before.
#[derive(Default)]
struct Again {
    said: AtomicBool,
    task: AtomicWaker,
}

impl Wake for Again {
    fn wake(self: Arc<Self>) {
        self.said.store(true, Ordering::SeqCst);
        self.task.wake();
    }
}

impl Batches {
    fn begun(&self) -> Vec<FutureObj<'static, ()>> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Runs what answers, and by turns the batches that it begins. While a wave runs the answer rests: what it asks for again
    /// is known by then, whichever batch came first.
    pub async fn run_with<T>(&self, answering: impl Future<Output = T>) -> T {
        let (waits, again) = (Waits::default(), Arc::new(Again::default()));
        let waker = Waker::from(Arc::clone(&again));
        let mut answering = pin!(answering);
        let mut wave = FuturesUnordered::new();
        let step = poll_fn(|task| {
            again.task.register(task.waker());
            let mut context = Context::from_waker(&waker);
            loop {
                match wave.poll_next_unpin(&mut context) {
                    Poll::Pending => return Poll::Pending,
                    Poll::Ready(Some(())) => continue,
                    Poll::Ready(None) => again.said.store(false, Ordering::SeqCst),
                }
                if let Poll::Ready(answer) = answering.as_mut().poll(&mut context) {
                    return Poll::Ready(answer);
                }
                // Whoever said so has woken this task too.
                if again.said.load(Ordering::SeqCst) || !waits.is_none() {
                    return Poll::Pending;
                }
                wave.extend(self.begun());
                if wave.is_empty() {
                    return Poll::Pending;
                }
            }
        });
        waits.of(step).await
    }
}

#[cfg(test)]
mod tests {
    use std::{collections::HashMap, sync::Mutex};

    use async_graphql::dataloader::{DataLoader, HashMapCache, Loader};
    use futures_util::future::{join, join_all, join3};

    use super::*;
    use crate::platform::waits::outside;

    async fn after(steps: u32) {
        for _ in 0..steps {
            tokio::task::yield_now().await;
        }
    }

    #[derive(Default)]
    struct Told(Mutex<Vec<Vec<u32>>>, Mutex<Vec<u64>>);

    impl Loader<u32> for Told {
        type Value = u32;
        type Error = std::convert::Infallible;

        async fn load(&self, keys: &[u32]) -> Result<HashMap<u32, u32>, Self::Error> {
            after(keys.iter().copied().max().unwrap_or_default() % 7).await;
            let mut asked = keys.to_vec();
            asked.sort_unstable();
            self.0.lock().unwrap().push(asked);
            Ok(keys.iter().map(|key| (*key, key + 100)).collect())
        }
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn each_level_of_an_answer_is_one_batch_and_no_clock_is_waited_for() {
        for _ in 0..200 {
            let batches = Batches::default();
            let load =
                DataLoader::with_cache(Told::default(), batches.clone(), AtOnce, HashMapCache::default());
            let two_levels = async |key: u32| {
                let next = load.load_one(key).await.unwrap().unwrap();
                load.load_one(next).await.unwrap().unwrap()
            };
            let answer = batches.run_with(join_all((0..40).map(two_levels))).await;
            assert_eq!(answer, (200..240).collect::<Vec<_>>());
            let asked = load.loader().0.lock().unwrap().clone();
            assert_eq!(asked, [(0..40).collect::<Vec<_>>(), (100..140).collect()]);
        }
    }

    /// The same from another place, and slowly.
    impl Loader<u64> for Told {
        type Value = u32;
        type Error = std::convert::Infallible;

        async fn load(&self, keys: &[u64]) -> Result<HashMap<u64, u32>, Self::Error> {
            after(20).await;
            self.1.lock().unwrap().extend(keys);
            Ok(keys.iter().map(|key| (*key, u32::try_from(*key).unwrap_or_default())).collect())
        }
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn what_is_asked_for_again_while_it_is_read_is_read_once() {
        for quick in 0..40_u32 {
            let batches = Batches::default();
            let load =
                DataLoader::with_cache(Told::default(), batches.clone(), AtOnce, HashMapCache::default());
            let then = async {
                load.load_one(quick).await.unwrap();
                load.load_one(2_u64).await
            };
            let answer = batches.run_with(join(load.load_one(2_u64), then)).await;
            assert_eq!(answer, (Ok(Some(2)), Ok(Some(2))));
            assert_eq!(*load.loader().1.lock().unwrap(), [2], "{quick}");
        }
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn what_answers_late_is_waited_for_before_more_is_read() {
        for late in 0..40 {
            let batches = Batches::default();
            let load =
                DataLoader::with_cache(Told::default(), batches.clone(), AtOnce, HashMapCache::default());
            let quick = async { load.load_one(load.load_one(1_u32).await.unwrap().unwrap()).await };
            let slow = async { load.load_one(load.load_one(2_u64).await.unwrap().unwrap()).await };
            let aside = async {
                outside(after(late)).await;
                load.load_one(3_u32).await
            };
            let answer = batches.run_with(join3(quick, slow, aside)).await;
            assert_eq!(answer, (Ok(Some(201)), Ok(Some(102)), Ok(Some(103))));
            // What is read aside comes first, then what waited for it; then what each of the two told.
            let asked = load.loader().0.lock().unwrap().clone();
            assert_eq!(asked, [vec![1, 3], vec![2, 101]], "{late}");
        }
    }
}
