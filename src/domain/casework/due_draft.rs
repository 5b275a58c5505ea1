//! What happens to a draft by itself: a manager hears of danger that nobody has rung about, and after seven days it is gone.

use chrono::{DateTime, Utc};
use chrono_tz::Europe::London;

use super::{
    arising::{self, About, Reason},
    draft, referral_clocks as clocks,
};
use crate::{
    domain::record::operation::Operation,
    entity::{casework::draft::Model as Draft, people::organisation},
    platform::error::Result,
    read,
    words::{
        AuditAction, JobKind, OrganisationKind, SubjectKind,
        id::{Id, noun},
    },
};

/// A draft says that a child is in danger and nobody has rung: the managers who would receive the referral hear who is
/// writing, since when, and whom to ring. Nothing of what they wrote.
pub async fn in_danger(op: &Operation<'_>, id: Id<noun::Draft>) -> Result<()> {
    let Some(draft) = read::casework::draft::for_itself(op.tx, id).await? else { return Ok(()) };
    if !draft.immediate_danger {
        return Ok(());
    }
    let Some(writer) = read::people::by_itself::membership(op.tx, draft.membership_id).await? else {
        return Ok(());
    };
    let Some(from) = read::people::organisation::by_id(op.tx, writer.organisation_id).await? else {
        return Ok(());
    };
    let title = says(&from.name, draft.started_at, &whom_to_ring(op, &draft, &from).await?);
    for (nth, service) in services(op, &from).await?.into_iter().take(draft::SERVICES).enumerate() {
        let reason = Reason {
            cause: JobKind::DraftDanger,
            service,
            about: About::Apart(draft::task_in(draft.id, nth)),
            title: title.clone(),
        };
        arising::for_manager(op, reason).await?;
    }
    Ok(())
}

/// Deletes a draft that was left for seven days.
pub async fn expires(op: &Operation<'_>, id: Id<noun::Draft>) -> Result<()> {
    let Some(draft) = read::casework::draft::for_itself(op.tx, id).await? else { return Ok(()) };
    let at = clocks::draft_expires_at(draft.saved_at);
    if at > op.now {
        return op.schedule(JobKind::DraftExpires, id.uuid(), at).await;
    }
    draft::remove(op, id).await?;
    op.audit(AuditAction::Erase, SubjectKind::Draft, id.uuid(), None).await
}

fn says(organisation: &str, at: DateTime<Utc>, ring: &str) -> String {
    let at = at.with_timezone(&London).format("%-d %B %Y at %-I:%M%P");
    format!(
        "{organisation} is writing a referral that says a child is in danger now ({at}), and names no call. {ring}"
    )
}

/// Who wrote it, with their number at work, else their organisation's.
async fn whom_to_ring(op: &Operation<'_>, draft: &Draft, from: &organisation::Model) -> Result<String> {
    let writer = read::people::user::by_ids(op.tx, &[draft.user_id]).await?.pop();
    let phone = writer.as_ref().and_then(|writer| writer.phone.clone()).or(from.contact_phone.clone());
    let name = writer.map_or_else(|| from.name.clone(), |writer| writer.name);
    Ok(match phone {
        Some(phone) => format!("Ring {name}, {phone}."),
        None => format!("Ask for {name} there."),
    })
}

/// The services that would receive the referral: the writer's own, else that of the council, else all.
async fn services(op: &Operation<'_>, from: &organisation::Model) -> Result<Vec<Id<noun::Organisation>>> {
    if from.kind == OrganisationKind::YouthJusticeService {
        return Ok(vec![from.id]);
    }
    let all = read::people::organisation::services(op.tx).await?;
    let near: Vec<_> = all
        .iter()
        .filter(|service| service.area_id.is_some() && service.area_id == from.area_id)
        .map(|service| service.id)
        .collect();
    Ok(if near.is_empty() { all.into_iter().map(|service| service.id).collect() } else { near })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manager_hears_who_since_when_and_whom_to_ring() {
        let text =
            says("Kingsdown School", "2026-07-06T08:05:00Z".parse().unwrap(), "Ring Ann Hall, 01793 496000.");
        assert_eq!(
            text,
            "Kingsdown School is writing a referral that says a child is in danger now (6 July 2026 at 9:05am), and names \
             no call. Ring Ann Hall, 01793 496000."
        );
    }
}
