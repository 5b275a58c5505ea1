//! Clients that take their time, against the whole program: what holds for every connection is beside `http/serve`.

use std::time::Duration;

use chrono::TimeDelta;
use ridgeway::{domain::people::token, http::pace::Patience};
use serde_json::json;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

use super::house::{House, MANAGER, TRUSTED, house, house_with_patience};

const SHORT: Duration = Duration::from_millis(200);
const DEADLINE: Duration = Duration::from_secs(20);

async fn connected(house: &House, says: &str) -> TcpStream {
    let mut stream = TcpStream::connect(&house.host).await.unwrap();
    stream.write_all(says.as_bytes()).await.unwrap();
    stream
}

async fn hears(stream: &mut TcpStream) -> String {
    let mut some = vec![0; 64 * 1024];
    let length = timeout(DEADLINE, stream.read(&mut some)).await.expect("in time").unwrap_or(0);
    String::from_utf8_lossy(&some[..length]).into_owned()
}

#[tokio::test]
async fn a_stream_outlives_the_limits_that_end_half_a_head_and_a_rest() {
    let house = house_with_patience(&[], Patience { head: SHORT, idle: SHORT, unread: SHORT }).await;
    let token = token::issue(&house.app, MANAGER, TimeDelta::hours(1)).await.unwrap();
    let body = json!({ "query": TRUSTED[1] }).to_string();
    let follows = format!(
        "POST /graphql HTTP/1.1\r\nhost: a\r\nauthorization: Bearer {token}\r\naccept: text/event-stream\r\n\
         content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    );
    let mut stream = connected(&house, &follows).await;
    let mut begun = String::new();
    while !begun.contains("READY") {
        begun += &hears(&mut stream).await;
    }

    let mut half = connected(&house, "GET / HTTP/1.1\r\nhost").await;
    assert_eq!(hears(&mut half).await, "");
    let mut rests = connected(&house, "GET /health/live HTTP/1.1\r\nhost: a\r\n\r\n").await;
    assert!(hears(&mut rests).await.starts_with("HTTP/1.1 200"));
    assert_eq!(hears(&mut rests).await, "");
    let still = timeout(SHORT, stream.read(&mut [0; 64])).await;
    assert!(still.is_err(), "{still:?}");
}

#[tokio::test]
async fn headers_above_16_kib_are_refused_as_everything_is() {
    let house = house().await;
    let with = async |length: usize| {
        let head = format!("GET /health/live HTTP/1.1\r\nhost: a\r\nx: {}\r\n\r\n", "y".repeat(length));
        hears(&mut connected(&house, &head).await).await
    };
    let taken = with(16 * 1024 - 100).await;
    assert!(taken.starts_with("HTTP/1.1 200"), "{taken}");
    let refused = with(16 * 1024).await;
    assert!(
        refused.starts_with("HTTP/1.1 431") && refused.contains("x-content-type-options: nosniff"),
        "{refused}"
    );
}
