//! One table of a release for one period, as it was published: protected values only.

use sea_orm::entity::prelude::*;

/// One table of a release for one period, as it was published.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "release_table")]
pub struct Model {
    /// Of which release.
    #[sea_orm(primary_key, auto_increment = false)]
    pub release_number: i32,
    /// What it is by, and over which period: `AGE_BAND,PROGRAMME/2026Q1`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub name: String,
    /// Its cells, as `domain::insight::stored` packs them.
    pub cells: Vec<u8>,
    /// A keyed digest of it all, which tells whether it was changed afterwards.
    pub seal: Vec<u8>,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
