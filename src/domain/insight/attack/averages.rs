//! By averages: the noise is unbiased, so enough values that are off by different noise would give the truth away.
//!
//! For each small cell: its own value, and every total less the other parts. For each difference of 1 to 4 children: every
//! pair of cells that differ by just them. Is the average right oftener than naming the commonest value?

use std::collections::BTreeMap;

use super::{
    super::{
        disclosure::{Gate, Part},
        published::Published,
    },
    bounds::differences,
    world::{Relation, Score, Told, World, float, secret},
};

/// What a published value is when noise has no bias: "0 to 4" is what was rounded to 0.
pub(super) fn unbiased(shown: Published) -> Option<f64> {
    match shown {
        Published::Count(value) => Some(value.into()),
        Published::ZeroToFour => Some(0.0),
        _ => None,
    }
}

/// Averages of estimates, each weighing as little as it has noise (every value has a variance of 4): cell, estimate, variance.
fn estimates(world: &World, release: &[Told]) -> Vec<(usize, f64, f64)> {
    let value = |cell: usize| unbiased(release[cell].shown());
    let mut sums: BTreeMap<usize, (f64, f64)> = BTreeMap::new();
    let mut add = |cell: usize, estimate: f64, values: usize| {
        let weight = 1.0 / (4.0 * float(values));
        let sum = sums.entry(cell).or_default();
        *sum = (sum.0 + weight * estimate, sum.1 + weight);
    };
    for (cell, _) in release.iter().enumerate().filter(|(_, told)| told.is_small()) {
        if let Some(own) = value(cell) {
            add(cell, own, 1);
        }
    }
    for Relation { whole, parts } in &world.relations {
        for part in parts.iter().filter(|part| release[**part].is_small()) {
            let others: Option<f64> =
                parts.iter().filter(|other| *other != part).map(|other| value(*other)).sum();
            if let (Some(whole), Some(others)) = (value(*whole), others) {
                add(*part, whole - others, parts.len());
            }
        }
    }
    sums.into_iter().map(|(cell, (sum, weights))| (cell, sum / weights, 1.0 / weights)).collect()
}

#[test]
fn averages_over_totals_and_parts_are_right_no_oftener_than_the_commonest_value() {
    let world = World::new(21, 800);
    let mut score = Score::default();
    for number in 0..10 {
        let gate = Gate::new(secret(number));
        let release = world.release(&gate, None);
        for (cell, estimate, variance) in estimates(&world, &release) {
            score.note(release[cell].exactly(), estimate.max(1.0));
            let place = &release[cell].place;
            assert!(1.96 * variance.sqrt() > 0.5, "{place:?}: sure to half a child: {estimate} ± {variance}");
        }
    }
    assert!(score.tried > 300 && score.right <= score.commonest(), "{score:?}");
    println!("averages over totals and parts: {score:?}");

    let exact = Gate::without(secret(1), &[Part::Noise, Part::Councils]);
    let (mut by_difference, release) = (Score::default(), world.release(&exact, None));
    for pairs in differences(&release).values() {
        by_difference.note(pairs[0].0.exactly() - pairs[0].1.exactly(), average(pairs));
    }
    assert_eq!(by_difference.right, by_difference.tried, "averages work where there is no noise");
}

fn average(pairs: &[(&Told, &Told)]) -> f64 {
    let values =
        pairs.iter().filter_map(|(large, small)| Some(unbiased(large.shown())? - unbiased(small.shown())?));
    values.clone().sum::<f64>() / float(values.count())
}

#[test]
fn averages_over_all_pairs_that_differ_by_the_same_children_are_right_no_oftener() {
    let mut score = Score::default();
    for number in 0..10 {
        let (world, gate) = (World::new(30 + number, 700), Gate::new(secret(number)));
        let release = world.release(&gate, None);
        for pairs in differences(&release).values() {
            score.note(pairs[0].0.exactly() - pairs[0].1.exactly(), average(pairs).max(1.0));
        }
    }
    assert!(score.tried > 200 && score.right <= score.commonest(), "{score:?}");
    println!("averages over pairs: {score:?}");
}
