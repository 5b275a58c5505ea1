//! Youth justice indicators and Turnaround measures: what their owners define, and the partnership's local analogue of those
//! that published figures can give. Versioned reference data, beside this file.
//!
//! Nothing is counted here: an analogue is a count, a share or a change of a stored table, and a share follows from
//! published counts alone. Where our data cannot give one the file says so in words.

use std::{collections::HashMap, sync::LazyLock};

use chrono::NaiveDate;
use serde::Deserialize;

use super::{
    outcome::{Ask, Releases},
    passing::per_cent,
    period::Period,
    published::{Published, Rate},
    row::{ProtectedChange, ProtectedRow},
};
use crate::{
    entity::insight::release as table,
    platform::{app::App, error::Result},
    words::{IndicatorFamily, Informant, Instrument, OutcomeDimension},
};

/// One version of the list.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Indicators {
    /// Whose the local analogues are.
    pub owner: String,
    /// Their version.
    pub version: String,
    /// From which day on they are used.
    pub valid_from: NaiveDate,
    /// In whom they differ from national ones.
    pub cohort: String,
    sources: HashMap<String, String>,
    #[serde(rename = "indicators")]
    list: Vec<Indicator>,
}

/// One indicator.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Indicator {
    /// What it is known by here.
    pub code: String,
    /// What people call it.
    pub name: String,
    /// Of which set.
    pub family: IndicatorFamily,
    /// Who defines it.
    pub owner: String,
    /// In which version.
    pub version: String,
    /// From which day on, where that was established.
    pub valid_from: Option<NaiveDate>,
    from: Vec<String>,
    /// Whether the definition was read in a source.
    pub verified: bool,
    /// What its owner counts.
    pub definition: String,
    /// How the local analogue is made, or why our data cannot give one.
    pub local: String,
    #[serde(default)]
    figures: Vec<Made>,
}

/// How a figure is made of published ones.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Made {
    words: String,
    part: Option<Of>,
    whole: Option<Of>,
    change: Option<ChangeOf>,
}

/// Counts of some rows of a table, added; of the whole partnership where no table is named.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Of {
    by: Option<OutcomeDimension>,
    #[serde(default)]
    rows: Vec<String>,
    counts: Vec<Counted>,
}

/// What changed in one row of a table, or in the whole partnership.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ChangeOf {
    by: Option<OutcomeDimension>,
    row: Option<String>,
    instrument: Instrument,
    informant: Informant,
}

/// A count of a row.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Counted {
    Accepted,
    Enrolled,
    Started,
    Completed,
    EndedEarly,
}

impl Counted {
    const fn of(self, row: &ProtectedRow) -> Published {
        match self {
            Self::Accepted => row.accepted,
            Self::Enrolled => row.enrolled,
            Self::Started => row.started,
            Self::Completed => row.completed,
            Self::EndedEarly => row.ended_early,
        }
    }
}

/// A figure of a local analogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What it is of.
    pub words: String,
    /// So many children.
    pub count: Option<Published>,
    /// Of so many.
    pub whole: Option<Published>,
    /// Their share.
    pub share: Option<Rate>,
    /// What changed.
    pub change: Option<ProtectedChange>,
}

/// Rows of published tables: for each dimension, and for none, by their values.
type Rows = HashMap<Option<OutcomeDimension>, HashMap<String, ProtectedRow>>;

impl Indicators {
    /// The list in use.
    #[must_use]
    pub fn in_use() -> &'static Self {
        static IN_USE: LazyLock<Indicators> = LazyLock::new(|| {
            #[expect(
                clippy::expect_used,
                reason = "the file is part of the program, and each test here reads it"
            )]
            serde_json::from_str(include_str!("indicators.json")).expect("indicators.json is well formed")
        });
        &IN_USE
    }

    /// All of them, in the order of the list.
    pub fn iter(&self) -> impl Iterator<Item = &Indicator> {
        self.list.iter()
    }

    /// Where the definition of one was read, each with its code.
    #[must_use]
    pub fn sources_of(&self, indicator: &Indicator) -> Vec<String> {
        let text = |code: &String| format!("{code}: {}", self.sources.get(code).map_or("", String::as_str));
        indicator.from.iter().map(text).collect()
    }

    /// Of which tables figures are made.
    fn tables(&self) -> Vec<Option<OutcomeDimension>> {
        let mut all: Vec<_> = self.list.iter().flat_map(|one| &one.figures).flat_map(Made::by).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

impl Indicator {
    fn figures(&self, rows: &Rows) -> Vec<Figure> {
        self.figures.iter().map(|made| made.figure(rows)).collect()
    }
}

impl Made {
    fn by(&self) -> impl Iterator<Item = Option<OutcomeDimension>> {
        let of = |of: &Option<Of>| of.as_ref().map(|of| of.by);
        let change = self.change.as_ref().map(|change| change.by);
        [of(&self.part), of(&self.whole), change].into_iter().flatten()
    }

    fn figure(&self, rows: &Rows) -> Figure {
        let count = self.part.as_ref().map(|of| of.told(rows));
        let whole = self.whole.as_ref().map(|of| of.told(rows));
        Figure {
            words: self.words.clone(),
            count,
            whole,
            share: count.zip(whole).map(|(part, whole)| per_cent(part, whole)),
            change: self.change.as_ref().and_then(|of| of.told(rows)),
        }
    }
}

impl Of {
    fn told(&self, rows: &Rows) -> Published {
        let of_table = rows.get(&self.by);
        let whole = [String::new()];
        let names = if self.by.is_none() { whole.as_slice() } else { &self.rows };
        let told = names.iter().flat_map(|name| {
            let row = of_table.and_then(|rows| rows.get(name));
            self.counts.iter().map(move |count| row.map_or(Published::Withheld, |row| count.of(row)))
        });
        sum(&told.collect::<Vec<_>>())
    }
}

/// The sum of published counts: a number only where each is told. One alone stays what it is.
fn sum(told: &[Published]) -> Published {
    match told {
        [one] => *one,
        _ => told.iter().map(|one| one.value()).sum::<Option<u32>>().map_or(Published::Withheld, |sum| {
            if sum == 0 { Published::Withheld } else { Published::Count(sum) }
        }),
    }
}

impl ChangeOf {
    fn told(&self, rows: &Rows) -> Option<ProtectedChange> {
        let row = rows.get(&self.by)?.get(self.row.as_deref().unwrap_or_default())?;
        let same =
            |one: &&ProtectedChange| (one.instrument, one.informant) == (self.instrument, self.informant);
        row.changes.iter().find(same).cloned()
    }
}

/// The list with its figures of a release, for a financial year or the last 12 months; no release and no figures while there
/// is none.
pub async fn told(
    app: &App,
    releases: &Releases,
    year: Option<i32>,
    release: Option<i32>,
) -> Result<(Option<table::Model>, Vec<(&'static Indicator, Vec<Figure>)>)> {
    let list = Indicators::in_use();
    let (mut of, mut rows) = (None, Rows::new());
    for by in list.tables() {
        let groups: Vec<_> = by.into_iter().collect();
        let ask = Ask { groups, period: year.map(Period::Year), release, ..Ask::default() };
        let Some(summary) = releases.answer(app, &ask).await? else { break };
        let named = |key: Vec<(OutcomeDimension, String)>| key.into_iter().next().map(|(_, value)| value);
        let named = summary.rows.into_iter().map(|(key, row)| (named(key).unwrap_or_default(), row));
        rows.insert(by, named.collect());
        of = Some(summary.release);
    }
    let figures = |one: &'static Indicator| if of.is_some() { one.figures(&rows) } else { Vec::new() };
    let told = list.iter().map(|one| (one, figures(one))).collect();
    Ok((of, told))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use sea_orm::Iterable;

    use super::*;
    use crate::{
        domain::insight::tables::{Question, Span, listed},
        words::{Pathway, SocialCareStatus, SpecialNeeds},
    };

    fn rows(by: Option<OutcomeDimension>, named: &[(&str, ProtectedRow)]) -> Rows {
        HashMap::from([(by, named.iter().map(|(name, row)| ((*name).to_owned(), row.clone())).collect())])
    }

    fn accepted(accepted: Published) -> ProtectedRow {
        ProtectedRow { accepted, ..ProtectedRow::default() }
    }

    #[test]
    fn each_says_who_defines_it_where_that_was_read_and_how_ours_is_made_or_why_not() {
        let list = Indicators::in_use();
        let codes: BTreeSet<_> = list.iter().map(|one| one.code.as_str()).collect();
        assert_eq!(codes.len(), list.iter().count());
        assert_eq!(codes.iter().filter(|code| code.starts_with("YJ-KPI-")).count(), 10);
        for one in list.iter() {
            assert!(!one.from.is_empty(), "{}", one.code);
            assert!(one.from.iter().all(|code| list.sources.contains_key(code)), "{}", one.code);
            // What is remembered (K) or our own proposal (D) is marked so, and has no day from which it holds.
            assert_eq!(one.verified, !one.from.iter().any(|code| code == "K" || code == "D"), "{}", one.code);
            assert!(one.verified || one.valid_from.is_none(), "{}", one.code);
            assert_eq!(
                one.figures.is_empty(),
                one.local.starts_with("Our data cannot give it: "),
                "{}",
                one.code
            );
            assert!(
                [&one.name, &one.owner, &one.version, &one.definition].iter().all(|text| !text.is_empty())
            );
        }
    }

    #[test]
    fn each_figure_is_of_tables_on_the_printed_list_and_of_rows_that_they_have() {
        let words: BTreeSet<String> = Pathway::iter()
            .map(|one| one.to_string())
            .chain(SpecialNeeds::iter().map(|one| one.to_string()))
            .chain(SocialCareStatus::iter().map(|one| one.to_string()))
            .collect();
        for by in Indicators::in_use().tables() {
            for period in [None, Some(Span::Year)] {
                let question = Question { groups: by.into_iter().collect(), period, ..Question::default() };
                assert!(listed(&question).is_ok(), "{by:?} {period:?}");
            }
        }
        for made in Indicators::in_use().iter().flat_map(|one| &one.figures) {
            assert!(made.part.is_some() != made.change.is_some(), "{}", made.words);
            for of in [&made.part, &made.whole].into_iter().flatten() {
                assert_eq!(of.by.is_none(), of.rows.is_empty(), "{}", made.words);
                assert!(of.rows.iter().all(|row| words.contains(row)), "{}", made.words);
            }
            if let Some(of) = &made.change {
                assert_eq!(of.by.is_some(), of.row.as_ref().is_some_and(|row| words.contains(row)));
            }
        }
    }

    #[test]
    fn a_sum_is_told_only_where_each_part_is() {
        use Published::{Count, NotRunHere, Withheld, ZeroToFour};
        assert_eq!(sum(&[Count(10), Count(25)]), Count(35));
        assert_eq!(sum(&[Count(10), ZeroToFour]), Withheld);
        assert_eq!(sum(&[ZeroToFour]), ZeroToFour);
        assert_eq!(sum(&[NotRunHere]), NotRunHere);
        assert_eq!(sum(&[]), Withheld);
    }

    #[test]
    fn a_share_follows_from_published_counts_alone() {
        let of = |rows: &[&str]| Of {
            by: Some(OutcomeDimension::SpecialNeeds),
            rows: rows.iter().map(|row| (*row).to_owned()).collect(),
            counts: vec![Counted::Accepted],
        };
        let made = Made {
            words: "A plan, of those with needs".to_owned(),
            part: Some(of(&["EHC_PLAN"])),
            whole: Some(of(&["SUPPORT", "EHC_PLAN"])),
            change: None,
        };
        let told = |support, plan| {
            let named = [("SUPPORT", accepted(support)), ("EHC_PLAN", accepted(plan))];
            made.figure(&rows(Some(OutcomeDimension::SpecialNeeds), &named))
        };
        let figure = told(Published::Count(30), Published::Count(10));
        assert_eq!((figure.whole, figure.share), (Some(Published::Count(40)), Some(Rate::PerCent(25))));
        assert_eq!(told(Published::ZeroToFour, Published::Count(10)).share, Some(Rate::TooFew));
        assert_eq!(told(Published::Count(30), Published::ZeroToFour).share, Some(Rate::TooFew));
        let nothing = made.figure(&Rows::new());
        assert_eq!((nothing.count, nothing.share), (Some(Published::Withheld), Some(Rate::TooFew)));
    }
}
