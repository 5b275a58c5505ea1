//! The bus: tells subscribers that an event has its place, and the relay that there is something to place. Where something
//! carries it (`fan_out`), nodes hear each other.
//!
//! A signal may be lost or come late or twice without harm: whoever lags reads on from the table. Nobody waits here.

use std::sync::{
    Arc, OnceLock,
    atomic::{AtomicBool, AtomicI64, Ordering},
};

use serde::{Deserialize, Serialize};
use tokio::sync::{Notify, broadcast, mpsc};
use uuid::Uuid;

/// So many messages wait for the way to other nodes; what comes above is lost to them, and found in the table.
const WAITING: usize = 256;

/// That an event now has a place, and for whom it may matter. Holds ids only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signal {
    /// The event's place.
    pub place: i64,
    /// The audiences, as they were written with the event.
    pub audiences: Vec<String>,
    /// The case that the event belongs to, if any.
    pub case: Option<Uuid>,
}

impl Signal {
    /// Whether the event may be for whoever follows one case, or else for some audiences.
    #[must_use]
    pub fn may_be_for(&self, case: Option<Uuid>, audiences: &[String]) -> bool {
        match case {
            Some(_) => self.case == case,
            None => self.audiences.iter().any(|audience| audiences.contains(audience)),
        }
    }
}

/// What one node tells the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Message {
    /// Events were committed, or may have been announced unheard: look at the table.
    Look,
    /// These events have their places.
    Placed(Vec<Signal>),
}

/// The bus of one node; cheap to clone.
#[derive(Clone, Debug)]
pub struct Bus(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    signals: broadcast::Sender<Arc<Signal>>,
    written: Notify,
    /// An operation of this node has committed events, and the other nodes were not told.
    untold: AtomicBool,
    /// Everything up to this place was announced here.
    announced: AtomicI64,
    others: OnceLock<mpsc::Sender<Message>>,
}

impl Default for Bus {
    fn default() -> Self {
        Self(Arc::new(Inner {
            signals: broadcast::Sender::new(1024),
            written: Notify::new(),
            untold: AtomicBool::new(false),
            announced: AtomicI64::new(0),
            others: OnceLock::new(),
        }))
    }
}

impl Bus {
    /// Tells every subscriber of this node what was read from the table, where places have no gaps.
    pub fn announce(&self, signal: Signal) {
        self.0.announced.fetch_max(signal.place, Ordering::AcqRel);
        self.send(signal);
    }

    fn send(&self, signal: Signal) {
        // An error means that nobody listens, which is fine.
        let _ = self.0.signals.send(Arc::new(signal));
    }

    /// The last place before which nothing is left to announce here.
    #[must_use]
    pub fn announced(&self) -> i64 {
        self.0.announced.load(Ordering::Acquire)
    }

    /// Everything announced from now on. Who lags gets an error and reads on from the table.
    #[must_use]
    pub fn listen(&self) -> broadcast::Receiver<Arc<Signal>> {
        self.0.signals.subscribe()
    }

    /// An operation has committed events: the relay should look.
    pub fn wake_relay(&self) {
        self.0.untold.store(true, Ordering::Release);
        self.0.written.notify_one();
    }

    /// Until an operation has committed events.
    pub async fn woken(&self) {
        self.0.written.notified().await;
    }

    /// This node is not the relay: whichever is should look, if an operation here has committed events.
    pub fn pass_on(&self) {
        if self.0.untold.swap(false, Ordering::AcqRel) {
            self.tell(Message::Look);
        }
    }

    /// Tells the other nodes, if there is a way to them. Does not wait: what finds no room is lost.
    pub fn tell(&self, message: Message) {
        if let Some(others) = self.0.others.get() {
            let _ = others.try_send(message);
        }
    }

    /// What is to be told to the other nodes, for the one that carries it; none where somebody does already.
    #[must_use]
    pub fn carry(&self) -> Option<mpsc::Receiver<Message>> {
        let (sender, receiver) = mpsc::channel(WAITING);
        self.0.others.set(sender).ok().map(|()| receiver)
    }

    /// Another node has told something.
    pub fn hear(&self, message: Message) {
        match message {
            Message::Look => self.0.written.notify_one(),
            Message::Placed(signals) => {
                for signal in signals {
                    let announced = self.announced();
                    if signal.place == announced + 1 {
                        let next = signal.place;
                        let _ = self.0.announced.compare_exchange(
                            announced,
                            next,
                            Ordering::AcqRel,
                            Ordering::Acquire,
                        );
                    }
                    // After a gap the table is read from before it; until then some is heard early.
                    if signal.place > announced {
                        self.send(signal);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signal(place: i64) -> Signal {
        Signal { place, audiences: vec!["queue:x".to_owned()], case: None }
    }

    fn heard(on: &mut broadcast::Receiver<Arc<Signal>>) -> Vec<i64> {
        std::iter::from_fn(|| on.try_recv().ok()).map(|signal| signal.place).collect()
    }

    #[test]
    fn what_another_node_placed_is_told_once_and_a_gap_is_left_to_the_table() {
        let bus = Bus::default();
        let mut here = bus.listen();
        bus.announce(signal(7));
        bus.hear(Message::Placed(vec![signal(6), signal(7), signal(8)]));
        assert_eq!((heard(&mut here), bus.announced()), (vec![7, 8], 8));
        bus.hear(Message::Placed(vec![signal(10)]));
        assert_eq!((heard(&mut here), bus.announced()), (vec![10], 8), "9 was not heard: it is read");
        bus.hear(Message::Placed(vec![signal(9)]));
        assert_eq!((heard(&mut here), bus.announced()), (vec![9], 9));
    }

    #[tokio::test]
    async fn only_what_happened_here_is_passed_on_and_only_once() {
        let bus = Bus::default();
        bus.wake_relay();
        let mut others = bus.carry().unwrap();
        assert!(bus.carry().is_none());
        bus.pass_on();
        bus.pass_on();
        assert_eq!(others.try_recv().ok(), Some(Message::Look));
        bus.woken().await;
        // Heard from another node, it wakes this one and goes no further.
        bus.hear(Message::Look);
        bus.woken().await;
        bus.pass_on();
        assert!(others.try_recv().is_err());
    }

    #[test]
    fn nobody_waits_for_other_nodes() {
        let bus = Bus::default();
        bus.tell(Message::Look);
        let mut others = bus.carry().unwrap();
        for place in 0..2_000 {
            bus.tell(Message::Placed(vec![signal(place)]));
        }
        assert_eq!(std::iter::from_fn(|| others.try_recv().ok()).count(), WAITING);
    }

    #[test]
    fn a_change_wakes_only_whom_it_may_be_for() {
        let case = Uuid::from_u128(1);
        let audiences = |of: &[&str]| of.iter().map(|&one| one.to_owned()).collect::<Vec<String>>();
        let signal = Signal { place: 7, audiences: audiences(&["queue:a", "worker:b"]), case: Some(case) };
        assert!(signal.may_be_for(None, &audiences(&["worker:c", "worker:b"])));
        assert!(!signal.may_be_for(None, &audiences(&["queue:b", "worker:a"])));
        assert!(!signal.may_be_for(None, &[]));
        assert!(signal.may_be_for(Some(case), &[]));
        assert!(!signal.may_be_for(Some(Uuid::from_u128(2)), &audiences(&["queue:a"])));
    }
}
