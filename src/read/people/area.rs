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

/// An area with every area that it lies in.
pub async fn with_what_it_lies_in(
    on: &impl ConnectionTrait,
    id: Id<noun::Area>,
) -> Result<Vec<Id<noun::Area>>> {
    Ok(outwards(&list(on, None).await?, id))
}

fn outwards(all: &[area::Model], id: Id<noun::Area>) -> Vec<Id<noun::Area>> {
    let mut chain = Vec::new();
    let mut next = Some(id);
    // Ward, community area, council, force: no chain is longer.
    while let Some(id) = next.filter(|id| !chain.contains(id)) {
        chain.push(id);
        next = all.iter().find(|area| area.id == id).and_then(|area| area.parent_id);
    }
    chain
}

/// An area with every area that it lies in and every area that lies in it.
pub async fn around(on: &impl ConnectionTrait, id: Id<noun::Area>) -> Result<Vec<Id<noun::Area>>> {
    let all = list(on, None).await?;
    let mut found = outwards(&all, id);
    let mut within = vec![id];
    while let Some(outer) = within.pop() {
        let inside = all.iter().filter(|area| area.parent_id == Some(outer)).map(|area| area.id);
        for inner in inside.collect::<Vec<_>>() {
            if !found.contains(&inner) {
                found.push(inner);
                within.push(inner);
            }
        }
    }
    Ok(found)
}
