//! From release to release: before and after one child, and children whom the attacker adds and takes away.

use super::{
    super::{
        cell::Reach,
        child::Members,
        disclosure::{Gate, Part},
    },
    averages::unbiased,
    world::{Chance, Person, Score, World, child, float, secret},
};

/// A world in which so many more were counted; what changed in what is told.
fn changed_by(gate: &Gate, more: u32) -> usize {
    let world = World::new(41, 600);
    let before = world.release(gate, None);
    let (mut chance, like) = (Chance(5), world.people[0].clone());
    // All alike: the attacker looks where this one child would be.
    let same = (0..more).map(|number| {
        let one = Person::new(10_000 + number, &mut chance);
        Person { child: one.child, ..like.clone() }
    });
    let after = World::of(world.people.iter().cloned().chain(same).collect()).release(gate, Some(&before));
    before.iter().zip(&after).filter(|(before, after)| before.shown() != after.shown()).count()
}

#[test]
fn one_child_changes_nothing_that_is_told() {
    let gate = Gate::new(secret(1));
    for more in 1..5 {
        assert_eq!(changed_by(&gate, more), 0, "{more} children");
        assert!(changed_by(&Gate::without(secret(1), &[Part::Hold]), more) > 3, "they show without the rule");
    }
    assert!(changed_by(&gate, 5) > 3, "five children show");
}

/// What an attacker sees of a small set: they add five children of their own at each release, others each time, and take
/// those before away. Known children are subtracted.
fn planted(gate: &Gate, few: u32, releases: u32, seed: u32) -> Vec<f64> {
    let those = |release: u32| -> Members {
        let real = (0..few).map(|one| child(seed * 1_000 + one, 0));
        let own = (0..5).map(|one| child(1_000_000 + seed * 10_000 + release * 5 + one, 0));
        real.chain(own).collect()
    };
    let mut held =
        gate.count(&(0..few).map(|one| child(seed * 1_000 + one, 0)).collect(), Reach::OneCouncil, None);
    (0..releases)
        .filter_map(|release| {
            held = gate.count(&those(release), Reach::OneCouncil, Some(&held));
            Some(unbiased(held.shown())? - 5.0)
        })
        .collect()
}

fn score(off: &[Part], releases: u32) -> Score {
    let mut score = Score::default();
    let mut chance = Chance(9);
    for seed in 0..400 {
        let gate = Gate::without(secret(u64::from(seed / 40)), off);
        let few = 1 + chance.weighted(&[40, 28, 19, 13]);
        let seen = planted(&gate, few.into(), releases, seed);
        score.note(few.into(), (seen.iter().sum::<f64>() / float(seen.len())).max(1.0));
    }
    score
}

#[test]
fn planted_children_do_not_average_the_noise_away() {
    let fresh = score(&[Part::Anchor], 52);
    assert!(fresh.right * 10 > fresh.tried * 8, "with a new draw for each set a year of it works: {fresh:?}");
    for releases in [8, 52] {
        let kept = score(&[], releases);
        assert!(kept.right <= kept.commonest(), "{releases} releases: {kept:?}");
        println!("planted, {releases} releases: {kept:?}");
    }
}

#[test]
fn planting_in_steps_of_one_finds_the_sum_of_count_and_draw_and_no_more() {
    // The attacker finds by how many more the value goes up: what is there plus the secret draw, 0 to 4. For each sum at
    // least two counts are possible, unless nobody is there.
    let mut possible = std::collections::BTreeMap::<u32, std::collections::BTreeSet<u32>>::new();
    for seed in 0..600 {
        let gate = Gate::new(secret(seed.into()));
        let few = seed % 5;
        let real: Vec<_> = (0..few).map(|one| child(seed * 10 + one, 0)).collect();
        let mut held = gate.count(&real.iter().copied().collect(), Reach::OneCouncil, None);
        let mut sum = None;
        for more in 5..10 {
            let own = (0..more).map(|one| child(100_000 + seed * 100 + more * 10 + one, 0));
            held = gate.count(&real.iter().copied().chain(own).collect(), Reach::OneCouncil, Some(&held));
            if sum.is_none() && held.shown().value() >= Some(10) {
                sum = Some(10 - more);
            }
        }
        possible.entry(sum.unwrap_or(0)).or_default().insert(few);
    }
    for (sum, counts) in &possible {
        assert!(*sum == 0 || counts.len() > 1, "a sum of {sum} is only possible with {counts:?}");
    }
}

/// Adding children in the smaller council, one more at each release, until a cell over both is told: how many were there?
/// Others of the attacker come and go, so that enough move.
fn added_until_told(gate: &Gate, few: u32, seed: u32) -> Option<u32> {
    let base = seed * 1_000;
    let large = (0..20).map(|one| child(base + one, 0));
    let real: Vec<_> = large.chain((20..20 + few).map(|one| child(base + one, 1))).collect();
    let mut held = gate.count(&real.iter().copied().collect(), Reach::BothCouncils, None);
    (0..13).find(|added| {
        let come_and_go = (0..10).map(|one| child(1_000_000 + base + 50 * added + one, 0));
        let own = (0..*added).map(|one| child(1_000_000 + base + 50 * added + 20 + one, 1));
        let members = real.iter().copied().chain(come_and_go).chain(own).collect();
        held = gate.count(&members, Reach::BothCouncils, Some(&held));
        held.shown().value().is_some()
    })
}

#[test]
fn adding_children_until_a_cell_over_both_councils_is_told_does_not_tell_how_many_were_there() {
    let score = |off: &[Part]| {
        let (mut score, mut chance) = (Score::default(), Chance(19));
        for seed in 0..400 {
            let gate = Gate::without(secret(u64::from(seed / 40)), off);
            let few = 1 + chance.weighted(&[40, 28, 19, 13]);
            let added = added_until_told(&gate, few.into(), seed).unwrap_or(13);
            // Told from 5 on; where the secret adds 0 to 7, from 8.5 on average.
            let from = if off.is_empty() { 9.0 } else { 5.0 };
            score.note(few.into(), (from - f64::from(added)).clamp(1.0, 4.0));
        }
        score
    };
    let everywhere = score(&[Part::Thresholds]);
    assert_eq!(everywhere.right, everywhere.tried, "it works where 5 is enough everywhere");
    let secret = score(&[]);
    println!("added until told: {secret:?}");
    assert!(secret.right <= secret.commonest(), "{secret:?}");
}
