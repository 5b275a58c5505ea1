//! The catalogue as services of HSDS 3: programmes that are no secret, with their runs, and whether each could take a child.
//!
//! Never a number of places: the answer, the band and the usual wait, as schools get them.

use std::collections::HashMap;

use chrono::SecondsFormat;

use super::{
    document::{
        Attribute, Location, Organization, Page, Schedule, Service, ServiceArea, ServiceAtLocation, Status,
    },
    ids,
    intake_runs::Said,
    terms::{self, attribute},
};
use crate::{
    domain::{
        delivery::{approaches::Approaches, places},
        people::token,
    },
    entity::{
        delivery::{offering, offering_source, programme},
        people::{area, organisation},
    },
    platform::{
        app::App,
        error::{Error, Result},
    },
    read::{self, delivery::published},
    words::{
        AvailabilityAnswer, DeliveryMode, FactorCode, Reach, SubjectKind,
        id::{Id, noun},
    },
};

/// A page holds so many services unless it is said.
pub const USUAL_PAGE: u64 = 20;
/// And so many at most.
pub const LARGEST_PAGE: u64 = 100;

/// What the services of a page are made of.
struct Parts {
    providers: HashMap<Id<noun::Organisation>, organisation::Model>,
    areas: HashMap<Id<noun::Area>, area::Model>,
    of: HashMap<Id<noun::Programme>, OfProgramme>,
    said: HashMap<Id<noun::Offering>, offering_source::Model>,
}

#[derive(Default)]
struct OfProgramme {
    areas: Vec<Id<noun::Area>>,
    factors: Vec<FactorCode>,
    runs: Vec<offering::Model>,
}

/// One page of the catalogue; `number` counts from 1.
pub async fn page(app: &App, number: u64, size: u64) -> Result<Page> {
    let on = app.database();
    let total = published::count(on).await?;
    let pages = total.div_ceil(size).max(1);
    let rows = match number.checked_sub(1).and_then(|before| before.checked_mul(size)) {
        Some(after) if after < total => published::some(on, after, size).await?,
        _ => Vec::new(),
    };
    let contents = services(app, rows).await?;
    Ok(Page {
        total_items: total,
        total_pages: pages,
        page_number: number,
        size: contents.len() as u64,
        first_page: number == 1,
        last_page: number >= pages,
        empty: contents.is_empty(),
        contents,
    })
}

/// One service: NOT_FOUND where there is none, or its programme is a secret.
pub async fn one(app: &App, id: uuid::Uuid) -> Result<Service> {
    let id = ids::open::<noun::Programme>(app.keys(), id).ok_or(Error::NotFound)?;
    let row = published::one(app.database(), id).await?.ok_or(Error::NotFound)?;
    services(app, vec![row]).await?.pop().ok_or(Error::NotFound)
}

/// The whole catalogue as one page, for a file. That it was taken is written to the audit.
pub async fn whole(app: &App) -> Result<Page> {
    let transaction = app.begin().await?;
    token::looked(app, &transaction.tx, (SubjectKind::Programme, None), "export programmes").await?;
    transaction.commit().await?;
    let mut all = page(app, 1, LARGEST_PAGE).await?;
    for number in 2..=all.total_pages {
        all.contents.extend(page(app, number, LARGEST_PAGE).await?.contents);
    }
    let size = all.contents.len() as u64;
    Ok(Page { total_items: size, total_pages: 1, size, last_page: true, ..all })
}

async fn services(app: &App, rows: Vec<programme::Model>) -> Result<Vec<Service>> {
    let parts = parts(app, &rows).await?;
    Ok(rows.into_iter().filter_map(|row| service(app, &parts, row)).collect())
}

async fn parts(app: &App, rows: &[programme::Model]) -> Result<Parts> {
    let on = app.database();
    let programmes: Vec<_> = rows.iter().map(|row| row.id).collect();
    let mut of: HashMap<Id<noun::Programme>, OfProgramme> = HashMap::new();
    for part in read::delivery::programme::areas(on, &programmes).await? {
        of.entry(part.programme_id).or_default().areas.push(part.area_id);
    }
    for part in read::delivery::programme::factors(on, &programmes).await? {
        of.entry(part.programme_id).or_default().factors.push(part.factor);
    }
    for run in published::runs(on, &programmes, app.today()).await? {
        of.entry(run.programme_id).or_default().runs.push(run);
    }
    let runs: Vec<_> = of.values().flat_map(|of| of.runs.iter().map(|run| run.id)).collect();
    let said = published::said(on, &runs).await?;
    let named = of
        .values()
        .flat_map(|of| of.areas.iter().copied().chain(of.runs.iter().filter_map(|run| run.area_id)));
    let named: Vec<_> = named.collect();
    let areas = read::people::directory::areas_by_ids(app, &named).await?;
    let providers: Vec<_> = rows.iter().map(|row| row.provider_id).collect();
    let providers = read::people::directory::organisations_by_ids(app, &providers).await?;
    Ok(Parts {
        providers: providers.into_iter().map(|row| (row.id, row)).collect(),
        areas: areas.into_iter().map(|row| (row.id, row)).collect(),
        of,
        said: said.into_iter().map(|row| (row.offering_id, row)).collect(),
    })
}

fn service(app: &App, parts: &Parts, row: programme::Model) -> Option<Service> {
    let keys = app.keys();
    let id = ids::of(keys, row.id);
    let provider = parts.providers.get(&row.provider_id)?;
    let none = OfProgramme::default();
    let of = parts.of.get(&row.id).unwrap_or(&none);
    let mut areas: Vec<_> = of.areas.iter().filter_map(|area| parts.areas.get(area)).collect();
    areas.sort_by(|a, b| (&a.name, &a.code).cmp(&(&b.name, &b.code)));
    let runs: Vec<_> = of.runs.iter().map(|run| at_location(app, parts, &row, run)).collect();
    Some(Service {
        id,
        status: if row.active { Status::Active } else { Status::Inactive },
        eligibility_description: Some(for_whom(&row, &areas)),
        minimum_age: Some(row.min_age.into()),
        maximum_age: Some(row.max_age.into()),
        wait_time: wait_in_words(&row, &runs),
        application_process: Some(how_to_join(row.reach).to_owned()),
        organization: Some(Organization {
            id: ids::of(keys, provider.id),
            name: provider.name.clone(),
            description: "A member of the partnership for early intervention in youth violence.".to_owned(),
        }),
        service_areas: areas.into_iter().map(|area| from_area(app, id, area)).collect(),
        service_at_locations: runs,
        attributes: of_service(app, id, &row, &of.factors),
        name: row.title,
        description: Some(row.summary),
    })
}

fn for_whom(row: &programme::Model, areas: &[&area::Model]) -> String {
    let who = match row.mode {
        DeliveryMode::Training => "Staff who work with ages",
        _ => "Ages",
    };
    let names: Vec<_> = areas.iter().map(|area| area.name.as_str()).collect();
    let from = if names.is_empty() { String::new() } else { format!(" From {}.", names.join(", ")) };
    format!("{who} {} to {}.{from}", row.min_age, row.max_age)
}

const fn how_to_join(reach: Reach) -> &'static str {
    match reach {
        Reach::Named => {
            "Ask a school, a doctor, the police or the council to refer the child, or ring the council."
        }
        Reach::Counted | Reach::Place => "Nobody has to be referred.",
    }
}

/// The best answer of its runs, for a directory that knows no attribute.
fn wait_in_words(row: &programme::Model, runs: &[ServiceAtLocation]) -> Option<String> {
    if row.reach != Reach::Named {
        return None;
    }
    let says = |answer: AvailabilityAnswer| {
        let word = answer.as_str();
        runs.iter().filter(move |run| terms::value(&run.attributes, terms::ANSWER) == Some(word))
    };
    if says(AvailabilityAnswer::Yes).next().is_some() {
        return Some("A place is free.".to_owned());
    }
    let waits = says(AvailabilityAnswer::Wait);
    let days = waits
        .clone()
        .filter_map(|run| terms::value(&run.attributes, terms::EXPECTED_WAIT)?.parse::<i32>().ok());
    match (days.min(), waits.count()) {
        (Some(days), _) => {
            Some(format!("There is a waiting list. Children usually wait up to {days} working days."))
        }
        (None, 1..) => Some("There is a waiting list.".to_owned()),
        (None, 0) => Some("There are no places now.".to_owned()),
    }
}

fn from_area(app: &App, service: uuid::Uuid, area: &area::Model) -> ServiceArea {
    let id = ids::of_part(app.keys(), service, &area.code);
    ServiceArea {
        id,
        name: Some(area.name.clone()),
        attributes: vec![attribute(app.keys(), id, terms::AREA, &area.code)],
    }
}

fn of_service(app: &App, id: uuid::Uuid, row: &programme::Model, factors: &[FactorCode]) -> Vec<Attribute> {
    let list = Approaches::in_use();
    let mut said = vec![
        (terms::STRAND, row.strand.as_str().to_owned()),
        (terms::APPROACH, row.approach.clone()),
        (terms::MODE, row.mode.as_str().to_owned()),
        (terms::REACH, row.reach.as_str().to_owned()),
    ];
    if let Some(approach) = list.get(&row.approach) {
        said.push((terms::EVIDENCE_BAND, approach.band.as_str().to_owned()));
        said.push((terms::EVIDENCE_SOURCE, list.source.clone()));
        said.push((terms::EVIDENCE_AS_OF, list.as_of.to_string()));
    }
    if let Some(asks) = &row.asks {
        let numbers = [
            (terms::MIN_YEAR_GROUP, asks.min_year_group),
            (terms::MAX_YEAR_GROUP, asks.max_year_group),
            (terms::MOST_AT_ONCE, asks.most_at_once),
        ];
        said.extend(numbers.into_iter().filter_map(|(term, number)| Some((term, number?.to_string()))));
        said.extend(asks.pathways.iter().map(|one| (terms::PATHWAY, one.as_str().to_owned())));
        said.extend(asks.exclusions.iter().map(|one| (terms::EXCLUDES, one.as_str().to_owned())));
    }
    let mut factors: Vec<_> = factors.iter().map(|factor| factor.as_str().to_owned()).collect();
    factors.sort_unstable();
    said.extend(factors.into_iter().map(|factor| (terms::FACTOR, factor)));
    said.into_iter().map(|(meaning, value)| attribute(app.keys(), id, meaning, &value)).collect()
}

fn at_location(
    app: &App,
    parts: &Parts,
    programme: &programme::Model,
    run: &offering::Model,
) -> ServiceAtLocation {
    let keys = app.keys();
    let id = ids::of(keys, run.id);
    let status = places::status(run, app.today());
    let mut said = vec![(terms::OFFERING_STATUS, status.as_str().to_owned())];
    if let Some(area) = run.area_id.and_then(|area| parts.areas.get(&area)) {
        said.push((terms::PLACE_AREA, area.code.clone()));
    }
    if programme.reach == Reach::Named
        && let Some(now) = of_places(app, parts.said.get(&run.id), run)
    {
        said.push((terms::ANSWER, now.answer.as_str().to_owned()));
        said.push((terms::PLACES_BAND, now.band.as_str().to_owned()));
        if let Some(days) = now.wait {
            said.push((terms::EXPECTED_WAIT, days.to_string()));
        }
        said.push((terms::AS_AT, now.as_at.to_rfc3339_opts(SecondsFormat::Secs, true)));
    }
    ServiceAtLocation {
        id,
        location: run.venue.clone().map(|venue| Location {
            id: ids::of_part(keys, id, "location"),
            location_type: "physical".to_owned(),
            name: Some(venue),
        }),
        schedules: vec![Schedule {
            id: ids::of_part(keys, id, "schedule"),
            valid_from: Some(run.starts_on.to_string()),
            valid_to: Some(run.ends_on.to_string()),
            description: Some(run.schedule.clone()),
        }],
        attributes: said.into_iter().map(|(meaning, value)| attribute(keys, id, meaning, &value)).collect(),
    }
}

/// Whether a run could take a child: what the feed that it came from says, for as long as nobody here keeps its places; else
/// what we know. None where neither says anything.
#[must_use]
pub fn of_places(app: &App, said: Option<&offering_source::Model>, run: &offering::Model) -> Option<Said> {
    let status = places::status(run, app.today());
    if let Some(said) = said.filter(|_| run.capacity == 0) {
        let (answer, band, as_at) = (said.answer?, said.places_band?, said.as_at?);
        return Some(Said { answer, band, wait: said.expected_wait, as_at });
    }
    let now = places::of(run);
    let answer = now.answer(status);
    let wait = run.usual_wait.filter(|_| answer == AvailabilityAnswer::Wait);
    Some(Said { answer, band: now.band(status), wait, as_at: app.now() })
}
