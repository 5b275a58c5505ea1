//! What figures are made of, and the figures that were released.

pub mod export;
pub mod fact;
pub mod record_key;
pub mod release;
pub mod release_held;
pub mod release_table;
pub mod report;
