//! Programmes, their runs, and the places that children have in them.

pub mod enrolment;
pub mod enrolment_step;
pub mod offering;
pub mod offering_source;
pub mod programme;
pub mod programme_area;
pub mod programme_factor;
pub mod programme_source;
