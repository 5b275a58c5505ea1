//! Children who are to be kept apart: written down by who may open both, and never in one group, without a word of why.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::{END, cases, enrol, look, offering, placed, places, settle};
use crate::support::{Actor, Answer, TestApp};

const RELATE: &str = "mutation($input: RelateChildrenInput!) { relateChildren(input: $input) {
    youngPerson { id relations { kind source from reviewOn youngPerson { id } } } problems { code field message } } }";
const CHILD: &str = "query($id: ID!) { node(id: $id) { ... on Case { youngPerson { id relations {
    kind source youngPerson { id } } } tasks { nodes { title cause done } } } } }";
const NOT_SUITABLE: &str = "This group is not suitable, ask the programme manager.";

async fn child(who: &Actor<'_>, case: &Value) -> Value {
    who.get(CHILD, json!({ "id": case })).await["node"]["youngPerson"].clone()
}

async fn relate(who: &Actor<'_>, one: &Value, other: &Value, more: &Value) -> Answer {
    let mut input =
        json!({ "fromId": one["id"], "toId": other["id"], "kind": "NO_CONTACT", "source": "A court order." });
    for (name, value) in more.as_object().unwrap() {
        input[name] = value.clone();
    }
    who.ask(RELATE, json!({ "input": input })).await
}

/// The provider writes down that a child no longer comes.
async fn leaves(test: &TestApp, enrolment: &Value) {
    let end = json!({ "enrolmentId": enrolment["id"], "version": enrolment["version"], "status": "WITHDREW",
        "on": "2026-11-24", "reason": "Moved." });
    let done = test.actor("provider.manager").await.ask(END, json!({ "input": end })).await;
    assert_eq!(done.data()["endEnrolment"]["enrolment"]["status"], "WITHDREW");
}

#[tokio::test]
async fn a_relation_reads_the_same_from_both_and_only_where_both_may_be_opened() {
    let test = TestApp::new().await;
    let (manager, cases) = (test.manager().await, cases(&test, 2).await);
    let (one, other) = (child(&manager, &cases[0]).await, child(&manager, &cases[1]).await);
    let said = json!({ "kind": "SIBLING", "source": "The mother said so.", "reviewOn": "2027-03-01" });
    let done = relate(&manager, &one, &other, &said).await;
    assert_eq!(done.problems(), [], "{:#}", done.0);
    for (case, of) in [(&cases[0], &other), (&cases[1], &one)] {
        let relations = child(&manager, case).await["relations"].clone();
        let expected = json!([{ "kind": "SIBLING", "source": "The mother said so.", "youngPerson": { "id": of["id"] } }]);
        assert_eq!(relations, expected);
    }
    // Who works one of the cases alone sees neither the other child nor that there is one.
    let owners = "query($id: ID!) { node(id: $id) { ... on Case { caseworker { id } } } }";
    for case in &cases {
        let now = manager.get(owners, json!({ "id": case })).await;
        assert!(now["node"]["caseworker"]["id"].is_string());
    }
    let mut alone = 0;
    for account in ["caseworker.swindon", "caseworker.wiltshire", "triage.swindon", "triage.wiltshire"] {
        let actor = test.actor(account).await;
        let sees = async |case: &Value| actor.get(CHILD, json!({ "id": case })).await["node"].clone();
        let seen = [sees(&cases[0]).await, sees(&cases[1]).await];
        if seen.iter().filter(|node| node["youngPerson"]["id"].is_string()).count() == 1 {
            alone += 1;
            let node = seen.iter().find(|node| node["youngPerson"]["id"].is_string()).unwrap();
            assert_eq!(node["youngPerson"]["relations"], json!([]), "{account}");
        }
    }
    println!("{alone} accounts see one of the two alone");

    // Written down again it takes the place of the one before; ended, it is gone; ended again, it is told.
    let again = json!({ "kind": "SIBLING", "source": "The birth certificates." });
    let done = relate(&manager, &other, &one, &again).await;
    let relations = done.data()["relateChildren"]["youngPerson"]["relations"].clone();
    assert_eq!(relations[0]["source"], "The birth certificates.");
    assert_eq!((relations.as_array().unwrap().len(), &relations[0]["from"]), (1, &json!("2026-11-24")));
    let ended = json!({ "kind": "SIBLING", "source": "A mistake.", "ended": true });
    let done = relate(&manager, &one, &other, &ended).await;
    assert_eq!(done.data()["relateChildren"]["youngPerson"]["relations"], json!([]));
    let done = relate(&manager, &one, &other, &ended).await;
    assert_eq!(done.problems(), [("NOT_FOUND".to_owned(), "kind".to_owned())]);
}

#[tokio::test]
async fn what_is_wrong_is_said_at_its_field_and_a_child_who_may_not_be_opened_is_not_there() {
    let test = TestApp::new().await;
    let (manager, cases) = (test.manager().await, cases(&test, 2).await);
    let (one, other) = (child(&manager, &cases[0]).await, child(&manager, &cases[1]).await);
    let problem = |code: &str, field: &str| [(code.to_owned(), field.to_owned())];
    let past = json!({ "reviewOn": "2026-11-24" });
    assert_eq!(relate(&manager, &one, &other, &past).await.problems(), problem("OUT_OF_RANGE", "reviewOn"));
    let nothing = json!({ "source": " " });
    assert_eq!(relate(&manager, &one, &other, &nothing).await.problems(), problem("REQUIRED", "source"));
    assert_eq!(relate(&manager, &one, &one, &json!({})).await.problems(), problem("INVALID", "toId"));
    let wiltshire = test.actor("manager.wiltshire").await;
    let elsewhere = "{ cases(first: 1) { nodes { youngPerson { id } } } }";
    let elsewhere = wiltshire.get(elsewhere, json!({})).await["cases"]["nodes"][0]["youngPerson"].clone();
    for hidden in [elsewhere, json!({ "id": "child_AAAAAAAAAAAAAAAAAAAAAA" })] {
        let done = relate(&manager, &one, &hidden, &json!({})).await;
        assert_eq!(done.problems(), problem("NOT_FOUND", "toId"));
        assert_eq!(relate(&manager, &hidden, &one, &json!({})).await.codes(), ["NOT_FOUND"]);
    }
    for account in ["school.one", "provider", "provider.manager", "partnership", "analyst", "admin", "dpo"] {
        let codes = relate(&test.actor(account).await, &one, &other, &json!({})).await.codes();
        // Who runs a group in which the child has a place, or leads in it, knows of the child, and no more.
        let known = ["provider", "provider.manager"].contains(&account) && codes == ["FORBIDDEN"];
        assert!(known || codes == ["NOT_FOUND"], "{account}: {codes:?}");
    }
}

#[tokio::test]
async fn who_is_to_be_kept_apart_is_not_placed_in_one_group_and_no_reason_is_given() {
    let test = TestApp::new().await;
    let (one, cases, manager) =
        (offering(&test, 5, &json!({})).await, cases(&test, 3).await, test.manager().await);
    let (a, b) = (child(&manager, &cases[0]).await, child(&manager, &cases[1]).await);
    for kind in ["CONFLICT", "NO_CONTACT"] {
        assert_eq!(relate(&manager, &a, &b, &json!({ "kind": kind })).await.problems(), []);
    }
    let first = placed(&test, &one, &cases[0], &json!({})).await;
    // Not with a written reason either.
    for other in [json!({}), json!({ "overrideReason": "They get on now." })] {
        let refused = enrol(&manager, &one, &cases[1], &other).await;
        assert_eq!(refused.problems(), [("NOT_ELIGIBLE".to_owned(), "offeringId".to_owned())]);
        assert_eq!(refused.data()["enrol"]["problems"][0]["message"], NOT_SUITABLE);
    }
    placed(&test, &one, &cases[2], &json!({})).await;
    leaves(&test, &first).await;
    placed(&test, &one, &cases[1], &json!({})).await;
    for kind in ["SIBLING", "FRIEND", "SAME_HOUSEHOLD"] {
        let (b, c) = (child(&manager, &cases[1]).await, child(&manager, &cases[2]).await);
        assert_eq!(relate(&manager, &b, &c, &json!({ "kind": kind })).await.problems(), [], "{kind}");
    }
    settle(&test).await;
    assert_eq!(places(&test, &one).await["held"], 2, "others may share a group");
}

#[tokio::test]
async fn who_waits_is_passed_over_while_the_other_is_there_and_is_next_when_they_may_meet_again() {
    let test = TestApp::new().await;
    let (one, cases, manager) =
        (offering(&test, 2, &json!({})).await, cases(&test, 4).await, test.manager().await);
    let held = placed(&test, &one, &cases[0], &json!({})).await;
    let gone = placed(&test, &one, &cases[1], &json!({})).await;
    let waits = placed(&test, &one, &cases[2], &json!({})).await;
    test.app.clock().advance(TimeDelta::minutes(1));
    let (a, c) = (child(&manager, &cases[0]).await, child(&manager, &cases[2]).await);
    assert_eq!(relate(&manager, &c, &a, &json!({})).await.problems(), []);
    leaves(&test, &gone).await;
    assert_eq!(look(&test, &waits).await["status"], "WAITLISTED", "not beside the other one");
    assert_eq!(places(&test, &one).await["left"], 1);

    let new = placed(&test, &one, &cases[3], &json!({})).await;
    assert_eq!(new["status"], "OFFERED", "a place that nobody who waits can have is given");
    leaves(&test, &new).await;
    assert_eq!(relate(&manager, &a, &c, &json!({ "ended": true })).await.problems(), []);
    settle(&test).await;
    assert_eq!(look(&test, &waits).await["status"], "OFFERED", "they may meet again");
    assert_eq!(look(&test, &held).await["status"], "OFFERED");
}

#[tokio::test]
async fn who_shares_a_group_already_is_looked_at_the_same_day_and_the_task_names_nobody() {
    let test = TestApp::new().await;
    let (one, cases, manager) =
        (offering(&test, 2, &json!({})).await, cases(&test, 2).await, test.manager().await);
    for case in &cases {
        placed(&test, &one, case, &json!({})).await;
    }
    let (a, b) = (child(&manager, &cases[0]).await, child(&manager, &cases[1]).await);
    assert_eq!(relate(&manager, &a, &b, &json!({ "kind": "CONFLICT" })).await.problems(), []);
    settle(&test).await;
    for case in &cases {
        let node = manager.get(CHILD, json!({ "id": case })).await["node"].clone();
        let tasks = node["tasks"]["nodes"].as_array().unwrap();
        let of = |task: &&Value| task["cause"] == "GROUP_UNSUITABLE" && task["done"] == false;
        let titles: Vec<_> = tasks.iter().filter(of).map(|task| task["title"].clone()).collect();
        assert_eq!(titles, [format!("A place of this child has to be looked at today. {NOT_SUITABLE}")]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_are_to_be_kept_apart_and_come_at_once_are_never_both_there() {
    let test = TestApp::new().await;
    let other = test.another_node().await;
    let (cases, manager, there) = (cases(&test, 2).await, test.manager().await, other.manager().await);
    let (a, b) = (child(&manager, &cases[0]).await, child(&manager, &cases[1]).await);
    for round in 0..6 {
        let one = offering(&test, 5, &json!({})).await;
        let ask = |case: &Value| json!({ "input": { "offeringId": one, "caseId": case } });
        // One writes down that they are to be kept apart, while both are placed.
        let related = json!({ "input": { "fromId": a["id"], "toId": b["id"], "kind": "CONFLICT", "source": "x",
            "ended": round % 2 == 1 } });
        let (first, second, done) = tokio::join!(
            manager.ask(super::ENROL, ask(&cases[0])),
            there.ask(super::ENROL, ask(&cases[1])),
            manager.ask(RELATE, related),
        );
        assert_eq!(done.problems(), [], "round {round}");
        let refused = [&first, &second].into_iter().filter(|answer| !answer.problems().is_empty()).count();
        assert!(refused <= 1, "{:#} {:#}", first.0, second.0);
        settle(&test).await;
        if round % 2 == 0 && refused == 0 {
            // Both were there before it was written down: their caseworkers are told.
            let node = manager.get(CHILD, json!({ "id": cases[0] })).await["node"].clone();
            let tasks = node["tasks"]["nodes"].as_array().unwrap().clone();
            assert!(tasks.iter().any(|task| task["cause"] == "GROUP_UNSUITABLE"), "round {round}");
        }
    }
}
