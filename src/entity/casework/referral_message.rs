//! Words that pass between the service and those who referred.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    platform::sealed::{Sealable, Sealed},
    words::{
        MessageKind,
        id::{Id, noun},
    },
};

/// Words that pass between the service and those who referred.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "referral_message")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::ReferralMessage>,
    /// The referral.
    pub referral_id: Id<noun::Referral>,
    /// When.
    pub at: DateTimeUtc,
    /// From which organisation.
    pub from_id: Id<noun::Organisation>,
    /// By whom.
    pub by_user_id: Option<Id<noun::User>>,
    /// What kind of words.
    pub kind: MessageKind,
    /// The words.
    pub words: Sealed<MessageWords>,
}

/// The text of a message.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MessageWords(pub String);
impl Sealable for MessageWords {
    const PURPOSE: &'static str = "referral_message.words";
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
}

impl ActiveModelBehavior for ActiveModel {}
