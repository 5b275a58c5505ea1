//! How values of a feed are read, and why a service is not taken. Pure.

use std::collections::HashMap;

use super::{
    document::Attribute,
    terms::{self, Meaning},
};
use crate::words::id::{Id, noun};

/// What is known here.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Partners by their name as searches compare it; none where several have it.
    pub organisations: HashMap<String, Option<Id<noun::Organisation>>>,
    /// Areas by their code.
    pub codes: HashMap<String, Id<noun::Area>>,
    /// Areas by their name as searches compare it; none where several have it.
    pub names: HashMap<String, Option<Id<noun::Area>>>,
}

/// Why a service becomes no programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is not for us.
    Skipped(Vec<String>),
    /// It contradicts itself: the feed is refused.
    Wrong(String),
}

/// What was read, or why it is not taken.
pub(super) type Read<T> = Result<T, Refusal>;

/// The feed is refused.
pub(super) fn wrong(what: impl Into<String>) -> Refusal {
    Refusal::Wrong(what.into())
}

/// A word of a vocabulary; one that it does not have is wrong.
pub(super) fn word<W: std::str::FromStr>(attributes: &[Attribute], of: Meaning) -> Read<Option<W>> {
    terms::value(attributes, of).map(|text| parsed(text, of)).transpose()
}

/// The words under a term.
pub(super) fn words<W: std::str::FromStr>(attributes: &[Attribute], of: Meaning) -> Read<Vec<W>> {
    terms::values(attributes, of).map(|text| parsed(text, of)).collect()
}

fn parsed<W: std::str::FromStr>(text: &str, of: Meaning) -> Read<W> {
    let shown: String = text.chars().filter(|c| !c.is_control()).take(40).collect();
    text.parse().map_err(|_| wrong(format!("{shown:?} is no value of the attribute {}", of.code)))
}

/// Text that can be shown.
pub(super) fn printable(what: &str, text: &str) -> Read<()> {
    if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        return Err(wrong(format!("{what} holds characters that cannot be shown")));
    }
    Ok(())
}
