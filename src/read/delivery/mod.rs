//! Reads of programmes, offerings and enrolments.

pub mod enrolment;
pub mod offering;
pub mod programme;
