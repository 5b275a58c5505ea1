//! Who has a place in a programme, or waits for one: of the cases that are open, as the operations would have left them.

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};

use super::{dice::Dice, programmes, sessions, teller::Teller};
use crate::{
    domain::{
        casework::case_rules,
        delivery::{eligibility_rules::begins_on, enrolment_rules, places},
        people::young_person_rules::age_on,
        record::calendar::Calendar,
    },
    entity::{
        casework::case,
        delivery::{enrolment, enrolment_step, offering},
    },
    platform::error::Result,
    words::{
        ConsentStatus, EnrolmentStatus as Status, JobKind, Urgency,
        id::{Id, noun},
    },
};

/// Of a hundred open cases so many want a place.
const PLACED: f64 = 70.0;

/// Gives the open cases of a part their places, and writes the runs of its programmes down.
pub fn place(teller: &mut Teller<'_>) -> Result<()> {
    let world = teller.world;
    let mut runs = programmes::offerings(&mut teller.dice, &world.programmes, world.today);
    let cases: Vec<case::Model> =
        teller.rows.cases.iter().filter(|case| case_rules::places(case.status)).cloned().collect();
    let refused: HashSet<_> = teller
        .rows
        .consents
        .iter()
        .filter(|row| matches!(row.status, ConsentStatus::Withdrawn | ConsentStatus::Refused))
        .map(|row| row.young_person_id)
        .collect();
    for case in cases {
        if refused.contains(&case.young_person_id) || !teller.dice.percent(PLACED) {
            continue;
        }
        let Some(born) = teller
            .rows
            .children
            .iter()
            .find(|row| row.id == case.young_person_id)
            .map(|row| row.date_of_birth)
        else {
            continue;
        };
        let council = usize::from(world.services[1].id == case.controller_id);
        let fitting: Vec<usize> = (0..runs.len())
            .filter(|place| {
                let (programme, run) = &runs[*place];
                let age = age_on(born, begins_on(run.starts_on, world.today));
                world.programmes[*programme].fits(age, council)
            })
            .collect();
        if fitting.is_empty() {
            continue;
        }
        let chosen = *teller.dice.pick(&fitting);
        enrol(teller, &case, &mut runs[chosen].1);
    }
    sessions::hold(teller, &runs)?;
    teller.rows.offerings.extend(runs.into_iter().map(|(_, run)| run));
    Ok(())
}

fn enrol(teller: &mut Teller<'_>, case: &case::Model, offering: &mut offering::Model) {
    let world = teller.world;
    let dice = &mut teller.dice;
    let urgencies = [(Urgency::Routine, 7), (Urgency::Priority, 2), (Urgency::Immediate, 1)];
    let priority = *dice.weighted(&urgencies);
    let from = case.allocated_at.unwrap_or(case.opened_at);
    let free = places::of(offering).free() > 0;
    // What was offered long ago has been answered since.
    let offered_now = free && dice.percent(20.0);
    let joined_at = if offered_now {
        (world.now - TimeDelta::hours(i64::from(dice.between(1, 20)))).max(from)
    } else {
        world.no_later(dice.after(from, 1, 12))
    };
    let status = match (free, offered_now) {
        (false, _) => Status::Waitlisted,
        (true, true) => Status::Offered,
        (true, false) => Status::Accepted,
    };
    let expires = enrolment_rules::offer_expires_at(joined_at, Calendar::england());
    let id: Id<noun::Enrolment> = dice.id(joined_at);
    let mut steps =
        vec![(joined_at, if free { Status::Offered } else { Status::Waitlisted }, "enrolment.enrol")];
    if status == Status::Accepted {
        steps.push((world.no_later(dice.after(joined_at, 0, 3)), status, "enrolment.answer"));
    }
    let row = enrolment::Model {
        id,
        version: i32::try_from(steps.len()).unwrap_or(1),
        offering_id: offering.id,
        young_person_id: case.young_person_id,
        case_id: case.id,
        status,
        priority,
        band: enrolment_rules::band(priority, case.pathway),
        joined_at,
        resting: false,
        offered_at: free.then_some(joined_at),
        offer_expires_at: (status == Status::Offered).then_some(expires),
        started_on: None,
        ended_on: None,
        removal_on: None,
        removal_by_id: None,
        removal_words: None,
        seen_until: None,
    };
    let written = trail(dice, id, case.caseworker_id, &steps);
    places::recount(offering, None, (status, false));
    offering.places_changed_at =
        offering.places_changed_at.max(steps.last().map_or(joined_at, |step| step.0));
    if let Some(at) = row.offer_expires_at {
        teller.job(JobKind::OfferLapses, id.uuid(), at);
    }
    teller.rows.enrolments.push(row);
    teller.rows.enrolment_steps.extend(written);
}

fn trail(
    dice: &mut Dice,
    enrolment_id: Id<noun::Enrolment>,
    by: Option<Id<noun::User>>,
    steps: &[(DateTime<Utc>, Status, &'static str)],
) -> Vec<enrolment_step::Model> {
    let mut before = None;
    let mut written = Vec::with_capacity(steps.len());
    for (at, to_status, operation) in steps {
        written.push(enrolment_step::Model {
            id: dice.id(*at),
            enrolment_id,
            from_status: before,
            to_status: *to_status,
            operation: (*operation).to_owned(),
            at: *at,
            by_user_id: by,
            words: None,
        });
        before = Some(*to_status);
    }
    written
}
