//! An invented partnership whose children have every dimension of the list, and its published figures.
//!
//! Owns the population, who is in which cell, and what may be known of a published value.

use std::collections::BTreeMap;

use super::super::{
    child::{Child, Members, RecordKey, Standing},
    disclosure::{Gate, Part},
    held::HeldCount,
    published::Published,
    tables::{Span, TABLES, Table},
};
use crate::words::OutcomeDimension::{
    self, AgeBand, Approach, Area, DecisionReason, EthnicityGroup, LocalAuthority, Pathway, Programme,
    Provider, Quarter, School, Sex, SocialCare, Source, SpecialNeeds, Strand, Year,
};

/// A small generator that is the same everywhere: SplitMix64 (Steele, Lea and Flood 2014).
pub(super) struct Chance(pub(super) u64);

impl Chance {
    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub(super) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap()
    }

    /// A place in a list of weights.
    pub(super) fn weighted(&mut self, weights: &[usize]) -> u8 {
        let mut at = self.below(weights.iter().sum());
        for (place, weight) in (0..).zip(weights) {
            if at < *weight {
                return place;
            }
            at -= weight;
        }
        unreachable!("the weights sum to more")
    }
}

/// A number that is small enough to be one.
pub(super) fn float(number: impl TryInto<u32>) -> f64 {
    number.try_into().map_or(f64::NAN, f64::from)
}

pub(super) fn secret(number: u64) -> [u8; 32] {
    let mut chance = Chance(number ^ 0x5EC_2E7);
    let mut secret = [0; 32];
    for byte in &mut secret {
        *byte = u8::try_from(chance.next() & 255).unwrap();
    }
    secret
}

pub(super) fn child(number: u32, council: u8) -> Child {
    let key = RecordKey::draw(Chance(u64::from(number) << 20).next());
    Child::counted(number, key, council, Standing::Open).unwrap()
}

/// What somebody is, by each dimension, and in which of four quarters they were counted.
#[derive(Clone)]
pub(super) struct Person {
    pub(super) child: Child,
    pub(super) is: BTreeMap<OutcomeDimension, u8>,
    pub(super) quarter: u8,
}

impl Person {
    pub(super) fn new(number: u32, chance: &mut Chance) -> Self {
        let programme = chance.weighted(&[22, 18, 14, 12, 9, 8, 6, 4, 3, 2, 1, 1]);
        let council = chance.weighted(&[48, 52]);
        // Its second council hardly uses some programmes: that is where parts are small.
        let council = if programme % 4 == 3 && chance.below(12) > 0 { 0 } else { council };
        let is = BTreeMap::from([
            (Programme, programme),
            (Strand, programme % 2),
            (Approach, programme % 6),
            (Provider, programme % 7),
            (LocalAuthority, council),
            (Area, council * 10 + chance.weighted(&[20, 18, 15, 12, 10, 9, 7, 5, 3, 1])),
            (School, council * 20 + chance.weighted(&[3; 20])),
            (AgeBand, chance.weighted(&[2, 36, 38, 21, 3])),
            (Sex, chance.weighted(&[74, 25, 1])),
            (EthnicityGroup, chance.weighted(&[80, 8, 5, 4, 2, 1])),
            (SpecialNeeds, chance.weighted(&[70, 20, 10])),
            (SocialCare, chance.weighted(&[70, 18, 7, 5])),
            (Source, chance.weighted(&[34, 27, 16, 8, 5, 4, 4, 2])),
            (Pathway, chance.weighted(&[50, 30, 15, 5])),
            (DecisionReason, chance.weighted(&[60, 15, 10, 8, 4, 3])),
        ]);
        Self { child: child(number, council), is, quarter: chance.weighted(&[25, 26, 24, 25]) }
    }

    fn counts_in(&self, time: Time) -> bool {
        match time {
            Time::Last12Months => true,
            Time::Year => self.quarter > 0,
            Time::Quarter(quarter) => self.quarter == quarter,
        }
    }
}

/// A span with its value. The year that runs has had three quarters; the fourth of the 12 months was in the year before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Time {
    Last12Months,
    Year,
    Quarter(u8),
}

impl Time {
    pub(super) fn of(span: Span) -> Vec<Self> {
        match span {
            Span::Last12Months => vec![Self::Last12Months],
            Span::Year => vec![Self::Year],
            Span::Quarter => (0..4).map(Self::Quarter).collect(),
        }
    }
}

/// Which cell: a time, and a value of each dimension of its table.
pub(super) type Where = (Time, Vec<(OutcomeDimension, u8)>);

/// The children, and who is in each cell of each listed table; none of it is protected.
pub(super) struct World {
    pub(super) people: Vec<Person>,
    pub(super) cells: Vec<(Where, &'static Table, Members)>,
    /// Which cell is where.
    pub(super) index: BTreeMap<Where, usize>,
    /// Where one cell is the sum of others. Each child of a world is counted once in it, which helps whoever attacks.
    pub(super) relations: Vec<Relation>,
}

/// A whole and its parts.
#[derive(Clone, Debug)]
pub(super) struct Relation {
    pub(super) whole: usize,
    pub(super) parts: Vec<usize>,
}

/// One cell as it is, and as it is published.
#[derive(Clone)]
pub(super) struct Told {
    pub(super) place: Where,
    pub(super) table: &'static Table,
    pub(super) members: Members,
    pub(super) held: HeldCount,
}

impl Told {
    pub(super) fn exactly(&self) -> usize {
        self.members.exactly()
    }

    pub(super) fn shown(&self) -> Published {
        self.held.shown()
    }

    /// Worth attacking.
    pub(super) fn is_small(&self) -> bool {
        (1..=4).contains(&self.exactly())
    }
}

/// In the order of the world's cells.
pub(super) type Release = Vec<Told>;

/// How many values each dimension has.
pub(super) fn values(dimension: OutcomeDimension) -> u8 {
    match dimension {
        Programme => 12,
        Strand | LocalAuthority => 2,
        Approach | EthnicityGroup | DecisionReason => 6,
        Provider => 7,
        Area => 20,
        School => 40,
        AgeBand => 5,
        Sex | SpecialNeeds => 3,
        SocialCare | Pathway => 4,
        Source => 8,
        Quarter | Year => 0,
    }
}

/// Every combination of values.
pub(super) fn combinations(by: &[OutcomeDimension]) -> Vec<Vec<(OutcomeDimension, u8)>> {
    by.iter().fold(vec![Vec::new()], |all, dimension| {
        all.iter()
            .flat_map(|one| {
                (0..values(*dimension)).map(move |value| [one.clone(), vec![(*dimension, value)]].concat())
            })
            .collect()
    })
}

impl World {
    pub(super) fn new(seed: u64, size: u32) -> Self {
        let mut chance = Chance(seed);
        Self::of((1..=size).map(|number| Person::new(number, &mut chance)).collect())
    }

    pub(super) fn of(people: Vec<Person>) -> Self {
        let mut world = Self { people, cells: Vec::new(), index: BTreeMap::new(), relations: Vec::new() };
        for table in TABLES {
            for time in table.spans.iter().flat_map(|span| Time::of(*span)) {
                for at in combinations(table.by) {
                    let members = world.members(time, &at);
                    world.index.insert((time, at.clone()), world.cells.len());
                    world.cells.push(((time, at), table, members));
                }
            }
        }
        world.relations = relations(&world.index);
        world
    }

    pub(super) fn members(&self, time: Time, at: &[(OutcomeDimension, u8)]) -> Members {
        self.people
            .iter()
            .filter(|one| {
                one.counts_in(time) && at.iter().all(|(dimension, value)| one.is[dimension] == *value)
            })
            .map(|one| one.child)
            .collect()
    }

    /// Every cell of every listed table, through the gate.
    pub(super) fn release(&self, gate: &Gate, before: Option<&Release>) -> Release {
        let through = |(number, (place, table, members)): (usize, &(Where, &'static Table, Members))| {
            let held = before.map(|before| &before[number].held);
            let held = gate.count(members, table.reach(), held);
            Told { place: place.clone(), table, members: members.clone(), held }
        };
        self.cells.iter().enumerate().map(through).collect()
    }
}

/// Between which numbers a published value must lie, for whoever knows how the gate works.
pub(super) fn known(gate: &Gate, shown: Published) -> (i64, i64) {
    match shown {
        Published::Count(value) if gate.lacks(Part::Noise) => (value.into(), value.into()),
        Published::Count(value) => ((i64::from(value) - 4).max(1), i64::from(value) + 4),
        Published::ZeroToFour => (0, 4),
        _ => (0, 10_000),
    }
}

/// What everybody can add up: a cell, and those of one dimension more, or of what lies within, or of shorter times.
fn relations(index: &BTreeMap<Where, usize>) -> Vec<Relation> {
    let mut found = Vec::new();
    for ((time, at), whole) in index {
        let mut note = |parts: Vec<Where>| {
            let parts: Option<Vec<usize>> = parts.iter().map(|part| index.get(part).copied()).collect();
            found.extend(
                parts.filter(|parts| !parts.is_empty()).map(|parts| Relation { whole: *whole, parts }),
            );
        };
        for more in [
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
            Source,
            Pathway,
            DecisionReason,
        ] {
            if at.iter().all(|(dimension, _)| *dimension != more) {
                note((0..values(more)).map(|value| (*time, and(at, (more, value)))).collect());
                let within = (0..values(more)).filter(|value| lies_within(at, more, *value));
                note(within.map(|value| (*time, vec![(more, value)])).collect());
            }
        }
        // The quarters of a year, and the quarter before it.
        match time {
            Time::Year => note((1..4).map(|quarter| (Time::Quarter(quarter), at.clone())).collect()),
            Time::Last12Months => note(vec![(Time::Year, at.clone()), (Time::Quarter(0), at.clone())]),
            Time::Quarter(_) => {}
        }
    }
    found
}

/// A place with one dimension more.
pub(super) fn and(at: &[(OutcomeDimension, u8)], one: (OutcomeDimension, u8)) -> Vec<(OutcomeDimension, u8)> {
    let mut at = [at, &[one]].concat();
    at.sort_unstable();
    at
}

/// A strand's programmes, a council's areas.
fn lies_within(at: &[(OutcomeDimension, u8)], more: OutcomeDimension, value: u8) -> bool {
    match (at, more) {
        ([(Strand, strand)], Programme) => value % 2 == *strand,
        ([(Approach, approach)], Programme) => value % 6 == *approach,
        ([(Provider, provider)], Programme) => value % 7 == *provider,
        ([(LocalAuthority, council)], Area) => value / 10 == *council,
        ([(LocalAuthority, council)], School) => value / 20 == *council,
        _ => false,
    }
}

/// How many small cells a guess gets right, and how many naming the commonest value does.
#[derive(Default, Debug)]
pub(super) struct Score {
    pub(super) tried: usize,
    pub(super) right: usize,
    by_value: [usize; 5],
}

impl Score {
    /// A guess at a small cell.
    pub(super) fn note(&mut self, exactly: usize, guess: f64) {
        self.tried += 1;
        self.by_value[exactly] += 1;
        self.right += usize::from((guess - float(exactly)).abs() < 0.5);
    }

    pub(super) fn commonest(&self) -> usize {
        self.by_value.into_iter().max().unwrap()
    }
}
