//! A colleague's case opened on duty, until the end of that day.

use sea_orm::entity::prelude::*;

use crate::words::{
    DutyReason,
    id::{Id, noun},
};

/// A colleague's case opened on duty, until the end of that day.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "duty_opening")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::DutyOpening>,
    /// The case.
    pub case_id: Id<noun::Case>,
    /// Who opened it.
    pub user_id: Id<noun::User>,
    /// Why.
    pub reason: DutyReason,
    /// When.
    pub opened_at: DateTimeUtc,
    /// Until when.
    pub until: DateTimeUtc,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `case`.
    #[sea_orm(belongs_to = "super::case::Entity", from = "Column::CaseId", to = "super::case::Column::Id")]
    Case,
}

impl ActiveModelBehavior for ActiveModel {}
