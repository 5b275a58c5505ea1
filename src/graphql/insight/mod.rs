//! Figures.

pub mod outcome;
pub mod outcome_filter;
mod outcome_words;
