//! From facts to the cells of a table: each distinct child once in each set. Pure.
//!
//! Which cells a table has does not depend on the children: every value that could occur has its cell, so that none tells by
//! being there. A referral counts in the time in which it was decided or withdrawn; a place in the time in which it was
//! accepted, and once started in that of its first attended session (start cohorts); scores in the time of the place's start,
//! or of the score before where a table is not about programmes. In tables about programmes referrals are those that led to
//! a place.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use super::{
    cell::{Cell, Change, InTime, Pair, Reach, Scale, Sessions, Wait},
    child::{Child, Members},
    period::Period,
    tables::Table,
    values::Values,
};
use crate::{
    domain::casework::scoring::{education, sdq, swemwbs},
    entity::insight::fact::{ChangeFact, Decided, Ended, EnrolmentFact, FactWords, ReferralFact},
    words::{Informant, Instrument, OutcomeDimension},
};

/// A fact with its child.
#[derive(Clone, Debug)]
pub struct Counted {
    /// The child.
    pub child: Child,
    /// The fact.
    pub words: FactWords,
}

/// Every fact that holds, and every value by which it may be broken down.
pub struct Population {
    counted: Vec<Counted>,
    /// For each fact the place of its value in each dimension.
    places: Vec<[Option<u16>; Values::DIMENSIONS]>,
    values: Values,
}

impl Population {
    /// Of these facts.
    #[must_use]
    pub fn new(counted: Vec<Counted>, values: Values) -> Self {
        let places = counted.iter().map(|one| values.places(&one.words.dimensions)).collect();
        Self { counted, places, values }
    }

    /// The cells of a table for a time, by their keys: the values in the order of the table's dimensions. None where nobody was
    /// counted.
    #[must_use]
    pub fn cells(&self, table: &Table, period: Period, today: NaiveDate) -> Vec<(Vec<String>, Option<Cell>)> {
        let days = period.days(today);
        let about_places = table.by.iter().any(|one| of_places(*one));
        let mut sets: HashMap<Vec<u16>, Sets> = HashMap::new();
        for (one, places) in self.counted.iter().zip(&self.places) {
            let key: Option<Vec<u16>> =
                table.by.iter().map(|dimension| places[Values::nth(*dimension)]).collect();
            let Some(key) = key else { continue };
            let within = |on: NaiveDate| days.0 <= on && on < days.1;
            sets.entry(key).or_default().add(one, about_places, within);
        }
        self.values
            .product(table.by)
            .into_iter()
            .map(|key| {
                let names: Vec<String> =
                    table.by.iter().zip(&key).map(|(one, place)| self.values.name(*one, *place)).collect();
                let not_run = about_places && !self.values.is_run(table.by, &key, days);
                let cell = sets.remove(&key).map(|sets| sets.cell(table.reach()));
                (names, if not_run { Some(Cell { not_run, ..Cell::default() }) } else { cell })
            })
            .collect()
    }
}

/// A cell of a table in which nobody was counted.
#[must_use]
pub fn nobody(table: &Table) -> Cell {
    Sets::default().cell(table.reach())
}

/// Whether a dimension is of places in programmes, so that what has no place has no value.
const fn of_places(dimension: OutcomeDimension) -> bool {
    use OutcomeDimension::{Approach, Programme, Provider, Strand};
    matches!(dimension, Programme | Provider | Strand | Approach)
}

/// What a cell is made of, before each child is counted once.
#[derive(Default)]
struct Sets {
    referred: Vec<Child>,
    accepted: Vec<Child>,
    declined: Vec<Child>,
    redirected: Vec<Child>,
    withdrawn: Vec<Child>,
    re_referred: Vec<Child>,
    triaged: Timely,
    contacted: Timely,
    planned: Timely,
    enrolled: Vec<Child>,
    started: Vec<Child>,
    completed: Vec<Child>,
    withdrew: Vec<Child>,
    removed: Vec<Child>,
    sessions: BTreeMap<Child, (u32, u32)>,
    waits: BTreeMap<Child, (NaiveDate, u32)>,
    changes: HashMap<(Instrument, Informant, String), BTreeMap<Child, ChangeFact>>,
}

#[derive(Default)]
struct Timely {
    in_time: Vec<Child>,
    due: Vec<Child>,
}

impl Timely {
    fn add(&mut self, child: Child, in_time: Option<bool>) {
        let Some(in_time) = in_time else { return };
        self.due.push(child);
        if in_time {
            self.in_time.push(child);
        }
    }

    fn set(self) -> InTime {
        InTime { in_time: self.in_time.into_iter().collect(), due: self.due.into_iter().collect() }
    }
}

impl Sets {
    fn add(&mut self, one: &Counted, about_places: bool, within: impl Fn(NaiveDate) -> bool) {
        let (child, words) = (one.child, &one.words);
        let own_referral = words.enrolment.is_none();
        if let Some(referral) = words.referral.as_ref().filter(|_| own_referral || about_places) {
            self.add_referral(child, referral, &within);
        }
        let mut begun = None;
        if let Some(place) = &words.enrolment {
            begun = place.started_on;
            self.add_place(child, place, &within);
        }
        if own_referral != about_places {
            for change in &words.changes {
                self.add_change(child, change, within(begun.unwrap_or(change.on)));
            }
        }
    }

    fn add_referral(&mut self, child: Child, fact: &ReferralFact, within: &impl Fn(NaiveDate) -> bool) {
        if !within(fact.on) {
            return;
        }
        match fact.decided {
            Decided::Withdrawn => {
                self.withdrawn.push(child);
                return;
            }
            Decided::Accepted | Decided::Added => self.accepted.push(child),
            Decided::Declined => self.declined.push(child),
            Decided::Redirected => self.redirected.push(child),
        }
        self.referred.push(child);
        if fact.re_referred {
            self.re_referred.push(child);
        }
        self.triaged.add(child, fact.triaged_in_time);
        self.contacted.add(child, fact.contacted_in_time);
        self.planned.add(child, fact.planned_in_time);
    }

    fn add_place(&mut self, child: Child, place: &EnrolmentFact, within: &impl Fn(NaiveDate) -> bool) {
        if place.accepted_on.or(place.started_on).is_some_and(within) {
            self.enrolled.push(child);
        }
        let Some(started_on) = place.started_on.filter(|on| within(*on)) else { return };
        self.started.push(child);
        match place.ended {
            Some(Ended::Completed) => self.completed.push(child),
            Some(Ended::Withdrew) => self.withdrew.push(child),
            Some(Ended::Removed) => self.removed.push(child),
            None => {}
        }
        if place.expected > 0 {
            let (attended, expected) = self.sessions.entry(child).or_default();
            *attended += place.attended;
            *expected += place.expected;
        }
        if let Some(waited) = place.waited {
            let first = self.waits.entry(child).or_insert((started_on, waited));
            *first = (*first).min((started_on, waited));
        }
    }

    /// The latest pair of a child stands; one without a score after only where there is no other.
    fn add_change(&mut self, child: Child, change: &ChangeFact, within: bool) {
        if !within {
            return;
        }
        let key = (change.instrument, change.informant, change.version.clone());
        let of_child = self.changes.entry(key).or_default();
        let rank = |one: &ChangeFact| (one.after.is_some(), one.on);
        let known = of_child.entry(child).or_insert_with(|| change.clone());
        if rank(change) > rank(known) {
            *known = change.clone();
        }
    }

    fn cell(mut self, reach: Reach) -> Cell {
        let set = |children: Vec<Child>| -> Members { children.into_iter().collect() };
        let changes = measured().into_iter().map(|(key, scale)| {
            let of_child = self.changes.remove(&key).unwrap_or_default();
            change(key, scale, &of_child)
        });
        let changes = changes.collect();
        Cell {
            reach,
            referred: set(self.referred),
            accepted: set(self.accepted),
            declined: set(self.declined),
            redirected: set(self.redirected),
            withdrawn: set(self.withdrawn),
            re_referred: set(self.re_referred),
            triaged: self.triaged.set(),
            contacted: self.contacted.set(),
            planned: self.planned.set(),
            enrolled: set(self.enrolled),
            started: set(self.started),
            completed: set(self.completed),
            withdrew: set(self.withdrew),
            removed: set(self.removed),
            sessions: self
                .sessions
                .into_iter()
                .map(|(child, (attended, expected))| Sessions { child, attended, expected })
                .collect(),
            waits: self
                .waits
                .into_iter()
                .map(|(child, (_, working_days))| Wait { child, working_days })
                .collect(),
            changes,
            not_run: false,
        }
    }
}

fn change(
    (instrument, informant, version): (Instrument, Informant, String),
    scale: Scale,
    of_child: &BTreeMap<Child, ChangeFact>,
) -> Change {
    let pairs = of_child.iter().filter_map(|(child, fact)| {
        Some(Pair { child: *child, before: fact.before, after: fact.after?, change: fact.change })
    });
    let missing = of_child.iter().filter(|(_, fact)| fact.after.is_none() && fact.ended);
    Change {
        instrument,
        informant,
        version,
        scale,
        pairs: pairs.collect(),
        missing_at_end: missing.map(|(child, _)| *child).collect(),
    }
}

/// By what change is told, in this order in every row, with the scale of each: by the versions in use alone, so that no two
/// are mixed.
fn measured() -> Vec<((Instrument, Informant, String), Scale)> {
    let sdq = sdq::version(None).map(|version| version.version.clone()).unwrap_or_default();
    let points = Scale { low: 0, high: 4_000, centre: 1_600 };
    let mut all: Vec<_> = [Informant::SelfReport, Informant::Parent, Informant::Teacher]
        .into_iter()
        .map(|informant| ((Instrument::Sdq, informant, sdq.clone()), points))
        .collect();
    let wellbeing = (Instrument::Swemwbs, Informant::SelfReport, swemwbs::table().version.clone());
    all.push((wellbeing, Scale { low: 700, high: 3_500, centre: 2_100 }));
    let record = |instrument| (instrument, Informant::Record, education::version().to_owned());
    all.push((record(Instrument::SchoolAttendance), Scale { low: 0, high: 10_000, centre: 8_500 }));
    all.push((record(Instrument::EducationTrainingEmployment), Scale { low: 0, high: 4_000, centre: 2_000 }));
    all
}
