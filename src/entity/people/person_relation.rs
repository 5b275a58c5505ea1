//! What two children are to one another.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    platform::sealed::{Sealable, Sealed},
    words::{
        RelationKind,
        id::{Id, noun},
    },
};

/// What two children are to one another; it reads the same from both.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "person_relation")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::PersonRelation>,
    /// The child whose id is the smaller one.
    pub one_id: Id<noun::YoungPerson>,
    /// The other child.
    pub other_id: Id<noun::YoungPerson>,
    /// What they are.
    pub kind: RelationKind,
    /// From where that is known.
    pub words: Sealed<RelationWords>,
    /// From which day it is known.
    pub from_date: Date,
    /// When to look at it again.
    pub review_on: Option<Date>,
    /// From which day it no longer holds, or was written down anew.
    pub ended_on: Option<Date>,
    /// Who wrote it down.
    pub recorded_by_id: Id<noun::User>,
    /// When.
    pub recorded_at: DateTimeUtc,
}

/// From where a relation is known.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RelationWords(pub String);
impl Sealable for RelationWords {
    const PURPOSE: &'static str = "person_relation.words";
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `young_person`.
    #[sea_orm(
        belongs_to = "super::young_person::Entity",
        from = "Column::OneId",
        to = "super::young_person::Column::Id"
    )]
    One,
    /// To `young_person`.
    #[sea_orm(
        belongs_to = "super::young_person::Entity",
        from = "Column::OtherId",
        to = "super::young_person::Column::Id"
    )]
    Other,
    /// To `user`.
    #[sea_orm(
        belongs_to = "super::user::Entity",
        from = "Column::RecordedById",
        to = "super::user::Column::Id"
    )]
    User,
}

impl ActiveModelBehavior for ActiveModel {}
