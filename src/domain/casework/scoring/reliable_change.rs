//! Reliable change (Jacobson and Truax 1991, J Consult Clin Psychol 59:12): whether two scores of one child differ by more
//! than errors of measurement explain.
//!
//! With the standard deviation SD and the reliability r of the norms: SE = SD √(1 − r), Sdiff = √2 SE, RC = (after − before) /
//! Sdiff, and the change is reliable where |RC| > 1.96. Squared, so that all of it is whole numbers. A child who was measured
//! when things were worst is usually nearer to the average later, whatever is done: this says nothing about why.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::words::{Informant, Instrument, ReliableChange};

/// 1.96, in hundredths.
const CRITERION: i64 = 196;

/// The norms of one instrument, version and informant.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Parameters {
    instrument: Instrument,
    version: String,
    informant: Informant,
    sd_tenths: i64,
    alpha_hundredths: i64,
    lower_is_better: bool,
}

#[derive(Deserialize)]
struct File {
    parameters: Vec<Parameters>,
}

fn in_use() -> &'static [Parameters] {
    static IN_USE: LazyLock<File> = LazyLock::new(|| {
        #[expect(
            clippy::expect_used,
            reason = "the file is part of the program, and each test here reads it"
        )]
        serde_json::from_str(include_str!("reliable_change.json"))
            .expect("reliable_change.json is well formed")
    });
    &IN_USE.parameters
}

/// The norms by which a change is judged, where there are any.
#[must_use]
pub fn parameters(
    instrument: Instrument,
    version: &str,
    informant: Informant,
) -> Option<&'static Parameters> {
    in_use()
        .iter()
        .find(|one| one.instrument == instrument && one.version == version && one.informant == informant)
}

impl Parameters {
    /// What became of a total, in points.
    #[must_use]
    pub fn change(&self, before: i32, after: i32) -> ReliableChange {
        let points = i64::from(after) - i64::from(before);
        // points² > 1.96² × SD² × 2 (1 − r), times 100² × 10² × 100.
        let limit = CRITERION.pow(2) * self.sd_tenths.pow(2) * 2 * (100 - self.alpha_hundredths);
        if points.pow(2) * 100_i64.pow(2) * 10_i64.pow(2) * 100 <= limit {
            return ReliableChange::NoReliableChange;
        }
        if (points < 0) == self.lower_is_better {
            ReliableChange::Improved
        } else {
            ReliableChange::Deteriorated
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const VERSION: &str = "SDQ-4-BAND";

    fn norms(informant: Informant) -> &'static Parameters {
        parameters(Instrument::Sdq, VERSION, informant).unwrap()
    }

    /// RC as it is usually computed.
    fn index(norms: &Parameters, before: i32, after: i32) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "two and three digits")]
        let (sd, alpha) = (norms.sd_tenths as f64 / 10.0, norms.alpha_hundredths as f64 / 100.0);
        f64::from(after - before) / (sd * (1.0 - alpha).sqrt() * 2.0_f64.sqrt())
    }

    #[test]
    fn the_agreed_examples() {
        let own = norms(Informant::SelfReport);
        assert_eq!(format!("{:.2} {:.2}", index(own, 22, 14), index(own, 22, 16)), "-2.43 -1.82");
        assert_eq!(own.change(22, 14), ReliableChange::Improved);
        assert_eq!(own.change(22, 16), ReliableChange::NoReliableChange);
        assert_eq!(own.change(14, 22), ReliableChange::Deteriorated);
    }

    #[test]
    fn thresholds_are_seven_six_and_seven_points() {
        for (informant, points) in
            [(Informant::Parent, 7), (Informant::Teacher, 6), (Informant::SelfReport, 7)]
        {
            let norms = norms(informant);
            assert_eq!(norms.change(20, 20 - points), ReliableChange::Improved, "{informant}");
            assert_eq!(norms.change(20, 21 - points), ReliableChange::NoReliableChange, "{informant}");
        }
    }

    #[test]
    fn what_has_no_norms_has_no_reliable_change() {
        assert!(parameters(Instrument::Swemwbs, "SWEMWBS-2009", Informant::SelfReport).is_none());
        assert!(parameters(Instrument::Sdq, VERSION, Informant::Worker).is_none());
    }

    proptest! {
        #[test]
        fn it_says_what_the_index_says(before in 0..=40, after in 0..=40, which in 0..3_usize) {
            let norms = norms([Informant::Parent, Informant::Teacher, Informant::SelfReport][which]);
            let index = index(norms, before, after);
            let expected = match index {
                better if better < -1.96 => ReliableChange::Improved,
                worse if worse > 1.96 => ReliableChange::Deteriorated,
                _ => ReliableChange::NoReliableChange,
            };
            prop_assert_eq!(norms.change(before, after), expected);
        }

        #[test]
        fn back_again_is_the_opposite(before in 0..=40, after in 0..=40) {
            let there = norms(Informant::Parent).change(before, after);
            let back = norms(Informant::Parent).change(after, before);
            let opposite = match there {
                ReliableChange::Improved => ReliableChange::Deteriorated,
                ReliableChange::Deteriorated => ReliableChange::Improved,
                none @ ReliableChange::NoReliableChange => none,
            };
            prop_assert_eq!(back, opposite);
        }
    }
}
