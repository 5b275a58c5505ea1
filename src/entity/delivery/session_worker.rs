//! Who leads a session.

use sea_orm::entity::prelude::*;

use crate::words::id::{Id, noun};

/// Who leads a session.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session_worker")]
pub struct Model {
    /// The session.
    #[sea_orm(primary_key, auto_increment = false)]
    pub session_id: Id<noun::Session>,
    /// Who.
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_id: Id<noun::User>,
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
        from = "Column::UserId",
        to = "super::super::people::user::Column::Id"
    )]
    User,
}

impl ActiveModelBehavior for ActiveModel {}
