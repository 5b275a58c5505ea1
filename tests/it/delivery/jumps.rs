//! Standing before those who wait longer: with a reason, by the published order alone, and looked at for who was passed over.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::{cases, crowd::crowd, enrol, look, offering, placed};
use crate::support::TestApp;

const CHECK: &str = "query($year: Int!, $quarter: Int!) { passedOverCheck(year: $year, quarter: $quarter) {
    sex { of waited passedOver } ethnicity { of waited passedOver } } }";
const REASON: &str =
    "query($id: ID!) { node(id: $id) { ... on Enrolment { priority positionReason priorityReason
    history { reason by { id } } } } }";

async fn over(test: &TestApp, account: &str) -> Value {
    let check = json!({ "year": 2026, "quarter": 4 });
    test.actor(account).await.get(CHECK, check).await["passedOverCheck"].clone()
}

#[tokio::test]
async fn who_comes_before_others_needs_a_reason_that_those_who_place_read_beside_the_position() {
    let test = TestApp::new().await;
    let (one, cases, manager) =
        (offering(&test, 1, &json!({})).await, cases(&test, 2).await, test.manager().await);
    let first = placed(&test, &one, &cases[0], &json!({})).await;
    for priority in ["PRIORITY", "IMMEDIATE"] {
        for (reason, other, code) in [
            (json!(null), json!(null), "REQUIRED"),
            (json!(null), json!(" "), "REQUIRED"),
            (json!(" "), json!("Agreed."), "REQUIRED"),
            (json!("x".repeat(5000)), json!("Agreed."), "TOO_LONG"),
        ] {
            let more = json!({ "priority": priority, "priorityReason": reason, "overrideReason": other });
            let refused = enrol(&manager, &one, &cases[1], &more).await;
            assert_eq!(refused.problems(), [(code.to_owned(), "priorityReason".to_owned())]);
        }
    }
    let more = json!({ "priority": "PRIORITY", "priorityReason": "Was hurt on the way home." });
    let jumped = placed(&test, &one, &cases[1], &more).await;
    let seen = manager.get(REASON, json!({ "id": jumped["id"] })).await["node"].clone();
    assert_eq!(seen["priorityReason"], "Was hurt on the way home.");
    assert_eq!(seen["positionReason"], "Priority: before routine. Waiting since 24 November 2026.");
    assert!(seen["history"][0]["by"]["id"].is_string(), "{seen:#}");
    assert_eq!(seen["history"][0]["reason"], json!(null));
    let seen = manager.get(REASON, json!({ "id": first["id"] })).await["node"].clone();
    assert_eq!(seen["priorityReason"], json!(null));
    // Who runs the offering sees where a child stands, and nothing of why they need it.
    let asks = json!({ "id": jumped["id"] });
    let run = test.actor("provider.manager").await.get(REASON, asks).await["node"].clone();
    assert_eq!(run["positionReason"], "Priority: before routine. Waiting since 24 November 2026.");
    assert_eq!((&run["priorityReason"], &run["history"]), (&json!(null), &json!(null)));
}

#[tokio::test]
async fn one_reason_for_everything_is_also_that_for_coming_before_others() {
    let test = TestApp::new().await;
    let (one, cases) = (offering(&test, 1, &json!({})).await, cases(&test, 2).await);
    placed(&test, &one, &cases[0], &json!({})).await;
    let more = json!({ "priority": "PRIORITY", "overrideReason": "Was hurt on the way home." });
    let jumped = placed(&test, &one, &cases[1], &more).await;
    let seen = test.manager().await.get(REASON, json!({ "id": jumped["id"] })).await["node"].clone();
    assert_eq!(seen["priorityReason"], "Was hurt on the way home.");
}

#[tokio::test]
async fn who_was_passed_over_is_told_by_groups_of_five_and_more_once_the_quarter_is_over() {
    let test = TestApp::new().await;
    let (one, cases) = (offering(&test, 1, &json!({})).await, crowd(&test, 12).await);
    let mut rows = Vec::new();
    for case in &cases[..6] {
        rows.push(placed(&test, &one, case, &json!({})).await);
    }
    test.app.clock().advance(TimeDelta::minutes(1));
    let jump = json!({ "priority": "PRIORITY", "priorityReason": "Was hurt." });
    let jumped = placed(&test, &one, &cases[6], &jump).await;
    assert_eq!(jumped["position"], 1);
    let in_turn = placed(&test, &one, &cases[7], &json!({})).await;
    assert_eq!(look(&test, &in_turn).await["position"], 7, "after all who wait");
    for case in &cases[8..] {
        placed(&test, &one, case, &json!({})).await;
    }
    let asks = json!({ "year": 2026, "quarter": 4 });
    let manager = test.manager().await;
    assert_eq!(manager.ask(CHECK, asks.clone()).await.codes(), ["BAD_USER_INPUT"], "it is not over");

    test.app.clock().advance(TimeDelta::days(45));
    let check = over(&test, "manager.swindon").await;
    for by in ["sex", "ethnicity"] {
        let groups = check[by].as_array().unwrap();
        assert_eq!(groups.len(), 1, "{check:#}");
        // The first had the place. The last came after.
        assert_eq!(groups[0]["passedOver"], 5);
        assert!(groups[0]["waited"].as_i64().unwrap() >= 11, "five and more were not");
    }
    let none = json!({ "sex": [], "ethnicity": [] });
    assert_eq!(over(&test, "manager.wiltshire").await, none, "children of another service are not in it");
    for account in [
        "caseworker.swindon",
        "triage.swindon",
        "provider.manager",
        "school.one",
        "partnership",
        "analyst",
        "dpo",
        "admin",
    ] {
        assert_eq!(over(&test, account).await, json!(null), "{account}");
    }
    for (year, quarter) in [(2026, 0), (2026, 5), (2027, 1), (-5, 1), (i32::MAX, 4)] {
        let wrong = test.manager().await.ask(CHECK, json!({ "year": year, "quarter": quarter })).await;
        assert_eq!(wrong.codes(), ["BAD_USER_INPUT"], "{year} {quarter}");
    }
}

#[tokio::test]
async fn fewer_than_five_who_were_passed_over_are_not_told() {
    let test = TestApp::new().await;
    let (one, cases) = (offering(&test, 1, &json!({})).await, crowd(&test, 6).await);
    for case in &cases[..5] {
        placed(&test, &one, case, &json!({})).await;
    }
    let jump = json!({ "priority": "IMMEDIATE", "priorityReason": "Was hurt." });
    assert_eq!(placed(&test, &one, &cases[5], &jump).await["position"], 1);
    test.app.clock().advance(TimeDelta::days(45));
    assert_eq!(over(&test, "manager.swindon").await, json!({ "sex": [], "ethnicity": [] }));
}
