//! What falls due by itself of registers: misses that the caseworker is told of, and sessions that were cancelled. Only the case
//! is locked: a task changes it.

use std::collections::HashMap;

use super::register_rules::{MISSES, missed_in_a_row};
use crate::{
    domain::{
        casework::{
            arising::{self, About, Reason},
            case_rules,
        },
        record::operation::Operation,
    },
    entity::casework::case,
    platform::error::Result,
    read::{self, casework::concerned, delivery as reads},
    words::{
        AttendanceMark, JobKind,
        id::{Id, noun},
    },
};

const TWO: &str = "Two sessions in a row were missed. Ring the child or family, and the programme.";
const ONE: &str =
    "A session was missed, and there is a missing episode on record. Ring the child or family today.";
const CANCELLED: &str = "A session was cancelled. Tell the child and family, and look when the next one is.";

/// Looks at what the child of a case missed: in the evening of a miss, and when they came again. The caseworker is told
/// once while it is so.
pub async fn looked_at(op: &Operation<'_>, id: Id<noun::Case>) -> Result<()> {
    let Some(case) = read::casework::case::for_itself(op.tx, id).await? else { return Ok(()) };
    if !case_rules::is_open(case.status) {
        return Ok(());
    }
    let in_a_row = most_missed(op, case.id).await?;
    let title = match in_a_row {
        0 => None,
        MISSES.. => Some(TWO),
        _ => concerned::missing_on_record(op.tx, case.young_person_id, case.controller_id)
            .await?
            .then_some(ONE),
    };
    if let Some(title) = title {
        return tell(op, &case, JobKind::SessionsMissed, title).await;
    }
    let gone = |cause, _| cause == JobKind::SessionsMissed;
    arising::reason_gone(op, About::Case(case.id), gone).await
}

/// The most sessions missed in a row of what the child has a place in by a case.
async fn most_missed(op: &Operation<'_>, case: Id<noun::Case>) -> Result<usize> {
    let places = reads::enrolment::with_place_by(op.tx, case).await?;
    let mut marks: HashMap<_, Vec<AttendanceMark>> = HashMap::new();
    for marked in reads::register::of_enrolments(op.tx, &places).await? {
        marks.entry(marked.enrolment_id).or_default().push(marked.mark);
    }
    Ok(marks.values().map(|marks| missed_in_a_row(marks)).max().unwrap_or(0))
}

/// Gives the caseworkers of the children in a session that was cancelled a task.
pub async fn cancelled(op: &Operation<'_>, id: Id<noun::Session>) -> Result<()> {
    let mut cases: Vec<_> = reads::register::in_session(op.tx, id).await?;
    cases.sort_unstable();
    cases.dedup();
    for id in cases {
        if let Some(case) = read::casework::case::for_itself(op.tx, id).await?
            && case_rules::is_open(case.status)
        {
            tell(op, &case, JobKind::SessionCancelled, CANCELLED).await?;
        }
    }
    Ok(())
}

async fn tell(op: &Operation<'_>, case: &case::Model, cause: JobKind, title: &str) -> Result<()> {
    let about = About::Case(case.id);
    let reason = Reason { cause, service: case.controller_id, about, title: title.to_owned() };
    match case.caseworker_id {
        Some(worker) => arising::for_worker(op, reason, worker).await,
        None => arising::for_manager(op, reason).await,
    }
}
