//! Consent as it is given, refused, not needed and withdrawn. What a referrer reported is never one.

use chrono::{DateTime, Utc};

use super::{children::Child, triage::Desk, world::Member};
use crate::{
    domain::{
        people::young_person_rules::{DECIDES_ALONE, age_on},
        record::calendar::local_date,
    },
    entity::people::consent::{self, ConsentWords, Scope},
    platform::{error::Result, sealed::Sealed},
    words::{
        ConsentKind as Kind, ConsentStatus as Status, Pathway,
        id::{Id, noun},
    },
};

/// How the family answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Answers {
    /// Child and parent agree, or a parent is not needed.
    #[default]
    Agreed,
    /// A parent refuses, and the child is found able to decide alone.
    ChildAlone,
}

struct Answer<'a> {
    kind: Kind,
    status: Status,
    given_by: String,
    by_parent: bool,
    reason: Option<&'a str>,
    gillick: Option<&'a str>,
    replaced_at: Option<DateTime<Utc>>,
}

const TOLD: &str =
    "A plan is mandatory after a knife was found; the child was told what follows from not taking part.";
const SIXTEEN: &str =
    "Is 16 or older, understands what is offered and decides alone; prefers that a parent is not asked.";
const GILLICK: &str = "Understands what the work is, what is written down and who reads it; weighed both sides in own words on two days.";

/// Writes the answers that a case waits for.
pub fn write(
    (world, dice, rows): Desk<'_>,
    child: &Child,
    pathway: Pathway,
    (by, at): (&Member, DateTime<Utc>),
    answers: Answers,
) -> Result<()> {
    let parent = child.parent.as_ref().map_or("A parent", |parent| parent.name.as_str()).to_owned();
    let childs = child.called().to_owned();
    let of = |kind, status, given_by: &str, by_parent| Answer {
        kind,
        status,
        given_by: given_by.to_owned(),
        by_parent,
        reason: None,
        gillick: None,
        replaced_at: None,
    };
    let (agreed, asked) =
        (of(Kind::ParticipateChild, Status::Given, &childs, false), Kind::ParticipateParent);
    let by_duty = pathway == Pathway::KnifePlan && dice.percent(45.0) && answers == Answers::Agreed;
    let old_enough = age_on(child.born, local_date(at)) >= DECIDES_ALONE
        && age_on(child.born, world.today) >= DECIDES_ALONE;
    let mut given = if by_duty {
        let told = |kind| Answer { reason: Some(TOLD), ..of(kind, Status::NotRequired, &childs, false) };
        vec![told(Kind::ParticipateChild), told(asked)]
    } else if answers == Answers::ChildAlone {
        let refused = Answer {
            reason: Some("Does not want services in the family."),
            replaced_at: Some(at),
            ..of(asked, Status::Refused, &parent, true)
        };
        vec![
            agreed,
            refused,
            Answer { gillick: Some(GILLICK), ..of(asked, Status::NotRequired, &by.name, false) },
        ]
    } else if old_enough && dice.percent(30.0) {
        vec![agreed, Answer { reason: Some(SIXTEEN), ..of(asked, Status::NotRequired, &childs, false) }]
    } else {
        vec![agreed, of(asked, Status::Given, &parent, true)]
    };
    if dice.percent(22.0) {
        given.push(of(Kind::ShareWithOrganisation, Status::Given, &childs, false));
    }
    if dice.percent(12.0) {
        let status = if dice.percent(70.0) { Status::Given } else { Status::Refused };
        given.push(of(Kind::Evaluation, status, &childs, false));
    }
    for answer in given {
        let id: Id<noun::Consent> = dice.id(at);
        let words = ConsentWords {
            given_by: answer.given_by,
            reason: answer.reason.map(str::to_owned),
            gillick_reasons: answer.gillick.map(str::to_owned),
        };
        let shared = answer.kind == Kind::ShareWithOrganisation;
        let scope = if shared { vec!["That I take part, and when".to_owned()] } else { Vec::new() };
        rows.consents.push(consent::Model {
            id,
            young_person_id: child.id,
            version: 1,
            kind: answer.kind,
            status: answer.status,
            words: Sealed::new(&world.keys, id.uuid(), &words)?,
            contact_id: child.parent.as_ref().filter(|_| answer.by_parent).map(|parent| parent.contact),
            scope: Scope(scope),
            decided_on: local_date(at),
            withdrawn_on: None,
            expires_on: None,
            organisation_id: shared.then_some(world.provider_organisation),
            recorded_by_id: by.user,
            recorded_at: at,
            replaced_at: answer.replaced_at,
        });
    }
    Ok(())
}
