//! What triage decided, why, and who countersigned. The newest one of a referral is the one that stands.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    platform::sealed::{Sealable, Sealed},
    words::{
        DecisionReason, Pathway, TriageOutcome,
        id::{Id, noun},
    },
};

/// What triage decided, why, and who countersigned. The newest one of a referral is the one that stands.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "triage_decision")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::TriageDecision>,
    /// The referral.
    pub referral_id: Id<noun::Referral>,
    /// What.
    pub outcome: TriageOutcome,
    /// The coded reason.
    pub reason: Option<DecisionReason>,
    /// The pathway of the case that comes of it.
    pub pathway: Option<Pathway>,
    /// Rationale and feedback.
    pub words: Sealed<DecisionWords>,
    /// Who decided.
    pub decided_by_id: Id<noun::User>,
    /// When.
    pub decided_at: DateTimeUtc,
    /// Whether the manager must agree first.
    pub needs_countersign: bool,
    /// Who countersigned.
    pub countersigned_by_id: Option<Id<noun::User>>,
    /// When.
    pub countersigned_at: Option<DateTimeUtc>,
    /// Whether they agreed.
    pub agreed: Option<bool>,
    /// When the redirection was confirmed.
    pub redirect_confirmed_at: Option<DateTimeUtc>,
}

/// What of a decision is sealed.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct DecisionWords {
    /// For the service.
    pub rationale: String,
    /// For those who referred.
    pub feedback: String,
    /// Where to, if redirected.
    pub redirect_to: Option<String>,
    /// Who accepted a redirection, and their reference.
    pub accepted_by: Option<String>,
    /// What the manager said.
    pub countersign_comment: Option<String>,
}
impl Sealable for DecisionWords {
    const PURPOSE: &'static str = "triage_decision.words";
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
