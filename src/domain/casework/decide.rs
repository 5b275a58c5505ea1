//! Deciding a referral: the decision, the manager's countersign, and what follows from each outcome.

use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::{
    case::{self, Opening},
    case_rules::is_open,
    receiving,
    referral::{changed, say, standing},
    referral_clocks::{answer_due_on, due_while_asked},
    referral_rules::{ReferralOperation, Standing},
    step,
    triage::{Version, for_triage},
    triage_rules::{Decision, Known, needs_countersign},
    watch,
};
use crate::{
    access::{Act, See, Viewer},
    domain::record::{
        calendar::Calendar,
        operation::{Caller, Operation, operate},
    },
    entity::casework::{
        referral, safeguarding_concern,
        triage_decision::{self, DecisionWords},
    },
    platform::{
        app::App,
        error::{Error, Problem, ProblemCode, Result, none_of},
        sealed::Sealed,
    },
    read::{self, casework::referral::decisions},
    words::{
        AuditAction, ChangeKind, DecisionReason, MessageKind, Pathway, SubjectKind, TriageOutcome,
        id::{Id, noun},
    },
};

/// What triage decides.
#[derive(Clone, Debug)]
pub struct Triage {
    /// The referral as the caller saw it.
    pub seen: Version,
    /// What.
    pub outcome: TriageOutcome,
    /// The coded reason.
    pub reason: Option<DecisionReason>,
    /// For the service.
    pub rationale: String,
    /// For those who referred; a question's words.
    pub feedback: String,
    /// The pathway of a case that is opened.
    pub pathway: Option<Pathway>,
    /// The record that this child already has; absent: the one made at submission.
    pub young_person_id: Option<Id<noun::YoungPerson>>,
    /// The open case that it is added to.
    pub case_id: Option<Id<noun::Case>>,
    /// By when a question is to be answered.
    pub answer_due_on: Option<chrono::NaiveDate>,
    /// To whom it is redirected, or what is offered instead.
    pub redirect_to: Option<String>,
    /// The referral that it repeats.
    pub duplicate_of_id: Option<Id<noun::Referral>>,
}

/// What a decision names besides the referral, found under the viewer's scope.
#[derive(Default)]
struct Named {
    child: Option<Id<noun::YoungPerson>>,
    case: Option<crate::entity::casework::case::Model>,
    original: Option<referral::Model>,
}

/// Decides a referral, or asks those who sent it a question.
pub async fn triage(app: &App, caller: &Caller, input: Triage) -> Result<Id<noun::Referral>> {
    operate(app, caller, "referral.triage", async |op, viewer| {
        let referral = for_triage(op, viewer, Act::Triage, input.seen).await?.row;
        let countersign = needs_countersign(input.outcome, input.reason, referral.source);
        let operation = ReferralOperation::Triage { outcome: input.outcome, needs_countersign: countersign };
        let after = standing(&referral).after(operation)?;
        let named = checked(op, viewer, &referral, &input).await?;
        let services = receiving::of(op, referral.id).await?;
        write_decision(op, viewer, &referral, &input, countersign).await?;
        if services != [viewer.organisation] {
            receiving::set(op, referral.id, &[viewer.organisation]).await?;
        }
        let before = referral.status;
        let referral = match input.outcome {
            TriageOutcome::RequestInfo => ask(op, viewer, referral, &input, after).await?,
            _ if countersign => propose(op, referral, after).await?,
            _ => {
                let referral = follow(op, viewer, referral, &input, named).await?;
                settle(op, viewer, referral, after, &input.feedback).await?
            }
        };
        watch::referral(op, &referral).await?;
        step::of_referral(op, referral.id, Some(before), referral.status, Some(&input.rationale)).await?;
        let kind = if input.outcome == TriageOutcome::RequestInfo {
            ChangeKind::ReferralQuestion
        } else {
            ChangeKind::ReferralDecided
        };
        step::tell_services(op, &referral, &services, kind).await?;
        if !countersign {
            step::tell_senders(op, &referral, kind).await?;
        }
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

/// Finds what the decision names and looks at it by the rules: all problems at once.
async fn checked(
    op: &Operation<'_>,
    viewer: &Viewer,
    referral: &referral::Model,
    input: &Triage,
) -> Result<Named> {
    let (named, mut problems) = named(op, viewer, referral, input).await?;
    let asked = decisions(op.tx, &[referral.id]).await?;
    let asked = asked.iter().filter(|decision| decision.outcome == TriageOutcome::RequestInfo).count();
    let known = Known {
        trigger: referral.trigger,
        open_concern: read::casework::concern::any_open_about_child(op.tx, referral.young_person_id).await?,
        questions_asked: u32::try_from(asked).unwrap_or(u32::MAX),
    };
    let decision = Decision {
        outcome: input.outcome,
        reason: input.reason,
        rationale: &input.rationale,
        feedback: &input.feedback,
        pathway: input.pathway,
        answer_due_on: input.answer_due_on,
        redirect_to: input.redirect_to.as_deref(),
        names_case: input.case_id.is_some(),
        names_original: input.duplicate_of_id.is_some(),
    };
    problems.extend(decision.problems(known, op.today, Calendar::england()));
    none_of(problems)?;
    Ok(named)
}

async fn named(
    op: &Operation<'_>,
    viewer: &Viewer,
    referral: &referral::Model,
    input: &Triage,
) -> Result<(Named, Vec<Problem>)> {
    let mut named = Named::default();
    let mut problems = Vec::new();
    let mut missing = |field, message: &'static str| {
        problems.push(Problem::new(field, ProblemCode::NotFound, message));
    };
    if let Some(id) = input.young_person_id {
        let seen = read::people::young_person::by_ids(op.tx, viewer, &[id]).await?.pop();
        named.child =
            seen.filter(|seen| viewer.may_see(See::ChildIdentity, seen.holds)).map(|seen| seen.row.id);
        if named.child.is_none() {
            missing("youngPersonId", "This record is not there, or not for you.");
        }
    }
    if let Some(id) = input.case_id {
        let seen = read::casework::case::by_ids(op.tx, viewer, &[id]).await?.pop();
        named.case = seen.map(|seen| seen.row).filter(|case| is_open(case.status));
        match &named.case {
            None => missing("caseId", "Choose an open case of this service."),
            Some(case) => named.child = Some(case.young_person_id),
        }
    }
    if let Some(id) = input.duplicate_of_id {
        let seen = read::casework::referral::by_ids(op.tx, viewer, &[id]).await?.pop();
        let seen =
            seen.filter(|seen| viewer.may_see(See::ReferralWhole, seen.holds) && seen.row.id != referral.id);
        named.original = seen.map(|seen| seen.row);
        if named.original.is_none() {
            missing("duplicateOfId", "Choose another referral of this service.");
        }
    }
    Ok((named, problems))
}

async fn write_decision(
    op: &Operation<'_>,
    viewer: &Viewer,
    referral: &referral::Model,
    input: &Triage,
    needs_countersign: bool,
) -> Result<()> {
    let id: Id<noun::TriageDecision> = op.new_id();
    let words = DecisionWords {
        rationale: input.rationale.trim().to_owned(),
        feedback: input.feedback.trim().to_owned(),
        redirect_to: input.redirect_to.clone(),
        ..DecisionWords::default()
    };
    triage_decision::ActiveModel {
        id: Set(id),
        referral_id: Set(referral.id),
        outcome: Set(input.outcome),
        reason: Set(input.reason),
        pathway: Set(input.pathway),
        words: Set(Sealed::new(op.app.keys(), id.uuid(), &words)?),
        decided_by_id: Set(viewer.user),
        decided_at: Set(op.now),
        needs_countersign: Set(needs_countersign),
        ..Default::default()
    }
    .insert(op.tx)
    .await?;
    Ok(())
}

/// Asks those who sent it: the clock pauses until the answer is due, and no longer.
async fn ask(
    op: &Operation<'_>,
    viewer: &Viewer,
    referral: referral::Model,
    input: &Triage,
    after: Standing,
) -> Result<referral::Model> {
    let england = Calendar::england();
    let due_on = input.answer_due_on.unwrap_or_else(|| answer_due_on(op.now, england));
    let due_at = due_while_asked(referral.triage_due_at, op.now, due_on, england);
    say(op, &referral, viewer, MessageKind::Question, &input.feedback).await?;
    let mut row = changed(referral, true);
    row.status = Set(after.status);
    row.asked_at = Set(Some(op.now));
    row.answer_due_on = Set(Some(due_on));
    row.triage_due_at = Set(due_at);
    Ok(row.update(op.tx).await?)
}

/// A decision that waits for the manager: to those who sent it nothing is decided yet.
async fn propose(op: &Operation<'_>, referral: referral::Model, after: Standing) -> Result<referral::Model> {
    let mut row = changed(referral, false);
    row.status = Set(after.status);
    row.awaiting_countersign = Set(after.awaiting_countersign);
    Ok(row.update(op.tx).await?)
}

/// What follows from an outcome: the case, or the record.
async fn follow(
    op: &Operation<'_>,
    viewer: &Viewer,
    mut referral: referral::Model,
    input: &Triage,
    named: Named,
) -> Result<referral::Model> {
    if let Some(child) = named.child
        && matches!(input.outcome, TriageOutcome::Accept | TriageOutcome::AddToOpenCase)
    {
        referral = move_to(op, referral, child).await?;
    }
    match (input.outcome, named.case, named.original) {
        (TriageOutcome::Accept, ..) => {
            let pathway = input.pathway.ok_or_else(|| Error::internal("accepted without a pathway"))?;
            let opening = Opening {
                referral: &referral,
                young_person_id: referral.young_person_id,
                pathway,
                controller_id: viewer.organisation,
            };
            let case = case::open(op, opening).await?;
            referral.case_id = Some(case.id);
        }
        (TriageOutcome::AddToOpenCase, Some(case), _) => {
            referral.case_id = Some(case.id);
            step::tell_case(op, &case, ChangeKind::ReferralInformationAdded, &[]).await?;
        }
        (TriageOutcome::Duplicate, _, Some(original)) => {
            referral.duplicate_of_id = Some(original.id);
            referral.case_id = original.case_id;
        }
        _ => {}
    }
    Ok(referral)
}

/// The referral, and what was raised on it, belong to the record that the child already has.
async fn move_to(
    op: &Operation<'_>,
    mut referral: referral::Model,
    child: Id<noun::YoungPerson>,
) -> Result<referral::Model> {
    if referral.young_person_id != child {
        safeguarding_concern::Entity::update_many()
            .col_expr(safeguarding_concern::Column::YoungPersonId, Expr::value(child))
            .filter(safeguarding_concern::Column::ReferralId.eq(referral.id))
            .exec(op.tx)
            .await?;
        op.audit(AuditAction::Link, SubjectKind::YoungPerson, referral.young_person_id.uuid(), Some(child))
            .await?;
        referral.young_person_id = child;
    }
    Ok(referral)
}

/// The decision stands: status, and words for those who sent it.
pub(super) async fn settle(
    op: &Operation<'_>,
    viewer: &Viewer,
    referral: referral::Model,
    after: Standing,
    feedback: &str,
) -> Result<referral::Model> {
    say(op, &referral, viewer, MessageKind::Decision, feedback).await?;
    let (case_id, duplicate_of_id, child) =
        (referral.case_id, referral.duplicate_of_id, referral.young_person_id);
    let mut row = changed(referral, true);
    row.status = Set(after.status);
    row.awaiting_countersign = Set(false);
    row.decided_at = Set(Some(op.now));
    row.case_id = Set(case_id);
    row.duplicate_of_id = Set(duplicate_of_id);
    row.young_person_id = Set(child);
    Ok(row.update(op.tx).await?)
}
