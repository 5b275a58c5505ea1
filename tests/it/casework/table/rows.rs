//! Referrals and cases where they stand, made quickly: one of each through the API, the rest as copies of their rows.

use std::collections::HashMap;

use ridgeway::{
    entity::{
        casework::{
            case,
            case_note::{self, NoteWords},
            goal::{self, GoalWords},
            referral, referral_service, safeguarding_concern,
            task::{self, TaskWords},
            triage_decision::{self, DecisionWords},
        },
        people::{
            consent::{self, ConsentWords, Scope},
            young_person,
        },
    },
    platform::sealed::Sealed,
    read::unscoped,
    words::{
        CaseStatus, ClosureReason, ConsentKind, ConsentStatus, GoalOwner, NoteAudience, NoteKind,
        ReferralStatus, TriageOutcome,
        id::{Id, Noun, noun},
    },
};
use sea_orm::{ActiveModelTrait, ColumnTrait, IntoActiveModel, QueryFilter};
use serde_json::{Value, json};

use super::WHY;
use crate::support::TestApp;

/// Where a referral stands.
pub struct Standing {
    pub name: &'static str,
    pub status: ReferralStatus,
    /// The account of whoever has taken it.
    pub owner: Option<&'static str>,
    /// The account of whoever decided it.
    pub decided_by: Option<&'static str>,
    pub waiting: bool,
    pub confirmed: bool,
    pub challenged: bool,
}

const TRIAGE: &str = "triage.swindon";
const MANAGER: &str = "manager.swindon";
const ANOTHER: &str = "triage.wiltshire";
/// The version of each copy, as those who decide see it.
pub const VERSION: i32 = 7;
/// The version of each copy, as those who sent it see it.
pub const SENT_VERSION: i32 = 4;

const fn undecided(name: &'static str, status: ReferralStatus, owner: Option<&'static str>) -> Standing {
    Standing { name, status, owner, decided_by: None, waiting: false, confirmed: false, challenged: false }
}

const fn decided(name: &'static str, status: ReferralStatus) -> Standing {
    Standing { decided_by: Some(TRIAGE), ..undecided(name, status, Some(TRIAGE)) }
}

const fn challenged(name: &'static str, status: ReferralStatus) -> Standing {
    Standing { challenged: true, ..decided(name, status) }
}

use ReferralStatus as At;

/// Every standing of a referral.
pub const STANDINGS: [Standing; 19] = [
    undecided("SUBMITTED", At::Submitted, None),
    undecided("SUBMITTED taken", At::Submitted, Some(TRIAGE)),
    undecided("SUBMITTED taken by another", At::Submitted, Some(ANOTHER)),
    undecided("INFO_REQUESTED", At::InfoRequested, None),
    undecided("INFO_REQUESTED taken", At::InfoRequested, Some(TRIAGE)),
    decided("ACCEPTED", At::Accepted),
    challenged("ACCEPTED challenged", At::Accepted),
    decided("ADDED_TO_CASE", At::AddedToCase),
    challenged("ADDED_TO_CASE challenged", At::AddedToCase),
    decided("REDIRECTED", At::Redirected),
    challenged("REDIRECTED challenged", At::Redirected),
    Standing { confirmed: true, ..decided("REDIRECTED confirmed", At::Redirected) },
    Standing { waiting: true, ..decided("DECLINED waiting", At::Declined) },
    Standing {
        waiting: true,
        decided_by: Some(MANAGER),
        ..decided("DECLINED waiting, decided by the manager", At::Declined)
    },
    decided("DECLINED", At::Declined),
    challenged("DECLINED challenged", At::Declined),
    decided("DUPLICATE", At::Duplicate),
    challenged("DUPLICATE challenged", At::Duplicate),
    undecided("WITHDRAWN", At::Withdrawn, None),
];

impl Standing {
    /// Whether it belongs to a case.
    pub const fn has_case(&self) -> bool {
        matches!(self.status, At::Accepted | At::AddedToCase)
    }

    const fn outcome(&self) -> Option<TriageOutcome> {
        match self.status {
            At::Submitted | At::Withdrawn => None,
            At::InfoRequested => Some(TriageOutcome::RequestInfo),
            At::Accepted => Some(TriageOutcome::Accept),
            At::AddedToCase => Some(TriageOutcome::AddToOpenCase),
            At::Redirected => Some(TriageOutcome::Redirect),
            At::Declined => Some(TriageOutcome::Decline),
            At::Duplicate => Some(TriageOutcome::Duplicate),
        }
    }
}

/// What the copies are made of.
pub struct Originals<'a> {
    pub test: &'a TestApp,
    /// Sent by the school and not looked at.
    pub referral: referral::Model,
    /// Of the caseworker, and open.
    pub case: case::Model,
    pub child: young_person::Model,
    pub service: Id<noun::Organisation>,
    pub other_service: Id<noun::Organisation>,
    pub caseworker: Id<noun::User>,
    pub manager: Id<noun::User>,
    users: HashMap<&'static str, Id<noun::User>>,
}

const SUBMIT: &str = "mutation($input: SubmitReferralInput!) { submitReferral(input: $input) {
    referral { reference } problems { code field } } }";

async fn sent(test: &TestApp, name: &str) -> referral::Model {
    let input = json!({ "youngPerson": { "givenName": name, "dateOfBirth": "2012-03-04", "sex": "UNKNOWN" },
        "source": "SCHOOL", "whatHappened": "Stays away from lessons.", "mainFactor": "PERSISTENT_ABSENCE",
        "immediateDanger": false, "parentAware": true });
    let sent = test.school().await.get(SUBMIT, json!({ "input": input })).await;
    let reference = sent["submitReferral"]["referral"]["reference"].as_str().unwrap().to_owned();
    let rows = unscoped::<referral::Entity>(WHY).filter(referral::Column::Reference.eq(reference));
    rows.one(test.app.database()).await.unwrap().unwrap()
}

impl<'a> Originals<'a> {
    pub async fn make(test: &'a TestApp) -> Self {
        let (triage, manager) = (test.triage().await.viewer().await, test.manager().await.viewer().await);
        let (referral, accepted) = (sent(test, "Sky").await, sent(test, "Ash").await);
        let input = json!({ "referralId": accepted.id.seal(test.app.keys()), "version": accepted.version,
            "outcome": "ACCEPT", "rationale": "x", "feedback": "x", "pathway": "EARLY_PREVENTION" });
        let accept = "mutation($input: TriageReferralInput!) { triageReferral(input: $input) {
            referral { case { reference } } } }";
        let case = test.triage().await.get(accept, json!({ "input": input })).await;
        let reference = case["triageReferral"]["referral"]["case"]["reference"].as_str().unwrap().to_owned();
        let database = test.app.database();
        let case = unscoped::<case::Entity>(WHY).filter(case::Column::Reference.eq(reference));
        let mut case = case.one(database).await.unwrap().unwrap();
        let caseworker = test.caseworker().await.viewer().await.user;
        case.caseworker_id = Some(caseworker);
        case.status = CaseStatus::Active;
        case = case.into_active_model().reset_all().update(database).await.unwrap();
        let child = unscoped::<young_person::Entity>(WHY)
            .filter(young_person::Column::Id.eq(referral.young_person_id))
            .one(database)
            .await
            .unwrap()
            .unwrap();
        let other_service = test.actor("triage.wiltshire").await.viewer().await.organisation;
        let (service, manager) = (triage.organisation, manager.user);
        let officer = test.actor(ANOTHER).await.viewer().await.user;
        let users = HashMap::from([(TRIAGE, triage.user), (MANAGER, manager), (ANOTHER, officer)]);
        Self { test, referral, case, child, service, other_service, caseworker, manager, users }
    }

    fn user(&self, account: Option<&str>) -> Option<Id<noun::User>> {
        account.map(|account| self.users[account])
    }

    /// An id as a client names it.
    pub fn named<N: Noun>(&self, id: Id<N>) -> Value {
        json!(id.seal(self.test.app.keys()))
    }

    /// A referral that stands here. The versions of those who decide and of those who sent it differ.
    pub async fn referral(&self, at: &Standing, change: impl Fn(&mut referral::Model)) -> referral::Model {
        let (app, database, old) = (&self.test.app, self.test.app.database(), &self.referral);
        let id: Id<noun::Referral> = app.new_id();
        let owner = self.user(at.owner);
        let decided_by = self.user(at.decided_by);
        let asked = at.status == At::InfoRequested;
        let account = old.account.open(app.keys(), old.id.uuid()).unwrap();
        let mut row = referral::Model {
            id,
            reference: format!("R-{}", id.uuid().simple()),
            version: VERSION,
            sent_version: SENT_VERSION,
            status: at.status,
            child_id: app.new_id(),
            account: Sealed::new(app.keys(), id.uuid(), &account).unwrap(),
            owner_id: owner,
            owned_since: owner.map(|_| app.now()),
            acknowledged_at: Some(app.now()),
            answer_due_on: asked.then(|| "2026-12-01".parse().unwrap()),
            asked_at: asked.then(|| app.now()),
            challenged_at: at.challenged.then(|| app.now()),
            decided_at: decided_by.filter(|_| !at.waiting).map(|_| app.now()),
            awaiting_countersign: at.waiting,
            case_id: at.has_case().then_some(self.case.id),
            ..old.clone()
        };
        change(&mut row);
        let row = row.into_active_model().reset_all().insert(database).await.unwrap();
        let queue = referral_service::Model { referral_id: id, service_id: self.service };
        queue.into_active_model().reset_all().insert(database).await.unwrap();
        if let Some(outcome) = at.outcome() {
            self.decision(at, id, outcome, decided_by.or(owner).unwrap_or(self.manager)).await;
        }
        row
    }

    async fn decision(
        &self,
        at: &Standing,
        referral: Id<noun::Referral>,
        outcome: TriageOutcome,
        by: Id<noun::User>,
    ) {
        let (app, id): (_, Id<noun::TriageDecision>) = (&self.test.app, self.test.app.new_id());
        let decision = triage_decision::Model {
            id,
            referral_id: referral,
            outcome,
            reason: None,
            pathway: None,
            words: Sealed::new(app.keys(), id.uuid(), &DecisionWords::default()).unwrap(),
            decided_by_id: by,
            decided_at: app.now(),
            needs_countersign: at.waiting,
            countersigned_by_id: None,
            countersigned_at: None,
            agreed: None,
            redirect_confirmed_at: at.confirmed.then(|| app.now()),
        };
        decision.into_active_model().reset_all().insert(app.database()).await.unwrap();
    }
}

/// A case and what belongs to it.
pub struct Records {
    pub case: case::Model,
    pub child: Id<noun::YoungPerson>,
    /// By the worker, for the case team.
    pub worker_note: case_note::Model,
    /// By the manager, for the service.
    pub manager_note: case_note::Model,
    /// The caseworker's.
    pub task: task::Model,
    pub consent: consent::Model,
    pub goal: goal::Model,
    /// Raised by the manager on the case, and open.
    pub concern: safeguarding_concern::Model,
}

impl Originals<'_> {
    /// A case in this status, of a child of its own.
    pub async fn records(&self, status: CaseStatus, worker: bool) -> Records {
        let (app, database) = (&self.test.app, self.test.app.database());
        let child: Id<noun::YoungPerson> = app.new_id();
        let reference = format!("Y-{}", child.uuid().simple());
        let row = young_person::Model { id: child, reference, ..self.child.clone() };
        row.into_active_model().reset_all().insert(database).await.unwrap();
        let accepted = STANDINGS.iter().find(|at| at.status == At::Accepted).unwrap();
        let referral = self.referral(accepted, |row| {
            row.young_person_id = child;
            row.case_id = None;
        });
        let referral = referral.await.id;
        let id: Id<noun::Case> = app.new_id();
        let closed = status == CaseStatus::Closed;
        let case = case::Model {
            id,
            reference: format!("C-{}", id.uuid().simple()),
            version: 3,
            status,
            young_person_id: child,
            referral_id: referral,
            caseworker_id: worker.then_some(self.caseworker),
            closed_at: closed.then(|| app.now()),
            closure_reason: closed.then_some(ClosureReason::CompletedGoalsMet),
            ..self.case.clone()
        };
        let case = case.into_active_model().reset_all().insert(database).await.unwrap();
        Records {
            worker_note: self.note(id, self.caseworker, NoteAudience::CaseTeam).await,
            manager_note: self.note(id, self.manager, NoteAudience::Service).await,
            task: self.task(id).await,
            consent: self.consent(child).await,
            goal: self.goal(id).await,
            concern: self.concern(id, child).await,
            case,
            child,
        }
    }

    async fn note(
        &self,
        case: Id<noun::Case>,
        author: Id<noun::User>,
        audience: NoteAudience,
    ) -> case_note::Model {
        let (app, id): (_, Id<noun::CaseNote>) = (&self.test.app, self.test.app.new_id());
        let words = NoteWords { body: "Met in the park.".to_owned(), place: None };
        let note = case_note::Model {
            id,
            version: 2,
            case_id: case,
            kind: NoteKind::Visit,
            author_id: author,
            occurred_at: app.now(),
            recorded_at: app.now(),
            audience,
            words: Sealed::new(app.keys(), id.uuid(), &words).unwrap(),
            contact_outcome: None,
            child_seen: None,
            seen_alone: None,
            voided_at: None,
        };
        note.into_active_model().reset_all().insert(app.database()).await.unwrap()
    }

    async fn task(&self, case: Id<noun::Case>) -> task::Model {
        let (app, id): (_, Id<noun::Task>) = (&self.test.app, self.test.app.new_id());
        let words = TaskWords { title: "Ring the school".to_owned(), place: None };
        let task = task::Model {
            id,
            version: 2,
            words: Sealed::new(app.keys(), id.uuid(), &words).unwrap(),
            due_on: None,
            at: None,
            assignee_id: self.caseworker,
            created_by_id: Some(self.manager),
            case_id: Some(case),
            referral_id: None,
            service_id: self.service,
            cause: None,
            created_at: app.now(),
            done_at: None,
            done_by_id: None,
        };
        task.into_active_model().reset_all().insert(app.database()).await.unwrap()
    }

    async fn goal(&self, case: Id<noun::Case>) -> goal::Model {
        let (app, id): (_, Id<noun::Goal>) = (&self.test.app, self.test.app.new_id());
        let goal = goal::Model {
            id,
            version: 1,
            case_id: case,
            words: Sealed::new(app.keys(), id.uuid(), &GoalWords("Sleep through".to_owned())).unwrap(),
            owner: GoalOwner::Child,
            set_by_id: self.caseworker,
            set_at: app.now(),
        };
        goal.into_active_model().reset_all().insert(app.database()).await.unwrap()
    }

    async fn consent(&self, child: Id<noun::YoungPerson>) -> consent::Model {
        let (app, id): (_, Id<noun::Consent>) = (&self.test.app, self.test.app.new_id());
        let consent = consent::Model {
            id,
            young_person_id: child,
            version: 2,
            kind: ConsentKind::Evaluation,
            status: ConsentStatus::Given,
            words: Sealed::new(app.keys(), id.uuid(), &ConsentWords::default()).unwrap(),
            contact_id: None,
            scope: Scope(Vec::new()),
            decided_on: "2026-11-23".parse().unwrap(),
            withdrawn_on: None,
            expires_on: None,
            organisation_id: None,
            recorded_by_id: self.manager,
            recorded_at: app.now(),
            replaced_at: None,
        };
        consent.into_active_model().reset_all().insert(app.database()).await.unwrap()
    }
}
