//! The form of a referral, filled in wrongly in every field: each answer is a problem at its field or a refusal in words, and
//! names of every script are kept as they are.

use serde_json::{Value, json};

use super::{
    bad_input::{SCHOOL, clear, refused, token},
    house::{Answer, House, MANAGER, house},
};

const SUBMIT: &str = "mutation($input: SubmitReferralInput!) { submitReferral(input: $input) {
    referral { id } problems { field code message } } }";

/// The shortest referral that can be sent.
fn short() -> Value {
    json!({ "youngPerson": { "givenName": "Robin", "dateOfBirth": "2012-03-04", "sex": "UNKNOWN" }, "source": "SCHOOL",
        "whatHappened": "Afraid of the way home.", "mainFactor": "UNSAFE_JOURNEYS", "immediateDanger": false,
        "parentAware": true })
}

/// That referral with another value at a dotted path.
fn at(path: &str, value: Value) -> Value {
    let mut input = short();
    let mut place = &mut input;
    for part in path.split('.') {
        place = if let Ok(number) = part.parse::<usize>() {
            if !place.is_array() {
                *place = json!([{}]);
            }
            &mut place[number]
        } else {
            if !place.is_object() {
                *place = json!({});
            }
            &mut place[part]
        };
    }
    *place = value;
    input
}

async fn submit(house: &House, token: &str, input: Value) -> Answer {
    house.ask(token, &[], &json!({ "query": SUBMIT, "variables": { "input": input } })).await
}

/// The fields of the form, with the kind that each has.
const FIELDS: &[(&str, &str)] = &[
    ("youngPersonId", "id"),
    ("youngPerson", "object"),
    ("youngPerson.givenName", "text"),
    ("youngPerson.familyName", "text"),
    ("youngPerson.knownAs", "text"),
    ("youngPerson.dateOfBirth", "date"),
    ("youngPerson.dateOfBirthEstimated", "truth"),
    ("youngPerson.sex", "word"),
    ("youngPerson.ethnicity", "text"),
    ("youngPerson.firstLanguage", "text"),
    ("youngPerson.upn", "text"),
    ("youngPerson.nhsNumber", "text"),
    ("youngPerson.schoolId", "id"),
    ("youngPerson.address", "object"),
    ("youngPerson.address.lines", "texts"),
    ("youngPerson.address.postcode", "text"),
    ("youngPerson.address.mayDisclose", "truth"),
    ("youngPerson.contacts", "objects"),
    ("youngPerson.contacts.0.name", "text"),
    ("youngPerson.contacts.0.relationship", "text"),
    ("youngPerson.contacts.0.phone", "text"),
    ("youngPerson.contacts.0.mayContact", "word"),
    ("source", "word"),
    ("serviceId", "id"),
    ("urgency", "word"),
    ("trigger", "word"),
    ("triggeredOn", "date"),
    ("whatHappened", "text"),
    ("mainFactor", "word"),
    ("factors", "words"),
    ("strengths", "words"),
    ("evidence", "objects"),
    ("evidence.0.code", "word"),
    ("evidence.0.text", "text"),
    ("immediateDanger", "truth"),
    ("emergencyCall", "object"),
    ("emergencyCall.agency", "text"),
    ("emergencyCall.calledAt", "instant"),
    ("emergencyCall.spokeTo", "text"),
    ("emergencyCall.reference", "text"),
    ("parentAware", "truth"),
    ("parentAgrees", "truth"),
    ("parentNotTold", "word"),
    ("childAgrees", "truth"),
    ("childView", "text"),
    ("parentView", "text"),
    ("triedSoFar", "text"),
    ("lastIncidentOn", "date"),
    ("weapon", "word"),
    ("harm", "word"),
    ("socialCare", "word"),
    ("education", "object"),
    ("education.onRoll", "truth"),
    ("education.attendancePercent", "number"),
    ("education.suspensionsThisYear", "number"),
    ("education.permanentlyExcluded", "truth"),
    ("education.weeklyHoursIfPartTime", "number"),
    ("education.specialNeeds", "word"),
    ("education.actualYearGroup", "number"),
    ("professionals", "objects"),
    ("professionals.0.name", "text"),
    ("professionals.0.role", "text"),
    ("professionals.0.organisation", "text"),
    ("professionals.0.phone", "text"),
    ("professionals.0.lead", "truth"),
    ("communicationNeeds", "text"),
    ("interpreterNeeded", "truth"),
    ("risksToVisitors", "text"),
    ("externalReference", "text"),
    ("draftId", "id"),
];

/// Values that are none of a kind.
fn wrong(kind: &str) -> Vec<Value> {
    let (text, number, truth, list) = (json!("x"), json!(7), json!(true), json!([[1]]));
    match kind {
        "text" => vec![number, truth, json!({}), list],
        "truth" => vec![text, number, json!({}), list],
        "number" => vec![text, truth, json!({}), list],
        "word" => vec![text, number, truth, json!({}), json!("NONE OF THEM"), json!("")],
        "date" => vec![
            text,
            number,
            truth,
            json!("2026-02-30"),
            json!("2026-13-01"),
            json!("30/02/2026"),
            json!("26-2-3"),
            json!("2026-02-03T00:00:00Z"),
            json!(""),
            json!("٢٠٢٦-٠٢-٠٣"),
            json!("+2026-2-03"),
            json!("-026-02-03"),
        ],
        "instant" => vec![
            text,
            number,
            json!("2026-02-30T09:00:00Z"),
            json!("2026-02-03"),
            json!("2026-02-03T25:00:00Z"),
        ],
        "id" => vec![truth, json!({}), list, json!(1.5)],
        "texts" | "words" => vec![number, truth, json!({}), list, json!([null])],
        "object" | "objects" => vec![text, number, truth, list, json!({ "nothing": 1 })],
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn a_wrong_type_in_any_field_of_the_form_is_refused() {
    let house = house().await;
    let token = token(&house, SCHOOL).await;
    for (path, kind) in FIELDS {
        for value in wrong(kind) {
            let what = format!("{path}: {value}");
            refused(&submit(&house, &token, at(path, value)).await, &what);
        }
    }
    for missing in ["source", "whatHappened", "mainFactor", "immediateDanger", "parentAware"] {
        let mut input = short();
        input.as_object_mut().unwrap().remove(missing);
        refused(&submit(&house, &token, input).await, missing);
        refused(&submit(&house, &token, at(missing, Value::Null)).await, missing);
    }
}

/// What the form says of a referral: the problems' fields and codes.
async fn told(house: &House, token: &str, input: Value, what: &str) -> Vec<(String, String)> {
    let answer = submit(house, token, input).await;
    clear(&answer, what);
    assert_eq!(answer.status, 200, "{what}: {}", answer.text);
    let json = answer.json();
    assert!(json.get("errors").is_none(), "{what}: {json}");
    let problems = json["data"]["submitReferral"]["problems"].as_array().unwrap().clone();
    let field = |problem: &Value| {
        let path = problem["field"].as_array().unwrap().iter();
        path.map(|part| part.as_str().unwrap()).collect::<Vec<_>>().join(".")
    };
    problems.iter().map(|problem| (field(problem), problem["code"].as_str().unwrap().to_owned())).collect()
}

#[tokio::test]
async fn a_text_that_cannot_be_kept_is_a_problem_at_its_field() {
    let house = house().await;
    let token = token(&house, SCHOOL).await;
    let whole = |path: &str, text: Value| match path.split_once(".0.") {
        // The other fields of a list's object are needed too.
        Some(("youngPerson.contacts", field)) => {
            let mut contact = json!({ "name": "Ann", "relationship": "mother" });
            contact[field] = text;
            at("youngPerson.contacts", json!([contact]))
        }
        Some(("professionals", field)) => {
            let mut professional = json!({ "name": "Ann", "role": "teacher" });
            professional[field] = text;
            at("professionals", json!([professional]))
        }
        Some(("evidence", field)) => {
            let mut line = json!({ "code": "CARRIED_WEAPON", "text": "Seen." });
            line[field] = text;
            at("evidence", json!([line]))
        }
        _ => match path.split_once('.') {
            Some(("emergencyCall", field)) => {
                let mut call = json!({ "agency": "999", "calledAt": "2026-11-24T09:00:00Z" });
                call[field] = text;
                at("emergencyCall", call)
            }
            Some(("youngPerson", field)) if field.starts_with("address.") => {
                let mut address = json!({ "lines": ["1 High Street"], "postcode": "" });
                address[field.trim_start_matches("address.")] = text;
                at("youngPerson.address", address)
            }
            _ => at(path, text),
        },
    };
    for (path, _) in FIELDS.iter().filter(|(_, kind)| *kind == "text") {
        for (name, text) in [
            ("NUL", "a\0b".to_owned()),
            ("a bell", "a\u{7}b".to_owned()),
            ("an escape", "\u{1b}[31m".to_owned()),
            ("very long", "ab ".repeat(60_000)),
        ] {
            let what = format!("{path}: {name}");
            let problems = told(&house, &token, whole(path, json!(text)), &what).await;
            assert!(problems.iter().any(|(field, _)| field == path), "{what}: {problems:?}");
            assert!(
                problems.iter().all(|(_, code)| code == "INVALID" || code == "TOO_LONG"),
                "{what}: {problems:?}"
            );
        }
    }
    let lines = at("youngPerson.address", json!({ "lines": ["a\0b"], "postcode": "" }));
    assert_eq!(
        told(&house, &token, lines, "NUL in a line").await,
        [("youngPerson.address.lines.0".to_owned(), "INVALID".to_owned())]
    );
}

#[tokio::test]
async fn names_of_every_script_are_kept_as_they_are() {
    let house = house().await;
    let token = token(&house, SCHOOL).await;
    for name in [
        "Zoë",
        "O’Brien-Łukasz",
        "محمد",
        "שרה",
        "Ōta 太田",
        "🦊 Fox",
        "👩‍👧",
        "X Æ A-12",
        "Nguyễn",
        "à̖̗̘",
        "Ana\u{200f} María",
    ] {
        assert_eq!(told(&house, &token, at("youngPerson.givenName", json!(name)), name).await, [], "{name}");
    }
    let read = json!({ "query": "{ referrals(first: 20) { nodes { child { givenName displayName } } } }" });
    let answer = house.ask(&token, &[], &read).await;
    clear(&answer, "reading names");
    for name in ["محمد", "🦊 Fox", "👩‍👧"] {
        assert!(answer.text.contains(name), "{name} in {}", answer.text);
    }
}

#[tokio::test]
async fn an_id_of_another_noun_and_an_impossible_day_are_problems_or_not_there() {
    let house = house().await;
    let (school, manager) = (token(&house, SCHOOL).await, token(&house, MANAGER).await);
    let never = "AAAAAAAAAAAAAAAAAAAAAA";
    for (path, prefix) in [
        ("youngPersonId", "child"),
        ("youngPersonId", "case"),
        ("serviceId", "org"),
        ("serviceId", "user"),
        ("youngPerson.schoolId", "org"),
        ("youngPerson.schoolId", "referral"),
        ("draftId", "draft"),
        ("draftId", "note"),
    ] {
        for id in
            [format!("{prefix}_{never}"), format!("{prefix}_"), prefix.to_owned(), format!("{prefix}_\0")]
        {
            let answer = submit(&house, &school, at(path, json!(id))).await;
            let what = format!("{path}: {id:?}");
            clear(&answer, &what);
            let json = answer.json();
            let problems =
                json["data"]["submitReferral"]["problems"].as_array().is_some_and(|list| !list.is_empty());
            let code = answer.code();
            assert!(problems || code == "NOT_FOUND" || code == "BAD_USER_INPUT", "{what}: {json}");
        }
    }
    for (field, day) in [
        ("triggeredOn", "2999-01-01"),
        ("lastIncidentOn", "0001-01-01"),
        ("youngPerson.dateOfBirth", "0000-01-01"),
    ] {
        let problems = told(&house, &school, at(field, json!(day)), field).await;
        assert_eq!(problems, [(field.to_owned(), "OUT_OF_RANGE".to_owned())]);
    }
    for id in
        [format!("child_{never}"), "case_".to_owned(), String::new(), "\0".to_owned(), "é".repeat(9_000)]
    {
        let take = "mutation($id: ID!) { takeReferral(input: { referralId: $id, version: 1 }) { problems { code } } }";
        let answer = house.ask(&manager, &[], &json!({ "query": take, "variables": { "id": id } })).await;
        clear(&answer, &format!("takeReferral {id:.20}"));
        assert!(
            ["NOT_FOUND", "BAD_USER_INPUT"].contains(&answer.code().as_str()),
            "{id:.20}: {}",
            answer.text
        );
        let node = json!({ "query": "query($id: ID!) { node(id: $id) { id } }", "variables": { "id": id } });
        let answer = house.ask(&manager, &[], &node).await;
        clear(&answer, &format!("node {id:.20}"));
        assert_eq!(answer.json()["data"]["node"], Value::Null, "{id:.20}: {}", answer.text);
    }
}
