//! Referrals, cases and the work on them, through the API.

mod concurrency;
mod cut_short;
mod lists;
mod measures;
mod paths;
mod restricted;
mod statements;
mod story;
mod table;
mod timeline;
