//! Arbitrary clients of `/graphql` as a socket: they do things in any order, and the protocol in small says what may come.

use std::time::Duration;

use chrono::TimeDelta;
use futures_util::{SinkExt, StreamExt, future::join_all};
use ridgeway::domain::people::token;
use serde_json::{Value, json};
use tokio::{io::AsyncWriteExt, net::TcpStream, time::timeout};
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async,
    tungstenite::{
        Message,
        client::IntoClientRequest,
        http::HeaderValue,
        protocol::frame::{
            Frame,
            coding::{Data, OpCode},
        },
    },
};

use super::{
    dice::Dice,
    judge, seed,
    socket_model::{self, Act, End, Model},
    watch::Watched,
};
use crate::http::house::demo_with;

/// Whatever has to come comes within this.
const SOON: Duration = Duration::from_secs(20);
/// One person may hold so many connections here.
const SEATS: usize = 20;

struct Client {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    heard: Vec<Value>,
    end: End,
}

impl Client {
    async fn connect(host: &str) -> Result<Self, String> {
        let mut request = format!("ws://{host}/graphql").into_client_request().unwrap();
        let protocol = HeaderValue::from_static("graphql-transport-ws");
        request.headers_mut().insert("sec-websocket-protocol", protocol);
        let (socket, _) = connect_async(request).await.map_err(|error| error.to_string())?;
        Ok(Self { socket, heard: Vec::new(), end: End::Open })
    }

    /// Sends a text, whole or in pieces with something between them. What the server no longer takes is not sent.
    async fn sends(&mut self, text: &str, pieces: usize) {
        let cuts: Vec<usize> =
            (1..pieces).map(|n| text.floor_char_boundary(text.len() * n / pieces)).collect();
        if cuts.is_empty() {
            let _ = self.socket.send(Message::text(text)).await;
            return;
        }
        let (mut from, last) = (0, text.len());
        for to in cuts.into_iter().chain([last]) {
            let kind = if from == 0 { Data::Text } else { Data::Continue };
            // A first piece of nothing would be followed by another first piece.
            if to == from && to != last {
                continue;
            }
            let piece = Frame::message(text[from..to].to_owned(), OpCode::Data(kind), to == last);
            let _ = self.socket.send(Message::Frame(piece)).await;
            let _ = self.socket.send(Message::Ping(Vec::new().into())).await;
            from = to;
        }
    }

    async fn does(&mut self, act: &Act, token: &str, pieces: usize) {
        let message = match act {
            Act::Init => {
                json!({"type": "connection_init", "payload": {"Authorization": format!("Bearer {token}")}})
            }
            Act::Unwelcome(payload) => json!({"type": "connection_init", "payload": payload}),
            Act::Ping(payload) => payload.as_ref().map_or_else(
                || json!({"type": "ping"}),
                |payload| json!({"type": "ping", "payload": payload}),
            ),
            Act::Pong => json!({"type": "pong"}),
            Act::Ask(id, what) => {
                json!({"type": "subscribe", "id": id, "payload": {"query": what.document()}})
            }
            Act::Complete(id) => json!({"type": "complete", "id": id}),
            Act::Malformed(text) => return self.sends(text, pieces).await,
            Act::Huge => return self.sends(&"x".repeat(1024 * 1024 + 1), pieces).await,
            Act::Bytes(bytes) => return drop(self.socket.send(Message::binary(bytes.clone())).await),
            Act::Beat => return drop(self.socket.send(Message::Ping(vec![1].into())).await),
            Act::Leave => return drop(self.socket.close(None).await),
            Act::HalfClose => {
                if let MaybeTlsStream::Plain(stream) = self.socket.get_mut() {
                    let _ = stream.shutdown().await;
                }
                return;
            }
        };
        self.sends(&message.to_string(), pieces).await;
    }

    /// Hears one thing more; the error is what nobody may hear.
    async fn hears(&mut self) -> Result<(), String> {
        match timeout(SOON, self.socket.next()).await {
            Err(_) => return Err(format!("nothing came for {SOON:?}")),
            Ok(Some(Ok(Message::Text(text)))) => {
                let message: Value = serde_json::from_str(&text).map_err(|_| format!("no JSON: {text}"))?;
                match message["type"].as_str() {
                    Some("next") => drop(judge::response(&message["payload"])?),
                    Some("error") => judge::errors(&message["payload"])?,
                    _ => {}
                }
                self.heard.push(message);
            }
            Ok(Some(Ok(Message::Ping(_) | Message::Pong(_)))) => {}
            Ok(Some(Ok(Message::Close(frame)))) => {
                self.end = frame.map_or(End::Off, |frame| End::Code(frame.code.into()));
            }
            Ok(Some(Ok(other))) => return Err(format!("the server sends {other:?}")),
            Ok(Some(Err(_)) | None) => {
                if self.end == End::Open {
                    self.end = End::Off;
                }
            }
        }
        Ok(())
    }

    fn was_let_in(&self) -> bool {
        self.heard.iter().any(|message| message["type"] == "connection_ack")
    }
}

/// A client does some things, and hears what comes of them.
async fn talk(host: &str, token: &str, dice: &mut Dice<'_>) -> Result<(), String> {
    let mut client = Client::connect(host).await?;
    let (mut model, mut acts) = (Model::default(), Vec::new());
    let mut length = dice.below(14);
    // Most begin as they should.
    let well = !dice.once_in(4);
    while length > 0 && client.end == End::Open {
        length -= 1;
        let act = if well && acts.is_empty() { Act::Init } else { socket_model::any(dice) };
        let first_init = matches!(act, Act::Init) && !client.was_let_in() && !model.is_over();
        let pieces = if dice.once_in(6) { 1 + dice.below(4) } else { 1 };
        client.does(&act, token, pieces).await;
        model.does(&act);
        acts.push(act);
        while first_init && !model.is_over() && client.end == End::Open && !client.was_let_in() {
            client.hears().await.map_err(|why| told(&why, &acts, &client))?;
        }
        if dice.once_in(3)
            && !model.is_over()
            && !acts.is_empty()
            && !model.is_done(&client.heard)
            && client.end == End::Open
        {
            // Waits for something that is on its way.
            client.hears().await.map_err(|why| told(&why, &acts, &client))?;
        }
    }
    while client.end == End::Open && (model.is_over() || !model.is_done(&client.heard)) {
        client.hears().await.map_err(|why| told(&why, &acts, &client))?;
    }
    model.judge(&client.heard, client.end).map_err(|why| told(&why, &acts, &client))
}

fn told(why: &str, acts: &[Act], client: &Client) -> String {
    let (heard, end) = (json!(client.heard), client.end);
    let acts = format!("{acts:?}");
    let acts: String = acts.chars().take(4_000).collect();
    format!("{why}\nthe client did {acts}\nand heard {heard}, end: {end:?}")
}

/// A client that says nothing is let go with 4408.
async fn silent(host: &str) -> Option<End> {
    let mut client = Client::connect(host).await.ok()?;
    while client.end == End::Open {
        client.hears().await.ok()?;
    }
    Some(client.end)
}

#[test]
fn whatever_a_client_does_the_protocol_answers() {
    let mut watched = Watched::new();
    let seats = SEATS.to_string();
    let options = ["--requests-per-person", "100000", "--sockets-per-person", &seats];
    let house = watched.run(demo_with(&options));
    let email = "manager.swindon@ridgeway.example";
    let token = watched.run(token::issue(&house.app, email, TimeDelta::days(9))).unwrap();
    let host = house.host.clone();
    // What is there for good is there after the first.
    watched.run(talk(&host, &token, &mut Dice::new(&[3, 0, 0, 10]))).unwrap();
    watched.settles_at(before_any(&watched), SOON).unwrap();
    watched.count_memory();
    let tasks = watched.tasks();
    // In a pair: it is not waited for yet.
    let (quiet, ()) = watched.run(async {
        let host = host.clone();
        (tokio::spawn(async move { silent(&host).await }), ())
    });
    watched.tries((seed(), 0), 250, 90, |dice| watched.run(talk(&host, &token, dice)));
    assert_eq!(watched.run(quiet).unwrap(), Some(End::Code(4408)));
    // Neither a task nor anybody's place among the connections is left behind.
    watched.settles_at(tasks, SOON).unwrap();
    watched.run(async {
        let mut all = join_all((0..SEATS).map(|_| Client::connect(&host))).await;
        for client in &mut all {
            let client = client.as_mut().unwrap();
            client.does(&Act::Init, &token, 1).await;
            client.hears().await.unwrap();
            assert!(client.was_let_in(), "{:?}", client.end);
        }
    });
    watched.has_grown_by_less_than(200).unwrap();
}

/// The tasks of a server that nobody is connected to: as many as there are when they have become no fewer for a while.
fn before_any(watched: &Watched) -> usize {
    let began = std::time::Instant::now();
    let mut fewest = watched.tasks();
    while began.elapsed() < Duration::from_secs(1) {
        fewest = fewest.min(watched.tasks());
        std::thread::yield_now();
    }
    fewest
}
