//! Values of figures in words.

use crate::{
    domain::{delivery::approaches::Approaches, insight::period::Period},
    words::OutcomeDimension as D,
};

/// Whether values of it are known by a name, so that rows stand in the order of names.
#[must_use]
pub const fn is_named(dimension: D) -> bool {
    matches!(dimension, D::Programme | D::Provider | D::Area | D::LocalAuthority | D::School | D::Approach)
}

/// A value that is no id, in words.
#[must_use]
pub fn label(dimension: D, value: &str) -> String {
    match dimension {
        D::Approach => {
            Approaches::in_use().get(value).map_or_else(|| value.to_owned(), |approach| approach.name.clone())
        }
        D::AgeBand => value.trim_start_matches("AGE_").replace("_TO_", " to ").replace("UNDER_", "Under "),
        D::Quarter | D::Year => Period::from_name(value).map_or_else(|| value.to_owned(), Period::label),
        D::SpecialNeeds if value == "EHC_PLAN" => "Education, health and care plan".to_owned(),
        D::SpecialNeeds if value == "SUPPORT" => "Special educational needs support".to_owned(),
        D::SpecialNeeds | D::SocialCare if value == "NONE" => "None".to_owned(),
        D::EthnicityGroup => value.to_owned(),
        _ => sentence(value),
    }
}

/// CHILD_IN_NEED as "Child in need".
fn sentence(word: &str) -> String {
    let text = word.replace('_', " ").to_lowercase();
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_told_in_words() {
        for (dimension, value, words) in [
            (D::AgeBand, "AGE_10_TO_13", "10 to 13"),
            (D::AgeBand, "UNDER_10", "Under 10"),
            (D::Pathway, "KNIFE_PLAN", "Knife plan"),
            (D::Quarter, "2026Q3", "October 2026 to December 2026"),
            (D::Year, "2026", "April 2026 to March 2027"),
            (D::SocialCare, "NOT_KNOWN", "Not known"),
            (D::EthnicityGroup, "White", "White"),
        ] {
            assert_eq!(label(dimension, value), words);
        }
    }
}
