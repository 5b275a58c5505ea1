//! How measures are scored: pure, in whole numbers, each formula with its source and its facts as data beside it.
//!
//! No wording of any questionnaire is here: items have numbers.

pub mod education;
pub mod goals;
pub mod reliable_change;
pub mod scored;
pub mod sdq;
pub mod swemwbs;
