//! A subscriber comes back with its cursor, to this node or to another of the same database.

use chrono::TimeDelta;
use futures_util::StreamExt;
use ridgeway::worker;
use serde_json::{Value, json};

use super::{CASE_CHANGED, WORK_CHANGED, kinds, next, note, story};
use crate::support::TestApp;

#[tokio::test]
async fn what_came_in_between_is_heard_on_another_node_in_order_and_once() {
    let test = TestApp::new().await;
    let story = story(&test).await;
    worker::settle(&test.app).await.unwrap();
    let caseworker = test.caseworker().await;
    let mut first = caseworker.follow(CASE_CHANGED, json!({ "caseId": story.case })).await;
    assert_eq!(next(&mut first).await["kind"], "READY");
    let early = note(&caseworker, &story.case, "SERVICE").await;
    worker::settle(&test.app).await.unwrap();
    let heard = next(&mut first).await;
    assert_eq!(heard["kind"], "NOTE_ADDED");
    drop(first);

    let input =
        json!({ "noteId": early["id"], "version": early["version"], "body": "At home.", "reason": "place" });
    super::does(&caseworker, "amendCaseNote", "AmendCaseNoteInput", input, "").await;
    note(&caseworker, &story.case, "SERVICE").await;
    worker::settle(&test.app).await.unwrap();

    let other = test.another_node().await;
    let there = other.caseworker().await;
    let came_back = json!({ "caseId": story.case, "after": heard["cursor"] });
    let mut second = there.follow(CASE_CHANGED, came_back).await;
    assert_eq!(kinds(&mut second, 3).await, ["READY", "NOTE_AMENDED", "NOTE_ADDED"]);
    let input = json!({ "noteId": early["id"], "version": 2, "body": "At school.", "reason": "place" });
    super::does(&caseworker, "amendCaseNote", "AmendCaseNoteInput", input, "").await;
    worker::settle(&other.app).await.unwrap();
    assert_eq!(kinds(&mut second, 1).await, ["NOTE_AMENDED"], "and it goes on");
}

#[tokio::test]
async fn a_cursor_lasts_thirty_days_and_is_of_one_viewer() {
    let test = TestApp::new().await;
    let (school, other) = (test.school().await, test.triage().await);
    let cursor: Value = next(&mut school.follow(WORK_CHANGED, json!({})).await).await["cursor"].clone();
    let after = json!({ "after": cursor });
    let strange = other.follow(WORK_CHANGED, after.clone()).await.next().await.unwrap();
    assert_eq!(strange.codes(), ["BAD_USER_INPUT"]);
    test.app.clock().advance(TimeDelta::days(30));
    assert_eq!(next(&mut school.follow(WORK_CHANGED, after.clone()).await).await["kind"], "READY");
    test.app.clock().advance(TimeDelta::microseconds(1));
    let late = school.follow(WORK_CHANGED, after).await.next().await.unwrap();
    assert_eq!(late.codes(), ["CURSOR_EXPIRED"]);
}
