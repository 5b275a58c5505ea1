//! What cuts across the nouns: looking one up by its id, live changes, and the audit.

pub mod audit;
pub mod live;
pub mod node;
mod place;
