//! Figures.

pub mod indicator;
pub mod outcome;
pub mod outcome_filter;
mod outcome_words;
