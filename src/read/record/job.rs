//! Jobs that are due. A node takes one with SKIP LOCKED, so that two never do the same.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{LockBehavior, LockType},
};
use uuid::Uuid;

use crate::{
    entity::record::job,
    platform::{database::is_postgres, error::Result},
};

/// The job that has been due longest and that no other node holds.
pub async fn next_due(on: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Option<job::Model>> {
    let mut due = job::Entity::find()
        .filter(job::Column::DueAt.lte(now))
        .order_by_asc(job::Column::DueAt)
        .order_by_asc(job::Column::Id)
        .limit(1);
    if is_postgres(on.get_database_backend()) {
        due = due.lock_with_behavior(LockType::Update, LockBehavior::SkipLocked);
    }
    Ok(due.one(on).await?)
}

/// Whether any job is due, held by another node or not.
pub async fn any_due(on: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<bool> {
    Ok(job::Entity::find().filter(job::Column::DueAt.lte(now)).limit(1).one(on).await?.is_some())
}

/// How many jobs are due.
pub async fn count_due(on: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<u64> {
    Ok(job::Entity::find().filter(job::Column::DueAt.lte(now)).count(on).await?)
}

/// What is to fall due for a subject.
pub async fn of_subject(on: &impl ConnectionTrait, subject: Uuid) -> Result<Vec<job::Model>> {
    Ok(job::Entity::find().filter(job::Column::SubjectId.eq(subject)).all(on).await?)
}
