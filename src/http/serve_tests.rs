//! How a served connection ends, over real sockets: by the limits on time, by the number of places, and with the server.

use std::{
    convert::Infallible,
    net::SocketAddr,
    sync::Arc,
    time::{Duration, Instant},
};

use axum::{
    Router,
    body::{Body, Bytes},
    extract::{WebSocketUpgrade, ws::Message},
    routing::get,
};
use futures_util::stream;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::Notify,
    task::JoinHandle,
    time::timeout,
};
use tokio_util::sync::CancellationToken;

use super::{pace::Patience, serve};

/// Nothing here takes longer, however busy the machine is.
const DEADLINE: Duration = Duration::from_secs(20);
/// Long enough to see that something does not happen.
const A_WHILE: Duration = Duration::from_millis(300);
const LONG: Duration = Duration::from_hours(1);
const PATIENT: Patience = Patience { head: LONG, idle: LONG, unread: LONG };

struct Served {
    at: SocketAddr,
    /// Lets `/late` answer.
    go: Arc<Notify>,
    /// Held once here, and once more for as long as somebody listens to `/endless`.
    heard: Arc<()>,
    stop: CancellationToken,
    ended: JoinHandle<()>,
}

async fn served(connections: u32, patience: Patience) -> Served {
    let (go, heard, stop) = (Arc::new(Notify::new()), Arc::new(()), CancellationToken::new());
    let (waits, listened, over) = (Arc::clone(&go), Arc::clone(&heard), stop.clone());
    let endless = move || {
        let held = Arc::clone(&listened);
        let chunk = Bytes::from(vec![b'x'; 64 * 1024]);
        std::future::ready(Body::from_stream(stream::repeat_with(move || {
            drop(Arc::clone(&held));
            Ok::<_, Infallible>(chunk.clone())
        })))
    };
    let late = move || {
        let waits = Arc::clone(&waits);
        async move {
            waits.notified().await;
            "late"
        }
    };
    let socket = move |upgrade: WebSocketUpgrade| {
        let over = over.clone();
        std::future::ready(upgrade.on_upgrade(async move |mut socket| {
            tokio::select! {
                () = over.cancelled() => drop(socket.send(Message::Close(None)).await),
                _ = socket.recv() => {}
            }
        }))
    };
    let router = Router::new()
        .route("/", get(async || "hello"))
        .route("/late", get(late))
        .route("/endless", get(endless))
        .route("/socket", get(socket));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let at = listener.local_addr().unwrap();
    let ended = tokio::spawn(serve::run(router, listener, connections, patience, stop.clone()));
    Served { at, go, heard, stop, ended }
}

struct Client(TcpStream);

impl Served {
    async fn client(&self) -> Client {
        Client(TcpStream::connect(self.at).await.unwrap())
    }
}

impl Client {
    async fn says(&mut self, text: &str) {
        self.0.write_all(text.as_bytes()).await.unwrap();
    }

    async fn asks(&mut self, path: &str) {
        self.says(&format!("GET {path} HTTP/1.1\r\nhost: a\r\n\r\n")).await;
    }

    async fn upgrades(&mut self) {
        self.says(
            "GET /socket HTTP/1.1\r\nhost: a\r\nconnection: upgrade\r\nupgrade: websocket\r\n\
             sec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
        )
        .await;
        assert!(self.hears().await.starts_with("HTTP/1.1 101"));
    }

    /// What comes next, empty at the end.
    async fn hears(&mut self) -> String {
        let mut some = [0; 4096];
        let length = timeout(DEADLINE, self.0.read(&mut some)).await.expect("in time").unwrap_or(0);
        String::from_utf8_lossy(&some[..length]).into_owned()
    }

    async fn is_answered(&mut self, path: &str) {
        self.asks(path).await;
        let answer = self.hears().await;
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    }

    /// Nothing comes, and the connection stays.
    async fn hears_nothing(&mut self) {
        let heard = timeout(A_WHILE, self.0.read(&mut [0; 64])).await;
        assert!(heard.is_err(), "{heard:?}");
    }

    /// Says a header byte by byte, each within every limit, until it is let go; after how long that was.
    async fn drips(&mut self) -> Duration {
        let began = Instant::now();
        self.says("GET / HTTP/1.1\r\nx: ").await;
        loop {
            assert!(began.elapsed() < DEADLINE, "it drips for ever");
            let _ = self.0.write_all(b"y").await;
            let read = timeout(Duration::from_millis(20), self.0.read(&mut [0; 64])).await;
            if matches!(read, Ok(Ok(0) | Err(_))) {
                return began.elapsed();
            }
        }
    }
}

#[tokio::test]
async fn who_says_nothing_or_drips_its_headers_is_let_go() {
    let head = Duration::from_millis(200);
    let served = served(100, Patience { head, ..PATIENT }).await;
    let (began, mut silent) = (Instant::now(), served.client().await);
    assert_eq!(silent.hears().await, "");
    assert!(began.elapsed() >= head);
    assert!(served.client().await.drips().await >= head / 2);
    // The first request gives no more time to the second.
    let mut kept = served.client().await;
    kept.is_answered("/").await;
    assert!(kept.drips().await >= head);
}

#[tokio::test]
async fn a_connection_rests_longer_than_a_head_may_take_and_not_for_ever() {
    let (head, idle) = (Duration::from_millis(50), Duration::from_secs(1));
    let served = served(100, Patience { head, idle, ..PATIENT }).await;
    let mut client = served.client().await;
    client.is_answered("/").await;
    client.hears_nothing().await;
    client.is_answered("/").await;
    let rests = Instant::now();
    assert_eq!(client.hears().await, "");
    assert!(rests.elapsed() >= idle / 2);
}

#[tokio::test]
async fn what_is_being_answered_has_its_own_time() {
    let short = Duration::from_millis(50);
    let served = served(100, Patience { head: short, idle: short, ..PATIENT }).await;
    let mut client = served.client().await;
    client.asks("/late").await;
    client.hears_nothing().await;
    served.go.notify_one();
    assert!(client.hears().await.ends_with("late"));
    let mut socket = served.client().await;
    socket.upgrades().await;
    socket.hears_nothing().await;
}

#[tokio::test]
async fn an_answer_that_nobody_takes_is_broken_off_and_a_slow_reader_is_not() {
    // Longer than a busy machine may keep this reader from reading.
    let unread = Duration::from_secs(1);
    let served = served(100, Patience { unread, ..PATIENT }).await;
    let nobody = Arc::strong_count(&served.heard);
    let mut client = served.client().await;
    client.asks("/endless").await;
    let (began, mut some) = (Instant::now(), vec![0; 64 * 1024]);
    while began.elapsed() < unread * 3 {
        assert!(client.0.read(&mut some).await.unwrap() > 0, "it takes what comes");
        // The slowness that is tested.
        tokio::time::sleep(Duration::from_millis(4)).await;
    }
    assert_eq!(Arc::strong_count(&served.heard), nobody + 1, "it is still sent");
    let stopped = Instant::now();
    while Arc::strong_count(&served.heard) > nobody {
        assert!(stopped.elapsed() < DEADLINE, "what nobody takes is held");
        tokio::task::yield_now().await;
    }
    while client.0.read(&mut some).await.is_ok_and(|length| length > 0) {
        assert!(stopped.elapsed() < DEADLINE, "the connection is held");
    }
}

#[tokio::test]
async fn there_are_so_many_connections_and_the_next_waits() {
    let served = served(2, PATIENT).await;
    let (mut one, mut socket, mut next) =
        (served.client().await, served.client().await, served.client().await);
    one.is_answered("/").await;
    socket.upgrades().await;
    next.asks("/").await;
    next.hears_nothing().await;
    drop(socket);
    assert!(next.hears().await.starts_with("HTTP/1.1 200"), "a socket keeps its place until it ends");
    one.is_answered("/").await;
}

#[tokio::test]
async fn a_head_has_room_in_the_buffer_or_is_refused() {
    let served = served(100, PATIENT).await;
    let mut client = served.client().await;
    client.says(&format!("GET / HTTP/1.1\r\nhost: a\r\nx: {}\r\n\r\n", "y".repeat(24 * 1024))).await;
    assert!(client.hears().await.starts_with("HTTP/1.1 200"), "what is counted exactly is not refused here");
    let _ = client.0.write_all(format!("GET / HTTP/1.1\r\nx: {}", "y".repeat(100_000)).as_bytes()).await;
    assert!(client.hears().await.starts_with("HTTP/1.1 431"));
}

#[tokio::test]
async fn at_the_stop_what_was_begun_ends_and_what_rests_is_closed() {
    let served = served(100, PATIENT).await;
    let (mut rests, mut fresh) = (served.client().await, served.client().await);
    let (mut begun, mut socket) = (served.client().await, served.client().await);
    rests.is_answered("/").await;
    begun.asks("/late").await;
    socket.upgrades().await;
    fresh.hears_nothing().await;
    served.stop.cancel();
    assert_eq!((rests.hears().await, fresh.hears().await), (String::new(), String::new()));
    assert_eq!(socket.hears().await.as_bytes(), b"\xef\xbf\xbd\0", "a close frame");
    assert!(!served.ended.is_finished(), "one is still answered");
    served.go.notify_one();
    assert!(begun.hears().await.ends_with("late"));
    drop(socket);
    timeout(DEADLINE, served.ended).await.expect("it ends").unwrap();
}

#[test]
fn the_limits_are_those_of_the_security_page() {
    let Patience { head, idle, unread } = Patience::default();
    assert_eq!([head, unread, idle].map(|limit| limit.as_secs()), [10, 20, 180]);
}

#[test]
fn there_are_no_more_connections_than_open_files() {
    let limits =
        |files: &str| format!("Limit   Soft Limit   Hard Limit   Units\nMax open files   {files}   files\n");
    assert_eq!(serve::within(&limits("1024   524288"), 10_000), 824);
    assert_eq!(serve::within(&limits("1048576   1048576"), 10_000), 10_000);
    assert_eq!(serve::within(&limits("unlimited   unlimited"), 10_000), 10_000);
    assert_eq!(serve::within("", 10_000), 10_000);
}
