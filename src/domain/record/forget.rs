//! What is not kept: that a key for retries was used, and how often somebody tried to sign in, is forgotten after a day;
//! from where somebody signed in, after 60 days.

use chrono::TimeDelta;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::{
    domain::record::operation::by_itself,
    entity::{
        people::{known_place, membership_use, pending_sign_in, sign_in_tries},
        record::idempotency,
    },
    platform::{app::App, error::Result},
};

/// How long a key for retries holds.
const RETRIES: TimeDelta = TimeDelta::hours(24);
/// After a quiet day tries are counted anew (`people::throttle`).
const TRIES: TimeDelta = TimeDelta::hours(24);
/// A browser or an address is known for so long (`people::attempt`).
const PLACES: TimeDelta = TimeDelta::days(60);
/// No sign-in and no token lasts longer.
const CREDENTIALS: TimeDelta = TimeDelta::days(367);

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

/// Forgets what sign-ins left behind and nothing looks at any more.
pub async fn sign_ins(app: &App) -> Result<u64> {
    by_itself(app, "sign_in.forget", async |op| {
        let tries = sign_in_tries::Entity::delete_many()
            .filter(sign_in_tries::Column::LastAt.lt(op.now - TRIES))
            .filter(sign_in_tries::Column::FreeAt.lt(op.now))
            .exec(op.tx)
            .await?;
        let places = known_place::Entity::delete_many()
            .filter(known_place::Column::LastUsedAt.lt(op.now - PLACES))
            .exec(op.tx)
            .await?;
        let pending = pending_sign_in::Entity::delete_many()
            .filter(pending_sign_in::Column::EndsAt.lt(op.now))
            .exec(op.tx)
            .await?;
        let uses = membership_use::Entity::delete_many()
            .filter(membership_use::Column::BegunAt.lt(op.now - CREDENTIALS))
            .exec(op.tx)
            .await?;
        Ok(tries.rows_affected + places.rows_affected + pending.rows_affected + uses.rows_affected)
    })
    .await
}
