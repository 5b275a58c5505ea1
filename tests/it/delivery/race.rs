//! Many at the same moment, over two nodes: never one place too many, a list in order, and nobody hears an error.

use futures_util::future::join_all;
use serde_json::{Value, json};

use super::{ENROL, cases, crowd::crowd, look, offering, places};
use crate::support::{Answer, TestApp};

/// How many children are placed at once, and how many places there are.
const CHILDREN: usize = 200;
const PLACES: usize = 10;

#[tokio::test(flavor = "multi_thread")]
async fn ten_places_are_given_ten_times_and_the_rest_wait_in_order() {
    let test = TestApp::new().await;
    let other = test.another_node().await;
    let (one, cases) = (offering(&test, 10, &json!({})).await, crowd(&test, CHILDREN).await);
    let managers = [test.manager().await, other.manager().await];
    let asked = cases.iter().enumerate().map(|(place, case)| {
        let input = json!({ "input": { "offeringId": one, "caseId": case } });
        managers[place % 2].ask(ENROL, input)
    });
    let mut statuses = Vec::new();
    let mut waiting = Vec::new();
    for answer in join_all(asked).await {
        assert_eq!(answer.problems(), [], "{:#}", answer.0);
        let enrolment = answer.data()["enrol"]["enrolment"].clone();
        statuses.push(enrolment["status"].as_str().unwrap().to_owned());
        if statuses.last().unwrap() == "WAITLISTED" {
            waiting.push(enrolment);
        }
    }
    assert_eq!(statuses.iter().filter(|status| *status == "OFFERED").count(), PLACES);
    let mut positions = Vec::new();
    for enrolment in &waiting {
        positions.push(look(&test, enrolment).await["position"].as_u64().unwrap());
    }
    positions.sort_unstable();
    assert_eq!(positions, (1..=(CHILDREN - PLACES) as u64).collect::<Vec<_>>());
    let now = places(&test, &one).await;
    let numbers = ["held", "left", "waiting"].map(|name| now[name].clone());
    assert_eq!(numbers, [json!(PLACES), json!(0), json!(CHILDREN - PLACES)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_child_is_placed_once_however_often_it_is_asked() {
    let test = TestApp::new().await;
    let (one, cases) = (offering(&test, 5, &json!({})).await, cases(&test, 1).await);
    let manager = test.manager().await;
    let asked =
        (0..8).map(|_| manager.ask(ENROL, json!({ "input": { "offeringId": one, "caseId": cases[0] } })));
    let answers = join_all(asked).await;
    assert!(answers.iter().all(|answer| answer.codes().is_empty()));
    let mut problems: Vec<_> = answers.iter().flat_map(Answer::problems).collect();
    problems.dedup();
    assert_eq!(problems, [("DUPLICATE".to_owned(), "offeringId".to_owned())]);
    let now = places(&test, &one).await;
    assert_eq!((&now["held"], &now["waiting"]), (&Value::from(1), &Value::from(0)));
}
