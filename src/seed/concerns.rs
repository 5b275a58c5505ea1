//! Safeguarding concerns, open and resolved, with the calls that were made.

use chrono::{DateTime, TimeDelta, Utc};

use super::{accounts, children::Child, dice::Dice, texts_of_cases as texts, triage::Desk, world::Member};
use crate::{
    domain::{casework::referral_clocks, record::calendar::Calendar},
    entity::casework::{
        emergency_call::{self, CallWords},
        safeguarding_concern::{self, ConcernWords},
    },
    platform::{error::Result, sealed::Sealed},
    words::{
        SafeguardingKind as Kind,
        id::{Id, noun},
    },
};

/// A concern to be written.
#[derive(Debug)]
pub struct Raised<'a> {
    pub kind: Kind,
    pub referral: Option<Id<noun::Referral>>,
    pub case: Option<Id<noun::Case>>,
    pub about: Option<&'a Member>,
    pub by: &'a Member,
    pub from: Id<noun::Organisation>,
    pub at: DateTime<Utc>,
    pub danger: bool,
    pub resolved: Option<(DateTime<Utc>, &'a Member)>,
}

/// Writes a concern; where there was danger, with the call to the front door.
pub fn raise((world, dice, rows): Desk<'_>, child: &Child, raised: &Raised<'_>) -> Result<()> {
    let id: Id<noun::SafeguardingConcern> = dice.id(raised.at);
    let adult = raised.kind == Kind::AboutAdultWorkingWithChildren;
    let words = ConcernWords {
        text: if adult {
            texts::CONCERN_ADULT.to_owned()
        } else {
            accounts::of(text(dice, raised.kind), child)
        },
        about_name: raised.about.map(|member| member.name.clone()),
        outcome: raised.resolved.map(|_| accounts::one_of(dice, &texts::CONCERN_OUTCOME, child)),
    };
    rows.concerns.push(safeguarding_concern::Model {
        id,
        version: 1 + i32::from(raised.resolved.is_some()),
        kind: raised.kind,
        young_person_id: Some(child.id),
        case_id: raised.case,
        referral_id: raised.referral,
        about_user_id: raised.about.map(|member| member.user),
        words: Sealed::new(&world.keys, id.uuid(), &words)?,
        raised_by_id: raised.by.user,
        raised_from_id: raised.from,
        raised_at: raised.at,
        immediate_danger: raised.danger,
        parent_told: !raised.danger && !adult && dice.percent(50.0),
        child_told: !adult && dice.percent(70.0),
        decision_due_on: referral_clocks::concern_decision_due_on(raised.at, Calendar::england()),
        resolved_at: raised.resolved.map(|(at, _)| at),
        resolved_by_id: raised.resolved.map(|(_, by)| by.user),
    });
    if raised.danger {
        let call: Id<noun::EmergencyCall> = dice.id(raised.at);
        let door = match child.council {
            super::world::Council::Swindon => "Multi-Agency Safeguarding Hub (Contact Swindon)",
            super::world::Council::Wiltshire => "Integrated Front Door",
        };
        let words = CallWords {
            agency: door.to_owned(),
            spoke_to: Some("Duty social worker".to_owned()),
            reference: Some(format!("FD{:06}", dice.below(1_000_000))),
        };
        rows.calls.push(emergency_call::Model {
            id: call,
            concern_id: id,
            called_at: raised.at - TimeDelta::minutes(12),
            words: Sealed::new(&world.keys, call.uuid(), &words)?,
        });
    }
    Ok(())
}

fn text(dice: &mut Dice, kind: Kind) -> &'static str {
    match kind {
        Kind::Exploitation => texts::CONCERNS[1],
        Kind::Missing => texts::CONCERNS[2],
        _ if dice.percent(50.0) => texts::CONCERNS[0],
        _ => texts::CONCERNS[3],
    }
}

/// A concern about a child whose case is worked on, raised at some time since; lately raised ones are open.
pub fn on_case((world, dice, rows): Desk<'_>, child: &Child, case: Id<noun::Case>) -> Result<()> {
    let Some(row) = rows.cases.iter().rev().find(|row| row.id == case) else { return Ok(()) };
    let service = world.service(child.council);
    let until = row.closed_at.unwrap_or(world.now);
    let minutes = i32::try_from((until - row.opened_at).num_minutes()).unwrap_or(60).max(60);
    let at = row.opened_at + TimeDelta::minutes(i64::from(dice.between(30, minutes)));
    let worker = service.teams.iter().flatten().find(|member| Some(member.user) == row.caseworker_id);
    let by = worker.unwrap_or(&service.manager);
    let solved = dice.after(at, 0, 2);
    let resolved = (solved < until).then_some((solved, &service.manager));
    // Nothing stays open once a case has closed.
    if row.closed_at.is_some() && resolved.is_none() {
        return Ok(());
    }
    let kind = *dice.weighted(&[(Kind::AboutChild, 5), (Kind::Exploitation, 3), (Kind::Missing, 2)]);
    let danger = dice.percent(30.0);
    let (case, at) = (Some(case), at.min(world.now));
    let raised =
        Raised { kind, referral: None, case, about: None, by, from: service.id, at, danger, resolved };
    raise((world, dice, rows), child, &raised)
}
