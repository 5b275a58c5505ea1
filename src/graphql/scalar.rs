//! The scalars that the library has no name of ours for.

use std::ops::RangeInclusive;

use async_graphql::{InputValueError, InputValueResult, Scalar, ScalarType, Value};
use chrono::{DateTime as ChronoDateTime, Datelike, NaiveDate, SecondsFormat, Utc};

/// The years that four digits can say: both databases keep and compare them.
pub const YEARS: RangeInclusive<i32> = 0..=9999;

/// ISO 8601 calendar date, 2026-11-22.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(pub NaiveDate);

/// ISO 8601 calendar date, 2026-11-22.
#[Scalar(specified_by_url = "https://www.iso.org/iso-8601-date-and-time-format.html")]
impl ScalarType for Date {
    fn parse(value: Value) -> InputValueResult<Self> {
        match &value {
            // The library also reads signs, longer years and single digits; ISO 8601 has four, two and two.
            Value::String(text) => NaiveDate::parse_from_str(text, "%Y-%m-%d")
                .ok()
                .filter(|day| YEARS.contains(&day.year()) && day.to_string() == *text)
                .map(Self)
                .ok_or_else(|| InputValueError::custom("needs a date such as 2026-11-22")),
            _ => Err(InputValueError::custom("needs a date such as 2026-11-22")),
        }
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.format("%Y-%m-%d").to_string())
    }
}

/// RFC 3339 instant in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DateTime(pub ChronoDateTime<Utc>);

/// RFC 3339 instant in UTC.
#[Scalar(specified_by_url = "https://www.rfc-editor.org/rfc/rfc3339")]
impl ScalarType for DateTime {
    fn parse(value: Value) -> InputValueResult<Self> {
        use chrono::SubsecRound;
        match &value {
            Value::String(text) => ChronoDateTime::parse_from_rfc3339(text)
                .ok()
                .map(|at| Self(at.to_utc().trunc_subsecs(6)))
                // An offset may carry an instant out of the years that can be written and kept.
                .filter(|at| YEARS.contains(&at.0.year()))
                .ok_or_else(|| InputValueError::custom("needs an instant such as 2026-11-22T09:05:00Z")),
            _ => Err(InputValueError::custom("needs an instant such as 2026-11-22T09:05:00Z")),
        }
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_rfc3339_opts(SecondsFormat::AutoSi, true))
    }
}

impl From<NaiveDate> for Date {
    fn from(day: NaiveDate) -> Self {
        Self(day)
    }
}
impl From<ChronoDateTime<Utc>> for DateTime {
    fn from(at: ChronoDateTime<Utc>) -> Self {
        Self(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_ten_characters_of_the_calendar() {
        let reads = |text: &str| Date::parse(Value::from(text)).is_ok();
        for day in ["2026-11-22", "2024-02-29", "0000-01-01", "9999-12-31"] {
            assert!(reads(day), "{day}");
        }
        for other in
            ["2026-02-29", "2026-1-2", "-262143-01-01", "+262142-12-31", "10000-01-01", "-0001-01-01"]
        {
            assert!(!reads(other), "{other}");
        }
    }

    #[test]
    fn an_instant_stays_in_the_years_that_can_be_kept() {
        let reads = |text: &str| DateTime::parse(Value::from(text)).is_ok();
        for at in ["2026-11-22T09:05:00Z", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z"] {
            assert!(reads(at), "{at}");
        }
        for other in ["9999-12-31T23:59:59-00:01", "0000-01-01T00:00:00+00:01", "2026-11-22"] {
            assert!(!reads(other), "{other}");
        }
    }
}
