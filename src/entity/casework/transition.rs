//! A step of a referral or case: from where to where, when, by whom, why. Only ever added.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    platform::sealed::{Sealable, Sealed},
    words::id::{Id, noun},
};

/// A step of a referral or case: from where to where, when, by whom, why. Only ever added.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "transition")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::Transition>,
    /// The referral.
    pub referral_id: Option<Id<noun::Referral>>,
    /// Or the case.
    pub case_id: Option<Id<noun::Case>>,
    /// The status before; none for the first.
    pub from_status: Option<String>,
    /// The status after.
    pub to_status: String,
    /// Which operation.
    pub operation: String,
    /// When.
    pub at: DateTimeUtc,
    /// Who; none for what happens by itself.
    pub by_user_id: Option<Id<noun::User>>,
    /// Why.
    pub words: Option<Sealed<TransitionWords>>,
}

/// Why a step was taken.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TransitionWords(pub String);
impl Sealable for TransitionWords {
    const PURPOSE: &'static str = "transition.words";
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
    /// To `case`.
    #[sea_orm(belongs_to = "super::case::Entity", from = "Column::CaseId", to = "super::case::Column::Id")]
    Case,
}

impl ActiveModelBehavior for ActiveModel {}
