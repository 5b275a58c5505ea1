//! Making a release: facts of today's records, each listed table through the gate, and what it told switched in at once.
//!
//! Owns reading, writing and their order. What is counted is `fact` and `counting`; what may be told is the gate's.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde::de::DeserializeOwned;
use uuid::Uuid;

use super::{
    child::{Child, RecordKey, Standing},
    contact,
    counting::{Counted, Population, nobody},
    disclosure::{Gate, METHOD},
    fact::{Opened, Teller},
    period::Period,
    row::Before,
    stored::{Kept, Rows, pack, pack_kept, unpack, unpack_kept},
    tables::{TABLES, Table},
    values::Values,
};
use crate::{
    domain::record::calendar::local_date,
    entity::insight::{fact, record_key, release, release_held, release_held::HeldWords, release_table},
    platform::{
        app::App,
        database::insert_all,
        error::{Error, Result},
        sealed::Sealed,
    },
    read::insight::{
        contact as contacts, release as reads,
        story::{self, Lie, Story},
    },
    words::{
        AreaKind,
        id::{Id, noun},
    },
};

/// So many children are read at once.
const AT_ONCE: u64 = 400;
/// So many values in one statement.
const VALUES: usize = 2_000;

/// The gate of this partnership.
pub fn gate(app: &App) -> Result<Gate> {
    secret(app).map(Gate::new)
}

fn secret(app: &App) -> Result<[u8; 32]> {
    let secret = app.keys().digest("figures", &[]);
    <[u8; 32]>::try_from(secret).map_err(|_| Error::Internal("a key of another length".to_owned()))
}

/// What is stored under this name: a table for a time.
#[must_use]
pub fn name(table: &Table, period: Period) -> String {
    format!("{} {}", table.name(period.span()), period.name()).trim_end().to_owned()
}

/// Refuses figures that another secret drew: their noise could be taken off by comparing the two.
pub fn same_secret(app: &App, last: &release::Model) -> Result<()> {
    if last.key_fingerprint == Gate::fingerprint_of(&secret(app)?) {
        return Ok(());
    }
    let message = "the figures were made with another secret: start with the one that this partnership had";
    Err(Error::Unavailable(message.to_owned()))
}

/// What a release will write.
struct Draft {
    number: i32,
    as_at: DateTime<Utc>,
    keys: Vec<record_key::Model>,
    facts: Vec<fact::Model>,
    over: Vec<Uuid>,
    tables: Vec<release_table::Model>,
    held: Vec<release_held::Model>,
}

/// Makes the release of an instant. None where there is one of that instant or a later one already.
pub async fn make(app: &App, as_at: DateTime<Utc>) -> Result<Option<release::Model>> {
    let gate = gate(app)?;
    let last = reads::last(app.database()).await?;
    if let Some(last) = &last {
        same_secret(app, last)?;
        if last.as_at >= as_at {
            return Ok(None);
        }
    }
    let number = last.as_ref().map_or(1, |last| last.number + 1);
    let lie = story::lie(app.database()).await?;
    let mut draft = Draft {
        number,
        as_at,
        keys: Vec::new(),
        facts: Vec::new(),
        over: Vec::new(),
        tables: Vec::new(),
        held: Vec::new(),
    };
    let counted = gather(app, &lie, &mut draft).await?;
    let population = Population::new(counted, Values::of(&lie));
    let last = Last::read(app, number - 1).await?;
    for (table, period) in listed(local_date(as_at)) {
        last.protect(app, &gate, &population, (table, period), &mut draft)?;
    }
    let sessions = contacts::counted(app.database()).await?;
    for period in Period::all(local_date(as_at)) {
        last.contacts(app, &sessions, period, &mut draft)?;
    }
    write(app, &gate, draft).await.map(Some)
}

/// Each table of the list for each of its times.
pub fn listed(today: NaiveDate) -> impl Iterator<Item = (&'static Table, Period)> {
    TABLES.iter().flat_map(move |table| {
        let spans = table.spans.iter();
        spans.flat_map(move |span| Period::told(*span, today)).map(move |period| (table, period))
    })
}

/// The facts of all children, and how they differ from those of the last release.
async fn gather(app: &App, lie: &Lie, draft: &mut Draft) -> Result<Vec<Counted>> {
    let on = app.database();
    let mut counted = Vec::new();
    let mut last_number = story::last_number(on).await?;
    let councils = councils(lie);
    let mut after = None;
    loop {
        let stories = story::after(on, after, AT_ONCE).await?;
        let Some(last) = stories.last() else { return Ok(counted) };
        after = Some(last.child.id);
        let subjects: Vec<Uuid> = stories.iter().flat_map(subjects).collect();
        let mut known: HashMap<Uuid, fact::Model> =
            reads::facts_of(on, &subjects).await?.into_iter().map(|row| (row.subject_id, row)).collect();
        for story in stories {
            let key = story.key.clone().unwrap_or_else(|| {
                last_number += 1;
                let key = draw(app, story.child.id, last_number);
                draft.keys.push(key.clone());
                key
            });
            tell(app, (lie, &councils), (&story, &key), &mut known, draft, &mut counted)?;
        }
        draft.over.extend(known.into_values().map(|row| row.id));
    }
}

fn subjects(story: &Story) -> Vec<Uuid> {
    let referrals = story.referrals.iter().map(|row| row.id.uuid());
    referrals.chain(story.enrolments.iter().map(|row| row.id.uuid())).collect()
}

fn draw(app: &App, child: Id<noun::YoungPerson>, number: i32) -> record_key::Model {
    let chance = u64::from_be_bytes(app.chance().bytes());
    record_key::Model { young_person_id: child, number, key: i32::from(RecordKey::draw(chance).get()) }
}

/// The facts of one child. Where a fact was told before, the area of that day stays; one that says the same stays as it is.
fn tell(
    app: &App,
    (lie, councils): (&Lie, &[Id<noun::Area>]),
    (story, key): (&Story, &record_key::Model),
    known: &mut HashMap<Uuid, fact::Model>,
    draft: &mut Draft,
    counted: &mut Vec<Counted>,
) -> Result<()> {
    let standing = if story.restricted { Standing::Restricted } else { Standing::Open };
    let number = u32::try_from(key.number).unwrap_or_default();
    let record = u16::try_from(key.key).ok().and_then(|key| RecordKey::try_from(key).ok());
    let record = record.ok_or_else(|| Error::Internal("a record key out of its range".to_owned()))?;
    let opened = Opened::of(story, app.keys())?;
    let teller = Teller { story, opened: &opened, lie, child: number, as_at: draft.as_at };
    for mut one in teller.facts() {
        let before = known.remove(&one.subject);
        if let Some(before) = before {
            let words = before.words.open(app.keys(), before.id)?;
            one.words.dimensions.area = words.dimensions.area;
            one.words.dimensions.local_authority = words.dimensions.local_authority;
            if words == one.words {
                push(counted, (number, record, standing), one.words, councils);
                continue;
            }
            draft.over.push(before.id);
        }
        let id: Uuid = app.id_at::<Uuid>(draft.as_at);
        draft.facts.push(fact::Model {
            id,
            kind: one.kind,
            subject_id: one.subject,
            from_release: draft.number,
            to_release: None,
            words: Sealed::new(app.keys(), id, &one.words)?,
        });
        push(counted, (number, record, standing), one.words, councils);
    }
    Ok(())
}

/// The councils' areas, in an order that stays.
#[must_use]
pub fn councils(lie: &Lie) -> Vec<Id<noun::Area>> {
    let areas = lie.areas.values().filter(|area| area.kind == AreaKind::LocalAuthority);
    let mut councils: Vec<_> = areas.map(|area| area.id).collect();
    councils.sort();
    councils
}

/// By which number a council's part is told from the others'; one for those of whom it is not known.
#[must_use]
pub fn place_of(councils: &[Id<noun::Area>], council: Option<Id<noun::Area>>) -> u8 {
    let place = council.and_then(|id| councils.iter().position(|one| *one == id));
    place.and_then(|place| u8::try_from(place).ok()).unwrap_or(u8::MAX)
}

fn push(
    counted: &mut Vec<Counted>,
    (number, key, standing): (u32, RecordKey, Standing),
    words: fact::FactWords,
    councils: &[Id<noun::Area>],
) {
    let council = place_of(councils, words.dimensions.local_authority);
    if let Some(child) = Child::counted(number, key, council, standing) {
        counted.push(Counted { child, words });
    }
}

/// What the last release told, and of whom it was made.
struct Last {
    tables: HashMap<String, release_table::Model>,
    held: HashMap<String, release_held::Model>,
}

impl Last {
    async fn read(app: &App, number: i32) -> Result<Self> {
        let tables = reads::tables(app.database(), number).await?.into_iter();
        let held = reads::held(app.database()).await?.into_iter();
        Ok(Self {
            tables: tables.map(|row| (row.name.clone(), row)).collect(),
            held: held.map(|row| (row.name.clone(), row)).collect(),
        })
    }

    /// One table for one time through the gate.
    fn protect(
        &self,
        app: &App,
        gate: &Gate,
        population: &Population,
        (table, period): (&'static Table, Period),
        draft: &mut Draft,
    ) -> Result<()> {
        let name = name(table, period);
        let before = self.tables.get(&name).map(|row| unpack(&row.cells)).transpose()?.unwrap_or_default();
        let held_before: Kept =
            self.held.get(&name).map(|row| kept(app, row)).transpose()?.unwrap_or_default();
        let (mut rows, mut kept) = (Rows::new(), Kept::new());
        let nobody = nobody(table);
        let empty = gate.row(&nobody, None).0;
        for (key, cell) in population.cells(table, period, local_date(draft.as_at)) {
            let key = key.join("|");
            let before = before.get(&key).zip(held_before.get(&key)).map(|(row, held)| Before { row, held });
            // Where nobody is counted and nobody was, there is one answer, and nothing to keep.
            let row = if cell.is_none() && before.is_none() {
                empty.clone()
            } else {
                let (row, held) = gate.row(cell.as_ref().unwrap_or(&nobody), before);
                kept.insert(key.clone(), held);
                row
            };
            rows.insert(key, row);
        }
        draft.table(app, name, pack(&rows)?, pack_kept(&kept)?)
    }

    /// Contacts in one time.
    fn contacts(
        &self,
        app: &App,
        sessions: &[contacts::Counted],
        period: Period,
        draft: &mut Draft,
    ) -> Result<()> {
        let name = contact::name(period);
        let told =
            self.tables.get(&name).map(|row| contact::unpack(&row.cells)).transpose()?.unwrap_or_default();
        let held = self.held.get(&name).map(|row| kept(app, row)).transpose()?.unwrap_or_default();
        let (told, held) = contact::tell(sessions, period, draft.as_at, (&told, &held));
        draft.table(app, name, contact::pack(&told)?, pack_kept(&held)?)
    }
}

impl Draft {
    /// A table as it is stored, and what is kept of it.
    fn table(&mut self, app: &App, name: String, cells: Vec<u8>, kept: String) -> Result<()> {
        let id: Uuid = app.id_at::<Uuid>(self.as_at);
        let words = Sealed::new(app.keys(), id, &HeldWords(kept))?;
        self.held.push(release_held::Model { id, name: name.clone(), words });
        self.tables.push(release_table::Model {
            release_number: self.number,
            seal: seal(app, self.number, &name, &cells),
            name,
            cells,
        });
        Ok(())
    }
}

/// What a table keeps of each of its cells.
pub fn kept<T: DeserializeOwned>(app: &App, row: &release_held::Model) -> Result<T> {
    unpack_kept(&row.words.open(app.keys(), row.id)?.0)
}

/// What tells whether a stored table was changed afterwards.
#[must_use]
pub fn seal(app: &App, number: i32, name: &str, cells: &[u8]) -> Vec<u8> {
    app.keys().digest("release_table", &[number.to_string().as_bytes(), name.as_bytes(), cells])
}

/// Writes all of it and switches, in one transaction: who comes second with the same number writes nothing.
async fn write(app: &App, gate: &Gate, draft: Draft) -> Result<release::Model> {
    let row = release::Model {
        number: draft.number,
        as_at: draft.as_at,
        made_at: app.now(),
        method: METHOD.to_owned(),
        key_fingerprint: gate.fingerprint(),
    };
    let transaction = app.begin().await?;
    let on = &transaction.tx;
    release::Entity::insert(row.clone().into_active_model()).exec_without_returning(on).await?;
    insert_all::<record_key::ActiveModel, _>(on, draft.keys).await?;
    for over in draft.over.chunks(VALUES) {
        fact::Entity::update_many()
            .set(fact::ActiveModel { to_release: Set(Some(draft.number)), ..Default::default() })
            .filter(fact::Column::Id.is_in(over.iter().copied()))
            .exec(on)
            .await?;
    }
    insert_all::<fact::ActiveModel, _>(on, draft.facts).await?;
    insert_all::<release_table::ActiveModel, _>(on, draft.tables).await?;
    release_held::Entity::delete_many().exec(on).await?;
    insert_all::<release_held::ActiveModel, _>(on, draft.held).await?;
    let oldest = draft.number - i32::try_from(reads::KEPT).unwrap_or(8) + 1;
    release_table::Entity::delete_many()
        .filter(release_table::Column::ReleaseNumber.lt(oldest))
        .exec(on)
        .await?;
    fact::Entity::delete_many().filter(fact::Column::ToRelease.lte(oldest)).exec(on).await?;
    transaction.commit().await?;
    Ok(row)
}
