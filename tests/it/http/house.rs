//! The seeded partnership, served on a port: what a client sends and what it gets back, whole.

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use reqwest::{Response, StatusCode};
use ridgeway::{
    domain::people::account::DEMO_PASSWORD,
    http::{Server, pace::Patience, serve},
    platform::app::App,
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::support::TestApp;

/// A team manager in Swindon.
pub const MANAGER: &str = "manager.swindon@ridgeway.example";
/// A caseworker in Swindon who is also a referrer of a school.
pub const TWO_ROLES: &str = "two.roles@ridgeway.example";

/// The documents that the pages of the tests send: with a cookie no others are executed.
pub const TRUSTED: &[&str] = &[
    "{ viewer { role } }",
    "subscription { workChanged { kind cursor subjectId } }",
    "query Areas($kind: AreaKind) { areas(kind: $kind) { id kind } }",
    "query Named($search: String) { youngPeople(search: $search) { totalCount } }",
    "query Object($id: ID!) { node(id: $id) { id } }",
    "mutation Read { markNothing }",
    "query Available($age: Int) { programmeAvailability(filter: { age: $age }) { totalCount nodes { id places { answer leftBand asAt } } } }",
];

/// The hash under which a document is trusted.
pub fn hash(text: &str) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(text.as_bytes()))
}

/// The parameters of a persisted document.
pub fn persisted(text: &str) -> Value {
    json!({"persistedQuery": {"version": 1, "sha256Hash": hash(text)}})
}

/// A served application.
pub struct House {
    pub app: App,
    pub url: String,
    pub host: String,
    /// The application's test.
    pub test: TestApp,
    _pages: Option<TempDir>,
}

/// The seeded partnership on a port of its own, as `serve` serves one.
pub async fn house() -> House {
    house_with(&[]).await
}

/// The same, started with options.
pub async fn house_with(options: &[&str]) -> House {
    open(TestApp::with, options, None).await
}

/// The same under the rules for real records.
pub async fn strict_house() -> House {
    open(TestApp::strict_with, &[], None).await
}

/// The same, with other limits on how long a client may take.
pub async fn house_with_patience(options: &[&str], patience: Patience) -> House {
    open_patiently(TestApp::with, options, None, patience).await
}

/// The same, as `demo` serves it.
pub async fn demo() -> House {
    demo_with(&[]).await
}

/// A demo that is started with options.
pub async fn demo_with(options: &[&str]) -> House {
    open(TestApp::with, options, Some(DEMO_PASSWORD.to_owned())).await
}

/// A page with one script, and the documents that it sends.
fn pages() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [
        ("dist/index.html", "<!doctype html>".to_owned()),
        ("dist/assets/app-1.js", "export {}".to_owned()),
        (
            "dist-documents/trusted.json",
            Value::Object(TRUSTED.iter().map(|text| (hash(text), json!(text))).collect()).to_string(),
        ),
    ] {
        let file = folder.path().join(name);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, text).unwrap();
    }
    folder
}

async fn open(
    make: impl AsyncFnOnce(&[&str]) -> TestApp,
    options: &[&str],
    password: Option<String>,
) -> House {
    open_patiently(make, options, password, Patience::default()).await
}

async fn open_patiently(
    make: impl AsyncFnOnce(&[&str]) -> TestApp,
    options: &[&str],
    password: Option<String>,
    patience: Patience,
) -> House {
    let pages = pages();
    let frontend = pages.path().join("dist").display().to_string();
    let options: Vec<&str> = options.iter().copied().chain(["--frontend", &frontend]).collect();
    let test = make(&options).await;
    serve_on_a_port(test, password, Some(pages), patience).await
}

/// An application on a port of its own.
pub async fn house_of(test: TestApp) -> House {
    serve_on_a_port(test, None, None, Patience::default()).await
}

async fn serve_on_a_port(
    test: TestApp,
    password: Option<String>,
    pages: Option<TempDir>,
    patience: Patience,
) -> House {
    let app = test.app.clone();
    let listener = serve::listen(app.config().listen).await.unwrap();
    let host = listener.local_addr().unwrap().to_string();
    let server = Server::new(app.clone(), password).unwrap();
    tokio::spawn(serve::serve_patiently(server, listener, patience));
    House { app, url: format!("http://{host}"), host, test, _pages: pages }
}

/// An answer, whole.
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
}

impl Answer {
    async fn read(response: Response) -> Self {
        let status = response.status().as_u16();
        let headers = response
            .headers()
            .iter()
            .map(|(name, value)| {
                let name = HeaderName::from_bytes(name.as_str().as_bytes()).unwrap();
                (name, HeaderValue::from_bytes(value.as_bytes()).unwrap())
            })
            .collect();
        Self { status, headers, text: response.text().await.unwrap() }
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("JSON, not {:?}", self.text))
    }

    /// The value of a cookie that the answer sets: as a browser sends it back, empty where it is taken away.
    pub fn cookie(&self, name: &str) -> String {
        let all = self.headers.get_all("set-cookie").iter().map(|value| value.to_str().unwrap());
        let set = all
            .filter_map(|cookie| cookie.split(';').next())
            .find(|cookie| cookie.split_once('=').is_some_and(|(of, value)| of == name && !value.is_empty()));
        set.unwrap_or_default().to_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The code of the first error.
    pub fn code(&self) -> String {
        self.json()["errors"][0]["extensions"]["code"].as_str().unwrap_or_default().to_owned()
    }
}

impl House {
    /// Sends a request as it is.
    pub async fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let method = reqwest::Method::from_bytes(method.as_bytes()).unwrap();
        let mut request = reqwest::Client::new().request(method, format!("{}{path}", self.url));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        Answer::read(request.body(body.to_owned()).send().await.unwrap()).await
    }

    /// Asks for a page as a browser does that follows no redirect.
    pub async fn look(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
        let mut request = client.get(format!("{}{path}", self.url));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        Answer::read(request.send().await.unwrap()).await
    }

    /// Asks by POST with a bearer token, JSON both ways.
    pub async fn ask(&self, token: &str, more: &[(&str, &str)], body: &Value) -> Answer {
        let bearer = format!("Bearer {token}");
        let mut headers = vec![("content-type", "application/json"), ("authorization", bearer.as_str())];
        headers.extend(more);
        self.send("POST", "/graphql", &headers, &body.to_string()).await
    }

    /// Signs in; the cookie as a browser sends it back.
    pub async fn sign_in(&self, email: &str, password: &str) -> Result<String, Answer> {
        let body = json!({"email": email, "password": password}).to_string();
        let answer = self.send("POST", "/sign-in", &[("content-type", "application/json")], &body).await;
        if answer.status != StatusCode::NO_CONTENT.as_u16() {
            return Err(answer);
        }
        Ok(answer.cookie("ridgeway"))
    }

    /// Signs the manager in.
    pub async fn manager(&self) -> String {
        self.sign_in(MANAGER, DEMO_PASSWORD).await.unwrap_or_else(|answer| panic!("{}", answer.text))
    }

    /// The role of the viewer behind a cookie, or the code of the error.
    pub async fn role(&self, cookie: &str) -> String {
        let headers =
            [("content-type", "application/json"), ("cookie", cookie), ("sec-fetch-site", "same-origin")];
        let body = json!({"query": "{ viewer { role } }"}).to_string();
        let answer = self.send("POST", "/graphql", &headers, &body).await;
        match answer.json()["data"]["viewer"]["role"].as_str() {
            Some(role) => role.to_owned(),
            None => answer.code(),
        }
    }
}
