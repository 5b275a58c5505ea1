//! The catalogue as other directories read it: HSDS 3.

mod feed;
mod schemas;
