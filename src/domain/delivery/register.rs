//! Who was there: marks saved one by one, notes on a child, and counts of those who are not named. The offering is locked
//! first, then the session: of two who mark the same child, one is told what the other wrote.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};

use super::{
    enrolment_rules::Move,
    places::{self, Step},
    register_rules::{MOST, count_problems, evening, mark_problems},
    session::{Locked, locked, takes_place},
};
use crate::{
    access::{Act, Viewer},
    domain::{
        casework::step::tell_case,
        people::participation,
        record::{
            calendar::local_date,
            operation::{Caller, Operation, operate},
        },
    },
    entity::delivery::{
        attendance::{self, MarkWords},
        enrolment,
        enrolment_step::StepWords,
        headcount, offering, session,
        session_note::{self, SessionNoteWords},
    },
    platform::{
        app::App,
        error::{Error, Problem, ProblemCode, Result, none_of},
        sealed::Sealed,
    },
    read::{self, delivery as reads},
    words::{
        AttendanceMark, AuditAction, ChangeKind, EnrolmentStatus, JobKind, SubjectKind,
        id::{Id, noun},
        text::TextKind,
    },
};

/// A mark to be saved.
#[derive(Clone, Debug)]
pub struct Mark {
    /// Whose.
    pub enrolment_id: Id<noun::Enrolment>,
    /// What it says.
    pub mark: AttendanceMark,
    /// The mark that the caller saw; none for none.
    pub seen: Option<AttendanceMark>,
    /// When it was made; none for now.
    pub at: Option<DateTime<Utc>>,
    /// Why.
    pub note: Option<String>,
}

/// Marks of a session.
#[derive(Clone, Debug)]
pub struct Take {
    /// The session.
    pub session_id: Id<noun::Session>,
    /// The marks, in the order in which they were made.
    pub marks: Vec<Mark>,
}

/// A note on a child in a session.
#[derive(Clone, Debug)]
pub struct Note {
    /// The session.
    pub session_id: Id<noun::Session>,
    /// The child's place.
    pub enrolment_id: Id<noun::Enrolment>,
    /// What was done, how they were, what is next.
    pub body: String,
}

/// How many were there who are not named.
#[derive(Clone, Copy, Debug)]
pub struct Count {
    /// The session.
    pub session_id: Id<noun::Session>,
    /// Children.
    pub children: i32,
    /// Young adults.
    pub young_adults: i32,
    /// Adults.
    pub adults: i32,
}

/// Saves marks one by one. What cannot be saved comes back as problems at its place; the others are saved.
pub async fn take(app: &App, caller: &Caller, input: Take) -> Result<(Id<noun::Session>, Vec<Problem>)> {
    let mut left = Vec::new();
    let id = operate(app, caller, "session.take_attendance", async |op, viewer| {
        let mut register = Register::open(op, viewer, &input).await?;
        for (place, mark) in input.marks.into_iter().enumerate() {
            match register.save(op, viewer, place, mark).await {
                Ok(()) => {}
                Err(Error::Invalid(problems)) => left.extend(problems),
                Err(Error::Conflict(problem)) => left.push(problem),
                Err(other) => return Err(other),
            }
        }
        register.close(op).await
    })
    .await?;
    Ok((id, left))
}

/// A session's register while marks are saved.
struct Register {
    offering: offering::Model,
    session: session::Model,
    /// Those of the children named whom the viewer may see here.
    enrolments: HashMap<Id<noun::Enrolment>, enrolment::Model>,
    /// The marks that stand.
    marks: HashMap<Id<noun::Enrolment>, attendance::Model>,
    /// Whose marks changed.
    changed: Vec<Id<noun::Enrolment>>,
}

impl Register {
    async fn open(op: &Operation<'_>, viewer: &Viewer, input: &Take) -> Result<Self> {
        let Locked { offering, session } = for_register(op, viewer, input.session_id).await?;
        if input.marks.is_empty() || input.marks.len() > MOST {
            let message = "Send from 1 to 200 marks at a time.";
            return Err(Problem::new("marks", ProblemCode::OutOfRange, message).into());
        }
        let mut ids: Vec<_> = input.marks.iter().map(|mark| mark.enrolment_id).collect();
        ids.sort_unstable();
        ids.dedup();
        let seen = reads::enrolment::by_ids(op.tx, viewer, &ids).await?;
        let of_this = offering.id;
        let here = seen.into_iter().map(|seen| seen.row).filter(|row| row.offering_id == of_this);
        let standing = reads::register::standing(op.tx, session.id).await?;
        Ok(Self {
            offering,
            session,
            enrolments: here.map(|row| (row.id, row)).collect(),
            marks: standing.into_iter().map(|row| (row.enrolment_id, row)).collect(),
            changed: Vec::new(),
        })
    }

    async fn save(&mut self, op: &Operation<'_>, viewer: &Viewer, place: usize, mark: Mark) -> Result<()> {
        let field = format!("marks.{place}");
        let id =
            on_the_register(self.enrolments.get(&mark.enrolment_id), &format!("{field}.enrolmentId"))?.id;
        let made_at = mark.at.unwrap_or(op.now);
        let session_on = local_date(self.session.starts_at);
        let says = (mark.mark, mark.note.as_deref());
        none_of(mark_problems(&field, says, (made_at, op.now), session_on))?;
        let before = self.marks.get(&id);
        let now = before.map(|row| row.mark);
        let note = mark.note.filter(|note| !note.trim().is_empty());
        if now == Some(mark.mark) && note.is_none() {
            // Sent again, or somebody else saw the same.
            return Ok(());
        }
        if now != mark.seen && now != Some(mark.mark) {
            let message = "Somebody marked this child since you looked. See what it says now, and decide.";
            return Err(Problem::new(&format!("{field}.mark"), ProblemCode::Stale, message).into());
        }
        let row: Id<noun::Attendance> = op.new_id();
        let words = note.map(|note| Sealed::new(op.app.keys(), row.uuid(), &MarkWords(note))).transpose()?;
        let written = attendance::ActiveModel {
            id: Set(row),
            session_id: Set(self.session.id),
            enrolment_id: Set(id),
            number: Set(before.map_or(1, |row| row.number + 1)),
            mark: Set(mark.mark),
            at: Set(made_at),
            recorded_at: Set(op.now),
            by_user_id: Set(viewer.user),
            words: Set(words),
        }
        .insert(op.tx)
        .await?;
        self.marks.insert(id, written);
        if !self.changed.contains(&id) {
            self.changed.push(id);
        }
        Ok(())
    }

    /// What follows from the marks that changed.
    async fn close(mut self, op: &Operation<'_>) -> Result<Id<noun::Session>> {
        let attended = first_days(op, &self.changed).await?;
        for id in std::mem::take(&mut self.changed) {
            let Some(row) = self.enrolments.remove(&id) else { continue };
            if let Some(case) = read::casework::case::for_news(op.tx, row.case_id).await? {
                tell_case(op, &case, ChangeKind::AttendanceTaken, &[]).await?;
            }
            // In the evening where a child was missed; one who came again leaves nothing to do.
            let missed = self.marks.get(&id).is_some_and(|row| row.mark.missed());
            let look_at = if missed { evening(op.now) } else { op.now };
            op.schedule(JobKind::SessionsMissed, row.case_id.uuid(), look_at).await?;
            let session = self.session.id.uuid();
            op.audit(AuditAction::Change, SubjectKind::Session, session, Some(row.young_person_id)).await?;
            self.follow(op, row, attended.get(&id).copied()).await?;
        }
        places::save(op, &self.offering).await?;
        Ok(self.session.id)
    }

    /// The first session that a child attends starts the enrolment, and an absence never does; where that mark is corrected
    /// it has not started.
    async fn follow(
        &mut self,
        op: &Operation<'_>,
        row: enrolment::Model,
        first: Option<NaiveDate>,
    ) -> Result<()> {
        let by = match (row.status, first) {
            (EnrolmentStatus::Accepted, Some(_)) if takes_part(op, &row).await? => Move::Start,
            (EnrolmentStatus::Started, None) => Move::Unstart,
            (EnrolmentStatus::Started, Some(day)) if row.started_on != Some(day) => {
                let mut row = row.into_active_model();
                row.started_on = Set(Some(day));
                row.update(op.tx).await?;
                return Ok(());
            }
            _ => return Ok(()),
        };
        let step = Step { by, on: first.unwrap_or(op.today), words: StepWords::default() };
        places::step(op, &mut self.offering, row, step).await?;
        Ok(())
    }
}

/// The day of the first session that each child attended, of those who attended any.
async fn first_days(
    op: &Operation<'_>,
    ids: &[Id<noun::Enrolment>],
) -> Result<HashMap<Id<noun::Enrolment>, NaiveDate>> {
    let mut first = HashMap::new();
    for marked in reads::register::of_enrolments(op.tx, ids).await? {
        if marked.mark.attended() {
            first.entry(marked.enrolment_id).or_insert_with(|| local_date(marked.starts_at));
        }
    }
    Ok(first)
}

/// Whether the child takes part by agreement now.
async fn takes_part(op: &Operation<'_>, row: &enrolment::Model) -> Result<bool> {
    let Some((_, child, born, pathway)) = reads::register::participation(op.tx, &[row.id]).await?.pop()
    else {
        return Ok(false);
    };
    let consents = read::people::young_person::consents(op.tx, &[child]).await?;
    Ok(participation::opened(op.app.keys(), consents)?.hold_on(op.today, born, pathway))
}

/// A session whose register the viewer may keep, locked, unless it was cancelled.
async fn for_register(op: &Operation<'_>, viewer: &Viewer, id: Id<noun::Session>) -> Result<Locked> {
    let seen = reads::session::known(op.tx, viewer, id).await?;
    viewer.must(Act::TakeRegister, seen.holds)?;
    let locked = locked(op, &seen.row).await?;
    takes_place(&locked.session)?;
    Ok(locked)
}

/// An enrolment whose child stands on the register: not one that only waits or has an offer.
fn on_the_register<'a>(row: Option<&'a enrolment::Model>, field: &str) -> Result<&'a enrolment::Model> {
    let Some(row) = row else {
        let message = "This child is not on the register. Load it again.";
        return Err(Problem::new(field, ProblemCode::NotFound, message).into());
    };
    if matches!(
        row.status,
        EnrolmentStatus::Waitlisted
            | EnrolmentStatus::Offered
            | EnrolmentStatus::Declined
            | EnrolmentStatus::Lapsed
    ) {
        let message = "This child has not accepted a place. Ask the caseworker.";
        return Err(Problem::new(field, ProblemCode::NotAllowedInStatus, message).into());
    }
    Ok(row)
}

/// What takes place on another day has no note and no count yet.
fn begun(op: &Operation<'_>, session: &session::Model) -> Result<()> {
    if local_date(session.starts_at) <= op.today {
        return Ok(());
    }
    let message = "The session is on another day. Write this on the day.";
    Err(Problem::new("", ProblemCode::NotAllowedInStatus, message).into())
}

/// Writes down what was done with a child in a session.
pub async fn note(app: &App, caller: &Caller, input: Note) -> Result<Id<noun::Session>> {
    operate(app, caller, "session.add_note", async |op, viewer| {
        let Locked { offering, session } = for_register(op, viewer, input.session_id).await?;
        begun(op, &session)?;
        let seen = reads::enrolment::by_ids(op.tx, viewer, &[input.enrolment_id]).await?.pop();
        let row = seen.map(|seen| seen.row).filter(|row| row.offering_id == offering.id);
        let row = on_the_register(row.as_ref(), "enrolmentId")?;
        none_of(TextKind::Note.needed("body", &input.body).into_iter().collect())?;
        let id: Id<noun::SessionNote> = op.new_id();
        session_note::ActiveModel {
            id: Set(id),
            session_id: Set(session.id),
            enrolment_id: Set(row.id),
            author_id: Set(viewer.user),
            at: Set(op.now),
            words: Set(Sealed::new(op.app.keys(), id.uuid(), &SessionNoteWords(input.body))?),
        }
        .insert(op.tx)
        .await?;
        if let Some(case) = read::casework::case::for_news(op.tx, row.case_id).await? {
            tell_case(op, &case, ChangeKind::SessionNoteAdded, &[]).await?;
        }
        let child = Some(row.young_person_id);
        op.audit(AuditAction::Create, SubjectKind::SessionNote, id.uuid(), child).await?;
        Ok(session.id)
    })
    .await
}

/// Writes down how many were there who are not named. A correction keeps the earlier count.
pub async fn count(app: &App, caller: &Caller, input: Count) -> Result<Id<noun::Session>> {
    operate(app, caller, "session.record_headcount", async |op, viewer| {
        let Locked { session, .. } = for_register(op, viewer, input.session_id).await?;
        begun(op, &session)?;
        none_of(count_problems([
            ("children", input.children),
            ("youngAdults", input.young_adults),
            ("adults", input.adults),
        ]))?;
        let earlier = reads::session::headcounts(op.tx, &[session.id]).await?;
        headcount::ActiveModel {
            id: Set(op.new_id()),
            session_id: Set(session.id),
            number: Set(earlier.last().map_or(1, |row| row.number + 1)),
            children: Set(input.children),
            young_adults: Set(input.young_adults),
            adults: Set(input.adults),
            at: Set(op.now),
            by_user_id: Set(viewer.user),
        }
        .insert(op.tx)
        .await?;
        op.audit(AuditAction::Change, SubjectKind::Session, session.id.uuid(), None).await?;
        Ok(session.id)
    })
    .await
}
