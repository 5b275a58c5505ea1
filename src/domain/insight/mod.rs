//! What figures may say about children: the one disclosure gate, the statistics behind it, and the printed list of tables.
//!
//! All of it is pure. Whoever counts gives sets of children (`cell::Cell`) and gets what may be told (`row::ProtectedRow`)
//! and what has to be kept, sealed, until the next release (`held::Held`). Nothing here reads a table or writes one.

#[cfg(test)]
mod attack;
pub mod cell;
mod change;
pub mod child;
pub mod disclosure;
pub mod held;
mod pass;
pub mod passing;
pub mod published;
pub mod row;
pub mod statistics;
mod sums;
pub mod tables;
