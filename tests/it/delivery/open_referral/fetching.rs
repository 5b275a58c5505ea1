//! Fetching a feed: https alone, no address inside, whatever a name or a redirect says, up to a size and within a time.

use std::{
    collections::HashMap,
    net::SocketAddr,
    sync::{Arc, Mutex},
};

use axum::{
    Router,
    extract::{Path, RawQuery, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use ridgeway::{
    domain::delivery::open_referral::source,
    platform::fetch::{Fetch, Later, Network, Stream, checked},
};
use serde_json::json;
use tokio::net::{TcpListener, TcpStream};

use super::intake::service;

/// An address on the public internet, as far as names in these tests say.
const OUTSIDE: &str = "93.184.215.14";
const INSIDE: &str = "10.0.0.7";

/// Names that answer as they are told, one answer after the other, and connections that all lead to one local server.
/// The rules about addresses are the program's own.
struct Local {
    server: SocketAddr,
    answers: Mutex<HashMap<String, Vec<Vec<&'static str>>>>,
    connected: Mutex<Vec<SocketAddr>>,
}

impl Network for Local {
    fn resolve<'a>(&'a self, host: &'a str, port: u16) -> Later<'a, Vec<SocketAddr>> {
        let mut answers = self.answers.lock().unwrap();
        let of_host = answers.entry(host.to_owned()).or_default();
        let now =
            if of_host.len() > 1 { of_host.remove(0) } else { of_host.first().cloned().unwrap_or_default() };
        let found = now.iter().map(|address| SocketAddr::new(address.parse().unwrap(), port)).collect();
        Box::pin(async move { Ok(found) })
    }

    fn connect<'a>(&'a self, to: SocketAddr, _: &'a str) -> Later<'a, Box<dyn Stream>> {
        self.connected.lock().unwrap().push(to);
        Box::pin(async move {
            let stream: Box<dyn Stream> = Box::new(TcpStream::connect(self.server).await?);
            Ok(stream)
        })
    }
}

type Asked = Arc<Mutex<Vec<String>>>;

/// `/to/ADDRESS` leads there; `/page` is a feed of three pages; others are what their names say.
async fn server(asked: Asked) -> SocketAddr {
    async fn answer(
        State(asked): State<Asked>,
        Path(path): Path<String>,
        RawQuery(query): RawQuery,
        headers: HeaderMap,
    ) -> Response {
        let query = query.unwrap_or_default();
        asked.lock().unwrap().push(format!("{path}?{query}"));
        assert!(!headers.contains_key(header::COOKIE) && !headers.contains_key(header::AUTHORIZATION));
        if let Some(to) = path.strip_prefix("to/") {
            return (StatusCode::FOUND, [(header::LOCATION, to.replace('~', "/"))]).into_response();
        }
        match path.as_str() {
            "around" => (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, "/around")]).into_response(),
            "nowhere" => StatusCode::MOVED_PERMANENTLY.into_response(),
            "gone" => StatusCode::GONE.into_response(),
            "large" => vec![b' '; 2_000].into_response(),
            "endless" => {
                let part = || Ok::<_, std::io::Error>(axum::body::Bytes::from(vec![b' '; 700]));
                let parts = futures_util::stream::repeat_with(part);
                axum::body::Body::from_stream(parts).into_response()
            }
            "zipped" => ([(header::CONTENT_ENCODING, "gzip")], "x").into_response(),
            "pages" => {
                let number = query.strip_prefix("page=").map_or(1, |number| number.parse::<u8>().unwrap());
                axum::Json(json!({ "total_pages": 3, "contents": [service(number)] })).into_response()
            }
            "liar" => axum::Json(json!({ "total_pages": u64::MAX, "contents": [] })).into_response(),
            _ => axum::Json(json!([service(1)])).into_response(),
        }
    }
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let all = Router::new().route("/{*path}", get(answer)).with_state(asked);
    tokio::spawn(axum::serve(listener, all).into_future());
    address
}

async fn network(names: &[(&str, &[&[&'static str]])]) -> (Local, Asked) {
    let asked = Asked::default();
    let answers =
        names.iter().map(|(name, all)| ((*name).to_owned(), all.iter().map(|one| one.to_vec()).collect()));
    let answers = Mutex::new(answers.collect());
    (Local { server: server(Arc::clone(&asked)).await, answers, connected: Mutex::default() }, asked)
}

async fn refusal(network: &Local, address: &str) -> String {
    source::address(network, address).await.expect_err(address).to_string()
}

#[tokio::test]
async fn a_feed_is_read_with_all_its_pages_from_the_address_that_was_checked() {
    let (network, asked) = network(&[("feed.example", &[&[OUTSIDE]]), ("old.example", &[&[OUTSIDE]])]).await;
    let feed = source::address(&network, "https://feed.example/pages").await.unwrap();
    assert_eq!((feed.services.len(), feed.name.as_str()), (3, "https://feed.example"));
    assert_eq!(*asked.lock().unwrap(), ["pages?", "pages?page=2", "pages?page=3"]);
    let connected = network.connected.lock().unwrap().clone();
    assert!(connected.iter().all(|to| to.to_string() == format!("{OUTSIDE}:443")), "{connected:?}");
    let feed = source::address(&network, "https://old.example/to/https:~~feed.example~one").await.unwrap();
    assert_eq!(feed.services.len(), 1, "a redirect to another public server is followed");
}

#[tokio::test]
async fn no_name_and_no_redirect_leads_inside() {
    let (network, asked) = network(&[
        ("feed.example", &[&[OUTSIDE]]),
        ("inside.example", &[&[INSIDE]]),
        ("both.example", &[&[OUTSIDE, "127.0.0.1"]]),
        ("six.example", &[&["::ffff:127.0.0.1"]]),
        ("nobody.example", &[&[]]),
    ])
    .await;
    let inside = "no address on the public internet";
    for address in [
        "inside.example",
        "both.example",
        "six.example",
        "127.0.0.1",
        "[::1]",
        "0.0.0.0",
        "2130706433",
        "0x7f.1",
    ] {
        let says = refusal(&network, &format!("https://{address}/one")).await;
        assert!(says.contains(inside), "{address}: {says}");
    }
    assert!(network.connected.lock().unwrap().is_empty(), "nobody was even connected to");
    for to in
        ["https:~~inside.example~one", "https:~~127.0.0.1~one", "~~inside.example~one", "https:~~[fd00::1]~"]
    {
        let says = refusal(&network, &format!("https://feed.example/to/{to}")).await;
        assert!(says.contains(inside), "{to}: {says}");
    }
    let says = refusal(&network, "https://feed.example/to/http:~~feed.example~one").await;
    assert!(says.contains("only https"), "{says}");
    for to in ["file:~~~etc~passwd", "gopher:~~feed.example~"] {
        let says = refusal(&network, &format!("https://feed.example/to/{to}")).await;
        assert!(says.contains("only https"), "{to}: {says}");
    }
    assert!(refusal(&network, "https://nobody.example/one").await.contains("does not answer"));
    let connected = network.connected.lock().unwrap().clone();
    assert!(connected.iter().all(|to| to.ip().to_string() == OUTSIDE), "{connected:?}");
    assert!(asked.lock().unwrap().iter().all(|path| path.starts_with("to/")));
}

#[tokio::test]
async fn a_name_that_answers_otherwise_a_moment_later_gains_nothing() {
    // Outside when it is asked, inside from then on.
    let (network, _) = network(&[("turn.example", &[&[OUTSIDE], &[INSIDE]])]).await;
    let mut fetch = Fetch::new(&network, 10_000);
    fetch.get(&checked("https://turn.example/one").unwrap()).await.unwrap();
    assert_eq!(
        *network.connected.lock().unwrap(),
        [format!("{OUTSIDE}:443").parse().unwrap()],
        "what was checked"
    );
    let says = fetch.get(&checked("https://turn.example/one").unwrap()).await.unwrap_err().to_string();
    assert!(says.contains(INSIDE), "asked anew it is checked anew: {says}");
    assert_eq!(network.connected.lock().unwrap().len(), 1);
}

#[tokio::test]
async fn what_is_too_large_has_no_end_or_goes_round_is_left() {
    let (network, _) = network(&[("feed.example", &[&[OUTSIDE]])]).await;
    for path in ["large", "endless"] {
        let mut fetch = Fetch::new(&network, 1_999);
        let says = fetch.get(&checked(&format!("https://feed.example/{path}")).unwrap()).await.unwrap_err();
        assert!(says.to_string().contains("over 100 MB"), "{path}: {says}");
    }
    let mut fetch = Fetch::new(&network, 3_999);
    let large = checked("https://feed.example/large").unwrap();
    assert!(fetch.get(&large).await.is_ok());
    assert!(fetch.get(&large).await.is_err(), "all documents of a feed together");
    for (path, says) in [
        ("around", "redirects"),
        ("nowhere", "leads nowhere"),
        ("gone", "410"),
        ("zipped", "compressed"),
        ("liar", "pages"),
        ("pages?page=2", "without a page"),
    ] {
        let said = refusal(&network, &format!("https://feed.example/{path}")).await;
        assert!(said.contains(says) && said.contains("nothing was changed"), "{path}: {said}");
    }
}

#[tokio::test]
async fn who_says_nothing_is_not_waited_for() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let network = Local {
        server: listener.local_addr().unwrap(),
        answers: Mutex::new(HashMap::from([("feed.example".to_owned(), vec![vec![OUTSIDE]])])),
        connected: Mutex::default(),
    };
    // Time goes on by itself whenever nobody has anything to do.
    tokio::time::pause();
    let says = refusal(&network, "https://feed.example/one").await;
    assert!(says.contains("in time") || says.contains("does not answer"), "{says}");
}

#[test]
fn a_file_that_has_no_end_is_not_read_to_it() {
    let says = source::file(std::path::Path::new("/dev/zero")).unwrap_err().to_string();
    assert!(says.contains("over 100 MB"), "{says}");
}
