//! The ground floor: configuration, telemetry, database, clock, keys and errors. Knows no noun of the field.

pub mod error;
