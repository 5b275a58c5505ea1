//! Connections: SQLite in one file for one node, PostgreSQL for many. Knows how each has to be opened, and no table.

use std::{
    sync::{
        LazyLock,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use sea_orm::{
    ActiveModelTrait, ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, DbErr,
    EntityTrait, IntoActiveModel, Iterable, Statement,
};
use secrecy::{ExposeSecret, SecretString};
use sqlx::{
    ConnectOptions as _, Connection as _, PgConnection, SqliteConnection, postgres::PgConnectOptions,
};
use tokio::{sync::Notify, time::timeout};

use super::error::{Error, Result};

/// What PostgreSQL is told of every connection: a client that has gone without a word holds its locks no longer than this, a
/// statement that fails is not written into its log with the values that came with it, and none is compiled before it runs:
/// that takes seconds of a core, for pages that are read in milliseconds.
const EVERY_CONNECTION: [(&str, &str); 7] = [
    ("log_parameter_max_length_on_error", "0"),
    ("jit", "off"),
    ("idle_in_transaction_session_timeout", "15000"),
    ("tcp_keepalives_idle", "5"),
    ("tcp_keepalives_interval", "2"),
    ("tcp_keepalives_count", "3"),
    ("tcp_user_timeout", "10000"),
];
/// A statement that people wait for may run this long, in milliseconds, before PostgreSQL stops it.
const STATEMENT: [(&str, &str); 1] = [("statement_timeout", "10000")];
/// The relay's connection holds a lock that others wait for: it speaks twice a second, or is gone.
const ALONE: [(&str, &str); 3] = [
    ("idle_session_timeout", "10000"),
    ("idle_in_transaction_session_timeout", "10000"),
    ("tcp_user_timeout", "5000"),
];
/// On SQLite, how long a connection may be worked with at one stretch: a statement, or a transaction.
const STRETCH: Duration = Duration::from_secs(10);
/// So many steps of SQLite's machine are taken between two looks at the time; well below a hundredth of a second.
const STEPS: i32 = 50_000;
/// A connection that rested this long is asked whether it is still there before it is used; a busy one is not.
const RESTED: Duration = Duration::from_secs(1);
/// It answers within this, or is thrown away.
const ANSWERS: Duration = Duration::from_secs(1);
/// A new connection is made within this, or the server is away.
const ARRIVES: Duration = Duration::from_secs(2);
/// After a fault every connection is asked, for so long.
const DISTRUST: Duration = Duration::from_mins(1);

/// Opens the database at a URL, for work that people wait for: each statement has its limit.
pub async fn connect(url: &SecretString, connections: u32) -> Result<DatabaseConnection> {
    let mut options = options(url, connections);
    options.map_sqlx_postgres_opts(|postgres| postgres.options(EVERY_CONNECTION).options(STATEMENT));
    limit_sqlite(&mut options);
    open(options).await
}

/// Opens the database at a URL, for migrations and seeds, which take as long as they take.
pub async fn connect_for_long_work(url: &SecretString, connections: u32) -> Result<DatabaseConnection> {
    let mut options = options(url, connections);
    options.map_sqlx_postgres_opts(|postgres| postgres.options(EVERY_CONNECTION));
    open(options).await
}

/// Opens one connection to PostgreSQL that holds something while it lives.
pub async fn connect_alone(url: &SecretString) -> Result<DatabaseConnection> {
    let mut options = options(url, 1);
    options.map_sqlx_postgres_opts(|postgres| {
        postgres.options(EVERY_CONNECTION).options(STATEMENT).options(ALONE)
    });
    open(options).await
}

/// What is the same for every connection.
fn options(url: &SecretString, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url.expose_secret());
    options
        .max_connections(connections)
        .connect_timeout(Duration::from_secs(5))
        .acquire_timeout(Duration::from_secs(5))
        .max_lifetime(Duration::from_mins(30))
        // Asking every connection each time costs a round trip each time: below, those are asked that may be broken.
        .test_before_acquire(false)
        // A statement holds what people wrote.
        .sqlx_logging(false)
        .map_sqlx_postgres_before_acquire(|connection, about| {
            let ask = about.idle_for >= RESTED || distrusted();
            Box::pin(async move { if ask { answers(connection).await } else { Ok(true) } })
        })
        // The driver asks once more by itself, and would wait for ever, with the connection still counted.
        .map_sqlx_postgres_pool_opts(|pool| {
            pool.after_release(|connection, _| {
                Box::pin(async move { if distrusted() { answers(connection).await } else { Ok(true) } })
            })
        })
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
    options
}

async fn open(options: ConnectOptions) -> Result<DatabaseConnection> {
    Database::connect(options).await.map_err(|cause| {
        Error::Unavailable(format!(
            "the database does not answer; look at DATABASE_URL ({})",
            kind_of(&cause)
        ))
    })
}

/// Gives SQLite the limit that it does not have of itself.
fn limit_sqlite(options: &mut ConnectOptions) {
    options.map_sqlx_sqlite_pool_opts(|pool| {
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

/// Whether a connection answers; an error, which throws it away, where it does not in time.
async fn answers(connection: &mut PgConnection) -> Result<bool, sqlx::Error> {
    let asked = timeout(ANSWERS, connection.ping()).await.map_err(|_| sqlx::Error::PoolTimedOut);
    asked.flatten().map(|()| true).inspect_err(|_| distrust())
}

/// Whether the server of a URL answers a new connection, if only to say that it is full.
pub async fn is_there(url: &SecretString) -> bool {
    let Ok(options) = url.expose_secret().parse::<PgConnectOptions>() else { return true };
    match timeout(ARRIVES, options.disable_statement_logging().connect()).await {
        Ok(Ok(connection)) => {
            let _ = timeout(ANSWERS, connection.close()).await;
            true
        }
        // It is starting or stopping.
        Ok(Err(sqlx::Error::Database(says))) => says.code().is_none_or(|code| !code.starts_with("57P")),
        Ok(Err(_)) | Err(_) => false,
    }
}

/// When connections were last found broken, in milliseconds of the process, or 0. A hint: it costs round trips, no more.
static BROKEN_AT: AtomicU64 = AtomicU64::new(0);
static BROKEN: Notify = Notify::const_new();

fn milliseconds() -> u64 {
    static BEGAN: LazyLock<Instant> = LazyLock::new(Instant::now);
    u64::try_from(BEGAN.elapsed().as_millis()).unwrap_or_default().saturating_add(1)
}

/// A connection was found broken, or did not answer in time: the others may be no better.
pub fn distrust() {
    BROKEN_AT.store(milliseconds(), Ordering::Relaxed);
    BROKEN.notify_waiters();
}

/// Until a connection is found broken.
pub async fn broken() {
    BROKEN.notified().await;
}

fn distrusted() -> bool {
    let at = BROKEN_AT.load(Ordering::Relaxed);
    at > 0 && u128::from(milliseconds().saturating_sub(at)) < DISTRUST.as_millis()
}

/// Whether PostgreSQL says by this code that it is going, coming, full or busy, rather than that the statement is wrong.
fn is_passing(code: &str) -> bool {
    // SQLite's codes are shorter. Connection exceptions, insufficient resources, operator intervention.
    let passing = ["08", "53", "57"].iter().any(|class| code.starts_with(class));
    // A standby; a lost race for rows.
    (passing && code.len() == 5) || ["25006", "40001", "40P01"].contains(&code)
}

/// Whether PostgreSQL writes values of rows into its log: with an error it tells, unless it is told to be terse, which row
/// broke a constraint, and with a slow statement what came with it. Only whoever runs the server can change that.
pub async fn logs_rows(on: &DatabaseConnection) -> Result<bool> {
    let backend = on.get_database_backend();
    if !is_postgres(backend) {
        return Ok(false);
    }
    let asked =
        Statement::from_string(backend, "SELECT current_setting('log_error_verbosity') <> 'terse' AS it");
    Ok(on.query_one_raw(asked).await?.is_some_and(|row| row.try_get("", "it").unwrap_or(true)))
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
            DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => gone(&error),
            DbErr::Exec(RuntimeErr::SqlxError(cause)) | DbErr::Query(RuntimeErr::SqlxError(cause)) => {
                match cause.as_ref() {
                    // Ended because it took too long: by PostgreSQL, or by SQLite.
                    sqlx::Error::Database(cause)
                        if matches!(cause.code().as_deref(), Some("57014" | "9")) =>
                    {
                        Self::Unavailable("a statement took too long".to_owned())
                    }
                    sqlx::Error::Database(cause) if is_passing(&cause.code().unwrap_or_default()) => {
                        gone(&error)
                    }
                    sqlx::Error::Database(cause) => Self::Internal(format!(
                        "database error {} on {}",
                        cause.code().unwrap_or_default(),
                        cause.constraint().unwrap_or("no constraint")
                    )),
                    // What a broken connection leaves behind may look like a wrong protocol.
                    sqlx::Error::Io(_)
                    | sqlx::Error::Tls(_)
                    | sqlx::Error::Protocol(_)
                    | sqlx::Error::PoolTimedOut
                    | sqlx::Error::PoolClosed => gone(&error),
                    _ => Self::Internal("the database driver failed".to_owned()),
                }
            }
            DbErr::RecordNotFound(_) => Self::NotFound,
            _ => Self::Internal(format!("database: {}", kind_of(&error))),
        }
    }
}

fn gone(error: &DbErr) -> Error {
    distrust();
    Error::Unavailable(kind_of(error))
}

/// Values in one statement: PostgreSQL takes 65,535 and SQLite 32,766; long statements are not faster.
const fn most_values(backend: DbBackend) -> usize {
    match backend {
        DbBackend::Postgres => 12_000,
        _ => 2_000,
    }
}

/// Inserts many rows, so many in one statement.
pub async fn insert_all<A, C>(on: &C, rows: Vec<<A::Entity as EntityTrait>::Model>) -> Result<()>
where
    A: ActiveModelTrait + Send,
    <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
    C: ConnectionTrait,
{
    let columns = <A::Entity as EntityTrait>::Column::iter().count();
    // Statements of one length are prepared once.
    let at_once = (most_values(on.get_database_backend()) / columns).max(1);
    let mut rows = rows.into_iter().map(IntoActiveModel::into_active_model).peekable();
    while rows.peek().is_some() {
        let chunk: Vec<A> = rows.by_ref().take(at_once).collect();
        A::Entity::insert_many(chunk).exec_without_returning(on).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[tokio::test]
    async fn a_commit_on_sqlite_is_on_the_disk_before_it_is_acknowledged() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("flushed.sqlite").display()).into();
        for database in [connect(&url, 4).await.unwrap(), connect_for_long_work(&url, 4).await.unwrap()] {
            let pool = database.get_sqlite_connection_pool();
            // All at once, so that each is another connection.
            let held = (0..4).map(|_| pool.acquire());
            for connection in futures_util::future::join_all(held).await {
                let mut connection = connection.unwrap();
                let flushed = sqlx::query_scalar::<_, i64>("PRAGMA synchronous").fetch_one(&mut *connection);
                assert_eq!(flushed.await.unwrap(), 2, "FULL");
                let journal =
                    sqlx::query_scalar::<_, String>("PRAGMA journal_mode").fetch_one(&mut *connection);
                assert_eq!(journal.await.unwrap(), "wal");
            }
        }
    }

    #[test]
    fn a_server_that_goes_is_no_fault_of_ours_and_a_broken_constraint_is() {
        for passing in ["57P01", "57P03", "08006", "53300", "40001", "25006"] {
            assert!(is_passing(passing), "{passing}");
        }
        for lasting in ["23505", "42601", "22001", "531", ""] {
            assert!(!is_passing(lasting), "{lasting}");
        }
    }
}
