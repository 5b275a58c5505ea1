//! Safeguarding concerns: raised from any page, never refused for want of a call, never deleted, resolved with an outcome.
//!
//! One about an adult who works with children is told to the service's managers alone, and not to the one it is about.

use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};

use super::{
    concern_reach::reach, referral_clocks, submission::EmergencyCall, submission_rules::call_problems,
};
use crate::{
    access::{Act, Relations, Viewer},
    domain::{
        checks::{self, when},
        record::{
            calendar::{Calendar, end_of_working_day},
            operation::{Caller, Operation, operate},
        },
    },
    entity::casework::{
        emergency_call::{self, CallWords},
        safeguarding_concern::{self, ConcernWords},
    },
    platform::{
        app::App,
        error::{Error, Problem, ProblemCode, Result, none_of},
        sealed::Sealed,
    },
    read,
    words::{
        AuditAction, ChangeKind, JobKind, SafeguardingKind, SubjectKind,
        id::{Id, noun},
        text::TextKind,
    },
};

/// A concern as somebody raises it. At least one of case, referral and child is named.
#[derive(Clone, Debug)]
pub struct Raise {
    /// About what.
    pub kind: SafeguardingKind,
    /// The adult whom it is about, where they sign in.
    pub about_user_id: Option<Id<noun::User>>,
    /// Their name, where they do not.
    pub about_name: Option<String>,
    /// The referral.
    pub referral_id: Option<Id<noun::Referral>>,
    /// The case.
    pub case_id: Option<Id<noun::Case>>,
    /// The child.
    pub young_person_id: Option<Id<noun::YoungPerson>>,
    /// What was seen or said.
    pub text: String,
    /// Whether the child is in danger now.
    pub immediate_danger: bool,
    /// The call that was made.
    pub call: Option<EmergencyCall>,
    /// Whether a parent was told.
    pub parent_told: bool,
    /// Whether the child was told.
    pub child_told: bool,
}

/// What was decided about a concern.
#[derive(Clone, Debug)]
pub struct Resolve {
    /// The concern.
    pub safeguarding_concern_id: Id<noun::SafeguardingConcern>,
    /// As the caller saw it.
    pub version: i32,
    /// What was decided.
    pub outcome: String,
}

/// Raises a concern on what the viewer may see or has sent.
pub async fn raise(app: &App, caller: &Caller, input: Raise) -> Result<Id<noun::SafeguardingConcern>> {
    operate(app, caller, "safeguarding_concern.raise", async |op, viewer| {
        let child = about_child(op, viewer, &input).await?;
        none_of(problems(op, &input).await?)?;
        raise_within(op, viewer, child, input).await
    })
    .await
}

/// Writes a concern down within an operation that has found it right, such as a referral that says "in danger now". The
/// referral and its services are written before.
pub async fn raise_within(
    op: &Operation<'_>,
    viewer: &Viewer,
    child: Id<noun::YoungPerson>,
    input: Raise,
) -> Result<Id<noun::SafeguardingConcern>> {
    let id: Id<noun::SafeguardingConcern> = op.new_id();
    let due_on = referral_clocks::concern_decision_due_on(op.now, Calendar::england());
    let words = ConcernWords { text: input.text, about_name: input.about_name, outcome: None };
    let concern = safeguarding_concern::ActiveModel {
        id: Set(id),
        version: Set(1),
        kind: Set(input.kind),
        young_person_id: Set(Some(child)),
        case_id: Set(input.case_id),
        referral_id: Set(input.referral_id),
        about_user_id: Set(input.about_user_id),
        words: Set(Sealed::new(op.app.keys(), id.uuid(), &words)?),
        raised_by_id: Set(viewer.user),
        raised_from_id: Set(viewer.organisation),
        raised_at: Set(op.now),
        immediate_danger: Set(input.immediate_danger),
        parent_told: Set(input.parent_told),
        child_told: Set(input.child_told),
        decision_due_on: Set(due_on),
        resolved_at: Set(None),
        resolved_by_id: Set(None),
    }
    .insert(op.tx)
    .await?;
    if let Some(call) = &input.call {
        write_call(op, id, call).await?;
    }
    let reach = reach(op, &concern).await?;
    reach.tell(op, ChangeKind::SafeguardingConcernRaised).await?;
    op.audit(AuditAction::Create, SubjectKind::SafeguardingConcern, id.uuid(), Some(child)).await?;
    op.schedule(JobKind::ConcernUndecided, id.uuid(), end_of_working_day(due_on)).await?;
    if input.immediate_danger && input.call.is_none() {
        let title = "A safeguarding concern says that a child is in danger now, and names no call. Ring 999 or the front door.";
        reach.give_managers(op, JobKind::ConcernDanger, title).await?;
    }
    Ok(id)
}

/// Says what was decided about a concern.
pub async fn resolve(app: &App, caller: &Caller, input: Resolve) -> Result<Id<noun::SafeguardingConcern>> {
    operate(app, caller, "safeguarding_concern.resolve", async |op, viewer| {
        let seen = read::casework::concern::for_change(op.tx, viewer, input.safeguarding_concern_id).await?;
        let concern = seen.row;
        let act = if concern.kind == SafeguardingKind::AboutAdultWorkingWithChildren {
            Act::ResolveConcernAboutAdult
        } else {
            Act::ResolveConcern
        };
        viewer.must(act, seen.holds)?;
        checks::unchanged(concern.version, input.version)?;
        if concern.resolved_at.is_some() {
            let message = "This concern was resolved already. Raise another one if you are worried again.";
            return Err(Problem::new("", ProblemCode::NotAllowedInStatus, message).into());
        }
        none_of(TextKind::Account.needed("outcome", &input.outcome).into_iter().collect())?;
        let mut words: ConcernWords = concern.words.open(op.app.keys(), concern.id.uuid())?;
        words.outcome = Some(input.outcome);
        let (id, version) = (concern.id, concern.version);
        let mut row = concern.into_active_model();
        row.version = Set(version + 1);
        row.words = Set(Sealed::new(op.app.keys(), id.uuid(), &words)?);
        row.resolved_at = Set(Some(op.now));
        row.resolved_by_id = Set(Some(viewer.user));
        let concern = row.update(op.tx).await?;
        let reach = reach(op, &concern).await?;
        reach.tell(op, ChangeKind::SafeguardingConcernResolved).await?;
        op.unschedule(&[JobKind::ConcernUndecided], id.uuid()).await?;
        reach.nothing_left(op).await?;
        op.audit(AuditAction::Change, SubjectKind::SafeguardingConcern, id.uuid(), concern.young_person_id)
            .await?;
        Ok(id)
    })
    .await
}

async fn write_call(
    op: &Operation<'_>,
    concern: Id<noun::SafeguardingConcern>,
    call: &EmergencyCall,
) -> Result<()> {
    let id: Id<noun::EmergencyCall> = op.new_id();
    let words = CallWords {
        agency: call.agency.clone(),
        spoke_to: call.spoke_to.clone(),
        reference: call.reference.clone(),
    };
    emergency_call::ActiveModel {
        id: Set(id),
        concern_id: Set(concern),
        called_at: Set(call.called_at),
        words: Set(Sealed::new(op.app.keys(), id.uuid(), &words)?),
    }
    .insert(op.tx)
    .await?;
    Ok(())
}

/// The child whom a concern is about, by what the viewer named and may see or has sent.
async fn about_child(op: &Operation<'_>, viewer: &Viewer, input: &Raise) -> Result<Id<noun::YoungPerson>> {
    let mut children = Vec::new();
    if let Some(id) = input.case_id {
        let seen = read::casework::case::by_ids(op.tx, viewer, &[id]).await?.pop().ok_or(Error::NotFound)?;
        children.push((seen.row.young_person_id, seen.holds));
    }
    if let Some(id) = input.referral_id {
        let seen =
            read::casework::referral::by_ids(op.tx, viewer, &[id]).await?.pop().ok_or(Error::NotFound)?;
        children.push((seen.row.young_person_id, seen.holds));
    }
    if let Some(id) = input.young_person_id {
        let seen =
            read::people::young_person::by_ids(op.tx, viewer, &[id]).await?.pop().ok_or(Error::NotFound)?;
        children.push((seen.row.id, seen.holds));
    }
    let Some(&(child, _)) = children.first() else {
        viewer.must_ever(Act::RaiseConcern)?;
        let message = "Say about which child, case or referral you are worried.";
        return Err(Problem::new("youngPersonId", ProblemCode::Required, message).into());
    };
    let mut holds = children.iter().fold(Relations::NONE, |all, (_, holds)| all.or(*holds));
    // Who sees a case by their service's queue stands so to the child.
    for seen in read::people::young_person::by_ids(op.tx, viewer, &[child]).await? {
        holds = holds.or(seen.holds);
    }
    viewer.must(Act::RaiseConcern, holds)?;
    if children.iter().any(|(other, _)| *other != child) {
        let message = "These are of different children. Raise a concern about each.";
        return Err(Problem::new("youngPersonId", ProblemCode::Invalid, message).into());
    }
    Ok(child)
}

async fn problems(op: &Operation<'_>, input: &Raise) -> Result<Vec<Problem>> {
    let mut problems: Vec<Problem> = [
        TextKind::Account.needed("text", &input.text),
        TextKind::Name.optional("aboutName", input.about_name.as_deref()),
    ]
    .into_iter()
    .flatten()
    .collect();
    problems.extend(input.call.iter().flat_map(|call| call_problems(call, "call", op.now)));
    if let Some(user) = input.about_user_id {
        let found = read::people::user::by_ids(op.tx, &[user]).await?;
        let message = "This person is not known here. Give their name instead.";
        problems.extend(when(found.is_empty(), "aboutUserId", ProblemCode::NotFound, message));
    }
    Ok(problems)
}
