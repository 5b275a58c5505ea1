//! What one answer waits for outside of itself: statements, and what is kept elsewhere. Whoever runs the answer sees when that is
//! nothing, and so when the answer can go no further by itself.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

/// How much an answer waits for.
#[derive(Clone, Debug, Default)]
pub struct Waits(Arc<AtomicUsize>);

tokio::task_local! {
    static OWN: Waits;
}

/// One thing that is waited for, until it is dropped.
struct One(Waits);

impl Waits {
    /// Whether nothing is waited for.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.0.load(Ordering::Relaxed) == 0
    }

    /// Counts what this answer waits for.
    pub async fn of<T>(&self, answering: impl Future<Output = T>) -> T {
        OWN.scope(self.clone(), answering).await
    }
}

impl Drop for One {
    fn drop(&mut self) {
        self.0.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Waits for something outside of the answer that is being made, if there is one.
pub async fn outside<T>(waiting: impl Future<Output = T>) -> T {
    let _one = OWN.try_with(|own| {
        own.0.fetch_add(1, Ordering::Relaxed);
        One(own.clone())
    });
    waiting.await
}

#[cfg(test)]
mod tests {
    use tokio::sync::oneshot;

    use super::*;

    #[tokio::test]
    async fn what_an_answer_waits_for_is_counted_until_it_came_or_was_given_up() {
        let waits = Waits::default();
        let (sends, comes) = oneshot::channel::<()>();
        let answering = waits.of(async {
            tokio::select! {
                biased;
                _ = outside(comes) => unreachable!("nothing comes"),
                () = async { assert!(!waits.is_none()) } => {}
            }
            assert!(waits.is_none(), "it was given up");
            outside(outside(async { assert!(!waits.is_none()) })).await;
        });
        answering.await;
        assert!(waits.is_none() && sends.is_closed());
        outside(async { assert!(waits.is_none(), "somebody else waits") }).await;
    }
}
