//! Places as they change hands: every change counts on the offering's row, under its lock, and a place that is free is
//! offered to whoever stands first.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, UpdateMany,
};

use super::{
    enrolment_rules::{self, Move},
    places_rules::{LAST_WAITS, Places, status_on, usual_wait},
    venue,
};
use crate::{
    domain::{
        casework::step::tell_case,
        record::{
            calendar::Calendar,
            operation::{Happened, Operation},
            together::Together,
        },
    },
    entity::delivery::{
        enrolment,
        enrolment_step::{self, StepWords},
        offering,
    },
    platform::{error::Result, sealed::Sealed},
    read::{
        self,
        delivery::availability::{ANSWERS, PLACES},
        record::audience,
    },
    words::{
        AuditAction, AvailabilityAnswer, ChangeKind, EnrolmentStatus, JobKind, OfferingSetting,
        OfferingStatus, SubjectKind,
        id::{Id, noun},
    },
};

/// The places of an offering.
#[must_use]
pub const fn of(offering: &offering::Model) -> Places {
    Places {
        capacity: offering.capacity,
        taken: offering.taken,
        held: offering.held,
        waiting: offering.waiting,
    }
}

/// Where an offering stands today.
#[must_use]
pub fn status(offering: &offering::Model, today: NaiveDate) -> OfferingStatus {
    status_on(offering.setting, offering.starts_on, offering.ends_on, today)
}

/// Counts an enrolment out of the places of its offering, as it stood, and in again as it stands now.
pub fn recount(
    offering: &mut offering::Model,
    before: Option<(EnrolmentStatus, bool)>,
    after: (EnrolmentStatus, bool),
) {
    let mut count = |(status, resting): (EnrolmentStatus, bool), by: i32| match status {
        EnrolmentStatus::Accepted | EnrolmentStatus::Started => offering.taken += by,
        EnrolmentStatus::Offered => offering.held += by,
        EnrolmentStatus::Waitlisted if resting => offering.resting += by,
        EnrolmentStatus::Waitlisted => offering.waiting += by,
        _ => {}
    };
    if let Some(before) = before {
        count(before, -1);
    }
    count(after, 1);
}

/// Writes the counts of an offering down, and tells of them. The database refuses more taken and held than there are places.
pub async fn save(op: &Operation<'_>, offering: &offering::Model) -> Result<()> {
    let before = read::delivery::offering::for_places(op.tx, offering.id).await?;
    counts(op, offering).exec(op.tx).await?;
    news(op, before.as_ref(), offering).await
}

/// The counts of an offering, to be written with others.
pub fn counts(op: &Operation<'_>, offering: &offering::Model) -> UpdateMany<offering::Entity> {
    let now = offering::ActiveModel {
        taken: Set(offering.taken),
        held: Set(offering.held),
        waiting: Set(offering.waiting),
        resting: Set(offering.resting),
        usual_wait: Set(offering.usual_wait),
        places_changed_at: Set(op.now),
        ..Default::default()
    };
    offering::Entity::update_many().set(now).filter(offering::Column::Id.eq(offering.id))
}

/// What everyone may know of an offering's places.
fn told(offering: &offering::Model, today: NaiveDate) -> impl PartialEq + use<> {
    let (status, places) = (status(offering, today), of(offering));
    let answer = places.answer(status);
    let wait = offering.usual_wait.filter(|_| answer == AvailabilityAnswer::Wait);
    (status, answer, places.band(status), wait, offering.starts_on, offering.ends_on)
}

/// Tells of a change of an offering, now or never: those who may know the numbers of each, everyone else only where what they
/// may know has changed, and nobody else of a sensitive one or a draft.
pub async fn news(
    op: &Operation<'_>,
    before: Option<&offering::Model>,
    offering: &offering::Model,
) -> Result<()> {
    let mut one = Together::default();
    if tells_anew(op, before, offering) {
        let programme = read::delivery::programme::for_rules(op.tx, offering.programme_id).await?;
        let sensitive = programme.is_none_or(|programme| programme.sensitive);
        tell(op, &mut one, (before, offering), sensitive);
    } else {
        tell(op, &mut one, (before, offering), true);
    }
    one.send(op.tx).await
}

/// Whether something changed that everyone may know, of an offering that is no draft.
fn tells_anew(op: &Operation<'_>, before: Option<&offering::Model>, offering: &offering::Model) -> bool {
    let a_draft = |of: &offering::Model| of.setting == OfferingSetting::Draft;
    before.is_none_or(|before| told(before, op.today) != told(offering, op.today))
        && !(a_draft(offering) && before.is_none_or(a_draft))
}

/// Puts the news of a change to what is written together. `sensitive`: everyone else hears nothing.
pub fn tell(
    op: &Operation<'_>,
    writes: &mut Together,
    (before, offering): (Option<&offering::Model>, &offering::Model),
    sensitive: bool,
) {
    let numbers = |of: &offering::Model| (of.capacity, of.taken, of.held, of.waiting, of.resting);
    let same = |before: &offering::Model| {
        told(before, op.today) == told(offering, op.today) && numbers(before) == numbers(offering)
    };
    if before.is_some_and(same) {
        return;
    }
    op.forget(PLACES);
    let mut audiences = vec![audience::PLACES.to_owned()];
    if !sensitive && tells_anew(op, before, offering) {
        op.forget(ANSWERS);
        audiences.push(audience::ANSWERS.to_owned());
    }
    let event = op.event_row(ChangeKind::PlacesChanged, (SubjectKind::Offering, offering.id.uuid()), None);
    writes.event(event, audiences);
}

/// A move of an enrolment, with its day and what was said.
#[derive(Clone, Debug)]
pub struct Step {
    /// The move.
    pub by: Move,
    /// The day on which it counts as started or ended, where it does.
    pub on: NaiveDate,
    /// Why, and what the child said.
    pub words: StepWords,
}

/// Moves an enrolment, with its offering locked: counts, a step, an event for the case, a line of the audit.
pub async fn step(
    op: &Operation<'_>,
    offering: &mut offering::Model,
    enrolment: enrolment::Model,
    Step { by, on, words }: Step,
) -> Result<enrolment::Model> {
    let from = enrolment.status;
    let to = enrolment_rules::moved(from, by)?;
    let england = Calendar::england();
    let (was, version) = ((from, enrolment.resting), enrolment.version);
    let resting = by == Move::Lapse;
    let mut row = enrolment.into_active_model();
    row.version = Set(version + 1);
    row.status = Set(to);
    row.resting = Set(resting);
    row.offer_expires_at = Set(None);
    if by == Move::Offer {
        row.offered_at = Set(Some(op.now));
        row.offer_expires_at = Set(Some(enrolment_rules::offer_expires_at(op.now, england)));
    }
    match by {
        Move::Start => row.started_on = Set(Some(on)),
        Move::Unstart => row.started_on = Set(None),
        _ => {}
    }
    if !EnrolmentStatus::OPEN.contains(&to) {
        row.removal_on = Set(None);
        row.removal_by_id = Set(None);
        row.removal_words = Set(None);
        row.ended_on = Set(Some(on));
        row.seen_until = Set(Some(enrolment_rules::seen_until(op.today, england)));
    }
    let enrolment = row.update(op.tx).await?;
    recount(offering, Some(was), (to, resting));
    if EnrolmentStatus::HAS_A_PLACE.contains(&from) && !EnrolmentStatus::HAS_A_PLACE.contains(&to) {
        venue::gone(op, &enrolment).await?;
    }
    if by == Move::Offer {
        let waits = read::delivery::enrolment::last_waits(op.tx, offering.id, LAST_WAITS).await?;
        offering.usual_wait = usual_wait(&waits, england);
    }
    if by == Move::Lapse {
        let lapsed = EnrolmentStatus::Lapsed;
        write(op, enrolment.id, (Some(from), lapsed), op.now, &words).await?;
        // One after the other: the list is read in the order of time.
        let after = op.now + TimeDelta::microseconds(1);
        write(op, enrolment.id, (Some(lapsed), to), after, &StepWords::default()).await?;
    } else {
        write(op, enrolment.id, (Some(from), to), op.now, &words).await?;
    }
    left_behind(op, &enrolment, AuditAction::Change).await?;
    Ok(enrolment)
}

/// What every step leaves behind: an event for those who work the case, a line of the audit, and the job that ends an offer.
pub async fn left_behind(
    op: &Operation<'_>,
    enrolment: &enrolment::Model,
    action: AuditAction,
) -> Result<()> {
    let id = enrolment.id.uuid();
    let kind = if enrolment.status == EnrolmentStatus::Offered {
        ChangeKind::PlaceOffered
    } else {
        ChangeKind::EnrolmentChanged
    };
    if let Some(case) = read::casework::case::for_news(op.tx, enrolment.case_id).await? {
        tell_case(op, &case, Happened { kind, about: Some(id) }, &[]).await?;
    }
    match enrolment.offer_expires_at {
        Some(at) => op.schedule(JobKind::OfferLapses, id, at).await?,
        None => op.unschedule(&[JobKind::OfferLapses], id).await?,
    }
    op.audit(action, SubjectKind::Enrolment, id, Some(enrolment.young_person_id)).await
}

/// Writes down a step of an enrolment.
pub async fn write(
    op: &Operation<'_>,
    enrolment: Id<noun::Enrolment>,
    status: (Option<EnrolmentStatus>, EnrolmentStatus),
    at: DateTime<Utc>,
    words: &StepWords,
) -> Result<()> {
    step_row(op, enrolment, status, at, words)?.insert(op.tx).await?;
    Ok(())
}

/// A step of an enrolment, to be written with others.
pub fn step_row(
    op: &Operation<'_>,
    enrolment: Id<noun::Enrolment>,
    (from, to): (Option<EnrolmentStatus>, EnrolmentStatus),
    at: DateTime<Utc>,
    words: &StepWords,
) -> Result<enrolment_step::ActiveModel> {
    let id: Id<noun::EnrolmentStep> = op.new_id();
    let said = words.before_others.is_some() || words.reason.is_some() || words.childs_words.is_some();
    let words = said.then(|| Sealed::new(op.app.keys(), id.uuid(), words)).transpose()?;
    Ok(enrolment_step::ActiveModel {
        id: Set(id),
        enrolment_id: Set(enrolment),
        from_status: Set(from),
        to_status: Set(to),
        operation: Set(op.name().to_owned()),
        at: Set(at),
        by_user_id: Set(op.actor()),
        words: Set(words),
    })
}

/// Whether there is a place, and somebody who waits and may have it.
pub fn may_offer(op: &Operation<'_>, offering: &offering::Model) -> bool {
    status(offering, op.today) == OfferingStatus::Open && of(offering).left() > 0 && offering.waiting > 0
}

/// Offers the places that are free to those who stand first, while the offering takes children; then writes the counts down.
pub async fn offer_free(op: &Operation<'_>, offering: &mut offering::Model) -> Result<()> {
    // Who would meet somebody at the same venue stays where they stand, as who would share the group with them does.
    let mut meet = Vec::new();
    while may_offer(op, offering) {
        let next = read::delivery::enrolment::first_waiting(op.tx, offering.id, &meet).await?;
        let Some(next) = next else { break };
        if venue::clashes(op, offering, next.young_person_id).await? {
            meet.push(next.id);
            continue;
        }
        let offer = Step { by: Move::Offer, on: op.today, words: StepWords::default() };
        let next = step(op, offering, next, offer).await?;
        venue::look_at(op, &next).await?;
    }
    save(op, offering).await
}

/// Looks whether a place that is free can be offered now, since who stood in the way may be gone. By itself.
pub async fn look_again(op: &Operation<'_>, id: Id<noun::Offering>) -> Result<()> {
    match read::delivery::offering::for_places(op.tx, id).await? {
        Some(mut offering) if may_offer(op, &offering) => offer_free(op, &mut offering).await,
        _ => Ok(()),
    }
}
