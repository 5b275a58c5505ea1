//! One run of a programme, with its places.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::words::{
    OfferingSetting,
    id::{Id, noun},
};

/// One run of a programme. `taken`, `held`, `waiting` and `resting` count its enrolments; they change with them, under the
/// lock of this row, and the database refuses more taken and held than there are places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, DeriveEntityModel)]
#[sea_orm(table_name = "offering")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::Offering>,
    /// Counts the changes of what is offered; not those of its places.
    pub version: i32,
    /// The programme.
    pub programme_id: Id<noun::Programme>,
    /// Where it takes place.
    pub venue: Option<String>,
    /// In which area.
    pub area_id: Option<Id<noun::Area>>,
    /// The first day.
    pub starts_on: Date,
    /// The last day.
    pub ends_on: Date,
    /// When it meets, in words.
    pub schedule: String,
    /// What those who run it say. Its status follows from this and the day.
    pub setting: OfferingSetting,
    /// How many children at once.
    pub capacity: i32,
    /// Those who accepted or have started.
    pub taken: i32,
    /// Offers that wait for their answers.
    pub held: i32,
    /// Those who wait in order.
    pub waiting: i32,
    /// Those who wait and are passed over until their caseworker confirms.
    pub resting: i32,
    /// How many working days children usually wait, in whole weeks; none where too few have.
    pub usual_wait: Option<i32>,
    /// When it was written down.
    pub created_at: DateTimeUtc,
    /// When its places last changed.
    pub places_changed_at: DateTimeUtc,
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
