//! What every operation leaves behind, and what falls due.

pub mod audit;
pub mod calendar;
pub mod forget;
pub mod instance;
pub mod opening;
pub mod operation;
pub mod outbox;
pub mod school_days;
pub mod service_hours;
pub mod together;
