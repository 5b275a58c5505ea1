//! Ethnic groups of the census of 2021, by the first letter of a code.

/// The group of a code of the census.
#[must_use]
pub fn ethnic_group(code: Option<&str>) -> &'static str {
    match code.and_then(|code| code.chars().next()) {
        Some('W') => "White",
        Some('M') => "Mixed",
        Some('A') => "Asian",
        Some('B') => "Black",
        Some('O') => "Other",
        _ => "Not known",
    }
}
