//! Reads of what the partnership publishes to everyone: programmes that are no secret, with their runs that are neither a
//! draft nor over. No viewer, so nothing here may read what a viewer is needed for.

use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait, ConnectionTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::Query,
};

use crate::{
    entity::delivery::{offering, offering_source, programme},
    platform::error::Result,
    read::unscoped,
    words::{
        FactorCode, OfferingSetting,
        id::{Id, noun},
    },
};

/// A page for a child holds so many at most.
const MOST: u64 = 200;

const PUBLIC: &str = "programmes that are no secret are published to everyone";

fn programmes() -> Select<programme::Entity> {
    unscoped::<programme::Entity>(PUBLIC).filter(programme::Column::Sensitive.eq(false))
}

/// How many programmes are published.
pub async fn count(on: &impl ConnectionTrait) -> Result<u64> {
    Ok(programmes().count(on).await?)
}

/// Some of them, after so many, in the order in which they were written down.
pub async fn some(on: &impl ConnectionTrait, after: u64, most: u64) -> Result<Vec<programme::Model>> {
    Ok(programmes().order_by_asc(programme::Column::Id).offset(after).limit(most).all(on).await?)
}

/// One of them; none where it is no programme, or a secret one.
pub async fn one(on: &impl ConnectionTrait, id: Id<noun::Programme>) -> Result<Option<programme::Model>> {
    Ok(programmes().filter(programme::Column::Id.eq(id)).one(on).await?)
}

/// The runs of some of them, what begins first first: those that take children, and those that are full or go on.
pub async fn runs(
    on: &impl ConnectionTrait,
    of: &[Id<noun::Programme>],
    today: NaiveDate,
) -> Result<Vec<offering::Model>> {
    use offering::Column;
    let mut open = Query::select();
    open.column(programme::Column::Id)
        .from(programme::Entity)
        .and_where(programme::Column::Sensitive.eq(false));
    Ok(unscoped::<offering::Entity>(PUBLIC)
        .filter(Column::ProgrammeId.is_in(of.iter().copied()))
        .filter(Column::ProgrammeId.in_subquery(open))
        .filter(Column::Setting.is_in([OfferingSetting::Open, OfferingSetting::Closed]))
        .filter(Column::EndsOn.gte(today))
        .order_by_asc(Column::StartsOn)
        .order_by_asc(Column::Id)
        .all(on)
        .await?)
}

/// What feeds say of the places of some runs.
pub async fn said(
    on: &impl ConnectionTrait,
    of: &[Id<noun::Offering>],
) -> Result<Vec<offering_source::Model>> {
    Ok(unscoped::<offering_source::Entity>(PUBLIC)
        .filter(offering_source::Column::OfferingId.is_in(of.iter().copied()))
        .all(on)
        .await?)
}

/// The published programmes that take a child of this age from one of these areas, for one of these factors or for all.
pub async fn fitting(
    on: &impl ConnectionTrait,
    age: i32,
    areas: Option<Vec<Id<noun::Area>>>,
    factors: Option<Vec<FactorCode>>,
) -> Result<Vec<programme::Model>> {
    use programme::Column;
    let such = super::offering::Filter { areas, factors, ..Default::default() };
    Ok(programmes()
        .filter(Column::Id.in_subquery(super::offering::programmes(&such)))
        .filter(Column::MinAge.lte(age))
        .filter(Column::MaxAge.gte(age))
        .order_by_asc(Column::Id)
        .limit(MOST)
        .all(on)
        .await?)
}
