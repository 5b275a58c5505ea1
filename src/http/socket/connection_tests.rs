//! The protocol, frame by frame, over channels and a clock that stands still until it is needed.

use std::{
    future::Future,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};

use async_graphql::{EmptyMutation, Object, Response as GraphqlResponse, Schema, Subscription};
use serde_json::{Map, Value, json};
use tokio_stream::wrappers::UnboundedReceiverStream;

use super::super::{
    documents::{Documents, Prepared},
    fault::Fault,
    live::{Engine, Refused},
    parameters::Parameters,
};
use super::connection::*;
use super::*;
use futures_util::{Stream, stream::BoxStream};

struct Query;

#[Object]
impl Query {
    async fn one(&self) -> i32 {
        1
    }
    async fn never(&self) -> i32 {
        std::future::pending().await
    }
}

struct Streams;

#[Subscription]
impl Streams {
    async fn count(&self, to: i32) -> impl Stream<Item = i32> {
        stream::iter(1..=to)
    }
    async fn told(&self, ctx: &async_graphql::Context<'_>) -> impl Stream<Item = i32> + use<> {
        let told = ctx.data_unchecked::<tokio::sync::broadcast::Sender<i32>>().subscribe();
        tokio_stream::wrappers::BroadcastStream::new(told).filter_map(|n| std::future::ready(n.ok()))
    }
    #[expect(clippy::unused_async, reason = "the library asks for it")]
    async fn refused(&self) -> async_graphql::Result<stream::Empty<i32>> {
        Err("no".into())
    }
}

#[derive(Clone)]
struct Toy {
    schema: Schema<Query, EmptyMutation, Streams>,
    documents: Arc<Documents>,
    tell: tokio::sync::broadcast::Sender<i32>,
    holds: Arc<AtomicBool>,
    full: Arc<AtomicBool>,
    uses: Arc<AtomicUsize>,
    looks: Arc<AtomicUsize>,
}

impl Engine for Toy {
    type Pass = ();
    type Who = ();
    type Place = ();

    fn pass(&self, payload: &Map<String, Value>) -> Option<()> {
        payload.contains_key("let me in").then_some(())
    }
    fn enter(&self, (): ()) -> impl Future<Output = Result<(), Refused>> + Send + 'static {
        let full = self.full.load(Ordering::SeqCst);
        let admitted = self.admit((), false);
        async move { if full { Err(Refused::Full) } else { admitted.await } }
    }
    fn admit(&self, (): (), counts: bool) -> impl Future<Output = Result<(), Refused>> + Send + 'static {
        self.looks.fetch_add(1, Ordering::SeqCst);
        self.uses.fetch_add(usize::from(counts), Ordering::SeqCst);
        let holds = self.holds.load(Ordering::SeqCst);
        async move { if holds { Ok(()) } else { Err(Refused::Forbidden) } }
    }
    fn prepare(&self, (): &(), parameters: Parameters) -> Result<Prepared, Fault> {
        self.documents.prepare(parameters)
    }
    fn execute(&self, prepared: Prepared, (): ()) -> impl Future<Output = GraphqlResponse> + Send + 'static {
        let schema = self.schema.clone();
        async move { schema.execute(prepared.request).await }
    }
    fn subscribe(&self, prepared: Prepared, (): ()) -> BoxStream<'static, GraphqlResponse> {
        self.schema.execute_stream(prepared.request.data(self.tell.clone())).boxed()
    }
}

/// A client of one connection.
struct Client {
    toy: Toy,
    say: Option<mpsc::UnboundedSender<Incoming>>,
    hear: mpsc::Receiver<Outgoing>,
    stop: tokio_util::sync::CancellationToken,
}

impl Client {
    fn connect() -> Self {
        let toy = Toy {
            schema: Schema::new(Query, EmptyMutation, Streams),
            documents: Arc::default(),
            tell: tokio::sync::broadcast::channel(10).0,
            holds: Arc::new(AtomicBool::new(true)),
            full: Arc::default(),
            uses: Arc::default(),
            looks: Arc::default(),
        };
        let (say, said) = mpsc::unbounded_channel();
        let (outgoing, hear) = mpsc::channel(4);
        let stop = tokio_util::sync::CancellationToken::new();
        tokio::spawn(run(toy.clone(), UnboundedReceiverStream::new(said), outgoing, stop.clone()));
        Self { toy, say: Some(say), hear, stop }
    }

    async fn ready() -> Self {
        let mut client = Self::connect();
        client.says(&json!({"type": "connection_init", "payload": {"let me in": true}}));
        client.hears(json!({"type": "connection_ack"})).await;
        client
    }

    fn sends(&self, frame: Incoming) {
        self.say.as_ref().unwrap().send(frame).unwrap();
    }
    fn says(&self, message: &Value) {
        self.sends(Incoming::Text(message.to_string()));
    }
    fn asks(&self, id: &str, query: &str) {
        self.says(&json!({"type": "subscribe", "id": id, "payload": {"query": query}}));
    }

    /// The next frame that is not a ping.
    async fn frame(&mut self) -> Option<Outgoing> {
        loop {
            match self.hear.recv().await {
                Some(Outgoing::Ping) => {}
                other => return other,
            }
        }
    }
    async fn message(&mut self) -> Value {
        match self.frame().await {
            Some(Outgoing::Text(text)) => serde_json::from_str(&text).unwrap(),
            other => panic!("a message, not {other:?}"),
        }
    }
    async fn hears(&mut self, message: Value) {
        assert_eq!(self.message().await, message);
    }
    async fn closes(&mut self, code: u16) {
        match self.frame().await {
            Some(Outgoing::Close(closing)) => assert_eq!(closing.code, code, "{closing:?}"),
            other => panic!("a close with {code}, not {other:?}"),
        }
        assert_eq!(self.frame().await, None);
    }
}

#[tokio::test(start_paused = true)]
async fn init_has_ten_seconds() {
    let mut client = Client::connect();
    let began = tokio::time::Instant::now();
    client.closes(4408).await;
    assert_eq!(began.elapsed(), INIT);
}

#[tokio::test(start_paused = true)]
async fn pings_are_answered_before_and_after_ack() {
    let mut client = Client::connect();
    client.says(&json!({"type": "ping", "payload": {"a": 1}}));
    client.hears(json!({"type": "pong", "payload": {"a": 1}})).await;
    client.says(&json!({"type": "pong"}));
    client.says(&json!({"type": "connection_init", "payload": {"let me in": 1}}));
    client.hears(json!({"type": "connection_ack"})).await;
    client.says(&json!({"type": "ping"}));
    client.hears(json!({"type": "pong"})).await;
}

#[tokio::test(start_paused = true)]
async fn what_is_malformed_or_out_of_place_closes() {
    for text in ["nonsense", r#"{"type":"start"}"#, r#"{"type":"subscribe","id":"1","payload":{}}"#] {
        let mut client = Client::ready().await;
        client.sends(Incoming::Text(text.to_owned()));
        client.closes(4400).await;
    }
    let mut client = Client::ready().await;
    client.sends(Incoming::Malformed);
    client.closes(4400).await;

    let mut early = Client::connect();
    early.asks("1", "{ one }");
    early.closes(4401).await;
    // Neither does asking count while the credential is being looked up.
    let mut hasty = Client::connect();
    hasty.says(&json!({"type": "connection_init", "payload": {"let me in": 1}}));
    hasty.says(&json!({"type": "connection_init", "payload": {"let me in": 1}}));
    loop {
        match hasty.frame().await {
            Some(Outgoing::Close(closing)) => break assert_eq!(closing.code, 4429),
            Some(_) => {}
            None => panic!("closed without a word"),
        }
    }
    let mut stranger = Client::connect();
    stranger.says(&json!({"type": "connection_init"}));
    stranger.closes(4403).await;
    let mut ended = Client::connect();
    ended.toy.holds.store(false, Ordering::SeqCst);
    ended.says(&json!({"type": "connection_init", "payload": {"let me in": 1}}));
    ended.closes(4403).await;
    let mut crowded = Client::connect();
    crowded.toy.full.store(true, Ordering::SeqCst);
    crowded.says(&json!({"type": "connection_init", "payload": {"let me in": 1}}));
    crowded.closes(1013).await;
}

#[tokio::test(start_paused = true)]
async fn queries_and_streams_run_to_their_end_and_leave_their_id_free() {
    let mut client = Client::ready().await;
    for _ in 0..2 {
        client.asks("1", "{ one }");
        client.hears(json!({"type": "next", "id": "1", "payload": {"data": {"one": 1}}})).await;
        client.hears(json!({"type": "complete", "id": "1"})).await;
    }
    assert_eq!(client.toy.uses.load(Ordering::SeqCst), 2);
    client.asks("1", "subscription { count(to: 2) }");
    client.hears(json!({"type": "next", "id": "1", "payload": {"data": {"count": 1}}})).await;
    client.hears(json!({"type": "next", "id": "1", "payload": {"data": {"count": 2}}})).await;
    client.hears(json!({"type": "complete", "id": "1"})).await;
    // A stream is not use of a sign-in.
    assert_eq!(client.toy.uses.load(Ordering::SeqCst), 2);
}

#[tokio::test(start_paused = true)]
async fn what_is_refused_answers_error_and_nothing_more() {
    let mut client = Client::ready().await;
    for query in ["{ two }", "{ one", "subscription { nothing }", "subscription { refused }", ""] {
        client.asks("1", query);
        let message = client.message().await;
        assert_eq!(message["type"], "error", "{query}: {message}");
        assert_eq!(message["id"], "1");
        assert!(message["payload"].as_array().is_some_and(|errors| !errors.is_empty()), "{message}");
    }
    client.says(&json!({"type": "ping"}));
    client.hears(json!({"type": "pong"})).await;
}

#[tokio::test(start_paused = true)]
async fn an_id_is_used_once_at_a_time() {
    let mut client = Client::ready().await;
    client.asks("1", "{ never }");
    client.asks("2", "{ never }");
    client.asks("1", "{ one }");
    client.closes(4409).await;

    let mut client = Client::ready().await;
    client.asks("1", "subscription { told }");
    client.says(&json!({"type": "complete", "id": "1"}));
    client.says(&json!({"type": "complete", "id": "unknown"}));
    client.asks("1", "{ one }");
    client.hears(json!({"type": "next", "id": "1", "payload": {"data": {"one": 1}}})).await;
    client.hears(json!({"type": "complete", "id": "1"})).await;
}

#[tokio::test(start_paused = true)]
async fn a_right_that_ends_closes_within_five_seconds() {
    let mut client = Client::ready().await;
    client.asks("1", "subscription { told }");
    tokio::time::sleep(Duration::from_secs(1)).await;
    client.toy.holds.store(false, Ordering::SeqCst);
    let ended = tokio::time::Instant::now();
    client.closes(4403).await;
    assert!(ended.elapsed() <= Duration::from_secs(5));
}

#[tokio::test(start_paused = true)]
async fn nothing_is_delivered_after_the_right_ended() {
    let mut client = Client::ready().await;
    client.asks("1", "subscription { told }");
    tokio::time::sleep(Duration::from_millis(10)).await;
    client.toy.tell.send(1).unwrap();
    client.hears(json!({"type": "next", "id": "1", "payload": {"data": {"told": 1}}})).await;
    client.toy.holds.store(false, Ordering::SeqCst);
    client.toy.tell.send(2).unwrap();
    client.closes(4403).await;
}

#[tokio::test(start_paused = true)]
async fn a_connection_without_streams_asks_nothing() {
    let mut client = Client::ready().await;
    let looks = client.toy.looks.load(Ordering::SeqCst);
    for _ in 0..10 {
        tokio::time::sleep(Duration::from_secs(10)).await;
        client.sends(Incoming::Alive);
    }
    assert_eq!(client.toy.looks.load(Ordering::SeqCst), looks);
    client.stop.cancel();
    client.closes(1001).await;
}

#[tokio::test(start_paused = true)]
async fn who_says_nothing_or_reads_nothing_is_let_go() {
    let mut silent = Client::ready().await;
    assert_eq!(silent.frame().await, None);

    // The channel holds four messages and nobody reads them.
    let mut slow = Client::ready().await;
    slow.asks("1", "subscription { count(to: 100) }");
    tokio::time::sleep(Duration::from_mins(1)).await;
    for n in 1..=4 {
        let payload = json!({"data": {"count": n}});
        slow.hears(json!({"type": "next", "id": "1", "payload": payload})).await;
    }
    assert_eq!(slow.frame().await, None);
}

#[tokio::test(start_paused = true)]
async fn a_client_that_leaves_ends_its_operations() {
    let mut client = Client::ready().await;
    client.asks("1", "subscription { told }");
    tokio::time::sleep(Duration::from_millis(10)).await;
    assert_eq!(client.toy.tell.receiver_count(), 1);
    client.say = None;
    assert_eq!(client.frame().await, None);
    assert_eq!(client.toy.tell.receiver_count(), 0);
}
