//! How often somebody tried to sign in to an account, from an address, or both; each known only by a keyed digest.

use sea_orm::entity::prelude::*;

/// How often somebody tried to sign in to an account, from an address, or both; each known only by a keyed digest.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_in_tries")]
pub struct Model {
    /// Keyed digest of what is counted.
    #[sea_orm(primary_key, auto_increment = false)]
    pub digest: Vec<u8>,
    /// Tries since the last success or quiet day, those that were not let through included.
    pub tries: i32,
    /// The last try.
    pub last_at: DateTimeUtc,
    /// When the next one is let through.
    pub free_at: DateTimeUtc,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
