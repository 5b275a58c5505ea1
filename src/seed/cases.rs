//! The life of a case from its opening to where it stands now: consent, worker, assessment, plan, the work, its end.
//!
//! Closing comes later in the program than the demo, so that closed cases are written as they will be left.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};

use super::{
    children::Child,
    consents::{self, Answers},
    dice::Dice,
    notes, tasks, texts_of_cases as texts,
    triage::Desk,
    world::{Member, Service, World},
};
use crate::{
    domain::{
        casework::referral_clocks,
        people::young_person_rules::age_on,
        record::calendar::{Calendar, local_date},
    },
    entity::{
        casework::{
            case::{self, ExitPlan},
            case_co_worker, referral,
            transition::{self, TransitionWords},
        },
        record::job,
    },
    platform::{error::Result, sealed::Sealed},
    words::{
        CaseStatus as Status, ClosureReason, JobKind, Pathway,
        id::{Id, noun},
    },
};

/// What is fixed of a case before the rest is drawn.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fixed {
    /// It is being worked on now.
    pub active: bool,
    /// It was opened just now and has no worker yet; whether the family has agreed.
    pub fresh: Option<bool>,
    /// How consent is given.
    pub answers: Answers,
    /// By this worker of the team.
    pub worker: Option<usize>,
    /// The closed case that it goes on from.
    pub previous: Option<Id<noun::Case>>,
}

/// A step of a case, as it was planned: when, to which status, by which operation, by whom.
struct Step {
    at: DateTime<Utc>,
    to: Status,
    operation: &'static str,
    by: Id<noun::User>,
    why: Option<&'static str>,
}

impl Step {
    fn new(at: DateTime<Utc>, to: Status, operation: &'static str, by: Id<noun::User>) -> Self {
        Self { at, to, operation, by, why: None }
    }
}

/// Who acts on a case.
struct Hands<'a> {
    service: &'a Service,
    officer: &'a Member,
    worker: &'a Member,
}

/// Opens a case for an accepted referral and lives it until now. Gives back its row's place.
pub fn live(
    (world, dice, rows): Desk<'_>,
    (child, referral, pathway): (&Child, &mut referral::Model, Pathway),
    (officer, team): (&Member, usize),
    fixed: Fixed,
) -> Result<usize> {
    let service = world.service(child.council);
    let opened_at = referral.decided_at.unwrap_or(referral.submitted_at);
    let team = &service.teams[team];
    let worker = match fixed.worker {
        Some(place) => &team[place % team.len()],
        None => dice.pick(team),
    };
    let hands = Hands { service, officer, worker };
    let id: Id<noun::Case> = dice.id(opened_at);
    referral.case_id = Some(id);
    let (steps, consent, end) = plan((world, dice), child, opened_at, &hands, fixed);
    let mut row = case::Model {
        id,
        reference: dice.reference::<noun::Case>(),
        version: 0,
        status: Status::AwaitingConsent,
        pathway,
        young_person_id: child.id,
        referral_id: referral.id,
        controller_id: service.id,
        caseworker_id: None,
        opened_at,
        allocated_at: None,
        closed_at: None,
        closure_reason: None,
        exit_plan: None,
        previous_case_id: fixed.previous,
        last_note_at: None,
        last_seen_on: None,
        contact_attempts: 0,
        next_due_on: None,
    };
    let mut before = None;
    for step in steps.into_iter().filter(|step| step.at <= world.now) {
        let transition: Id<noun::Transition> = dice.id(step.at);
        let why =
            step.why.map(|why| Sealed::new(&world.keys, transition.uuid(), &TransitionWords(why.to_owned())));
        rows.transitions.push(transition::Model {
            id: transition,
            referral_id: None,
            case_id: Some(id),
            from_status: before.map(|status: Status| status.as_str().to_owned()),
            to_status: step.to.as_str().to_owned(),
            operation: step.operation.to_owned(),
            at: step.at,
            by_user_id: Some(step.by),
            words: why.transpose()?,
        });
        if step.operation == "case.allocate" {
            row.caseworker_id = Some(worker.user);
            row.allocated_at = Some(step.at);
        }
        if step.to == Status::Closed {
            row.closed_at = Some(step.at);
            row.closure_reason = Some(end);
            row.exit_plan = Some(Sealed::new(
                &world.keys,
                id.uuid(),
                &ExitPlan(texts::EXIT.replace("{child}", child.called())),
            )?);
        }
        row.status = step.to;
        row.version += 1;
        before = Some(step.to);
    }
    if let Some(at) = consent.filter(|at| *at <= world.now) {
        let recorder = if row.allocated_at.is_some_and(|then| then <= at) { worker } else { officer };
        consents::write((world, dice, rows), child, pathway, (recorder, at), fixed.answers)?;
    }
    if row.status == Status::AwaitingConsent {
        let due_at = referral_clocks::consent_chase_at(opened_at, Calendar::england());
        rows.jobs.push(job::Model {
            id: dice.id(opened_at),
            kind: JobKind::ConsentChase,
            subject_id: id.uuid(),
            due_at,
        });
    }
    let others = row.caseworker_id.is_some() && dice.percent(6.0);
    if let Some(other) = team.iter().find(|other| others && other.user != worker.user) {
        rows.co_workers.push(case_co_worker::Model { case_id: id, user_id: other.user });
    }
    notes::write((world, dice, rows), child, &mut row, hands.worker)?;
    tasks::write((world, dice, rows), &mut row, (hands.service, hands.worker))?;
    rows.cases.push(row);
    Ok(rows.cases.len() - 1)
}

/// Every step that the case takes, past and to come, when consent is recorded, and how it ends.
fn plan(
    (world, dice): (&World, &mut Dice),
    child: &Child,
    opened_at: DateTime<Utc>,
    hands: &Hands<'_>,
    fixed: Fixed,
) -> (Vec<Step>, Option<DateTime<Utc>>, ClosureReason) {
    let (officer, worker, manager) = (hands.officer.user, hands.worker.user, hands.service.manager.user);
    let mut steps = vec![Step::new(opened_at, Status::AwaitingConsent, "referral.triage", officer)];
    if let Some(agreed) = fixed.fresh {
        let consent = opened_at + (world.now - opened_at) / 2;
        if agreed {
            steps.push(Step::new(consent, Status::Open, "consent.record", officer));
        }
        return (steps, agreed.then_some(consent), ClosureReason::Disengaged);
    }
    let allocated = dice.after(opened_at, 1, 4);
    let agrees = fixed.active || dice.percent(87.0);
    if !agrees {
        steps.push(Step::new(allocated, Status::AwaitingConsent, "case.allocate", manager));
        let at = dice.after(opened_at, 16, 26);
        steps.push(Step {
            at,
            to: Status::Closed,
            operation: "case.close",
            by: worker,
            why: Some(texts::CLOSED[2]),
        });
        let reason = *dice.weighted(&[
            (ClosureReason::Disengaged, 7),
            (ClosureReason::ConsentWithdrawn, 2),
            (ClosureReason::SteppedDown, 2),
        ]);
        return (steps, None, reason);
    }
    let mut consent = if fixed.active { dice.after(opened_at, 1, 3) } else { dice.after(opened_at, 1, 11) };
    if consent < allocated {
        steps.push(Step::new(consent, Status::Open, "consent.record", officer));
        steps.push(Step::new(allocated, Status::Allocated, "case.allocate", manager));
    } else {
        steps.push(Step::new(allocated, Status::AwaitingConsent, "case.allocate", manager));
        consent = consent.max(allocated + TimeDelta::minutes(30));
        steps.push(Step::new(consent, Status::Allocated, "consent.record", worker));
    }
    let quick = fixed.active;
    let mut at = dice.after(consent.max(allocated), 1, if quick { 2 } else { 6 });
    let mut next = |at: DateTime<Utc>, to, operation| steps.push(Step::new(at, to, operation, worker));
    next(at, Status::Assessment, "case.start_assessment");
    at = if quick { dice.after(at, 3, 6) } else { dice.after(at, 8, 20) };
    next(at, Status::PlanAgreed, "case.agree_plan");
    at = dice.after(at, 1, if quick { 2 } else { 8 });
    next(at, Status::Active, "case.activate");
    let weeks = u64::try_from(dice.between(7, 24)).unwrap_or_default();
    let mut end = local_date(at) + Days::new(weeks * 7);
    if fixed.active {
        end = end.max(world.today + Days::new(30));
    } else if dice.percent(19.0) {
        let held =
            dice.time_on(Calendar::england().working_day_after(local_date(at) + Days::new(weeks * 3)), 9, 17);
        next(held, Status::OnHold, "case.hold");
        let resumed = dice.after(held, 8, 20);
        next(resumed, Status::Active, "case.resume");
        end = end.max(local_date(resumed) + Days::new(14));
    }
    let end = dice.time_on(Calendar::england().working_day_after(end), 9, 17);
    let reason = ending(dice, child, local_date(end));
    let why = match reason {
        ClosureReason::CompletedGoalsMet => texts::CLOSED[0],
        ClosureReason::Disengaged => texts::CLOSED[2],
        _ => texts::CLOSED[1],
    };
    steps.push(Step { at: end, to: Status::Closed, operation: "case.close", by: worker, why: Some(why) });
    (steps, Some(consent.max(opened_at)), reason)
}

fn ending(dice: &mut Dice, child: &Child, day: NaiveDate) -> ClosureReason {
    use ClosureReason as R;
    if age_on(child.born, day) >= 18 && dice.percent(60.0) {
        return R::Turned18;
    }
    *dice.weighted(&[
        (R::CompletedGoalsMet, 50),
        (R::CompletedPartly, 20),
        (R::Disengaged, 12),
        (R::SteppedUp, 7),
        (R::SteppedDown, 5),
        (R::MovedArea, 3),
        (R::ConsentWithdrawn, 2),
        (R::Custody, 1),
    ])
}
