//! One colleague standing in for another, for at most four weeks.

use sea_orm::entity::prelude::*;

use crate::words::id::{Id, noun};

/// One colleague standing in for another, for at most four weeks.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "cover")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::Cover>,
    /// In which service.
    pub service_id: Id<noun::Organisation>,
    /// Who is away.
    pub for_user_id: Id<noun::User>,
    /// Who stands in.
    pub by_user_id: Id<noun::User>,
    /// The first day.
    pub from_date: Date,
    /// The last day.
    pub to_date: Date,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
