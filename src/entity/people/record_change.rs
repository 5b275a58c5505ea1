//! A correction or change of a child's record: the old value, who and why.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    platform::sealed::{Sealable, Sealed},
    words::{
        RecordChangeKind,
        id::{Id, noun},
    },
};

/// A correction or change of a child's record: the old value, who and why.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "record_change")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::RecordChange>,
    /// The child.
    pub young_person_id: Id<noun::YoungPerson>,
    /// It was never so, or it is no longer so.
    pub kind: RecordChangeKind,
    /// What was changed.
    pub words: Sealed<ChangeWords>,
    /// From which day the new value holds.
    pub from_date: Option<Date>,
    /// Who changed it.
    pub by_user_id: Id<noun::User>,
    /// When.
    pub at: DateTimeUtc,
}

/// What was changed, and why.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ChangeWords {
    /// Why.
    pub reason: String,
    /// Field by field: its name and the value that it had.
    pub old: Vec<(String, Option<String>)>,
}
impl Sealable for ChangeWords {
    const PURPOSE: &'static str = "record_change.words";
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `young_person`.
    #[sea_orm(
        belongs_to = "super::young_person::Entity",
        from = "Column::YoungPersonId",
        to = "super::young_person::Column::Id"
    )]
    YoungPerson,
    /// To `user`.
    #[sea_orm(belongs_to = "super::user::Entity", from = "Column::ByUserId", to = "super::user::Column::Id")]
    User,
}

impl ActiveModelBehavior for ActiveModel {}
