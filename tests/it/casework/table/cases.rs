//! Every operation on a case and on what belongs to it, in every status, by everybody.

use ridgeway::{
    entity::{
        casework::{case, case_note, safeguarding_concern, task, transition},
        people::{consent, young_person},
    },
    read::unscoped,
    words::CaseStatus,
};
use sea_orm::{ColumnTrait, Iterable, QueryFilter};
use serde_json::{Value, json};

use super::{
    WHY, asked, case_row, everybody,
    rows::{Originals, Records},
    rules::{CASES_SEEN, Expected, is_open, of_case},
    says, with, written,
};
use crate::support::{Actor, TestApp};

/// The field, the name of its input, and a good input.
fn question(originals: &Originals<'_>, of: &Records, operation: &str) -> (&'static str, &'static str, Value) {
    let case = json!({ "caseId": originals.named(of.case.id) });
    let caseworker = originals.named(originals.caseworker);
    let amended = |note: &case_note::Model| {
        json!({ "noteId": originals.named(note.id), "version": note.version,
        "body": "Met at the station.", "reason": "The wrong place." })
    };
    let of_task = json!({ "taskId": originals.named(of.task.id), "version": of.task.version });
    match operation {
        "allocateCase" => (
            "allocateCase",
            "AllocateCaseInput",
            with(
                case,
                json!({ "version": of.case.version, "caseworkerId": caseworker, "conflictDeclared": false }),
            ),
        ),
        "addCaseNote" => (
            "addCaseNote",
            "AddCaseNoteInput",
            with(case, json!({ "kind": "VISIT", "occurredAt": "2026-11-24T09:00:00Z", "body": "Met." })),
        ),
        "amendCaseNote of the worker" => ("amendCaseNote", "AmendCaseNoteInput", amended(&of.worker_note)),
        "amendCaseNote of the manager" => ("amendCaseNote", "AmendCaseNoteInput", amended(&of.manager_note)),
        "setGoal" => ("setGoal", "SetGoalInput", with(case, json!({ "title": "Sleep", "owner": "CHILD" }))),
        "rateGoal" => (
            "rateGoal",
            "RateGoalInput",
            json!({ "goalId": originals.named(of.goal.id), "on": "2026-11-24", "rating": 5 }),
        ),
        "recordMeasure" | "recordMeasure after 6 months" => {
            let stage = if operation == "recordMeasure" { "BASELINE" } else { "FOLLOW_UP_6_MONTHS" };
            let told = json!({ "instrument": "SDQ", "informant": "PARENT", "stage": stage,
                "takenOn": "2026-11-24", "total": 20 });
            ("recordMeasure", "RecordMeasureInput", with(case, told))
        }
        "createTask" => (
            "createTask",
            "CreateTaskInput",
            with(case, json!({ "title": "Ring", "assigneeId": caseworker })),
        ),
        "changeTask" => ("changeTask", "ChangeTaskInput", with(of_task, json!({ "title": "Ring again" }))),
        "completeTask" => ("completeTask", "CompleteTaskInput", of_task),
        "recordConsent" => (
            "recordConsent",
            "RecordConsentInput",
            json!({ "youngPersonId": originals.named(of.child), "kind": "CONTACT", "status": "GIVEN",
                "givenBy": "The child", "decidedOn": "2026-11-24" }),
        ),
        "withdrawConsent" => (
            "withdrawConsent",
            "WithdrawConsentInput",
            json!({ "consentId": originals.named(of.consent.id), "version": of.consent.version, "on": "2026-11-24" }),
        ),
        "changeYoungPerson" => (
            "changeYoungPerson",
            "ChangeYoungPersonInput",
            json!({ "youngPersonId": originals.named(of.child), "version": originals.child.version,
                "kind": "CHANGE", "knownAs": "Bo", "reason": "Says so." }),
        ),
        "changeContact" => (
            "changeContact",
            "ChangeContactInput",
            json!({ "youngPersonId": originals.named(of.child), "reason": "Says so.",
                "contact": { "name": "Ann", "relationship": "aunt" } }),
        ),
        "raiseSafeguardingConcern" => (
            "raiseSafeguardingConcern",
            "RaiseSafeguardingConcernInput",
            with(
                case,
                json!({ "text": "A bruise.", "immediateDanger": false, "parentTold": false, "childTold": true }),
            ),
        ),
        "resolveSafeguardingConcern" => (
            "resolveSafeguardingConcern",
            "ResolveSafeguardingConcernInput",
            json!({ "safeguardingConcernId": originals.named(of.concern.id), "version": of.concern.version,
                "outcome": "Rang the front door." }),
        ),
        other => panic!("no question for {other}"),
    }
}

/// The rows that an operation could change, as they are now.
type Rows = (case::Model, Vec<case_note::Model>, task::Model, consent::Model, young_person::Model, Concern);
type Concern = safeguarding_concern::Model;

async fn rows(test: &TestApp, of: &Records) -> Rows {
    let database = test.app.database();
    let notes = unscoped::<case_note::Entity>(WHY).filter(case_note::Column::CaseId.eq(of.case.id));
    let task = unscoped::<task::Entity>(WHY).filter(task::Column::Id.eq(of.task.id));
    let consent = unscoped::<consent::Entity>(WHY).filter(consent::Column::Id.eq(of.consent.id));
    let child = unscoped::<young_person::Entity>(WHY).filter(young_person::Column::Id.eq(of.child));
    let concerns = unscoped::<safeguarding_concern::Entity>(WHY);
    let concern = concerns.filter(safeguarding_concern::Column::Id.eq(of.concern.id));
    let mut notes = notes.all(database).await.unwrap();
    notes.sort_by_key(|note| note.id.uuid());
    (
        case_row(test, of.case.id).await,
        notes,
        task.one(database).await.unwrap().unwrap(),
        consent.one(database).await.unwrap().unwrap(),
        child.one(database).await.unwrap().unwrap(),
        concern.one(database).await.unwrap().unwrap(),
    )
}

struct Cell<'a> {
    originals: &'a Originals<'a>,
    operation: &'static str,
    person: &'static str,
    actor: &'a Actor<'a>,
}

impl Cell<'_> {
    async fn ask(&self, of: &Records) -> String {
        let (field, input, values) = question(self.originals, of, self.operation);
        asked(self.actor, field, input, values).await
    }

    fn what(&self, of: &Records) -> String {
        let worker = if of.case.caseworker_id.is_some() { "its worker" } else { "no worker" };
        format!("{} does {} in {} with {worker}", self.person, self.operation, of.case.status)
    }

    async fn refused(&self, of: &Records, expected: &Expected, wrong: &mut Vec<String>) {
        let heard = self.ask(of).await;
        if heard != says(expected) {
            wrong.push(format!("{}: {heard}, not {}", self.what(of), says(expected)));
        }
    }

    async fn works(&self, of: &Records, to: &str, wrong: &mut Vec<String>) {
        let test = self.originals.test;
        let before = written(test).await;
        let heard = self.ask(of).await;
        if heard != "WORKS" {
            wrong.push(format!("{}: {heard}", self.what(of)));
            return;
        }
        let (after, now) = (rows(test, of).await, written(test).await);
        let steps = unscoped::<transition::Entity>(WHY).filter(transition::Column::CaseId.eq(of.case.id));
        let steps = steps.all(test.app.database()).await.unwrap();
        let is_step = i32::from(self.operation == "allocateCase");
        let mut must = |holds: bool, what: &str| {
            if !holds {
                wrong.push(format!("{}: {what}", self.what(of)));
            }
        };
        must(after.0.status.as_str() == to, &format!("is {} and not {to}", after.0.status));
        must(after.0.version == of.case.version + is_step, "the version counts something else");
        must(steps.len() == usize::try_from(is_step).unwrap(), &format!("{} transitions", steps.len()));
        // What is the child's is told to whoever works a case: where all have ended it is on nobody's list.
        let of_the_child = ["recordConsent", "withdrawConsent", "changeYoungPerson", "changeContact"]
            .contains(&self.operation);
        let told = is_open(to) || !of_the_child;
        must((now.events > before.events) == told, "an event too many or too few");
        must(now.audited > before.audited, "nothing in the audit");
    }
}

#[tokio::test]
async fn each_operation_on_a_case_works_where_the_rules_say_and_nowhere_else() {
    let test = TestApp::new().await;
    let originals = Originals::make(&test).await;
    let people = everybody(&test).await;
    let mut wrong = Vec::new();
    // Waiting for consent with a worker or without; agreed and waiting for a worker; everything else has one.
    let standings = CaseStatus::iter().map(|status| (status, status != CaseStatus::Open));
    for (status, worker) in standings.chain([(CaseStatus::AwaitingConsent, false)]) {
        let one = originals.records(status, worker).await;
        for (operation, _) in CASES_SEEN {
            let before = (rows(&test, &one).await, written(&test).await);
            let mut may = Vec::new();
            for (person, actor) in &people {
                let cell = Cell { originals: &originals, operation, person, actor };
                match of_case(operation, status.as_str(), worker, person) {
                    Expected::Works { to } => may.push((cell, to)),
                    expected => cell.refused(&one, &expected, &mut wrong).await,
                }
            }
            if before != (rows(&test, &one).await, written(&test).await) {
                wrong.push(format!(
                    "{operation} in {status}: somebody was refused, and something was written"
                ));
            }
            for (cell, to) in may {
                cell.works(&originals.records(status, worker).await, &to, &mut wrong).await;
            }
        }
    }
    assert!(wrong.is_empty(), "{} cells:\n{}", wrong.len(), wrong.join("\n"));
}
