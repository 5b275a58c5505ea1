//! What a provider does for children, a school or staff; each time that it runs is an offering.

use sea_orm::entity::prelude::*;

use crate::words::{
    DeliveryMode, Reach, Strand,
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
