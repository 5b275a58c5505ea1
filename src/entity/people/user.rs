//! A person who signs in. What they may see comes from their memberships alone.

use sea_orm::entity::prelude::*;

use crate::words::id::{Id, noun};

/// A person who signs in. What they may see comes from their memberships alone.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "user")]
pub struct Model {
    /// Their id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::User>,
    /// In lower case.
    pub email: String,
    /// Their name.
    pub name: String,
    /// The name as searches compare it.
    pub search_name: String,
    /// What they do.
    pub job_title: Option<String>,
    /// Their number at work.
    pub phone: Option<String>,
    /// Argon2id; none until they have set one.
    pub password_hash: Option<String>,
    /// Whether they may sign in at all.
    pub active: bool,
    /// When the account was made.
    pub created_at: DateTimeUtc,
    /// When they last signed in.
    pub last_signed_in_at: Option<DateTimeUtc>,
    /// When somebody last let them in again after a long absence.
    pub woken_at: Option<DateTimeUtc>,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
