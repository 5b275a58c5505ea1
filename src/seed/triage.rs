//! What becomes of a referral: it is taken, asked about, decided, challenged. Dates by the recipe: half within 1.6 working
//! days, 88 in a hundred within the target.

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    accounts,
    children::Child,
    dice::{Dice, working_time_after},
    rows::Rows,
    sending::{Step, step},
    texts,
    world::{Member, World},
};
use crate::{
    domain::{
        casework::{referral_clocks, triage_rules::needs_countersign},
        record::calendar::{Calendar, local_date},
    },
    entity::casework::{
        referral,
        referral_message::{self, MessageWords},
        triage_decision::{self, DecisionWords},
    },
    platform::{error::Result, sealed::Sealed},
    words::{
        DecisionReason as Why, MessageKind, Pathway, ReferralSource, ReferralStatus as Status,
        TriageOutcome as Outcome, Trigger, Urgency,
        id::{Id, noun},
    },
};

/// What is written besides the referral's own row.
pub type Desk<'a> = (&'a World, &'a mut Dice, &'a mut Rows);

/// A decision to be written.
#[derive(Clone, Debug)]
pub struct Decided {
    pub outcome: Outcome,
    pub reason: Option<Why>,
    pub pathway: Option<Pathway>,
    pub redirect_to: Option<&'static str>,
    pub feedback: String,
    /// Left for the manager to countersign, or for the other service to confirm.
    pub left_open: bool,
}

impl Decided {
    /// A decision of which nothing is left open.
    pub fn new(outcome: Outcome, feedback: String) -> Self {
        Self { outcome, reason: None, pathway: None, redirect_to: None, feedback, left_open: false }
    }
}

/// Services that a child may be sent on to.
const ELSEWHERE: [&str; 6] = [
    "Early help",
    "Child and adolescent mental health services",
    "The young people's substance misuse service",
    "The school's own support",
    "Family group conferencing",
    "Youth clubs and detached youth work",
];

/// A working time until the decision: by the target nearly nine times in ten.
pub fn decision_time(dice: &mut Dice, from: DateTime<Utc>, urgency: Urgency) -> DateTime<Utc> {
    let target = match urgency {
        Urgency::Routine => 2.0,
        Urgency::Priority => 1.0,
        Urgency::Immediate => 0.15,
    };
    let share = dice.unit();
    let days = if share < 0.88 {
        // A power that puts the median of all at 1.6 of 2 days.
        target * (share / 0.88).powf(0.394)
    } else {
        target + 0.6 + 9.0 * (share - 0.88) / 0.12
    };
    working_time_after(from, days)
}

/// Words between the service and those who referred.
pub fn message(
    (world, dice, rows): Desk<'_>,
    referral: &referral::Model,
    kind: MessageKind,
    (at, from, by): (DateTime<Utc>, Id<noun::Organisation>, &Member),
    text: String,
) -> Result<()> {
    let id: Id<noun::ReferralMessage> = dice.id(at);
    let words = Sealed::new(&world.keys, id.uuid(), &MessageWords(text))?;
    let (referral_id, by_user_id) = (referral.id, Some(by.user));
    rows.messages.push(referral_message::Model {
        id,
        referral_id,
        at,
        from_id: from,
        by_user_id,
        kind,
        words,
    });
    Ok(())
}

/// Somebody takes the referral a while before it is decided.
pub fn take((_, dice, rows): Desk<'_>, referral: &mut referral::Model, officer: &Member, at: DateTime<Utc>) {
    referral.acknowledged_at.get_or_insert(at);
    referral.owner_id = Some(officer.user);
    referral.owned_since = Some(at);
    referral.version += 1;
    referral.sent_version += 1;
    let (from, to, by) = (Some(referral.status), referral.status, Some(officer.user));
    step(dice, rows, Step { referral: referral.id, from, to, operation: "referral.take", at, by });
}

/// Triage asks; the clock pauses until the answer is due.
pub fn ask(
    (world, dice, rows): Desk<'_>,
    referral: &mut referral::Model,
    child: &Child,
    (service, officer, at): (Id<noun::Organisation>, &Member, DateTime<Utc>),
) -> Result<()> {
    let calendar = Calendar::england();
    let due_on = referral_clocks::answer_due_on(at, calendar);
    referral.status = Status::InfoRequested;
    referral.asked_at = Some(at);
    referral.answer_due_on = Some(due_on);
    referral.triage_due_at = referral_clocks::due_while_asked(referral.triage_due_at, at, due_on, calendar);
    referral.acknowledged_at.get_or_insert(at);
    referral.version += 1;
    referral.sent_version += 1;
    let text = accounts::one_of(dice, &texts::ASK, child);
    let (from, to, by) = (Some(Status::Submitted), Status::InfoRequested, Some(officer.user));
    step(dice, rows, Step { referral: referral.id, from, to, operation: "referral.triage", at, by });
    message((world, dice, rows), referral, MessageKind::Question, (at, service, officer), text)
}

/// Those who referred answer.
pub fn answer(
    (world, dice, rows): Desk<'_>,
    referral: &mut referral::Model,
    child: &Child,
    (by, at): (&Member, DateTime<Utc>),
) -> Result<()> {
    if let Some(due_on) = referral.answer_due_on {
        referral.triage_due_at =
            referral_clocks::due_once_answered(referral.triage_due_at, at, due_on, Calendar::england());
    }
    unasked(referral);
    let text = accounts::one_of(dice, &texts::ANSWER, child);
    let (from, to) = (Some(Status::InfoRequested), Status::Submitted);
    step(
        dice,
        rows,
        Step {
            referral: referral.id,
            from,
            to,
            operation: "referral.add_information",
            at,
            by: Some(by.user),
        },
    );
    let organisation = referral.source_organisation_id;
    message((world, dice, rows), referral, MessageKind::Answer, (at, organisation, by), text)
}

/// The question is not open any more.
pub fn unasked(referral: &mut referral::Model) {
    referral.status = Status::Submitted;
    referral.asked_at = None;
    referral.answer_due_on = None;
    referral.version += 1;
    referral.sent_version += 1;
}

/// Triage decides.
pub fn decide(
    (world, dice, rows): Desk<'_>,
    referral: &mut referral::Model,
    (service, officer, at): (&super::world::Service, &Member, DateTime<Utc>),
    decided: &Decided,
) -> Result<()> {
    let needs = needs_countersign(decided.outcome, decided.reason, referral.source);
    let (from, to) =
        (Some(referral.status), crate::domain::casework::referral_rules::status_of(decided.outcome));
    let countersigned = (needs && !decided.left_open).then(|| world.no_later(dice.after(at, 0, 1)));
    let confirmed = (decided.outcome == Outcome::Redirect && !decided.left_open)
        .then(|| world.no_later(dice.after(countersigned.unwrap_or(at), 1, 5)));
    let id: Id<noun::TriageDecision> = dice.id(at);
    let words = DecisionWords {
        rationale: (*dice.pick(&texts::RATIONALE)).to_owned(),
        feedback: decided.feedback.clone(),
        redirect_to: decided.redirect_to.map(str::to_owned),
        accepted_by: confirmed.map(|_| "Duty worker, by telephone".to_owned()),
        countersign_comment: None,
    };
    rows.decisions.push(triage_decision::Model {
        id,
        referral_id: referral.id,
        outcome: decided.outcome,
        reason: decided.reason,
        pathway: decided.pathway,
        words: Sealed::new(&world.keys, id.uuid(), &words)?,
        decided_by_id: officer.user,
        decided_at: at,
        needs_countersign: needs,
        countersigned_by_id: countersigned.map(|_| service.manager.user),
        countersigned_at: countersigned,
        agreed: countersigned.map(|_| true),
        redirect_confirmed_at: confirmed,
    });
    referral.status = to;
    referral.awaiting_countersign = needs && countersigned.is_none();
    referral.acknowledged_at.get_or_insert(at);
    // To those who sent it, a decision that waits for the manager is none.
    referral.decided_at =
        if referral.awaiting_countersign { None } else { Some(countersigned.unwrap_or(at)) };
    referral.asked_at = None;
    referral.answer_due_on = None;
    referral.version += 1 + i32::from(countersigned.is_some());
    referral.sent_version += i32::from(!referral.awaiting_countersign);
    step(
        dice,
        rows,
        Step { referral: referral.id, from, to, operation: "referral.triage", at, by: Some(officer.user) },
    );
    if let Some(at) = countersigned {
        let by = Some(service.manager.user);
        step(
            dice,
            rows,
            Step { referral: referral.id, from: Some(to), to, operation: "referral.countersign", at, by },
        );
    }
    if referral.awaiting_countersign {
        return Ok(());
    }
    let told_at = countersigned.unwrap_or(at);
    let from = (told_at, service.id, officer);
    message((world, dice, rows), referral, MessageKind::Decision, from, decided.feedback.clone())
}

/// Which way a child who is accepted comes to help.
pub fn pathway(dice: &mut Dice, source: ReferralSource, trigger: Trigger) -> Pathway {
    match trigger {
        Trigger::KnifePossession => Pathway::KnifePlan,
        Trigger::HospitalAttendance if source == ReferralSource::EmergencyDepartment => {
            Pathway::EmergencyDepartment
        }
        Trigger::CommunityResolution | Trigger::Outcome22 | Trigger::YouthCaution => {
            *dice.weighted(&[(Pathway::Diversion, 6), (Pathway::Turnaround, 4)])
        }
        Trigger::AntisocialBehaviour
        | Trigger::VoluntaryInterview
        | Trigger::ArrestNoFurtherAction
        | Trigger::ReleasedUnderInvestigation => {
            *dice.weighted(&[(Pathway::Turnaround, 7), (Pathway::TargetedPrevention, 3)])
        }
        _ => *dice.weighted(&[(Pathway::EarlyPrevention, 8), (Pathway::TargetedPrevention, 2)]),
    }
}

/// A decision to send a child on.
pub fn redirect(dice: &mut Dice, child: &Child) -> Decided {
    let to = *dice.pick(&ELSEWHERE);
    let feedback = accounts::of(texts::FEEDBACK_REDIRECT, child).replace("{service}", to);
    Decided {
        reason: Some(Why::BetterMetElsewhere),
        redirect_to: Some(to),
        ..Decided::new(Outcome::Redirect, feedback)
    }
}

/// A decision not to take a child on.
pub fn decline(dice: &mut Dice, child: &Child, because: Option<Why>) -> Decided {
    let reason = because.unwrap_or_else(|| {
        *dice.weighted(&[
            (Why::NeedNotForThisService, 34),
            (Why::OpenToStatutoryService, 26),
            (Why::ConsentRefused, 22),
            (Why::BetterMetElsewhere, 10),
            (Why::NoCapacity, 8),
        ])
    });
    let why = match reason {
        Why::OpenToStatutoryService => "a social worker works with the family already and has a plan",
        Why::ConsentRefused => "the family does not want it at present",
        Why::InsufficientInformation => "we asked twice and know too little to act",
        Why::NoCapacity => "there is no room at present; the youth club has offered a place meanwhile",
        Why::BetterMetElsewhere => "others can help better with this",
        _ => "what {child} needs is not what we are for",
    };
    let feedback = accounts::of(&texts::FEEDBACK_DECLINE.replace("{why}", why), child);
    let redirect_to = (reason == Why::NoCapacity).then_some("Youth clubs and detached youth work");
    Decided { reason: Some(reason), redirect_to, ..Decided::new(Outcome::Decline, feedback) }
}

/// Those who referred are still worried.
pub fn challenge(
    (world, dice, rows): Desk<'_>,
    referral: &mut referral::Model,
    child: &Child,
    (by, at): (&Member, DateTime<Utc>),
) -> Result<()> {
    referral.challenged_at = Some(at);
    referral.version += 1;
    referral.sent_version += 1;
    let text = accounts::of(texts::WORRIED, child);
    let from = (at, referral.source_organisation_id, by);
    message((world, dice, rows), referral, MessageKind::Challenge, from, text)
}

/// Those who referred, or triage for them, take it back.
pub fn withdraw(
    (world, dice, rows): Desk<'_>,
    referral: &mut referral::Model,
    child: &Child,
    at: DateTime<Utc>,
    by: &Member,
) -> Result<()> {
    let from = Some(referral.status);
    referral.status = Status::Withdrawn;
    referral.owner_id = None;
    referral.owned_since = None;
    referral.asked_at = None;
    referral.answer_due_on = None;
    referral.version += 1;
    referral.sent_version += 1;
    step(
        dice,
        rows,
        Step {
            referral: referral.id,
            from,
            to: Status::Withdrawn,
            operation: "referral.withdraw",
            at,
            by: Some(by.user),
        },
    );
    let why = accounts::one_of(dice, &texts::WITHDRAW, child);
    if let Some(last) = rows.transitions.last_mut() {
        let words = crate::entity::casework::transition::TransitionWords(why);
        last.words = Some(Sealed::new(&world.keys, last.id.uuid(), &words)?);
    }
    Ok(())
}

/// An instant a while before a decision, at which somebody took it, and not before it was sent.
pub fn taken_before(dice: &mut Dice, sent: DateTime<Utc>, decided: DateTime<Utc>) -> DateTime<Utc> {
    let earlier = decided - TimeDelta::minutes(i64::from(dice.between(25, 200)));
    let taken = earlier.max(sent + TimeDelta::minutes(3)).min(decided);
    if local_date(taken) == local_date(decided) { taken } else { decided - TimeDelta::minutes(10) }
}
