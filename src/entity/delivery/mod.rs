//! Programmes, their runs, the places that children have in them, and who was there.

pub mod attendance;
pub mod enrolment;
pub mod enrolment_step;
pub mod headcount;
pub mod offering;
pub mod offering_source;
pub mod passed_over;
pub mod programme;
pub mod programme_area;
pub mod programme_factor;
pub mod programme_source;
pub mod session;
pub mod session_note;
pub mod session_worker;
