//! When a session can be: what is asked before one is written down. Pure.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::{
    domain::{
        checks::when,
        record::{
            calendar::{Calendar, local_date},
            school_days::SchoolDay,
        },
    },
    platform::error::{Problem, ProblemCode},
    words::{DeliveryMode, Strand},
};

/// As many are written down at once.
pub const MOST: usize = 100;
/// None is longer.
pub const LONGEST: TimeDelta = TimeDelta::hours(24);

/// Longer than anything is planned or kept.
pub const AGES: TimeDelta = TimeDelta::days(36_525);

/// From when to when.
pub type Span = (DateTime<Utc>, DateTime<Utc>);

/// A session that somebody wants to write down.
#[derive(Clone, Copy, Debug)]
pub struct Planned {
    /// When it begins and ends.
    pub span: Span,
    /// Whether what is asked about was answered with yes.
    pub anyway: bool,
}

/// Whether two sessions are at the same time. One may begin as the other ends.
#[must_use]
pub fn overlap(a: Span, b: Span) -> bool {
    a.0 < b.1 && b.0 < a.1
}

/// Whether only one session of an offering is at a time: one worker with one child may meet while another pair does.
#[must_use]
pub const fn one_at_a_time(mode: DeliveryMode) -> bool {
    matches!(mode, DeliveryMode::Group | DeliveryMode::SchoolClass | DeliveryMode::Training)
}

/// What is wrong with a session's times, and what is asked about them.
#[must_use]
pub fn time_problems(
    field: &str,
    planned: Planned,
    (first, last): (NaiveDate, NaiveDate),
    now: DateTime<Utc>,
) -> Vec<Problem> {
    let (starts, ends) = planned.span;
    let at = |name: &str| format!("{field}.{name}");
    let out = ProblemCode::OutOfRange;
    let mut found: Vec<Problem> = [
        when(ends <= starts, &at("endsAt"), out, "This is not after the beginning. Check both."),
        when(ends - starts > LONGEST, &at("endsAt"), out, "This is more than a day long. Check both."),
    ]
    .into_iter()
    .flatten()
    .collect();
    let days = first..=last;
    if !days.contains(&local_date(starts)) || !days.contains(&local_date(ends)) {
        let message = format!(
            "This is outside the run, {} to {}. Choose a day within it, or change the run's days first.",
            first.format("%-d %B %Y"),
            last.format("%-d %B %Y")
        );
        found.push(Problem::new(&at("startsAt"), out, message));
    }
    let past =
        "This has begun already. If it took place, say so and it is written down; else choose another time.";
    found.extend(when(starts < now && !planned.anyway, &at("startsAt"), out, past));
    found
}

/// Whether a programme meets at school, in lessons.
#[must_use]
pub const fn at_school(strand: Strand, mode: DeliveryMode) -> bool {
    matches!(strand, Strand::Education) || matches!(mode, DeliveryMode::SchoolClass)
}

/// What is asked about the day of a session: a bank holiday; and for what meets at school, a day without it.
#[must_use]
pub fn day_problem(
    field: &str,
    day: NaiveDate,
    calendar: &Calendar,
    school: Option<SchoolDay>,
) -> Option<Problem> {
    let why = match school {
        _ if calendar.is_bank_holiday(day) => "This is a bank holiday.".to_owned(),
        Some(SchoolDay::Holidays) => "Schools are not open on this day.".to_owned(),
        Some(SchoolDay::Closed(name)) => format!("Schools are closed on this day: {name}."),
        _ => return None,
    };
    let message = format!("{why} Choose another day, or say that it takes place all the same.");
    Some(Problem::new(&format!("{field}.startsAt"), ProblemCode::OutOfRange, message))
}

/// The problem of a session at the same time as another one of its offering.
#[must_use]
pub fn at_the_same_time(field: &str, other: Span) -> Problem {
    let message = format!(
        "Another session is at this time, on {}. Choose another time, or say that both are meant.",
        local_date(other.0).format("%-d %B %Y")
    );
    Problem::new(&format!("{field}.startsAt"), ProblemCode::Duplicate, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn asked(starts: &str, ends: &str, anyway: bool) -> Vec<(String, ProblemCode)> {
        let planned = Planned { span: (at(starts), at(ends)), anyway };
        let run = ("2026-11-30".parse().unwrap(), "2026-12-18".parse().unwrap());
        let problems = time_problems("sessions.0", planned, run, at("2026-12-02T10:00:00Z"));
        problems.into_iter().map(|problem| (problem.field.join("."), problem.code)).collect()
    }

    #[test]
    fn a_session_lies_within_its_run_and_the_past_is_asked_about() {
        let out = |field: &str| vec![(field.to_owned(), ProblemCode::OutOfRange)];
        assert_eq!(asked("2026-12-02T16:00:00Z", "2026-12-02T17:00:00Z", false), []);
        assert_eq!(asked("2026-12-18T23:00:00Z", "2026-12-18T23:59:00Z", false), []);
        assert_eq!(asked("2026-12-18T23:00:00Z", "2026-12-19T00:30:00Z", false), out("sessions.0.startsAt"));
        assert_eq!(asked("2026-12-01T16:00:00Z", "2026-12-01T17:00:00Z", false), out("sessions.0.startsAt"));
        assert_eq!(asked("2026-12-01T16:00:00Z", "2026-12-01T17:00:00Z", true), []);
        assert_eq!(asked("2026-11-29T16:00:00Z", "2026-11-29T17:00:00Z", true), out("sessions.0.startsAt"));
        assert_eq!(asked("2026-12-03T16:00:00Z", "2026-12-03T16:00:00Z", true), out("sessions.0.endsAt"));
        assert_eq!(asked("2026-12-03T16:00:00Z", "2026-12-05T16:00:00Z", true), out("sessions.0.endsAt"));
    }

    #[test]
    fn a_day_without_school_is_asked_about_where_school_matters_and_a_bank_holiday_always() {
        let asked = |day: &str, school| {
            let problem = day_problem("sessions.3", day.parse().unwrap(), Calendar::england(), school);
            problem.map(|problem| (problem.field.join("."), problem.message))
        };
        let says = |day, school| {
            asked(day, school).map(|(_, message)| message.split('.').next().unwrap().to_owned())
        };
        assert_eq!(says("2026-12-22", None), None);
        assert_eq!(says("2026-12-25", None).unwrap(), "This is a bank holiday");
        assert_eq!(says("2026-12-25", Some(SchoolDay::Holidays)).unwrap(), "This is a bank holiday");
        assert_eq!(
            says("2026-12-22", Some(SchoolDay::Holidays)).unwrap(),
            "Schools are not open on this day"
        );
        let closed = Some(SchoolDay::Closed("training day"));
        assert_eq!(says("2026-10-02", closed).unwrap(), "Schools are closed on this day: training day");
        assert_eq!(says("2026-11-24", Some(SchoolDay::Open)), None);
        assert_eq!(says("2029-11-24", Some(SchoolDay::NotKnown)), None);
        assert_eq!(asked("2026-12-25", None).unwrap().0, "sessions.3.startsAt");
    }

    #[test]
    fn one_may_begin_as_another_ends() {
        let span = |from: u32, to: u32| {
            let on = |hour| at(&format!("2026-12-02T{hour:02}:00:00Z"));
            (on(from), on(to))
        };
        assert!(!overlap(span(9, 10), span(10, 11)) && !overlap(span(10, 11), span(9, 10)));
        assert!(overlap(span(9, 11), span(10, 12)) && overlap(span(9, 12), span(10, 11)));
    }
}
