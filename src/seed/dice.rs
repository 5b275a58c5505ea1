//! Chance that comes again: every choice, id and reference of the synthetic partnership is drawn here, from its seed.
//!
//! Owns drawing. What is drawn from is said by whoever draws.

use std::{collections::HashSet, time::Duration};

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha20Rng;
use uuid::Uuid;

use crate::{
    domain::record::calendar::{Calendar, instant_of, local_date, local_time},
    words::reference::{Referable, Reference},
};

/// Parts that draw references of their own: each its own residue, so that no two parts draw the same one.
const PARTS: u64 = 4_096;
/// How many references a part draws from: six symbols of 31, shared out.
const REFERENCES: u64 = 31_u64.pow(6) / PARTS;

/// A working day is this long, from nine to five.
const WORKING_DAY: TimeDelta = TimeDelta::hours(8);

/// A source of choices.
#[derive(Debug)]
pub struct Dice {
    source: ChaCha20Rng,
    part: u64,
    references: HashSet<String>,
}

impl Dice {
    /// The same choices for the same seed and part; other parts have other ones.
    pub fn new(seed: u64, part: u64) -> Self {
        let mut source = ChaCha20Rng::seed_from_u64(seed);
        source.set_stream(part);
        Self { source, part: part % PARTS, references: HashSet::new() }
    }

    /// From 0 to below 1.
    pub fn unit(&mut self) -> f64 {
        let high = u32::try_from(self.source.next_u64() >> 32).unwrap_or_default();
        f64::from(high) / (f64::from(u32::MAX) + 1.0)
    }

    /// From 0 to below `n`; 0 where `n` is 0.
    pub fn below(&mut self, n: usize) -> usize {
        let n = u64::try_from(n).unwrap_or_default().max(1);
        usize::try_from(self.source.next_u64() % n).unwrap_or_default()
    }

    /// From `low` to `high`, both included.
    pub fn between(&mut self, low: i32, high: i32) -> i32 {
        let width = usize::try_from(high - low + 1).unwrap_or(1);
        low + i32::try_from(self.below(width)).unwrap_or_default()
    }

    /// True so many times in a hundred.
    pub fn percent(&mut self, percent: f64) -> bool {
        self.unit() * 100.0 < percent
    }

    /// One of them, all as likely. There has to be one.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    /// One of them, as likely as its weight. There has to be one.
    pub fn weighted<'a, T>(&mut self, from: &'a [(T, u32)]) -> &'a T {
        let total: u32 = from.iter().map(|(_, weight)| *weight).sum();
        let mut left = u32::try_from(self.below(total as usize)).unwrap_or_default();
        for (one, weight) in from {
            if left < *weight {
                return one;
            }
            left -= weight;
        }
        &from[0].0
    }

    /// Another order.
    pub fn shuffle<T>(&mut self, them: &mut [T]) {
        for last in (1..them.len()).rev() {
            them.swap(last, self.below(last + 1));
        }
    }

    /// Normally distributed around 0 with deviation 1, near enough: twelve times evenly distributed (Irwin and Hall).
    pub fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }

    /// An id as it would have been made at an instant.
    pub fn id<I: From<Uuid>>(&mut self, at: DateTime<Utc>) -> I {
        let mut bytes = [0; 10];
        self.source.fill_bytes(&mut bytes);
        let millis = u64::try_from(at.timestamp_millis()).unwrap_or_default();
        uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid().into()
    }

    /// A reference that was not drawn before, in no part.
    pub fn reference<N: Referable>(&mut self) -> String {
        loop {
            let number = self.source.next_u64() % REFERENCES * PARTS + self.part;
            let reference = Reference::<N>::from_random(number.to_be_bytes()).to_string();
            if self.references.insert(reference.clone()) {
                return reference;
            }
        }
    }

    /// An instant on a day, between two hours.
    pub fn time_on(&mut self, day: NaiveDate, from_hour: u32, to_hour: u32) -> DateTime<Utc> {
        let from = NaiveTime::from_hms_opt(from_hour, 0, 0).unwrap_or_default();
        let seconds = self.below(to_hour.saturating_sub(from_hour) as usize * 3600);
        instant_of(day, from) + TimeDelta::seconds(i64::try_from(seconds).unwrap_or_default())
    }

    /// An instant in office hours some working days later, and always later.
    pub fn after(&mut self, at: DateTime<Utc>, low: i32, high: i32) -> DateTime<Utc> {
        let days = u32::try_from(self.between(low, high)).unwrap_or_default();
        let calendar = Calendar::england();
        let received = calendar.day_of_receipt(at);
        if days == 0 && received == local_date(at) {
            let minutes = i64::from(self.between(4, 50));
            return at + TimeDelta::minutes(minutes);
        }
        self.time_on(calendar.add_working_days(received, days), 9, 17)
    }

    /// So many days before a day.
    pub fn days_before(&mut self, day: NaiveDate, low: i32, high: i32) -> NaiveDate {
        day - Days::new(u64::try_from(self.between(low, high)).unwrap_or_default())
    }
}

/// The instant so many working days of eight hours after another, parts of a day included.
pub fn working_time_after(at: DateTime<Utc>, days: f64) -> DateTime<Utc> {
    let calendar = Calendar::england();
    let opens = NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default();
    let mut day = calendar.day_of_receipt(at);
    let into = if day == local_date(at) {
        (local_time(at) - opens).clamp(TimeDelta::zero(), WORKING_DAY)
    } else {
        TimeDelta::zero()
    };
    let length = WORKING_DAY.to_std().unwrap_or_default();
    let spent: Duration = into.to_std().unwrap_or_default() + length.mul_f64(days.max(0.0));
    let mut left = spent;
    while left > length {
        left -= length;
        day = calendar.working_day_after(day);
    }
    let seconds = i64::try_from(left.as_secs()).unwrap_or_default();
    instant_of(day, opens) + TimeDelta::seconds(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::id::noun;

    #[test]
    fn no_two_parts_draw_the_same_reference() {
        // As many as the referrals of scale 100: drawn freely, about five of them would come twice.
        let drawn: Vec<String> = (0..100)
            .flat_map(|part| {
                let mut dice = Dice::new(1, part);
                (0..900).map(move |_| dice.reference::<noun::Referral>())
            })
            .collect();
        let distinct: HashSet<&String> = drawn.iter().collect();
        assert_eq!(distinct.len(), drawn.len());
    }
}
