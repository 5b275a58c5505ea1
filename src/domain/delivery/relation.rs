//! What children are to one another. It stands here, and not with the rest of a child's record, since it decides who may share
//! a group: who is written down as to be kept apart while both are in one is told of, and who no longer is may be next.

use chrono::NaiveDate;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ActiveValue::Unchanged};

use super::venue::{self, NOT_SUITABLE};
use crate::{
    access::{Act, See, Viewer},
    domain::{
        casework::arising::{self, About, Reason},
        checks::when,
        people::tell,
        record::operation::{Caller, Operation, operate},
    },
    entity::people::person_relation::{self, RelationWords},
    platform::{
        app::App,
        error::{Error, Problem, ProblemCode, Result, none_of},
        sealed::Sealed,
    },
    read::{
        self,
        delivery::{self as reads, apart},
        people::{relation, young_person::SeenChild},
    },
    words::{
        AuditAction, ChangeKind, EnrolmentStatus, JobKind, RelationKind, SubjectKind,
        id::{Id, noun},
        text::TextKind,
    },
};

/// What two children are to one another, or no longer are.
#[derive(Clone, Debug)]
pub struct Relate {
    /// One child, whom the caller may change.
    pub from_id: Id<noun::YoungPerson>,
    /// The other, whom the caller may open.
    pub to_id: Id<noun::YoungPerson>,
    /// What they are.
    pub kind: RelationKind,
    /// From where that is known.
    pub source: String,
    /// When to look at it again.
    pub review_on: Option<NaiveDate>,
    /// Whether it no longer holds.
    pub ended: bool,
}

/// Writes down what two children are to one another. What stood before is kept; the day from which it is known stays.
pub async fn relate(app: &App, caller: &Caller, input: Relate) -> Result<Id<noun::YoungPerson>> {
    operate(app, caller, "young_person.relate", async |op, viewer| {
        let (from, to) = both(op, viewer, input.from_id, input.to_id).await?;
        viewer.must(Act::ChangeChild, from.ok_or(Error::NotFound)?.holds)?;
        let opens = to.is_some_and(|to| viewer.may_see(See::ChildIdentity, to.holds));
        none_of(problems(&input, opens, op.today))?;
        let pair = in_order(input.from_id, input.to_id);
        let stands = relation::between(op.tx, pair, input.kind).await?;
        if input.ended && stands.is_none() {
            let message = "This is not on the record, or was ended already.";
            return Err(Problem::new("kind", ProblemCode::NotFound, message).into());
        }
        let known_from = stands.as_ref().map(|row| row.from_date);
        if let Some(row) = stands {
            let ended = person_relation::ActiveModel {
                id: Unchanged(row.id),
                ended_on: Set(Some(op.today)),
                ..Default::default()
            };
            ended.update(op.tx).await?;
        }
        if !input.ended {
            write(op, viewer, pair, &input, known_from.unwrap_or(op.today)).await?;
        }
        if RelationKind::APART.contains(&input.kind) {
            groups(op, pair, input.ended).await?;
        }
        for child in [input.from_id, input.to_id] {
            tell::concerned(op, child, ChangeKind::ChildChanged).await?;
            op.audit(AuditAction::Change, SubjectKind::YoungPerson, child.uuid(), Some(child)).await?;
        }
        Ok(input.from_id)
    })
    .await
}

fn in_order<N>(one: Id<N>, other: Id<N>) -> (Id<N>, Id<N>) {
    if one.uuid() < other.uuid() { (one, other) } else { (other, one) }
}

/// Both children, locked in the order of their ids, so that two who relate the same two do not wait for each other in a
/// circle.
async fn both(
    op: &Operation<'_>,
    viewer: &Viewer,
    from: Id<noun::YoungPerson>,
    to: Id<noun::YoungPerson>,
) -> Result<(Option<SeenChild>, Option<SeenChild>)> {
    let (one, other) = in_order(from, to);
    let one = found(read::people::young_person::for_change(op.tx, viewer, one).await)?;
    let other = found(read::people::young_person::for_change(op.tx, viewer, other).await)?;
    Ok(if from.uuid() < to.uuid() { (one, other) } else { (other, one) })
}

fn found<T>(read: Result<T>) -> Result<Option<T>> {
    match read {
        Ok(found) => Ok(Some(found)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

fn problems(input: &Relate, opens: bool, today: NaiveDate) -> Vec<Problem> {
    let same = input.from_id == input.to_id;
    [
        when(!opens, "toId", ProblemCode::NotFound, "Choose a child whose record you may open."),
        when(opens && same, "toId", ProblemCode::Invalid, "This is the same child. Choose the other one."),
        TextKind::Reason.needed("source", &input.source),
        when(
            input.review_on.is_some_and(|day| day <= today),
            "reviewOn",
            ProblemCode::OutOfRange,
            "This day has passed. Enter a later one, or none.",
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

async fn write(
    op: &Operation<'_>,
    viewer: &Viewer,
    (one_id, other_id): (Id<noun::YoungPerson>, Id<noun::YoungPerson>),
    input: &Relate,
    from_date: NaiveDate,
) -> Result<()> {
    let id: Id<noun::PersonRelation> = op.new_id();
    person_relation::ActiveModel {
        id: Set(id),
        one_id: Set(one_id),
        other_id: Set(other_id),
        kind: Set(input.kind),
        words: Set(Sealed::new(op.app.keys(), id.uuid(), &RelationWords(input.source.clone()))?),
        from_date: Set(from_date),
        review_on: Set(input.review_on),
        ended_on: Set(None),
        recorded_by_id: Set(viewer.user),
        recorded_at: Set(op.now),
    }
    .insert(op.tx)
    .await?;
    Ok(())
}

/// What it means for groups: who share one are looked at, and where one waited for the other to be gone, places are offered.
async fn groups(
    op: &Operation<'_>,
    (one, other): (Id<noun::YoungPerson>, Id<noun::YoungPerson>),
    ended: bool,
) -> Result<()> {
    if !ended {
        for enrolment in apart::shared(op.tx, one, other).await? {
            op.schedule(JobKind::GroupUnsuitable, enrolment.uuid(), op.now).await?;
        }
        for (enrolment, offering) in apart::places_with_offerings(op.tx, &[one]).await? {
            venue::tell(op, &offering, enrolment.id, &[other]).await?;
        }
        return Ok(());
    }
    // Each list by itself: children are locked here, and no two offerings are locked together.
    let lists = apart::waited_for(op.tx, &[one, other]).await?.into_iter().map(Id::uuid).collect();
    op.schedule_all(JobKind::PlacesLookedAt, lists, op.now).await
}

/// The caseworker's task, where a child still shares a group with somebody from whom they are to be kept apart, or meets them
/// at the venue. By itself.
pub async fn unsuitable(op: &Operation<'_>, id: Id<noun::Enrolment>) -> Result<()> {
    let Some(enrolment) = reads::enrolment::for_itself(op.tx, id).await? else { return Ok(()) };
    if !EnrolmentStatus::HAS_A_PLACE.contains(&enrolment.status) {
        return Ok(());
    }
    let others = apart::from_whom(op.tx, enrolment.young_person_id).await?;
    let there = apart::places_with_offerings(op.tx, &others).await?;
    let shared = there.iter().any(|(_, offering)| offering.id == enrolment.offering_id);
    let Some(offering) = reads::offering::for_rules(op.tx, enrolment.offering_id).await? else {
        return Ok(());
    };
    if !shared && venue::meeting(op, &offering, &others).await?.is_empty() {
        return Ok(());
    }
    let Some(case) = read::casework::case::for_itself(op.tx, enrolment.case_id).await? else { return Ok(()) };
    let Some(worker) = case.caseworker_id else { return Ok(()) };
    let reason = Reason {
        cause: JobKind::GroupUnsuitable,
        service: case.controller_id,
        about: About::Case(case.id),
        title: format!("A place of this child has to be looked at today. {NOT_SUITABLE}"),
    };
    arising::for_worker(op, reason, worker).await
}
