//! Which area and council a postcode lies in; districts cross council lines, so only this table knows.

use sea_orm::entity::prelude::*;

use crate::words::id::{Id, noun};

/// Which area and council a postcode lies in; districts cross council lines, so only this table knows.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "postcode")]
pub struct Model {
    /// As `words::postcode` writes it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    /// The smallest area that we know.
    pub area_id: Id<noun::Area>,
    /// The council.
    pub authority_id: Id<noun::Area>,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `area`.
    #[sea_orm(belongs_to = "super::area::Entity", from = "Column::AreaId", to = "super::area::Column::Id")]
    Area,
}

impl ActiveModelBehavior for ActiveModel {}
