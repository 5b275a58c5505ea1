//! The documents of HSDS 3, as far as the catalogue uses them, both ways. Pure: the form alone, no rule.
//!
//! What is unknown is passed over, and null stands for what is left out: directories write both.

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Number;
use uuid::Uuid;

/// Reads null as nothing.
fn listed<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Vec<T>, D::Error> {
    Ok(Option::deserialize(from)?.unwrap_or_default())
}

/// Whether a service takes people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Status {
    /// It runs.
    #[serde(rename = "active")]
    Active,
    /// It does not run.
    #[serde(rename = "inactive")]
    Inactive,
    /// It is over for good.
    #[serde(rename = "defunct")]
    Defunct,
    /// It rests.
    #[serde(rename = "temporarily closed")]
    TemporarilyClosed,
}

/// A service: with us, a programme.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Service {
    /// Its id.
    pub id: Uuid,
    /// What it is called.
    pub name: String,
    /// What happens in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Whether it runs.
    pub status: Status,
    /// For whom it is, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eligibility_description: Option<String>,
    /// From this age on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum_age: Option<Number>,
    /// Up to this age.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum_age: Option<Number>,
    /// How long people wait, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wait_time: Option<String>,
    /// What to do to get it, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub application_process: Option<String>,
    /// Who runs it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization: Option<Organization>,
    /// Where it takes people from.
    #[serde(default, deserialize_with = "listed", skip_serializing_if = "Vec::is_empty")]
    pub service_areas: Vec<ServiceArea>,
    /// Where and when it runs.
    #[serde(default, deserialize_with = "listed", skip_serializing_if = "Vec::is_empty")]
    pub service_at_locations: Vec<ServiceAtLocation>,
    /// What HSDS has no place for.
    #[serde(default, deserialize_with = "listed", skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<Attribute>,
}

/// Who runs a service.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Organization {
    /// Its id.
    pub id: Uuid,
    /// Its public name.
    pub name: String,
    /// What it is.
    #[serde(default)]
    pub description: String,
}

/// Where a service takes people from.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ServiceArea {
    /// Its id.
    pub id: Uuid,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its code.
    #[serde(default, deserialize_with = "listed", skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<Attribute>,
}

/// A service in one place: with us, an offering.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ServiceAtLocation {
    /// Its id.
    pub id: Uuid,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<Location>,
    /// When.
    #[serde(default, deserialize_with = "listed", skip_serializing_if = "Vec::is_empty")]
    pub schedules: Vec<Schedule>,
    /// Whether it could take a child, and in which area it is.
    #[serde(default, deserialize_with = "listed", skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<Attribute>,
}

/// A place.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Location {
    /// Its id.
    pub id: Uuid,
    /// `physical`, `postal` or `virtual`.
    pub location_type: String,
    /// What it is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// From when to when, and at which times, in words.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Schedule {
    /// Its id.
    pub id: Uuid,
    /// The first day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<String>,
    /// The last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<String>,
    /// When it meets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

/// A value under a term.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Attribute {
    /// Its id.
    pub id: Uuid,
    /// The table of what it says something about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link_entity: Option<String>,
    /// The value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// What the value means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taxonomy_term: Option<Term>,
}

/// What a value means.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Term {
    /// Its id.
    pub id: Uuid,
    /// Its code within the taxonomy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// What it is called.
    pub name: String,
    /// What it means.
    #[serde(default)]
    pub description: String,
    /// Which taxonomy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taxonomy: Option<String>,
}

/// One page of services, as the API of HSDS 3 has it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Page {
    /// How many services there are.
    pub total_items: u64,
    /// How many pages.
    pub total_pages: u64,
    /// Which one this is, from 1.
    pub page_number: u64,
    /// How many services it holds.
    pub size: u64,
    /// Whether it is the first.
    pub first_page: bool,
    /// Whether it is the last.
    pub last_page: bool,
    /// Whether it holds none.
    pub empty: bool,
    /// The services.
    pub contents: Vec<Service>,
}
