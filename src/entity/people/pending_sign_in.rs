//! Somebody who gave the right password and not yet the code: a few minutes long, and good for the second step alone.

use sea_orm::entity::prelude::*;

use super::second_factor::FactorKey;
use crate::{
    platform::sealed::Sealed,
    words::id::{Id, noun},
};

/// Somebody who gave the right password and not yet the code: a few minutes long, and good for the second step alone.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "pending_sign_in")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Who.
    pub user_id: Id<noun::User>,
    /// SHA-256 of what the cookie holds.
    pub token_hash: Vec<u8>,
    /// The key that is being set up, where they have no second factor yet.
    pub factor_key: Option<Sealed<FactorKey>>,
    /// When it ends.
    pub ends_at: DateTimeUtc,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
