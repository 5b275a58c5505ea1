//! The lock by which one relay at a time gives places, on PostgreSQL. On SQLite there is one process, and its write turn.

use sea_orm::{ConnectionTrait, Statement};

use crate::platform::error::{Error, Result};

/// Names the lock; any number that nothing else in this database uses.
const RELAY: i64 = 0x5249_4447_4557;

async fn ask<T: sea_orm::TryGetable>(on: &impl ConnectionTrait, sql: String) -> Result<T> {
    let row = on.query_one_raw(Statement::from_string(on.get_database_backend(), sql)).await?;
    let row = row.ok_or_else(|| Error::Internal("no answer about the relay's lock".to_owned()))?;
    Ok(row.try_get_by_index(0)?)
}

/// Takes the lock for as long as this connection lives, unless another holds it.
pub async fn for_the_connection(on: &impl ConnectionTrait) -> Result<bool> {
    ask(on, format!("SELECT pg_try_advisory_lock({RELAY})")).await
}

/// Takes the lock until the transaction ends, unless another holds it.
pub async fn for_the_transaction(on: &impl ConnectionTrait) -> Result<bool> {
    ask(on, format!("SELECT pg_try_advisory_xact_lock({RELAY})")).await
}

/// Which connection this is: a lock that another one took is not this one's.
pub async fn connection(on: &impl ConnectionTrait) -> Result<i32> {
    ask(on, "SELECT pg_backend_pid()".to_owned()).await
}
