//! What is done with sessions and registers. Each field decodes, calls its operation, reads the result again.

use async_graphql::{Context, InputObject, Object, SimpleObject};

use super::delivery_changes::{OfferingPayload, offering_payload};
use crate::{
    domain::delivery::{register, session},
    graphql::{
        error::{Answer, settled},
        node::Session,
        scalar::DateTime,
        visit::{Ask, again, caller, named},
    },
    platform::{
        error::{Problem, Result},
        keys::Keys,
    },
    words::{
        AttendanceMark,
        id::{Id, OpaqueId, noun},
    },
};

/// Sessions to be written down: all of them, or none where one has a problem.
#[derive(InputObject)]
pub struct ScheduleSessionsInput {
    /// The offering.
    offering_id: OpaqueId<noun::Offering>,
    /// The version that the caller saw.
    version: i32,
    /// From 1 to 100 sessions.
    sessions: Vec<SessionInput>,
}

/// A session to be written down.
#[derive(InputObject)]
pub struct SessionInput {
    /// When it begins.
    starts_at: DateTime,
    /// When it ends.
    ends_at: DateTime,
    /// Who leads it: people who work for the provider.
    #[graphql(default)]
    worker_ids: Vec<OpaqueId<noun::User>>,
    /// Yes to what is asked about: that it has begun already, is at the same time as another one, or on a bank holiday or, where
    /// it is at school, on a day without school.
    #[graphql(default)]
    anyway: bool,
}

/// A session that will not take place.
#[derive(InputObject)]
pub struct CancelSessionInput {
    /// The session.
    session_id: OpaqueId<noun::Session>,
    /// The version that the caller saw.
    version: i32,
    /// Why.
    reason: String,
}

/// Marks of a session's register, in the order in which they were made.
#[derive(InputObject)]
pub struct TakeAttendanceInput {
    /// The session.
    session_id: OpaqueId<noun::Session>,
    /// From 1 to 200 marks.
    marks: Vec<MarkInput>,
}

/// `seen`: the mark that the caller saw, null for none; where it is another by now this mark is STALE and the others are saved.
#[derive(InputObject)]
pub struct MarkInput {
    /// The child's place.
    enrolment_id: OpaqueId<noun::Enrolment>,
    /// What is so.
    mark: AttendanceMark,
    /// The mark that the caller saw; null for none.
    seen: Option<AttendanceMark>,
    /// When it was made, where that was before it is sent.
    at: Option<DateTime>,
    /// Why; needed for AUTHORISED_ABSENCE.
    note: Option<String>,
}

/// What was done with a child in a session, how they were, and what is next.
#[derive(InputObject)]
pub struct AddSessionNoteInput {
    /// The session.
    session_id: OpaqueId<noun::Session>,
    /// The child's place.
    enrolment_id: OpaqueId<noun::Enrolment>,
    /// What it says.
    body: String,
}

/// How many were there who are not named, each from 0 to 10,000.
#[derive(InputObject)]
pub struct RecordHeadcountInput {
    /// The session.
    session_id: OpaqueId<noun::Session>,
    /// Under 18.
    children: i32,
    /// 18 to 25.
    young_adults: i32,
    /// Older.
    adults: i32,
}

impl SessionInput {
    fn decode(self, keys: &Keys) -> session::New {
        session::New {
            starts_at: self.starts_at.0,
            ends_at: self.ends_at.0,
            workers: self.worker_ids.iter().map(|id| named(keys, id)).collect(),
            anyway: self.anyway,
        }
    }
}

impl MarkInput {
    fn decode(self, keys: &Keys) -> register::Mark {
        register::Mark {
            enrolment_id: named(keys, &self.enrolment_id),
            mark: self.mark,
            seen: self.seen,
            at: self.at.map(|at| at.0),
            note: self.note,
        }
    }
}

/// What came of a change to a session or its register.
#[derive(SimpleObject)]
pub struct SessionPayload {
    /// The session as it is now.
    session: Option<Session>,
    /// What a person can put right. Of marks, those that have a problem were not saved, and the others were.
    problems: Vec<Problem>,
}

async fn payload(
    ctx: &Context<'_>,
    done: Result<Id<noun::Session>>,
    subject: Id<noun::Session>,
) -> Answer<SessionPayload> {
    let (id, problems) = settled(done, Some(subject))?;
    Ok(SessionPayload { session: again(ctx, id).await?, problems })
}

/// Sessions and registers.
#[derive(Default)]
pub struct SessionChanges;

/// Sessions and registers.
#[Object]
impl SessionChanges {
    /// Writes down when an offering meets: all sessions, or none where one has a problem.
    async fn schedule_sessions(
        &self,
        ctx: &Context<'_>,
        input: ScheduleSessionsInput,
    ) -> Option<Answer<OfferingPayload>> {
        let answer = async {
            let (id, keys) = (ctx.open_id(&input.offering_id), ctx.app().keys());
            let sessions = input.sessions.into_iter().map(|new| new.decode(keys)).collect();
            let schedule = session::Schedule { offering_id: id, version: input.version, sessions };
            let done = session::schedule(ctx.app(), &caller(ctx)?, schedule).await;
            offering_payload(ctx, done, Some(id)).await
        };
        Some(answer.await)
    }

    /// Says that a session will not take place, and why. Those who work with the children in it are told.
    async fn cancel_session(
        &self,
        ctx: &Context<'_>,
        input: CancelSessionInput,
    ) -> Option<Answer<SessionPayload>> {
        let answer = async {
            let id = ctx.open_id(&input.session_id);
            let cancel = session::Cancel { session_id: id, version: input.version, reason: input.reason };
            payload(ctx, session::cancel(ctx.app(), &caller(ctx)?, cancel).await, id).await
        };
        Some(answer.await)
    }

    /// Saves marks one by one. The first PRESENT or LATE starts a child's enrolment; an absence never does. A correction
    /// keeps the earlier mark.
    async fn take_attendance(
        &self,
        ctx: &Context<'_>,
        input: TakeAttendanceInput,
    ) -> Option<Answer<SessionPayload>> {
        let answer = async {
            let (id, keys) = (ctx.open_id(&input.session_id), ctx.app().keys());
            let marks = input.marks.into_iter().map(|mark| mark.decode(keys)).collect();
            let done =
                register::take(ctx.app(), &caller(ctx)?, register::Take { session_id: id, marks }).await;
            let (done, left) = match done {
                Ok((id, left)) => (Ok(id), left),
                Err(error) => (Err(error), Vec::new()),
            };
            let mut payload = payload(ctx, done, id).await?;
            payload.problems.extend(left);
            Ok(payload)
        };
        Some(answer.await)
    }

    /// Writes down what was done with a child in a session, for the provider and the case team.
    async fn add_session_note(
        &self,
        ctx: &Context<'_>,
        input: AddSessionNoteInput,
    ) -> Option<Answer<SessionPayload>> {
        let answer = async {
            let id = ctx.open_id(&input.session_id);
            let note = register::Note {
                session_id: id,
                enrolment_id: named(ctx.app().keys(), &input.enrolment_id),
                body: input.body,
            };
            payload(ctx, register::note(ctx.app(), &caller(ctx)?, note).await, id).await
        };
        Some(answer.await)
    }

    /// Writes down how many were there who are not named. A correction keeps the earlier count.
    async fn record_headcount(
        &self,
        ctx: &Context<'_>,
        input: RecordHeadcountInput,
    ) -> Option<Answer<SessionPayload>> {
        let answer = async {
            let id = ctx.open_id(&input.session_id);
            let count = register::Count {
                session_id: id,
                children: input.children,
                young_adults: input.young_adults,
                adults: input.adults,
            };
            payload(ctx, register::count(ctx.app(), &caller(ctx)?, count).await, id).await
        };
        Some(answer.await)
    }
}
