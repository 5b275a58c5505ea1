//! What operations leave in the database, held against what was written: each write once, with its row, its steps, its events
//! and its lines of the audit, and nothing besides; places without gaps, and every seal right.

use std::{collections::HashMap, time::Duration};

use chrono::{DateTime, Utc};
use ridgeway::{
    domain::record::audit,
    entity::{
        casework::{case_note, referral, referral_service, task, transition},
        people::young_person,
        record::{audit_entry, event, event_audience, idempotency, job},
    },
    platform::app::App,
    read::record::{event as events, seals},
    words::{AuditAction, ChangeKind},
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

use super::{
    until,
    writes::{Kind, Write, keys},
};
use crate::support::START;

/// What was in the database before anybody wrote.
pub struct Before {
    children: u64,
}

impl Before {
    pub async fn of(app: &App) -> Self {
        Self { children: young_person::Entity::find().count(app.database()).await.unwrap() }
    }
}

/// What operations have left since.
struct Books {
    /// Each row with the words by which its write is known.
    referrals: Vec<referral::Model>,
    notes: Vec<(Uuid, String)>,
    tasks: Vec<(Uuid, String)>,
    steps: HashMap<(Uuid, String), usize>,
    told: HashMap<(Uuid, ChangeKind), usize>,
    lines: HashMap<(Option<Uuid>, AuditAction, String), usize>,
    jobs: HashMap<Uuid, usize>,
    services: HashMap<Uuid, usize>,
    answers: Vec<Uuid>,
}

fn count<K: Eq + std::hash::Hash>(all: impl Iterator<Item = K>) -> HashMap<K, usize> {
    all.fold(HashMap::new(), |mut counts, one| {
        *counts.entry(one).or_default() += 1;
        counts
    })
}

impl Books {
    async fn read(app: &App) -> Self {
        let (on, keys) = (app.database(), keys());
        let start: DateTime<Utc> = START.parse().unwrap();
        let referrals =
            referral::Entity::find().filter(referral::Column::SubmittedAt.gt(start)).all(on).await.unwrap();
        let notes =
            case_note::Entity::find().filter(case_note::Column::RecordedAt.gt(start)).all(on).await.unwrap();
        let tasks = task::Entity::find()
            .filter(task::Column::CreatedAt.gt(start))
            .filter(task::Column::Cause.is_null());
        let tasks = tasks.all(on).await.unwrap();
        // What happens by itself meanwhile is nobody's.
        let steps = transition::Entity::find()
            .filter(transition::Column::At.gt(start))
            .filter(transition::Column::ByUserId.is_not_null());
        let steps = steps.all(on).await.unwrap();
        let told = event::Entity::find()
            .filter(event::Column::At.gt(start))
            .filter(event::Column::ByUserId.is_not_null());
        let told = told.all(on).await.unwrap();
        let heard = event_audience::Entity::find().all(on).await.unwrap();
        let heard = count(heard.iter().map(|audience| audience.event_seq));
        assert!(told.iter().all(|event| heard.contains_key(&event.seq)), "an event that is for nobody");
        let lines = audit_entry::Entity::find()
            .filter(audit_entry::Column::At.gt(start))
            .filter(audit_entry::Column::ActorId.is_not_null());
        let lines = lines.all(on).await.unwrap();
        let keyed = idempotency::Entity::find().filter(idempotency::Column::CreatedAt.gt(start));
        let services = referral_service::Entity::find().all(on).await.unwrap();
        Self {
            steps: count(
                steps.into_iter().filter_map(|step| Some((step.referral_id?.uuid(), step.operation))),
            ),
            told: count(told.iter().map(|event| (event.about_id.unwrap_or(event.subject_id), event.kind))),
            lines: count(
                lines
                    .into_iter()
                    .map(|line| (line.subject_id, line.action, line.purpose.unwrap_or_default())),
            ),
            jobs: count(job::Entity::find().all(on).await.unwrap().iter().map(|job| job.subject_id)),
            services: count(services.iter().map(|row| row.referral_id.uuid())),
            answers: keyed.all(on).await.unwrap().iter().map(|row| row.subject_id).collect(),
            notes: notes
                .iter()
                .map(|row| (row.id.uuid(), row.words.open(&keys, row.id.uuid()).unwrap().body))
                .collect(),
            tasks: tasks
                .iter()
                .map(|row| (row.id.uuid(), row.words.open(&keys, row.id.uuid()).unwrap().title))
                .collect(),
            referrals,
        }
    }

    /// How many lines of the audit there are of an operation.
    fn lines_of(&self, purpose: &str) -> usize {
        self.lines.iter().filter(|((_, _, of), _)| of == purpose).map(|(_, count)| count).sum()
    }

    fn told(&self, subject: Uuid, kind: ChangeKind) -> usize {
        self.told.get(&(subject, kind)).copied().unwrap_or_default()
    }

    fn step(&self, referral: Uuid, operation: &str) -> usize {
        self.steps.get(&(referral, operation.to_owned())).copied().unwrap_or_default()
    }

    fn line(&self, subject: Uuid, action: AuditAction, purpose: &str) -> usize {
        self.lines.get(&(Some(subject), action, purpose.to_owned())).copied().unwrap_or_default()
    }

    /// The objects that a write made or changed: one, or none where it did not happen. Each is whole.
    fn made(&self, write: &Write) -> Vec<Uuid> {
        let marked = |rows: &[(Uuid, String)]| {
            rows.iter().filter(|(_, words)| *words == write.mark).map(|(id, _)| *id).collect::<Vec<_>>()
        };
        match write.kind {
            Kind::Submit => {
                let sent = self.referrals.iter().filter(|row| row.child_given_name == write.mark);
                let sent: Vec<_> = sent.map(|row| (row.id.uuid(), row.young_person_id.uuid())).collect();
                for (id, child) in &sent {
                    assert_eq!(self.step(*id, "referral.submit"), 1, "{write:?}");
                    // To the service, and to those who sent it.
                    assert_eq!(self.told(*id, ChangeKind::ReferralSubmitted), 2, "{write:?}");
                    let create = |subject| self.line(subject, AuditAction::Create, "referral.submit");
                    assert_eq!((create(*id), create(*child)), (1, 1), "{write:?}");
                    assert!(self.jobs.contains_key(id) && self.services.contains_key(id), "{write:?}");
                }
                sent.into_iter().map(|(id, _)| id).collect()
            }
            Kind::Take => {
                let id = inside(&write.mark);
                let row = self.referrals.iter().find(|row| row.id.uuid() == id).expect("it was sent");
                let times = self.step(id, "referral.take");
                assert_eq!((row.owner_id.is_some(), row.version), (times == 1, 1 + i32::from(times == 1)));
                assert_eq!(self.told(id, ChangeKind::ReferralTaken), times, "{write:?}");
                assert_eq!(self.line(id, AuditAction::Change, "referral.take"), times, "{write:?}");
                vec![id; times]
            }
            Kind::Note => {
                let ids = marked(&self.notes);
                for id in &ids {
                    assert_eq!(self.told(*id, ChangeKind::NoteAdded), 1, "{write:?}");
                    assert_eq!(self.line(*id, AuditAction::Create, "case_note.add"), 1, "{write:?}");
                }
                ids
            }
            Kind::Task => {
                let ids = marked(&self.tasks);
                for id in &ids {
                    assert_eq!(self.told(*id, ChangeKind::TaskChanged), 1, "{write:?}");
                    assert_eq!(self.line(*id, AuditAction::Create, "task.create"), 1, "{write:?}");
                }
                ids
            }
        }
    }
}

impl Books {
    /// What is there is what happened, and nothing more.
    fn hold_nothing_besides(&self, happened: &HashMap<Kind, usize>) {
        let of = |kind| happened.get(&kind).copied().unwrap_or_default();
        let (sent, takes, notes, tasks) = (of(Kind::Submit), of(Kind::Take), of(Kind::Note), of(Kind::Task));
        assert_eq!((self.referrals.len(), self.notes.len(), self.tasks.len()), (sent, notes, tasks));
        let steps = |operation: &str| -> usize {
            self.steps.iter().filter(|((_, of), _)| of == operation).map(|(_, count)| count).sum()
        };
        assert_eq!((steps("referral.submit"), steps("referral.take")), (sent, takes));
        let told = |kind| -> usize {
            self.told.iter().filter(|((_, of), _)| *of == kind).map(|(_, count)| count).sum()
        };
        // Each submission is told to the service and to those who sent it.
        let submitted = told(ChangeKind::ReferralSubmitted);
        assert_eq!((submitted, told(ChangeKind::ReferralTaken)), (2 * sent, takes));
        // Whoever takes a referral may be done with the task to take it.
        assert!(told(ChangeKind::NoteAdded) == notes && told(ChangeKind::TaskChanged) >= tasks);
        // Each submission makes a referral and a child.
        let lines = ["referral.submit", "referral.take", "case_note.add", "task.create"];
        assert_eq!(lines.map(|of| self.lines_of(of)), [2 * sent, takes, notes, tasks]);
        assert_eq!(self.answers.len(), sent + takes + notes + tasks, "each key once");
        assert!(self.answers.iter().all(|subject| !subject.is_nil()), "a key without what came of it");
    }
}

/// The id inside of one that was given out.
fn inside(id: &str) -> Uuid {
    let (noun, block) = id.split_once('_').expect("a prefix");
    keys().decipher_id(noun, block).expect("an id")
}

/// Every acknowledged write is there once; one that was not may be there once, or not at all; nothing is half done, and there
/// is nothing besides. Answers how many of those that were not acknowledged happened.
pub async fn reconcile(app: &App, before: &Before, writes: &[Write]) -> usize {
    let books = Books::read(app).await;
    let mut happened = HashMap::new();
    let mut unheard = 0;
    for write in writes {
        let made = books.made(write);
        if let Some(id) = &write.acknowledged {
            assert_eq!(made, [inside(id)], "acknowledged, and there once: {write:?}");
        } else {
            assert!(made.len() < 2, "twice: {write:?}");
            unheard += made.len();
        }
        *happened.entry(write.kind).or_insert(0) += made.len();
    }
    books.hold_nothing_besides(&happened);
    let children = young_person::Entity::find().count(app.database()).await.unwrap();
    assert_eq!(children, before.children + happened.get(&Kind::Submit).map_or(0, |sent| *sent as u64));
    unheard
}

/// The same once all have their places, which have no gaps, and their seals, which are right.
pub async fn balance(app: &App, before: &Before, writes: &[Write]) -> usize {
    until("all have places and seals", Duration::from_secs(20), async || {
        events::unplaced(app.database(), 1).await.unwrap().is_empty()
            && !seals::any_unsealed(app.database()).await.unwrap()
    })
    .await;
    let placed = events::after(app.database(), 0, 1_000_000).await.unwrap();
    let places: Vec<_> = placed.iter().filter_map(|event| event.place).collect();
    assert_eq!(places, (1..=i64::try_from(placed.len()).unwrap()).collect::<Vec<_>>(), "places without gaps");
    assert_eq!(audit::verify(app, None).await.unwrap().broken, None);
    reconcile(app, before, writes).await
}
