//! Attacks on the gate, as tests: what somebody with all published figures, a computer and patience could work out.
//!
//! Each attack first shows that it works: against a gate of which the part that stands in its way is switched off. Then it
//! is tried on the gate as it is. An attack that succeeds is mended in the gate, not here.

mod averages;
mod bounds;
mod councils;
mod least_squares;
mod movement;
mod program;
mod properties;
mod questions;
mod sums;
mod world;
