//! Every SELECT. It starts at the viewer's scope, or says why it cannot.
//!
//! A scoped read returns `Seen` rows: the row, and the relations in which the viewer stands to it, so that each field and
//! operation can ask the policy without another statement. No rules here: what a relation is enough for is `access/`'s.

pub mod casework;
pub mod delivery;
pub mod hearing;
pub mod insight;
pub mod page;
pub mod people;
pub mod record;
pub mod scope;

use sea_orm::{
    ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryResult, QuerySelect, Select,
    sea_query::LockType,
};

use crate::{
    access::Relations,
    platform::{
        database::is_postgres,
        error::{Error, Result},
    },
};

/// A row that the viewer may see something of.
#[derive(Clone, Debug)]
pub struct Seen<M> {
    /// The row.
    pub row: M,
    /// How the viewer stands to it.
    pub holds: Relations,
}

impl<M: FromQueryResult> FromQueryResult for Seen<M> {
    fn from_query_result(result: &QueryResult, prefix: &str) -> Result<Self, DbErr> {
        Ok(Self {
            row: M::from_query_result(result, prefix)?,
            holds: Relations::from_bits(result.try_get(prefix, "holds")?),
        })
    }
}

/// A select without the viewer's scope; the reason is for the reader.
#[must_use]
pub fn unscoped<E: EntityTrait>(_why: &'static str) -> Select<E> {
    E::find()
}

/// Locks the rows of a select until the transaction ends. On SQLite the write turn is the lock. Keys never change: so whoever
/// writes a row that names a locked one does not wait for it, and nobody takes locks in an order that no operation shows.
#[must_use]
pub fn locked<E: EntityTrait>(select: Select<E>, on: &impl ConnectionTrait) -> Select<E> {
    if is_postgres(on.get_database_backend()) { select.lock(LockType::NoKeyUpdate) } else { select }
}

/// The one row of a scoped select, locked until the transaction ends, as it is to the viewer then; or NOT_FOUND. Of a row that
/// somebody else held PostgreSQL asks again only what stands on that row, and not whose case it is by now: for whom that counts it
/// is read once more when it is locked.
pub async fn for_change<E, M>(on: &impl ConnectionTrait, select: Select<E>) -> Result<Seen<M>>
where
    E: EntityTrait,
    M: FromQueryResult + Send + Sync,
{
    let seen = locked(select.clone(), on).into_model::<Seen<M>>().one(on).await?.ok_or(Error::NotFound)?;
    if is_postgres(on.get_database_backend()) && seen.holds.meets(scope::FOUND_FIRST) {
        return select.into_model::<Seen<M>>().one(on).await?.ok_or(Error::NotFound);
    }
    Ok(seen)
}
