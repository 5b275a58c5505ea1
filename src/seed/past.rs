//! Places in runs that are over: of cases that are closed, with their registers. Recipe 7 of domain.md section 15: of those who
//! start 63 of a hundred complete, and from acceptance to the first session it takes 11 working days at the median.

use std::collections::HashMap;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::{dice::Dice, teller::Teller, world::Programme};
use crate::{
    domain::{
        delivery::enrolment_rules,
        people::young_person_rules::age_on,
        record::calendar::{Calendar, instant_of, local_date},
    },
    entity::{
        casework::case,
        delivery::{attendance, enrolment, enrolment_step, offering, session, session_worker},
    },
    words::{
        AttendanceMark as Mark, CaseStatus, ClosureReason, EnrolmentStatus as Status, OfferingSetting,
        Urgency,
        id::{Id, noun},
    },
};

/// A run lasts so many weeks, and one follows the other.
const WEEKS: u64 = 26;
/// So many of them are over.
const RUNS: u64 = 4;
/// The newest of them ended so many days ago.
const OVER_SINCE: u64 = 62;
/// Most sessions that a child comes to.
const SESSIONS: usize = 8;
/// Of a hundred closed cases that had a plan so many had a place.
const PLACED: f64 = 92.0;
/// Of a hundred who start so many complete.
const COMPLETE: f64 = 63.0;
/// Of a hundred who leave so many by our decision.
const REMOVED: f64 = 15.0;
const MARKS_OF_COMPLETERS: [(Mark, u32); 6] = [
    (Mark::Present, 76),
    (Mark::Late, 7),
    (Mark::AuthorisedAbsence, 7),
    (Mark::Missed, 6),
    (Mark::CancelledByChild, 2),
    (Mark::CancelledByProvider, 2),
];
const MARKS_OF_LEAVERS: [(Mark, u32); 6] = [
    (Mark::Present, 40),
    (Mark::Late, 5),
    (Mark::AuthorisedAbsence, 13),
    (Mark::Missed, 32),
    (Mark::CancelledByChild, 8),
    (Mark::CancelledByProvider, 2),
];

/// A run that is over, with its sessions.
struct Run {
    programme: usize,
    row: offering::Model,
    sessions: Vec<(Id<noun::Session>, DateTime<Utc>)>,
    leader: Id<noun::User>,
}

/// Writes the runs that are over, and who had places in them.
pub fn tell(teller: &mut Teller<'_>) {
    let mut runs = runs(teller);
    let born: HashMap<_, _> =
        teller.rows.children.iter().map(|child| (child.id, child.date_of_birth)).collect();
    let closed: Vec<case::Model> =
        teller.rows.cases.iter().filter(|case| case.status == CaseStatus::Closed).cloned().collect();
    for case in closed {
        if case.closure_reason == Some(ClosureReason::OpenedInError) || !teller.dice.percent(PLACED) {
            continue;
        }
        let Some((from, until)) = worked(teller, &case) else { continue };
        let Some(born) = born.get(&case.young_person_id) else { continue };
        let Some((run, first)) = chosen(teller, &runs, &case, *born, (from, until)) else { continue };
        attend(teller, &mut runs[run], &case, first, until);
    }
    for run in runs {
        teller.rows.offerings.push(run.row);
    }
}

/// From when a child could be placed, and when the case was closed; none where it never had a plan.
fn worked(teller: &Teller<'_>, case: &case::Model) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let mut steps = teller.rows.transitions.iter().filter(|step| step.case_id == Some(case.id));
    let planned = steps.clone().any(|step| step.to_status == CaseStatus::Active.as_str());
    let from = steps.find(|step| step.to_status == CaseStatus::Allocated.as_str())?.at;
    Some((from, case.closed_at?)).filter(|_| planned)
}

fn runs(teller: &mut Teller<'_>) -> Vec<Run> {
    let world = teller.world;
    let mut made = Vec::new();
    let told = |of: &&Programme| of.named && !of.sensitive;
    for (programme, of) in world.programmes.iter().enumerate().filter(|(_, of)| told(of)) {
        let Some((_, leaders)) = world.leaders.iter().find(|(provider, _)| *provider == of.provider) else {
            continue;
        };
        for nth in 0..RUNS {
            let ends_on = world.today - Days::new(OVER_SINCE + nth * WEEKS * 7);
            let starts_on = ends_on - Days::new(WEEKS * 7 - 1);
            let written = instant_of(starts_on - Days::new(30), NaiveTime::MIN);
            let row = offering::Model {
                id: teller.dice.id(written),
                version: 1,
                programme_id: of.id,
                venue: None,
                area_id: of.where_runs_are.first().copied().flatten(),
                starts_on,
                ends_on,
                schedule: String::new(),
                setting: OfferingSetting::Open,
                capacity: 40,
                taken: 0,
                held: 0,
                waiting: 0,
                resting: 0,
                usual_wait: None,
                created_at: written,
                places_changed_at: written,
            };
            let leader = leaders[made.len() % leaders.len()];
            let mut run = Run { programme, row, sessions: Vec::new(), leader };
            meet(teller, &mut run, of);
            made.push(run);
        }
    }
    made
}

/// Once a week, on the first of the programme's times.
fn meet(teller: &mut Teller<'_>, run: &mut Run, programme: &Programme) {
    let Some((weekday, (hour, minute), minutes)) = programme.meets.first() else { return };
    let days = run.row.starts_on.iter_days().take_while(|day| *day <= run.row.ends_on);
    let open = days.filter(|day| day.weekday() == *weekday && !Calendar::england().is_bank_holiday(*day));
    run.row.schedule = format!("Once a week, on {}", day_name(*weekday));
    for day in open {
        let starts_at = instant_of(day, NaiveTime::from_hms_opt(*hour, *minute, 0).unwrap_or_default());
        let written = run.row.created_at;
        let id: Id<noun::Session> = teller.dice.id(written);
        teller.rows.sessions.push(session::Model {
            id,
            version: 1,
            offering_id: run.row.id,
            starts_at,
            ends_at: starts_at + TimeDelta::minutes(*minutes),
            created_at: written,
            cancelled_at: None,
            cancelled_by_id: None,
            cancelled_words: None,
        });
        teller.rows.session_workers.push(session_worker::Model { session_id: id, user_id: run.leader });
        run.sessions.push((id, starts_at));
    }
}

const fn day_name(day: chrono::Weekday) -> &'static str {
    use chrono::Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
    match day {
        Mon => "Mondays",
        Tue => "Tuesdays",
        Wed => "Wednesdays",
        Thu => "Thursdays",
        Fri => "Fridays",
        Sat => "Saturdays",
        Sun => "Sundays",
    }
}

/// A run that fits the child, and its first session for them: about so many working days after acceptance as was drawn.
fn chosen(
    teller: &mut Teller<'_>,
    runs: &[Run],
    case: &case::Model,
    born: NaiveDate,
    (from, until): (DateTime<Utc>, DateTime<Utc>),
) -> Option<(usize, usize)> {
    let wait = waits(&mut teller.dice);
    let aimed = Calendar::england().add_working_days(local_date(case.opened_at), wait);
    let aimed = instant_of(aimed, NaiveTime::MIN).max(from + TimeDelta::hours(4));
    let council = usize::from(teller.world.services[1].id == case.controller_id);
    let fitting: Vec<(usize, usize)> = runs
        .iter()
        .enumerate()
        .filter(|(_, run)| (run.row.starts_on..=run.row.ends_on).contains(&local_date(aimed)))
        .filter(|(_, run)| {
            let age = age_on(born, local_date(aimed));
            teller.world.programmes[run.programme].fits(age, council)
        })
        .filter_map(|(place, run)| {
            let first = run.sessions.iter().position(|(_, at)| *at >= aimed)?;
            let last = run.sessions.get(first + 2)?.1;
            (last < until).then_some((place, first))
        })
        .collect();
    if fitting.is_empty() { None } else { Some(*teller.dice.pick(&fitting)) }
}

/// Working days from acceptance to the first session: 9 at the median before the week's day is waited for, and a long tail.
fn waits(dice: &mut Dice) -> u32 {
    let days = (dice.normal() * 0.55 + 9.0_f64.ln()).exp().round().clamp(3.0, 42.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 3 to 42")]
    {
        days as u32
    }
}

fn attend(teller: &mut Teller<'_>, run: &mut Run, case: &case::Model, first: usize, until: DateTime<Utc>) {
    let dice = &mut teller.dice;
    let priority = *dice.weighted(&[(Urgency::Routine, 7), (Urgency::Priority, 2), (Urgency::Immediate, 1)]);
    let sessions: Vec<_> =
        run.sessions[first..].iter().filter(|(_, at)| *at < until).take(SESSIONS).copied().collect();
    let completes = dice.percent(COMPLETE);
    let stays = if completes { sessions.len() } else { sessions.len().min(3 + dice.below(3)) };
    let sessions = &sessions[..stays];
    let (Some((_, begins)), Some((_, ends))) = (sessions.first(), sessions.last()) else { return };
    let joined_at = case.allocated_at.unwrap_or(case.opened_at).min(*begins - TimeDelta::hours(3));
    let accepted_at = (joined_at + TimeDelta::hours(2)).min(*begins - TimeDelta::hours(1));
    let id: Id<noun::Enrolment> = dice.id(joined_at);
    let marks: Vec<Mark> = (0..sessions.len())
        .map(|nth| match nth {
            0 => Mark::Present,
            _ => *dice.weighted(if completes { &MARKS_OF_COMPLETERS } else { &MARKS_OF_LEAVERS }),
        })
        .collect();
    let status = match completes {
        true => Status::Completed,
        false if dice.percent(REMOVED) => Status::Removed,
        false => Status::Withdrew,
    };
    let ended_at = (*ends + TimeDelta::hours(2)).min(until);
    let steps = [
        (joined_at, Status::Offered, "enrolment.enrol"),
        (accepted_at, Status::Accepted, "enrolment.answer"),
        (*begins + TimeDelta::hours(1), Status::Started, "session.take_attendance"),
        (ended_at, status, "enrolment.end"),
    ];
    for ((session_id, at), mark) in sessions.iter().zip(&marks) {
        let at = *at + TimeDelta::minutes(40);
        teller.rows.attendances.push(attendance::Model {
            id: dice.id(at),
            session_id: *session_id,
            enrolment_id: id,
            number: 1,
            mark: *mark,
            at,
            recorded_at: at,
            by_user_id: run.leader,
            words: None,
        });
    }
    let mut before = None;
    for (at, to_status, operation) in steps {
        teller.rows.enrolment_steps.push(enrolment_step::Model {
            id: dice.id(at),
            enrolment_id: id,
            from_status: before,
            to_status,
            operation: operation.to_owned(),
            at,
            by_user_id: case.caseworker_id,
            words: None,
        });
        before = Some(to_status);
    }
    let ended_on = local_date(ended_at);
    teller.rows.enrolments.push(enrolment::Model {
        id,
        version: 4,
        offering_id: run.row.id,
        young_person_id: case.young_person_id,
        case_id: case.id,
        status,
        priority,
        band: enrolment_rules::band(priority, case.pathway),
        joined_at,
        resting: false,
        offered_at: Some(joined_at),
        offer_expires_at: None,
        started_on: Some(local_date(*begins)),
        ended_on: Some(ended_on),
        removal_on: None,
        removal_by_id: None,
        removal_words: None,
        seen_until: Some(Calendar::england().add_working_days(ended_on, 10)),
    });
}
