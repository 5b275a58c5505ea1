//! Sending a referral: danger first, then what was typed is kept as it was written, and a service receives it at once.

use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::{
    concern, draft, receiving, referral_clocks::triage_due_at, step, submission::Submission,
    submission_rules::Sending, watch,
};
use crate::{
    access::{Act, See, Viewer},
    domain::{
        people::{
            child_record::{create_from_snapshot, school_problem, search_name},
            details::ChildDetails,
        },
        record::{
            calendar::Calendar,
            operation::{Caller, Operation, operate},
            service_hours::ServiceHours,
        },
    },
    entity::{
        casework::referral::{self, FactorCodes},
        people::{organisation, young_person},
    },
    platform::{
        app::App,
        error::{Error, Problem, ProblemCode, Result, none_of},
        sealed::Sealed,
    },
    read,
    words::{
        AuditAction, ChangeKind, Reach, ReferralStatus, SafeguardingKind, SubjectKind,
        id::{Id, noun},
        reference::Reference,
    },
};

/// Sends a referral; the draft that it was written in is gone with it.
pub async fn submit(
    app: &App,
    caller: &Caller,
    submission: Submission,
    draft: Option<Id<noun::Draft>>,
) -> Result<Id<noun::Referral>> {
    operate(app, caller, "referral.submit", async |op, viewer| {
        viewer.must_ever(Act::SubmitReferral)?;
        let known = known_child(op, viewer, &submission).await?;
        let whereabouts = match (&known, &submission.child) {
            (Some(child), _) => receiving::Where::on_record(op, child).await?,
            (None, Some(child)) => receiving::Where::described(op, child).await?,
            (None, None) => receiving::Where::default(),
        };
        let services = receiving::services(op, viewer, whereabouts, submission.service_id).await?;
        let hours = hours_of(&services)?;
        let open = hours.iter().any(|hours| hours.open_at(op.now, Calendar::england()));
        let sending = Sending {
            now: op.now,
            service_open: open,
            known_birth_date: known.as_ref().map(|child| child.date_of_birth),
        };
        let mut problems = submission.problems(sending);
        let school = submission.child.as_ref().and_then(|child| child.school_id);
        problems.extend(school_problem(op, "youngPerson.schoolId", school).await?);
        problems.extend(programme_problem(op, viewer, submission.requested_programme_id).await?);
        none_of(problems)?;

        let child = match (known, &submission.child) {
            (Some(child), _) => child,
            (None, Some(details)) => create_from_snapshot(op, details, submission.parent_not_told()).await?,
            (None, None) => return Err(Error::internal("a submission without a child passed its rules")),
        };
        let referral = write(op, viewer, &submission, &child, hours.first()).await?;
        let services: Vec<_> = services.into_iter().map(|service| service.id).collect();
        receiving::set(op, referral.id, &services).await?;
        if submission.raises_concern() || submission.emergency_call.is_some() {
            concern::raise_within(op, viewer, child.id, danger(&submission, referral.id)).await?;
        }
        step::of_referral(op, referral.id, None, ReferralStatus::Submitted, None).await?;
        step::tell_services(op, &referral, &services, ChangeKind::ReferralSubmitted).await?;
        step::tell_senders(op, &referral, ChangeKind::ReferralSubmitted).await?;
        op.audit(AuditAction::Create, SubjectKind::Referral, referral.id.uuid(), Some(child.id)).await?;
        watch::referral(op, &referral).await?;
        if let Some(draft) = draft {
            draft::sent(op, viewer, draft).await?;
        }
        Ok(referral.id)
    })
    .await
}

/// A child whose record the sender may open.
async fn known_child(
    op: &Operation<'_>,
    viewer: &Viewer,
    submission: &Submission,
) -> Result<Option<young_person::Model>> {
    let Some(id) = submission.young_person_id else { return Ok(None) };
    let seen = read::people::young_person::by_ids(op.tx, viewer, &[id]).await?.pop();
    let seen = seen.filter(|seen| viewer.may_see(See::ChildIdentity, seen.holds));
    let message = "This record is not there, or not for you. Give the child's details instead.";
    seen.map(|seen| Some(seen.row))
        .ok_or_else(|| Problem::new("youngPersonId", ProblemCode::NotFound, message).into())
}

/// A programme that nobody may know of who reads the referral, or that takes no child by name, cannot be asked for. One that
/// is sensitive is told as one that is not there, also to who may open it: those who sent a referral read all of it.
async fn programme_problem(
    op: &Operation<'_>,
    viewer: &Viewer,
    id: Option<Id<noun::Programme>>,
) -> Result<Option<Problem>> {
    let Some(id) = id else { return Ok(None) };
    let (code, message) = match read::delivery::programme::by_ids(op.tx, viewer, &[id]).await?.pop() {
        Some(seen) if !seen.row.sensitive && !seen.row.active => (
            ProblemCode::NotEligible,
            "This programme is not run any more. Choose another one, or send the referral without it.",
        ),
        Some(seen) if !seen.row.sensitive && seen.row.reach != Reach::Named => (
            ProblemCode::NotEligible,
            "This programme takes no child by name. Choose another one, or send the referral without it.",
        ),
        Some(seen) if !seen.row.sensitive => return Ok(None),
        _ => (
            ProblemCode::NotFound,
            "This programme is not in the list. Choose one from it, or send the referral without it.",
        ),
    };
    Ok(Some(Problem::new("requestedProgrammeId", code, message)))
}

fn hours_of(services: &[organisation::Model]) -> Result<Vec<ServiceHours>> {
    let hours = services.iter().map(|service| ServiceHours::from_json(&service.service_hours));
    hours.collect::<std::result::Result<_, _>>().map_err(Error::internal)
}

async fn write(
    op: &Operation<'_>,
    viewer: &Viewer,
    submission: &Submission,
    child: &young_person::Model,
    hours: Option<&ServiceHours>,
) -> Result<referral::Model> {
    let id: Id<noun::Referral> = op.new_id();
    let urgency = submission.effective_urgency();
    let always = ServiceHours::always();
    let due = triage_due_at(urgency, op.now, hours.unwrap_or(&always), Calendar::england());
    let described = submission.child.as_ref();
    let (given, family) = name_as_described(child, described);
    let row = referral::ActiveModel {
        id: Set(id),
        reference: Set(free_reference(op).await?),
        version: Set(1),
        sent_version: Set(1),
        status: Set(ReferralStatus::Submitted),
        urgency: Set(urgency),
        source: Set(submission.source),
        trigger: Set(submission.trigger),
        triggered_on: Set(submission.triggered_on),
        main_factor: Set(submission.main_factor),
        factors: Set(FactorCodes(submission.risk_factors())),
        strengths: Set(FactorCodes(submission.protective_factors())),
        source_organisation_id: Set(viewer.organisation),
        sent_by_group: Set(if step::sends_for_group(viewer.role) {
            viewer.group.clone()
        } else {
            String::new()
        }),
        referrer_id: Set(Some(viewer.user)),
        child_id: Set(op.new_id()),
        child_search_name: Set(search_name(&given, family.as_deref(), None)),
        child_given_name: Set(given),
        child_family_name: Set(family),
        child_date_of_birth: Set(described.map_or(child.date_of_birth, |details| details.date_of_birth)),
        child_date_of_birth_estimated: Set(
            described.map_or(child.date_of_birth_estimated, |details| details.date_of_birth_estimated)
        ),
        child_sex: Set(described.map_or(child.sex, |details| details.sex)),
        child_school_id: Set(described.map_or(child.school_id, |details| details.school_id)),
        account: Set(Sealed::new(op.app.keys(), id.uuid(), &submission.account)?),
        external_reference: Set(submission.external_reference.clone()),
        requested_programme_id: Set(submission.requested_programme_id),
        young_person_id: Set(child.id),
        submitted_at: Set(op.now),
        triage_due_at: Set(due),
        awaiting_countersign: Set(false),
        ..Default::default()
    };
    Ok(row.insert(op.tx).await?)
}

fn name_as_described(
    child: &young_person::Model,
    described: Option<&ChildDetails>,
) -> (String, Option<String>) {
    described.map_or_else(
        || (child.given_name.clone(), child.family_name.clone()),
        |details| (details.given_name.trim().to_owned(), details.family_name.clone()),
    )
}

async fn free_reference(op: &Operation<'_>) -> Result<String> {
    loop {
        let reference = Reference::<noun::Referral>::from_random(op.app.chance().bytes()).to_string();
        if !read::casework::referral::reference_taken(op.tx, &reference).await? {
            return Ok(reference);
        }
    }
}

/// The concern that goes with a referral that tells of danger, or of a call that was made.
fn danger(submission: &Submission, referral: Id<noun::Referral>) -> concern::Raise {
    concern::Raise {
        kind: SafeguardingKind::AboutChild,
        about_user_id: None,
        about_name: None,
        referral_id: Some(referral),
        case_id: None,
        young_person_id: None,
        text: submission.account.what_happened.clone(),
        immediate_danger: submission.immediate_danger,
        call: submission.emergency_call.clone(),
        parent_told: submission.account.parent_aware,
        child_told: submission.account.child_agrees.is_some(),
    }
}
