//! A child may be harmed. Never deleted.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    platform::sealed::{Sealable, Sealed},
    words::{
        SafeguardingKind,
        id::{Id, noun},
    },
};

/// A child may be harmed. Never deleted.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "safeguarding_concern")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::SafeguardingConcern>,
    /// Counts the changes.
    pub version: i32,
    /// About what.
    pub kind: SafeguardingKind,
    /// The child.
    pub young_person_id: Option<Id<noun::YoungPerson>>,
    /// The case on which it was raised.
    pub case_id: Option<Id<noun::Case>>,
    /// Or the referral.
    pub referral_id: Option<Id<noun::Referral>>,
    /// The adult whom it is about, where they sign in.
    pub about_user_id: Option<Id<noun::User>>,
    /// What was seen or said.
    pub words: Sealed<ConcernWords>,
    /// Who raised it.
    pub raised_by_id: Id<noun::User>,
    /// From which organisation.
    pub raised_from_id: Id<noun::Organisation>,
    /// When.
    pub raised_at: DateTimeUtc,
    /// Whether the child is in danger now.
    pub immediate_danger: bool,
    /// Whether a parent was told.
    pub parent_told: bool,
    /// Whether the child was told.
    pub child_told: bool,
    /// By when someone decides what follows.
    pub decision_due_on: Date,
    /// When it was resolved.
    pub resolved_at: Option<DateTimeUtc>,
    /// By whom.
    pub resolved_by_id: Option<Id<noun::User>>,
}

/// What of a concern is sealed.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ConcernWords {
    /// What was seen or said.
    pub text: String,
    /// The adult's name, where they do not sign in.
    pub about_name: Option<String>,
    /// What was decided.
    pub outcome: Option<String>,
}
impl Sealable for ConcernWords {
    const PURPOSE: &'static str = "safeguarding_concern.words";
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `young_person`.
    #[sea_orm(
        belongs_to = "super::super::people::young_person::Entity",
        from = "Column::YoungPersonId",
        to = "super::super::people::young_person::Column::Id"
    )]
    YoungPerson,
    /// To `case`.
    #[sea_orm(belongs_to = "super::case::Entity", from = "Column::CaseId", to = "super::case::Column::Id")]
    Case,
    /// To `referral`.
    #[sea_orm(
        belongs_to = "super::referral::Entity",
        from = "Column::ReferralId",
        to = "super::referral::Column::Id"
    )]
    Referral,
}

impl ActiveModelBehavior for ActiveModel {}
