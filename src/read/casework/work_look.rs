//! When a viewer last looked at their list of work.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter};

use crate::{access::Viewer, entity::casework::work_look, platform::error::Result, read::unscoped};

/// When the viewer last looked, under the membership that the request names.
pub async fn last(on: &impl ConnectionTrait, viewer: &Viewer) -> Result<Option<DateTime<Utc>>> {
    let own =
        unscoped::<work_look::Entity>("the scope of a look is the viewer's own membership: the next line")
            .filter(work_look::Column::MembershipId.eq(viewer.membership));
    Ok(own.one(on).await?.map(|look| look.looked_at))
}
