//! Writing down and changing a run of a programme.

use chrono::NaiveDate;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};

use super::{
    enrolment_rules::Move,
    places::{self, Step},
    places_rules::setting_of,
    programme_rules::{self, offering_problems},
    session, venue,
};
use crate::{
    access::Act,
    domain::{
        checks::{self, Patch, when},
        record::operation::{Caller, Operation, operate},
    },
    entity::delivery::{enrolment_step::StepWords, offering},
    platform::{
        app::App,
        error::{Problem, ProblemCode, Result, none_of},
    },
    read::{
        self,
        delivery::availability::{ANSWERS, PLACES},
    },
    words::{
        AuditAction, EnrolmentStatus, OfferingSetting, OfferingStatus, SubjectKind,
        id::{Id, noun},
    },
};

/// An offering to be written down.
#[derive(Clone, Debug)]
pub struct Create {
    /// Of which programme.
    pub programme_id: Id<noun::Programme>,
    /// Where it takes place.
    pub venue: Option<String>,
    /// In which area.
    pub area_id: Option<Id<noun::Area>>,
    /// The first day.
    pub starts_on: NaiveDate,
    /// The last day.
    pub ends_on: NaiveDate,
    /// When it meets, in words.
    pub schedule: String,
    /// How many children at once.
    pub capacity: i32,
}

/// A change of an offering.
#[derive(Clone, Debug)]
pub struct Change {
    /// The offering.
    pub offering_id: Id<noun::Offering>,
    /// As the caller saw it.
    pub version: i32,
    /// Where it takes place.
    pub venue: Patch<String>,
    /// In which area.
    pub area_id: Patch<Id<noun::Area>>,
    /// The first day.
    pub starts_on: Patch<NaiveDate>,
    /// The last day.
    pub ends_on: Patch<NaiveDate>,
    /// When it meets, in words.
    pub schedule: Patch<String>,
    /// How many children at once.
    pub capacity: Patch<i32>,
    /// Whether it takes children.
    pub status: Patch<OfferingStatus>,
}

/// Writes down an offering. It takes children from the start; `change` makes a draft of it.
pub async fn create(app: &App, caller: &Caller, input: Create) -> Result<Id<noun::Offering>> {
    operate(app, caller, "offering.create", async |op, viewer| {
        let programme = read::delivery::programme::known(op.tx, viewer, input.programme_id).await?;
        viewer.must(Act::KeepOffering, programme.holds)?;
        let mut problems = offering_problems(
            &programme_rules::Offering {
                venue: input.venue.as_deref(),
                starts_on: input.starts_on,
                ends_on: input.ends_on,
                schedule: &input.schedule,
                capacity: input.capacity,
            },
            op.today,
            true,
        );
        problems.extend(area_problem(op, input.area_id).await?);
        problems.extend(when(
            !programme.row.active,
            "programmeId",
            ProblemCode::NotEligible,
            "This programme is not run any more. Choose another one.",
        ));
        none_of(problems)?;
        let offering = offering::ActiveModel {
            id: Set(op.new_id()),
            version: Set(1),
            programme_id: Set(input.programme_id),
            venue: Set(input.venue),
            area_id: Set(input.area_id),
            starts_on: Set(input.starts_on),
            ends_on: Set(input.ends_on),
            schedule: Set(input.schedule),
            setting: Set(OfferingSetting::Open),
            capacity: Set(input.capacity),
            taken: Set(0),
            held: Set(0),
            waiting: Set(0),
            resting: Set(0),
            usual_wait: Set(None),
            created_at: Set(op.now),
            places_changed_at: Set(op.now),
        }
        .insert(op.tx)
        .await?;
        places::news(op, None, &offering).await?;
        op.audit(AuditAction::Create, SubjectKind::Offering, offering.id.uuid(), None).await?;
        Ok(offering.id)
    })
    .await
}

/// Changes an offering. Places are never fewer than those taken or held; what is set free is offered to those who wait;
/// cancelling it ends every place and every wait.
pub async fn change(app: &App, caller: &Caller, input: Change) -> Result<Id<noun::Offering>> {
    operate(app, caller, "offering.change", async |op, viewer| {
        let seen = read::delivery::offering::for_change(op.tx, viewer, input.offering_id).await?;
        viewer.must(Act::KeepOffering, seen.holds)?;
        let old = seen.row;
        checks::unchanged(old.version, input.version)?;
        if old.setting == OfferingSetting::Cancelled {
            let message = "It was cancelled. Write down a new one.";
            return Err(Problem::new("", ProblemCode::NotAllowedInStatus, message).into());
        }
        let new = changed(&old, &input);
        none_of(change_problems(op, &old, &new, &input).await?)?;
        let mut row = old.clone().into_active_model().reset_all();
        row.version = Set(old.version + 1);
        row.venue = Set(new.venue.clone());
        row.area_id = Set(new.area_id);
        row.starts_on = Set(new.starts_on);
        row.ends_on = Set(new.ends_on);
        row.schedule = Set(new.schedule.clone());
        row.capacity = Set(new.capacity);
        row.setting = Set(new.setting);
        let mut offering = row.update(op.tx).await?;
        places::news(op, Some(&old), &offering).await?;
        // What is offered may have changed besides: who asks sees it, and nobody is called for it.
        op.forget(PLACES);
        op.forget(ANSWERS);
        if offering.setting == OfferingSetting::Cancelled {
            cancel(op, &mut offering).await?;
        }
        venue::look_again(op, &offering).await?;
        if offering.venue != old.venue || offering.area_id != old.area_id {
            venue::freed(op, &offering).await?;
        }
        places::offer_free(op, &mut offering).await?;
        op.audit(AuditAction::Change, SubjectKind::Offering, offering.id.uuid(), None).await?;
        Ok(offering.id)
    })
    .await
}

/// The offering as it would be.
fn changed(old: &offering::Model, input: &Change) -> offering::Model {
    let mut new = old.clone();
    new.venue = input.venue.clone().or(new.venue);
    new.area_id = input.area_id.clone().or(new.area_id);
    new.starts_on = input.starts_on.new_value().copied().unwrap_or(new.starts_on);
    new.ends_on = input.ends_on.new_value().copied().unwrap_or(new.ends_on);
    if let Some(schedule) = input.schedule.new_value() {
        new.schedule.clone_from(schedule);
    }
    new.capacity = input.capacity.new_value().copied().unwrap_or(new.capacity);
    if let Some(setting) = input.status.new_value().and_then(|status| setting_of(*status)) {
        new.setting = setting;
    }
    new
}

async fn change_problems(
    op: &Operation<'_>,
    old: &offering::Model,
    new: &offering::Model,
    input: &Change,
) -> Result<Vec<Problem>> {
    let mut problems: Vec<Problem> = [
        input.starts_on.needed("startsOn"),
        input.ends_on.needed("endsOn"),
        input.schedule.needed("schedule"),
        input.capacity.needed("capacity"),
        input.status.needed("status"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let by_itself = input.status.new_value().is_some_and(|status| setting_of(*status).is_none());
    problems.extend(when(
        by_itself,
        "status",
        ProblemCode::Invalid,
        "RUNNING and FINISHED come with the days. Set DRAFT, OPEN, CLOSED or CANCELLED.",
    ));
    problems.extend(offering_problems(
        &programme_rules::Offering {
            venue: new.venue.as_deref(),
            starts_on: new.starts_on,
            ends_on: new.ends_on,
            schedule: &new.schedule,
            capacity: new.capacity,
        },
        op.today,
        new.ends_on != old.ends_on,
    ));
    if new.area_id != old.area_id {
        problems.extend(area_problem(op, new.area_id).await?);
    }
    let used = old.taken + old.held;
    if new.capacity < used && new.setting != OfferingSetting::Cancelled {
        let message = format!(
            "{used} places are taken or offered. Set {used} or more, or end places or withdraw offers first."
        );
        problems.push(Problem::new("capacity", ProblemCode::OutOfRange, message));
    }
    let known = old.taken + old.held + old.waiting + old.resting > 0;
    if (new.starts_on, new.ends_on) != (old.starts_on, old.ends_on)
        && new.setting != OfferingSetting::Cancelled
    {
        problems.extend(session::outside(op, new).await?);
    }
    problems.extend(when(
        known && new.setting == OfferingSetting::Draft,
        "status",
        ProblemCode::Invalid,
        "Children have places here or wait for them. Close or cancel it instead.",
    ));
    Ok(problems)
}

async fn area_problem(op: &Operation<'_>, area: Option<Id<noun::Area>>) -> Result<Option<Problem>> {
    let Some(area) = area else { return Ok(None) };
    let known = !read::people::area::by_ids(op.tx, &[area]).await?.is_empty();
    Ok(when(!known, "areaId", ProblemCode::NotFound, "Choose an area from the list."))
}

/// Ends every place and every wait of an offering that will not take place.
async fn cancel(op: &Operation<'_>, offering: &mut offering::Model) -> Result<()> {
    let why =
        StepWords { reason: Some("The programme's run was cancelled.".to_owned()), ..StepWords::default() };
    for enrolment in read::delivery::enrolment::open_in(op.tx, offering.id).await? {
        let by = match enrolment.status {
            EnrolmentStatus::Waitlisted => Move::Withdraw,
            _ => Move::Remove,
        };
        let step = Step { by, on: op.today, words: why.clone() };
        places::step(op, offering, enrolment, step).await?;
    }
    session::cancel_all(op, offering.id).await
}
