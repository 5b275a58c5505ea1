//! Programmes, what could take a child now, who has a place, and who was there.

pub mod availability;
pub mod delivery_changes;
pub mod delivery_inputs;
pub mod enrolment;
pub mod equality;
pub mod offering;
pub mod programme;
pub mod register;
pub mod session;
pub mod session_changes;
