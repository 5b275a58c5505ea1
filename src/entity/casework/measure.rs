//! What was measured of a child, as it was told and as it was scored that day. Nothing is overwritten: what is recorded again
//! replaces the earlier one, which is kept.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    platform::sealed::{Sealable, Sealed},
    words::{
        Informant, Instrument, MeasureStage, OffenceCheckResult, Suitability,
        id::{Id, noun},
    },
};

/// What was measured of a child.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "measure")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::Measure>,
    /// The case.
    pub case_id: Id<noun::Case>,
    /// By what.
    pub instrument: Instrument,
    /// Who answered, or where it was looked up.
    pub informant: Informant,
    /// When on the way.
    pub stage: MeasureStage,
    /// By which version of bands or rules it was scored.
    pub scored_by: String,
    /// The day that it was true of.
    pub taken_on: Date,
    /// What was told, and what was scored.
    pub words: Sealed<MeasureWords>,
    /// Who wrote it down.
    pub recorded_by_id: Id<noun::User>,
    /// When.
    pub recorded_at: DateTimeUtc,
    /// When the same was recorded again.
    pub replaced_at: Option<DateTimeUtc>,
}

/// What was told, and what was scored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeasureWords {
    /// The answers by the number of their item, those that were given.
    pub answers: Vec<Option<i32>>,
    /// The answers to the questions of impact.
    pub impact: Vec<Option<i32>>,
    /// The places of education, training or work.
    pub placements: Vec<Placed>,
    /// What the check for offences told.
    pub offence: Option<OffenceCheckResult>,
    /// The total, in points or how many.
    pub total: Option<i32>,
    /// The value in hundredths of its unit.
    pub hundredths: Option<i32>,
    /// Where the whole lies among others.
    pub band: Option<String>,
    /// The parts.
    pub parts: Vec<ScoredPart>,
    /// Why something has no score, in words.
    pub not_scored: Option<String>,
}
impl Sealable for MeasureWords {
    const PURPOSE: &'static str = "measure.words";
}

/// A part of a score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScoredPart {
    /// Which.
    pub name: String,
    /// Points, or whole hours.
    pub score: Option<i32>,
    /// Where that lies among others.
    pub band: Option<String>,
}

/// A place of education, training or work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placed {
    /// What kind.
    pub kind: String,
    /// Hours offered a week, in hundredths.
    pub offered: i32,
    /// Hours attended a week, in hundredths.
    pub attended: Option<i32>,
    /// Whether it suits the child.
    pub suitable: Suitability,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `case`.
    #[sea_orm(belongs_to = "super::case::Entity", from = "Column::CaseId", to = "super::case::Column::Id")]
    Case,
    /// To `user`.
    #[sea_orm(
        belongs_to = "super::super::people::user::Entity",
        from = "Column::RecordedById",
        to = "super::super::people::user::Column::Id"
    )]
    RecordedBy,
}

impl ActiveModelBehavior for ActiveModel {}
