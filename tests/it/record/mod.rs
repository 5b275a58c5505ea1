//! The audit: its chain of seals, what leaves a line, and who may read which.

mod entries;
mod lines;
mod mutations;
mod seals;

use std::collections::HashSet;

use ridgeway::entity::record::audit_entry::{Entity, Model};
use sea_orm::EntityTrait;
use serde_json::{Value, json};

use crate::support::{Actor, TestApp};

async fn all(test: &TestApp) -> Vec<Model> {
    Entity::find().all(test.app.database()).await.unwrap()
}

/// The lines that something leaves, each as "ACTION KIND", in order.
fn said(lines: &[Model]) -> Vec<String> {
    let mut said: Vec<_> =
        lines.iter().map(|line| format!("{} {}", line.action, line.subject_kind)).collect();
    said.sort();
    said
}

/// What something answers, and the lines that it leaves.
async fn leaves<T>(test: &TestApp, act: impl Future<Output = T>) -> (T, Vec<Model>) {
    let before: HashSet<_> = all(test).await.into_iter().map(|line| line.id).collect();
    // On the heap: a whole request is more than the stack of a test takes several times over.
    let done = Box::pin(act).await;
    (done, all(test).await.into_iter().filter(|line| !before.contains(&line.id)).collect())
}

/// Runs a mutation that has to succeed; `fields` is what is selected besides the problems.
async fn change(actor: &Actor<'_>, field: &str, input: &str, fields: &str) -> Value {
    let document = format!(
        "mutation {{ {field}(input: {{ {input} }}) {{ {fields} problems {{ code field message }} }} }}"
    );
    let payload = Box::pin(actor.get(&document, json!({}))).await[field].clone();
    assert_eq!(payload["problems"], json!([]), "{field}");
    payload
}

const CHILD: &str = "youngPerson: { givenName: \"Wren\", familyName: \"Auditcase\", dateOfBirth: \"2012-03-04\",
    sex: UNKNOWN, upn: \"Q866400119001\",
    contacts: [{ name: \"Ann Auditcase\", relationship: \"mother\", mayContact: ASK_FIRST, mayBeTold: true }] }";

/// A referral that a school sent: its id and reference.
async fn sent(school: &Actor<'_>) -> Value {
    let input = format!(
        "{CHILD}, source: SCHOOL, whatHappened: \"Afraid.\", mainFactor: UNSAFE_JOURNEYS, immediateDanger: false,
         parentAware: true"
    );
    change(school, "submitReferral", &input, "referral { id reference }").await["referral"].clone()
}

/// A case that came of a referral and has a worker, a note and a task.
pub struct Worked {
    pub referral: Value,
    pub case: Value,
    pub child: Value,
    pub note: Value,
    pub task: Value,
    pub goal: Value,
    pub measure: Value,
}

pub fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

pub async fn worked(test: &TestApp) -> Worked {
    let (triage, manager, worker) = (test.triage().await, test.manager().await, test.caseworker().await);
    let referral = sent(&test.school().await).await;
    let id = text(&referral["id"]);
    let accept = format!(
        "referralId: \"{id}\", version: 1, outcome: ACCEPT, rationale: \"Fear.\", feedback: \"We ring.\",
         pathway: EARLY_PREVENTION"
    );
    let accepted = change(
        &triage,
        "triageReferral",
        &accept,
        "referral { case { id version reference youngPerson { id reference } } }",
    )
    .await["referral"]["case"]
        .clone();
    let case = text(&accepted["id"]);
    let me = worker.get("{ viewer { user { id } } }", json!({})).await["viewer"]["user"]["id"].clone();
    let allocate = format!(
        "caseId: \"{case}\", version: {}, caseworkerId: {me}, conflictDeclared: false",
        accepted["version"]
    );
    change(&manager, "allocateCase", &allocate, "case { id }").await;
    let note = format!(
        "caseId: \"{case}\", kind: PHONE_CALL, occurredAt: \"2026-11-24T09:20:00Z\", body: \"Rang.\",
         contact: {{ outcome: SPOKE, childSeen: false }}"
    );
    let note = change(&worker, "addCaseNote", &note, "note { id version }").await["note"].clone();
    let task = format!("caseId: \"{case}\", title: \"Visit\", dueOn: \"2026-11-26\", assigneeId: {me}");
    let task = change(&worker, "createTask", &task, "task { id version }").await["task"].clone();
    let goal = format!("caseId: \"{case}\", title: \"Sleep\", owner: CHILD");
    let goal = change(&worker, "setGoal", &goal, "goal { id }").await["goal"].clone();
    let measure = format!(
        "caseId: \"{case}\", instrument: SDQ, informant: SELF, stage: BASELINE, takenOn: \"2026-11-24\", total: 20"
    );
    let measure = change(&worker, "recordMeasure", &measure, "measure { id }").await["measure"].clone();
    Worked { goal, measure, referral, child: accepted["youngPerson"].clone(), case: accepted, note, task }
}
