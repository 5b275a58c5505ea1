//! Which service has to act on a referral; two while it is not sure whose it is.

use sea_orm::entity::prelude::*;

use crate::words::id::{Id, noun};

/// Which service has to act on a referral; two while it is not sure whose it is.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "referral_service")]
pub struct Model {
    /// The referral.
    #[sea_orm(primary_key, auto_increment = false)]
    pub referral_id: Id<noun::Referral>,
    /// The service.
    #[sea_orm(primary_key, auto_increment = false)]
    pub service_id: Id<noun::Organisation>,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `referral`.
    #[sea_orm(
        belongs_to = "super::referral::Entity",
        from = "Column::ReferralId",
        to = "super::referral::Column::Id"
    )]
    Referral,
    /// To `organisation`.
    #[sea_orm(
        belongs_to = "super::super::people::organisation::Entity",
        from = "Column::ServiceId",
        to = "super::super::people::organisation::Column::Id"
    )]
    Service,
}

impl ActiveModelBehavior for ActiveModel {}
