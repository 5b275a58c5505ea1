//! A case's timeline: notes, decisions, transitions, consents and concerns in one order, newest first.
//!
//! Each entry is read under the viewer's scope by the read of its own noun, a page of each.

use async_graphql::{Context, ID, SimpleObject};

use crate::{
    access::See,
    graphql::{
        connection::{Connection, Paging, Question, connect},
        error::Answer,
        node::{Case, CaseNote, Consent, SafeguardingConcern, User},
        record::node::Node,
        scalar::DateTime,
        visit::{Ask, Sight},
    },
    platform::app::App,
    read::{
        casework::timeline::{self, Row},
        page::Page,
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
    let kinds = shown(sight, case, kinds.as_deref());
    let page = timeline::page(app.database(), &sight.viewer, &case.0.row, &kinds, &window).await?;
    let mut rows = Vec::with_capacity(page.rows.len());
    for (row, keys) in page.rows {
        rows.push((entry(app, sight, row).await?, keys));
    }
    let page = Page { rows, more_after: page.more_after, more_before: page.more_before };
    let (viewer, row) = (sight.viewer.clone(), case.0.row.clone());
    let count = move |app: App| {
        let (viewer, row, kinds) = (viewer.clone(), row.clone(), kinds.clone());
        async move { timeline::count(app.database(), &viewer, &row, &kinds).await }
    };
    connect(app, &question, page, |entry| entry, count)
}

/// The kinds that are asked for and that the viewer sees of this case, each once.
fn shown(sight: &Sight, case: &Case, asked: Option<&[TimelineKind]>) -> Vec<TimelineKind> {
    const ALL: [TimelineKind; 5] = [
        TimelineKind::Note,
        TimelineKind::Transition,
        TimelineKind::Decision,
        TimelineKind::SafeguardingConcern,
        TimelineKind::Consent,
    ];
    let consents = sight.sees(See::ChildConsents, case.0.holds);
    ALL.into_iter()
        .filter(|kind| asked.is_none_or(|asked| asked.contains(kind)))
        .filter(|kind| consents || *kind != TimelineKind::Consent)
        .collect()
}

async fn entry(app: &App, sight: &Sight, row: Row) -> Answer<TimelineEntry> {
    let (at, id, by) = match &row {
        Row::Note(note) => (note.row.occurred_at, note.row.id.uuid(), Some(note.row.author_id)),
        Row::Step(step) => (step.at, step.id.uuid(), step.by_user_id),
        Row::Decision(decision) => (decision.decided_at, decision.id.uuid(), Some(decision.decided_by_id)),
        Row::Concern(concern) => {
            (concern.row.raised_at, concern.row.id.uuid(), Some(concern.row.raised_by_id))
        }
        Row::Consent(consent) => (consent.recorded_at, consent.id.uuid(), Some(consent.recorded_by_id)),
    };
    let (kind, title, subject) = match row {
        Row::Note(note) => {
            let title = note_title(note.row.kind).to_owned();
            (TimelineKind::Note, title, Some(Node::CaseNote(CaseNote::from(note))))
        }
        Row::Step(step) => {
            (TimelineKind::Transition, step_title(step.from_status.as_deref(), &step.to_status), None)
        }
        Row::Decision(decision) => {
            (TimelineKind::Decision, format!("Referral: {}", in_words(decision.outcome.as_str())), None)
        }
        Row::Concern(concern) => {
            let subject = Node::SafeguardingConcern(SafeguardingConcern::from(concern));
            (TimelineKind::SafeguardingConcern, "Safeguarding concern raised".to_owned(), Some(subject))
        }
        Row::Consent(consent) => {
            let title = format!("Consent: {}", in_words(consent.status.as_str()));
            (TimelineKind::Consent, title, Some(Node::Consent(Consent::from(consent))))
        }
    };
    let by = match by {
        Some(by) => sight.one(by).await?,
        None => None,
    };
    let id = Id::<noun::TimelineEntry>::from(id).seal(app.keys()).into();
    Ok(TimelineEntry { id, at: at.into(), kind, title, by, subject })
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
