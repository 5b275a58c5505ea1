//! For whom an event may matter; each delivery is checked by row besides.

use sea_orm::entity::prelude::*;

/// For whom an event may matter; each delivery is checked by row besides.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "event_audience")]
pub struct Model {
    /// A service, a person, or a referring group, as `read::record::audience` writes it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub audience: String,
    /// The event.
    #[sea_orm(primary_key, auto_increment = false)]
    pub event_seq: i64,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
