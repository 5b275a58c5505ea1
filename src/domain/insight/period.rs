//! For which times figures are told: the 12 months up to a release, financial years from April to March, and their quarters.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::tables::{QUARTERS, Span, YEARS};

/// The financial year begins in this month.
const APRIL: u32 = 4;

/// A time for which figures are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Period {
    /// The 12 months that end with the day before the release.
    Last12Months,
    /// The financial year that begins in April of this year.
    Year(i32),
    /// A quarter of it, from 1; the first is April to June.
    Quarter(i32, u32),
}

impl Period {
    /// The financial year of a day.
    #[must_use]
    pub fn year_of(day: NaiveDate) -> i32 {
        if day.month() < APRIL { day.year() - 1 } else { day.year() }
    }

    /// The quarter of a day.
    #[must_use]
    pub fn quarter_of(day: NaiveDate) -> Self {
        Self::Quarter(Self::year_of(day), (day.month() + 12 - APRIL) % 12 / 3 + 1)
    }

    /// Of which kind.
    #[must_use]
    pub const fn span(self) -> Span {
        match self {
            Self::Last12Months => Span::Last12Months,
            Self::Year(_) => Span::Year,
            Self::Quarter(..) => Span::Quarter,
        }
    }

    /// Those of a kind that are told on a day, the newest first.
    #[must_use]
    pub fn told(span: Span, today: NaiveDate) -> Vec<Self> {
        let year = Self::year_of(today);
        match span {
            Span::Last12Months => vec![Self::Last12Months],
            Span::Year => {
                (0..YEARS).map(|back| Self::Year(year - i32::try_from(back).unwrap_or(0))).collect()
            }
            Span::Quarter => {
                let back = |quarters: &u32| today.checked_sub_months(Months::new(3 * quarters));
                let days = (0..QUARTERS).filter_map(|quarters| back(&quarters));
                days.map(Self::quarter_of).collect()
            }
        }
    }

    /// All that are told on a day.
    pub fn all(today: NaiveDate) -> impl Iterator<Item = Self> {
        let spans = [Span::Last12Months, Span::Year, Span::Quarter];
        spans.into_iter().flat_map(move |span| Self::told(span, today))
    }

    /// Its first day, and the day after its last, as far as a release of a day tells it.
    #[must_use]
    pub fn days(self, today: NaiveDate) -> (NaiveDate, NaiveDate) {
        let first_of = |year, month| NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(today);
        match self {
            Self::Last12Months => (today.checked_sub_months(Months::new(12)).unwrap_or(today), today),
            Self::Year(year) => (first_of(year, APRIL), first_of(year + 1, APRIL)),
            Self::Quarter(year, quarter) => {
                let from = first_of(year, APRIL) + Months::new(3 * (quarter - 1));
                (from, from + Months::new(3))
            }
        }
    }

    /// Its name in stored tables: `2026`, `2026Q1`; nothing for the last 12 months.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Last12Months => String::new(),
            Self::Year(year) => year.to_string(),
            Self::Quarter(year, quarter) => format!("{year}Q{quarter}"),
        }
    }

    /// The one of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name.split_once('Q') {
            _ if name.is_empty() => Some(Self::Last12Months),
            None => name.parse().ok().map(Self::Year),
            Some((year, quarter)) => Some(Self::Quarter(year.parse().ok()?, quarter.parse().ok()?)),
        }
    }

    /// Its name for people: `April 2026 to March 2027`.
    #[must_use]
    pub fn label(self) -> String {
        let month = |day: NaiveDate| day.format("%B %Y").to_string();
        match self {
            Self::Last12Months => "Last 12 months".to_owned(),
            Self::Year(_) | Self::Quarter(..) => {
                let (from, to) = self.days(NaiveDate::MIN);
                format!("{} to {}", month(from), month(to - Days::new(1)))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_financial_year_begins_in_april() {
        assert_eq!(Period::year_of(day("2026-03-31")), 2025);
        assert_eq!(Period::year_of(day("2026-04-01")), 2026);
        assert_eq!(Period::Year(2026).days(day("2026-11-30")), (day("2026-04-01"), day("2027-04-01")));
        assert_eq!(Period::Year(2026).label(), "April 2026 to March 2027");
    }

    #[test]
    fn quarters_are_of_the_financial_year() {
        for (on, year, quarter) in [
            ("2026-04-01", 2026, 1),
            ("2026-09-30", 2026, 2),
            ("2026-12-31", 2026, 3),
            ("2027-01-01", 2026, 4),
        ] {
            let of = Period::quarter_of(day(on));
            assert_eq!(of, Period::Quarter(year, quarter), "{on}");
            let (from, to) = of.days(day(on));
            assert!(from <= day(on) && day(on) < to, "{on}");
        }
        assert_eq!(Period::Quarter(2026, 4).label(), "January 2027 to March 2027");
    }

    #[test]
    fn what_is_told_ends_with_the_time_that_runs() {
        let today = day("2026-11-30");
        assert_eq!(
            Period::told(Span::Year, today),
            [Period::Year(2026), Period::Year(2025), Period::Year(2024)]
        );
        let quarters = Period::told(Span::Quarter, today);
        assert_eq!(quarters.len(), 9);
        assert_eq!((quarters[0], quarters[8]), (Period::Quarter(2026, 3), Period::Quarter(2024, 3)));
        assert_eq!(Period::Last12Months.days(today), (day("2025-11-30"), today));
    }
}
