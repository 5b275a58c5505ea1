//! Whether what is stored of releases is what was published, and the newest what its facts give.

use std::collections::HashMap;

use serde_json::Value;

use super::{
    child::{Child, RecordKey, Standing},
    contact,
    counting::{Counted, Population, nobody},
    disclosure::Gate,
    period::Period,
    release::{councils, gate, kept, listed, name, place_of, same_secret, seal},
    report,
    row::Before,
    stored::{Kept, unpack},
    values::Values,
};
use crate::{
    domain::record::calendar::local_date,
    entity::insight::release as table,
    platform::{
        app::App,
        error::{Error, Result},
    },
    read::insight::{
        release as reads,
        story::{self, Lie},
    },
};

/// So many facts are read at once.
const AT_ONCE: u64 = 2_000;

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// The releases whose tables are as they were published.
    pub sealed: Vec<i32>,
    /// Reports that are what was published.
    pub reports: usize,
    /// Figures of the newest that its facts give.
    pub figures: usize,
    /// What differs: release and table; a report; or for the newest, table, cell and figure.
    pub wrong: Vec<String>,
}

/// Looks at the seal of each stored table and report, and counts the newest release again: each count is the one that its facts give, or
/// stands because fewer than 5 children have entered or left since it was made.
pub async fn verify(app: &App) -> Result<Verified> {
    let gate = gate(app)?;
    let mut done = Verified::default();
    let mut releases = reads::newest(app.database()).await?;
    releases.reverse();
    let mut newest = HashMap::new();
    for release in &releases {
        same_secret(app, release)?;
        newest.clear();
        let before = done.wrong.len();
        for row in reads::tables(app.database(), release.number).await? {
            if seal(app, release.number, &row.name, &row.cells) != row.seal {
                done.wrong.push(format!("release {}, {}", release.number, row.name));
            }
            newest.insert(row.name, row.cells);
        }
        if done.wrong.len() == before {
            done.sealed.push(release.number);
        }
    }
    let (right, changed) = report::verify(app).await?;
    done.reports = right;
    done.wrong.extend(changed);
    if let Some(release) = releases.last() {
        recount(app, &gate, release, newest, &mut done).await?;
    }
    Ok(done)
}

async fn recount(
    app: &App,
    gate: &Gate,
    release: &table::Model,
    mut stored: HashMap<String, Vec<u8>>,
    done: &mut Verified,
) -> Result<()> {
    let lie = story::lie(app.database()).await?;
    let population = Population::new(counted(app, &lie, release.number).await?, Values::of(&lie));
    let today = local_date(release.as_at);
    let held = reads::held(app.database()).await?.into_iter();
    let held: HashMap<_, _> = held.map(|row| (row.name.clone(), row)).collect();
    for (table, period) in listed(today) {
        let name = name(table, period);
        let Some(cells) = stored.remove(&name) else {
            done.wrong.push(format!("{name}: is missing"));
            continue;
        };
        let mut rows = unpack(&cells)?;
        let held: Kept = held.get(&name).map(|row| kept(app, row)).transpose()?.unwrap_or_default();
        let nobody = nobody(table);
        for (key, cell) in population.cells(table, period, today) {
            let key = key.join("|");
            let Some(row) = rows.remove(&key) else { continue };
            let before = held.get(&key).map(|held| Before { row: &row, held });
            let again = gate.row(cell.as_ref().unwrap_or(&nobody), before).0;
            let json = |row| serde_json::to_value(row).unwrap_or(Value::Null);
            compare(&format!("{name}, {key}"), &json(&row), &json(&again), done);
        }
        done.wrong.extend(rows.into_keys().map(|key| format!("{name}, {key}: nothing like it is counted")));
    }
    for period in Period::all(today) {
        let name = contact::name(period);
        let Some(cells) = stored.remove(&name) else {
            done.wrong.push(format!("{name}: is missing"));
            continue;
        };
        let told = contact::unpack(&cells)?;
        let held = held.get(&name).map(|row| kept(app, row)).transpose()?.unwrap_or_default();
        let wrong: Vec<_> =
            contact::differing(&told, &held).map(|programme| format!("{name}, {programme}")).collect();
        done.figures += 2 * (told.len() - wrong.len());
        done.wrong.extend(wrong);
    }
    Ok(())
}

async fn counted(app: &App, lie: &Lie, number: i32) -> Result<Vec<Counted>> {
    let keys: HashMap<u32, u16> = reads::record_keys(app.database()).await?.into_iter().collect();
    let councils = councils(lie);
    let mut counted = Vec::new();
    let mut after = None;
    loop {
        let rows = reads::facts_in(app.database(), number, after, AT_ONCE).await?;
        let Some(last) = rows.last() else { return Ok(counted) };
        after = Some(last.id);
        for row in rows {
            let words = row.words.open(app.keys(), row.id)?;
            let key = keys.get(&words.child).and_then(|key| RecordKey::try_from(*key).ok());
            let key =
                key.ok_or_else(|| Error::Internal("a fact of a child without a record key".to_owned()))?;
            let council = place_of(&councils, words.dimensions.local_authority);
            let child = Child::counted(words.child, key, council, Standing::Open);
            counted.extend(child.map(|child| Counted { child, words }));
        }
    }
}

/// Compares each figure of a row with the same figure counted again.
fn compare(at: &str, is: &Value, again: &Value, done: &mut Verified) {
    match is {
        Value::Object(fields) if !fields.values().all(Value::is_number) => {
            for (field, value) in fields {
                compare(&format!("{at}, {field}"), value, again.get(field).unwrap_or(&Value::Null), done);
            }
        }
        Value::Array(items) => {
            for (nth, value) in items.iter().enumerate() {
                compare(&format!("{at}, {nth}"), value, again.get(nth).unwrap_or(&Value::Null), done);
            }
        }
        _ if is == again => done.figures += 1,
        _ => done.wrong.push(at.to_owned()),
    }
}
