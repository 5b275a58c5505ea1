//! Reads of what figures are made of, and of figures.

pub mod contact;
pub mod export;
pub mod release;
pub mod report;
pub mod story;
