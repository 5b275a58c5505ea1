//! What a number of places means: the answer, the band, the status of the day. Pure.

use chrono::{DateTime, NaiveDate, Utc};

use crate::{
    domain::record::calendar::{Calendar, local_date},
    words::{AvailabilityAnswer, OfferingSetting, OfferingStatus, PlacesBand},
};

const SOME: i32 = PlacesBand::SOME_FROM;

/// How many places there are and who holds them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// In all.
    pub capacity: i32,
    /// Accepted or started.
    pub taken: i32,
    /// Offered.
    pub held: i32,
    /// Who wait in order.
    pub waiting: i32,
}

impl Places {
    /// Those that nobody has, never below 0.
    #[must_use]
    pub fn left(self) -> i32 {
        (self.capacity - self.taken - self.held).max(0)
    }

    /// Those that a new child could have: none while others wait for them.
    #[must_use]
    pub fn free(self) -> i32 {
        if self.waiting > 0 { 0 } else { self.left() }
    }

    /// Whether a child could join now.
    #[must_use]
    pub fn answer(self, status: OfferingStatus) -> AvailabilityAnswer {
        if status != OfferingStatus::Open || self.capacity == 0 {
            AvailabilityAnswer::No
        } else if self.free() > 0 {
            AvailabilityAnswer::Yes
        } else {
            AvailabilityAnswer::Wait
        }
    }

    /// How many a new child could have, as those hear who neither run nor allocate.
    #[must_use]
    pub fn band(self, status: OfferingStatus) -> PlacesBand {
        match self.free() {
            _ if status != OfferingStatus::Open => PlacesBand::None,
            ..=0 => PlacesBand::None,
            1..SOME => PlacesBand::Few,
            _ => PlacesBand::Some,
        }
    }
}

/// Where an offering stands on a day. Working rule: one that is OPEN takes children also after it has begun; one that is
/// CLOSED is RUNNING from its first day on; after its last day either is FINISHED.
#[must_use]
pub fn status_on(
    setting: OfferingSetting,
    starts_on: NaiveDate,
    ends_on: NaiveDate,
    today: NaiveDate,
) -> OfferingStatus {
    match setting {
        OfferingSetting::Draft => OfferingStatus::Draft,
        OfferingSetting::Cancelled => OfferingStatus::Cancelled,
        _ if today > ends_on => OfferingStatus::Finished,
        OfferingSetting::Open => OfferingStatus::Open,
        OfferingSetting::Closed if today >= starts_on => OfferingStatus::Running,
        OfferingSetting::Closed => OfferingStatus::Closed,
    }
}

/// What those who run it may set: RUNNING and FINISHED come with the days.
#[must_use]
pub const fn setting_of(status: OfferingStatus) -> Option<OfferingSetting> {
    match status {
        OfferingStatus::Draft => Some(OfferingSetting::Draft),
        OfferingStatus::Open => Some(OfferingSetting::Open),
        OfferingStatus::Closed => Some(OfferingSetting::Closed),
        OfferingStatus::Cancelled => Some(OfferingSetting::Cancelled),
        OfferingStatus::Running | OfferingStatus::Finished => None,
    }
}

/// A wait in working days as those hear who neither run nor allocate: whole weeks of five, rounded up, so that one child's
/// wait cannot be read from it.
#[must_use]
pub const fn in_weeks(working_days: i32) -> i32 {
    let days = if working_days < 1 { 1 } else { working_days };
    days.div_euclid(5) * 5 + if days.rem_euclid(5) > 0 { 5 } else { 0 }
}

/// How many children's last waits a usual wait is taken from.
pub const LAST_WAITS: u64 = 20;

/// How many working days children usually wait, told in weeks, from when the last ones joined and were offered a place: the
/// middle one. None where there were fewer than five, which would say nothing true and hide none of them. Working rule.
#[must_use]
pub fn usual_wait(waits: &[(DateTime<Utc>, DateTime<Utc>)], calendar: &Calendar) -> Option<i32> {
    const FEWEST: usize = 5;
    if waits.len() < FEWEST {
        return None;
    }
    let days = |(joined, offered): &(DateTime<Utc>, DateTime<Utc>)| {
        calendar.working_days_between(local_date(*joined), local_date(*offered))
    };
    let mut waited: Vec<u32> = waits.iter().map(days).collect();
    waited.sort_unstable();
    i32::try_from(waited[waited.len() / 2]).ok().map(in_weeks)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;
    use proptest::prelude::*;

    const fn places(capacity: i32, taken: i32, held: i32, waiting: i32) -> Places {
        Places { capacity, taken, held, waiting }
    }

    #[test]
    fn the_answer_is_yes_wait_or_no() {
        use AvailabilityAnswer::{No, Wait, Yes};
        let open = OfferingStatus::Open;
        assert_eq!(places(10, 4, 2, 0).answer(open), Yes);
        assert_eq!(places(10, 8, 2, 0).answer(open), Wait);
        assert_eq!(
            places(10, 8, 1, 3).answer(open),
            Wait,
            "a place that others wait for is not for a new child"
        );
        assert_eq!(places(0, 0, 0, 0).answer(open), No);
        for status in [
            OfferingStatus::Draft,
            OfferingStatus::Closed,
            OfferingStatus::Running,
            OfferingStatus::Finished,
            OfferingStatus::Cancelled,
        ] {
            assert_eq!(places(10, 0, 0, 0).answer(status), No, "{status}");
            assert_eq!(places(10, 0, 0, 0).band(status), PlacesBand::None, "{status}");
        }
    }

    #[test]
    fn bands_are_those_of_the_api() {
        let band = |left| places(left, 0, 0, 0).band(OfferingStatus::Open);
        assert_eq!(
            [0, 1, 4, 5, 40].map(band),
            [PlacesBand::None, PlacesBand::Few, PlacesBand::Few, PlacesBand::Some, PlacesBand::Some]
        );
    }

    #[test]
    fn the_status_follows_from_the_setting_and_the_day() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let on = |setting, today| status_on(setting, day("2026-12-01"), day("2026-12-31"), day(today));
        assert_eq!(on(OfferingSetting::Open, "2026-11-30"), OfferingStatus::Open);
        assert_eq!(on(OfferingSetting::Open, "2026-12-31"), OfferingStatus::Open);
        assert_eq!(on(OfferingSetting::Open, "2027-01-01"), OfferingStatus::Finished);
        assert_eq!(on(OfferingSetting::Closed, "2026-11-30"), OfferingStatus::Closed);
        assert_eq!(on(OfferingSetting::Closed, "2026-12-01"), OfferingStatus::Running);
        assert_eq!(on(OfferingSetting::Closed, "2027-01-01"), OfferingStatus::Finished);
        assert_eq!(on(OfferingSetting::Draft, "2027-01-01"), OfferingStatus::Draft);
        assert_eq!(on(OfferingSetting::Cancelled, "2026-12-01"), OfferingStatus::Cancelled);
    }

    #[test]
    fn waits_are_told_in_weeks() {
        assert_eq!([0, 1, 5, 6, 10, 11].map(in_weeks), [5, 5, 5, 10, 10, 15]);
    }

    #[test]
    fn a_usual_wait_is_the_middle_of_several() {
        let monday = "2026-11-02T09:00:00Z".parse::<DateTime<Utc>>().unwrap();
        let usual = |days: &[i64]| {
            let waits: Vec<_> = days.iter().map(|days| (monday, monday + TimeDelta::days(*days))).collect();
            usual_wait(&waits, Calendar::england())
        };
        assert_eq!(usual(&[7; 4]), None, "too few to hide one");
        assert_eq!(usual(&[1, 1, 7, 14, 21]), Some(5));
        assert_eq!(usual(&[21, 14, 8, 1, 1]), Some(10), "six working days are told as two weeks");
    }

    proptest! {
        #[test]
        fn what_is_left_is_never_negative_and_a_yes_has_a_place(
            capacity in 0..50, taken in 0..60, held in 0..60, waiting in 0..5,
        ) {
            let places = places(capacity, taken, held, waiting);
            prop_assert!(places.left() >= 0);
            let yes = places.answer(OfferingStatus::Open) == AvailabilityAnswer::Yes;
            prop_assert_eq!(yes, places.band(OfferingStatus::Open) != PlacesBand::None);
        }
    }
}
