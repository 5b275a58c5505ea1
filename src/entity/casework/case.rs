//! The work with one child by one service.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    platform::sealed::{Sealable, Sealed},
    words::{
        CaseStatus, ClosureReason, Pathway,
        id::{Id, noun},
    },
};

/// The work with one child by one service.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::Case>,
    /// C- and seven symbols.
    pub reference: String,
    /// Counts the changes of status and workers.
    pub version: i32,
    /// Where it stands.
    pub status: CaseStatus,
    /// On which pathway.
    pub pathway: Pathway,
    /// The child.
    pub young_person_id: Id<noun::YoungPerson>,
    /// The referral that opened it.
    pub referral_id: Id<noun::Referral>,
    /// The service that controls it.
    pub controller_id: Id<noun::Organisation>,
    /// Who works it.
    pub caseworker_id: Option<Id<noun::User>>,
    /// When it was opened.
    pub opened_at: DateTimeUtc,
    /// When it got its worker.
    pub allocated_at: Option<DateTimeUtc>,
    /// When it was closed.
    pub closed_at: Option<DateTimeUtc>,
    /// Why.
    pub closure_reason: Option<ClosureReason>,
    /// What follows.
    pub exit_plan: Option<Sealed<ExitPlan>>,
    /// The closed case that it goes on from.
    pub previous_case_id: Option<Id<noun::Case>>,
    /// When the newest note happened; serves the order of lists.
    pub last_note_at: Option<DateTimeUtc>,
    /// When the child was last seen; serves the order of lists.
    pub last_seen_on: Option<Date>,
    /// Attempts since someone was last reached.
    pub contact_attempts: i32,
    /// When the next open task falls due; serves the order of lists.
    pub next_due_on: Option<Date>,
}

/// The text of an exit plan.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ExitPlan(pub String);
impl Sealable for ExitPlan {
    const PURPOSE: &'static str = "case.exit_plan";
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
        from = "Column::ControllerId",
        to = "super::super::people::organisation::Column::Id"
    )]
    Controller,
    /// To `user`.
    #[sea_orm(
        belongs_to = "super::super::people::user::Entity",
        from = "Column::CaseworkerId",
        to = "super::super::people::user::Column::Id"
    )]
    Caseworker,
}

impl ActiveModelBehavior for ActiveModel {}
