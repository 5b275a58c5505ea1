//! The clocks of a referral: when it is due, and when somebody is reminded of it.
//!
//! Owns instants only. `triage_due_at` is kept on the referral and moved by pauses, so that overdue is one comparison in
//! rules and SQL alike; nothing here writes it. Counted in working days of England, Europe/London.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};

use crate::{
    domain::record::{
        calendar::{Calendar, NOON, days_later, end_of_working_day, instant_of, local_date},
        service_hours::ServiceHours,
    },
    words::{ReferralStatus, Urgency},
};

/// Working days until a routine referral is decided. Working rule.
const ROUTINE_DAYS: u32 = 2;
/// Working days until a priority referral is decided. Working rule.
const PRIORITY_DAYS: u32 = 1;
/// Minutes of service hours until an immediate referral was opened by somebody. Working rule.
const OPENED_WITHIN: i64 = 60;
/// Working days for the answer to a question, unless the question says otherwise. Working rule.
const ANSWER_DAYS: u32 = 5;
/// Working days until somebody asks after a redirection. Working rule.
const REDIRECT_DAYS: u32 = 5;
/// Working days until the manager has answered "I am still worried". Working rule.
const CHALLENGE_DAYS: u32 = 2;
/// Working days for the owner of a referral to decide it. Working rule.
const OWNER_DAYS: u32 = 1;
/// Working days that a case waits for consent before the manager decides how to go on. Working rule.
const CONSENT_DAYS: u32 = 15;
/// Working days for a safeguarding concern's decision: Working Together to Safeguard Children, 2023.
const CONCERN_DAYS: u32 = 1;
/// Minutes that a draft may say "in danger, and nobody called" before the manager hears of it. Working rule.
const DANGER_MINUTES: i64 = 5;
/// Days that a draft is kept. Working rule.
const DRAFT_DAYS: u64 = 7;

/// By when a referral is to be decided. Routine and priority: the end of the second and first working day after it was
/// received. Immediate: while the service is open, by the time it closes that day; else 10:00 of the next service day.
#[must_use]
pub fn triage_due_at(
    urgency: Urgency,
    submitted_at: DateTime<Utc>,
    hours: &ServiceHours,
    calendar: &Calendar,
) -> DateTime<Utc> {
    match urgency {
        Urgency::Routine => calendar.due_after(submitted_at, ROUTINE_DAYS),
        Urgency::Priority => calendar.due_after(submitted_at, PRIORITY_DAYS),
        Urgency::Immediate => immediate_due_at(submitted_at, hours, calendar),
    }
}

fn immediate_due_at(submitted_at: DateTime<Utc>, hours: &ServiceHours, calendar: &Calendar) -> DateTime<Utc> {
    if let Some(closes_at) = hours.closes_at(submitted_at, calendar) {
        let midnight = instant_of(local_date(submitted_at) + Days::new(1), NaiveTime::MIN);
        return closes_at.min(midnight);
    }
    let ten = |day| instant_of(day, NaiveTime::from_hms_opt(10, 0, 0).unwrap_or(NOON));
    match hours.next_opening(submitted_at, calendar) {
        Some(opens_at) => ten(local_date(opens_at)).max(opens_at),
        None => ten(calendar.working_day_after(local_date(submitted_at))),
    }
}

/// When to look whether anybody took a referral: noon of the next working day. Asked again of that instant, it is the
/// noon after, so that the manager has a task each working day until it is done.
#[must_use]
pub fn not_taken_check_at(after: DateTime<Utc>, calendar: &Calendar) -> DateTime<Utc> {
    instant_of(calendar.working_day_after(local_date(after)), NOON)
}

/// When to look whether anybody opened an immediate referral: after 60 minutes of service hours. None where the service
/// never opens.
#[must_use]
pub fn immediate_unopened_at(
    submitted_at: DateTime<Utc>,
    hours: &ServiceHours,
    calendar: &Calendar,
) -> Option<DateTime<Utc>> {
    hours.after_minutes(submitted_at, OPENED_WITHIN, calendar)
}

/// When a referral that somebody took and has not decided goes back to the queue.
#[must_use]
pub fn owner_lapses_at(taken_at: DateTime<Utc>, calendar: &Calendar) -> DateTime<Utc> {
    calendar.due_after(taken_at, OWNER_DAYS)
}

/// By which day a question is to be answered, where the question does not say.
#[must_use]
pub fn answer_due_on(asked_at: DateTime<Utc>, calendar: &Calendar) -> NaiveDate {
    calendar.add_working_days(calendar.day_of_receipt(asked_at), ANSWER_DAYS)
}

/// When a question is overdue, and the clock of the referral goes on.
#[must_use]
pub fn answer_due_at(answer_due_on: NaiveDate) -> DateTime<Utc> {
    end_of_working_day(answer_due_on)
}

/// By when a referral is due once a question was asked: as many working days later as the answer may take. The clock pauses
/// until then and no longer.
#[must_use]
pub fn due_while_asked(
    due_at: DateTime<Utc>,
    asked_at: DateTime<Utc>,
    answer_due_on: NaiveDate,
    calendar: &Calendar,
) -> DateTime<Utc> {
    calendar.later_by(due_at, calendar.working_days_between(local_date(asked_at), answer_due_on))
}

/// By when a referral is due once its question was answered: the working days that the answer did not take are given back.
/// An answer after its day gives nothing back, and takes nothing.
#[must_use]
pub fn due_once_answered(
    due_while_asked: DateTime<Utc>,
    answered_at: DateTime<Utc>,
    answer_due_on: NaiveDate,
    calendar: &Calendar,
) -> DateTime<Utc> {
    calendar
        .earlier_by(due_while_asked, calendar.working_days_between(local_date(answered_at), answer_due_on))
}

/// When to ask after a redirection that nobody has confirmed.
#[must_use]
pub fn redirect_chase_at(decided_at: DateTime<Utc>, calendar: &Calendar) -> DateTime<Utc> {
    calendar.due_after(decided_at, REDIRECT_DAYS)
}

/// By when "I am still worried" is to be answered.
#[must_use]
pub fn challenge_due_at(challenged_at: DateTime<Utc>, calendar: &Calendar) -> DateTime<Utc> {
    calendar.due_after(challenged_at, CHALLENGE_DAYS)
}

/// When a case has waited so long for consent that the manager decides how to go on.
#[must_use]
pub fn consent_chase_at(opened_at: DateTime<Utc>, calendar: &Calendar) -> DateTime<Utc> {
    calendar.due_after(opened_at, CONSENT_DAYS)
}

/// By which day a safeguarding concern is to be decided on.
#[must_use]
pub fn concern_decision_due_on(raised_at: DateTime<Utc>, calendar: &Calendar) -> NaiveDate {
    calendar.add_working_days(calendar.day_of_receipt(raised_at), CONCERN_DAYS)
}

/// When the manager hears of a draft that says "in danger" without a call.
#[must_use]
pub fn draft_danger_at(saved_at: DateTime<Utc>) -> DateTime<Utc> {
    saved_at + TimeDelta::minutes(DANGER_MINUTES)
}

/// When a draft is deleted.
#[must_use]
pub fn draft_expires_at(saved_at: DateTime<Utc>) -> DateTime<Utc> {
    days_later(saved_at, DRAFT_DAYS)
}

/// Whether a decision is overdue. Computed, never stored.
#[must_use]
pub fn overdue(status: ReferralStatus, triage_due_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    let undecided = matches!(status, ReferralStatus::Submitted | ReferralStatus::InfoRequested);
    undecided && now > triage_due_at
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use sea_orm::Iterable;

    use super::*;

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn due(urgency: Urgency, submitted_at: &str) -> DateTime<Utc> {
        triage_due_at(urgency, utc(submitted_at), &ServiceHours::office(), Calendar::england())
    }

    #[test]
    fn routine_and_priority_are_due_at_the_end_of_a_working_day() {
        // A Monday in winter; a Friday evening; Christmas Eve; a Monday in summer, where 17:00 is 16:00 UTC.
        let cases = [
            ("2026-11-23T10:00:00Z", "2026-11-25T17:00:00Z", "2026-11-24T17:00:00Z"),
            ("2026-11-20T17:30:00Z", "2026-11-25T17:00:00Z", "2026-11-24T17:00:00Z"),
            ("2026-11-21T12:00:00Z", "2026-11-25T17:00:00Z", "2026-11-24T17:00:00Z"),
            ("2026-12-24T16:00:00Z", "2026-12-30T17:00:00Z", "2026-12-29T17:00:00Z"),
            ("2026-07-06T10:00:00Z", "2026-07-08T16:00:00Z", "2026-07-07T16:00:00Z"),
        ];
        for (sent, routine, priority) in cases {
            assert_eq!(due(Urgency::Routine, sent), utc(routine), "{sent}");
            assert_eq!(due(Urgency::Priority, sent), utc(priority), "{sent}");
        }
    }

    #[test]
    fn immediate_is_due_the_same_day_or_at_ten_of_the_next() {
        let cases = [
            ("2026-11-23T10:00:00Z", "2026-11-23T17:00:00Z"),
            ("2026-11-23T07:00:00Z", "2026-11-23T10:00:00Z"),
            ("2026-11-23T20:00:00Z", "2026-11-24T10:00:00Z"),
            ("2026-12-24T20:00:00Z", "2026-12-29T10:00:00Z"),
            ("2026-07-03T18:00:00Z", "2026-07-06T09:00:00Z"),
        ];
        for (sent, by) in cases {
            assert_eq!(due(Urgency::Immediate, sent), utc(by), "{sent}");
        }
        let immediate = |hours| {
            triage_due_at(Urgency::Immediate, utc("2026-11-21T10:00:00Z"), &hours, Calendar::england())
        };
        assert_eq!(
            immediate(ServiceHours::always()),
            utc("2026-11-22T00:00:00Z"),
            "the same day, where it never closes"
        );
        assert_eq!(
            immediate(ServiceHours::default()),
            utc("2026-11-23T10:00:00Z"),
            "and where it never opens"
        );
    }

    #[test]
    fn somebody_notices() {
        let england = Calendar::england();
        let first = not_taken_check_at(utc("2026-11-20T10:00:00Z"), england);
        assert_eq!(first, utc("2026-11-23T12:00:00Z"));
        assert_eq!(not_taken_check_at(first, england), utc("2026-11-24T12:00:00Z"), "each working day");
        let unopened = |at| immediate_unopened_at(utc(at), &ServiceHours::office(), england);
        assert_eq!(unopened("2026-11-23T10:00:00Z"), Some(utc("2026-11-23T11:00:00Z")));
        assert_eq!(unopened("2026-11-23T16:30:00Z"), Some(utc("2026-11-24T09:30:00Z")));
        assert_eq!(owner_lapses_at(utc("2026-11-20T14:00:00Z"), england), utc("2026-11-23T17:00:00Z"));
        assert_eq!(redirect_chase_at(utc("2026-12-24T10:00:00Z"), england), utc("2027-01-05T17:00:00Z"));
        assert_eq!(challenge_due_at(utc("2027-03-25T10:00:00Z"), england), utc("2027-03-31T16:00:00Z"));
        assert_eq!(consent_chase_at(utc("2026-11-23T10:00:00Z"), england), utc("2026-12-14T17:00:00Z"));
        assert_eq!(concern_decision_due_on(utc("2026-11-20T17:30:00Z"), england), date("2026-11-24"));
        assert_eq!(draft_danger_at(utc("2026-11-22T23:58:00Z")), utc("2026-11-23T00:03:00Z"));
        assert_eq!(draft_expires_at(utc("2026-11-23T10:00:00Z")), utc("2026-11-30T10:00:00Z"));
    }

    #[test]
    fn a_question_pauses_the_clock_until_it_is_answered_or_due() {
        let england = Calendar::england();
        let (due_at, asked_at) = (utc("2026-11-25T17:00:00Z"), utc("2026-11-24T10:00:00Z"));
        let answer_on = answer_due_on(asked_at, england);
        assert_eq!(answer_on, date("2026-12-01"));
        let paused = due_while_asked(due_at, asked_at, answer_on, england);
        assert_eq!(paused, utc("2026-12-02T17:00:00Z"));
        let answered = |at| due_once_answered(paused, utc(at), answer_on, england);
        assert_eq!(answered("2026-11-24T16:00:00Z"), due_at, "the same day: no pause");
        assert_eq!(answered("2026-11-26T15:00:00Z"), utc("2026-11-27T17:00:00Z"), "two working days later");
        assert_eq!(answered("2026-12-01T09:00:00Z"), paused);
        assert_eq!(answered("2026-12-09T09:00:00Z"), paused, "the clock went on when the answer was due");
        assert_eq!(answer_due_at(answer_on), utc("2026-12-01T17:00:00Z"));
    }

    #[test]
    fn only_what_is_undecided_is_overdue() {
        let (due_at, later) = (utc("2026-11-25T17:00:00Z"), utc("2026-11-25T17:00:01Z"));
        for status in ReferralStatus::iter() {
            let undecided = [ReferralStatus::Submitted, ReferralStatus::InfoRequested].contains(&status);
            assert_eq!(overdue(status, due_at, later), undecided, "{status}");
            assert!(!overdue(status, due_at, due_at), "{status}");
        }
    }

    fn any_instant() -> impl Strategy<Value = DateTime<Utc>> {
        (0_i64..900 * 1_440).prop_map(|minutes| utc("2026-01-01T00:00:00Z") + TimeDelta::minutes(minutes))
    }

    proptest! {
        #[test]
        fn what_is_more_urgent_is_never_due_later(at in any_instant()) {
            let (hours, england) = (ServiceHours::office(), Calendar::england());
            let due = |urgency| triage_due_at(urgency, at, &hours, england);
            prop_assert!(due(Urgency::Immediate) <= due(Urgency::Priority));
            prop_assert!(due(Urgency::Priority) < due(Urgency::Routine));
            prop_assert!(due(Urgency::Immediate) > at);
        }

        #[test]
        fn a_pause_never_brings_the_decision_forward(at in any_instant(), asked in 0_i64..3_000, answered in 0_i64..20_000) {
            let (hours, england) = (ServiceHours::office(), Calendar::england());
            let due_at = triage_due_at(Urgency::Routine, at, &hours, england);
            let asked_at = at + TimeDelta::minutes(asked);
            let answer_on = answer_due_on(asked_at, england);
            let paused = due_while_asked(due_at, asked_at, answer_on, england);
            let once_answered = due_once_answered(paused, asked_at + TimeDelta::minutes(answered), answer_on, england);
            prop_assert!(due_at <= once_answered && once_answered <= paused);
        }
    }
}
