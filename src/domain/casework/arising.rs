//! Tasks that come by themselves: each has a cause, at most one is open per cause and subject in a service, and it is done
//! by itself when the reason is gone. When that is, is said in `watch` and `due`.

use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};

use super::task_trace;
use crate::{
    domain::{people::staff, record::operation::Operation},
    entity::casework::task::{self, TaskWords},
    platform::{error::Result, sealed::Sealed},
    read::{self, casework::concerned},
    words::{
        AuditAction, JobKind, SubjectKind,
        id::{Id, noun},
    },
};

/// What a task that came by itself is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A case.
    Case(Id<noun::Case>),
    /// A referral.
    Referral(Id<noun::Referral>),
    /// Neither: something that only its writer may read, or a concern that only managers may. The task's id is given, so
    /// that it comes once.
    Apart(Id<noun::Task>),
}

/// A reason for a task.
#[derive(Clone, Debug)]
pub struct Reason {
    /// What fell due.
    pub cause: JobKind,
    /// The service whose task it is.
    pub service: Id<noun::Organisation>,
    /// The case or referral.
    pub about: About,
    /// What is to be done, in words that tell nothing of the child.
    pub title: String,
}

/// Gives a service's team manager a task, unless one of the same cause is open.
pub async fn for_manager(op: &Operation<'_>, reason: Reason) -> Result<()> {
    let manager = staff::manager(op, reason.service).await?;
    give(op, reason, manager).await
}

/// Gives triage of a service a task, unless one of the same cause is open.
pub async fn for_triage(op: &Operation<'_>, reason: Reason) -> Result<()> {
    let officer = staff::triage(op, reason.service).await?;
    give(op, reason, officer).await
}

/// Gives somebody a task while they work in the service, else triage.
pub async fn for_worker(op: &Operation<'_>, reason: Reason, worker: Id<noun::User>) -> Result<()> {
    if staff::works_in(op, worker, reason.service).await? {
        give(op, reason, Some(worker)).await
    } else {
        for_triage(op, reason).await
    }
}

/// Gives a person a task, unless one of the same cause is open in their service.
pub async fn give(op: &Operation<'_>, reason: Reason, to: Option<Id<noun::User>>) -> Result<()> {
    let Some(assignee) = to else {
        tracing::warn!(cause = %reason.cause, "a service has nobody to give a task to");
        return Ok(());
    };
    let (case, referral, id) = match reason.about {
        About::Case(case) => (Some(case), None, op.new_id()),
        About::Referral(referral) => (None, Some(referral), op.new_id()),
        About::Apart(id) => (None, None, id),
    };
    if is_open(op, &reason).await? {
        return Ok(());
    }
    let words = TaskWords { title: reason.title, place: None };
    let task = task::ActiveModel {
        id: Set(id),
        version: Set(1),
        words: Set(Sealed::new(op.app.keys(), id.uuid(), &words)?),
        due_on: Set(Some(op.today)),
        at: Set(None),
        assignee_id: Set(assignee),
        created_by_id: Set(None),
        case_id: Set(case),
        referral_id: Set(referral),
        service_id: Set(reason.service),
        cause: Set(Some(reason.cause)),
        created_at: Set(op.now),
        done_at: Set(None),
        done_by_id: Set(None),
    }
    .insert(op.tx)
    .await?;
    task_trace::leave(op, &task, &[]).await?;
    let child = task_trace::child(op, &task).await?;
    op.audit(AuditAction::Create, SubjectKind::Task, id.uuid(), child).await
}

async fn is_open(op: &Operation<'_>, reason: &Reason) -> Result<bool> {
    let (referral, case) = match reason.about {
        About::Case(case) => (None, Some(case)),
        About::Referral(referral) => (Some(referral), None),
        // It comes once, done or not.
        About::Apart(id) => return Ok(concerned::task(op.tx, id).await?.is_some()),
    };
    let open = read::casework::task::open_for_cause(op.tx, reason.cause, referral, case).await?;
    Ok(open.iter().any(|task| task.service_id == reason.service))
}

/// Marks the open tasks whose reason is gone, by their cause and service, as done: by whoever acts, if anyone does.
pub async fn reason_gone(
    op: &Operation<'_>,
    about: About,
    gone: impl Fn(JobKind, Id<noun::Organisation>) -> bool,
) -> Result<()> {
    let open = match about {
        About::Case(case) => concerned::tasks_by_themselves(op.tx, None, Some(case)).await?,
        About::Referral(referral) => concerned::tasks_by_themselves(op.tx, Some(referral), None).await?,
        About::Apart(id) => concerned::task(op.tx, id).await?.into_iter().collect(),
    };
    for task in open {
        if task.done_at.is_none() && task.cause.is_some_and(|cause| gone(cause, task.service_id)) {
            done(op, task).await?;
        }
    }
    Ok(())
}

async fn done(op: &Operation<'_>, task: task::Model) -> Result<()> {
    let version = task.version;
    let mut row = task.into_active_model();
    row.version = Set(version + 1);
    row.done_at = Set(Some(op.now));
    row.done_by_id = Set(op.actor());
    let task = row.update(op.tx).await?;
    task_trace::leave(op, &task, &[]).await
}
