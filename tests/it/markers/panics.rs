//! A panic: its message may hold anything, so nobody is told it. The test runs itself as a process of its own, since what
//! happens at a panic is set once for a whole process.

use std::process::Command;

use axum::{Router, body::Body, extract::Request, routing::get};
use ridgeway::{
    domain::record::operation::by_itself,
    http::observe,
    platform::{
        config::{Config, LogFormat},
        error::Error,
        telemetry,
    },
};
use tower_http::catch_panic::CatchPanicLayer;

use super::{plant::Plant, search::Search};
use crate::support::TestApp;

/// Carries the planted word, and tells the test below that it is meant.
const WORD: &str = "RIDGEWAY_TEST_PLANTED";

#[tokio::test]
async fn a_panic_tells_its_place_and_no_more() {
    let mut plant = Plant::new().await;
    let word = plant.word("a panic's message");
    let search = Search::new(&plant);
    for format in ["text", "json"] {
        let run = Command::new(std::env::current_exe().unwrap())
            .args(["markers::panics::what_panics", "--exact", "--ignored", "--nocapture"])
            .env(WORD, &word)
            .env("RIDGEWAY_LOG_FORMAT", format)
            .output()
            .unwrap();
        let told = [run.stdout, run.stderr].concat();
        let text = String::from_utf8_lossy(&told);
        assert!(run.status.success() && text.contains("1 passed"), "{text}");
        search.nothing_in("what a panic leaves", &told);
        assert_eq!(text.matches("panics.rs:").count(), 5, "the place of each: {text}");
    }
}

#[test]
#[ignore = "panics; run by the test above, in a process of its own"]
fn what_panics() {
    let Ok(word) = std::env::var(WORD) else { return };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let test = runtime.block_on(TestApp::new());
    let json = std::env::var("RIDGEWAY_LOG_FORMAT").is_ok_and(|format| format == "json");
    let log_format = if json { LogFormat::Json } else { LogFormat::Text };
    let config = Config { log: "trace".to_owned(), log_format, ..test.app.config().clone() };
    let telemetry = telemetry::start(&config).unwrap();
    runtime.block_on(async {
        let (app, message) = (test.app.clone(), word.clone());
        let operation = tokio::spawn(async move {
            let _ =
                by_itself(&app, "test.panic", async |_| -> Result<(), Error> { panic!("{message}") }).await;
        });
        assert!(operation.await.is_err());
        let text = word.clone();
        assert!(tokio::spawn(async move { text[..1000].len() }).await.is_err());
        let text = word.clone();
        assert!(tokio::spawn(async move { text.parse::<u32>().map_err(|_| text).unwrap() }).await.is_err());
        let text = word.clone();
        assert!(tokio::task::spawn_blocking(move || text.parse::<u32>().expect(&text)).await.is_err());

        let resolver = get(move |_: Request<Body>| async move {
            assert!(word.is_empty(), "{word}");
        });
        let routes = Router::new().route("/", resolver).layer(CatchPanicLayer::custom(observe::panicked));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/", listener.local_addr().unwrap());
        tokio::spawn(axum::serve(listener, routes).into_future());
        let answer = reqwest::get(url).await.unwrap();
        println!("{} {}", answer.status(), answer.text().await.unwrap());
    });
    telemetry.flush();
}
