//! Recording and withdrawing consent. It stands in this wing because it moves cases on; its rules are `people`'s.

use chrono::NaiveDate;
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{Set, Unchanged},
    IntoActiveModel,
};

use super::case;
use crate::{
    access::Act,
    domain::{
        checks,
        people::{
            consent_rules::{self, Recorded},
            details, tell,
        },
        record::operation::{Caller, Operation, operate},
    },
    entity::people::consent::{self, ConsentWords, Scope},
    platform::{
        app::App,
        error::{Problem, ProblemCode, Result, none_of},
        sealed::Sealed,
    },
    read::{self, people::by_itself},
    words::{
        AuditAction, ChangeKind, ConsentKind, ConsentStatus, SubjectKind,
        id::{Id, noun},
        text::TextKind,
    },
};

/// The most things that one consent covers.
const SCOPE: usize = 20;

/// An answer to be recorded.
#[derive(Clone, Debug)]
pub struct Record {
    /// The child.
    pub young_person_id: Id<noun::YoungPerson>,
    /// The question.
    pub kind: ConsentKind,
    /// The answer.
    pub status: ConsentStatus,
    /// Who gave it.
    pub given_by: String,
    /// The contact who gave it.
    pub contact_id: Option<Id<noun::Contact>>,
    /// Why it was refused or is not required.
    pub reason: Option<String>,
    /// What it covers.
    pub scope: Vec<String>,
    /// When it was given.
    pub decided_on: NaiveDate,
    /// With whom may be shared.
    pub organisation_id: Option<Id<noun::Organisation>>,
    /// The last day on which it holds.
    pub expires_on: Option<NaiveDate>,
    /// Why the child was found able to decide alone.
    pub gillick_reasons: Option<String>,
}

/// A consent that is taken back.
#[derive(Clone, Debug)]
pub struct Withdraw {
    /// The consent.
    pub consent_id: Id<noun::Consent>,
    /// As the caller saw it.
    pub version: i32,
    /// From which day.
    pub on: NaiveDate,
    /// Why, if they said.
    pub reason: Option<String>,
}

/// Records an answer. One to the same question before it is replaced, and kept.
pub async fn record(app: &App, caller: &Caller, input: Record) -> Result<Id<noun::Consent>> {
    operate(app, caller, "consent.record", async |op, viewer| {
        let seen = read::people::young_person::for_change(op.tx, viewer, input.young_person_id).await?;
        viewer.must(Act::Consent, seen.holds)?;
        let child = seen.row;
        none_of(problems(op, &input).await?)?;
        replace(op, &input).await?;
        let id: Id<noun::Consent> = op.new_id();
        let words = ConsentWords {
            given_by: input.given_by,
            reason: input.reason,
            gillick_reasons: input.gillick_reasons,
        };
        consent::ActiveModel {
            id: Set(id),
            young_person_id: Set(child.id),
            version: Set(1),
            kind: Set(input.kind),
            status: Set(input.status),
            words: Set(Sealed::new(op.app.keys(), id.uuid(), &words)?),
            contact_id: Set(input.contact_id),
            scope: Set(Scope(input.scope)),
            decided_on: Set(input.decided_on),
            withdrawn_on: Set(None),
            expires_on: Set(input.expires_on),
            organisation_id: Set(input.organisation_id),
            recorded_by_id: Set(viewer.user),
            recorded_at: Set(op.now),
            replaced_at: Set(None),
        }
        .insert(op.tx)
        .await?;
        case::consent_changed(op, &child).await?;
        tell::concerned(op, child.id, ChangeKind::ConsentChanged).await?;
        op.audit(AuditAction::Create, SubjectKind::Consent, id.uuid(), Some(child.id)).await?;
        Ok(id)
    })
    .await
}

/// Takes a consent back. No case moves back for it: it stops delivery, enrolment and sharing.
pub async fn withdraw(app: &App, caller: &Caller, input: Withdraw) -> Result<Id<noun::Consent>> {
    operate(app, caller, "consent.withdraw", async |op, viewer| {
        let seen = read::people::consent::for_change(op.tx, viewer, input.consent_id).await?;
        viewer.must(Act::Consent, seen.holds)?;
        let consent = seen.row;
        checks::unchanged(consent.version, input.version)?;
        let wrong = consent_rules::withdrawal(consent.status, consent.decided_on, input.on, op.today);
        let (status, mut wrong): (Vec<_>, Vec<_>) =
            wrong.into_iter().partition(|problem| problem.code == ProblemCode::NotAllowedInStatus);
        if let Some(problem) = status.into_iter().next() {
            return Err(problem.into());
        }
        wrong.extend(TextKind::Reason.optional("reason", input.reason.as_deref()));
        none_of(wrong)?;
        let mut words = consent.words.open(op.app.keys(), consent.id.uuid())?;
        words.reason = input.reason.or(words.reason);
        let (id, child, version) = (consent.id, consent.young_person_id, consent.version);
        let mut row = consent.into_active_model();
        row.version = Set(version + 1);
        row.status = Set(ConsentStatus::Withdrawn);
        row.withdrawn_on = Set(Some(input.on));
        row.words = Set(Sealed::new(op.app.keys(), id.uuid(), &words)?);
        row.update(op.tx).await?;
        tell::concerned(op, child, ChangeKind::ConsentChanged).await?;
        op.audit(AuditAction::Change, SubjectKind::Consent, id.uuid(), Some(child)).await?;
        Ok(id)
    })
    .await
}

/// Marks the answer that stood until now as replaced: to the same question, about the same organisation.
async fn replace(op: &Operation<'_>, input: &Record) -> Result<()> {
    let standing = read::people::young_person::consents(op.tx, &[input.young_person_id]).await?;
    let before = standing
        .into_iter()
        .filter(|old| old.kind == input.kind && old.organisation_id == input.organisation_id);
    for old in before {
        let row = consent::ActiveModel {
            id: Unchanged(old.id),
            version: Set(old.version + 1),
            replaced_at: Set(Some(op.now)),
            ..Default::default()
        };
        row.update(op.tx).await?;
    }
    Ok(())
}

async fn problems(op: &Operation<'_>, input: &Record) -> Result<Vec<Problem>> {
    let recorded = Recorded {
        kind: input.kind,
        status: input.status,
        given_by: &input.given_by,
        reason: input.reason.as_deref(),
        gillick_reasons: input.gillick_reasons.as_deref(),
        decided_on: input.decided_on,
        expires_on: input.expires_on,
        names_organisation: input.organisation_id.is_some(),
    };
    let mut problems = recorded.problems(op.today);
    problems.extend(details::at_most("scope", input.scope.len(), SCOPE));
    for (place, line) in input.scope.iter().enumerate() {
        problems.extend(TextKind::Line.needed(&format!("scope.{place}"), line));
    }
    if let Some(contact) = input.contact_id {
        let found = by_itself::contact(op.tx, input.young_person_id, contact).await?;
        problems.extend(missing(found.is_none(), "contactId", "This person is no contact of the child."));
    }
    if let Some(organisation) = input.organisation_id {
        let found = read::people::organisation::by_id(op.tx, organisation).await?;
        problems.extend(missing(found.is_none(), "organisationId", "Choose an organisation from the list."));
    }
    Ok(problems)
}

fn missing(missing: bool, field: &str, message: &'static str) -> Option<Problem> {
    checks::when(missing, field, ProblemCode::NotFound, message)
}
