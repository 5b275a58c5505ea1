//! A child's or young adult's record.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    platform::sealed::{Sealable, Sealed},
    words::{
        Sex,
        id::{Id, noun},
    },
};

/// A child's or young adult's record.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "young_person")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::YoungPerson>,
    /// Y- and seven symbols.
    pub reference: String,
    /// Counts the changes.
    pub version: i32,
    /// The given name, or the only name.
    pub given_name: String,
    /// The family name.
    pub family_name: Option<String>,
    /// What they like to be called.
    pub known_as: Option<String>,
    /// All names as searches compare them.
    pub search_name: String,
    /// The date of birth.
    pub date_of_birth: Date,
    /// Whether that is an estimate.
    pub date_of_birth_estimated: bool,
    /// Sex as registered.
    pub sex: Sex,
    /// Code of the 2021 census.
    pub ethnicity: Option<String>,
    /// ISO 639-3.
    pub first_language: Option<String>,
    /// The present school.
    pub school_id: Option<Id<noun::Organisation>>,
    /// Where they live.
    pub area_id: Option<Id<noun::Area>>,
    /// Unique pupil number.
    pub upn: Option<Sealed<Upn>>,
    /// Finds it.
    pub upn_index: Option<Vec<u8>>,
    /// NHS number.
    pub nhs_number: Option<Sealed<NhsNumber>>,
    /// Finds it.
    pub nhs_number_index: Option<Vec<u8>>,
    /// Police National Computer number.
    pub pnc_id: Option<Sealed<PncId>>,
    /// Finds it.
    pub pnc_id_index: Option<Vec<u8>>,
    /// When the record was made.
    pub created_at: DateTimeUtc,
}

/// A sealed unique pupil number.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Upn(pub String);
impl Sealable for Upn {
    const PURPOSE: &'static str = "young_person.upn";
}

/// A sealed NHS number.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct NhsNumber(pub String);
impl Sealable for NhsNumber {
    const PURPOSE: &'static str = "young_person.nhs_number";
}

/// A sealed PNC number.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PncId(pub String);
impl Sealable for PncId {
    const PURPOSE: &'static str = "young_person.pnc_id";
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `organisation`.
    #[sea_orm(
        belongs_to = "super::organisation::Entity",
        from = "Column::SchoolId",
        to = "super::organisation::Column::Id"
    )]
    School,
    /// To `area`.
    #[sea_orm(belongs_to = "super::area::Entity", from = "Column::AreaId", to = "super::area::Column::Id")]
    Area,
}

impl ActiveModelBehavior for ActiveModel {}
