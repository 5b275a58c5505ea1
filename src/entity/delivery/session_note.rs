//! What was done with a child in a session. Only ever added.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    platform::sealed::{Sealable, Sealed},
    words::id::{Id, noun},
};

/// What was done with a child in a session, how they were, and what is next.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session_note")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::SessionNote>,
    /// The session.
    pub session_id: Id<noun::Session>,
    /// The child's place.
    pub enrolment_id: Id<noun::Enrolment>,
    /// Who wrote it.
    pub author_id: Id<noun::User>,
    /// When.
    pub at: DateTimeUtc,
    /// What it says.
    pub words: Sealed<SessionNoteWords>,
}

/// The text of a session note.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SessionNoteWords(pub String);
impl Sealable for SessionNoteWords {
    const PURPOSE: &'static str = "session_note.words";
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `session`.
    #[sea_orm(
        belongs_to = "super::session::Entity",
        from = "Column::SessionId",
        to = "super::session::Column::Id"
    )]
    Session,
    /// To `enrolment`.
    #[sea_orm(
        belongs_to = "super::enrolment::Entity",
        from = "Column::EnrolmentId",
        to = "super::enrolment::Column::Id"
    )]
    Enrolment,
    /// To `user`.
    #[sea_orm(
        belongs_to = "super::super::people::user::Entity",
        from = "Column::AuthorId",
        to = "super::super::people::user::Column::Id"
    )]
    User,
}

impl ActiveModelBehavior for ActiveModel {}
