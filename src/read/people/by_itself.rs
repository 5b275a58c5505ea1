//! Parts of the wing `people` for rules and for what happens by itself, whoever may see them. Nothing here is shown.

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, QuerySelect};

use crate::{
    entity::people::{contact, membership, restriction, restriction_listed, young_person},
    platform::error::Result,
    read::{locked, unscoped},
    words::id::{Id, noun},
};

/// A child's record: locked.
pub async fn child(
    on: &impl ConnectionTrait,
    id: Id<noun::YoungPerson>,
) -> Result<Option<young_person::Model>> {
    let child = unscoped::<young_person::Entity>("a rule of the child's own case or consent")
        .filter(young_person::Column::Id.eq(id));
    Ok(locked(child, on).one(on).await?)
}

/// When a child was born. Not locked: a case of theirs may be, and children come before cases.
pub async fn born(on: &impl ConnectionTrait, id: Id<noun::YoungPerson>) -> Result<Option<NaiveDate>> {
    Ok(unscoped::<young_person::Entity>("a rule of the child's own case")
        .filter(young_person::Column::Id.eq(id))
        .select_only()
        .column(young_person::Column::DateOfBirth)
        .into_tuple()
        .one(on)
        .await?)
}

/// A contact of a child who was read for a change: locked.
pub async fn contact(
    on: &impl ConnectionTrait,
    child: Id<noun::YoungPerson>,
    id: Id<noun::Contact>,
) -> Result<Option<contact::Model>> {
    let contact = unscoped::<contact::Entity>("belongs to a child that was read under the viewer's scope")
        .filter(contact::Column::Id.eq(id))
        .filter(contact::Column::YoungPersonId.eq(child))
        .filter(contact::Column::EndedOn.is_null());
    Ok(locked(contact, on).one(on).await?)
}

/// A membership, running or not: where a draft was written.
pub async fn membership(
    on: &impl ConnectionTrait,
    id: Id<noun::Membership>,
) -> Result<Option<membership::Model>> {
    Ok(unscoped::<membership::Entity>("where somebody wrote what falls due by itself")
        .filter(membership::Column::Id.eq(id))
        .one(on)
        .await?)
}

/// Those who may open a restricted child's record: on the list of each of its restrictions. None where it is not restricted.
pub async fn listed(
    on: &impl ConnectionTrait,
    child: Id<noun::YoungPerson>,
) -> Result<Option<Vec<Id<noun::User>>>> {
    let restrictions: Vec<Id<noun::Restriction>> =
        unscoped::<restriction::Entity>("whom a restricted case may be given to")
            .filter(restriction::Column::YoungPersonId.eq(child))
            .filter(restriction::Column::EndedAt.is_null())
            .select_only()
            .column(restriction::Column::Id)
            .into_tuple()
            .all(on)
            .await?;
    if restrictions.is_empty() {
        return Ok(None);
    }
    let rows = unscoped::<restriction_listed::Entity>("whom a restricted case may be given to")
        .filter(restriction_listed::Column::RestrictionId.is_in(restrictions.iter().copied()))
        .all(on)
        .await?;
    let on_all =
        |user: &Id<noun::User>| rows.iter().filter(|row| row.user_id == *user).count() == restrictions.len();
    let mut users: Vec<_> = rows.iter().map(|row| row.user_id).filter(on_all).collect();
    users.sort_unstable();
    users.dedup();
    Ok(Some(users))
}
