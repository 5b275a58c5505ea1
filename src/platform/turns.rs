//! Turns at one thing. Those of a node who want to change the same row stand in line here, and not each with a connection of
//! the database in hand: a crowd at one offering leaves the others their connections.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tokio::sync::OwnedMutexGuard;
use uuid::Uuid;

use super::error::{Error, Result};

type Line = Arc<tokio::sync::Mutex<()>>;

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
    _at: OwnedMutexGuard<()>,
}

impl Turns {
    /// Waits for a turn at a thing. UNAVAILABLE after ten seconds.
    pub async fn at(self: Arc<Self>, what: Uuid) -> Result<Turn> {
        let line = {
            let mut lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(lines.entry(what).or_default())
        };
        let Ok(at) = tokio::time::timeout(PATIENCE, line.lock_owned()).await else {
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

    #[tokio::test]
    async fn one_after_the_other_at_one_thing_and_at_once_at_two() {
        let turns = Arc::new(Turns::default());
        let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let first = Arc::clone(&turns).at(one).await.unwrap();
        let mut second = Box::pin(Arc::clone(&turns).at(one));
        assert!(futures_util::poll!(&mut second).is_pending());
        let elsewhere = Arc::clone(&turns).at(other).await.unwrap();
        drop(first);
        let second = second.await.unwrap();
        drop((second, elsewhere));
        assert!(turns.0.lock().unwrap().is_empty(), "nothing is kept of who was there");
    }

    #[tokio::test(start_paused = true)]
    async fn who_waits_too_long_is_told_and_leaves_nothing() {
        let turns = Arc::new(Turns::default());
        let one = Uuid::from_u128(1);
        let first = Arc::clone(&turns).at(one).await.unwrap();
        let told = Arc::clone(&turns).at(one).await;
        assert!(matches!(told, Err(Error::Unavailable(_))));
        drop(first);
        assert!(turns.0.lock().unwrap().is_empty());
    }

    #[tokio::test]
    async fn who_goes_away_while_waiting_leaves_the_turn_to_the_next() {
        let turns = Arc::new(Turns::default());
        let one = Uuid::from_u128(1);
        let first = Arc::clone(&turns).at(one).await.unwrap();
        let mut gone = Box::pin(Arc::clone(&turns).at(one));
        assert!(futures_util::poll!(&mut gone).is_pending());
        drop(gone);
        drop(first);
        let next = Arc::clone(&turns).at(one).await.unwrap();
        drop(next);
        assert!(turns.0.lock().unwrap().is_empty());
    }
}
