//! Reads of programmes, offerings and enrolments.

pub mod apart;
pub mod enrolment;
pub mod offering;
pub mod programme;
pub mod published;
pub mod source;
