//! What every step of a referral or case leaves behind: a Transition, and an event for those whom it concerns.

use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use crate::{
    domain::record::operation::{Happened, Operation},
    entity::casework::{
        case, referral,
        transition::{self, TransitionWords},
    },
    platform::{error::Result, sealed::Sealed},
    read::{self, record::audience},
    words::{
        CaseStatus, ChangeKind, ReferralStatus, Role, SubjectKind,
        id::{Id, noun},
    },
};

/// Writes down a step of a referral, with its reason.
pub async fn of_referral(
    op: &Operation<'_>,
    referral: Id<noun::Referral>,
    from: Option<ReferralStatus>,
    to: ReferralStatus,
    why: Option<&str>,
) -> Result<()> {
    write(op, Some(referral), None, from.map(ReferralStatus::as_str), to.as_str(), why).await
}

/// Writes down a step of a case, with its reason.
pub async fn of_case(
    op: &Operation<'_>,
    case: Id<noun::Case>,
    from: Option<CaseStatus>,
    to: CaseStatus,
    why: Option<&str>,
) -> Result<()> {
    write(op, None, Some(case), from.map(CaseStatus::as_str), to.as_str(), why).await
}

async fn write(
    op: &Operation<'_>,
    referral: Option<Id<noun::Referral>>,
    case: Option<Id<noun::Case>>,
    from: Option<&str>,
    to: &str,
    why: Option<&str>,
) -> Result<()> {
    let id: Id<noun::Transition> = op.new_id();
    let words =
        why.map(|why| Sealed::new(op.app.keys(), id.uuid(), &TransitionWords(why.to_owned()))).transpose()?;
    transition::ActiveModel {
        id: Set(id),
        referral_id: Set(referral),
        case_id: Set(case),
        from_status: Set(from.map(str::to_owned)),
        to_status: Set(to.to_owned()),
        operation: Set(op.name().to_owned()),
        at: Set(op.now),
        by_user_id: Set(op.actor()),
        words: Set(words),
    }
    .insert(op.tx)
    .await?;
    Ok(())
}

/// Those who hear of a referral at the services that have to act (`services`), and who works the case that it became.
pub async fn tell_services(
    op: &Operation<'_>,
    referral: &referral::Model,
    services: &[Id<noun::Organisation>],
    kind: ChangeKind,
) -> Result<()> {
    let mut audiences: Vec<_> = services.iter().map(|service| audience::queue(*service)).collect();
    if let Some(case) = referral.case_id
        && let Some(case) = read::casework::case::for_itself(op.tx, case).await?
    {
        audiences.extend(case_audiences(op, &case).await?);
    }
    op.event(kind, (SubjectKind::Referral, referral.id.uuid()), referral.case_id, audiences).await
}

/// Those who sent a referral: only for its submission, questions, decision and end.
pub async fn tell_senders(op: &Operation<'_>, referral: &referral::Model, kind: ChangeKind) -> Result<()> {
    let mut audiences = vec![audience::senders(referral.source_organisation_id, &referral.sent_by_group)];
    if let Some(referrer) = referral.referrer_id {
        audiences.push(audience::sender(referrer, referral.source_organisation_id));
    }
    // Without the case: those who sent it do not follow that.
    op.event(kind, (SubjectKind::Referral, referral.id.uuid()), None, audiences).await
}

/// Tells those who manage and work a case, before and after a change of workers.
pub async fn tell_case(
    op: &Operation<'_>,
    case: &case::Model,
    what: impl Into<Happened>,
    also: &[Id<noun::User>],
) -> Result<()> {
    let mut audiences = case_audiences(op, case).await?;
    audiences.extend(also.iter().map(|user| audience::worker(*user)));
    op.event(what, (SubjectKind::Case, case.id.uuid()), Some(case.id), audiences).await
}

/// Those who manage and work a case.
pub async fn case_audiences(op: &Operation<'_>, case: &case::Model) -> Result<Vec<String>> {
    let mut audiences = vec![audience::cases(case.controller_id)];
    audiences.extend(case.caseworker_id.map(audience::worker));
    let co_workers = read::casework::case::co_workers(op.tx, &[case.id]).await?;
    audiences.extend(co_workers.into_iter().map(|co_worker| audience::worker(co_worker.user_id)));
    Ok(audiences)
}

/// Whether a role sends referrals for a group rather than in its own name.
#[must_use]
pub const fn sends_for_group(role: Role) -> bool {
    matches!(role, Role::Referrer)
}
