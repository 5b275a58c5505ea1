//! Whatever is sent, the answer is clear and tells nothing of the inside: the code of what was refused, the field at which a
//! form is wrong, and never a fault of ours.

use chrono::TimeDelta;
use ridgeway::domain::people::token;
use serde_json::{Value, json};

use super::house::{Answer, House, MANAGER, house};

const JSON: (&str, &str) = ("content-type", "application/json");
/// The safeguarding lead of a school.
pub const SCHOOL: &str = "school.one@ridgeway.example";

/// A bearer token of somebody.
pub async fn token(house: &House, email: &str) -> String {
    token::issue(&house.app, email, TimeDelta::hours(1)).await.unwrap()
}

/// A clear answer: no fault of ours, and no word of the language or the database that we are made of.
pub fn clear(answer: &Answer, what: &str) {
    assert!(answer.status < 500, "{what}: {} {}", answer.status, answer.text);
    let text = answer.text.to_lowercase();
    for inside in [
        "internal",
        "panick",
        "unwrap",
        "option<",
        "result<",
        "rust",
        "serde",
        "sqlx",
        "sqlite",
        "postgres",
        "select ",
        "insert ",
        "constraint",
        "utf-8 sequence",
        "line 1 column",
        ".rs:",
        "byte index",
        "u32",
        "i32",
    ] {
        assert!(!text.contains(inside), "{what}: {inside:?} in {}", answer.text);
    }
}

/// What does not coerce is one BAD_USER_INPUT with problems in the shape of Problem.
pub fn refused(answer: &Answer, what: &str) {
    clear(answer, what);
    let json = answer.json();
    // An object of another shape is found out only when its field is reached; nothing is done then either.
    let nothing = json["data"].as_object().is_none_or(|data| data.values().all(Value::is_null));
    assert!(answer.status == 400 || (answer.status == 200 && nothing), "{what}: {}", answer.text);
    let error = json["errors"][0].clone();
    assert_eq!(error["extensions"]["code"], "BAD_USER_INPUT", "{what}: {error}");
    let problem = &error["extensions"]["problems"][0];
    assert!(problem["field"].is_array() && problem["code"].is_string(), "{what}: {error}");
    assert!(!problem["message"].as_str().unwrap_or_default().is_empty(), "{what}: {error}");
}

#[tokio::test]
async fn each_refusal_before_execution_has_its_code() {
    let house = house().await;
    let token = token(&house, MANAGER).await;
    let ask = async |query: &str, variables: Value| {
        let answer = house.ask(&token, &[], &json!({ "query": query, "variables": variables })).await;
        clear(&answer, query);
        answer
    };
    for query in [
        "{ viewer { role ",
        "{",
        "query {}",
        "viewer",
        "{ viewer(a: \"\\ud800\") { role } }",
        "{ a(b: \"\\q\") }",
    ] {
        let answer = ask(query, json!({})).await;
        assert_eq!((answer.status, answer.code().as_str()), (400, "GRAPHQL_PARSE_FAILED"), "{query}");
    }
    for query in [
        "{ nothing }",
        "{ viewer { nothing } }",
        "{ viewer }",
        "{ viewer { role(a: 1) } }",
        "{ node { id } }",
        "{ viewer { ...Nothing } }",
        "query($a: Nothing) { viewer { role } }",
        "query($a: Int) { viewer { role } }",
        "{ referrals(first: $a) { totalCount } }",
        "query($a: Viewer) { node(id: $a) { id } }",
        "{ viewer { role } } { areas { name } }",
    ] {
        let answer = ask(query, json!({})).await;
        assert_eq!((answer.status, answer.code().as_str()), (400, "GRAPHQL_VALIDATION_FAILED"), "{query}");
    }
    let query = "query($first: Int, $kind: AreaKind, $id: ID!) { referrals(first: $first) { totalCount }
        areas(kind: $kind) { name } node(id: $id) { id } }";
    for variables in [
        json!({ "id": "x", "first": "many" }),
        json!({ "id": "x", "first": 1.5 }),
        json!({ "id": "x", "first": 3_000_000_000_u32 }),
        json!({ "id": "x", "first": [1, 2] }),
        json!({ "id": "x", "kind": "PLANET" }),
        json!({ "id": "x", "kind": 1 }),
        json!({ "id": { "a": 1 } }),
        json!({ "id": null }),
        json!({}),
    ] {
        refused(&ask(query, variables.clone()).await, &variables.to_string());
    }
}

#[tokio::test]
async fn a_body_that_is_no_request_is_refused_in_words() {
    let house = house().await;
    let bearer = format!("Bearer {}", token(&house, SCHOOL).await);
    let headers = [JSON, ("authorization", bearer.as_str())];
    for body in [
        "",
        " ",
        "{",
        "nonsense",
        "{\"query\":\"{ viewer { role } }\"",
        "{\"query\":\"{ viewer { role } }\",}",
        "{'query':'x'}",
        "\"{ viewer { role } }\"",
        "null",
        "1e999",
        "{\"query\": null}",
        "{\"query\": \"\\ud800\"}",
        "{\"query\": \"{ viewer { role } }\", \"variables\": {\"a\": \"\\udc00x\"}}",
        "{\"query\": \"a\0b\"}",
        "\u{feff}{\"query\": \"{ viewer { role } }\"}",
    ] {
        let answer = house.send("POST", "/graphql", &headers, body).await;
        clear(&answer, body);
        assert_eq!(answer.status, 400, "{body:?}: {}", answer.text);
        assert_eq!(answer.code(), "BAD_USER_INPUT", "{body:?}");
        assert!(!answer.json()["errors"][0]["message"].as_str().unwrap().is_empty());
    }
    let large = json!({ "query": "{ viewer { role } }", "variables": { "a": "é".repeat(600_000) } });
    let answer = house.send("POST", "/graphql", &headers, &large.to_string()).await;
    clear(&answer, "a large body");
    assert_eq!((answer.status, answer.code().as_str()), (413, "BAD_USER_INPUT"));
}

#[tokio::test]
async fn lists_refuse_or_find_nothing_whatever_is_asked() {
    let house = house().await;
    let token = token(&house, MANAGER).await;
    let lists =
        ["organisations", "users", "youngPeople", "referrals", "cases", "tasks", "safeguardingConcerns"];
    for list in lists {
        for page in [
            "first: -1",
            "last: -1",
            "first: 101",
            "last: 1000000",
            "first: 2147483647",
            "first: -2147483648",
            "first: 1, last: 1",
            "first: 1, after: \"nonsense\"",
            "first: 1, after: \"\\u0000\"",
            "first: 1, after: \"\"",
            "last: 1, before: \"é\"",
        ] {
            let what = format!("{list}({page})");
            let query =
                json!({ "query": format!("{{ {list}({page}) {{ totalCount nodes {{ __typename }} }} }}") });
            let answer = house.ask(&token, &[], &query).await;
            clear(&answer, &what);
            assert!(
                ["BAD_USER_INPUT", "CURSOR_EXPIRED"].contains(&answer.code().as_str()),
                "{what}: {}",
                answer.text
            );
        }
    }
    for text in ["a\\u0000b", "%", "_", "'", "\\\\", "(", "\\u202e", "🦊", "*", "\\\"", "محمد"] {
        for query in [
            format!("{{ youngPeople(search: \"{text}\") {{ totalCount }} }}"),
            format!("{{ referrals(filter: {{ text: \"{text}\" }}) {{ totalCount }} }}"),
            format!("{{ cases(filter: {{ text: \"{text}\" }}) {{ totalCount }} }}"),
            format!("{{ referral(reference: \"{text}\") {{ id }} }}"),
            format!("{{ case(reference: \"{text}\") {{ id }} }}"),
        ] {
            let answer = house.ask(&token, &[], &json!({ "query": query })).await;
            clear(&answer, &query);
            let code = answer.code();
            assert!(code.is_empty() || code == "BAD_USER_INPUT", "{query}: {}", answer.text);
        }
    }
}

#[tokio::test]
async fn what_is_too_long_to_look_for_is_refused() {
    let house = house().await;
    let token = token(&house, MANAGER).await;
    for field in [
        "youngPeople(search: $a)",
        "referrals(filter: { text: $a })",
        "cases(filter: { text: $a })",
        "users(filter: { text: $a })",
        "organisations(filter: { text: $a })",
        "programmes(filter: { text: $a })",
        "programmeAvailability(filter: { text: $a })",
    ] {
        let query = format!("query($a: String) {{ {field} {{ totalCount }} }}");
        let ask = async |text: String| {
            house.ask(&token, &[], &json!({ "query": query, "variables": { "a": text } })).await
        };
        // SQLite takes no pattern of more than 50,000 bytes.
        for long in ["x".repeat(301), "ab ".repeat(60_000)] {
            let answer = ask(long).await;
            clear(&answer, field);
            assert_eq!(answer.code(), "BAD_USER_INPUT", "{field}: {}", answer.text);
        }
        // One letter of some scripts is spelt with many; blanks around it are not looked for.
        for takes in ["\u{fdfa}".repeat(300), format!("{}a", " ".repeat(60_000))] {
            let answer = ask(takes).await;
            clear(&answer, field);
            assert_eq!(answer.code(), "", "{field}: {}", answer.text);
        }
    }
}

#[tokio::test]
async fn a_text_that_a_database_cannot_even_look_for_finds_nothing_or_is_refused() {
    let house = house().await;
    for (who, field) in [
        (MANAGER, "youngPeople(search: $a) { totalCount }"),
        (MANAGER, "referrals(filter: { text: $a }) { totalCount }"),
        (MANAGER, "referral(reference: $a) { id }"),
        (MANAGER, "cases(filter: { text: $a }) { totalCount }"),
        (MANAGER, "case(reference: $a) { id }"),
        (MANAGER, "users(filter: { text: $a }) { totalCount }"),
        (MANAGER, "memberships(filter: { group: $a }) { totalCount }"),
        (MANAGER, "organisations(filter: { text: $a }) { totalCount }"),
        (MANAGER, "programmes(filter: { text: $a }) { totalCount }"),
        (MANAGER, "programmes(filter: { approaches: [$a] }) { totalCount }"),
        (MANAGER, "programmeAvailability(filter: { text: $a }) { totalCount }"),
        (MANAGER, "programmeAvailability(filter: { postcode: $a }) { totalCount }"),
        (MANAGER, "outcomeSummary(filter: { approach: $a }) { asAt }"),
        (MANAGER, "outcomeSummary(filter: { ethnicityGroup: $a }) { asAt }"),
        (MANAGER, "tasks(first: 1, after: $a) { totalCount }"),
        ("dpo@ridgeway.example", "auditEntries(filter: { subjectReference: $a }) { totalCount }"),
    ] {
        let token = token(&house, who).await;
        let query = format!("query($a: String!) {{ {field} }}");
        for text in ["\0", "a\0b", "SN1\0 1AA", "\u{1}", "\u{fffe}"] {
            let asked = json!({ "query": query, "variables": { "a": text } });
            let answer = house.ask(&token, &[], &asked).await;
            clear(&answer, &format!("{field} of {text:?}"));
            assert!(
                ["", "BAD_USER_INPUT", "NOT_FOUND"].contains(&answer.code().as_str()),
                "{field}: {}",
                answer.text
            );
        }
    }
}
