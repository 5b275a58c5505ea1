//! graphql-transport-ws over a real socket; the protocol's own cases are tested beside the code.

use std::time::Duration;

use chrono::TimeDelta;
use futures_util::{SinkExt, StreamExt};
use ridgeway::{domain::people::token, worker};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async,
    tungstenite::{Error, Message, client::IntoClientRequest, http::HeaderValue},
};

use super::house::{House, MANAGER, TWO_ROLES, house};
use crate::support::stopwatch::Stopwatch;

/// A client of a socket.
pub struct Socket(WebSocketStream<MaybeTlsStream<TcpStream>>);

pub async fn connect(house: &House, headers: &[(&'static str, &str)]) -> Result<Socket, u16> {
    let mut request = format!("ws://{}/graphql", house.host).into_client_request().unwrap();
    for (name, value) in headers {
        request.headers_mut().insert(*name, HeaderValue::from_str(value).unwrap());
    }
    match connect_async(request).await {
        Ok((socket, _)) => Ok(Socket(socket)),
        Err(Error::Http(response)) => Err(response.status().as_u16()),
        Err(other) => panic!("{other}"),
    }
}

pub const PROTOCOL: (&str, &str) = ("sec-websocket-protocol", "graphql-transport-ws");

impl Socket {
    pub async fn says(&mut self, message: Value) {
        self.0.send(Message::text(message.to_string())).await.unwrap();
    }

    pub async fn message(&mut self) -> Value {
        loop {
            match tokio::time::timeout(Duration::from_secs(10), self.0.next()).await.unwrap() {
                Some(Ok(Message::Text(text))) => return serde_json::from_str(&text).unwrap(),
                Some(Ok(Message::Ping(_))) => {}
                other => panic!("a message, not {other:?}"),
            }
        }
    }

    pub async fn closes(&mut self) -> u16 {
        loop {
            match tokio::time::timeout(Duration::from_secs(10), self.0.next()).await.unwrap() {
                Some(Ok(Message::Close(Some(frame)))) => return frame.code.into(),
                Some(Ok(_)) => {}
                other => panic!("a close, not {other:?}"),
            }
        }
    }

    pub async fn begins(&mut self, payload: Value) {
        self.says(json!({"type": "connection_init", "payload": payload})).await;
        assert_eq!(self.message().await, json!({"type": "connection_ack"}));
    }

    pub async fn asks(&mut self, id: &str, query: &str) {
        self.says(json!({"type": "subscribe", "id": id, "payload": {"query": query}})).await;
    }

    /// Follows the viewer's work; the stream has begun when this returns.
    pub async fn follows(&mut self, id: &str) {
        self.asks(id, "subscription { workChanged { kind cursor subjectId } }").await;
        // What was on its way from a stream of the same name, ended before, comes first.
        loop {
            let next = self.message().await;
            assert_eq!(next["type"], "next", "{next}");
            if next["payload"]["data"]["workChanged"]["kind"] == "READY" {
                return;
            }
        }
    }
}

pub async fn with_token(house: &House, email: &str) -> Value {
    let token = token::issue(&house.app, email, TimeDelta::hours(1)).await.unwrap();
    json!({"Authorization": format!("Bearer {token}")})
}

#[tokio::test]
async fn the_handshake_needs_the_protocol_and_the_same_origin() {
    let house = house().await;
    let ours = format!("http://{}", house.host);
    let cookie = house.manager().await;
    assert_eq!(connect(&house, &[]).await.err(), Some(400));
    assert_eq!(connect(&house, &[("sec-websocket-protocol", "graphql-ws")]).await.err(), Some(400));
    assert_eq!(connect(&house, &[PROTOCOL, ("origin", "https://evil.example")]).await.err(), Some(403));
    assert_eq!(connect(&house, &[PROTOCOL, ("cookie", &cookie)]).await.err(), Some(403));

    let mut socket = connect(&house, &[PROTOCOL, ("cookie", &cookie), ("origin", &ours)]).await.ok().unwrap();
    socket.begins(json!({})).await;
    socket.asks("1", "{ viewer { role } }").await;
    let next = json!({"type": "next", "id": "1", "payload": {"data": {"viewer": {"role": "TEAM_MANAGER"}}}});
    assert_eq!(socket.message().await, next);
    assert_eq!(socket.message().await, json!({"type": "complete", "id": "1"}));
}

#[tokio::test]
async fn credentials_come_with_the_cookie_or_with_init() {
    let house = house().await;
    let mut none = connect(&house, &[PROTOCOL]).await.ok().unwrap();
    none.says(json!({"type": "connection_init"})).await;
    assert_eq!(none.closes().await, 4403);
    let mut wrong = connect(&house, &[PROTOCOL]).await.ok().unwrap();
    wrong
        .says(json!({"type": "connection_init", "payload": {"Authorization": "Bearer ridgeway_wrong"}}))
        .await;
    assert_eq!(wrong.closes().await, 4403);

    let mut payload = with_token(&house, TWO_ROLES).await;
    let mut socket = connect(&house, &[PROTOCOL]).await.ok().unwrap();
    socket.begins(payload.clone()).await;
    socket.asks("1", "{ viewer { memberships { id role } } }").await;
    let memberships = socket.message().await["payload"]["data"]["viewer"]["memberships"].clone();
    for membership in memberships.as_array().unwrap() {
        payload["Ridgeway-Membership"] = membership["id"].clone();
        let mut named = connect(&house, &[PROTOCOL]).await.ok().unwrap();
        named.begins(payload.clone()).await;
        named.asks("1", "{ viewer { role } }").await;
        assert_eq!(named.message().await["payload"]["data"]["viewer"]["role"], membership["role"]);
    }
    payload["Ridgeway-Membership"] = json!("mship_AAAAAAAAAAAAAAAAAAAAAA");
    let mut foreign = connect(&house, &[PROTOCOL]).await.ok().unwrap();
    foreign.says(json!({"type": "connection_init", "payload": payload})).await;
    assert_eq!(foreign.closes().await, 4403);
}

#[tokio::test]
async fn what_is_malformed_closes_with_4400_and_what_is_early_with_4401() {
    let house = house().await;
    let payload = with_token(&house, MANAGER).await;
    let long = "x".repeat(1024 * 1024 + 1);
    for frame in [Message::text("nonsense"), Message::binary(vec![1_u8]), Message::text(long)] {
        let mut socket = connect(&house, &[PROTOCOL]).await.ok().unwrap();
        socket.begins(payload.clone()).await;
        socket.0.send(frame).await.unwrap();
        assert_eq!(socket.closes().await, 4400);
    }
    let mut early = connect(&house, &[PROTOCOL]).await.ok().unwrap();
    early.asks("1", "{ viewer { role } }").await;
    assert_eq!(early.closes().await, 4401);
    let mut twice = connect(&house, &[PROTOCOL]).await.ok().unwrap();
    twice.begins(payload.clone()).await;
    twice.says(json!({"type": "connection_init", "payload": payload})).await;
    assert_eq!(twice.closes().await, 4429);
}

#[tokio::test]
async fn a_message_may_come_in_pieces_and_is_bounded_as_a_whole() {
    use tokio_tungstenite::tungstenite::protocol::frame::{
        Frame,
        coding::{Data, OpCode},
    };
    let house = house().await;
    let payload = with_token(&house, MANAGER).await;
    let piece = |text: &str, first: bool, last: bool| {
        let kind = if first { Data::Text } else { Data::Continue };
        Message::Frame(Frame::message(text.to_owned(), OpCode::Data(kind), last))
    };
    let mut socket = connect(&house, &[PROTOCOL]).await.ok().unwrap();
    socket.begins(payload.clone()).await;
    let ask =
        json!({"type": "subscribe", "id": "1", "payload": {"query": "{ viewer { role } }"}}).to_string();
    let (one, two) = ask.split_at(20);
    socket.0.send(piece(one, true, false)).await.unwrap();
    socket.0.send(Message::Ping(Vec::new().into())).await.unwrap();
    socket.0.send(piece(two, false, true)).await.unwrap();
    loop {
        match socket.0.next().await.unwrap().unwrap() {
            Message::Text(text) => break assert!(text.contains("TEAM_MANAGER"), "{text}"),
            Message::Ping(_) | Message::Pong(_) => {}
            other => panic!("a message, not {other:?}"),
        }
    }
    // Each piece fits, and all of them do not.
    let mut large = connect(&house, &[PROTOCOL]).await.ok().unwrap();
    large.begins(payload).await;
    let half = "x".repeat(700 * 1024);
    large.0.send(piece(&half, true, false)).await.unwrap();
    let _ = large.0.send(piece(&half, false, true)).await;
    assert_eq!(large.closes().await, 4400);
}

#[tokio::test]
async fn a_client_that_reads_nothing_is_bounded() {
    let house = house().await;
    let mut socket = connect(&house, &[PROTOCOL]).await.ok().unwrap();
    socket.begins(with_token(&house, MANAGER).await).await;
    // Each ping has its pong: soon the server waits, reads no more from this client, and lets it go.
    let ping = json!({"type": "ping", "payload": {"a": "x".repeat(4_000)}}).to_string();
    let sending = async {
        for _ in 0..25_000 {
            if socket.0.send(Message::text(ping.clone())).await.is_err() {
                return;
            }
        }
        panic!("100 MB were taken from a client that reads nothing");
    };
    tokio::time::timeout(Duration::from_mins(1), sending).await.unwrap();
}

#[tokio::test]
async fn streams_end_with_the_sign_in_and_with_the_token() {
    let house = house().await;
    let ours = format!("http://{}", house.host);
    let cookie = house.manager().await;
    let from_us = [PROTOCOL, ("cookie", cookie.as_str()), ("origin", ours.as_str())];
    let mut browser = connect(&house, &from_us).await.ok().unwrap();
    browser.begins(json!({})).await;
    browser.follows("1").await;
    let mut program = connect(&house, &[PROTOCOL]).await.ok().unwrap();
    program.begins(with_token(&house, MANAGER).await).await;
    program.follows("1").await;
    let headers = [("cookie", cookie.as_str()), ("origin", ours.as_str())];
    assert_eq!(house.send("POST", "/sign-out", &headers, "").await.status, 204);
    token::revoke(&house.app, MANAGER).await.unwrap();
    let ended = Stopwatch::start();
    assert_eq!((browser.closes().await, program.closes().await), (4403, 4403));
    assert!(ended.elapsed() < Duration::from_secs(5));
}

#[tokio::test]
async fn a_referral_that_is_sent_reaches_the_queue_without_being_asked_for() {
    let house = house().await;
    let mut queue = connect(&house, &[PROTOCOL]).await.ok().unwrap();
    queue.begins(with_token(&house, "triage.swindon@ridgeway.example").await).await;
    queue.follows("work").await;

    let mut school = connect(&house, &[PROTOCOL]).await.ok().unwrap();
    school.begins(with_token(&house, "school.one@ridgeway.example").await).await;
    let query = "mutation ($input: SubmitReferralInput!) { submitReferral(input: $input) { referral { reference } } }";
    let input = json!({
        "youngPerson":
            { "givenName": "Robin", "familyName": "Testcase", "dateOfBirth": "2012-03-04", "sex": "UNKNOWN" },
        "source": "SCHOOL",
        "whatHappened": "Came to school afraid of the way home.",
        "mainFactor": "UNSAFE_JOURNEYS",
        "immediateDanger": false,
        "parentAware": true,
    });
    let payload = json!({"query": query, "variables": {"input": input}});
    school.says(json!({"type": "subscribe", "id": "1", "payload": payload})).await;
    let sent = school.message().await;
    assert!(sent["payload"]["data"]["submitReferral"]["referral"]["reference"].is_string(), "{sent}");
    assert_eq!(school.message().await["type"], "complete");

    worker::settle(&house.app).await.unwrap();
    let change = queue.message().await;
    assert_eq!((&change["type"], &change["id"]), (&json!("next"), &json!("work")));
    assert_eq!(change["payload"]["data"]["workChanged"]["kind"], "REFERRAL_SUBMITTED");
    queue.says(json!({"type": "complete", "id": "work"})).await;
    queue.follows("work").await;
}

#[tokio::test]
async fn a_server_that_stops_says_goodbye() {
    let house = house().await;
    let payload = with_token(&house, MANAGER).await;
    let mut socket = connect(&house, &[PROTOCOL]).await.ok().unwrap();
    socket.begins(payload).await;
    socket.follows("1").await;
    house.app.stop().cancel();
    assert_eq!(socket.closes().await, 1001);
}
