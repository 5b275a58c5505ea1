//! The GraphQL-over-HTTP specification, rule by rule. What is asked by GET is in `addresses`.
//!
//! | Rule | Test |
//! |---|---|
//! | JSON both ways; UTF-8 assumed and said; Accept respected, 406 where nothing of it is served | `the_media_type_follows_accept`, `only_json_by_post_is_executed`, `status_and_media_type_say_what_happened` |
//! | no Accept means graphql-response+json | `the_media_type_follows_accept` (in `http::accept`), `parameters_are_read_as_the_specification_says` |
//! | POST is served; another method is 405 with Allow | `only_json_by_post_is_executed` |
//! | no or another Content-Type is 4xx and nothing is executed | `only_json_by_post_is_executed` |
//! | null parameters are absent ones; wrong types are 400; other keys are reserved and ignored; one operation | `parameters_are_read_as_the_specification_says`, `status_and_media_type_say_what_happened` |
//! | graphql-response+json: no `data` is 4xx or 5xx, `data` (also null) is 200 | `status_and_media_type_say_what_happened`, `a_failed_field_keeps_its_data_and_a_stranger_hears_to_sign_in` |
//! | application/json: 200 for every well-formed request, 4xx for one that is not | `status_and_media_type_say_what_happened` |
//! | parse, validation, operation and variables that fail: nothing is executed, no `data` | `status_and_media_type_say_what_happened` |

use chrono::TimeDelta;
use ridgeway::domain::people::token;
use serde_json::{Value, json};

use super::house::{House, MANAGER, TWO_ROLES, house};

const JSON: (&str, &str) = ("content-type", "application/json");

async fn token(house: &House, email: &str) -> String {
    token::issue(&house.app, email, TimeDelta::hours(1)).await.unwrap()
}

/// The id of the manager's own account.
pub async fn ask_for_own_id(house: &House) -> Value {
    let token = token(house, MANAGER).await;
    let answer = house.ask(&token, &[], &json!({"query": "{ viewer { user { id } } }"})).await;
    answer.json()["data"]["viewer"]["user"]["id"].clone()
}

#[tokio::test]
async fn status_and_media_type_say_what_happened() {
    let house = house().await;
    let token = token(&house, MANAGER).await;
    let graphql = "application/graphql-response+json; charset=utf-8";
    let plain = "application/json; charset=utf-8";
    // What is asked, its status in both media types, and whether there is `data`.
    let cases = [
        (json!({"query": "{ viewer { role } }"}), 200, 200, true),
        (
            json!({"query": "query A { viewer { role } } query B { areas { id } }", "operationName": "A"}),
            200,
            200,
            true,
        ),
        (json!({"query": "{ viewer { role "}), 400, 200, false),
        (json!({"query": "{ viewer { nothing } }"}), 400, 200, false),
        (json!({"query": ""}), 400, 200, false),
        (json!({"query": "query A { viewer { role } } query B { areas { id } }"}), 400, 200, false),
        (json!({"query": "query A { viewer { role } }", "operationName": "B"}), 400, 200, false),
        (json!({"query": "subscription { workChanged { cursor } }"}), 400, 200, false),
        (json!({"query": "query ($id: ID!) { node(id: $id) { id } }"}), 400, 200, false),
        (json!({"query": 1}), 400, 400, false),
        (json!({"query": "{ viewer { role } }", "variables": []}), 400, 400, false),
        (json!({"query": "{ viewer { role } }", "operationName": {}}), 400, 400, false),
        (json!({"query": "{ viewer { role } }", "extensions": 1}), 400, 400, false),
        (json!([{"query": "{ viewer { role } }"}]), 400, 400, false),
        (json!({}), 400, 400, false),
    ];
    for (body, strict, lenient, data) in cases {
        for (accept, status, media) in [
            ("application/graphql-response+json", strict, graphql),
            ("application/graphql-response+json, application/json;q=0.9", strict, graphql),
            ("*/*", strict, graphql),
            ("application/json", lenient, plain),
        ] {
            let answer = house.ask(&token, &[("accept", accept)], &body).await;
            assert_eq!(answer.status, status, "{body} as {accept}: {}", answer.text);
            assert_eq!(answer.header("content-type"), media);
            let answered = answer.json();
            assert_eq!(answered.as_object().unwrap().contains_key("data"), data, "{body}: {answered}");
            assert_eq!(answered["errors"].is_array(), !data, "{body}: {answered}");
        }
    }
}

#[tokio::test]
async fn only_json_by_post_is_executed() {
    let house = house().await;
    let token = format!("Bearer {}", token(&house, MANAGER).await);
    let auth = ("authorization", token.as_str());
    let body = json!({"query": "{ viewer { role } }"}).to_string();
    for method in ["PUT", "DELETE", "PATCH", "OPTIONS"] {
        let answer = house.send(method, "/graphql?query=%7Bviewer%7Brole%7D%7D", &[auth, JSON], &body).await;
        assert_eq!((answer.status, answer.header("allow")), (405, "GET, POST"), "{method}");
    }
    for kind in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/graphql",
    ] {
        let answer = house.send("POST", "/graphql", &[auth, ("content-type", kind)], &body).await;
        assert_eq!(answer.status, 415, "{kind}");
        assert!(!answer.text.contains("TEAM_MANAGER"));
    }
    assert_eq!(house.send("POST", "/graphql", &[auth], &body).await.status, 415);
    let answer = house.send("POST", "/graphql", &[auth, JSON, ("accept", "text/html")], &body).await;
    assert_eq!(answer.status, 406);
    assert_eq!(house.send("POST", "/graphql", &[auth, JSON], "{ nonsense").await.status, 400);
}

#[tokio::test]
async fn parameters_are_read_as_the_specification_says() {
    let house = house().await;
    let token = token(&house, MANAGER).await;
    let query = "{ viewer { role } }";
    for body in [
        json!({"query": query, "operationName": null, "variables": null, "extensions": null}),
        json!({"query": query, "variables": {}, "extensions": {"unknown": 1}}),
        json!({"query": query, "unknown": [1], "batch": true, "id": "1"}),
    ] {
        let answer = house.ask(&token, &[], &body).await;
        assert_eq!(answer.status, 200, "{body}: {}", answer.text);
        assert_eq!(answer.json()["data"]["viewer"]["role"], "TEAM_MANAGER");
        assert_eq!(answer.header("content-type"), "application/graphql-response+json; charset=utf-8");
    }
    let bearer = format!("Bearer {token}");
    let auth = ("authorization", bearer.as_str());
    let body = json!({"query": query}).to_string();
    for (kind, status) in [
        ("application/json; charset=utf-8", 200),
        ("application/json;charset=UTF-8", 200),
        ("application/json; charset=utf-16", 415),
        ("application/graphql-response+json", 415),
    ] {
        assert_eq!(
            house.send("POST", "/graphql", &[auth, ("content-type", kind)], &body).await.status,
            status
        );
    }
    for body in ["", "NONSENSE", "{\"query\":", "null", "1", "[]", r#"{"qeury": "{__typename}"}"#] {
        for accept in ["application/json", "application/graphql-response+json"] {
            let answer = house.send("POST", "/graphql", &[auth, JSON, ("accept", accept)], body).await;
            assert_eq!(answer.status, 400, "{body}");
            assert!(answer.json()["errors"].is_array() && answer.json().get("data").is_none());
        }
    }
}

#[tokio::test]
async fn bodies_and_documents_have_their_limits() {
    let house = house().await;
    let token = token(&house, MANAGER).await;
    let long = "x".repeat(1024 * 1024);
    assert_eq!(house.ask(&token, &[], &json!({"query": long})).await.status, 413);
    let deep = format!("{}a{}", "{a".repeat(100_000), "}".repeat(100_000));
    let answer = house.ask(&token, &[], &json!({"query": deep})).await;
    assert_eq!((answer.status, answer.code().as_str()), (400, "TOO_COMPLEX"));
    let mut nested = json!(1);
    for _ in 0..500 {
        nested = json!([nested]);
    }
    let variables = json!({"query": "{ viewer { role } }", "variables": {"a": nested}});
    assert_eq!(house.ask(&token, &[], &variables).await.status, 400);
    let key = "k".repeat(201);
    let with_key =
        house.ask(&token, &[("idempotency-key", &key)], &json!({"query": "{ viewer { role } }"})).await;
    assert_eq!(with_key.status, 400);
}

#[tokio::test]
async fn a_failed_field_keeps_its_data_and_a_stranger_hears_to_sign_in() {
    let house = house().await;
    let stranger = house.send("POST", "/graphql", &[JSON], r#"{"query":"{ viewer { role } }"}"#).await;
    assert_eq!((stranger.status, stranger.code().as_str()), (200, "NOT_SIGNED_IN"));
    assert_eq!(stranger.json()["data"], Value::Null);
    let wrong = house.ask("ridgeway_wrong", &[], &json!({"query": "{ viewer { role } }"})).await;
    assert_eq!(wrong.code(), "NOT_SIGNED_IN");
    let basic = [JSON, ("authorization", "Basic eDp5")];
    assert_eq!(
        house.send("POST", "/graphql", &basic, r#"{"query":"{ viewer { role } }"}"#).await.status,
        400
    );
}

#[tokio::test]
async fn a_persisted_document_is_found_or_asked_for() {
    let house = house().await;
    let token = token(&house, MANAGER).await;
    let hash = "0f".repeat(32);
    let persisted = json!({"persistedQuery": {"version": 1, "sha256Hash": hash}});
    let answer = house.ask(&token, &[], &json!({"extensions": persisted})).await;
    assert_eq!(answer.json()["errors"][0]["message"], "PersistedQueryNotFound");
    let both = json!({"query": "{ viewer { role } }", "extensions": persisted});
    assert_eq!(house.ask(&token, &[], &both).await.code(), "BAD_USER_INPUT");
}

#[tokio::test]
async fn the_membership_is_the_one_that_is_named() {
    let house = house().await;
    let token = token(&house, TWO_ROLES).await;
    let query = json!({"query": "{ viewer { role memberships { id role } } }"});
    let first = house.ask(&token, &[], &query).await.json()["data"]["viewer"].clone();
    assert_eq!(first["role"], "CASEWORKER", "the oldest, where none is named");
    let memberships = first["memberships"].as_array().unwrap();
    assert_eq!(memberships.len(), 2);
    for membership in memberships {
        let named = [("ridgeway-membership", membership["id"].as_str().unwrap())];
        assert_eq!(
            house.ask(&token, &named, &query).await.json()["data"]["viewer"]["role"],
            membership["role"]
        );
    }
    let manager = super::graphql_over_http::token(&house, MANAGER).await;
    let theirs = memberships[0]["id"].as_str().unwrap();
    for wrong in [theirs, "mship_nonsense", "nonsense", "user_AAAAAAAAAAAAAAAAAAAAAA"] {
        let answer = house.ask(&manager, &[("ridgeway-membership", wrong)], &query).await;
        assert_eq!((answer.status, answer.code().as_str()), (403, "FORBIDDEN"), "{wrong}");
    }
}
