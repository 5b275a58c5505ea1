//! Figures: what is told, to whom, and that what is stored is what was counted.

mod contacts;
mod exports;
mod indicators;
mod operations;
mod outcomes;
mod releases;
mod reports;
mod same;
