//! The Short Warwick-Edinburgh Mental Wellbeing Scale: seven items from 1 to 5, and the metric score of a raw total
//! (Stewart-Brown and others 2009, Health Qual Life Outcomes 7:15). No wording.

use std::sync::LazyLock;

use serde::Deserialize;

use super::scored::Scored;

/// How many items there are.
pub const ITEMS: usize = 7;
/// The least and the greatest raw total.
pub const RAW: std::ops::RangeInclusive<i32> = 7..=35;

/// The conversion in use.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Table {
    /// Its name.
    pub version: String,
    /// From which age the scale is for.
    pub from_age: i32,
    metric_hundredths: Vec<i32>,
}

/// The conversion in use.
#[must_use]
pub fn table() -> &'static Table {
    static IN_USE: LazyLock<Table> = LazyLock::new(|| {
        #[expect(
            clippy::expect_used,
            reason = "the file is part of the program, and each test here reads it"
        )]
        serde_json::from_str(include_str!("swemwbs.json")).expect("swemwbs.json is well formed")
    });
    &IN_USE
}

/// The metric score of a raw total, in hundredths.
#[must_use]
pub fn metric(raw: i32) -> Option<i32> {
    let place = usize::try_from(raw.checked_sub(*RAW.start())?).ok()?;
    table().metric_hundredths.get(place).copied()
}

/// Scores answers from 1 to 5. Where one is missing there is no score at all.
#[must_use]
pub fn of_answers(answers: &[Option<i32>]) -> Scored {
    let given: Vec<i32> = answers.iter().copied().flatten().collect();
    if given.len() == ITEMS {
        return of_total(given.iter().sum());
    }
    let not_scored = format!("{} of 7 items are answered; the score needs all 7.", given.len());
    Scored { not_scored: Some(not_scored), ..Scored::default() }
}

/// Scores a raw total.
#[must_use]
pub fn of_total(raw: i32) -> Scored {
    Scored { total: Some(raw), hundredths: metric(raw), ..Scored::default() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_agreed_examples() {
        let examples = [(7, 700), (21, 1925), (24, 2154), (35, 3500)];
        for (raw, expected) in examples {
            assert_eq!(metric(raw), Some(expected), "{raw}");
        }
        assert_eq!([metric(6), metric(36), metric(i32::MIN)], [None; 3]);
    }

    #[test]
    fn the_metric_grows_with_the_raw_score_and_ends_where_that_does() {
        let all: Vec<_> = RAW.map(|raw| metric(raw).unwrap()).collect();
        assert!(all.is_sorted_by(|one, next| one < next));
        assert_eq!((all.len(), table().metric_hundredths.len()), (29, 29));
    }

    proptest! {
        #[test]
        fn all_seven_or_none(answers in prop::collection::vec(prop::option::weighted(0.9, 1..=5_i32), ITEMS)) {
            let scored = of_answers(&answers);
            let sum: Option<i32> = answers.iter().copied().sum();
            prop_assert_eq!(scored.total, sum);
            prop_assert_eq!(scored.hundredths, sum.and_then(metric));
            prop_assert_eq!(scored.not_scored.is_some(), sum.is_none());
        }
    }
}
