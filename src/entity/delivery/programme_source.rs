//! From which feed of another directory a programme was read.

use sea_orm::entity::prelude::*;

use crate::words::id::{Id, noun};

/// From which feed a programme was read.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "programme_source")]
pub struct Model {
    /// The programme.
    #[sea_orm(primary_key, auto_increment = false)]
    pub programme_id: Id<noun::Programme>,
    /// The name of the feed.
    pub source: String,
    /// The id of the service in it.
    pub source_id: Uuid,
    /// When it was last read.
    pub read_at: DateTimeUtc,
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
