//! Whether an event may be told to a viewer. That something happened, and when, says as much as the row behind it: who may
//! not see the note, task, concern or consent does not hear of it either.

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
        casework::{case, case_note, concern, referral, task},
        record::audience,
        scope, unscoped,
    },
    words::{ChangeKind as Kind, SubjectKind},
};

/// Whether a viewer may hear of an event. `of_case`: as one who follows the case, not as one for whom it was written; who
/// has a work list also hears that a row has left it.
pub async fn may_hear(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    event: &event::Model,
    of_case: bool,
) -> Result<bool> {
    if !of_case && hidden(on, viewer, event).await? {
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
        Kind::ConsentChanged => sees(on, viewer, event, See::ChildConsents).await,
        Kind::ChildChanged => sees(on, viewer, event, See::ChildIdentity).await,
        Kind::GoalChanged | Kind::MeasureRecorded => sees(on, viewer, event, See::CaseContent).await,
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
            sees(on, viewer, event, See::ReferralWhole).await
        }
        Kind::PlaceOffered
        | Kind::EnrolmentChanged
        | Kind::AttendanceTaken
        | Kind::SessionNoteAdded
        | Kind::SessionCancelled
        | Kind::SessionsScheduled => sees(on, viewer, event, See::Enrolments).await,
        // Places are told to those who follow what is available (`read::delivery::told`).
        Kind::PlacesChanged => Ok(false),
        _ => Ok(true),
    }
}

/// Whether a viewer sees such a thing on the event's subject.
async fn sees(on: &impl ConnectionTrait, viewer: &Viewer, event: &event::Model, what: See) -> Result<bool> {
    let holds: Option<Relations> = if event.noun == SubjectKind::Case {
        case::by_ids(on, viewer, &[event.subject_id.into()]).await?.pop().map(|seen| seen.holds)
    } else {
        referral::by_ids(on, viewer, &[event.subject_id.into()]).await?.pop().map(|seen| seen.holds)
    };
    Ok(holds.is_some_and(|holds| viewer.may_see(what, holds)))
}

/// Whether an event is of a restricted record that is not there for the viewer. Other rows leave a list by an event; this one
/// was never on it, or has left without a word.
async fn hidden(on: &impl ConnectionTrait, viewer: &Viewer, event: &event::Model) -> Result<bool> {
    const WHY: &str = "only whether the viewer is barred from the record";
    let id = event.subject_id;
    if event.noun == SubjectKind::Case {
        let barred = scope::barred_from(viewer, "\"case\".young_person_id");
        let barred =
            unscoped::<Case>(WHY).filter(CaseColumn::Id.eq(id)).filter(barred).one(on).await?.is_some();
        return Ok(barred && case::by_ids(on, viewer, &[id.into()]).await?.is_empty());
    }
    let barred = scope::barred_from(viewer, "referral.young_person_id");
    let barred =
        unscoped::<Referral>(WHY).filter(ReferralColumn::Id.eq(id)).filter(barred).one(on).await?.is_some();
    // Those who sent it see it as they sent it.
    Ok(barred && referral::by_ids(on, viewer, &[id.into()]).await?.is_empty())
}

/// Whether an event was written for the viewer in person.
async fn addressed(on: &impl ConnectionTrait, viewer: &Viewer, event: &event::Model) -> Result<bool> {
    let row = event_audience::Entity::find()
        .filter(event_audience::Column::Audience.eq(audience::worker(viewer.user)))
        .filter(event_audience::Column::EventSeq.eq(event.seq));
    Ok(row.one(on).await?.is_some())
}
