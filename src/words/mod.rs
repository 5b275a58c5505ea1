//! The vocabulary: ids, references, enums and other values that every floor above uses by the same name.

pub mod id;
