//! Reads of sessions, under the viewer's scope.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationTrait, Select,
    sea_query::{Expr, Query},
};

use crate::{
    access::{See, Viewer},
    entity::{
        delivery::{headcount, programme, session, session_worker},
        people::{membership, user},
    },
    platform::error::{Error, Result},
    read::{
        Seen, locked,
        page::{self, Key, Ordering, Page, Window},
        people::user::running_on,
        scope, unscoped,
    },
    words::{
        Role,
        id::{Id, noun},
    },
};

/// A session as a viewer may see it.
pub type SeenSession = Seen<session::Model>;

/// Which sessions of a list.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Of this offering.
    pub offering: Option<Id<noun::Offering>>,
    /// That begin at this instant or later.
    pub from: Option<DateTime<Utc>>,
    /// That begin before this instant.
    pub before: Option<DateTime<Utc>>,
    /// That the viewer leads.
    pub mine: bool,
}

const PARTS: &str = "part of a session that was read under the viewer's scope";

fn scoped(viewer: &Viewer) -> Select<session::Entity> {
    scope::visible_to(viewer, viewer.sees(See::Sessions))
}

/// The sessions that a filter leaves.
#[must_use]
pub fn select(viewer: &Viewer, filter: &Filter) -> Select<session::Entity> {
    use session::Column;
    let mut sessions = scoped(viewer);
    if let Some(offering) = filter.offering {
        sessions = sessions.filter(Column::OfferingId.eq(offering));
    }
    if let Some(from) = filter.from {
        sessions = sessions.filter(Column::StartsAt.gte(from));
    }
    if let Some(before) = filter.before {
        sessions = sessions.filter(Column::StartsAt.lt(before));
    }
    if filter.mine {
        let mut own = Query::select();
        own.column(session_worker::Column::SessionId)
            .from(session_worker::Entity)
            .and_where(session_worker::Column::UserId.eq(viewer.user));
        sessions = sessions.filter(Column::Id.in_subquery(own));
    }
    sessions
}

/// One page, soonest first.
pub async fn page(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    filter: &Filter,
    window: &Window,
) -> Result<Page<SeenSession>> {
    let column = |column| Expr::col((session::Entity, column));
    let soonest = Ordering {
        columns: vec![column(session::Column::StartsAt), column(session::Column::Id)],
        descending: false,
        keys: |seen: &SeenSession| vec![Key::Instant(seen.row.starts_at), Key::Id(seen.row.id.uuid())],
    };
    page::page(on, select(viewer, filter), &soonest, window).await
}

/// Sessions by id, those that the viewer may see.
pub async fn by_ids(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    ids: &[Id<noun::Session>],
) -> Result<Vec<SeenSession>> {
    let some = scoped(viewer).filter(session::Column::Id.is_in(ids.iter().copied()));
    Ok(some.into_model::<SeenSession>().all(on).await?)
}

/// A session that the viewer may see, or NOT_FOUND. It is changed only under the lock of its offering: read it again then.
pub async fn known(on: &impl ConnectionTrait, viewer: &Viewer, id: Id<noun::Session>) -> Result<SeenSession> {
    by_ids(on, viewer, &[id]).await?.pop().ok_or(Error::NotFound)
}

/// A session to be changed, whoever asks: locked.
pub async fn for_change(on: &impl ConnectionTrait, id: Id<noun::Session>) -> Result<Option<session::Model>> {
    let one = unscoped::<session::Entity>("was read under the viewer's scope before its offering was locked");
    Ok(locked(one.filter(session::Column::Id.eq(id)), on).one(on).await?)
}

/// Who leads some sessions.
pub async fn workers(
    on: &impl ConnectionTrait,
    ids: &[Id<noun::Session>],
) -> Result<Vec<session_worker::Model>> {
    Ok(unscoped::<session_worker::Entity>(PARTS)
        .filter(session_worker::Column::SessionId.is_in(ids.iter().copied()))
        .order_by_asc(session_worker::Column::UserId)
        .all(on)
        .await?)
}

/// Who may lead the sessions of some programmes: those who work for its provider on a day, by name.
pub async fn leaders(
    on: &impl ConnectionTrait,
    programmes: &[Id<noun::Programme>],
    day: NaiveDate,
) -> Result<Vec<(Id<noun::Programme>, Id<noun::User>)>> {
    Ok(unscoped::<programme::Entity>("for those who may write its sessions down")
        .join(JoinType::InnerJoin, programme::Relation::Provider.def())
        .join(JoinType::InnerJoin, membership::Relation::Organisation.def().rev())
        .join(JoinType::InnerJoin, membership::Relation::User.def())
        .filter(programme::Column::Id.is_in(programmes.iter().copied()))
        .filter(user::Column::Active.eq(true))
        .filter(membership::Column::Role.is_in([Role::ProviderWorker, Role::ProviderManager]))
        .filter(running_on(day))
        .order_by_asc(user::Column::Name)
        .order_by_asc(user::Column::Id)
        .select_only()
        .column(programme::Column::Id)
        .column(user::Column::Id)
        .into_tuple()
        .all(on)
        .await?)
}

/// How many were counted at some sessions: every count, the one that stands last.
pub async fn headcounts(
    on: &impl ConnectionTrait,
    ids: &[Id<noun::Session>],
) -> Result<Vec<headcount::Model>> {
    Ok(unscoped::<headcount::Entity>(PARTS)
        .filter(headcount::Column::SessionId.is_in(ids.iter().copied()))
        .order_by_asc(headcount::Column::Number)
        .all(on)
        .await?)
}

fn taking_place(from: DateTime<Utc>, to: DateTime<Utc>, why: &'static str) -> Select<session::Entity> {
    use session::Column;
    unscoped::<session::Entity>(why)
        .filter(Column::CancelledAt.is_null())
        .filter(Column::StartsAt.lt(to))
        .filter(Column::EndsAt.gt(from))
}

/// The sessions of an offering that take place at some time between two instants.
pub async fn of_offering_between(
    on: &impl ConnectionTrait,
    offering: Id<noun::Offering>,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Vec<session::Model>> {
    Ok(taking_place(from, to, "of an offering that was read under the viewer's scope")
        .filter(session::Column::OfferingId.eq(offering))
        .order_by_asc(session::Column::StartsAt)
        .order_by_asc(session::Column::Id)
        .all(on)
        .await?)
}

/// When some people lead a session between two instants, wherever that is.
pub async fn led_between(
    on: &impl ConnectionTrait,
    people: &[Id<noun::User>],
    (from, to): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Vec<(Id<noun::User>, DateTime<Utc>, DateTime<Utc>)>> {
    Ok(taking_place(from, to, "that a colleague is not free then, and nothing else")
        .join(JoinType::InnerJoin, session_worker::Relation::Session.def().rev())
        .filter(session_worker::Column::UserId.is_in(people.iter().copied()))
        .select_only()
        .column(session_worker::Column::UserId)
        .column(session::Column::StartsAt)
        .column(session::Column::EndsAt)
        .into_tuple()
        .all(on)
        .await?)
}
