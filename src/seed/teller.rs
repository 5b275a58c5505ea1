//! Who tells the stories: the world, the dice and the rows that they are told into.

use chrono::{DateTime, Utc};

use super::{children, dice::Dice, rows::Rows, triage::Desk, world::World};
use crate::{entity::record::job, words::JobKind};

/// Tells stories into rows.
pub struct Teller<'a> {
    pub world: &'a World,
    pub dice: Dice,
    pub rows: Rows,
    /// Which team of each service works these children.
    pub team: usize,
    /// What the second twin shares with the first.
    pub twin: children::Fixed,
}

impl Teller<'_> {
    /// What is written on.
    pub fn desk(&mut self) -> Desk<'_> {
        (self.world, &mut self.dice, &mut self.rows)
    }

    /// Something that falls due.
    pub fn job(&mut self, kind: JobKind, subject_id: uuid::Uuid, due_at: DateTime<Utc>) {
        let id = self.dice.id(self.world.now);
        self.rows.jobs.push(job::Model { id, kind, subject_id, due_at });
    }
}
