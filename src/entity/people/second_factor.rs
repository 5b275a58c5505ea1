//! What a person's authenticator app shares with the program: the key of their one-time codes (RFC 6238).

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    platform::sealed::{Sealable, Sealed},
    words::id::{Id, noun},
};

/// What a person's authenticator app shares with the program: the key of their one-time codes (RFC 6238).
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "second_factor")]
pub struct Model {
    /// Whose.
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_id: Id<noun::User>,
    /// The key, sealed for this person.
    pub factor_key: Sealed<FactorKey>,
    /// Since when.
    pub since: DateTimeUtc,
    /// The time step of the last code that was used: none up to it is taken again.
    pub last_step: i64,
}

/// The key of one-time codes.
#[derive(Clone, Serialize, Deserialize)]
pub struct FactorKey(pub [u8; 20]);
impl Sealable for FactorKey {
    const PURPOSE: &'static str = "second_factor.factor_key";
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
