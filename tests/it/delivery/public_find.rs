//! The public page's questions: nobody signs in, nothing is kept, nothing secret is told, and every answer says whom to ring.

use ridgeway::{
    domain::{delivery::open_referral::import::Options, people::account::DEMO_PASSWORD},
    entity::people::{area, postcode},
};
use sea_orm::EntityTrait;
use serde_json::{Value, json};

use super::{CHANGE, OFFERING, cases, offering, placed};
use crate::http::house::{Answer, House, MANAGER, house, house_with};

const JSON: (&str, &str) = ("content-type", "application/json");

async fn ask(house: &House, question: &Value) -> Answer {
    house.send("POST", "/find/programmes", &[JSON], &question.to_string()).await
}

async fn found(house: &House, question: Value) -> Value {
    let answer = ask(house, &question).await;
    assert_eq!(answer.status, 200, "{question}: {}", answer.text);
    answer.json()
}

fn titles(answer: &Value) -> Vec<&str> {
    answer["programmes"].as_array().unwrap().iter().map(|one| one["title"].as_str().unwrap()).collect()
}

async fn area_id(house: &House, name: &str) -> Value {
    let options = house.send("GET", "/find/options", &[], "").await.json();
    let areas = options["areas"].as_array().unwrap();
    areas.iter().find(|area| area["name"] == name).unwrap_or_else(|| panic!("no {name}"))["id"].clone()
}

#[tokio::test]
async fn a_child_hears_what_there_is_near_them_and_whom_to_ring() {
    let house = house().await;
    let answer = found(&house, json!({ "age": 14, "areaId": area_id(&house, "Walcot").await })).await;
    assert_eq!(answer["area"], "Walcot");
    let all = titles(&answer);
    assert!(
        all.contains(&"Lantern mentoring") && !all.contains(&"Family time"),
        "Wiltshire's alone: {all:?}"
    );
    let councils: Vec<_> = answer["doors"].as_array().unwrap().iter().map(|door| &door["council"]).collect();
    assert!(!councils.is_empty() && councils.iter().all(|name| **name == "Swindon"), "{councils:?}");
    for door in answer["doors"].as_array().unwrap() {
        assert!(door["phone"].as_str().unwrap().len() > 5 && !door["hours"].as_str().unwrap().is_empty());
    }
    let rank =
        |one: &Value| ["YES", "WAIT", "NO"].iter().position(|answer| one["answer"] == *answer).unwrap();
    let ranks: Vec<_> = answer["programmes"].as_array().unwrap().iter().map(rank).collect();
    assert!(ranks.is_sorted() && ranks[0] == 0, "{ranks:?}");
    for one in answer["programmes"].as_array().unwrap() {
        let ages = one["minAge"].as_i64().unwrap()..=one["maxAge"].as_i64().unwrap();
        assert!(ages.contains(&14), "{one:#}");
    }
    let anywhere = found(&house, json!({ "age": 14 })).await;
    assert!(anywhere["doors"].as_array().unwrap().len() > councils.len(), "the doors of every council");
    assert!(titles(&found(&house, json!({ "age": 25 })).await).len() < titles(&anywhere).len());
}

#[tokio::test]
async fn a_postcode_becomes_its_area_and_is_not_said_again() {
    let house = house().await;
    let on = house.app.database();
    let one = postcode::Entity::find().all(on).await.unwrap().remove(0);
    let area = area::Entity::find_by_id(one.area_id).one(on).await.unwrap().unwrap();
    let spoken = one.code.to_lowercase().replace(' ', "");
    let answer = ask(&house, &json!({ "age": 14, "postcode": spoken })).await;
    assert_eq!((answer.status, &answer.json()["area"]), (200, &json!(area.name)), "{}", answer.text);
    assert!(!answer.text.contains(&one.code) && !answer.text.to_lowercase().contains(&spoken));
    let chosen = found(&house, json!({ "age": 14, "areaId": area_id(&house, &area.name).await })).await;
    assert_eq!(chosen["programmes"], answer.json()["programmes"]);
    for path in
        [format!("/find/programmes?age=14&postcode={spoken}"), format!("/find/options?postcode={spoken}")]
    {
        let answer = house.send("GET", &path, &[], "").await;
        assert!([200, 405].contains(&answer.status) && !answer.text.contains(&spoken), "{path}");
    }
}

#[tokio::test]
async fn no_secret_no_harm_and_no_number_is_told_to_a_stranger() {
    let house = house().await;
    let test = &house.test;
    for (title, other) in [
        ("Quiet doors", json!({ "sensitive": true })),
        ("Marching", json!({ "approach": "BOOT", "overrideReason": "Ordered by the court." })),
        ("In class", json!({ "mode": "SCHOOL_CLASS" })),
        ("For staff", json!({ "strand": "PROFESSIONAL_TRAINING", "mode": "TRAINING" })),
        ("Counted", json!({ "reach": "COUNTED" })),
    ] {
        let mut input = other;
        input["title"] = json!(title);
        offering(test, 5, &input).await;
        let answer = ask(&house, &json!({ "age": 14 })).await;
        assert!(!answer.text.contains(title), "{title}");
    }
    for title in ["Clear path", "Straight talk"] {
        assert!(!ask(&house, &json!({ "age": 14 })).await.text.contains(title), "{title} is a secret");
    }
    offering(test, 5, &json!({ "title": "About blades", "approach": "KCE" })).await;
    assert!(titles(&found(&house, json!({ "age": 14 })).await).contains(&"About blades"));
    let knives = found(&house, json!({ "age": 14, "need": "KNIVES" })).await;
    assert!(!titles(&knives).contains(&"About blades"), "teaching about knives is never given for a knife");

    let rafts = offering(test, 2, &json!({ "title": "Rafts" })).await;
    let seen = async || {
        let answer = found(&house, json!({ "age": 14 })).await;
        answer["programmes"].as_array().unwrap().iter().find(|one| one["title"] == "Rafts").unwrap().clone()
    };
    let first = seen().await;
    assert_eq!(first["answer"], "YES");
    let cases = cases(test, 3).await;
    placed(test, &rafts, &cases[0], &json!({})).await;
    let mut waits = Vec::new();
    for case in &cases[1..] {
        placed(test, &rafts, case, &json!({})).await;
        waits.push(seen().await);
    }
    assert_eq!(
        (&waits[0]["answer"], &waits[0]),
        (&json!("WAIT"), &waits[1]),
        "one who waits or two look the same"
    );
    let close = json!({ "input": { "offeringId": rafts, "version": 1, "status": "CLOSED" } });
    assert_eq!(test.manager().await.ask(CHANGE, close).await.problems(), []);
    assert_eq!(seen().await["answer"], "NO");
}

#[tokio::test]
async fn the_run_that_is_near_is_told_and_not_the_one_that_begins_first() {
    let house = house().await;
    let manager = house.test.manager().await;
    let first = offering(&house.test, 5, &json!({ "title": "Rafts" })).await;
    let cancel = json!({ "input": { "offeringId": first, "version": 1, "status": "CANCELLED" } });
    assert_eq!(manager.ask(CHANGE, cancel).await.problems(), []);
    let asks = "{ programmes(filter: { text: \"rafts\" }) { nodes { id } } }";
    let programme = manager.get(asks, json!({})).await["programmes"]["nodes"][0]["id"].clone();
    for (venue, area, starts_on) in [("Canal", "Devizes", "2026-11-25"), ("Coate", "Walcot", "2026-12-10")] {
        let input = json!({ "programmeId": programme, "venue": venue, "areaId": area_id(&house, area).await,
            "startsOn": starts_on, "endsOn": "2027-03-31", "schedule": "Mondays", "capacity": 5 });
        assert_eq!(manager.ask(OFFERING, json!({ "input": input })).await.problems(), []);
    }
    for (area, venue) in [("Walcot", "Coate"), ("Devizes", "Canal")] {
        let answer = found(&house, json!({ "age": 14, "areaId": area_id(&house, area).await })).await;
        let rafts =
            answer["programmes"].as_array().unwrap().iter().find(|one| one["title"] == "Rafts").unwrap();
        assert_eq!(rafts["venue"], venue);
    }
}

#[tokio::test]
async fn what_another_directory_says_of_its_places_is_passed_on() {
    let house = house().await;
    let text = json!([super::open_referral::intake::service(1)]).to_string();
    let options = Options { source: "directory.example".to_owned(), ..Options::default() };
    super::open_referral::intake::read(&house.app, &text, &options).await.unwrap();
    let answer = found(&house, json!({ "age": 14 })).await;
    let boats =
        answer["programmes"].as_array().unwrap().iter().find(|one| one["title"] == "Boats 1").unwrap();
    assert_eq!((&boats["answer"], &boats["waitWeeks"]), (&json!("WAIT"), &json!(2)));
    assert_eq!(boats["asAt"], "2026-11-23T08:00:00Z");
}

#[tokio::test]
async fn what_cannot_be_answered_says_what_to_do() {
    let house = house().await;
    for (question, status, field) in [
        (json!({}), 422, "age"),
        (json!({ "age": 0 }), 422, "age"),
        (json!({ "age": 7 }), 422, "age"),
        (json!({ "age": 200 }), 422, "age"),
        (json!({ "age": 14, "postcode": "not one" }), 422, "postcode"),
        (json!({ "age": 14, "postcode": "ZZ99 9ZZ" }), 422, "postcode"),
        (json!({ "age": 14, "areaId": "area_AAAAAAAAAAAAAAAAAAAAAA" }), 422, "areaId"),
        (json!({ "age": 14, "areaId": "Walcot" }), 422, "areaId"),
        (json!({ "age": 14, "need": "MONEY" }), 422, "need"),
        (json!({ "age": "14" }), 400, ""),
        (json!({ "age": 14, "name": "Robin" }), 400, ""),
        (json!([]), 400, ""),
    ] {
        let answer = ask(&house, &question).await;
        assert_eq!(answer.status, status, "{question}: {}", answer.text);
        if status == 422 {
            let problem = &answer.json()["problems"][0];
            assert_eq!(problem["field"], json!([field]), "{question}");
            assert!(problem["code"].is_string() && problem["message"].as_str().unwrap().len() > 10);
        }
        assert!(!answer.text.contains("Robin") && !answer.text.contains("ZZ99"), "{}", answer.text);
    }
    let both = json!({ "age": 14, "postcode": "SN1 1AA", "areaId": area_id(&house, "Walcot").await });
    assert_eq!(ask(&house, &both).await.json()["problems"][0]["field"], json!(["postcode"]));
    for (method, path, headers, status) in [
        ("GET", "/find/programmes", vec![], 405),
        ("POST", "/find/options", vec![JSON], 405),
        ("POST", "/find/programmes", vec![], 415),
    ] {
        assert_eq!(house.send(method, path, &headers, "{}").await.status, status, "{method} {path}");
    }
}

#[tokio::test]
async fn nobody_is_known_nothing_is_kept_and_graphql_stays_shut() {
    let house = house_with(&["--requests-per-person", "1"]).await;
    let cookie =
        house.sign_in(MANAGER, DEMO_PASSWORD).await.unwrap_or_else(|answer| panic!("{}", answer.text));
    let signed = [JSON, ("cookie", cookie.as_str())];
    let known = house.send("POST", "/find/programmes", &signed, "{\"age\": 14}").await;
    let stranger = ask(&house, &json!({ "age": 14 })).await;
    assert_eq!((known.status, known.text), (200, stranger.text.clone()), "who asks makes no difference");
    assert!(known.headers.get("set-cookie").is_none());
    assert_eq!(stranger.header("cache-control"), "no-store");
    assert!(stranger.header("content-security-policy").starts_with("default-src 'self'"));
    let body = json!({ "query": "{ programmeAvailability { totalCount } }" }).to_string();
    let shut = house.send("POST", "/graphql", &[JSON], &body).await;
    assert_eq!((shut.status, shut.code().as_str()), (401, "NOT_SIGNED_IN"));
    let mut statuses = Vec::new();
    for _ in 0..20 {
        statuses.push(ask(&house, &json!({ "age": 14 })).await.status);
    }
    assert!(statuses.contains(&429), "an address may ask so often: {statuses:?}");
}
