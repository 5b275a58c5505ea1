//! Which documents are executed for whom, and whether the schema may be asked for.

use chrono::TimeDelta;
use ridgeway::domain::people::token;
use serde_json::json;

use super::{
    house::{Answer, House, MANAGER, TRUSTED, demo, house, house_with, persisted},
    transport_ws::{PROTOCOL, connect},
};

const OTHER: &str = "{ viewer { organisation { name } } }";

async fn by_cookie(house: &House, cookie: &str, body: serde_json::Value) -> Answer {
    let headers =
        [("content-type", "application/json"), ("cookie", cookie), ("sec-fetch-site", "same-origin")];
    house.send("POST", "/graphql", &headers, &body.to_string()).await
}

#[tokio::test]
async fn with_a_cookie_only_the_pages_own_documents_are_executed() {
    let house = house().await;
    let cookie = house.manager().await;
    for body in [
        json!({"query": TRUSTED[0]}),
        json!({"extensions": persisted(TRUSTED[0])}),
        json!({"query": TRUSTED[0], "extensions": persisted(TRUSTED[0])}),
    ] {
        let answer = by_cookie(&house, &cookie, body).await;
        assert_eq!(answer.json()["data"]["viewer"]["role"], "TEAM_MANAGER", "{}", answer.text);
    }
    for body in [
        json!({"query": OTHER}),
        json!({"query": format!("{} ", TRUSTED[0])}),
        json!({"query": OTHER, "extensions": persisted(OTHER)}),
    ] {
        let answer = by_cookie(&house, &cookie, body).await;
        assert_eq!((answer.status, answer.code().as_str()), (400, "PERSISTED_QUERY_REQUIRED"));
    }
    let unknown = by_cookie(&house, &cookie, json!({"extensions": persisted(OTHER)})).await;
    assert_eq!((unknown.status, unknown.code().as_str()), (400, "PERSISTED_QUERY_NOT_FOUND"));
    // A program's token may send any.
    let token = token::issue(&house.app, MANAGER, TimeDelta::hours(1)).await.unwrap();
    assert!(house.ask(&token, &[], &json!({"query": OTHER})).await.json()["data"]["viewer"].is_object());

    let ours = format!("http://{}", house.host);
    let headers = [PROTOCOL, ("cookie", cookie.as_str()), ("origin", ours.as_str())];
    let mut socket = connect(&house, &headers).await.ok().unwrap();
    socket.begins(json!({})).await;
    socket.asks("1", OTHER).await;
    let refused = socket.message().await;
    assert_eq!(refused["type"], "error");
    assert_eq!(refused["payload"][0]["extensions"]["code"], "PERSISTED_QUERY_REQUIRED");
    socket.asks("1", TRUSTED[0]).await;
    assert_eq!(socket.message().await["payload"]["data"]["viewer"]["role"], "TEAM_MANAGER");
}

#[tokio::test]
async fn without_a_credential_that_holds_only_the_pages_own_documents_are_executed() {
    let house = house().await;
    let token = token::issue(&house.app, MANAGER, TimeDelta::hours(1)).await.unwrap();
    token::revoke(&house.app, MANAGER).await.unwrap();
    let ended = format!("Bearer {token}");
    let json_body = ("content-type", "application/json");
    for who in
        [vec![], vec![("authorization", "Bearer ridgeway_nothing")], vec![("authorization", ended.as_str())]]
    {
        for accept in ["application/json", "text/event-stream"] {
            for query in [OTHER, "{ __typename }", "{ areas { name } }", "mutation { markNothing }"] {
                let headers: Vec<_> = who.iter().copied().chain([json_body, ("accept", accept)]).collect();
                let before = house.app.statements();
                let answer =
                    house.send("POST", "/graphql", &headers, &json!({ "query": query }).to_string()).await;
                assert_eq!(
                    (answer.status, answer.code().as_str()),
                    (401, "NOT_SIGNED_IN"),
                    "{}",
                    answer.text
                );
                assert!(answer.json().get("data").is_none(), "{}", answer.text);
                // At most the credential was looked up.
                assert!(house.app.statements() - before <= u64::from(!who.is_empty()));
            }
        }
        let headers: Vec<_> = who.iter().copied().chain([json_body]).collect();
        let own = house.send("POST", "/graphql", &headers, &json!({ "query": TRUSTED[0] }).to_string()).await;
        assert_eq!(own.code(), "NOT_SIGNED_IN", "it is executed, and says so itself");
        assert!(own.text.contains("\"path\""), "{}", own.text);
    }
    let mut socket = connect(&house, &[PROTOCOL]).await.ok().unwrap();
    socket.asks("1", OTHER).await;
    assert_eq!(socket.closes().await, 4401);
    for payload in [json!({}), json!({ "Authorization": ended })] {
        let mut socket = connect(&house, &[PROTOCOL]).await.ok().unwrap();
        socket.says(json!({ "type": "connection_init", "payload": payload })).await;
        assert_eq!(socket.closes().await, 4403);
    }
}

#[tokio::test]
async fn a_demo_executes_any_document() {
    let house = demo().await;
    let stranger = json!({ "query": "{ __typename }" }).to_string();
    let answer = house.send("POST", "/graphql", &[("content-type", "application/json")], &stranger).await;
    assert_eq!(answer.json()["data"]["__typename"], "Query");
    let cookie = house.manager().await;
    assert_eq!(by_cookie(&house, &cookie, json!({"query": OTHER})).await.status, 200);
}

#[tokio::test]
async fn the_schema_is_told_only_where_it_is_switched_on() {
    for (house, told) in
        [(house().await, false), (house_with(&["--introspection"]).await, true), (demo().await, true)]
    {
        let token = token::issue(&house.app, MANAGER, TimeDelta::hours(1)).await.unwrap();
        let answer = house.ask(&token, &[], &json!({"query": "{ __schema { types { name } } }"})).await;
        assert_eq!(answer.text.contains("YoungPerson"), told, "{}", answer.text);
        let wrong = house.ask(&token, &[], &json!({"query": "{ viewr { role } }"})).await;
        assert_eq!((wrong.status, wrong.text.contains("viewer")), (400, told), "{}", wrong.text);
    }
}
