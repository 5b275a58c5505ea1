//! Figures as they stood when they were frozen: the question, the release, what each figure counts, and the protected rows.
//!
//! Owns their shape, how they are packed, and whether a later release tells other figures for the same time.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{
    contact::Contacts,
    disclosure::{BASE, THRESHOLD},
    labels::{self, Names},
    notes::{DEFINITIONS, NOTE, READING},
    outcome::{Ask, Releases, Summary},
    period::Period,
    row::ProtectedRow,
    stored,
};
use crate::{
    domain::record::calendar::local_date,
    platform::{
        app::App,
        error::{Error, Result},
    },
    words::OutcomeDimension,
};

/// Figures as they stood.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Frozen {
    /// Limited to these.
    pub filters: Vec<Named>,
    /// Broken down by these.
    pub groups: Vec<OutcomeDimension>,
    /// In the time of this name; the 12 months up to the release where there is none.
    pub period: Option<String>,
    /// Of which release.
    pub release: i32,
    /// The instant whose state that counted.
    pub as_at: DateTime<Utc>,
    /// By which method it was protected.
    pub method: String,
    /// Below so many children there is one answer.
    pub threshold: u32,
    /// Counts are multiples of this.
    pub base: u32,
    /// What was promised.
    pub note: String,
    /// What each figure counts: its heading, and what it means.
    pub definitions: Vec<(String, String)>,
    /// How figures are read.
    pub reading: Vec<String>,
    /// The rows.
    pub rows: Vec<Line>,
    /// The row over all of them.
    pub total: ProtectedRow,
    /// People whom sessions counted and did not name, by programme. None where that is not told of the question, and in
    /// reports from before it was told of any.
    #[serde(default)]
    pub contacts: Option<Vec<ContactsOf>>,
}

/// Contacts of a programme, under the name that it had.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ContactsOf {
    /// The programme.
    pub programme: Named,
    /// What was told of them.
    pub told: Contacts,
}

/// A value under the name that it had.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Named {
    /// Of what.
    pub dimension: OutcomeDimension,
    /// The value as it is stored.
    pub value: String,
    /// It in words.
    pub label: String,
}

/// A row with its values, in the order of the groups.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Line {
    /// Of which children.
    pub key: Vec<Named>,
    /// What was told of them.
    pub row: ProtectedRow,
}

/// Freezes what answers a question; none while there is no release.
pub async fn freeze(app: &App, ask: &Ask) -> Result<Option<Frozen>> {
    let Some(found) = Releases::read(app).await?.answer(app, ask).await? else { return Ok(None) };
    let of_rows = found.rows.iter().flat_map(|(key, _)| key.iter());
    let counted: Option<Vec<_>> = found.contacts.map(|told| {
        told.into_iter().map(|(programme, one)| ((OutcomeDimension::Programme, programme), one)).collect()
    });
    let of_contacts = counted.iter().flatten().map(|(of, _)| of);
    let values = of_rows.chain(&ask.filters).chain(of_contacts);
    let values = values.map(|(dimension, value)| (*dimension, value.as_str()));
    let names = Names::read(app, values).await?;
    let named = |(dimension, value): &(OutcomeDimension, String)| Named {
        dimension: *dimension,
        value: value.clone(),
        label: names.label(*dimension, value),
    };
    let line =
        |(key, row): &(Vec<_>, ProtectedRow)| Line { key: key.iter().map(named).collect(), row: row.clone() };
    let mut rows: Vec<Line> = found.rows.iter().map(line).collect();
    if ask.groups.iter().any(|group| labels::is_named(*group)) {
        rows.sort_by_cached_key(|line| line.key.iter().map(|key| key.label.clone()).collect::<Vec<_>>());
    }
    let definition = |(figure, means): (&str, &str)| (figure.to_owned(), means.to_owned());
    Ok(Some(Frozen {
        filters: ask.filters.iter().map(named).collect(),
        groups: ask.groups.clone(),
        period: ask.period.map(Period::name),
        release: found.release.number,
        as_at: found.release.as_at,
        method: found.release.method.clone(),
        threshold: THRESHOLD,
        base: BASE,
        note: NOTE.to_owned(),
        definitions: DEFINITIONS.map(definition).to_vec(),
        reading: READING.map(str::to_owned).to_vec(),
        rows,
        total: found.total,
        contacts: counted.map(|all| {
            let of = |(of, told)| ContactsOf { programme: named(&of), told };
            all.into_iter().map(of).collect()
        }),
    }))
}

impl Frozen {
    /// The bytes in which it is stored.
    pub fn pack(&self) -> Result<Vec<u8>> {
        stored::deflate(self)
    }

    /// What was stored.
    pub fn unpack(bytes: &[u8]) -> Result<Self> {
        stored::inflate(bytes)
    }

    /// Its time in words.
    #[must_use]
    pub fn time(&self) -> String {
        match self.period.as_deref().and_then(Period::from_name) {
            Some(period) if period != Period::Last12Months => period.label(),
            _ => format!("The 12 months up to {}", local_date(self.as_at).format("%-d %B %Y")),
        }
    }

    /// The same question to the newest release.
    fn ask(&self) -> Ask {
        Ask {
            filters: self.filters.iter().map(|named| (named.dimension, named.value.clone())).collect(),
            groups: self.groups.clone(),
            period: self.period.as_deref().and_then(Period::from_name),
            release: None,
        }
    }

    /// Whether the newest release was made by another method, or tells other figures for the same time. The last 12 months of
    /// two releases are two times, and a time that is no longer told is not compared.
    pub async fn restated(&self, app: &App, releases: &Releases) -> Result<bool> {
        let newest = releases.newest().filter(|newest| newest.number != self.release);
        let Some(newest) = newest else { return Ok(false) };
        if newest.method != self.method {
            return Ok(true);
        }
        match releases.answer(app, &self.ask()).await {
            Ok(now) => Ok(now.is_some_and(|now| self.differs(&now))),
            Err(Error::TooDetailed | Error::BadInput(_)) => Ok(false),
            Err(other) => Err(other),
        }
    }

    fn differs(&self, now: &Summary) -> bool {
        let of_time =
            |key: &Named| matches!(key.dimension, OutcomeDimension::Quarter | OutcomeDimension::Year);
        let rows: HashMap<_, _> = now.rows.iter().map(|(key, row)| (key, row)).collect();
        let other = |line: &Line| {
            let key: Vec<_> = line.key.iter().map(|named| (named.dimension, named.value.clone())).collect();
            let same_time = self.period.is_some() || line.key.iter().any(of_time);
            same_time && rows.get(&key).is_some_and(|row| **row != line.row)
        };
        self.period.is_some() && now.total != self.total || self.rows.iter().any(other)
    }
}
