//! A child's place in an offering, or on its waiting list.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    platform::sealed::{Sealable, Sealed},
    words::{
        EnrolmentStatus, Urgency,
        id::{Id, noun},
    },
};

/// A child's place in an offering, or on its waiting list. It changes only under the lock of its offering.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "enrolment")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::Enrolment>,
    /// Counts the changes.
    pub version: i32,
    /// The offering.
    pub offering_id: Id<noun::Offering>,
    /// The child.
    pub young_person_id: Id<noun::YoungPerson>,
    /// The case that placed the child.
    pub case_id: Id<noun::Case>,
    /// Where it stands.
    pub status: EnrolmentStatus,
    /// How urgent, as the caseworker judged.
    pub priority: Urgency,
    /// 1 first of all, 2 before others, 3 in turn; the first part of the list's order.
    pub band: i32,
    /// When the child joined the list. Never reset.
    pub joined_at: DateTimeUtc,
    /// Whether it is passed over until its caseworker confirms: an offer lapsed.
    pub resting: bool,
    /// When the place was offered, the last time.
    pub offered_at: Option<DateTimeUtc>,
    /// Until when it is held.
    pub offer_expires_at: Option<DateTimeUtc>,
    /// The day of the first session that was attended.
    pub started_on: Option<Date>,
    /// The day on which it ended.
    pub ended_on: Option<Date>,
    /// The last day on which who runs the offering sees the child; none while it is open.
    pub seen_until: Option<Date>,
    /// From which day who runs the offering wants the place to end, while the caseworker has not agreed.
    pub removal_on: Option<Date>,
    /// Who wants that.
    pub removal_by_id: Option<Id<noun::User>>,
    /// Why.
    pub removal_words: Option<Sealed<RemovalWords>>,
}

/// Why who runs an offering wants a place to end.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RemovalWords(pub String);
impl Sealable for RemovalWords {
    const PURPOSE: &'static str = "enrolment.removal_words";
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
    /// To `young_person`.
    #[sea_orm(
        belongs_to = "super::super::people::young_person::Entity",
        from = "Column::YoungPersonId",
        to = "super::super::people::young_person::Column::Id"
    )]
    YoungPerson,
    /// To `case`.
    #[sea_orm(
        belongs_to = "super::super::casework::case::Entity",
        from = "Column::CaseId",
        to = "super::super::casework::case::Column::Id"
    )]
    Case,
}

impl Related<super::offering::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Offering.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
