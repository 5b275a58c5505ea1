//! Forms that are not sent yet: kept, dropped, gone when they are sent. Nobody but the writer reads one.
//!
//! A draft that says "in danger now" is sent by nobody and read by nobody, so a manager hears after five minutes that it is
//! there, and whom to ring. What becomes of that is in `due`.

use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};

use super::{
    arising::{self, About},
    referral_clocks,
};
use crate::{
    access::{Act, Viewer},
    domain::{
        checks::when,
        record::operation::{Caller, Operation, operate},
    },
    entity::casework::draft::{self, DraftWords},
    platform::{
        app::App,
        error::{Problem, ProblemCode, Result, none_of},
        sealed::Sealed,
    },
    read,
    words::{
        AuditAction, DraftKind, JobKind, SubjectKind,
        id::{Id, noun},
        text::TextKind,
    },
};

/// The most drafts that somebody keeps at once.
const MOST: usize = 100;
/// The most services that hear of one draft.
pub const SERVICES: usize = 8;

/// A form to be kept.
#[derive(Clone, Debug)]
pub struct Save {
    /// The draft that it goes on with; none for a new one.
    pub draft_id: Option<Id<noun::Draft>>,
    /// Which form.
    pub kind: DraftKind,
    /// The opaque id of what it is about.
    pub about: Option<String>,
    /// The form as the page holds it, JSON.
    pub content: String,
    /// Whether it says that a child is in danger now and that nobody has rung yet.
    pub immediate_danger: bool,
}

/// Keeps a form for seven days from now.
pub async fn save(app: &App, caller: &Caller, input: Save) -> Result<Id<noun::Draft>> {
    operate(app, caller, "draft.save", async |op, viewer| {
        let old = match input.draft_id {
            Some(id) => Some(read::casework::draft::for_change(op.tx, viewer, id).await?),
            None => None,
        };
        viewer.must_ever(Act::Draft)?;
        none_of(problems(op, viewer, &input).await?)?;
        let danger_before = old.as_ref().is_some_and(|old| old.immediate_danger);
        let draft = match old {
            Some(old) => change(op, old, &input).await?,
            None => create(op, viewer, &input).await?,
        };
        let row = draft.id.uuid();
        op.schedule(JobKind::DraftExpires, row, referral_clocks::draft_expires_at(op.now)).await?;
        if input.immediate_danger && !danger_before {
            op.schedule(JobKind::DraftDanger, row, referral_clocks::draft_danger_at(op.now)).await?;
        } else if danger_before && !input.immediate_danger {
            out_of_danger(op, draft.id).await?;
        }
        Ok(draft.id)
    })
    .await
}

/// Drops a draft. Where a manager was told of danger, that task stays until somebody has looked.
pub async fn discard(app: &App, caller: &Caller, draft: Id<noun::Draft>) -> Result<Id<noun::Draft>> {
    operate(app, caller, "draft.discard", async |op, viewer| {
        let draft = read::casework::draft::for_change(op.tx, viewer, draft).await?;
        viewer.must_ever(Act::Draft)?;
        remove(op, draft.id).await?;
        op.audit(AuditAction::Change, SubjectKind::Draft, draft.id.uuid(), None).await?;
        Ok(draft.id)
    })
    .await
}

/// Removes a draft that is being sent, within the operation that sends it: the danger that it spoke of is in what was sent.
pub async fn sent(op: &Operation<'_>, viewer: &Viewer, draft: Id<noun::Draft>) -> Result<()> {
    let draft = read::casework::draft::for_change(op.tx, viewer, draft).await?;
    remove(op, draft.id).await?;
    out_of_danger(op, draft.id).await
}

/// Deletes a draft and what was to fall due for it.
pub async fn remove(op: &Operation<'_>, draft: Id<noun::Draft>) -> Result<()> {
    draft::Entity::delete_by_id(draft).exec(op.tx).await?;
    op.unschedule(&[JobKind::DraftDanger, JobKind::DraftExpires], draft.uuid()).await
}

/// The id of the task by which the nth service hears of a draft: the draft's own with its last byte moved on, so that it
/// comes once and is found again, and nothing of the draft stands in the task.
#[must_use]
pub fn task_in(draft: Id<noun::Draft>, nth: usize) -> Id<noun::Task> {
    let mut bytes = *draft.uuid().as_bytes();
    bytes[15] = bytes[15].wrapping_add(u8::try_from(nth + 1).unwrap_or(u8::MAX));
    uuid::Uuid::from_bytes(bytes).into()
}

async fn out_of_danger(op: &Operation<'_>, draft: Id<noun::Draft>) -> Result<()> {
    op.unschedule(&[JobKind::DraftDanger], draft.uuid()).await?;
    for nth in 0..SERVICES {
        let about = About::Apart(task_in(draft, nth));
        arising::reason_gone(op, about, |cause, _| cause == JobKind::DraftDanger).await?;
    }
    Ok(())
}

async fn create(op: &Operation<'_>, viewer: &Viewer, input: &Save) -> Result<draft::Model> {
    let id: Id<noun::Draft> = op.new_id();
    let draft = draft::ActiveModel {
        id: Set(id),
        user_id: Set(viewer.user),
        membership_id: Set(viewer.membership),
        kind: Set(input.kind),
        about: Set(input.about.clone()),
        words: Set(Sealed::new(op.app.keys(), id.uuid(), &DraftWords(input.content.clone()))?),
        immediate_danger: Set(input.immediate_danger),
        started_at: Set(op.now),
        saved_at: Set(op.now),
    }
    .insert(op.tx)
    .await?;
    op.audit(AuditAction::Create, SubjectKind::Draft, id.uuid(), None).await?;
    Ok(draft)
}

async fn change(op: &Operation<'_>, old: draft::Model, input: &Save) -> Result<draft::Model> {
    let id = old.id;
    let mut row = old.into_active_model();
    row.kind = Set(input.kind);
    row.about = Set(input.about.clone());
    row.words = Set(Sealed::new(op.app.keys(), id.uuid(), &DraftWords(input.content.clone()))?);
    row.immediate_danger = Set(input.immediate_danger);
    row.saved_at = Set(op.now);
    let draft = row.update(op.tx).await?;
    op.audit(AuditAction::Change, SubjectKind::Draft, id.uuid(), None).await?;
    Ok(draft)
}

async fn problems(op: &Operation<'_>, viewer: &Viewer, input: &Save) -> Result<Vec<Problem>> {
    let new = input.draft_id.is_none();
    let too_many = new && read::casework::draft::list(op.tx, viewer).await?.len() >= MOST;
    let json = serde_json::from_str::<serde::de::IgnoredAny>(&input.content).is_ok();
    let problems = [
        TextKind::Form.needed("content", &input.content),
        when(!json, "content", ProblemCode::Invalid, "This is not JSON."),
        TextKind::Line.optional("about", input.about.as_deref()),
        when(too_many, "", ProblemCode::OutOfRange, "You keep many drafts. Discard some first."),
    ];
    Ok(problems.into_iter().flatten().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_service_hears_of_a_draft_by_a_task_of_its_own() {
        let draft = uuid::Uuid::parse_str("0199c0de-0000-7000-8000-0000000000ff").unwrap().into();
        let tasks: std::collections::HashSet<_> = (0..SERVICES).map(|nth| task_in(draft, nth)).collect();
        assert_eq!(tasks.len(), SERVICES);
        assert!(tasks.iter().all(|task| task.uuid() != draft.uuid()));
    }
}
