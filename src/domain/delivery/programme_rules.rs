//! What a programme and an offering must hold. Pure.

use chrono::{Days, NaiveDate};

use super::approaches::Approaches;
use crate::{
    domain::{
        checks::when,
        people::young_person_rules::{OLDEST, YOUNGEST},
    },
    entity::delivery::programme::Asks,
    platform::error::{Problem, ProblemCode},
    words::{EvidenceBand, text::TextKind},
};

/// An offering that ends later than this many days after it begins is a mistake of the year.
const LONGEST: u64 = 3 * 366;
/// More children at once than any programme of a partnership takes: a mistake of typing.
const MOST_PLACES: i32 = 10_000;

/// What somebody wrote down of a programme.
#[derive(Clone, Copy, Debug)]
pub struct Programme<'a> {
    /// What it is called.
    pub title: &'a str,
    /// What happens in it.
    pub summary: &'a str,
    /// The code of its approach.
    pub approach: &'a str,
    /// From this age on.
    pub min_age: i32,
    /// Up to this age.
    pub max_age: i32,
    /// Why it is run although tests found more violence.
    pub override_reason: Option<&'a str>,
}

/// What is wrong with a programme.
#[must_use]
pub fn programme_problems(programme: &Programme<'_>) -> Vec<Problem> {
    let approach = Approaches::in_use().get(programme.approach);
    let harmful = approach.is_some_and(|approach| approach.band == EvidenceBand::Harmful);
    let reason = programme.override_reason.is_some_and(|reason| !reason.trim().is_empty());
    let ages = |age: i32| !(YOUNGEST..=OLDEST).contains(&age);
    let out_of_range = "Enter an age from 8 to 25.";
    [
        TextKind::Line.needed("title", programme.title),
        TextKind::Account.needed("summary", programme.summary),
        TextKind::Reason.optional("overrideReason", programme.override_reason),
        when(
            approach.is_none(),
            "approach",
            ProblemCode::NotFound,
            "There is no approach with this code. Choose one from the list.",
        ),
        when(
            harmful && !reason,
            "overrideReason",
            ProblemCode::Required,
            "Where this approach was tested there was more violence. Choose another one, or write down why it is run all the \
             same.",
        ),
        when(ages(programme.min_age), "minAge", ProblemCode::OutOfRange, out_of_range),
        when(ages(programme.max_age), "maxAge", ProblemCode::OutOfRange, out_of_range),
        when(
            programme.max_age < programme.min_age,
            "maxAge",
            ProblemCode::Invalid,
            "This is below the youngest age. Check both.",
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What is wrong with what a programme asks for besides an age and an area.
#[must_use]
pub fn asks_problems(asks: &Asks) -> Vec<Problem> {
    let beyond = |group: Option<i32>| group.is_some_and(|group| !(0..=14).contains(&group));
    let groups = "Enter a year group from 0 (Reception) to 14.";
    let wrong_way = matches!((asks.min_year_group, asks.max_year_group), (Some(from), Some(to)) if to < from);
    [
        when(beyond(asks.min_year_group), "asks.minYearGroup", ProblemCode::OutOfRange, groups),
        when(beyond(asks.max_year_group), "asks.maxYearGroup", ProblemCode::OutOfRange, groups),
        when(
            wrong_way,
            "asks.maxYearGroup",
            ProblemCode::Invalid,
            "This is below the lowest year group. Check both.",
        ),
        when(
            asks.most_at_once.is_some_and(|most| !(1..=20).contains(&most)),
            "asks.mostAtOnce",
            ProblemCode::OutOfRange,
            "Enter a number of places from 1 to 20.",
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What somebody wrote down of an offering.
#[derive(Clone, Copy, Debug)]
pub struct Offering<'a> {
    /// Where it takes place.
    pub venue: Option<&'a str>,
    /// The first day.
    pub starts_on: NaiveDate,
    /// The last day.
    pub ends_on: NaiveDate,
    /// When it meets, in words.
    pub schedule: &'a str,
    /// How many children at once.
    pub capacity: i32,
}

/// What is wrong with an offering. `ends_new`: the last day is new, and may not have passed.
#[must_use]
pub fn offering_problems(offering: &Offering<'_>, today: NaiveDate, ends_new: bool) -> Vec<Problem> {
    let latest = offering.starts_on.checked_add_days(Days::new(LONGEST)).unwrap_or(NaiveDate::MAX);
    [
        TextKind::Line.optional("venue", offering.venue),
        TextKind::Line.needed("schedule", offering.schedule),
        when(
            offering.ends_on < offering.starts_on,
            "endsOn",
            ProblemCode::Invalid,
            "This is before the first day. Check both.",
        ),
        when(
            offering.ends_on > latest,
            "endsOn",
            ProblemCode::OutOfRange,
            "This is more than three years after the first day. Check the year.",
        ),
        when(
            ends_new && offering.ends_on < today,
            "endsOn",
            ProblemCode::OutOfRange,
            "This day has passed. Enter today or a later day.",
        ),
        when(
            !(0..=MOST_PLACES).contains(&offering.capacity),
            "capacity",
            ProblemCode::OutOfRange,
            "Enter how many children at once, from 0 to 10,000.",
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: Programme<'_> = Programme {
        title: "Weekly mentoring",
        summary: "One adult, an hour a week.",
        approach: "MENT",
        min_age: 11,
        max_age: 17,
        override_reason: None,
    };

    fn fields(problems: &[Problem]) -> Vec<String> {
        problems.iter().map(|problem| problem.field.join(".")).collect()
    }

    fn of(programme: Programme<'_>) -> Vec<String> {
        fields(&programme_problems(&programme))
    }

    #[test]
    fn a_programme_says_what_it_is_and_for_whom() {
        assert!(of(GOOD).is_empty());
        assert_eq!(of(Programme { title: " ", ..GOOD }), ["title"]);
        assert_eq!(of(Programme { summary: "", ..GOOD }), ["summary"]);
        assert_eq!(of(Programme { approach: "XYZ", ..GOOD }), ["approach"]);
        assert_eq!(of(Programme { min_age: 7, ..GOOD }), ["minAge"]);
        assert_eq!(of(Programme { max_age: 200, ..GOOD }), ["maxAge"]);
        assert_eq!(of(Programme { min_age: 18, ..GOOD }), ["maxAge"]);
    }

    #[test]
    fn what_harms_needs_a_reason_in_writing() {
        let harmful = Programme { approach: "BOOT", ..GOOD };
        assert_eq!(of(harmful), ["overrideReason"]);
        assert_eq!(of(Programme { override_reason: Some("  "), ..harmful }), ["overrideReason"]);
        assert!(of(Programme { override_reason: Some("Ordered by the court."), ..harmful }).is_empty());
        assert!(of(Programme { approach: "KCE", ..GOOD }).is_empty(), "it is said, and not forbidden");
    }

    #[test]
    fn an_offering_has_days_in_order_and_a_number_of_places() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let of = |starts, ends, capacity, ends_new| {
            let (starts_on, ends_on) = (day(starts), day(ends));
            let offering =
                Offering { venue: None, starts_on, ends_on, schedule: "Tuesdays at 16:00", capacity };
            fields(&offering_problems(&offering, day("2026-11-28"), ends_new))
        };
        assert!(of("2026-12-01", "2027-03-31", 10, true).is_empty());
        assert!(of("2026-11-28", "2026-11-28", 0, true).is_empty());
        assert_eq!(of("2026-12-02", "2026-12-01", 10, true), ["endsOn"]);
        assert_eq!(of("2026-12-01", "2062-12-01", 10, true), ["endsOn"]);
        assert_eq!(of("2026-10-01", "2026-11-27", 10, true), ["endsOn"]);
        assert!(of("2026-10-01", "2026-11-27", 10, false).is_empty(), "it stays as it was");
        assert_eq!(of("2026-12-01", "2026-12-02", -1, true), ["capacity"]);
    }
}
