//! A code in place of a lost telephone: ten for each person, each good once, kept as a keyed digest.

use sea_orm::entity::prelude::*;

use crate::words::id::{Id, noun};

/// A code in place of a lost telephone: ten for each person, each good once, kept as a keyed digest.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "recovery_code")]
pub struct Model {
    /// Whose.
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_id: Id<noun::User>,
    /// Keyed digest of person and code.
    #[sea_orm(primary_key, auto_increment = false)]
    pub digest: Vec<u8>,
    /// When it was used.
    pub used_at: Option<DateTimeUtc>,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
