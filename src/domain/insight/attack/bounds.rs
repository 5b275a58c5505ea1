//! By bounds and sums: every published value lies within 4 of the truth, and every whole is the sum of its parts. From the two,
//! again and again until nothing moves, what is left for each cell?
//!
//! And every pair of cells of which one lies in the other, less one another: what is left for those between them?

use std::collections::BTreeMap;

use super::{
    super::disclosure::{Gate, Part},
    world::{Relation, Told, World, known, secret},
};
use crate::words::OutcomeDimension::LocalAuthority;

/// What follows from the rule about both councils: where a cell over both is told, neither part has 1 to 4; where it is not,
/// one has.
fn both_councils(gate: &Gate, release: &[Told], relation: &Relation, bounds: &mut [(i64, i64)]) {
    let whole = &release[relation.whole];
    let by = |told: &Told| told.table.by.contains(&LocalAuthority);
    let by_council = relation.parts.iter().all(|part| by(&release[*part])) && relation.parts.len() == 2;
    if gate.lacks(Part::Councils) || !by_council || by(whole) {
        return;
    }
    for (part, other) in [(relation.parts[0], relation.parts[1]), (relation.parts[1], relation.parts[0])] {
        let (low, high) = bounds[part];
        bounds[part] = if whole.shown().value().is_some() {
            // 0, or at least 5.
            if high < 5 { (0, 0) } else { (if low > 0 { low.max(5) } else { 0 }, high) }
        } else if bounds[other].0 >= 12 {
            // Too small is what the secret says: under 5 to 12.
            (low.max(1), high.min(11))
        } else {
            (low, high)
        };
    }
}

/// All that bounds and sums tell of the cells that somebody has seen.
pub(super) fn squeezed(
    gate: &Gate,
    world: &World,
    release: &[Told],
    seen: impl Fn(usize) -> bool,
) -> Vec<(i64, i64)> {
    let mut bounds: Vec<_> = release.iter().map(|told| known(gate, told.shown())).collect();
    let usable = |relation: &&Relation| seen(relation.whole) && relation.parts.iter().all(|part| seen(*part));
    let relations: Vec<&Relation> = world.relations.iter().filter(usable).collect();
    loop {
        let before = bounds.clone();
        for relation in &relations {
            let sum = |of: fn(&(i64, i64)) -> i64| {
                relation.parts.iter().map(|part| of(&bounds[*part])).sum::<i64>()
            };
            let (low, high) = (sum(|one| one.0), sum(|one| one.1));
            let whole = bounds[relation.whole];
            let whole = (whole.0.max(low), whole.1.min(high));
            bounds[relation.whole] = whole;
            for part in &relation.parts {
                let (own_low, own_high) = bounds[*part];
                bounds[*part] =
                    (own_low.max(whole.0 - (high - own_high)), own_high.min(whole.1 - (low - own_low)));
            }
            both_councils(gate, release, relation, &mut bounds);
        }
        if bounds == before {
            return bounds;
        }
    }
}

/// How many counts of 1 to 4 are left with one value, which must be the right one.
fn recovered(gate: &Gate, world: &World, release: &[Told]) -> usize {
    let squeezed = squeezed(gate, world, release, |_| true);
    for ((low, high), told) in squeezed.iter().zip(release) {
        let exactly = i64::try_from(told.exactly()).unwrap();
        assert!((*low..=*high).contains(&exactly), "wrong reasoning: {:?} is {low} to {high}", told.place);
    }
    squeezed.iter().filter(|(low, high)| low == high && (1..=4).contains(low)).count()
}

#[test]
fn bounds_and_sums_over_all_tables_leave_no_small_count_alone() {
    for size in [400, 800, 1_200, 2_000] {
        let world = World::new(size.into(), size);
        let exact = Gate::without(secret(1), &[Part::Noise, Part::Councils]);
        let found = recovered(&exact, &world, &world.release(&exact, None));
        assert!(found > 25, "totals minus parts work where numbers from 5 up are exact: {found}");
        for number in 0..10 {
            let gate = Gate::new(secret(number));
            assert_eq!(recovered(&gate, &world, &world.release(&gate, None)), 0);
        }
    }
}

/// Cells as sets of bits, to see quickly which lies in which.
fn bits(told: &Told) -> Vec<u64> {
    let mut bits = vec![0; 16];
    for number in told.members.numbers() {
        bits[usize::try_from(number / 64).unwrap()] |= 1 << (number % 64);
    }
    bits
}

/// The children by whom two cells differ, where they are 1 to 4, with every pair that differs by just them.
pub(super) fn differences(release: &[Told]) -> BTreeMap<Vec<u64>, Vec<(&Told, &Told)>> {
    let mut cells: Vec<(Vec<u64>, &Told)> =
        release.iter().filter(|told| told.shown().value().is_some()).map(|told| (bits(told), told)).collect();
    cells.sort_by_key(|(_, told)| told.exactly());
    let mut found: BTreeMap<Vec<u64>, Vec<(&Told, &Told)>> = BTreeMap::new();
    for (place, (inner, small)) in cells.iter().enumerate() {
        let near = cells[place..].iter().take_while(|(_, large)| large.exactly() <= small.exactly() + 4);
        for (outer, large) in near.filter(|(outer, _)| inner.iter().zip(outer).all(|(i, o)| i & !o == 0)) {
            if large.exactly() > small.exactly() {
                let between = outer.iter().zip(inner).map(|(o, i)| o & !i).collect();
                found.entry(between).or_default().push((large, small));
            }
        }
    }
    found
}

/// How many differences of 1 to 4 children the bounds of all their pairs together leave with one value.
fn told_apart(gate: &Gate, release: &[Told]) -> (usize, usize) {
    let differences = differences(release);
    let found = differences.values().filter(|pairs| {
        let (low, high) = pairs.iter().fold((0, 10_000), |left: (i64, i64), (large, small)| {
            let (large, small) = (known(gate, large.shown()), known(gate, small.shown()));
            (left.0.max(large.0 - small.1), left.1.min(large.1 - small.0))
        });
        low == high && (1..=4).contains(&low)
    });
    (found.count(), differences.len())
}

#[test]
fn no_two_questions_tell_by_how_many_they_differ() {
    let world = World::new(11, 900);
    let exact = Gate::without(secret(1), &[Part::Noise, Part::Councils]);
    let (found, there) = told_apart(&exact, &world.release(&exact, None));
    assert!(there > 50 && found == there, "differencing works where numbers are exact: {found} of {there}");
    for number in 0..20 {
        let gate = Gate::new(secret(number));
        let (found, there) = told_apart(&gate, &world.release(&gate, None));
        assert!(there > 10, "{there} differences to try");
        assert_eq!(found, 0);
    }
}
