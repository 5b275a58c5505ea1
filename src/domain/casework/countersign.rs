//! The second person: the manager agrees with a decision or sends it back; a redirection is confirmed.

use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};

use super::{
    decide::settle,
    referral::{changed, standing, tell},
    referral_rules::{ReferralOperation, Standing},
    step,
    triage::{Version, for_triage},
    watch,
};
use crate::{
    access::{Act, Viewer},
    domain::record::operation::{Caller, Operation, operate},
    entity::casework::triage_decision::{self, DecisionWords},
    platform::{
        app::App,
        error::{Error, Result, none_of},
        sealed::Sealed,
    },
    read::{self, casework::referral::decisions},
    words::{
        AuditAction, ChangeKind, SubjectKind,
        id::{Id, noun},
        text::TextKind,
    },
};

/// What the manager says of a decision.
#[derive(Clone, Debug)]
pub struct Countersign {
    /// The referral as the caller saw it.
    pub seen: Version,
    /// Whether they agree.
    pub agree: bool,
    /// What they say.
    pub comment: String,
}

/// That a redirection was accepted.
#[derive(Clone, Debug)]
pub struct ConfirmRedirect {
    /// The referral as the caller saw it.
    pub seen: Version,
    /// Who accepted the child.
    pub accepted_by: String,
    /// Their reference.
    pub reference: Option<String>,
}

/// The manager agrees with a decision, or sends it back to the queue. Never one's own decision.
pub async fn countersign(app: &App, caller: &Caller, input: Countersign) -> Result<Id<noun::Referral>> {
    operate(app, caller, "referral.countersign", async |op, viewer| {
        let seen = read::casework::referral::for_change(op.tx, viewer, input.seen.referral_id).await?;
        viewer.must(Act::CountersignDecision, seen.holds)?;
        let decision = decisions(op.tx, &[seen.row.id]).await?.pop();
        if decision
            .as_ref()
            .is_some_and(|decision| decision.needs_countersign && decision.decided_by_id == viewer.user)
        {
            return Err(Error::Forbidden);
        }
        let referral = for_triage(op, viewer, Act::CountersignDecision, input.seen).await?.row;
        let after = standing(&referral).after(ReferralOperation::Countersign { agree: input.agree })?;
        none_of(TextKind::Reason.needed("comment", &input.comment).into_iter().collect())?;
        let decision = decision.ok_or_else(|| Error::internal("a countersign is awaited of no decision"))?;
        let words = sign(op, viewer, decision, &input).await?;
        let before = referral.status;
        let referral = if input.agree {
            settle(op, viewer, referral, after, &words.feedback).await?
        } else {
            let mut row = changed(referral, false);
            row.status = Set(after.status);
            row.awaiting_countersign = Set(false);
            row.update(op.tx).await?
        };
        watch::referral(op, &referral).await?;
        step::of_referral(op, referral.id, Some(before), referral.status, Some(&input.comment)).await?;
        tell(op, &referral, ChangeKind::ReferralDecided, input.agree).await?;
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

async fn sign(
    op: &Operation<'_>,
    viewer: &Viewer,
    decision: triage_decision::Model,
    input: &Countersign,
) -> Result<DecisionWords> {
    let id = decision.id.uuid();
    let mut words = decision.words.open(op.app.keys(), id)?;
    words.countersign_comment = Some(input.comment.trim().to_owned());
    let mut row = decision.into_active_model();
    row.words = Set(Sealed::new(op.app.keys(), id, &words)?);
    row.countersigned_by_id = Set(Some(viewer.user));
    row.countersigned_at = Set(Some(op.now));
    row.agreed = Set(Some(input.agree));
    row.update(op.tx).await?;
    Ok(words)
}

/// Records that the other service has accepted the child: only then is a redirection finished.
pub async fn confirm_redirect(
    app: &App,
    caller: &Caller,
    input: ConfirmRedirect,
) -> Result<Id<noun::Referral>> {
    operate(app, caller, "referral.confirm_redirect", async |op, viewer| {
        let referral = for_triage(op, viewer, Act::Triage, input.seen).await?.row;
        let decision = decisions(op.tx, &[referral.id]).await?.pop();
        let confirmed = decision.as_ref().is_some_and(|decision| decision.redirect_confirmed_at.is_some());
        Standing::of(&referral, confirmed).after(ReferralOperation::ConfirmRedirect)?;
        let problems = [
            TextKind::Line.needed("acceptedBy", &input.accepted_by),
            TextKind::Line.optional("reference", input.reference.as_deref()),
        ];
        none_of(problems.into_iter().flatten().collect())?;
        let decision = decision.ok_or_else(|| Error::internal("a redirection without a decision"))?;
        let id = decision.id.uuid();
        let mut words = decision.words.open(op.app.keys(), id)?;
        let reference =
            input.reference.as_deref().map(|reference| format!(" ({reference})")).unwrap_or_default();
        words.accepted_by = Some(format!("{}{reference}", input.accepted_by.trim()));
        let mut row = decision.into_active_model();
        row.words = Set(Sealed::new(op.app.keys(), id, &words)?);
        row.redirect_confirmed_at = Set(Some(op.now));
        row.update(op.tx).await?;
        let status = referral.status;
        let referral = changed(referral, false).update(op.tx).await?;
        watch::referral(op, &referral).await?;
        step::of_referral(op, referral.id, Some(status), status, None).await?;
        tell(op, &referral, ChangeKind::ReferralDecided, false).await?;
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
