//! What is not kept: that a key for retries was used is forgotten after a day.

use chrono::TimeDelta;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::{
    domain::record::operation::by_itself,
    entity::record::idempotency,
    platform::{app::App, error::Result},
};

/// How long a key for retries holds.
const RETRIES: TimeDelta = TimeDelta::hours(24);

/// Forgets the keys of more than a day ago.
pub async fn retries(app: &App) -> Result<u64> {
    by_itself(app, "idempotency.forget", async |op| {
        let done = idempotency::Entity::delete_many()
            .filter(idempotency::Column::CreatedAt.lt(op.now - RETRIES))
            .exec(op.tx)
            .await?;
        Ok(done.rows_affected)
    })
    .await
}
