//! The catalogue as other directories read and write it: HSDS 3.

mod feed;
mod fetching;
mod hostile;
pub mod intake;
mod schemas;
