//! A release: figures that were counted together and never move again.

use sea_orm::entity::prelude::*;

/// A release: figures that were counted together and never move again.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "release")]
pub struct Model {
    /// 1 for the first.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// The instant whose state was counted.
    pub as_at: DateTimeUtc,
    /// When it was made.
    pub made_at: DateTimeUtc,
    /// The version of the rules and the list of tables.
    pub method: String,
    /// Which secret drew its noise, without telling it.
    pub key_fingerprint: String,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
