//! The ground floor: configuration, telemetry, database, clock, keys and errors. Knows no noun of the field.

pub mod chance;
pub mod clock;
pub mod error;
pub mod keys;
pub mod sealed;
