//! Reads of the outbox: what waits for its place, and what came after a place for some audiences.

use std::sync::Arc;

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Select, sea_query::Query,
};

use crate::{
    entity::record::{event, event_audience},
    platform::error::Result,
    words::id::{Id, noun},
};

/// The highest place given so far; 0 before the first.
pub async fn last_place(on: &impl ConnectionTrait) -> Result<i64> {
    let place = event::Entity::find()
        .select_only()
        .column_as(event::Column::Place.max(), "place")
        .into_tuple::<Option<i64>>()
        .one(on)
        .await?;
    Ok(place.flatten().unwrap_or(0))
}

/// What waits for its place, in the order of the sequence. An index holds these alone.
#[must_use]
pub fn waiting() -> Select<event::Entity> {
    event::Entity::find().filter(event::Column::Place.is_null()).order_by_asc(event::Column::Seq)
}

/// Committed events without a place, in the order of their sequence.
pub async fn unplaced(on: &impl ConnectionTrait, at_most: u64) -> Result<Vec<event::Model>> {
    Ok(waiting().limit(at_most).all(on).await?)
}

/// How many committed events wait for their place.
pub async fn count_unplaced(on: &impl ConnectionTrait) -> Result<u64> {
    Ok(event::Entity::find().filter(event::Column::Place.is_null()).count(on).await?)
}

/// Events after a place, whoever they are for, in order.
pub async fn after(on: &impl ConnectionTrait, place: i64, at_most: u64) -> Result<Vec<event::Model>> {
    Ok(event::Entity::find()
        .filter(event::Column::Place.gt(place))
        .order_by_asc(event::Column::Place)
        .limit(at_most)
        .all(on)
        .await?)
}

/// The audiences of some events.
pub async fn audiences(on: &impl ConnectionTrait, events: &[i64]) -> Result<Vec<event_audience::Model>> {
    Ok(event_audience::Entity::find()
        .filter(event_audience::Column::EventSeq.is_in(events.iter().copied()))
        .all(on)
        .await?)
}

/// Which events a subscriber follows.
#[derive(Clone, Debug)]
pub enum Follows {
    /// Those for one of these audiences.
    Audiences(Vec<String>),
    /// Those of one case.
    Case(Id<noun::Case>),
}

/// So many events are read at once.
pub const BATCH: usize = 50;

/// Events after a place that a subscriber follows, in order; where there are fewer than a batch, there are no more.
pub async fn followed(
    on: &impl ConnectionTrait,
    follows: &Follows,
    place: i64,
) -> Result<Vec<Arc<event::Model>>> {
    let which = match follows {
        Follows::Case(case) => Condition::all().add(event::Column::CaseId.eq(*case)),
        Follows::Audiences(audiences) => {
            let mut seqs = Query::select();
            seqs.column(event_audience::Column::EventSeq)
                .from(event_audience::Entity)
                .and_where(event_audience::Column::Audience.is_in(audiences.clone()));
            Condition::all().add(event::Column::Seq.in_subquery(seqs))
        }
    };
    let events = event::Entity::find()
        .filter(event::Column::Place.gt(place))
        .filter(which)
        .order_by_asc(event::Column::Place)
        .limit(BATCH as u64)
        .all(on)
        .await?;
    Ok(events.into_iter().map(Arc::new).collect())
}
