//! The key with which a browser seals a register: for its person alone, and only while they are signed in.

use chrono::TimeDelta;
use ridgeway::domain::people::account::DEMO_PASSWORD;
use serde_json::{Value, json};

use super::house::{Answer, House, TWO_ROLES, house};

const PROVIDER: &str = "provider@ridgeway.example";

async fn ask(house: &House, cookie: &str, tickets: &Value) -> Answer {
    let headers =
        [("content-type", "application/json"), ("cookie", cookie), ("sec-fetch-site", "same-origin")];
    house.send("POST", "/register-key", &headers, &json!({"tickets": tickets}).to_string()).await
}

async fn keys(house: &House, cookie: &str, tickets: &Value) -> Vec<(String, String)> {
    let answer = ask(house, cookie, tickets).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let keys = answer.json()["keys"].as_array().unwrap().clone();
    keys.iter().map(|it| (text(&it["ticket"]), text(&it["key"]))).collect()
}

async fn signed_in(house: &House, who: &str) -> String {
    house.sign_in(who, DEMO_PASSWORD).await.unwrap_or_else(|answer| panic!("{}", answer.text))
}

#[tokio::test]
async fn a_ticket_gives_its_person_the_same_key_again_after_the_next_sign_in_too() {
    let house = house().await;
    let cookie = signed_in(&house, PROVIDER).await;
    let first = keys(&house, &cookie, &json!([])).await;
    assert_eq!(first.len(), 1);
    let (ticket, key) = &first[0];
    assert_eq!(data_encoding::BASE64URL_NOPAD.decode(key.as_bytes()).unwrap().len(), 32);
    assert_eq!(keys(&house, &cookie, &json!([ticket])).await, first);
    assert_ne!(keys(&house, &cookie, &json!([])).await[0].1, *key, "another register's key is another");

    house.send("POST", "/sign-out", &[("cookie", &cookie), ("sec-fetch-site", "same-origin")], "").await;
    assert_eq!(ask(&house, &cookie, &json!([ticket])).await.status, 401);
    let again = signed_in(&house, PROVIDER).await;
    assert_eq!(keys(&house, &again, &json!([ticket])).await, first);
}

#[tokio::test]
async fn nobody_gets_the_key_of_somebody_else() {
    let house = house().await;
    let (one, two) = (signed_in(&house, PROVIDER).await, signed_in(&house, TWO_ROLES).await);
    let (ticket, key) = keys(&house, &one, &json!([])).await.remove(0);
    let theirs = keys(&house, &two, &json!([ticket, "", "x", "AAAA"])).await;
    assert_eq!(theirs.len(), 1);
    assert_ne!(theirs[0].0, ticket);
    assert_ne!(theirs[0].1, key);
    // With both tickets each gets their own.
    let both = json!([ticket, theirs[0].0]);
    assert_eq!(keys(&house, &one, &both).await, [(ticket, key)]);
    assert_eq!(keys(&house, &two, &both).await, theirs);
}

#[tokio::test]
async fn it_is_given_only_while_the_sign_in_holds_and_tells_how_long_that_is() {
    let house = house().await;
    let cookie = signed_in(&house, PROVIDER).await;
    let answer = ask(&house, &cookie, &json!([])).await.json();
    assert_eq!(answer["until"], "2026-11-24T21:30:00Z");
    assert_eq!(answer["now"], "2026-11-24T09:30:00Z");
    house.app.clock().advance(TimeDelta::minutes(30));
    assert_eq!(ask(&house, &cookie, &json!([])).await.status, 401);
    assert_eq!(ask(&house, "ridgeway=x", &json!([])).await.status, 401);
}

#[tokio::test]
async fn what_is_not_asked_as_a_page_asks_is_refused() {
    let house = house().await;
    let cookie = signed_in(&house, PROVIDER).await;
    let json = ("content-type", "application/json");
    let of = ("cookie", cookie.as_str());
    let (same, cross) = (("sec-fetch-site", "same-origin"), ("sec-fetch-site", "cross-site"));
    let tickets = r#"{"tickets": []}"#;
    for (headers, body, status) in [
        (vec![json, of, cross], tickets, 403),
        (vec![json, of], tickets, 403),
        (vec![of, same], tickets, 415),
        (vec![json, of, same], "{}", 400),
        (vec![json, of, same], r#"{"tickets": [1]}"#, 400),
        (vec![json, same], tickets, 401),
    ] {
        let answer = house.send("POST", "/register-key", &headers, body).await;
        assert_eq!(answer.status, status, "{headers:?} {body}");
        assert!(!answer.text.contains("key\":"));
    }
}

#[tokio::test]
async fn a_sign_out_clears_the_browser_unless_somebody_elses_marks_wait_there() {
    let house = house().await;
    for (keep, clears) in
        [("", "\"cache\", \"storage\""), ("register", "\"cache\""), ("all", "\"cache\", \"storage\"")]
    {
        let cookie = signed_in(&house, PROVIDER).await;
        let mut headers = vec![("cookie", cookie.as_str()), ("sec-fetch-site", "same-origin")];
        if !keep.is_empty() {
            headers.push(("ridgeway-keep", keep));
        }
        let answer = house.send("POST", "/sign-out", &headers, "").await;
        assert_eq!((answer.status, answer.header("clear-site-data")), (204, clears));
        assert_eq!(house.role(&cookie).await, "NOT_SIGNED_IN");
    }
}
