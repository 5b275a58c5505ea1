//! Clients that open a stream and never read it: they are let go, little is kept for them meanwhile, and others go on hearing.

use std::time::Duration;

use chrono::TimeDelta;
use futures_util::{SinkExt, StreamExt};
use ridgeway::{domain::people::token, http::pace::Patience, worker};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpSocket, TcpStream},
    time::timeout,
};
use tokio_tungstenite::{
    WebSocketStream, client_async,
    tungstenite::{Message, client::IntoClientRequest, http::HeaderValue},
};

use super::house::{House, house_with_patience};
use crate::faults::until;

const TRIAGE: &str = "triage.swindon@ridgeway.example";
/// Of what happened, as often as a document may: one delivery is about 200 kB.
const FOLLOW: &str = "subscription { workChanged { kind subject { ... on Referral { reference TIMES } } } }";
const TIMES: usize = 28;
/// So many deliveries are nearly 30 MB to each who follows.
const EVENTS: usize = 130;
/// What both mute clients and all else may cost, in KiB: less than what would wait for one of them without a bound.
const MOST: u64 = 24 * 1024;
const DEADLINE: Duration = Duration::from_mins(1);

fn follow() -> Value {
    let times: Vec<_> = (0..TIMES).map(|nth| format!("a{nth}: whatHappened")).collect();
    json!({ "query": FOLLOW.replace("TIMES", &times.join(" ")) })
}

/// A connection that holds little of what is on its way.
async fn narrow(host: &str) -> TcpStream {
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_recv_buffer_size(4096).unwrap();
    socket.connect(host.parse().unwrap()).await.unwrap()
}

fn asks(token: &str) -> String {
    let body = follow().to_string();
    format!(
        "POST /graphql HTTP/1.1\r\nhost: a\r\nauthorization: Bearer {token}\r\naccept: text/event-stream\r\n\
         content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
}

/// An event stream that has begun.
async fn events(house: &House, token: &str) -> TcpStream {
    let mut stream = narrow(&house.host).await;
    stream.write_all(asks(token).as_bytes()).await.unwrap();
    let mut begun = String::new();
    while !begun.contains("READY") {
        let mut some = [0; 4096];
        let length = timeout(DEADLINE, stream.read(&mut some)).await.expect("in time").unwrap();
        assert!(length > 0, "{begun}");
        begun += &String::from_utf8_lossy(&some[..length]);
    }
    stream
}

/// A socket on which a stream has begun.
async fn socket(house: &House, token: &str) -> WebSocketStream<TcpStream> {
    let mut request = format!("ws://{}/graphql", house.host).into_client_request().unwrap();
    let protocol = HeaderValue::from_static("graphql-transport-ws");
    request.headers_mut().insert("sec-websocket-protocol", protocol);
    let (mut socket, _) = client_async(request, narrow(&house.host).await).await.unwrap();
    let init =
        json!({ "type": "connection_init", "payload": { "Authorization": format!("Bearer {token}") } });
    let subscribe = json!({ "type": "subscribe", "id": "1", "payload": follow() });
    for (said, heard) in [(init, "connection_ack"), (subscribe, "READY")] {
        socket.send(Message::text(said.to_string())).await.unwrap();
        loop {
            let message = timeout(DEADLINE, socket.next()).await.expect("in time").unwrap().unwrap();
            if message.to_string().contains(heard) {
                break;
            }
        }
    }
    socket
}

/// Somebody who reads on until a text comes.
struct Reader(reqwest::Response);

impl Reader {
    async fn hears(&mut self, text: &str) {
        let mut waiting = String::new();
        while !waiting.contains(text) {
            let chunk = timeout(DEADLINE, self.0.chunk()).await.expect("in time").unwrap();
            waiting += &String::from_utf8_lossy(&chunk.expect("it goes on"));
            let from = waiting.len().saturating_sub(200);
            if !waiting.contains(text) {
                waiting.drain(..waiting.floor_char_boundary(from));
            }
        }
    }
}

/// How a stream is answered by its status.
async fn listen(house: &House, token: &str) -> reqwest::Response {
    let request = reqwest::Client::new().post(format!("{}/graphql", house.url)).bearer_auth(token);
    request.header("accept", "text/event-stream").json(&follow()).send().await.unwrap()
}

/// A school sends a referral with as many words as fit; its reference.
async fn refers(house: &House) -> String {
    let input = json!({ "source": "SCHOOL", "whatHappened": "\u{1f98a}".repeat(2000), "mainFactor": "UNSAFE_JOURNEYS",
        "youngPerson": { "givenName": "Robin", "familyName": "Testcase", "dateOfBirth": "2012-03-04", "sex": "UNKNOWN" },
        "immediateDanger": false, "parentAware": true });
    let submit =
        "mutation($input: SubmitReferralInput!) { submitReferral(input: $input) { referral { reference } } }";
    let school = house.test.school().await;
    let sent = Box::pin(school.get(submit, json!({ "input": input }))).await;
    worker::settle(&house.app).await.unwrap();
    sent["submitReferral"]["referral"]["reference"].as_str().unwrap().to_owned()
}

/// Resident memory of this process, in KiB.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.split_whitespace().next().unwrap().parse().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_never_reads_is_let_go_costs_little_and_keeps_nobody_from_hearing() {
    let unread = Duration::from_secs(3);
    let patience = Patience { unread, ..Patience::default() };
    let house =
        house_with_patience(&["--sockets-per-person", "2", "--requests-per-person", "100000"], patience)
            .await;
    let of = async |email: &str| token::issue(&house.app, email, TimeDelta::days(1)).await.unwrap();
    let (mute, reads) = (of(TRIAGE).await, of(super::house::MANAGER).await);
    let mut reader = Reader(listen(&house, &reads).await);
    // What is there for good is there after some.
    for _ in 0..10 {
        reader.hears(&refers(&house).await).await;
    }
    let _events = events(&house, &mute).await;
    let _socket = socket(&house, &mute).await;
    assert_eq!(listen(&house, &mute).await.status(), 429, "two places, and both are taken");
    let before = resident();
    for _ in 0..EVENTS {
        let reference = refers(&house).await;
        reader.hears(&reference).await;
    }
    let grown = resident().saturating_sub(before);
    println!("grown by {grown} KiB");
    assert!(grown < MOST, "grown by {grown} KiB");
    // Both places are free again, one after another: whoever takes the one keeps it.
    let mut free = Vec::new();
    let let_go = until("both are let go", DEADLINE, async || {
        let answer = listen(&house, &mute).await;
        if answer.status() == 200 {
            free.push(answer);
        }
        free.len() == 2
    });
    println!("let go after {:?}", let_go.await);
    reader.hears(&refers(&house).await).await;
}
