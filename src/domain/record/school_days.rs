//! On which days schools are open, by council: another counter than working days.
//!
//! Owns the term dates and closures (versioned data, beside this file, with source and day). A day for which the file has no
//! term yet is not known, and nothing is concluded from it.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::Deserialize;

/// What a day is for the schools of a council.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchoolDay {
    /// Open.
    Open,
    /// A weekend, or holidays.
    Holidays,
    /// Closed on this one day, for this reason.
    Closed(&'static str),
    /// Before the first or after the last term that is known.
    NotKnown,
}

/// The term dates and closures of the councils.
#[derive(Debug, Deserialize)]
pub struct SchoolDays {
    councils: Vec<Council>,
}

#[derive(Debug, Deserialize)]
struct Council {
    area: String,
    terms: Vec<Term>,
    closures: Vec<Closure>,
}

#[derive(Debug, Deserialize)]
struct Term {
    from: NaiveDate,
    to: NaiveDate,
}

#[derive(Debug, Deserialize)]
struct Closure {
    date: NaiveDate,
    name: String,
}

impl SchoolDays {
    /// Those in use.
    #[must_use]
    pub fn in_use() -> &'static Self {
        static IN_USE: LazyLock<SchoolDays> = LazyLock::new(|| {
            #[expect(
                clippy::expect_used,
                reason = "the file is part of the program, and each test here reads it"
            )]
            serde_json::from_str(include_str!("school_days.json")).expect("school_days.json is well formed")
        });
        &IN_USE
    }

    /// What a day is for the schools of those of these areas that are councils with term dates; of all, where none is. One open
    /// school is enough.
    #[must_use]
    pub fn of(&'static self, areas: &[String], day: NaiveDate) -> SchoolDay {
        let named: Vec<_> = self.councils.iter().filter(|council| areas.contains(&council.area)).collect();
        let councils = if named.is_empty() { self.councils.iter().collect() } else { named };
        let days: Vec<_> = councils.into_iter().map(|council| council.on(day)).collect();
        [SchoolDay::Open, SchoolDay::NotKnown]
            .into_iter()
            .find(|wanted| days.contains(wanted))
            .or_else(|| days.into_iter().next())
            .unwrap_or(SchoolDay::NotKnown)
    }
}

impl Council {
    fn on(&'static self, day: NaiveDate) -> SchoolDay {
        let known = self.terms.first().zip(self.terms.last());
        if !known.is_some_and(|(first, last)| (first.from..=last.to).contains(&day)) {
            return SchoolDay::NotKnown;
        }
        if let Some(closure) = self.closures.iter().find(|closure| closure.date == day) {
            return SchoolDay::Closed(&closure.name);
        }
        let in_term = self.terms.iter().any(|term| (term.from..=term.to).contains(&day));
        if in_term && !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
            SchoolDay::Open
        } else {
            SchoolDay::Holidays
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::record::calendar::Calendar;

    fn on(areas: &[&str], day: &str) -> SchoolDay {
        let areas: Vec<_> = areas.iter().map(|&area| area.to_owned()).collect();
        SchoolDays::in_use().of(&areas, day.parse().unwrap())
    }

    #[test]
    fn each_council_has_its_own_days() {
        let (swindon, wiltshire) = ("E06000030", "E06000054");
        assert_eq!(on(&[swindon], "2026-11-24"), SchoolDay::Open);
        assert_eq!(on(&[swindon], "2026-11-28"), SchoolDay::Holidays, "a Saturday");
        assert_eq!(on(&[swindon], "2026-12-21"), SchoolDay::Holidays);
        assert_eq!(on(&[swindon], "2026-10-02"), SchoolDay::Closed("training day"));
        assert_eq!(on(&[wiltshire], "2026-10-02"), SchoolDay::Open);
        assert_eq!(on(&[swindon, wiltshire], "2026-10-02"), SchoolDay::Open, "one that is open is enough");
        assert_eq!(on(&["SN-1"], "2026-10-02"), SchoolDay::Open, "no council named: of all");
        assert_eq!(on(&[wiltshire], "2027-07-22"), SchoolDay::Open);
        assert_eq!(on(&[swindon], "2028-01-10"), SchoolDay::NotKnown);
    }

    #[test]
    fn terms_are_in_order_and_apart_and_lie_between_bank_holidays() {
        for council in &SchoolDays::in_use().councils {
            for pair in council.terms.windows(2) {
                assert!(pair[0].from < pair[0].to && pair[0].to < pair[1].from, "{}: {pair:?}", council.area);
            }
            for closure in &council.closures {
                let in_term = council.terms.iter().any(|term| (term.from..=term.to).contains(&closure.date));
                assert!(in_term, "{}: {closure:?} is in no term", council.area);
            }
            for term in &council.terms {
                for day in [term.from, term.to] {
                    assert!(Calendar::england().is_working_day(day), "{}: {day}", council.area);
                }
            }
        }
    }
}
