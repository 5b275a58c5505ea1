//! Cases: opened by an accepted referral, given to a worker, and moved on by consent. Closing comes with delivery.

use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};

use super::{
    arising::{self, About},
    case_rules, referral_clocks, step,
};
use crate::{
    access::Act,
    domain::{
        checks::{self, when},
        people::{consent_rules, participation, staff},
        record::{
            calendar::Calendar,
            operation::{Caller, Operation, operate},
        },
    },
    entity::{
        casework::{case, case_co_worker, referral},
        people::young_person,
    },
    platform::{
        app::App,
        error::{Error, Problem, ProblemCode, Result, none_of},
    },
    read::{self, casework::concerned, people::by_itself},
    words::{
        AuditAction, CaseStatus, ChangeKind, JobKind, Pathway, Role, SubjectKind,
        id::{Id, noun},
        reference::Reference,
    },
};

/// Attempts after which the manager decides how to go on without consent.
pub const ATTEMPTS_WITHOUT_CONSENT: i32 = 3;

/// Who is to work a case.
#[derive(Clone, Debug)]
pub struct Allocate {
    /// The case.
    pub case_id: Id<noun::Case>,
    /// As the caller saw it.
    pub version: i32,
    /// The caseworker.
    pub caseworker_id: Id<noun::User>,
    /// Who works it beside them.
    pub co_worker_ids: Vec<Id<noun::User>>,
    /// Whether a conflict of interest is known.
    pub conflict_declared: bool,
}

/// Gives a case its worker, or another one. Before consent it goes on waiting for it.
pub async fn allocate(app: &App, caller: &Caller, input: Allocate) -> Result<Id<noun::Case>> {
    operate(app, caller, "case.allocate", async |op, viewer| {
        let seen = read::casework::case::for_change(op.tx, viewer, input.case_id).await?;
        viewer.must(Act::Allocate, seen.holds)?;
        let case = seen.row;
        checks::unchanged(case.version, input.version)?;
        let status = case_rules::allocated(case.status)?;
        none_of(problems(op, &case, &input).await?)?;
        let before = workers(op, &case).await?;
        let (from, version, new_worker) =
            (case.status, case.version, case.caseworker_id != Some(input.caseworker_id));
        let mut row = case.into_active_model();
        row.version = Set(version + 1);
        row.status = Set(status);
        row.caseworker_id = Set(Some(input.caseworker_id));
        if new_worker {
            row.allocated_at = Set(Some(op.now));
        }
        let case = row.update(op.tx).await?;
        set_co_workers(op, case.id, &input.co_worker_ids).await?;
        step::of_case(op, case.id, Some(from), status, None).await?;
        step::tell_case(op, &case, ChangeKind::CaseAllocated, &before).await?;
        op.audit(AuditAction::Change, SubjectKind::Case, case.id.uuid(), Some(case.young_person_id)).await?;
        Ok(case.id)
    })
    .await
}

/// Who works a case now.
async fn workers(op: &Operation<'_>, case: &case::Model) -> Result<Vec<Id<noun::User>>> {
    let co_workers = read::casework::case::co_workers(op.tx, &[case.id]).await?;
    Ok(case.caseworker_id.into_iter().chain(co_workers.into_iter().map(|row| row.user_id)).collect())
}

async fn set_co_workers(op: &Operation<'_>, case: Id<noun::Case>, people: &[Id<noun::User>]) -> Result<()> {
    case_co_worker::Entity::delete_many().filter(case_co_worker::Column::CaseId.eq(case)).exec(op.tx).await?;
    if people.is_empty() {
        return Ok(());
    }
    let rows =
        people.iter().map(|user| case_co_worker::ActiveModel { case_id: Set(case), user_id: Set(*user) });
    case_co_worker::Entity::insert_many(rows).exec_without_returning(op.tx).await?;
    Ok(())
}

async fn problems(op: &Operation<'_>, case: &case::Model, input: &Allocate) -> Result<Vec<Problem>> {
    let mut people = input.co_worker_ids.clone();
    people.push(input.caseworker_id);
    let caseworkers = staff::holding(op, &people, case.controller_id, &[Role::Caseworker]).await?;
    let listed = by_itself::listed(op.tx, case.young_person_id).await?;
    let mut problems: Vec<Problem> =
        case_rules::conflict_of_interest(input.conflict_declared).into_iter().collect();
    problems.extend(person_problem("caseworkerId", input.caseworker_id, &caseworkers, listed.as_deref()));
    for (place, person) in input.co_worker_ids.iter().enumerate() {
        let field = format!("coWorkerIds.{place}");
        problems.extend(person_problem(&field, *person, &caseworkers, listed.as_deref()));
        let again = *person == input.caseworker_id || input.co_worker_ids[..place].contains(person);
        problems.extend(when(again, &field, ProblemCode::Duplicate, "This person is named already."));
    }
    Ok(problems)
}

/// What is wrong with giving a case to somebody: they are no caseworker of the service, or could not open the record.
fn person_problem(
    field: &str,
    person: Id<noun::User>,
    caseworkers: &[Id<noun::User>],
    listed: Option<&[Id<noun::User>]>,
) -> Option<Problem> {
    let stranger = !caseworkers.contains(&person);
    let barred = listed.is_some_and(|listed| !listed.contains(&person));
    when(stranger, field, ProblemCode::NotFound, "Choose a caseworker of this service.").or_else(|| {
        let message = "This record is open only to the people on its list, and this person is not on it.";
        when(barred, field, ProblemCode::NotEligible, message)
    })
}

/// What a case is opened with.
#[derive(Clone, Copy, Debug)]
pub struct Opening<'a> {
    /// The referral that is accepted.
    pub referral: &'a referral::Model,
    /// The child: the record that the referral belongs to from now on.
    pub young_person_id: Id<noun::YoungPerson>,
    /// By which way the child comes to help.
    pub pathway: Pathway,
    /// The service that accepts.
    pub controller_id: Id<noun::Organisation>,
}

/// Opens a case, within the operation that accepts its referral. It waits for consent, unless the record holds it already.
pub async fn open(op: &Operation<'_>, opening: Opening<'_>) -> Result<case::Model> {
    let child = by_itself::child(op.tx, opening.young_person_id).await?.ok_or(Error::NotFound)?;
    let holds = participation::answers(op, &child).await?.hold(op, &child, opening.pathway);
    let status = consent_rules::next_case_status(case_rules::OPENED_IN, holds, false);
    let case = case::ActiveModel {
        id: Set(op.new_id()),
        reference: Set(free_reference(op).await?),
        version: Set(1),
        status: Set(status),
        pathway: Set(opening.pathway),
        young_person_id: Set(child.id),
        referral_id: Set(opening.referral.id),
        controller_id: Set(opening.controller_id),
        opened_at: Set(op.now),
        contact_attempts: Set(0),
        ..Default::default()
    }
    .insert(op.tx)
    .await?;
    step::of_case(op, case.id, None, status, None).await?;
    step::tell_case(op, &case, ChangeKind::CaseOpened, &[]).await?;
    op.audit(AuditAction::Create, SubjectKind::Case, case.id.uuid(), Some(child.id)).await?;
    if status == CaseStatus::AwaitingConsent {
        let at = referral_clocks::consent_chase_at(op.now, Calendar::england());
        op.schedule(JobKind::ConsentChase, case.id.uuid(), at).await?;
    }
    Ok(case)
}

async fn free_reference(op: &Operation<'_>) -> Result<String> {
    loop {
        let reference = Reference::<noun::Case>::from_random(op.app.chance().bytes()).to_string();
        if !concerned::case_reference_taken(op.tx, &reference).await? {
            return Ok(reference);
        }
    }
}

/// Moves the child's cases on that waited for the consent that now holds, within the operation that recorded it.
pub async fn consent_changed(op: &Operation<'_>, child: &young_person::Model) -> Result<()> {
    let answers = participation::answers(op, child).await?;
    for case in concerned::open_cases(op.tx, child.id).await? {
        let holds = answers.hold(op, child, case.pathway);
        let status = consent_rules::next_case_status(case.status, holds, case.caseworker_id.is_some());
        if status == case.status {
            continue;
        }
        let (from, version) = (case.status, case.version);
        let mut row = case.into_active_model();
        row.version = Set(version + 1);
        row.status = Set(status);
        let case = row.update(op.tx).await?;
        step::of_case(op, case.id, Some(from), status, None).await?;
        step::tell_case(op, &case, ChangeKind::CaseStatusChanged, &[]).await?;
        op.unschedule(&[JobKind::ConsentChase], case.id.uuid()).await?;
        arising::reason_gone(op, About::Case(case.id), |cause, _| cause == JobKind::ConsentChase).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_case_goes_to_caseworkers_who_may_open_it() {
        let person = |n: u128| Id::<noun::User>::from(Uuid::from_u128(n));
        let code = |n, listed: Option<&[_]>| {
            person_problem("caseworkerId", person(n), &[person(1), person(2)], listed).map(|p| p.code)
        };
        assert_eq!(code(1, None), None);
        assert_eq!(code(3, None), Some(ProblemCode::NotFound));
        assert_eq!(code(1, Some(&[person(2)])), Some(ProblemCode::NotEligible));
        assert_eq!(code(2, Some(&[person(2)])), None);
        assert_eq!(code(3, Some(&[])), Some(ProblemCode::NotFound));
    }
}
