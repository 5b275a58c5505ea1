//! What a register counts, and what is asked of a mark. domain.md section 7. Pure.

use chrono::{DateTime, NaiveDate, Utc};

use crate::{
    domain::{checks::when, record::calendar::local_date},
    platform::error::{Problem, ProblemCode},
    words::{AttendanceMark, text::TextKind},
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
    fn a_miss_is_not_a_word_given_before() {
        let missed: Vec<_> = M::iter().filter(|mark| mark.missed()).collect();
        assert_eq!(missed, [M::Missed, M::WasNotBrought]);
    }
}
