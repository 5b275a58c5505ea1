//! Reads of programmes, offerings, enrolments, sessions and registers.

pub mod apart;
pub mod availability;
pub mod enrolment;
pub mod offering;
pub mod passed_over;
pub mod programme;
pub mod published;
pub mod register;
pub mod session;
pub mod source;
pub mod told;
