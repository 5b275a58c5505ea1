//! Who would meet at a venue: two who are to be kept apart are not there within half an hour of each other, in whatever they take
//! part. Nobody is told who the other one is.

use chrono::TimeDelta;

use super::session_rules::Span;
use crate::{
    domain::record::operation::Operation,
    entity::delivery::{enrolment, offering},
    platform::error::Result,
    read::delivery::apart,
    words::{
        JobKind,
        id::{Id, noun},
    },
};

/// What is said where a refusal would tell of somebody else.
pub const NOT_SUITABLE: &str = "This group is not suitable, ask the programme manager.";
/// Who comes and who goes meet within this time.
const BETWEEN: TimeDelta = TimeDelta::minutes(30);

/// Whether those who go to one session meet those who go to the other.
fn near(a: Span, b: Span) -> bool {
    a.0 < b.1 + BETWEEN && b.0 < a.1 + BETWEEN
}

/// Whether two offerings are at one venue, however it is written. Where both say in which area, that is the same.
fn one_venue(a: &offering::Model, b: &offering::Model) -> bool {
    let known = |of: &offering::Model| {
        let words: Vec<_> = of.venue.iter().flat_map(|venue| venue.split_whitespace()).collect();
        Some(words.join(" ").to_lowercase()).filter(|venue| !venue.is_empty())
    };
    let elsewhere = a.area_id.zip(b.area_id).is_some_and(|(a, b)| a != b);
    !elsewhere && known(a).is_some_and(|venue| known(b) == Some(venue))
}

/// The places of some children elsewhere by which they would meet, from now on, who takes part in an offering; with the child.
pub(super) async fn meeting(
    op: &Operation<'_>,
    offering: &offering::Model,
    others: &[Id<noun::YoungPerson>],
) -> Result<Vec<(Id<noun::Enrolment>, Id<noun::YoungPerson>)>> {
    let mut there = if offering.venue.is_none() || others.is_empty() {
        Vec::new()
    } else {
        apart::places_with_offerings(op.tx, others).await?
    };
    there.retain(|(_, other)| other.id != offering.id && one_venue(offering, other));
    if there.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<_> = there.iter().map(|(_, other)| other.id).chain([offering.id]).collect();
    let meetings = apart::meetings(op.tx, &ids, op.now).await?;
    let of = |id: Id<noun::Offering>| {
        meetings.iter().filter(move |(of, ..)| *of == id).map(|(_, from, to)| (*from, *to))
    };
    let meet =
        |other: &offering::Model| of(offering.id).any(|here| of(other.id).any(|there| near(here, there)));
    let found = there.iter().filter(|(_, other)| meet(other));
    Ok(found.map(|(row, _)| (row.id, row.young_person_id)).collect())
}

/// Whether a child would meet somebody from whom they are to be kept apart at the venue of an offering.
pub(super) async fn clashes(
    op: &Operation<'_>,
    offering: &offering::Model,
    child: Id<noun::YoungPerson>,
) -> Result<bool> {
    let others = apart::from_whom(op.tx, child).await?;
    Ok(!meeting(op, offering, &others).await?.is_empty())
}

/// Lets a place that was given be looked at once more when it is written: another one may have been given at the same moment.
pub(super) async fn look_at(op: &Operation<'_>, enrolment: &enrolment::Model) -> Result<()> {
    if apart::from_whom(op.tx, enrolment.young_person_id).await?.is_empty() {
        return Ok(());
    }
    op.schedule(JobKind::GroupUnsuitable, enrolment.id.uuid(), op.now).await
}

/// Looks at everyone who has a place in an offering, since it now meets at another time or place. So many statements, however
/// many they are.
pub(super) async fn look_again(op: &Operation<'_>, offering: &offering::Model) -> Result<()> {
    let here = apart::with_somebody_to_avoid(op.tx, offering.id).await?;
    let children: Vec<_> = here.iter().map(|row| row.young_person_id).collect();
    if children.is_empty() {
        return Ok(());
    }
    let pairs = apart::from_whom_each(op.tx, &children).await?;
    let mut others: Vec<_> = pairs.iter().map(|(_, other)| *other).collect();
    others.sort_unstable();
    others.dedup();
    let meets = meeting(op, offering, &others).await?;
    let avoid =
        |row: &enrolment::Model, other: Id<noun::YoungPerson>| pairs.contains(&(row.young_person_id, other));
    let ours = here.iter().filter(|row| meets.iter().any(|(_, other)| avoid(row, *other))).map(|row| row.id);
    look_at_all(op, ours.chain(meets.iter().map(|(there, _)| *there)).collect()).await
}

/// Lets the lists look again on which a child waits who was to be kept apart from one whose place has ended. Each by itself:
/// no two offerings are locked together.
pub(super) async fn gone(op: &Operation<'_>, enrolment: &enrolment::Model) -> Result<()> {
    let others = apart::from_whom(op.tx, enrolment.young_person_id).await?;
    lists_look(op, &others, None).await
}

/// Lets the lists look again on which a child waits who would have met those who take part in an offering, and its own: it meets
/// no more as it did.
pub(super) async fn freed(op: &Operation<'_>, offering: &offering::Model) -> Result<()> {
    let here = apart::with_somebody_to_avoid(op.tx, offering.id).await?;
    let children: Vec<_> = here.iter().map(|row| row.young_person_id).collect();
    let pairs = apart::from_whom_each(op.tx, &children).await?;
    let others: Vec<_> = pairs.into_iter().map(|(_, other)| other).collect();
    lists_look(op, &others, Some(offering.id)).await
}

async fn lists_look(
    op: &Operation<'_>,
    waiting: &[Id<noun::YoungPerson>],
    besides: Option<Id<noun::Offering>>,
) -> Result<()> {
    let lists = if waiting.is_empty() { Vec::new() } else { apart::waited_for(op.tx, waiting).await? };
    let lists = lists.into_iter().chain(besides).map(Id::uuid).collect();
    op.schedule_all(JobKind::PlacesLookedAt, lists, op.now).await
}

/// Lets the caseworkers of a child, and of those whom the child would meet, be told.
pub(super) async fn tell(
    op: &Operation<'_>,
    offering: &offering::Model,
    enrolment: Id<noun::Enrolment>,
    others: &[Id<noun::YoungPerson>],
) -> Result<()> {
    let found = meeting(op, offering, others).await?;
    let both = found.first().map(|_| enrolment).into_iter().chain(found.iter().map(|(there, _)| *there));
    look_at_all(op, both.collect()).await
}

async fn look_at_all(op: &Operation<'_>, places: Vec<Id<noun::Enrolment>>) -> Result<()> {
    let places = places.into_iter().map(Id::uuid).collect();
    op.schedule_all(JobKind::GroupUnsuitable, places, op.now).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_an_hour_lies_between_who_goes_and_who_comes() {
        let span = |from: &str, to: &str| {
            let at = |time: &str| format!("2026-12-01T{time}:00Z").parse().unwrap();
            (at(from), at(to))
        };
        let first = span("16:00", "17:00");
        assert!(near(first, span("17:29", "18:00")) && near(span("17:29", "18:00"), first));
        assert!(!near(first, span("17:30", "18:00")) && !near(span("17:30", "18:00"), first));
        assert!(near(first, span("15:00", "15:31")) && !near(first, span("15:00", "15:30")));
        assert!(near(first, span("15:00", "19:00")));
    }
}
