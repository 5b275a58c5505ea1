//! Two who are to be kept apart do not meet at a venue either, in whatever each takes part; and nobody is told of the other.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::{CANCEL, CHANGE, END, cases, enrol, look, offering, placed, session, settle};
use crate::support::TestApp;

const RELATE: &str =
    "mutation($input: RelateChildrenInput!) { relateChildren(input: $input) { problems { code } } }";
const CASE: &str = "query($id: ID!) { node(id: $id) { ... on Case { youngPerson { id }
    tasks { nodes { title cause done } } } } }";
const NOT_SUITABLE: &str = "This group is not suitable, ask the programme manager.";

/// Two children of cases who are to be kept apart.
pub async fn kept_apart(test: &TestApp, one: &Value, other: &Value) {
    let manager = test.manager().await;
    let child = async |case: &Value| {
        manager.get(CASE, json!({ "id": case })).await["node"]["youngPerson"]["id"].clone()
    };
    let input = json!({ "fromId": child(one).await, "toId": child(other).await, "kind": "CONFLICT", "source": "Told." });
    assert_eq!(manager.ask(RELATE, json!({ "input": input })).await.problems(), []);
}

/// A run at a venue, that meets once.
async fn at(test: &TestApp, venue: &str, capacity: i32, (starts, ends): (&str, &str)) -> Value {
    let one = offering(test, capacity, &json!({})).await;
    moved(test, &one, venue).await;
    session(test, &one, starts, ends).await;
    one
}

async fn moved(test: &TestApp, offering: &Value, venue: &str) {
    let manager = test.manager().await;
    let version = manager.get(super::PLACES, json!({ "id": offering })).await["node"]["version"].clone();
    let input = json!({ "offeringId": offering, "version": version, "venue": venue });
    assert_eq!(manager.ask(CHANGE, json!({ "input": input })).await.problems(), []);
}

/// How many tasks say that a child's place has to be looked at; they say nothing else.
async fn tasks(test: &TestApp, case: &Value) -> usize {
    settle(test).await;
    let node = test.manager().await.get(CASE, json!({ "id": case })).await["node"].clone();
    let of = |task: &&Value| task["cause"] == "GROUP_UNSUITABLE" && task["done"] == false;
    let found: Vec<_> = node["tasks"]["nodes"].as_array().unwrap().iter().filter(of).cloned().collect();
    for task in &found {
        assert_eq!(task["title"], format!("A place of this child has to be looked at today. {NOT_SUITABLE}"));
    }
    found.len()
}

const FIRST: (&str, &str) = ("2026-12-01T16:00:00Z", "2026-12-01T17:00:00Z");
const SOON: (&str, &str) = ("2026-12-01T17:29:00Z", "2026-12-01T18:00:00Z");
const LATER: (&str, &str) = ("2026-12-01T17:30:00Z", "2026-12-01T18:30:00Z");

#[tokio::test]
async fn who_would_meet_at_the_venue_within_half_an_hour_is_refused_without_a_word_of_why() {
    let test = TestApp::new().await;
    let (cases, manager) = (cases(&test, 2).await, test.manager().await);
    let here = at(&test, "St John's Hall", 5, FIRST).await;
    let soon = at(&test, " st john's  HALL ", 5, SOON).await;
    let later = at(&test, "St John's Hall", 5, LATER).await;
    let elsewhere = at(&test, "Coate Water", 5, SOON).await;
    kept_apart(&test, &cases[0], &cases[1]).await;
    placed(&test, &here, &cases[0], &json!({})).await;
    for other in [json!({}), json!({ "overrideReason": "They get on now." })] {
        let refused = enrol(&manager, &soon, &cases[1], &other).await;
        assert_eq!(refused.problems(), [("NOT_ELIGIBLE".to_owned(), "offeringId".to_owned())]);
        assert_eq!(refused.data()["enrol"]["problems"][0]["message"], NOT_SUITABLE);
    }
    placed(&test, &later, &cases[1], &json!({})).await;
    placed(&test, &elsewhere, &cases[1], &json!({})).await;
    assert_eq!((tasks(&test, &cases[0]).await, tasks(&test, &cases[1]).await), (0, 0));
    // What was cancelled, and what is over, does not matter.
    let asks = "query($id: ID!) { node(id: $id) { ... on Offering { sessions { nodes { id version } } } } }";
    let meets = manager.get(asks, json!({ "id": here })).await["node"]["sessions"]["nodes"][0].clone();
    let input =
        json!({ "sessionId": meets["id"], "version": meets["version"], "reason": "The hall is shut." });
    assert_eq!(manager.ask(CANCEL, json!({ "input": input })).await.problems(), []);
    placed(&test, &soon, &cases[1], &json!({})).await;
}

#[tokio::test]
async fn who_waits_is_passed_over_while_they_would_meet_at_the_venue() {
    let test = TestApp::new().await;
    let cases = cases(&test, 4).await;
    let (here, soon) = (at(&test, "The Shed", 5, FIRST).await, at(&test, "The Shed", 1, SOON).await);
    let held = placed(&test, &soon, &cases[0], &json!({})).await;
    let waits = placed(&test, &soon, &cases[1], &json!({})).await;
    test.app.clock().advance(TimeDelta::minutes(1));
    let next = placed(&test, &soon, &cases[2], &json!({})).await;
    placed(&test, &here, &cases[3], &json!({})).await;
    kept_apart(&test, &cases[1], &cases[3]).await;
    let end = json!({ "enrolmentId": held["id"], "version": held["version"], "status": "WITHDREW",
        "on": "2026-11-24", "reason": "Moved." });
    let done = test.manager().await.ask(END, json!({ "input": end.clone() })).await;
    let done = if done.codes().is_empty() {
        done
    } else {
        test.actor("provider.manager").await.ask(END, json!({ "input": end })).await
    };
    assert_eq!(done.problems(), [], "{:#}", done.0);
    assert_eq!(look(&test, &waits).await["status"], "WAITLISTED");
    assert_eq!(look(&test, &next).await["status"], "OFFERED");
}

/// A run on whose list somebody waits, and may not be offered the place that is free: they would meet somebody of `here`, whose
/// enrolment there is given back with theirs.
async fn in_the_way(test: &TestApp, venue: &str, cases: &[Value], here: &Value) -> (Value, Value) {
    let soon = at(test, venue, 1, SOON).await;
    let held = placed(test, &soon, &cases[0], &json!({})).await;
    let waits = placed(test, &soon, &cases[1], &json!({})).await;
    let there = placed(test, here, &cases[2], &json!({})).await;
    kept_apart(test, &cases[1], &cases[2]).await;
    ends(test, &held).await;
    settle(test).await;
    assert_eq!(look(test, &waits).await["status"], "WAITLISTED");
    (waits, there)
}

async fn ends(test: &TestApp, enrolment: &Value) {
    let end = json!({ "enrolmentId": enrolment["id"], "version": enrolment["version"], "status": "WITHDREW",
        "on": "2026-11-24", "reason": "Moved." });
    let provider = test.actor("provider.manager").await;
    assert_eq!(provider.ask(END, json!({ "input": end })).await.problems(), []);
}

#[tokio::test]
async fn who_was_passed_over_is_offered_a_place_once_nobody_stands_in_the_way() {
    let test = TestApp::new().await;
    let (cases, manager) = (cases(&test, 3).await, test.manager().await);
    // The session at which they would have met is cancelled.
    let here = at(&test, "One", 5, FIRST).await;
    let (waits, _) = in_the_way(&test, "One", &cases, &here).await;
    let asks = "query($id: ID!) { node(id: $id) { ... on Offering { sessions { nodes { id version } } } } }";
    let meets = manager.get(asks, json!({ "id": here })).await["node"]["sessions"]["nodes"][0].clone();
    let input = json!({ "sessionId": meets["id"], "version": meets["version"], "reason": "Flooded." });
    assert_eq!(manager.ask(CANCEL, json!({ "input": input })).await.problems(), []);
    settle(&test).await;
    assert_eq!(look(&test, &waits).await["status"], "OFFERED");
    // The other child's place ends.
    let here = at(&test, "Two", 5, FIRST).await;
    let (waits, there) = in_the_way(&test, "Two", &cases, &here).await;
    ends(&test, &there).await;
    settle(&test).await;
    assert_eq!(look(&test, &waits).await["status"], "OFFERED");
    // The run moves elsewhere.
    let here = at(&test, "Three", 5, FIRST).await;
    let (waits, _) = in_the_way(&test, "Three", &cases, &here).await;
    moved(&test, &here, "Four").await;
    settle(&test).await;
    assert_eq!(look(&test, &waits).await["status"], "OFFERED");
    // The run is cancelled.
    let here = at(&test, "Five", 5, FIRST).await;
    let (waits, _) = in_the_way(&test, "Five", &cases, &here).await;
    let version = manager.get(super::PLACES, json!({ "id": here })).await["node"]["version"].clone();
    let cancel = json!({ "offeringId": here, "version": version, "status": "CANCELLED" });
    assert_eq!(manager.ask(CHANGE, json!({ "input": cancel })).await.problems(), []);
    settle(&test).await;
    assert_eq!(look(&test, &waits).await["status"], "OFFERED");
}

#[tokio::test]
async fn a_session_a_venue_or_a_relation_that_comes_later_is_looked_at_for_both() {
    let test = TestApp::new().await;
    let cases = cases(&test, 6).await;
    let pairs = [&cases[0..2], &cases[2..4], &cases[4..6]];
    // A session is written down.
    let here = at(&test, "The Shed", 5, FIRST).await;
    let there = at(&test, "The Shed", 5, LATER).await;
    kept_apart(&test, &pairs[0][0], &pairs[0][1]).await;
    placed(&test, &here, &pairs[0][0], &json!({})).await;
    placed(&test, &there, &pairs[0][1], &json!({})).await;
    for case in pairs[0] {
        assert_eq!(tasks(&test, case).await, 0);
    }
    session(&test, &there, "2026-12-08T15:00:00Z", "2026-12-08T16:00:00Z").await;
    session(&test, &here, "2026-12-08T16:10:00Z", "2026-12-08T17:00:00Z").await;
    for case in pairs[0] {
        assert_eq!(tasks(&test, case).await, 1);
    }
    // A run moves to the same venue.
    let (here, there) = (at(&test, "A", 5, FIRST).await, at(&test, "B", 5, SOON).await);
    kept_apart(&test, &pairs[1][0], &pairs[1][1]).await;
    placed(&test, &here, &pairs[1][0], &json!({})).await;
    placed(&test, &there, &pairs[1][1], &json!({})).await;
    assert_eq!(tasks(&test, &pairs[1][0]).await, 0);
    moved(&test, &there, "a").await;
    for case in pairs[1] {
        assert_eq!(tasks(&test, case).await, 1);
    }
    // It becomes known that they are to be kept apart.
    let (here, there) = (at(&test, "C", 5, FIRST).await, at(&test, "C", 5, SOON).await);
    placed(&test, &here, &pairs[2][0], &json!({})).await;
    placed(&test, &there, &pairs[2][1], &json!({})).await;
    assert_eq!(tasks(&test, &pairs[2][0]).await, 0);
    kept_apart(&test, &pairs[2][0], &pairs[2][1]).await;
    for case in pairs[2] {
        assert_eq!(tasks(&test, case).await, 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_are_placed_at_one_moment_and_would_meet_are_refused_or_told_of() {
    let test = TestApp::new().await;
    let other = test.another_node().await;
    let (cases, manager, far) = (cases(&test, 2).await, test.manager().await, other.manager().await);
    kept_apart(&test, &cases[0], &cases[1]).await;
    for round in 0..4 {
        let venue = format!("Hall {round}");
        let (here, there) = (at(&test, &venue, 5, FIRST).await, at(&test, &venue, 5, SOON).await);
        let ask =
            |offering: &Value, case: &Value| json!({ "input": { "offeringId": offering, "caseId": case } });
        let (first, second) = tokio::join!(
            manager.ask(super::ENROL, ask(&here, &cases[0])),
            far.ask(super::ENROL, ask(&there, &cases[1])),
        );
        assert!(first.codes().is_empty() && second.codes().is_empty(), "{:#} {:#}", first.0, second.0);
        let refused = [&first, &second].into_iter().filter(|answer| !answer.problems().is_empty()).count();
        if refused == 0 {
            assert!(tasks(&test, &cases[0]).await + tasks(&test, &cases[1]).await > 0, "round {round}");
        }
        assert!(refused <= 1, "round {round}");
    }
}
