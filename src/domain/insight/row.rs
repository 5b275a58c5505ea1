//! The shape of a row: how what may be told of a cell is stored and read.
//!
//! Owns no rule; `passing` fills it.

use serde::{Deserialize, Serialize};

use super::{
    held::Held,
    published::{Published, Rate},
};
use crate::words::{Informant, Instrument};

/// What may be told of one cell. It is stored as it is, and never computed again within its release.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ProtectedRow {
    /// Children with a referral decided.
    pub referred: Published,
    /// Accepted.
    pub accepted: Published,
    /// Declined.
    pub declined: Published,
    /// Redirected.
    pub redirected: Published,
    /// Withdrawn.
    pub withdrawn: Published,
    /// Referred again.
    pub re_referred: Published,
    /// Decided within the target, of those decided.
    pub triaged_in_time: Rate,
    /// Contacted within the target, of those due.
    pub contacted_in_time: Rate,
    /// With a plan within the target, of those due.
    pub planned_in_time: Rate,
    /// Enrolled.
    pub enrolled: Published,
    /// Started.
    pub started: Published,
    /// Completed.
    pub completed: Published,
    /// Ended early.
    pub ended_early: Published,
    /// Those of them who stopped coming; told where both are large enough.
    pub ended_early_by_child: Published,
    /// Those of them whose place was ended by us; likewise.
    pub ended_early_by_us: Published,
    /// Sessions attended, of those expected.
    pub attendance_rate: Rate,
    /// The median wait.
    pub median_wait_working_days: Rate,
    /// What changed, by instrument, informant and version.
    pub changes: Vec<ProtectedChange>,
}

/// What the last release had for the same cell.
#[derive(Clone, Copy, Debug)]
pub struct Before<'a> {
    /// What it told.
    pub row: &'a ProtectedRow,
    /// What it kept.
    pub held: &'a Held,
}

/// What may be told of what changed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ProtectedChange {
    /// By what was measured.
    pub instrument: Instrument,
    /// Who answered.
    pub informant: Informant,
    /// Which version.
    pub version: String,
    /// Children measured before and after.
    pub pairs: Published,
    /// Children whose measure at the end is missing.
    pub missing_at_end: Published,
    /// The mean at the start.
    pub mean_before: Rate,
    /// The mean at the end.
    pub mean_after: Rate,
    /// Hedges' g of after less before: below 0 is a fall.
    pub effect_size: Rate,
    /// The lower end of its 95 % interval.
    pub effect_size_low: Rate,
    /// The upper end.
    pub effect_size_high: Rate,
    /// Reliably better.
    pub improved: Published,
    /// No reliable change; with those reliably better or worse whose figure is `Merged`.
    pub no_reliable_change: Published,
    /// Reliably worse.
    pub deteriorated: Published,
}

impl ProtectedRow {
    pub(super) fn not_run_here() -> Self {
        let (none, no_rate) = (Published::NotRunHere, Rate::NotRunHere);
        Self {
            referred: none,
            accepted: none,
            declined: none,
            redirected: none,
            withdrawn: none,
            re_referred: none,
            triaged_in_time: no_rate,
            contacted_in_time: no_rate,
            planned_in_time: no_rate,
            enrolled: none,
            started: none,
            completed: none,
            ended_early: none,
            ended_early_by_child: none,
            ended_early_by_us: none,
            attendance_rate: no_rate,
            median_wait_working_days: no_rate,
            changes: Vec::new(),
        }
    }
}
