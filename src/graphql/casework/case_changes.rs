//! What is done with cases: workers, notes and tasks. Each field decodes, calls its operation, reads the result again.

use async_graphql::{Context, InputObject, MaybeUndefined, Object, SimpleObject};

use crate::{
    domain::casework::{case, case_note, task},
    graphql::{
        error::{Answer, settled},
        node::{Case, CaseNote, Task},
        people::inputs::patch,
        scalar::{Date, DateTime},
        visit::{Ask, again, caller, named},
    },
    platform::error::{Problem, Result},
    words::{
        ContactOutcome, NoteAudience, NoteKind,
        id::{Id, OpaqueId, noun},
    },
};

/// What came of a change to a case.
#[derive(SimpleObject)]
pub struct CasePayload {
    /// The case as it is now, where the viewer may see it.
    case: Option<Case>,
    /// What a person can put right.
    problems: Vec<Problem>,
}

/// What came of a change to a note.
#[derive(SimpleObject)]
pub struct CaseNotePayload {
    /// The note as it is now.
    note: Option<CaseNote>,
    /// What a person can put right.
    problems: Vec<Problem>,
}

/// What came of a change to a task.
#[derive(SimpleObject)]
pub struct TaskPayload {
    /// The task as it is now.
    task: Option<Task>,
    /// What a person can put right.
    problems: Vec<Problem>,
}

/// `conflictDeclared` is true where worker or manager knows of a conflict of interest: then CONFLICT_OF_INTEREST and nothing
/// changes.
#[derive(InputObject)]
struct AllocateCaseInput {
    /// The case.
    case_id: OpaqueId<noun::Case>,
    /// The version that the caller saw.
    version: i32,
    /// Who works it: a caseworker of the service.
    caseworker_id: OpaqueId<noun::User>,
    /// Who works it beside them.
    #[graphql(default)]
    co_worker_ids: Vec<OpaqueId<noun::User>>,
    /// Whether a conflict of interest is known.
    conflict_declared: bool,
}

/// A note on a case.
#[derive(InputObject)]
struct AddCaseNoteInput {
    /// The case.
    case_id: OpaqueId<noun::Case>,
    /// What kind.
    kind: NoteKind,
    /// When it happened; not in the future.
    occurred_at: DateTime,
    /// What was done, seen or said, up to 20,000 characters.
    body: String,
    /// Who may read it.
    #[graphql(default_with = "NoteAudience::CaseTeam")]
    audience: NoteAudience,
    /// Whether anyone was reached.
    contact: Option<NoteContactInput>,
}

/// Whether anyone was reached, and whether the child was seen.
#[derive(InputObject)]
struct NoteContactInput {
    /// Whether anyone was reached.
    outcome: ContactOutcome,
    /// Whether the child was seen.
    child_seen: bool,
    /// Whether alone.
    seen_alone: Option<bool>,
    /// Where.
    place: Option<String>,
}

/// A new text of a note; the earlier one is kept.
#[derive(InputObject)]
struct AmendCaseNoteInput {
    /// The note.
    note_id: OpaqueId<noun::CaseNote>,
    /// The version that the caller saw.
    version: i32,
    /// The text that it has from now on.
    body: String,
    /// Why.
    reason: String,
}

/// A task on a case or a referral.
#[derive(InputObject)]
struct CreateTaskInput {
    /// The case.
    case_id: Option<OpaqueId<noun::Case>>,
    /// Or the referral.
    referral_id: Option<OpaqueId<noun::Referral>>,
    /// What is to be done.
    title: String,
    /// By which day.
    due_on: Option<Date>,
    /// Or at which hour.
    at: Option<DateTime>,
    /// Where.
    place: Option<String>,
    /// Who: somebody of the service.
    assignee_id: OpaqueId<noun::User>,
}

/// A change to a task: an absent field stays, null removes.
#[derive(InputObject)]
struct ChangeTaskInput {
    /// The task.
    task_id: OpaqueId<noun::Task>,
    /// The version that the caller saw.
    version: i32,
    /// What is to be done.
    title: MaybeUndefined<String>,
    /// By which day.
    due_on: MaybeUndefined<Date>,
    /// Or at which hour.
    at: MaybeUndefined<DateTime>,
    /// Where.
    place: MaybeUndefined<String>,
    /// Who.
    assignee_id: MaybeUndefined<OpaqueId<noun::User>>,
}

/// A task that is done.
#[derive(InputObject)]
struct CompleteTaskInput {
    /// The task.
    task_id: OpaqueId<noun::Task>,
    /// The version that the caller saw.
    version: i32,
}

async fn task_payload(
    ctx: &Context<'_>,
    done: Result<Id<noun::Task>>,
    subject: Option<Id<noun::Task>>,
) -> Answer<TaskPayload> {
    let (id, problems) = settled(done, subject)?;
    Ok(TaskPayload { task: again(ctx, id).await?, problems })
}

/// Workers, notes and tasks.
#[derive(Default)]
pub struct CaseChanges;

/// Workers, notes and tasks.
#[Object]
impl CaseChanges {
    /// Gives a case its worker, from AWAITING_CONSENT on.
    async fn allocate_case(
        &self,
        ctx: &Context<'_>,
        input: AllocateCaseInput,
    ) -> Option<Answer<CasePayload>> {
        let answer = async {
            let (id, caller, keys) = (ctx.open_id(&input.case_id), caller(ctx)?, ctx.app().keys());
            let allocate = case::Allocate {
                case_id: id,
                version: input.version,
                caseworker_id: named(keys, &input.caseworker_id),
                co_worker_ids: input.co_worker_ids.iter().map(|id| named(keys, id)).collect(),
                conflict_declared: input.conflict_declared,
            };
            let done = case::allocate(ctx.app(), &caller, allocate).await;
            let (id, problems) = settled(done, Some(id))?;
            Ok(CasePayload { case: again(ctx, id).await?, problems })
        };
        Some(answer.await)
    }

    /// Adds a note.
    async fn add_case_note(
        &self,
        ctx: &Context<'_>,
        input: AddCaseNoteInput,
    ) -> Option<Answer<CaseNotePayload>> {
        let answer = async {
            let note = case_note::Add {
                case_id: ctx.open_id(&input.case_id),
                kind: input.kind,
                occurred_at: input.occurred_at.0,
                body: input.body,
                audience: input.audience,
                contact: input.contact.map(|contact| case_note::NoteContact {
                    outcome: contact.outcome,
                    child_seen: contact.child_seen,
                    seen_alone: contact.seen_alone,
                    place: contact.place,
                }),
            };
            let (id, problems) = settled(case_note::add(ctx.app(), &caller(ctx)?, note).await, None)?;
            Ok(CaseNotePayload { note: again(ctx, id).await?, problems })
        };
        Some(answer.await)
    }

    /// Gives a note a new text and keeps the earlier one.
    async fn amend_case_note(
        &self,
        ctx: &Context<'_>,
        input: AmendCaseNoteInput,
    ) -> Option<Answer<CaseNotePayload>> {
        let answer = async {
            let id = ctx.open_id(&input.note_id);
            let amend = case_note::Amend {
                note_id: id,
                version: input.version,
                body: input.body,
                reason: input.reason,
            };
            let (id, problems) = settled(case_note::amend(ctx.app(), &caller(ctx)?, amend).await, Some(id))?;
            Ok(CaseNotePayload { note: again(ctx, id).await?, problems })
        };
        Some(answer.await)
    }

    /// Sets a task.
    async fn create_task(&self, ctx: &Context<'_>, input: CreateTaskInput) -> Option<Answer<TaskPayload>> {
        let answer = async {
            let (caller, keys) = (caller(ctx)?, ctx.app().keys());
            // What the task is about decides whether the caller sees it at all: NOT_FOUND before any problem.
            let case_id = input.case_id.as_ref().map(|id| ctx.open_id(id));
            let referral_id = input.referral_id.as_ref().map(|id| ctx.open_id(id));
            let create = task::Create {
                case_id,
                referral_id,
                title: input.title,
                due_on: input.due_on.map(|on| on.0),
                at: input.at.map(|at| at.0),
                place: input.place,
                assignee_id: named(keys, &input.assignee_id),
            };
            let done = task::create(ctx.app(), &caller, create).await;
            task_payload(ctx, done, None).await
        };
        Some(answer.await)
    }

    /// Changes a task.
    async fn change_task(&self, ctx: &Context<'_>, input: ChangeTaskInput) -> Option<Answer<TaskPayload>> {
        let answer = async {
            let (id, caller, keys) = (ctx.open_id(&input.task_id), caller(ctx)?, ctx.app().keys());
            let change = task::Change {
                task_id: id,
                version: input.version,
                title: patch(input.title, |title| title),
                due_on: patch(input.due_on, |on| on.0),
                at: patch(input.at, |at| at.0),
                place: patch(input.place, |place| place),
                assignee_id: patch(input.assignee_id, |id| named(keys, &id)),
            };
            let done = task::change(ctx.app(), &caller, change).await;
            task_payload(ctx, done, Some(id)).await
        };
        Some(answer.await)
    }

    /// Finishes a task.
    async fn complete_task(
        &self,
        ctx: &Context<'_>,
        input: CompleteTaskInput,
    ) -> Option<Answer<TaskPayload>> {
        let answer = async {
            let id = ctx.open_id(&input.task_id);
            let complete = task::Complete { task_id: id, version: input.version };
            task_payload(ctx, task::complete(ctx.app(), &caller(ctx)?, complete).await, Some(id)).await
        };
        Some(answer.await)
    }
}
