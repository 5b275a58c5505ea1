//! That a sign-in or token was used under a membership, by somebody who holds several.

use sea_orm::entity::prelude::*;

use crate::words::id::{Id, noun};

/// That a sign-in or token was used under a membership, by somebody who holds several.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "membership_use")]
pub struct Model {
    /// The row of the sign-in or token.
    #[sea_orm(primary_key, auto_increment = false)]
    pub credential_id: Uuid,
    /// Under which membership.
    #[sea_orm(primary_key, auto_increment = false)]
    pub membership_id: Id<noun::Membership>,
    /// Since when.
    pub begun_at: DateTimeUtc,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
