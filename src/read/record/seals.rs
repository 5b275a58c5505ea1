//! Reads of the audit for its chain of seals: what waits for its seal, and the chain in its order.

use sea_orm::{
    ColumnTrait, ConnectionTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::Order,
};

use crate::{entity::record::audit_entry, platform::error::Result, read::unscoped};

const CHAIN: &str = "the chain of seals is over all entries; none is shown";

/// What waits for its seal, in the order of ids. An index holds these alone.
#[must_use]
pub fn waiting() -> Select<audit_entry::Entity> {
    unscoped::<audit_entry::Entity>(CHAIN)
        .filter(audit_entry::Column::Number.is_null())
        .order_by_asc(audit_entry::Column::Id)
}

/// Entries that are not sealed yet, in the order of their ids.
pub async fn unsealed(on: &impl ConnectionTrait, at_most: u64) -> Result<Vec<audit_entry::Model>> {
    Ok(waiting().limit(at_most).all(on).await?)
}

/// The last sealed entry: the head of the chain.
pub async fn head(on: &impl ConnectionTrait) -> Result<Option<audit_entry::Model>> {
    Ok(unscoped::<audit_entry::Entity>(CHAIN)
        .filter(audit_entry::Column::Number.is_not_null())
        .order_by(audit_entry::Column::Number, Order::Desc)
        .limit(1)
        .one(on)
        .await?)
}

/// Sealed entries after a number, in order.
pub async fn sealed_after(
    on: &impl ConnectionTrait,
    number: i64,
    at_most: u64,
) -> Result<Vec<audit_entry::Model>> {
    Ok(unscoped::<audit_entry::Entity>(CHAIN)
        .filter(audit_entry::Column::Number.gt(number))
        .order_by_asc(audit_entry::Column::Number)
        .limit(at_most)
        .all(on)
        .await?)
}

/// How many entries wait for their seal.
pub async fn count_unsealed(on: &impl ConnectionTrait) -> Result<u64> {
    Ok(unscoped::<audit_entry::Entity>(CHAIN).filter(audit_entry::Column::Number.is_null()).count(on).await?)
}

/// Whether any entry waits for its seal.
pub async fn any_unsealed(on: &impl ConnectionTrait) -> Result<bool> {
    Ok(!unsealed(on, 1).await?.is_empty())
}
