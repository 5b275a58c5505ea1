//! When somebody last looked at their list of work, by membership.

use sea_orm::entity::prelude::*;

use crate::words::id::{Id, noun};

/// When somebody last looked at their list of work, by membership.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "work_look")]
pub struct Model {
    /// Under which membership.
    #[sea_orm(primary_key, auto_increment = false)]
    pub membership_id: Id<noun::Membership>,
    /// When.
    pub looked_at: DateTimeUtc,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `membership`.
    #[sea_orm(
        belongs_to = "super::super::people::membership::Entity",
        from = "Column::MembershipId",
        to = "super::super::people::membership::Column::Id"
    )]
    Membership,
}

impl ActiveModelBehavior for ActiveModel {}
