//! A call to 999 or a front door.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    platform::sealed::{Sealable, Sealed},
    words::id::{Id, noun},
};

/// A call to 999 or a front door.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "emergency_call")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::EmergencyCall>,
    /// The concern.
    pub concern_id: Id<noun::SafeguardingConcern>,
    /// When.
    pub called_at: DateTimeUtc,
    /// Whom, and their reference.
    pub words: Sealed<CallWords>,
}

/// Whom was rung, and their reference.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct CallWords {
    /// The agency.
    pub agency: String,
    /// Who answered.
    pub spoke_to: Option<String>,
    /// Their reference.
    pub reference: Option<String>,
}
impl Sealable for CallWords {
    const PURPOSE: &'static str = "emergency_call.words";
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `safeguarding_concern`.
    #[sea_orm(
        belongs_to = "super::safeguarding_concern::Entity",
        from = "Column::ConcernId",
        to = "super::safeguarding_concern::Column::Id"
    )]
    Concern,
}

impl ActiveModelBehavior for ActiveModel {}
