//! What was done, seen or said. Nothing is overwritten: earlier texts are kept.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    platform::sealed::{Sealable, Sealed},
    words::{
        ContactOutcome, NoteAudience, NoteKind,
        id::{Id, noun},
    },
};

/// What was done, seen or said. Nothing is overwritten: earlier texts are kept.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_note")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::CaseNote>,
    /// Counts the texts.
    pub version: i32,
    /// The case.
    pub case_id: Id<noun::Case>,
    /// What kind.
    pub kind: NoteKind,
    /// Who wrote it.
    pub author_id: Id<noun::User>,
    /// When it happened.
    pub occurred_at: DateTimeUtc,
    /// When it was written.
    pub recorded_at: DateTimeUtc,
    /// Who may read it.
    pub audience: NoteAudience,
    /// The text.
    pub words: Sealed<NoteWords>,
    /// Whether anyone was reached.
    pub contact_outcome: Option<ContactOutcome>,
    /// Whether the child was seen.
    pub child_seen: Option<bool>,
    /// Whether alone.
    pub seen_alone: Option<bool>,
    /// When it was voided as in the wrong record.
    pub voided_at: Option<DateTimeUtc>,
}

/// The text of a note.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct NoteWords {
    /// What was done, seen or said.
    pub body: String,
    /// Where the child was seen.
    pub place: Option<String>,
}
impl Sealable for NoteWords {
    const PURPOSE: &'static str = "case_note.words";
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
        from = "Column::AuthorId",
        to = "super::super::people::user::Column::Id"
    )]
    Author,
}

impl ActiveModelBehavior for ActiveModel {}
