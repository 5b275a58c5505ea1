//! Where batched reads run: in the task of the answer that waits for them. A batch begins when nothing else of the answer can
//! go on, so it holds all that was asked for until then, always, and nobody waits for a clock.

use std::{pin::pin, time::Duration};

use async_graphql::runtime::Timer;
use futures_util::{
    FutureExt, StreamExt,
    future::BoxFuture,
    stream::FuturesUnordered,
    task::{FutureObj, Spawn, SpawnError},
};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// Takes the batches that an answer begins.
#[derive(Clone, Debug)]
pub struct Batches(UnboundedSender<FutureObj<'static, ()>>);

/// The batches that were begun and do not run yet.
#[derive(Debug)]
pub struct Begun(UnboundedReceiver<FutureObj<'static, ()>>);

/// Batches for one answer.
#[must_use]
pub fn batches() -> (Batches, Begun) {
    let (sender, receiver) = unbounded_channel();
    (Batches(sender), Begun(receiver))
}

impl Spawn for Batches {
    fn spawn_obj(&self, batch: FutureObj<'static, ()>) -> Result<(), SpawnError> {
        self.0.send(batch).map_err(|_| SpawnError::shutdown())
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

impl Begun {
    /// Runs what answers, and the batches that it begins. The answer goes first whenever it can go on.
    pub async fn run_with<T>(mut self, answering: impl Future<Output = T>) -> T {
        let mut answering = pin!(answering);
        let mut running = FuturesUnordered::new();
        loop {
            tokio::select! {
                biased;
                answer = &mut answering => return answer,
                Some(batch) = self.0.recv() => running.push(batch),
                Some(()) = running.next(), if !running.is_empty() => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{collections::HashMap, sync::Mutex};

    use async_graphql::dataloader::{DataLoader, HashMapCache, Loader};
    use futures_util::future::join_all;

    use super::*;

    #[derive(Default)]
    struct Told(Mutex<Vec<Vec<u32>>>);

    impl Loader<u32> for Told {
        type Value = u32;
        type Error = std::convert::Infallible;

        async fn load(&self, keys: &[u32]) -> Result<HashMap<u32, u32>, Self::Error> {
            tokio::task::yield_now().await;
            let mut asked = keys.to_vec();
            asked.sort_unstable();
            self.0.lock().unwrap().push(asked);
            Ok(keys.iter().map(|key| (*key, key + 100)).collect())
        }
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn each_level_of_an_answer_is_one_batch_and_no_clock_is_waited_for() {
        for _ in 0..200 {
            let (batches, begun) = batches();
            let load = DataLoader::with_cache(Told::default(), batches, AtOnce, HashMapCache::default());
            let two_levels = async |key: u32| {
                let next = load.load_one(key).await.unwrap().unwrap();
                load.load_one(next).await.unwrap().unwrap()
            };
            let answer = begun.run_with(join_all((0..40).map(two_levels))).await;
            assert_eq!(answer, (200..240).collect::<Vec<_>>());
            let asked = load.loader().0.lock().unwrap().clone();
            assert_eq!(asked, [(0..40).collect::<Vec<_>>(), (100..140).collect()]);
        }
    }
}
