//! Reads of drafts: their writer's alone, under the membership that they were written under.

use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, QueryOrder, Select};

use crate::{
    access::Viewer,
    entity::casework::draft,
    platform::error::{Error, Result},
    read::{locked, unscoped},
    words::id::{Id, noun},
};

fn own(viewer: &Viewer) -> Select<draft::Entity> {
    unscoped::<draft::Entity>("the scope of a draft is its writer and nobody else: the next two lines")
        .filter(draft::Column::UserId.eq(viewer.user))
        .filter(draft::Column::MembershipId.eq(viewer.membership))
}

/// The viewer's drafts, newest first.
pub async fn list(on: &impl ConnectionTrait, viewer: &Viewer) -> Result<Vec<draft::Model>> {
    Ok(own(viewer).order_by_desc(draft::Column::SavedAt).all(on).await?)
}

/// One of the viewer's drafts.
pub async fn by_id(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Id<noun::Draft>,
) -> Result<Option<draft::Model>> {
    Ok(own(viewer).filter(draft::Column::Id.eq(id)).one(on).await?)
}

/// One of the viewer's drafts to be changed: locked, or NOT_FOUND.
pub async fn for_change(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Id<noun::Draft>,
) -> Result<draft::Model> {
    locked(own(viewer).filter(draft::Column::Id.eq(id)), on).one(on).await?.ok_or(Error::NotFound)
}

/// A draft for what happens by itself.
pub async fn for_itself(on: &impl ConnectionTrait, id: Id<noun::Draft>) -> Result<Option<draft::Model>> {
    let draft =
        unscoped::<draft::Entity>("what falls due by itself has no viewer").filter(draft::Column::Id.eq(id));
    Ok(locked(draft, on).one(on).await?)
}
