//! Whether an event may be told to a viewer. That something happened, and when, says as much as the row behind it: who may
//! not see the note, task, concern or consent does not hear of it either.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::{
    access::{Relations, See, Viewer},
    entity::{
        casework::{
            case::{Column as CaseColumn, Entity as Case},
            referral::{Column as ReferralColumn, Entity as Referral},
        },
        record::{event, event_audience},
    },
    platform::error::Result,
    read::{
        casework::{
            case::{self, SeenCase},
            case_note, concern,
            referral::{self, SeenReferral},
            task,
        },
        record::audience,
        scope, unscoped,
    },
    words::{
        ChangeKind as Kind, SubjectKind,
        id::{Id, Noun},
    },
};

/// What a viewer sees now of what some events are about, read for all of them together.
#[derive(Debug, Default)]
pub struct Subjects {
    cases: HashMap<Uuid, Arc<SeenCase>>,
    referrals: HashMap<Uuid, Arc<SeenReferral>>,
    notes: HashSet<Uuid>,
    concerns: HashSet<Uuid>,
    tasks: HashSet<Uuid>,
}

impl Subjects {
    /// Reads it: one statement for each kind of thing that the events are about.
    pub async fn of(on: &impl ConnectionTrait, viewer: &Viewer, events: &[&event::Model]) -> Result<Self> {
        let mut seen = Self::default();
        let cases = ids(events, |event| of_case(event).then_some(event.subject_id));
        if !cases.is_empty() {
            let rows = case::by_ids(on, viewer, &cases).await?;
            seen.cases = rows.into_iter().map(|row| (row.row.id.uuid(), Arc::new(row))).collect();
        }
        let referrals = ids(events, |event| (!of_case(event)).then_some(event.subject_id));
        if !referrals.is_empty() {
            let rows = referral::by_ids(on, viewer, &referrals).await?;
            seen.referrals = rows.into_iter().map(|row| (row.row.id.uuid(), Arc::new(row))).collect();
        }
        let notes = ids(events, |event| event.about_id.filter(|_| About::of(event) == Some(About::Note)));
        if !notes.is_empty() {
            let rows = case_note::by_ids(on, viewer, &notes).await?;
            seen.notes = rows.into_iter().map(|row| row.row.id.uuid()).collect();
        }
        let concerns =
            ids(events, |event| event.about_id.filter(|_| About::of(event) == Some(About::Concern)));
        if !concerns.is_empty() {
            let rows = concern::by_ids(on, viewer, &concerns).await?;
            seen.concerns = rows.into_iter().map(|row| row.row.id.uuid()).collect();
        }
        let tasks = ids(events, |event| event.about_id.filter(|_| About::of(event) == Some(About::Task)));
        if !tasks.is_empty() {
            let rows = task::by_ids(on, viewer, &tasks).await?;
            seen.tasks = rows.into_iter().map(|row| row.row.id.uuid()).collect();
        }
        Ok(seen)
    }

    /// The subject of one of these events; a referral is also that of what has no other.
    #[must_use]
    pub fn subject(&self, event: &event::Model) -> Subject {
        let id = &event.subject_id;
        if of_case(event) {
            Subject::Case(self.cases.get(id).cloned())
        } else {
            Subject::Referral(self.referrals.get(id).cloned())
        }
    }

    /// Whether the note, task or concern that one of these events is about is seen; where the row is not known, nothing is.
    fn shows(&self, event: &event::Model, about: About) -> bool {
        let seen = match about {
            About::Note => &self.notes,
            About::Concern => &self.concerns,
            About::Task => &self.tasks,
        };
        event.about_id.is_some_and(|id| seen.contains(&id))
    }
}

const fn of_case(event: &event::Model) -> bool {
    matches!(event.noun, SubjectKind::Case)
}

fn ids<N: Noun>(events: &[&event::Model], id: impl Fn(&event::Model) -> Option<Uuid>) -> Vec<Id<N>> {
    let distinct: HashSet<Uuid> = events.iter().filter_map(|event| id(event)).collect();
    distinct.into_iter().map(Id::from).collect()
}

/// Which row an event is about besides its subject, where who does not see that does not hear of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum About {
    Note,
    Concern,
    Task,
}

impl About {
    const fn of(event: &event::Model) -> Option<Self> {
        match event.kind {
            Kind::NoteAdded | Kind::NoteAmended => Some(Self::Note),
            Kind::SafeguardingConcernRaised | Kind::SafeguardingConcernResolved => Some(Self::Concern),
            Kind::TaskChanged => Some(Self::Task),
            _ => None,
        }
    }
}

/// What an event is about, as far as a viewer sees it now.
#[derive(Debug)]
pub enum Subject {
    /// A case.
    Case(Option<Arc<SeenCase>>),
    /// A referral.
    Referral(Option<Arc<SeenReferral>>),
}

impl Subject {
    /// How the viewer stands to it; none where they do not see it.
    #[must_use]
    pub fn holds(&self) -> Option<Relations> {
        match self {
            Self::Case(seen) => seen.as_ref().map(|seen| seen.holds),
            Self::Referral(seen) => seen.as_ref().map(|seen| seen.holds),
        }
    }

    fn shows(&self, viewer: &Viewer, what: See) -> bool {
        self.holds().is_some_and(|holds| viewer.may_see(what, holds))
    }
}

/// Whether a viewer may hear of one of the events of which this is seen. `of_case`: as one who follows the case, not as one for
/// whom it was written; who has a work list also hears that a row has left it.
pub async fn may_hear(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    event: &event::Model,
    seen: &Subjects,
    of_case: bool,
) -> Result<bool> {
    let subject = seen.subject(event);
    // Who sees it is not barred from it. Those who sent a referral see it as they sent it.
    if !of_case && subject.holds().is_none() && barred(on, viewer, event).await? {
        return Ok(false);
    }
    if let Some(about) = About::of(event) {
        // Whose task it was hears that it has gone.
        let gone = about == About::Task && !of_case;
        return Ok(seen.shows(event, about) || gone && addressed(on, viewer, event).await?);
    }
    match event.kind {
        Kind::ConsentChanged => Ok(subject.shows(viewer, See::ChildConsents)),
        Kind::ChildChanged => Ok(subject.shows(viewer, See::ChildIdentity)),
        Kind::GoalChanged | Kind::MeasureRecorded => Ok(subject.shows(viewer, See::CaseContent)),
        Kind::ReferralSubmitted
        | Kind::ReferralInformationAdded
        | Kind::ReferralTaken
        | Kind::ReferralPassed
        | Kind::ReferralQuestion
        | Kind::ReferralDecided
        | Kind::ReferralChallenged
        | Kind::ReferralWithdrawn
            if of_case && event.noun == SubjectKind::Referral =>
        {
            Ok(subject.shows(viewer, See::ReferralWhole))
        }
        Kind::PlaceOffered
        | Kind::EnrolmentChanged
        | Kind::AttendanceTaken
        | Kind::SessionNoteAdded
        | Kind::SessionCancelled
        | Kind::SessionsScheduled => Ok(subject.shows(viewer, See::Enrolments)),
        // Places are told to those who follow what is available (`read::delivery::told`).
        Kind::PlacesChanged => Ok(false),
        _ => Ok(true),
    }
}

/// Whether an event is of a restricted record that is not there for the viewer. Other rows leave a list by an event; this one
/// was never on it, or has left without a word.
async fn barred(on: &impl ConnectionTrait, viewer: &Viewer, event: &event::Model) -> Result<bool> {
    const WHY: &str = "only whether the viewer is barred from the record";
    let id = event.subject_id;
    if event.noun == SubjectKind::Case {
        let barred = scope::barred_from(viewer, "\"case\".young_person_id");
        return Ok(unscoped::<Case>(WHY)
            .filter(CaseColumn::Id.eq(id))
            .filter(barred)
            .one(on)
            .await?
            .is_some());
    }
    let barred = scope::barred_from(viewer, "referral.young_person_id");
    let barred = unscoped::<Referral>(WHY).filter(ReferralColumn::Id.eq(id)).filter(barred);
    Ok(barred.one(on).await?.is_some())
}

/// Whether an event was written for the viewer in person.
async fn addressed(on: &impl ConnectionTrait, viewer: &Viewer, event: &event::Model) -> Result<bool> {
    let row = event_audience::Entity::find()
        .filter(event_audience::Column::Audience.eq(audience::worker(viewer.user)))
        .filter(event_audience::Column::EventSeq.eq(event.seq));
    Ok(row.one(on).await?.is_some())
}
