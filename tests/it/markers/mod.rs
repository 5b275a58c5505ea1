//! Words that were planted in every text field of the API, and in whatever else a client can send, and where they are found
//! again: in what the answers are for, and in the columns that are plain by design; nowhere else.

mod columns;
mod intruder;
mod panics;
mod places;
mod plant;
mod postgres_log;
mod replays;
mod search;
mod served;
pub mod tour;
