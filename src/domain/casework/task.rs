//! Tasks that people set: create, change, complete. Those that come by themselves are in `arising`.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};

use super::{case_rules, task_trace};
use crate::{
    access::{Act, Viewer},
    domain::{
        checks::{self, Patch, when},
        people::staff,
        record::{
            calendar::local_date,
            operation::{Caller, Operation, operate},
        },
    },
    entity::casework::task::{self, TaskWords},
    platform::{
        app::App,
        error::{Error, Problem, ProblemCode, Result, none_of},
        sealed::Sealed,
    },
    read::{self, casework::task::SeenTask},
    words::{
        AuditAction, SubjectKind,
        id::{Id, noun},
        text::TextKind,
    },
};

/// A task to be set, on a case or a referral.
#[derive(Clone, Debug)]
pub struct Create {
    /// The case.
    pub case_id: Option<Id<noun::Case>>,
    /// Or the referral.
    pub referral_id: Option<Id<noun::Referral>>,
    /// What is to be done.
    pub title: String,
    /// By which day.
    pub due_on: Option<NaiveDate>,
    /// Or at which hour.
    pub at: Option<DateTime<Utc>>,
    /// Where.
    pub place: Option<String>,
    /// Who.
    pub assignee_id: Id<noun::User>,
}

/// A change of a task.
#[derive(Clone, Debug)]
pub struct Change {
    /// The task.
    pub task_id: Id<noun::Task>,
    /// As the caller saw it.
    pub version: i32,
    /// What is to be done.
    pub title: Patch<String>,
    /// By which day.
    pub due_on: Patch<NaiveDate>,
    /// Or at which hour.
    pub at: Patch<DateTime<Utc>>,
    /// Where.
    pub place: Patch<String>,
    /// Who.
    pub assignee_id: Patch<Id<noun::User>>,
}

/// A task that is done.
#[derive(Clone, Copy, Debug)]
pub struct Complete {
    /// The task.
    pub task_id: Id<noun::Task>,
    /// As the caller saw it.
    pub version: i32,
}

/// Sets a task.
pub async fn create(app: &App, caller: &Caller, input: Create) -> Result<Id<noun::Task>> {
    operate(app, caller, "task.create", async |op, viewer| {
        let service = subject(op, viewer, &input).await?;
        none_of(create_problems(op, service, &input).await?)?;
        let id: Id<noun::Task> = op.new_id();
        let words = TaskWords { title: input.title, place: input.place };
        let task = task::ActiveModel {
            id: Set(id),
            version: Set(1),
            words: Set(Sealed::new(op.app.keys(), id.uuid(), &words)?),
            due_on: Set(due_day(input.due_on, input.at)),
            at: Set(input.at),
            assignee_id: Set(input.assignee_id),
            created_by_id: Set(Some(viewer.user)),
            case_id: Set(input.case_id),
            referral_id: Set(input.referral_id),
            service_id: Set(service),
            cause: Set(None),
            created_at: Set(op.now),
            done_at: Set(None),
            done_by_id: Set(None),
        }
        .insert(op.tx)
        .await?;
        leave(op, &task, AuditAction::Create, &[]).await?;
        Ok(id)
    })
    .await
}

/// Changes a task. What was not mentioned stays.
pub async fn change(app: &App, caller: &Caller, input: Change) -> Result<Id<noun::Task>> {
    operate(app, caller, "task.change", async |op, viewer| {
        let seen = for_change(op, viewer, input.task_id).await?;
        viewer.must(Act::SetTask, seen.holds)?;
        let task = seen.row;
        still_open(&task, input.version)?;
        if let Some(case) = task.case_id {
            let case = read::casework::case::for_itself(op.tx, case).await?.ok_or(Error::NotFound)?;
            case_rules::writable(case.status)?;
        }
        none_of(change_problems(op, &task, &input).await?)?;
        let old: TaskWords = task.words.open(op.app.keys(), task.id.uuid())?;
        let words = TaskWords {
            title: input.title.or(Some(old.title)).unwrap_or_default(),
            place: input.place.or(old.place),
        };
        let (before, version) = (task.assignee_id, task.version);
        let at = input.at.or(task.at);
        let due_on = input.due_on.or(task.due_on);
        let mut row = task.clone().into_active_model();
        row.version = Set(version + 1);
        row.words = Set(Sealed::new(op.app.keys(), task.id.uuid(), &words)?);
        row.due_on = Set(due_day(due_on, at));
        row.at = Set(at);
        row.assignee_id = Set(input.assignee_id.or(Some(before)).unwrap_or(before));
        let task = row.update(op.tx).await?;
        leave(op, &task, AuditAction::Change, &[before]).await?;
        Ok(task.id)
    })
    .await
}

/// Says that a task is done.
pub async fn complete(app: &App, caller: &Caller, input: Complete) -> Result<Id<noun::Task>> {
    operate(app, caller, "task.complete", async |op, viewer| {
        let seen = for_change(op, viewer, input.task_id).await?;
        viewer.must(Act::CompleteTask, seen.holds)?;
        still_open(&seen.row, input.version)?;
        let version = seen.row.version;
        let mut row = seen.row.into_active_model();
        row.version = Set(version + 1);
        row.done_at = Set(Some(op.now));
        row.done_by_id = Set(Some(viewer.user));
        let task = row.update(op.tx).await?;
        leave(op, &task, AuditAction::Change, &[]).await?;
        Ok(task.id)
    })
    .await
}

/// The task, locked after its case, as everything that changes both does.
async fn for_change(op: &Operation<'_>, viewer: &Viewer, id: Id<noun::Task>) -> Result<SeenTask> {
    let seen = read::casework::task::by_ids(op.tx, viewer, &[id]).await?.pop().ok_or(Error::NotFound)?;
    if let Some(case) = seen.row.case_id {
        read::casework::case::for_itself(op.tx, case).await?;
    }
    read::casework::task::for_change(op.tx, viewer, id).await
}

/// Whose task it will be: the service of the case, or the viewer's for a referral.
async fn subject(op: &Operation<'_>, viewer: &Viewer, input: &Create) -> Result<Id<noun::Organisation>> {
    match (input.case_id, input.referral_id) {
        (Some(case), None) => {
            let seen = read::casework::case::for_change(op.tx, viewer, case).await?;
            viewer.must(Act::SetTask, seen.holds)?;
            case_rules::writable(seen.row.status)?;
            Ok(seen.row.controller_id)
        }
        (None, Some(referral)) => {
            let seen = read::casework::referral::for_change(op.tx, viewer, referral).await?;
            viewer.must(Act::SetTask, seen.holds)?;
            Ok(viewer.organisation)
        }
        (none_or_both, _) => {
            viewer.must_ever(Act::SetTask)?;
            Err(if none_or_both.is_none() {
                Problem::new("caseId", ProblemCode::Required, "Say to which case or referral it belongs.")
            } else {
                Problem::new("referralId", ProblemCode::Invalid, "Name a case or a referral, not both.")
            }
            .into())
        }
    }
}

fn still_open(task: &task::Model, seen: i32) -> Result<()> {
    checks::unchanged(task.version, seen)?;
    if task.done_at.is_none() {
        return Ok(());
    }
    Err(Problem::new("", ProblemCode::NotAllowedInStatus, "This task is done already.").into())
}

async fn create_problems(
    op: &Operation<'_>,
    service: Id<noun::Organisation>,
    input: &Create,
) -> Result<Vec<Problem>> {
    let mut problems: Vec<Problem> = [
        TextKind::Line.needed("title", &input.title),
        TextKind::Line.optional("place", input.place.as_deref()),
    ]
    .into_iter()
    .flatten()
    .collect();
    problems.extend(time_problems(input.due_on, input.at, op.today));
    problems.extend(two_days(input.due_on, input.at));
    problems.extend(assignee_problem(op, service, input.assignee_id).await?);
    Ok(problems)
}

async fn change_problems(op: &Operation<'_>, task: &task::Model, input: &Change) -> Result<Vec<Problem>> {
    let mut problems: Vec<Problem> = [
        input.title.needed("title"),
        input.title.new_value().and_then(|title| TextKind::Line.needed("title", title)),
        TextKind::Line.optional("place", input.place.new_value().map(String::as_str)),
        input.assignee_id.needed("assigneeId"),
    ]
    .into_iter()
    .flatten()
    .collect();
    problems.extend(time_problems(
        input.due_on.new_value().copied().filter(|day| Some(*day) != task.due_on),
        input.at.new_value().copied().filter(|at| Some(*at) != task.at),
        op.today,
    ));
    problems.extend(two_days(input.due_on.new_value().copied(), input.at.clone().or(task.at)));
    if let Some(assignee) = input.assignee_id.new_value() {
        problems.extend(assignee_problem(op, task.service_id, *assignee).await?);
    }
    Ok(problems)
}

async fn assignee_problem(
    op: &Operation<'_>,
    service: Id<noun::Organisation>,
    assignee: Id<noun::User>,
) -> Result<Option<Problem>> {
    let works = staff::works_in(op, assignee, service).await?;
    Ok(when(!works, "assigneeId", ProblemCode::NotFound, "Choose somebody who works in this service."))
}

/// What is wrong with when a task is due: days gone by.
fn time_problems(due_on: Option<NaiveDate>, at: Option<DateTime<Utc>>, today: NaiveDate) -> Vec<Problem> {
    let past = |day: NaiveDate| day < today;
    [
        when(due_on.is_some_and(past), "dueOn", ProblemCode::OutOfRange, "Enter today or a later day."),
        when(at.map(local_date).is_some_and(past), "at", ProblemCode::OutOfRange, "Enter today or later."),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What is wrong with a day and an hour that differ.
fn two_days(due_on: Option<NaiveDate>, at: Option<DateTime<Utc>>) -> Option<Problem> {
    let differ = matches!((due_on, at), (Some(day), Some(at)) if local_date(at) != day);
    when(differ, "dueOn", ProblemCode::Invalid, "This is another day than that of the time.")
}

/// The day on which a task is due: that of its hour, where it has one.
fn due_day(due_on: Option<NaiveDate>, at: Option<DateTime<Utc>>) -> Option<NaiveDate> {
    at.map(local_date).or(due_on)
}

async fn leave(
    op: &Operation<'_>,
    task: &task::Model,
    action: AuditAction,
    also: &[Id<noun::User>],
) -> Result<()> {
    task_trace::leave(op, task, also).await?;
    let child = task_trace::child(op, task).await?;
    op.audit(action, SubjectKind::Task, task.id.uuid(), child).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(due_on: Option<&str>, at: Option<&str>) -> Vec<String> {
        let today = "2026-11-23".parse().unwrap();
        let (due_on, at) = (due_on.map(|d| d.parse().unwrap()), at.map(|a| a.parse().unwrap()));
        let problems = time_problems(due_on, at, today).into_iter().chain(two_days(due_on, at));
        problems.map(|problem| problem.field.join(".")).collect()
    }

    #[test]
    fn a_task_is_due_today_or_later_and_on_one_day() {
        assert!(fields(None, None).is_empty());
        assert!(fields(Some("2026-11-23"), None).is_empty());
        assert!(fields(Some("2026-11-24"), Some("2026-11-24T09:00:00Z")).is_empty());
        assert_eq!(fields(Some("2026-11-22"), None), ["dueOn"]);
        assert_eq!(fields(None, Some("2026-11-22T09:00:00Z")), ["at"]);
        assert_eq!(fields(Some("2026-11-25"), Some("2026-11-24T09:00:00Z")), ["dueOn"]);
    }

    #[test]
    fn an_hour_gives_its_day_in_england() {
        let at = Some("2027-07-05T23:30:00Z".parse().unwrap());
        assert_eq!(due_day(None, at), Some("2027-07-06".parse().unwrap()));
    }
}
