//! What a child or parent wants to reach.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    platform::sealed::{Sealable, Sealed},
    words::{
        GoalOwner,
        id::{Id, noun},
    },
};

/// What a child or parent wants to reach.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "goal")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::Goal>,
    /// Counts the ratings.
    pub version: i32,
    /// The case.
    pub case_id: Id<noun::Case>,
    /// The goal in words.
    pub words: Sealed<GoalWords>,
    /// Whose it is.
    pub owner: GoalOwner,
    /// Who wrote it down.
    pub set_by_id: Id<noun::User>,
    /// When.
    pub set_at: DateTimeUtc,
}

/// The goal in words.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct GoalWords(pub String);
impl Sealable for GoalWords {
    const PURPOSE: &'static str = "goal.words";
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `case`.
    #[sea_orm(belongs_to = "super::case::Entity", from = "Column::CaseId", to = "super::case::Column::Id")]
    Case,
    /// To `user`.
    #[sea_orm(
        belongs_to = "super::super::people::user::Entity",
        from = "Column::SetById",
        to = "super::super::people::user::Column::Id"
    )]
    SetBy,
}

impl ActiveModelBehavior for ActiveModel {}
