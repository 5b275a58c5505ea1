//! What the places of a service become: runs, each with what the feed says of it. Pure.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use uuid::Uuid;

use super::{
    document::{Attribute, Service, ServiceAtLocation},
    reading::{Known, Read, printable, word, wrong},
    terms,
};
use crate::{
    domain::delivery::programme_rules::{self, offering_problems},
    words::{
        AvailabilityAnswer, OfferingSetting, OfferingStatus, PlacesBand, Reach,
        id::{Id, noun},
    },
};

/// A service has so many runs at most.
const MOST_RUNS: usize = 200;

/// A run as a feed says it.
#[derive(Clone, Debug)]
pub struct Run {
    /// Its id in the feed.
    pub source_id: Uuid,
    /// Where it takes place.
    pub venue: Option<String>,
    /// In which area.
    pub area: Option<Id<noun::Area>>,
    /// The first day.
    pub starts_on: NaiveDate,
    /// The last day.
    pub ends_on: NaiveDate,
    /// When it meets.
    pub schedule: String,
    /// Whether it takes children.
    pub setting: OfferingSetting,
    /// What the feed says of its places.
    pub said: Option<Said>,
}

/// What a feed says of places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// Whether a child could join.
    pub answer: AvailabilityAnswer,
    /// How many places a new child could have.
    pub band: PlacesBand,
    /// How long children usually wait, in working days.
    pub wait: Option<i32>,
    /// When that was so.
    pub as_at: DateTime<Utc>,
}

/// The runs of a service; what is left out is noted.
pub(super) fn runs(
    service: &Service,
    known: &Known,
    reach: Reach,
    now: (DateTime<Utc>, NaiveDate),
    notes: &mut Vec<String>,
) -> Read<Vec<Run>> {
    if service.service_at_locations.len() > MOST_RUNS {
        return Err(wrong(format!("it has more than {MOST_RUNS} places")));
    }
    let mut runs: Vec<Run> = Vec::new();
    for there in &service.service_at_locations {
        match run(there, known, reach, now)? {
            Ok(run) => runs.push(run),
            Err(note) => notes.push(note),
        }
    }
    Ok(runs)
}

/// A run, or why there is none.
fn run(
    there: &ServiceAtLocation,
    known: &Known,
    reach: Reach,
    (now, today): (DateTime<Utc>, NaiveDate),
) -> Read<Result<Run, String>> {
    let left_out = |why: &str| Ok(Err(format!("the place {} is left out: {why}", there.id)));
    let Some(schedule) = there.schedules.first() else { return left_out("it has no schedule") };
    let day = |text: &Option<String>| text.as_deref().map(str::parse::<NaiveDate>).transpose();
    let (Ok(from), Ok(to)) = (day(&schedule.valid_from), day(&schedule.valid_to)) else {
        return Err(wrong(format!("the schedule {} has a day that is none", schedule.id)));
    };
    let (Some(starts_on), Some(ends_on)) = (from, to) else {
        return left_out("it has no first and last day");
    };
    let Some(words) = schedule.description.clone() else { return left_out("its times are not in words") };
    let venue = there.location.as_ref().and_then(|location| location.name.clone());
    printable("schedule", &words)?;
    printable("location", venue.as_deref().unwrap_or_default())?;
    let offering = programme_rules::Offering {
        venue: venue.as_deref(),
        starts_on,
        ends_on,
        schedule: &words,
        capacity: 0,
    };
    if let Some(problem) = offering_problems(&offering, today, true).first() {
        return left_out(&format!("{}: {}", problem.field.join("."), problem.message));
    }
    let said = &there.attributes;
    let setting = match word::<OfferingStatus>(said, terms::OFFERING_STATUS)? {
        None | Some(OfferingStatus::Open) => OfferingSetting::Open,
        Some(OfferingStatus::Closed | OfferingStatus::Running) => OfferingSetting::Closed,
        Some(_) => return left_out("it does not run"),
    };
    Ok(Ok(Run {
        source_id: there.id,
        area: terms::value(said, terms::PLACE_AREA).and_then(|code| known.codes.get(code)).copied(),
        venue,
        starts_on,
        ends_on,
        schedule: words,
        setting,
        said: if reach == Reach::Named { said_of_places(said, now)? } else { None },
    }))
}

fn said_of_places(said: &[Attribute], now: DateTime<Utc>) -> Read<Option<Said>> {
    let Some(answer) = word(said, terms::ANSWER)? else { return Ok(None) };
    let band = word(said, terms::PLACES_BAND)?;
    let wait: Option<i32> = word(said, terms::EXPECTED_WAIT)?;
    let as_at: Option<DateTime<Utc>> = word(said, terms::AS_AT)?;
    let (Some(band), Some(as_at)) = (band, as_at) else {
        return Err(wrong("an answer needs the attributes places_band and as_at"));
    };
    // Another clock may be a little ahead.
    if as_at > now + TimeDelta::hours(1) {
        return Err(wrong("as_at lies in the future"));
    }
    let free = answer == AvailabilityAnswer::Yes;
    let waits = wait.is_some_and(|days| days < 1 || answer != AvailabilityAnswer::Wait);
    if free != (band != PlacesBand::None) || waits {
        return Err(wrong("answer, places_band and expected_wait_working_days contradict each other"));
    }
    let as_at = DateTime::from_timestamp(as_at.timestamp(), 0).unwrap_or(as_at);
    Ok(Some(Said { answer, band, wait, as_at }))
}
