//! A membership begins when an invitation is accepted, and ends when somebody ends it.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    sea_query::Expr,
};

use crate::{
    entity::people::{invitation, membership},
    platform::{app::App, error::Result},
    words::id::{Id, noun},
};

/// Gives the role that an accepted invitation invites to.
pub(super) async fn begin(
    app: &App,
    on: &impl ConnectionTrait,
    invitation: &invitation::Model,
) -> Result<Id<noun::Membership>> {
    let id = app.new_id::<Id<noun::Membership>>();
    membership::ActiveModel {
        id: Set(id),
        user_id: Set(invitation.user_id),
        organisation_id: Set(invitation.organisation_id),
        group_name: Set(invitation.group_name.clone()),
        role: Set(invitation.role),
        lead: Set(invitation.lead),
        from_date: Set(invitation.from_date),
        to_date: Set(invitation.to_date),
        ended_at: Set(None),
    }
    .insert(on)
    .await?;
    Ok(id)
}

/// Ends at once the memberships that a condition names; what has ended stays as it is.
pub(super) async fn end(on: &impl ConnectionTrait, which: Expr, now: DateTime<Utc>) -> Result<()> {
    membership::Entity::update_many()
        .set(membership::ActiveModel { ended_at: Set(Some(now)), ..Default::default() })
        .filter(which)
        .filter(membership::Column::EndedAt.is_null())
        .exec(on)
        .await?;
    Ok(())
}
