//! Looking up a one-time link by its hash, where there is no viewer yet, and when the people of a group were confirmed.

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, QuerySelect};

use crate::{
    entity::people::{group_confirmation, invitation, link, user},
    platform::error::{Error, Result},
    read::unscoped,
    words::id::{Id, noun},
};

/// A link with the account that it is for, and the invitation that it accepts.
#[derive(Clone, Debug)]
pub struct Found {
    /// The link.
    pub link: link::Model,
    /// The account.
    pub user: user::Model,
    /// The invitation.
    pub invitation: Option<invitation::Model>,
}

/// The link with a token of this hash, usable or not.
pub async fn by_hash(on: &impl ConnectionTrait, hash: &[u8]) -> Result<Option<Found>> {
    let who = "the link itself is what proves the right";
    let link = unscoped::<link::Entity>(who).filter(link::Column::TokenHash.eq(hash)).one(on).await?;
    let Some(link) = link else { return Ok(None) };
    let user = unscoped::<user::Entity>(who).filter(user::Column::Id.eq(link.user_id)).one(on).await?;
    let user = user.ok_or(Error::NotFound)?;
    let invitation = match link.invitation_id {
        Some(id) => unscoped::<invitation::Entity>(who).filter(invitation::Column::Id.eq(id)).one(on).await?,
        None => None,
    };
    Ok(Some(Found { link, user, invitation }))
}

/// The last day on which each group was confirmed; of one organisation, or of all.
pub async fn confirmations(
    on: &impl ConnectionTrait,
    of: Option<Id<noun::Organisation>>,
) -> Result<Vec<(Id<noun::Organisation>, String, NaiveDate)>> {
    use group_confirmation::Column;
    let mut rows = unscoped::<group_confirmation::Entity>("when a group that the viewer keeps was confirmed")
        .select_only()
        .column(Column::OrganisationId)
        .column(Column::GroupName)
        .column_as(Column::ConfirmedOn.max(), "confirmed_on")
        .group_by(Column::OrganisationId)
        .group_by(Column::GroupName);
    if let Some(organisation) = of {
        rows = rows.filter(Column::OrganisationId.eq(organisation));
    }
    Ok(rows.into_tuple().all(on).await?)
}
