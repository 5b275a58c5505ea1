//! Reads of the people whom sessions count and do not name, for a release.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationTrait};

use crate::{
    entity::delivery::{headcount, offering, programme, session},
    platform::error::Result,
    read::unscoped,
    words::id::{Id, noun},
};

/// A session at which people were counted and not named.
#[derive(Clone, Debug)]
pub struct Counted {
    /// Of which programme.
    pub programme: Id<noun::Programme>,
    /// When it began.
    pub starts_at: DateTime<Utc>,
    /// When it ended.
    pub ends_at: DateTime<Utc>,
    /// People under 18.
    pub children: u32,
    /// Everyone.
    pub contacts: u32,
}

/// The sessions at which people were counted, of programmes that are no secret, by the newest count of each.
pub async fn counted(on: &impl ConnectionTrait) -> Result<Vec<Counted>> {
    type Row = (Id<noun::Session>, i32, i32, i32, DateTime<Utc>, DateTime<Utc>, Id<noun::Programme>);
    let rows: Vec<Row> =
        unscoped::<headcount::Entity>("contacts are told by programme, and name nobody; nobody is looking")
            .join(JoinType::InnerJoin, headcount::Relation::Session.def())
            .join(JoinType::InnerJoin, session::Relation::Offering.def())
            .join(JoinType::InnerJoin, offering::Relation::Programme.def())
            .filter(session::Column::CancelledAt.is_null())
            .filter(programme::Column::Sensitive.eq(false))
            .order_by_asc(headcount::Column::Number)
            .select_only()
            .columns([headcount::Column::SessionId, headcount::Column::Children])
            .columns([headcount::Column::YoungAdults, headcount::Column::Adults])
            .columns([session::Column::StartsAt, session::Column::EndsAt])
            .column(programme::Column::Id)
            .into_tuple()
            .all(on)
            .await?;
    let number = |count: i32| u32::try_from(count).unwrap_or_default();
    // The count with the highest number comes last and stands.
    let newest: HashMap<_, _> = rows
        .into_iter()
        .map(|(session, children, young_adults, adults, starts_at, ends_at, programme)| {
            let contacts = number(children) + number(young_adults) + number(adults);
            (session, Counted { programme, starts_at, ends_at, children: number(children), contacts })
        })
        .collect();
    Ok(newest.into_values().collect())
}
