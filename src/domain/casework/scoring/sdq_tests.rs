//! Scoring by items: the agreed examples, and what holds for any answers.

use proptest::prelude::*;

use super::*;

const INFORMANTS: [Informant; 3] = [Informant::Parent, Informant::Teacher, Informant::SelfReport];
const EXAMPLE: [i32; ITEMS] = [1, 2, 1, 1, 2, 0, 1, 1, 2, 2, 1, 1, 0, 2, 2, 1, 1, 1, 0, 1, 0, 1, 1, 0, 1];

fn without(items: &[usize]) -> Vec<Option<i32>> {
    (1..).zip(EXAMPLE).map(|(item, answer)| (!items.contains(&item)).then_some(answer)).collect()
}

fn scored(answers: &[Option<i32>]) -> Scored {
    of_answers(Informant::Parent, answers, &[]).scored(version(None).unwrap(), Informant::Parent)
}

fn part(scored: &Scored, scale: Scale) -> Option<i32> {
    scored.parts.iter().find(|part| part.name == scale.name()).unwrap().score
}

#[test]
fn the_agreed_examples() {
    let whole = scored(&without(&[]));
    let points = [Scale::Emotional, Scale::Conduct, Scale::Hyperactivity, Scale::Peer, Scale::Prosocial];
    assert_eq!(points.map(|scale| part(&whole, scale)), [3, 6, 9, 2, 6].map(Some));
    assert_eq!((whole.total, whole.not_scored), (Some(20), None));
    let two_missing = scored(&without(&[3, 8]));
    assert_eq!((part(&two_missing, Scale::Emotional), two_missing.total), (Some(2), Some(19)));
    assert_eq!(two_missing.not_scored, None);
}

#[test]
fn too_few_items_are_no_score_and_it_says_why() {
    let three_missing = scored(&without(&[3, 8, 13]));
    assert_eq!((part(&three_missing, Scale::Emotional), three_missing.total), (None, None));
    assert_eq!((part(&three_missing, Scale::Internalising), &three_missing.band), (None, &None));
    assert_eq!(part(&three_missing, Scale::Externalising), Some(15));
    let why = three_missing.not_scored.unwrap();
    assert!(why.contains("EMOTIONAL: 2 of 5 items are answered; 3 are needed."), "{why}");
    assert!(why.contains("no total"), "{why}");
    // Prosocial is no difficulty: the total stands.
    assert_eq!(scored(&without(&[1, 4, 9])).total, Some(20));
}

#[test]
fn impact_counts_from_the_second_step_and_needs_every_question() {
    let version = version(None).unwrap();
    let impact = |informant, answers: &[Option<i32>]| {
        let scored = of_answers(informant, &without(&[]), answers).scored(version, informant);
        (part(&scored, Scale::Impact), scored.not_scored.is_some())
    };
    let all = |answer| vec![Some(answer); 5];
    assert_eq!(impact(Informant::Parent, &all(3)), (Some(10), false));
    assert_eq!(impact(Informant::Parent, &all(1)), (Some(0), false));
    assert_eq!(
        impact(Informant::SelfReport, &[Some(0), Some(1), Some(2), Some(3), Some(2)]),
        (Some(4), false)
    );
    assert_eq!(impact(Informant::Teacher, &all(3)[..3]), (Some(6), false));
    assert_eq!(impact(Informant::Parent, &all(3)[..4]), (None, true));
    assert_eq!(impact(Informant::Parent, &[]), (None, false));
}

#[test]
fn bands_by_informant_at_their_ends() {
    let four = version(Some("SDQ-4-BAND")).unwrap();
    let total = |informant, score| four.band(informant, Scale::Total, score).unwrap();
    let names: Vec<_> = [13, 14, 16, 17, 19, 20, 40].map(|score| total(Informant::Parent, score)).into();
    let [close, raised, high, very] = ["CLOSE_TO_AVERAGE", "SLIGHTLY_RAISED", "HIGH", "VERY_HIGH"];
    assert_eq!(names, [close, raised, raised, high, high, very, very]);
    assert_eq!([total(Informant::Teacher, 12), total(Informant::SelfReport, 14)], [raised, close]);
    let prosocial = |score| four.band(Informant::Parent, Scale::Prosocial, score).unwrap();
    assert_eq!([5, 6, 7, 8].map(prosocial), ["VERY_LOW", "LOW", "SLIGHTLY_LOWERED", close]);
    let three = version(Some("SDQ-3-BAND")).unwrap();
    assert_eq!(three.band(Informant::Teacher, Scale::Total, 16).as_deref(), Some("RAISED"));
    assert!(version(Some("SDQ-9")).is_none());
}

#[test]
fn a_parent_answers_from_four_and_a_child_from_eleven() {
    let four = version(None).unwrap();
    let ages = |informant| (0..25).filter(|age| four.answers(informant, *age)).collect::<Vec<_>>();
    assert_eq!(ages(Informant::Parent), (4..=17).collect::<Vec<_>>());
    assert_eq!(ages(Informant::SelfReport), (11..=17).collect::<Vec<_>>());
    assert!(ages(Informant::Worker).is_empty());
}

#[test]
fn the_data_has_every_item_once_and_a_band_for_every_score() {
    let mut items: Vec<_> = file().scales.iter().flat_map(|scale| scale.items.clone()).collect();
    items.sort_unstable();
    assert_eq!(items, (1..=ITEMS).collect::<Vec<_>>());
    for version in &file().versions {
        for table in &version.tables {
            for row in &table.rows {
                assert!(row.ends.is_sorted_by(|one, next| one < next), "{row:?}");
                assert_eq!(row.ends.len(), version.bands.len(), "{row:?}");
                assert_eq!(row.ends.last(), Some(&row.scale.most(table.informant)), "{row:?}");
            }
        }
    }
}

#[test]
fn what_is_not_verified_is_marked_so() {
    let json: serde_json::Value = serde_json::from_str(include_str!("sdq.json")).unwrap();
    let tables: Vec<_> = json["versions"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|version| version["tables"].as_array().unwrap())
        .collect();
    for table in tables {
        let known_only = table["source"].as_str().unwrap().starts_with("not verified");
        let verified = table["rows"].as_array().unwrap().iter().any(|row| row["verified"].as_bool().unwrap());
        assert_ne!(known_only, verified, "{}", table["informant"]);
    }
}

fn answers(missing: f64) -> impl Strategy<Value = Vec<Option<i32>>> {
    prop::collection::vec(prop::option::weighted(1.0 - missing, 0..=2), ITEMS)
}

proptest! {
    #[test]
    fn every_score_is_in_its_range_and_the_total_is_the_sum(
        answers in answers(0.3), impact in prop::collection::vec(prop::option::of(0..=3), 0..=5), who in 0..3_usize,
    ) {
        let informant = INFORMANTS[who];
        let points = of_answers(informant, &answers, &impact);
        let scored = points.scored(version(None).unwrap(), informant);
        for scale in Scale::TOLD {
            if let Some(score) = part(&scored, scale) {
                prop_assert!((0..=scale.most(informant)).contains(&score));
            }
        }
        prop_assert_eq!(scored.total, points.difficulties());
        prop_assert_eq!(scored.total.is_some(), scored.band.is_some());
        let halves = part(&scored, Scale::Externalising).zip(part(&scored, Scale::Internalising));
        prop_assert_eq!(scored.total, halves.map(|(out, inward)| out + inward));
        if scored.total.is_none() {
            prop_assert!(scored.not_scored.is_some());
        }
    }

    #[test]
    fn a_scale_is_five_times_the_mean_halves_upwards(answers in answers(0.3)) {
        let scored = scored(&answers);
        for Numbered { scale, items, reversed } in &file().scales {
            let given: Vec<i32> = items.iter().filter_map(|item| {
                answers[item - 1].map(|answer| if reversed.contains(item) { 2 - answer } else { answer })
            }).collect();
            let count = i32::try_from(given.len()).unwrap();
            let expected = (given.len() >= 3).then(|| {
                // The one whole number n with n − ½ ≤ 5 Σ / count < n + ½.
                (0..=10).find(|n| {
                    let doubled = 10 * given.iter().sum::<i32>();
                    (2 * n - 1) * count <= doubled && doubled < (2 * n + 1) * count
                }).unwrap()
            });
            prop_assert_eq!(part(&scored, *scale), expected);
        }
    }

    #[test]
    fn a_worse_answer_never_lowers_the_total(answers in answers(0.01), item in 0..ITEMS) {
        let before = scored(&answers).total;
        let reversed = file().scales.iter().any(|scale| scale.reversed.contains(&(item + 1)));
        let mut worse = answers;
        worse[item] = worse[item].map(|answer| if reversed { (answer - 1).max(0) } else { (answer + 1).min(2) });
        prop_assert!(scored(&worse).total >= before, "a worse answer");
    }
}
