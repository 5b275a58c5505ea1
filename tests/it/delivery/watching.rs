//! Who hears that places changed: those who allocate of each, everyone else only of another answer or band; and all that a school
//! can ask, add up or watch tells it neither how many children there are nor who.

use futures_util::{Stream, StreamExt};
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};

use super::{CHANGE, cases, offering, placed, settle};
use crate::support::{Actor, Answer, TestApp};

const FOLLOW: &str = "subscription($filter: AvailabilityFilter, $after: String) {
    availabilityChanged(filter: $filter, after: $after) { cursor at kind subjectId by { id }
        subject { ... on Offering { id places { capacity left answer leftBand } } } } }";

async fn follow(who: &Actor<'_>, filter: Value) -> impl Stream<Item = Answer> + Unpin + use<> {
    let mut stream = who.follow(FOLLOW, json!({ "filter": filter })).await;
    assert_eq!(next(&mut stream).await["kind"], "READY");
    stream
}

async fn next(stream: &mut (impl Stream<Item = Answer> + Unpin)) -> Value {
    stream.next().await.expect("it goes on").data()["availabilityChanged"].clone()
}

fn places(change: &Value) -> Value {
    let places = &change["subject"]["places"];
    json!([places["left"], places["answer"], places["leftBand"]])
}

#[tokio::test]
async fn a_school_hears_of_another_band_and_those_who_allocate_of_every_place() {
    let test = TestApp::new().await;
    let (one, cases) = (offering(&test, 6, &json!({ "title": "Rafts" })).await, cases(&test, 7).await);
    settle(&test).await;
    let (school, manager) = (test.school().await, test.manager().await);
    let mut told = follow(&school, json!({})).await;
    let mut exact = follow(&manager, json!({})).await;
    let mut provider = follow(&test.actor("provider.manager").await, json!({})).await;
    for (case, left) in cases.iter().zip([5, 4, 3, 2, 1, 0, 0]) {
        placed(&test, &one, case, &json!({})).await;
        settle(&test).await;
        let seen = [next(&mut exact).await, next(&mut provider).await];
        for change in seen {
            assert_eq!(change["kind"], "PLACES_CHANGED");
            assert_eq!(change["subject"]["places"]["left"], left);
            assert_eq!(change["by"], json!(null));
        }
    }
    let few = next(&mut told).await;
    assert_eq!((&few["subjectId"], places(&few)), (&one, json!([null, "WAIT", "NONE"])), "as it is by now");
    let none = next(&mut told).await;
    assert_eq!(places(&none), json!([null, "WAIT", "NONE"]));
    // The first of the two was at 4 places, the other at none; the next that it hears is this.
    let close = json!({ "input": { "offeringId": one, "version": 1, "status": "CLOSED" } });
    manager.get(CHANGE, close).await;
    settle(&test).await;
    let gone = next(&mut told).await;
    assert_eq!((&gone["subjectId"], &gone["subject"]), (&one, &json!(null)), "it matches no more");
    assert_eq!(few["cursor"].as_str().unwrap().len(), gone["cursor"].as_str().unwrap().len());
    // Who comes back hears what they missed, and no more.
    let mut back = school.follow(FOLLOW, json!({ "after": none["cursor"] })).await;
    assert_eq!(next(&mut back).await["kind"], "READY");
    assert_eq!(next(&mut back).await["subjectId"], one);
}

#[tokio::test]
async fn what_was_never_asked_for_is_not_told_and_what_matches_no_more_is_dropped() {
    let test = TestApp::new().await;
    let cases = cases(&test, 2).await;
    let other = offering(&test, 1, &json!({ "title": "Kites" })).await;
    let one = offering(&test, 1, &json!({ "title": "Rafts" })).await;
    settle(&test).await;
    let mut stream = follow(&test.school().await, json!({ "text": "rafts", "withPlacesOnly": true })).await;
    placed(&test, &other, &cases[0], &json!({})).await;
    placed(&test, &one, &cases[1], &json!({})).await;
    settle(&test).await;
    let change = next(&mut stream).await;
    assert_eq!((&change["subjectId"], &change["subject"]), (&one, &json!(null)), "nothing of the kites");
}

#[tokio::test]
async fn nobody_else_hears_of_a_secret_one_or_of_a_draft() {
    let test = TestApp::new().await;
    let cases = cases(&test, 2).await;
    let secret = offering(&test, 1, &json!({ "title": "Quiet way", "sensitive": true })).await;
    let draft = offering(&test, 1, &json!({ "title": "Kites" })).await;
    let one = offering(&test, 1, &json!({ "title": "Rafts" })).await;
    let manager = test.manager().await;
    let to_draft = json!({ "input": { "offeringId": draft, "version": 1, "status": "DRAFT" } });
    manager.get(CHANGE, to_draft).await;
    settle(&test).await;
    let mut told = follow(&test.school().await, json!({})).await;
    let mut exact = follow(&manager, json!({})).await;
    let more = json!({ "input": { "offeringId": draft, "version": 2, "capacity": 9 } });
    manager.get(CHANGE, more).await;
    placed(&test, &secret, &cases[0], &json!({})).await;
    placed(&test, &one, &cases[1], &json!({})).await;
    settle(&test).await;
    assert_eq!(next(&mut told).await["subjectId"], one);
    assert_eq!(next(&mut exact).await["subjectId"], draft);
    assert_eq!(next(&mut exact).await["subjectId"], secret);
    assert_eq!(next(&mut exact).await["subjectId"], one);
}

#[tokio::test]
async fn who_may_know_of_no_programme_follows_none() {
    let test = TestApp::new().await;
    for account in ["finance", "dpo", "admin"] {
        let mut stream = test.actor(account).await.follow(FOLLOW, json!({})).await;
        assert_eq!(stream.next().await.unwrap().codes(), ["FORBIDDEN"], "{account}");
    }
    let mut stranger = test.stranger().follow(FOLLOW, json!({})).await;
    assert_eq!(stranger.next().await.unwrap().codes(), ["NOT_SIGNED_IN"]);
    let mut wrong = test.school().await.follow(FOLLOW, json!({ "filter": { "age": 200 } })).await;
    assert_eq!(wrong.next().await.unwrap().codes(), ["BAD_USER_INPUT"]);
    for account in ["caseworker.swindon", "triage.swindon", "provider", "partnership", "analyst", "police"] {
        let mut stream = test.actor(account).await.follow(FOLLOW, json!({})).await;
        assert_eq!(next(&mut stream).await["kind"], "READY", "{account}");
    }
}

const EVERYTHING: &str = "query($filter: AvailabilityFilter, $orderBy: AvailabilityOrder, $first: Int) {
    programmeAvailability(filter: $filter, orderBy: $orderBy, first: $first) { totalCount
        edges { cursor node { id version status startsOn enrolments { totalCount } viewerCanEnrol
            programme { id version offerings { totalCount nodes { id version places { ...P } enrolments { totalCount } } } }
            places { ...P } } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }
    fragment P on Places { capacity taken held left waiting answer leftBand expectedWaitWorkingDays asAt }";

/// A cursor says nothing but its length: it is sealed anew each time.
fn without_seals(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                if name.to_lowercase().ends_with("cursor") && value.is_string() {
                    *value = json!(value.as_str().unwrap().len());
                }
                without_seals(value);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(without_seals),
        _ => {}
    }
}

/// All that a school can ask about what is available, by every filter and order.
async fn everything(school: &Actor<'_>) -> Vec<Value> {
    let areas = school.get("{ areas { id } }", json!({})).await["areas"].clone();
    let mut filters = vec![json!({}), json!({ "withPlacesOnly": true }), json!({ "withPlacesOnly": false })];
    filters.extend((8..=25).map(|age| json!({ "age": age })));
    filters.extend((3..=13).map(|year| json!({ "yearGroup": year, "withPlacesOnly": true })));
    filters.extend(areas.as_array().unwrap().iter().map(|area| json!({ "areaId": area["id"] })));
    for text in ["rafts", "lantern", "a", "5", "2", "left", "waiting"] {
        filters.push(json!({ "text": text, "withPlacesOnly": true }));
    }
    for strand in ["EDUCATION", "EARLY_INTERVENTION", "PROFESSIONAL_TRAINING"] {
        filters.push(json!({ "strands": [strand], "startsFrom": "2026-12-01", "startsTo": "2027-12-01" }));
    }
    let mut answers = Vec::new();
    for filter in filters {
        for order in ["SOONEST", "MOST_PLACES", "STRONGEST_EVIDENCE"] {
            let asked = json!({ "filter": filter, "orderBy": order, "first": 100 });
            let mut answer = school.ask(EVERYTHING, asked).await.0;
            without_seals(&mut answer);
            answers.push(answer);
        }
    }
    answers
}

#[tokio::test]
async fn nothing_that_a_school_can_ask_add_up_or_watch_tells_how_many_or_who() {
    let test = TestApp::new().await;
    let (wide, full) = (
        offering(&test, 9, &json!({ "title": "Rafts" })).await,
        offering(&test, 1, &json!({ "title": "Rafts and oars" })).await,
    );
    let cases = cases(&test, 4).await;
    for (offering, case) in [(&wide, 0), (&full, 0), (&full, 1)] {
        placed(&test, offering, &cases[case], &json!({})).await;
    }
    settle(&test).await;
    let school = test.school().await;
    let mut watched = follow(&school, json!({})).await;
    let before = everything(&school).await;
    assert!(before.iter().all(|answer| answer.get("errors").is_none()), "{:#}", before[0]);
    // Three more children have a place, and two more wait: the answers and the bands are the same.
    for case in &cases[1..4] {
        placed(&test, &wide, case, &json!({})).await;
    }
    for case in &cases[2..4] {
        placed(&test, &full, case, &json!({})).await;
    }
    settle(&test).await;
    // Also where nothing was kept.
    test.app.cache().forget(ridgeway::read::delivery::availability::ANSWERS);
    let after = everything(&school).await;
    assert_eq!(before, after);
    let known = ["capacity", "taken", "held", "left", "waiting"];
    for answer in &after {
        let text = answer.to_string();
        assert!(known.iter().all(
            |name| !text.contains(&format!("\"{name}\":")) || text.contains(&format!("\"{name}\":null"))
        ));
        assert!(!known.iter().any(|name| (0..10).any(|digit| text.contains(&format!("\"{name}\":{digit}")))));
    }
    // Nor was the school called: the first that it hears is what anyone may see.
    let close = json!({ "input": { "offeringId": wide, "version": 1, "status": "CLOSED" } });
    test.manager().await.get(CHANGE, close).await;
    settle(&test).await;
    let heard = next(&mut watched).await;
    assert_eq!((&heard["subjectId"], &heard["subject"]), (&wide, &json!(null)));
    // The events themselves are there, for those who allocate.
    let events = "SELECT COUNT(*) AS n FROM event WHERE noun = 'OFFERING'";
    let statement = sea_orm::Statement::from_string(test.app.backend(), events);
    let row = test.app.database().query_one_raw(statement).await.unwrap().unwrap();
    assert!(row.try_get::<i64>("", "n").unwrap() >= 8);
}
