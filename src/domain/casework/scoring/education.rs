//! School attendance, and education, training and employment: hours a week, full time by school age, suitable or not.
//!
//! Youth justice key performance indicator 2, as the Ministry of Justice computes it: the hours of places that run at once are
//! added; full time is 25 hours a week until school age ends and 16 after; one place that is unsuitable or not judged makes
//! the whole not suitable. School age ends on the last Friday in June of the school year in which somebody turns 16
//! (Education Act 1996, section 8).

use std::sync::LazyLock;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::Deserialize;

use super::scored::{Part, Scored, half_up};
use crate::words::Suitability;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Rules {
    version: String,
    full_time: FullTime,
    absence: Absence,
    kinds: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct FullTime {
    school_age_hundredths: i32,
    above_hundredths: i32,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Absence {
    persistent_hundredths: i32,
    severe_hundredths: i32,
}

fn rules() -> &'static Rules {
    static IN_USE: LazyLock<Rules> = LazyLock::new(|| {
        #[expect(
            clippy::expect_used,
            reason = "the file is part of the program, and each test here reads it"
        )]
        serde_json::from_str(include_str!("education.json")).expect("education.json is well formed")
    });
    &IN_USE
}

/// A place of education, training or work.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// Hours offered a week, in hundredths.
    pub offered: i32,
    /// Hours attended a week, in hundredths, where they are known.
    pub attended: Option<i32>,
    /// Whether it suits the child.
    pub suitable: Suitability,
}

/// The version of these rules.
#[must_use]
pub fn version() -> &'static str {
    &rules().version
}

/// The kinds of places, as the Ministry of Justice codes them.
#[must_use]
pub fn kinds() -> &'static [String] {
    &rules().kinds
}

/// The last day of school age.
#[must_use]
pub fn school_leaving_day(born: NaiveDate) -> NaiveDate {
    let year = born.year() + if born.month() >= 9 { 17 } else { 16 };
    let end = NaiveDate::from_ymd_opt(year, 6, 30).unwrap_or(NaiveDate::MAX);
    let since = end.weekday().days_since(Weekday::Fri);
    end - Days::new(u64::from(since))
}

/// Scores the places that run at once: `value` is hours offered a week, the parts are hours offered and attended in the bands
/// of the indicator, and the band says full time and suitable.
#[must_use]
pub fn hours(places: &[Place], born: NaiveDate, on: NaiveDate) -> Scored {
    let offered: i32 = places.iter().map(|place| place.offered).sum();
    let attended: Option<i32> = places.iter().map(|place| place.attended).sum();
    let attended = attended.filter(|_| !places.is_empty());
    let rules = &rules().full_time;
    let school_age = on <= school_leaving_day(born);
    let needed = if school_age { rules.school_age_hundredths } else { rules.above_hundredths };
    let suitable = places.iter().all(|place| place.suitable == Suitability::Suitable);
    let band = match (offered >= needed, suitable) {
        _ if offered == 0 => "NONE",
        (true, true) => "FULL_TIME_SUITABLE",
        (true, false) => "FULL_TIME_NOT_SUITABLE",
        (false, true) => "PART_TIME_SUITABLE",
        (false, false) => "PART_TIME_NOT_SUITABLE",
    };
    let part = |name, hundredths: Option<i32>| Part {
        name,
        score: hundredths.map(|hours| half_up(hours, 100)),
        band: hundredths.map(|hours| hours_band(hours).to_owned()),
    };
    Scored {
        hundredths: Some(offered),
        band: Some(band.to_owned()),
        parts: vec![part("HOURS_OFFERED", Some(offered)), part("HOURS_ATTENDED", attended)],
        ..Scored::default()
    }
}

const fn hours_band(hundredths: i32) -> &'static str {
    match hundredths {
        ..=0 => "NONE",
        1..1600 => "HOURS_1_TO_15",
        1600..2500 => "HOURS_16_TO_24",
        _ => "HOURS_25_OR_MORE",
    }
}

/// Attendance in hundredths of a per cent, with whether that is persistent or severe absence.
#[must_use]
pub fn attendance(hundredths: i32) -> Scored {
    let absence = &rules().absence;
    let band = match hundredths {
        severe if severe <= absence.severe_hundredths => Some("SEVERE_ABSENCE"),
        persistent if persistent <= absence.persistent_hundredths => Some("PERSISTENT_ABSENCE"),
        _ => None,
    };
    Scored { hundredths: Some(hundredths), band: band.map(str::to_owned), ..Scored::default() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn place(offered: i32, suitable: Suitability) -> Place {
        Place { offered, attended: Some(offered), suitable }
    }

    fn band(places: &[Place], on: &str) -> String {
        hours(places, day("2010-10-05"), day(on)).band.unwrap()
    }

    #[test]
    fn school_age_ends_on_the_last_friday_in_june() {
        let days = [
            ("2009-09-01", "2026-06-26"),
            ("2010-08-31", "2026-06-26"),
            ("2010-09-01", "2027-06-25"),
            ("2011-09-15", "2028-06-30"),
        ];
        for (born, ends) in days {
            assert_eq!(school_leaving_day(day(born)), day(ends), "{born}");
        }
    }

    #[test]
    fn the_agreed_examples() {
        use Suitability::{Suitable, Unknown, Unsuitable};
        let school_age = "2027-06-25";
        let above = "2027-06-26";
        assert_eq!(band(&[place(1500, Suitable), place(1000, Suitable)], school_age), "FULL_TIME_SUITABLE");
        assert_eq!(band(&[place(1000, Suitable), place(500, Suitable)], above), "PART_TIME_SUITABLE");
        assert_eq!(
            band(&[place(1500, Suitable), place(1000, Unsuitable)], school_age),
            "FULL_TIME_NOT_SUITABLE"
        );
        assert_eq!(
            band(&[place(1500, Suitable), place(1000, Unknown)], school_age),
            "FULL_TIME_NOT_SUITABLE"
        );
        assert_eq!(band(&[place(1600, Suitable)], school_age), "PART_TIME_SUITABLE");
        assert_eq!(band(&[place(1600, Suitable)], above), "FULL_TIME_SUITABLE");
        assert_eq!(band(&[], above), "NONE");
    }

    #[test]
    fn hours_attended_are_told_only_where_all_are_known() {
        let known = place(1000, Suitability::Suitable);
        let unknown = Place { attended: None, ..known };
        let scored = hours(&[known, unknown], day("2012-01-01"), day("2026-11-23"));
        assert_eq!(scored.parts[0].score, Some(20));
        assert_eq!((scored.parts[1].score, scored.parts[1].band.clone()), (None, None));
    }

    #[test]
    fn absence_begins_at_its_limit() {
        let band = |hundredths| attendance(hundredths).band;
        assert_eq!(band(9001), None);
        assert_eq!(band(9000).as_deref(), Some("PERSISTENT_ABSENCE"));
        assert_eq!(band(5001).as_deref(), Some("PERSISTENT_ABSENCE"));
        assert_eq!(band(5000).as_deref(), Some("SEVERE_ABSENCE"));
    }

    proptest! {
        #[test]
        fn the_order_of_places_is_nothing(mut offered in prop::collection::vec(0..=4_000_i32, 0..5)) {
            let score = |offered: &[i32]| {
                let places: Vec<_> = offered.iter().map(|hours| place(*hours, Suitability::Suitable)).collect();
                hours(&places, day("2012-01-01"), day("2026-11-23"))
            };
            let one = score(&offered);
            offered.reverse();
            prop_assert_eq!(&one, &score(&offered));
            prop_assert_eq!(one.hundredths, Some(offered.iter().sum()));
        }

        #[test]
        fn a_leaving_day_is_a_friday_at_fifteen_or_sixteen(days in 0..20_000_u64) {
            let born = day("1990-01-01") + Days::new(days);
            let leaves = school_leaving_day(born);
            prop_assert_eq!(leaves.weekday(), Weekday::Fri);
            prop_assert!(leaves.month() == 6 && leaves.day() > 23);
            let age = leaves.years_since(born).unwrap();
            prop_assert!((15..=16).contains(&age), "{age}");
        }
    }
}
