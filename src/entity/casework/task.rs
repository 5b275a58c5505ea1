//! Something to do, by someone, by a day. Those that come by themselves name their cause.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    platform::sealed::{Sealable, Sealed},
    words::{
        JobKind,
        id::{Id, noun},
    },
};

/// Something to do, by someone, by a day. Those that come by themselves name their cause.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "task")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::Task>,
    /// Counts the changes.
    pub version: i32,
    /// What, and where.
    pub words: Sealed<TaskWords>,
    /// By which day.
    pub due_on: Option<Date>,
    /// Or at which hour.
    pub at: Option<DateTimeUtc>,
    /// Who.
    pub assignee_id: Id<noun::User>,
    /// Who set it; none for what comes by itself.
    pub created_by_id: Option<Id<noun::User>>,
    /// The case.
    pub case_id: Option<Id<noun::Case>>,
    /// Or the referral.
    pub referral_id: Option<Id<noun::Referral>>,
    /// The service whose task it is.
    pub service_id: Id<noun::Organisation>,
    /// Why it came by itself.
    pub cause: Option<JobKind>,
    /// When it was set.
    pub created_at: DateTimeUtc,
    /// When it was done.
    pub done_at: Option<DateTimeUtc>,
    /// Who did it; none where its reason went by itself.
    pub done_by_id: Option<Id<noun::User>>,
}

/// What of a task is sealed.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct TaskWords {
    /// What is to be done.
    pub title: String,
    /// Where.
    pub place: Option<String>,
}
impl Sealable for TaskWords {
    const PURPOSE: &'static str = "task.words";
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
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
    /// To `user`.
    #[sea_orm(
        belongs_to = "super::super::people::user::Entity",
        from = "Column::AssigneeId",
        to = "super::super::people::user::Column::Id"
    )]
    Assignee,
}

impl ActiveModelBehavior for ActiveModel {}
