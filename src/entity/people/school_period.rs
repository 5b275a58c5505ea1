//! A school, from a day to a day.

use sea_orm::entity::prelude::*;

use crate::words::id::{Id, noun};

/// A school, from a day to a day.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "school_period")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::SchoolPeriod>,
    /// The child.
    pub young_person_id: Id<noun::YoungPerson>,
    /// The school.
    pub school_id: Id<noun::Organisation>,
    /// The first day.
    pub from_date: Date,
    /// The last day.
    pub to_date: Option<Date>,
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
    /// To `organisation`.
    #[sea_orm(
        belongs_to = "super::organisation::Entity",
        from = "Column::SchoolId",
        to = "super::organisation::Column::Id"
    )]
    School,
}

impl ActiveModelBehavior for ActiveModel {}
