//! What people type to find something by its name: how much it may be, and as what it is looked for.

use crate::{
    platform::error::{Error, Result},
    words::{names::search_key, text::TextKind},
};

/// What was typed, without the spaces around it; none where nothing is left. Nothing that is looked for is longer than a title,
/// and a database need not take a longer pattern.
pub fn typed(text: Option<&str>) -> Result<Option<&str>> {
    let text = text.map(str::trim).filter(|text| !text.is_empty());
    if text.is_some_and(|text| text.chars().count() > TextKind::Line.limit()) {
        return Err(Error::BadInput("search for 300 characters at most".into()));
    }
    Ok(text)
}

/// What was typed, as names and titles are compared; none where no letter or digit is left.
pub fn sought(text: Option<&str>) -> Result<Option<String>> {
    Ok(typed(text)?.map(search_key).filter(|key| !key.is_empty()))
}

/// The name of a group, as it is written.
pub fn group(name: Option<String>) -> Result<Option<String>> {
    // PostgreSQL cannot even look for a text that holds U+0000.
    if TextKind::Name.optional("group", name.as_deref()).is_some() {
        let words = "a group's name has at most 200 characters, and only such as can be shown";
        return Err(Error::BadInput(words.into()));
    }
    Ok(name)
}
