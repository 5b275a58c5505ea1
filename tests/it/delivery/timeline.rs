//! Sessions and places in a case's timeline: in order, a page at a time, and for whom registers are.

use serde_json::{Value, json};

use super::{NOTE, accepted, cases, run, session, take};
use crate::support::{Actor, TestApp};

const TIMELINE: &str =
    "query($id: ID!, $kinds: [TimelineKind!], $first: Int, $after: String) { node(id: $id) { ... on Case {
    timeline(kinds: $kinds, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    nodes { kind title at by { id } subject { __typename ... on Session { notes { body } } } } } } } }";

async fn lines(who: &Actor<'_>, case: &Value, kinds: Value, first: i32, after: Value) -> Value {
    let asks = json!({ "id": case, "kinds": kinds, "first": first, "after": after });
    who.get(TIMELINE, asks).await["node"]["timeline"].clone()
}

fn titles(timeline: &Value) -> Vec<String> {
    let nodes = timeline["nodes"].as_array().unwrap();
    nodes.iter().map(|line| line["title"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn what_was_marked_written_and_placed_stands_in_the_timeline() {
    let test = TestApp::new().await;
    let (one, cases) = (run(&test, &json!({})).await, cases(&test, 1).await);
    let case = &cases[0];
    let manager = test.manager().await;
    let both = json!(["SESSION", "ENROLMENT"]);
    let before = titles(&lines(&manager, case, both.clone(), 100, json!(null)).await);
    let child = accepted(&test, &one, case).await;
    let it = session(&test, &one, "2026-11-24T08:00:00Z", "2026-11-24T09:00:00Z").await;
    let worker = test.actor("provider").await;
    test.app.clock().advance(chrono::TimeDelta::minutes(1));
    take(&worker, &it, json!([{ "enrolmentId": child, "mark": "MISSED" }])).await;
    test.app.clock().advance(chrono::TimeDelta::minutes(1));
    take(&worker, &it, json!([{ "enrolmentId": child, "mark": "LATE", "seen": "MISSED" }])).await;
    test.app.clock().advance(chrono::TimeDelta::minutes(1));
    let input = json!({ "sessionId": it, "enrolmentId": child, "body": "We drew maps." });
    assert_eq!(worker.ask(NOTE, json!({ "input": input })).await.problems(), []);

    let all = lines(&manager, case, both.clone(), 100, json!(null)).await;
    let mut shown = titles(&all);
    assert_eq!(all["totalCount"], shown.len());
    // What the child had before stays below; of one instant the order is the ids'.
    assert_eq!(shown.split_off(5), before);
    assert_eq!(shown[0], "Session note");
    let mut next = shown[1..3].to_vec();
    next.sort();
    assert_eq!(next, ["Place: started", "Session: came late"], "what was corrected is no line");
    let mut last = shown[3..].to_vec();
    last.sort();
    assert_eq!(last, ["Place: accepted", "Place: offered"]);
    let note = &all["nodes"][0];
    assert_eq!(note["subject"], json!({ "__typename": "Session", "notes": [{ "body": "We drew maps." }] }));

    // A page at a time it is the same.
    let (mut paged, mut after) = (Vec::new(), json!(null));
    loop {
        let page = lines(&manager, case, both.clone(), 2, after).await;
        paged.extend(titles(&page));
        after = page["pageInfo"]["endCursor"].clone();
        if page["pageInfo"]["hasNextPage"] == false {
            break;
        }
    }
    assert_eq!(paged, titles(&all));
    let session = titles(&lines(&manager, case, json!(["SESSION"]), 100, json!(null)).await);
    assert_eq!(session[..2], ["Session note", "Session: came late"]);
}

#[tokio::test]
async fn a_timeline_costs_no_more_statements_for_more_sessions() {
    let test = TestApp::new().await;
    let (one, cases) = (run(&test, &json!({})).await, cases(&test, 1).await);
    let child = accepted(&test, &one, &cases[0]).await;
    let (worker, manager) = (test.actor("provider").await, test.manager().await);
    let mut costs = Vec::new();
    for hour in 0..4 {
        let (starts, ends) = (format!("2026-11-24T{hour:02}:00:00Z"), format!("2026-11-24T{hour:02}:30:00Z"));
        let it = session(&test, &one, &starts, &ends).await;
        take(&worker, &it, json!([{ "enrolmentId": child, "mark": "PRESENT" }])).await;
        let before = manager.statements();
        lines(&manager, &cases[0], json!(["SESSION", "ENROLMENT"]), 50, json!(null)).await;
        costs.push(manager.statements() - before);
    }
    assert_eq!(costs[3], costs[0], "{costs:?}");
}
