//! One meeting of an offering.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    platform::sealed::{Sealable, Sealed},
    words::id::{Id, noun},
};

/// One meeting of an offering. Its version counts the changes of when it is and who leads it; its register counts none.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::Session>,
    /// Counts the changes.
    pub version: i32,
    /// The offering.
    pub offering_id: Id<noun::Offering>,
    /// When it begins.
    pub starts_at: DateTimeUtc,
    /// When it ends.
    pub ends_at: DateTimeUtc,
    /// When it was written down.
    pub created_at: DateTimeUtc,
    /// When it was cancelled.
    pub cancelled_at: Option<DateTimeUtc>,
    /// By whom.
    pub cancelled_by_id: Option<Id<noun::User>>,
    /// Why.
    pub cancelled_words: Option<Sealed<CancelledWords>>,
}

/// Why a session was cancelled.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CancelledWords(pub String);
impl Sealable for CancelledWords {
    const PURPOSE: &'static str = "session.cancelled_words";
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `offering`.
    #[sea_orm(
        belongs_to = "super::offering::Entity",
        from = "Column::OfferingId",
        to = "super::offering::Column::Id"
    )]
    Offering,
    /// To `user`.
    #[sea_orm(
        belongs_to = "super::super::people::user::Entity",
        from = "Column::CancelledById",
        to = "super::super::people::user::Column::Id"
    )]
    User,
}

impl ActiveModelBehavior for ActiveModel {}
