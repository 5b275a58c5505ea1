//! A home address, from a day to a day.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    platform::sealed::{Sealable, Sealed},
    words::id::{Id, noun},
};

/// A home address, from a day to a day.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "address_period")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::AddressPeriod>,
    /// The child.
    pub young_person_id: Id<noun::YoungPerson>,
    /// The address.
    pub address: Sealed<Address>,
    /// The first day.
    pub from_date: Date,
    /// The last day.
    pub to_date: Option<Date>,
}

/// A sealed address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// The lines above the postcode.
    pub lines: Vec<String>,
    /// The postcode, normalised.
    pub postcode: String,
    /// Whether it may be given to others.
    pub may_disclose: bool,
}
impl Sealable for Address {
    const PURPOSE: &'static str = "address_period.address";
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `young_person`.
    #[sea_orm(
        belongs_to = "super::young_person::Entity",
        from = "Column::YoungPersonId",
        to = "super::young_person::Column::Id"
    )]
    YoungPerson,
}

impl ActiveModelBehavior for ActiveModel {}
