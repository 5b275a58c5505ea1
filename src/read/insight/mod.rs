//! Reads of what figures are made of, and of figures.

pub mod release;
pub mod story;
