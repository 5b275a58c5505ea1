//! Whether an event may be told to a viewer. That something happened, and when, says as much as the row behind it: who may
//! not see the note, task, concern or consent does not hear of it either.

use std::sync::Arc;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

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
    words::{ChangeKind as Kind, SubjectKind},
};

/// What an event is about, as far as a viewer sees it now.
pub enum Subject {
    /// A case.
    Case(Option<Arc<SeenCase>>),
    /// A referral.
    Referral(Option<Arc<SeenReferral>>),
}

impl Subject {
    /// The subject of an event; a referral is also that of what has no other.
    pub async fn of(on: &impl ConnectionTrait, viewer: &Viewer, event: &event::Model) -> Result<Self> {
        let id = event.subject_id;
        Ok(if event.noun == SubjectKind::Case {
            Self::Case(case::by_ids(on, viewer, &[id.into()]).await?.pop().map(Arc::new))
        } else {
            Self::Referral(referral::by_ids(on, viewer, &[id.into()]).await?.pop().map(Arc::new))
        })
    }

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

/// Whether a viewer may hear of an event about a subject. `of_case`: as one who follows the case, not as one for whom it was
/// written; who has a work list also hears that a row has left it.
pub async fn may_hear(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    event: &event::Model,
    subject: &Subject,
    of_case: bool,
) -> Result<bool> {
    // Who sees it is not barred from it. Those who sent a referral see it as they sent it.
    if !of_case && subject.holds().is_none() && barred(on, viewer, event).await? {
        return Ok(false);
    }
    // Where the row is not known, nothing is seen of it.
    let about = event.about_id.unwrap_or_default();
    match event.kind {
        Kind::NoteAdded | Kind::NoteAmended => {
            Ok(!case_note::by_ids(on, viewer, &[about.into()]).await?.is_empty())
        }
        Kind::SafeguardingConcernRaised | Kind::SafeguardingConcernResolved => {
            Ok(!concern::by_ids(on, viewer, &[about.into()]).await?.is_empty())
        }
        Kind::TaskChanged => {
            // Whose task it was hears that it has gone.
            Ok(!task::by_ids(on, viewer, &[about.into()]).await?.is_empty()
                || !of_case && addressed(on, viewer, event).await?)
        }
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
