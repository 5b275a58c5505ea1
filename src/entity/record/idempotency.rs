//! What a retried mutation did the first time; nothing of its payload.

use sea_orm::entity::prelude::*;

/// What a retried mutation did the first time; nothing of its payload.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "idempotency")]
pub struct Model {
    /// Keyed digest of caller, membership and the caller's key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub key_digest: Vec<u8>,
    /// Keyed digest of the mutation and its input.
    pub input_digest: Vec<u8>,
    /// What it made or changed.
    pub subject_id: Uuid,
    /// When; forgotten after 24 hours.
    pub created_at: DateTimeUtc,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
