//! What every operation leaves behind, and what falls due.

pub mod operation;
