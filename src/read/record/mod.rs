//! Reads of what operations leave behind: events with their audiences, audit entries, retries, jobs.

pub mod audience;
pub mod audit;
pub mod event;
pub mod idempotency;
pub mod instance;
pub mod job;
pub mod lock;
pub mod seals;
