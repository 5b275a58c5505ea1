//! Who was placed before whom on a waiting list. Only ever added.

use sea_orm::entity::prelude::*;

use crate::words::id::{Id, noun};

/// A child who waited was passed over: another one, who came later, was placed before them.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "passed_over")]
pub struct Model {
    /// Who came later and stands before.
    #[sea_orm(primary_key, auto_increment = false)]
    pub first_id: Id<noun::Enrolment>,
    /// Who waited longer.
    #[sea_orm(primary_key, auto_increment = false)]
    pub passed_id: Id<noun::Enrolment>,
    /// When.
    pub at: DateTimeUtc,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `enrolment`.
    #[sea_orm(
        belongs_to = "super::enrolment::Entity",
        from = "Column::FirstId",
        to = "super::enrolment::Column::Id"
    )]
    First,
    /// To `enrolment`.
    #[sea_orm(
        belongs_to = "super::enrolment::Entity",
        from = "Column::PassedId",
        to = "super::enrolment::Column::Id"
    )]
    Passed,
}

impl ActiveModelBehavior for ActiveModel {}
