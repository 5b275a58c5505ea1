//! 10,000 random questions by one viewer, each answered from what is stored; what all answers together tell.

use std::collections::BTreeSet;

use super::{
    super::{
        disclosure::{Gate, Part},
        tables::{Question, Span, listed},
    },
    bounds::squeezed,
    world::{Chance, Time, World, combinations, secret, values},
};
use crate::words::OutcomeDimension::{
    self, AgeBand, Approach, Area, DecisionReason, EthnicityGroup, LocalAuthority, Pathway, Programme,
    Provider, Quarter, School, Sex, SocialCare, Source, SpecialNeeds, Strand, Year,
};

const ALL: [OutcomeDimension; 17] = [
    Programme,
    Provider,
    Strand,
    Approach,
    Area,
    LocalAuthority,
    AgeBand,
    Sex,
    EthnicityGroup,
    SpecialNeeds,
    SocialCare,
    School,
    Quarter,
    Year,
    Source,
    Pathway,
    DecisionReason,
];

/// A question with the values of its filters, mostly of a shape that a page would ask.
fn random(chance: &mut Chance) -> (Question, Vec<(OutcomeDimension, u8)>) {
    let mut some = |most: usize| -> Vec<OutcomeDimension> {
        (0..chance.below(most + 1)).map(|_| ALL[chance.below(ALL.len())]).collect()
    };
    let (filters, groups) = (some(3), some(3));
    let period = [None, Some(Span::Year), Some(Span::Quarter)][chance.below(3)];
    let at = filters
        .iter()
        .map(|dimension| {
            let most = usize::from(values(*dimension)).max(1);
            (*dimension, u8::try_from(chance.below(most)).unwrap())
        })
        .collect();
    (Question { filters, groups, period }, at)
}

/// The cells that a question shows; none where it is too detailed.
fn asked(chance: &mut Chance, world: &World) -> Option<BTreeSet<usize>> {
    let (question, at) = random(chance);
    let listed = listed(&question).ok()?;
    let mut seen = BTreeSet::new();
    for (table, span) in [(listed.table, listed.span), (listed.total, listed.total_span)] {
        for time in Time::of(span) {
            for place in combinations(table.by) {
                let fits = |(dimension, value): &(OutcomeDimension, u8)| {
                    place.iter().all(|(one, is)| one != dimension || is == value)
                };
                if at.iter().all(fits) {
                    seen.insert(*world.index.get(&(time, place)).expect("what is listed is stored"));
                }
            }
        }
    }
    Some(seen)
}

fn recovered(gate: &Gate, world: &World, seen: &BTreeSet<usize>) -> usize {
    let release = world.release(gate, None);
    let left = squeezed(gate, world, &release, |cell| seen.contains(&cell));
    seen.iter().filter(|cell| left[**cell].0 == left[**cell].1 && (1..=4).contains(&left[**cell].0)).count()
}

#[test]
fn ten_thousand_random_questions_leave_no_small_count_alone() {
    let (world, mut chance) = (World::new(81, 800), Chance(82));
    let answers: Vec<_> = (0..10_000).filter_map(|_| asked(&mut chance, &world)).collect();
    let seen: BTreeSet<usize> = answers.iter().flatten().copied().collect();
    assert!(answers.len() > 300 && seen.len() > 500, "{} answers, {} cells", answers.len(), seen.len());
    let exact = Gate::without(secret(1), &[Part::Noise, Part::Councils]);
    let found = recovered(&exact, &world, &seen);
    assert!(found > 50, "they do where numbers from 5 up are exact: {found} of {} cells", seen.len());
    for number in 0..10 {
        assert_eq!(recovered(&Gate::new(secret(number)), &world, &seen), 0);
    }
}
