//! Arbitrary HTTP requests at every route: any method, headers, address and body are answered without a fault of ours, soon,
//! and every answer carries the headers that protect.

use chrono::TimeDelta;
use ridgeway::domain::people::token;
use serde_json::{Value, json};

use super::{
    dice::Dice,
    judge,
    raw::{self, Answer},
    seed,
    watch::Watched,
};
use crate::http::house::{House, MANAGER, demo_with};

const ROUTES: &[&str] = &[
    "/graphql",
    "/sign-in",
    "/sign-in/second-factor",
    "/sign-in/code",
    "/sign-out",
    "/one-time-link",
    "/link-request",
    "/session",
    "/register-key",
    "/sign-in-options",
    "/exports/export_AAAAAAAAAAAAAAAAAAAAAA",
    "/health/live",
    "/health/ready",
    "/",
    "/assets/app-1.js",
    "/graphiql",
    "/graphiql/",
    "/a/page",
];
const METHODS: &[&str] = &[
    "POST",
    "GET",
    "HEAD",
    "PUT",
    "DELETE",
    "OPTIONS",
    "PATCH",
    "TRACE",
    "CONNECT",
    "PROPFIND",
    "post",
    "X-!#$%&'*+.^_`|~",
];
const MEDIA: &[&str] = &[
    "application/json",
    "application/json; charset=utf-8",
    "application/json; charset=utf-16",
    "application/graphql-response+json",
    "application/graphql",
    "text/plain",
    "text/event-stream",
    "text/html",
    "*/*",
    "*/*;q=0",
    "application/*;q=0.0001, */*;q=nonsense",
    "multipart/form-data; boundary=x",
    "application/x-www-form-urlencoded",
    ";;;",
    "",
];
const ALWAYS: &[&str] = &[
    "content-security-policy",
    "permissions-policy",
    "x-content-type-options",
    "referrer-policy",
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
    "x-frame-options",
    "cache-control",
    "x-request-id",
];

/// What a request is made with.
struct Known {
    host: String,
    bearer: String,
    cookie: String,
}

struct Request {
    method: String,
    address: String,
    headers: Vec<(String, Vec<u8>)>,
    body: Vec<u8>,
    /// The body's length, as the head says it; none where it says nothing.
    says: Option<usize>,
    chunked: bool,
    half: bool,
}

impl Request {
    fn any(dice: &mut Dice<'_>, known: &Known) -> Self {
        let method = if dice.once_in(3) { *dice.pick(METHODS) } else { *dice.pick(&["POST", "GET"]) };
        let mut address = address(dice);
        let mut headers = vec![("host".to_owned(), known.host.clone().into_bytes())];
        let json = !dice.once_in(4);
        if json {
            headers.push(("content-type".to_owned(), b"application/json".to_vec()));
        }
        for _ in 0..dice.below(5) {
            headers.push(header(dice, known));
        }
        let body = body(dice);
        if dice.once_in(8) {
            let text = String::from_utf8_lossy(&body).into_owned();
            let query: String = url::form_urlencoded::Serializer::new(String::new())
                .append_pair("query", "{ viewer { role } }")
                .append_pair("variables", &text)
                .finish();
            address = format!("/graphql?{}", query.chars().take(7_000).collect::<String>());
        }
        let says = match dice.below(12) {
            9 => None,
            10 => Some(body.len() + 1 + dice.below(100)),
            11 => Some(body.len().saturating_sub(1)),
            _ => Some(body.len()),
        };
        let chunked = dice.once_in(15);
        // What never arrives whole is waited for, unless the client hangs up.
        let half = says.is_some_and(|says| says > body.len()) || dice.once_in(12);
        Self { method: method.to_owned(), address, headers, body, says, chunked, half }
    }

    fn bytes(&self) -> Vec<u8> {
        let mut bytes =
            format!("{} {} HTTP/1.1\r\nconnection: close\r\n", self.method, self.address).into_bytes();
        for (name, value) in &self.headers {
            bytes.extend([name.as_bytes(), b": ", value, b"\r\n"].concat());
        }
        if self.chunked {
            bytes.extend(b"transfer-encoding: chunked\r\n\r\n");
            bytes.extend(format!("{:x}\r\n", self.body.len()).into_bytes());
            bytes.extend([&self.body[..], b"\r\n0\r\n\r\n"].concat());
            return bytes;
        }
        if let Some(says) = self.says {
            bytes.extend(format!("content-length: {says}\r\n").into_bytes());
        }
        bytes.extend([b"\r\n", &self.body[..]].concat());
        bytes
    }
}

/// A route or a path near one, with a query of anything that may stand in an address.
fn address(dice: &mut Dice<'_>) -> String {
    const MARKS: &[u8] = b"abcZ09-._~%2F%2e%00%ff/:@!$&'()*+,;=?[]{}|\\^`\"<>";
    let some = |dice: &mut Dice<'_>, most: usize| -> String {
        let length = dice.below(most);
        (0..length).map(|_| char::from(*dice.pick(MARKS))).collect()
    };
    let mut address = (*dice.pick(ROUTES)).to_owned();
    if dice.once_in(4) {
        let more = *dice.pick(&["/", "//", "/../", "/%2e%2e/", ";", "%00", "%", "/.", "/index.html", "%ff"]);
        address.push_str(more);
        address.push_str(&some(dice, 12));
    }
    if dice.once_in(3) {
        address.push('?');
        let more = *dice.pick(&[
            "",
            "query=%7Bviewer%7Brole%7D%7D",
            "query=",
            "variables=%7B",
            "operationName=A&",
            "extensions=1",
        ]);
        address.push_str(more);
        address.push_str(&some(dice, 40));
    }
    if dice.once_in(60) {
        address.push_str(&"x".repeat(9_000));
    }
    address
}

fn header(dice: &mut Dice<'_>, known: &Known) -> (String, Vec<u8>) {
    const NAMES: &[&str] = &[
        "x-anything",
        "accept-encoding",
        "accept-language",
        "range",
        "if-none-match",
        "if-modified-since",
        "content-encoding",
        "expect",
        "forwarded",
        "x-forwarded-for",
        "x-forwarded-proto",
        "x-request-id",
        "idempotency-key",
        "ridgeway-membership",
        "cookie",
        "authorization",
        "origin",
        "sec-fetch-site",
        "sec-websocket-key",
        "sec-websocket-protocol",
        "sec-websocket-version",
        "upgrade",
        "traceparent",
    ];
    let (name, value) = match dice.below(14) {
        0 | 1 => ("accept", (*dice.pick(MEDIA)).to_owned()),
        2 => ("content-type", (*dice.pick(MEDIA)).to_owned()),
        3 | 4 => ("authorization", format!("Bearer {}", known.bearer)),
        5 => ("cookie", known.cookie.clone()),
        6 => ("origin", (*dice.pick(&["null", "https://elsewhere.example"])).to_owned()),
        7 => ("origin", format!("http://{}", known.host)),
        8 => ("sec-fetch-site", (*dice.pick(&["same-origin", "cross-site", "none", "x"])).to_owned()),
        9 => ("cookie", format!("ridgeway={}; ridgeway-second-step=x; ridgeway-device=y", dice.below(9))),
        10 => ("accept-encoding", (*dice.pick(&["gzip", "gzip;q=0, *", "br", "identity;q=0"])).to_owned()),
        _ => (*dice.pick(NAMES), String::new()),
    };
    let mut value = value.into_bytes();
    if value.is_empty() {
        // Any byte that may stand in a header.
        let length = dice.below(30);
        value = dice.bytes(length).into_iter().filter(|byte| *byte >= 32 && *byte != 127).collect();
    }
    (name.to_owned(), value)
}

fn body(dice: &mut Dice<'_>) -> Vec<u8> {
    let text = dice.text();
    let value = match dice.below(14) {
        0 => json!({"query": "{ viewer { role } }"}),
        1 => json!({"query": text}),
        2 => json!({"query": "query ($a: ID!) { node(id: $a) { id } }", "variables": {"a": text}}),
        3 => json!({"query": "{ viewer { role } }", "operationName": text, "extensions": {"a": text}}),
        4 => json!({"email": text, "password": dice.text()}),
        5 => json!({"email": MANAGER, "password": text}),
        6 => json!({"token": text, "password": dice.text()}),
        7 => json!({"email": text}),
        8 => json!({"code": text}),
        9 => json!({"query": "subscription { workChanged { kind } }"}),
        10 => json!([text, {"query": text}]),
        11 => json!({"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "0f".repeat(32)}}}),
        12 => return vec![b'['; dice.below(1_200_000)],
        _ => {
            let length = dice.below(60);
            return dice.bytes(length);
        }
    };
    let mut bytes = value.to_string().into_bytes();
    if dice.once_in(10) {
        let at = dice.below(bytes.len());
        bytes[at] ^= 1 << dice.below(8);
    }
    if dice.once_in(20) {
        bytes.truncate(dice.below(bytes.len()));
    }
    bytes
}

/// Whether this is an answer that anybody may get.
pub fn judge(method: &str, answer: &Answer) -> Result<(), String> {
    if !(200..500).contains(&answer.status) && answer.status != 101 {
        return Err("a fault of ours".to_owned());
    }
    for name in ALWAYS {
        if answer.all(name).len() != 1 {
            return Err(format!("{name} is there {} times", answer.all(name).len()));
        }
    }
    if answer.all("x-content-type-options") != ["nosniff"] || answer.all("x-frame-options") != ["DENY"] {
        return Err("a header that protects says something else".to_owned());
    }
    if answer.status == 429 && answer.all("retry-after").is_empty() {
        return Err("when to come again is not said".to_owned());
    }
    let media =
        answer.all("content-type").first().map_or("", |media| media.split(';').next().unwrap_or_default());
    let packed = ["content-encoding", "transfer-encoding"].iter().any(|name| !answer.all(name).is_empty());
    if !media.ends_with("json") || method == "HEAD" || packed {
        return Ok(());
    }
    let body = answer.body.as_str();
    let body: Value = serde_json::from_str(body).map_err(|_| "no JSON".to_owned())?;
    match body.get("errors") {
        Some(errors) if errors[0]["message"] == "PersistedQueryNotFound" => Ok(()),
        Some(_) => judge::response(&body).map(drop),
        None if answer.status >= 400 => judge::tells_nothing(&answer.body),
        None => Ok(()),
    }
}

fn told(why: &str, request: &Request, answer: &str) -> String {
    let bytes = String::from_utf8_lossy(&request.bytes()).chars().take(3_000).collect::<String>();
    format!(
        "{why}\nasked, {} bytes of body, half-closed: {}:\n{bytes}\nanswered:\n{answer}",
        request.body.len(),
        request.half
    )
}

fn try_one(watched: &Watched, known: &Known, dice: &mut Dice<'_>) -> Result<(), String> {
    let request = Request::any(dice, known);
    let sent = watched.run(raw::send(&known.host, &request.bytes(), request.half));
    let answer = sent.map_err(|why| told(&why, &request, ""))?;
    let Some(answer) = answer else {
        // Nobody is left to answer to; or what follows the body, or is missing from it, is no request.
        let off = request.half || request.says != Some(request.body.len());
        return if off { Ok(()) } else { Err(told("hung up", &request, "")) };
    };
    // The library below refuses what is no HTTP by itself, with nothing but a status.
    let unread = answer.status == 400 && answer.body.is_empty() && answer.all("x-request-id").is_empty();
    if unread && !is_http(&request) {
        return Ok(());
    }
    judge(&request.method, &answer).map_err(|why| {
        let answer: String = format!("{answer:?}").chars().take(3_000).collect();
        told(&why, &request, &answer)
    })
}

/// Whether HTTP allows the address and the method to stand there.
fn is_http(request: &Request) -> bool {
    request.address.parse::<axum::http::Uri>().is_ok() && request.method != "CONNECT"
}

async fn known(house: &House) -> Known {
    let bearer = token::issue(&house.app, MANAGER, TimeDelta::days(9)).await.unwrap();
    Known { host: house.host.clone(), bearer, cookie: house.manager().await }
}

#[test]
fn whatever_is_sent_to_any_route_is_answered_without_a_fault() {
    let mut watched = Watched::new();
    let house = watched.run(demo_with(&["--requests-per-person", "100000"]));
    let known = watched.run(known(&house));
    watched.count_memory();
    watched.tries((seed(), 0), 2_000, 120, |dice| {
        house.app.clock().advance(TimeDelta::seconds(30));
        try_one(&watched, &known, dice)
    });
    watched.has_grown_by_less_than(300).unwrap();
}
