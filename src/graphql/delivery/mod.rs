//! Programmes, what could take a child now, and who has a place.

pub mod availability;
pub mod delivery_changes;
pub mod delivery_inputs;
pub mod enrolment;
pub mod offering;
pub mod programme;
