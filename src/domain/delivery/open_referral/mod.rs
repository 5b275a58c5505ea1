//! Open Referral: the catalogue as other directories read and write it, in the Human Services Data Specification (HSDS) 3.
//! What HSDS has no place for stands in documented attributes (`terms`).

pub mod document;
pub mod ids;
pub mod publish;
pub mod terms;
