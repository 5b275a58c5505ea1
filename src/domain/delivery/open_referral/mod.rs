//! Open Referral: the catalogue as other directories read and write it, in the Human Services Data Specification (HSDS) 3.
//! What HSDS has no place for stands in documented attributes (`terms`).

pub mod document;
pub mod feed;
pub mod ids;
pub mod import;
mod import_runs;
pub mod intake;
pub mod intake_runs;
pub mod publish;
pub mod reading;
pub mod source;
pub mod terms;
