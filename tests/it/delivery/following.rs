//! What follows from a register: the caseworker is told of misses and cancelled sessions, and a place is completed by its rule.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::{CANCEL, CHANGE, END, accepted, alone, look, run, session, settle, take};
use crate::support::TestApp;

const TASKS: &str = "query($id: ID!) { node(id: $id) { ... on Case { caseworker { id } tasks(first: 50) { nodes { title cause done
    assignee { id } } } } } }";

fn problem(code: &str, field: &str) -> (String, String) {
    (code.to_owned(), field.to_owned())
}

/// The open tasks of a case that came of one cause, by title; each is its caseworker's.
async fn open(test: &TestApp, case: &Value, cause: &str) -> Vec<String> {
    let case = test.manager().await.get(TASKS, json!({ "id": case })).await["node"].clone();
    let all = case["tasks"]["nodes"].as_array().unwrap();
    let open = all.iter().filter(|task| task["cause"] == cause && task["done"] == false);
    open.map(|task| {
        assert_eq!(task["assignee"]["id"], case["caseworker"]["id"]);
        task["title"].as_str().unwrap().to_owned()
    })
    .collect()
}

/// A child with a place, and sessions at nine of yesterday, today and tomorrow.
async fn placed(test: &TestApp) -> (Value, Value, [Value; 3]) {
    let one = run(test, &json!({})).await;
    let case = alone(test).await;
    let child = accepted(test, &one, &case).await;
    let mut three = Vec::new();
    for day in [23, 24, 25] {
        let (starts, ends) = (format!("2026-11-{day}T09:00:00Z"), format!("2026-11-{day}T10:00:00Z"));
        three.push(session(test, &one, &starts, &ends).await);
    }
    (case, child, three.try_into().unwrap())
}

async fn say(test: &TestApp, session: &Value, child: &Value, mark: &str, seen: Value) {
    let worker = test.actor("provider").await;
    let done = take(&worker, session, json!([{ "enrolmentId": child, "mark": mark, "seen": seen }])).await;
    assert_eq!(done.problems(), [], "{mark}");
}

#[tokio::test]
async fn two_misses_in_a_row_are_told_in_the_evening_until_the_child_comes() {
    let test = TestApp::new().await;
    let (case, child, [first, second, third]) = placed(&test).await;
    say(&test, &first, &child, "MISSED", json!(null)).await;
    test.app.clock().advance(TimeDelta::hours(9));
    settle(&test).await;
    assert!(open(&test, &case, "SESSIONS_MISSED").await.is_empty(), "one is not told");
    // Half past six: it is evening.
    say(&test, &second, &child, "WAS_NOT_BROUGHT", json!(null)).await;
    settle(&test).await;
    let told = open(&test, &case, "SESSIONS_MISSED").await;
    assert_eq!(told, ["Two sessions in a row were missed. Ring the child or family, and the programme."]);
    test.app.clock().advance(TimeDelta::hours(15));
    // The third one, at half past nine of the next morning: told already.
    say(&test, &third, &child, "MISSED", json!(null)).await;
    settle(&test).await;
    assert_eq!(open(&test, &case, "SESSIONS_MISSED").await.len(), 1);
    say(&test, &third, &child, "PRESENT", json!("MISSED")).await;
    settle(&test).await;
    assert!(open(&test, &case, "SESSIONS_MISSED").await.is_empty(), "the child came");
}

#[tokio::test]
async fn in_the_morning_a_miss_waits_for_the_evening() {
    let test = TestApp::new().await;
    let (case, child, [first, second, _]) = placed(&test).await;
    say(&test, &first, &child, "MISSED", json!(null)).await;
    say(&test, &second, &child, "MISSED", json!(null)).await;
    settle(&test).await;
    assert!(open(&test, &case, "SESSIONS_MISSED").await.is_empty());
    test.app.clock().advance(TimeDelta::minutes(8 * 60 + 29));
    settle(&test).await;
    assert!(open(&test, &case, "SESSIONS_MISSED").await.is_empty(), "a minute to six");
    test.app.clock().advance(TimeDelta::minutes(1));
    settle(&test).await;
    assert_eq!(open(&test, &case, "SESSIONS_MISSED").await.len(), 1);
}

#[tokio::test]
async fn one_miss_is_told_where_a_missing_episode_is_on_record() {
    let test = TestApp::new().await;
    let (case, child, [first, second, _]) = placed(&test).await;
    say(&test, &first, &child, "PRESENT", json!(null)).await;
    let raise = "mutation($input: RaiseSafeguardingConcernInput!) { raiseSafeguardingConcern(input: $input) { problems { code } } }";
    let input = json!({ "caseId": case, "kind": "MISSING", "text": "Out overnight.", "immediateDanger": false,
        "parentTold": true, "childTold": true });
    assert_eq!(test.manager().await.ask(raise, json!({ "input": input })).await.problems(), []);
    test.app.clock().advance(TimeDelta::hours(9));
    say(&test, &second, &child, "MISSED", json!(null)).await;
    settle(&test).await;
    let told = open(&test, &case, "SESSIONS_MISSED").await;
    assert!(told.len() == 1 && told[0].contains("missing episode"), "{told:?}");
}

#[tokio::test]
async fn a_cancelled_session_is_a_task_for_each_caseworker_and_news_for_who_follows_the_case() {
    use futures_util::StreamExt;
    let test = TestApp::new().await;
    let (case, _, [_, _, third]) = placed(&test).await;
    settle(&test).await;
    let manager = test.manager().await;
    let follow = "subscription($id: ID!) { caseChanged(caseId: $id) { kind } }";
    let mut heard = manager.follow(follow, json!({ "id": case })).await;
    assert_eq!(heard.next().await.unwrap().data()["caseChanged"]["kind"], "READY");
    let input = json!({ "sessionId": third, "version": 1, "reason": "No heating." });
    let done = test.actor("provider.manager").await.ask(CANCEL, json!({ "input": input })).await;
    assert_eq!(done.problems(), []);
    settle(&test).await;
    assert_eq!(heard.next().await.unwrap().data()["caseChanged"]["kind"], "SESSION_CANCELLED");
    let told = open(&test, &case, "SESSION_CANCELLED").await;
    assert_eq!(told, ["A session was cancelled. Tell the child and family, and look when the next one is."]);
}

#[tokio::test]
async fn completed_is_three_quarters_of_what_was_planned_and_the_end() {
    let test = TestApp::new().await;
    let (_, child, [first, second, third]) = placed(&test).await;
    say(&test, &first, &child, "PRESENT", json!(null)).await;
    say(&test, &second, &child, "MISSED", json!(null)).await;
    let manager = test.actor("provider.manager").await;
    let complete = async || {
        let version = look(&test, &json!({ "id": child })).await["version"].clone();
        let on = test.app.today().to_string();
        let input = json!({ "enrolmentId": child, "version": version, "status": "COMPLETED", "on": on });
        manager.ask(END, json!({ "input": input })).await
    };
    let message = |answer: &crate::support::Answer| {
        answer.0["data"]["endEnrolment"]["problems"][0]["message"].as_str().unwrap_or_default().to_owned()
    };
    let early = complete().await;
    assert_eq!(early.problems(), [problem("INVALID", "status")]);
    assert!(message(&early).contains("still to come"));
    test.app.clock().advance(TimeDelta::days(1));
    say(&test, &third, &child, "PRESENT", json!(null)).await;
    let few = complete().await;
    assert_eq!(few.problems(), [problem("INVALID", "status")]);
    assert!(message(&few).contains("120 of 180 minutes"), "{}", message(&few));
    say(&test, &second, &child, "NOT_EXPECTED", json!("MISSED")).await;
    let done = complete().await;
    assert_eq!(done.problems(), [], "{:#}", done.0);
    assert_eq!(done.data()["endEnrolment"]["enrolment"]["status"], "COMPLETED");
}

#[tokio::test]
async fn a_run_keeps_its_sessions_within_its_days_and_takes_them_along_when_it_is_cancelled() {
    let test = TestApp::new().await;
    let one = run(&test, &json!({})).await;
    let past = session(&test, &one, "2026-11-23T09:00:00Z", "2026-11-23T10:00:00Z").await;
    let later = session(&test, &one, "2026-12-10T09:00:00Z", "2026-12-10T10:00:00Z").await;
    let manager = test.manager().await;
    let change = async |version: i32, change: Value| {
        let mut input = change;
        input["offeringId"] = one.clone();
        input["version"] = json!(version);
        manager.ask(CHANGE, json!({ "input": input })).await.problems()
    };
    assert_eq!(change(3, json!({ "endsOn": "2026-12-09" })).await, [problem("OUT_OF_RANGE", "endsOn")]);
    assert_eq!(change(3, json!({ "endsOn": "2026-12-10" })).await, []);
    assert_eq!(change(4, json!({ "status": "CANCELLED" })).await, []);
    let asks = "query($id: ID!) { node(id: $id) { ... on Session { cancelled } } }";
    for (session, cancelled) in [(past, false), (later, true)] {
        let now = manager.get(asks, json!({ "id": session })).await;
        assert_eq!(now["node"]["cancelled"], cancelled);
    }
}
