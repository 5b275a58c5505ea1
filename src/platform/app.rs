//! The application as every floor above carries it: configuration, database, keys, clock, chance and bus.

use std::{
    sync::{
        Arc, OnceLock,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::London;
use sea_orm::{
    DatabaseConnection, DatabaseTransaction, DbBackend, SqliteTransactionMode, Statement, TransactionOptions,
    TransactionTrait,
};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::{
    bus::Bus,
    cache::Cache,
    chance::Chance,
    clock::Clock,
    config::Config,
    counted::Counted,
    error::{Error, Result},
    fan_out::Node,
    keys::Keys,
    lease::Lease,
    outage::Outage,
    rates::Rates,
    telemetry,
    turns::{Turn, Turns},
};

/// Argon2 takes 19 MiB and a core each time: so many at once, and no more.
const PASSWORDS_AT_ONCE: usize = 2;
/// How many more may wait for their turn: what 30 people who begin work in the same second need.
const PASSWORDS_WAITING: usize = 30;
/// How long a stream keeps its turn that is left standing with it: longer than any delivery takes while the database is well.
const STREAM_LEASE: Duration = Duration::from_secs(2);
/// How long an operation waits for its turn on SQLite.
const PATIENCE: Duration = Duration::from_secs(10);

/// The application; cheap to clone.
#[derive(Clone, Debug)]
pub struct App(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    config: Config,
    database: DatabaseConnection,
    reads: Counted,
    keys: Keys,
    clock: Clock,
    chance: Chance,
    bus: Bus,
    cache: Cache,
    outage: Outage,
    leaving: CancellationToken,
    stop: CancellationToken,
    turns: Arc<Semaphore>,
    turns_at: Arc<Turns>,
    rates: Arc<Rates>,
    streams: Arc<Semaphore>,
    passwords: Semaphore,
    password_places: Arc<Semaphore>,
    passwords_computed: AtomicU64,
    statements: Arc<AtomicU64>,
    heard: Arc<Heard>,
}

type Hears = Box<dyn Fn(&Statement) + Send + Sync>;

/// Who is told of each statement.
#[derive(Default)]
struct Heard(OnceLock<Hears>);

impl std::fmt::Debug for Heard {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Heard")
    }
}

/// A transaction with, on SQLite, the one write turn of this process.
#[derive(Debug)]
pub struct Transaction {
    /// The database's own transaction.
    pub tx: DatabaseTransaction,
    _turn: Option<OwnedSemaphorePermit>,
}

impl Transaction {
    /// Makes what was written last, and gives the turn back.
    pub async fn commit(self) -> Result<()> {
        Ok(self.tx.commit().await?)
    }

    /// Takes back what was written, and gives the turn back.
    pub async fn rollback(self) -> Result<()> {
        Ok(self.tx.rollback().await?)
    }
}

impl App {
    /// Puts the parts together.
    #[must_use]
    pub fn new(
        config: Config,
        mut database: DatabaseConnection,
        keys: Keys,
        clock: Clock,
        chance: Chance,
    ) -> Self {
        let statements = Arc::new(AtomicU64::new(0));
        let heard: Arc<Heard> = Arc::default();
        let (counter, hearing) = (Arc::clone(&statements), Arc::clone(&heard));
        database.set_metric_callback(move |statement| {
            counter.fetch_add(1, Ordering::Relaxed);
            if let Some(hears) = hearing.0.get() {
                hears(statement.statement);
            }
            telemetry::statement_done(statement.elapsed, statement.failed);
        });
        Self(Arc::new(Inner {
            rates: Arc::new(Rates::new(config.requests_per_person, config.sockets_per_person)),
            streams: Arc::new(Semaphore::new((config.database_connections as usize / 2).max(1))),
            config,
            reads: database.clone().into(),
            database,
            cache: Cache::new(keys.clone()),
            keys,
            clock,
            chance,
            bus: Bus::default(),
            outage: Outage::default(),
            leaving: CancellationToken::new(),
            stop: CancellationToken::new(),
            turns: Arc::new(Semaphore::new(1)),
            turns_at: Arc::default(),
            passwords: Semaphore::new(PASSWORDS_AT_ONCE),
            password_places: Arc::new(Semaphore::new(PASSWORDS_AT_ONCE + PASSWORDS_WAITING)),
            passwords_computed: AtomicU64::new(0),
            statements,
            heard,
        }))
    }

    /// The configuration.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.0.config
    }

    /// The database.
    #[must_use]
    pub fn database(&self) -> &DatabaseConnection {
        &self.0.database
    }

    /// The database, for reading what is answered: whoever runs the answer knows that it waits.
    #[must_use]
    pub fn reads(&self) -> &Counted {
        &self.0.reads
    }

    /// Which database it is.
    #[must_use]
    pub fn backend(&self) -> DbBackend {
        self.0.database.get_database_backend()
    }

    /// The keys.
    #[must_use]
    pub fn keys(&self) -> &Keys {
        &self.0.keys
    }

    /// The clock.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// The present instant.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.0.clock.now()
    }

    /// The present day in Europe/London.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.now().with_timezone(&London).date_naive()
    }

    /// Chance.
    #[must_use]
    pub fn chance(&self) -> &Chance {
        &self.0.chance
    }

    /// A new id of any noun: UUIDv7 of the present instant.
    #[must_use]
    pub fn new_id<I: From<Uuid>>(&self) -> I {
        self.id_at(self.now())
    }

    /// An id as it would have been made at an instant; for the synthetic partnership.
    #[must_use]
    pub fn id_at<I: From<Uuid>>(&self, at: DateTime<Utc>) -> I {
        let millis = u64::try_from(at.timestamp_millis()).unwrap_or_default();
        uuid::Builder::from_unix_timestamp_millis(millis, &self.0.chance.bytes()).into_uuid().into()
    }

    /// The bus of this node.
    #[must_use]
    pub fn bus(&self) -> &Bus {
        &self.0.bus
    }

    /// What is kept for a while of what everyone may know.
    #[must_use]
    pub fn cache(&self) -> &Cache {
        &self.0.cache
    }

    /// What is known of the database's absence.
    #[must_use]
    pub fn outage(&self) -> &Outage {
        &self.0.outage
    }

    /// This node is about to stop and asks for no new requests; it answers those that come all the same.
    #[must_use]
    pub fn leaving(&self) -> &CancellationToken {
        &self.0.leaving
    }

    /// Ends every stream and background task when it is cancelled.
    #[must_use]
    pub fn stop(&self) -> &CancellationToken {
        &self.0.stop
    }

    /// How many statements were sent so far.
    #[must_use]
    pub fn statements(&self) -> u64 {
        self.0.statements.load(Ordering::Relaxed)
    }

    /// Tells of each statement from now on, with what it brings, as it is over: for tests of what an operation sends. The first
    /// who asks for it hears it.
    pub fn hear_statements(&self, hears: impl Fn(&Statement) + Send + Sync + 'static) {
        let _ = self.0.heard.0.set(Box::new(hears));
    }

    /// A place among those who wait to compute a password's hash. Where none is left it is refused at once, so that the
    /// queue cannot grow.
    pub fn password_place(&self) -> Result<OwnedSemaphorePermit> {
        let places = Arc::clone(&self.0.password_places);
        places.try_acquire_owned().map_err(|_| Error::RateLimited(5))
    }

    /// Waits for a turn of this node at one thing that many may want to change in the same moment. Before a transaction begins.
    pub async fn turn_at(&self, what: Uuid) -> Result<Turn> {
        Arc::clone(&self.0.turns_at).at(what).await
    }

    /// Waits for a turn of a stream, which may be left standing with it: see `stream_turn`.
    pub async fn stream_lease(&self) -> Result<Lease> {
        Lease::of(&self.0.streams, STREAM_LEASE).await
    }

    /// Waits for a turn for streams at the database. There are as many turns as are half of the connections: however many hear of
    /// one change, the others are for those who ask.
    pub async fn stream_turn(&self) -> Result<OwnedSemaphorePermit> {
        let streams = Arc::clone(&self.0.streams);
        streams.acquire_owned().await.map_err(|_| Error::Unavailable("stopping".to_owned()))
    }

    /// Waits for a turn to compute a password's hash.
    pub async fn password_turn(&self) -> Result<tokio::sync::SemaphorePermit<'_>> {
        let turn = self.0.passwords.acquire().await.map_err(|_| Error::Unavailable("stopping".to_owned()))?;
        self.0.passwords_computed.fetch_add(1, Ordering::Relaxed);
        Ok(turn)
    }

    /// How many hashes of passwords were computed so far.
    #[must_use]
    pub fn passwords_computed(&self) -> u64 {
        self.0.passwords_computed.load(Ordering::Relaxed)
    }

    /// How much each person and address may ask.
    #[must_use]
    pub fn rates(&self) -> &Arc<Rates> {
        &self.0.rates
    }

    /// What of this application is joined to other nodes, under an id of its own.
    #[must_use]
    pub fn as_node(&self) -> Node {
        Node {
            id: self.new_id(),
            bus: self.bus().clone(),
            rates: Arc::clone(self.rates()),
            keys: self.keys().clone(),
            clock: self.clock().clone(),
        }
    }

    /// Begins a transaction that will write. On SQLite writers go one by one, in the order in which they came.
    pub async fn begin(&self) -> Result<Transaction> {
        let sqlite = self.backend() == DbBackend::Sqlite;
        let turn = if sqlite {
            let turns = Arc::clone(&self.0.turns);
            let turn = tokio::time::timeout(PATIENCE, turns.acquire_owned())
                .await
                .map_err(|_| Error::Unavailable("too many writers".to_owned()))?;
            Some(turn.map_err(|_| Error::Unavailable("stopping".to_owned()))?)
        } else {
            None
        };
        let options = TransactionOptions {
            sqlite_transaction_mode: sqlite.then_some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let tx = self.0.database.begin_with_options(options).await?;
        Ok(Transaction { tx, _turn: turn })
    }
}
