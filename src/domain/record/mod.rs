//! What every operation leaves behind, and what falls due.

pub mod calendar;
pub mod instance;
pub mod opening;
pub mod operation;
pub mod service_hours;
