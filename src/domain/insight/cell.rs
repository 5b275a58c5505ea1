//! What goes into the gate: the sets of children of one cell of one table, before anything is protected.
//!
//! Whoever counts fills it. Each set has each child once, whatever the number of referrals and enrolments.

use super::child::{Child, Members};
use crate::words::{Informant, Instrument, ReliableChange};

/// Over whom a cell reaches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// Inside one council: by its name, or by an area or a school of it.
    OneCouncil,
    /// Over both: told only where each council's part is 0 or at least 5.
    #[default]
    BothCouncils,
}

/// Children for whom something was due, and those of them for whom it was done in time.
#[derive(Clone, Debug, Default)]
pub struct InTime {
    /// In time. All of them are in `due` too.
    pub in_time: Members,
    /// For whom it was due, or decided.
    pub due: Members,
}

/// A child's sessions in the cell.
#[derive(Clone, Copy, Debug)]
pub struct Sessions {
    /// Who.
    pub child: Child,
    /// Those to which the child came, on time or late.
    pub attended: u32,
    /// Those to which the child was expected.
    pub expected: u32,
}

/// A child's first wait in the cell, in working days.
#[derive(Clone, Copy, Debug)]
pub struct Wait {
    /// Who.
    pub child: Child,
    /// From accepted to the first session offered.
    pub working_days: u32,
}

/// Between which points an instrument scores, and around which point most children are; all in hundredths of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The lowest score.
    pub low: i32,
    /// The highest score.
    pub high: i32,
    /// A point near to which means are: sums are of differences from it, so that the count's noise does not move a mean much.
    pub centre: i32,
}

/// One child's scores before and after, in hundredths of a point: by the same informant and version.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    /// Who. Where a child has several pairs, the caller gives the latest; of two that are given one is used.
    pub child: Child,
    /// At the start.
    pub before: i32,
    /// At the end.
    pub after: i32,
    /// Whether the change is reliable, where the instrument has norms for that.
    pub change: Option<ReliableChange>,
}

/// What changed by one instrument, informant and version.
#[derive(Clone, Debug)]
pub struct Change {
    /// By what was measured.
    pub instrument: Instrument,
    /// Who answered.
    pub informant: Informant,
    /// Which version.
    pub version: String,
    /// Its scale.
    pub scale: Scale,
    /// Children measured before and after.
    pub pairs: Vec<Pair>,
    /// Children measured at the start whose measure at the end is missing though it was due.
    pub missing_at_end: Members,
}

/// One cell.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// Over whom it reaches.
    pub reach: Reach,
    /// The programme, or whatever the row is about, is not run in that place or time, as everyone may know: "not run here".
    pub not_run: bool,
    /// A referral of theirs was decided (not withdrawn, no duplicate).
    pub referred: Members,
    /// ... accepted, or added to an open case.
    pub accepted: Members,
    /// ... declined.
    pub declined: Members,
    /// ... redirected.
    pub redirected: Members,
    /// A referral of theirs was withdrawn.
    pub withdrawn: Members,
    /// A referral of theirs was decided that came within a year after an earlier one.
    pub re_referred: Members,
    /// Decided within the target, of the decided.
    pub triaged: InTime,
    /// Contacted within the target, of those due.
    pub contacted: InTime,
    /// A plan agreed within the target, of those due.
    pub planned: InTime,
    /// Enrolled.
    pub enrolled: Members,
    /// Started: a first session attended.
    pub started: Members,
    /// Completed.
    pub completed: Members,
    /// Ended early: stopped coming.
    pub withdrew: Members,
    /// Ended early: the place was ended by us.
    pub removed: Members,
    /// Sessions, each child once.
    pub sessions: Vec<Sessions>,
    /// Waits, each child once.
    pub waits: Vec<Wait>,
    /// What changed.
    pub changes: Vec<Change>,
}
