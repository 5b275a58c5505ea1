//! A served application with two people in it, on a database of its own, and a clock that a test moves.

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use chrono::{DateTime, TimeDelta, Utc};
use clap::Parser as _;
use migrations::{Migrator, MigratorTrait};
use reqwest::{Response, StatusCode};
use ridgeway::{
    domain::{
        people::account::{self, NewAccount},
        record::instance,
    },
    http::{Server, serve},
    platform::{app::App, chance::Chance, clock::Clock, config::Config, database, keys::Keys},
    words::{DatabaseKind, OrganisationKind, Role},
};
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};

#[derive(clap::Parser)]
struct Line {
    #[command(flatten)]
    config: Config,
}

/// The address of the manager of a service.
pub const MANAGER: &str = "manager@ridgeway.example";
/// The address of somebody who holds two roles.
pub const TWO_ROLES: &str = "two@ridgeway.example";

/// A served application.
pub struct House {
    pub app: App,
    pub url: String,
    pub host: String,
    /// The passwords of the manager and of who holds two roles.
    pub passwords: [String; 2],
    _folder: tempfile::TempDir,
}

/// An application on a database of its own.
pub async fn house() -> House {
    let folder = tempfile::tempdir().unwrap();
    let url = database_url(folder.path()).await;
    let line = ["ridgeway", "--listen", "127.0.0.1:0", "--database-url", &url];
    let mut config = Line::parse_from(line).config;
    let listener = serve::listen(config.listen).await.unwrap();
    config.listen = listener.local_addr().unwrap();
    let database = database::connect(config.database_url.as_ref().unwrap(), 5).await.unwrap();
    Migrator::up(&database, None).await.unwrap();
    let start: DateTime<Utc> = "2026-11-23T08:59:59.999Z".parse().unwrap();
    let keys = Keys::new([7; 32], Chance::System);
    let app = App::new(config, database, keys, Clock::standing(start), Chance::System);
    instance::claim(&app, DatabaseKind::Demo).await.unwrap();
    let manager = add(&app, MANAGER, Role::TeamManager).await.unwrap();
    let two = add(&app, TWO_ROLES, Role::Caseworker).await.unwrap();
    // The younger of two memberships of one day: ids have the order of their milliseconds.
    app.clock().advance(TimeDelta::milliseconds(1));
    add(&app, TWO_ROLES, Role::TriageOfficer).await;
    let server = Server::new(app.clone(), None).unwrap();
    let host = listener.local_addr().unwrap().to_string();
    tokio::spawn(serve::serve(server, listener));
    House { app, url: format!("http://{host}"), host, passwords: [manager, two], _folder: folder }
}

async fn database_url(folder: &std::path::Path) -> String {
    let Ok(server) = std::env::var("TEST_POSTGRES_URL") else {
        return format!("sqlite:{}", folder.join("test.sqlite").display());
    };
    let name = format!("http_{}", data_encoding::HEXLOWER.encode(&Chance::System.bytes::<8>()));
    let admin = database::connect(&server.clone().into(), 1).await.unwrap();
    admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
    let (base, _) = server.rsplit_once('/').unwrap();
    format!("{base}/{name}")
}

async fn add(app: &App, email: &str, role: Role) -> Option<String> {
    let new = NewAccount {
        email: email.to_owned(),
        name: "Robin Example".to_owned(),
        organisation: "Swindon Youth Justice Service".to_owned(),
        make_organisation: Some(OrganisationKind::YouthJusticeService),
        role,
        group: String::new(),
        lead: false,
    };
    account::add(app, &new).await.unwrap()
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
        Ok(answer.header("set-cookie").split(';').next().unwrap().to_owned())
    }

    /// Signs the manager in.
    pub async fn manager(&self) -> String {
        self.sign_in(MANAGER, &self.passwords[0]).await.unwrap_or_else(|answer| panic!("{}", answer.text))
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
