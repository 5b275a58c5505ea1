//! Rules of the wing `people`: who the child is, and what was agreed.

pub mod consent_rules;
pub mod details;
pub mod young_person_rules;
