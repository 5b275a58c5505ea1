//! Referrals, cases and the work on them, through the API.

mod concurrency;
mod restricted;
mod statements;
mod story;
