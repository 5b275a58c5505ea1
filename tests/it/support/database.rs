//! A database for each test, copied from one template that the first test makes and the others wait for.

use std::{
    fs::{self, File},
    path::PathBuf,
    time::UNIX_EPOCH,
};

use migrations::{Migrator, MigratorTrait};
use ridgeway::{
    domain::record::instance,
    platform::{app::App, chance::Chance, clock::Clock, database as platform, keys::Keys},
    seed,
    words::DatabaseKind,
};
use sea_orm::{ConnectionTrait, Database as Connections, DatabaseConnection};
use secrecy::SecretString;
use tempfile::TempDir;

/// A copy of the template; gone with its test.
pub enum Database {
    /// A file in a folder of its own.
    Sqlite(TempDir),
    /// A database on the server of the tests.
    Postgres(OnServer),
}

/// A database on a server.
pub struct OnServer {
    server: String,
    name: String,
    /// Whether it is this test's, and goes with it: hundreds of them would fill a disk.
    own: bool,
}

impl OnServer {
    /// Its URL, for nodes that are processes of their own: it stays as long as its server.
    pub fn kept(mut self) -> String {
        self.own = false;
        on_server(&self.server, &self.name)
    }
}

impl Drop for OnServer {
    fn drop(&mut self) {
        if !self.own {
            return;
        }
        let (server, name) = (self.server.clone(), self.name.clone());
        let gone = async move {
            let admin = Connections::connect(&server).await?;
            admin.execute_unprepared(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await?;
            admin.close().await
        };
        // A server that a test has ended took its databases with it.
        let run = || {
            tokio::runtime::Builder::new_current_thread().enable_all().build().map(|own| own.block_on(gone))
        };
        let _ = std::thread::spawn(run).join();
    }
}

fn server() -> Option<String> {
    std::env::var("TEST_POSTGRES_URL").ok().filter(|url| !url.is_empty())
}

/// The URL of a database on a server: the server's own with another name in its path.
pub fn on_server(server: &str, name: &str) -> String {
    let (path, query) = server.split_once('?').map_or((server, None), |(path, query)| (path, Some(query)));
    let (base, _) = path.rsplit_once('/').expect("a database URL has a path");
    query.map_or_else(|| format!("{base}/{name}"), |query| format!("{base}/{name}?{query}"))
}

/// Changes with every build of the tests, so that a template is never older than the code that made it.
fn build() -> String {
    let program = std::env::current_exe().and_then(fs::metadata).expect("this program is a file");
    let made = program.modified().expect("files have a time").duration_since(UNIX_EPOCH).expect("after 1970");
    format!("{:x}_{:x}", made.as_nanos(), program.len())
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
}

/// Holds the lock of the template while it is looked for and made.
fn lock() -> File {
    let file = File::create(folder().join("template.lock")).expect("a lock file");
    file.lock().expect("the lock");
    file
}

fn fresh_name() -> String {
    format!("test_{}", data_encoding::HEXLOWER.encode(&Chance::System.bytes::<8>()))
}

async fn open(url: &str) -> DatabaseConnection {
    platform::connect(&SecretString::from(url.to_owned()), 10).await.expect("the database of a test")
}

async fn open_for_long_work(url: &str, connections: u32) -> DatabaseConnection {
    let url = SecretString::from(url.to_owned());
    platform::connect_for_long_work(&url, connections).await.expect("the database of a test")
}

/// Migrates an empty database and fills it with the synthetic partnership, so many times as large.
pub async fn partnership(app: &App, scale: u32) {
    Migrator::up(app.database(), None).await.expect("every migration");
    instance::claim(app, DatabaseKind::Demo).await.expect("a demo");
    Box::pin(seed::partnership(app, scale, 1, |_, _| {})).await.expect("the synthetic partnership");
}

/// Migrates and seeds an empty database.
async fn fill(url: &str) {
    let database = open_for_long_work(url, 10).await;
    let chance = Chance::seeded(1);
    let keys = Keys::new(super::SECRET, chance.clone());
    let app = App::new(super::config(&[]), database, keys, Clock::standing(super::start()), chance);
    partnership(&app, 1).await;
    seed::releases(&app).await.expect("releases of figures");
    let database = app.database().clone();
    if database.get_database_backend() == sea_orm::DbBackend::Sqlite {
        database.execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)").await.expect("one file");
    }
    database.close().await.expect("closed");
}

impl Database {
    /// A copy of the seeded partnership.
    pub async fn copy() -> Self {
        match server() {
            None => Self::copy_file().await,
            Some(server) => Self::copy_on(server).await,
        }
    }

    async fn copy_file() -> Self {
        let template = folder().join(format!("template_{}.sqlite", build()));
        {
            let _lock = lock();
            if !template.exists() {
                let fresh = template.with_extension("fresh");
                let _ = fs::remove_file(&fresh);
                fill(&format!("sqlite:{}", fresh.display())).await;
                fs::rename(&fresh, &template).expect("the template");
            }
        }
        let own = tempfile::tempdir().expect("a folder");
        fs::copy(&template, own.path().join("test.sqlite")).expect("a copy of the template");
        Self::Sqlite(own)
    }

    async fn copy_on(server: String) -> Self {
        let template = format!("template_{}", build());
        let admin = Connections::connect(&server).await.expect("the server of the tests");
        {
            let _lock = lock();
            let known = format!("SELECT 1 FROM pg_database WHERE datname = '{template}'");
            let known = sea_orm::Statement::from_string(admin.get_database_backend(), known);
            if admin.query_one_raw(known).await.expect("the list of databases").is_none() {
                let fresh = format!("{template}_fresh");
                let run = async |sql: String| admin.execute_unprepared(&sql).await.expect("a database");
                run(format!("DROP DATABASE IF EXISTS {fresh}")).await;
                run(format!("CREATE DATABASE {fresh}")).await;
                fill(&on_server(&server, &fresh)).await;
                run(format!("ALTER DATABASE {fresh} RENAME TO {template}")).await;
            }
            let name = fresh_name();
            // The server copies a template only while nobody is connected to it: so one copy at a time.
            admin
                .execute_unprepared(&format!("CREATE DATABASE {name} TEMPLATE {template}"))
                .await
                .expect("a copy of the template");
            admin.close().await.expect("closed");
            Self::Postgres(OnServer { server, name, own: true })
        }
    }

    /// A database in which there is nothing.
    pub async fn empty() -> Self {
        let Some(server) = server() else {
            return Self::Sqlite(tempfile::tempdir().expect("a folder"));
        };
        let admin = Connections::connect(&server).await.expect("the server of the tests");
        let name = fresh_name();
        admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await.expect("a database");
        admin.close().await.expect("closed");
        Self::Postgres(OnServer { server, name, own: true })
    }

    /// One that is on a server already, by its URL.
    pub fn at(url: &str) -> Self {
        let path = url.split_once('?').map_or(url, |(path, _)| path);
        let (_, name) = path.rsplit_once('/').expect("a database URL has a path");
        Self::Postgres(OnServer { server: url.to_owned(), name: name.to_owned(), own: false })
    }

    /// Opens it.
    pub async fn connect(&self) -> DatabaseConnection {
        open(&self.url()).await
    }

    /// Opens it for what may take long.
    pub async fn connect_for_long_work(&self) -> DatabaseConnection {
        open_for_long_work(&self.url(), 10).await
    }

    /// Opens it by one connection: SQLite's others may still know a table or index that this one took away.
    pub async fn connect_alone(&self) -> DatabaseConnection {
        open_for_long_work(&self.url(), 1).await
    }

    /// Where it is.
    pub fn url(&self) -> String {
        match self {
            Self::Sqlite(folder) => format!("sqlite:{}", folder.path().join("test.sqlite").display()),
            Self::Postgres(on) => on_server(&on.server, &on.name),
        }
    }
}
