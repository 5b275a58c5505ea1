//! Places, organisations, those who sign in, and children, as clients see them.

pub mod account;
pub mod account_changes;
pub mod area;
pub mod consent;
pub mod inputs;
pub mod members;
pub mod organisation;
pub mod people_changes;
pub mod young_people;
pub mod young_person;
pub mod young_person_parts;
