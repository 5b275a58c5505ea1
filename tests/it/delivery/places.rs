//! A place from hand to hand: offered, answered, lapsed, ended, and given to whoever stands first.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::{ANSWER, CHANGE, CONFIRM, END, cases, look, offering, placed, places, settle};
use crate::support::TestApp;

async fn answer(test: &TestApp, enrolment: &Value, accept: bool) -> Value {
    let now = look(test, enrolment).await;
    let input = json!({ "enrolmentId": now["id"], "version": now["version"], "accept": accept,
        "childsWords": "I would like to try." });
    let done = test.manager().await.ask(ANSWER, json!({ "input": input })).await;
    assert_eq!(done.problems(), []);
    done.data()["answerOffer"]["enrolment"].clone()
}

fn status(enrolment: &Value) -> &str {
    enrolment["status"].as_str().unwrap()
}

#[tokio::test]
async fn a_free_place_is_held_and_a_full_one_is_waited_for_in_order() {
    let test = TestApp::new().await;
    let (one, cases) = (offering(&test, 1, &json!({})).await, cases(&test, 4).await);
    let first = placed(&test, &one, &cases[0], &json!({})).await;
    assert_eq!((status(&first), &first["position"]), ("OFFERED", &json!(null)));
    // Tuesday 24 November and five working days.
    assert_eq!(first["offerExpiresAt"], "2026-12-01T17:00:00Z");
    assert_eq!(first["viewerCanAnswer"], true);

    test.app.clock().advance(TimeDelta::minutes(1));
    let routine = placed(&test, &one, &cases[1], &json!({})).await;
    assert_eq!((status(&routine), &routine["position"]), ("WAITLISTED", &json!(1)));
    assert_eq!(routine["positionReason"], "In turn. Waiting since 24 November 2026.");
    test.app.clock().advance(TimeDelta::minutes(1));
    let urgent =
        placed(&test, &one, &cases[2], &json!({ "priority": "IMMEDIATE", "priorityReason": "Hurt today." }))
            .await;
    assert_eq!(urgent["position"], 1, "before those who only wait longer");
    test.app.clock().advance(TimeDelta::minutes(1));
    let priority =
        placed(&test, &one, &cases[3], &json!({ "priority": "PRIORITY", "priorityReason": "No school." }))
            .await;
    assert_eq!(priority["position"], 2);
    assert_eq!(look(&test, &routine).await["position"], 3);
    let now = places(&test, &one).await;
    assert_eq!(
        now,
        json!({ "capacity": 1, "taken": 0, "held": 1, "left": 0, "waiting": 3, "answer": "WAIT",
        "leftBand": "NONE", "expectedWaitWorkingDays": null })
    );
}

#[tokio::test]
async fn a_no_gives_the_place_to_whoever_stands_first() {
    let test = TestApp::new().await;
    let (one, cases) = (offering(&test, 1, &json!({})).await, cases(&test, 3).await);
    let first = placed(&test, &one, &cases[0], &json!({})).await;
    let second = placed(&test, &one, &cases[1], &json!({})).await;
    test.app.clock().advance(TimeDelta::minutes(1));
    let urgent =
        placed(&test, &one, &cases[2], &json!({ "priority": "PRIORITY", "priorityReason": "No school." }))
            .await;
    assert_eq!(status(&answer(&test, &first, false).await), "DECLINED");
    assert_eq!(status(&look(&test, &urgent).await), "OFFERED");
    assert_eq!(status(&look(&test, &second).await), "WAITLISTED");
    let said = look(&test, &first).await["history"].clone();
    assert_eq!(said[1]["childsWords"], "I would like to try.");
    assert_eq!(status(&answer(&test, &urgent, true).await), "ACCEPTED");
    let now = places(&test, &one).await;
    assert_eq!((&now["taken"], &now["held"], &now["waiting"]), (&json!(1), &json!(0), &json!(1)));
}

#[tokio::test]
async fn an_offer_lapses_by_itself_and_its_child_waits_with_the_old_date_until_somebody_confirms() {
    let test = TestApp::new().await;
    let (one, cases) = (offering(&test, 1, &json!({})).await, cases(&test, 2).await);
    let first = placed(&test, &one, &cases[0], &json!({})).await;
    let second = placed(&test, &one, &cases[1], &json!({})).await;
    test.app.clock().advance(TimeDelta::days(7));
    settle(&test).await;
    assert_eq!(status(&look(&test, &first).await), "OFFERED", "half past nine on the last day");
    test.app.clock().advance(TimeDelta::hours(8));
    settle(&test).await;

    let lapsed = look(&test, &first).await;
    assert_eq!((status(&lapsed), &lapsed["passedOver"]), ("WAITLISTED", &json!(true)));
    assert_eq!(lapsed["joinedListAt"], "2026-11-24T09:30:00Z");
    assert_eq!(lapsed["position"], json!(null));
    let steps: Vec<_> = lapsed["history"].as_array().unwrap().iter().map(|step| step["to"].clone()).collect();
    assert_eq!(steps, ["OFFERED", "LAPSED", "WAITLISTED"]);
    assert_eq!(status(&look(&test, &second).await), "OFFERED", "the place goes to the next");

    let tasks = "query($id: ID!) { node(id: $id) { ... on Case { tasks { nodes { title cause done } } } } }";
    let open = |tasks: &Value| {
        let all = tasks["node"]["tasks"]["nodes"].as_array().unwrap().clone();
        all.into_iter().filter(|task| task["cause"] == "OFFER_LAPSES" && task["done"] == false).count()
    };
    let manager = test.manager().await;
    assert_eq!(open(&manager.get(tasks, json!({ "id": cases[0] })).await), 1, "the caseworker is told");

    // The second one lapses too: nobody is left who is not passed over.
    test.app.clock().advance(TimeDelta::days(8));
    settle(&test).await;
    let now = places(&test, &one).await;
    assert_eq!((&now["held"], &now["left"], &now["waiting"]), (&json!(0), &json!(1), &json!(2)));
    let input =
        json!({ "input": { "enrolmentId": first["id"], "version": look(&test, &first).await["version"] } });
    let confirmed = manager.get(CONFIRM, input).await["confirmWaiting"].clone();
    assert_eq!(confirmed["enrolment"]["status"], "OFFERED", "the free place is theirs at once");
    assert_eq!(open(&manager.get(tasks, json!({ "id": cases[0] })).await), 0);
}

#[tokio::test]
async fn capacity_is_never_below_what_is_taken_and_more_of_it_is_offered_at_once() {
    let test = TestApp::new().await;
    let (one, cases) = (offering(&test, 2, &json!({})).await, cases(&test, 3).await);
    let first = placed(&test, &one, &cases[0], &json!({})).await;
    placed(&test, &one, &cases[1], &json!({})).await;
    let third = placed(&test, &one, &cases[2], &json!({})).await;
    answer(&test, &first, true).await;
    let manager = test.manager().await;
    let change = async |version: i32, capacity: i32| {
        let input = json!({ "offeringId": one, "version": version, "capacity": capacity });
        manager.ask(CHANGE, json!({ "input": input })).await
    };
    let refused = change(1, 1).await;
    assert_eq!(refused.problems(), [("OUT_OF_RANGE".to_owned(), "capacity".to_owned())]);
    assert!(
        refused.0["data"]["changeOffering"]["problems"][0]["message"].as_str().unwrap().contains("2 places")
    );
    assert_eq!(change(2, 3).await.problems(), [("STALE".to_owned(), "version".to_owned())]);
    assert_eq!(change(1, 3).await.problems(), []);
    assert_eq!(status(&look(&test, &third).await), "OFFERED");
}

#[tokio::test]
async fn cancelling_ends_every_place_and_every_wait_and_nothing_joins_any_more() {
    let test = TestApp::new().await;
    let (one, cases) = (offering(&test, 1, &json!({})).await, cases(&test, 3).await);
    let first = placed(&test, &one, &cases[0], &json!({})).await;
    let second = placed(&test, &one, &cases[1], &json!({})).await;
    let input = json!({ "input": { "offeringId": one, "version": 1, "status": "CANCELLED" } });
    let cancelled = test.manager().await.get(CHANGE, input).await["changeOffering"]["offering"].clone();
    assert_eq!(cancelled["status"], "CANCELLED");
    assert_eq!((&cancelled["places"]["held"], &cancelled["places"]["waiting"]), (&json!(0), &json!(0)));
    assert_eq!(status(&look(&test, &first).await), "REMOVED");
    assert_eq!(status(&look(&test, &second).await), "WITHDREW");
    let manager = test.manager().await;
    let late = super::enrol(&manager, &one, &cases[2], &json!({})).await;
    assert_eq!(late.problems(), [("NOT_ALLOWED_IN_STATUS".to_owned(), "offeringId".to_owned())]);
}

#[tokio::test]
async fn ending_needs_a_reason_and_a_day_that_can_be_and_frees_the_place() {
    let test = TestApp::new().await;
    let (one, cases) = (offering(&test, 1, &json!({})).await, cases(&test, 2).await);
    let first = placed(&test, &one, &cases[0], &json!({})).await;
    let second = placed(&test, &one, &cases[1], &json!({})).await;
    // A caseworker ends places; whose case it is not does not even see them.
    let caseworkers = ["caseworker.swindon", "caseworker2.swindon"];
    let mut ended = false;
    for account in caseworkers {
        let worker = test.actor(account).await;
        let end = async |status: &str, on: &str, reason: Option<&str>| {
            let input = json!({ "enrolmentId": first["id"], "version": first["version"], "status": status, "on": on,
                "reason": reason });
            worker.ask(END, json!({ "input": input })).await
        };
        let tried = end("WITHDREW", "2026-11-24", None).await;
        if tried.codes() == ["NOT_FOUND"] {
            continue;
        }
        assert_eq!(tried.problems(), [("REQUIRED".to_owned(), "reason".to_owned())]);
        let wrong = end("WITHDREW", "2026-11-25", Some("Moved away.")).await;
        assert_eq!(wrong.problems(), [("OUT_OF_RANGE".to_owned(), "on".to_owned())]);
        let wrong = end("OFFERED", "2026-11-24", Some("x")).await;
        assert_eq!(wrong.problems(), [("INVALID".to_owned(), "status".to_owned())]);
        let wrong = end("COMPLETED", "2026-11-24", Some("x")).await;
        assert_eq!(wrong.problems(), [("NOT_ALLOWED_IN_STATUS".to_owned(), String::new())]);
        assert_eq!(end("WITHDREW", "2026-11-24", Some("Moved away.")).await.problems(), []);
        ended = true;
    }
    if !ended {
        let manager = test.manager().await;
        let input = json!({ "enrolmentId": first["id"], "version": 1, "status": "WITHDREW", "on": "2026-11-24",
            "reason": "x" });
        assert_eq!(manager.ask(END, json!({ "input": input })).await.codes(), ["FORBIDDEN"]);
        return;
    }
    assert_eq!(status(&look(&test, &second).await), "OFFERED");
}
