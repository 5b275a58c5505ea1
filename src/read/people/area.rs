//! Reads of areas and of the postcode look-up. Public facts: no scope.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::{
    entity::people::{area, postcode},
    platform::error::Result,
    read::unscoped,
    words::{
        AreaKind,
        id::{Id, noun},
    },
};

const PUBLIC: &str = "areas are public";

/// Areas of a kind, or all, by name.
pub async fn list(on: &impl ConnectionTrait, kind: Option<AreaKind>) -> Result<Vec<area::Model>> {
    let mut areas = unscoped::<area::Entity>(PUBLIC);
    if let Some(kind) = kind {
        areas = areas.filter(area::Column::Kind.eq(kind));
    }
    Ok(areas.order_by_asc(area::Column::Name).order_by_asc(area::Column::Id).all(on).await?)
}

/// Areas by id.
pub async fn by_ids(on: &impl ConnectionTrait, ids: &[Id<noun::Area>]) -> Result<Vec<area::Model>> {
    Ok(unscoped::<area::Entity>(PUBLIC).filter(area::Column::Id.is_in(ids.iter().copied())).all(on).await?)
}

/// Where a postcode lies; none where the look-up does not know it.
pub async fn of_postcode(on: &impl ConnectionTrait, code: &str) -> Result<Option<postcode::Model>> {
    Ok(postcode::Entity::find_by_id(code.to_owned()).one(on).await?)
}
