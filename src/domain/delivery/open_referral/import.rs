//! Reading a feed in: each of its services becomes a programme with its runs, or is skipped and says why. All of it, or
//! nothing. The same feed again changes nothing.
//!
//! A run comes without places: how many there are is no directory's to say. What the feed says of them is kept beside it
//! until somebody here sets a number.

use std::collections::HashSet;

use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{Set, Unchanged},
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter,
};
use uuid::Uuid;

use super::{
    document::{Service, Status},
    feed, ids,
    import_runs::Writer,
    intake::{self, Choices, Taken},
    reading::{Known, Refusal},
};
use crate::{
    domain::people::token,
    entity::{
        delivery::{programme, programme_area, programme_factor, programme_source},
        people::{area, organisation},
    },
    platform::{
        app::App,
        error::{Error, Result},
    },
    read::{self, delivery::source},
    words::{
        DeliveryMode, Strand, SubjectKind,
        id::{Id, noun},
        names::{search_key, search_key_of},
    },
};

const COMMAND: &str = "import programmes";

/// How a feed is to be read in.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The name of the feed: ids are looked for under it.
    pub source: String,
    /// The partner who answers for services of others, by name.
    pub provider: Option<String>,
    /// What services are funded as that do not say it.
    pub strand: Option<Strand>,
    /// The approach of those that do not say it.
    pub approach: Option<String>,
    /// How those are run that do not say it.
    pub mode: Option<DeliveryMode>,
    /// Where those take children from whose areas are not known here, by name or code.
    pub area: Option<String>,
    /// Why approaches are run where there was more violence.
    pub override_reason: Option<String>,
}

/// What became of a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// There is a new programme.
    Created,
    /// A programme was changed.
    Updated,
    /// Nothing was changed.
    Skipped,
}

/// What became of one service, and why.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its id in the feed.
    pub id: Uuid,
    /// What it is called.
    pub name: String,
    /// What became of it.
    pub outcome: Outcome,
    /// Why, and what was left out.
    pub why: Vec<String>,
}

/// Reads services in. Gives back what became of each, in their order.
pub async fn import(app: &App, services: &[Service], options: &Options) -> Result<Vec<Line>> {
    feed::distinct(services)?;
    let source = options.source.trim();
    if source.is_empty() || source.chars().count() > 300 || source.chars().any(char::is_control) {
        return Err(Error::BadInput("--source is a name of up to 300 characters".into()));
    }
    let transaction = app.begin().await?;
    let tx = &transaction.tx;
    source::in_turn(tx).await?;
    let known = known(tx).await?;
    let choices = choices(options, &known)?;
    let runs = Writer { app, tx, source };
    let intake = Intake { app, tx, source, runs, known, choices };
    let mut lines = Vec::with_capacity(services.len());
    for (place, service) in services.iter().enumerate() {
        lines.push(intake.one(place, service).await?);
    }
    transaction.commit().await?;
    Ok(lines)
}

async fn known(tx: &DatabaseTransaction) -> Result<Known> {
    let mut known = Known::default();
    let open = |row: &organisation::Model| row.closed_on.is_none();
    for row in read::people::organisation::all(tx).await?.into_iter().filter(open) {
        let id = Some(row.id);
        known.organisations.entry(search_key(&row.name)).and_modify(|several| *several = None).or_insert(id);
    }
    let lasts = |row: &area::Model| row.valid_to.is_none();
    for row in read::people::area::list(tx, None).await?.into_iter().filter(lasts) {
        known
            .names
            .entry(search_key(&row.name))
            .and_modify(|several| *several = None)
            .or_insert(Some(row.id));
        known.codes.insert(row.code, row.id);
    }
    Ok(known)
}

fn choices(options: &Options, known: &Known) -> Result<Choices> {
    let bad = |says: &'static str| Error::BadInput(says.into());
    let provider = options.provider.as_deref().map(|name| {
        let found = known.organisations.get(&search_key(name)).copied().flatten();
        found.ok_or(bad("--as names no partner, or several: give the name as it stands under Organisations"))
    });
    let area = options.area.as_deref().map(|name| {
        let found = known.codes.get(name).copied();
        let found = found.or_else(|| known.names.get(&search_key(name)).copied().flatten());
        found.ok_or(bad("--area names no area, or several: give its code"))
    });
    Ok(Choices {
        provider: provider.transpose()?,
        area: area.transpose()?,
        strand: options.strand,
        approach: options.approach.clone(),
        mode: options.mode,
        override_reason: options.override_reason.clone(),
    })
}

struct Intake<'a> {
    app: &'a App,
    tx: &'a DatabaseTransaction,
    source: &'a str,
    runs: Writer<'a>,
    known: Known,
    choices: Choices,
}

impl Intake<'_> {
    async fn one(&self, place: usize, service: &Service) -> Result<Line> {
        let line = |outcome, why| Line { id: service.id, name: service.name.clone(), outcome, why };
        let skipped = |why: &str| Ok(line(Outcome::Skipped, vec![why.to_owned()]));
        if let Some(ours) = ids::open::<noun::Programme>(self.app.keys(), service.id)
            && source::is_programme(self.tx, ours).await?
        {
            return skipped("it is a programme of this partnership, published here");
        }
        let before = source::programme(self.tx, self.source, service.id).await?;
        if before.is_none() && service.status != Status::Active {
            return skipped("it does not run");
        }
        let taken =
            match intake::take(service, &self.known, &self.choices, (self.app.now(), self.app.today())) {
                Ok(taken) => taken,
                Err(Refusal::Skipped(why)) => return Ok(line(Outcome::Skipped, why)),
                Err(Refusal::Wrong(why)) => return Err(feed::refused(place, &why)),
            };
        let mut notes = taken.notes.clone();
        let (id, outcome) = match before {
            None => (self.create(service.id, &taken).await?, Outcome::Created),
            Some(row) => {
                let id = row.id;
                let changed = self.change(row, &taken).await?;
                (id, if changed { Outcome::Updated } else { Outcome::Skipped })
            }
        };
        let runs = self.runs.runs(place, id, &taken).await?;
        let outcome = if runs && outcome == Outcome::Skipped { Outcome::Updated } else { outcome };
        if outcome == Outcome::Skipped {
            notes.insert(0, "it is as it was".to_owned());
        } else {
            token::command(self.app, self.tx, (SubjectKind::Programme, id.uuid()), COMMAND).await?;
        }
        Ok(line(outcome, notes))
    }

    async fn provider_name(&self, taken: &Taken) -> Result<String> {
        let row = read::people::organisation::by_id(self.tx, taken.provider).await?;
        Ok(row.map(|row| row.name).unwrap_or_default())
    }

    async fn create(&self, source_id: Uuid, taken: &Taken) -> Result<Id<noun::Programme>> {
        let (id, now) = (self.app.new_id::<Id<noun::Programme>>(), self.app.now());
        let row = programme::Model {
            id,
            version: 1,
            search_text: String::new(),
            title: String::new(),
            summary: String::new(),
            provider_id: taken.provider,
            strand: taken.strand,
            approach: taken.approach.clone(),
            mode: taken.mode,
            reach: taken.reach,
            min_age: taken.ages.0,
            max_age: taken.ages.1,
            active: taken.active,
            sensitive: false,
            override_reason: None,
            created_at: now,
            asks: None,
        };
        let row = self.said(row, taken).await?;
        all_set(row).insert(self.tx).await?;
        programme_source::ActiveModel {
            programme_id: Set(id),
            source: Set(self.source.to_owned()),
            source_id: Set(source_id),
            read_at: Set(now),
        }
        .insert(self.tx)
        .await?;
        self.parts(id, taken).await?;
        Ok(id)
    }

    /// A programme as the feed says it. That it is sensitive, once somebody here has said so, stays.
    async fn said(&self, mut row: programme::Model, taken: &Taken) -> Result<programme::Model> {
        let provider = self.provider_name(taken).await?;
        row.search_text = search_key_of([taken.title.as_str(), &taken.summary, &provider]);
        row.title.clone_from(&taken.title);
        row.summary.clone_from(&taken.summary);
        row.provider_id = taken.provider;
        row.strand = taken.strand;
        row.approach.clone_from(&taken.approach);
        (row.mode, row.reach) = (taken.mode, taken.reach);
        (row.min_age, row.max_age) = taken.ages;
        row.active = taken.active;
        row.asks.clone_from(&taken.asks);
        if taken.override_reason.is_some() {
            row.override_reason.clone_from(&taken.override_reason);
        }
        Ok(row)
    }

    async fn change(&self, before: programme::Model, taken: &Taken) -> Result<bool> {
        programme_source::ActiveModel {
            programme_id: Unchanged(before.id),
            read_at: Set(self.app.now()),
            ..Default::default()
        }
        .update(self.tx)
        .await?;
        let after = self.said(before.clone(), taken).await?;
        let areas = read::delivery::programme::areas(self.tx, &[before.id]).await?;
        let areas: HashSet<_> = areas.into_iter().map(|part| part.area_id).collect();
        let factors = read::delivery::programme::factors(self.tx, &[before.id]).await?;
        let factors: HashSet<_> = factors.into_iter().map(|part| part.factor).collect();
        let same = after == before
            && areas == taken.areas.iter().copied().collect()
            && factors == taken.factors.iter().copied().collect();
        if same {
            return Ok(false);
        }
        let id = before.id;
        all_set(programme::Model { version: before.version + 1, ..after }).update(self.tx).await?;
        programme_area::Entity::delete_many()
            .filter(programme_area::Column::ProgrammeId.eq(id))
            .exec(self.tx)
            .await?;
        programme_factor::Entity::delete_many()
            .filter(programme_factor::Column::ProgrammeId.eq(id))
            .exec(self.tx)
            .await?;
        self.parts(id, taken).await?;
        Ok(true)
    }

    async fn parts(&self, programme: Id<noun::Programme>, taken: &Taken) -> Result<()> {
        for area in &taken.areas {
            programme_area::ActiveModel { programme_id: Set(programme), area_id: Set(*area) }
                .insert(self.tx)
                .await?;
        }
        for factor in &taken.factors {
            programme_factor::ActiveModel { programme_id: Set(programme), factor: Set(*factor) }
                .insert(self.tx)
                .await?;
        }
        Ok(())
    }
}

fn all_set(row: programme::Model) -> programme::ActiveModel {
    programme::ActiveModel {
        id: Set(row.id),
        version: Set(row.version),
        title: Set(row.title),
        summary: Set(row.summary),
        search_text: Set(row.search_text),
        provider_id: Set(row.provider_id),
        strand: Set(row.strand),
        approach: Set(row.approach),
        mode: Set(row.mode),
        reach: Set(row.reach),
        min_age: Set(row.min_age),
        max_age: Set(row.max_age),
        active: Set(row.active),
        sensitive: Set(row.sensitive),
        override_reason: Set(row.override_reason),
        created_at: Set(row.created_at),
        asks: Set(row.asks),
    }
}
