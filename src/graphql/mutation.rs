//! The root of mutations: each noun's changes, merged.

use async_graphql::{MergedObject, Object};

/// Placeholder while operations land.
#[derive(Default)]
pub struct Nothing;

/// What can be done.
#[Object]
impl Nothing {
    /// Nothing yet.
    async fn nothing(&self) -> bool {
        true
    }
}

/// What can be done. One input, one payload: what changed, plus `problems` for what a person can put right.
#[derive(Default, MergedObject)]
pub struct Mutation(Nothing);
