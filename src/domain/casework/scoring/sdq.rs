//! The Strengths and Difficulties Questionnaire by numbers of items: scales, total, impact and bands.
//!
//! Scoring as in the public code of Youthinmind and others (see the file beside this one): a scale of five items needs three
//! answers and is their mean times five; the total is that of the four scales of difficulties and needs them all. No wording.

use std::sync::LazyLock;

use serde::Deserialize;

use super::scored::{Part, Scored, half_up};
use crate::words::Informant;

/// How many items there are.
pub const ITEMS: usize = 25;
/// How many of a scale's five have to be answered.
const NEEDED: usize = 3;

/// What is scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Scale {
    /// Emotional difficulties, 0 to 10.
    Emotional,
    /// Difficulties of conduct, 0 to 10.
    Conduct,
    /// Hyperactivity, 0 to 10.
    Hyperactivity,
    /// Difficulties with peers, 0 to 10.
    Peer,
    /// Prosocial behaviour, 0 to 10; more is better.
    Prosocial,
    /// What the difficulties do, 0 to 10, by a teacher 0 to 6.
    Impact,
    /// Conduct and hyperactivity, 0 to 20.
    Externalising,
    /// Emotional difficulties and those with peers, 0 to 20.
    Internalising,
    /// The four scales of difficulties, 0 to 40.
    Total,
}

impl Scale {
    /// Those that a licensed sheet may tell one by one.
    pub const TOLD: [Self; 6] =
        [Self::Emotional, Self::Conduct, Self::Hyperactivity, Self::Peer, Self::Prosocial, Self::Impact];

    /// Its name in the API.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Emotional => "EMOTIONAL",
            Self::Conduct => "CONDUCT",
            Self::Hyperactivity => "HYPERACTIVITY",
            Self::Peer => "PEER",
            Self::Prosocial => "PROSOCIAL",
            Self::Impact => "IMPACT",
            Self::Externalising => "EXTERNALISING",
            Self::Internalising => "INTERNALISING",
            Self::Total => "TOTAL",
        }
    }

    /// The most that it can be, by who answers.
    #[must_use]
    pub const fn most(self, informant: Informant) -> i32 {
        match self {
            Self::Total => 40,
            Self::Externalising | Self::Internalising => 20,
            Self::Impact if matches!(informant, Informant::Teacher) => 6,
            _ => 10,
        }
    }
}

#[derive(Debug, Deserialize)]
struct File {
    scales: Vec<Numbered>,
    versions: Vec<Version>,
}

#[derive(Debug, Deserialize)]
struct Numbered {
    scale: Scale,
    items: Vec<usize>,
    reversed: Vec<usize>,
}

/// A set of bands.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Version {
    /// Its name.
    pub version: String,
    bands: Vec<String>,
    bands_where_low_is_worse: Vec<String>,
    tables: Vec<Table>,
}

/// The bands by one informant and for some ages.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Table {
    informant: Informant,
    from_age: i32,
    to_age: i32,
    rows: Vec<Row>,
}

#[derive(Debug, Deserialize)]
struct Row {
    scale: Scale,
    /// The last score of each band, upwards.
    ends: Vec<i32>,
}

fn file() -> &'static File {
    static IN_USE: LazyLock<File> = LazyLock::new(|| {
        #[expect(
            clippy::expect_used,
            reason = "the file is part of the program, and each test here reads it"
        )]
        serde_json::from_str(include_str!("sdq.json")).expect("sdq.json is well formed")
    });
    &IN_USE
}

/// The version with a name; the first, where none is named.
#[must_use]
pub fn version(name: Option<&str>) -> Option<&'static Version> {
    let mut all = file().versions.iter();
    match name {
        None => all.next(),
        Some(name) => all.find(|version| version.version == name),
    }
}

impl Version {
    /// Whether this informant answers for a child of this age.
    #[must_use]
    pub fn answers(&self, informant: Informant, age: i32) -> bool {
        self.tables
            .iter()
            .any(|table| table.informant == informant && (table.from_age..=table.to_age).contains(&age))
    }

    fn band(&self, informant: Informant, scale: Scale, score: i32) -> Option<String> {
        let table = self.tables.iter().find(|table| table.informant == informant)?;
        let row = table.rows.iter().find(|row| row.scale == scale)?;
        let place = row.ends.iter().position(|end| score <= *end)?;
        let names = if scale == Scale::Prosocial { &self.bands_where_low_is_worse } else { &self.bands };
        names.get(place).cloned()
    }
}

/// The points of each scale, where there are any.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Points {
    /// By scale.
    scales: Vec<(Scale, i32)>,
    /// Told by a licensed sheet that does not tell the scales.
    total: Option<i32>,
    /// Scales of which too little was answered, with how much was.
    short: Vec<(Scale, usize)>,
    /// Whether some questions of impact were answered and others not.
    impact_short: bool,
}

/// How many questions of impact an informant is asked.
#[must_use]
pub const fn impact_questions(informant: Informant) -> usize {
    if matches!(informant, Informant::Teacher) { 3 } else { 5 }
}

/// From the answers as they stand on the sheet, counted from 0: 0 to 2 for items 1 to 25 in their order, 0 to 3 for impact.
#[must_use]
pub fn of_answers(informant: Informant, answers: &[Option<i32>], impact: &[Option<i32>]) -> Points {
    let mut points = Points::default();
    for Numbered { scale, items, reversed } in &file().scales {
        let given: Vec<i32> = items
            .iter()
            .filter_map(|item| {
                let answer = answers.get(item.checked_sub(1)?).copied().flatten()?;
                Some(if reversed.contains(item) { 2 - answer } else { answer })
            })
            .collect();
        if given.len() < NEEDED {
            points.short.push((*scale, given.len()));
            continue;
        }
        let answered = i32::try_from(given.len()).unwrap_or(i32::MAX);
        points.scales.push((*scale, half_up(5 * given.iter().sum::<i32>(), answered)));
    }
    let given: Vec<i32> = impact.iter().copied().flatten().collect();
    if given.len() == impact_questions(informant) {
        // 0, 0, 1, 2: a little is nothing yet.
        points.scales.push((Scale::Impact, given.iter().map(|answer| (answer - 1).max(0)).sum()));
    } else {
        points.impact_short = !given.is_empty();
    }
    points
}

/// From what a licensed sheet tells.
#[must_use]
pub fn of_sheet(total: Option<i32>, scales: Vec<(Scale, i32)>) -> Points {
    Points { scales, total, ..Points::default() }
}

impl Points {
    fn of(&self, scale: Scale) -> Option<i32> {
        self.scales.iter().find(|(one, _)| *one == scale).map(|(_, points)| *points)
    }

    fn sum(&self, scales: &[Scale]) -> Option<i32> {
        scales.iter().map(|scale| self.of(*scale)).sum()
    }

    /// The four scales of difficulties together, where all are there.
    #[must_use]
    pub fn difficulties(&self) -> Option<i32> {
        self.sum(&[Scale::Emotional, Scale::Conduct, Scale::Hyperactivity, Scale::Peer])
    }

    /// Within which the four scales of difficulties together can be, whatever those are that are not told.
    #[must_use]
    pub fn difficulties_between(&self) -> std::ops::RangeInclusive<i32> {
        let four = [Scale::Emotional, Scale::Conduct, Scale::Hyperactivity, Scale::Peer];
        let told: Vec<i32> = four.iter().filter_map(|scale| self.of(*scale)).collect();
        let (sum, open) = (told.iter().sum::<i32>(), i32::try_from(four.len() - told.len()).unwrap_or(0));
        sum..=sum + 10 * open
    }

    /// Everything that follows: total, parts, bands, and why there is no total.
    #[must_use]
    pub fn scored(&self, version: &Version, informant: Informant) -> Scored {
        let total = self.difficulties().or(self.total);
        let mut parts = Vec::new();
        let mut part = |scale: Scale, score: Option<i32>| {
            let band = score.and_then(|score| version.band(informant, scale, score));
            parts.push(Part { name: scale.name(), score, band });
        };
        for scale in Scale::TOLD {
            part(scale, self.of(scale));
        }
        part(Scale::Externalising, self.sum(&[Scale::Conduct, Scale::Hyperactivity]));
        part(Scale::Internalising, self.sum(&[Scale::Emotional, Scale::Peer]));
        Scored {
            total,
            hundredths: None,
            band: total.and_then(|total| version.band(informant, Scale::Total, total)),
            parts,
            not_scored: self.not_scored(total.is_none()),
        }
    }

    fn not_scored(&self, no_total: bool) -> Option<String> {
        let mut why: Vec<String> = self
            .short
            .iter()
            .map(|(scale, given)| format!("{}: {given} of 5 items are answered; 3 are needed.", scale.name()))
            .collect();
        if no_total {
            why.push("There is no total: it needs all four scales of difficulties.".to_owned());
        }
        if self.impact_short {
            why.push("IMPACT: it needs an answer to each question.".to_owned());
        }
        (!why.is_empty()).then(|| why.join(" "))
    }
}

#[cfg(test)]
#[path = "sdq_tests.rs"]
mod tests;
