//! Notes on cases with their contacts, some amended, and what the case's own row says of them.

use chrono::{DateTime, Days, TimeDelta, Utc};

use super::{accounts, children::Child, dice::Dice, texts_of_cases as texts, triage::Desk, world::Member};
use crate::{
    domain::record::calendar::{Calendar, local_date},
    entity::casework::{
        case,
        case_note::{self, NoteWords},
        case_note_revision::{self, RevisionWords},
    },
    platform::{error::Result, sealed::Sealed},
    words::{
        CaseStatus, ContactOutcome, NoteAudience, NoteKind,
        id::{Id, noun},
    },
};

const KINDS: [(NoteKind, u32); 9] = [
    (NoteKind::Session, 26),
    (NoteKind::Visit, 20),
    (NoteKind::PhoneCall, 22),
    (NoteKind::Message, 8),
    (NoteKind::Meeting, 9),
    (NoteKind::ChildView, 4),
    (NoteKind::ParentView, 4),
    (NoteKind::Supervision, 4),
    (NoteKind::Other, 3),
];
const PLACES: [&str; 5] = ["At home", "At school", "Youth centre", "On a walk", "Our office"];

/// Writes the notes from the opening of a case until its end or now.
pub fn write(
    (world, dice, rows): Desk<'_>,
    child: &Child,
    case: &mut case::Model,
    worker: &Member,
) -> Result<()> {
    let Some(begun) = case.allocated_at else { return Ok(()) };
    let until = case.closed_at.unwrap_or(world.now);
    // Most children are seen every week or two; a few not for long.
    let gap = *dice.weighted(&[(8, 30), (12, 40), (18, 22), (30, 8)]);
    let mut at = dice.after(begun, 0, 2);
    let waiting = case.status == CaseStatus::AwaitingConsent;
    while at < until {
        note((world, dice, rows), child, case, (worker, at), waiting || rows_of_first(case))?;
        let days = u64::try_from(dice.between(gap / 2, gap + gap / 2).max(1)).unwrap_or(7);
        at = dice.time_on(Calendar::england().working_day_after(local_date(at) + Days::new(days - 1)), 9, 18);
    }
    Ok(())
}

/// Nothing was written yet: the first contact is a call.
fn rows_of_first(case: &case::Model) -> bool {
    case.last_note_at.is_none()
}

fn note(
    (world, dice, rows): Desk<'_>,
    child: &Child,
    case: &mut case::Model,
    (author, at): (&Member, DateTime<Utc>),
    call: bool,
) -> Result<()> {
    let kind = if call { NoteKind::PhoneCall } else { *dice.weighted(&KINDS) };
    let contact =
        matches!(kind, NoteKind::Visit | NoteKind::PhoneCall | NoteKind::Message | NoteKind::Session);
    let outcome = contact.then(|| outcome(dice, kind));
    let met = matches!(kind, NoteKind::Visit | NoteKind::Session) && outcome == Some(ContactOutcome::Spoke);
    let child_seen = outcome.map(|_| met && dice.percent(93.0));
    let seen = child_seen == Some(true);
    let id: Id<noun::CaseNote> = dice.id(at);
    let amended = dice.percent(2.5);
    let place = seen.then(|| (*dice.pick(&PLACES)).to_owned());
    let reached = outcome.is_none_or(|outcome| outcome == ContactOutcome::Spoke);
    let body = if reached {
        accounts::one_of(dice, texts::note(kind), child)
    } else {
        "Tried as agreed; will try again in two days, in the way that is safe.".to_owned()
    };
    let recorded_at = world.no_later(at + TimeDelta::minutes(i64::from(dice.between(5, 240))));
    rows.notes.push(case_note::Model {
        id,
        version: 1 + i32::from(amended),
        case_id: case.id,
        kind,
        author_id: author.user,
        occurred_at: at,
        recorded_at: recorded_at.max(at),
        audience: if dice.percent(72.0) { NoteAudience::CaseTeam } else { NoteAudience::Service },
        words: Sealed::new(&world.keys, id.uuid(), &NoteWords { body, place })?,
        contact_outcome: outcome,
        child_seen,
        seen_alone: seen.then(|| dice.percent(70.0)),
        voided_at: None,
    });
    if amended {
        let id_of: Id<noun::CaseNoteRevision> = dice.id(recorded_at);
        let words = RevisionWords {
            body: texts::EARLIER.replace("{child}", child.called()),
            reason: texts::WHY_AMENDED.to_owned(),
        };
        rows.revisions.push(case_note_revision::Model {
            id: id_of,
            note_id: id,
            words: Sealed::new(&world.keys, id_of.uuid(), &words)?,
            by_user_id: author.user,
            at: recorded_at.max(at),
        });
    }
    case.last_note_at = case.last_note_at.max(Some(at));
    if seen {
        case.last_seen_on = case.last_seen_on.max(Some(local_date(at)));
    }
    case.contact_attempts = attempts(case.contact_attempts, outcome, seen);
    Ok(())
}

fn outcome(dice: &mut Dice, kind: NoteKind) -> ContactOutcome {
    use ContactOutcome as O;
    match kind {
        NoteKind::PhoneCall => *dice.weighted(&[(O::Spoke, 70), (O::NoAnswer, 18), (O::MessageLeft, 12)]),
        NoteKind::Message => *dice.weighted(&[(O::MessageLeft, 60), (O::Spoke, 40)]),
        NoteKind::Visit => *dice.weighted(&[
            (O::Spoke, 82),
            (O::NotIn, 10),
            (O::CancelledByFamily, 6),
            (O::CancelledByUs, 2),
        ]),
        _ => {
            *dice.weighted(&[(O::Spoke, 84), (O::NotIn, 7), (O::CancelledByFamily, 7), (O::CancelledByUs, 2)])
        }
    }
}

/// Attempts since somebody was last reached, counted as adding a note counts them.
const fn attempts(before: i32, outcome: Option<ContactOutcome>, seen: bool) -> i32 {
    match outcome {
        _ if seen => 0,
        Some(ContactOutcome::Spoke) => 0,
        Some(ContactOutcome::NoAnswer | ContactOutcome::MessageLeft | ContactOutcome::NotIn) => before + 1,
        Some(ContactOutcome::CancelledByFamily | ContactOutcome::CancelledByUs) | None => before,
    }
}
