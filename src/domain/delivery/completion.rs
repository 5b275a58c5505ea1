//! Whether a place was completed: by the rule of its run, enough was attended and the end was reached.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::{
    register_rules::{Dosage, completion_problem},
    session_rules::{AGES, one_at_a_time},
};
use crate::{
    domain::record::{calendar::local_date, operation::Operation},
    entity::delivery::{enrolment, offering},
    platform::error::{Error, Problem, Result},
    read::delivery as reads,
};

/// What is wrong with saying that a child completed on a day.
pub(super) async fn problem(
    op: &Operation<'_>,
    offering: &offering::Model,
    row: &enrolment::Model,
    on: NaiveDate,
) -> Result<Option<Problem>> {
    let programme =
        reads::programme::for_rules(op.tx, offering.programme_id).await?.ok_or(Error::NotFound)?;
    let group = one_at_a_time(programme.mode);
    let ever = (op.now - AGES, op.now + AGES);
    let sessions = reads::session::of_offering_between(op.tx, offering.id, ever).await?;
    let marks: HashMap<_, _> = reads::register::of_enrolments(op.tx, &[row.id])
        .await?
        .into_iter()
        .map(|marked| (marked.session_id, marked.mark))
        .collect();
    let from = row.started_on.unwrap_or(on);
    let day = |at: DateTime<Utc>| local_date(at);
    let theirs = sessions.iter().filter(|session| (from..=on).contains(&day(session.starts_at)));
    let minutes = theirs.map(|session| {
        ((session.ends_at - session.starts_at).num_minutes(), marks.get(&session.id).copied())
    });
    let dosage = Dosage::of(minutes, group);
    let end_reached = !group || sessions.iter().all(|session| day(session.starts_at) <= on);
    Ok(completion_problem(dosage, end_reached))
}
