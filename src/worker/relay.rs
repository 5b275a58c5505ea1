//! The relay: one at a time gives committed events their places and audit entries their seals; every node announces what was
//! placed, by whichever.
//!
//! On PostgreSQL the relay holds a session's advisory lock on a connection of its own and writes by that connection, so that
//! a relay whose connection is gone can write nothing any more. On SQLite there is one process.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{DatabaseConnection, DatabaseTransaction, TransactionTrait};

use crate::{
    domain::record::{
        audit,
        outbox::{self, Reach},
    },
    platform::{
        app::App,
        database::{connect_alone, is_postgres},
        error::{Error, Result},
    },
    read::record::{event, lock, seals},
};

/// How often the head of the audit is written to the log.
const HEAD_EVERY: TimeDelta = TimeDelta::hours(1);

/// The relay of this node, whether it is the one that gives places now or only follows.
pub(super) struct Relay {
    app: App,
    /// The connection that holds the lock, with its number; on PostgreSQL.
    own: Option<DatabaseConnection>,
    held_by: Option<i32>,
    /// The last place announced on this node; none before the first turn.
    announced: Option<i64>,
    head_logged_at: Option<DateTime<Utc>>,
}

impl Relay {
    pub(super) const fn new(app: App) -> Self {
        Self { app, own: None, held_by: None, announced: None, head_logged_at: None }
    }

    /// Takes a turn. Whether there may be more to do at once.
    pub(super) async fn turn(&mut self) -> Result<bool> {
        let announced = match self.announced {
            Some(place) => place,
            // What was placed before this node came up, its subscribers read from the table.
            None => event::last_place(self.app.database()).await?,
        };
        self.announced = Some(announced);
        let more = if is_postgres(self.app.backend()) {
            self.turn_on_postgres().await?
        } else {
            Some(turn_on_sqlite(&self.app).await?)
        };
        let reach = if more.is_some() { Reach::Everywhere } else { Reach::Here };
        self.announced = Some(outbox::announce(&self.app, announced, reach).await?);
        if more.is_some() {
            self.log_head().await?;
        } else {
            self.app.bus().pass_on();
        }
        Ok(more.unwrap_or_default())
    }

    /// Forgets the connection: after a fault it is made again, and the lock asked for anew.
    pub(super) fn lost(&mut self) {
        self.own = None;
        self.held_by = None;
    }

    /// None where another node is the relay.
    async fn turn_on_postgres(&mut self) -> Result<Option<bool>> {
        if self.own.is_none() {
            let url = self.app.config().database_url.as_ref();
            let url = url.ok_or_else(|| Error::Internal("PostgreSQL without DATABASE_URL".to_owned()))?;
            self.own = Some(connect_alone(url).await?);
        }
        let Some(own) = &self.own else { return Ok(None) };
        let tx = own.begin().await?;
        let connection = lock::connection(&tx).await?;
        if self.held_by != Some(connection) {
            if !lock::for_the_connection(&tx).await? {
                self.held_by = None;
                tx.commit().await?;
                return Ok(None);
            }
            tracing::info!("this node is the relay now");
            self.held_by = Some(connection);
        }
        let more = work(&self.app, &tx).await?;
        tx.commit().await?;
        Ok(Some(more))
    }

    async fn log_head(&mut self) -> Result<()> {
        let now = self.app.now();
        if self.head_logged_at.is_none_or(|at| now - at >= HEAD_EVERY)
            && let Some(head) = audit::head(&self.app).await?
        {
            self.head_logged_at = Some(now);
            tracing::info!(number = head.number, seal = head.seal, "head of the audit");
        }
        Ok(())
    }
}

/// Looks first, so that an idle server takes no turn from those who write.
async fn turn_on_sqlite(app: &App) -> Result<bool> {
    if nothing_waits(app).await? {
        return Ok(false);
    }
    let transaction = app.begin().await?;
    let more = work(app, &transaction.tx).await?;
    transaction.commit().await?;
    Ok(more)
}

async fn nothing_waits(app: &App) -> Result<bool> {
    let on = app.database();
    Ok(event::unplaced(on, 1).await?.is_empty() && !seals::any_unsealed(on).await?)
}

/// Gives places and seals. Whether there may be more.
async fn work(app: &App, tx: &DatabaseTransaction) -> Result<bool> {
    let more_events = outbox::place(tx).await?;
    let (_, more_entries) = audit::seal(tx, app.keys()).await?;
    Ok(more_events || more_entries)
}

/// Does all that waits, and announces it. Where another relay works, it is that one's, and waited for.
pub(super) async fn settle(app: &App) -> Result<()> {
    const PATIENCE: u32 = 500;
    let before = event::last_place(app.database()).await?;
    for _ in 0..PATIENCE {
        if nothing_waits(app).await? {
            break;
        }
        let transaction = app.begin().await?;
        let mine = !is_postgres(app.backend()) || lock::for_the_transaction(&transaction.tx).await?;
        if mine {
            work(app, &transaction.tx).await?;
        }
        transaction.commit().await?;
        if !mine {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }
    outbox::announce(app, before, Reach::Everywhere).await?;
    Ok(())
}
