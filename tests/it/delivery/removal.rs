//! A provider that wants a place to end asks the caseworker; the place stays until that one agrees.

use serde_json::{Value, json};

use super::{ANSWER, END, cases, enrol, look, places};
use crate::support::{Actor, TestApp};

const ASKED: &str =
    "query($id: ID!) { node(id: $id) { ... on Enrolment { version status viewerCanAnswerRemoval
    removalAsked { on reason } history { from to reason } case { tasks { nodes { cause done } } } } } }";
const SAY: &str = "mutation($input: AnswerRemovalInput!) { answerRemoval(input: $input) {
    enrolment { id version status } problems { code field message } } }";

/// An offering of the provider whose worker has an account, with a child of the caseworker who has accepted a place, and
/// one who waits.
async fn scene(test: &TestApp) -> (Value, Value, Value) {
    let (one, worker) = (super::offering(test, 1, &json!({})).await, test.caseworker().await);
    let held = super::own_child_placed(&worker, &one).await;
    let yes = json!({ "input": { "enrolmentId": held["id"], "version": held["version"], "accept": true } });
    assert_eq!(worker.ask(ANSWER, yes).await.problems(), []);
    let mut waits = json!(null);
    for case in cases(test, 3).await {
        let done = enrol(&test.manager().await, &one, &case, &json!({})).await;
        waits = done.data()["enrol"]["enrolment"].clone();
        if waits.is_object() {
            break;
        }
    }
    assert_eq!(waits["status"], "WAITLISTED");
    (one, held, waits)
}

async fn asked(who: &Actor<'_>, enrolment: &Value) -> Value {
    who.get(ASKED, json!({ "id": enrolment["id"] })).await["node"].clone()
}

async fn remove(who: &Actor<'_>, enrolment: &Value) -> crate::support::Answer {
    let version = asked(who, enrolment).await["version"].clone();
    let input = json!({ "enrolmentId": enrolment["id"], "version": version, "status": "REMOVED",
        "on": "2026-11-24", "reason": "He hurt another child." });
    who.ask(END, json!({ "input": input })).await
}

async fn say(who: &Actor<'_>, enrolment: &Value, agree: bool) -> crate::support::Answer {
    let version = asked(who, enrolment).await["version"].clone();
    let input = json!({ "enrolmentId": enrolment["id"], "version": version, "agree": agree, "comment": "Spoke to both." });
    who.ask(SAY, json!({ "input": input })).await
}

fn open_tasks(node: &Value) -> usize {
    let tasks = node["case"]["tasks"]["nodes"].as_array().unwrap();
    tasks.iter().filter(|task| task["cause"] == "REMOVAL_ASKED" && task["done"] == false).count()
}

#[tokio::test]
async fn the_place_stays_until_the_caseworker_agrees_and_goes_to_the_next_then() {
    let test = TestApp::new().await;
    let (one, held, waits) = scene(&test).await;
    let (provider, worker) = (test.actor("provider.manager").await, test.caseworker().await);
    let done = remove(&provider, &held).await;
    assert_eq!(done.problems(), [], "{:#}", done.0);
    assert_eq!(done.data()["endEnrolment"]["enrolment"]["status"], "ACCEPTED");
    let now = asked(&worker, &held).await;
    assert_eq!(now["removalAsked"], json!({ "on": "2026-11-24", "reason": "He hurt another child." }));
    assert_eq!((&now["viewerCanAnswerRemoval"], open_tasks(&now)), (&json!(true), 1));
    assert_eq!(asked(&provider, &held).await["viewerCanAnswerRemoval"], false);
    assert_eq!(look(&test, &waits).await["status"], "WAITLISTED");

    // Asked again, it is told; the provider does not answer for the caseworker.
    let again = remove(&provider, &held).await;
    assert_eq!(again.problems(), [("DUPLICATE".to_owned(), "status".to_owned())]);
    assert_eq!(say(&provider, &held, true).await.codes(), ["FORBIDDEN"]);

    assert_eq!(say(&worker, &held, true).await.problems(), []);
    let now = asked(&worker, &held).await;
    assert_eq!(
        (&now["status"], &now["removalAsked"], open_tasks(&now)),
        (&json!("REMOVED"), &json!(null), 0)
    );
    let ended =
        now["history"].as_array().unwrap().iter().find(|step| step["to"] == "REMOVED").unwrap().clone();
    let why = ended["reason"].clone();
    assert_eq!(why, "The provider: He hurt another child.\n\nThe answer: Spoke to both.");
    assert_eq!(look(&test, &waits).await["status"], "OFFERED");
    assert_eq!(places(&test, &one).await["held"], 1);
}

#[tokio::test]
async fn after_a_no_the_child_keeps_the_place_and_the_provider_may_ask_again() {
    let test = TestApp::new().await;
    let (_, held, waits) = scene(&test).await;
    let (provider, worker) = (test.actor("provider.manager").await, test.caseworker().await);
    let nothing = say(&worker, &held, true).await;
    assert_eq!(nothing.problems(), [("NOT_ALLOWED_IN_STATUS".to_owned(), String::new())]);
    assert_eq!(remove(&provider, &held).await.problems(), []);
    assert_eq!(say(&worker, &held, false).await.problems(), []);
    let now = asked(&worker, &held).await;
    assert_eq!(
        (&now["status"], &now["removalAsked"], open_tasks(&now)),
        (&json!("ACCEPTED"), &json!(null), 0)
    );
    assert_eq!(look(&test, &waits).await["status"], "WAITLISTED");
    assert_eq!(remove(&provider, &held).await.problems(), []);
    // Those who work the case end it themselves: that is their agreement.
    assert_eq!(remove(&worker, &held).await.problems(), []);
    let now = asked(&worker, &held).await;
    assert_eq!(
        (&now["status"], &now["removalAsked"], open_tasks(&now)),
        (&json!("REMOVED"), &json!(null), 0)
    );
}
