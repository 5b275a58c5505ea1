//! What was measured, as it is told, and what may be typed into a field: how many numbers, and within which bounds.

use chrono::NaiveDate;

use crate::{
    entity::casework::measure::MeasureWords,
    platform::error::{Problem, ProblemCode as Code},
    words::{Informant, Instrument, MeasureStage, OffenceCheckResult, Suitability},
};

/// What was measured, as it is told.
#[derive(Clone, Debug)]
pub struct Told {
    /// By what.
    pub instrument: Instrument,
    /// Who answered, or where it was looked up.
    pub informant: Informant,
    /// When on the way.
    pub stage: MeasureStage,
    /// The day that it is true of.
    pub taken_on: NaiveDate,
    /// By which version it is to be scored; the one in use where none is named.
    pub version: Option<String>,
    /// Answers by the number of their item.
    pub answers: Option<Vec<Option<i32>>>,
    /// Answers to the questions of impact.
    pub impact: Option<Vec<Option<i32>>>,
    /// The total of a licensed sheet, or how many.
    pub total: Option<i32>,
    /// Scales of a licensed sheet.
    pub subscales: Option<Vec<(String, i32)>>,
    /// Per cent, or days.
    pub value: Option<f64>,
    /// Places of education, training or work.
    pub placements: Option<Vec<Placement>>,
    /// What a check for offences told.
    pub offence: Option<OffenceCheckResult>,
}

/// A place of education, training or work, as it is told.
#[derive(Clone, Debug)]
pub struct Placement {
    /// What kind, as the Ministry of Justice codes it.
    pub kind: String,
    /// Hours offered a week.
    pub offered: f64,
    /// Hours attended a week.
    pub attended: Option<f64>,
    /// Whether it suits the child.
    pub suitable: Suitability,
}

/// A measure that can be kept.
#[derive(Clone, Debug)]
pub struct Kept {
    /// By which version it was scored.
    pub scored_by: String,
    /// What was told, and what was scored.
    pub words: MeasureWords,
}

/// What is wrong with a list of answers, if anything: how many there are, and each that is not one of those on the sheet.
#[must_use]
pub fn list(
    field: &str,
    given: &[Option<i32>],
    items: usize,
    range: std::ops::RangeInclusive<i32>,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    if given.len() != items {
        let message = format!("There are {items} items here; leave one empty where it was not answered.");
        problems.push(Problem::new(field, Code::OutOfRange, message));
    }
    for (place, answer) in given.iter().enumerate() {
        if answer.is_some_and(|answer| !range.contains(&answer)) {
            let message = format!("Enter a number from {} to {}.", range.start(), range.end());
            problems.push(Problem::new(&format!("{field}.{place}"), Code::OutOfRange, message));
        }
    }
    if given.len() == items && given.iter().all(Option::is_none) {
        problems.push(Problem::new(field, Code::Required, "Nothing is answered. Enter at least one answer."));
    }
    problems
}

/// What is wrong with a number, if anything.
#[must_use]
pub fn at_most(field: &str, number: i32, range: std::ops::RangeInclusive<i32>) -> Option<Problem> {
    (!range.contains(&number)).then(|| {
        let message = format!("Enter a number from {} to {}.", range.start(), range.end());
        Problem::new(field, Code::OutOfRange, message)
    })
}

/// A number of at most two decimals, from 0 to the most, in hundredths.
pub fn hundredths(field: &str, value: f64, most: f64) -> Result<i32, Problem> {
    if !(0.0..=most).contains(&value) {
        return Err(Problem::new(field, Code::OutOfRange, format!("Enter a number from 0 to {most}.")));
    }
    let scaled = value * 100.0;
    if (scaled - scaled.round()).abs() > 1e-6 {
        return Err(Problem::new(field, Code::Invalid, "Enter a number of at most two decimals."));
    }
    #[expect(clippy::cast_possible_truncation, reason = "it is whole, not negative and small")]
    Ok(scaled.round() as i32)
}
