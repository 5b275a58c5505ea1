//! Working days of England, and local dates: what every clock of the partnership counts in.
//!
//! Owns the bank holidays (versioned data, beside this file) and the rules by which days are counted. Instants are stored in
//! UTC; dates and times of day are those of Europe/London. School days are another counter and not here.

use std::{collections::BTreeSet, sync::LazyLock};

use chrono::{DateTime, Datelike, Days, LocalResult, NaiveDate, NaiveTime, TimeZone, Utc, Weekday};
use chrono_tz::Europe::London;
use serde::Deserialize;

/// What comes in after this time of day counts as received on the next working day; and a working day's work is due by it.
/// Working rule of the partnership.
pub const END_OF_WORKING_DAY: NaiveTime = at_hour(17);
/// Noon.
pub const NOON: NaiveTime = at_hour(12);

const fn at_hour(hour: u32) -> NaiveTime {
    match NaiveTime::from_hms_opt(hour, 0, 0) {
        Some(time) => time,
        None => NaiveTime::MIN,
    }
}

/// The date in England at an instant: half past eleven in the evening, UTC, is already tomorrow in summer.
#[must_use]
pub fn local_date(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&London).date_naive()
}

/// The time of day in England at an instant.
#[must_use]
pub fn local_time(at: DateTime<Utc>) -> NaiveTime {
    at.with_timezone(&London).time()
}

/// The instant of a local date and time. A time that comes twice, when the clocks go back, is the first of the two; one that
/// does not come at all, when they go forward, is an hour later.
#[must_use]
pub fn instant_of(date: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
    let local = date.and_time(time);
    match London.from_local_datetime(&local) {
        LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => at.to_utc(),
        // Between winter's and summer's time; read by winter's, which is UTC, it is the hour after.
        LocalResult::None => local.and_utc(),
    }
}

/// The instant at which a day's work is due.
#[must_use]
pub fn end_of_working_day(date: NaiveDate) -> DateTime<Utc> {
    instant_of(date, END_OF_WORKING_DAY)
}

/// Which days are worked.
#[derive(Clone, Debug)]
pub struct Calendar {
    bank_holidays: BTreeSet<NaiveDate>,
}

/// The file of bank holidays.
#[derive(Deserialize)]
struct BankHolidays {
    holidays: Vec<BankHoliday>,
}

#[derive(Deserialize)]
struct BankHoliday {
    date: NaiveDate,
}

impl Calendar {
    /// England's.
    #[must_use]
    pub fn england() -> &'static Self {
        static ENGLAND: LazyLock<Calendar> = LazyLock::new(|| {
            #[expect(
                clippy::expect_used,
                reason = "the file is part of the program, and each test here reads it"
            )]
            let file: BankHolidays = serde_json::from_str(include_str!("bank_holidays.json"))
                .expect("bank_holidays.json is well formed");
            Calendar { bank_holidays: file.holidays.into_iter().map(|holiday| holiday.date).collect() }
        });
        &ENGLAND
    }

    /// Monday to Friday, and no bank holiday.
    #[must_use]
    pub fn is_working_day(&self, date: NaiveDate) -> bool {
        !matches!(date.weekday(), Weekday::Sat | Weekday::Sun) && !self.is_bank_holiday(date)
    }

    /// Whether it is a bank holiday in England.
    #[must_use]
    pub fn is_bank_holiday(&self, date: NaiveDate) -> bool {
        self.bank_holidays.contains(&date)
    }

    /// The `count`th working day after a date. The date itself is day 0, whether worked or not; 0 days after it is itself.
    #[must_use]
    pub fn add_working_days(&self, date: NaiveDate, count: u32) -> NaiveDate {
        (0..count).fold(date, |day, _| self.working_day_after(day))
    }

    /// The `count`th working day before a date.
    #[must_use]
    pub fn subtract_working_days(&self, date: NaiveDate, count: u32) -> NaiveDate {
        (0..count).fold(date, |day, _| self.first_working(day, |day| day - Days::new(1)))
    }

    /// The first working day after a date.
    #[must_use]
    pub fn working_day_after(&self, date: NaiveDate) -> NaiveDate {
        self.first_working(date, |day| day + Days::new(1))
    }

    fn first_working(&self, date: NaiveDate, step: impl Fn(NaiveDate) -> NaiveDate) -> NaiveDate {
        let mut day = step(date);
        while !self.is_working_day(day) {
            day = step(day);
        }
        day
    }

    /// How many working days lie after `from` and not after `to`; none where `to` is not later.
    #[must_use]
    pub fn working_days_between(&self, from: NaiveDate, to: NaiveDate) -> u32 {
        let days = from.iter_days().skip(1).take_while(|day| *day <= to);
        days.map(|day| u32::from(self.is_working_day(day))).sum()
    }

    /// The working day on which something counts as received: the same day until 17:00, else the next working day. It is
    /// day 0 of every clock that starts with it.
    #[must_use]
    pub fn day_of_receipt(&self, at: DateTime<Utc>) -> NaiveDate {
        let date = local_date(at);
        let in_time = self.is_working_day(date) && local_time(at) <= END_OF_WORKING_DAY;
        if in_time { date } else { self.working_day_after(date) }
    }

    /// The end of the `count`th working day after the one on which something counts as received.
    #[must_use]
    pub fn due_after(&self, received_at: DateTime<Utc>, count: u32) -> DateTime<Utc> {
        end_of_working_day(self.add_working_days(self.day_of_receipt(received_at), count))
    }

    /// Moves an instant by whole working days and keeps its time of day in England.
    #[must_use]
    pub fn later_by(&self, at: DateTime<Utc>, count: u32) -> DateTime<Utc> {
        if count == 0 { at } else { instant_of(self.add_working_days(local_date(at), count), local_time(at)) }
    }

    /// Moves an instant back by whole working days and keeps its time of day in England.
    #[must_use]
    pub fn earlier_by(&self, at: DateTime<Utc>, count: u32) -> DateTime<Utc> {
        if count == 0 {
            at
        } else {
            instant_of(self.subtract_working_days(local_date(at), count), local_time(at))
        }
    }
}

/// Whole calendar days later, at the same time of day in England.
#[must_use]
pub fn days_later(at: DateTime<Utc>, days: u64) -> DateTime<Utc> {
    instant_of(local_date(at) + Days::new(days), local_time(at))
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use proptest::prelude::*;

    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn working_days_skip_weekends_and_bank_holidays() {
        let cases = [
            ("2026-12-24", 1, "2026-12-29"),
            ("2026-12-24", 5, "2027-01-05"),
            ("2027-03-25", 2, "2027-03-31"),
            ("2026-11-27", 20, "2026-12-29"),
            ("2026-08-28", 3, "2026-09-03"),
            ("2026-11-22", 0, "2026-11-22"),
            ("2026-11-21", 1, "2026-11-23"),
        ];
        for (from, count, to) in cases {
            assert_eq!(Calendar::england().add_working_days(date(from), count), date(to), "{from} + {count}");
            assert_eq!(
                Calendar::england().working_days_between(date(from), date(to)),
                count,
                "{from} to {to}"
            );
        }
    }

    #[test]
    fn each_year_has_its_eight_bank_holidays_on_weekdays() {
        let calendar = Calendar::england();
        for year in [2026, 2027, 2028] {
            assert_eq!(calendar.bank_holidays.iter().filter(|day| day.year() == year).count(), 8, "{year}");
        }
        let weekend = |day: &&NaiveDate| matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        assert_eq!(calendar.bank_holidays.iter().find(weekend), None, "its substitute counts instead");
    }

    #[test]
    fn late_in_the_evening_of_a_summer_sunday_is_monday() {
        assert_eq!(local_date(utc("2026-07-05T23:30:00Z")), date("2026-07-06"));
        assert_eq!(local_date(utc("2026-12-06T23:30:00Z")), date("2026-12-06"));
    }

    #[test]
    fn after_five_counts_from_the_next_working_day() {
        let cases = [
            ("2026-11-23T17:00:00Z", "2026-11-23"),
            ("2026-11-23T17:00:01Z", "2026-11-24"),
            // In summer 16:30 UTC is half past five.
            ("2026-07-03T16:30:00Z", "2026-07-06"),
            ("2026-07-03T15:30:00Z", "2026-07-03"),
            ("2026-11-21T09:00:00Z", "2026-11-23"),
            ("2026-12-24T18:00:00Z", "2026-12-29"),
            ("2026-12-25T09:00:00Z", "2026-12-29"),
        ];
        for (at, day) in cases {
            assert_eq!(Calendar::england().day_of_receipt(utc(at)), date(day), "{at}");
        }
    }

    #[test]
    fn hours_that_come_twice_or_not_at_all() {
        let half_past_one = NaiveTime::from_hms_opt(1, 30, 0).unwrap();
        assert_eq!(
            instant_of(date("2026-10-25"), half_past_one),
            utc("2026-10-25T00:30:00Z"),
            "the first of the two"
        );
        assert_eq!(
            instant_of(date("2026-03-29"), half_past_one),
            utc("2026-03-29T01:30:00Z"),
            "half past two by the clock"
        );
    }

    #[test]
    fn a_time_of_day_is_kept_over_the_change_of_the_clocks() {
        let calendar = Calendar::england();
        assert_eq!(calendar.later_by(utc("2026-10-23T16:00:00Z"), 1), utc("2026-10-26T17:00:00Z"));
        assert_eq!(calendar.earlier_by(utc("2026-10-26T17:00:00Z"), 1), utc("2026-10-23T16:00:00Z"));
        assert_eq!(days_later(utc("2026-03-25T10:00:00Z"), 7), utc("2026-04-01T09:00:00Z"));
    }

    fn any_date() -> impl Strategy<Value = NaiveDate> {
        (0_u64..1_000).prop_map(|days| date("2026-01-01") + Days::new(days))
    }

    fn any_instant() -> impl Strategy<Value = DateTime<Utc>> {
        (0_i64..1_000 * 86_400).prop_map(|seconds| utc("2026-01-01T00:00:00Z") + TimeDelta::seconds(seconds))
    }

    proptest! {
        #[test]
        fn adding_and_counting_agree(from in any_date(), count in 0_u32..60) {
            let calendar = Calendar::england();
            let to = calendar.add_working_days(from, count);
            prop_assert_eq!(calendar.working_days_between(from, to), count);
            prop_assert!(count == 0 || calendar.is_working_day(to));
        }

        #[test]
        fn days_add_up(from in any_date(), one in 0_u32..30, other in 0_u32..30) {
            let calendar = Calendar::england();
            let in_two_steps = calendar.add_working_days(calendar.add_working_days(from, one), other);
            prop_assert_eq!(in_two_steps, calendar.add_working_days(from, one + other));
        }

        #[test]
        fn from_a_working_day_the_way_back_is_the_same(from in any_date(), count in 0_u32..60) {
            let calendar = Calendar::england();
            prop_assume!(calendar.is_working_day(from));
            prop_assert_eq!(calendar.subtract_working_days(calendar.add_working_days(from, count), count), from);
        }

        #[test]
        fn what_comes_later_is_never_due_sooner(one in any_instant(), other in any_instant(), count in 0_u32..10) {
            let calendar = Calendar::england();
            let (first, second) = (one.min(other), one.max(other));
            prop_assert!(calendar.due_after(first, count) <= calendar.due_after(second, count));
            prop_assert!(calendar.is_working_day(calendar.day_of_receipt(first)));
            prop_assert!(calendar.due_after(first, count) >= first);
        }

        #[test]
        fn local_times_come_back(at in any_instant()) {
            let again = instant_of(local_date(at), local_time(at));
            prop_assert!(again == at || again + TimeDelta::hours(1) == at, "but for the hour that comes twice");
        }
    }
}
