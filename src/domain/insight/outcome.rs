//! Which rows of a release answer a question. Nothing is counted here: what is not stored is not answered.

use std::{collections::BTreeMap, sync::Arc};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use tokio::sync::OnceCell;

use super::{
    contact,
    period::Period,
    release::{name, same_secret},
    row::ProtectedRow,
    stored::{Rows, unpack},
    tables::{Listed, Question, Span, listed},
};
use crate::{
    domain::record::calendar::local_date,
    entity::insight::release as table,
    platform::{
        app::App,
        cache::{Kept, Tag},
        error::{Error, Result},
    },
    read::{insight::release as reads, people::directory},
    words::{AreaKind, OutcomeDimension},
};

/// What is asked: each filter with its one value, as it is stored.
#[derive(Clone, Debug, Default)]
pub struct Ask {
    /// Limited to these.
    pub filters: Vec<(OutcomeDimension, String)>,
    /// Broken down by these.
    pub groups: Vec<OutcomeDimension>,
    /// In this time; the last 12 months where none is named.
    pub period: Option<Period>,
    /// Of this release; the newest where none is named.
    pub release: Option<i32>,
}

/// What answers it.
#[derive(Clone, Debug)]
pub struct Summary {
    /// The release.
    pub release: table::Model,
    /// The rows, each with its values in the order of the groups.
    pub rows: Vec<Keyed>,
    /// The row over all of them, rounded by itself: the others do not add up to it.
    pub total: ProtectedRow,
    /// People whom sessions counted and did not name, by programme; none where the question is limited by something else.
    pub contacts: Option<contact::Told>,
}

/// A stored table: it never changes.
#[derive(Serialize, Deserialize)]
struct Stored(Option<Rows>);

impl Kept for Stored {
    const NAME: &'static str = "release_table";
    const TAGS: &'static [Tag] = &[];
    const SECONDS: u32 = 86_400;
}

/// Stored contacts.
#[derive(Serialize, Deserialize)]
struct StoredContacts(Option<contact::Told>);

impl Kept for StoredContacts {
    const NAME: &'static str = "release_contacts";
    const TAGS: &'static [Tag] = &[];
    const SECONDS: u32 = 86_400;
}

/// The releases that can be asked for, read once for all questions of one answer, and once at most what lies within what.
#[derive(Debug)]
pub struct Releases {
    newest_first: Vec<table::Model>,
    within: OnceCell<Within>,
}

impl Releases {
    /// Reads them.
    pub async fn read(app: &App) -> Result<Self> {
        let newest_first = reads::newest(app.database()).await?;
        Ok(Self { newest_first, within: OnceCell::new() })
    }

    /// The newest; none while there is no release.
    #[must_use]
    pub fn newest(&self) -> Option<&table::Model> {
        self.newest_first.first()
    }

    /// The one that is asked for.
    fn chosen(&self, app: &App, number: Option<i32>) -> Result<Option<table::Model>> {
        let (Some(newest), Some(oldest)) = (self.newest(), self.newest_first.last()) else { return Ok(None) };
        same_secret(app, newest)?;
        let Some(number) = number else { return Ok(Some(newest.clone())) };
        let message = format!(
            "There is no release {number} any more, or not yet: ask for one from {} to {}.",
            oldest.number, newest.number
        );
        let found = self.newest_first.iter().find(|release| release.number == number);
        found.cloned().map(Some).ok_or(Error::BadInput(message.into()))
    }

    /// Answers a question; none while there is no release.
    pub async fn answer(&self, app: &App, ask: &Ask) -> Result<Option<Summary>> {
        let listed = question(ask)?;
        let Some(release) = self.chosen(app, ask.release)? else { return Ok(None) };
        let nothing = Within::default();
        let within = if listed.within.is_empty() {
            &nothing
        } else {
            self.within.get_or_try_init(|| Within::read(app)).await?
        };
        let rows = rows(app, &listed, ask, &release, within).await?;
        let total = total(app, &listed, ask, &release).await?;
        let contacts = contacts(app, ask, &release).await?;
        Ok(Some(Summary { release, rows, total, contacts }))
    }
}

/// A row of a summary with its values.
type Keyed = (Vec<(OutcomeDimension, String)>, ProtectedRow);

async fn rows(
    app: &App,
    listed: &Listed,
    ask: &Ask,
    release: &table::Model,
    within: &Within,
) -> Result<Vec<Keyed>> {
    let today = local_date(release.as_at);
    let mut rows = Vec::new();
    for period in periods(listed, ask, today)? {
        let stored = stored(app, release.number, &name(listed.table, period)).await?;
        for (key, row) in stored.0.iter().flatten() {
            let values: Vec<&str> = if key.is_empty() { Vec::new() } else { key.split('|').collect() };
            let of = |dimension: OutcomeDimension| match dimension {
                OutcomeDimension::Quarter | OutcomeDimension::Year => Some(period.name()),
                _ => {
                    let place = listed.table.by.iter().position(|one| *one == dimension)?;
                    values.get(place).map(|value| (*value).to_owned())
                }
            };
            let fits = ask.filters.iter().all(|(dimension, wanted)| match of(*dimension) {
                Some(value) => value == *wanted,
                None => within.holds(listed.table.by, &values, *dimension, wanted),
            });
            if fits {
                let key = ask.groups.iter().filter_map(|group| Some((*group, of(*group)?))).collect();
                rows.push((key, row.clone()));
            }
        }
    }
    Ok(rows)
}

fn question(ask: &Ask) -> Result<Listed> {
    let question = Question {
        filters: ask.filters.iter().map(|(dimension, _)| *dimension).collect(),
        groups: ask.groups.clone(),
        period: ask.period.map(Period::span),
    };
    listed(&question).map_err(|_| Error::TooDetailed)
}

/// For which times rows are read.
fn periods(listed: &Listed, ask: &Ask, today: NaiveDate) -> Result<Vec<Period>> {
    let told = Period::told(listed.span, today);
    let mut periods = match (ask.period, listed.span) {
        (None, _) => told,
        (Some(Period::Year(year)), Span::Quarter) => {
            told.into_iter().filter(|one| matches!(one, Period::Quarter(of, _) if *of == year)).collect()
        }
        (Some(period), _) => told.into_iter().filter(|one| *one == period).collect::<Vec<_>>(),
    };
    if periods.is_empty() {
        let message = "There are no figures for that time: ask for this financial year or one of the two before, or for one of \
                       the last 9 quarters.";
        return Err(Error::BadInput(message.into()));
    }
    periods.sort();
    Ok(periods)
}

async fn total(app: &App, listed: &Listed, ask: &Ask, release: &table::Model) -> Result<ProtectedRow> {
    let today = local_date(release.as_at);
    let period = match (ask.period, listed.total_span) {
        (_, Span::Last12Months) => Period::Last12Months,
        (Some(Period::Quarter(year, _)), Span::Year) => Period::Year(year),
        (Some(period), _) => period,
        (None, span) => Period::told(span, today).first().copied().unwrap_or(Period::Last12Months),
    };
    let stored = stored(app, release.number, &name(listed.total, period)).await?;
    let key: Vec<&str> = listed
        .total
        .by
        .iter()
        .filter_map(|dimension| {
            ask.filters.iter().find(|(of, _)| of == dimension).map(|(_, value)| value.as_str())
        })
        .collect();
    Ok(stored.0.as_ref().and_then(|rows| rows.get(&key.join("|"))).cloned().unwrap_or_default())
}

async fn stored(app: &App, number: i32, name: &str) -> Result<Arc<Stored>> {
    let read = async {
        let row = reads::table(app.database(), number, name).await?;
        Ok(Stored(row.map(|row| unpack(&row.cells)).transpose()?))
    };
    let key = format!("{number} {name}");
    app.cache().get(key.as_bytes(), app.now(), read).await.map_err(|error| error.again())
}

/// The contacts in the time of the question. They are of programmes, and of nothing else by which figures are limited.
async fn contacts(app: &App, ask: &Ask, release: &table::Model) -> Result<Option<contact::Told>> {
    if ask.filters.iter().any(|(dimension, _)| *dimension != OutcomeDimension::Programme) {
        return Ok(None);
    }
    let name = contact::name(ask.period.unwrap_or(Period::Last12Months));
    let read = async {
        let row = reads::table(app.database(), release.number, &name).await?;
        Ok(StoredContacts(row.map(|row| contact::unpack(&row.cells)).transpose()?))
    };
    let key = format!("{} {name}", release.number);
    let stored = app.cache().get(key.as_bytes(), app.now(), read).await.map_err(|error| error.again())?;
    let asked = |programme: &String| ask.filters.iter().all(|(_, wanted)| wanted == programme);
    let some = |told: &contact::Told| {
        told.iter().filter(|(of, _)| asked(of)).map(|(of, one)| (of.clone(), one.clone())).collect()
    };
    Ok(stored.0.as_ref().map(some))
}

/// What lies within what: the programmes of a strand or an approach, the areas of a council. Everyone may know it.
#[derive(Debug, Default)]
struct Within(BTreeMap<(OutcomeDimension, String), Vec<(OutcomeDimension, String)>>);

impl Within {
    async fn read(app: &App) -> Result<Self> {
        let mut within = Self::default();
        for (programme, strand, approach) in reads::programmes(app.database()).await? {
            let inner = (OutcomeDimension::Programme, programme.uuid().to_string());
            let outer =
                vec![(OutcomeDimension::Strand, strand.to_string()), (OutcomeDimension::Approach, approach)];
            within.0.insert(inner, outer);
        }
        for area in directory::areas(app, Some(AreaKind::CommunityArea)).await? {
            let outer =
                area.parent_id.map(|council| (OutcomeDimension::LocalAuthority, council.uuid().to_string()));
            within
                .0
                .insert((OutcomeDimension::Area, area.id.uuid().to_string()), outer.into_iter().collect());
        }
        Ok(within)
    }

    /// Whether one of a row's values lies within another.
    fn holds(&self, by: &[OutcomeDimension], values: &[&str], outer: OutcomeDimension, wanted: &str) -> bool {
        by.iter().zip(values).any(|(dimension, value)| {
            let around = self.0.get(&(*dimension, (*value).to_owned()));
            around.is_some_and(|around| around.iter().any(|(of, is)| *of == outer && is == wanted))
        })
    }
}
