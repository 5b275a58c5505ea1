//! Notes on a case: add, amend. Nothing is overwritten; each earlier text is kept with who wrote it and why it changed.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};

use super::{case::ATTEMPTS_WITHOUT_CONSENT, case_rules, step};
use crate::{
    access::{Act, Viewer},
    domain::{
        checks::{self, when},
        record::{
            calendar::local_date,
            operation::{Caller, Happened, Operation, operate},
        },
    },
    entity::casework::{
        case,
        case_note::{self, NoteWords},
        case_note_revision::{self, RevisionWords},
    },
    platform::{
        app::App,
        error::{Error, Problem, ProblemCode, Result, none_of},
        sealed::Sealed,
    },
    read::{self, casework::case_note::SeenNote},
    words::{
        AuditAction, CaseStatus, ChangeKind, ContactOutcome, JobKind, NoteAudience, NoteKind, Role,
        SubjectKind,
        id::{Id, noun},
        text::TextKind,
    },
};

/// A note to be added.
#[derive(Clone, Debug)]
pub struct Add {
    /// The case.
    pub case_id: Id<noun::Case>,
    /// What kind.
    pub kind: NoteKind,
    /// When it happened.
    pub occurred_at: DateTime<Utc>,
    /// What was done, seen or said.
    pub body: String,
    /// Who may read it.
    pub audience: NoteAudience,
    /// Whether anyone was reached.
    pub contact: Option<NoteContact>,
}

/// Whether anyone was reached, and whether the child was seen.
#[derive(Clone, Debug)]
pub struct NoteContact {
    /// What came of it.
    pub outcome: ContactOutcome,
    /// Whether the child was seen.
    pub child_seen: bool,
    /// Whether alone.
    pub seen_alone: Option<bool>,
    /// Where.
    pub place: Option<String>,
}

/// A note's new text.
#[derive(Clone, Debug)]
pub struct Amend {
    /// The note.
    pub note_id: Id<noun::CaseNote>,
    /// As the caller saw it.
    pub version: i32,
    /// The text that it has from now on.
    pub body: String,
    /// Why.
    pub reason: String,
}

/// Adds a note to a case.
pub async fn add(app: &App, caller: &Caller, input: Add) -> Result<Id<noun::CaseNote>> {
    operate(app, caller, "case_note.add", async |op, viewer| {
        let seen = read::casework::case::for_change(op.tx, viewer, input.case_id).await?;
        viewer.must(Act::AddNote, seen.holds)?;
        case_rules::writable(seen.row.status)?;
        none_of(add_problems(&input, op.now))?;
        let id: Id<noun::CaseNote> = op.new_id();
        let place = input.contact.as_ref().and_then(|contact| contact.place.clone());
        let words = NoteWords { body: input.body, place };
        case_note::ActiveModel {
            id: Set(id),
            version: Set(1),
            case_id: Set(seen.row.id),
            kind: Set(input.kind),
            author_id: Set(viewer.user),
            occurred_at: Set(input.occurred_at),
            recorded_at: Set(op.now),
            audience: Set(input.audience),
            words: Set(Sealed::new(op.app.keys(), id.uuid(), &words)?),
            contact_outcome: Set(input.contact.as_ref().map(|contact| contact.outcome)),
            child_seen: Set(input.contact.as_ref().map(|contact| contact.child_seen)),
            seen_alone: Set(input.contact.as_ref().and_then(|contact| contact.seen_alone)),
            voided_at: Set(None),
        }
        .insert(op.tx)
        .await?;
        let case = reached(op, seen.row, input.occurred_at, input.contact.as_ref()).await?;
        let what = Happened { kind: ChangeKind::NoteAdded, about: Some(id.uuid()) };
        step::tell_case(op, &case, what, &[]).await?;
        op.audit(AuditAction::Create, SubjectKind::CaseNote, id.uuid(), Some(case.young_person_id)).await?;
        Ok(id)
    })
    .await
}

/// Gives a note another text; the earlier one is kept.
pub async fn amend(app: &App, caller: &Caller, input: Amend) -> Result<Id<noun::CaseNote>> {
    operate(app, caller, "case_note.amend", async |op, viewer| {
        let seen = read::casework::case_note::for_change(op.tx, viewer, input.note_id).await?;
        may_amend(viewer, &seen)?;
        let note = seen.row;
        checks::unchanged(note.version, input.version)?;
        let case = read::casework::case::for_itself(op.tx, note.case_id).await?.ok_or(Error::NotFound)?;
        case_rules::writable(case.status)?;
        if note.voided_at.is_some() {
            let message = "This note was voided as in the wrong record; it is not changed any more.";
            return Err(Problem::new("", ProblemCode::NotAllowedInStatus, message).into());
        }
        let problems =
            [TextKind::Note.needed("body", &input.body), TextKind::Reason.needed("reason", &input.reason)];
        none_of(problems.into_iter().flatten().collect())?;
        let old: NoteWords = note.words.open(op.app.keys(), note.id.uuid())?;
        keep(op, &note, old.body, input.reason).await?;
        let words = NoteWords { body: input.body, place: old.place };
        let (id, version) = (note.id, note.version);
        let mut row = note.into_active_model();
        row.version = Set(version + 1);
        row.words = Set(Sealed::new(op.app.keys(), id.uuid(), &words)?);
        row.update(op.tx).await?;
        let what = Happened { kind: ChangeKind::NoteAmended, about: Some(id.uuid()) };
        step::tell_case(op, &case, what, &[]).await?;
        op.audit(AuditAction::Change, SubjectKind::CaseNote, id.uuid(), Some(case.young_person_id)).await?;
        Ok(id)
    })
    .await
}

/// A caseworker amends what they wrote themselves, while the case is theirs; the manager any note of the service.
fn may_amend(viewer: &Viewer, note: &SeenNote) -> Result<()> {
    viewer.must(Act::AmendNote, note.holds)?;
    let anothers = viewer.role == Role::Caseworker && note.row.author_id != viewer.user;
    if anothers { Err(Error::Forbidden) } else { Ok(()) }
}

/// Keeps the text that a note has, with who wrote that and when.
async fn keep(op: &Operation<'_>, note: &case_note::Model, body: String, reason: String) -> Result<()> {
    let (by, at) = match read::record::audit::last_change(op.tx, note.id.uuid()).await? {
        Some((by, at)) => (by, at),
        None => (note.author_id, note.recorded_at),
    };
    let id: Id<noun::CaseNoteRevision> = op.new_id();
    case_note_revision::ActiveModel {
        id: Set(id),
        note_id: Set(note.id),
        words: Set(Sealed::new(op.app.keys(), id.uuid(), &RevisionWords { body, reason })?),
        by_user_id: Set(by),
        at: Set(at),
    }
    .insert(op.tx)
    .await?;
    Ok(())
}

/// Writes on the case what a contact was: when, whether the child was seen, how many attempts since anyone was reached.
async fn reached(
    op: &Operation<'_>,
    case: case::Model,
    occurred_at: DateTime<Utc>,
    contact: Option<&NoteContact>,
) -> Result<case::Model> {
    let attempts = contact.map_or(case.contact_attempts, |contact| attempts(case.contact_attempts, contact));
    let seen = contact.is_some_and(|contact| contact.child_seen).then(|| local_date(occurred_at));
    if case.status == CaseStatus::AwaitingConsent
        && attempts >= ATTEMPTS_WITHOUT_CONSENT
        && case.contact_attempts < ATTEMPTS_WITHOUT_CONSENT
    {
        op.schedule(JobKind::ConsentChase, case.id.uuid(), op.now).await?;
    }
    let (last_note_at, last_seen_on) = (case.last_note_at, case.last_seen_on);
    let mut row = case.into_active_model();
    row.last_note_at = Set(last_note_at.max(Some(occurred_at)));
    row.last_seen_on = Set(last_seen_on.max(seen));
    row.contact_attempts = Set(attempts);
    Ok(row.update(op.tx).await?)
}

/// The attempts since somebody was last reached. Who cancelled was reached, and was not spoken with.
const fn attempts(before: i32, contact: &NoteContact) -> i32 {
    match contact.outcome {
        _ if contact.child_seen => 0,
        ContactOutcome::Spoke => 0,
        ContactOutcome::NoAnswer | ContactOutcome::MessageLeft | ContactOutcome::NotIn => before + 1,
        ContactOutcome::CancelledByFamily | ContactOutcome::CancelledByUs => before,
    }
}

fn add_problems(input: &Add, now: DateTime<Utc>) -> Vec<Problem> {
    let contact = input.contact.as_ref();
    let place = contact.and_then(|contact| contact.place.as_deref());
    let alone_unseen = contact.is_some_and(|contact| contact.seen_alone == Some(true) && !contact.child_seen);
    [
        TextKind::Note.needed("body", &input.body),
        when(
            input.occurred_at > now,
            "occurredAt",
            ProblemCode::OutOfRange,
            "This is in the future. Enter when it happened.",
        ),
        TextKind::Line.optional("contact.place", place),
        when(
            alone_unseen,
            "contact.seenAlone",
            ProblemCode::Invalid,
            "Say that the child was seen, or leave out that it was alone.",
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contact(outcome: ContactOutcome, child_seen: bool) -> NoteContact {
        NoteContact { outcome, child_seen, seen_alone: None, place: None }
    }

    #[test]
    fn attempts_count_until_somebody_is_reached() {
        use ContactOutcome as Outcome;
        assert_eq!(attempts(2, &contact(Outcome::NoAnswer, false)), 3);
        assert_eq!(attempts(2, &contact(Outcome::NotIn, false)), 3);
        assert_eq!(attempts(2, &contact(Outcome::CancelledByFamily, false)), 2);
        assert_eq!(attempts(2, &contact(Outcome::Spoke, false)), 0);
        assert_eq!(attempts(2, &contact(Outcome::NotIn, true)), 0, "the child was seen at the door");
    }

    #[test]
    fn a_note_says_what_happened_before_now() {
        let now: DateTime<Utc> = "2026-11-23T10:00:00Z".parse().unwrap();
        let note = Add {
            case_id: uuid::Uuid::nil().into(),
            kind: NoteKind::Visit,
            occurred_at: now,
            body: "Saw Zoë at school.".into(),
            audience: NoteAudience::CaseTeam,
            contact: Some(contact(ContactOutcome::Spoke, true)),
        };
        assert!(add_problems(&note, now).is_empty());
        let alone = NoteContact { seen_alone: Some(true), ..contact(ContactOutcome::NotIn, false) };
        let wrong = Add {
            occurred_at: now + chrono::TimeDelta::seconds(1),
            body: " ".into(),
            contact: Some(alone),
            ..note
        };
        let fields: Vec<_> = add_problems(&wrong, now).into_iter().map(|p| p.field.join(".")).collect();
        assert_eq!(fields, ["body", "occurredAt", "contact.seenAlone"]);
    }
}
