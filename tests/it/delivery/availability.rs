//! What could take this child now: true answers, in order, and nothing about anyone who has a place.

use serde_json::{Value, json};

use super::{CHANGE, OFFERING, cases, offering, placed};
use crate::support::TestApp;

const ASK: &str =
    "query($filter: AvailabilityFilter, $orderBy: AvailabilityOrder, $first: Int, $after: String) {
    programmeAvailability(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { totalCount
        nodes { id startsOn status programme { title minAge maxAge strand evidence { band } areas { name } }
            places { capacity answer leftBand expectedWaitWorkingDays asAt } }
        pageInfo { hasNextPage endCursor } } }";

async fn ask(test: &TestApp, account: &str, variables: Value) -> Value {
    test.actor(account).await.get(ASK, variables).await["programmeAvailability"].clone()
}

fn titles(list: &Value) -> Vec<String> {
    let nodes = list["nodes"].as_array().unwrap();
    nodes.iter().map(|node| node["programme"]["title"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_school_asks_for_a_child_and_hears_yes_or_wait() {
    let test = TestApp::new().await;
    let filter = json!({ "age": 14, "factors": ["SUSPENSIONS", "PEERS_INVOLVED_IN_VIOLENCE"] });
    let list = ask(&test, "school.one", json!({ "filter": filter, "first": 100 })).await;
    let nodes = list["nodes"].as_array().unwrap();
    assert!(nodes.len() >= 6, "{list:#}");
    for node in nodes {
        let programme = &node["programme"];
        let ages = programme["minAge"].as_i64().unwrap()..=programme["maxAge"].as_i64().unwrap();
        assert!(ages.contains(&14), "{node:#}");
        assert!(["YES", "WAIT"].contains(&node["places"]["answer"].as_str().unwrap()));
        assert_eq!(node["places"]["capacity"], json!(null));
        assert_eq!(node["places"]["asAt"], "2026-11-24T09:30:00Z");
        assert_eq!(node["status"], "OPEN");
    }
    let found = titles(&list);
    assert!(found.contains(&"Lantern mentoring".to_owned()) && !found.contains(&"Clear path".to_owned()));
    assert!(!found.contains(&"Street teams".to_owned()), "what is counted takes nobody");
}

#[tokio::test]
async fn places_show_at_once_and_never_who() {
    let test = TestApp::new().await;
    let (one, cases) = (offering(&test, 1, &json!({ "title": "Rafts" })).await, cases(&test, 2).await);
    let seen = async || {
        let list = ask(&test, "school.one", json!({ "filter": { "text": "rafts" } })).await;
        let places = list["nodes"][0]["places"].clone();
        (places["answer"].clone(), places["leftBand"].clone())
    };
    assert_eq!(seen().await, (json!("YES"), json!("FEW")));
    placed(&test, &one, &cases[0], &json!({})).await;
    assert_eq!(seen().await, (json!("WAIT"), json!("NONE")));
    placed(&test, &one, &cases[1], &json!({})).await;
    assert_eq!(seen().await, (json!("WAIT"), json!("NONE")), "one who waits or two look the same");
    let only = json!({ "filter": { "text": "rafts", "withPlacesOnly": true } });
    assert_eq!(ask(&test, "school.one", only).await["totalCount"], 0);
    let close = json!({ "input": { "offeringId": one, "version": 1, "status": "CLOSED" } });
    test.manager().await.get(CHANGE, close).await;
    assert_eq!(ask(&test, "school.one", json!({ "filter": { "text": "rafts" } })).await["totalCount"], 0);
    let who =
        "{ programmeAvailability(filter: { text: \"mentoring\" }) { nodes { enrolments { totalCount } } } }";
    let rows = test.school().await.get(who, json!({})).await;
    assert_eq!(rows["programmeAvailability"]["nodes"][0]["enrolments"], json!(null));
}

#[tokio::test]
async fn what_is_soonest_what_has_places_and_what_has_the_strongest_evidence_come_first() {
    let test = TestApp::new().await;
    let all = async |order: &str| ask(&test, "school.one", json!({ "orderBy": order, "first": 100 })).await;
    let soonest = all("SOONEST").await;
    let begins: Vec<_> = soonest["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|node| node["startsOn"].as_str().unwrap().max("2026-11-24").to_owned())
        .collect();
    assert!(begins.is_sorted(), "{begins:?}");
    let rank = |band: &str| {
        let order = ["HIGH", "MODERATE", "LOW", "NOT_RATED", "NO_CLEAR_EVIDENCE", "HARMFUL"];
        order.iter().position(|one| *one == band)
    };
    let strongest = all("STRONGEST_EVIDENCE").await;
    let bands: Vec<_> = strongest["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|node| rank(node["programme"]["evidence"]["band"].as_str().unwrap()).unwrap())
        .collect();
    assert!(bands.is_sorted() && bands.first() != bands.last(), "{bands:?}");
    let most = all("MOST_PLACES").await;
    let places: Vec<_> = most["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|node| {
            ["SOME", "FEW", "NONE"].iter().position(|band| node["places"]["leftBand"] == *band).unwrap()
        })
        .collect();
    assert!(places.is_sorted(), "{places:?}");
    for list in [&soonest, &strongest, &most] {
        assert_eq!(list["totalCount"], list["nodes"].as_array().unwrap().len());
    }
}

#[tokio::test]
async fn pages_hold_each_offering_once() {
    let test = TestApp::new().await;
    for order in ["SOONEST", "MOST_PLACES", "STRONGEST_EVIDENCE"] {
        let whole = ask(&test, "school.one", json!({ "orderBy": order, "first": 100 })).await;
        let (mut found, mut after) = (Vec::new(), Value::Null);
        loop {
            let page =
                ask(&test, "school.one", json!({ "orderBy": order, "first": 3, "after": after })).await;
            found.extend(page["nodes"].as_array().unwrap().iter().map(|node| node["id"].clone()));
            if page["pageInfo"]["hasNextPage"] == false {
                break;
            }
            after = page["pageInfo"]["endCursor"].clone();
        }
        let ids: Vec<_> = whole["nodes"].as_array().unwrap().iter().map(|node| node["id"].clone()).collect();
        assert_eq!(found, ids, "{order}");
    }
}

#[tokio::test]
async fn a_place_is_looked_for_where_the_child_lives() {
    let test = TestApp::new().await;
    let areas = test.school().await.get("{ areas { id name } }", json!({})).await["areas"].clone();
    let area = |name: &str| {
        areas.as_array().unwrap().iter().find(|area| area["name"] == name).unwrap()["id"].clone()
    };
    let at = async |filter: Value| {
        titles(&ask(&test, "school.one", json!({ "filter": filter, "first": 100 })).await)
    };
    let family = "Family time".to_owned();
    let lessons = "Getting on with others".to_owned();
    let devizes = at(json!({ "areaId": area("Devizes") })).await;
    assert!(devizes.contains(&family) && !devizes.contains(&lessons), "Wiltshire's: {devizes:?}");
    let walcot = at(json!({ "areaId": area("Walcot") })).await;
    assert!(!walcot.contains(&family) && walcot.contains(&lessons), "Swindon's: {walcot:?}");
}

#[tokio::test]
async fn what_no_child_can_be_is_a_problem_at_its_field() {
    let test = TestApp::new().await;
    let school = test.school().await;
    for (filter, field) in [
        (json!({ "age": 0 }), "age"),
        (json!({ "age": 200 }), "age"),
        (json!({ "yearGroup": 14 }), "yearGroup"),
        (json!({ "age": 14, "yearGroup": i32::MAX }), "yearGroup"),
        (json!({ "age": 9, "yearGroup": 11 }), "yearGroup"),
        (json!({ "postcode": "not one" }), "postcode"),
        (json!({ "postcode": "ZZ99 9ZZ" }), "postcode"),
        (json!({ "areaId": "area_AAAAAAAAAAAAAAAAAAAAAA" }), "areaId"),
        (json!({ "startsFrom": "2026-12-02", "startsTo": "2026-12-01" }), "startsTo"),
        (json!({ "startsTo": "2026-11-23" }), "startsTo"),
    ] {
        let answer = school.ask(ASK, json!({ "filter": filter })).await;
        assert_eq!(answer.codes(), ["BAD_USER_INPUT"], "{filter}");
        let problem = &answer.0["errors"][0]["extensions"]["problems"][0];
        assert_eq!(problem["field"], json!(["filter", field]), "{filter}");
        assert!(problem["message"].as_str().unwrap().len() > 10);
    }
}

#[tokio::test]
async fn a_year_group_is_looked_at_for_the_day_on_which_a_run_begins() {
    let test = TestApp::new().await;
    offering(&test, 3, &json!({ "title": "Rafts", "minAge": 15, "maxAge": 16 })).await;
    let manager = test.manager().await;
    let find = "{ programmes(filter: { text: \"rafts\" }) { nodes { id } } }";
    let id = manager.get(find, json!({})).await["programmes"]["nodes"][0]["id"].clone();
    let autumn = json!({ "input": { "programmeId": id, "startsOn": "2027-09-06", "endsOn": "2027-12-17",
        "schedule": "Mondays", "capacity": 3 } });
    manager.get(OFFERING, autumn).await;
    let begins = async |filter: Value| {
        let list = ask(&test, "school.one", json!({ "filter": filter })).await;
        let nodes = list["nodes"].as_array().unwrap().clone();
        nodes.iter().map(|node| node["startsOn"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let of_year = |year: i32| json!({ "text": "rafts", "yearGroup": year });
    assert_eq!(
        begins(of_year(9)).await,
        ["2027-09-06"],
        "year 10, and 15 during it, once the summer is over"
    );
    assert_eq!(begins(of_year(10)).await, ["2026-11-30", "2027-09-06"]);
    assert_eq!(begins(of_year(12)).await, ["2026-11-30"], "16 in this year; 17 and 18 after the summer");
    assert!(begins(json!({ "text": "rafts", "age": 14 })).await.is_empty());
    assert_eq!(
        begins(json!({ "text": "rafts", "age": 15, "startsFrom": "2027-06-01" })).await,
        ["2027-09-06"]
    );
    assert_eq!(begins(json!({ "text": "rafts", "startsTo": "2026-12-01" })).await, ["2026-11-30"]);
    assert_eq!(begins(json!({ "text": "rafts", "strands": [], "factors": [] })).await.len(), 2);
    assert!(begins(json!({ "text": "rafts", "strands": ["EDUCATION"] })).await.is_empty());
}

#[tokio::test]
async fn what_a_programme_asks_for_besides_is_looked_at_too() {
    let test = TestApp::new().await;
    offering(&test, 3, &json!({ "title": "Rafts", "asks": { "minYearGroup": 10, "maxYearGroup": 11 } }))
        .await;
    offering(&test, 3, &json!({ "title": "Rafts too", "asks": { "exclusions": ["CARRIED_WEAPON"] } })).await;
    let found = async |mut filter: Value| {
        filter["text"] = json!("rafts");
        titles(&ask(&test, "school.one", json!({ "filter": filter })).await)
    };
    assert_eq!(found(json!({})).await.len(), 2);
    assert_eq!(found(json!({ "yearGroup": 10 })).await.len(), 2);
    assert_eq!(found(json!({ "yearGroup": 9 })).await, ["Rafts too"]);
    assert_eq!(found(json!({ "age": 14 })).await.len(), 2, "in year 9 or 10");
    assert_eq!(found(json!({ "age": 14, "yearGroup": 9 })).await, ["Rafts too"]);
    assert_eq!(found(json!({ "age": 17 })).await, ["Rafts too"]);
    assert_eq!(found(json!({ "factors": ["CARRIED_WEAPON"] })).await, ["Rafts"]);
    assert_eq!(found(json!({ "factors": ["SUSPENSIONS"] })).await.len(), 2);
}

#[tokio::test]
async fn the_statements_of_a_page_do_not_grow_with_it() {
    let test = TestApp::new().await;
    let school = test.school().await;
    let cost = async |first: i32| {
        let before = test.app.statements();
        let page = school.get(ASK, json!({ "first": first })).await;
        let rows = page["programmeAvailability"]["nodes"].as_array().unwrap().len();
        assert_eq!(rows, usize::try_from(first).unwrap(), "the partnership is large enough");
        test.app.statements() - before
    };
    // Organisations and areas are read once and kept.
    cost(14).await;
    let of_ten = cost(10).await;
    assert_eq!(cost(12).await, of_ten);
    assert_eq!(cost(10).await, of_ten - 1, "the page was kept");
}
