//! A step of an enrolment: from where to where, when, by whom, why. Only ever added.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    platform::sealed::{Sealable, Sealed},
    words::{
        EnrolmentStatus,
        id::{Id, noun},
    },
};

/// A step of an enrolment. One that lapses goes to LAPSED and from there back to WAITLISTED: two steps of one instant.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "enrolment_step")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::EnrolmentStep>,
    /// The enrolment.
    pub enrolment_id: Id<noun::Enrolment>,
    /// The status before; none for the first.
    pub from_status: Option<EnrolmentStatus>,
    /// The status after.
    pub to_status: EnrolmentStatus,
    /// Which operation.
    pub operation: String,
    /// When.
    pub at: DateTimeUtc,
    /// Who; none for what happens by itself.
    pub by_user_id: Option<Id<noun::User>>,
    /// Why, and what the child said.
    pub words: Option<Sealed<StepWords>>,
}

/// Why a step was taken, and what the child said.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct StepWords {
    /// Why the child stands before others.
    pub before_others: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// What the child said.
    pub childs_words: Option<String>,
}
impl Sealable for StepWords {
    const PURPOSE: &'static str = "enrolment_step.words";
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `enrolment`.
    #[sea_orm(
        belongs_to = "super::enrolment::Entity",
        from = "Column::EnrolmentId",
        to = "super::enrolment::Column::Id"
    )]
    Enrolment,
}

impl ActiveModelBehavior for ActiveModel {}
