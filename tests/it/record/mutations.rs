//! Each mutation leaves one line for each thing that it makes or changes, and none besides.

use std::pin::Pin;

use serde_json::json;

use super::{change, leaves, said, sent, text, worked};
use crate::support::{Actor, TestApp};

/// Makes a change and holds the lines that it leaves against those that it should.
async fn expected(test: &TestApp, actor: &Actor<'_>, field: &str, input: &str, lines: &[&str]) {
    let viewer = actor.viewer().await;
    let (_, left) = leaves(test, change(actor, field, input, "")).await;
    assert_eq!(said(&left), lines, "{field}");
    for line in left {
        assert_eq!((line.actor_id, line.membership_id), (Some(viewer.user), Some(viewer.membership)));
        assert!(line.purpose.is_some() && line.subject_id.is_some(), "{field}");
        let of_draft = line.subject_kind.as_str() == "DRAFT";
        assert_eq!(line.young_person_id.is_none(), of_draft, "{field} {}", line.subject_kind);
    }
}

/// The same, on the heap: so many in one test are more than its stack takes.
fn expect<'a>(
    test: &'a TestApp,
    actor: &'a Actor<'_>,
    field: &'a str,
    input: &'a str,
    lines: &'a [&str],
) -> Pin<Box<dyn Future<Output = ()> + 'a>> {
    Box::pin(expected(test, actor, field, input, lines))
}

#[tokio::test]
async fn drafts_and_referrals() {
    let test = TestApp::new().await;
    let (school, triage, manager) = (test.school().await, test.triage().await, test.manager().await);
    let draft = "kind: REFERRAL, content: \"{}\", immediateDanger: false";
    expect(&test, &school, "saveDraft", draft, &["CREATE DRAFT"]).await;
    let drafts = school.get("{ viewer { drafts { id } } }", json!({})).await;
    let id = drafts["viewer"]["drafts"][0]["id"].clone();
    expect(&test, &school, "saveDraft", &format!("{draft}, draftId: {id}"), &["CHANGE DRAFT"]).await;
    expect(&test, &school, "discardDraft", &format!("draftId: {id}"), &["CHANGE DRAFT"]).await;

    let (referral, lines) = leaves(&test, sent(&school)).await;
    assert_eq!(said(&lines), ["CREATE REFERRAL", "CREATE YOUNG_PERSON"]);
    let id = format!("referralId: {}", referral["id"]);
    let only = &["CHANGE REFERRAL"];
    let open = format!("{{ referral(reference: {}) {{ status }} }}", referral["reference"]);
    let (_, lines) = leaves(&test, triage.get(&open, json!({}))).await;
    assert_eq!(said(&lines), only, "opened for the first time, it is acknowledged");
    let (_, lines) = leaves(&test, triage.get(&open, json!({}))).await;
    assert_eq!(said(&lines), [""; 0], "and only then");

    expect(&test, &triage, "takeReferral", &format!("{id}, version: 1"), only).await;
    expect(&test, &triage, "releaseReferral", &format!("{id}, version: 2"), only).await;
    expect(&test, &school, "addReferralInformation", &format!("{id}, text: \"More.\""), only).await;
    expect(&test, &triage, "messageReferrer", &format!("{id}, text: \"Thanks.\""), only).await;
    let decline = "outcome: DECLINE, reason: BETTER_MET_ELSEWHERE, rationale: \"x\", feedback: \"y\"";
    let version = async || {
        let read =
            format!("{{ referral(reference: {}) {{ version awaitingCountersign }} }}", referral["reference"]);
        triage.get(&read, json!({})).await["referral"].clone()
    };
    let now = version().await;
    expect(&test, &triage, "triageReferral", &format!("{id}, version: {}, {decline}", now["version"]), only)
        .await;
    let now = version().await;
    if now["awaitingCountersign"] == true {
        let agree = format!("{id}, version: {}, agree: true, comment: \"z\"", now["version"]);
        expect(&test, &manager, "countersignDecision", &agree, only).await;
    }
    expect(&test, &school, "challengeDecision", &format!("{id}, text: \"Still worried.\""), only).await;
}

#[tokio::test]
async fn cases_and_the_work_on_them() {
    let test = TestApp::new().await;
    let it = worked(&test).await;
    let worker = test.caseworker().await;
    let (case, child) = (text(&it.case["id"]).to_owned(), text(&it.child["id"]).to_owned());
    let (note, task) = (&it.note["id"], &it.task["id"]);
    let case = format!("caseId: \"{case}\"");
    let of_child = format!("youngPersonId: \"{child}\"");
    let me = worker.get("{ viewer { user { id } } }", json!({})).await["viewer"]["user"]["id"].clone();

    let added = format!("{case}, kind: OTHER, occurredAt: \"2026-11-24T09:00:00Z\", body: \"x\"");
    expect(&test, &worker, "addCaseNote", &added, &["CREATE CASE_NOTE"]).await;
    let amended = format!("noteId: {note}, version: 1, body: \"y\", reason: \"z\"");
    expect(&test, &worker, "amendCaseNote", &amended, &["CHANGE CASE_NOTE"]).await;
    let set = format!("{case}, title: \"x\", owner: BOTH");
    expect(&test, &worker, "setGoal", &set, &["CREATE GOAL"]).await;
    let read = format!("{{ case(reference: {}) {{ goals {{ id }} }} }}", it.case["reference"]);
    let goal = worker.get(&read, json!({})).await["case"]["goals"][0]["id"].clone();
    let rated = format!("goalId: {goal}, on: \"2026-11-24\", rating: 3");
    expect(&test, &worker, "rateGoal", &rated, &["CHANGE GOAL"]).await;
    let measured = |total| {
        format!(
            "{case}, instrument: SDQ, informant: PARENT, stage: BASELINE, takenOn: \"2026-11-24\", total: {total}"
        )
    };
    expect(&test, &worker, "recordMeasure", &measured(20), &["CREATE MEASURE"]).await;
    let again = ["CHANGE MEASURE", "CREATE MEASURE"];
    expect(&test, &worker, "recordMeasure", &measured(21), &again).await;
    let made = format!("{case}, title: \"x\", assigneeId: {me}");
    expect(&test, &worker, "createTask", &made, &["CREATE TASK"]).await;
    let changed = format!("taskId: {task}, version: 1, title: \"y\"");
    expect(&test, &worker, "changeTask", &changed, &["CHANGE TASK"]).await;
    let done = format!("taskId: {task}, version: 2");
    expect(&test, &worker, "completeTask", &done, &["CHANGE TASK"]).await;

    let told =
        format!("{of_child}, kind: CONTACT, status: GIVEN, givenBy: \"Ann\", decidedOn: \"2026-11-24\"");
    expect(&test, &worker, "recordConsent", &told, &["CREATE CONSENT"]).await;
    let read = format!(
        "{{ case(reference: {}) {{ youngPerson {{ consents {{ id version }} }} }} }}",
        it.case["reference"]
    );
    let consents = worker.get(&read, json!({})).await["case"]["youngPerson"]["consents"].clone();
    let consent = consents.as_array().unwrap().last().unwrap();
    let ended = format!("consentId: {}, version: {}, on: \"2026-11-24\"", consent["id"], consent["version"]);
    expect(&test, &worker, "withdrawConsent", &ended, &["CHANGE CONSENT"]).await;

    let version = async || {
        let read = format!("{{ node(id: \"{child}\") {{ ... on YoungPerson {{ version }} }} }}");
        worker.get(&read, json!({})).await["node"]["version"].clone()
    };
    let known = format!(
        "{of_child}, version: {}, kind: CHANGE, reason: \"x\", knownAs: \"Wrennie\"",
        version().await
    );
    expect(&test, &worker, "changeYoungPerson", &known, &["CHANGE YOUNG_PERSON"]).await;
    let contact = format!(
        "{of_child}, reason: \"x\", contact: {{ name: \"Bo\", relationship: \"aunt\", mayContact: ASK_FIRST, mayBeTold: true }}"
    );
    expect(&test, &worker, "changeContact", &contact, &["CHANGE CONTACT"]).await;
    let concern = format!("{case}, text: \"x\", immediateDanger: false, parentTold: false, childTold: false");
    expect(&test, &worker, "raiseSafeguardingConcern", &concern, &["CREATE SAFEGUARDING_CONCERN"]).await;
    let read = format!(
        "{{ case(reference: {}) {{ safeguardingConcerns {{ id version }} }} }}",
        it.case["reference"]
    );
    let concerns = worker.get(&read, json!({})).await["case"]["safeguardingConcerns"].clone();
    let solved = format!(
        "safeguardingConcernId: {}, version: {}, outcome: \"x\"",
        concerns[0]["id"], concerns[0]["version"]
    );
    expect(&test, &worker, "resolveSafeguardingConcern", &solved, &["CHANGE SAFEGUARDING_CONCERN"]).await;
}
