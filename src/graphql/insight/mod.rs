//! Figures.

pub mod indicator;
pub mod outcome;
pub mod outcome_filter;
pub mod report;
pub mod report_changes;
