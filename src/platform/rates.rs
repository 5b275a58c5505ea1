//! How much one person or one address may ask at once: token buckets for requests, a count of open connections.
//!
//! Kept in this process, so that each node counts alone. Asking is `async` so that buckets can be shared between nodes
//! without a change to those who ask. Owns no rule about who is counted as what, and no words for who is refused.

use std::{
    collections::HashMap,
    net::{IpAddr, Ipv6Addr},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::config::Config;

/// An address may do so many times what a person may: a whole office can stand behind one.
const PEOPLE_BEHIND_AN_ADDRESS: u32 = 10;
/// Buckets are looked through for full ones when there are so many, and each time that they have doubled.
const FEW: usize = 4096;

/// Who is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
    seats: Arc<Mutex<HashMap<Asker, u32>>>,
}

#[derive(Debug)]
struct Buckets {
    by: HashMap<Asker, Bucket>,
    sweep_at: usize,
}

/// What is missing from a full bucket, in thousandths of a request.
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
    /// The limits of a configuration, with nothing counted yet.
    #[must_use]
    pub fn new(config: &Config) -> Self {
        Self {
            requests: config.requests_per_person,
            connections: config.sockets_per_person,
            buckets: Mutex::new(Buckets { by: HashMap::new(), sweep_at: FEW }),
            seats: Arc::default(),
        }
    }

    /// Counts a request, or says how long to wait.
    #[expect(clippy::unused_async, reason = "buckets that nodes share are asked over a network")]
    pub async fn take(&self, asker: Asker, now: DateTime<Utc>) -> Result<(), Wait> {
        let rate = Self::of(self.requests, asker);
        let most = i64::from(rate) * 2 * 1000;
        let mut buckets = held(&self.buckets);
        if buckets.by.len() >= buckets.sweep_at {
            let all = |asker| Self::of(self.requests, asker);
            buckets.by.retain(|asker, bucket| bucket.at(now, all(*asker)).missing > 0);
            buckets.sweep_at = (buckets.by.len() * 2).max(FEW);
        }
        let bucket = buckets.by.entry(asker).or_insert(Bucket { missing: 0, at: now });
        *bucket = bucket.at(now, rate);
        let after = bucket.missing + 1000;
        if after > most {
            // A bucket fills by at least one request a second, and one is all that is missing.
            return Err(Wait(1));
        }
        bucket.missing = after;
        Ok(())
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
    use clap::Parser as _;

    use super::*;

    #[derive(clap::Parser)]
    struct Line {
        #[command(flatten)]
        config: Config,
    }

    fn rates(requests: &str, sockets: &str) -> Rates {
        let line = ["ridgeway", "--requests-per-person", requests, "--sockets-per-person", sockets];
        Rates::new(&Line::parse_from(line).config)
    }

    const SOMEBODY: Asker = Asker::Person(Uuid::from_u128(1));
    const SOMEBODY_ELSE: Asker = Asker::Person(Uuid::from_u128(2));

    async fn many(rates: &Rates, asker: Asker, now: DateTime<Utc>) -> usize {
        let mut taken = 0;
        while rates.take(asker, now).await.is_ok() {
            taken += 1;
        }
        taken
    }

    #[tokio::test]
    async fn a_bucket_holds_two_seconds_and_fills_with_time() {
        let rates = rates("500", "1");
        let now = DateTime::UNIX_EPOCH;
        assert_eq!(many(&rates, SOMEBODY, now).await, 1000);
        assert_eq!(rates.take(SOMEBODY, now).await, Err(Wait(1)));
        assert_eq!(many(&rates, SOMEBODY_ELSE, now).await, 1000, "nobody pays for another");
        assert_eq!(many(&rates, SOMEBODY, now + TimeDelta::milliseconds(100)).await, 50);
        assert_eq!(many(&rates, SOMEBODY, now + TimeDelta::hours(1)).await, 1000, "never more than full");
        assert_eq!(many(&rates, SOMEBODY, now).await, 0, "a clock that steps back fills nothing");
    }

    #[tokio::test]
    async fn an_address_may_do_ten_times_as_much_and_a_household_is_one() {
        let rates = rates("5", "1");
        let at = |text: &str| Asker::at(text.parse().unwrap());
        assert_eq!(many(&rates, at("192.0.2.7"), DateTime::UNIX_EPOCH).await, 100);
        assert_eq!(at("::ffff:192.0.2.7"), at("192.0.2.7"));
        assert_eq!(at("2001:db8:1:2::1"), at("2001:db8:1:2:ffff::9"));
        assert_ne!(at("2001:db8:1:2::1"), at("2001:db8:1:3::1"));
    }

    #[tokio::test]
    async fn those_who_went_away_are_forgotten() {
        let rates = rates("1", "1");
        let later = DateTime::UNIX_EPOCH + TimeDelta::seconds(10);
        for n in 0..100_000_u128 {
            let now = DateTime::UNIX_EPOCH + TimeDelta::milliseconds(i64::try_from(n).unwrap());
            rates.take(Asker::Person(Uuid::from_u128(n)), now).await.unwrap();
        }
        let _ = rates.take(SOMEBODY, later).await;
        assert!(held(&rates.buckets).by.len() <= FEW * 2);
    }

    #[test]
    fn a_seat_is_given_back() {
        let rates = rates("1", "2");
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
}
