//! Reads of programmes, offerings and enrolments.

pub mod apart;
pub mod availability;
pub mod enrolment;
pub mod offering;
pub mod programme;
pub mod published;
pub mod source;
pub mod told;
