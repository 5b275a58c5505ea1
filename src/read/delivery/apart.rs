//! Who is to be kept apart from whom, and where they would meet. For rules alone: nothing here is shown.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, QueryFilter, QuerySelect, sea_query::Expr};

use crate::{
    entity::{
        delivery::{enrolment, offering, session},
        people::person_relation::{self, Column},
    },
    platform::error::Result,
    read::unscoped,
    words::{
        EnrolmentStatus, RelationKind,
        id::{Id, noun},
    },
};

const WHY: &str = "who may share a group is decided over all children; nobody is told who";

/// Nobody who has a place in the offering of a row of `enrolment` is to be kept apart from its child.
const NOBODY_APART: &str = "NOT EXISTS (SELECT 1 FROM person_relation AS r JOIN enrolment AS there ON \
     there.offering_id = enrolment.offering_id AND there.status IN ('OFFERED', 'ACCEPTED', 'STARTED') AND \
     ((r.one_id = enrolment.young_person_id AND there.young_person_id = r.other_id) OR \
     (r.other_id = enrolment.young_person_id AND there.young_person_id = r.one_id)) \
     WHERE r.ended_on IS NULL AND r.kind IN ('NO_CONTACT', 'CONFLICT'))";

/// The child of a row of `enrolment` is to be kept apart from somebody.
const SOMEBODY_TO_AVOID: &str = "EXISTS (SELECT 1 FROM person_relation AS r WHERE (r.one_id = enrolment.young_person_id OR \
     r.other_id = enrolment.young_person_id) AND r.ended_on IS NULL AND r.kind IN ('NO_CONTACT', 'CONFLICT'))";

/// Of rows of `enrolment`, those whose child can have a place beside those who have one.
#[must_use]
pub fn nobody_apart_has_a_place() -> Expr {
    Expr::cust(NOBODY_APART)
}

/// The children from whom a child is to be kept apart.
pub async fn from_whom(
    on: &impl ConnectionTrait,
    child: Id<noun::YoungPerson>,
) -> Result<Vec<Id<noun::YoungPerson>>> {
    Ok(from_whom_each(on, &[child]).await?.into_iter().map(|(_, other)| other).collect())
}

/// Each of some children with each child from whom they are to be kept apart.
pub async fn from_whom_each(
    on: &impl ConnectionTrait,
    children: &[Id<noun::YoungPerson>],
) -> Result<Vec<(Id<noun::YoungPerson>, Id<noun::YoungPerson>)>> {
    let these = || children.iter().copied();
    let rows = unscoped::<person_relation::Entity>(WHY)
        .filter(Condition::any().add(Column::OneId.is_in(these())).add(Column::OtherId.is_in(these())))
        .filter(Column::Kind.is_in(RelationKind::APART))
        .filter(Column::EndedOn.is_null())
        .all(on)
        .await?;
    let both = rows.into_iter().flat_map(|row| [(row.one_id, row.other_id), (row.other_id, row.one_id)]);
    Ok(both.filter(|(one, _)| children.contains(one)).collect())
}

/// Whether somebody from whom a child is to be kept apart waits for a place in an offering, or has one.
pub async fn is_there(
    on: &impl ConnectionTrait,
    offering: Id<noun::Offering>,
    others: &[Id<noun::YoungPerson>],
) -> Result<bool> {
    let there = unscoped::<enrolment::Entity>(WHY)
        .filter(enrolment::Column::OfferingId.eq(offering))
        .filter(enrolment::Column::YoungPersonId.is_in(others.iter().copied()))
        .filter(enrolment::Column::Status.is_in(EnrolmentStatus::OPEN));
    Ok(there.one(on).await?.is_some())
}

/// Where some children have a place: the enrolments, each with its offering.
pub async fn places_with_offerings(
    on: &impl ConnectionTrait,
    children: &[Id<noun::YoungPerson>],
) -> Result<Vec<(enrolment::Model, offering::Model)>> {
    let rows = unscoped::<enrolment::Entity>(WHY)
        .filter(enrolment::Column::YoungPersonId.is_in(children.iter().copied()))
        .filter(enrolment::Column::Status.is_in(EnrolmentStatus::HAS_A_PLACE))
        .find_also_related(offering::Entity)
        .all(on)
        .await?;
    Ok(rows.into_iter().filter_map(|(row, offering)| Some((row, offering?))).collect())
}

/// When some offerings meet from an instant on.
pub async fn meetings(
    on: &impl ConnectionTrait,
    offerings: &[Id<noun::Offering>],
    from: DateTime<Utc>,
) -> Result<Vec<(Id<noun::Offering>, DateTime<Utc>, DateTime<Utc>)>> {
    use session::Column as At;
    Ok(unscoped::<session::Entity>(WHY)
        .filter(At::OfferingId.is_in(offerings.iter().copied()))
        .filter(At::CancelledAt.is_null())
        .filter(At::EndsAt.gt(from))
        .select_only()
        .columns([At::OfferingId, At::StartsAt, At::EndsAt])
        .into_tuple()
        .all(on)
        .await?)
}

/// Who has a place in an offering and is to be kept apart from somebody, wherever they are.
pub async fn with_somebody_to_avoid(
    on: &impl ConnectionTrait,
    offering: Id<noun::Offering>,
) -> Result<Vec<enrolment::Model>> {
    Ok(unscoped::<enrolment::Entity>(WHY)
        .filter(enrolment::Column::OfferingId.eq(offering))
        .filter(enrolment::Column::Status.is_in(EnrolmentStatus::HAS_A_PLACE))
        .filter(Expr::cust(SOMEBODY_TO_AVOID))
        .all(on)
        .await?)
}

/// The enrolments of two children in offerings in which both have a place.
pub async fn shared(
    on: &impl ConnectionTrait,
    one: Id<noun::YoungPerson>,
    other: Id<noun::YoungPerson>,
) -> Result<Vec<Id<noun::Enrolment>>> {
    let of = |child: Id<noun::YoungPerson>| {
        unscoped::<enrolment::Entity>(WHY)
            .filter(enrolment::Column::YoungPersonId.eq(child))
            .filter(enrolment::Column::Status.is_in(EnrolmentStatus::HAS_A_PLACE))
    };
    let (ones, others) = (of(one).all(on).await?, of(other).all(on).await?);
    let both =
        |a: &enrolment::Model, b: &[enrolment::Model]| b.iter().any(|b| b.offering_id == a.offering_id);
    let of_one = ones.iter().filter(|row| both(row, &others));
    Ok(of_one.chain(others.iter().filter(|row| both(row, &ones))).map(|row| row.id).collect())
}

/// The offerings in which one of some children waits.
pub async fn waited_for(
    on: &impl ConnectionTrait,
    children: &[Id<noun::YoungPerson>],
) -> Result<Vec<Id<noun::Offering>>> {
    Ok(unscoped::<enrolment::Entity>(WHY)
        .filter(enrolment::Column::YoungPersonId.is_in(children.iter().copied()))
        .filter(enrolment::Column::Status.eq(EnrolmentStatus::Waitlisted))
        .select_only()
        .column(enrolment::Column::OfferingId)
        .distinct()
        .into_tuple()
        .all(on)
        .await?)
}
