//! What tests are written with: an application on a database of its own, and actors who ask it things.

mod actor;
mod database;
pub mod port;
pub mod proxy;
pub mod server;
pub mod stopwatch;

pub use actor::{Actor, Answer};

use std::sync::Arc;

use chrono::{DateTime, Utc};
use clap::Parser;
use ridgeway::{
    graphql::{self, Schema, streams::Streams},
    platform::{app::App, chance::Chance, clock::Clock, config::Config, keys::Keys},
};
use sea_orm::{ConnectionTrait, DatabaseConnection, Statement};
use secrecy::SecretString;

use database::Database;

/// The instant at which every test starts: a Tuesday at half past nine in Swindon, in service hours.
pub const START: &str = "2026-11-24T09:30:00Z";
/// The secret under which the partnership of the tests was made.
pub const SECRET: [u8; 32] = [7; 32];

/// An application on a database of its own.
pub struct TestApp {
    /// The application.
    pub app: App,
    schema: Schema,
    streams: Streams,
    database: Arc<Database>,
}

#[derive(Parser)]
struct Options {
    #[command(flatten)]
    config: Config,
}

/// As in a demo: with a password alone, and nobody falls asleep.
fn config(options: &[&str]) -> Config {
    Config { demo: true, allow_password_only: true, ..strict(options) }
}

/// As where real records are.
fn strict(options: &[&str]) -> Config {
    Options::parse_from(["ridgeway", "--listen", "127.0.0.1:0"].iter().chain(options)).config
}

fn start() -> DateTime<Utc> {
    START.parse().expect("an instant")
}

impl TestApp {
    /// The seeded partnership, at `START`.
    pub async fn new() -> Self {
        Self::with(&[]).await
    }

    /// The seeded partnership, at `START`, started with options.
    pub async fn with(options: &[&str]) -> Self {
        Self::on(Database::copy().await, config(options)).await
    }

    /// The same people, under the rules for real records: second factors, and who stays away falls asleep.
    pub async fn strict() -> Self {
        Self::strict_with(&[]).await
    }

    /// The same, started with options.
    pub async fn strict_with(options: &[&str]) -> Self {
        Self::on(Database::copy().await, strict(options)).await
    }

    /// An application on a database in which there is nothing, not even a table.
    pub async fn empty() -> Self {
        Self::on(Database::empty().await, config(&[])).await
    }

    /// The URL of its database, for another process.
    pub fn database_url(&self) -> String {
        self.database.url()
    }

    /// The one connection by which tables are made and taken away.
    pub async fn one_connection(&self) -> DatabaseConnection {
        self.database.connect_alone().await
    }

    /// The configuration of the tests.
    pub fn config() -> Config {
        config(&[])
    }

    /// Where the database is.
    pub fn url(&self) -> String {
        self.database.url()
    }

    /// Fills an empty database with the partnership, so many times as large as the demonstration.
    pub async fn seed(&self, scale: u32) {
        let connection = self.database.connect_for_long_work().await;
        let (keys, clock) = (self.app.keys().clone(), self.app.clock().clone());
        let app = App::new(config(&[]), connection, keys, clock, Chance::System);
        database::partnership(&app, scale).await;
    }

    /// The seeded partnership with a chance that gives the same for the same seed: two of them go the same way, ids included.
    pub async fn twin(seed: u64) -> Self {
        let database = Arc::new(Database::copy().await);
        Self::by_chance(database, config(&[]), Clock::standing(start()), Chance::seeded(seed)).await
    }

    async fn on(database: Database, config: Config) -> Self {
        Self::at(Arc::new(database), config, Clock::standing(start())).await
    }

    async fn at(database: Arc<Database>, config: Config, clock: Clock) -> Self {
        Self::by_chance(database, config, clock, Chance::System).await
    }

    async fn by_chance(database: Arc<Database>, config: Config, clock: Clock, chance: Chance) -> Self {
        let connection = database.connect().await;
        Self::made(database, config, connection, SECRET, clock, chance)
    }

    /// A node of the partnership at a URL, with what it finds at others. Its pool is small, so that a fault exhausts it soon.
    pub async fn node(database_url: &str, redis_url: &str) -> Self {
        Self::node_under(SECRET, database_url, redis_url).await
    }

    /// A node under another secret.
    pub async fn node_under(secret: [u8; 32], database_url: &str, redis_url: &str) -> Self {
        Self::node_made(secret, database_url, redis_url, &[]).await
    }

    /// A node started with options.
    pub async fn node_with(database_url: &str, redis_url: &str, options: &[&str]) -> Self {
        Self::node_made(SECRET, database_url, redis_url, options).await
    }

    async fn node_made(secret: [u8; 32], database_url: &str, redis_url: &str, options: &[&str]) -> Self {
        let mut config = config(options);
        let url = SecretString::from(database_url);
        let connection = ridgeway::platform::database::connect(&url, 5).await.expect("the database");
        config.database_url = Some(url);
        config.redis_url = Some(SecretString::from(redis_url));
        let database = Arc::new(Database::at(database_url));
        Self::made(database, config, connection, secret, Clock::standing(start()), Chance::System)
    }

    fn made(
        database: Arc<Database>,
        config: Config,
        connection: DatabaseConnection,
        secret: [u8; 32],
        clock: Clock,
        chance: Chance,
    ) -> Self {
        let app = App::new(config, connection, Keys::new(secret, chance.clone()), clock, chance);
        Self { streams: Streams::new(app.clone()), app, schema: graphql::schema(true), database }
    }

    /// Another node on the same database, by the same clock.
    pub async fn another_node(&self) -> Self {
        let config = self.app.config().clone();
        Self::at(Arc::clone(&self.database), config, self.app.clock().clone()).await
    }

    /// Another node on the same database, by the same clock, with a chance that gives the same for the same seed.
    pub async fn node_by_chance(&self, seed: u64) -> Self {
        let (config, clock) = (self.app.config().clone(), self.app.clock().clone());
        Self::by_chance(Arc::clone(&self.database), config, clock, Chance::seeded(seed)).await
    }

    /// The same application with other options, on the same database and clock.
    pub fn with_options(&self, options: &[&str]) -> App {
        let Config { demo, allow_password_only, .. } = *self.app.config();
        let config = Config { demo, allow_password_only, ..strict(options) };
        let (keys, clock) = (self.app.keys().clone(), self.app.clock().clone());
        App::new(config, self.app.database().clone(), keys, clock, Chance::System)
    }

    /// Until a statement of this database, which is PostgreSQL's, waits for a lock.
    pub async fn somebody_waits(&self) {
        let sql = "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
        let sql = Statement::from_string(self.app.backend(), sql);
        loop {
            let row = self.app.database().query_one_raw(sql.clone()).await.unwrap().unwrap();
            if row.try_get_by_index::<i64>(0).unwrap() > 0 {
                return;
            }
        }
    }

    /// Somebody who signs in as `NAME@ridgeway.example`.
    pub async fn actor(&self, name: &str) -> Actor<'_> {
        Actor::sign_in(self, &format!("{name}@ridgeway.example")).await
    }

    /// The safeguarding lead of a school in Swindon.
    pub async fn school(&self) -> Actor<'_> {
        self.actor("school.one").await
    }

    /// A triage officer in Swindon.
    pub async fn triage(&self) -> Actor<'_> {
        self.actor("triage.swindon").await
    }

    /// The team manager in Swindon.
    pub async fn manager(&self) -> Actor<'_> {
        self.actor("manager.swindon").await
    }

    /// A caseworker in Swindon.
    pub async fn caseworker(&self) -> Actor<'_> {
        self.actor("caseworker.swindon").await
    }

    /// Nobody who is signed in.
    pub fn stranger(&self) -> Actor<'_> {
        Actor::stranger(self)
    }
}

/// The URLs of a copy of the seeded partnership on PostgreSQL and of a Redis; none where the tests run without servers.
pub async fn servers() -> Option<(String, String)> {
    let redis = std::env::var("TEST_REDIS_URL").ok().filter(|url| !url.is_empty())?;
    match Database::copy().await {
        Database::Postgres(on) => Some((on.kept(), redis)),
        Database::Sqlite(_) => None,
    }
}
