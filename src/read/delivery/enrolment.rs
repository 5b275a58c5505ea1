//! Reads of enrolments and waiting lists, under the viewer's scope.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{Expr, ExprTrait},
};

use crate::{
    access::{See, Viewer},
    entity::delivery::{enrolment, enrolment_step},
    platform::error::{Error, Result},
    read::{
        Seen,
        delivery::apart,
        page::{self, Key, Ordering, Page, Window},
        scope, unscoped,
    },
    words::{
        EnrolmentStatus,
        id::{Id, noun},
    },
};

/// An enrolment as a viewer may see it.
pub type SeenEnrolment = Seen<enrolment::Model>;

/// Whose enrolments.
#[derive(Clone, Copy, Debug)]
pub enum Of {
    /// Of an offering.
    Offering(Id<noun::Offering>),
    /// Of a child.
    Child(Id<noun::YoungPerson>),
    /// Of a case.
    Case(Id<noun::Case>),
}

fn scoped(viewer: &Viewer) -> Select<enrolment::Entity> {
    scope::visible_to(viewer, viewer.sees(See::Enrolments))
}

/// The enrolments that a viewer may see.
#[must_use]
pub fn select(viewer: &Viewer, of: Of) -> Select<enrolment::Entity> {
    use enrolment::Column;
    match of {
        Of::Offering(id) => scoped(viewer).filter(Column::OfferingId.eq(id)),
        Of::Child(id) => scoped(viewer).filter(Column::YoungPersonId.eq(id)),
        Of::Case(id) => scoped(viewer).filter(Column::CaseId.eq(id)),
    }
}

/// One page, who joined last first.
pub async fn page(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    of: Of,
    window: &Window,
) -> Result<Page<SeenEnrolment>> {
    let column = |column| Expr::col((enrolment::Entity, column));
    let newest = Ordering {
        columns: vec![column(enrolment::Column::JoinedAt), column(enrolment::Column::Id)],
        descending: true,
        keys: |seen: &SeenEnrolment| vec![Key::Instant(seen.row.joined_at), Key::Id(seen.row.id.uuid())],
    };
    page::page(on, select(viewer, of), &newest, window).await
}

/// Enrolments by id, those that the viewer may see.
pub async fn by_ids(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    ids: &[Id<noun::Enrolment>],
) -> Result<Vec<SeenEnrolment>> {
    let some = scoped(viewer).filter(enrolment::Column::Id.is_in(ids.iter().copied()));
    Ok(some.into_model::<SeenEnrolment>().all(on).await?)
}

/// Those of some offerings in which a child, whose enrolment the viewer may see, has accepted a place.
pub async fn accepted_in(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    offerings: &[Id<noun::Offering>],
) -> Result<Vec<Id<noun::Offering>>> {
    use enrolment::Column;
    let said_yes = [EnrolmentStatus::Accepted, EnrolmentStatus::Started, EnrolmentStatus::Completed];
    Ok(scoped(viewer)
        .filter(Column::OfferingId.is_in(offerings.iter().copied()))
        .filter(Column::Status.is_in(said_yes))
        .select_only()
        .column(Column::OfferingId)
        .distinct()
        .into_tuple()
        .all(on)
        .await?)
}

/// An enrolment that the viewer may see, or NOT_FOUND. It is changed only under the lock of its offering: read it again then.
pub async fn known(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Id<noun::Enrolment>,
) -> Result<SeenEnrolment> {
    by_ids(on, viewer, &[id]).await?.pop().ok_or(Error::NotFound)
}

/// An enrolment for what happens by itself.
pub async fn for_itself(
    on: &impl ConnectionTrait,
    id: Id<noun::Enrolment>,
) -> Result<Option<enrolment::Model>> {
    let one = unscoped::<enrolment::Entity>("an offer lapses by itself, with no viewer");
    Ok(one.filter(enrolment::Column::Id.eq(id)).one(on).await?)
}

const IN_ORDER: &str = "who is offered a place is decided over the whole list";

/// Who stands first on an offering's list, of those who are not passed over and may share the group; without some of them.
pub async fn first_waiting(
    on: &impl ConnectionTrait,
    offering: Id<noun::Offering>,
    without: &[Id<noun::Enrolment>],
) -> Result<Option<enrolment::Model>> {
    use enrolment::Column;
    Ok(unscoped::<enrolment::Entity>(IN_ORDER)
        .filter(Column::OfferingId.eq(offering))
        .filter(Column::Id.is_not_in(without.iter().copied()))
        .filter(Column::Status.eq(EnrolmentStatus::Waitlisted))
        .filter(Column::Resting.eq(false))
        .filter(apart::nobody_apart_has_a_place())
        .order_by_asc(Column::Band)
        .order_by_asc(Column::JoinedAt)
        .order_by_asc(Column::Id)
        .one(on)
        .await?)
}

/// How many of an offering's list stand before a row of `enrolment`.
const BEFORE: &str = "(SELECT COUNT(*) FROM enrolment AS b WHERE b.offering_id = enrolment.offering_id AND \
     b.status = 'WAITLISTED' AND NOT b.resting AND \
     (b.band, b.joined_at, b.id) < (enrolment.band, enrolment.joined_at, enrolment.id))";

/// How many stand before each of some enrolments on its list.
pub async fn before(
    on: &impl ConnectionTrait,
    ids: &[Id<noun::Enrolment>],
) -> Result<Vec<(Id<noun::Enrolment>, i64)>> {
    use enrolment::Column;
    Ok(unscoped::<enrolment::Entity>("how many, and nothing else, for one who may see the row")
        .filter(Column::Id.is_in(ids.iter().copied()))
        .select_only()
        .column(Column::Id)
        .column_as(Expr::cust(BEFORE), "before")
        .into_tuple()
        .all(on)
        .await?)
}

/// The child's open enrolment in an offering, whoever placed it there.
pub async fn open_of(
    on: &impl ConnectionTrait,
    offering: Id<noun::Offering>,
    child: Id<noun::YoungPerson>,
) -> Result<Option<enrolment::Model>> {
    use enrolment::Column;
    Ok(unscoped::<enrolment::Entity>("a child is placed once in an offering, whoever did it")
        .filter(Column::OfferingId.eq(offering))
        .filter(Column::YoungPersonId.eq(child))
        .filter(Column::Status.is_in(EnrolmentStatus::OPEN))
        .one(on)
        .await?)
}

/// The enrolments in which a child has a place, wherever, whoever placed them.
pub async fn places_of(
    on: &impl ConnectionTrait,
    child: Id<noun::YoungPerson>,
) -> Result<Vec<Id<noun::Enrolment>>> {
    use enrolment::Column;
    Ok(unscoped::<enrolment::Entity>("how many places a child has at once, whoever gave them")
        .filter(Column::YoungPersonId.eq(child))
        .filter(Column::Status.is_in(EnrolmentStatus::HAS_A_PLACE))
        .select_only()
        .column(Column::Id)
        .into_tuple()
        .all(on)
        .await?)
}

/// Everyone who waits for or holds a place in an offering: it is cancelled, or offers its places anew.
pub async fn open_in(
    on: &impl ConnectionTrait,
    offering: Id<noun::Offering>,
) -> Result<Vec<enrolment::Model>> {
    use enrolment::Column;
    Ok(unscoped::<enrolment::Entity>("an offering that ends, ends for all who are in it")
        .filter(Column::OfferingId.eq(offering))
        .filter(Column::Status.is_in(EnrolmentStatus::OPEN))
        .order_by_asc(Column::JoinedAt)
        .all(on)
        .await?)
}

/// The steps of some enrolments, oldest first.
pub async fn steps(
    on: &impl ConnectionTrait,
    ids: &[Id<noun::Enrolment>],
) -> Result<Vec<enrolment_step::Model>> {
    Ok(unscoped::<enrolment_step::Entity>("of enrolments that were read under the viewer's scope")
        .filter(enrolment_step::Column::EnrolmentId.is_in(ids.iter().copied()))
        .order_by_asc(enrolment_step::Column::At)
        .order_by_asc(enrolment_step::Column::Id)
        .all(on)
        .await?)
}

/// The instants at which the last children joined an offering's list and were offered a place, newest offer first: how long
/// a wait is, and nothing about whom.
pub async fn last_waits(
    on: &impl ConnectionTrait,
    offering: Id<noun::Offering>,
    at_most: u64,
) -> Result<Vec<(DateTime<Utc>, DateTime<Utc>)>> {
    use enrolment::Column;
    let rows: Vec<(DateTime<Utc>, Option<DateTime<Utc>>)> =
        unscoped::<enrolment::Entity>("how long children waited, as a rounded median of several")
            .filter(Column::OfferingId.eq(offering))
            .filter(
                Expr::col((enrolment::Entity, Column::OfferedAt))
                    .gt(Expr::col((enrolment::Entity, Column::JoinedAt))),
            )
            .order_by_desc(Column::OfferedAt)
            .limit(at_most)
            .select_only()
            .columns([Column::JoinedAt, Column::OfferedAt])
            .into_tuple()
            .all(on)
            .await?;
    Ok(rows.into_iter().filter_map(|(joined, offered)| Some((joined, offered?))).collect())
}

/// What a child has a place in by a case.
pub async fn with_place_by(
    on: &impl ConnectionTrait,
    case: Id<noun::Case>,
) -> Result<Vec<Id<noun::Enrolment>>> {
    use enrolment::Column;
    Ok(unscoped::<enrolment::Entity>("what was missed is told to the case's own worker")
        .filter(Column::CaseId.eq(case))
        .filter(Column::Status.is_in([EnrolmentStatus::Accepted, EnrolmentStatus::Started]))
        .select_only()
        .column(Column::Id)
        .into_tuple()
        .all(on)
        .await?)
}
