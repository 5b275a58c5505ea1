//! What a retried mutation did the first time.

use sea_orm::{ConnectionTrait, EntityTrait};

use crate::{entity::record::idempotency, platform::error::Result};

/// The row of a key, if it was used.
pub async fn by_key(on: &impl ConnectionTrait, key_digest: &[u8]) -> Result<Option<idempotency::Model>> {
    Ok(idempotency::Entity::find_by_id(key_digest.to_vec()).one(on).await?)
}
