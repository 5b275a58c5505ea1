//! How much one person or one address may ask at once: token buckets for requests, a count of open connections.
//!
//! Kept in this process, so that nobody waits to be counted. Where something carries it (`fan_out`), nodes tell each other
//! afterwards what they let through, and each charges it to its own buckets: what two nodes let through before they heard
//! of each other is missing later. Open connections are counted by each node alone. Owns no rule about who is counted as
//! what, and no words for who is refused.

use std::{
    collections::HashMap,
    net::{IpAddr, Ipv6Addr},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// An address may do so many times what a person may: a whole office can stand behind one.
const PEOPLE_BEHIND_AN_ADDRESS: u32 = 10;
/// Buckets are looked through for full ones when there are so many, and each time that they have doubled.
const FEW: usize = 4096;
/// At once the other nodes are told of so many who asked: those who asked most.
const TOLD: usize = 512;
/// What is charged for other nodes never takes longer to make good than so many full buckets.
const DEEPEST: i64 = 16;

/// Who is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Asker {
    /// A person, by the id of their account.
    Person(Uuid),
    /// An address; of IPv6 the network of 64 bits, which one household has to itself.
    Address(IpAddr),
}

impl Asker {
    /// Whoever asks from this address.
    #[must_use]
    pub fn at(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V6(six) => {
                let [a, b, c, d, ..] = six.segments();
                Self::Address(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into())
            }
            four @ IpAddr::V4(_) => Self::Address(four),
        }
    }
}

/// Who asked too much may ask again after so many seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait(pub u32);

/// A place among the open connections, given back when it is dropped.
#[derive(Debug)]
pub struct Seat {
    asker: Asker,
    seats: Arc<Mutex<HashMap<Asker, u32>>>,
}

/// The buckets and counts of this process.
#[derive(Debug)]
pub struct Rates {
    requests: u32,
    connections: u32,
    buckets: Mutex<Buckets>,
    /// Whether somebody tells other nodes, and what is still to be told.
    shared: AtomicBool,
    untold: Mutex<HashMap<Asker, u32>>,
    seats: Arc<Mutex<HashMap<Asker, u32>>>,
}

#[derive(Debug)]
struct Buckets {
    by: HashMap<Asker, Bucket>,
    sweep_at: usize,
}

/// A request, in the thousandths in which buckets are counted: they fill by `rate` of them in a millisecond.
const ONE: i64 = 1000;

/// What is missing from a full bucket.
#[derive(Clone, Copy, Debug)]
struct Bucket {
    missing: i64,
    at: DateTime<Utc>,
}

impl Bucket {
    /// As it is at an instant: it fills by `rate` requests a second. A clock that steps back fills nothing.
    fn at(self, now: DateTime<Utc>, rate: u32) -> Self {
        let passed = (now - self.at).max(TimeDelta::zero()).num_milliseconds();
        Self { missing: self.missing.saturating_sub(passed.saturating_mul(i64::from(rate))).max(0), at: now }
    }
}

impl Rates {
    /// Limits on requests a second and on open connections, for one person; nothing is counted yet.
    #[must_use]
    pub fn new(requests: u32, connections: u32) -> Self {
        Self {
            requests,
            connections,
            buckets: Mutex::new(Buckets { by: HashMap::new(), sweep_at: FEW }),
            shared: AtomicBool::new(false),
            untold: Mutex::default(),
            seats: Arc::default(),
        }
    }

    /// Counts a request, or says how long to wait.
    pub fn take(&self, asker: Asker, now: DateTime<Utc>) -> Result<(), Wait> {
        let rate = Self::of(self.requests, asker);
        let most = Self::most(rate);
        self.bucket(asker, now, |bucket| {
            let after = bucket.missing + ONE;
            if after > most {
                // It fills by so much a second.
                let second = i64::from(rate) * ONE;
                return Err(Wait(u32::try_from((after - most + second - 1) / second).unwrap_or(u32::MAX)));
            }
            bucket.missing = after;
            Ok(())
        })?;
        if self.shared.load(Ordering::Relaxed) {
            *held(&self.untold).entry(asker).or_default() += 1;
        }
        Ok(())
    }

    /// How many requests would be let through now, one after the other.
    #[must_use]
    pub fn left(&self, asker: Asker, now: DateTime<Utc>) -> u32 {
        let most = Self::most(Self::of(self.requests, asker));
        self.bucket(asker, now, |bucket| u32::try_from((most - bucket.missing).max(0) / ONE).unwrap_or(0))
    }

    /// Another node let so many requests through.
    pub fn charge(&self, asker: Asker, requests: u32, now: DateTime<Utc>) {
        let deepest = Self::most(Self::of(self.requests, asker)) * DEEPEST;
        self.bucket(asker, now, |bucket| {
            bucket.missing = bucket.missing.saturating_add(i64::from(requests) * ONE).min(deepest);
        });
    }

    /// From now on what is let through is kept to be told to other nodes, or no longer.
    pub fn share(&self, shared: bool) {
        self.shared.store(shared, Ordering::Relaxed);
        if !shared {
            held(&self.untold).clear();
        }
    }

    /// What was let through since it was told last, for the one that tells it.
    #[must_use]
    pub fn untold(&self) -> Vec<(Asker, u32)> {
        let mut untold: Vec<_> = std::mem::take(&mut *held(&self.untold)).into_iter().collect();
        if untold.len() > TOLD {
            untold.select_nth_unstable_by_key(TOLD, |(_, requests)| std::cmp::Reverse(*requests));
            untold.truncate(TOLD);
        }
        untold
    }

    /// Does something with a bucket as it is now.
    fn bucket<T>(&self, asker: Asker, now: DateTime<Utc>, does: impl FnOnce(&mut Bucket) -> T) -> T {
        let mut buckets = held(&self.buckets);
        let rate = |asker| Self::of(self.requests, asker);
        if buckets.by.len() >= buckets.sweep_at {
            buckets.by.retain(|asker, bucket| bucket.at(now, rate(*asker)).missing > 0);
            buckets.sweep_at = (buckets.by.len() * 2).max(FEW);
        }
        let bucket = buckets.by.entry(asker).or_insert(Bucket { missing: 0, at: now });
        *bucket = bucket.at(now, rate(asker));
        does(bucket)
    }

    /// What is missing from an empty bucket.
    fn most(rate: u32) -> i64 {
        i64::from(rate) * 2 * ONE
    }

    /// Takes a place among the open connections; none where there are too many already.
    #[must_use]
    pub fn sit(&self, asker: Asker) -> Option<Seat> {
        let mut seats = held(&self.seats);
        let taken = seats.entry(asker).or_default();
        if *taken >= Self::of(self.connections, asker) {
            return None;
        }
        *taken += 1;
        Some(Seat { asker, seats: Arc::clone(&self.seats) })
    }

    fn of(person: u32, asker: Asker) -> u32 {
        match asker {
            Asker::Person(_) => person,
            Asker::Address(_) => person.saturating_mul(PEOPLE_BEHIND_AN_ADDRESS),
        }
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut seats = held(&self.seats);
        if let Some(taken) = seats.get_mut(&self.asker) {
            *taken -= 1;
            if *taken == 0 {
                seats.remove(&self.asker);
            }
        }
    }
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOMEBODY: Asker = Asker::Person(Uuid::from_u128(1));
    const SOMEBODY_ELSE: Asker = Asker::Person(Uuid::from_u128(2));

    fn many(rates: &Rates, asker: Asker, now: DateTime<Utc>) -> usize {
        let mut taken = 0;
        while rates.take(asker, now).is_ok() {
            taken += 1;
        }
        taken
    }

    #[test]
    fn a_bucket_holds_two_seconds_and_fills_with_time() {
        let rates = Rates::new(500, 1);
        let now = DateTime::UNIX_EPOCH;
        assert_eq!(many(&rates, SOMEBODY, now), 1000);
        assert_eq!(rates.take(SOMEBODY, now), Err(Wait(1)));
        assert_eq!(many(&rates, SOMEBODY_ELSE, now), 1000, "nobody pays for another");
        assert_eq!(many(&rates, SOMEBODY, now + TimeDelta::milliseconds(100)), 50);
        assert_eq!(many(&rates, SOMEBODY, now + TimeDelta::hours(1)), 1000, "never more than full");
        assert_eq!(many(&rates, SOMEBODY, now), 0, "a clock that steps back fills nothing");
    }

    #[test]
    fn an_address_may_do_ten_times_as_much_and_a_household_is_one() {
        let rates = Rates::new(5, 1);
        let at = |text: &str| Asker::at(text.parse().unwrap());
        assert_eq!(many(&rates, at("192.0.2.7"), DateTime::UNIX_EPOCH), 100);
        assert_eq!(at("::ffff:192.0.2.7"), at("192.0.2.7"));
        assert_eq!(at("2001:db8:1:2::1"), at("2001:db8:1:2:ffff::9"));
        assert_ne!(at("2001:db8:1:2::1"), at("2001:db8:1:3::1"));
    }

    #[test]
    fn those_who_went_away_are_forgotten() {
        let rates = Rates::new(1, 1);
        let later = DateTime::UNIX_EPOCH + TimeDelta::seconds(10);
        for n in 0..100_000_u128 {
            let now = DateTime::UNIX_EPOCH + TimeDelta::milliseconds(i64::try_from(n).unwrap());
            rates.take(Asker::Person(Uuid::from_u128(n)), now).unwrap();
        }
        let _ = rates.take(SOMEBODY, later);
        assert!(held(&rates.buckets).by.len() <= FEW * 2);
    }

    #[test]
    fn a_seat_is_given_back() {
        let rates = Rates::new(1, 2);
        let (one, two) = (rates.sit(SOMEBODY), rates.sit(SOMEBODY));
        assert!(one.is_some() && two.is_some());
        assert!(rates.sit(SOMEBODY).is_none());
        assert!(rates.sit(SOMEBODY_ELSE).is_some());
        drop(one);
        let again = rates.sit(SOMEBODY);
        assert!(again.is_some());
        drop((two, again));
        assert!(held(&rates.seats).is_empty());
    }

    #[test]
    fn what_other_nodes_let_through_is_missing_here() {
        let (here, there) = (Rates::new(5, 1), Rates::new(5, 1));
        let now = DateTime::UNIX_EPOCH;
        here.take(SOMEBODY, now).unwrap();
        assert!(here.untold().is_empty(), "nobody tells it");
        here.share(true);
        assert_eq!(many(&here, SOMEBODY, now), 9);
        assert_eq!(here.untold(), [(SOMEBODY, 9)]);
        assert!(here.untold().is_empty(), "it is told once");
        there.charge(SOMEBODY, 9, now);
        assert_eq!((there.left(SOMEBODY, now), many(&there, SOMEBODY, now)), (1, 1));

        // What both let through before they heard is made good by both.
        here.charge(SOMEBODY, 10, now);
        assert_eq!(here.take(SOMEBODY, now), Err(Wait(3)));
        assert_eq!(here.take(SOMEBODY, now + TimeDelta::seconds(2)), Err(Wait(1)));
        assert_eq!(many(&here, SOMEBODY, now + TimeDelta::seconds(3)), 5);
        here.charge(SOMEBODY, u32::MAX, now);
        assert_eq!(
            many(&here, SOMEBODY, now + TimeDelta::minutes(1)),
            10,
            "nothing shuts anybody out for long"
        );
        here.share(false);
        assert!(here.untold().is_empty());
    }

    #[test]
    fn those_who_asked_most_are_told_first() {
        let rates = Rates::new(5, 1);
        rates.share(true);
        for n in 0..2_000_u128 {
            let asker = Asker::Person(Uuid::from_u128(n));
            for _ in 0..=u32::from(n >= 1_900) {
                rates.take(asker, DateTime::UNIX_EPOCH).unwrap();
            }
        }
        let told = rates.untold();
        assert_eq!((told.len(), told.iter().filter(|(_, requests)| *requests == 2).count()), (TOLD, 100));
    }
}
