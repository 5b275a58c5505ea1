//! What falls due for a referral by itself, as it stands now, and which tasks have lost their reason.
//!
//! Every operation that changes a referral calls `referral` when it has written. What then happens at the time is in `due`.

use chrono::{DateTime, Utc};

use super::{
    arising::{self, About},
    referral_clocks as clocks,
};
use crate::{
    domain::record::{calendar::Calendar, operation::Operation, service_hours::ServiceHours},
    entity::casework::referral,
    platform::error::Result,
    read,
    words::{JobKind, ReferralStatus, Urgency},
};

/// What falls due for referrals.
const KINDS: [JobKind; 7] = [
    JobKind::ReferralNotTaken,
    JobKind::ReferralOverdue,
    JobKind::ReferralNotOpened,
    JobKind::OwnerLapses,
    JobKind::QuestionDue,
    JobKind::RedirectUnconfirmed,
    JobKind::ChallengeUnanswered,
];

/// When something is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// There is no reason for it now.
    Never,
    /// At this instant, which is to come.
    At(DateTime<Utc>),
    /// Its first time has passed; what is arranged stays.
    AsArranged,
}

impl Due {
    fn first_at(at: DateTime<Utc>, now: DateTime<Utc>) -> Self {
        if at > now { Self::At(at) } else { Self::AsArranged }
    }
}

/// A referral, as far as what falls due depends on it.
#[derive(Clone, Copy, Debug)]
pub struct Watched<'a> {
    /// The referral.
    pub referral: &'a referral::Model,
    /// When an immediate one must have been opened, by the hours of its services.
    pub open_by: Option<DateTime<Utc>>,
    /// Whether it was sent on and nobody has confirmed that.
    pub redirect_open: bool,
}

impl Watched<'_> {
    /// Whether triage has not decided yet.
    #[must_use]
    pub const fn is_undecided(&self) -> bool {
        matches!(self.referral.status, ReferralStatus::Submitted | ReferralStatus::InfoRequested)
    }

    /// When something of this kind is looked at next.
    #[must_use]
    pub fn due(&self, kind: JobKind, now: DateTime<Utc>) -> Due {
        let (row, calendar) = (self.referral, Calendar::england());
        let submitted = row.status == ReferralStatus::Submitted;
        let next = |first: DateTime<Utc>| {
            Due::At(if first > now { first } else { clocks::not_taken_check_at(now, calendar) })
        };
        match kind {
            JobKind::ReferralNotTaken if submitted && row.owner_id.is_none() => {
                next(clocks::not_taken_check_at(row.submitted_at, calendar))
            }
            JobKind::ReferralOverdue if self.is_undecided() || row.awaiting_countersign => {
                next(row.triage_due_at)
            }
            JobKind::ReferralNotOpened if self.is_undecided() && row.acknowledged_at.is_none() => {
                self.open_by.map_or(Due::Never, |at| Due::first_at(at, now))
            }
            JobKind::OwnerLapses if submitted => row.owned_since.map_or(Due::Never, |since| {
                let at = clocks::owner_lapses_at(since, calendar);
                // An answer has come after the owner's day: the owner has another one.
                Due::At(if at > now { at } else { clocks::owner_lapses_at(now, calendar) })
            }),
            JobKind::QuestionDue if row.status == ReferralStatus::InfoRequested => {
                row.answer_due_on.map_or(Due::Never, |day| Due::first_at(clocks::answer_due_at(day), now))
            }
            JobKind::RedirectUnconfirmed if self.redirect_open => row
                .decided_at
                .map_or(Due::AsArranged, |at| Due::first_at(clocks::redirect_chase_at(at, calendar), now)),
            JobKind::ChallengeUnanswered if row.challenge_answered_at.is_none() => row
                .challenged_at
                .map_or(Due::Never, |at| Due::first_at(clocks::challenge_due_at(at, calendar), now)),
            _ => Due::Never,
        }
    }
}

/// Arranges what falls due for a referral that was just sent or changed, and marks the tasks that came by themselves as done
/// whose reason is gone. The referral's services and decision are written before.
pub async fn referral(op: &Operation<'_>, referral: &referral::Model) -> Result<()> {
    let watched = look(op, referral).await?;
    let arranged = read::record::job::of_subject(op.tx, referral.id.uuid()).await?;
    for kind in KINDS {
        let job = arranged.iter().find(|job| job.kind == kind);
        match (watched.due(kind, op.now), job) {
            (Due::Never, Some(_)) => op.unschedule(&[kind], referral.id.uuid()).await?,
            // What is due already and not done yet is not put off.
            (Due::At(_), Some(job)) if job.due_at <= op.now => {}
            (Due::At(at), Some(job)) if job.due_at == at => {}
            (Due::At(at), _) => op.schedule(kind, referral.id.uuid(), at).await?,
            (Due::Never, None) | (Due::AsArranged, _) => {}
        }
    }
    let services = read::casework::referral::services(op.tx, &[referral.id]).await?;
    // What was passed on, or taken by another service, is that one's alone.
    let elsewhere = |service| !services.iter().any(|row| row.service_id == service);
    let gone = |cause: JobKind, service| {
        KINDS.contains(&cause) && (watched.due(cause, op.now) == Due::Never || elsewhere(service))
    };
    arising::reason_gone(op, About::Referral(referral.id), gone).await
}

/// Reads what a referral's clocks depend on besides itself.
pub async fn look<'a>(op: &Operation<'_>, referral: &'a referral::Model) -> Result<Watched<'a>> {
    let mut watched = Watched { referral, open_by: None, redirect_open: false };
    if referral.urgency == Urgency::Immediate && referral.acknowledged_at.is_none() {
        watched.open_by = open_by(op, referral).await?;
    }
    if referral.status == ReferralStatus::Redirected && !referral.awaiting_countersign {
        let decisions = read::casework::referral::decisions(op.tx, &[referral.id]).await?;
        watched.redirect_open =
            decisions.last().is_some_and(|decision| decision.redirect_confirmed_at.is_none());
    }
    Ok(watched)
}

/// By when one of the referral's services must have opened it: the first to have been there for an hour.
async fn open_by(op: &Operation<'_>, referral: &referral::Model) -> Result<Option<DateTime<Utc>>> {
    let services = read::casework::referral::services(op.tx, &[referral.id]).await?;
    let ids: Vec<_> = services.into_iter().map(|row| row.service_id).collect();
    let services = read::people::organisation::by_ids(op.tx, &ids).await?;
    let times = services.into_iter().filter_map(|service| {
        let hours = ServiceHours::from_json(&service.service_hours).ok()?;
        clocks::immediate_unopened_at(referral.submitted_at, &hours, Calendar::england())
    });
    Ok(times.min())
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::{
        entity::casework::referral::{Account, FactorCodes},
        platform::{chance::Chance, keys::Keys, sealed::Sealed},
        words::{FactorCode, ReferralSource, Sex, Trigger},
    };
    use uuid::Uuid;

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    /// A routine referral of a Monday morning in November, as it was sent.
    pub fn sent() -> referral::Model {
        let id = Uuid::nil();
        let keys = Keys::new([1; 32], Chance::seeded(1));
        referral::Model {
            id: id.into(),
            reference: "R-0000000".into(),
            version: 1,
            sent_version: 1,
            status: ReferralStatus::Submitted,
            urgency: Urgency::Routine,
            source: ReferralSource::School,
            trigger: Trigger::None,
            triggered_on: None,
            main_factor: FactorCode::Suspensions,
            factors: FactorCodes::default(),
            strengths: FactorCodes::default(),
            source_organisation_id: id.into(),
            sent_by_group: String::new(),
            referrer_id: None,
            child_id: id.into(),
            child_given_name: "Zoë".into(),
            child_family_name: None,
            child_search_name: "zoe".into(),
            child_date_of_birth: "2012-05-01".parse().unwrap(),
            child_date_of_birth_estimated: false,
            child_sex: Sex::Female,
            child_school_id: None,
            account: Sealed::new(&keys, id, &Account::default()).unwrap(),
            external_reference: None,
            requested_programme_id: None,
            young_person_id: id.into(),
            case_id: None,
            duplicate_of_id: None,
            owner_id: None,
            owned_since: None,
            submitted_at: utc("2026-11-23T10:00:00Z"),
            acknowledged_at: None,
            triage_due_at: utc("2026-11-25T17:00:00Z"),
            answer_due_on: None,
            asked_at: None,
            challenged_at: None,
            challenge_answered_at: None,
            decided_at: None,
            awaiting_countersign: false,
        }
    }

    fn due(referral: &referral::Model, now: &str) -> Vec<(JobKind, Due)> {
        let watched = Watched { referral, open_by: None, redirect_open: false };
        let all = KINDS.into_iter().map(|kind| (kind, watched.due(kind, utc(now))));
        all.filter(|(_, due)| *due != Due::Never).collect()
    }

    #[test]
    fn somebody_must_take_and_decide_it() {
        assert_eq!(
            due(&sent(), "2026-11-23T10:00:00Z"),
            [
                (JobKind::ReferralNotTaken, Due::At(utc("2026-11-24T12:00:00Z"))),
                (JobKind::ReferralOverdue, Due::At(utc("2026-11-25T17:00:00Z"))),
            ]
        );
        assert_eq!(
            due(&sent(), "2026-11-26T09:00:00Z"),
            [
                (JobKind::ReferralNotTaken, Due::At(utc("2026-11-27T12:00:00Z"))),
                (JobKind::ReferralOverdue, Due::At(utc("2026-11-27T12:00:00Z"))),
            ],
            "each working day until it is done"
        );
    }

    #[test]
    fn who_took_it_has_a_working_day() {
        let taken = referral::Model {
            owner_id: Some(Uuid::nil().into()),
            owned_since: Some(utc("2026-11-23T11:00:00Z")),
            acknowledged_at: Some(utc("2026-11-23T11:00:00Z")),
            ..sent()
        };
        assert_eq!(
            due(&taken, "2026-11-23T11:00:00Z"),
            [
                (JobKind::ReferralOverdue, Due::At(utc("2026-11-25T17:00:00Z"))),
                (JobKind::OwnerLapses, Due::At(utc("2026-11-24T17:00:00Z"))),
            ]
        );
    }

    #[test]
    fn a_question_has_its_day() {
        let asked = referral::Model {
            status: ReferralStatus::InfoRequested,
            answer_due_on: Some("2026-12-01".parse().unwrap()),
            triage_due_at: utc("2026-12-02T17:00:00Z"),
            ..sent()
        };
        let question = |now| due(&asked, now).into_iter().find(|(kind, _)| *kind == JobKind::QuestionDue);
        let first = Due::At(utc("2026-12-01T17:00:00Z"));
        assert_eq!(question("2026-11-24T10:00:00Z"), Some((JobKind::QuestionDue, first)));
        assert_eq!(question("2026-12-01T17:00:00Z"), Some((JobKind::QuestionDue, Due::AsArranged)));
    }

    #[test]
    fn what_is_decided_is_left_in_peace() {
        let decided = referral::Model {
            status: ReferralStatus::Accepted,
            decided_at: Some(utc("2026-11-23T12:00:00Z")),
            ..sent()
        };
        assert_eq!(due(&decided, "2026-11-23T12:00:00Z"), []);
        let waits = referral::Model {
            status: ReferralStatus::Declined,
            awaiting_countersign: true,
            ..decided.clone()
        };
        assert_eq!(due(&waits, "2026-11-23T12:00:00Z").len(), 1, "its countersign falls due");
        let worried = referral::Model { challenged_at: Some(utc("2026-11-24T10:00:00Z")), ..decided };
        assert_eq!(
            due(&worried, "2026-11-24T10:00:00Z"),
            [(JobKind::ChallengeUnanswered, Due::At(utc("2026-11-26T17:00:00Z")))]
        );
    }
}
