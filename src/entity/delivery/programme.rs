//! What a provider does for children, a school or staff; each time that it runs is an offering.

use sea_orm::{FromJsonQueryResult, entity::prelude::*};
use serde::{Deserialize, Serialize};

use crate::words::{
    DeliveryMode, FactorCode, Pathway, Reach, Strand,
    id::{Id, noun},
};

/// What a provider does for children, a school or staff.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "programme")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::Programme>,
    /// Counts the changes.
    pub version: i32,
    /// What it is called.
    pub title: String,
    /// What happens in it, in plain words.
    pub summary: String,
    /// Title, summary and provider's name as searches compare them.
    pub search_text: String,
    /// Who runs it.
    pub provider_id: Id<noun::Organisation>,
    /// What it is funded as.
    pub strand: Strand,
    /// The code of the approach, of the reference data in `domain/delivery`.
    pub approach: String,
    /// How it is run.
    pub mode: DeliveryMode,
    /// What is counted.
    pub reach: Reach,
    /// From this age on.
    pub min_age: i32,
    /// Up to this age.
    pub max_age: i32,
    /// Whether it is still run.
    pub active: bool,
    /// Whether that it runs, where and when, is told only to those who may place a child in it.
    pub sensitive: bool,
    /// Why it is run although tests found more violence.
    pub override_reason: Option<String>,
    /// When it was written down.
    pub created_at: DateTimeUtc,
    /// What it asks for besides; none where that is nothing.
    pub asks: Option<Asks>,
}

/// What a programme asks for besides an age and an area. What is left out, or empty, is not asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Asks {
    /// From this year group on.
    pub min_year_group: Option<i32>,
    /// Up to this year group.
    pub max_year_group: Option<i32>,
    /// By one of these ways to help.
    pub pathways: Vec<Pathway>,
    /// With none of these factors.
    pub exclusions: Vec<FactorCode>,
    /// With at most so many other places at once.
    pub most_at_once: Option<i32>,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `organisation`.
    #[sea_orm(
        belongs_to = "super::super::people::organisation::Entity",
        from = "Column::ProviderId",
        to = "super::super::people::organisation::Column::Id"
    )]
    Provider,
}

impl ActiveModelBehavior for ActiveModel {}
