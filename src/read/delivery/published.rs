//! Reads of what the partnership publishes to everyone: programmes that are no secret, with their runs that are neither a
//! draft nor over. No viewer, so nothing here may read what a viewer is needed for.

use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait, ConnectionTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::Query,
};

use crate::{
    entity::delivery::{offering, programme},
    platform::error::Result,
    read::unscoped,
    words::{
        OfferingSetting,
        id::{Id, noun},
    },
};

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
