//! What a service of HSDS becomes here: a programme with its runs, or why it becomes none. Pure.
//!
//! What contradicts itself refuses the whole feed, since nobody knows what else in it is wrong. What is right and not for us
//! (another organisation, another age) is skipped, and said. Nothing is guessed: what a feed does not say comes from whoever
//! reads it in, or the service is skipped.

use chrono::{DateTime, NaiveDate, Utc};

use super::{
    document::{Attribute, Service, Status},
    intake_runs::{self, Run},
    reading::{Known, Read, Refusal, printable, word, words, wrong},
    terms,
};
use crate::{
    domain::{
        delivery::{
            approaches::Approaches,
            programme_rules::{self, asks_problems, programme_problems},
        },
        people::young_person_rules::{OLDEST, YOUNGEST},
    },
    entity::delivery::programme::Asks,
    words::{
        DeliveryMode, EvidenceBand, FactorCode, Pathway, Reach, Strand,
        id::{Id, noun},
        names::search_key,
    },
};

/// What whoever reads a feed in says where the feed says nothing.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// Who answers for services of organisations that are no partner.
    pub provider: Option<Id<noun::Organisation>>,
    /// What services are funded as.
    pub strand: Option<Strand>,
    /// Which approach they take.
    pub approach: Option<String>,
    /// How they are run.
    pub mode: Option<DeliveryMode>,
    /// Where they take children from whose areas are not known here.
    pub area: Option<Id<noun::Area>>,
    /// Why approaches are run where there was more violence.
    pub override_reason: Option<String>,
}

/// A programme as a feed says it.
#[derive(Clone, Debug)]
pub struct Taken {
    /// What it is called.
    pub title: String,
    /// What happens in it.
    pub summary: String,
    /// Who runs it.
    pub provider: Id<noun::Organisation>,
    /// What it is funded as.
    pub strand: Strand,
    /// Its approach.
    pub approach: String,
    /// How it is run.
    pub mode: DeliveryMode,
    /// What is counted.
    pub reach: Reach,
    /// From this age to that one.
    pub ages: (i32, i32),
    /// Where it takes children from.
    pub areas: Vec<Id<noun::Area>>,
    /// What it is for.
    pub factors: Vec<FactorCode>,
    /// What it asks for besides.
    pub asks: Option<Asks>,
    /// Why it is run although there was more violence.
    pub override_reason: Option<String>,
    /// Whether it is run.
    pub active: bool,
    /// Its runs.
    pub runs: Vec<Run>,
    /// What was left out, and why.
    pub notes: Vec<String>,
}

/// What a service becomes.
pub fn take(
    service: &Service,
    known: &Known,
    choices: &Choices,
    now: (DateTime<Utc>, NaiveDate),
) -> Read<Taken> {
    printable("name", &service.name)?;
    printable("description", service.description.as_deref().unwrap_or_default())?;
    let (mut why, mut notes) = (Vec::new(), Vec::new());
    let ages = ages(service, &mut why, &mut notes)?;
    let provider = provider(service, known, choices, &mut why);
    let said = &service.attributes;
    let strand = word(said, terms::STRAND)?.or(choices.strand);
    let mode = word(said, terms::MODE)?.or(choices.mode);
    let reach = word(said, terms::REACH)?.unwrap_or(Reach::Named);
    let approach = terms::value(said, terms::APPROACH).map(str::to_owned).or(choices.approach.clone());
    for (what, option, missing) in [
        ("strand", "--strand", strand.is_none()),
        ("approach", "--approach", approach.is_none()),
        ("mode", "--mode", mode.is_none()),
    ] {
        if missing {
            why.push(format!("it says no {what}: give one with {option}"));
        }
    }
    let areas = areas(service, known, choices, &mut why, &mut notes);
    let mut factors: Vec<FactorCode> = words(said, terms::FACTOR)?;
    distinct(&mut factors);
    let asks = asks(said)?;
    let title = service.name.trim().to_owned();
    let summary = service.description.clone().unwrap_or_default();
    if let Some(approach) = &approach {
        why.extend(complaints(&title, &summary, approach, ages, choices));
    }
    let runs = intake_runs::runs(service, known, reach, now, &mut notes)?;
    let (Some(provider), Some(strand), Some(approach), Some(mode), true) =
        (provider, strand, approach, mode, why.is_empty())
    else {
        return Err(Refusal::Skipped(why));
    };
    let found = Approaches::in_use().get(&approach);
    let harmful = found.is_some_and(|found| found.band == EvidenceBand::Harmful);
    Ok(Taken {
        title,
        summary,
        provider,
        strand,
        approach,
        mode,
        reach,
        ages,
        areas,
        factors,
        asks,
        override_reason: choices.override_reason.clone().filter(|_| harmful),
        active: service.status == Status::Active,
        runs,
        notes,
    })
}

fn distinct<T: PartialEq>(list: &mut Vec<T>) {
    let mut kept = Vec::with_capacity(list.len());
    for item in list.drain(..) {
        if !kept.contains(&item) {
            kept.push(item);
        }
    }
    *list = kept;
}

fn complaints(
    title: &str,
    summary: &str,
    approach: &str,
    (min_age, max_age): (i32, i32),
    choices: &Choices,
) -> Vec<String> {
    let override_reason = choices.override_reason.as_deref();
    let programme =
        programme_rules::Programme { title, summary, approach, min_age, max_age, override_reason };
    let found = programme_problems(&programme);
    found.into_iter().map(|problem| format!("{}: {}", problem.field.join("."), problem.message)).collect()
}

/// The ages that Ridgeway holds of those that a service takes.
fn ages(service: &Service, why: &mut Vec<String>, notes: &mut Vec<String>) -> Read<(i32, i32)> {
    let age = |number: &Option<serde_json::Number>, what: &str| match number
        .as_ref()
        .map(serde_json::Number::as_f64)
    {
        None => Ok(None),
        Some(Some(age)) if (0.0..=1_000.0).contains(&age) => {
            #[expect(clippy::cast_possible_truncation, reason = "it is between 0 and 1,000")]
            let whole = age.floor() as i32;
            Ok(Some(whole))
        }
        Some(_) => Err(wrong(format!("{what} is no age"))),
    };
    let from = age(&service.minimum_age, "minimum_age")?;
    let to = age(&service.maximum_age, "maximum_age")?;
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        return Err(wrong("maximum_age is below minimum_age"));
    }
    let all = (from.unwrap_or(YOUNGEST), to.unwrap_or(OLDEST));
    let ours = (all.0.max(YOUNGEST), all.1.min(OLDEST));
    if ours.1 < ours.0 {
        why.push(format!("it is for ages {} to {}, and programmes here for 8 to 25", all.0, all.1));
        return Ok((YOUNGEST, OLDEST));
    }
    if ours != all {
        notes.push(format!("ages {} to {} are taken as {} to {}", all.0, all.1, ours.0, ours.1));
    }
    Ok(ours)
}

fn provider(
    service: &Service,
    known: &Known,
    choices: &Choices,
    why: &mut Vec<String>,
) -> Option<Id<noun::Organisation>> {
    let named = service.organization.as_ref().map(|organization| search_key(&organization.name));
    let found = named.as_ref().and_then(|name| known.organisations.get(name)).copied().flatten();
    let provider = found.or(choices.provider);
    if provider.is_none() {
        why.push(match &service.organization {
            Some(organization) => {
                let name: String = organization.name.chars().filter(|c| !c.is_control()).take(100).collect();
                format!("{name:?}, who runs it, is no partner: give who answers for it with --as")
            }
            None => "it does not say who runs it: give who answers for it with --as".to_owned(),
        });
    }
    provider
}

fn areas(
    service: &Service,
    known: &Known,
    choices: &Choices,
    why: &mut Vec<String>,
    notes: &mut Vec<String>,
) -> Vec<Id<noun::Area>> {
    let mut found = Vec::new();
    let mut unknown = 0;
    for area in &service.service_areas {
        let by_code = terms::value(&area.attributes, terms::AREA).and_then(|code| known.codes.get(code));
        let by_name = area.name.as_deref().and_then(|name| known.names.get(&search_key(name)));
        match by_code.copied().or(by_name.copied().flatten()) {
            Some(id) => found.push(id),
            None => unknown += 1,
        }
    }
    if unknown > 0 {
        match choices.area {
            Some(area) => {
                found.push(area);
                notes.push(format!("{unknown} areas that are not known here are taken as the one given"));
            }
            None => why.push(format!(
                "{unknown} of its areas are not known here: give where it takes children from with --area"
            )),
        }
    }
    distinct(&mut found);
    found
}

fn asks(said: &[Attribute]) -> Read<Option<Asks>> {
    let mut asks = Asks {
        min_year_group: word(said, terms::MIN_YEAR_GROUP)?,
        max_year_group: word(said, terms::MAX_YEAR_GROUP)?,
        pathways: words::<Pathway>(said, terms::PATHWAY)?,
        exclusions: words(said, terms::EXCLUDES)?,
        most_at_once: word(said, terms::MOST_AT_ONCE)?,
    };
    distinct(&mut asks.pathways);
    distinct(&mut asks.exclusions);
    if let Some(problem) = asks_problems(&asks).first() {
        return Err(wrong(format!("{}: {}", problem.field.join("."), problem.message)));
    }
    Ok((asks != Asks::default()).then_some(asks))
}
