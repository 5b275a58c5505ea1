//! Three letters in a row of a child's names: finds misspelt ones on both databases alike.

use sea_orm::entity::prelude::*;

use crate::words::id::{Id, noun};

/// Three letters in a row of a child's names: finds misspelt ones on both databases alike.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "name_trigram")]
pub struct Model {
    /// The three letters.
    #[sea_orm(primary_key, auto_increment = false)]
    pub trigram: String,
    /// Whose.
    #[sea_orm(primary_key, auto_increment = false)]
    pub young_person_id: Id<noun::YoungPerson>,
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
