//! What another system calls the child.

use sea_orm::entity::prelude::*;

use crate::words::id::{Id, noun};

/// What another system calls the child.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "external_reference")]
pub struct Model {
    /// The child.
    #[sea_orm(primary_key, auto_increment = false)]
    pub young_person_id: Id<noun::YoungPerson>,
    /// The system.
    #[sea_orm(primary_key, auto_increment = false)]
    pub system: String,
    /// Its number there.
    #[sea_orm(primary_key, auto_increment = false)]
    pub reference: String,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `young_person`.
    #[sea_orm(
        belongs_to = "super::young_person::Entity",
        from = "Column::YoungPersonId",
        to = "super::young_person::Column::Id"
    )]
    YoungPerson,
}

impl ActiveModelBehavior for ActiveModel {}
