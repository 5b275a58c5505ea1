//! What a programme is for.

use sea_orm::entity::prelude::*;

use crate::words::{
    FactorCode,
    id::{Id, noun},
};

/// What a programme is for.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "programme_factor")]
pub struct Model {
    /// The programme.
    #[sea_orm(primary_key, auto_increment = false)]
    pub programme_id: Id<noun::Programme>,
    /// The factor that it works on.
    #[sea_orm(primary_key, auto_increment = false)]
    pub factor: FactorCode,
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
}

impl ActiveModelBehavior for ActiveModel {}
