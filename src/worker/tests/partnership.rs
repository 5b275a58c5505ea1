//! The seeded partnership of a test, on the database of the run: PostgreSQL where `TEST_POSTGRES_URL` names a server, else a
//! file. The first test makes it, and the others copy what that one made.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    time::UNIX_EPOCH,
};

use clap::Parser;
use migrations::MigratorTrait;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};
use secrecy::SecretString;

use crate::{
    platform::{app::App, chance::Chance, clock::Clock, config::Config, database, keys::Keys},
    seed,
};

#[derive(Parser)]
struct Line {
    #[command(flatten)]
    config: Config,
}

/// The server of the run, if it has one.
pub fn server() -> Option<String> {
    std::env::var("TEST_POSTGRES_URL").ok().filter(|url| !url.is_empty())
}

/// A partnership of a test's own, on a Monday morning; on a file it lies in `folder`.
pub async fn partnership(folder: &Path) -> App {
    let url = match server() {
        None => copied_file(&folder.join("worker.db")).await,
        Some(server) => copied_on(&server).await,
    };
    app_on(&url, 8).await
}

async fn app_on(url: &str, seed: u64) -> App {
    let mut config = Line::parse_from(["ridgeway"]).config;
    config.demo = true;
    config.database_url = Some(SecretString::from(url));
    let on = database::connect(config.database_url.as_ref().unwrap(), 6).await.unwrap();
    let chance = Chance::seeded(seed);
    let clock = Clock::standing("2026-11-23T10:20:00Z".parse().unwrap());
    App::new(config, on, Keys::new([9; 32], chance.clone()), clock, chance)
}

/// Makes the tables and the partnership.
async fn filled(url: &str) {
    let app = app_on(url, 7).await;
    let on = app.database();
    migrations::Migrator::up(on, None).await.unwrap();
    Box::pin(seed::partnership(&app, 1, 1, |_, _| {})).await.unwrap();
    if app.backend() == DbBackend::Sqlite {
        on.execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)").await.unwrap();
    }
    on.clone().close().await.unwrap();
}

/// The program of the tests: where it lies what it makes may lie as well, and another build makes its own.
fn build() -> (PathBuf, String) {
    let program = std::env::current_exe().unwrap();
    let about = fs::metadata(&program).unwrap();
    let made = about.modified().unwrap().duration_since(UNIX_EPOCH).unwrap();
    let folder = program.ancestors().nth(3).unwrap().join("tmp");
    fs::create_dir_all(&folder).unwrap();
    (folder, format!("worker_{:x}_{:x}", made.as_nanos(), about.len()))
}

/// Held while the one that all copy is looked for and made.
fn lock(folder: &Path) -> File {
    let file = File::create(folder.join("worker.lock")).unwrap();
    file.lock().unwrap();
    file
}

async fn copied_file(to: &Path) -> String {
    let (folder, name) = build();
    let made = folder.join(format!("{name}.sqlite"));
    {
        let _lock = lock(&folder);
        if !made.exists() {
            let fresh = made.with_extension("fresh");
            let _ = fs::remove_file(&fresh);
            filled(&format!("sqlite:{}", fresh.display())).await;
            fs::rename(&fresh, &made).unwrap();
        }
    }
    fs::copy(&made, to).unwrap();
    format!("sqlite:{}", to.display())
}

async fn copied_on(server: &str) -> String {
    let (folder, name) = build();
    let (base, _) = server.rsplit_once('/').unwrap();
    let admin = database::connect_for_long_work(&SecretString::from(server), 1).await.unwrap();
    let _lock = lock(&folder);
    if !is_there(&admin, &name).await {
        let fresh = format!("{name}_fresh");
        admin.execute_unprepared(&format!("DROP DATABASE IF EXISTS {fresh}")).await.unwrap();
        admin.execute_unprepared(&format!("CREATE DATABASE {fresh}")).await.unwrap();
        filled(&format!("{base}/{fresh}")).await;
        admin.execute_unprepared(&format!("ALTER DATABASE {fresh} RENAME TO {name}")).await.unwrap();
    }
    let own = format!("worker_{}", data_encoding::HEXLOWER.encode(&Chance::System.bytes::<6>()));
    // The server copies one only while nobody is connected to it: so one copy at a time.
    admin.execute_unprepared(&format!("CREATE DATABASE {own} TEMPLATE {name}")).await.unwrap();
    admin.close().await.unwrap();
    format!("{base}/{own}")
}

async fn is_there(admin: &DatabaseConnection, name: &str) -> bool {
    let sql = format!("SELECT 1 FROM pg_database WHERE datname = '{name}'");
    let found = admin.query_one_raw(Statement::from_string(admin.get_database_backend(), sql));
    found.await.unwrap().is_some()
}
