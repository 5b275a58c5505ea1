//! Whatever else a client can send: wrong paths, headers, bodies, documents, values and messages, each with words that were
//! planted. No answer repeats them.

use std::{fmt::Write as _, time::Duration};

use futures_util::{SinkExt, StreamExt};
use reqwest::{Client, Method};
use serde_json::{Value, json};
use tokio_tungstenite::{
    connect_async,
    tungstenite::{Message, client::IntoClientRequest, http::HeaderValue},
};

use super::{search::Search, tour::Tour};

const JSON: (&str, &str) = ("content-type", "application/json");

/// A request that nobody should send.
struct Odd {
    method: &'static str,
    path: String,
    headers: Vec<(String, String)>,
    body: String,
}

fn odd(method: &'static str, path: &str, headers: &[(&str, &str)], body: &str) -> Odd {
    let headers = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Odd { method, path: path.to_owned(), headers, body: body.to_owned() }
}

/// By paths, headers and bodies.
fn at_the_door(word: &mut impl FnMut(&str) -> String) -> Vec<Odd> {
    let mut all = vec![
        odd("GET", &format!("/{}", word("a path")), &[("accept", "text/html")], ""),
        odd("GET", &format!("/{}/{}?{}={}", word("a"), word("b"), word("c"), word("d")), &[], ""),
        odd("GET", &format!("/graphql?query={{{}}}", word("a query in an address")), &[], ""),
        odd("GET", &format!("/graphql?query={{a}}&variables={}", word("variables in an address")), &[], ""),
        odd("POST", &format!("/graphql?{}", word("behind a path")), &[JSON], "{}"),
        odd("ZQJXVKWHMETHOD", "/graphql", &[JSON], "{}"),
        odd("POST", "/graphql", &[JSON], &word("a body")),
        odd("POST", "/graphql", &[JSON], &format!("{{\"{}\": \"{}\"}}", word("a key"), word("a value"))),
        odd("POST", "/graphql", &[("content-type", "text/plain")], &word("plain text")),
        odd("POST", "/graphql", &[("content-type", "multipart/form-data")], &word("a form")),
        odd("POST", "/graphql", &[("content-type", &format!("text/{}", word("a type")))], "{}"),
        odd("POST", "/sign-out", &[("origin", &format!("https://{}.example", word("an origin")))], ""),
        odd("POST", "/sign-in/code", &[JSON, ("sec-fetch-site", "same-origin")], &word("a code")),
    ];
    let bodies = [
        (
            "/sign-in",
            json!({ "email": format!("{}@example.org", word("an address")), "password": word("no password") }),
        ),
        ("/sign-in", json!({ "email": "police@ridgeway.example", "password": word("a wrong password") })),
        ("/sign-in", json!({ word("a field of signing in"): 1 })),
        ("/sign-in/code", json!({ "code": word("a wrong code") })),
        ("/register-key", json!({ "tickets": [word("a ticket")] })),
        ("/link-request", json!({ "email": format!("{}@example.org", word("an unknown address")) })),
        ("/link-request", json!({ "email": [word("a list of addresses")] })),
        ("/find/programmes", json!({ "age": 14, "postcode": word("a postcode of a stranger") })),
        ("/find/programmes", json!({ "age": 14, "areaId": word("an area of a stranger") })),
        ("/find/programmes", json!({ word("a field of a stranger"): 14 })),
        ("/one-time-link", json!({ "token": word("a wrong link"), "password": word("for a wrong link") })),
    ];
    all.extend(bodies.into_iter().map(|(path, body)| {
        odd("POST", path, &[JSON, ("sec-fetch-site", "same-origin")], &body.to_string())
    }));
    let headers = [
        "accept",
        "authorization",
        "cookie",
        "forwarded",
        "idempotency-key",
        "origin",
        "referer",
        "ridgeway-membership",
        "traceparent",
        "user-agent",
        "x-forwarded-for",
        "x-forwarded-host",
        "x-request-id",
        "zqjxvkwh-header",
    ];
    for name in headers {
        let value = word(&format!("header {name}"));
        for value in [value.clone(), format!("Bearer {value}"), format!("ridgeway={value}")] {
            let body = json!({ "query": "{ viewer { role } }" }).to_string();
            all.push(odd("POST", "/graphql", &[JSON, (name, &value)], &body));
            all.push(odd("POST", "/sign-in", &[JSON, (name, &value)], "{}"));
        }
    }
    all
}

/// By documents and their values.
fn with_documents(word: &mut impl FnMut(&str) -> String) -> Vec<(String, Value)> {
    let name = word("name of an operation");
    let text = word("a text");
    let other = word("name of something");
    vec![
        (format!("query {name} {{ viewer {{ role }} }}"), json!({})),
        (format!("query {name}($it: String) {{ youngPeople(search: $it) {{ totalCount }} }}"), json!({ "it": text })),
        (format!("subscription {name} {{ workChanged {{ kind }} }}"), json!({})),
        (format!("{{ viewer {{ role # {text}\n }} }}"), json!({})),
        (format!("{{ viewer \"{text}\" }}"), json!({})),
        (format!("{{ viewer {{ role }} }} {text}"), json!({})),
        (format!("{{ viewer {{ {other}: role }} }}"), json!({})),
        (format!("{{ viewer {{ {other} }} }}"), json!({})),
        (format!("{{ {other} }}"), json!({})),
        (format!("{{ viewer {{ ...{other} }} }}"), json!({})),
        (format!("fragment {other} on {name} {{ a }} {{ viewer {{ ...{other} }} }}"), json!({})),
        (format!("{{ viewer @{other} {{ role }} }}"), json!({})),
        (format!("{{ viewer {{ role @skip(if: \"{text}\") }} }}"), json!({})),
        (format!("query(${other}: Int!) {{ areas {{ id }} }}"), json!({ other.clone(): text })),
        (format!("query($it: {other}) {{ node(id: $it) {{ id }} }}"), json!({ "it": text })),
        ("query($it: ID!) { node(id: $it) { id } }".to_owned(), json!({ "it": text })),
        ("query($it: ID!) { node(id: $it) { id } }".to_owned(), json!({ "it": { other.clone(): text } })),
        ("query($it: AreaKind) { areas(kind: $it) { id } }".to_owned(), json!({ "it": text })),
        (format!("{{ areas(kind: {other}) {{ id }} }}"), json!({})),
        (format!("{{ areas(kind: \"{text}\") {{ id }} }}"), json!({})),
        (format!("{{ areas({other}: 1) {{ id }} }}"), json!({})),
        ("query($it: Int) { users(first: $it) { totalCount } }".to_owned(), json!({ "it": text })),
        ("query($it: String) { users(first: 2, after: $it) { totalCount } }".to_owned(), json!({ "it": text })),
        ("query($it: ReferralFilter) { referrals(filter: $it) { totalCount } }".to_owned(),
            json!({ "it": { "submittedFrom": text } })),
        ("query($it: ReferralFilter) { referrals(filter: $it) { totalCount } }".to_owned(),
            json!({ "it": { other: [text] } })),
        ("query($it: AuditFilter) { auditEntries(filter: $it) { totalCount } }".to_owned(),
            json!({ "it": { "from": text } })),
        ("query($it: CaseFilter) { cases(filter: $it) { totalCount } }".to_owned(),
            json!({ "it": { "areaIds": [text], "statuses": [text] } })),
        (format!("mutation {{ addReferralInformation(input: {{ referralId: \"{text}\", text: \"{text}\" }}) {{
            problems {{ code message }} }} }}"), json!({})),
        ("mutation($it: SubmitReferralInput!) { submitReferral(input: $it) { problems { code message } } }".to_owned(),
            json!({ "it": { "whatHappened": text, "youngPerson": { "givenName": text } } })),
        ("mutation($it: SubmitReferralInput!) { submitReferral(input: $it) { problems { code message } } }".to_owned(),
            json!({ "it": { "whatHappened": text.repeat(400), "source": "SCHOOL", "mainFactor": "WEAPON_CARRYING",
                "immediateDanger": false, "parentAware": true, "externalReference": format!("{text}\u{0}"),
                "youngPerson": { "givenName": "", "dateOfBirth": "1990-01-01", "sex": "UNKNOWN", "upn": text,
                    "nhsNumber": text, "address": { "lines": [text.repeat(100)], "postcode": text },
                    "contacts": [{ "name": text.repeat(100), "relationship": "", "phone": text.repeat(100) }] } } })),
        ("mutation($it: AddCaseNoteInput!) { addCaseNote(input: $it) { problems { code message } } }".to_owned(),
            json!({ "it": { "caseId": "case_AAAAAAAAAAAAAAAAAAAAAA", "kind": "OTHER",
                "occurredAt": "2026-11-24T09:00:00Z", "body": text } })),
        ("mutation($it: SaveDraftInput!) { saveDraft(input: $it) { problems { code message } } }".to_owned(),
            json!({ "it": { "kind": "NOTE", "about": text, "content": text.repeat(10_000) } })),
        ("mutation($it: InviteUserInput!) { inviteUser(input: $it) { problems { code message } } }".to_owned(),
            json!({ "it": { "email": text, "name": text, "role": "REFERRER", "group": text } })),
    ]
}

/// Somebody who tries all of it, with and without a token. The words are the same each time.
pub async fn comes(tour: &mut Tour) {
    let queries = tour.plant.queries();
    let mut word = |place: &str| tour.plant.word(&format!("odd: {place}"));
    let (door, documents) = (at_the_door(&mut word), with_documents(&mut word));
    let messages = messages(&mut word);
    let mut search = Search::new(&tour.plant);
    // Whoever writes a document is told which of its names is wrong.
    search.leaves("odd: name ");
    for Odd { method, path, headers, body } in door {
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let mut request = Client::new().request(method, format!("{}{path}", tour.url)).body(body);
        for (name, value) in headers {
            request = request.header(name, value);
        }
        repeats_nothing(&search, &path, request.send().await.unwrap()).await;
    }
    for accept in ["application/graphql-response+json", "text/event-stream"] {
        for (document, variables) in queries.iter().chain(&documents) {
            for name in ["caseworker.swindon", "admin"] {
                let body = json!({ "query": document, "variables": variables });
                let asked = Client::new().post(format!("{}/graphql", tour.url)).bearer_auth(tour.token(name));
                let answer = asked.header("accept", accept).json(&body).send().await.unwrap();
                // A stream that began well goes on: what it said is not waited for.
                if !document.starts_with("subscription") || accept != "text/event-stream" {
                    repeats_nothing(&search, document, answer).await;
                }
            }
        }
    }
    let authorization = format!("Bearer {}", tour.token("caseworker.swindon"));
    for message in messages {
        let said = by_socket(&tour.url, &authorization, message.clone()).await;
        search.nothing_in(&format!("the answer to {message}"), said.as_bytes());
    }
}

async fn repeats_nothing(search: &Search, to: &str, answer: reqwest::Response) {
    let head = format!("{} {:?}", answer.status(), answer.headers());
    let text = answer.text().await.unwrap();
    search.nothing_in(&format!("the answer to {to}"), format!("{head}\n{text}").as_bytes());
}

/// Messages of a socket, each on a connection of its own.
fn messages(word: &mut impl FnMut(&str) -> String) -> Vec<String> {
    let (id, name) = (word("an id"), word("name in a socket"));
    let text = word("a text of a socket");
    let search = "query($it: String) { youngPeople(search: $it) { totalCount } }";
    let begin = |payload: Value| json!({ "type": "subscribe", "id": "1", "payload": payload }).to_string();
    vec![
        text.clone(),
        json!({ "type": text }).to_string(),
        json!({ "type": "subscribe", "id": id, text.clone(): text, "payload": text }).to_string(),
        begin(json!({ "query": search, "variables": { "it": text } })),
        begin(json!({ "query": format!("query {name} {{ viewer {{ role }} }}") })),
        begin(json!({ "query": format!("query {name} {{ viewer {{ {name} }} }}") })),
        begin(json!({ "query": format!("subscription {name} {{ {name} }}") })),
        begin(json!({ "query": search, "variables": { "it": [text] }, "operationName": text })),
        json!({ "type": "ping", "payload": { name.clone(): name } }).to_string(),
        json!({ "type": "connection_init", "payload": { text.clone(): text } }).to_string(),
    ]
}

/// What a socket says to a message, its close included; not the message's own id.
async fn by_socket(url: &str, authorization: &str, message: String) -> String {
    let mut request = format!("{}/graphql", url.replace("http:", "ws:")).into_client_request().unwrap();
    let protocol = HeaderValue::from_static("graphql-transport-ws");
    request.headers_mut().insert("sec-websocket-protocol", protocol);
    let (mut socket, _) = connect_async(request).await.unwrap();
    let init = json!({ "type": "connection_init", "payload": { "Authorization": authorization } });
    for message in [init.to_string(), message, json!({ "type": "pong" }).to_string(), "over".to_owned()] {
        // It may have been closed already.
        let _ = socket.send(Message::text(message)).await;
    }
    let mut said = String::new();
    // The last message is none: it closes, after what was asked for before.
    while let Ok(Some(Ok(next))) = tokio::time::timeout(Duration::from_secs(10), socket.next()).await {
        let _ = writeln!(said, "{next:?}");
    }
    said
}
