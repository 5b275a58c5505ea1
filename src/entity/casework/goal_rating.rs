//! How near a goal was on a day. Nothing is overwritten: of several for one day the last written stands.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    platform::sealed::{Sealable, Sealed},
    words::id::{Id, noun},
};

/// How near a goal was on a day.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "goal_rating")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::GoalRating>,
    /// The goal.
    pub goal_id: Id<noun::Goal>,
    /// Counts the ratings of the goal, as they were written.
    pub number: i32,
    /// The day.
    pub rated_on: Date,
    /// From 0 to 10.
    pub words: Sealed<RatingWords>,
    /// Who wrote it down.
    pub rated_by_id: Id<noun::User>,
    /// When.
    pub rated_at: DateTimeUtc,
}

/// From 0 to 10; 10 is met.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct RatingWords(pub i32);
impl Sealable for RatingWords {
    const PURPOSE: &'static str = "goal_rating.words";
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `goal`.
    #[sea_orm(belongs_to = "super::goal::Entity", from = "Column::GoalId", to = "super::goal::Column::Id")]
    Goal,
    /// To `user`.
    #[sea_orm(
        belongs_to = "super::super::people::user::Entity",
        from = "Column::RatedById",
        to = "super::super::people::user::Column::Id"
    )]
    RatedBy,
}

impl ActiveModelBehavior for ActiveModel {}
