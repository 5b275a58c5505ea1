//! Reads of cases, under the viewer's scope.

use sea_orm::{
    ColumnTrait, ConnectionTrait, QueryFilter, QuerySelect, Select,
    sea_query::{CaseStatement, Expr, ExprTrait, Query},
};

use crate::{
    access::{Relation, Relations, See, Viewer},
    entity::{
        casework::{case, case_co_worker},
        people::{cover, young_person},
        record::event,
    },
    platform::error::Result,
    read::{
        self, Seen, locked,
        page::{self, Key, Ordering, Page, Window},
        scope, unscoped,
    },
    words::{
        CaseOrder, CaseStatus,
        id::{Id, noun},
    },
};

/// A case as a viewer may see it.
pub type SeenCase = Seen<case::Model>;

/// Statuses in which there is nothing more to do.
pub const ENDED: [CaseStatus; 2] = [CaseStatus::Closed, CaseStatus::Transferred];

/// Which cases of a list.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// In one of these statuses.
    pub statuses: Option<Vec<CaseStatus>>,
    /// Of this caseworker.
    pub caseworker: Option<Id<noun::User>>,
    /// The viewer's own.
    pub mine: bool,
    /// Those that the viewer covers.
    pub covering: bool,
    /// Without a caseworker.
    pub unallocated: bool,
    /// Whose child was not seen since before this day.
    pub not_seen_since: Option<chrono::NaiveDate>,
    /// With something due before this day.
    pub due_before: Option<chrono::NaiveDate>,
    /// With an event after this instant.
    pub changed_since: Option<chrono::DateTime<chrono::Utc>>,
    /// Whose child lives in one of these areas.
    pub areas: Option<Vec<Id<noun::Area>>>,
    /// Whose child's name holds this.
    pub name: Option<String>,
    /// With this reference.
    pub reference: Option<String>,
    /// Of this child.
    pub young_person: Option<Id<noun::YoungPerson>>,
}

fn scoped(viewer: &Viewer) -> Select<case::Entity> {
    scope::visible_to(viewer, viewer.sees(See::CaseOpen))
}

/// The cases that a filter leaves. A filter on what the viewer may not read on a row leaves that row out.
#[must_use]
pub fn select(viewer: &Viewer, filter: &Filter) -> Select<case::Entity> {
    use case::Column;
    let mut cases = scoped(viewer);
    let reads = |what: See| scope::holding::<case::Entity>(viewer, viewer.sees(what));
    if let Some(statuses) = &filter.statuses {
        cases = cases.filter(Column::Status.is_in(statuses.iter().copied()));
    }
    if let Some(caseworker) = filter.caseworker {
        cases = cases.filter(Column::CaseworkerId.eq(caseworker));
    }
    if filter.mine {
        cases = cases.filter(scope::holding::<case::Entity>(viewer, Relations::of(&[Relation::OwnCase])));
    }
    if filter.covering {
        cases = cases.filter(scope::holding::<case::Entity>(viewer, Relations::of(&[Relation::Cover])));
    }
    if filter.unallocated {
        cases = cases.filter(Column::CaseworkerId.is_null()).filter(Column::Status.is_not_in(ENDED));
    }
    if let Some(day) = filter.not_seen_since {
        cases = cases
            .filter(reads(See::CaseContent))
            .filter(Column::LastSeenOn.is_null().or(Column::LastSeenOn.lt(day)))
            .filter(Column::Status.is_not_in(ENDED));
    }
    if let Some(day) = filter.due_before {
        cases = cases.filter(reads(See::NotesForTeam)).filter(Column::NextDueOn.lt(day));
    }
    if let Some(since) = filter.changed_since {
        let mut changed = Query::select();
        changed
            .expr(Expr::cust("1"))
            .from(event::Entity)
            .and_where(
                Expr::col((event::Entity, event::Column::CaseId)).equals((case::Entity, case::Column::Id)),
            )
            .and_where(Expr::col((event::Entity, event::Column::At)).gt(since));
        cases = cases.filter(reads(See::NotesForTeam)).filter(Expr::exists(changed));
    }
    if filter.areas.is_some() || filter.name.is_some() {
        let mut children = Query::select();
        children.column(young_person::Column::Id).from(young_person::Entity).cond_where(scope::holding::<
            young_person::Entity,
        >(
            viewer,
            viewer.sees(See::ChildIdentity),
        ));
        if let Some(areas) = &filter.areas {
            children.and_where(young_person::Column::AreaId.is_in(areas.iter().copied()));
        }
        if let Some(name) = &filter.name {
            children.and_where(young_person::Column::SearchName.contains(name));
        }
        cases = cases.filter(Column::YoungPersonId.in_subquery(children));
    }
    if let Some(reference) = &filter.reference {
        cases = cases.filter(Column::Reference.eq(reference.clone()));
    }
    if let Some(child) = filter.young_person {
        cases = cases.filter(Column::YoungPersonId.eq(child));
    }
    cases
}

/// A day after every other, and one before: where a row has no date, or the viewer may not read it.
const NEVER: &str = "'9999-12-31'";
const LONG_AGO: &str = "'0001-01-01'";

/// An order of a list of cases. A date that the viewer may not read on a row counts as none.
#[must_use]
pub fn ordering(viewer: &Viewer, order: CaseOrder) -> Ordering<SeenCase> {
    let column = |column| Expr::col((case::Entity, column));
    // A whole role that never reads a date gets the plain order.
    let order = if viewer.sees(See::NotesForTeam).is_empty() { CaseOrder::Newest } else { order };
    match order {
        CaseOrder::Newest => Ordering {
            columns: vec![column(case::Column::OpenedAt), column(case::Column::Id)],
            descending: true,
            keys: |case: &SeenCase| vec![Key::Instant(case.row.opened_at), Key::Id(case.row.id.uuid())],
        },
        CaseOrder::NextDue => Ordering {
            columns: vec![next_due(viewer), column(case::Column::Id)],
            descending: false,
            keys: |case: &SeenCase| {
                let due = case.row.next_due_on.filter(|_| case.holds.meets(WITH_TASKS));
                vec![Key::Day(due.unwrap_or(never())), Key::Id(case.row.id.uuid())]
            },
        },
        CaseOrder::LastSeen => Ordering {
            columns: vec![
                Expr::cust(format!("COALESCE(\"case\".last_seen_on, {LONG_AGO})")),
                column(case::Column::Id),
            ],
            descending: false,
            keys: |case: &SeenCase| {
                vec![Key::Day(case.row.last_seen_on.unwrap_or(long_ago())), Key::Id(case.row.id.uuid())]
            },
        },
        CaseOrder::LastNote => Ordering {
            columns: vec![
                // As the index has it: IFNULL, SQLite's own word, would not be found there.
                Expr::cust("COALESCE(\"case\".last_note_at, \"case\".opened_at)"),
                column(case::Column::Id),
            ],
            descending: true,
            keys: |case: &SeenCase| {
                vec![
                    Key::Instant(case.row.last_note_at.unwrap_or(case.row.opened_at)),
                    Key::Id(case.row.id.uuid()),
                ]
            },
        },
    }
}

/// The relations in which a viewer whose list has this order reads the tasks of a case: not opened on duty alone.
const WITH_TASKS: Relations = Relations::of(&[Relation::OwnService, Relation::OwnCase, Relation::Cover]);

/// When the next task of a case falls due, where the viewer reads its tasks.
fn next_due(viewer: &Viewer) -> Expr {
    let due = || Expr::cust(format!("COALESCE(\"case\".next_due_on, {NEVER})"));
    let reads = viewer.sees(See::Tasks);
    // Where every row's is read the order is the index's own.
    if viewer.sees(See::CaseOpen).iter().all(|relation| reads.has(relation)) {
        return due();
    }
    let read = scope::holding::<case::Entity>(viewer, reads);
    CaseStatement::new().case(read, due()).finally(Expr::cust(NEVER)).into()
}

fn never() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or(chrono::NaiveDate::MAX)
}

fn long_ago() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(1, 1, 1).unwrap_or(chrono::NaiveDate::MIN)
}

/// One page.
pub async fn page(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    filter: &Filter,
    order: CaseOrder,
    window: &Window,
) -> Result<Page<SeenCase>> {
    page::page(on, select(viewer, filter), &ordering(viewer, order), window).await
}

/// Cases by id, those that the viewer may know of.
pub async fn by_ids(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    ids: &[Id<noun::Case>],
) -> Result<Vec<SeenCase>> {
    Ok(scoped(viewer)
        .filter(case::Column::Id.is_in(ids.iter().copied()))
        .into_model::<SeenCase>()
        .all(on)
        .await?)
}

/// The case with a reference.
pub async fn by_reference(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    reference: &str,
) -> Result<Option<SeenCase>> {
    let filter = Filter { reference: Some(reference.to_owned()), ..Filter::default() };
    Ok(select(viewer, &filter).into_model::<SeenCase>().one(on).await?)
}

/// A case to be changed: locked, or NOT_FOUND.
pub async fn for_change(on: &impl ConnectionTrait, viewer: &Viewer, id: Id<noun::Case>) -> Result<SeenCase> {
    read::for_change(on, scoped(viewer).filter(case::Column::Id.eq(id))).await
}

/// A case for what happens by itself: locked.
pub async fn for_itself(on: &impl ConnectionTrait, id: Id<noun::Case>) -> Result<Option<case::Model>> {
    let case =
        unscoped::<case::Entity>("what falls due by itself has no viewer").filter(case::Column::Id.eq(id));
    Ok(locked(case, on).one(on).await?)
}

/// A case whose people are told of a place that changed. Not locked: its offering is, and cases come before offerings.
pub async fn for_news(on: &impl ConnectionTrait, id: Id<noun::Case>) -> Result<Option<case::Model>> {
    let case = unscoped::<case::Entity>("who is told of a place, whoever changed it");
    Ok(case.filter(case::Column::Id.eq(id)).one(on).await?)
}

/// Where some cases stand, and nothing else: those who referred see that the work has ended.
pub async fn statuses(
    on: &impl ConnectionTrait,
    ids: &[Id<noun::Case>],
) -> Result<Vec<(Id<noun::Case>, CaseStatus)>> {
    Ok(unscoped::<case::Entity>("the stage of a referral that was read under the viewer's scope")
        .filter(case::Column::Id.is_in(ids.iter().copied()))
        .select_only()
        .columns([case::Column::Id, case::Column::Status])
        .into_tuple()
        .all(on)
        .await?)
}

/// The children of some cases, and nothing else: for the audit of what was read.
pub async fn children(
    on: &impl ConnectionTrait,
    ids: &[Id<noun::Case>],
) -> Result<Vec<(Id<noun::Case>, Id<noun::YoungPerson>)>> {
    Ok(unscoped::<case::Entity>("whom a note that was read under the viewer's scope is about, for the audit")
        .filter(case::Column::Id.is_in(ids.iter().copied()))
        .select_only()
        .columns([case::Column::Id, case::Column::YoungPersonId])
        .into_tuple()
        .all(on)
        .await?)
}

/// Co-workers of some cases.
pub async fn co_workers(
    on: &impl ConnectionTrait,
    cases: &[Id<noun::Case>],
) -> Result<Vec<case_co_worker::Model>> {
    Ok(unscoped::<case_co_worker::Entity>("of cases that were read under the viewer's scope")
        .filter(case_co_worker::Column::CaseId.is_in(cases.iter().copied()))
        .all(on)
        .await?)
}

/// Covers that run on a day for people of a service.
pub async fn covers(
    on: &impl ConnectionTrait,
    service: Id<noun::Organisation>,
    day: chrono::NaiveDate,
) -> Result<Vec<cover::Model>> {
    Ok(unscoped::<cover::Entity>("who stands in for whom in a service, for its own people")
        .filter(cover::Column::ServiceId.eq(service))
        .filter(cover::Column::FromDate.lte(day))
        .filter(cover::Column::ToDate.gte(day))
        .all(on)
        .await?)
}
