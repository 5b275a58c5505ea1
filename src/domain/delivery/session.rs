//! When an offering meets: sessions written down, and cancelled. Their offering is locked first, then the session.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};

use super::{
    places,
    session_rules::{self, AGES, MOST, Planned, Span, at_the_same_time, day_problem, overlap, time_problems},
    venue,
};
use crate::{
    access::Act,
    domain::{
        casework::step::tell_case,
        checks::{self, when},
        record::{
            calendar::{Calendar, local_date},
            operation::{Caller, Operation, operate},
            school_days::SchoolDays,
        },
    },
    entity::delivery::{
        offering, programme,
        session::{self, CancelledWords},
        session_worker,
    },
    platform::{
        app::App,
        error::{Error, Problem, ProblemCode, Result, none_of},
        sealed::Sealed,
    },
    read::{self, delivery as reads, record::audience},
    words::{
        AuditAction, ChangeKind, JobKind, OfferingStatus, SubjectKind,
        id::{Id, noun},
        text::TextKind,
    },
};

/// A session to be written down.
#[derive(Clone, Debug)]
pub struct New {
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// Who leads it.
    pub workers: Vec<Id<noun::User>>,
    /// Whether what is asked about was answered with yes.
    pub anyway: bool,
}

/// Sessions to be written down.
#[derive(Clone, Debug)]
pub struct Schedule {
    /// Of which offering.
    pub offering_id: Id<noun::Offering>,
    /// As the caller saw it.
    pub version: i32,
    /// The sessions.
    pub sessions: Vec<New>,
}

/// A session that will not take place.
#[derive(Clone, Debug)]
pub struct Cancel {
    /// The session.
    pub session_id: Id<noun::Session>,
    /// As the caller saw it.
    pub version: i32,
    /// Why.
    pub reason: String,
}

/// Writes sessions of an offering down: all of them, or none where one has a problem.
pub async fn schedule(app: &App, caller: &Caller, input: Schedule) -> Result<Id<noun::Offering>> {
    operate(app, caller, "session.schedule", async |op, viewer| {
        let seen = reads::offering::for_change(op.tx, viewer, input.offering_id).await?;
        viewer.must(Act::KeepSessions, seen.holds)?;
        let offering = seen.row;
        checks::unchanged(offering.version, input.version)?;
        if matches!(places::status(&offering, op.today), OfferingStatus::Cancelled | OfferingStatus::Finished)
        {
            let message = "This run has ended. Write down a new one, or change its days first.";
            return Err(Problem::new("", ProblemCode::NotAllowedInStatus, message).into());
        }
        let programme = reads::programme::for_rules(op.tx, offering.programme_id).await?;
        let programme = programme.ok_or(Error::NotFound)?;
        none_of(problems(op, &offering, &programme, &input.sessions).await?)?;
        let leaders = input.sessions.iter().flat_map(|new| new.workers.iter().copied()).collect();
        for new in input.sessions {
            write(op, offering.id, new).await?;
        }
        venue::look_again(op, &offering).await?;
        tell(op, &offering, ChangeKind::SessionsScheduled, leaders).await?;
        let (id, version) = (offering.id, offering.version);
        let mut row = offering.into_active_model();
        row.version = Set(version + 1);
        row.update(op.tx).await?;
        op.audit(AuditAction::Change, SubjectKind::Offering, id.uuid(), None).await?;
        Ok(id)
    })
    .await
}

async fn write(op: &Operation<'_>, offering: Id<noun::Offering>, new: New) -> Result<()> {
    let session = session::ActiveModel {
        id: Set(op.new_id()),
        version: Set(1),
        offering_id: Set(offering),
        starts_at: Set(new.starts_at),
        ends_at: Set(new.ends_at),
        created_at: Set(op.now),
        cancelled_at: Set(None),
        cancelled_by_id: Set(None),
        cancelled_words: Set(None),
    }
    .insert(op.tx)
    .await?;
    let mut workers = new.workers;
    workers.sort_unstable();
    workers.dedup();
    if !workers.is_empty() {
        let rows = workers.into_iter().map(|user_id| session_worker::ActiveModel {
            session_id: Set(session.id),
            user_id: Set(user_id),
        });
        session_worker::Entity::insert_many(rows).exec_without_returning(op.tx).await?;
    }
    op.audit(AuditAction::Create, SubjectKind::Session, session.id.uuid(), None).await
}

async fn problems(
    op: &Operation<'_>,
    offering: &offering::Model,
    programme: &programme::Model,
    sessions: &[New],
) -> Result<Vec<Problem>> {
    if sessions.is_empty() || sessions.len() > MOST {
        let message = "Write down from 1 to 100 sessions at a time.";
        return Ok(vec![Problem::new("sessions", ProblemCode::OutOfRange, message)]);
    }
    let whole = (
        sessions.iter().map(|new| new.starts_at).min().unwrap_or(op.now),
        sessions.iter().map(|new| new.ends_at).max().unwrap_or(op.now),
    );
    let there = reads::session::of_offering_between(op.tx, offering.id, whole).await?;
    let staff = staff(op, programme).await?;
    let named: Vec<_> = sessions.iter().flat_map(|new| new.workers.iter().copied()).collect();
    let mut led: HashMap<Id<noun::User>, Vec<Span>> = HashMap::new();
    for (user, from, to) in reads::session::led_between(op.tx, &named, whole).await? {
        led.entry(user).or_default().push((from, to));
    }
    let mut taken: Vec<Span> = there.iter().map(|row| (row.starts_at, row.ends_at)).collect();
    let alone = session_rules::one_at_a_time(programme.mode);
    let at_school = session_rules::at_school(programme.strand, programme.mode);
    let councils = if at_school { areas(op, offering, programme).await? } else { Vec::new() };
    let mut found = Vec::new();
    for (place, new) in sessions.iter().enumerate() {
        let field = format!("sessions.{place}");
        let span = (new.starts_at, new.ends_at);
        let planned = Planned { span, anyway: new.anyway };
        found.extend(time_problems(&field, planned, (offering.starts_on, offering.ends_on), op.now));
        if !new.anyway {
            let day = local_date(new.starts_at);
            let school = at_school.then(|| SchoolDays::in_use().of(&councils, day));
            found.extend(day_problem(&field, day, Calendar::england(), school));
        }
        if alone && !new.anyway {
            let same = taken.iter().find(|other| overlap(**other, span));
            found.extend(same.map(|other| at_the_same_time(&field, *other)));
        }
        for (nth, worker) in new.workers.iter().enumerate() {
            let field = format!("{field}.workerIds.{nth}");
            let unknown = "Choose somebody who works for the provider.";
            found.extend(when(!staff.contains(worker), &field, ProblemCode::NotFound, unknown));
            let busy = led.get(worker).is_some_and(|spans| spans.iter().any(|other| overlap(*other, span)));
            let says =
                "They lead another session at this time. Choose somebody else, or say that both are meant.";
            found.extend(when(
                busy && staff.contains(worker) && !new.anyway,
                &field,
                ProblemCode::Duplicate,
                says,
            ));
        }
        // What comes later in the same list is asked about this one too.
        taken.push(span);
        for worker in &new.workers {
            led.entry(*worker).or_default().push(span);
        }
    }
    Ok(found)
}

/// The codes of the areas in which an offering meets, with those that they lie in: its own, else its programme's.
async fn areas(
    op: &Operation<'_>,
    offering: &offering::Model,
    programme: &programme::Model,
) -> Result<Vec<String>> {
    let mut within: Vec<_> = offering.area_id.into_iter().collect();
    if within.is_empty() {
        let of_programme = reads::programme::areas(op.tx, &[programme.id]).await?;
        within.extend(of_programme.into_iter().map(|row| row.area_id));
    }
    let mut codes = Vec::new();
    for area in within {
        let chain = read::people::area::with_what_it_lies_in(op.tx, area).await?;
        codes.extend(read::people::area::by_ids(op.tx, &chain).await?.into_iter().map(|area| area.code));
    }
    Ok(codes)
}

/// Who may lead the sessions of a programme: those who work for its provider today.
async fn staff(op: &Operation<'_>, programme: &programme::Model) -> Result<Vec<Id<noun::User>>> {
    let leaders = reads::session::leaders(op.tx, &[programme.id], op.today).await?;
    Ok(leaders.into_iter().map(|(_, user)| user).collect())
}

/// Says that a session will not take place. One at which somebody was has taken place.
pub async fn cancel(app: &App, caller: &Caller, input: Cancel) -> Result<Id<noun::Session>> {
    operate(app, caller, "session.cancel", async |op, viewer| {
        let seen = reads::session::known(op.tx, viewer, input.session_id).await?;
        viewer.must(Act::KeepSessions, seen.holds)?;
        let Locked { offering, session } = locked(op, &seen.row).await?;
        checks::unchanged(session.version, input.version)?;
        takes_place(&session)?;
        let marks = reads::register::standing(op.tx, session.id).await?;
        if marks.iter().any(|mark| mark.mark.attended()) {
            let message =
                "Children were there: it has taken place. Correct the register first if that is wrong.";
            return Err(Problem::new("", ProblemCode::NotAllowedInStatus, message).into());
        }
        none_of(TextKind::Reason.needed("reason", &input.reason).into_iter().collect())?;
        let id = session.id;
        call_off(op, session, &input.reason).await?;
        // Whom the caseworkers ring is their task; it is given apart, since cases are locked before offerings.
        op.schedule(JobKind::SessionCancelled, id.uuid(), op.now).await?;
        venue::freed(op, &offering).await?;
        let workers = reads::session::workers(op.tx, &[id]).await?.into_iter().map(|row| row.user_id);
        tell(op, &offering, ChangeKind::SessionCancelled, workers.collect()).await?;
        Ok(id)
    })
    .await
}

/// Tells who runs an offering, who leads its sessions that changed, and who works with the children in it.
async fn tell(
    op: &Operation<'_>,
    offering: &offering::Model,
    kind: ChangeKind,
    leaders: Vec<Id<noun::User>>,
) -> Result<()> {
    for enrolment in reads::enrolment::open_in(op.tx, offering.id).await? {
        if enrolment.status.takes_a_place()
            && let Some(case) = read::casework::case::for_news(op.tx, enrolment.case_id).await?
        {
            tell_case(op, &case, kind, &[]).await?;
        }
    }
    let Some(programme) = reads::programme::for_rules(op.tx, offering.programme_id).await? else {
        return Ok(());
    };
    let mut audiences = vec![audience::runs(programme.provider_id)];
    audiences.extend(leaders.into_iter().map(audience::leads));
    op.event(kind, (SubjectKind::Offering, offering.id.uuid()), None, audiences).await
}

async fn call_off(op: &Operation<'_>, session: session::Model, reason: &str) -> Result<()> {
    let (id, version) = (session.id, session.version);
    let words = CancelledWords(reason.to_owned());
    let mut row = session.into_active_model();
    row.version = Set(version + 1);
    row.cancelled_at = Set(Some(op.now));
    row.cancelled_by_id = Set(op.actor());
    row.cancelled_words = Set(Some(Sealed::new(op.app.keys(), id.uuid(), &words)?));
    row.update(op.tx).await?;
    op.audit(AuditAction::Change, SubjectKind::Session, id.uuid(), None).await
}

/// From an instant on, as far as anything is planned.
fn from_then_on(from: DateTime<Utc>) -> Span {
    (from, from + AGES)
}

/// Cancels what is still to come of an offering that will not take place; it is locked.
pub(super) async fn cancel_all(op: &Operation<'_>, offering: Id<noun::Offering>) -> Result<()> {
    for session in reads::session::of_offering_between(op.tx, offering, from_then_on(op.now)).await? {
        if session.starts_at > op.now {
            call_off(op, session, "The programme's run was cancelled.").await?;
        }
    }
    Ok(())
}

/// What is wrong with an offering's new days: sessions that are still to come lie outside.
pub(super) async fn outside(op: &Operation<'_>, new: &offering::Model) -> Result<Vec<Problem>> {
    let to_come = reads::session::of_offering_between(op.tx, new.id, from_then_on(op.now)).await?;
    let days: Vec<_> =
        to_come.iter().map(|row| (local_date(row.starts_at), local_date(row.ends_at))).collect();
    let says = "Sessions that are written down lie outside. Cancel them first, or choose another day.";
    let out = ProblemCode::OutOfRange;
    let found = [
        when(days.iter().any(|(first, _)| *first < new.starts_on), "startsOn", out, says),
        when(days.iter().any(|(_, last)| *last > new.ends_on), "endsOn", out, says),
    ];
    Ok(found.into_iter().flatten().collect())
}

/// A session with its offering, both locked.
pub(super) struct Locked {
    /// The offering.
    pub offering: offering::Model,
    /// The session, as it is now that nobody else changes it.
    pub session: session::Model,
}

/// Locks a session that the viewer may change, its offering first.
pub(super) async fn locked(op: &Operation<'_>, row: &session::Model) -> Result<Locked> {
    let offering = reads::offering::for_places(op.tx, row.offering_id).await?.ok_or(Error::NotFound)?;
    let session = reads::session::for_change(op.tx, row.id).await?.ok_or(Error::NotFound)?;
    Ok(Locked { offering, session })
}

/// NOT_ALLOWED_IN_STATUS where the session was cancelled.
pub(super) fn takes_place(session: &session::Model) -> Result<()> {
    if session.cancelled_at.is_none() {
        return Ok(());
    }
    let message = "This session was cancelled. If it took place after all, write it down anew.";
    Err(Problem::new("", ProblemCode::NotAllowedInStatus, message).into())
}
