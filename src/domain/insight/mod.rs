//! What figures may say about children: what is counted, the one disclosure gate, the statistics behind it, the printed list
//! of tables, and releases.
//!
//! All but `release`, `verify`, `outcome`, `indicator`, `due`, `labels`, `frozen`, `report` and `export` is pure. Whoever counts gives sets of
//! children (`cell::Cell`) and gets what may be told (`row::ProtectedRow`) and what has to be kept, sealed, until the next
//! release (`held::Held`).

#[cfg(test)]
mod attack;
pub mod cell;
mod change;
pub mod child;
pub mod contact;
pub mod counting;
pub mod disclosure;
pub mod due;
pub mod export;
pub mod fact;
pub mod frozen;
pub mod held;
pub mod indicator;
pub mod labels;
pub mod notes;
pub mod outcome;
mod pass;
pub mod passing;
pub mod period;
pub mod published;
pub mod release;
pub mod report;
pub mod row;
pub mod statistics;
pub mod stored;
mod sums;
pub mod tables;
pub mod values;
pub mod verify;
pub mod workbook;
