//! What is published: valid, whole, in pages, and nothing that is a secret or a number.

use std::{
    collections::{BTreeMap, BTreeSet},
    process::Command,
};

use ridgeway::{
    domain::delivery::open_referral::ids,
    entity::record::audit_entry,
    words::id::{OpaqueId, noun::Programme},
};
use sea_orm::EntityTrait;
use serde_json::{Value, json};
use uuid::Uuid;

use super::schemas::Hsds;
use crate::{
    delivery::{CHANGE, cases, offering, placed},
    http::house::{Answer, House, house, house_with},
    support::SECRET,
};

async fn get(house: &House, path: &str) -> Answer {
    house.send("GET", path, &[], "").await
}

/// All services, page by page.
async fn all(house: &House) -> Vec<Value> {
    let answer = get(house, "/openreferral/services?per_page=100").await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.json()["contents"].as_array().unwrap().clone()
}

/// The values of the attributes of a service, or of one of its places, under a code.
fn values(row: &Value, code: &str) -> Vec<String> {
    let attributes = row["attributes"].as_array().into_iter().flatten();
    attributes
        .filter(|one| one["taxonomy_term"]["code"] == code && one["taxonomy_term"]["taxonomy"] == "Ridgeway")
        .map(|one| one["value"].as_str().unwrap().to_owned())
        .collect()
}

/// Takes ids and names away.
fn bare(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|key, _| !matches!(key.as_str(), "id" | "name"));
            fields.values_mut().for_each(bare);
        }
        Value::Array(items) => items.iter_mut().for_each(bare),
        _ => {}
    }
}

fn named<'a>(services: &'a [Value], name: &str) -> &'a Value {
    services.iter().find(|service| service["name"] == name).unwrap_or_else(|| panic!("no {name}"))
}

#[tokio::test]
async fn every_service_is_valid_and_says_what_the_api_says() {
    let house = house().await;
    let (hsds, services) = (Hsds::load(), all(&house).await);
    for service in &services {
        hsds.holds(service);
    }
    let asks = "{ programmeAvailability(first: 100) { nodes { venue startsOn endsOn schedule area { code }
        programme { title summary minAge maxAge strand mode reach provider { name } approach { code } areas { code }
            factors evidence { band source asOf } }
        places { answer leftBand expectedWaitWorkingDays asAt } } } }";
    let told = house.test.school().await.get(asks, json!({})).await;
    let told = told["programmeAvailability"]["nodes"].as_array().unwrap().clone();
    assert!(told.len() > 10);
    for offering in &told {
        let (programme, places) = (&offering["programme"], &offering["places"]);
        let service = named(&services, programme["title"].as_str().unwrap());
        assert_eq!(service["description"], programme["summary"]);
        assert_eq!(service["organization"]["name"], programme["provider"]["name"]);
        assert_eq!(
            [&service["minimum_age"], &service["maximum_age"]],
            [&programme["minAge"], &programme["maxAge"]]
        );
        assert_eq!(service["status"], "active");
        for (code, value) in [
            ("strand", &programme["strand"]),
            ("mode", &programme["mode"]),
            ("reach", &programme["reach"]),
            ("approach", &programme["approach"]["code"]),
            ("evidence_band", &programme["evidence"]["band"]),
            ("evidence_source", &programme["evidence"]["source"]),
            ("evidence_as_of", &programme["evidence"]["asOf"]),
        ] {
            assert_eq!(json!(values(service, code)), json!([value]), "{code}");
        }
        let set = |list: &Value| {
            let items = list.as_array().unwrap().iter();
            items
                .map(|item| item.as_str().or(item["code"].as_str()).unwrap().to_owned())
                .collect::<BTreeSet<_>>()
        };
        assert_eq!(
            values(service, "factor").into_iter().collect::<BTreeSet<_>>(),
            set(&programme["factors"])
        );
        let areas = service["service_areas"].as_array().into_iter().flatten();
        let areas: BTreeSet<_> = areas.flat_map(|area| values(area, "area")).collect();
        assert_eq!(areas, set(&programme["areas"]));
        let mut places_there = service["service_at_locations"].as_array().unwrap().iter();
        let there = places_there.find(|there| {
            let schedule = &there["schedules"][0];
            schedule["valid_from"] == offering["startsOn"]
                && schedule["valid_to"] == offering["endsOn"]
                && schedule["description"] == offering["schedule"]
                && there["location"]["name"] == offering["venue"]
        });
        let there = there.unwrap_or_else(|| panic!("{offering:#}\n{service:#}"));
        assert_eq!(json!(values(there, "answer")), json!([places["answer"]]));
        assert_eq!(json!(values(there, "places_band")), json!([places["leftBand"]]));
        assert_eq!(json!(values(there, "as_at")), json!([places["asAt"]]));
        assert_eq!(values(there, "offering_status"), ["OPEN"]);
        let area = offering["area"]["code"].as_str().map(str::to_owned);
        assert_eq!(values(there, "place_area").pop(), area);
        let wait = &places["expectedWaitWorkingDays"];
        let wait = wait.as_i64().map(|days| days.to_string()).into_iter().collect::<Vec<_>>();
        assert_eq!(values(there, "expected_wait_working_days"), wait);
    }
}

#[tokio::test]
async fn what_is_counted_has_no_answer() {
    let house = house().await;
    let services = all(&house).await;
    let street = named(&services, "Street teams");
    assert_eq!(values(street, "reach"), ["COUNTED"]);
    assert!(street.get("wait_time").is_none());
    let there = &street["service_at_locations"][0];
    assert_eq!(values(there, "offering_status"), ["OPEN"]);
    assert!(values(there, "answer").is_empty() && values(there, "places_band").is_empty());
}

#[tokio::test]
async fn a_secret_programme_and_what_is_a_draft_or_over_is_nowhere() {
    let house = house().await;
    let test = &house.test;
    let secret = offering(test, 5, &json!({ "title": "Quiet doors", "sensitive": true })).await;
    let open = offering(test, 5, &json!({ "title": "Open doors" })).await;
    let asks = "query($id: ID!) { node(id: $id) { ... on Offering { programme { id } } } }";
    let manager = test.manager().await;
    let programme_of = async |offering: &Value| {
        let id = manager.get(asks, json!({ "id": offering })).await["node"]["programme"]["id"].clone();
        let id = OpaqueId::<Programme>::parse(id.as_str().unwrap()).unwrap().open(test.app.keys()).unwrap();
        ids::of(test.app.keys(), id)
    };
    let (secret_id, open_id) = (programme_of(&secret).await, programme_of(&open).await);
    let page = get(&house, "/openreferral/services?per_page=100").await;
    assert!(!page.text.contains("Quiet doors") && page.text.contains("Open doors"));
    for title in ["Clear path", "Straight talk"] {
        assert!(!page.text.contains(title), "{title} is a secret");
    }
    let all = page.json();
    assert_eq!(all["total_items"], all["contents"].as_array().unwrap().len(), "not even counted");
    assert_eq!(get(&house, &format!("/openreferral/services/{open_id}")).await.status, 200);
    let hidden = get(&house, &format!("/openreferral/services/{secret_id}")).await;
    let nothing = get(&house, &format!("/openreferral/services/{}", Uuid::from_bytes([9; 16]))).await;
    assert_eq!((hidden.status, &hidden.text), (404, &nothing.text), "as one that never was");

    let runs = async || {
        let service = get(&house, &format!("/openreferral/services/{open_id}")).await.json();
        service["service_at_locations"].as_array().map_or(0, Vec::len)
    };
    assert_eq!(runs().await, 1);
    for status in ["DRAFT", "CANCELLED"] {
        let version =
            manager.get(crate::delivery::PLACES, json!({ "id": open })).await["node"]["version"].clone();
        let change = json!({ "input": { "offeringId": open, "version": version, "status": status } });
        assert_eq!(manager.ask(CHANGE, change).await.problems(), [], "{status}");
        assert_eq!(runs().await, 0, "{status}");
    }
}

#[tokio::test]
async fn no_number_of_places_shows_whatever_is_summed_or_watched() {
    let house = house().await;
    let test = &house.test;
    let (few, many) = (
        offering(test, 6, &json!({ "title": "Rafts" })).await,
        offering(test, 600, &json!({ "title": "Barges" })).await,
    );
    // What stays once ids and names are taken away.
    let shape = async |name: &str| {
        let services = all(&house).await;
        let mut service = named(&services, name).clone();
        bare(&mut service);
        service
    };
    assert_eq!(shape("Rafts").await, shape("Barges").await, "6 places and 600 look the same");
    let cases = cases(test, 9).await;
    let mut seen = Vec::new();
    for case in &cases {
        placed(test, &few, case, &json!({})).await;
        seen.push(shape("Rafts").await);
    }
    // SOME until five are left, FEW until none is, then WAIT, however many wait.
    seen.dedup();
    assert_eq!(seen.len(), 3, "{seen:#?}");
    let fewer = json!({ "input": { "offeringId": many, "version": 1, "capacity": 599 } });
    let before = shape("Barges").await;
    assert_eq!(test.manager().await.ask(CHANGE, fewer).await.problems(), []);
    assert_eq!(shape("Barges").await, before, "a change of the number does not show");
}

#[tokio::test]
async fn pages_hold_each_service_once_and_cost_the_same() {
    let house = house().await;
    let whole = all(&house).await;
    let mut found = Vec::new();
    for number in 1.. {
        let page = get(&house, &format!("/openreferral/services?page={number}&per_page=4")).await.json();
        let contents = page["contents"].as_array().unwrap();
        assert_eq!(page["total_items"], whole.len());
        assert_eq!(page["total_pages"], whole.len().div_ceil(4));
        assert_eq!((&page["page_number"], &page["size"]), (&json!(number), &json!(contents.len())));
        assert_eq!(page["first_page"], number == 1);
        found.extend(contents.iter().map(|service| service["id"].clone()));
        if page["last_page"] == true {
            break;
        }
    }
    let ids: Vec<_> = whole.iter().map(|service| service["id"].clone()).collect();
    assert_eq!(found, ids);
    let beyond = get(&house, "/openreferral/services?page=99&per_page=100").await.json();
    assert_eq!(
        (&beyond["empty"], &beyond["last_page"], &beyond["contents"]),
        (&json!(true), &json!(true), &json!([]))
    );
    let vast = get(&house, &format!("/openreferral/services?page={}&per_page=100", u64::MAX)).await;
    assert_eq!((vast.status, &vast.json()["empty"]), (200, &json!(true)));
    for id in &ids {
        let one = get(&house, &format!("/openreferral/services/{}", id.as_str().unwrap())).await;
        assert!(whole.contains(&one.json()), "alone as in the list");
        assert_eq!(Uuid::parse_str(id.as_str().unwrap()).unwrap().to_string(), *id);
    }
    let cost = async |size: u64| {
        let before = house.app.statements();
        get(&house, &format!("/openreferral/services?per_page={size}")).await;
        house.app.statements() - before
    };
    cost(2).await;
    assert_eq!(cost(2).await, cost(9).await);
}

#[tokio::test]
async fn whoever_asks_needs_no_sign_in_gets_no_cookie_and_is_told_what_is_wrong() {
    let house = house_with(&["--requests-per-person", "1"]).await;
    let page = get(&house, "/openreferral/services?per_page=1").await;
    assert_eq!((page.status, page.header("content-type")), (200, "application/json"));
    assert_eq!(page.header("cache-control"), "public, max-age=60");
    assert!(page.header("set-cookie").is_empty());
    let one = format!("/openreferral/services/{}", page.json()["contents"][0]["id"].as_str().unwrap());
    for (method, path, status) in [
        ("GET", "/openreferral/services?page=0", 400),
        ("GET", "/openreferral/services?per_page=101", 400),
        ("GET", "/openreferral/services?minimum_age=12", 400),
        ("GET", "/openreferral/services/none", 404),
        ("POST", "/openreferral/services", 405),
        ("DELETE", one.as_str(), 405),
    ] {
        let answer = house.send(method, path, &[], "").await;
        assert_eq!(answer.status, status, "{method} {path}: {}", answer.text);
        if status == 400 {
            assert_eq!(answer.code(), "BAD_USER_INPUT");
        }
    }
    let mut statuses = BTreeMap::new();
    for _ in 0..20 {
        let answer = get(&house, "/openreferral/services?per_page=1").await;
        if answer.status == 429 {
            assert!(!answer.header("retry-after").is_empty());
        }
        *statuses.entry(answer.status).or_insert(0) += 1;
    }
    assert!(statuses.contains_key(&429), "{statuses:?}");
}

#[tokio::test]
async fn the_command_line_prints_the_whole_and_it_is_written_down() {
    let house = house().await;
    let listed = all(&house).await;
    let mut command = Command::new(env!("CARGO_BIN_EXE_ridgeway"));
    command.args(["export", "programmes"]).env_clear().env("DATABASE_URL", house.test.database_url());
    command.env("RIDGEWAY_SECRET", data_encoding::HEXLOWER.encode(&SECRET));
    let output = tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let page: Value = serde_json::from_slice(&output.stdout).unwrap();
    let hsds = Hsds::load();
    let ids = |services: &[Value]| services.iter().map(|service| service["id"].clone()).collect::<Vec<_>>();
    let services = page["contents"].as_array().unwrap();
    for service in services {
        hsds.holds(service);
    }
    assert_eq!(ids(services), ids(&listed), "the same ids, by another process");
    assert_eq!(page["total_items"], listed.len());
    let entries = audit_entry::Entity::find().all(house.app.database()).await.unwrap();
    let entry = entries.iter().find(|entry| entry.purpose.as_deref() == Some("export programmes"));
    assert_eq!(entry.expect("it is in the audit").request_id, "command line");
}
