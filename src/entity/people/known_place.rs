//! A browser or an address from which a person signed in before; known only by a keyed digest.

use sea_orm::entity::prelude::*;

use crate::words::id::{Id, noun};

/// A browser or an address from which a person signed in before; known only by a keyed digest.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "known_place")]
pub struct Model {
    /// Who.
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_id: Id<noun::User>,
    /// Keyed digest of the browser's mark or of the address.
    #[sea_orm(primary_key, auto_increment = false)]
    pub digest: Vec<u8>,
    /// The last sign-in from there.
    pub last_used_at: DateTimeUtc,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
