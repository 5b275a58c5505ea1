//! What every operation leaves behind, and what falls due.

pub mod audit_entry;
pub mod event;
pub mod event_audience;
pub mod idempotency;
pub mod instance;
pub mod job;
