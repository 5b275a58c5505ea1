//! Reads of releases, their tables, and the facts that hold in them.

use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::ExprTrait};
use uuid::Uuid;

use crate::{
    entity::{
        delivery::programme,
        insight::{fact, record_key, release, release_held, release_table},
    },
    platform::error::Result,
    read::unscoped,
    words::{
        Strand,
        id::{Id, noun},
    },
};

/// So many releases can be asked for.
pub const KEPT: u64 = 8;

/// So many subjects in one statement.
const AT_ONCE: usize = 1_000;

const PROTECTED: &str = "releases hold protected values alone; who may ask is looked at before";
const SEALED: &str = "a release compares what it counts with what the last one counted; nobody is looking";

/// The releases that can be asked for, newest first.
pub async fn newest(on: &impl ConnectionTrait) -> Result<Vec<release::Model>> {
    Ok(unscoped::<release::Entity>(PROTECTED)
        .order_by_desc(release::Column::Number)
        .limit(KEPT)
        .all(on)
        .await?)
}

/// The newest release.
pub async fn last(on: &impl ConnectionTrait) -> Result<Option<release::Model>> {
    Ok(unscoped::<release::Entity>(PROTECTED).order_by_desc(release::Column::Number).one(on).await?)
}

/// A table of a release.
pub async fn table(
    on: &impl ConnectionTrait,
    number: i32,
    name: &str,
) -> Result<Option<release_table::Model>> {
    Ok(unscoped::<release_table::Entity>(PROTECTED)
        .filter(release_table::Column::ReleaseNumber.eq(number))
        .filter(release_table::Column::Name.eq(name))
        .one(on)
        .await?)
}

/// Every table of a release.
pub async fn tables(on: &impl ConnectionTrait, number: i32) -> Result<Vec<release_table::Model>> {
    Ok(unscoped::<release_table::Entity>(PROTECTED)
        .filter(release_table::Column::ReleaseNumber.eq(number))
        .order_by_asc(release_table::Column::Name)
        .all(on)
        .await?)
}

/// Of whom the shown values of each table were made.
pub async fn held(on: &impl ConnectionTrait) -> Result<Vec<release_held::Model>> {
    Ok(unscoped::<release_held::Entity>(SEALED).all(on).await?)
}

/// What the last release counted of some referrals and enrolments.
pub async fn facts_of(on: &impl ConnectionTrait, subjects: &[Uuid]) -> Result<Vec<fact::Model>> {
    let mut facts = Vec::new();
    for subjects in subjects.chunks(AT_ONCE) {
        let some = unscoped::<fact::Entity>(SEALED)
            .filter(fact::Column::ToRelease.is_null())
            .filter(fact::Column::SubjectId.is_in(subjects.iter().copied()));
        facts.extend(some.all(on).await?);
    }
    Ok(facts)
}

/// The next facts that a release counted, in the order of their ids.
pub async fn facts_in(
    on: &impl ConnectionTrait,
    number: i32,
    after: Option<Uuid>,
    count: u64,
) -> Result<Vec<fact::Model>> {
    let holds = fact::Column::FromRelease
        .lte(number)
        .and(fact::Column::ToRelease.is_null().or(fact::Column::ToRelease.gt(number)));
    let mut facts =
        unscoped::<fact::Entity>(SEALED).filter(holds).order_by_asc(fact::Column::Id).limit(count);
    if let Some(after) = after {
        facts = facts.filter(fact::Column::Id.gt(after));
    }
    Ok(facts.all(on).await?)
}

/// The record key of each number.
pub async fn record_keys(on: &impl ConnectionTrait) -> Result<Vec<(u32, u16)>> {
    let rows = unscoped::<record_key::Entity>(SEALED).all(on).await?;
    let pair = |row: record_key::Model| Some((u32::try_from(row.number).ok()?, u16::try_from(row.key).ok()?));
    Ok(rows.into_iter().filter_map(pair).collect())
}

/// What each programme is funded as, and its approach: those that everyone may know.
pub async fn programmes(on: &impl ConnectionTrait) -> Result<Vec<(Id<noun::Programme>, Strand, String)>> {
    Ok(unscoped::<programme::Entity>(
        "figures of programmes that are no secret say to which strand they belong",
    )
    .filter(programme::Column::Sensitive.eq(false))
    .select_only()
    .columns([programme::Column::Id, programme::Column::Strand, programme::Column::Approach])
    .into_tuple()
    .all(on)
    .await?)
}
