//! Each instrument with what it takes, and everything that is impossible at its field.

use proptest::prelude::*;

use super::*;
use crate::words::{OffenceCheckResult, Suitability};

const BORN: &str = "2012-03-04";
const TODAY: &str = "2026-11-24";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn told(instrument: Instrument, informant: Informant) -> Told {
    Told {
        instrument,
        informant,
        stage: MeasureStage::Baseline,
        taken_on: day(TODAY),
        version: None,
        answers: None,
        impact: None,
        total: None,
        subscales: None,
        value: None,
        placements: None,
        offence: None,
    }
}

fn wrong(told: &Told) -> Vec<String> {
    let problems = kept(told, day(BORN), day(TODAY)).err().unwrap_or_default();
    problems.into_iter().map(|problem| format!("{:?} {}", problem.code, problem.field.join("."))).collect()
}

fn words(told: &Told) -> MeasureWords {
    kept(told, day(BORN), day(TODAY)).unwrap().words
}

fn sdq() -> Told {
    Told { answers: Some(vec![Some(1); 25]), ..told(Instrument::Sdq, Informant::Parent) }
}

fn sheet(total: Option<i32>, scales: &[(&str, i32)]) -> Told {
    let scales = scales.iter().map(|(name, score)| ((*name).to_owned(), *score)).collect();
    Told { total, subscales: Some(scales), ..told(Instrument::Sdq, Informant::Teacher) }
}

fn ete(hours: &[(f64, Option<f64>)]) -> Told {
    let place = |(offered, attended): &(f64, Option<f64>)| Placement {
        kind: "COLLEGE".to_owned(),
        offered: *offered,
        attended: *attended,
        suitable: Suitability::Suitable,
    };
    let placements = Some(hours.iter().map(place).collect());
    Told { placements, ..told(Instrument::EducationTrainingEmployment, Informant::Worker) }
}

#[test]
fn a_good_one_of_each() {
    assert_eq!(words(&sdq()).total, Some(20));
    let four = [("EMOTIONAL", 3), ("CONDUCT", 6), ("HYPERACTIVITY", 9), ("PEER", 2)];
    assert_eq!(words(&sheet(None, &four)).total, Some(20));
    assert_eq!(words(&sheet(Some(20), &four)).total, Some(20));
    assert_eq!(words(&sheet(Some(19), &four[..3])).total, Some(19), "the fourth is 1");
    let swemwbs = Told { total: Some(24), ..told(Instrument::Swemwbs, Informant::SelfReport) };
    assert_eq!(words(&swemwbs).hundredths, Some(2154));
    let attendance = Told { value: Some(89.95), ..told(Instrument::SchoolAttendance, Informant::Record) };
    assert_eq!(words(&attendance).band.as_deref(), Some("PERSISTENT_ABSENCE"));
    let suspensions =
        Told { total: Some(2), value: Some(4.5), ..told(Instrument::Suspensions, Informant::Record) };
    assert_eq!((words(&suspensions).total, words(&suspensions).hundredths), (Some(2), Some(450)));
    assert_eq!(words(&ete(&[(15.0, None), (10.0, Some(8.0))])).band.as_deref(), Some("FULL_TIME_SUITABLE"));
    assert_eq!(words(&ete(&[])).band.as_deref(), Some("NONE"));
    let check =
        Told { offence: Some(OffenceCheckResult::None), ..told(Instrument::OffenceCheck, Informant::Record) };
    assert_eq!(words(&check).offence, Some(OffenceCheckResult::None));
}

#[test]
fn too_few_items_score_null_and_say_why() {
    let mut answers = vec![Some(1); 25];
    for item in [3, 8, 13] {
        answers[item - 1] = None;
    }
    let few = words(&Told { answers: Some(answers), ..sdq() });
    assert_eq!(few.total, None);
    assert_eq!(few.parts[0], ScoredPart { name: "EMOTIONAL".into(), score: None, band: None });
    let why = few.not_scored.unwrap();
    assert!(why.contains("EMOTIONAL: 2 of 5") && why.contains("There is no total"), "{why}");
    let mut answers = vec![Some(3); 7];
    answers[6] = None;
    let few = words(&Told { answers: Some(answers), ..told(Instrument::Swemwbs, Informant::SelfReport) });
    assert_eq!((few.total, few.hundredths, few.not_scored.is_some()), (None, None, true));
    assert!(words(&sheet(None, &[("EMOTIONAL", 3)])).not_scored.is_some());
}

#[test]
fn what_is_impossible_is_a_problem_at_its_field() {
    let with = |answer| {
        let mut answers = vec![Some(1); 25];
        answers[4] = Some(answer);
        Told { answers: Some(answers), ..sdq() }
    };
    assert_eq!(wrong(&with(3)), ["OutOfRange answers.4"]);
    assert_eq!(wrong(&with(-1)), ["OutOfRange answers.4"]);
    assert_eq!(wrong(&Told { answers: Some(vec![Some(1); 24]), ..sdq() }), ["OutOfRange answers"]);
    assert_eq!(wrong(&Told { answers: Some(vec![None; 25]), ..sdq() }), ["Required answers"]);
    assert_eq!(wrong(&Told { answers: None, ..sdq() }), ["Required answers"]);
    assert_eq!(wrong(&Told { impact: Some(vec![Some(1); 3]), ..sdq() }), ["OutOfRange impact"]);
    assert_eq!(wrong(&Told { impact: Some(vec![Some(4); 5]), ..sdq() }).len(), 5);
    assert_eq!(wrong(&Told { total: Some(20), ..sdq() }), ["Invalid total"], "either answers or totals");
    assert_eq!(wrong(&sheet(Some(41), &[])), ["OutOfRange total"]);
    assert_eq!(wrong(&sheet(None, &[])), ["Required subscales"]);
    assert_eq!(wrong(&sheet(None, &[("PEER", 11)])), ["OutOfRange subscales.0.score"]);
    assert_eq!(
        wrong(&sheet(None, &[("IMPACT", 7)])),
        ["OutOfRange subscales.0.score"],
        "a teacher's is 6 at most"
    );
    assert_eq!(wrong(&sheet(None, &[("PEER", 1), ("PEER", 1)])), ["Duplicate subscales.1.name"]);
    assert_eq!(wrong(&sheet(None, &[("TOTAL", 1)])), ["Invalid subscales.0.name"]);
    assert_eq!(wrong(&sheet(Some(5), &[("PEER", 6)])), ["Invalid total"], "less than one of its scales");
    assert_eq!(wrong(&Told { version: Some("SDQ-9".into()), ..sdq() }), ["NotFound version"]);
    assert_eq!(wrong(&Told { value: Some(1.0), ..sdq() }), ["Invalid value"]);
    assert_eq!(wrong(&Told { informant: Informant::Worker, ..sdq() }), ["Invalid informant"]);
    let attendance = |value| Told { value, ..told(Instrument::SchoolAttendance, Informant::Record) };
    assert_eq!(wrong(&attendance(None)), ["Required value"]);
    for impossible in [-0.01, 100.01, f64::NAN, f64::INFINITY] {
        assert_eq!(wrong(&attendance(Some(impossible))), ["OutOfRange value"], "{impossible}");
    }
    assert_eq!(wrong(&attendance(Some(90.123))), ["Invalid value"]);
    assert_eq!(wrong(&ete(&[(10.0, Some(11.0))])), ["OutOfRange placements.0.hoursAttended"]);
    assert_eq!(wrong(&ete(&[(100.0, None), (100.0, None)])), ["OutOfRange placements"]);
    assert_eq!(wrong(&ete(&[(1.0, None); 11])), ["OutOfRange placements"]);
    let mut other = ete(&[(1.0, None)]);
    other.placements.as_mut().unwrap()[0].kind = "CLUB".to_owned();
    assert_eq!(wrong(&other), ["Invalid placements.0.kind"]);
    let days = Told { total: Some(0), value: Some(1.0), ..told(Instrument::Suspensions, Informant::Record) };
    assert_eq!(wrong(&days), ["Invalid value"]);
    assert_eq!(wrong(&told(Instrument::OffenceCheck, Informant::Record)), ["Required offence"]);
}

#[test]
fn the_day_is_from_birth_until_today_and_at_the_right_age() {
    assert_eq!(wrong(&Told { taken_on: day("2026-11-25"), ..sdq() }), ["OutOfRange takenOn"]);
    assert_eq!(wrong(&Told { taken_on: day("2012-03-03"), ..sdq() }), ["OutOfRange takenOn"]);
    assert_eq!(wrong(&Told { taken_on: day("2016-03-03"), ..sdq() }), ["NotEligible informant"]);
    assert!(wrong(&Told { taken_on: day("2016-03-04"), ..sdq() }).is_empty());
    let own = Told { informant: Informant::SelfReport, ..sdq() };
    assert_eq!(wrong(&Told { taken_on: day("2023-03-03"), ..own.clone() }), ["NotEligible informant"]);
    assert!(wrong(&Told { taken_on: day("2023-03-04"), ..own }).is_empty());
    let swemwbs = Told { total: Some(20), ..told(Instrument::Swemwbs, Informant::SelfReport) };
    assert_eq!(wrong(&Told { taken_on: day("2025-03-03"), ..swemwbs.clone() }), ["NotEligible instrument"]);
    assert!(wrong(&Told { taken_on: day("2025-03-04"), ..swemwbs }).is_empty());
}

#[test]
fn no_stage_is_before_the_one_that_it_follows() {
    use MeasureStage::{Baseline, End, FollowUp6Months, FollowUp12Months, Review};
    let (one, two, three) = (day("2026-01-01"), day("2026-02-01"), day("2026-03-01"));
    let others = [(Baseline, two)];
    for stage in [Review, End, FollowUp6Months, FollowUp12Months] {
        assert!(out_of_order(stage, one, &others).is_some(), "{stage} before the baseline");
        assert!(out_of_order(stage, two, &others).is_none(), "{stage} on the same day");
        assert!(out_of_order(Baseline, three, &[(stage, two)]).is_some(), "the baseline after {stage}");
    }
    assert!(out_of_order(FollowUp6Months, one, &[(End, two)]).is_some());
    assert!(out_of_order(End, three, &[(FollowUp12Months, two)]).is_some());
    assert!(out_of_order(Review, three, &[(End, two)]).is_none());
    assert!(out_of_order(Baseline, one, &[]).is_none());
}

proptest! {
    #[test]
    fn what_is_kept_is_possible(answers in prop::collection::vec(prop::option::of(-1..=3_i32), 24..=26)) {
        let told = Told { answers: Some(answers.clone()), ..sdq() };
        let possible = answers.len() == 25
            && answers.iter().flatten().all(|answer| (0..=2).contains(answer))
            && answers.iter().any(Option::is_some);
        let kept = kept(&told, day(BORN), day(TODAY));
        prop_assert_eq!(kept.is_ok(), possible);
        if let Ok(kept) = kept {
            prop_assert!(kept.words.total.is_none_or(|total| (0..=40).contains(&total)));
            prop_assert_eq!(kept.words.total.is_none() && kept.words.not_scored.is_none(), false);
        }
    }
}
