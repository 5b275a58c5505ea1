//! What every change of a task leaves behind: an event for those whom it concerns, and the case's next due day.

use sea_orm::{ActiveModelTrait, ActiveValue::Set, ActiveValue::Unchanged};

use crate::{
    domain::{
        casework::step,
        record::operation::{Happened, Operation},
    },
    entity::casework::{case, task},
    platform::error::Result,
    read::{self, record::audience},
    words::{
        ChangeKind, SubjectKind,
        id::{Id, noun},
    },
};

/// Keeps the case's next due day, and tells the service and those whose task it is or was.
pub async fn leave(op: &Operation<'_>, task: &task::Model, also: &[Id<noun::User>]) -> Result<()> {
    let mut people = vec![task.assignee_id];
    people.extend(also);
    let what = Happened { kind: ChangeKind::TaskChanged, about: Some(task.id.uuid()) };
    if let Some(case) = task.case_id {
        if let Some(case) = read::casework::case::for_itself(op.tx, case).await? {
            keep_next_due(op, &case).await?;
            step::tell_case(op, &case, what, &people).await?;
        }
    } else if let Some(referral) = task.referral_id {
        let mut audiences = vec![audience::queue(task.service_id)];
        audiences.extend(people.into_iter().map(audience::worker));
        op.event(what, (SubjectKind::Referral, referral.uuid()), None, audiences).await?;
    }
    Ok(())
}

/// Writes on the case when its next open task falls due, for the order of lists.
async fn keep_next_due(op: &Operation<'_>, case: &case::Model) -> Result<()> {
    let next_due_on = read::casework::task::next_due_of_case(op.tx, case.id).await?;
    if next_due_on != case.next_due_on {
        let row =
            case::ActiveModel { id: Unchanged(case.id), next_due_on: Set(next_due_on), ..Default::default() };
        row.update(op.tx).await?;
    }
    Ok(())
}

/// The child whom a task concerns, for the audit.
pub async fn child(op: &Operation<'_>, task: &task::Model) -> Result<Option<Id<noun::YoungPerson>>> {
    if let Some(case) = task.case_id {
        return Ok(read::casework::case::for_itself(op.tx, case).await?.map(|case| case.young_person_id));
    }
    let Some(referral) = task.referral_id else { return Ok(None) };
    Ok(read::casework::referral::for_itself(op.tx, referral).await?.map(|referral| referral.young_person_id))
}
