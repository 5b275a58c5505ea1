//! What can be learnt of something hidden: nothing, by comparing answers, counts, cursors, streams and the work they take.
//!
//! Two worlds are made alike, then in one of them something happens that is hidden from somebody. Whatever they ask, both
//! worlds answer alike. `hidden` has what is hidden and from whom; `twins` compares; `schema` and `questions` ask all there is. `busy` holds what the
//! comparison stands on.

mod busy;
mod filters;
mod hidden;
mod ids;
mod opaque;
mod questions;
mod schema;
mod timing;
mod twins;
