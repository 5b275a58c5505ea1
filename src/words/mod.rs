//! The vocabulary: ids, references, enums and other values that every floor above uses by the same name.
//!
//! Every word is reached by one path, `words::Urgency`, wherever its file is; the files follow the wings.

#[macro_use]
mod word;

mod casework;
mod delivery;
pub mod id;
pub mod identifiers;
mod insight;
pub mod names;
mod people;
pub mod postcode;
mod record;
pub mod reference;
pub mod text;

pub use casework::*;
pub use delivery::*;
pub use insight::*;
pub use people::*;
pub use record::*;
pub use word::UnknownWord;

#[cfg(test)]
mod tests;
