//! Of whom the shown values of a table were made: what the next release needs to know whether to replace them.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::platform::sealed::{Sealable, Sealed};

/// Of whom the shown values of a table were made.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "release_held")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The table and period.
    pub name: String,
    /// The members.
    pub words: Sealed<HeldWords>,
}

/// For each cell what the gate keeps, as `domain::insight::stored` packs it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldWords(pub String);

impl Sealable for HeldWords {
    const PURPOSE: &'static str = "release_held.words";
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
