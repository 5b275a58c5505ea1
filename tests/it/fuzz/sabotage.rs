//! The judges themselves: each is given what must never happen, made by hand, and refuses it; and what may happen, and lets it be.

use std::{hint::black_box, time::Duration};

use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

use super::{
    documents, judge,
    raw::Answer,
    socket_model::{Act, End, Model, What},
    watch::Watched,
    wire,
};

const MEDIA: &str = "application/graphql-response+json; charset=utf-8";
const SHORT: Duration = Duration::from_millis(300);
const LONG: Duration = Duration::from_secs(20);

fn error(code: &str, message: &str) -> Value {
    json!({ "message": message, "extensions": { "code": code } })
}

fn with(error: &Value) -> String {
    json!({ "data": null, "errors": [error] }).to_string()
}

/// It is refused, for this reason.
fn refused<T: std::fmt::Debug>(judged: Result<T, String>, why: &str) {
    let told = judged.expect_err(why);
    assert!(told.contains(why), "{told:?} does not say {why:?}");
}

#[test]
fn an_answer_that_is_a_fault_is_refused() {
    let data = json!({ "data": { "viewer": null } }).to_string();
    let unfound = with(&error("NOT_FOUND", "there is none"));
    assert_eq!(judge::answer(200, MEDIA, &data), Ok(true));
    assert_eq!(judge::answer(200, MEDIA, &unfound), Ok(true));

    refused(judge::answer(500, MEDIA, &unfound), "500");
    refused(judge::answer(503, MEDIA, &unfound), "503");
    refused(judge::answer(500, MEDIA, "Internal Server Error"), "without JSON");
    for code in ["INTERNAL", "UNAVAILABLE", "SOMETHING_ELSE"] {
        refused(judge::answer(200, MEDIA, &with(&error(code, "it failed"))), "one of the codes");
    }
    let unclassified = with(&json!({ "message": "it failed" }));
    refused(judge::answer(200, MEDIA, &unclassified), "one of the codes");
    for inside in ["SELECT id FROM child", "src/read/page.rs:1", "UNIQUE constraint failed", "Option<String>"]
    {
        refused(judge::answer(200, MEDIA, &with(&error("NOT_FOUND", inside))), "is told");
    }
    let silent = json!({ "data": null }).to_string();
    refused(judge::answer(200, MEDIA, &silent), "no error says why");
    refused(judge::answer(200, "text/html", &data), "the media type");
    refused(judge::answer(200, MEDIA, &json!({ "errors": [] }).to_string()), "not empty");
}

#[test]
fn a_page_or_route_that_fails_or_lacks_what_protects_is_refused() {
    let headers = [
        "content-security-policy",
        "permissions-policy",
        "x-content-type-options: nosniff",
        "referrer-policy",
        "cross-origin-opener-policy",
        "cross-origin-resource-policy",
        "x-frame-options: DENY",
        "cache-control",
        "x-request-id",
        "content-type: application/json",
    ];
    let answer = |status: u16, body: &str| {
        let split = |header: &&str| {
            let (name, value) = header.split_once(": ").unwrap_or((header, "it"));
            (name.to_owned(), value.to_owned())
        };
        Answer { status, headers: headers.iter().map(split).collect(), body: body.to_owned() }
    };
    assert_eq!(wire::judge("GET", &answer(200, "{}")), Ok(()));
    assert_eq!(wire::judge("GET", &answer(404, "{}")), Ok(()));
    refused(wire::judge("GET", &answer(500, "{}")), "a fault of ours");
    refused(wire::judge("GET", &answer(429, "{}")), "when to come again");
    refused(wire::judge("GET", &answer(200, "{")), "no JSON");
    refused(wire::judge("GET", &answer(400, "{\"why\": \"sqlx: no such table\"}")), "is told");
    let unknown = json!({ "errors": [{ "message": "it failed" }] }).to_string();
    refused(wire::judge("POST", &answer(200, &unknown)), "one of the codes");
    for nth in 0..9 {
        let mut bare = answer(200, "{}");
        bare.headers.remove(nth);
        refused(wire::judge("GET", &bare), "is there 0 times");
    }
}

#[test]
fn what_the_protocol_does_not_allow_is_refused() {
    let after = |acts: &[Act]| {
        let mut model = Model::default();
        for act in acts {
            model.does(act);
        }
        model
    };
    let asked = after(&[Act::Init, Act::Ask("1", What::Query)]);
    let ack = json!({ "type": "connection_ack" });
    let of = |ty: &str, id: &str| json!({ "type": ty, "id": id });
    let whole = [ack.clone(), of("next", "1"), of("complete", "1")];
    assert_eq!(asked.judge(&whole, End::Open), Ok(()));
    assert!(asked.is_done(&whole) && !asked.is_done(&whole[..2]));

    refused(asked.judge(&whole[1..], End::Open), "out of place");
    refused(asked.judge(&whole[..2], End::Open), "is not what was asked for");
    refused(asked.judge(&[ack.clone(), of("next", "2")], End::Open), "nobody asked");
    refused(asked.judge(&whole, End::Off), "broke off");
    refused(asked.judge(&whole, End::Code(1011)), "closed with 1011");
    refused(asked.judge(&[ack.clone(), json!({ "type": "pong" })], End::Open), "a pong for nothing");
    let twice = after(&[Act::Init, Act::Init]);
    assert_eq!(twice.judge(std::slice::from_ref(&ack), End::Code(4429)), Ok(()));
    refused(twice.judge(std::slice::from_ref(&ack), End::Code(4400)), "closed with 4400");
    refused(twice.judge(&[ack], End::Open), "goes on");
}

#[test]
fn an_error_in_the_log_and_a_panic_inside_are_refused_whatever_was_answered() {
    let watched = Watched::new();
    let inside = |what: fn()| {
        let _ = watched.run(async { tokio::spawn(async move { what() }).await });
        watched.and_inside(Ok(()))
    };
    assert_eq!(inside(|| tracing::warn!(target: "ridgeway::http", "a warning")), Ok(()));
    refused(inside(|| tracing::error!(target: "ridgeway::http", "it failed")), "faults in the log");
    assert_eq!(inside(|| ()), Ok(()), "it is not the fault of the next");
    // In the standard library, so outside of the tests.
    let panics = || {
        let _ = (0..9).step_by(black_box(0));
    };
    refused(inside(panics), "panics");
    let failed = |_: &mut super::Dice<'_>| Err::<(), _>("it failed".to_owned());
    let tried = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        watched.tries((1, 0), 3, 9, failed);
    }));
    let told = tried.expect_err("a property that does not hold");
    let told = told.downcast_ref::<String>().expect("its reason");
    assert!(told.contains("it failed") && told.contains("PROPTEST_RNG_SEED=1"), "{told}");
}

#[test]
fn what_hangs_grows_or_leaves_tasks_behind_is_refused() {
    let mut watched = Watched::new();
    refused(watched.run_within(SHORT, std::future::pending::<()>()), "it hangs");

    let tasks = watched.tasks();
    let left = watched.run(async { tokio::spawn(std::future::pending::<()>()).abort_handle() });
    refused(watched.settles_at(tasks, SHORT), "tasks, and");
    left.abort();
    assert_eq!(watched.settles_at(tasks, LONG), Ok(()));

    watched.count_memory();
    let kept = black_box(vec![1_u8; 96 * 1024 * 1024]);
    refused(watched.has_grown_by_less_than(48), "grown by");
    drop(kept);
}

/// A server that reads a request and answers this, or nothing, to everyone.
async fn answers(with: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/graphql", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let mut open = Vec::new();
        while let Ok((mut stream, _)) = listener.accept().await {
            let _ = stream.read(&mut [0; 4096]).await;
            let _ = stream.write_all(with.as_bytes()).await;
            open.push(stream);
        }
    });
    url
}

#[test]
fn a_server_that_fails_or_says_nothing_is_refused() {
    let watched = Watched::new();
    let asks = |with: &'static str, live: bool, limit: Duration| {
        watched
            .run_within(limit, async {
                let request = reqwest::Client::new().post(answers(with).await);
                documents::answer(request, live).await
            })
            .flatten()
    };
    let well = "HTTP/1.1 200 OK\r\ncontent-type: application/graphql-response+json; charset=utf-8\r\n\
                content-length: 29\r\n\r\n{\"data\": {\"viewer\": \"there\"}}";
    assert!(asks(well, false, LONG).is_ok_and(|(executed, _)| executed));
    refused(asks("", false, SHORT), "it hangs");
    refused(
        asks("HTTP/1.1 500 Internal Server Error\r\ncontent-length: 0\r\n\r\n", false, LONG),
        "without JSON",
    );
    let stream = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream; charset=utf-8\r\n\r\n: still here\n\n";
    refused(asks(stream, true, SHORT), "it hangs");
}
