//! Contacts: people whom sessions count and do not name. They stand beside the figures of children and are in none of them. Pure.
//!
//! A contact is no child: the same person may be counted at every session, and nobody knows who it was. So there is no record
//! key to draw by: numbers are told to the nearest 5, below 5 there is one answer, and a number stands until it is 5 off.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{
    disclosure::{BASE, THRESHOLD},
    period::Period,
    published::Published,
    stored::{deflate, inflate},
};
use crate::{domain::record::calendar::local_date, platform::error::Result, read::insight::contact::Counted};

/// What is told of the contacts of a programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Contacts {
    /// People who were counted, each as often as they came.
    pub contacts: Published,
    /// Those of them under 18.
    pub of_children: Published,
    /// Hours of the sessions at which they were, whole.
    pub hours: u32,
}

/// By programme.
pub type Told = BTreeMap<String, Contacts>;

/// The bytes in which they are stored.
pub fn pack(told: &Told) -> Result<Vec<u8>> {
    deflate(told)
}

/// What was stored.
pub fn unpack(bytes: &[u8]) -> Result<Told> {
    inflate(bytes)
}

/// How many the told numbers were made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exactly {
    contacts: u32,
    children: u32,
}

/// What is kept of each programme, sealed, until the next release.
pub type Held = BTreeMap<String, Exactly>;

/// What is stored under this name: contacts in a time.
#[must_use]
pub fn name(period: Period) -> String {
    format!("CONTACTS {} {}", period.span().as_str(), period.name()).trim_end().to_owned()
}

fn published(exactly: u32) -> Published {
    match exactly {
        0..THRESHOLD => Published::ZeroToFour,
        _ => Published::Count((exactly + BASE / 2) / BASE * BASE),
    }
}

/// What was told and kept of a number, or what is now: it stands until it is 5 off.
fn stands(exactly: u32, before: Option<(Published, u32)>) -> (Published, u32) {
    match before {
        Some((told, then)) if exactly.abs_diff(then) < THRESHOLD => (told, then),
        _ => (published(exactly), exactly),
    }
}

/// What a release tells of contacts in a time, and what is kept for the next. `before` is what the last told and kept.
#[must_use]
pub fn tell(
    sessions: &[Counted],
    period: Period,
    as_at: DateTime<Utc>,
    before: (&Told, &Held),
) -> (Told, Held) {
    let (from, to) = period.days(local_date(as_at));
    let mut sums: BTreeMap<String, (Exactly, i64)> = BTreeMap::new();
    for one in sessions {
        let day = local_date(one.starts_at);
        if day >= from && day < to && one.ends_at <= as_at {
            let (sum, minutes) = sums.entry(one.programme.uuid().to_string()).or_default();
            sum.contacts += one.contacts;
            sum.children += one.children;
            *minutes += (one.ends_at - one.starts_at).num_minutes();
        }
    }
    let (mut told, mut held) = (Told::new(), Held::new());
    for (programme, (sum, minutes)) in sums {
        let last = before.0.get(&programme).zip(before.1.get(&programme));
        let (contacts, kept) = stands(sum.contacts, last.map(|(told, held)| (told.contacts, held.contacts)));
        let (of_children, kept_children) =
            stands(sum.children, last.map(|(told, held)| (told.of_children, held.children)));
        let hours = u32::try_from((minutes + 30) / 60).unwrap_or_default();
        told.insert(programme.clone(), Contacts { contacts, of_children, hours });
        held.insert(programme, Exactly { contacts: kept, children: kept_children });
    }
    (told, held)
}

/// Of the programmes told, those whose numbers are not what was kept of them gives.
pub fn differing<'a>(told: &'a Told, held: &'a Held) -> impl Iterator<Item = &'a str> {
    told.iter().filter_map(|(programme, one)| {
        let made = held.get(programme).map(|kept| (published(kept.contacts), published(kept.children)));
        (made != Some((one.contacts, one.of_children))).then_some(programme.as_str())
    })
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use uuid::Uuid;

    use super::*;

    fn session(programme: u128, starts_at: &str, children: u32, adults: u32) -> Counted {
        let starts_at: DateTime<Utc> = starts_at.parse().unwrap();
        let programme = Uuid::from_u128(programme).into();
        let ends_at = starts_at + TimeDelta::minutes(90);
        Counted { programme, starts_at, ends_at, children, contacts: children + adults }
    }

    fn first(sessions: &[Counted], period: Period) -> Vec<(Published, Published, u32)> {
        let as_at = "2026-11-23T03:00:00Z".parse().unwrap();
        let (told, held) = tell(sessions, period, as_at, (&Told::new(), &Held::new()));
        assert_eq!(differing(&told, &held).count(), 0);
        told.into_values().map(|one| (one.contacts, one.of_children, one.hours)).collect()
    }

    #[test]
    fn people_of_each_programme_are_told_in_fives_with_the_hours_of_their_sessions() {
        let sessions = [
            session(1, "2026-11-02T17:00:00Z", 9, 3),
            session(1, "2026-11-09T17:00:00Z", 8, 3),
            session(2, "2026-11-09T17:00:00Z", 4, 3),
        ];
        let (twenty_five, seventeen) = (Published::Count(25), Published::Count(15));
        let few = (Published::Count(5), Published::ZeroToFour, 2);
        assert_eq!(first(&sessions, Period::Last12Months), [(twenty_five, seventeen, 3), few]);
        assert_eq!(first(&sessions, Period::Quarter(2026, 3)).len(), 2);
        assert_eq!(first(&sessions, Period::Quarter(2026, 2)), []);
        // Not what is after the release, nor what was before its time.
        let elsewhere = [session(1, "2026-11-23T17:00:00Z", 9, 3), session(1, "2025-11-22T17:00:00Z", 9, 3)];
        assert_eq!(first(&elsewhere, Period::Last12Months), []);
        assert_eq!(first(&elsewhere, Period::Year(2025)).len(), 1);
    }

    #[test]
    fn a_number_stands_until_it_is_five_off() {
        let as_at = "2026-11-23T03:00:00Z".parse().unwrap();
        let next = |children, before: (&Told, &Held)| {
            let sessions = [session(1, "2026-11-02T17:00:00Z", children, 0)];
            tell(&sessions, Period::Last12Months, as_at, before)
        };
        let shown = |(told, _): &(Told, Held)| told.values().next().unwrap().contacts;
        let mut last = next(20, (&Told::new(), &Held::new()));
        let mut seen = Vec::new();
        for children in [22, 24, 25, 21, 20] {
            last = next(children, (&last.0, &last.1));
            seen.push(shown(&last).value());
        }
        assert_eq!(seen, [Some(20), Some(20), Some(25), Some(25), Some(20)]);
        assert_eq!(shown(&next(4, (&Told::new(), &Held::new()))), Published::ZeroToFour);
    }

    #[test]
    fn a_number_that_was_changed_afterwards_is_found() {
        let as_at = "2026-11-23T03:00:00Z".parse().unwrap();
        let sessions = [session(1, "2026-11-02T17:00:00Z", 20, 0)];
        let (mut told, held) = tell(&sessions, Period::Last12Months, as_at, (&Told::new(), &Held::new()));
        for one in told.values_mut() {
            one.contacts = Published::Count(30);
        }
        assert_eq!(differing(&told, &held).count(), 1);
    }
}
