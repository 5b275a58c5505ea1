//! A child's number among those who are counted, and the record key of the disclosure gate: drawn once, never shown.

use sea_orm::entity::prelude::*;

use crate::words::id::{Id, noun};

/// A child's number among those who are counted, and the record key of the disclosure gate.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "record_key")]
pub struct Model {
    /// The child.
    #[sea_orm(primary_key, auto_increment = false)]
    pub young_person_id: Id<noun::YoungPerson>,
    /// The number; records that are linked have the same.
    pub number: i32,
    /// The key, from 1 to 4095.
    pub key: i32,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `young_person`.
    #[sea_orm(
        belongs_to = "super::super::people::young_person::Entity",
        from = "Column::YoungPersonId",
        to = "super::super::people::young_person::Column::Id"
    )]
    YoungPerson,
}

impl ActiveModelBehavior for ActiveModel {}
