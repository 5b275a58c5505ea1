//! What kind of database this is: one row, written when the database is made.

use sea_orm::entity::prelude::*;

use crate::words::DatabaseKind;

/// What kind of database this is: one row, written when the database is made.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "instance")]
pub struct Model {
    /// Always 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i32,
    /// A demo or real records.
    pub kind: DatabaseKind,
    /// Tells that a node holds the secret under which this database was made.
    pub key_fingerprint: String,
    /// When it was made.
    pub created_at: DateTimeUtc,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
