//! A child's way to a place: placed on it or on the list, the answer, the end, and what lapses by itself.
//!
//! The child is locked before the case, as where consent changes, the case before the offering, and the offering before its
//! enrolments: nobody waits in a circle.

use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, Insert, IntoActiveModel};

use super::{
    enrolment_rules::{self, Move},
    equality,
    fitting::{self, Placing},
    places::{self, Step},
};
use crate::{
    access::{Act, Relations, Viewer},
    domain::{
        casework::{
            arising::{self, About, Reason},
            step::case_audiences,
        },
        checks,
        record::{
            calendar::Calendar,
            operation::{Caller, Happened, Operation, operate},
            together::Together,
        },
    },
    entity::{
        casework::case,
        delivery::{enrolment, enrolment_step::StepWords, offering, programme},
        people::young_person,
    },
    platform::{
        app::App,
        error::{Error, Problem, ProblemCode, Result, none_of},
    },
    read::{self, delivery as reads, delivery::enrolment::SeenEnrolment},
    words::{
        AuditAction, ChangeKind, EnrolmentStatus, JobKind, SubjectKind, Urgency,
        id::{Id, noun},
        text::TextKind,
    },
};

/// A child to be placed.
#[derive(Clone, Debug)]
pub struct Enrol {
    /// The case.
    pub case_id: Id<noun::Case>,
    /// The offering.
    pub offering_id: Id<noun::Offering>,
    /// How urgent.
    pub priority: Urgency,
    /// Why the child comes before those who wait longer; needed unless routine, where the other reason does not say it.
    pub priority_reason: Option<String>,
    /// Why it is right although the child does not fit.
    pub override_reason: Option<String>,
}

impl Enrol {
    /// Why the child comes before those who wait longer. Who gives one reason for everything gives it for this too.
    fn before_others(&self) -> Option<String> {
        let jumps = self.priority != Urgency::Routine;
        self.priority_reason.clone().or_else(|| self.override_reason.clone().filter(|_| jumps))
    }
}

/// The child's answer to an offer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The enrolment.
    pub enrolment_id: Id<noun::Enrolment>,
    /// As the caller saw it.
    pub version: i32,
    /// Yes or no.
    pub accept: bool,
    /// What the child said.
    pub childs_words: Option<String>,
}

/// That a child who was passed over stands in order again.
#[derive(Clone, Copy, Debug)]
pub struct Confirm {
    /// The enrolment.
    pub enrolment_id: Id<noun::Enrolment>,
    /// As the caller saw it.
    pub version: i32,
}

/// Places a child: a place is held while one is free and nobody waits for it, else the child joins the waiting list.
///
/// Many may want the same offering in one moment, and go one after the other while it is locked: so it is locked last, and what
/// follows is written in one go.
pub async fn enrol(app: &App, caller: &Caller, input: Enrol) -> Result<Id<noun::Enrolment>> {
    let _turn = app.turn_at(input.offering_id.uuid()).await?;
    operate(app, caller, "enrolment.enrol", async |op, viewer| {
        let known = read::casework::case::by_ids(op.tx, viewer, &[input.case_id]).await?.pop();
        let child = child_of(op, known.ok_or(Error::NotFound)?.row.young_person_id).await?;
        let seen = read::casework::case::for_change(op.tx, viewer, input.case_id).await?;
        viewer.must(Act::Enrol, seen.holds)?;
        let case = seen.row;
        fitting::placing(&case)?;
        let offering = reads::offering::by_ids(op.tx, viewer, &[input.offering_id]).await?.pop();
        let offering = offering.ok_or_else(no_such_offering)?.row;
        let programme = programme_of(op, &offering).await?;
        let tells = case_audiences(op, &case).await?;
        let placing = Placing { case: &case, child: &child, offering: &offering, programme: &programme };
        let reason = input.override_reason.as_deref();
        let mut known = fitting::look(op, viewer, &placing, reason).await?;
        let locked = match reads::offering::for_change(op.tx, viewer, input.offering_id).await {
            Err(Error::NotFound) => return Err(no_such_offering().into()),
            other => other?.row,
        };
        if locked.version != offering.version {
            // What is offered was changed meanwhile.
            known = fitting::look(op, viewer, &Placing { offering: &locked, ..placing }, reason).await?;
        }
        let mut problems = fitting::problems(op, (&locked, &programme), &known).await?;
        let before_others = input.before_others();
        problems.extend(enrolment_rules::priority_problem(input.priority, before_others.as_deref()));
        none_of(problems)?;
        let joining = Joining {
            priority: input.priority,
            band: enrolment_rules::band(input.priority, case.pathway),
            words: StepWords { before_others, reason: input.override_reason, childs_words: None },
            tells,
            avoids: !known.others.is_empty(),
            sensitive: programme.sensitive,
        };
        join(op, &case, locked, joining).await
    })
    .await
}

/// How a child joins.
struct Joining {
    priority: Urgency,
    band: i32,
    words: StepWords,
    /// Who hears of it.
    tells: Vec<String>,
    /// Whether the child is to be kept apart from somebody.
    avoids: bool,
    /// Whether the programme is.
    sensitive: bool,
}

async fn join(
    op: &Operation<'_>,
    case: &case::Model,
    mut offering: offering::Model,
    Joining { priority, band, words, tells, avoids, sensitive }: Joining,
) -> Result<Id<noun::Enrolment>> {
    let before = offering.clone();
    let held = places::of(&offering).free() > 0;
    let status = if held { EnrolmentStatus::Offered } else { EnrolmentStatus::Waitlisted };
    let expires = enrolment_rules::offer_expires_at(op.now, Calendar::england());
    let enrolment = enrolment::Model {
        id: op.new_id(),
        version: 1,
        offering_id: offering.id,
        young_person_id: case.young_person_id,
        case_id: case.id,
        status,
        priority,
        band,
        joined_at: op.now,
        resting: false,
        offered_at: held.then_some(op.now),
        offer_expires_at: held.then_some(expires),
        started_on: None,
        ended_on: None,
        seen_until: None,
        removal_on: None,
        removal_by_id: None,
        removal_words: None,
    };
    let (id, child) = (enrolment.id, Some(enrolment.young_person_id));
    let mut writes = Together::default();
    writes.insert(enrolment::Entity::insert(enrolment.clone().into_active_model()));
    writes.insert(Insert::one(places::step_row(op, id, (None, status), op.now, &words)?));
    let kind = if held { ChangeKind::PlaceOffered } else { ChangeKind::EnrolmentChanged };
    let what = Happened { kind, about: Some(id.uuid()) };
    writes.event(op.event_row(what, (SubjectKind::Case, case.id.uuid()), Some(case.id)), tells);
    writes.insert(Insert::one(op.audit_row(AuditAction::Create, SubjectKind::Enrolment, id.uuid(), child)));
    if held {
        writes.insert(op.job_row(JobKind::OfferLapses, id.uuid(), expires));
    } else {
        equality::passed_over(op, &mut writes, &enrolment)?;
    }
    if held && avoids {
        writes.insert(op.job_row(JobKind::GroupUnsuitable, id.uuid(), op.now));
    }
    places::recount(&mut offering, None, (status, false));
    // Where those who wait may not share this group with who is in it, the place is for the new child.
    let more = places::may_offer(op, &offering);
    if !more {
        writes.update(places::counts(op, &offering));
        places::tell(op, &mut writes, (Some(&before), &offering), sensitive);
    }
    writes.send(op.tx).await?;
    if more {
        places::offer_free(op, &mut offering).await?;
    }
    Ok(id)
}

/// Writes down the child's answer. After a no the place is offered to whoever stands first.
pub async fn answer(app: &App, caller: &Caller, input: Answer) -> Result<Id<noun::Enrolment>> {
    operate(app, caller, "enrolment.answer", async |op, viewer| {
        let Locked { child, case, mut offering, enrolment, .. } =
            locked(op, viewer, input.enrolment_id, Act::Enrol).await?;
        checks::unchanged(enrolment.version, input.version)?;
        let by = if input.accept { Move::Accept } else { Move::Decline };
        enrolment_rules::moved(enrolment.status, by)?;
        let mut problems: Vec<Problem> =
            TextKind::Reason.optional("childsWords", input.childs_words.as_deref()).into_iter().collect();
        if input.accept {
            fitting::placing(&case)?;
            problems.extend(fitting::consent_problem(op, &case, &child, "accept").await?);
        }
        none_of(problems)?;
        let words = StepWords { childs_words: input.childs_words, ..StepWords::default() };
        let step = Step { by, on: op.today, words };
        let enrolment = places::step(op, &mut offering, enrolment, step).await?;
        places::offer_free(op, &mut offering).await?;
        no_task(op, enrolment.case_id, &[JobKind::OfferLapses]).await?;
        Ok(enrolment.id)
    })
    .await
}

/// Says that a child whose offer lapsed still wants a place: they stand in order again, with the date of before.
pub async fn confirm(app: &App, caller: &Caller, input: Confirm) -> Result<Id<noun::Enrolment>> {
    operate(app, caller, "enrolment.confirm", async |op, viewer| {
        let Locked { mut offering, enrolment, .. } =
            locked(op, viewer, input.enrolment_id, Act::Enrol).await?;
        checks::unchanged(enrolment.version, input.version)?;
        if !enrolment.resting {
            let message = "This child is not passed over. There is nothing to confirm.";
            return Err(Problem::new("", ProblemCode::NotAllowedInStatus, message).into());
        }
        let (status, version) = (enrolment.status, enrolment.version);
        let mut row = enrolment.into_active_model();
        row.version = Set(version + 1);
        row.resting = Set(false);
        let enrolment = row.update(op.tx).await?;
        places::recount(&mut offering, Some((status, true)), (status, false));
        places::write(op, enrolment.id, (Some(status), status), op.now, &StepWords::default()).await?;
        places::left_behind(op, &enrolment, AuditAction::Change).await?;
        places::offer_free(op, &mut offering).await?;
        no_task(op, enrolment.case_id, &[JobKind::OfferLapses]).await?;
        Ok(enrolment.id)
    })
    .await
}

/// An offer that nobody answered in time: the child waits again and is passed over until the caseworker confirms; the place
/// goes to the next. By itself.
pub async fn lapses(op: &Operation<'_>, id: Id<noun::Enrolment>) -> Result<()> {
    let Some(found) = reads::enrolment::for_itself(op.tx, id).await? else { return Ok(()) };
    let Some(case) = read::casework::case::for_itself(op.tx, found.case_id).await? else { return Ok(()) };
    let Some(mut offering) = reads::offering::for_places(op.tx, found.offering_id).await? else {
        return Ok(());
    };
    let Some(enrolment) = reads::enrolment::for_itself(op.tx, id).await? else { return Ok(()) };
    match enrolment.offer_expires_at {
        Some(at) if at > op.now => return op.schedule(JobKind::OfferLapses, id.uuid(), at).await,
        Some(_) => {}
        None => return Ok(()),
    }
    let step = Step { by: Move::Lapse, on: op.today, words: StepWords::default() };
    places::step(op, &mut offering, enrolment, step).await?;
    places::offer_free(op, &mut offering).await?;
    let Some(worker) = case.caseworker_id else { return Ok(()) };
    let title = "The offer of a place was not answered in time. Ask whether the child still wants it, then confirm or end \
                 the waiting.";
    let reason = Reason {
        cause: JobKind::OfferLapses,
        service: case.controller_id,
        about: About::Case(case.id),
        title: title.to_owned(),
    };
    arising::for_worker(op, reason, worker).await
}

/// The tasks that came by themselves about a child's places are done once somebody has dealt with it.
pub(super) async fn no_task(op: &Operation<'_>, case: Id<noun::Case>, causes: &[JobKind]) -> Result<()> {
    arising::reason_gone(op, About::Case(case), |cause, _| causes.contains(&cause)).await
}

/// The child, locked: who withdraws consent waits, or is waited for.
async fn child_of(op: &Operation<'_>, id: Id<noun::YoungPerson>) -> Result<young_person::Model> {
    read::people::by_itself::child(op.tx, id).await?.ok_or(Error::NotFound)
}

/// An enrolment to be changed, with all that is locked before it.
pub(super) struct Locked {
    /// Who.
    pub child: young_person::Model,
    /// The case that placed them.
    pub case: case::Model,
    /// In what.
    pub offering: offering::Model,
    /// The enrolment, as it is now that nobody else changes it.
    pub enrolment: enrolment::Model,
    /// How the viewer stands to it.
    pub holds: Relations,
}

/// An enrolment that may be changed so, locked.
pub(super) async fn locked(
    op: &Operation<'_>,
    viewer: &Viewer,
    id: Id<noun::Enrolment>,
    act: Act,
) -> Result<Locked> {
    let SeenEnrolment { row, holds } = reads::enrolment::known(op.tx, viewer, id).await?;
    viewer.must(act, holds)?;
    let child = child_of(op, row.young_person_id).await?;
    let case = read::casework::case::for_itself(op.tx, row.case_id).await?.ok_or(Error::NotFound)?;
    let offering = reads::offering::for_places(op.tx, row.offering_id).await?.ok_or(Error::NotFound)?;
    let enrolment = reads::enrolment::known(op.tx, viewer, id).await?.row;
    Ok(Locked { child, case, offering, enrolment, holds })
}

async fn programme_of(op: &Operation<'_>, offering: &offering::Model) -> Result<programme::Model> {
    reads::programme::for_rules(op.tx, offering.programme_id).await?.ok_or(Error::NotFound)
}

fn no_such_offering() -> Problem {
    Problem::new("offeringId", ProblemCode::NotFound, "Choose an offering that takes children.")
}
