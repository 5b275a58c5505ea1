//! Who is not placed, and is told why: no consent, no worker yet, another age, another area, a knife.

use serde_json::{Value, json};

use super::{cases, enrol, offering, placed};
use crate::support::TestApp;

fn problem(code: &str, field: &str) -> (String, String) {
    (code.to_owned(), field.to_owned())
}

/// A case of Swindon in a status.
async fn one_case(test: &TestApp, filter: &str) -> Value {
    let asks =
        format!("{{ cases(filter: {{ {filter} }}, first: 1) {{ nodes {{ id youngPerson {{ id }} }} }} }}");
    test.manager().await.get(&asks, json!({})).await["cases"]["nodes"][0].clone()
}

#[tokio::test]
async fn a_case_without_its_worker_or_that_has_ended_places_nobody() {
    let test = TestApp::new().await;
    let (one, manager) = (offering(&test, 5, &json!({})).await, test.manager().await);
    for status in ["AWAITING_CONSENT", "OPEN", "CLOSED"] {
        let case = one_case(&test, &format!("statuses: [{status}]")).await;
        assert!(case["id"].is_string(), "a case that is {status}");
        let answer = enrol(&manager, &one, &case["id"], &json!({})).await;
        assert_eq!(answer.problems(), [problem("NOT_ALLOWED_IN_STATUS", "caseId")], "{status}");
    }
}

#[tokio::test]
async fn consent_that_was_taken_back_stops_placing() {
    let test = TestApp::new().await;
    let (one, manager) = (offering(&test, 5, &json!({})).await, test.manager().await);
    let case = cases(&test, 1).await.remove(0);
    let asks = "query($id: ID!) { node(id: $id) { ... on Case { youngPerson { consents { id version kind status } } } } }";
    let read = manager.get(asks, json!({ "id": case })).await;
    let consents = read["node"]["youngPerson"]["consents"].as_array().unwrap().clone();
    let child = consents.iter().find(|consent| consent["kind"] == "PARTICIPATE_CHILD").unwrap();
    let withdraw = "mutation($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { problems { code field } } }";
    let input = json!({ "consentId": child["id"], "version": child["version"], "on": "2026-11-24" });
    assert_eq!(manager.ask(withdraw, json!({ "input": input })).await.problems(), []);
    let answer = enrol(&manager, &one, &case, &json!({})).await;
    assert_eq!(answer.problems(), [problem("NO_CONSENT", "caseId")]);
}

#[tokio::test]
async fn age_and_area_are_refused_with_a_reason_and_a_written_one_overrides() {
    let test = TestApp::new().await;
    let (manager, case) = (test.manager().await, cases(&test, 1).await.remove(0));
    let wiltshire = "{ areas(kind: LOCAL_AUTHORITY) { id name } }";
    let areas = manager.get(wiltshire, json!({})).await;
    let area =
        areas["areas"].as_array().unwrap().iter().find(|area| area["name"] == "Wiltshire").unwrap().clone();
    for other in [json!({ "minAge": 24, "maxAge": 25 }), json!({ "areaIds": [area["id"]] })] {
        let one = offering(&test, 5, &other).await;
        let refused = enrol(&manager, &one, &case, &json!({})).await;
        assert_eq!(refused.problems(), [problem("NOT_ELIGIBLE", "offeringId")], "{other}");
        let placed =
            placed(&test, &one, &case, &json!({ "overrideReason": "Agreed with the provider." })).await;
        let steps = super::look(&test, &placed).await["history"].clone();
        assert_eq!(steps[0]["reason"], "Agreed with the provider.");
    }
}

#[tokio::test]
async fn teaching_about_knives_is_never_given_for_a_knife() {
    let test = TestApp::new().await;
    let manager = test.manager().await;
    let asks = "{ cases(filter: { statuses: [ALLOCATED, ASSESSMENT, PLAN_AGREED, ACTIVE] }, first: 100) {
        nodes { id pathway } } }";
    let all = manager.get(asks, json!({})).await;
    let case = all["cases"]["nodes"].as_array().unwrap().iter().find(|case| case["pathway"] == "KNIFE_PLAN");
    let case = case.expect("a child with a plan for a knife").clone();
    let lessons = offering(&test, 5, &json!({ "approach": "KCE" })).await;
    let anyway = json!({ "overrideReason": "Everyone goes." });
    let answer = enrol(&manager, &lessons, &case["id"], &anyway).await;
    assert!(answer.problems().contains(&problem("NOT_ELIGIBLE", "offeringId")), "{:?}", answer.problems());
}

#[tokio::test]
async fn what_is_counted_takes_nobody_by_name_and_what_is_hidden_is_not_there() {
    let test = TestApp::new().await;
    let (manager, case) = (test.manager().await, cases(&test, 1).await.remove(0));
    let counted = offering(&test, 5, &json!({ "reach": "COUNTED" })).await;
    let answer = enrol(&manager, &counted, &case, &json!({})).await;
    assert_eq!(answer.problems(), [problem("NOT_ELIGIBLE", "offeringId")]);
    let nothing = json!("offering_AAAAAAAAAAAAAAAAAAAAAA");
    assert_eq!(
        enrol(&manager, &nothing, &case, &json!({})).await.problems(),
        [problem("NOT_FOUND", "offeringId")]
    );
    let elsewhere = enrol(&test.actor("manager.wiltshire").await, &counted, &case, &json!({})).await;
    assert_eq!(elsewhere.codes(), ["NOT_FOUND"], "another service's case");
    for account in ["school.one", "provider.manager", "partnership", "analyst", "admin"] {
        let answer = enrol(&test.actor(account).await, &counted, &case, &json!({})).await;
        assert_eq!(answer.codes(), ["NOT_FOUND"], "{account}");
    }
}
