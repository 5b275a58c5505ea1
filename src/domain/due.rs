//! What falls due by itself: a job is taken and done in one transaction with its effects, so that several nodes never do it
//! twice. What is done is its wing's.

use chrono::TimeDelta;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::{
    domain::{
        casework,
        delivery::{self, enrolment, places, relation},
        insight::export,
        record::operation::{Operation, by_itself},
    },
    entity::record::job,
    platform::{app::App, database::is_postgres, error::Result},
    read,
    words::{
        JobKind,
        id::{Id, noun},
    },
};

/// How long a job that failed waits before it is tried again.
const AGAIN_AFTER: TimeDelta = TimeDelta::minutes(5);
/// How long a job waits for a row that somebody works on. Shorter than the time after which PostgreSQL breaks a deadlock, so
/// that it is the job that gives way and not the person.
const LOCK_TIMEOUT: &str = "SET LOCAL lock_timeout = '500ms'";

/// Does the job that has been due longest. False where none is due.
pub async fn next(app: &App) -> Result<bool> {
    if !read::record::job::any_due(app.database(), app.now()).await? {
        return Ok(false);
    }
    let mut taken = None;
    let done = by_itself(app, "job.do", async |op| {
        if is_postgres(op.app.backend()) {
            use sea_orm::ConnectionTrait;
            op.tx.execute_unprepared(LOCK_TIMEOUT).await?;
        }
        let Some(job) = read::record::job::next_due(op.tx, op.now).await? else { return Ok(false) };
        taken = Some(job.clone());
        job::Entity::delete_by_id(job.id).exec(op.tx).await?;
        act(op, &job).await?;
        Ok(true)
    })
    .await;
    match (done, taken) {
        (Err(error), Some(job)) => {
            tracing::error!(kind = %job.kind, %error, "a job failed and is tried again later");
            put_off(app, job.id).await?;
            Ok(true)
        }
        (done, _) => done,
    }
}

async fn put_off(app: &App, id: Id<noun::Job>) -> Result<()> {
    by_itself(app, "job.put_off", async |op| {
        job::Entity::update_many()
            .col_expr(job::Column::DueAt, sea_orm::sea_query::Expr::value(op.now + AGAIN_AFTER))
            .filter(job::Column::Id.eq(id))
            .exec(op.tx)
            .await?;
        Ok(())
    })
    .await
}

async fn act(op: &Operation<'_>, job: &job::Model) -> Result<()> {
    match job.kind {
        JobKind::OfferLapses => enrolment::lapses(op, job.subject_id.into()).await,
        JobKind::GroupUnsuitable => relation::unsuitable(op, job.subject_id.into()).await,
        JobKind::SessionsMissed => delivery::due::looked_at(op, job.subject_id.into()).await,
        JobKind::SessionCancelled => delivery::due::cancelled(op, job.subject_id.into()).await,
        JobKind::PlacesLookedAt => places::look_again(op, job.subject_id.into()).await,
        JobKind::ExportMade => export::made(op, job.subject_id).await,
        JobKind::ExportExpires => export::expires(op, job.subject_id).await,
        // Nobody has the turn any more: the loop of releases looks again by itself.
        JobKind::ReleaseMade => Ok(()),
        _ => casework::due::act(op, job).await,
    }
}
