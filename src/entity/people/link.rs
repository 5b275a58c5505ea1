//! A link that works once, with which somebody chooses a password; the token itself is stored only as a hash.

use sea_orm::entity::prelude::*;

use crate::words::id::{Id, noun};

/// A link that works once, with which somebody chooses a password; the token itself is stored only as a hash.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "link")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::Link>,
    /// Whose account it is for.
    pub user_id: Id<noun::User>,
    /// The invitation that it accepts; none where it only sets a new password.
    pub invitation_id: Option<Id<noun::Invitation>>,
    /// SHA-256 of the token.
    pub token_hash: Vec<u8>,
    /// When it was made.
    pub created_at: DateTimeUtc,
    /// When it stops.
    pub expires_at: DateTimeUtc,
    /// How often a wrong password came with it.
    pub attempts: i32,
    /// When it was used.
    pub used_at: Option<DateTimeUtc>,
    /// When it was taken back, or another took its place.
    pub revoked_at: Option<DateTimeUtc>,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `user`.
    #[sea_orm(belongs_to = "super::user::Entity", from = "Column::UserId", to = "super::user::Column::Id")]
    User,
    /// To `invitation`.
    #[sea_orm(
        belongs_to = "super::invitation::Entity",
        from = "Column::InvitationId",
        to = "super::invitation::Column::Id"
    )]
    Invitation,
}

impl ActiveModelBehavior for ActiveModel {}
