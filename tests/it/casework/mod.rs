//! Referrals, cases and the work on them, through the API.

mod story;
