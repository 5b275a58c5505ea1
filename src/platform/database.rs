//! Connections: SQLite in one file for one node, PostgreSQL for many. Knows how each has to be opened, and no table.

use std::time::{Duration, Instant};

use sea_orm::{ConnectOptions, Database, DatabaseConnection, DbBackend, DbErr};
use secrecy::{ExposeSecret, SecretString};
use sqlx::SqliteConnection;

use super::error::{Error, Result};

/// A statement may run this long, in milliseconds, before PostgreSQL stops it.
const STATEMENT_TIMEOUT_MS: &str = "10000";
/// On SQLite, how long a connection may be worked with at one stretch: a statement, or a transaction.
const STRETCH: Duration = Duration::from_secs(10);
/// So many steps of SQLite's machine are taken between two looks at the time; well below a hundredth of a second.
const STEPS: i32 = 50_000;

/// Opens the database at a URL, for work that people wait for: each statement has its limit.
pub async fn connect(url: &SecretString, connections: u32) -> Result<DatabaseConnection> {
    open(url, connections, true).await
}

/// Opens the database at a URL, for migrations and seeds, which take as long as they take.
pub async fn connect_for_long_work(url: &SecretString, connections: u32) -> Result<DatabaseConnection> {
    open(url, connections, false).await
}

async fn open(url: &SecretString, connections: u32, limited: bool) -> Result<DatabaseConnection> {
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
    if limited {
        limit(&mut options);
    }
    Database::connect(options).await.map_err(|cause| {
        Error::Unavailable(format!(
            "the database does not answer; look at DATABASE_URL ({})",
            kind_of(&cause)
        ))
    })
}

/// Gives statements their limit, in each database's own way.
fn limit(options: &mut ConnectOptions) {
    options
        .map_sqlx_postgres_opts(|postgres| postgres.options([("statement_timeout", STATEMENT_TIMEOUT_MS)]))
        .map_sqlx_sqlite_pool_opts(|pool| {
            pool.after_connect(|connection, _| Box::pin(bound(connection, STRETCH))).before_acquire(
                |connection, _| Box::pin(async move { bound(connection, STRETCH).await.map(|()| true) }),
            )
        });
}

/// Ends whatever runs on an SQLite connection once a stretch of time from now has passed: SQLite has no limit of its own, and
/// a statement whose caller has gone away would run on.
async fn bound(connection: &mut SqliteConnection, stretch: Duration) -> Result<(), sqlx::Error> {
    let until = Instant::now() + stretch;
    connection.lock_handle().await?.set_progress_handler(STEPS, move || Instant::now() < until);
    Ok(())
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
                    // Ended because it took too long: by PostgreSQL, or by SQLite.
                    sqlx::Error::Database(cause)
                        if matches!(cause.code().as_deref(), Some("57014" | "9")) =>
                    {
                        Self::Unavailable("a statement took too long".to_owned())
                    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use sqlx::Connection;

    const ENDLESS: &str =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n";

    #[tokio::test]
    async fn an_endless_statement_on_sqlite_is_ended_and_its_connection_stays_good() {
        let mut connection = SqliteConnection::connect("sqlite::memory:").await.unwrap();
        bound(&mut connection, Duration::ZERO).await.unwrap();
        let ended = sqlx::query(ENDLESS).execute(&mut connection).await.unwrap_err();
        let ended = ended.into_database_error().unwrap();
        assert_eq!(ended.code().as_deref(), Some("9"), "interrupted");
        bound(&mut connection, STRETCH).await.unwrap();
        sqlx::query("SELECT 1").execute(&mut connection).await.unwrap();
    }

    #[tokio::test]
    async fn a_caller_who_went_away_leaves_no_statement_running_on_sqlite() {
        let mut connection = SqliteConnection::connect("sqlite::memory:").await.unwrap();
        bound(&mut connection, Duration::from_millis(1)).await.unwrap();
        {
            let asked = sqlx::query(ENDLESS).execute(&mut connection);
            // It is sent, and not waited for.
            let _ = futures_util::FutureExt::now_or_never(asked);
        }
        // Without a limit this would wait for ever: the connection does one thing after the other.
        bound(&mut connection, STRETCH).await.unwrap();
        sqlx::query("SELECT 1").execute(&mut connection).await.unwrap();
    }
}
