//! Tasks.

use async_graphql::{Context, ID, InputObject, Object};

use crate::{
    access::Act,
    entity::casework::task::TaskWords,
    graphql::{
        connection::{Connection, Paging, Question, connect},
        error::Answer,
        loader::ChildOfTask,
        node::{Case, Referral, Task, User},
        scalar::{Date, DateTime},
        visit::{Ask, Sight},
    },
    read::{self, casework::task},
    words::{JobKind, SubjectKind},
};

impl Task {
    /// What is to be done, in words about a child: the record counts as opened.
    async fn words(&self, ctx: &Context<'_>) -> Answer<TaskWords> {
        let id = self.0.row.id;
        if let Some((_, child)) = ctx.sight()?.all(ChildOfTask(id)).await?.pop() {
            ctx.visit().open(child, (SubjectKind::Task, id.uuid()), self.0.holds);
        }
        Ok(self.0.row.words.open(ctx.app().keys(), self.0.row.id.uuid())?)
    }
}

/// Something to do, by someone, by a day.
#[Object]
impl Task {
    /// Opaque.
    pub async fn id(&self, ctx: &Context<'_>) -> ID {
        self.0.row.id.seal(ctx.app().keys()).into()
    }

    /// Counts the changes.
    async fn version(&self) -> i32 {
        self.0.row.version
    }

    /// What is to be done.
    async fn title(&self, ctx: &Context<'_>) -> Answer<String> {
        Ok(self.words(ctx).await?.title)
    }

    /// By which day.
    async fn due_on(&self) -> Option<Date> {
        self.0.row.due_on.map(Date)
    }

    /// Or at which hour.
    async fn at(&self) -> Option<DateTime> {
        self.0.row.at.map(DateTime)
    }

    /// Where.
    async fn place(&self, ctx: &Context<'_>) -> Option<Answer<String>> {
        self.words(ctx).await.map(|words| words.place).transpose()
    }

    /// Who is to do it.
    async fn assignee(&self, ctx: &Context<'_>) -> Answer<User> {
        ctx.sight()?.the(self.0.row.assignee_id).await
    }

    /// The case that it belongs to, where this viewer may know of it.
    async fn case(&self, ctx: &Context<'_>) -> Option<Answer<Case>> {
        let case = self.0.row.case_id?;
        async { ctx.sight()?.one(case).await }.await.transpose()
    }

    /// Or the referral.
    async fn referral(&self, ctx: &Context<'_>) -> Option<Answer<Referral>> {
        let referral = self.0.row.referral_id?;
        async { ctx.sight()?.one(referral).await }.await.transpose()
    }

    /// Whether it is done.
    async fn done(&self) -> bool {
        self.0.row.done_at.is_some()
    }

    /// Whether it is late: computed, never stored.
    async fn overdue(&self, ctx: &Context<'_>) -> bool {
        let row = &self.0.row;
        let late = row.due_on.is_some_and(|on| on < ctx.app().today())
            || row.at.is_some_and(|at| at < ctx.app().now());
        row.done_at.is_none() && late
    }

    /// Why it came by itself; null where somebody set it.
    async fn cause(&self) -> Option<JobKind> {
        self.0.row.cause
    }

    /// Whether this viewer may finish it now.
    async fn viewer_can_complete(&self, ctx: &Context<'_>) -> Answer<bool> {
        Ok(self.0.row.done_at.is_none() && ctx.sight()?.viewer.may(Act::CompleteTask, self.0.holds))
    }
}

/// Which tasks.
#[derive(Debug, InputObject)]
pub struct TaskFilter {
    /// Assigned to the viewer.
    mine: Option<bool>,
    /// Done, or not done.
    done: Option<bool>,
    /// Late.
    overdue: Option<bool>,
}

/// A page of the tasks that the viewer may see, what is due first.
pub async fn tasks(
    ctx: &Context<'_>,
    filter: Option<TaskFilter>,
    paging: Paging,
) -> Answer<Connection<Task>> {
    let sight = ctx.sight()?;
    let filter = filter.map_or_else(task::Filter::default, |filter| task::Filter {
        mine: filter.mine.unwrap_or_default(),
        done: filter.done,
        due_before: filter.overdue.unwrap_or_default().then(|| ctx.app().today()),
        case: None,
    });
    ctx.visit().searched(SubjectKind::Task, &format!("{filter:?}"));
    page(ctx, &sight, filter, paging).await
}

/// A page of tasks of a filter.
pub async fn page(
    ctx: &Context<'_>,
    sight: &Sight,
    filter: task::Filter,
    paging: Paging,
) -> Answer<Connection<Task>> {
    let (app, viewer) = (ctx.app(), sight.viewer.clone());
    let question = Question::of(&viewer, "tasks", &filter);
    let page = task::page(app.reads(), &viewer, &filter, &paging.window(app, &question)?).await?;
    connect(app, &question, page, Task::from, move |app| {
        let select = task::select(&viewer, &filter);
        async move { read::page::count(app.reads(), select).await }
    })
}
