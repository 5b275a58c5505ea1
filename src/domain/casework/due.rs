//! What happens when something falls due of referrals and cases: mostly a task for whoever can put it right, again each
//! working day until it is. Who takes the job is said in `domain::due`.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};

use super::{
    arising::{self, About, Reason},
    case_rules, concern_reach, due_draft, referral_clocks as clocks, step,
    watch::{self, Due},
};
use crate::{
    domain::record::{
        calendar::{Calendar, end_of_working_day},
        operation::Operation,
    },
    entity::{casework::referral, record::job},
    platform::error::Result,
    read::{self, casework::concerned},
    words::{
        AuditAction, ChangeKind, JobKind, SubjectKind,
        id::{Id, noun},
    },
};

/// Does what falls due of referrals, cases, drafts and concerns. What it does leaves the transaction of the job whole.
pub async fn act(op: &Operation<'_>, job: &job::Model) -> Result<()> {
    let subject = job.subject_id;
    match job.kind {
        JobKind::ReferralNotTaken
        | JobKind::ReferralOverdue
        | JobKind::ReferralNotOpened
        | JobKind::OwnerLapses
        | JobKind::QuestionDue
        | JobKind::RedirectUnconfirmed
        | JobKind::ChallengeUnanswered => of_referral(op, job).await,
        JobKind::DraftDanger => due_draft::in_danger(op, subject.into()).await,
        JobKind::DraftExpires => due_draft::expires(op, subject.into()).await,
        JobKind::ConsentChase => consent_chase(op, subject.into()).await,
        JobKind::ConcernUndecided => concern_undecided(op, subject.into()).await,
        // A danger is told at once, a cover ends by its dates, and places and figures are other wings'.
        JobKind::ConcernDanger
        | JobKind::CoverEnds
        | JobKind::OfferLapses
        | JobKind::GroupUnsuitable
        | JobKind::RemovalAsked
        | JobKind::SessionsMissed
        | JobKind::SessionCancelled
        | JobKind::PlacesLookedAt
        | JobKind::ReleaseMade
        | JobKind::ExportMade
        | JobKind::ExportExpires => Ok(()),
    }
}

async fn of_referral(op: &Operation<'_>, job: &job::Model) -> Result<()> {
    let Some(referral) = read::casework::referral::for_itself(op.tx, job.subject_id.into()).await? else {
        return Ok(());
    };
    let watched = watch::look(op, &referral).await?;
    if watched.due(job.kind, op.now) == Due::Never {
        // Its reason went while it waited; so do the tasks that came of it.
        return watch::referral(op, &referral).await;
    }
    match job.kind {
        JobKind::OwnerLapses => return owner_lapses(op, referral, job.due_at).await,
        JobKind::QuestionDue if is_first(&referral, job.due_at) => {
            step::tell_senders(op, &referral, ChangeKind::ReferralQuestion).await?;
            let next = Calendar::england().working_day_after(op.today);
            return op.schedule(job.kind, job.subject_id, end_of_working_day(next)).await;
        }
        // It was decided later, after all: the clock was moved.
        JobKind::ReferralOverdue if referral.triage_due_at > op.now => {
            return op.schedule(job.kind, job.subject_id, referral.triage_due_at).await;
        }
        _ => {}
    }
    give(op, &referral, job.kind).await?;
    if job.kind == JobKind::ReferralNotOpened {
        return Ok(());
    }
    op.schedule(job.kind, job.subject_id, clocks::not_taken_check_at(op.now, Calendar::england())).await
}

/// Whether a question's day has just passed: those who referred are reminded before triage is.
fn is_first(referral: &referral::Model, due_at: DateTime<Utc>) -> bool {
    referral.answer_due_on.is_some_and(|day| due_at <= clocks::answer_due_at(day))
}

/// Gives whoever can put it right a task, in each service that has to act.
async fn give(op: &Operation<'_>, referral: &referral::Model, kind: JobKind) -> Result<()> {
    let title = match kind {
        JobKind::ReferralNotOpened => "Nobody has opened this immediate referral for an hour. Open it now.",
        JobKind::ReferralOverdue if referral.awaiting_countersign => {
            "A decision waits for your countersign, and the referral is overdue."
        }
        JobKind::ReferralOverdue => "The decision on this referral is overdue.",
        JobKind::QuestionDue => "The answer to our question is overdue. Ring those who referred, or decide.",
        JobKind::RedirectUnconfirmed => "Nobody has confirmed this redirection. Ring the other service.",
        JobKind::ChallengeUnanswered => "Those who referred are still worried and wait for your answer.",
        _ => "Nobody has taken this referral yet. Take it, or ask somebody to.",
    };
    let decider = read::casework::referral::decisions(op.tx, &[referral.id]).await?;
    let decider = decider.last().map(|decision| decision.decided_by_id);
    for place in read::casework::referral::services(op.tx, &[referral.id]).await? {
        let about = About::Referral(referral.id);
        let reason = Reason { cause: kind, service: place.service_id, about, title: title.to_owned() };
        match (kind, referral.owner_id.or(decider)) {
            (JobKind::QuestionDue | JobKind::RedirectUnconfirmed, Some(worker)) => {
                arising::for_worker(op, reason, worker).await?;
            }
            (JobKind::QuestionDue | JobKind::RedirectUnconfirmed, None) => {
                arising::for_triage(op, reason).await?;
            }
            _ => arising::for_manager(op, reason).await?,
        }
    }
    Ok(())
}

/// Gives a referral back to the queue that its owner has not decided for a working day.
async fn owner_lapses(op: &Operation<'_>, referral: referral::Model, due_at: DateTime<Utc>) -> Result<()> {
    let lapses_at = referral.owned_since.map(|since| clocks::owner_lapses_at(since, Calendar::england()));
    if let Some(at) = lapses_at.filter(|at| *at > op.now) {
        // Somebody else has taken it since.
        return op.schedule(JobKind::OwnerLapses, referral.id.uuid(), at).await;
    }
    debug_assert!(due_at <= op.now);
    let (status, version, sent_version) = (referral.status, referral.version, referral.sent_version);
    let mut row = referral.into_active_model();
    row.owner_id = Set(None);
    row.owned_since = Set(None);
    row.version = Set(version + 1);
    // Those who sent it see that it is waiting again.
    row.sent_version = Set(sent_version + 1);
    let referral = row.update(op.tx).await?;
    step::of_referral(op, referral.id, Some(status), status, None).await?;
    let services = read::casework::referral::services(op.tx, &[referral.id]).await?;
    let services: Vec<_> = services.into_iter().map(|row| row.service_id).collect();
    step::tell_services(op, &referral, &services, ChangeKind::ReferralTaken).await?;
    op.audit(AuditAction::Change, SubjectKind::Referral, referral.id.uuid(), Some(referral.young_person_id))
        .await?;
    watch::referral(op, &referral).await
}

async fn consent_chase(op: &Operation<'_>, case: Id<noun::Case>) -> Result<()> {
    let Some(case) = read::casework::case::for_itself(op.tx, case).await? else { return Ok(()) };
    if case.status != case_rules::OPENED_IN {
        return Ok(());
    }
    let title = "Consent is still missing after 15 working days or 3 attempts. Decide: close, keep trying, or go on with a \
                 reason.";
    let reason = Reason {
        cause: JobKind::ConsentChase,
        service: case.controller_id,
        about: About::Case(case.id),
        title: title.to_owned(),
    };
    arising::for_manager(op, reason).await?;
    // Who decides to keep trying is asked again after as long.
    let again = clocks::consent_chase_at(op.now, Calendar::england());
    op.schedule(JobKind::ConsentChase, case.id.uuid(), again).await
}

async fn concern_undecided(op: &Operation<'_>, id: Id<noun::SafeguardingConcern>) -> Result<()> {
    let Some(concern) = concerned::concern(op.tx, id).await? else { return Ok(()) };
    if concern.resolved_at.is_some() {
        return Ok(());
    }
    let reach = concern_reach::reach(op, &concern).await?;
    let title = "A safeguarding concern waits for a decision that was due. Decide what follows, and say so.";
    reach.give_managers(op, JobKind::ConcernUndecided, title).await?;
    let again = clocks::not_taken_check_at(op.now, Calendar::england());
    op.schedule(JobKind::ConcernUndecided, id.uuid(), again).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_who_referred_are_reminded_once_before_triage() {
        let asked =
            referral::Model { answer_due_on: Some("2026-12-01".parse().unwrap()), ..watch::tests::sent() };
        assert!(is_first(&asked, "2026-12-01T17:00:00Z".parse().unwrap()));
        assert!(!is_first(&asked, "2026-12-02T17:00:00Z".parse().unwrap()));
    }
}
