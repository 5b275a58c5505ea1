//! From which feed of another directory a run was read, and what that says of its places.

use sea_orm::entity::prelude::*;

use crate::words::{
    AvailabilityAnswer, PlacesBand,
    id::{Id, noun},
};

/// From which feed a run was read. What the feed says of places stands for as long as nobody here keeps them: a run with no
/// places of ours.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "offering_source")]
pub struct Model {
    /// The run.
    #[sea_orm(primary_key, auto_increment = false)]
    pub offering_id: Id<noun::Offering>,
    /// The name of the feed.
    pub source: String,
    /// The id of the service at a location in it.
    pub source_id: Uuid,
    /// Whether a child could join.
    pub answer: Option<AvailabilityAnswer>,
    /// How many places a new child could have.
    pub places_band: Option<PlacesBand>,
    /// How long children usually wait, in working days.
    pub expected_wait: Option<i32>,
    /// When that was so.
    pub as_at: Option<DateTimeUtc>,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `offering`.
    #[sea_orm(
        belongs_to = "super::offering::Entity",
        from = "Column::OfferingId",
        to = "super::offering::Column::Id"
    )]
    Offering,
}

impl ActiveModelBehavior for ActiveModel {}
