//! The approaches that a programme may take, with the evidence behind each: versioned reference data, beside this file.
//!
//! Source: the Toolkit of the Youth Endowment Fund. Approaches whose band was not loaded are NOT_RATED, never guessed.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::words::EvidenceBand;

/// One version of the list.
#[derive(Debug, Deserialize)]
pub struct Approaches {
    /// Where it comes from.
    pub source: String,
    /// On which day it was read.
    pub as_of: NaiveDate,
    #[serde(rename = "approaches")]
    list: Vec<Approach>,
}

/// One approach.
#[derive(Debug, Deserialize)]
pub struct Approach {
    /// What programmes name it by.
    pub code: String,
    /// What people call it.
    pub name: String,
    /// What tests found.
    pub band: EvidenceBand,
    /// Whether it is never the plan for a child found with a knife: guidance of the Home Office and the Ministry of Justice,
    /// 12 February 2026.
    #[serde(default)]
    pub never_for_knife_possession: bool,
}

impl Approaches {
    /// The list in use.
    #[must_use]
    pub fn in_use() -> &'static Self {
        static IN_USE: LazyLock<Approaches> = LazyLock::new(|| {
            #[expect(
                clippy::expect_used,
                reason = "the file is part of the program, and each test here reads it"
            )]
            serde_json::from_str(include_str!("approaches.json")).expect("approaches.json is well formed")
        });
        &IN_USE
    }

    /// The approach with a code.
    #[must_use]
    pub fn get(&self, code: &str) -> Option<&Approach> {
        self.list.iter().find(|approach| approach.code == code)
    }

    /// All of them, in the order of the list.
    pub fn iter(&self) -> impl Iterator<Item = &Approach> {
        self.list.iter()
    }
}

/// How strong evidence is, the strongest first: the order of lists. What harms comes last.
#[must_use]
pub const fn rank(band: EvidenceBand) -> i32 {
    match band {
        EvidenceBand::High => 0,
        EvidenceBand::Moderate => 1,
        EvidenceBand::Low => 2,
        EvidenceBand::NotRated => 3,
        EvidenceBand::NoClearEvidence => 4,
        EvidenceBand::Harmful => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_stands_once_and_the_bands_are_those_of_the_toolkit() {
        let list = Approaches::in_use();
        let mut codes: Vec<_> = list.iter().map(|approach| approach.code.as_str()).collect();
        let all = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), all);
        let band = |code| list.get(code).unwrap().band;
        assert_eq!(band("CBT"), EvidenceBand::High);
        assert_eq!(band("MENT"), EvidenceBand::Moderate);
        assert_eq!(band("AWT"), EvidenceBand::Low);
        assert_eq!(band("KCE"), EvidenceBand::NoClearEvidence);
        assert_eq!(band("BOOT"), EvidenceBand::Harmful);
        assert_eq!(band("DET"), EvidenceBand::NotRated);
        assert!(list.get("XYZ").is_none());
    }

    #[test]
    fn only_teaching_about_knives_is_never_for_a_knife() {
        let never: Vec<_> =
            Approaches::in_use().iter().filter(|one| one.never_for_knife_possession).collect();
        assert_eq!(never.len(), 1);
        assert_eq!(never[0].code, "KCE");
    }

    #[test]
    fn stronger_evidence_comes_first() {
        use EvidenceBand::{Harmful, High, Low, Moderate, NoClearEvidence, NotRated};
        let ranks: Vec<_> = [High, Moderate, Low, NotRated, NoClearEvidence, Harmful].map(rank).to_vec();
        assert!(ranks.is_sorted_by(|a, b| a < b));
    }
}
