//! A record that only the people on its list open.

use sea_orm::entity::prelude::*;

use crate::words::{
    RestrictionReason,
    id::{Id, noun},
};

/// A record that only the people on its list open.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "restriction")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::Restriction>,
    /// The child.
    pub young_person_id: Id<noun::YoungPerson>,
    /// Why.
    pub reason: RestrictionReason,
    /// Who set it.
    pub set_by_id: Id<noun::User>,
    /// From when.
    pub from_at: DateTimeUtc,
    /// When it was lifted.
    pub ended_at: Option<DateTimeUtc>,
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
