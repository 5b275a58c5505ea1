//! How many people were at a session who are not named. Only ever added: the one with the highest number stands.

use sea_orm::entity::prelude::*;

use crate::words::id::{Id, noun};

/// How many people were at a session who are counted and not named.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "headcount")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::Headcount>,
    /// The session.
    pub session_id: Id<noun::Session>,
    /// 1 for the first count, 2 for what corrects it.
    pub number: i32,
    /// Children, under 18.
    pub children: i32,
    /// Young adults, 18 to 25.
    pub young_adults: i32,
    /// Adults.
    pub adults: i32,
    /// When it was recorded.
    pub at: DateTimeUtc,
    /// By whom.
    pub by_user_id: Id<noun::User>,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `session`.
    #[sea_orm(
        belongs_to = "super::session::Entity",
        from = "Column::SessionId",
        to = "super::session::Column::Id"
    )]
    Session,
    /// To `user`.
    #[sea_orm(
        belongs_to = "super::super::people::user::Entity",
        from = "Column::ByUserId",
        to = "super::super::people::user::Column::Id"
    )]
    User,
}

impl ActiveModelBehavior for ActiveModel {}
