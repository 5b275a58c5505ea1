//! The outbox: events get their places, one after the other, and are announced on the bus.
//!
//! Places are given to committed events alone, by one relay at a time, in the order of `seq` among those that wait. Who holds
//! the lock is the worker's business.

use sea_orm::{ConnectionTrait, DatabaseTransaction, Statement};

use crate::{
    platform::{
        app::App,
        bus::{Message, Signal},
        error::Result,
    },
    read::{
        self,
        delivery::availability::{ANSWERS, PLACES},
        record::audience,
    },
};

/// Events placed or announced at once.
const BATCH: u64 = 1_000;
/// Told to other nodes at once.
const TOLD: usize = 100;

/// Gives the events that wait their places, without gaps, within a transaction of whoever is the relay now. Whether there may
/// be more.
pub async fn place(tx: &DatabaseTransaction) -> Result<bool> {
    let last = read::record::event::last_place(tx).await?;
    // One statement sees one state of the table: what commits meanwhile waits for the next turn.
    let sql = format!(
        "UPDATE event SET place = numbered.place FROM (SELECT waiting.seq, {last} + ROW_NUMBER() OVER (ORDER BY waiting.seq) \
         AS place FROM (SELECT seq FROM event WHERE place IS NULL ORDER BY seq LIMIT {BATCH}) AS waiting) AS numbered \
         WHERE event.seq = numbered.seq"
    );
    let done = tx.execute_raw(Statement::from_string(tx.get_database_backend(), sql)).await?;
    Ok(done.rows_affected() == BATCH)
}

/// What this node keeps of something that has changed, by whichever node, it forgets.
pub fn hear(app: &App, signal: &Signal) {
    for (audience, tag) in [(audience::PLACES, PLACES), (audience::ANSWERS, ANSWERS)] {
        if signal.audiences.iter().any(|one| one == audience) {
            app.cache().heard(tag);
        }
    }
}

/// To whom it is announced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// To those who follow on this node.
    Here,
    /// To other nodes too.
    Everywhere,
}

/// Announces what was placed after a place, by whichever node, unless it was heard already. Answers the last place announced.
pub async fn announce(app: &App, after: i64, reach: Reach) -> Result<i64> {
    let mut last = after.max(app.bus().announced());
    loop {
        let events = read::record::event::after(app.database(), last, BATCH).await?;
        let seqs: Vec<i64> = events.iter().map(|event| event.seq).collect();
        if seqs.is_empty() {
            return Ok(last);
        }
        let audiences = read::record::event::audiences(app.database(), &seqs).await?;
        let mut signals = Vec::with_capacity(events.len());
        for event in events {
            let Some(place) = event.place else { continue };
            let for_it = audiences.iter().filter(|row| row.event_seq == event.seq);
            let signal = Signal {
                place,
                audiences: for_it.map(|row| row.audience.clone()).collect(),
                case: event.case_id.map(crate::words::id::Id::uuid),
            };
            hear(app, &signal);
            signals.push(signal.clone());
            app.bus().announce(signal);
            last = place;
        }
        if reach == Reach::Everywhere {
            signals.chunks(TOLD).for_each(|some| app.bus().tell(Message::Placed(some.to_vec())));
        }
        if (seqs.len() as u64) < BATCH {
            return Ok(last);
        }
    }
}
