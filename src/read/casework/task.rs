//! Reads of tasks, under the viewer's scope.

use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, QuerySelect, Select, sea_query::Expr};

use crate::{
    access::{See, Viewer},
    entity::casework::task,
    platform::error::Result,
    read::{
        self, Seen,
        page::{self, Key, Ordering, Page, Window},
        scope, unscoped,
    },
    words::{
        JobKind,
        id::{Id, noun},
    },
};

/// A task as a viewer may see it.
pub type SeenTask = Seen<task::Model>;

/// Which tasks of a list.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Assigned to the viewer.
    pub mine: bool,
    /// Done, or not done.
    pub done: Option<bool>,
    /// Not done and due before this day.
    pub due_before: Option<chrono::NaiveDate>,
    /// Of this case.
    pub case: Option<Id<noun::Case>>,
}

fn scoped(viewer: &Viewer) -> Select<task::Entity> {
    scope::visible_to(viewer, viewer.sees(See::Tasks))
}

/// The tasks that a filter leaves.
#[must_use]
pub fn select(viewer: &Viewer, filter: &Filter) -> Select<task::Entity> {
    use task::Column;
    let mut tasks = scoped(viewer);
    if filter.mine {
        tasks = tasks.filter(Column::AssigneeId.eq(viewer.user));
    }
    match filter.done {
        Some(true) => tasks = tasks.filter(Column::DoneAt.is_not_null()),
        Some(false) => tasks = tasks.filter(Column::DoneAt.is_null()),
        None => {}
    }
    if let Some(day) = filter.due_before {
        tasks = tasks.filter(Column::DoneAt.is_null()).filter(Column::DueOn.lt(day));
    }
    if let Some(case) = filter.case {
        tasks = tasks.filter(Column::CaseId.eq(case));
    }
    tasks
}

/// What is due first; what has no day comes last.
#[must_use]
pub fn by_due() -> Ordering<SeenTask> {
    Ordering {
        columns: vec![
            Expr::cust("COALESCE(task.due_on, '9999-12-31')"),
            Expr::col((task::Entity, task::Column::Id)),
        ],
        descending: false,
        keys: |task: &SeenTask| {
            let never = chrono::NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or(chrono::NaiveDate::MAX);
            vec![Key::Day(task.row.due_on.unwrap_or(never)), Key::Id(task.row.id.uuid())]
        },
    }
}

/// One page, by what is due first.
pub async fn page(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    filter: &Filter,
    window: &Window,
) -> Result<Page<SeenTask>> {
    page::page(on, select(viewer, filter), &by_due(), window).await
}

/// Tasks by id, those that the viewer may see.
pub async fn by_ids(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    ids: &[Id<noun::Task>],
) -> Result<Vec<SeenTask>> {
    Ok(scoped(viewer)
        .filter(task::Column::Id.is_in(ids.iter().copied()))
        .into_model::<SeenTask>()
        .all(on)
        .await?)
}

/// A task to be changed: locked, or NOT_FOUND.
pub async fn for_change(on: &impl ConnectionTrait, viewer: &Viewer, id: Id<noun::Task>) -> Result<SeenTask> {
    read::for_change(on, scoped(viewer).filter(task::Column::Id.eq(id))).await
}

/// The open task that came by itself for a cause and a referral or case.
pub async fn open_for_cause(
    on: &impl ConnectionTrait,
    cause: JobKind,
    referral: Option<Id<noun::Referral>>,
    case: Option<Id<noun::Case>>,
) -> Result<Vec<task::Model>> {
    let mut tasks = unscoped::<task::Entity>("what falls due by itself has no viewer")
        .filter(task::Column::Cause.eq(cause))
        .filter(task::Column::DoneAt.is_null());
    if let Some(referral) = referral {
        tasks = tasks.filter(task::Column::ReferralId.eq(referral));
    }
    if let Some(case) = case {
        tasks = tasks.filter(task::Column::CaseId.eq(case));
    }
    Ok(tasks.all(on).await?)
}

/// The children whom some tasks concern, and nothing else: for the audit of what was read.
pub async fn children(
    on: &impl ConnectionTrait,
    ids: &[Id<noun::Task>],
) -> Result<Vec<(Id<noun::Task>, Id<noun::YoungPerson>)>> {
    let child = "COALESCE((SELECT c.young_person_id FROM \"case\" c WHERE c.id = task.case_id), (SELECT r.young_person_id \
                 FROM referral r WHERE r.id = task.referral_id))";
    let rows = unscoped::<task::Entity>(
        "whom a task that was read under the viewer's scope is about, for the audit",
    )
    .filter(task::Column::Id.is_in(ids.iter().copied()))
    .select_only()
    .column(task::Column::Id)
    .column_as(Expr::cust(child), "child")
    .into_tuple::<(Id<noun::Task>, Option<Id<noun::YoungPerson>>)>()
    .all(on)
    .await?;
    Ok(rows.into_iter().filter_map(|(task, child)| Some((task, child?))).collect())
}

/// When the next open task of a case falls due.
pub async fn next_due_of_case(
    on: &impl ConnectionTrait,
    case: Id<noun::Case>,
) -> Result<Option<chrono::NaiveDate>> {
    Ok(unscoped::<task::Entity>("kept on the case for the order of its list; only the day is used")
        .filter(task::Column::CaseId.eq(case))
        .filter(task::Column::DoneAt.is_null())
        .select_only()
        .column_as(task::Column::DueOn.min(), "due_on")
        .into_tuple::<Option<chrono::NaiveDate>>()
        .one(on)
        .await?
        .flatten())
}
