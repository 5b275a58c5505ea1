//! A case's timeline: notes, decisions, transitions, consents, concerns, sessions, places and measures in one order, newest first.
//!
//! Each entry is read under the viewer's scope by the read of its own noun, a page of each.

use async_graphql::{Context, ID, SimpleObject};

use crate::{
    access::See,
    graphql::{
        connection::{Connection, Paging, Question, connect},
        error::Answer,
        loader::own,
        node::{Case, CaseNote, Consent, Enrolment, Measure, SafeguardingConcern, Session, User},
        record::node::Node,
        scalar::DateTime,
        visit::{Ask, Sight},
    },
    platform::app::App,
    read::{
        casework::timeline::{self, Row},
        page::{Key, Page},
    },
    words::{
        AttendanceMark, EnrolmentStatus, Instrument, MeasureStage, NoteKind, TimelineKind,
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
    let page = timeline::page(app.reads(), &sight.viewer, &case.0.row, &kinds, &window).await?;
    load_together(sight, &page.rows).await?;
    let mut rows = Vec::with_capacity(page.rows.len());
    for (row, keys) in page.rows {
        rows.push((entry(app, sight, row).await?, keys));
    }
    let page = Page { rows, more_after: page.more_after, more_before: page.more_before };
    let (viewer, row) = (sight.viewer.clone(), case.0.row.clone());
    let count = move |app: App| {
        let (viewer, row, kinds) = (viewer.clone(), row.clone(), kinds.clone());
        async move { timeline::count(app.reads(), &viewer, &row, &kinds).await }
    };
    connect(app, &question, page, |entry| entry, count)
}

/// The kinds that are asked for and that the viewer sees of this case, each once.
fn shown(sight: &Sight, case: &Case, asked: Option<&[TimelineKind]>) -> Vec<TimelineKind> {
    const ALL: [TimelineKind; 8] = [
        TimelineKind::Note,
        TimelineKind::Transition,
        TimelineKind::Decision,
        TimelineKind::SafeguardingConcern,
        TimelineKind::Consent,
        TimelineKind::Session,
        TimelineKind::Enrolment,
        TimelineKind::Measure,
    ];
    let sees = |kind: &TimelineKind| match kind {
        TimelineKind::Consent => sight.sees(See::ChildConsents, case.0.holds),
        TimelineKind::Session | TimelineKind::Enrolment => sight.sees(See::Enrolments, case.0.holds),
        _ => true,
    };
    ALL.into_iter().filter(|kind| asked.is_none_or(|asked| asked.contains(kind))).filter(sees).collect()
}

/// Loads the sessions and places that a page names, all at once: a page costs as many statements as it has kinds.
async fn load_together(sight: &Sight, rows: &[(Row, Vec<Key>)]) -> Answer<()> {
    let (mut sessions, mut places) = (Vec::new(), Vec::new());
    for (row, _) in rows {
        match row {
            Row::Mark(mark) => sessions.push(mark.session_id),
            Row::SessionNote(note) => sessions.push(note.session_id),
            Row::Place(step) => places.push(step.enrolment_id),
            _ => {}
        }
    }
    sight.load.load_many(sessions).await.map_err(|error| own(&error))?;
    sight.load.load_many(places).await.map_err(|error| own(&error))?;
    Ok(())
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
        Row::Mark(mark) => (mark.at, mark.id.uuid(), Some(mark.by_user_id)),
        Row::SessionNote(note) => (note.at, note.id.uuid(), Some(note.author_id)),
        Row::Place(step) => (step.at, step.id.uuid(), step.by_user_id),
        Row::Measure(measure) => {
            (measure.row.recorded_at, measure.row.id.uuid(), Some(measure.row.recorded_by_id))
        }
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
        Row::Mark(mark) => {
            let session: Option<Session> = sight.one(mark.session_id).await?;
            (TimelineKind::Session, mark_title(mark.mark).to_owned(), session.map(Node::Session))
        }
        Row::SessionNote(note) => {
            let session: Option<Session> = sight.one(note.session_id).await?;
            (TimelineKind::Session, "Session note".to_owned(), session.map(Node::Session))
        }
        Row::Place(step) => {
            let place: Option<Enrolment> = sight.one(step.enrolment_id).await?;
            (TimelineKind::Enrolment, place_title(step.to_status).to_owned(), place.map(Node::Enrolment))
        }
        Row::Measure(measure) => {
            let title = measure_title(measure.row.instrument, measure.row.stage);
            (TimelineKind::Measure, title, Some(Node::Measure(Measure::from(measure))))
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

const fn mark_title(mark: AttendanceMark) -> &'static str {
    match mark {
        AttendanceMark::Present => "Session: came",
        AttendanceMark::Late => "Session: came late",
        AttendanceMark::AuthorisedAbsence => "Session: absence agreed",
        AttendanceMark::Missed => "Session: missed",
        AttendanceMark::WasNotBrought => "Session: was not brought",
        AttendanceMark::CancelledByChild => "Session: cancelled by the child or family",
        AttendanceMark::CancelledByProvider => "Session: cancelled by us",
        AttendanceMark::StoodDown => "Session: sent home for safety",
        AttendanceMark::NotExpected => "Session: not expected",
    }
}

const fn place_title(status: EnrolmentStatus) -> &'static str {
    match status {
        EnrolmentStatus::Waitlisted => "Place: on the waiting list",
        EnrolmentStatus::Offered => "Place: offered",
        EnrolmentStatus::Accepted => "Place: accepted",
        EnrolmentStatus::Started => "Place: started",
        EnrolmentStatus::Completed => "Place: completed",
        EnrolmentStatus::Declined => "Place: declined",
        EnrolmentStatus::Lapsed => "Place: the offer was not answered in time",
        EnrolmentStatus::NotStarted => "Place: not started",
        EnrolmentStatus::Withdrew => "Place: stopped coming",
        EnrolmentStatus::Removed => "Place: ended by us",
    }
}

fn measure_title(instrument: Instrument, stage: MeasureStage) -> String {
    let what = match instrument {
        Instrument::Sdq => "Strengths and difficulties",
        Instrument::Swemwbs => "Wellbeing",
        Instrument::SchoolAttendance => "School attendance",
        Instrument::Suspensions => "Suspensions",
        Instrument::EducationTrainingEmployment => "Education, training and employment",
        Instrument::OffenceCheck => "Check for offences",
    };
    let when = match stage {
        MeasureStage::Baseline => "at the start",
        MeasureStage::Review => "review",
        MeasureStage::End => "at the end",
        MeasureStage::FollowUp6Months => "six months after",
        MeasureStage::FollowUp12Months => "twelve months after",
    };
    format!("{what}: {when}")
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
