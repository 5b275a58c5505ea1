//! A warning that protects the child or those who visit.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    platform::sealed::{Sealable, Sealed},
    words::{
        AlertKind,
        id::{Id, noun},
    },
};

/// A warning that protects the child or those who visit.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "alert")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::Alert>,
    /// The child.
    pub young_person_id: Id<noun::YoungPerson>,
    /// What kind.
    pub kind: AlertKind,
    /// What to know.
    pub words: Sealed<AlertWords>,
    /// From which day.
    pub from_date: Date,
    /// When to look at it again.
    pub review_on: Option<Date>,
    /// From which day it no longer holds.
    pub ended_on: Option<Date>,
    /// Who raised it.
    pub raised_by_id: Id<noun::User>,
}

/// The text of an alert.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AlertWords(pub String);
impl Sealable for AlertWords {
    const PURPOSE: &'static str = "alert.words";
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
    #[sea_orm(
        belongs_to = "super::user::Entity",
        from = "Column::RaisedById",
        to = "super::user::Column::Id"
    )]
    User,
}

impl ActiveModelBehavior for ActiveModel {}
