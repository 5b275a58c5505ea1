//! The main job, end to end: refer, triage, allocate, work, and see it live.

use futures_util::StreamExt;
use ridgeway::worker;
use serde_json::json;

use crate::support::TestApp;

const SUBMIT: &str = "mutation($input: SubmitReferralInput!) { submitReferral(input: $input) {
    referral { id reference version stage status owner { name } contactPoint { phone } services { name } }
    problems { field code message } } }";

fn referral() -> serde_json::Value {
    json!({ "input": {
        "youngPerson": { "givenName": "Robin", "familyName": "Testcase", "dateOfBirth": "2012-03-04", "sex": "UNKNOWN" },
        "source": "SCHOOL",
        "whatHappened": "Came to school afraid of the way home.",
        "mainFactor": "UNSAFE_JOURNEYS",
        "immediateDanger": false,
        "parentAware": true,
    } })
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "a story is told from beginning to end")]
async fn a_referral_travels_from_the_school_to_the_caseworker_and_back() {
    let test = TestApp::new().await;
    let (school, triage, manager) = (test.school().await, test.triage().await, test.manager().await);
    let caseworker = test.caseworker().await;

    let queue = "subscription { workChanged { kind subjectId subject { ... on Referral { reference child { displayName } } } } }";
    let mut queue = triage.follow(queue, json!({})).await;
    assert_eq!(queue.next().await.unwrap().data()["workChanged"]["kind"], "READY");

    let sent = school.ask(SUBMIT, referral()).await.data()["submitReferral"].clone();
    assert_eq!(sent["problems"], json!([]));
    let (id, reference) = (sent["referral"]["id"].clone(), sent["referral"]["reference"].clone());
    assert_eq!(sent["referral"]["stage"], "RECEIVED");
    assert_eq!(sent["referral"]["status"], json!(null));
    assert_eq!(sent["referral"]["services"].as_array().unwrap().len(), 1);

    worker::settle(&test.app).await.unwrap();
    let change = queue.next().await.unwrap().data()["workChanged"].clone();
    assert_eq!(change["kind"], "REFERRAL_SUBMITTED");
    assert_eq!(change["subject"]["reference"], reference);
    assert_eq!(change["subject"]["child"]["displayName"], "Robin Testcase");

    let read = "query($reference: String!) { referral(reference: $reference) { version acknowledgedAt viewerCanTriage } }";
    let opened = triage.get(read, json!({ "reference": reference })).await["referral"].clone();
    assert_eq!(opened["viewerCanTriage"], true);
    assert!(opened["acknowledgedAt"].is_string());

    let take = "mutation($input: ReferralVersionInput!) { takeReferral(input: $input) { referral { version owner { name } }
        problems { code } } }";
    let taken =
        triage.get(take, json!({ "input": { "referralId": id, "version": opened["version"] } })).await;
    assert_eq!(taken["takeReferral"]["problems"], json!([]));

    let accept = "mutation($input: TriageReferralInput!) { triageReferral(input: $input) {
        referral { status case { id version reference status } } problems { code field message } } }";
    let accepted = triage
        .get(
            accept,
            json!({ "input": { "referralId": id, "version": taken["takeReferral"]["referral"]["version"],
                "outcome": "ACCEPT", "rationale": "Fear on the way home, no adult who knows.",
                "feedback": "We will ring the family this week.", "pathway": "EARLY_PREVENTION" } }),
        )
        .await["triageReferral"]
        .clone();
    assert_eq!(accepted["problems"], json!([]));
    assert_eq!(accepted["referral"]["status"], "ACCEPTED");
    let case = accepted["referral"]["case"].clone();
    assert_eq!(case["status"], "AWAITING_CONSENT");

    let mine = "subscription { workChanged { kind subject { ... on Case { reference } } } }";
    let mut work = caseworker.follow(mine, json!({})).await;
    assert_eq!(work.next().await.unwrap().data()["workChanged"]["kind"], "READY");

    let viewer =
        caseworker.get("{ viewer { user { id } } }", json!({})).await["viewer"]["user"]["id"].clone();
    let allocate = "mutation($input: AllocateCaseInput!) { allocateCase(input: $input) {
        case { status caseworker { id } } problems { code field message } } }";
    let allocated = manager
        .get(
            allocate,
            json!({ "input": { "caseId": case["id"], "version": case["version"], "caseworkerId": viewer,
                "conflictDeclared": false } }),
        )
        .await["allocateCase"]
        .clone();
    assert_eq!(allocated["problems"], json!([]));
    assert_eq!(allocated["case"]["caseworker"]["id"], viewer);

    worker::settle(&test.app).await.unwrap();
    let change = work.next().await.unwrap().data()["workChanged"].clone();
    assert_eq!(change["kind"], "CASE_ALLOCATED");
    assert_eq!(change["subject"]["reference"], case["reference"]);

    let note =
        "mutation($input: AddCaseNoteInput!) { addCaseNote(input: $input) { note { id body author { id } }
        problems { code field message } } }";
    let note = caseworker
        .get(
            note,
            json!({ "input": { "caseId": case["id"], "kind": "PHONE_CALL", "occurredAt": "2026-11-24T09:20:00Z",
                "body": "Rang the mother; she agrees to meet.",
                "contact": { "outcome": "SPOKE", "childSeen": false } } }),
        )
        .await["addCaseNote"]
        .clone();
    assert_eq!(note["problems"], json!([]));
    assert_eq!(note["note"]["author"]["id"], viewer);

    let task = "mutation($input: CreateTaskInput!) { createTask(input: $input) { task { title overdue }
        problems { code field message } } }";
    let task = caseworker
        .get(
            task,
            json!({ "input": { "caseId": case["id"], "title": "Visit on Thursday", "dueOn": "2026-11-26",
                "assigneeId": viewer } }),
        )
        .await["createTask"]
        .clone();
    assert_eq!(task["problems"], json!([]));
    assert_eq!(task["task"]["title"], "Visit on Thursday");

    let back = "query($reference: String!) { referral(reference: $reference) { stage status case { id } owner { name }
        youngPerson { id } history { to } messages { kind text by { name } from { name } } decision { feedback rationale }
        contactPoint { phone } } }";
    let seen = school.get(back, json!({ "reference": reference })).await["referral"].clone();
    assert_eq!(seen["stage"], "SOMEONE_IS_WORKING_ON_IT");
    assert_eq!(
        seen["decision"],
        json!({ "feedback": "We will ring the family this week.", "rationale": null })
    );
    assert_eq!(seen["messages"][0]["text"], "We will ring the family this week.");
    assert!(seen["contactPoint"]["phone"].is_string());
    for hidden in ["status", "case", "owner", "youngPerson", "history"] {
        assert_eq!(seen[hidden], json!(null), "{hidden} is not for those who sent it");
    }
    assert_eq!(seen["messages"][0]["by"], json!(null));
}
