//! What is available is answered from what was kept, and is right: a place that is taken shows at once, on every node; nobody is
//! given a number that is not for them; and one who asks again and again learns nothing by when an answer was made.

use chrono::TimeDelta;
use futures_util::future::join_all;
use serde_json::{Value, json};

use super::{CHANGE, cases, offering, placed, settle};
use crate::support::{Actor, TestApp};

const ASK: &str =
    "query($text: String) { programmeAvailability(filter: { text: $text }) { totalCount nodes { id venue
    places { capacity taken held left waiting answer leftBand asAt } } } }";

async fn ask(who: &Actor<'_>) -> Value {
    who.get(ASK, json!({ "text": "rafts" })).await["programmeAvailability"]["nodes"][0].clone()
}

async fn rafts(test: &TestApp, capacity: i32) -> Value {
    offering(test, capacity, &json!({ "title": "Rafts" })).await
}

#[tokio::test]
async fn many_who_ask_at_once_wait_for_one_computation() {
    let test = TestApp::new().await;
    rafts(&test, 3).await;
    let school = test.school().await;
    let cost = async |people: usize| {
        let before = test.app.statements();
        let answers = join_all((0..people).map(|_| ask(&school))).await;
        assert!(answers.iter().all(|answer| answer["places"]["answer"] == "YES"));
        test.app.statements() - before
    };
    ask(&school).await;
    let kept = cost(1).await;
    assert_eq!(cost(1).await, kept);
    test.app.clock().advance(TimeDelta::seconds(31));
    let computed = cost(1).await;
    assert_eq!(computed, kept + 2, "the page and its count");
    test.app.clock().advance(TimeDelta::seconds(31));
    assert_eq!(cost(20).await, 20 * kept + 2, "once for all of them");
}

#[tokio::test]
async fn numbers_are_kept_apart_for_those_who_may_know_them() {
    let test = TestApp::new().await;
    rafts(&test, 3).await;
    let (school, manager) = (test.school().await, test.manager().await);
    let none = json!({ "capacity": null, "taken": null, "held": null, "left": null, "waiting": null });
    for _ in 0..2 {
        let (told, exact) = (ask(&school).await, ask(&manager).await);
        for (name, value) in none.as_object().unwrap() {
            assert_eq!(told["places"][name], *value, "{name}");
        }
        assert_eq!((&told["places"]["answer"], &told["places"]["leftBand"]), (&json!("YES"), &json!("FEW")));
        assert_eq!((&exact["places"]["capacity"], &exact["places"]["left"]), (&json!(3), &json!(3)));
    }
    let partnership = ask(&test.actor("partnership").await).await;
    assert_eq!(partnership["places"]["capacity"], json!(null));
    // Who runs it knows its numbers, and is never answered with another's.
    let provider = ask(&test.actor("provider.manager").await).await;
    assert_eq!(provider["places"]["capacity"], json!(3));
}

#[tokio::test]
async fn a_place_taken_on_one_node_shows_on_the_other() {
    let here = TestApp::new().await;
    let there = here.another_node().await;
    let (one, cases) = (rafts(&here, 1).await, cases(&here, 1).await);
    let (manager, school) = (there.manager().await, there.school().await);
    assert_eq!(ask(&manager).await["places"]["left"], 1);
    assert_eq!(ask(&school).await["places"]["answer"], "YES");
    placed(&here, &one, &cases[0], &json!({})).await;
    let local = ask(&here.manager().await).await;
    assert_eq!((&local["places"]["left"], &local["places"]["held"]), (&json!(0), &json!(1)), "at once here");
    settle(&there).await;
    assert_eq!(ask(&manager).await["places"]["left"], 0);
    assert_eq!(ask(&school).await["places"]["answer"], "WAIT");
}

#[tokio::test]
async fn what_is_lost_on_the_way_is_a_second_old_at_most_for_those_who_allocate() {
    let here = TestApp::new().await;
    let there = here.another_node().await;
    let (one, cases) = (rafts(&here, 1).await, cases(&here, 1).await);
    let manager = there.manager().await;
    assert_eq!(ask(&manager).await["places"]["left"], 1);
    placed(&here, &one, &cases[0], &json!({})).await;
    there.app.clock().advance(TimeDelta::seconds(1));
    assert_eq!(ask(&manager).await["places"]["left"], 0);
}

#[tokio::test]
async fn when_an_answer_was_made_tells_a_school_of_no_single_place() {
    let test = TestApp::new().await;
    let (one, cases) = (rafts(&test, 8).await, cases(&test, 4).await);
    let (school, manager) = (test.school().await, test.manager().await);
    let first = (ask(&school).await, ask(&manager).await);
    test.app.clock().advance(TimeDelta::milliseconds(100));
    for case in &cases[..3] {
        placed(&test, &one, case, &json!({})).await;
        assert_eq!(ask(&school).await, first.0, "five places and more are left");
    }
    let exact = ask(&manager).await;
    assert_eq!(exact["places"]["left"], 5);
    assert_ne!(exact["places"]["asAt"], first.1["places"]["asAt"]);
    placed(&test, &one, &cases[3], &json!({})).await;
    let few = ask(&school).await;
    assert_eq!(few["places"]["leftBand"], "FEW");
    assert_ne!(few["places"]["asAt"], first.0["places"]["asAt"]);
    // Where it meets is no secret, and shows at once.
    let change = json!({ "input": { "offeringId": one, "version": 1, "venue": "The quay" } });
    manager.get(CHANGE, change).await;
    assert_eq!(ask(&school).await["venue"], "The quay");
}
