//! One page of a list: a keyset window over an order with a unique tie-break, forwards or backwards.
//!
//! Knows no cursor text: `graphql/` seals the keys into one, bound to viewer and question.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ConnectionTrait, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    Select, Value,
    sea_query::{Expr, ExprTrait, Order},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::platform::error::Result;

/// One part of a row's place in an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Key {
    /// An instant.
    Instant(DateTime<Utc>),
    /// A day.
    Day(NaiveDate),
    /// A text.
    Text(String),
    /// The tie-break.
    Id(Uuid),
    /// A number.
    Number(i64),
}

impl From<Key> for Value {
    fn from(key: Key) -> Self {
        match key {
            Key::Instant(at) => at.into(),
            Key::Day(day) => day.into(),
            Key::Text(text) => text.into(),
            Key::Id(id) => id.into(),
            Key::Number(number) => number.into(),
        }
    }
}

/// Which part of a list is asked for.
#[derive(Clone, Debug)]
pub struct Window {
    /// How many rows.
    pub limit: u64,
    /// From the end instead of from the start.
    pub backward: bool,
    /// Only what comes after this row.
    pub after: Option<Vec<Key>>,
    /// Only what comes before this row.
    pub before: Option<Vec<Key>>,
}

/// An order of a list; all its columns run in the same direction, and the last one is unique.
pub struct Ordering<M> {
    /// What is sorted by.
    pub columns: Vec<Expr>,
    /// Newest or largest first.
    pub descending: bool,
    /// A row's keys, one for each column.
    pub keys: fn(&M) -> Vec<Key>,
}

/// A page: rows with their keys, and whether there are more.
#[derive(Clone, Debug)]
pub struct Page<M> {
    /// The rows in the list's order, each with its keys.
    pub rows: Vec<(M, Vec<Key>)>,
    /// Whether rows come after.
    pub more_after: bool,
    /// Whether rows come before.
    pub more_before: bool,
}

impl<M> Page<M> {
    /// The same page of another kind of row.
    #[must_use]
    pub fn map<T>(self, row: impl Fn(M) -> T) -> Page<T> {
        let rows = self.rows.into_iter().map(|(one, keys)| (row(one), keys)).collect();
        Page { rows, more_after: self.more_after, more_before: self.more_before }
    }
}

/// A select's rows within a window, in order, with one row more than the page shows.
#[must_use]
pub fn windowed<E: EntityTrait, M>(mut select: Select<E>, order: &Ordering<M>, window: &Window) -> Select<E> {
    let columns = || Expr::tuple(order.columns.clone());
    let values = |keys: &[Key]| Expr::tuple(keys.iter().cloned().map(|key| Expr::value(Value::from(key))));
    for (edge, later) in [(&window.after, true), (&window.before, false)] {
        if let Some(keys) = edge {
            let greater = later != order.descending;
            select =
                select.filter(if greater { columns().gt(values(keys)) } else { columns().lt(values(keys)) });
        }
    }
    let direction = if order.descending == window.backward { Order::Asc } else { Order::Desc };
    for column in &order.columns {
        select = select.order_by(column.clone(), direction.clone());
    }
    select.limit(window.limit + 1)
}

/// Reads one page of a select.
pub async fn page<E, M>(
    on: &impl ConnectionTrait,
    select: Select<E>,
    order: &Ordering<M>,
    window: &Window,
) -> Result<Page<M>>
where
    E: EntityTrait,
    M: FromQueryResult + Send + Sync,
{
    let mut rows = windowed(select, order, window).into_model::<M>().all(on).await?;
    let limit = usize::try_from(window.limit).unwrap_or(usize::MAX);
    let more = rows.len() > limit;
    rows.truncate(limit);
    if window.backward {
        rows.reverse();
    }
    let (more_after, more_before) =
        if window.backward { (window.before.is_some(), more) } else { (more, window.after.is_some()) };
    let rows = rows
        .into_iter()
        .map(|row| {
            let keys = (order.keys)(&row);
            (row, keys)
        })
        .collect();
    Ok(Page { rows, more_after, more_before })
}

/// How many rows a select has in all.
pub async fn count<E>(on: &impl ConnectionTrait, select: Select<E>) -> Result<u64>
where
    E: EntityTrait,
    E::Model: Send + Sync,
{
    Ok(select.count(on).await?)
}
