//! A browser that is signed in; the random id itself is stored only as a hash.

use sea_orm::entity::prelude::*;

use crate::words::id::{Id, noun};

/// A browser that is signed in; the random id itself is stored only as a hash.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_in")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::SignIn>,
    /// Who.
    pub user_id: Id<noun::User>,
    /// SHA-256 of what the cookie holds.
    pub token_hash: Vec<u8>,
    /// When they signed in.
    pub created_at: DateTimeUtc,
    /// The last request that counts as use.
    pub last_seen_at: DateTimeUtc,
    /// When it ends whatever happens.
    pub ends_at: DateTimeUtc,
    /// When they signed out.
    pub ended_at: Option<DateTimeUtc>,
    /// Whether a second factor was shown.
    pub second_factor: bool,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `user`.
    #[sea_orm(belongs_to = "super::user::Entity", from = "Column::UserId", to = "super::user::Column::Id")]
    User,
}

impl ActiveModelBehavior for ActiveModel {}
