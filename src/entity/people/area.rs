//! A force, council, community area or ward, from a day to a day.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::words::{
    AreaKind,
    id::{Id, noun},
};

/// A force, council, community area or ward, from a day to a day.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "area")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::Area>,
    /// The code of the Office for National Statistics, or ours where it has none.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What kind of area.
    pub kind: AreaKind,
    /// The area that it lies in.
    pub parent_id: Option<Id<noun::Area>>,
    /// The first day.
    pub valid_from: Date,
    /// The day on which it stopped to exist.
    pub valid_to: Option<Date>,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `area`.
    #[sea_orm(belongs_to = "super::area::Entity", from = "Column::ParentId", to = "super::area::Column::Id")]
    Parent,
}

impl ActiveModelBehavior for ActiveModel {}
