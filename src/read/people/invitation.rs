//! Reads of invitations and of requests for a new link, for those who keep a group's people or agree to a role.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, JoinType, PaginatorTrait, QueryFilter, QuerySelect,
    RelationTrait, Select, sea_query::Expr,
};

use super::membership::people;
use crate::{
    access::{
        Act,
        Relation::{Always, Own, OwnService},
        Viewer, does,
    },
    entity::people::{invitation, link_request, user},
    platform::error::Result,
    read::{
        locked,
        page::{self, Key, Ordering, Page, Window},
        unscoped,
    },
    words::{
        InvitationStatus, Role,
        id::{Id, noun},
    },
};

const SCOPE: &str = "its scope is the condition beside it";
/// How long a request for a link is shown, and kept.
pub const REQUESTS_KEPT: TimeDelta = TimeDelta::days(7);

const OPEN: [InvitationStatus; 2] = [InvitationStatus::WaitingForApproval, InvitationStatus::Ready];

/// The open invitations of the groups that a viewer keeps, and of the service for which they agree to roles.
#[must_use]
pub fn select(viewer: &Viewer) -> Select<invitation::Entity> {
    use invitation::Column;
    let mut any = Condition::any();
    let keeps = does(viewer.role, Act::KeepPeople);
    if keeps.has(Always) {
        any = any.add(Expr::value(true));
    }
    if keeps.has(Own) && viewer.lead {
        let group = Condition::all()
            .add(Column::OrganisationId.eq(viewer.organisation))
            .add(Column::GroupName.eq(viewer.group.clone()));
        any = any.add(group);
    }
    let stands_for_it = viewer.role != Role::ProviderManager || viewer.lead;
    if does(viewer.role, Act::ApproveInvitation).has(OwnService) && stands_for_it {
        any = any.add(Column::OrganisationId.eq(viewer.organisation));
    }
    // An empty `any` would let everything through.
    any = any.add(Expr::value(false));
    unscoped::<invitation::Entity>(SCOPE).filter(Column::Status.is_in(OPEN)).filter(any)
}

/// One page, newest first.
pub async fn page(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    window: &Window,
) -> Result<Page<invitation::Model>> {
    let newest = Ordering {
        columns: vec![Expr::col(invitation::Column::InvitedAt), Expr::col(invitation::Column::Id)],
        descending: true,
        keys: |row: &invitation::Model| vec![Key::Instant(row.invited_at), Key::Id(row.id.uuid())],
    };
    page::page(on, select(viewer), &newest, window).await
}

/// An open invitation that is the viewer's business.
pub async fn visible(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Id<noun::Invitation>,
) -> Result<Option<invitation::Model>> {
    Ok(select(viewer).filter(invitation::Column::Id.eq(id)).one(on).await?)
}

/// As `visible`: locked.
pub async fn for_change(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Id<noun::Invitation>,
) -> Result<Option<invitation::Model>> {
    Ok(locked(select(viewer).filter(invitation::Column::Id.eq(id)), on).one(on).await?)
}

/// The open invitations of a person.
pub async fn open_for(on: &impl ConnectionTrait, person: Id<noun::User>) -> Result<Vec<invitation::Model>> {
    Ok(unscoped::<invitation::Entity>("whether somebody is invited already, or is not any more")
        .filter(invitation::Column::UserId.eq(person))
        .filter(invitation::Column::Status.is_in(OPEN))
        .all(on)
        .await?)
}

/// The open requests for a link that a viewer may answer: an administrator all, a lead those of people who hold nothing
/// outside of their group.
#[must_use]
pub fn requests(viewer: &Viewer) -> Select<link_request::Entity> {
    use link_request::Column;
    let keeps = does(viewer.role, Act::KeepPeople);
    let scope = if keeps.has(Always) {
        Condition::all()
    } else if keeps.has(Own) && viewer.lead {
        Condition::all()
            .add(Column::UserId.in_subquery(people(viewer, true)))
            .add(Column::UserId.not_in_subquery(people(viewer, false)))
    } else {
        Condition::all().add(Expr::value(false))
    };
    unscoped::<link_request::Entity>(SCOPE)
        .join(JoinType::InnerJoin, link_request::Relation::User.def())
        .filter(user::Column::Active.eq(true))
        .filter(Column::HandledAt.is_null())
        .filter(Column::At.gt(viewer.at - REQUESTS_KEPT))
        .filter(Column::UserId.ne(viewer.user))
        .filter(scope)
}

/// One page, newest first.
pub async fn request_page(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    window: &Window,
) -> Result<Page<link_request::Model>> {
    let newest = Ordering {
        columns: vec![
            Expr::col((link_request::Entity, link_request::Column::At)),
            Expr::col((link_request::Entity, link_request::Column::Id)),
        ],
        descending: true,
        keys: |row: &link_request::Model| vec![Key::Instant(row.at), Key::Id(row.id.uuid())],
    };
    page::page(on, requests(viewer), &newest, window).await
}

/// A request that the viewer may answer.
pub async fn request(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Id<noun::LinkRequest>,
) -> Result<Option<link_request::Model>> {
    Ok(requests(viewer).filter(link_request::Column::Id.eq(id)).one(on).await?)
}

/// How many requests there were since an instant: for an account, and from an address.
pub async fn count_requests(
    on: &impl ConnectionTrait,
    (account, address): (&[u8], &[u8]),
    since: DateTime<Utc>,
) -> Result<(u64, u64)> {
    use link_request::Column;
    let of = |condition| {
        unscoped::<link_request::Entity>("counted, and never shown")
            .filter(Column::At.gt(since))
            .filter(condition)
    };
    Ok((
        of(Column::AccountDigest.eq(account)).count(on).await?,
        of(Column::AddressDigest.eq(address)).count(on).await?,
    ))
}
