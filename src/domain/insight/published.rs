//! What is told instead of a number of children, and instead of what is computed from it.
//!
//! Owns the words and the JSON in which they are stored. Does not know how they came about.

use serde::{Deserialize, Serialize};

/// A count of children as it is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Published {
    /// About so many: a multiple of 5, from 5 up; up to 4 more or less than there are.
    Count(u32),
    /// None, or up to four.
    ZeroToFour,
    /// It is in the figure of those with no reliable change, because alone it is too small.
    Merged,
    /// Not told: one council's part alone is too small, or a part of a whole is.
    #[default]
    Withheld,
    /// What the row is about is not run here: nobody could be counted.
    NotRunHere,
}

impl Published {
    /// The number, where one is told.
    #[must_use]
    pub const fn value(self) -> Option<u32> {
        match self {
            Self::Count(value) => Some(value),
            _ => None,
        }
    }

    /// Whether a number is kept back.
    #[must_use]
    pub const fn suppressed(self) -> bool {
        !matches!(self, Self::Count(_) | Self::NotRunHere)
    }

    /// The words that stand in its place.
    #[must_use]
    pub fn display(self) -> String {
        match self {
            Self::Count(value) => thousands(value),
            Self::ZeroToFour => "0 to 4".to_owned(),
            Self::Merged => "counted with no reliable change".to_owned(),
            Self::Withheld => "not shown".to_owned(),
            Self::NotRunHere => "not run here".to_owned(),
        }
    }
}

/// 12345 as 12,345.
fn thousands(value: u32) -> String {
    let digits = value.to_string();
    let mut text = String::new();
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// What is computed from published counts and noised sums: a share, a mean, an effect size, a wait.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Rate {
    /// In whole per cent (of sessions attended: in steps of 5).
    PerCent(u32),
    /// In whole working days.
    Days(u32),
    /// Money for each child, in whole pounds.
    Pounds(u32),
    /// A score, in tenths of a point.
    Tenths(i32),
    /// An effect size, in hundredths of a standard deviation, in steps of 5 of them.
    Hundredths(i32),
    /// Fewer than 10 published, or one of what it is made of is not told.
    #[default]
    TooFew,
    /// What the row is about is not run here.
    NotRunHere,
}

impl Rate {
    /// The number, in the unit of the figure: per cent, working days, pounds, points, standard deviations.
    #[must_use]
    pub fn value(self) -> Option<f64> {
        match self {
            Self::PerCent(value) | Self::Days(value) | Self::Pounds(value) => Some(f64::from(value)),
            Self::Tenths(tenths) => Some(f64::from(tenths) / 10.0),
            Self::Hundredths(hundredths) => Some(f64::from(hundredths) / 100.0),
            Self::TooFew | Self::NotRunHere => None,
        }
    }

    /// Whether a number is kept back.
    #[must_use]
    pub const fn suppressed(self) -> bool {
        matches!(self, Self::TooFew)
    }

    /// The words that stand in its place.
    #[must_use]
    pub fn display(self) -> String {
        match self {
            Self::PerCent(value) => format!("{value}%"),
            Self::Days(1) => "1 working day".to_owned(),
            Self::Days(value) => format!("{value} working days"),
            Self::Pounds(value) => format!("£{}", thousands(value)),
            Self::Tenths(tenths) => format!("{:.1}", f64::from(tenths) / 10.0),
            Self::Hundredths(hundredths) => format!("{:.2}", f64::from(hundredths) / 100.0),
            Self::TooFew => "too few to say".to_owned(),
            Self::NotRunHere => "not run here".to_owned(),
        }
    }
}
