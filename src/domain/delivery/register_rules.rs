//! What a register counts, and what is asked of a mark. domain.md section 7. Pure.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use crate::{
    domain::{
        checks::when,
        record::calendar::{instant_of, local_date},
    },
    platform::error::{Problem, ProblemCode},
    words::{AttendanceMark, text::TextKind},
};

/// Misses in a row after which the caseworker is told; one is enough for a child with a missing episode on record.
pub const MISSES: usize = 2;
/// Completed is at least this part of what was planned, in hundredths. domain.md section 7.
pub const COMPLETED_FROM: i64 = 75;
/// When the day's misses are looked at.
const EVENING: NaiveTime = match NaiveTime::from_hms_opt(18, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// As many marks are saved at once.
pub const MOST: usize = 200;
/// No count is higher.
pub const MOST_COUNTED: i32 = 10_000;

/// What a child's marks come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Sessions that count.
    pub expected: i32,
    /// Those at which the child was.
    pub attended: i32,
    /// How long those were.
    pub minutes: i32,
}

impl Summary {
    /// Counts marks, each with its session's minutes.
    #[must_use]
    pub fn of(marks: impl Iterator<Item = (AttendanceMark, i64)>) -> Self {
        marks.fold(Self::default(), |all, (mark, minutes)| Self {
            expected: all.expected + i32::from(mark.counts()),
            attended: all.attended + i32::from(mark.attended()),
            minutes: all.minutes.saturating_add(if mark.attended() {
                i32::try_from(minutes).unwrap_or(i32::MAX)
            } else {
                0
            }),
        })
    }

    /// The part that was attended, 0 to 1; none where nothing counts yet.
    #[must_use]
    pub fn rate(self) -> Option<f64> {
        (self.expected > 0).then(|| f64::from(self.attended) / f64::from(self.expected))
    }
}

/// This evening; at once where that has begun.
#[must_use]
pub fn evening(now: DateTime<Utc>) -> DateTime<Utc> {
    instant_of(local_date(now), EVENING).max(now)
}

/// How many of the last marks that count are misses, in a row. The marks are in the order of their sessions.
#[must_use]
pub fn missed_in_a_row(marks: &[AttendanceMark]) -> usize {
    marks.iter().rev().filter(|mark| mark.counts()).take_while(|mark| mark.missed()).count()
}

/// What was planned for a child, and what of it the child attended, in minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dosage {
    /// Planned.
    pub planned: i64,
    /// Attended.
    pub attended: i64,
}

impl Dosage {
    /// Of each session that was not cancelled: its minutes, and the child's mark. Where children meet one by one, what has no
    /// mark was not theirs; in a group it was planned for everyone.
    #[must_use]
    pub fn of(sessions: impl Iterator<Item = (i64, Option<AttendanceMark>)>, group: bool) -> Self {
        sessions.fold(Self::default(), |all, (minutes, mark)| Self {
            planned: all.planned + if mark.map_or(group, AttendanceMark::counts) { minutes } else { 0 },
            attended: all.attended + if mark.is_some_and(AttendanceMark::attended) { minutes } else { 0 },
        })
    }

    /// Whether it is enough.
    #[must_use]
    pub const fn enough(self) -> bool {
        self.planned > 0 && self.attended * 100 >= self.planned * COMPLETED_FROM
    }
}

/// What is wrong with saying that a child completed: by the rule of the run, enough was attended and the end was reached.
#[must_use]
pub fn completion_problem(dosage: Dosage, end_reached: bool) -> Option<Problem> {
    let problem = |message: String| Problem::new("status", ProblemCode::Invalid, message);
    if !end_reached {
        return Some(problem(
            "Sessions are still to come, so the end is not reached. Say this after the last one, or choose how it ended."
                .to_owned(),
        ));
    }
    let Dosage { planned, attended } = dosage;
    (!dosage.enough()).then(|| {
        problem(format!(
            "Completed is three quarters of what was planned: {attended} of {planned} minutes were attended. Check the \
             register, or choose how it ended."
        ))
    })
}

/// What is wrong with a mark, by itself.
#[must_use]
pub fn mark_problems(
    field: &str,
    (mark, note): (AttendanceMark, Option<&str>),
    (made_at, now): (DateTime<Utc>, DateTime<Utc>),
    session_on: NaiveDate,
) -> Vec<Problem> {
    let at = |name: &str| format!("{field}.{name}");
    let note = if mark == AttendanceMark::AuthorisedAbsence {
        TextKind::Reason.needed(&at("note"), note.unwrap_or_default())
    } else {
        TextKind::Reason.optional(&at("note"), note)
    };
    // Who says before that a child will not come is written down when they say so.
    let only_then = mark.attended() || mark.missed();
    [
        note,
        when(made_at > now, &at("at"), ProblemCode::OutOfRange, "This is in the future. Check the clock."),
        when(
            only_then && local_date(now) < session_on,
            &at("mark"),
            ProblemCode::OutOfRange,
            "The session is on another day. Mark this on the day.",
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What is wrong with counts.
#[must_use]
pub fn count_problems(counts: [(&str, i32); 3]) -> Vec<Problem> {
    let says = "Enter a number from 0 to 10,000.";
    counts
        .into_iter()
        .filter_map(|(field, count)| {
            when(!(0..=MOST_COUNTED).contains(&count), field, ProblemCode::OutOfRange, says)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use sea_orm::Iterable;

    use super::*;
    use AttendanceMark as M;

    #[test]
    fn the_rate_is_that_of_section_seven() {
        // (P + L) / (P + L + A + D + C); X, S and N do not count.
        let each = Summary::of(M::iter().map(|mark| (mark, 60)));
        assert_eq!(each, Summary { expected: 6, attended: 2, minutes: 120 });
        assert!((each.rate().unwrap() - 2.0 / 6.0).abs() < f64::EPSILON);
        assert_eq!(Summary::of([(M::NotExpected, 60), (M::StoodDown, 60)].into_iter()).rate(), None);
    }

    #[test]
    fn what_was_never_so_is_not_marked() {
        let (now, day) = ("2026-12-02T10:00:00Z".parse().unwrap(), "2026-12-02".parse().unwrap());
        let codes = |mark, note, on| {
            let problems = mark_problems("marks.0", (mark, note), (now, now), on);
            problems.into_iter().map(|problem| problem.field.join(".")).collect::<Vec<_>>()
        };
        assert_eq!(codes(M::Present, None, day), [""; 0]);
        let tomorrow = "2026-12-03".parse().unwrap();
        for mark in [M::Present, M::Late, M::Missed, M::WasNotBrought] {
            assert_eq!(codes(mark, None, tomorrow), ["marks.0.mark"], "{mark}");
        }
        assert_eq!(codes(M::CancelledByChild, None, tomorrow), [""; 0]);
        assert_eq!(codes(M::AuthorisedAbsence, None, day), ["marks.0.note"]);
        assert_eq!(codes(M::AuthorisedAbsence, Some("At the dentist."), day), [""; 0]);
        let later = now + chrono::TimeDelta::minutes(1);
        let problems = mark_problems("marks.0", (M::Present, None), (later, now), day);
        assert_eq!(problems[0].field, ["marks", "0", "at"]);
    }

    #[test]
    fn misses_in_a_row_are_of_sessions_that_count() {
        use M::{Late, Missed, NotExpected, Present, StoodDown, WasNotBrought};
        for (marks, count) in [
            (vec![], 0),
            (vec![Missed], 1),
            (vec![Missed, Present, WasNotBrought], 1),
            (vec![Missed, NotExpected, WasNotBrought, StoodDown], 2),
            (vec![Missed, Missed, Late], 0),
            (vec![Missed, M::AuthorisedAbsence, Missed], 1),
        ] {
            assert_eq!(missed_in_a_row(&marks), count, "{marks:?}");
        }
    }

    #[test]
    fn the_evening_is_six_in_england_or_at_once() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        assert_eq!(evening(at("2026-11-24T10:00:00Z")), at("2026-11-24T18:00:00Z"));
        assert_eq!(evening(at("2026-06-24T10:00:00Z")), at("2026-06-24T17:00:00Z"), "summer time");
        assert_eq!(evening(at("2026-11-24T19:30:00Z")), at("2026-11-24T19:30:00Z"));
    }

    #[test]
    fn completed_is_three_quarters_of_what_was_planned() {
        let of = |marks: &[Option<M>], group| Dosage::of(marks.iter().map(|mark| (60, *mark)), group);
        let three = [Some(M::Present), Some(M::Late), Some(M::Present), Some(M::Missed)];
        assert!(of(&three, true).enough());
        assert!(!of(&[&three[..], &[Some(M::Missed)]].concat(), true).enough());
        assert!(
            of(&[&three[..], &[Some(M::NotExpected), Some(M::CancelledByProvider)]].concat(), true).enough()
        );
        assert!(!of(&[&three[..], &[None]].concat(), true).enough(), "a group's session was planned for all");
        assert!(of(&[&three[..], &[None]].concat(), false).enough(), "another pair's was not");
        assert!(!of(&[], true).enough());
        let enough = of(&three, true);
        assert_eq!(completion_problem(enough, true), None);
        assert_eq!(completion_problem(enough, false).unwrap().field, ["status"]);
        let few = completion_problem(of(&[Some(M::Present), Some(M::Missed)], true), true).unwrap();
        assert!(few.message.contains("60 of 120 minutes"), "{}", few.message);
    }

    #[test]
    fn a_miss_is_not_a_word_given_before() {
        let missed: Vec<_> = M::iter().filter(|mark| mark.missed()).collect();
        assert_eq!(missed, [M::Missed, M::WasNotBrought]);
    }
}
