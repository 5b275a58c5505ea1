//! Bounded work: whatever is thrown at the wire answers with TOO_COMPLEX, RATE_LIMITED or a 4xx, soon and without a 500.

use std::fmt::Write as _;

use chrono::TimeDelta;
use futures_util::future::join_all;
use ridgeway::domain::people::token;
use serde_json::{Value, json};

use super::{
    house::{Answer, House, MANAGER, house, house_with},
    transport_ws::{PROTOCOL, connect, with_token},
};

async fn token(house: &House) -> String {
    token::issue(&house.app, MANAGER, TimeDelta::hours(1)).await.unwrap()
}

fn bomb() -> String {
    let mut bomb = "query { ...F0 } fragment F60 on Query { viewer { role } } ".to_owned();
    for n in 0..60 {
        write!(bomb, "fragment F{n} on Query {{ ...F{next} ...F{next} }} ", next = n + 1).unwrap();
    }
    bomb
}

#[tokio::test]
async fn a_document_that_costs_too_much_is_refused() {
    let house = house().await;
    let token = token(&house).await;
    let began = std::time::Instant::now();
    let within = |inside: &str| format!("{{ viewer {{ {inside} }} }}");
    let documents = [
        ("depth", format!("{}id{}", "{ viewer { user ".repeat(8), "}".repeat(16))),
        ("aliases", within(&(0..10_000).map(|n| format!("a{n}: role ")).collect::<Vec<_>>().concat())),
        ("few aliases", within(&(0..31).map(|n| format!("a{n}: role ")).collect::<Vec<_>>().concat())),
        ("directives", within(&format!("role {}", "@include(if: true) ".repeat(31)))),
        ("the same field", within(&"role ".repeat(1_001))),
        ("the same field for ever", within(&"role ".repeat(20_000))),
        ("spreads", within(&"... { role } ".repeat(301))),
        ("a bomb of fragments", bomb()),
        ("a long text", format!("{{ viewer {{ role }} }} #{}", "x".repeat(900_000))),
        (
            "many operations",
            (0..1_000).map(|n| format!("query Q{n} {{ viewer {{ role }} }} ")).collect::<Vec<_>>().concat(),
        ),
        (
            "many ids",
            format!("{{ users(filter: {{areaIds: [{}]}}) {{ totalCount }} }}", "\"a\" ".repeat(201)),
        ),
        (
            "deep values",
            format!("{{ users(filter: {}1{}) {{ totalCount }} }}", "[".repeat(50), "]".repeat(50)),
        ),
    ];
    for (what, document) in documents {
        let answer = house.ask(&token, &[], &json!({"query": document})).await;
        assert_eq!((answer.status, answer.code().as_str()), (400, "TOO_COMPLEX"), "{what}: {}", answer.text);
    }
    let circle =
        json!({"query": "{ ...A } fragment A on Query { ...B ...B } fragment B on Query { ...A ...A }"});
    assert_eq!(house.ask(&token, &[], &circle).await.code(), "GRAPHQL_VALIDATION_FAILED");
    assert!(began.elapsed() < std::time::Duration::from_secs(20), "nothing was counted for long");
}

#[tokio::test]
async fn variables_and_pages_have_limits_too() {
    let house = house().await;
    let token = token(&house).await;
    let query = "query ($a: [ID!]) { viewer { role } }";
    let many: serde_json::Map<_, _> = (0..51).map(|n| (format!("a{n}"), json!(n))).collect();
    let deep = (0..50).fold(json!(1), |inside, _| json!([inside]));
    for variables in [json!({"a": vec!["x"; 201]}), json!(many), json!({ "a": deep })] {
        let answer = house.ask(&token, &[], &json!({"query": query, "variables": variables})).await;
        assert_eq!((answer.status, answer.code().as_str()), (400, "TOO_COMPLEX"), "{}", answer.text);
    }
    let page = async |first: &str| -> Answer {
        let query = format!("{{ referrals(first: {first}) {{ nodes {{ id }} }} }}");
        house.ask(&token, &[], &json!({ "query": query })).await
    };
    for first in ["-1", "-2147483648", "101", "2147483647", "99999999999999999999", "1.5"] {
        let answer = page(first).await;
        assert_eq!(answer.code(), "BAD_USER_INPUT", "{first}: {}", answer.text);
        assert!(answer.status == 200 || answer.status == 400);
    }
    assert!(page("100").await.json()["data"]["referrals"].is_object());
}

#[tokio::test]
async fn headers_and_addresses_have_limits() {
    let house = house().await;
    let long = "x".repeat(20_000);
    assert_eq!(house.send("GET", "/", &[("x-long", &long)], "").await.status, 431);
    assert_eq!(house.send("GET", &format!("/{}", "x".repeat(9_000)), &[], "").await.status, 414);
    let many: Vec<(String, String)> = (0..150).map(|n| (format!("x-{n}"), "y".to_owned())).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let answer = house.send("GET", "/", &many, "").await;
    assert!((400..500).contains(&answer.status), "{}", answer.status);
}

/// Asks until it is refused; how often it was not, and the refusal.
async fn until_refused(house: &House, bearer: &str) -> (usize, Answer) {
    for n in 0.. {
        let answer = house.ask(bearer, &[], &json!({"query": "{ viewer { role } }"})).await;
        if answer.status != 200 {
            return (n, answer);
        }
    }
    unreachable!()
}

#[tokio::test]
async fn a_person_asks_so_often_and_nobody_pays_for_another() {
    let house = house_with(&["--requests-per-person", "5"]).await;
    let token = token(&house).await;
    let (asked, refused) = until_refused(&house, &token).await;
    assert_eq!(asked, 10, "twice the rate in one go");
    assert_eq!((refused.status, refused.code().as_str()), (429, "RATE_LIMITED"));
    assert!(refused.header("retry-after").parse::<u32>().unwrap() >= 1);

    let mut socket = connect(&house, &[PROTOCOL]).await.ok().unwrap();
    socket.begins(with_token(&house, MANAGER).await).await;
    for query in ["{ viewer { role } }", "subscription { workChanged { kind } }"] {
        socket.asks("1", query).await;
        let refused = socket.message().await;
        assert_eq!(refused["payload"][0]["extensions"]["code"], "RATE_LIMITED", "{refused}");
        assert_eq!(refused["type"], "error");
    }

    let other = token::issue(&house.app, "dpo@ridgeway.example", TimeDelta::hours(1)).await.unwrap();
    assert_eq!(house.ask(&other, &[], &json!({"query": "{ viewer { role } }"})).await.status, 200);
    house.app.clock().advance(TimeDelta::seconds(1));
    assert_eq!(until_refused(&house, &token).await.0, 5, "the bucket fills again");
}

#[tokio::test]
async fn an_address_asks_so_often_whoever_asks_but_a_node_may_always_be_asked_how_it_is() {
    let house = house_with(&["--requests-per-person", "1"]).await;
    for _ in 0..20 {
        assert_eq!(house.send("GET", "/sign-in-options", &[], "").await.status, 200);
    }
    for (method, path) in
        [("GET", "/sign-in-options"), ("POST", "/sign-in"), ("GET", "/"), ("POST", "/graphql")]
    {
        let refused = house.send(method, path, &[], "").await;
        assert_eq!((refused.status, refused.header("retry-after")), (429, "1"), "{path}");
        assert_eq!(refused.header("x-content-type-options"), "nosniff");
    }
    assert_eq!(house.send("GET", "/health/ready", &[], "").await.status, 200);
}

#[tokio::test]
async fn sockets_over_the_limit_are_refused_at_the_upgrade() {
    let house = house_with(&["--sockets-per-person", "2"]).await;
    let cookie = house.manager().await;
    let ours = format!("http://{}", house.host);
    let headers = [PROTOCOL, ("cookie", cookie.as_str()), ("origin", ours.as_str())];
    let mut one = connect(&house, &headers).await.ok().unwrap();
    one.begins(json!({})).await;
    let two = connect(&house, &headers).await.ok().unwrap();
    assert_eq!(connect(&house, &headers).await.err(), Some(429));
    // Who says only afterwards who they are is told then.
    let mut late = connect(&house, &[PROTOCOL]).await.ok().unwrap();
    late.says(json!({"type": "connection_init", "payload": with_token(&house, MANAGER).await})).await;
    assert_eq!(late.closes().await, 1013);
    drop(two);
    while connect(&house, &headers).await.is_err() {
        tokio::task::yield_now().await;
    }
    // An address has ten times as many.
    let mut strangers = Vec::new();
    loop {
        match connect(&house, &[PROTOCOL]).await {
            Ok(socket) => strangers.push(socket),
            Err(status) => break assert_eq!(status, 429),
        }
    }
    assert!(strangers.len() <= 20);
}

#[tokio::test]
async fn what_is_promised_for_a_demo_is_allowed() {
    let house = house().await;
    let token = token(&house).await;
    let sockets: Vec<_> = join_all((0..300).map(|_| async {
        let bearer = format!("Bearer {token}");
        connect(&house, &[PROTOCOL, ("authorization", bearer.as_str())]).await
    }))
    .await;
    assert_eq!(sockets.iter().filter(|socket| socket.is_ok()).count(), 300);
    let query = json!({"query": "{ viewer { role } }"});
    for _ in 0..10 {
        let answers = join_all((0..50).map(|_| house.ask(&token, &[], &query))).await;
        assert!(answers.iter().all(|answer| answer.status == 200));
    }
}

#[tokio::test]
async fn passwords_are_checked_a_few_at_once_and_few_wait() {
    let house = house().await;
    let attempts = join_all((0..200).map(|_| house.sign_in(MANAGER, "wrong"))).await;
    let statuses: Vec<(u16, bool)> = attempts
        .into_iter()
        .map(|attempt| attempt.err().unwrap())
        .map(|answer| (answer.status, answer.headers.contains_key("retry-after")))
        .collect();
    let count = |wanted| statuses.iter().filter(|answer| **answer == wanted).count();
    assert_eq!(count((401, false)) + count((429, true)), 200, "{statuses:?}");
    assert!(count((401, false)) > 0);
}

#[tokio::test]
async fn deep_and_large_json_is_refused_and_not_read_into_the_ground() {
    let house = house().await;
    let token = format!("Bearer {}", token(&house).await);
    let headers = [("authorization", token.as_str()), ("content-type", "application/json")];
    for body in [
        format!(
            "{{\"query\":\"{{a}}\",\"variables\":{{\"a\":{}{}}}}}",
            "[".repeat(200_000),
            "]".repeat(200_000)
        ),
        format!(
            "{{\"query\":\"{{a}}\",\"extensions\":{}{}}}",
            "{\"a\":".repeat(100_000),
            "}".repeat(100_000)
        ),
        "[".repeat(900_000),
    ] {
        let answer = house.send("POST", "/graphql", &headers, &body).await;
        assert_eq!(answer.status, 400, "{}", answer.text);
    }
    let large = Value::String("x".repeat(1024 * 1024)).to_string();
    assert_eq!(house.send("POST", "/graphql", &headers, &large).await.status, 413);
}
