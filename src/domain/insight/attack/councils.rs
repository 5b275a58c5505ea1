//! A manager who knows every child of her own council, in every cell, and subtracts them from what is told of both.

use super::{
    super::{
        cell::Reach,
        disclosure::{Gate, Part},
    },
    world::{Told, World, and, known, secret},
};
use crate::words::OutcomeDimension::LocalAuthority;

/// How many small counts of the other council she is left with one value of. She has what is told over both less her own,
/// what is told of the other council itself where that is listed, and the rule that both parts are 0 or at least 5.
fn recovered(gate: &Gate, world: &World, release: &[Told], own: u8) -> usize {
    let other = 1 - own;
    let over_both = release.iter().filter(|told| told.table.reach() == Reach::BothCouncils);
    let left = over_both.map(|told| {
        let (time, at) = &told.place;
        let part = |council: u8| and(at, (LocalAuthority, council));
        let mine = i64::try_from(world.members(*time, &part(own)).exactly()).unwrap();
        let (low, high) = known(gate, told.shown());
        let (mut low, mut high) = ((low - mine).max(0), high - mine);
        if let Some(alone) = world.index.get(&(*time, part(other))) {
            let alone = known(gate, release[*alone].shown());
            (low, high) = (low.max(alone.0), high.min(alone.1));
        }
        let told_of_both = told.shown().value().is_some();
        if told_of_both && !gate.lacks(Part::Councils) && low > 0 {
            low = low.max(5);
        }
        if !told_of_both && !gate.lacks(Part::Councils) {
            // It is for the other part, too small by the secret's under 5 to 12, where her own is none or surely enough.
            if mine == 0 || mine >= 12 {
                high = high.min(11);
            }
            if mine >= 12 {
                low = low.max(1);
            }
        }
        let truth = i64::try_from(world.members(*time, &part(other)).exactly()).unwrap();
        assert!(
            (low..=high).contains(&truth),
            "she reasons wrongly about {at:?}: {low} to {high}, not {truth}"
        );
        low == high && (1..=4).contains(&low)
    });
    left.filter(|alone| *alone).count()
}

#[test]
fn who_subtracts_her_own_council_learns_no_small_count_of_the_other() {
    let world = World::new(71, 900);
    for own in [0, 1] {
        let neither = Gate::without(secret(1), &[Part::Noise, Part::Councils]);
        let found = recovered(&neither, &world, &world.release(&neither, None), own);
        assert!(found > 10, "it works where numbers are exact and small parts told: {found}");
        // Each of the two stands in the way alone.
        let exact = Gate::without(secret(1), &[Part::Noise]);
        assert_eq!(recovered(&exact, &world, &world.release(&exact, None), own), 0);
        for number in 0..20 {
            let gate = Gate::new(secret(number));
            assert_eq!(recovered(&gate, &world, &world.release(&gate, None), own), 0);
        }
    }
}

#[test]
fn nothing_over_both_councils_is_told_of_a_small_part() {
    let world = World::new(72, 900);
    let release = world.release(&Gate::new(secret(3)), None);
    let over_both = release.iter().filter(|told| told.table.reach() == Reach::BothCouncils);
    let (mut told_ones, mut withheld) = (0, 0);
    for told in over_both {
        let has =
            |sizes: std::ops::Range<usize>| told.members.parts().iter().any(|(_, part)| sizes.contains(part));
        if told.shown().value().is_some() {
            assert!(!has(1..5));
            told_ones += 1;
        } else {
            assert!(has(1..12) || told.exactly() == 0);
            withheld += 1;
        }
    }
    assert!(told_ones > 100 && withheld > 50, "{told_ones} told, {withheld} withheld");
}
