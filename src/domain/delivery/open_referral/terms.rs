//! The terms of the attributes that Ridgeway adds to HSDS: what directories lack, and what a round trip needs. They are
//! documented for directories in `docs/open-referral.md`; a test compares the two.

use uuid::Uuid;

use super::{
    document::{Attribute, Term},
    ids,
};
use crate::platform::keys::Keys;

/// The taxonomy that the terms are of.
pub const TAXONOMY: &str = "Ridgeway";

/// One term: its code, what it is called, what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// The code, under which it is looked for.
    pub code: &'static str,
    /// The table of HSDS that it says something about.
    pub entity: &'static str,
    name: &'static str,
    says: &'static str,
}

macro_rules! terms {
    ($($constant:ident = $code:literal of $entity:literal, $name:literal: $says:literal;)*) => {
        $(
            #[doc = $says]
            pub const $constant: Meaning = Meaning { code: $code, entity: $entity, name: $name, says: $says };
        )*
        /// All of them.
        pub const ALL: &[Meaning] = &[$($constant),*];
    };
}

terms! {
    STRAND = "strand" of "service", "Strand":
        "What it is funded as: EDUCATION, EARLY_INTERVENTION or PROFESSIONAL_TRAINING.";
    APPROACH = "approach" of "service", "Approach":
        "The kind of intervention, by its code in the Toolkit of the Youth Endowment Fund.";
    EVIDENCE_BAND = "evidence_band" of "service", "Evidence":
        "How much less violence there was where this approach was tested: HIGH 30 % or more, MODERATE 10 to 30 %, LOW 2 to 9 %, NO_CLEAR_EVIDENCE, HARMFUL (there was more), NOT_RATED.";
    EVIDENCE_SOURCE = "evidence_source" of "service", "Source of the evidence":
        "Where the evidence is written.";
    EVIDENCE_AS_OF = "evidence_as_of" of "service", "Day of the evidence":
        "On which day it was read there, YYYY-MM-DD.";
    MODE = "mode" of "service", "Mode":
        "How it is run: ONE_TO_ONE, GROUP, FAMILY, SCHOOL_CLASS, DETACHED, ONLINE, TRAINING or CAMPAIGN.";
    REACH = "reach" of "service", "Reach":
        "What is counted: NAMED children who have a place, COUNTED contacts, or PLACE. Only NAMED has an answer.";
    FACTOR = "factor" of "service", "Factor":
        "What it works on, by the code of a risk or protective factor; one attribute for each, none where it is for all.";
    EXCLUDES = "excludes" of "service", "Not with":
        "It takes nobody with this factor; one attribute for each.";
    PATHWAY = "pathway" of "service", "Way to help":
        "It takes those on this way to help alone; one attribute for each, none where it is for all.";
    MIN_YEAR_GROUP = "min_year_group" of "service", "Lowest year group":
        "From this national curriculum year on, 0 for Reception.";
    MAX_YEAR_GROUP = "max_year_group" of "service", "Highest year group":
        "Up to this national curriculum year.";
    MOST_AT_ONCE = "most_at_once" of "service", "Other places":
        "With at most so many places in programmes at once.";
    AREA = "area" of "service_area", "Area":
        "The area by the code of the Office for National Statistics, or of the partnership where it has none.";
    PLACE_AREA = "place_area" of "service_at_location", "Area of the place":
        "In which area the place lies, by its code.";
    OFFERING_STATUS = "offering_status" of "service_at_location", "Status":
        "OPEN takes children, also after the first day; CLOSED takes nobody and has not begun; RUNNING takes nobody and goes on.";
    ANSWER = "answer" of "service_at_location", "Answer":
        "Whether a child could join: YES, WAIT (there is a waiting list) or NO.";
    PLACES_BAND = "places_band" of "service_at_location", "Places":
        "How many places a new child could have: NONE, FEW (1 to 4) or SOME (5 or more). There is no exact number.";
    EXPECTED_WAIT = "expected_wait_working_days" of "service_at_location", "Expected wait":
        "How long children usually wait, in whole weeks of five working days; left out where too few have waited to say.";
    AS_AT = "as_at" of "service_at_location", "As at":
        "When answer, places and wait were so (RFC 3339).";
}

/// An attribute of a row under a term.
#[must_use]
pub fn attribute(keys: &Keys, row: Uuid, meaning: Meaning, value: &str) -> Attribute {
    Attribute {
        id: ids::of_part(keys, row, &format!("{}/{value}", meaning.code)),
        link_entity: Some(meaning.entity.to_owned()),
        value: Some(value.to_owned()),
        taxonomy_term: Some(Term {
            id: ids::of_term(meaning.code),
            code: Some(meaning.code.to_owned()),
            name: meaning.name.to_owned(),
            description: meaning.says.to_owned(),
            taxonomy: Some(TAXONOMY.to_owned()),
        }),
    }
}

/// The values under a term, in order.
pub fn values(attributes: &[Attribute], meaning: Meaning) -> impl Iterator<Item = &str> + Clone {
    attributes.iter().filter_map(move |attribute| {
        let term = attribute.taxonomy_term.as_ref()?;
        let ours = term.taxonomy.as_deref() == Some(TAXONOMY) && term.code.as_deref() == Some(meaning.code);
        attribute.value.as_deref().filter(|_| ours)
    })
}

/// The one value under a term.
#[must_use]
pub fn value(attributes: &[Attribute], meaning: Meaning) -> Option<&str> {
    values(attributes, meaning).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_term_stands_in_the_page_for_directories() {
        let page = include_str!("../../../../docs/open-referral.md");
        for meaning in ALL {
            let row = format!("| `{}` | {} | {} |", meaning.code, meaning.entity, meaning.says);
            assert!(page.contains(&row), "docs/open-referral.md has no row\n{row}");
        }
    }
}
