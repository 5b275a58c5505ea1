//! From configuration to a running application: which database, which secret, and what kind of database it is.

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};

use chrono::TimeDelta;
use data_encoding::HEXLOWER;
use migrations::{Migrator, MigratorTrait};
use sea_orm::DatabaseConnection;
use secrecy::{ExposeSecret, SecretString};

use crate::{
    domain::record::instance,
    platform::{
        app::App,
        chance::Chance,
        clock::Clock,
        config::Config,
        database,
        error::{Error, Result},
        keys::Keys,
    },
    words::DatabaseKind,
};

/// Where a demo is kept unless something else is said.
const USUAL_FOLDER: &str = ".data";

/// The folder of a demo.
pub fn folder(config: &Config) -> PathBuf {
    config.data.clone().unwrap_or_else(|| USUAL_FOLDER.into())
}

fn database_file(folder: &Path) -> PathBuf {
    folder.join("ridgeway.sqlite")
}

/// The database that was named, or the one in the folder.
fn database_url(config: &Config, may_make: bool) -> Result<SecretString> {
    if let Some(url) = &config.database_url {
        return Ok(url.clone());
    }
    let file = database_file(&folder(config));
    if may_make || file.exists() {
        return Ok(format!("sqlite:{}", file.display()).into());
    }
    Err(Error::BadInput("no database is named: set DATABASE_URL, or --data to the folder of a demo".into()))
}

/// The secret that was given, or the one in the folder.
fn secret(config: &Config) -> Result<SecretString> {
    if let Some(secret) = &config.secret {
        return Ok(secret.clone());
    }
    fs::read_to_string(folder(config).join("secret")).map(SecretString::from).map_err(|_| {
        Error::BadInput(
            "no secret is given: set RIDGEWAY_SECRET to 64 hexadecimal digits (openssl rand -hex 32)".into(),
        )
    })
}

/// An application on a database that is there.
pub async fn open(config: Config, clock: Clock) -> Result<App> {
    let url = database_url(&config, false)?;
    let keys = Keys::from_hex(secret(&config)?.expose_secret(), Chance::System)?;
    let database = database::connect(named(&url)?, config.database_connections).await?;
    Ok(App::new(config, database, keys, clock, Chance::System))
}

/// As `open`, for a command that acts on the data: refuses a wrong secret, whatever kind of database it is.
pub async fn open_data(config: Config) -> Result<App> {
    let app = open(config.clone(), Clock::System).await?;
    let demo = instance::check_secret(&app).await? == DatabaseKind::Demo;
    let (database, keys) = (app.database().clone(), app.keys().clone());
    Ok(App::new(Config { demo, ..config }, database, keys, Clock::System, Chance::System))
}

/// The same application to be served: on connections whose statements have a limit, and with no others left open.
pub async fn to_serve(app: &App) -> Result<App> {
    let config = app.config().clone();
    let database = database::connect(&database_url(&config, false)?, config.database_connections).await?;
    app.database().close_by_ref().await?;
    Ok(App::new(config, database, app.keys().clone(), app.clock().clone(), app.chance().clone()))
}

/// The application of a demo; makes folder, secret, tables and what says that it is a demo.
pub async fn open_demo(mut config: Config, clock: Clock) -> Result<App> {
    config.demo = true;
    if config.database_url.is_none() || config.secret.is_none() {
        make_folder(&folder(&config))?;
    }
    if config.secret.is_none() {
        config.secret = Some(kept_secret(&folder(&config).join("secret"))?);
    }
    let keys = Keys::from_hex(secret(&config)?.expose_secret(), Chance::System)?;
    let database = connect_for_long_work(&config, &database_url(&config, true)?).await?;
    let app = App::new(config, database, keys, clock, Chance::System);
    // A database that was made for real records is not even migrated by a demo.
    if Migrator::get_applied_migrations(app.database()).await.is_ok_and(|made| !made.is_empty()) {
        instance::check(&app, DatabaseKind::Demo).await?;
    }
    Migrator::up(app.database(), None).await?;
    instance::claim(&app, DatabaseKind::Demo).await?;
    Ok(app)
}

/// An error unless the database is for real records, of this secret, and has all its tables.
pub async fn ready_to_serve(app: &App) -> Result<()> {
    if !Migrator::get_pending_migrations(app.database()).await?.is_empty() {
        return Err(Error::BadInput(
            "the tables are not those of this version: run `ridgeway migrate up`".into(),
        ));
    }
    instance::check(app, DatabaseKind::Production).await
}

/// The URL, where it is of a database that we speak to.
fn named(url: &SecretString) -> Result<&SecretString> {
    if ["sqlite:", "postgres:", "postgresql:"].iter().any(|kind| url.expose_secret().starts_with(kind)) {
        return Ok(url);
    }
    Err(Error::BadInput("DATABASE_URL starts with sqlite: or postgres://".into()))
}

async fn connect_for_long_work(config: &Config, url: &SecretString) -> Result<DatabaseConnection> {
    database::connect_for_long_work(named(url)?, config.database_connections).await
}

/// Makes every change, and a fresh database one for real records.
pub async fn migrate_up(config: Config) -> Result<()> {
    let keys = Keys::from_hex(secret(&config)?.expose_secret(), Chance::System)?;
    let database = connect_for_long_work(&config, &database_url(&config, true)?).await?;
    let before = Migrator::get_pending_migrations(&database).await?.len();
    Migrator::up(&database, None).await?;
    let app = App::new(config, database, keys, Clock::System, Chance::System);
    if instance::kind_of(&app).await?.is_none() {
        instance::claim(&app, DatabaseKind::Production).await?;
    }
    println!("{before} changes made");
    Ok(())
}

/// Takes back the newest change.
pub async fn migrate_down(config: &Config) -> Result<()> {
    let database = connect_for_long_work(config, &database_url(config, false)?).await?;
    Migrator::down(&database, Some(1)).await?;
    println!("1 change taken back");
    Ok(())
}

/// Says which changes are made.
pub async fn migrate_status(config: &Config) -> Result<()> {
    let database = connect_for_long_work(config, &database_url(config, false)?).await?;
    let made = Migrator::get_applied_migrations(&database).await?;
    for change in Migrator::get_migration_files() {
        let state = if made.iter().any(|made| made.name() == change.name()) { "made" } else { "to be made" };
        println!("{:<50} {state}", change.name());
    }
    Ok(())
}

fn make_folder(folder: &Path) -> Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(|cause| {
        Error::BadInput(format!("the folder {} cannot be made: {}", folder.display(), cause.kind()).into())
    })
}

/// The secret that a demo keeps beside its database; made where there is none, for the owner's eyes alone.
fn kept_secret(file: &Path) -> Result<SecretString> {
    use std::os::unix::fs::OpenOptionsExt as _;
    if let Ok(secret) = fs::read_to_string(file) {
        return Ok(secret.trim().to_owned().into());
    }
    let secret = HEXLOWER.encode(&Chance::System.bytes::<32>());
    fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(file)
        .and_then(|mut file| file.write_all(secret.as_bytes()))
        .map_err(|cause| {
            Error::BadInput(format!("{} cannot be written: {}", file.display(), cause.kind()).into())
        })?;
    Ok(secret.into())
}

/// A length of time: a number and s, m, h or d.
pub fn duration(text: &str) -> Result<TimeDelta, String> {
    let wrong = || "a length of time looks like 90s, 30m, 1h or 7d".to_owned();
    let (number, unit) = text.split_at_checked(text.len().saturating_sub(1)).ok_or_else(wrong)?;
    let number: i64 = number.parse().map_err(|_| wrong())?;
    let of = match unit {
        "s" => TimeDelta::try_seconds(number),
        "m" => TimeDelta::try_minutes(number),
        "h" => TimeDelta::try_hours(number),
        "d" => TimeDelta::try_days(number),
        _ => None,
    };
    of.filter(|length| *length > TimeDelta::zero()).ok_or_else(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_of_time_has_a_unit() {
        assert_eq!(duration("90s"), Ok(TimeDelta::seconds(90)));
        assert_eq!(duration("1h"), Ok(TimeDelta::hours(1)));
        assert_eq!(duration("7d"), Ok(TimeDelta::days(7)));
        for bad in ["", "h", "1", "-1h", "0s", "1w", "1é", "99999999999999999999h", "9223372036854775807d"] {
            assert!(duration(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_secret_is_made_once_and_for_its_owner_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("secret");
        let first = kept_secret(&file).unwrap();
        assert_eq!(first.expose_secret(), kept_secret(&file).unwrap().expose_secret());
        assert_eq!(first.expose_secret().len(), 64);
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
