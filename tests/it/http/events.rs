//! GraphQL over server-sent events, in distinct connections mode, over a real connection.

use chrono::TimeDelta;
use futures_util::{Stream, StreamExt};
use ridgeway::domain::people::token;
use serde_json::{Value, json};

use super::house::{House, MANAGER, TRUSTED, house, house_with, persisted};
use crate::support::stopwatch::Stopwatch;

async fn bearer(house: &House) -> String {
    format!("Bearer {}", token::issue(&house.app, MANAGER, TimeDelta::hours(1)).await.unwrap())
}

/// Asks by POST for events; the answer as it begins.
async fn listen(house: &House, bearer: &str, body: &Value) -> reqwest::Response {
    let request = reqwest::Client::new().post(format!("{}/graphql", house.url));
    let request = request.header("accept", "text/event-stream").header("content-type", "application/json");
    request.header("authorization", bearer).body(body.to_string()).send().await.unwrap()
}

/// The events of an answer: their names and their data.
fn events(response: reqwest::Response) -> impl Stream<Item = (String, Value)> + Unpin {
    assert_eq!(response.status().as_u16(), 200);
    assert_eq!(response.headers()["content-type"], "text/event-stream; charset=utf-8");
    assert_eq!(response.headers()["cache-control"], "no-store");
    let mut waiting = String::new();
    let found = response.bytes_stream().map(move |bytes| {
        waiting.push_str(std::str::from_utf8(&bytes.unwrap()).unwrap());
        let mut whole = Vec::new();
        while let Some((event, rest)) = waiting.clone().split_once("\n\n") {
            rest.clone_into(&mut waiting);
            if let Some((name, data)) = event.split_once('\n') {
                let name = name.strip_prefix("event: ").unwrap().to_owned();
                let data = data.strip_prefix("data: ").unwrap();
                whole.push((name, serde_json::from_str(data).unwrap_or_default()));
            }
        }
        futures_util::stream::iter(whole)
    });
    Box::pin(found.flatten())
}

async fn all(response: reqwest::Response) -> Vec<(String, Value)> {
    events(response).collect().await
}

fn complete() -> (String, Value) {
    ("complete".to_owned(), Value::Null)
}

#[tokio::test]
async fn queries_and_refusals_are_events() {
    let house = house().await;
    let bearer = bearer(&house).await;
    let answered = all(listen(&house, &bearer, &json!({"query": TRUSTED[0]})).await).await;
    let data = json!({"data": {"viewer": {"role": "TEAM_MANAGER"}}});
    assert_eq!(answered, [("next".to_owned(), data), complete()]);
    for query in [
        "{ viewer { nothing } }",
        "{ viewer {",
        "subscription { nothing }",
        "{ ...A } fragment A on Query { ...A }",
    ] {
        let refused = all(listen(&house, &bearer, &json!({"query": query})).await).await;
        assert_eq!(refused.len(), 2, "{query}: {refused:?}");
        assert!(refused[0].1["errors"].is_array() && refused[0].1.get("data").is_none(), "{refused:?}");
        assert_eq!(refused[1], complete());
    }
    // What is no request, or nobody's, gets a status.
    assert_eq!(listen(&house, &bearer, &json!([])).await.status().as_u16(), 400);
    assert_eq!(
        listen(&house, "Bearer ridgeway_wrong", &json!({"query": TRUSTED[0]})).await.status().as_u16(),
        401
    );
    // By GET, what may stand in an address.
    let query = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("extensions", &persisted(TRUSTED[0]).to_string())
        .finish();
    let headers = [("accept", "text/event-stream"), ("authorization", bearer.as_str())];
    let by_get = house.send("GET", &format!("/graphql?{query}"), &headers, "").await;
    assert!(by_get.text.starts_with("event: next\ndata: {\"data\":"), "{}", by_get.text);
}

#[tokio::test]
async fn a_stream_ends_with_the_right_to_it_and_with_the_server() {
    let house = house().await;
    let bearer = bearer(&house).await;
    let follow = json!({"query": TRUSTED[1]});
    let mut followed = events(listen(&house, &bearer, &follow).await);
    let (name, ready) = followed.next().await.unwrap();
    assert_eq!((name.as_str(), &ready["data"]["workChanged"]["kind"]), ("next", &json!("READY")));
    token::revoke(&house.app, MANAGER).await.unwrap();
    let ended = Stopwatch::start();
    assert_eq!(followed.next().await, None, "no event, not even complete");
    assert!(ended.elapsed() < std::time::Duration::from_secs(5));
    assert_eq!(listen(&house, &bearer, &follow).await.status().as_u16(), 401);

    let bearer = super::events::bearer(&house).await;
    let mut followed = events(listen(&house, &bearer, &follow).await);
    assert!(followed.next().await.is_some());
    house.app.stop().cancel();
    assert_eq!(followed.next().await, None);
}

#[tokio::test]
async fn streams_take_a_place_among_the_connections_and_give_it_back() {
    let house = house_with(&["--sockets-per-person", "2"]).await;
    let bearer = bearer(&house).await;
    let follow = json!({"query": TRUSTED[1]});
    let mut one = events(listen(&house, &bearer, &follow).await);
    let mut two = events(listen(&house, &bearer, &follow).await);
    assert!(one.next().await.is_some() && two.next().await.is_some());
    let refused = listen(&house, &bearer, &follow).await;
    assert_eq!(refused.status().as_u16(), 429);
    assert!(refused.headers().contains_key("retry-after"));
    drop(one);
    // The place is free as soon as the server has seen the client go.
    while listen(&house, &bearer, &follow).await.status().as_u16() != 200 {
        tokio::task::yield_now().await;
    }
}
