//! A case's timeline: notes, decisions, transitions, consents and concerns in one order, newest first.
//!
//! Each entry is read under the viewer's scope by the read of its own noun; a case has some hundreds at most, so the page is
//! cut here.

use std::cmp::Reverse;

use async_graphql::{Context, ID, SimpleObject};
use chrono::{DateTime as Instant, Utc};

use crate::{
    access::See,
    graphql::{
        connection::{Connection, Paging, Question, connect},
        error::Answer,
        loader::{ConcernsOf, ConsentsOf, DecisionsOf, StepsOfCase},
        node::{Case, CaseNote, Consent, SafeguardingConcern, User},
        record::node::Node,
        scalar::DateTime,
        visit::{Ask, Sight},
    },
    platform::error::Result,
    read::{
        casework::case_note,
        page::{Key, Page, Window},
    },
    words::{
        NoteKind, TimelineKind,
        id::{Id, noun},
    },
};

/// One line of a case's timeline.
#[derive(Clone, SimpleObject)]
pub struct TimelineEntry {
    /// Opaque.
    id: ID,
    /// When it happened.
    at: DateTime,
    /// What kind of line.
    kind: TimelineKind,
    /// What happened, in a few words.
    title: String,
    /// Who.
    by: Option<User>,
    /// The object, where it can be opened.
    subject: Option<Node>,
}

/// A line before the people's names are loaded.
struct Line {
    at: Instant<Utc>,
    id: uuid::Uuid,
    kind: TimelineKind,
    title: String,
    by: Option<Id<noun::User>>,
    subject: Option<Node>,
}

/// A page of a case's timeline.
pub async fn timeline(
    ctx: &Context<'_>,
    sight: &Sight,
    case: &Case,
    kinds: Option<Vec<TimelineKind>>,
    paging: Paging,
) -> Answer<Connection<TimelineEntry>> {
    let app = ctx.app();
    let question = Question::of(&sight.viewer, "case.timeline", &(case.0.row.id, &kinds));
    let window = paging.window(app, &question)?;
    let mut lines = lines(ctx, sight, case).await?;
    lines.retain(|line| kinds.as_ref().is_none_or(|kinds| kinds.contains(&line.kind)));
    lines.sort_by_key(|line| Reverse((line.at, line.id)));
    let count = lines.len() as u64;
    let page = cut(lines, &window);
    let mut rows = Vec::with_capacity(page.rows.len());
    for (line, keys) in page.rows {
        let by = match line.by {
            Some(by) => sight.one(by).await?,
            None => None,
        };
        let id = Id::<noun::TimelineEntry>::from(line.id).seal(app.keys()).into();
        let entry = TimelineEntry {
            id,
            at: line.at.into(),
            kind: line.kind,
            title: line.title,
            by,
            subject: line.subject,
        };
        rows.push((entry, keys));
    }
    let page = Page { rows, more_after: page.more_after, more_before: page.more_before };
    connect(app, &question, page, |entry| entry, move |_| async move { Result::Ok(count) })
}

async fn lines(ctx: &Context<'_>, sight: &Sight, case: &Case) -> Answer<Vec<Line>> {
    let row = &case.0.row;
    let mut lines = Vec::new();
    for note in case_note::all_of_case(ctx.app().database(), &sight.viewer, row.id).await? {
        lines.push(Line {
            at: note.row.occurred_at,
            id: note.row.id.uuid(),
            kind: TimelineKind::Note,
            title: note_title(note.row.kind).to_owned(),
            by: Some(note.row.author_id),
            subject: Some(Node::CaseNote(CaseNote::from(note))),
        });
    }
    for step in sight.all(StepsOfCase(row.id)).await? {
        lines.push(Line {
            at: step.at,
            id: step.id.uuid(),
            kind: TimelineKind::Transition,
            title: step_title(step.from_status.as_deref(), &step.to_status),
            by: step.by_user_id,
            subject: None,
        });
    }
    for decision in sight.all(DecisionsOf(row.referral_id)).await? {
        lines.push(Line {
            at: decision.decided_at,
            id: decision.id.uuid(),
            kind: TimelineKind::Decision,
            title: format!("Referral: {}", in_words(decision.outcome.as_str())),
            by: Some(decision.decided_by_id),
            subject: None,
        });
    }
    for concern in sight.all(ConcernsOf(row.young_person_id)).await? {
        lines.push(Line {
            at: concern.row.raised_at,
            id: concern.row.id.uuid(),
            kind: TimelineKind::SafeguardingConcern,
            title: "Safeguarding concern raised".to_owned(),
            by: Some(concern.row.raised_by_id),
            subject: Some(Node::SafeguardingConcern(SafeguardingConcern::from(concern))),
        });
    }
    if sight.sees(See::ChildConsents, case.0.holds) {
        for consent in sight.all(ConsentsOf(row.young_person_id)).await? {
            lines.push(Line {
                at: consent.recorded_at,
                id: consent.id.uuid(),
                kind: TimelineKind::Consent,
                title: format!("Consent: {}", in_words(consent.status.as_str())),
                by: Some(consent.recorded_by_id),
                subject: Some(Node::Consent(Consent::from(consent))),
            });
        }
    }
    Ok(lines)
}

fn cut(lines: Vec<Line>, window: &Window) -> Page<Line> {
    let keys = |line: &Line| vec![Key::Instant(line.at), Key::Id(line.id)];
    let place = |keys: &[Key]| match keys {
        [Key::Instant(at), Key::Id(id)] => Some((*at, *id)),
        _ => None,
    };
    let after = window.after.as_deref().and_then(place);
    let before = window.before.as_deref().and_then(place);
    let inside = |line: &Line| {
        let here = (line.at, line.id);
        after.is_none_or(|edge| here < edge) && before.is_none_or(|edge| here > edge)
    };
    let mut rows: Vec<_> = lines
        .into_iter()
        .filter(inside)
        .map(|line| {
            let keys = keys(&line);
            (line, keys)
        })
        .collect();
    let limit = usize::try_from(window.limit).unwrap_or(usize::MAX);
    let more = rows.len() > limit;
    if window.backward {
        rows.drain(..rows.len().saturating_sub(limit));
        Page { rows, more_after: before.is_some(), more_before: more }
    } else {
        rows.truncate(limit);
        Page { rows, more_after: more, more_before: after.is_some() }
    }
}

const fn note_title(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Visit => "Visit",
        NoteKind::PhoneCall => "Phone call",
        NoteKind::Message => "Message",
        NoteKind::Meeting => "Meeting",
        NoteKind::Session => "Session",
        NoteKind::Supervision => "Supervision",
        NoteKind::ChildView => "What the child says",
        NoteKind::ParentView => "What the parent says",
        NoteKind::Other => "Note",
    }
}

fn step_title(from: Option<&str>, to: &str) -> String {
    match from {
        None => format!("Case opened: {}", in_words(to)),
        Some(from) if from == to => "Caseworker changed".to_owned(),
        Some(from) => format!("From {} to {}", in_words(from), in_words(to)),
    }
}

/// A word of the vocabulary as people say it: `AWAITING_CONSENT` is "awaiting consent".
fn in_words(word: &str) -> String {
    word.to_lowercase().replace('_', " ")
}
