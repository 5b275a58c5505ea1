//! Who may open a restricted record.

use sea_orm::entity::prelude::*;

use crate::words::id::{Id, noun};

/// Who may open a restricted record.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "restriction_listed")]
pub struct Model {
    /// The restriction.
    #[sea_orm(primary_key, auto_increment = false)]
    pub restriction_id: Id<noun::Restriction>,
    /// Who.
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_id: Id<noun::User>,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `restriction`.
    #[sea_orm(
        belongs_to = "super::restriction::Entity",
        from = "Column::RestrictionId",
        to = "super::restriction::Column::Id"
    )]
    Restriction,
}

impl ActiveModelBehavior for ActiveModel {}
