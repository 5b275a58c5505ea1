//! The enrolment's state machine and the order of a waiting list. domain.md 16.1 and section 7. Pure.

use chrono::{DateTime, NaiveDate, Utc};

use crate::{
    domain::{
        checks::when,
        record::calendar::{Calendar, end_of_working_day},
    },
    platform::error::{Problem, ProblemCode, Result},
    words::{EnrolmentStatus, Pathway, Urgency, text::TextKind},
};

/// An offer holds its place to the end of this working day after it was made.
pub const OFFER_WORKING_DAYS: u32 = 5;
/// Who runs an offering sees a child for so many working days after the end; policy.md, Enrolled.
pub const SEEN_AFTER_END: u32 = 10;

/// What moves an enrolment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// A place is held for the child.
    Offer,
    /// The child says yes.
    Accept,
    /// The child says no.
    Decline,
    /// Nobody answered in time.
    Lapse,
    /// The child came to a session.
    Start,
    /// The only mark that said so was corrected: the child has not been there after all.
    Unstart,
    /// The end was reached.
    Complete,
    /// It was accepted and never begun.
    NotStart,
    /// The child stopped coming, or waits no longer.
    Withdraw,
    /// We end the place.
    Remove,
}

/// Where a move leads. Whoever lapses waits again, with the date of before.
pub fn moved(from: EnrolmentStatus, by: Move) -> Result<EnrolmentStatus> {
    use EnrolmentStatus as S;
    let to = match (from, by) {
        (S::Waitlisted, Move::Offer) => S::Offered,
        (S::Offered, Move::Accept) | (S::Started, Move::Unstart) => S::Accepted,
        (S::Offered, Move::Decline) => S::Declined,
        (S::Offered, Move::Lapse) => S::Waitlisted,
        (S::Accepted, Move::Start) => S::Started,
        (S::Started, Move::Complete) => S::Completed,
        (S::Accepted, Move::NotStart) => S::NotStarted,
        (S::Waitlisted | S::Offered | S::Started, Move::Withdraw) => S::Withdrew,
        (S::Offered | S::Accepted | S::Started, Move::Remove) => S::Removed,
        _ => return Err(not_now(from).into()),
    };
    Ok(to)
}

/// The move that ends an enrolment in a status, if one does.
#[must_use]
pub const fn ending_in(status: EnrolmentStatus) -> Option<Move> {
    match status {
        EnrolmentStatus::Completed => Some(Move::Complete),
        EnrolmentStatus::NotStarted => Some(Move::NotStart),
        EnrolmentStatus::Withdrew => Some(Move::Withdraw),
        EnrolmentStatus::Removed => Some(Move::Remove),
        _ => None,
    }
}

/// What is wrong with an end: its reason, and its day, which lies between the day of joining and today.
#[must_use]
pub fn end_problems(
    by: Move,
    reason: Option<&str>,
    (joined, on): (NaiveDate, NaiveDate),
    today: NaiveDate,
) -> Vec<Problem> {
    let reason = if by == Move::Complete {
        TextKind::Reason.optional("reason", reason)
    } else {
        TextKind::Reason.needed("reason", reason.unwrap_or_default())
    };
    let says = "This is before the child was placed. Check it.";
    [
        reason,
        when(on > today, "on", ProblemCode::OutOfRange, "This day is in the future. Check it."),
        when(on < joined, "on", ProblemCode::OutOfRange, says),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn not_now(from: EnrolmentStatus) -> Problem {
    let message = match from {
        EnrolmentStatus::Waitlisted => {
            "The child is on the waiting list. This can be done once a place is offered."
        }
        EnrolmentStatus::Offered => "The offer waits for its answer. Record that first.",
        EnrolmentStatus::Accepted => {
            "The child has not been to a session yet. Take the register, or say that it was not started."
        }
        EnrolmentStatus::Started => {
            "The child has started. Say how it ended: completed, stopped coming, or ended by us."
        }
        _ => "This has ended. To try again, place the child anew.",
    };
    Problem::new("", ProblemCode::NotAllowedInStatus, message)
}

/// Until when an offer made now is held: the end of the fifth working day.
#[must_use]
pub fn offer_expires_at(now: DateTime<Utc>, calendar: &Calendar) -> DateTime<Utc> {
    let day_0 = crate::domain::record::calendar::local_date(now);
    end_of_working_day(calendar.add_working_days(day_0, OFFER_WORKING_DAYS))
}

/// The last day on which who runs the offering sees a child whose enrolment ended.
#[must_use]
pub fn seen_until(ended_on: NaiveDate, calendar: &Calendar) -> NaiveDate {
    calendar.add_working_days(ended_on, SEEN_AFTER_END)
}

/// The first part of a waiting list's order: 1 IMMEDIATE and statutory knife plans, 2 PRIORITY, 3 the rest. Then who waits
/// longest; then a fixed tie-break.
#[must_use]
pub const fn band(priority: Urgency, pathway: Pathway) -> i32 {
    match (priority, pathway) {
        (Urgency::Immediate, _) | (_, Pathway::KnifePlan) => 1,
        (Urgency::Priority, _) => 2,
        (Urgency::Routine, _) => 3,
    }
}

/// Standing before those who wait longer needs its reason.
#[must_use]
pub fn priority_problem(priority: Urgency, reason: Option<&str>) -> Option<Problem> {
    if priority == Urgency::Routine {
        TextKind::Reason.optional("priorityReason", reason)
    } else {
        TextKind::Reason.needed("priorityReason", reason.unwrap_or_default())
    }
}

/// Why a child stands where they stand, in words that tell nothing of anyone else.
#[must_use]
pub fn reason(band: i32, priority: Urgency, joined: NaiveDate, resting: bool) -> String {
    let day = joined.format("%-d %B %Y");
    if resting {
        return format!(
            "Passed over until the caseworker confirms: an offer was not answered in time. Waiting since {day}."
        );
    }
    match (band, priority) {
        (1, Urgency::Immediate) => format!("Immediate: before others. Waiting since {day}."),
        (1, _) => format!("A statutory plan: before others. Waiting since {day}."),
        (2, _) => format!("Priority: before routine. Waiting since {day}."),
        _ => format!("In turn. Waiting since {day}."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use EnrolmentStatus as S;

    const STATUSES: [S; 10] = [
        S::Waitlisted,
        S::Offered,
        S::Accepted,
        S::Started,
        S::Completed,
        S::Declined,
        S::Lapsed,
        S::NotStarted,
        S::Withdrew,
        S::Removed,
    ];
    const MOVES: [Move; 10] = [
        Move::Offer,
        Move::Accept,
        Move::Decline,
        Move::Lapse,
        Move::Start,
        Move::Unstart,
        Move::Complete,
        Move::NotStart,
        Move::Withdraw,
        Move::Remove,
    ];

    /// Written by hand from domain.md 16.1; what is not here is refused.
    const ALLOWED: [(S, Move, S); 14] = [
        (S::Waitlisted, Move::Offer, S::Offered),
        (S::Waitlisted, Move::Withdraw, S::Withdrew),
        (S::Offered, Move::Accept, S::Accepted),
        (S::Offered, Move::Decline, S::Declined),
        (S::Offered, Move::Lapse, S::Waitlisted),
        (S::Offered, Move::Withdraw, S::Withdrew),
        (S::Offered, Move::Remove, S::Removed),
        (S::Accepted, Move::Start, S::Started),
        (S::Accepted, Move::NotStart, S::NotStarted),
        (S::Accepted, Move::Remove, S::Removed),
        // A correction: 16.1 has the first attended session start it, and there is none.
        (S::Started, Move::Unstart, S::Accepted),
        (S::Started, Move::Complete, S::Completed),
        (S::Started, Move::Withdraw, S::Withdrew),
        (S::Started, Move::Remove, S::Removed),
    ];

    #[test]
    fn every_move_from_every_status() {
        for from in STATUSES {
            for by in MOVES {
                let expected = ALLOWED.iter().find(|(a, b, _)| (*a, *b) == (from, by)).map(|(_, _, to)| *to);
                assert_eq!(moved(from, by).ok(), expected, "{from} {by:?}");
            }
        }
    }

    #[test]
    fn nothing_that_has_ended_moves_again() {
        for from in STATUSES.into_iter().filter(|status| !S::OPEN.contains(status)) {
            assert!(MOVES.into_iter().all(|by| moved(from, by).is_err()), "{from}");
        }
    }

    #[test]
    fn an_offer_is_held_for_five_working_days() {
        let england = Calendar::england();
        let expires = |at: &str| offer_expires_at(at.parse().unwrap(), england).to_rfc3339();
        // Domain.md 16.4: Thursday 24 December and five working days is Tuesday 5 January.
        assert_eq!(expires("2026-12-24T10:00:00Z"), "2027-01-05T17:00:00+00:00");
        assert_eq!(expires("2026-11-23T23:30:00Z"), "2026-11-30T17:00:00+00:00");
        assert_eq!(
            expires("2026-06-07T23:30:00Z"),
            "2026-06-15T16:00:00+00:00",
            "half past midnight on Monday"
        );
    }

    #[test]
    fn who_runs_it_sees_a_child_for_ten_working_days_more() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(seen_until(day("2026-11-27"), Calendar::england()), day("2026-12-11"));
    }

    #[test]
    fn immediate_and_statutory_come_first_then_priority() {
        assert_eq!(band(Urgency::Immediate, Pathway::EarlyPrevention), 1);
        assert_eq!(band(Urgency::Routine, Pathway::KnifePlan), 1);
        assert_eq!(band(Urgency::Priority, Pathway::Turnaround), 2);
        assert_eq!(band(Urgency::Routine, Pathway::Diversion), 3);
    }

    #[test]
    fn reasons_tell_nothing_of_the_plan_or_of_others() {
        let joined = "2026-11-03".parse().unwrap();
        assert_eq!(reason(3, Urgency::Routine, joined, false), "In turn. Waiting since 3 November 2026.");
        for (band, priority) in [(1, Urgency::Immediate), (1, Urgency::Routine), (2, Urgency::Priority)] {
            let words = reason(band, priority, joined, false).to_lowercase();
            assert!(!words.contains("knife") && !words.contains("crime"), "{words}");
        }
    }
}
