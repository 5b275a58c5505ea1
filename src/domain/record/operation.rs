//! One operation: a transaction, and what every operation leaves behind in it (events, audit entries, jobs).
//!
//! An operation reads the same everywhere: load under scope and lock, ask the policy, apply the pure rule, write, record,
//! return the id of what it made or changed. The caller reads that again under the viewer's present rights.

use std::{
    sync::{Mutex, PoisonError},
    time::Duration,
};

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, Insert, QueryFilter,
    sea_query::OnConflict,
};
use tracing::Instrument as _;
use uuid::Uuid;

use super::together::Together;
use crate::{
    access::Viewer,
    entity::record::{audit_entry, event, idempotency, job},
    platform::{
        app::App,
        cache::Tag,
        error::{Error, Result},
        telemetry,
    },
    read,
    words::{
        AuditAction, ChangeKind, JobKind, SubjectKind,
        id::{Id, noun},
    },
};

/// How long an operation may take, its waiting for locks included.
const TIME_LIMIT: Duration = Duration::from_secs(10);

/// Who asks for an operation, in which request, and whether it may be a repeat.
#[derive(Clone, Debug)]
pub struct Caller {
    /// The viewer.
    pub viewer: Viewer,
    /// The request, as in the log.
    pub request_id: String,
    /// The caller's key for retries, if one came along.
    pub retry: Option<Retry>,
}

/// Keyed digests of a caller's key and of the input that came with it.
#[derive(Clone, Debug)]
pub struct Retry {
    /// Of caller, membership and key.
    pub key: Vec<u8>,
    /// Of mutation and input.
    pub input: Vec<u8>,
}

/// What happened, and to which row, where who may hear of it depends on that row: a note, a task, a concern.
#[derive(Clone, Copy, Debug)]
pub struct Happened {
    /// What happened.
    pub kind: ChangeKind,
    /// The row; who may not see it does not hear of it.
    pub about: Option<Uuid>,
}

impl From<ChangeKind> for Happened {
    fn from(kind: ChangeKind) -> Self {
        Self { kind, about: None }
    }
}

/// A running operation.
pub struct Operation<'a> {
    /// The application.
    pub app: &'a App,
    /// The transaction.
    pub tx: &'a DatabaseTransaction,
    /// The one instant of this operation.
    pub now: DateTime<Utc>,
    /// That instant's day in Europe/London.
    pub today: NaiveDate,
    name: &'static str,
    actor: Option<(Id<noun::User>, Id<noun::Membership>)>,
    request_id: String,
    stale: Mutex<Vec<Tag>>,
}

/// Runs an operation of a viewer. What it wrote is there as a whole, or not at all.
pub async fn operate<N>(
    app: &App,
    caller: &Caller,
    name: &'static str,
    act: impl AsyncFnOnce(&mut Operation<'_>, &Viewer) -> Result<Id<N>>,
) -> Result<Id<N>> {
    let viewer = &caller.viewer;
    if viewer.several && !viewer.named {
        return Err(Error::BadInput(
            "you hold several memberships: name one in the header Ridgeway-Membership".into(),
        ));
    }
    let actor = Some((viewer.user, viewer.membership));
    let done = run(app, actor, caller.request_id.clone(), name, async |op| {
        let Some(retry) = &caller.retry else { return act(op, viewer).await };
        if let Some(subject) = op.first_time(retry).await? {
            return Ok(subject.into());
        }
        let id = act(op, viewer).await?;
        op.remember(retry, id.uuid()).await?;
        Ok(id)
    })
    .await;
    if let Err(Error::NotFound | Error::Forbidden) = &done {
        refused(app, caller, name).await?;
    }
    done
}

/// Runs what happens by itself.
pub async fn by_itself<T>(
    app: &App,
    name: &'static str,
    act: impl AsyncFnOnce(&mut Operation<'_>) -> Result<T>,
) -> Result<T> {
    run(app, None, name.to_owned(), name, act).await
}

async fn run<T>(
    app: &App,
    actor: Option<(Id<noun::User>, Id<noun::Membership>)>,
    request_id: String,
    name: &'static str,
    act: impl AsyncFnOnce(&mut Operation<'_>) -> Result<T>,
) -> Result<T> {
    let span = tracing::info_span!("operation", otel.name = name);
    let began = std::time::Instant::now();
    let done = transact(app, actor, request_id, name, act).instrument(span).await;
    let outcome = match &done {
        Ok(_) => "done",
        Err(Error::Unavailable(_) | Error::Internal(_)) => "failed",
        Err(_) => "refused",
    };
    telemetry::operation_done(name, outcome, began.elapsed());
    done
}

async fn transact<T>(
    app: &App,
    actor: Option<(Id<noun::User>, Id<noun::Membership>)>,
    request_id: String,
    name: &'static str,
    act: impl AsyncFnOnce(&mut Operation<'_>) -> Result<T>,
) -> Result<T> {
    let transaction = app.begin().await?;
    let (now, today, stale) = (app.now(), app.today(), Mutex::default());
    let mut op = Operation { app, tx: &transaction.tx, now, today, name, actor, request_id, stale };
    let done = tokio::time::timeout(TIME_LIMIT, act(&mut op))
        .await
        .unwrap_or_else(|_| Err(Error::Unavailable("the operation took too long".to_owned())));
    let stale = op.stale.into_inner().unwrap_or_else(PoisonError::into_inner);
    match done {
        Ok(value) => {
            transaction.commit().await?;
            for tag in stale {
                app.cache().forget(tag);
            }
            app.bus().wake_relay();
            Ok(value)
        }
        Err(error) => {
            // A connection that is gone has rolled back already.
            let _ = transaction.rollback().await;
            Err(error)
        }
    }
}

/// Writes down a refusal, in a transaction of its own: that of the operation is gone.
async fn refused(app: &App, caller: &Caller, name: &'static str) -> Result<()> {
    let actor = Some((caller.viewer.user, caller.viewer.membership));
    run(app, actor, caller.request_id.clone(), name, async |op| {
        op.audit(AuditAction::Refused, SubjectKind::User, caller.viewer.user.uuid(), None).await
    })
    .await
}

impl Operation<'_> {
    /// A new id, of this operation's instant.
    #[must_use]
    pub fn new_id<I: From<Uuid>>(&self) -> I {
        self.app.id_at(self.now)
    }

    /// Who acts; none for what happens by itself.
    #[must_use]
    pub fn actor(&self) -> Option<Id<noun::User>> {
        self.actor.map(|(user, _)| user)
    }

    /// This operation's name, such as `referral.take`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// What is kept under this tag is forgotten once the operation is committed.
    pub fn forget(&self, tag: Tag) {
        self.stale.lock().unwrap_or_else(PoisonError::into_inner).push(tag);
    }

    /// Writes an event to the outbox, for these audiences.
    pub async fn event(
        &self,
        what: impl Into<Happened>,
        subject: (SubjectKind, Uuid),
        case: Option<Id<noun::Case>>,
        audiences: Vec<String>,
    ) -> Result<()> {
        let mut one = Together::default();
        one.event(self.event_row(what, subject, case), audiences);
        one.send(self.tx).await
    }

    /// An event, to be written with others.
    pub fn event_row(
        &self,
        what: impl Into<Happened>,
        subject: (SubjectKind, Uuid),
        case: Option<Id<noun::Case>>,
    ) -> event::ActiveModel {
        let what = what.into();
        event::ActiveModel {
            at: Set(self.now),
            kind: Set(what.kind),
            noun: Set(subject.0),
            subject_id: Set(subject.1),
            about_id: Set(what.about),
            case_id: Set(case),
            by_user_id: Set(self.actor()),
            place: Set(None),
            ..Default::default()
        }
    }

    /// Writes a line of the audit.
    pub async fn audit(
        &self,
        action: AuditAction,
        kind: SubjectKind,
        subject: Uuid,
        child: Option<Id<noun::YoungPerson>>,
    ) -> Result<()> {
        self.audit_row(action, kind, subject, child).insert(self.tx).await?;
        Ok(())
    }

    /// A line of the audit, to be written with others.
    pub fn audit_row(
        &self,
        action: AuditAction,
        kind: SubjectKind,
        subject: Uuid,
        child: Option<Id<noun::YoungPerson>>,
    ) -> audit_entry::ActiveModel {
        audit_entry::ActiveModel {
            id: Set(self.new_id()),
            number: Set(None),
            at: Set(self.now),
            actor_id: Set(self.actor()),
            membership_id: Set(self.actor.map(|(_, membership)| membership)),
            action: Set(action),
            subject_kind: Set(kind),
            subject_id: Set(Some(subject)),
            young_person_id: Set(child),
            purpose: Set(Some(self.name.to_owned())),
            request_id: Set(self.request_id.clone()),
            digest: Set(None),
            seal: Set(None),
        }
    }

    /// Lets a job fall due; one that waits for the same subject is moved.
    pub async fn schedule(&self, kind: JobKind, subject: Uuid, due_at: DateTime<Utc>) -> Result<()> {
        self.job_row(kind, subject, due_at).exec_without_returning(self.tx).await?;
        Ok(())
    }

    /// Lets a job fall due for each of some subjects, in one statement.
    pub async fn schedule_all(
        &self,
        kind: JobKind,
        mut subjects: Vec<Uuid>,
        due_at: DateTime<Utc>,
    ) -> Result<()> {
        subjects.sort_unstable();
        subjects.dedup();
        let rows: Vec<_> = subjects.into_iter().map(|subject| self.job(kind, subject, due_at)).collect();
        if !rows.is_empty() {
            job::Entity::insert_many(rows).on_conflict(moved()).exec_without_returning(self.tx).await?;
        }
        Ok(())
    }

    /// A job that falls due, to be written with others.
    pub fn job_row(&self, kind: JobKind, subject: Uuid, due_at: DateTime<Utc>) -> Insert<job::ActiveModel> {
        job::Entity::insert(self.job(kind, subject, due_at)).on_conflict(moved())
    }

    fn job(&self, kind: JobKind, subject: Uuid, due_at: DateTime<Utc>) -> job::ActiveModel {
        let id = Set(self.new_id());
        job::ActiveModel { id, kind: Set(kind), subject_id: Set(subject), due_at: Set(due_at) }
    }

    /// Lets no job of these kinds fall due for a subject any more.
    pub async fn unschedule(&self, kinds: &[JobKind], subject: Uuid) -> Result<()> {
        job::Entity::delete_many()
            .filter(job::Column::Kind.is_in(kinds.iter().copied()))
            .filter(job::Column::SubjectId.eq(subject))
            .exec(self.tx)
            .await?;
        Ok(())
    }

    /// Claims a key; where it was used before, what came of it then. A twin in flight is waited for.
    async fn first_time(&self, retry: &Retry) -> Result<Option<Uuid>> {
        let row = idempotency::ActiveModel {
            key_digest: Set(retry.key.clone()),
            input_digest: Set(retry.input.clone()),
            subject_id: Set(Uuid::nil()),
            created_at: Set(self.now),
        };
        let claimed = idempotency::Entity::insert(row)
            .on_conflict(OnConflict::column(idempotency::Column::KeyDigest).do_nothing().to_owned())
            .exec_without_returning(self.tx)
            .await?;
        if claimed > 0 {
            return Ok(None);
        }
        let earlier = read::record::idempotency::by_key(self.tx, &retry.key).await?.ok_or(Error::NotFound)?;
        if earlier.input_digest == retry.input { Ok(Some(earlier.subject_id)) } else { Err(Error::KeyReused) }
    }

    async fn remember(&self, retry: &Retry, subject: Uuid) -> Result<()> {
        idempotency::Entity::update_many()
            .col_expr(idempotency::Column::SubjectId, sea_orm::sea_query::Expr::value(subject))
            .filter(idempotency::Column::KeyDigest.eq(retry.key.clone()))
            .exec(self.tx)
            .await?;
        Ok(())
    }
}

/// A job that waits for the same subject is moved.
fn moved() -> OnConflict {
    OnConflict::columns([job::Column::Kind, job::Column::SubjectId])
        .update_column(job::Column::DueAt)
        .to_owned()
}
