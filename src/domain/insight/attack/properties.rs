//! What holds of the gate for all children, sets and secrets.

use proptest::prelude::*;

use super::{
    super::{
        cell::Reach,
        child::{Child, KEYS, Members, NoRecordKey, RecordKey, Standing, key_of},
        disclosure::{Gate, row_of_table},
        published::{Published, Rate},
    },
    world::{Chance, child, float, secret},
};

fn of(numbers: impl IntoIterator<Item = u32>) -> Members {
    numbers.into_iter().map(|number| child(number, u8::from(number % 2 == 0))).collect()
}

#[test]
fn the_agreed_examples_of_the_method() {
    for (count, row) in [(7, 7), (750, 750), (751, 501), (1_000, 750), (1_001, 501), (1_250, 750)] {
        assert_eq!(row_of_table(count), row);
    }
    assert_eq!(key_of([84, 108, 212, 212, 86].into_iter(), 256), 190);
}

#[test]
fn rounding_is_unbiased_over_all_keys_and_moves_no_count_by_five() {
    let gate = Gate::new(secret(1));
    for exactly in (0..=40).chain([749, 750, 751, 999, 1_000, 5_003]) {
        let told = (0..KEYS).map(|key| gate.rounded(exactly, key));
        let off = told.clone().map(|told| f64::from(told) - float(exactly));
        assert!(
            off.clone().all(|off| off.abs() < 5.0) && told.clone().all(|told| told % 5 == 0),
            "{exactly}"
        );
        // Of 4096 keys one draw has one more than its fifth.
        let bias = off.sum::<f64>() / f64::from(KEYS);
        assert!(bias.abs() <= 5.0 / f64::from(KEYS), "{exactly}: {bias}");
    }
    assert!((0..KEYS).all(|key| gate.rounded(0, key) == 0), "nobody is nobody");
}

#[test]
fn rounding_is_unbiased_over_sets_of_children() {
    let gate = Gate::new(secret(2));
    for size in [3, 7, 11, 26] {
        let rounded = (0..4_000).map(|set| {
            let members = of((0..size).map(|one| set * 100 + one));
            f64::from(gate.rounded(members.exactly(), members.key()))
        });
        let bias = rounded.sum::<f64>() / 4_000.0 - f64::from(size);
        // Four standard errors of an error that is 2.4 at most.
        assert!(bias.abs() < 0.16, "{size}: {bias}");
    }
}

#[test]
fn record_keys_are_uniform_and_never_0() {
    let mut chance = Chance(3);
    let mut bins = [0_u32; 15];
    for _ in 0..60_000 {
        let key = RecordKey::draw(chance.next()).get();
        bins[usize::from((key - 1) / 273)] += 1;
    }
    let chi_squared: f64 = bins.iter().map(|seen| (f64::from(*seen) - 4_000.0).powi(2) / 4_000.0).sum();
    assert!(chi_squared < 36.1, "14 degrees of freedom, one in a thousand: {chi_squared}");
    assert_eq!(RecordKey::try_from(0), Err(NoRecordKey(0)));
    assert_eq!(RecordKey::try_from(4_096), Err(NoRecordKey(4_096)));
}

#[test]
fn restricted_children_cannot_be_counted() {
    assert_eq!(Child::counted(1, RecordKey::draw(7), 0, Standing::Restricted), None);
}

#[test]
fn secrets_make_gates_and_fingerprints_tell_them_apart() {
    let gates: Vec<Gate> = (0..20).map(|number| Gate::new(secret(number))).collect();
    assert_eq!(gates[0].fingerprint(), Gate::new(secret(0)).fingerprint());
    let prints: std::collections::BTreeSet<_> = gates.iter().map(Gate::fingerprint).collect();
    assert_eq!(prints.len(), 20);
    let members = of(0..12);
    let told: std::collections::BTreeSet<_> =
        gates.iter().map(|gate| gate.rounded(12, members.key())).collect();
    assert_eq!(told.into_iter().collect::<Vec<_>>(), [10, 15]);
    assert_eq!(format!("{:?}", gates[0]), "Gate(hidden)");
}

#[test]
fn what_is_displayed() {
    let words = [
        (Published::Count(25), "25", Some(25), false),
        (Published::Count(12_345), "12,345", Some(12_345), false),
        (Published::ZeroToFour, "0 to 4", None, true),
        (Published::Merged, "counted with no reliable change", None, true),
        (Published::Withheld, "not shown", None, true),
        (Published::NotRunHere, "not run here", None, false),
    ];
    for (told, display, value, suppressed) in words {
        assert_eq!((told.display().as_str(), told.value(), told.suppressed()), (display, value, suppressed));
    }
    let rates = [
        (Rate::PerCent(82), "82%"),
        (Rate::Days(1), "1 working day"),
        (Rate::Days(11), "11 working days"),
        (Rate::Pounds(3_050), "£3,050"),
        (Rate::Tenths(174), "17.4"),
        (Rate::Hundredths(-45), "-0.45"),
        (Rate::TooFew, "too few to say"),
        (Rate::NotRunHere, "not run here"),
    ];
    for (rate, display) in rates {
        assert_eq!(rate.display(), display);
    }
}

proptest! {
    #[test]
    fn the_order_and_repetition_of_children_do_not_matter(
        numbers in proptest::collection::btree_set(1_u32..5_000, 0..60),
        shuffled in any::<u64>(),
    ) {
        let gate = Gate::new(secret(1));
        let straight = of(numbers.iter().copied());
        let mut again: Vec<u32> = numbers.iter().chain(&numbers).copied().collect();
        let mut chance = Chance(shuffled);
        for place in (1..again.len()).rev() {
            again.swap(place, chance.below(place + 1));
        }
        prop_assert_eq!(
            gate.count(&straight, Reach::OneCouncil, None),
            gate.count(&of(again), Reach::OneCouncil, None)
        );
    }

    #[test]
    fn one_child_moves_the_cell_key(
        numbers in proptest::collection::btree_set(1_u32..5_000, 0..60),
        one in 5_000_u32..9_000,
    ) {
        let without = of(numbers.iter().copied());
        let with = of(numbers.iter().copied().chain([one]));
        prop_assert_ne!(without.key(), with.key());
    }

    #[test]
    fn no_small_count_is_ever_told(
        number in 0_u64..5,
        steps in proptest::collection::vec(proptest::collection::btree_set(1_u32..60, 0..50), 1..8),
        both in any::<bool>(),
    ) {
        let gate = Gate::new(secret(number));
        let reach = if both { Reach::BothCouncils } else { Reach::OneCouncil };
        let mut before = None;
        for step in steps {
            let members = of(step);
            let held = gate.count(&members, reach, before.as_ref());
            match held.shown() {
                Published::Count(value) => prop_assert!(value >= 5 && value % 5 == 0),
                Published::ZeroToFour => prop_assert!(reach == Reach::OneCouncil),
                other => prop_assert!(other == Published::Withheld && both),
            }
            // What stands is of other children by at most 4, and fewer than 5 from the truth when it was made.
            if let Some(value) = held.shown().value() {
                prop_assert!((i64::from(value) - i64::try_from(members.exactly()).unwrap()).abs() <= 8);
            }
            let stored = serde_json::to_string(&held).unwrap();
            prop_assert_eq!(&serde_json::from_str::<super::super::held::HeldCount>(&stored).unwrap(), &held);
            before = Some(held);
        }
    }
}
