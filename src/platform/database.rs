//! Connections: SQLite in one file for one node, PostgreSQL for many. Knows how each has to be opened, and no table.

use std::time::Duration;

use sea_orm::{ConnectOptions, Database, DatabaseConnection, DbBackend, DbErr};
use secrecy::{ExposeSecret, SecretString};

use super::error::{Error, Result};

/// A statement may run this long, in milliseconds, before PostgreSQL stops it.
const STATEMENT_TIMEOUT_MS: &str = "10000";

/// Opens the database at a URL.
pub async fn connect(url: &SecretString, connections: u32) -> Result<DatabaseConnection> {
    let mut options = ConnectOptions::new(url.expose_secret());
    options
        .max_connections(connections)
        .connect_timeout(Duration::from_secs(5))
        .acquire_timeout(Duration::from_secs(5))
        .max_lifetime(Duration::from_mins(30))
        // A broken connection is met by the statement itself; asking first costs a round trip each time.
        .test_before_acquire(false)
        // A statement holds what people wrote.
        .sqlx_logging(false)
        .map_sqlx_postgres_opts(|postgres| postgres.options([("statement_timeout", STATEMENT_TIMEOUT_MS)]))
        .map_sqlx_sqlite_opts(|sqlite| {
            use sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
            sqlite
                .create_if_missing(true)
                .foreign_keys(true)
                .journal_mode(SqliteJournalMode::Wal)
                // NORMAL loses the last commits when power fails.
                .synchronous(SqliteSynchronous::Full)
                .busy_timeout(Duration::from_secs(10))
        });
    Database::connect(options).await.map_err(|cause| {
        Error::Unavailable(format!(
            "the database does not answer; look at DATABASE_URL ({})",
            kind_of(&cause)
        ))
    })
}

/// Whether this is PostgreSQL, where rows can be locked.
#[must_use]
pub fn is_postgres(backend: DbBackend) -> bool {
    backend == DbBackend::Postgres
}

/// What kind of database error it is, without a value or a statement.
fn kind_of(error: &DbErr) -> String {
    match error {
        DbErr::ConnectionAcquire(_) => "no connection in time".to_owned(),
        DbErr::Conn(_) => "no connection".to_owned(),
        other => other.sql_err().map_or_else(|| "fault".to_owned(), |_| "constraint".to_owned()),
    }
}

impl From<DbErr> for Error {
    /// Only the constraint's name or the kind of fault is kept: a database's own words hold values of the row.
    fn from(error: DbErr) -> Self {
        use sea_orm::RuntimeErr;
        match &error {
            DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => Self::Unavailable(kind_of(&error)),
            DbErr::Exec(RuntimeErr::SqlxError(cause)) | DbErr::Query(RuntimeErr::SqlxError(cause)) => {
                match cause.as_ref() {
                    sqlx::Error::Database(cause) => Self::Internal(format!(
                        "database error {} on {}",
                        cause.code().unwrap_or_default(),
                        cause.constraint().unwrap_or("no constraint")
                    )),
                    sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed => {
                        Self::Unavailable(kind_of(&error))
                    }
                    _ => Self::Internal("the database driver failed".to_owned()),
                }
            }
            DbErr::RecordNotFound(_) => Self::NotFound,
            _ => Self::Internal(format!("database: {}", kind_of(&error))),
        }
    }
}
