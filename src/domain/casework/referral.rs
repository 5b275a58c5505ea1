//! What those who sent a referral do with it, and the words that pass between them and the service.

use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};

use super::{
    receiving,
    referral_clocks::due_once_answered,
    referral_rules::{ReferralOperation, Standing},
    step,
    triage_rules::withdrawal_blocked,
    watch,
};
use crate::{
    access::{Act, See, Viewer},
    domain::{
        checks::unchanged,
        record::{
            calendar::Calendar,
            operation::{Caller, Operation, operate},
        },
    },
    entity::casework::{
        referral,
        referral_message::{self, MessageWords},
    },
    platform::{
        app::App,
        error::{Result, none_of},
        sealed::Sealed,
    },
    read::{
        self,
        casework::referral::{SeenReferral, for_change},
    },
    words::{
        AuditAction, ChangeKind, MessageKind, ReferralStatus, SubjectKind,
        id::{Id, noun},
        text::TextKind,
    },
};

/// Words about a referral.
#[derive(Clone, Debug)]
pub struct Text {
    /// The referral.
    pub referral_id: Id<noun::Referral>,
    /// The words.
    pub text: String,
}

/// A withdrawal.
#[derive(Clone, Debug)]
pub struct Withdraw {
    /// The referral.
    pub referral_id: Id<noun::Referral>,
    /// The version that the caller saw.
    pub version: i32,
    /// Why.
    pub reason: String,
}

/// Adds information, or answers the open question: then the clock goes on.
pub async fn add_information(app: &App, caller: &Caller, input: Text) -> Result<Id<noun::Referral>> {
    operate(app, caller, "referral.add_information", async |op, viewer| {
        let seen = for_change(op.tx, viewer, input.referral_id).await?;
        viewer.must(Act::SpeakAsSender, seen.holds)?;
        let standing = standing(&seen.row).after(ReferralOperation::AddInformation)?;
        needed(&input.text)?;
        let answers = seen.row.status == ReferralStatus::InfoRequested;
        let kind = if answers { MessageKind::Answer } else { MessageKind::Information };
        say(op, &seen.row, viewer, kind, &input.text).await?;
        let (before, due, answer_due_on) = (seen.row.status, seen.row.triage_due_at, seen.row.answer_due_on);
        let mut row = changed(seen.row, true);
        if answers {
            row.status = Set(standing.status);
            row.asked_at = Set(None);
            if let Some(on) = answer_due_on {
                row.triage_due_at = Set(due_once_answered(due, op.now, on, Calendar::england()));
            }
        }
        let referral = row.update(op.tx).await?;
        watch::referral(op, &referral).await?;
        step::of_referral(op, referral.id, Some(before), referral.status, None).await?;
        tell(op, &referral, ChangeKind::ReferralInformationAdded, answers).await?;
        audit(op, &referral).await?;
        Ok(referral.id)
    })
    .await
}

/// Writes to those who referred: an update, or the answer to "I am still worried".
pub async fn message_referrer(app: &App, caller: &Caller, input: Text) -> Result<Id<noun::Referral>> {
    operate(app, caller, "referral.message", async |op, viewer| {
        let seen = for_change(op.tx, viewer, input.referral_id).await?;
        viewer.must(Act::MessageReferrer, seen.holds)?;
        standing(&seen.row).after(ReferralOperation::Message)?;
        needed(&input.text)?;
        say(op, &seen.row, viewer, MessageKind::Update, &input.text).await?;
        let answers = seen.row.challenged_at.is_some() && seen.row.challenge_answered_at.is_none();
        let status = seen.row.status;
        let mut row = changed(seen.row, true);
        if answers {
            row.challenge_answered_at = Set(Some(op.now));
        }
        let referral = row.update(op.tx).await?;
        watch::referral(op, &referral).await?;
        step::of_referral(op, referral.id, Some(status), status, None).await?;
        tell(op, &referral, ChangeKind::ReferralInformationAdded, true).await?;
        audit(op, &referral).await?;
        Ok(referral.id)
    })
    .await
}

/// Withdraws a referral that is not decided.
pub async fn withdraw(app: &App, caller: &Caller, input: Withdraw) -> Result<Id<noun::Referral>> {
    operate(app, caller, "referral.withdraw", async |op, viewer| {
        let seen = for_change(op.tx, viewer, input.referral_id).await?;
        viewer.must(Act::SpeakAsSender, seen.holds)?;
        unchanged(version_for(viewer, &seen), input.version)?;
        standing(&seen.row).after(ReferralOperation::Withdraw)?;
        // Only a concern that came with the referral or that they raised on it counts: another one is not theirs to learn of.
        let raised = read::casework::concern::open_of_sender(op.tx, viewer, &seen.row).await?;
        let problems = [TextKind::Reason.needed("reason", &input.reason), withdrawal_blocked(raised)];
        none_of(problems.into_iter().flatten().collect())?;
        let before = seen.row.status;
        let mut row = changed(seen.row, true);
        row.status = Set(ReferralStatus::Withdrawn);
        row.awaiting_countersign = Set(false);
        let referral = row.update(op.tx).await?;
        watch::referral(op, &referral).await?;
        step::of_referral(op, referral.id, Some(before), referral.status, Some(&input.reason)).await?;
        tell(op, &referral, ChangeKind::ReferralWithdrawn, true).await?;
        audit(op, &referral).await?;
        Ok(referral.id)
    })
    .await
}

/// "I am still worried": once a decision, for the team manager.
pub async fn challenge(app: &App, caller: &Caller, input: Text) -> Result<Id<noun::Referral>> {
    operate(app, caller, "referral.challenge", async |op, viewer| {
        let seen = for_change(op.tx, viewer, input.referral_id).await?;
        viewer.must(Act::SpeakAsSender, seen.holds)?;
        standing(&seen.row).after(ReferralOperation::Challenge)?;
        needed(&input.text)?;
        say(op, &seen.row, viewer, MessageKind::Challenge, &input.text).await?;
        let status = seen.row.status;
        let mut row = changed(seen.row, true);
        row.challenged_at = Set(Some(op.now));
        let referral = row.update(op.tx).await?;
        watch::referral(op, &referral).await?;
        step::of_referral(op, referral.id, Some(status), status, None).await?;
        tell(op, &referral, ChangeKind::ReferralChallenged, false).await?;
        audit(op, &referral).await?;
        Ok(referral.id)
    })
    .await
}

/// Where a referral stands; whether a redirection was confirmed matters only to confirming it.
#[must_use]
pub fn standing(referral: &referral::Model) -> Standing {
    Standing::of(referral, false)
}

/// The version that this viewer sees.
#[must_use]
pub fn version_for(viewer: &Viewer, seen: &SeenReferral) -> i32 {
    if viewer.may_see(See::ReferralWhole, seen.holds) { seen.row.version } else { seen.row.sent_version }
}

/// The row to be changed, one version on; the senders' version too, where they can see the change.
#[must_use]
pub fn changed(referral: referral::Model, for_senders: bool) -> referral::ActiveModel {
    let (version, sent_version) = (referral.version + 1, referral.sent_version + i32::from(for_senders));
    let mut row = referral.into_active_model();
    row.version = Set(version);
    row.sent_version = Set(sent_version);
    row
}

/// Adds words to a referral.
pub async fn say(
    op: &Operation<'_>,
    referral: &referral::Model,
    viewer: &Viewer,
    kind: MessageKind,
    text: &str,
) -> Result<()> {
    let id: Id<noun::ReferralMessage> = op.new_id();
    referral_message::ActiveModel {
        id: Set(id),
        referral_id: Set(referral.id),
        at: Set(op.now),
        from_id: Set(viewer.organisation),
        by_user_id: Set(Some(viewer.user)),
        kind: Set(kind),
        words: Set(Sealed::new(op.app.keys(), id.uuid(), &MessageWords(text.trim().to_owned()))?),
    }
    .insert(op.tx)
    .await?;
    Ok(())
}

/// Tells the services, and those who sent it where it is theirs to hear.
pub async fn tell(
    op: &Operation<'_>,
    referral: &referral::Model,
    kind: ChangeKind,
    senders: bool,
) -> Result<()> {
    let services = receiving::of(op, referral.id).await?;
    step::tell_services(op, referral, &services, kind).await?;
    if senders { step::tell_senders(op, referral, kind).await } else { Ok(()) }
}

/// Writes down that a referral was changed.
async fn audit(op: &Operation<'_>, referral: &referral::Model) -> Result<()> {
    let child = Some(referral.young_person_id);
    op.audit(AuditAction::Change, SubjectKind::Referral, referral.id.uuid(), child).await
}

fn needed(text: &str) -> Result<()> {
    none_of(TextKind::Account.needed("text", text).into_iter().collect())
}
