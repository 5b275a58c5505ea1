//! Whom to ring about a child at risk, by council, in order.

use sea_orm::entity::prelude::*;

use crate::words::id::{Id, noun};

/// Whom to ring about a child at risk, by council, in order.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "front_door")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::FrontDoor>,
    /// The council.
    pub area_id: Id<noun::Area>,
    /// In which order they are shown.
    pub position: i32,
    /// Its name.
    pub name: String,
    /// The number.
    pub phone: String,
    /// When it answers.
    pub service_hours: Json,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `area`.
    #[sea_orm(belongs_to = "super::area::Entity", from = "Column::AreaId", to = "super::area::Column::Id")]
    Area,
}

impl ActiveModelBehavior for ActiveModel {}
