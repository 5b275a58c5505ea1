//! Who sends a referral, why and when: sources and events by the recipe, and the row as it stands when it is sent.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, Utc};

use super::{
    accounts::{self, Occasion},
    children::Child,
    dice::Dice,
    rows::Rows,
    world::{Council, Member, SenderKind, World},
};
use crate::{
    domain::{
        casework::referral_clocks,
        people::young_person_rules::is_for_welfare_only,
        record::{
            calendar::{Calendar, local_date},
            service_hours::ServiceHours,
        },
    },
    entity::casework::{
        referral::{self, FactorCodes},
        referral_service, transition,
    },
    platform::{error::Result, sealed::Sealed},
    words::{
        FactorCode, ParentNotToldReason, ReferralSource as Source, ReferralStatus, Trigger, Urgency,
        id::{Id, noun},
        names::search_key_of,
    },
};

/// Of a hundred referrals so many come from there.
const SOURCES: [(Source, u32); 15] = [
    (Source::School, 32),
    (Source::AlternativeProvision, 2),
    (Source::Police, 25),
    (Source::PoliceCustody, 2),
    (Source::SocialCare, 9),
    (Source::EarlyHelp, 7),
    (Source::EmergencyDepartment, 6),
    (Source::SchoolNurse, 2),
    (Source::Panel, 5),
    (Source::Housing, 3),
    (Source::FireAndRescue, 1),
    (Source::Family, 3),
    (Source::SelfReferral, 1),
    (Source::Voluntary, 1),
    (Source::Probation, 1),
];

/// Referrals by month: fewer in holidays, most in October, November and March.
const MONTHS: [u32; 12] = [9, 8, 12, 7, 9, 10, 8, 5, 9, 13, 13, 6];

/// Who sends.
#[derive(Clone, Debug)]
pub struct From {
    pub source: Source,
    pub organisation: Id<noun::Organisation>,
    pub group: String,
    pub person: Member,
}

/// What is sent, and when.
#[derive(Clone, Debug)]
pub struct Sent {
    pub from: From,
    pub at: DateTime<Utc>,
    pub trigger: Trigger,
    pub triggered_on: Option<NaiveDate>,
    pub urgency: Urgency,
    pub not_told: Option<ParentNotToldReason>,
    pub services: Vec<Id<noun::Organisation>>,
}

/// An instant in the last 24 months, mostly on working days, before the last few days.
pub fn some_time(dice: &mut Dice, now: DateTime<Utc>, latest: NaiveDate) -> DateTime<Utc> {
    let today = local_date(now);
    let months: Vec<(u32, u32)> = (0..24)
        .map(|back| {
            (back, MONTHS[today.checked_sub_months(Months::new(back)).map_or(0, |day| day.month0() as usize)])
        })
        .collect();
    loop {
        let back = *dice.weighted(&months);
        let first = today.checked_sub_months(Months::new(back)).unwrap_or(today).with_day(1).unwrap_or(today);
        let day = first + Days::new(u64::try_from(dice.between(0, 27)).unwrap_or_default());
        let worked = Calendar::england().is_working_day(day);
        if day <= latest && (worked || dice.percent(7.0)) {
            let (from, to) = if dice.percent(88.0) { (8, 17) } else { (17, 21) };
            return dice.time_on(day, from, to);
        }
    }
}

/// Somebody who refers a child, drawn by the recipe.
pub fn from_somebody(world: &World, dice: &mut Dice, child: &Child) -> From {
    let source = *dice.weighted(&SOURCES);
    from_source(world, dice, child, source)
}

/// Somebody of a source.
pub fn from_source(world: &World, dice: &mut Dice, child: &Child, source: Source) -> From {
    let service = world.service(child.council);
    let kind = match source {
        Source::School | Source::AlternativeProvision => match child.school {
            Some(place) => {
                let school = &service.schools[place];
                let source = if school.alternative { Source::AlternativeProvision } else { Source::School };
                let person = dice.pick(&school.leads).clone();
                return From {
                    source,
                    organisation: school.id,
                    group: super::staff::LEADS.to_owned(),
                    person,
                };
            }
            None => return from_source(world, dice, child, Source::SocialCare),
        },
        Source::Police | Source::PoliceCustody => SenderKind::Police,
        Source::SocialCare | Source::EarlyHelp => SenderKind::SocialCare,
        Source::EmergencyDepartment => SenderKind::Health,
        Source::SchoolNurse => SenderKind::OtherHealth,
        Source::Panel => SenderKind::Panel,
        Source::Housing => SenderKind::Housing,
        Source::FireAndRescue => SenderKind::Fire,
        Source::Voluntary => SenderKind::Voluntary,
        Source::Probation => SenderKind::Probation,
        // Parents and children ring, and triage writes it down.
        _ => return by_telephone(world, dice, child.council, source),
    };
    match world.sender(kind, child.council) {
        Some(sender) => From {
            source,
            organisation: sender.organisation,
            group: sender.group.to_owned(),
            person: dice.pick(&sender.people).clone(),
        },
        None => by_telephone(world, dice, child.council, source),
    }
}

fn by_telephone(world: &World, dice: &mut Dice, council: Council, source: Source) -> From {
    let service = world.service(council);
    From {
        source,
        organisation: service.id,
        group: String::new(),
        person: dice.pick(&service.triage).clone(),
    }
}

/// What set it off, by who sends. Of a hundred referrals six are of a knife, all from the police.
pub fn trigger(dice: &mut Dice, source: Source) -> Trigger {
    use Trigger as T;
    match source {
        Source::Police => *dice.weighted(&[
            (T::KnifePossession, 24),
            (T::AntisocialBehaviour, 24),
            (T::CommunityResolution, 14),
            (T::VoluntaryInterview, 12),
            (T::Outcome22, 8),
            (T::YouthCaution, 4),
            (T::MissingEpisode, 8),
            (T::None, 6),
        ]),
        Source::PoliceCustody => {
            *dice.weighted(&[(T::ArrestNoFurtherAction, 6), (T::ReleasedUnderInvestigation, 4)])
        }
        Source::EmergencyDepartment => T::HospitalAttendance,
        Source::School => *dice.weighted(&[
            (T::None, 56),
            (T::Suspension, 34),
            (T::PermanentExclusion, 6),
            (T::MissingEpisode, 4),
        ]),
        Source::AlternativeProvision => *dice.weighted(&[(T::PermanentExclusion, 5), (T::None, 5)]),
        Source::SocialCare | Source::EarlyHelp | Source::Panel => {
            *dice.weighted(&[(T::None, 66), (T::MissingEpisode, 26), (T::AntisocialBehaviour, 8)])
        }
        Source::Housing => T::AntisocialBehaviour,
        _ => *dice.weighted(&[(T::None, 8), (T::Suspension, 2)]),
    }
}

/// A referral from somebody about something, at an instant.
pub fn draw(world: &World, dice: &mut Dice, child: &Child, from: From, at: DateTime<Utc>) -> Sent {
    let drawn = trigger(dice, from.source);
    let day = local_date(at);
    // No offence is alleged of a child under ten.
    let trigger = if is_for_welfare_only(drawn, child.born, day) { Trigger::None } else { drawn };
    let triggered_on = (trigger != Trigger::None).then(|| dice.days_before(day, 0, 6));
    let urgency = match trigger {
        Trigger::KnifePossession | Trigger::HospitalAttendance => {
            *dice.weighted(&[(Urgency::Priority, 8), (Urgency::Routine, 2)])
        }
        _ => *dice.weighted(&[(Urgency::Routine, 80), (Urgency::Priority, 20)]),
    };
    let services = vec![world.service(child.council).id];
    Sent { from, at, trigger, triggered_on, urgency, not_told: None, services }
}

/// The referral as it stands when it is sent, with its receiving services and first step. Comes back to be decided.
pub fn write(
    (world, dice, rows): (&World, &mut Dice, &mut Rows),
    child: &Child,
    sent: &Sent,
) -> Result<referral::Model> {
    let id: Id<noun::Referral> = dice.id(sent.at);
    let by_school = matches!(sent.from.source, Source::School | Source::AlternativeProvision);
    let occasion = Occasion {
        trigger: sent.trigger,
        triggered_on: sent.triggered_on,
        day: local_date(sent.at),
        not_told: sent.not_told,
        by_school,
    };
    let account = accounts::write(dice, child, occasion);
    let (main_factor, factors) = factors(child);
    for service_id in &sent.services {
        rows.referral_services.push(referral_service::Model { referral_id: id, service_id: *service_id });
    }
    step(
        dice,
        rows,
        Step {
            referral: id,
            from: None,
            to: ReferralStatus::Submitted,
            operation: "referral.submit",
            at: sent.at,
            by: Some(sent.from.person.user),
        },
    );
    let hours = ServiceHours::office();
    Ok(referral::Model {
        id,
        reference: dice.reference::<noun::Referral>(),
        version: 1,
        sent_version: 1,
        status: ReferralStatus::Submitted,
        urgency: sent.urgency,
        source: sent.from.source,
        trigger: sent.trigger,
        triggered_on: sent.triggered_on,
        main_factor,
        factors,
        strengths: FactorCodes(child.needs.strengths.clone()),
        source_organisation_id: sent.from.organisation,
        sent_by_group: sent.from.group.clone(),
        referrer_id: Some(sent.from.person.user),
        child_id: dice.id(sent.at),
        child_given_name: child.given.clone(),
        child_family_name: child.family.clone(),
        child_search_name: search_key_of(
            [Some(child.given.as_str()), child.family.as_deref()].into_iter().flatten(),
        ),
        child_date_of_birth: child.born,
        child_date_of_birth_estimated: false,
        child_sex: child.sex,
        child_school_id: child.school_id,
        account: Sealed::new(&world.keys, id.uuid(), &account)?,
        external_reference: (sent.from.source == Source::Police)
            .then(|| format!("54{:09}", dice.below(1_000_000_000))),
        requested_programme_id: None,
        young_person_id: child.id,
        case_id: None,
        duplicate_of_id: None,
        owner_id: None,
        owned_since: None,
        submitted_at: sent.at,
        acknowledged_at: None,
        triage_due_at: referral_clocks::triage_due_at(sent.urgency, sent.at, &hours, Calendar::england()),
        answer_due_on: None,
        asked_at: None,
        challenged_at: None,
        challenge_answered_at: None,
        decided_at: None,
        awaiting_countersign: false,
    })
}

/// The one that worries most, and all.
fn factors(child: &Child) -> (FactorCode, FactorCodes) {
    let risks = &child.needs.risks;
    let main = risks.first().copied().unwrap_or(FactorCode::PeersInvolvedInViolence);
    (main, FactorCodes(risks.clone()))
}

/// A step of a referral.
#[derive(Clone, Copy)]
pub struct Step {
    pub referral: Id<noun::Referral>,
    pub from: Option<ReferralStatus>,
    pub to: ReferralStatus,
    pub operation: &'static str,
    pub at: DateTime<Utc>,
    pub by: Option<Id<noun::User>>,
}

/// Writes a step down.
pub fn step(dice: &mut Dice, rows: &mut Rows, step: Step) {
    rows.transitions.push(transition::Model {
        id: dice.id(step.at),
        referral_id: Some(step.referral),
        case_id: None,
        from_status: step.from.map(|status| status.as_str().to_owned()),
        to_status: step.to.as_str().to_owned(),
        operation: step.operation.to_owned(),
        at: step.at,
        by_user_id: step.by,
        words: None,
    });
}
