//! What cuts across the nouns: looking one up by its id, and live changes.

pub mod live;
pub mod node;
