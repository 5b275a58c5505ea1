//! PostgreSQL's own log, and the files in which it keeps things, while whoever runs it writes down every statement.

use std::{
    fs::{self, File},
    io::{Read, Seek, SeekFrom},
    path::PathBuf,
    process::Command,
    time::{Duration, Instant},
};

use ridgeway::platform::{database, error::Error};
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement, TransactionTrait, Value};
use secrecy::SecretString;

use super::{
    plant::Plant,
    search::{Search, files},
};
use crate::support::TestApp;

/// The log of the server, from where a test began.
pub struct Log {
    file: PathBuf,
    from: u64,
    wal: String,
}

async fn one(on: &DatabaseConnection, sql: &str) -> String {
    let row = on.query_one_raw(Statement::from_string(on.get_database_backend(), sql)).await.unwrap();
    row.unwrap().try_get_by_index(0).unwrap()
}

/// Says something of the database that a test is on, to whoever connects from now on.
async fn set(test: &TestApp, what: &str) {
    let name = one(test.app.database(), "SELECT current_database()::text").await;
    test.app.database().execute_unprepared(&format!("ALTER DATABASE {name} SET {what}")).await.unwrap();
}

impl Log {
    /// From now on all that is said to the database of a test is written down, as by somebody who looks for slow statements,
    /// and as docs/security.md asks. None on SQLite, which writes no log.
    pub async fn begin(test: &TestApp) -> Option<Self> {
        if test.app.backend() == DbBackend::Sqlite {
            return None;
        }
        let file = PathBuf::from(std::env::var("TEST_POSTGRES_LOG").expect("the log of the server"));
        for what in [
            "log_error_verbosity = 'terse'",
            "log_min_duration_statement = 0",
            "log_lock_waits = on",
            "log_temp_files = 0",
            "log_parameter_max_length_on_error = -1",
        ] {
            set(test, what).await;
        }
        let wal = one(test.app.database(), "SELECT pg_walfile_name(pg_current_wal_lsn())").await;
        Some(Self { from: fs::metadata(&file).unwrap().len(), file, wal })
    }

    fn read(&self) -> Vec<u8> {
        let mut file = File::open(&self.file).unwrap();
        file.seek(SeekFrom::Start(self.from)).unwrap();
        let mut text = Vec::new();
        file.read_to_end(&mut text).unwrap();
        text
    }

    /// It holds statements, and nothing of what came with them.
    pub fn held_statements_alone(&self, search: &Search) {
        let log = self.read();
        let text = String::from_utf8_lossy(&log);
        for statement in ["INSERT INTO \"referral\"", "INSERT INTO \"case_note\"", "UPDATE \"young_person\""]
        {
            assert!(text.contains(statement), "{statement} was not written down");
        }
        println!("PostgreSQL's log: {} lines", text.lines().count());
        search.nothing_in("PostgreSQL's log", &log);
    }

    /// Waits until it holds a text: the server writes beside the answer.
    async fn holds(&self, text: &str) {
        let deadline = Instant::now() + Duration::from_secs(10);
        while !String::from_utf8_lossy(&self.read()).contains(text) {
            assert!(Instant::now() < deadline, "{text} is not in the log");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// The database as it lies in the server's files, its log of writes since the beginning of the test, and a dump.
    pub async fn files_and_dump(&self, test: &TestApp, search: &Search) -> Vec<u8> {
        let on = test.app.database();
        on.execute_unprepared("CHECKPOINT").await.unwrap();
        let folder = PathBuf::from(one(on, "SELECT current_setting('data_directory')").await);
        let own = "SELECT oid::text FROM pg_database WHERE datname = current_database()";
        let heap = files(&folder.join("base").join(one(on, own).await));
        let read = |files: Vec<PathBuf>| -> Vec<u8> {
            files.iter().flat_map(|file| fs::read(file).unwrap_or_default()).collect()
        };
        let mut all = read(heap);
        // Those after the present one are old ones that wait to be written over.
        let now = one(on, "SELECT pg_walfile_name(pg_current_wal_lsn())").await;
        let since = self.wal.as_str()..=now.as_str();
        let written = files(&folder.join("pg_wal")).into_iter().filter(|file| {
            file.file_name().and_then(|name| name.to_str()).is_some_and(|name| since.contains(&name))
        });
        let written = read(written.collect());
        println!("PostgreSQL's files: {} bytes, and {} bytes of its log of writes", all.len(), written.len());
        let in_writes = search.found(&written);
        assert!(in_writes.contains("inviteUser.email"), "{in_writes:?}");
        all.extend(written);
        for temporary in ["pg_stat_tmp", "base/pgsql_tmp"] {
            let temporary = folder.join(temporary);
            all.extend(if temporary.exists() { read(files(&temporary)) } else { Vec::new() });
        }
        all.extend(dump(&test.database_url()));
        all
    }
}

fn dump(url: &str) -> Vec<u8> {
    let dump = Command::new("pg_dump").args(["--dbname", url]).output().unwrap();
    assert!(dump.status.success(), "{}", String::from_utf8_lossy(&dump.stderr));
    assert!(dump.stdout.len() > 100_000);
    dump.stdout
}

const EMAIL: &str = "odd: an address that is there";
const NAME: &str = "odd: a name in a row";

/// Statements that the database refuses, each with what was planted in the values beside it.
async fn faults(on: &DatabaseConnection, email: &str, name: &str) -> Vec<String> {
    let sql = [
        ("INSERT INTO \"user\" SELECT * FROM \"user\" WHERE email = $1", email),
        ("UPDATE young_person SET version = 0, given_name = $1", name),
        ("UPDATE young_person SET search_name = NULL, given_name = $1", name),
        ("UPDATE \"user\" SET name = $1, email = (SELECT min(email) FROM \"user\")", name),
    ];
    let mut said = Vec::new();
    for (sql, value) in sql {
        let statement =
            Statement::from_sql_and_values(on.get_database_backend(), sql, [Value::from(value.to_owned())]);
        let error = Error::from(on.execute_raw(statement).await.unwrap_err());
        said.push(error.to_string());
    }
    said
}

/// A database in which somebody has the planted address and a child the planted name.
async fn planted() -> (TestApp, Plant) {
    let mut plant = Plant::new().await;
    let (email, name) = (plant.word(EMAIL), plant.word(NAME));
    (with(&email, &name).await, plant)
}

async fn with(email: &str, name: &str) -> TestApp {
    let test = TestApp::new().await;
    let on = test.app.database();
    for (sql, value) in [
        ("UPDATE \"user\" SET email = $1 WHERE email = 'police@ridgeway.example'", email),
        ("UPDATE young_person SET family_name = $1", name),
    ] {
        let statement =
            Statement::from_sql_and_values(on.get_database_backend(), sql, [Value::from(value.to_owned())]);
        assert!(on.execute_raw(statement).await.unwrap().rows_affected() > 0);
    }
    test
}

#[tokio::test]
async fn a_broken_constraint_tells_its_name_and_code_alone() {
    let (test, plant) = planted().await;
    let said = faults(test.app.database(), plant.of(EMAIL), plant.of(NAME)).await;
    println!("{said:?}");
    Search::new(&plant).nothing_in("what is said of broken constraints", said.join("\n").as_bytes());
    let codes: &[&str] = if test.app.backend() == DbBackend::Sqlite {
        &["2067 on no constraint", "275 on no constraint", "1299 on no constraint", "2067 on no constraint"]
    } else {
        &[
            "23505 on user_pkey",
            "23514 on young_person_version_check",
            "23502 on no constraint",
            "23505 on ix_user_email",
        ]
    };
    for (said, code) in said.iter().zip(codes) {
        assert_eq!(said, &format!("internal: database error {code}"));
    }
}

/// Two who each hold what the other wants, with what was planted in their values.
async fn deadlock(on: &DatabaseConnection, word: &str) {
    let take = |email: &'static str| {
        let sql = "UPDATE \"user\" SET name = $1 WHERE email = $2";
        Statement::from_sql_and_values(DbBackend::Postgres, sql, [Value::from(word), Value::from(email)])
    };
    let (one, other) = ("admin@ridgeway.example", "dpo@ridgeway.example");
    let (first, second) = (on.begin().await.unwrap(), on.begin().await.unwrap());
    first.execute_raw(take(one)).await.unwrap();
    second.execute_raw(take(other)).await.unwrap();
    let (a, b) = tokio::join!(first.execute_raw(take(other)), async {
        let done = second.execute_raw(take(one)).await;
        second.rollback().await.unwrap();
        done
    });
    let refused = a.err().or(b.err()).expect("one of the two gives way");
    assert!(matches!(Error::from(refused), Error::Unavailable(_)));
    first.rollback().await.unwrap();
}

#[tokio::test]
async fn a_server_that_is_told_to_be_terse_writes_no_row_into_its_log() {
    let (test, plant) = planted().await;
    let Some(log) = Log::begin(&test).await else { return };
    let url = SecretString::from(test.database_url());
    let on = database::connect(&url, 3).await.unwrap();
    assert!(!database::logs_rows(&on).await.unwrap());
    let word = plant.of(NAME);
    faults(&on, plant.of(EMAIL), word).await;
    deadlock(&on, word).await;
    let slow = on.begin().await.unwrap();
    slow.execute_unprepared("SET LOCAL statement_timeout = 50").await.unwrap();
    let sleeps = "SELECT pg_sleep(60), $1::text";
    let sleeps = Statement::from_sql_and_values(DbBackend::Postgres, sleeps, [Value::from(word)]);
    assert!(matches!(Error::from(slow.execute_raw(sleeps).await.unwrap_err()), Error::Unavailable(_)));
    slow.rollback().await.unwrap();
    for line in
        ["ix_user_email", "young_person_version_check", "deadlock detected", "due to statement timeout"]
    {
        log.holds(line).await;
    }
    Search::new(&plant).nothing_in("PostgreSQL's log", &log.read());
}

/// Why a node warns where the server is not told so: nothing that a connection may set keeps rows out of the log.
#[tokio::test]
async fn a_server_that_tells_more_is_found_out() {
    // Other words than those of the other tests, which share the server and its log.
    let (email, name) = ("starling.of.the.yard@example.org", "Starling Yardmarker");
    let test = with(email, name).await;
    let Some(log) = Log::begin(&test).await else { return };
    set(&test, "log_error_verbosity = 'default'").await;
    let on = database::connect(&SecretString::from(test.database_url()), 1).await.unwrap();
    assert!(database::logs_rows(&on).await.unwrap());
    faults(&on, email, name).await;
    log.holds(name).await;
}

/// A connection that anyone makes, as a tool does, for comparison.
#[tokio::test]
async fn values_stay_out_of_the_log_of_failed_statements_whatever_the_server_is_told() {
    let (test, _) = planted().await;
    let Some(_) = Log::begin(&test).await else { return };
    let shown = "SELECT current_setting('log_parameter_max_length_on_error')";
    let tool = Database::connect(test.database_url()).await.unwrap();
    assert_eq!(one(&tool, shown).await, "-1");
    let url = SecretString::from(test.database_url());
    for ours in [
        database::connect(&url, 1).await.unwrap(),
        database::connect_for_long_work(&url, 1).await.unwrap(),
        database::connect_alone(&url).await.unwrap(),
    ] {
        assert_eq!(one(&ours, shown).await, "0");
    }
}
