//! The bus inside a node: tells subscribers that an event has its place, and the relay that there is something to place.
//!
//! A signal may be lost or come late without harm: whoever lags reads on from the table.

use std::sync::Arc;

use tokio::sync::{Notify, broadcast};
use uuid::Uuid;

/// That an event now has a place, and for whom it may matter. Holds ids only.
#[derive(Clone, Debug)]
pub struct Signal {
    /// The event's place.
    pub place: i64,
    /// The audiences, as they were written with the event.
    pub audiences: Vec<String>,
    /// The case that the event belongs to, if any.
    pub case: Option<Uuid>,
}

/// The bus of one node.
#[derive(Clone, Debug)]
pub struct Bus {
    signals: broadcast::Sender<Arc<Signal>>,
    written: Arc<Notify>,
}

impl Default for Bus {
    fn default() -> Self {
        Self { signals: broadcast::Sender::new(1024), written: Arc::new(Notify::new()) }
    }
}

impl Bus {
    /// Tells every subscriber of this node.
    pub fn announce(&self, signal: Signal) {
        // An error means that nobody listens, which is fine.
        let _ = self.signals.send(Arc::new(signal));
    }

    /// Everything announced from now on. Who lags gets an error and reads on from the table.
    #[must_use]
    pub fn listen(&self) -> broadcast::Receiver<Arc<Signal>> {
        self.signals.subscribe()
    }

    /// An operation has committed events: the relay should look.
    pub fn wake_relay(&self) {
        self.written.notify_one();
    }

    /// Until an operation has committed events.
    pub async fn woken(&self) {
        self.written.notified().await;
    }
}
