//! Whether a viewer may hear that the places of an offering changed: every time where they may know the numbers, else only
//! where the answer or the band changed, which they could ask for. And that its sessions did: who sees one of them.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::{
    access::{See, Viewer},
    entity::record::{event, event_audience},
    platform::error::Result,
    read::{
        delivery::{
            offering,
            session::{self, Filter},
        },
        page,
        record::audience,
    },
};

/// Whether a viewer may hear of an event about an offering.
pub async fn may_hear(on: &impl ConnectionTrait, viewer: &Viewer, event: &event::Model) -> Result<bool> {
    let seen = offering::by_ids(on, viewer, &[event.subject_id.into()]).await?.pop();
    if seen.is_some_and(|seen| viewer.may_see(See::ExactPlaces, seen.holds)) {
        return Ok(true);
    }
    // Also for one that has left the list: it was in it, or the event would not be for everyone.
    let row = event_audience::Entity::find()
        .filter(event_audience::Column::Audience.eq(audience::ANSWERS))
        .filter(event_audience::Column::EventSeq.eq(event.seq));
    Ok(row.one(on).await?.is_some())
}

/// Whether a viewer may hear that sessions of an offering were written down or cancelled: where they see one of them.
pub async fn of_sessions(on: &impl ConnectionTrait, viewer: &Viewer, event: &event::Model) -> Result<bool> {
    let of_it = Filter { offering: Some(event.subject_id.into()), ..Filter::default() };
    Ok(page::count(on, session::select(viewer, &of_it)).await? > 0)
}
