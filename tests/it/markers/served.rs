//! A served partnership, as the binary runs it: what stays behind in logs, traces, figures, Redis, files and the database.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, Command},
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use axum::{Router, body::Bytes, routing::post};
use serde_json::json;
use tempfile::TempDir;
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

use super::{
    columns, intruder, places,
    postgres_log::Log,
    search::{Search, files},
    tour::Tour,
};
use crate::support::{SECRET, START, TestApp, port};

/// A node, with folders of its own for all that a program may leave behind.
struct Node {
    process: Child,
    at: SocketAddr,
    folder: TempDir,
}

impl Drop for Node {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Node {
    async fn start(settings: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for name in ["here", "data", "tmp", "home"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        let log = File::create(folder.path().join("log")).unwrap();
        let at = port::free();
        let mut command = Command::new(env!("CARGO_BIN_EXE_ridgeway"));
        command.args(["demo", "--listen", &at.to_string(), "--now", START]).env_clear();
        command.current_dir(folder.path().join("here")).env("RIDGEWAY_DATA", folder.path().join("data"));
        command.env("TMPDIR", folder.path().join("tmp")).env("HOME", folder.path().join("home"));
        // Everything that can be had, of Ridgeway and of what it is made of.
        command.env("RIDGEWAY_LOG", "trace").env("RIDGEWAY_DRAIN", "0").envs(settings.iter().copied());
        command.stdout(log.try_clone().unwrap()).stderr(log);
        let node = Self { process: command.spawn().unwrap(), at, folder };
        let deadline = Instant::now() + Duration::from_mins(1);
        while reqwest::get(format!("{}/health/ready", node.url())).await.is_err() {
            assert!(Instant::now() < deadline, "it did not start: {}", node.log());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        node
    }

    fn url(&self) -> String {
        format!("http://{}", self.at)
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap()
    }

    /// Waits until its log holds something.
    async fn logs(&self, text: &str) {
        let deadline = Instant::now() + Duration::from_secs(20);
        while !self.log().contains(text) {
            assert!(Instant::now() < deadline, "{text} is not in its log");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Ends it as whoever runs it does; all that it holds back is sent before.
    async fn ends(&mut self) {
        assert!(Command::new("kill").arg(self.process.id().to_string()).status().unwrap().success());
        let deadline = Instant::now() + Duration::from_secs(30);
        while self.process.try_wait().unwrap().is_none() {
            assert!(Instant::now() < deadline, "it does not end");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Its log, and every file that it may have made.
    fn left_nothing(&self, search: &Search) {
        assert!(self.log().contains("answered"), "{}", self.log());
        for file in files(self.folder.path()) {
            search.nothing_in(&file.display().to_string(), &fs::read(&file).unwrap());
        }
    }
}

/// What takes traces and figures.
struct Collector {
    endpoint: String,
    taken: Arc<Mutex<Vec<Bytes>>>,
}

impl Collector {
    async fn start() -> Self {
        let taken: Arc<Mutex<Vec<Bytes>>> = Arc::default();
        let kept = Arc::clone(&taken);
        let all =
            Router::new().route("/v1/{kind}", post(async move |body: Bytes| kept.lock().unwrap().push(body)));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let endpoint = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(axum::serve(listener, all).into_future());
        Self { endpoint, taken }
    }
}

/// All that a Redis is asked.
struct Monitor {
    heard: Arc<Mutex<Vec<u8>>>,
    url: String,
}

impl Monitor {
    async fn start() -> Option<Self> {
        let url = std::env::var("TEST_REDIS_URL").ok().filter(|url| !url.is_empty())?;
        let at = url.trim_start_matches("redis://").trim_end_matches('/').to_owned();
        let mut stream = TcpStream::connect(at).await.unwrap();
        stream.write_all(b"MONITOR\r\n").await.unwrap();
        let mut yes = [0; 5];
        stream.read_exact(&mut yes).await.unwrap();
        assert_eq!(&yes, b"+OK\r\n");
        let heard: Arc<Mutex<Vec<u8>>> = Arc::default();
        let kept = Arc::clone(&heard);
        tokio::spawn(async move {
            let mut part = vec![0; 1 << 16];
            while let Ok(length @ 1..) = stream.read(&mut part).await {
                kept.lock().unwrap().extend(&part[..length]);
            }
        });
        Some(Self { heard, url })
    }

    /// Neither what was said nor what is kept.
    async fn left_nothing(&self, search: &Search) {
        let heard = self.heard.lock().unwrap().clone();
        let text = String::from_utf8_lossy(&heard).to_lowercase();
        assert!(text.contains("\"publish\""), "news went by this Redis");
        search.nothing_in("what Redis was asked", &heard);
        let client = redis::Client::open(self.url.as_str()).unwrap();
        let mut connection = client.get_multiplexed_async_connection().await.unwrap();
        let kept: Vec<String> = redis::cmd("KEYS").arg("*").query_async(&mut connection).await.unwrap();
        // Areas and organisations, sealed; what they hold is looked through below.
        assert!(kept.iter().all(|key| key.starts_with("ridgeway:cache:")), "Redis keeps {kept:?}");
        let folder: Vec<String> =
            redis::cmd("CONFIG").arg("GET").arg("dir").query_async(&mut connection).await.unwrap();
        let _: String = redis::cmd("SAVE").query_async(&mut connection).await.unwrap();
        search.nothing_in("a dump of Redis", &fs::read(Path::new(&folder[1]).join("dump.rdb")).unwrap());
    }
}

/// Requests that are on their way when a node is killed.
async fn killed_in_the_middle(node: &mut Node, tour: &mut Tour) {
    let note = tour.plant.word("addCaseNote.body");
    let draft = "mutation($input: SaveDraftInput!) { saveDraft(input: $input) { draft { id } } }";
    let all = json!({ "query": draft, "variables": { "input": { "kind": "NOTE", "content": format!("\"{note}\"") } } });
    let sent: Vec<_> = (0..8)
        .map(|_| {
            let request = reqwest::Client::new().post(format!("{}/graphql", tour.url));
            tokio::spawn(request.bearer_auth(tour.token("school.one")).json(&all).send())
        })
        .collect();
    let mut first = false;
    for one in sent {
        let answered = one.await.unwrap().is_ok();
        if !first {
            first = true;
            assert!(answered);
            node.process.kill().unwrap();
            node.process.wait().unwrap();
        }
    }
}

fn database_folder(url: &str) -> Option<PathBuf> {
    let file = url.strip_prefix("sqlite:")?;
    Path::new(file).parent().map(Path::to_path_buf)
}

/// A mail server that takes nothing, and repeats to whom it should have gone.
async fn refusing_mail() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let mut stream = BufReader::new(stream);
            let _ = stream.write_all(b"220 here\r\n").await;
            let mut line = String::new();
            while stream.read_line(&mut line).await.is_ok_and(|length| length > 0) {
                let code = if line.starts_with("RCPT") { "550 5.1.1" } else { "250" };
                let _ = stream.write_all(format!("{code} {line}").as_bytes()).await;
                line.clear();
            }
        }
    });
    url
}

/// Only what is plain by design stands in bytes of the database.
fn only_plain(what: &str, found: BTreeSet<String>) -> BTreeSet<String> {
    // A page may end within a word.
    let found: BTreeSet<_> = found.into_iter().filter(|place| !place.starts_with("a word cut off")).collect();
    let more: Vec<_> = found.iter().filter(|place| !places::PLAIN.contains(&place.as_str())).collect();
    assert!(more.is_empty(), "{what} holds {more:?}");
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_written_stays_where_it_belongs() {
    let test = TestApp::new().await;
    let url = test.database_url();
    let log = Log::begin(&test).await;
    let (redis, collector) = (Monitor::start().await, Collector::start().await);
    let secret = data_encoding::HEXLOWER.encode(&SECRET);
    let mut settings = vec![
        ("DATABASE_URL", url.as_str()),
        ("RIDGEWAY_SECRET", secret.as_str()),
        ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.endpoint.as_str()),
    ];
    if let Some(redis) = &redis {
        settings.push(("REDIS_URL", redis.url.as_str()));
    }
    let mut first = Node::start(&settings).await;
    let mut tour = Tour::new(&first.url(), &test.app).await;
    tour.take().await;
    Box::pin(intruder::comes(&mut tour)).await;
    killed_in_the_middle(&mut first, &mut tour).await;
    let search = Search::new(&tour.plant);
    first.left_nothing(&search);
    if let Some(folder) = database_folder(&url) {
        let left = files(&folder);
        assert!(left.iter().any(|file| file.extension().is_some_and(|it| it == "sqlite-wal")), "{left:?}");
        let found: BTreeSet<_> = left
            .iter()
            .flat_map(|file| only_plain(&file.display().to_string(), search.found(&fs::read(file).unwrap())))
            .collect();
        assert!(found.contains("inviteUser.email"), "{found:?}");
    }

    let mail = refusing_mail().await;
    settings.push(("RIDGEWAY_LOG_FORMAT", "json"));
    settings.extend([("RIDGEWAY_SMTP_URL", mail.as_str()), ("RIDGEWAY_MAIL_FROM", "messages@example.org")]);
    let mut second = Node::start(&settings).await;
    tour.url = second.url();
    Box::pin(intruder::comes(&mut tour)).await;
    let email = tour.plant.of("inviteUser.email");
    assert_eq!(tour.post("/link-request", &json!({ "email": email })).await.status(), 202);
    second.logs("was not mailed").await;
    second.ends().await;
    let search = Search::new(&tour.plant);
    second.left_nothing(&search);
    assert!(second.log().lines().any(|line| line.starts_with("{\"timestamp\"")), "{}", second.log());

    let taken = collector.taken.lock().unwrap().concat();
    for span in ["http.request", "live.operation", "sql.statement", "referral.submit", "ridgeway.sockets"] {
        assert!(taken.windows(span.len()).any(|part| part == span.as_bytes()), "no {span} came");
    }
    search.nothing_in("traces and figures", &taken);
    if let Some(redis) = redis {
        redis.left_nothing(&search).await;
    }
    // Before the words are looked for by statements of this test.
    if let Some(log) = &log {
        log.held_statements_alone(&search);
    }
    columns::hold_what_is_theirs(&test, &search).await;
    let backup = match database_folder(&url) {
        Some(folder) => columns::copy_of_sqlite(&test, &folder).await,
        None => log.as_ref().unwrap().files_and_dump(&test, &search).await,
    };
    let found = only_plain("a backup", search.found(&backup));
    let plain: BTreeSet<_> = places::PLAIN.iter().map(|place| (*place).to_owned()).collect();
    assert_eq!(found, plain, "what is plain by design, and that alone");
}
