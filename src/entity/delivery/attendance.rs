//! What a session's register says of a child. Only ever added: a correction keeps the earlier mark.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    platform::sealed::{Sealable, Sealed},
    words::{
        AttendanceMark,
        id::{Id, noun},
    },
};

/// A mark in a session's register. Of one child and session the one with the highest number stands.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "attendance")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::Attendance>,
    /// The session.
    pub session_id: Id<noun::Session>,
    /// The child's place.
    pub enrolment_id: Id<noun::Enrolment>,
    /// 1 for the first mark of this child in this session, 2 for what corrects it.
    pub number: i32,
    /// What it says.
    pub mark: AttendanceMark,
    /// When it was made: where there was no network, before it was recorded.
    pub at: DateTimeUtc,
    /// When it was recorded.
    pub recorded_at: DateTimeUtc,
    /// By whom.
    pub by_user_id: Id<noun::User>,
    /// Why.
    pub words: Option<Sealed<MarkWords>>,
}

/// Why a mark says what it says.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MarkWords(pub String);
impl Sealable for MarkWords {
    const PURPOSE: &'static str = "attendance.words";
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
        from = "Column::ByUserId",
        to = "super::super::people::user::Column::Id"
    )]
    User,
}

impl ActiveModelBehavior for ActiveModel {}
