//! Turns at one thing. Those of a node who want to change the same row stand in line here, and not each with a connection of
//! the database in hand: a crowd at one offering leaves the others their connections. A few have their turn together: while one
//! has the row, the others look at what is needed before.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use uuid::Uuid;

use super::error::{Error, Result};

type Line = Arc<Semaphore>;

/// So many have their turn at one thing together.
const TOGETHER: usize = 4;

/// How long somebody stands in line.
const PATIENCE: Duration = Duration::from_secs(10);

/// The lines of a node, one for each thing at which somebody is.
#[derive(Debug, Default)]
pub struct Turns(Mutex<HashMap<Uuid, Line>>);

/// A turn at one thing, until it is dropped.
#[derive(Debug)]
pub struct Turn {
    turns: Arc<Turns>,
    what: Uuid,
    _at: OwnedSemaphorePermit,
}

impl Turns {
    /// Waits for a turn at a thing. UNAVAILABLE after ten seconds.
    pub async fn at(self: Arc<Self>, what: Uuid) -> Result<Turn> {
        let line = {
            let mut lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(lines.entry(what).or_insert_with(|| Arc::new(Semaphore::new(TOGETHER))))
        };
        let Ok(Ok(at)) = tokio::time::timeout(PATIENCE, line.acquire_owned()).await else {
            self.leave(what, 1);
            return Err(Error::Unavailable("too many change the same at once".to_owned()));
        };
        Ok(Turn { turns: self, what, _at: at })
    }

    /// Takes a line away where nobody but the one who leaves, who holds so much of it, is there.
    fn leave(&self, what: Uuid, held: usize) {
        let mut lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if lines.get(&what).is_some_and(|line| Arc::strong_count(line) <= held) {
            lines.remove(&what);
        }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        // The list of lines, and this turn.
        self.turns.leave(self.what, 2);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: Uuid = Uuid::from_u128(1);

    /// As many as have their turn together.
    async fn full(turns: &Arc<Turns>) -> Vec<Turn> {
        let mut all = Vec::new();
        for _ in 0..TOGETHER {
            all.push(Arc::clone(turns).at(ONE).await.unwrap());
        }
        all
    }

    #[tokio::test]
    async fn a_few_together_at_one_thing_then_one_for_each_who_leaves_and_others_at_another() {
        let turns = Arc::new(Turns::default());
        let mut first = full(&turns).await;
        let mut next = Box::pin(Arc::clone(&turns).at(ONE));
        assert!(futures_util::poll!(&mut next).is_pending());
        let elsewhere = Arc::clone(&turns).at(Uuid::from_u128(2)).await.unwrap();
        drop(first.pop());
        let next = next.await.unwrap();
        let mut last = Box::pin(Arc::clone(&turns).at(ONE));
        assert!(futures_util::poll!(&mut last).is_pending());
        drop((first, next, elsewhere));
        drop(last.await.unwrap());
        assert!(turns.0.lock().unwrap().is_empty(), "nothing is kept of who was there");
    }

    #[tokio::test(start_paused = true)]
    async fn who_waits_too_long_is_told_and_leaves_nothing() {
        let turns = Arc::new(Turns::default());
        let first = full(&turns).await;
        let told = Arc::clone(&turns).at(ONE).await;
        assert!(matches!(told, Err(Error::Unavailable(_))));
        drop(first);
        assert!(turns.0.lock().unwrap().is_empty());
    }

    #[tokio::test]
    async fn who_goes_away_while_waiting_leaves_the_turn_to_the_next() {
        let turns = Arc::new(Turns::default());
        let first = full(&turns).await;
        let mut gone = Box::pin(Arc::clone(&turns).at(ONE));
        assert!(futures_util::poll!(&mut gone).is_pending());
        drop(gone);
        drop(first);
        drop(full(&turns).await);
        assert!(turns.0.lock().unwrap().is_empty());
    }
}
