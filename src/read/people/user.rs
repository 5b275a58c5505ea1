//! Reads of people who work in the partnership, and of their memberships.

use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationTrait,
    Select,
    sea_query::{Expr, Query},
};

use crate::{
    access::{See, Viewer},
    entity::people::{membership, user},
    platform::error::Result,
    read::{
        page::{self, Key, Ordering, Page, Window},
        unscoped,
    },
    words::{
        Role,
        id::{Id, noun},
    },
};

/// Which people of a list.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Holding one of these roles.
    pub roles: Option<Vec<Role>>,
    /// In this organisation.
    pub organisation: Option<Id<noun::Organisation>>,
    /// Whose name holds this, as searches compare it.
    pub text: Option<String>,
}

/// The people whom a viewer may look up: of the own group, service or organisation; all for those who keep accounts.
#[must_use]
pub fn select(viewer: &Viewer, filter: &Filter) -> Select<user::Entity> {
    use crate::access::Relation::{Always, Own};
    let mut running = Query::select();
    running.column(membership::Column::UserId).from(membership::Entity).cond_where(running_on(viewer.today));
    let sees = viewer.sees(See::People);
    if sees.has(Own) && viewer.role != Role::PartnershipManager {
        running.and_where(membership::Column::OrganisationId.eq(viewer.organisation));
        if viewer.role == Role::Referrer {
            running.and_where(membership::Column::GroupName.eq(viewer.group.clone()));
        }
    } else if !sees.has(Always) && !sees.has(Own) {
        running.and_where(Expr::value(false));
    }
    if let Some(roles) = &filter.roles {
        running.and_where(membership::Column::Role.is_in(roles.iter().copied()));
    }
    if let Some(organisation) = filter.organisation {
        running.and_where(membership::Column::OrganisationId.eq(organisation));
    }
    let mut people = unscoped::<user::Entity>("the scope of people is the memberships above")
        .filter(user::Column::Active.eq(true))
        .filter(user::Column::Id.in_subquery(running));
    if let Some(text) = &filter.text {
        people = people.filter(user::Column::SearchName.contains(text));
    }
    people
}

/// A membership that runs on a day.
pub(in crate::read) fn running_on(day: NaiveDate) -> Condition {
    use membership::Column;
    Condition::all()
        .add(Column::FromDate.lte(day))
        .add(Column::EndedAt.is_null())
        .add(Condition::any().add(Column::ToDate.is_null()).add(Column::ToDate.gte(day)))
}

/// One page, by name.
pub async fn page(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    filter: &Filter,
    window: &Window,
) -> Result<Page<user::Model>> {
    let by_name = Ordering {
        columns: vec![
            Expr::col((user::Entity, user::Column::SearchName)),
            Expr::col((user::Entity, user::Column::Id)),
        ],
        descending: false,
        keys: |user: &user::Model| vec![Key::Text(user.search_name.clone()), Key::Id(user.id.uuid())],
    };
    page::page(on, select(viewer, filter), &by_name, window).await
}

/// A person whom the viewer may look up.
pub async fn visible(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Id<noun::User>,
) -> Result<Option<user::Model>> {
    Ok(select(viewer, &Filter::default()).filter(user::Column::Id.eq(id)).one(on).await?)
}

/// People by id, for the names beside what the viewer may read.
pub async fn by_ids(on: &impl ConnectionTrait, ids: &[Id<noun::User>]) -> Result<Vec<user::Model>> {
    Ok(unscoped::<user::Entity>(
        "the names of colleagues beside a row that was read under the viewer's scope",
    )
    .filter(user::Column::Id.is_in(ids.iter().copied()))
    .all(on)
    .await?)
}

/// The running memberships of some people, oldest first.
pub async fn memberships(
    on: &impl ConnectionTrait,
    people: &[Id<noun::User>],
    day: NaiveDate,
) -> Result<Vec<membership::Model>> {
    Ok(unscoped::<membership::Entity>(
        "roles of people who were read under the viewer's scope, or the viewer's own",
    )
    .filter(membership::Column::UserId.is_in(people.iter().copied()))
    .filter(running_on(day))
    .order_by_asc(membership::Column::FromDate)
    .order_by_asc(membership::Column::Id)
    .all(on)
    .await?)
}

/// Memberships by id, also those that have ended.
pub async fn memberships_by_ids(
    on: &impl ConnectionTrait,
    ids: &[Id<noun::Membership>],
) -> Result<Vec<membership::Model>> {
    Ok(unscoped::<membership::Entity>("as what somebody acted, beside an entry that the viewer may read")
        .filter(membership::Column::Id.is_in(ids.iter().copied()))
        .all(on)
        .await?)
}

/// The people who hold a role in an organisation on a day, oldest membership first.
pub async fn with_role(
    on: &impl ConnectionTrait,
    organisation: Id<noun::Organisation>,
    role: Role,
    day: NaiveDate,
) -> Result<Vec<Id<noun::User>>> {
    Ok(unscoped::<membership::Entity>("who holds a role in a service, for its own tasks and allocations")
        .join(JoinType::InnerJoin, membership::Relation::User.def())
        .filter(user::Column::Active.eq(true))
        .filter(membership::Column::OrganisationId.eq(organisation))
        .filter(membership::Column::Role.eq(role))
        .filter(running_on(day))
        .order_by_asc(membership::Column::FromDate)
        .order_by_asc(membership::Column::Id)
        .select_only()
        .column(membership::Column::UserId)
        .into_tuple()
        .all(on)
        .await?)
}
