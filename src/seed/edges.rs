//! What is out of the ordinary: the cases that a program has to get right, planted among the others; and colleagues who stand
//! in for each other.

use chrono::{DateTime, Days, Months, NaiveTime, TimeDelta, Utc};

use super::{
    cases,
    children::{self, Child},
    concerns::{self, Raised},
    consents::Answers,
    plans::Quirk,
    teller::Teller,
    texts_of_cases as texts,
    triage::Desk,
    world::{Council, Member, World},
};
use crate::{
    domain::{
        casework::{case_rules, referral_clocks},
        record::calendar::{end_of_working_day, instant_of, local_date},
    },
    entity::{
        casework::{
            draft::{self, DraftWords},
            duty_opening,
        },
        people::{
            alert::{self, AlertWords},
            consent::ConsentWords,
            cover,
            record_change::{self, ChangeWords},
            restriction, restriction_listed, school_period,
        },
    },
    platform::{error::Result, sealed::Sealed},
    words::{
        AlertKind, ClosureReason, ConsentKind, ConsentStatus, DraftKind, DutyReason, JobKind,
        ParentNotToldReason, RecordChangeKind, RestrictionReason, SafeguardingKind,
        id::{Id, noun},
    },
};

/// What is fixed of the child and of the case.
pub fn fixed(quirk: Option<Quirk>, world: &World, twin: &children::Fixed) -> (children::Fixed, cases::Fixed) {
    let (mut child, mut case) = (children::Fixed::default(), cases::Fixed::default());
    let Some(quirk) = quirk else { return (child, case) };
    case.fresh = match quirk {
        Quirk::JustAgreed => Some(true),
        Quirk::JustOpened => Some(false),
        _ => None,
    };
    case.active =
        case.fresh.is_none() && !matches!(quirk, Quirk::OpenedInError | Quirk::SameDaySchoolAndPolice);
    case.worker = Some(match quirk {
        Quirk::StaffRelative | Quirk::ChildAlone | Quirk::SecretAddress => 1,
        _ => 0,
    });
    match quirk {
        Quirk::TwinFirst => child.age = Some(14),
        Quirk::TwinSecond => child.twin.clone_from(&twin.twin),
        Quirk::OneName => child.only_name = Some("Tashitsering"),
        Quirk::OtherScript => child.names = Some(("Марійка", "Зоряненська-Гай")),
        Quirk::Turning18 => {
            child.born = (world.today + Days::new(19)).checked_sub_months(Months::new(18 * 12));
        }
        Quirk::ChildAlone => {
            child.age = Some(14);
            case.answers = Answers::ChildAlone;
        }
        Quirk::SecretAddress => child.secret = true,
        Quirk::SchoolClosed => {
            child.age = Some(13);
            child.school =
                world.service(Council::Swindon).schools.iter().position(|school| school.closed_on.is_some());
        }
        Quirk::ParentNotTold => child.not_told = Some(ParentNotToldReason::ChildAsked),
        Quirk::SameDaySchoolAndPolice => (child.age, child.school) = (Some(13), Some(0)),
        _ => {}
    }
    (child, case)
}

/// Plants it once the case is there.
pub fn plant(teller: &mut Teller<'_>, quirk: Option<Quirk>, child: &Child, case: usize) -> Result<()> {
    let world = teller.world;
    let Some(quirk) = quirk else { return Ok(()) };
    let service = world.service(child.council);
    let worker = service.teams[teller.team][1].clone();
    match quirk {
        Quirk::BirthDateCorrected => {
            let wrong = child.born - Days::new(1);
            let old = vec![("dateOfBirth".to_owned(), Some(wrong.to_string()))];
            changed(
                teller,
                child,
                RecordChangeKind::Correction,
                "Day and month were written one day off; seen on the passport.",
                old,
            )
        }
        Quirk::ConsentWithdrawn => withdrawn(teller, child),
        Quirk::SecretAddress => {
            let at = world.now - TimeDelta::days(40);
            warn(teller.desk(), child, at, (AlertKind::CourtOrder, texts::ALERT_ORDER), &worker)
        }
        Quirk::StaffRelative => {
            restrict(teller, child, &[worker, service.manager.clone()]);
            Ok(())
        }
        Quirk::SchoolClosed => {
            move_school(teller, child);
            Ok(())
        }
        Quirk::AboutAdult => {
            let school = &service.schools[3];
            let raised = Raised {
                kind: SafeguardingKind::AboutAdultWorkingWithChildren,
                referral: None,
                case: teller.rows.cases.get(case).map(|case| case.id),
                about: school.leads.get(1),
                by: &worker,
                from: service.id,
                at: world.now - TimeDelta::hours(20),
                danger: false,
                resolved: None,
            };
            concerns::raise(teller.desk(), child, &raised)
        }
        Quirk::OpenedInError => {
            if let Some(case) = teller.rows.cases.get_mut(case).filter(|case| case.closed_at.is_some()) {
                case.closure_reason = Some(ClosureReason::OpenedInError);
                case.exit_plan = None;
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

fn changed(
    teller: &mut Teller<'_>,
    child: &Child,
    kind: RecordChangeKind,
    reason: &str,
    old: Vec<(String, Option<String>)>,
) -> Result<()> {
    let world = teller.world;
    let at = world.now - TimeDelta::days(12);
    let id: Id<noun::RecordChange> = teller.dice.id(at);
    let words = Sealed::new(&world.keys, id.uuid(), &ChangeWords { reason: reason.to_owned(), old })?;
    let by_user_id = world.service(child.council).teams[teller.team][0].user;
    teller.rows.changes.push(record_change::Model {
        id,
        young_person_id: child.id,
        kind,
        words,
        from_date: None,
        by_user_id,
        at,
    });
    if let Some(row) = teller.rows.children.iter_mut().find(|row| row.id == child.id) {
        row.version += 1;
    }
    Ok(())
}

/// The child takes the agreement back; work goes on only as far as it can without.
fn withdrawn(teller: &mut Teller<'_>, child: &Child) -> Result<()> {
    let world = teller.world;
    let given = |row: &&mut crate::entity::people::consent::Model| {
        row.young_person_id == child.id
            && row.kind == ConsentKind::ParticipateChild
            && row.status == ConsentStatus::Given
    };
    let Some(row) = teller.rows.consents.iter_mut().find(given) else { return Ok(()) };
    let words = ConsentWords {
        given_by: child.called().to_owned(),
        reason: Some("Wants a break and does not want to be asked about it at school.".to_owned()),
        gillick_reasons: None,
    };
    row.status = ConsentStatus::Withdrawn;
    row.version = 2;
    row.withdrawn_on = Some(world.today - Days::new(2));
    row.words = Sealed::new(&world.keys, row.id.uuid(), &words)?;
    Ok(())
}

fn restrict(teller: &mut Teller<'_>, child: &Child, list: &[Member]) {
    let at = teller.world.now - TimeDelta::days(30);
    let id: Id<noun::Restriction> = teller.dice.id(at);
    let set_by_id = teller.world.service(child.council).manager.user;
    teller.rows.restrictions.push(restriction::Model {
        id,
        young_person_id: child.id,
        reason: RestrictionReason::StaffRelative,
        set_by_id,
        from_at: at,
        ended_at: None,
    });
    let listed =
        list.iter().map(|member| restriction_listed::Model { restriction_id: id, user_id: member.user });
    teller.rows.listed.extend(listed);
}

/// The school closed in the middle of the year, and the child goes to another since.
fn move_school(teller: &mut Teller<'_>, child: &Child) {
    let service = teller.world.service(child.council);
    let closed = child.school.and_then(|school| service.schools[school].closed_on);
    let (Some(closed), new) = (closed, service.schools[2].id) else { return };
    let id = teller.dice.id(teller.world.now - TimeDelta::days(100));
    let from_date = closed + Days::new(3);
    let period =
        school_period::Model { id, young_person_id: child.id, school_id: new, from_date, to_date: None };
    teller.rows.school_periods.push(period);
    if let Some(row) = teller.rows.children.iter_mut().find(|row| row.id == child.id) {
        row.school_id = Some(new);
    }
}

/// Something to know before meeting the child.
pub fn alert((world, dice, rows): Desk<'_>, child: &Child, at: DateTime<Utc>, by: &Member) -> Result<()> {
    let what = *dice.weighted(&[
        ((AlertKind::TwoPersonVisit, texts::ALERT_TWO), 4),
        ((AlertKind::Dog, texts::ALERT_DOG), 5),
        ((AlertKind::Exploitation, texts::ALERT_EXPLOITED), 4),
        ((AlertKind::Allergy, texts::ALERT_ALLERGY), 3),
        ((AlertKind::SelfHarm, texts::ALERT_SELF_HARM), 3),
    ]);
    warn((world, dice, rows), child, at, what, by)
}

fn warn(
    (world, dice, rows): Desk<'_>,
    child: &Child,
    at: DateTime<Utc>,
    (kind, text): (AlertKind, &str),
    by: &Member,
) -> Result<()> {
    let id: Id<noun::Alert> = dice.id(at);
    let from_date = local_date(at);
    rows.alerts.push(alert::Model {
        id,
        young_person_id: child.id,
        kind,
        words: Sealed::new(&world.keys, id.uuid(), &AlertWords(text.to_owned()))?,
        from_date,
        review_on: Some(world.today + Days::new(45)),
        ended_on: (from_date < world.today - Days::new(400)).then(|| from_date + Days::new(300)),
        raised_by_id: by.user,
    });
    Ok(())
}

/// Who stands in for whom, who opened a case on duty, and a form that is not sent yet.
pub fn colleagues(teller: &mut Teller<'_>) -> Result<()> {
    let world = teller.world;
    let today = world.today;
    for council in [Council::Swindon, Council::Wiltshire] {
        let service = world.service(council);
        let team = &service.teams[0];
        let (first, second, third) = (&team[0], &team[1], &team[2]);
        let to_date = today + Days::new(9);
        let id: Id<noun::Cover> = teller.dice.id(world.now - TimeDelta::days(2));
        let (service_id, from_date) = (service.id, today - Days::new(2));
        let (for_user_id, by_user_id) = (third.user, second.user);
        teller.rows.covers.push(cover::Model { id, service_id, for_user_id, by_user_id, from_date, to_date });
        teller.job(JobKind::CoverEnds, id.uuid(), instant_of(to_date + Days::new(1), NaiveTime::MIN));
        let restricted: Vec<_> = teller.rows.restrictions.iter().map(|row| row.young_person_id).collect();
        let others = teller.rows.cases.iter().find(|case| {
            case.controller_id == service.id
                && case_rules::is_open(case.status)
                && case.caseworker_id.is_some_and(|worker| worker != first.user && worker != third.user)
                && !restricted.contains(&case.young_person_id)
        });
        if let Some(case_id) = others.map(|case| case.id) {
            let opened_at = world.now - TimeDelta::minutes(9);
            let id = teller.dice.id(opened_at);
            let until = instant_of(today + Days::new(1), NaiveTime::MIN);
            let reason = DutyReason::FamilyCalled;
            teller.rows.duty_openings.push(duty_opening::Model {
                id,
                case_id,
                user_id: first.user,
                reason,
                opened_at,
                until,
            });
        }
    }
    let lead = world.service(Council::Swindon).schools[0].leads[0].clone();
    let at = world.now - TimeDelta::hours(26);
    let id: Id<noun::Draft> = teller.dice.id(at);
    teller.rows.drafts.push(draft::Model {
        id,
        user_id: lead.user,
        membership_id: lead.membership,
        kind: DraftKind::Referral,
        about: None,
        words: Sealed::new(&world.keys, id.uuid(), &DraftWords("{}".to_owned()))?,
        immediate_danger: false,
        started_at: at,
        saved_at: at,
    });
    teller.job(JobKind::DraftExpires, id.uuid(), referral_clocks::draft_expires_at(at));
    Ok(())
}

/// Each open concern is looked at when its decision is due.
pub fn watch_concerns(teller: &mut Teller<'_>) {
    let open = teller.rows.concerns.iter().filter(|concern| concern.resolved_at.is_none());
    let due: Vec<_> =
        open.map(|concern| (concern.id.uuid(), end_of_working_day(concern.decision_due_on))).collect();
    for (id, due_at) in due {
        teller.job(JobKind::ConcernUndecided, id, due_at);
    }
}
