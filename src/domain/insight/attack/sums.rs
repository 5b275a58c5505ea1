//! By rates, means and intervals: how many are they of, and what is one child's score?

use super::{
    super::{
        cell::{Cell, Change, InTime, Pair, Reach, Scale, Sessions, Wait},
        disclosure::{Gate, Part},
        passing::{cost_per_child, per_cent},
        published::{Published, Rate},
        row::{Before, ProtectedRow},
        statistics::sample_sd,
    },
    world::{Chance, child, secret},
};
use crate::words::{Informant, Instrument, ReliableChange};

const SDQ: Scale = Scale { low: 0, high: 4_000, centre: 1_600 };

/// A child's totals: about 17.5 and 2.4 lower, in whole points.
fn pair(number: u32, chance: &mut Chance) -> Pair {
    let mut about = |middle: i64, spread: i64| -> i64 {
        let steps = (0..4).map(|_| i64::try_from(chance.below(101)).unwrap() - 50).sum::<i64>();
        middle + steps * spread / 58
    };
    let before = about(17, 6).clamp(0, 40);
    let after = (before + about(-2, 5)).clamp(0, 40);
    let change = match after - before {
        ..=-7 => ReliableChange::Improved,
        7.. => ReliableChange::Deteriorated,
        _ => ReliableChange::NoReliableChange,
    };
    let points = |score: i64| i32::try_from(score * 100).unwrap();
    Pair { child: child(number, 0), before: points(before), after: points(after), change: Some(change) }
}

fn cell(pairs: &[Pair]) -> Cell {
    let change = Change {
        instrument: Instrument::Sdq,
        informant: Informant::SelfReport,
        version: "SDQ-4-BAND".into(),
        scale: SDQ,
        pairs: pairs.to_vec(),
        missing_at_end: std::iter::empty().collect(),
    };
    Cell { reach: Reach::OneCouncil, changes: vec![change], ..Cell::default() }
}

fn of(row: &ProtectedRow) -> (f64, Option<(f64, f64)>) {
    let change = &row.changes[0];
    (change.pairs.value().map_or(0.0, f64::from), change.mean_before.value().zip(change.mean_after.value()))
}

/// From two groups that differ by one child: pairs times mean of one less the same of the other is the child's score.
fn differenced(gate: &Gate, seed: u64) -> Option<(f64, f64)> {
    let mut chance = Chance(seed);
    let base = u32::try_from(seed).unwrap() * 100;
    let pairs: Vec<Pair> =
        (0..12 + chance.below(20)).map(|one| pair(base + u32::try_from(one).unwrap(), &mut chance)).collect();
    let (with, without) = (gate.row(&cell(&pairs), None).0, gate.row(&cell(&pairs[1..]), None).0);
    let sum = |row: &ProtectedRow| {
        let (n, means) = of(row);
        // The attacker knows how means are made: of differences from 16.
        means.map(|(before, _)| (before - 16.0) * n)
    };
    Some((16.0 + sum(&with)? - sum(&without)?, f64::from(pairs[0].before) / 100.0))
}

fn right_within_one_point(gate: &Gate) -> (usize, usize, usize) {
    let (mut tried, mut right, mut commonest) = (0, 0, 0);
    for (guess, truth) in (0..600).filter_map(|seed| differenced(gate, seed)) {
        tried += 1;
        right += usize::from((guess - truth).abs() <= 1.0);
        // The best guess without figures: the middle.
        commonest += usize::from((truth - 17.0).abs() <= 1.0);
    }
    (tried, right, commonest)
}

#[test]
fn two_means_do_not_tell_the_score_of_the_child_between_them() {
    let (tried, right, commonest) =
        right_within_one_point(&Gate::without(secret(1), &[Part::Sums, Part::Noise]));
    assert!(right > 2 * commonest, "it works with exact sums: {right} of {tried}, {commonest} by the middle");
    let (tried, right, commonest) = right_within_one_point(&Gate::new(secret(1)));
    println!("scores by differencing: {right} of {tried}, {commonest} by the middle");
    assert!(tried > 300 && right <= commonest, "{right} of {tried}, {commonest} by the middle");
}

#[test]
fn a_mean_fits_every_count_that_its_published_count_allows() {
    // Whoever looks for the counts of which a mean in tenths can be (17.3 is of no sum of 4 whole scores) finds that the mean
    // is none: it is of a noised sum and a published count.
    let mut chance = Chance(3);
    for seed in 0..100_u32 {
        let n = 12 + seed % 23;
        let pairs: Vec<Pair> = (0..n).map(|one| pair(seed * 100 + one, &mut chance)).collect();
        let row = Gate::new(secret(2)).row(&cell(&pairs), None).0;
        let (published, Some((before, _))) = of(&row) else { continue };
        assert!((published / 5.0).fract() == 0.0);
        // What would have been: the exact mean. It is told only by accident.
        let exact = pairs.iter().map(|pair| f64::from(pair.before)).sum::<f64>() / f64::from(n) / 100.0;
        assert!((before - exact).abs() < 8.0, "and still it says something: {before} for {exact}");
    }
}

#[test]
fn every_rate_is_of_published_counts_alone() {
    let gate = Gate::new(secret(4));
    for seed in 0..200_u32 {
        let due = 5 + seed % 60;
        let in_time = due * (seed % 7) / 7;
        let those = |n: u32| (0..n).map(move |one| child(seed * 100 + one, 0)).collect();
        let triaged = InTime { in_time: those(in_time), due: those(due) };
        let cell = Cell {
            reach: Reach::OneCouncil,
            triaged,
            referred: those(due),
            accepted: those(in_time),
            ..Cell::default()
        };
        let row = gate.row(&cell, None).0;
        assert_eq!(row.triaged_in_time, per_cent(row.accepted, row.referred), "of {in_time} and {due}");
        // A known sum over a cost is the published count, and no other.
        if let Some(cost) = cost_per_child(30_000_000, row.referred).value() {
            let inverted = (300_000.0 / cost).round();
            assert!(
                (inverted - row.referred.value().map_or(0.0, f64::from)).abs() < 0.5 && inverted % 5.0 == 0.0
            );
        }
        if let Rate::PerCent(share) = row.triaged_in_time {
            assert!(share <= 100 && row.referred.value() >= Some(10) && row.accepted.value().is_some());
        }
    }
}

#[test]
fn what_a_set_of_children_told_stands_until_five_moved() {
    let mut chance = Chance(8);
    let mut pairs: Vec<Pair> = (0..40).map(|one| pair(one, &mut chance)).collect();
    let sessions = |pairs: &[Pair]| {
        pairs.iter().map(|pair| Sessions { child: pair.child, attended: 6, expected: 9 }).collect::<Vec<_>>()
    };
    let waits = |pairs: &[Pair]| {
        pairs
            .iter()
            .map(|pair| Wait { child: pair.child, working_days: 3 + pair.child.number() % 20 })
            .collect::<Vec<_>>()
    };
    let whole = |pairs: &[Pair]| Cell { sessions: sessions(pairs), waits: waits(pairs), ..cell(pairs) };
    let gate = Gate::new(secret(5));
    let (row, held) = gate.row(&whole(&pairs), None);
    assert!(row.changes[0].effect_size.value().is_some() && row.median_wait_working_days.value().is_some());
    assert!(row.attendance_rate.value().is_some());
    pairs.extend((100..104).map(|one| pair(one, &mut chance)));
    let before = Before { row: &row, held: &held };
    // Four came, and all had other scores, waits and sessions: nothing moves.
    let mut other = whole(&pairs);
    other.changes[0].pairs.iter_mut().for_each(|pair| pair.after = 0);
    other.waits.iter_mut().for_each(|wait| wait.working_days = 40);
    other.sessions.iter_mut().for_each(|one| one.attended = 0);
    let (same, kept) = gate.row(&other, Some(before));
    assert_eq!((&same, &kept), (&row, &held));
    let (loose, _) = Gate::without(secret(5), &[Part::Hold]).row(&other, Some(before));
    assert_ne!(loose, row, "without the rule it moves");
    pairs.push(pair(104, &mut chance));
    let (moved, _) = gate.row(&whole(&pairs), Some(before));
    assert_ne!(moved.changes[0].mean_before, row.changes[0].mean_before);
    // And it is stored and read as it is.
    let text = serde_json::to_string(&(&row, &held)).unwrap();
    assert_eq!(serde_json::from_str::<(ProtectedRow, super::super::held::Held)>(&text).unwrap(), (row, held));
}

#[test]
fn parts_of_a_whole_are_told_with_five_or_merged() {
    let mut seen = [0; 3];
    for seed in 0..300_u32 {
        let mut chance = Chance(seed.into());
        let pairs: Vec<Pair> = (0..5 + seed % 240).map(|one| pair(seed * 300 + one, &mut chance)).collect();
        let exactly = |which| pairs.iter().filter(|pair| pair.change == Some(which)).count();
        let small =
            [ReliableChange::Improved, ReliableChange::NoReliableChange, ReliableChange::Deteriorated]
                .map(|which| exactly(which) < 5);
        let change = &Gate::new(secret(6)).row(&cell(&pairs), None).0.changes[0];
        let told = [change.improved, change.no_reliable_change, change.deteriorated];
        match told.map(|one| one.value().is_some()) {
            [true, true, true] => {
                assert_eq!(small, [false; 3]);
                seen[0] += 1;
            }
            [false, false, false] => {
                assert!(told.iter().all(|one| *one == Published::Withheld));
                seen[1] += 1;
            }
            _ => {
                assert!(told.contains(&Published::Merged) && !told.contains(&Published::ZeroToFour));
                seen[2] += 1;
            }
        }
    }
    assert!(seen.iter().all(|times| *times > 2), "{seen:?}");
}

fn sums(pairs: &[Pair], of: impl Fn(&Pair) -> i32) -> (f64, f64) {
    let values = || pairs.iter().map(|pair| f64::from(of(pair)));
    (values().sum(), values().map(|value| value * value).sum())
}

/// Effects as large as they are, within what noise and rounding allow, in the numbers of children of a partnership.
#[test]
fn effects_show_with_the_right_sign_and_size() {
    let mut chance = Chance(12);
    for number in 0..20 {
        let pairs: Vec<Pair> = (0..200).map(|one| pair(one, &mut chance)).collect();
        let row = Gate::new(secret(number)).row(&cell(&pairs), None).0;
        let [g, low, high] =
            [row.changes[0].effect_size, row.changes[0].effect_size_low, row.changes[0].effect_size_high]
                .map(|one| one.value().unwrap());
        // The mean change over the spread before, give or take our noise and the steps in which it is told.
        let exact = {
            let (sum, squares) = sums(&pairs, |pair| pair.before);
            sums(&pairs, |pair| pair.after - pair.before).0 / 200.0 / sample_sd(sum, squares, 200.0).unwrap()
        };
        assert!((g - exact).abs() < 0.06 && exact < -0.2, "{g} for {exact:.3}");
        assert!(low < exact && exact < high && high - low < 0.5, "{exact:.3} in {low} to {high}");
        let (_, Some((before, after))) = of(&row) else { panic!("200 pairs are enough") };
        assert!((before - 17.0).abs() < 1.5 && (before - after - 2.0).abs() < 1.5, "{before} to {after}");
    }
}
