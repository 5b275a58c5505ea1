//! When somebody is there: opening hours as data, in local time, and what follows from them.
//!
//! Owns the form of the hours and their arithmetic. Whose hours they are, a service's, a front door's, is said by whoever
//! keeps them.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Utc, Weekday};
use serde::{Deserialize, Serialize};

use super::calendar::{Calendar, instant_of, local_date};

/// How many days ahead an opening is looked for. Who does not open within it is not there.
const HORIZON: u64 = 31;

/// The hours of a service or front door: `[{"days": ["Mon", "Tue"], "from": "09:00:00", "to": "17:00:00"}]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ServiceHours {
    openings: Vec<Opening>,
}

/// Hours that are the same on several days of the week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// The days on which these hours begin.
    pub days: Vec<Weekday>,
    /// When they begin, in local time.
    pub from: NaiveTime,
    /// When they end. Not later than `from`: on the next day, so that 00:00 to 00:00 is the whole day.
    pub to: NaiveTime,
    /// Whether they hold on bank holidays too.
    #[serde(default)]
    pub bank_holidays: bool,
}

/// From one instant to another, the second not included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Period {
    start: DateTime<Utc>,
    end: DateTime<Utc>,
}

impl ServiceHours {
    /// Hours from their parts.
    #[must_use]
    pub const fn new(openings: Vec<Opening>) -> Self {
        Self { openings }
    }

    /// Hours from the JSON that a database column holds.
    pub fn from_json(json: &serde_json::Value) -> Result<Self, serde_json::Error> {
        Self::deserialize(json)
    }

    /// Monday to Friday, 09:00 to 17:00, not on bank holidays: an office.
    #[must_use]
    pub fn office() -> Self {
        let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
        let days = vec![Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];
        Self::new(vec![Opening { days, from: time(9), to: time(17), bank_holidays: false }])
    }

    /// Every hour of every day.
    #[must_use]
    pub fn always() -> Self {
        let every = [
            Weekday::Mon,
            Weekday::Tue,
            Weekday::Wed,
            Weekday::Thu,
            Weekday::Fri,
            Weekday::Sat,
            Weekday::Sun,
        ];
        Self::new(vec![Opening {
            days: every.into(),
            from: NaiveTime::MIN,
            to: NaiveTime::MIN,
            bank_holidays: true,
        }])
    }

    /// The parts.
    #[must_use]
    pub fn openings(&self) -> &[Opening] {
        &self.openings
    }

    /// Whether somebody is there.
    #[must_use]
    pub fn open_at(&self, at: DateTime<Utc>, calendar: &Calendar) -> bool {
        self.periods(at, calendar).next().is_some_and(|period| period.start <= at)
    }

    /// When somebody is there next: now, if the service is open, else when it opens. None where it does not open at all.
    #[must_use]
    pub fn next_opening(&self, at: DateTime<Utc>, calendar: &Calendar) -> Option<DateTime<Utc>> {
        self.periods(at, calendar).next().map(|period| period.start.max(at))
    }

    /// When the service closes, if it is open; at the end of the horizon where it never does.
    #[must_use]
    pub fn closes_at(&self, at: DateTime<Utc>, calendar: &Calendar) -> Option<DateTime<Utc>> {
        self.periods(at, calendar).next().filter(|period| period.start <= at).map(|period| period.end)
    }

    /// The instant at which the service will have been open for so many minutes since `at`. None where it does not open for
    /// as long within the horizon.
    #[must_use]
    pub fn after_minutes(
        &self,
        at: DateTime<Utc>,
        minutes: i64,
        calendar: &Calendar,
    ) -> Option<DateTime<Utc>> {
        let mut left = TimeDelta::minutes(minutes);
        for period in self.periods(at, calendar) {
            let start = period.start.max(at);
            if start + left <= period.end {
                return Some(start + left);
            }
            left -= period.end - start;
        }
        None
    }

    /// The periods of opening that have not ended at `at`, in order, those that touch joined.
    fn periods(&self, at: DateTime<Utc>, calendar: &Calendar) -> impl Iterator<Item = Period> + use<> {
        // From the day before, for hours that began then and run over midnight.
        let first = local_date(at) - Days::new(1);
        let days = first.iter_days().take(usize::try_from(HORIZON).unwrap_or_default());
        let mut periods: Vec<Period> = days.flat_map(|day| self.on(day, calendar)).collect();
        periods.sort_unstable();
        joined(periods).into_iter().skip_while(move |period| period.end <= at)
    }

    /// The periods that begin on a day.
    fn on(&self, day: NaiveDate, calendar: &Calendar) -> Vec<Period> {
        let holiday = calendar.is_bank_holiday(day);
        let begin =
            |opening: &&Opening| opening.days.contains(&day.weekday()) && (opening.bank_holidays || !holiday);
        self.openings.iter().filter(begin).map(|opening| opening.on(day)).collect()
    }
}

impl Opening {
    fn on(&self, day: NaiveDate) -> Period {
        let last_day = if self.to > self.from { day } else { day + Days::new(1) };
        Period { start: instant_of(day, self.from), end: instant_of(last_day, self.to) }
    }
}

/// Periods in order of their start, with those that touch or overlap made one.
fn joined(periods: Vec<Period>) -> Vec<Period> {
    let mut whole: Vec<Period> = Vec::with_capacity(periods.len());
    for period in periods {
        match whole.last_mut() {
            Some(last) if period.start <= last.end => last.end = last.end.max(period.end),
            _ => whole.push(period),
        }
    }
    whole
}

/// In words: "Monday to Friday, 9am to 5pm", each opening on its own after a semicolon.
impl std::fmt::Display for ServiceHours {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut between = "";
        for opening in &self.openings {
            write!(out, "{between}{}, {}", in_days(&opening.days), in_times(opening))?;
            between = "; ";
        }
        Ok(())
    }
}

fn in_days(days: &[Weekday]) -> String {
    const NAMES: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let mut places: Vec<usize> = days.iter().map(|day| day.num_days_from_monday() as usize).collect();
    places.sort_unstable();
    places.dedup();
    match places.as_slice() {
        [0, 1, 2, 3, 4, 5, 6] => "every day".to_owned(),
        [first, .., last] if last - first + 1 == places.len() && places.len() > 2 => {
            format!("{} to {}", NAMES[*first], NAMES[*last])
        }
        places => places.iter().map(|place| NAMES[*place]).collect::<Vec<_>>().join(" and "),
    }
}

fn in_times(opening: &Opening) -> String {
    if opening.from == opening.to {
        return "all day and night".to_owned();
    }
    let time = |time: NaiveTime| match (time.format("%-M").to_string().as_str(), time) {
        ("0", NaiveTime::MIN) => "midnight".to_owned(),
        ("0", time) => time.format("%-I%P").to_string(),
        _ => time.format("%-I:%M%P").to_string(),
    };
    format!("{} to {}", time(opening.from), time(opening.to))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn hours(json: &str) -> ServiceHours {
        serde_json::from_str(json).unwrap()
    }

    fn out_of_hours() -> ServiceHours {
        hours(
            r#"[{"days": ["Mon", "Tue", "Wed", "Thu", "Fri"], "from": "17:00", "to": "09:00", "bank_holidays": true},
                {"days": ["Sat", "Sun"], "from": "00:00", "to": "00:00", "bank_holidays": true}]"#,
        )
    }

    #[test]
    fn an_office_is_open_on_working_days() {
        let (office, england) = (ServiceHours::office(), Calendar::england());
        let open = |at: &str| office.open_at(utc(at), england);
        assert!(open("2026-11-23T09:00:00Z") && open("2026-11-23T16:59:59Z"));
        assert!(!open("2026-11-23T08:59:59Z") && !open("2026-11-23T17:00:00Z"));
        assert!(open("2026-07-06T08:00:00Z"), "nine by the clock in summer");
        assert!(!open("2026-07-06T16:00:00Z"), "five by the clock in summer");
        assert!(!open("2026-11-22T12:00:00Z"), "a Sunday");
        assert!(!open("2026-12-28T12:00:00Z"), "a bank holiday");
    }

    #[test]
    fn it_opens_next_after_weekends_and_holidays() {
        let (office, england) = (ServiceHours::office(), Calendar::england());
        let next = |at: &str| office.next_opening(utc(at), england);
        assert_eq!(next("2026-11-23T10:00:00Z"), Some(utc("2026-11-23T10:00:00Z")), "it is open");
        assert_eq!(next("2026-11-23T17:00:00Z"), Some(utc("2026-11-24T09:00:00Z")));
        assert_eq!(next("2026-12-24T18:00:00Z"), Some(utc("2026-12-29T09:00:00Z")));
        assert_eq!(next("2026-10-24T12:00:00Z"), Some(utc("2026-10-26T09:00:00Z")), "the clocks went back");
        assert_eq!(
            next("2026-03-28T12:00:00Z"),
            Some(utc("2026-03-30T08:00:00Z")),
            "the clocks went forward"
        );
        assert_eq!(ServiceHours::default().next_opening(utc("2026-11-23T10:00:00Z"), england), None);
    }

    #[test]
    fn minutes_of_service_run_only_while_it_is_open() {
        let (office, england) = (ServiceHours::office(), Calendar::england());
        let after = |at: &str| office.after_minutes(utc(at), 60, england);
        assert_eq!(after("2026-11-23T10:00:00Z"), Some(utc("2026-11-23T11:00:00Z")));
        assert_eq!(after("2026-11-23T16:00:00Z"), Some(utc("2026-11-23T17:00:00Z")));
        assert_eq!(after("2026-11-23T16:45:00Z"), Some(utc("2026-11-24T09:45:00Z")));
        assert_eq!(after("2026-12-24T16:30:00Z"), Some(utc("2026-12-29T09:30:00Z")));
        assert_eq!(ServiceHours::default().after_minutes(utc("2026-11-23T10:00:00Z"), 60, england), None);
    }

    #[test]
    fn hours_run_over_midnight_and_join() {
        let (night, england) = (out_of_hours(), Calendar::england());
        assert!(night.open_at(utc("2026-11-24T03:00:00Z"), england), "Monday's night");
        assert!(!night.open_at(utc("2026-11-24T10:00:00Z"), england));
        // From Friday five o'clock without a gap; Sunday ends at midnight and Monday's night begins at five.
        assert_eq!(night.closes_at(utc("2026-11-20T18:00:00Z"), england), Some(utc("2026-11-23T00:00:00Z")));
        assert_eq!(night.closes_at(utc("2026-11-24T10:00:00Z"), england), None);
        assert!(ServiceHours::always().open_at(utc("2026-12-25T03:00:00Z"), england));
    }

    #[test]
    fn an_hour_more_or_less_when_the_clocks_change() {
        let england = Calendar::england();
        let sunday = hours(r#"[{"days": ["Sun"], "from": "00:00", "to": "06:00"}]"#);
        let length = |at: &str| sunday.closes_at(utc(at), england).unwrap() - utc(at);
        assert_eq!(length("2026-10-24T23:00:00Z"), TimeDelta::hours(7));
        assert_eq!(length("2026-03-29T00:00:00Z"), TimeDelta::hours(5));
    }

    #[test]
    fn hours_are_told_in_words() {
        assert_eq!(ServiceHours::office().to_string(), "Monday to Friday, 9am to 5pm");
        assert_eq!(ServiceHours::always().to_string(), "every day, all day and night");
        let told = "Monday to Friday, 5pm to 9am; Saturday and Sunday, all day and night";
        assert_eq!(out_of_hours().to_string(), told);
        let late = hours(r#"[{"days": ["Wed"], "from": "12:30", "to": "00:00"}]"#);
        assert_eq!(late.to_string(), "Wednesday, 12:30pm to midnight");
    }

    #[test]
    fn hours_come_back_from_json() {
        let json = serde_json::to_value(ServiceHours::office()).unwrap();
        assert_eq!(ServiceHours::from_json(&json).unwrap(), ServiceHours::office());
        assert!(
            ServiceHours::from_json(&serde_json::json!([{"days": ["Someday"], "from": "1", "to": "2"}]))
                .is_err()
        );
    }

    proptest! {
        #[test]
        fn open_means_now(seconds in 0_i64..700 * 86_400) {
            let (at, england) = (utc("2026-01-01T00:00:00Z") + TimeDelta::seconds(seconds), Calendar::england());
            for hours in [ServiceHours::office(), out_of_hours()] {
                let next = hours.next_opening(at, england).unwrap();
                prop_assert_eq!(hours.open_at(at, england), next == at);
                prop_assert!(hours.open_at(next, england));
                prop_assert_eq!(hours.after_minutes(at, 0, england), Some(next));
            }
        }

        #[test]
        fn minutes_add_up(seconds in 0_i64..700 * 86_400, one in 1_i64..500, other in 1_i64..500) {
            let (at, england) = (utc("2026-01-01T00:00:00Z") + TimeDelta::seconds(seconds), Calendar::england());
            let office = ServiceHours::office();
            let first = office.after_minutes(at, one, england).unwrap();
            let in_two_steps = office.after_minutes(first, other, england).unwrap();
            prop_assert_eq!(in_two_steps, office.after_minutes(at, one + other, england).unwrap());
        }
    }
}
