//! Working the queue: opening, taking, giving back and passing on. Deciding is in `decide`.

use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};

use super::{
    receiving,
    referral::{changed, standing},
    referral_rules::ReferralOperation,
    step, watch,
};
use crate::{
    access::{Act, Viewer},
    domain::{
        checks::unchanged,
        record::operation::{Caller, Operation, operate},
    },
    platform::{
        app::App,
        error::{Problem, ProblemCode, Result, none_of},
    },
    read::{
        self,
        casework::referral::{SeenReferral, for_change},
    },
    words::{
        AuditAction, ChangeKind, SubjectKind,
        id::{Id, noun},
        text::TextKind,
    },
};

/// A referral as the caller saw it.
#[derive(Clone, Copy, Debug)]
pub struct Version {
    /// The referral.
    pub referral_id: Id<noun::Referral>,
    /// The version that the caller saw.
    pub version: i32,
}

/// To whom a referral is passed on, and why.
#[derive(Clone, Debug)]
pub struct Pass {
    /// The referral as the caller saw it.
    pub seen: Version,
    /// The service.
    pub to_service_id: Id<noun::Organisation>,
    /// Why.
    pub reason: String,
}

/// Loads a referral for triage: there, allowed, unchanged, in this order.
pub async fn for_triage(
    op: &Operation<'_>,
    viewer: &Viewer,
    act: Act,
    seen: Version,
) -> Result<SeenReferral> {
    let referral = for_change(op.tx, viewer, seen.referral_id).await?;
    viewer.must(act, referral.holds)?;
    unchanged(referral.row.version, seen.version)?;
    Ok(referral)
}

/// Writes down that triage or manager opened the single referral for the first time. Changes neither stage nor version.
pub async fn acknowledge(app: &App, caller: &Caller, id: Id<noun::Referral>) -> Result<Id<noun::Referral>> {
    // Opening is not a change that a caller could repeat under a key.
    let caller = Caller { retry: None, ..caller.clone() };
    operate(app, &caller, "referral.acknowledge", async |op, viewer| {
        let seen = for_change(op.tx, viewer, id).await?;
        viewer.must(Act::Triage, seen.holds)?;
        if seen.row.acknowledged_at.is_none() && standing(&seen.row).allows(ReferralOperation::Acknowledge) {
            let mut row = seen.row.into_active_model();
            row.acknowledged_at = Set(Some(op.now));
            let referral = row.update(op.tx).await?;
            watch::referral(op, &referral).await?;
            op.audit(AuditAction::Change, SubjectKind::Referral, id.uuid(), Some(referral.young_person_id))
                .await?;
        }
        Ok(id)
    })
    .await
}

/// Takes a referral: from now on it has an owner, and one service.
pub async fn take(app: &App, caller: &Caller, seen: Version) -> Result<Id<noun::Referral>> {
    operate(app, caller, "referral.take", async |op, viewer| {
        let referral = for_triage(op, viewer, Act::Triage, seen).await?.row;
        standing(&referral).after(ReferralOperation::Take)?;
        let services = receiving::of(op, referral.id).await?;
        let (status, acknowledged) = (referral.status, referral.acknowledged_at.unwrap_or(op.now));
        let mut row = changed(referral, true);
        row.owner_id = Set(Some(viewer.user));
        row.owned_since = Set(Some(op.now));
        row.acknowledged_at = Set(Some(acknowledged));
        let referral = row.update(op.tx).await?;
        receiving::set(op, referral.id, &[viewer.organisation]).await?;
        watch::referral(op, &referral).await?;
        step::of_referral(op, referral.id, Some(status), status, None).await?;
        step::tell_services(op, &referral, &services, ChangeKind::ReferralTaken).await?;
        op.audit(
            AuditAction::Change,
            SubjectKind::Referral,
            referral.id.uuid(),
            Some(referral.young_person_id),
        )
        .await?;
        Ok(referral.id)
    })
    .await
}

/// Gives a referral back to the queue.
pub async fn release(app: &App, caller: &Caller, seen: Version) -> Result<Id<noun::Referral>> {
    operate(app, caller, "referral.release", async |op, viewer| {
        let referral = for_triage(op, viewer, Act::Triage, seen).await?.row;
        standing(&referral).after(ReferralOperation::Release)?;
        let services = receiving::of(op, referral.id).await?;
        let status = referral.status;
        let mut row = changed(referral, true);
        row.owner_id = Set(None);
        row.owned_since = Set(None);
        let referral = row.update(op.tx).await?;
        watch::referral(op, &referral).await?;
        step::of_referral(op, referral.id, Some(status), status, None).await?;
        step::tell_services(op, &referral, &services, ChangeKind::ReferralTaken).await?;
        op.audit(
            AuditAction::Change,
            SubjectKind::Referral,
            referral.id.uuid(),
            Some(referral.young_person_id),
        )
        .await?;
        Ok(referral.id)
    })
    .await
}

/// Passes a referral on to another service: reference and clock stay, and nobody types anything again.
pub async fn pass(app: &App, caller: &Caller, input: Pass) -> Result<Id<noun::Referral>> {
    operate(app, caller, "referral.pass", async |op, viewer| {
        let referral = for_triage(op, viewer, Act::Triage, input.seen).await?.row;
        standing(&referral).after(ReferralOperation::Pass)?;
        let others = read::people::organisation::services(op.tx).await?;
        let known = others
            .iter()
            .any(|service| service.id == input.to_service_id && service.id != viewer.organisation);
        let missing = (!known).then(|| {
            Problem::new("toServiceId", ProblemCode::NotFound, "Choose another youth justice service.")
        });
        none_of(missing.into_iter().chain(TextKind::Reason.needed("reason", &input.reason)).collect())?;
        let mut services = receiving::of(op, referral.id).await?;
        let (status, owned) = (referral.status, referral.owner_id.is_some());
        let mut row = changed(referral, owned);
        row.owner_id = Set(None);
        row.owned_since = Set(None);
        let referral = row.update(op.tx).await?;
        receiving::set(op, referral.id, &[input.to_service_id]).await?;
        watch::referral(op, &referral).await?;
        step::of_referral(op, referral.id, Some(status), status, Some(&input.reason)).await?;
        services.push(input.to_service_id);
        step::tell_services(op, &referral, &services, ChangeKind::ReferralPassed).await?;
        op.audit(
            AuditAction::Change,
            SubjectKind::Referral,
            referral.id.uuid(),
            Some(referral.young_person_id),
        )
        .await?;
        Ok(referral.id)
    })
    .await
}
