//! The ground floor: configuration, telemetry, database, clock, keys and errors. Knows no noun of the field.

pub mod app;
pub mod bus;
pub mod cache;
pub mod chance;
pub mod clock;
pub mod config;
pub mod counted;
pub mod database;
pub mod error;
pub mod fan_out;
pub mod fetch;
pub mod keys;
pub mod lease;
pub mod mail;
pub mod outage;
mod public_address;
pub mod rates;
pub mod sealed;
pub mod telemetry;
pub mod together;
pub mod turns;
pub mod waits;
