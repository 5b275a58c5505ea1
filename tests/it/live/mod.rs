//! Live changes: who hears of what, how a subscriber comes back, and how a stream ends.

mod crowd;
mod ends;
mod hearing;
mod resume;

use futures_util::{Stream, StreamExt};
use ridgeway::{
    platform::app::App,
    words::id::{Id, OpaqueId, noun},
};
use serde_json::{Value, json};

use crate::support::{Actor, Answer, TestApp};

const CASE_CHANGED: &str =
    "subscription($caseId: ID!, $after: String) { caseChanged(caseId: $caseId, after: $after) {
    cursor kind } }";
const WORK_CHANGED: &str = "subscription($after: String) { workChanged(after: $after) { cursor kind subjectId
    subject { __typename } } }";

/// A case in Swindon with its worker, and the referral that it came from.
struct Story {
    case: Value,
    child: Value,
    referral: Value,
}

/// Does something that has to succeed.
async fn does(actor: &Actor<'_>, field: &str, input_type: &str, input: Value, shows: &str) -> Value {
    let document = format!(
        "mutation($input: {input_type}!) {{ {field}(input: $input) {{ {shows} problems {{ code message field }} }} }}"
    );
    let done = Box::pin(actor.get(&document, json!({ "input": input }))).await[field].clone();
    assert_eq!(done["problems"], json!([]), "{field}");
    done
}

async fn story(test: &TestApp) -> Story {
    let (school, triage, manager) = (test.school().await, test.triage().await, test.manager().await);
    let sent = refer(&school).await;
    let decision = json!({ "referralId": sent["id"], "version": sent["version"], "outcome": "ACCEPT",
        "rationale": "Needs help.", "feedback": "We will ring.", "pathway": "EARLY_PREVENTION" });
    let shows = "referral { case { id version youngPerson { id } } }";
    let accepted = does(&triage, "triageReferral", "TriageReferralInput", decision, shows).await;
    // Who triages sees of the case that it is open, and no more.
    let case = accepted["referral"]["case"].clone();
    let worker = test.caseworker().await.get("{ viewer { user { id } } }", json!({})).await;
    let allocation = json!({ "caseId": case["id"], "version": case["version"],
        "caseworkerId": worker["viewer"]["user"]["id"], "conflictDeclared": false });
    let allocated =
        does(&manager, "allocateCase", "AllocateCaseInput", allocation, "case { youngPerson { id } }").await;
    let child = allocated["case"]["youngPerson"]["id"].clone();
    Story { case: case["id"].clone(), child, referral: sent["id"].clone() }
}

async fn refer(school: &Actor<'_>) -> Value {
    let input = json!({ "youngPerson": { "givenName": "Robin", "familyName": "Testcase",
        "dateOfBirth": "2012-03-04", "sex": "UNKNOWN" }, "source": "SCHOOL",
        "whatHappened": "Afraid of the way home.", "mainFactor": "UNSAFE_JOURNEYS",
        "immediateDanger": false, "parentAware": true });
    does(school, "submitReferral", "SubmitReferralInput", input, "referral { id version }").await["referral"]
        .clone()
}

async fn note(actor: &Actor<'_>, case: &Value, audience: &str) -> Value {
    let input = json!({ "caseId": case, "kind": "OTHER", "occurredAt": crate::support::START,
        "body": "Spoke with the school.", "audience": audience });
    does(actor, "addCaseNote", "AddCaseNoteInput", input, "note { id version }").await["note"].clone()
}

/// Follows the case of a story, from READY on.
async fn follow_case(actor: &Actor<'_>, story: &Story) -> impl Stream<Item = Answer> + Unpin + use<> {
    let mut of_case = actor.follow(CASE_CHANGED, json!({ "caseId": story.case })).await;
    assert_eq!(next(&mut of_case).await["kind"], "READY");
    of_case
}

/// The next change of a stream that is still open.
async fn next(stream: &mut (impl Stream<Item = Answer> + Unpin)) -> Value {
    let data = stream.next().await.expect("the stream goes on").data();
    data.as_object().unwrap().values().next().unwrap().clone()
}

/// The kinds of so many changes.
async fn kinds(stream: &mut (impl Stream<Item = Answer> + Unpin), how_many: usize) -> Vec<String> {
    let mut kinds = Vec::new();
    for _ in 0..how_many {
        kinds.push(next(stream).await["kind"].as_str().unwrap().to_owned());
    }
    kinds
}

fn case_id(app: &App, sealed: &Value) -> Id<noun::Case> {
    OpaqueId::parse(sealed.as_str().unwrap()).unwrap().open(app.keys()).unwrap()
}
