//! The one row that says what kind of database this is.

use sea_orm::{ConnectionTrait, EntityTrait};

use crate::{entity::record::instance, platform::error::Result};

/// The row; none before it was written.
pub async fn get(on: &impl ConnectionTrait) -> Result<Option<instance::Model>> {
    Ok(instance::Entity::find_by_id(1).one(on).await?)
}
