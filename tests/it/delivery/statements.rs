//! What placing costs, in statements: as many however many wait, and as few as are needed while others wait for the offering.

use chrono::TimeDelta;
use sea_orm::DbBackend;
use serde_json::{Value, json};

use super::{CHANGE, cases, crowd::crowd, enrol, offering, placed, venue::kept_apart};
use crate::support::{Actor, TestApp};

/// At most so many statements place a child, sign-in and answer included. On PostgreSQL what is written goes as one statement;
/// SQLite takes them one by one, and has no journey there and back for each.
const MOST: [(DbBackend, u64); 2] = [(DbBackend::Postgres, 16), (DbBackend::Sqlite, 23)];

async fn cost(test: &TestApp, act: impl AsyncFnOnce()) -> u64 {
    let before = test.app.statements();
    act().await;
    test.app.statements() - before
}

#[tokio::test]
async fn placing_a_child_costs_the_same_however_many_wait() {
    let test = TestApp::new().await;
    let (one, children) = (offering(&test, 2, &json!({})).await, crowd(&test, 20).await);
    let manager = test.manager().await;
    let mut costs = Vec::new();
    for case in &children {
        let placing = async || assert_eq!(enrol(&manager, &one, case, &json!({})).await.problems(), []);
        costs.push(cost(&test, placing).await);
    }
    // The first one also finds what everyone may know, which is then known for a minute.
    let (held, waits) = (costs[1], &costs[2..]);
    assert!(waits.iter().all(|cost| *cost == waits[0]), "{costs:?}");
    let most = MOST.iter().find(|(backend, _)| *backend == test.app.backend()).unwrap().1;
    assert!(held <= most && waits[0] <= most, "{costs:?}, and {most} at most");
    println!("a child is placed with {held} statements, and waits with {}", waits[0]);
}

async fn moved(manager: &Actor<'_>, one: &Value, venue: &str) {
    let version = manager.get(super::PLACES, json!({ "id": one })).await["node"]["version"].clone();
    let input = json!({ "offeringId": one, "version": version, "venue": venue });
    assert_eq!(manager.ask(CHANGE, json!({ "input": input })).await.problems(), []);
}

#[tokio::test]
async fn a_run_that_moves_is_looked_at_with_as_many_statements_for_one_pair_as_for_four() {
    let test = TestApp::new().await;
    let cases = cases(&test, 8).await;
    let manager = test.manager().await;
    let (one, four) = (offering(&test, 9, &json!({})).await, offering(&test, 9, &json!({})).await);
    for pair in cases.chunks(2) {
        kept_apart(&test, &pair[0], &pair[1]).await;
        placed(&test, &four, &pair[0], &json!({})).await;
    }
    placed(&test, &one, &cases[0], &json!({})).await;
    moved(&manager, &one, "A").await;
    let costs = [
        cost(&test, async || moved(&manager, &one, "B").await).await,
        cost(&test, async || moved(&manager, &four, "C").await).await,
    ];
    assert_eq!(costs[0], costs[1]);
}

#[tokio::test]
async fn the_places_on_a_list_cost_as_many_statements_for_ten_as_for_two() {
    let test = TestApp::new().await;
    let (one, children) = (offering(&test, 1, &json!({})).await, crowd(&test, 11).await);
    placed(&test, &one, &children[0], &json!({})).await;
    // Who has the place joined first, so stands last.
    test.app.clock().advance(TimeDelta::minutes(1));
    for case in &children[1..] {
        placed(&test, &one, case, &json!({})).await;
    }
    let asks = "query($id: ID!, $last: Int!) { node(id: $id) { ... on Offering {
        enrolments(first: $last) { nodes { position } } } } }";
    let manager = test.manager().await;
    let listed = async |last: i32| {
        let seen = manager.get(asks, json!({ "id": one, "last": last })).await;
        let nodes = seen["node"]["enrolments"]["nodes"].as_array().unwrap().clone();
        nodes.iter().map(|node| node["position"].as_u64().unwrap()).collect::<Vec<_>>()
    };
    listed(1).await;
    let mut shown = Vec::new();
    let costs = [
        cost(&test, async || drop(listed(2).await)).await,
        cost(&test, async || shown = listed(10).await).await,
    ];
    shown.sort_unstable();
    assert_eq!(shown, (1..=10).collect::<Vec<_>>());
    assert_eq!(costs[0], costs[1]);
}
