//! A school's own system: a token that opens what is available and nothing else, answers that are asked for again by their tag,
//! and a rate with the time to wait.

use std::fs;

use chrono::TimeDelta;
use ridgeway::{domain::people::token, graphql, words::TokenScope};
use serde_json::{Value, json};
use url::form_urlencoded::Serializer;

use super::house::{Answer, House, MANAGER, TRUSTED, house, house_with, persisted};

/// What descriptions stand between.
const QUOTES: &str = r#"""""#;
const SCHOOL: &str = "school.one@ridgeway.example";

/// A token as the command line issues one where nobody says what it opens.
async fn usual(house: &House, email: &str) -> (String, TokenScope) {
    token::issue_within(&house.app, email, TimeDelta::hours(1), None).await.unwrap()
}

async fn get(house: &House, token: &str, age: i32, known: &[&str]) -> Answer {
    let query = Serializer::new(String::new())
        .append_pair("extensions", &persisted(TRUSTED[6]).to_string())
        .append_pair("variables", &json!({ "age": age }).to_string())
        .finish();
    let bearer = format!("Bearer {token}");
    let mut headers = vec![("authorization", bearer.as_str())];
    headers.extend(known.iter().map(|tag| ("if-none-match", *tag)));
    house.send("GET", &format!("/graphql?{query}"), &headers, "").await
}

/// The root fields of the schema, each with its kind.
fn root_fields() -> Vec<(String, String)> {
    let (mut found, mut root) = (Vec::new(), None);
    let (sdl, mut in_words) = (graphql::sdl(), false);
    for line in sdl.lines() {
        let words = line.trim_start().starts_with(QUOTES);
        if words || in_words {
            in_words ^= words && line.matches(QUOTES).count() == 1;
        } else if let Some(name) = line.strip_prefix("type ") {
            let name = name.split_whitespace().next().unwrap();
            root = ["Query", "Mutation", "Subscription"].contains(&name).then(|| name.to_lowercase());
        } else if let (Some(root), Some(field)) = (&root, line.strip_prefix('\t'))
            && field.starts_with(|first: char| first.is_ascii_lowercase())
        {
            found.push((root.clone(), field.split(['(', ':']).next().unwrap().to_owned()));
        }
    }
    found
}

#[tokio::test]
async fn a_schools_token_opens_what_is_available_and_nothing_else() {
    let house = house().await;
    let (school, scope) = usual(&house, SCHOOL).await;
    assert_eq!(scope, TokenScope::Availability);
    assert_eq!(usual(&house, MANAGER).await.1, TokenScope::Everything);
    assert_eq!(usual(&house, "two.roles@ridgeway.example").await.1, TokenScope::Everything);
    let fields = root_fields();
    assert!(fields.len() > 60, "{fields:?}");
    for (kind, field) in &fields {
        if ["programmeAvailability", "areas", "availabilityChanged"].contains(&field.as_str()) {
            continue;
        }
        let mut queries = vec![format!("{kind} {{ {field} }}")];
        if kind != "subscription" {
            queries.push(format!("{kind} {{ ...F }} fragment F on Root {{ areas: {field} }}"));
        }
        for query in queries {
            let answer = house.ask(&school, &[], &json!({ "query": query })).await;
            assert_eq!(
                (answer.status, answer.code().as_str()),
                (403, "FORBIDDEN"),
                "{query}: {}",
                answer.text
            );
            assert!(answer.json().get("data").is_none(), "{query}");
            let events =
                house.ask(&school, &[("accept", "text/event-stream")], &json!({ "query": query })).await;
            assert!(!events.text.contains("\"data\":{"), "{query}: {}", events.text);
        }
    }
    let asks = "{ areas { name } programmeAvailability { totalCount nodes { enrolments { totalCount } viewerCanEnrol
        programme { title provider { name } offerings { nodes { enrolments { totalCount } } } } places { capacity answer } } } }";
    let answer = house.ask(&school, &[], &json!({ "query": asks })).await.json();
    assert!(answer.get("errors").is_none(), "{answer:#}");
    let nodes = answer["data"]["programmeAvailability"]["nodes"].as_array().unwrap().clone();
    assert!(!nodes.is_empty());
    for node in nodes {
        assert_eq!((&node["enrolments"], &node["places"]["capacity"]), (&json!(null), &json!(null)));
        assert_eq!(node["viewerCanEnrol"], false);
    }
    // A manager's token of the same scope opens no number either.
    let narrow =
        token::issue_within(&house.app, MANAGER, TimeDelta::hours(1), Some(TokenScope::Availability));
    let answer = house.ask(&narrow.await.unwrap().0, &[], &json!({ "query": asks })).await.json();
    for node in answer["data"]["programmeAvailability"]["nodes"].as_array().unwrap() {
        assert_eq!((&node["enrolments"], &node["places"]["capacity"]), (&json!(null), &json!(null)));
    }
}

#[tokio::test]
async fn an_answer_is_asked_for_again_by_its_tag() {
    let house = house().await;
    let (school, _) = usual(&house, SCHOOL).await;
    let first = get(&house, &school, 14, &[]).await;
    assert_eq!(first.status, 200, "{}", first.text);
    assert_eq!(first.header("cache-control"), "private, no-cache");
    assert!(first.header("vary").contains("Authorization"), "{}", first.header("vary"));
    let tag = first.header("etag").to_owned();
    assert!(tag.starts_with('"') && tag.len() > 20, "{tag}");
    let same = get(&house, &school, 14, &[&tag]).await;
    assert_eq!((same.status, same.text.as_str(), same.header("etag")), (304, "", tag.as_str()));
    assert_eq!(same.header("cache-control"), "private, no-cache");
    let other = get(&house, &school, 9, &[&tag]).await;
    assert_eq!(other.status, 200, "another question");
    // Of when an answer is, is part of it.
    house.app.clock().advance(TimeDelta::seconds(31));
    assert_eq!(get(&house, &school, 14, &[&tag]).await.status, 200);

    let wrong = get(&house, &school, 200, &[&tag]).await;
    assert_eq!((wrong.code().as_str(), wrong.header("etag")), ("BAD_USER_INPUT", ""));
    assert_eq!(wrong.header("cache-control"), "no-store");
    let by_post = house.ask(&school, &[("if-none-match", &tag)], &json!({ "query": TRUSTED[6] })).await;
    assert_eq!((by_post.status, by_post.header("cache-control")), (200, "no-store"));
    // A browser keeps nothing.
    let cookie = house.manager().await;
    let query = Serializer::new(String::new()).append_pair("query", TRUSTED[6]).finish();
    let headers = [("cookie", cookie.as_str()), ("sec-fetch-site", "same-origin")];
    let by_cookie = house.send("GET", &format!("/graphql?{query}"), &headers, "").await;
    assert_eq!(
        (by_cookie.status, by_cookie.header("cache-control")),
        (200, "no-store"),
        "{}",
        by_cookie.text
    );

    token::revoke(&house.app, SCHOOL).await.unwrap();
    let ended = get(&house, &school, 14, &[&tag]).await;
    assert_ne!(ended.status, 304);
    assert_eq!(ended.code(), "NOT_SIGNED_IN");
}

#[tokio::test]
async fn who_asks_too_often_is_told_how_long_to_wait() {
    let house = house_with(&["--requests-per-person", "5"]).await;
    let (school, _) = usual(&house, SCHOOL).await;
    let mut asked = 0;
    let refused = loop {
        let answer = get(&house, &school, 14, &[]).await;
        if answer.status != 200 {
            break answer;
        }
        asked += 1;
    };
    assert_eq!(asked, 10, "twice the rate in one go");
    assert_eq!((refused.status, refused.code().as_str()), (429, "RATE_LIMITED"));
    let wait: u32 = refused.header("retry-after").parse().unwrap();
    assert!(wait >= 1);
    house.app.clock().advance(TimeDelta::seconds(wait.into()));
    assert_eq!(get(&house, &school, 14, &[]).await.status, 200);
}

#[test]
fn the_documentation_names_the_document_by_its_hash() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| fs::read_to_string(root.join(path)).unwrap();
    let documents: Value =
        serde_json::from_str(&read("clients/school/gql/persisted-documents.json")).unwrap();
    let trusted: Value = serde_json::from_str(&read("frontend/dist-documents/trusted.json")).unwrap();
    let mut named = false;
    for (hash, text) in documents.as_object().unwrap() {
        let hash = hash.strip_prefix("sha256:").unwrap();
        assert_eq!(trusted[hash], *text, "the server knows it");
        named |=
            read("docs/schools.md").contains(hash) && text.as_str().unwrap().contains("SchoolAvailability");
    }
    assert!(named, "docs/schools.md names the hash of SchoolAvailability");
}
