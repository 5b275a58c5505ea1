//! What a programme asks for besides an age and an area, and what of a sensitive one is told when.

use serde_json::{Value, json};

use super::{ANSWER, PROGRAMME, cases, enrol, offering, placed, programme, provider};
use crate::support::{Actor, TestApp};

const WHERE: &str = "query($id: ID!) { node(id: $id) { ... on Offering { venue schedule } } }";
const KEEP: &str =
    "mutation($input: ChangeOfferingInput!) { changeOffering(input: $input) { problems { code field } } }";

#[tokio::test]
async fn year_group_way_and_other_places_are_refused_with_a_reason_and_a_written_one_overrides() {
    let test = TestApp::new().await;
    let (manager, case) = (test.manager().await, cases(&test, 1).await.remove(0));
    let about = "query($id: ID!) { node(id: $id) { ... on Case { pathway referral { mainFactor } } } }";
    let about = manager.get(about, json!({ "id": case })).await["node"].clone();
    let way = if about["pathway"] == "TURNAROUND" { "DIVERSION" } else { "TURNAROUND" };
    let factor = about["referral"]["mainFactor"].clone();
    for (asks, says) in [
        (json!({ "minYearGroup": 14 }), "It is for year 14 and above"),
        (json!({ "maxYearGroup": 0 }), "It is for year 0 and below"),
        (json!({ "pathways": [way] }), "in another way"),
        (json!({ "exclusions": [factor] }), "one of the factors that the referral names"),
    ] {
        let one = offering(&test, 5, &json!({ "asks": asks })).await;
        let refused = enrol(&manager, &one, &case, &json!({})).await;
        assert_eq!(refused.problems(), [("NOT_ELIGIBLE".to_owned(), "offeringId".to_owned())], "{asks}");
        let message = refused.data()["enrol"]["problems"][0]["message"].as_str().unwrap().to_owned();
        assert!(message.contains(says), "{message}");
        placed(&test, &one, &case, &json!({ "overrideReason": "Agreed with the provider." })).await;
    }
    let all = "query($id: ID!) { node(id: $id) { ... on Case { youngPerson { enrolments(first: 100) { nodes { status } } } } } }";
    let all = manager.get(all, json!({ "id": case })).await["node"]["youngPerson"]["enrolments"].clone();
    let has =
        |place: &&Value| ["OFFERED", "ACCEPTED", "STARTED"].contains(&place["status"].as_str().unwrap());
    let now = all["nodes"].as_array().unwrap().iter().filter(has).count();
    assert!(now >= 4);
    let few = offering(&test, 5, &json!({ "asks": { "mostAtOnce": now } })).await;
    let refused = enrol(&manager, &few, &case, &json!({})).await;
    assert_eq!(refused.problems(), [("NOT_ELIGIBLE".to_owned(), "offeringId".to_owned())]);
    let more = offering(&test, 5, &json!({ "asks": { "mostAtOnce": now + 1 } })).await;
    placed(&test, &more, &case, &json!({})).await;
}

#[tokio::test]
async fn what_a_programme_asks_for_is_checked_and_shown() {
    let test = TestApp::new().await;
    let (manager, provider) = (test.manager().await, provider(&test).await);
    let wrong = json!({ "minYearGroup": 15, "maxYearGroup": -1, "mostAtOnce": 0 });
    let made = manager.ask(PROGRAMME, programme(&provider, &json!({ "asks": wrong }))).await;
    let fields: Vec<_> = made.problems().into_iter().map(|(_, field)| field).collect();
    assert_eq!(fields, ["asks.minYearGroup", "asks.maxYearGroup", "asks.maxYearGroup", "asks.mostAtOnce"]);
    let asks = json!({ "minYearGroup": 7, "maxYearGroup": 9, "pathways": ["DIVERSION"],
        "exclusions": ["CARRIED_WEAPON"], "mostAtOnce": 2 });
    let made = manager.ask(PROGRAMME, programme(&provider, &json!({ "asks": asks }))).await;
    let id = made.data()["createProgramme"]["programme"]["id"].clone();
    let shown = "query($id: ID!) { node(id: $id) { ... on Programme { asks { minYearGroup maxYearGroup pathways exclusions
        mostAtOnce } } } }";
    assert_eq!(test.school().await.get(shown, json!({ "id": id })).await["node"]["asks"], asks);
}

async fn place_and_time(who: &Actor<'_>, offering: &Value) -> (Value, Value) {
    let node = who.get(WHERE, json!({ "id": offering })).await["node"].clone();
    (node["venue"].clone(), node["schedule"].clone())
}

#[tokio::test]
async fn where_and_when_a_sensitive_one_meets_is_told_once_a_child_has_accepted() {
    let test = TestApp::new().await;
    let (one, manager) = (offering(&test, 5, &json!({ "sensitive": true })).await, test.manager().await);
    let change = json!({ "input": { "offeringId": one, "version": 1, "venue": "The Old Chapel" } });
    assert_eq!(manager.ask(KEEP, change).await.problems(), []);
    let told = (json!("The Old Chapel"), json!("Mondays at 16:00"));
    let later = (json!(null), json!("Told once the child has accepted the place."));
    assert_eq!(place_and_time(&manager, &one).await, told, "who keeps it knows");
    let worker = test.caseworker().await;
    assert_eq!(place_and_time(&worker, &one).await, later);
    assert_eq!(place_and_time(&test.actor("triage.swindon").await, &one).await, later);
    assert_eq!(place_and_time(&test.school().await, &one).await, (json!(null), json!(null)), "is not there");

    let held = super::own_child_placed(&worker, &one).await;
    assert_eq!(place_and_time(&worker, &one).await, later, "an offer is not enough");
    let yes = json!({ "input": { "enrolmentId": held["id"], "version": held["version"], "accept": true } });
    assert_eq!(worker.ask(ANSWER, yes).await.problems(), []);
    assert_eq!(place_and_time(&worker, &one).await, told);
    let another = test.actor("caseworker.wiltshire").await;
    assert_eq!(place_and_time(&another, &one).await, later, "of another service");
}
