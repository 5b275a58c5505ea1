//! Reads of registers: whose names stand on one, what it says of them, and what was written beside.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    RelationTrait, Select,
    sea_query::{Expr, Query},
};

use super::enrolment::SeenEnrolment;
use crate::{
    access::{See, Viewer},
    entity::{
        casework::case,
        delivery::{attendance, enrolment, session, session_note},
        people::young_person,
    },
    platform::error::Result,
    read::{scope, unscoped},
    words::{
        AttendanceMark, EnrolmentStatus, Pathway,
        id::{Id, noun},
    },
};

const SEEN: &str = "of enrolments or sessions that were read under the viewer's scope";

/// Every mark in some sessions' registers of children whom the viewer may see there, the one that stands last.
pub async fn marks(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    sessions: &[Id<noun::Session>],
) -> Result<Vec<attendance::Model>> {
    Ok(scope::visible_to::<attendance::Entity>(viewer, viewer.sees(See::Enrolments))
        .filter(attendance::Column::SessionId.is_in(sessions.iter().copied()))
        .order_by_asc(attendance::Column::EnrolmentId)
        .order_by_asc(attendance::Column::Number)
        .all(on)
        .await?)
}

/// The notes of some sessions that the viewer may read, oldest first.
pub async fn notes(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    sessions: &[Id<noun::Session>],
) -> Result<Vec<session_note::Model>> {
    Ok(scope::visible_to::<session_note::Entity>(viewer, viewer.sees(See::SessionNotes))
        .filter(session_note::Column::SessionId.is_in(sessions.iter().copied()))
        .order_by_asc(session_note::Column::At)
        .order_by_asc(session_note::Column::Id)
        .all(on)
        .await?)
}

/// No later mark of the same child in the same session corrects it.
fn stands() -> Expr {
    Expr::cust(
        "NOT EXISTS (SELECT 1 FROM attendance l WHERE l.session_id = attendance.session_id AND l.enrolment_id = \
         attendance.enrolment_id AND l.number > attendance.number)",
    )
}

/// The marks that stand in one session's register, for its change.
pub async fn standing(
    on: &impl ConnectionTrait,
    session: Id<noun::Session>,
) -> Result<Vec<attendance::Model>> {
    Ok(unscoped::<attendance::Entity>(SEEN)
        .filter(attendance::Column::SessionId.eq(session))
        .filter(stands())
        .all(on)
        .await?)
}

/// A mark that stands, with the session that it is of.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Marked {
    /// Whose.
    pub enrolment_id: Id<noun::Enrolment>,
    /// In which session.
    pub session_id: Id<noun::Session>,
    /// What it says.
    pub mark: AttendanceMark,
    /// When the session began.
    pub starts_at: DateTime<Utc>,
    /// When it ended.
    pub ends_at: DateTime<Utc>,
}

/// The marks that stand of some enrolments, in the order of their sessions. What was cancelled does not count.
pub async fn of_enrolments(on: &impl ConnectionTrait, ids: &[Id<noun::Enrolment>]) -> Result<Vec<Marked>> {
    Ok(unscoped::<attendance::Entity>(SEEN)
        .join(JoinType::InnerJoin, attendance::Relation::Session.def())
        .filter(attendance::Column::EnrolmentId.is_in(ids.iter().copied()))
        .filter(session::Column::CancelledAt.is_null())
        .filter(stands())
        .select_only()
        .columns([attendance::Column::EnrolmentId, attendance::Column::SessionId, attendance::Column::Mark])
        .columns([session::Column::StartsAt, session::Column::EndsAt])
        .order_by_asc(session::Column::StartsAt)
        .order_by_asc(session::Column::Id)
        .into_model::<Marked>()
        .all(on)
        .await?)
}

/// Whose names stand on some sessions' registers, of those whom the viewer may see: who has a place that was offered before the
/// session ended, and who has a mark there already.
pub async fn rows(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    ids: &[Id<noun::Session>],
) -> Result<Vec<(Id<noun::Session>, SeenEnrolment)>> {
    let sessions = unscoped::<session::Entity>(SEEN)
        .filter(session::Column::Id.is_in(ids.iter().copied()))
        .all(on)
        .await?;
    let marked: Vec<(Id<noun::Session>, Id<noun::Enrolment>)> = unscoped::<attendance::Entity>(SEEN)
        .filter(attendance::Column::SessionId.is_in(ids.iter().copied()))
        .filter(attendance::Column::Number.eq(1))
        .select_only()
        .columns([attendance::Column::SessionId, attendance::Column::EnrolmentId])
        .into_tuple()
        .all(on)
        .await?;
    let of_these = enrolment::Column::OfferingId.is_in(sessions.iter().map(|session| session.offering_id));
    let with_place = enrolment::Column::Status.is_in([EnrolmentStatus::Accepted, EnrolmentStatus::Started]);
    let there = enrolment::Column::Id.is_in(marked.iter().map(|(_, enrolment)| *enrolment));
    let select: Select<enrolment::Entity> = scope::visible_to(viewer, viewer.sees(See::Enrolments));
    let found = select
        .filter(of_these)
        .filter(Condition::any().add(with_place).add(there))
        .order_by_asc(Expr::col((enrolment::Entity, enrolment::Column::JoinedAt)))
        .order_by_asc(Expr::col((enrolment::Entity, enrolment::Column::Id)))
        .into_model::<SeenEnrolment>()
        .all(on)
        .await?;
    let stands_on = |session: &session::Model, seen: &SeenEnrolment| {
        let row = &seen.row;
        row.offering_id == session.offering_id
            && (marked.contains(&(session.id, row.id))
                || row.status.takes_a_place() && row.offered_at.is_none_or(|at| at < session.ends_at))
    };
    Ok(sessions
        .iter()
        .flat_map(|session| {
            let rows = found.iter().filter(|seen| stands_on(session, seen));
            rows.map(|seen| (session.id, seen.clone())).collect::<Vec<_>>()
        })
        .collect())
}

/// What says whether a child may take part: the child, their date of birth, and the case's pathway.
pub type TakesPart = (Id<noun::Enrolment>, Id<noun::YoungPerson>, NaiveDate, Pathway);

/// For some enrolments, what says whether the child may take part. The answer is shown, and nothing of this.
pub async fn participation(on: &impl ConnectionTrait, ids: &[Id<noun::Enrolment>]) -> Result<Vec<TakesPart>> {
    Ok(unscoped::<enrolment::Entity>(SEEN)
        .join(JoinType::InnerJoin, enrolment::Relation::YoungPerson.def())
        .join(JoinType::InnerJoin, enrolment::Relation::Case.def())
        .filter(enrolment::Column::Id.is_in(ids.iter().copied()))
        .select_only()
        .column(enrolment::Column::Id)
        .columns([young_person::Column::Id, young_person::Column::DateOfBirth])
        .column(case::Column::Pathway)
        .into_tuple()
        .all(on)
        .await?)
}

/// The next session of each of some cases: of what the child has a place in, by the case, at an instant.
pub async fn next_of_cases(
    on: &impl ConnectionTrait,
    cases: &[Id<noun::Case>],
    now: DateTime<Utc>,
) -> Result<Vec<(Id<noun::Case>, Id<noun::Session>, DateTime<Utc>)>> {
    use session::Column;
    let sooner = Expr::cust_with_values(
        if crate::platform::database::is_postgres(on.get_database_backend()) {
            "NOT EXISTS (SELECT 1 FROM session x WHERE x.offering_id = session.offering_id AND x.cancelled_at IS NULL AND \
             x.ends_at > $1 AND (x.starts_at, x.id) < (session.starts_at, session.id))"
        } else {
            "NOT EXISTS (SELECT 1 FROM session x WHERE x.offering_id = session.offering_id AND x.cancelled_at IS NULL AND \
             x.ends_at > ? AND (x.starts_at, x.id) < (session.starts_at, session.id))"
        },
        [now],
    );
    let with_place = enrolment::Column::Status.is_in([EnrolmentStatus::Accepted, EnrolmentStatus::Started]);
    Ok(unscoped::<session::Entity>("of cases that were read under the viewer's scope")
        .join(JoinType::InnerJoin, session::Relation::Offering.def())
        .join(JoinType::InnerJoin, enrolment::Relation::Offering.def().rev())
        .filter(enrolment::Column::CaseId.is_in(cases.iter().copied()))
        .filter(with_place)
        .filter(Column::CancelledAt.is_null())
        .filter(Column::EndsAt.gt(now))
        .filter(sooner)
        .select_only()
        .column(enrolment::Column::CaseId)
        .columns([Column::Id, Column::StartsAt])
        .order_by_asc(Column::StartsAt)
        .order_by_asc(Column::Id)
        .into_tuple()
        .all(on)
        .await?)
}

/// A child with a place, by what they are called: whether two on a register are alike.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Named {
    /// Whose place.
    pub id: Id<noun::Enrolment>,
    /// In what.
    pub offering_id: Id<noun::Offering>,
    /// What they like to be called.
    pub known_as: Option<String>,
    /// The given name.
    pub given_name: String,
    /// The family name.
    pub family_name: Option<String>,
}

/// What those are called who have a place beside these enrolments, of whom the viewer may see.
pub async fn named_beside(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    ids: &[Id<noun::Enrolment>],
) -> Result<Vec<Named>> {
    use enrolment::Column;
    let mut offerings = Query::select();
    offerings
        .column(Column::OfferingId)
        .from(enrolment::Entity)
        .and_where(Column::Id.is_in(ids.iter().copied()));
    let select: Select<enrolment::Entity> = scope::visible_to(viewer, viewer.sees(See::Enrolments));
    Ok(select
        .join(JoinType::InnerJoin, enrolment::Relation::YoungPerson.def())
        .filter(Column::OfferingId.in_subquery(offerings))
        .filter(Column::Status.is_in([EnrolmentStatus::Accepted, EnrolmentStatus::Started]))
        .select_only()
        .columns([Column::Id, Column::OfferingId])
        .columns([
            young_person::Column::KnownAs,
            young_person::Column::GivenName,
            young_person::Column::FamilyName,
        ])
        .into_model::<Named>()
        .all(on)
        .await?)
}

/// The cases of the children who have a place in what a session is of.
pub async fn in_session(on: &impl ConnectionTrait, id: Id<noun::Session>) -> Result<Vec<Id<noun::Case>>> {
    Ok(unscoped::<session::Entity>("what is told to the caseworkers of all who are in it")
        .join(JoinType::InnerJoin, session::Relation::Offering.def())
        .join(JoinType::InnerJoin, enrolment::Relation::Offering.def().rev())
        .filter(session::Column::Id.eq(id))
        .filter(enrolment::Column::Status.is_in([EnrolmentStatus::Accepted, EnrolmentStatus::Started]))
        .select_only()
        .column(enrolment::Column::CaseId)
        .into_tuple()
        .all(on)
        .await?)
}
