//! Where a programme takes children from; none named means from everywhere.

use sea_orm::entity::prelude::*;

use crate::words::id::{Id, noun};

/// Where a programme takes children from.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "programme_area")]
pub struct Model {
    /// The programme.
    #[sea_orm(primary_key, auto_increment = false)]
    pub programme_id: Id<noun::Programme>,
    /// The area.
    #[sea_orm(primary_key, auto_increment = false)]
    pub area_id: Id<noun::Area>,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `programme`.
    #[sea_orm(
        belongs_to = "super::programme::Entity",
        from = "Column::ProgrammeId",
        to = "super::programme::Column::Id"
    )]
    Programme,
    /// To `area`.
    #[sea_orm(
        belongs_to = "super::super::people::area::Entity",
        from = "Column::AreaId",
        to = "super::super::people::area::Column::Id"
    )]
    Area,
}

impl ActiveModelBehavior for ActiveModel {}
