//! An earlier text of a note.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    platform::sealed::{Sealable, Sealed},
    words::id::{Id, noun},
};

/// An earlier text of a note.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_note_revision")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::CaseNoteRevision>,
    /// The note.
    pub note_id: Id<noun::CaseNote>,
    /// The text that it had, and why it was amended.
    pub words: Sealed<RevisionWords>,
    /// Who had written that text.
    pub by_user_id: Id<noun::User>,
    /// When that text was written.
    pub at: DateTimeUtc,
}

/// The earlier text, and why it was amended.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RevisionWords {
    /// The text.
    pub body: String,
    /// Why it was amended.
    pub reason: String,
}
impl Sealable for RevisionWords {
    const PURPOSE: &'static str = "case_note_revision.words";
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `case_note`.
    #[sea_orm(
        belongs_to = "super::case_note::Entity",
        from = "Column::NoteId",
        to = "super::case_note::Column::Id"
    )]
    Note,
}

impl ActiveModelBehavior for ActiveModel {}
