//! What waits at this moment: new, taken, asked about, overdue, to be countersigned, in danger.

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    children::{self, Child},
    concerns::{self, Raised},
    plans::Waiting,
    sending::{self, Sent},
    teller::Teller,
    triage::{self, Decided},
    world::Council,
};
use crate::{
    domain::{
        casework::referral_clocks as clocks,
        record::{
            calendar::{Calendar, local_date},
            service_hours::ServiceHours,
        },
    },
    entity::casework::referral,
    platform::error::Result,
    words::{
        DecisionReason, FactorCode, JobKind, ReferralSource as Source, SafeguardingKind, Trigger, Urgency,
    },
};

/// Writes a referral that waits now.
pub fn wait(teller: &mut Teller<'_>, waiting: Waiting, council: Council) -> Result<()> {
    let world = teller.world;
    let calendar = Calendar::england();
    let at = sent_at(teller, waiting);
    let mut fixed = children::Fixed::default();
    let source = source(waiting);
    if source == Source::School {
        // The school that signs in.
        fixed.age = Some(13);
        fixed.school = Some(0);
    }
    let mut child = children::make(teller.desk(), council, at, &fixed, 1.0)?;
    let service = world.service(council);
    let mut from = sending::from_source(world, &mut teller.dice, &child, source);
    if source == Source::School {
        from.person = service.schools[0].leads[0].clone();
    }
    let mut sent = sending::draw(world, &mut teller.dice, &child, from, at);
    shape(&mut sent, &mut child, waiting, teller);
    let mut referral = sending::write(teller.desk(), &child, &sent)?;
    // Who signs in as triage is the first; somebody else is the second.
    let officer = service.triage[usize::from(waiting == Waiting::TakenByAnother)].clone();
    match waiting {
        Waiting::JustIn
        | Waiting::ThisMorning
        | Waiting::Knife
        | Waiting::BothServices
        | Waiting::Overdue => {
            if waiting == Waiting::Overdue {
                referral.acknowledged_at = Some(at + TimeDelta::hours(2));
            }
            not_taken(teller, &referral, at);
        }
        Waiting::Taken | Waiting::TakenByAnother => {
            let since = world.no_later(at + TimeDelta::minutes(35));
            triage::take(teller.desk(), &mut referral, &officer, since);
            teller.job(JobKind::OwnerLapses, referral.id.uuid(), clocks::owner_lapses_at(since, calendar));
        }
        Waiting::Asked | Waiting::AskedLong | Waiting::Answered => {
            let asked = world.no_later(teller.dice.after(at, 0, 1));
            triage::ask(teller.desk(), &mut referral, &child, (service.id, &officer, asked))?;
            if waiting == Waiting::Answered {
                let answered = (world.now - TimeDelta::minutes(55)).max(asked + TimeDelta::minutes(5));
                triage::answer(teller.desk(), &mut referral, &child, (&sent.from.person, answered))?;
                not_taken(teller, &referral, answered);
            } else if let Some(due_on) = referral.answer_due_on {
                teller.job(JobKind::QuestionDue, referral.id.uuid(), clocks::answer_due_at(due_on));
            }
        }
        Waiting::Countersign => {
            let proposed = world.no_later(teller.dice.after(at, 0, 1));
            let decided =
                triage::decline(&mut teller.dice, &child, Some(DecisionReason::OpenToStatutoryService));
            let decided = Decided { left_open: true, ..decided };
            triage::take(teller.desk(), &mut referral, &officer, proposed - TimeDelta::minutes(20));
            triage::decide(teller.desk(), &mut referral, (service, &officer, proposed), &decided)?;
        }
        Waiting::Immediate => danger(teller, &child, &sent, &referral)?,
    }
    teller.job(JobKind::ReferralOverdue, referral.id.uuid(), referral.triage_due_at);
    teller.rows.referrals.push(referral);
    Ok(())
}

fn sent_at(teller: &mut Teller<'_>, waiting: Waiting) -> DateTime<Utc> {
    let (now, calendar) = (teller.world.now, Calendar::england());
    let days_ago = |teller: &mut Teller<'_>, days| {
        let day = calendar.subtract_working_days(local_date(now), days);
        teller.dice.time_on(day, 9, 16)
    };
    match waiting {
        Waiting::JustIn => now - TimeDelta::minutes(i64::from(teller.dice.between(4, 12))),
        Waiting::ThisMorning | Waiting::BothServices => {
            now - TimeDelta::minutes(i64::from(teller.dice.between(40, 130)))
        }
        Waiting::Immediate => now - TimeDelta::minutes(i64::from(teller.dice.between(28, 40))),
        Waiting::Taken | Waiting::TakenByAnother => {
            now - TimeDelta::minutes(i64::from(teller.dice.between(80, 200)))
        }
        Waiting::Knife => days_ago(teller, 1),
        Waiting::Asked | Waiting::Answered | Waiting::Countersign => days_ago(teller, 2),
        Waiting::Overdue => days_ago(teller, 5),
        Waiting::AskedLong => days_ago(teller, 8),
    }
}

const fn source(waiting: Waiting) -> Source {
    match waiting {
        Waiting::JustIn | Waiting::Taken | Waiting::Asked | Waiting::Immediate => Source::School,
        Waiting::Knife | Waiting::Countersign | Waiting::Overdue => Source::Police,
        Waiting::ThisMorning | Waiting::AskedLong => Source::SocialCare,
        Waiting::TakenByAnother => Source::EmergencyDepartment,
        Waiting::Answered => Source::SchoolNurse,
        Waiting::BothServices => Source::Voluntary,
    }
}

/// What makes it the one that it is.
fn shape(sent: &mut Sent, child: &mut Child, waiting: Waiting, teller: &Teller<'_>) {
    let day = local_date(sent.at);
    let event = |sent: &mut Sent, trigger, urgency| {
        (sent.trigger, sent.triggered_on, sent.urgency) = (trigger, Some(day), urgency);
    };
    match waiting {
        Waiting::Knife => {
            child.needs.put_first(FactorCode::CarriedWeapon);
            event(sent, Trigger::KnifePossession, Urgency::Priority);
        }
        Waiting::Countersign | Waiting::Overdue => {
            event(sent, Trigger::AntisocialBehaviour, Urgency::Routine);
        }
        Waiting::Immediate => {
            child.needs.put_first(FactorCode::VictimOfViolence);
            (sent.trigger, sent.triggered_on, sent.urgency) = (Trigger::None, None, Urgency::Immediate);
        }
        Waiting::BothServices => {
            sent.services = teller.world.services.iter().map(|service| service.id).collect();
        }
        _ => sent.urgency = Urgency::Routine,
    }
}

/// Nobody has taken it: the manager hears of it by noon of the next working day.
fn not_taken(teller: &mut Teller<'_>, referral: &referral::Model, since: DateTime<Utc>) {
    let due_at = clocks::not_taken_check_at(since, Calendar::england());
    teller.job(JobKind::ReferralNotTaken, referral.id.uuid(), due_at);
}

/// A child was in danger: the front door was called, and somebody has to open the referral within the hour.
fn danger(teller: &mut Teller<'_>, child: &Child, sent: &Sent, referral: &referral::Model) -> Result<()> {
    let raised = Raised {
        kind: SafeguardingKind::AboutChild,
        referral: Some(referral.id),
        case: None,
        about: None,
        by: &sent.from.person,
        from: sent.from.organisation,
        at: sent.at,
        danger: true,
        resolved: None,
    };
    concerns::raise(teller.desk(), child, &raised)?;
    not_taken(teller, referral, sent.at);
    let opened_by = clocks::immediate_unopened_at(sent.at, &ServiceHours::office(), Calendar::england());
    if let Some(due_at) = opened_by {
        teller.job(JobKind::ReferralNotOpened, referral.id.uuid(), due_at);
    }
    Ok(())
}
