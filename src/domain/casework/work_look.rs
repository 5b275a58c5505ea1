//! When somebody last looked at their list of work, so that it can tell what changed since.
//!
//! Kept by membership and for its holder alone. Neither audited nor told to anyone: what was opened is written down where
//! it is shown.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ActiveValue::Set, EntityTrait, sea_query::OnConflict};

use crate::{
    domain::record::operation::{Caller, operate},
    entity::casework::work_look,
    platform::{app::App, error::Result},
    words::id::{Id, noun},
};

/// Since when a list tells what changed: since its holder last looked, the first time since a day ago.
#[must_use]
pub fn since(looked: Option<DateTime<Utc>>, now: DateTime<Utc>) -> DateTime<Utc> {
    looked.unwrap_or(now - TimeDelta::days(1))
}

/// The viewer has their list before them now.
pub async fn mark(app: &App, caller: &Caller) -> Result<Id<noun::Membership>> {
    operate(app, caller, "work.look", async |op, viewer| {
        let look = work_look::ActiveModel { membership_id: Set(viewer.membership), looked_at: Set(op.now) };
        work_look::Entity::insert(look)
            .on_conflict(
                OnConflict::column(work_look::Column::MembershipId)
                    .update_column(work_look::Column::LookedAt)
                    .to_owned(),
            )
            .exec_without_returning(op.tx)
            .await?;
        Ok(viewer.membership)
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_time_a_list_tells_what_changed_since_a_day_ago() {
        let now: DateTime<Utc> = "2026-11-25T09:00:00Z".parse().unwrap();
        let looked = "2026-11-20T16:30:00Z".parse().unwrap();
        assert_eq!(since(None, now).to_rfc3339(), "2026-11-24T09:00:00+00:00");
        assert_eq!(since(Some(looked), now), looked);
    }
}
