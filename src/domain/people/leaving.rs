//! People leave: one membership ends, or an account with all that it opens. At once, and by somebody else than themselves.

use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{Set, Unchanged},
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
};

use super::{link, membership as memberships, sign_in, token};
use crate::{
    access::{Act, Viewer},
    domain::record::operation::{Caller, operate},
    entity::people::{invitation, link::Column as Links, membership::Column, user},
    platform::{
        app::App,
        error::{Error, Problem, ProblemCode, Result},
    },
    read::people::{invitation as invitations, membership, user as users},
    words::{
        AuditAction, InvitationStatus, SubjectKind,
        id::{Id, noun},
    },
};

fn not_oneself(viewer: &Viewer, person: Id<noun::User>, field: &str) -> Result<()> {
    if viewer.user != person {
        return Ok(());
    }
    let words = "Nobody ends their own access. Ask another lead or an administrator.";
    Err(Problem::new(field, ProblemCode::ConflictOfInterest, words).into())
}

/// Ends a membership at once. Answers whose it was.
pub async fn end_membership(app: &App, caller: &Caller, id: Id<noun::Membership>) -> Result<Id<noun::User>> {
    operate(app, caller, "membership.end", async |op, viewer| {
        let row = membership::for_change(op.tx, viewer, id).await?.ok_or(Error::NotFound)?;
        viewer.must(Act::KeepPeople, membership::holds(viewer, row.organisation_id, &row.group_name))?;
        not_oneself(viewer, row.user_id, "membershipId")?;
        memberships::end(op.tx, Column::Id.eq(row.id), op.now).await?;
        op.audit(AuditAction::Grant, SubjectKind::Membership, row.id.uuid(), None).await?;
        Ok(row.user_id)
    })
    .await
}

/// Ends an account with all that it opens: for an administrator, or for the lead of all that the person holds.
pub async fn end_user(app: &App, caller: &Caller, id: Id<noun::User>) -> Result<Id<noun::User>> {
    operate(app, caller, "user.end", async |op, viewer| {
        let person = users::visible(op.tx, viewer, id).await?.ok_or(Error::NotFound)?;
        for held in membership::of_person(op.tx, person.id, op.today).await? {
            viewer
                .must(Act::KeepPeople, membership::holds(viewer, held.organisation_id, &held.group_name))?;
        }
        not_oneself(viewer, person.id, "userId")?;
        end_account(op.app, op.tx, person.id).await?;
        op.audit(AuditAction::Grant, SubjectKind::User, person.id.uuid(), None).await?;
        Ok(person.id)
    })
    .await
}

/// Ends an account: nobody signs in to it, and its sign-ins, tokens, memberships, invitations and links stop at once.
pub(super) async fn end_account(app: &App, on: &impl ConnectionTrait, id: Id<noun::User>) -> Result<()> {
    let now = app.now();
    user::ActiveModel {
        id: Unchanged(id),
        active: Set(false),
        // Who comes back is invited again and chooses a new one.
        password_hash: Set(None),
        ..Default::default()
    }
    .update(on)
    .await?;
    sign_in::end_all(on, id, now).await?;
    token::revoke_all(app, on, id).await?;
    memberships::end(on, Column::UserId.eq(id), now).await?;
    link::revoke(on, Links::UserId.eq(id), now).await?;
    let open: Vec<_> = invitations::open_for(on, id).await?.into_iter().map(|row| row.id).collect();
    invitation::Entity::update_many()
        .set(invitation::ActiveModel { status: Set(InvitationStatus::Declined), ..Default::default() })
        .filter(invitation::Column::Id.is_in(open))
        .exec(on)
        .await?;
    Ok(())
}
