//! Reads of exports: each is for who asked for it, and nobody else.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, PaginatorTrait, QueryFilter, QuerySelect, Select};

use crate::{
    access::Viewer,
    entity::insight::export,
    platform::error::{Error, Result},
    read::{locked, unscoped},
    words::id::{Id, noun},
};

fn of(user: Id<noun::User>) -> Select<export::Entity> {
    unscoped::<export::Entity>("the scope of an export is who asked for it and nobody else: the next line")
        .filter(export::Column::AskedById.eq(user))
}

fn own(viewer: &Viewer) -> Select<export::Entity> {
    of(viewer.user).filter(export::Column::MembershipId.eq(viewer.membership))
}

/// Under which membership somebody asked for an export: none where they did not.
pub async fn membership(
    on: &impl ConnectionTrait,
    user: Id<noun::User>,
    id: Id<noun::Export>,
) -> Result<Option<Id<noun::Membership>>> {
    let found = of(user).filter(export::Column::Id.eq(id));
    Ok(found.select_only().column(export::Column::MembershipId).into_tuple().one(on).await?)
}

/// Exports by id, those that the viewer asked for.
pub async fn by_ids(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    ids: &[Id<noun::Export>],
) -> Result<Vec<export::Model>> {
    Ok(own(viewer).filter(export::Column::Id.is_in(ids.iter().copied())).all(on).await?)
}

/// One that the viewer asked for, to be fetched: locked, or NOT_FOUND.
pub async fn for_change(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Id<noun::Export>,
) -> Result<export::Model> {
    locked(own(viewer).filter(export::Column::Id.eq(id)), on).one(on).await?.ok_or(Error::NotFound)
}

/// How many of somebody's wait to be fetched.
pub async fn count_waiting(
    on: &impl ConnectionTrait,
    user: Id<noun::User>,
    now: DateTime<Utc>,
) -> Result<u64> {
    let waiting =
        of(user).filter(export::Column::TakenAt.is_null()).filter(export::Column::ExpiresAt.gt(now));
    Ok(waiting.count(on).await?)
}

/// An export for what happens by itself.
pub async fn for_itself(on: &impl ConnectionTrait, id: Id<noun::Export>) -> Result<Option<export::Model>> {
    let found = unscoped::<export::Entity>("what falls due by itself has no viewer")
        .filter(export::Column::Id.eq(id));
    Ok(locked(found, on).one(on).await?)
}
