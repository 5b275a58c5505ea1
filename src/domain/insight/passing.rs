//! A whole row through the gate: counts, rates of them, attendance and median waits.
//!
//! Owns how rates come from published counts and noised sums. What changed is in `change`.

use super::{
    cell::{Cell, InTime},
    child::Members,
    disclosure::{FEWEST_FOR_RATES, Gate},
    held::Held,
    pass::{Pass, enough},
    published::{Published, Rate},
    row::{Before, ProtectedRow},
    statistics::{half_up, median_of_binned},
    sums::SetOf,
};

/// A child counts with at most so many sessions.
const MOST: i64 = 30;
/// Up to so many working days, for medians.
const LIMITS: [u32; 10] = [0, 2, 5, 10, 15, 20, 30, 45, 60, 120];

impl Pass<'_> {
    fn shown(&mut self, name: &str, members: &Members) -> Published {
        self.count(name, members, true).0.shown
    }

    fn in_time(&mut self, name: &str, set: &InTime) -> Rate {
        let due = self.shown(&format!("{name}/due"), &set.due);
        let in_time = self.shown(&format!("{name}/inTime"), &set.in_time);
        per_cent(in_time, due)
    }

    /// Who ended early, and the two parts of them: each is told only where both are large enough.
    fn ended_early(&mut self, cell: &Cell) -> [Published; 3] {
        let both = cell.withdrew.and(&cell.removed);
        let draw = self.count("endedEarly", &both, true).0;
        let parts = [("endedEarly/withdrew", &cell.withdrew), ("endedEarly/removed", &cell.removed)];
        let large =
            parts.iter().all(|(part, members)| self.gate.is_large_enough(part, members.exactly(), draw.draw));
        #[cfg(test)]
        let large = large || self.gate.lacks(super::disclosure::Part::Parts);
        let [withdrew, removed] = parts.map(|(part, members)| self.count(part, members, large).0.shown);
        [draw.shown, withdrew, removed]
    }

    /// Sessions attended of those expected, over all children together, in steps of 5 per cent.
    fn attendance(&mut self, cell: &Cell) -> Rate {
        let members: Members = cell.sessions.iter().map(|one| one.child).collect();
        let (held, stands) = self.count("attendance", &members, true);
        if let (true, Some(before)) = (stands, self.before) {
            return before.row.attendance_rate;
        }
        if !enough(held.shown) {
            return Rate::TooFew;
        }
        // As come or not, against the 70 in 100 who usually come.
        let (mut above, mut expected) = (0, 0);
        for one in &cell.sessions {
            let due = i64::from(one.expected).min(MOST);
            // Where sessions are cut to the most, those attended are cut in proportion.
            let came = i64::from(one.attended.min(one.expected)) * due * 100 / i64::from(one.expected.max(1));
            above += came - 70 * due;
            expected += due;
        }
        let set = SetOf::new(&members, &held);
        let above = self.gate.noised("sessions attended", &set, above, 100 * MOST);
        let expected = self.gate.noised("sessions expected", &set, expected, MOST);
        if expected <= 0 {
            return Rate::TooFew;
        }
        #[expect(clippy::cast_precision_loss, reason = "sums of sessions are far below 2^52")]
        let share = (70.0 + above as f64 / expected as f64).clamp(0.0, 100.0);
        Rate::PerCent(whole(half_up(share / 5.0) * 5.0))
    }

    /// The median wait in whole working days, from protected counts of who waited up to so long.
    fn median_wait(&mut self, cell: &Cell) -> Rate {
        let members: Members = cell.waits.iter().map(|one| one.child).collect();
        let (held, stands) = self.count("waits", &members, true);
        if let (true, Some(before)) = (stands, self.before) {
            return before.row.median_wait_working_days;
        }
        let Some(whole_set) = held.shown.value().filter(|value| *value >= FEWEST_FOR_RATES) else {
            return Rate::TooFew;
        };
        let up_to = LIMITS.map(|limit| {
            let some: Members =
                cell.waits.iter().filter(|one| one.working_days <= limit).map(|one| one.child).collect();
            (limit, f64::from(self.gate.rounded(some.exactly(), some.key())))
        });
        median_of_binned(&up_to, f64::from(whole_set))
            .map_or(Rate::TooFew, |median| Rate::Days(whole(half_up(median))))
    }
}

impl Gate {
    /// A whole row, and what has to be kept, sealed, for the next release.
    #[must_use]
    pub fn row(&self, cell: &Cell, before: Option<Before<'_>>) -> (ProtectedRow, Held) {
        if cell.not_run {
            return (ProtectedRow::not_run_here(), Held::default());
        }
        let mut pass = Pass { gate: self, reach: cell.reach, before, kept: Held::default() };
        let [ended_early, ended_early_by_child, ended_early_by_us] = pass.ended_early(cell);
        let row = ProtectedRow {
            referred: pass.shown("referred", &cell.referred),
            accepted: pass.shown("accepted", &cell.accepted),
            declined: pass.shown("declined", &cell.declined),
            redirected: pass.shown("redirected", &cell.redirected),
            withdrawn: pass.shown("withdrawn", &cell.withdrawn),
            re_referred: pass.shown("reReferred", &cell.re_referred),
            triaged_in_time: pass.in_time("triaged", &cell.triaged),
            contacted_in_time: pass.in_time("contacted", &cell.contacted),
            planned_in_time: pass.in_time("planned", &cell.planned),
            enrolled: pass.shown("enrolled", &cell.enrolled),
            started: pass.shown("started", &cell.started),
            completed: pass.shown("completed", &cell.completed),
            ended_early,
            ended_early_by_child,
            ended_early_by_us,
            attendance_rate: pass.attendance(cell),
            median_wait_working_days: pass.median_wait(cell),
            changes: cell.changes.iter().map(|change| pass.change(change)).collect(),
        };
        (row, pass.kept)
    }
}

/// The share of one published count in another, in whole per cent, at most 100; from 10 up, both told.
#[must_use]
pub fn per_cent(part: Published, whole_set: Published) -> Rate {
    match (part, whole_set) {
        (Published::NotRunHere, _) | (_, Published::NotRunHere) => Rate::NotRunHere,
        (Published::Count(part), Published::Count(whole_set)) if whole_set >= FEWEST_FOR_RATES => {
            // Half up, in whole numbers.
            Rate::PerCent(((200 * part + whole_set) / (2 * whole_set)).min(100))
        }
        _ => Rate::TooFew,
    }
}

/// What was spent for each published child, in whole pounds, half up; from 10 up.
#[must_use]
pub fn cost_per_child(pence: u64, children: Published) -> Rate {
    match children {
        Published::NotRunHere => Rate::NotRunHere,
        _ => children.value().filter(|_| enough(children)).map_or(Rate::TooFew, |children| {
            let children = u64::from(children);
            Rate::Pounds(u32::try_from((pence + 50 * children) / (100 * children)).unwrap_or(u32::MAX))
        }),
    }
}

/// A rounded number of which we know that it is small and not negative.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "per cent or days, rounded; `as` saturates"
)]
fn whole(value: f64) -> u32 {
    value as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::insight::{
        cell::Reach,
        child::{Child, RecordKey, Standing},
    };

    fn children(numbers: std::ops::Range<u32>) -> Members {
        let child = |number| {
            Child::counted(number, RecordKey::draw(u64::from(number) * 7_919), 0, Standing::Open).unwrap()
        };
        numbers.map(child).collect()
    }

    #[test]
    fn who_left_early_is_told_by_reason_where_both_parts_are_large_enough() {
        let gate = Gate::new([3; 32]);
        let told = |withdrew: u32, removed: u32| {
            let cell = Cell {
                reach: Reach::OneCouncil,
                withdrew: children(1..1 + withdrew),
                removed: children(100..100 + removed),
                ..Cell::default()
            };
            let row = gate.row(&cell, None).0;
            assert!(row.ended_early != Published::Withheld, "{withdrew} and {removed}");
            let parts = [row.ended_early_by_child, row.ended_early_by_us].map(|part| part.value().is_some());
            assert_eq!(parts[0], parts[1], "one part alone would tell the other: {withdrew} and {removed}");
            parts[0]
        };
        let sometimes = (0..20).flat_map(|withdrew| (0..20).map(move |removed| (withdrew, removed)));
        for (withdrew, removed) in sometimes {
            match withdrew.min(removed) {
                0..5 => assert!(!told(withdrew, removed), "{withdrew} and {removed}"),
                12.. => assert!(told(withdrew, removed), "{withdrew} and {removed}"),
                _ => {
                    told(withdrew, removed);
                }
            }
        }
    }
}
