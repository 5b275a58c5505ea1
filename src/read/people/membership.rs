//! Reads of who belongs where, for those who keep a group's people, and how a viewer stands to such a group.

use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QueryResult, QuerySelect, RelationTrait, Select,
    sea_query::{Expr, Query, SelectStatement},
};

use crate::{
    access::{
        Relation::{Always, Own, OwnService},
        Relations, See, Viewer,
    },
    entity::people::{membership, organisation, user},
    platform::error::Result,
    read::{
        locked,
        page::{self, Key, Ordering, Page, Window},
        unscoped,
    },
    words::{
        Role,
        id::{Id, noun},
    },
};

const SCOPE: &str = "the scope of memberships is the condition beside it";
const OF_A_GROUP: &str = "the people of a group whose keeper was asked about by the policy";

/// How a viewer stands to the people of a group: Own where they lead it, OwnService where they manage its service.
#[must_use]
pub fn holds(viewer: &Viewer, organisation: Id<noun::Organisation>, group: &str) -> Relations {
    let here = viewer.organisation == organisation;
    let leads = here && viewer.lead && viewer.group == group;
    let manages = here
        && match viewer.role {
            Role::TeamManager => true,
            // A provider's manager stands for it only where they lead.
            Role::ProviderManager => viewer.lead,
            _ => false,
        };
    [(leads, Own), (manages, OwnService)]
        .into_iter()
        .filter(|(holds, _)| *holds)
        .fold(Relations::of(&[Always]), |all, (_, relation)| all.or(Relations::of(&[relation])))
}

/// A membership with what lists are sorted by.
#[derive(Clone, Debug)]
pub struct Member {
    /// The membership.
    pub row: membership::Model,
    /// The person's name, as searches compare it.
    pub search_name: String,
}

impl FromQueryResult for Member {
    fn from_query_result(result: &QueryResult, prefix: &str) -> Result<Self, DbErr> {
        Ok(Self {
            row: membership::Model::from_query_result(result, prefix)?,
            search_name: result.try_get(prefix, "search_name")?,
        })
    }
}

/// Which memberships of a list.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// In this organisation.
    pub organisation: Option<Id<noun::Organisation>>,
    /// In this group.
    pub group: Option<String>,
}

/// The memberships that a viewer may look up and that are not over, of people whose account has not ended.
#[must_use]
pub fn select(viewer: &Viewer, filter: &Filter) -> Select<membership::Entity> {
    let mut members = not_over(unscoped::<membership::Entity>(SCOPE), viewer.today).filter(scope(viewer));
    if let Some(organisation) = filter.organisation {
        members = members.filter(membership::Column::OrganisationId.eq(organisation));
    }
    if let Some(group) = &filter.group {
        members = members.filter(membership::Column::GroupName.eq(group));
    }
    members.expr_as(Expr::col((user::Entity, user::Column::SearchName)), "search_name")
}

fn scope(viewer: &Viewer) -> Condition {
    let sees = viewer.sees(See::People);
    if sees.has(Always) {
        return Condition::all();
    }
    // The partnership's managers see names; only of a group that they lead do they see more.
    if !sees.has(Own) || (viewer.role == Role::PartnershipManager && !viewer.lead) {
        return Condition::all().add(Expr::value(false));
    }
    let own = Condition::all().add(membership::Column::OrganisationId.eq(viewer.organisation));
    if matches!(viewer.role, Role::Referrer | Role::PartnershipManager) {
        return own.add(membership::Column::GroupName.eq(viewer.group.clone()));
    }
    own
}

fn not_over(select: Select<membership::Entity>, day: NaiveDate) -> Select<membership::Entity> {
    use membership::Column;
    select
        .join(JoinType::InnerJoin, membership::Relation::User.def())
        .filter(user::Column::Active.eq(true))
        .filter(Column::EndedAt.is_null())
        .filter(Condition::any().add(Column::ToDate.is_null()).add(Column::ToDate.gte(day)))
}

/// One page, by name.
pub async fn page(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    filter: &Filter,
    window: &Window,
) -> Result<Page<Member>> {
    let by_name = Ordering {
        columns: vec![
            Expr::col((user::Entity, user::Column::SearchName)),
            Expr::col((membership::Entity, membership::Column::Id)),
        ],
        descending: false,
        keys: |member: &Member| vec![Key::Text(member.search_name.clone()), Key::Id(member.row.id.uuid())],
    };
    page::page(on, select(viewer, filter), &by_name, window).await
}

/// A membership that the viewer may look up: locked.
pub async fn for_change(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Id<noun::Membership>,
) -> Result<Option<membership::Model>> {
    let found = select(viewer, &Filter::default()).filter(membership::Column::Id.eq(id)).one(on).await?;
    let Some(found) = found else { return Ok(None) };
    let again = unscoped::<membership::Entity>("was read under the viewer's scope")
        .filter(membership::Column::Id.eq(found.id))
        .filter(membership::Column::EndedAt.is_null());
    Ok(locked(again, on).one(on).await?)
}

/// Everyone of a group whose membership is not over.
pub async fn of_group(
    on: &impl ConnectionTrait,
    organisation: Id<noun::Organisation>,
    group: &str,
    day: NaiveDate,
) -> Result<Vec<membership::Model>> {
    Ok(not_over(unscoped::<membership::Entity>(OF_A_GROUP), day)
        .filter(membership::Column::OrganisationId.eq(organisation))
        .filter(membership::Column::GroupName.eq(group))
        .order_by_asc(membership::Column::Id)
        .all(on)
        .await?)
}

/// Everyone's memberships that are not over, in organisations that are open: for the days on which groups are confirmed.
pub async fn of_all_groups(on: &impl ConnectionTrait, day: NaiveDate) -> Result<Vec<membership::Model>> {
    Ok(not_over(unscoped::<membership::Entity>(OF_A_GROUP), day)
        .join(JoinType::InnerJoin, membership::Relation::Organisation.def())
        .filter(
            Condition::any()
                .add(organisation::Column::ClosedOn.is_null())
                .add(organisation::Column::ClosedOn.gt(day)),
        )
        .all(on)
        .await?)
}

/// What a person holds that is not over, wherever it is.
pub async fn of_person(
    on: &impl ConnectionTrait,
    person: Id<noun::User>,
    day: NaiveDate,
) -> Result<Vec<membership::Model>> {
    Ok(not_over(unscoped::<membership::Entity>("whether all that somebody holds is the keeper's"), day)
        .filter(membership::Column::UserId.eq(person))
        .all(on)
        .await?)
}

/// The people who hold something that is not over inside or outside of the viewer's own group.
pub(super) fn people(viewer: &Viewer, inside: bool) -> SelectStatement {
    use membership::Column;
    let own = Condition::all()
        .add(Column::OrganisationId.eq(viewer.organisation))
        .add(Column::GroupName.eq(viewer.group.clone()));
    let mut people = Query::select();
    people
        .column(Column::UserId)
        .from(membership::Entity)
        .cond_where(
            Condition::all()
                .add(Column::EndedAt.is_null())
                .add(Condition::any().add(Column::ToDate.is_null()).add(Column::ToDate.gte(viewer.today))),
        )
        .cond_where(if inside { own } else { own.not() });
    people
}
