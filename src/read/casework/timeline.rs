//! One page of a case's timeline. Of each kind of line no more is read than the page may hold; then they are merged.

use std::cmp::Reverse;

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, Select,
    sea_query::{Expr, Query, SelectStatement},
};
use uuid::Uuid;

use super::{
    case_note::{self, SeenNote},
    concern::{self, SeenConcern},
    measure::{self, SeenMeasure},
};
use crate::{
    access::{See, Viewer},
    entity::{
        casework::{case, measure as measured, transition, triage_decision},
        delivery::{attendance, enrolment, enrolment_step, session_note},
        people::consent,
    },
    platform::error::Result,
    read::{
        page::{self, Key, Ordering, Page, Window},
        scope, unscoped,
    },
    words::TimelineKind,
};

const SEEN: &str =
    "of a case that was read under the viewer's scope; who asks names only the kinds that the viewer sees";

/// A line, as the row that it stands for.
#[derive(Clone, Debug)]
pub enum Row {
    /// A note that the viewer may read.
    Note(SeenNote),
    /// A step of the case.
    Step(transition::Model),
    /// A decision on the referral that the case came from.
    Decision(triage_decision::Model),
    /// A concern about the child that the viewer may see.
    Concern(SeenConcern),
    /// A consent of the child.
    Consent(consent::Model),
    /// A mark in a session's register that stands.
    Mark(attendance::Model),
    /// A note on the child in a session.
    SessionNote(session_note::Model),
    /// A step of a place.
    Place(enrolment_step::Model),
    /// What was measured and stands.
    Measure(SeenMeasure),
}

/// One page, newest first, of these kinds of lines. Notes and concerns are read under the viewer's scope.
pub async fn page(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    case: &case::Model,
    kinds: &[TimelineKind],
    window: &Window,
) -> Result<Page<Row>> {
    let mut pages = Vec::with_capacity(kinds.len());
    for kind in kinds {
        let of_kind = match kind {
            TimelineKind::Note => case_note::page(on, viewer, case.id, window).await?.map(Row::Note),
            TimelineKind::SafeguardingConcern => {
                concern::page(on, viewer, &about(case), window).await?.map(Row::Concern)
            }
            TimelineKind::Transition => {
                let keys = |row: &transition::Model| keys(row.at, row.id.uuid());
                read(on, steps(case), (transition::Column::At, transition::Column::Id), keys, window)
                    .await?
                    .map(Row::Step)
            }
            TimelineKind::Decision => {
                let keys = |row: &triage_decision::Model| keys(row.decided_at, row.id.uuid());
                let columns = (triage_decision::Column::DecidedAt, triage_decision::Column::Id);
                read(on, decisions(case), columns, keys, window).await?.map(Row::Decision)
            }
            TimelineKind::Consent => {
                let keys = |row: &consent::Model| keys(row.recorded_at, row.id.uuid());
                let columns = (consent::Column::RecordedAt, consent::Column::Id);
                read(on, consents(case), columns, keys, window).await?.map(Row::Consent)
            }
            TimelineKind::Session => {
                let written = |row: &session_note::Model| keys(row.at, row.id.uuid());
                let columns = (session_note::Column::At, session_note::Column::Id);
                let notes = session_notes(viewer, case);
                pages.push(read(on, notes, columns, written, window).await?.map(Row::SessionNote));
                let made = |row: &attendance::Model| keys(row.at, row.id.uuid());
                let columns = (attendance::Column::At, attendance::Column::Id);
                read(on, marks(viewer, case), columns, made, window).await?.map(Row::Mark)
            }
            TimelineKind::Enrolment => {
                let keys = |row: &enrolment_step::Model| keys(row.at, row.id.uuid());
                let columns = (enrolment_step::Column::At, enrolment_step::Column::Id);
                read(on, places(case), columns, keys, window).await?.map(Row::Place)
            }
            TimelineKind::Measure => {
                let keys = |seen: &SeenMeasure| keys(seen.row.recorded_at, seen.row.id.uuid());
                let columns = (measured::Column::RecordedAt, measured::Column::Id);
                read(on, measure::select(viewer, case.id), columns, keys, window).await?.map(Row::Measure)
            }
            // Nothing is written down of these yet.
            TimelineKind::Change => continue,
        };
        pages.push(of_kind);
    }
    Ok(merged(pages, window))
}

/// How many lines of these kinds a timeline has in all.
pub async fn count(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    case: &case::Model,
    kinds: &[TimelineKind],
) -> Result<u64> {
    let mut all = 0;
    for kind in kinds {
        all += match kind {
            TimelineKind::Note => page::count(on, case_note::of_case(viewer, case.id)).await?,
            TimelineKind::SafeguardingConcern => {
                page::count(on, concern::select(viewer, &about(case))).await?
            }
            TimelineKind::Transition => page::count(on, steps(case)).await?,
            TimelineKind::Decision => page::count(on, decisions(case)).await?,
            TimelineKind::Consent => page::count(on, consents(case)).await?,
            TimelineKind::Session => {
                page::count(on, session_notes(viewer, case)).await?
                    + page::count(on, marks(viewer, case)).await?
            }
            TimelineKind::Enrolment => page::count(on, places(case)).await?,
            TimelineKind::Measure => page::count(on, measure::select(viewer, case.id)).await?,
            TimelineKind::Change => 0,
        };
    }
    Ok(all)
}

fn about(case: &case::Model) -> concern::Filter {
    concern::Filter { children: Some(vec![case.young_person_id]), ..concern::Filter::default() }
}

fn steps(case: &case::Model) -> Select<transition::Entity> {
    unscoped::<transition::Entity>(SEEN).filter(transition::Column::CaseId.eq(case.id))
}

fn decisions(case: &case::Model) -> Select<triage_decision::Entity> {
    unscoped::<triage_decision::Entity>(SEEN).filter(triage_decision::Column::ReferralId.eq(case.referral_id))
}

fn consents(case: &case::Model) -> Select<consent::Entity> {
    unscoped::<consent::Entity>(SEEN)
        .filter(consent::Column::YoungPersonId.eq(case.young_person_id))
        .filter(consent::Column::ReplacedAt.is_null())
}

/// The enrolments by a case.
fn by_case(case: &case::Model) -> SelectStatement {
    let mut own = Query::select();
    own.column(enrolment::Column::Id)
        .from(enrolment::Entity)
        .and_where(enrolment::Column::CaseId.eq(case.id));
    own
}

fn places(case: &case::Model) -> Select<enrolment_step::Entity> {
    unscoped::<enrolment_step::Entity>(SEEN)
        .filter(enrolment_step::Column::EnrolmentId.in_subquery(by_case(case)))
}

/// The marks that stand: a mark that was corrected is kept on the register and is no line of its own.
fn marks(viewer: &Viewer, case: &case::Model) -> Select<attendance::Entity> {
    scope::visible_to::<attendance::Entity>(viewer, viewer.sees(See::Enrolments))
        .filter(attendance::Column::EnrolmentId.in_subquery(by_case(case)))
        .filter(Expr::cust(
            "NOT EXISTS (SELECT 1 FROM attendance l WHERE l.session_id = attendance.session_id AND l.enrolment_id = \
             attendance.enrolment_id AND l.number > attendance.number)",
        ))
}

fn session_notes(viewer: &Viewer, case: &case::Model) -> Select<session_note::Entity> {
    scope::visible_to::<session_note::Entity>(viewer, viewer.sees(See::SessionNotes))
        .filter(session_note::Column::EnrolmentId.in_subquery(by_case(case)))
}

fn keys(at: DateTime<Utc>, id: Uuid) -> Vec<Key> {
    vec![Key::Instant(at), Key::Id(id)]
}

async fn read<E: EntityTrait, M: FromQueryResult + Send + Sync>(
    on: &impl ConnectionTrait,
    select: Select<E>,
    (at, id): (E::Column, E::Column),
    keys: fn(&M) -> Vec<Key>,
    window: &Window,
) -> Result<Page<M>> {
    let columns = [at, id].map(|column| Expr::col((E::default(), column)));
    let newest_first = Ordering { columns: columns.to_vec(), descending: true, keys };
    page::page(on, select, &newest_first, window).await
}

/// The pages of each kind as one page of the same window.
fn merged(pages: Vec<Page<Row>>, window: &Window) -> Page<Row> {
    let mut more = pages.iter().any(|page| if window.backward { page.more_before } else { page.more_after });
    let mut rows: Vec<_> = pages.into_iter().flat_map(|page| page.rows).collect();
    rows.sort_by_key(|(_, keys)| match keys.as_slice() {
        [Key::Instant(at), Key::Id(id)] => Reverse(Some((*at, *id))),
        _ => Reverse(None),
    });
    let limit = usize::try_from(window.limit).unwrap_or(usize::MAX);
    more |= rows.len() > limit;
    if window.backward {
        rows.drain(..rows.len().saturating_sub(limit));
        Page { rows, more_after: window.before.is_some(), more_before: more }
    } else {
        rows.truncate(limit);
        Page { rows, more_after: more, more_before: window.after.is_some() }
    }
}
