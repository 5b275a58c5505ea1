//! Reads of reports, under the viewer's scope, and of the names that figures are told by.

use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, QueryOrder, QuerySelect, Select, sea_query::Expr};
use uuid::Uuid;

use crate::{
    access::{Relation, See, Viewer},
    entity::{delivery::programme, insight::report, record::audit_entry},
    platform::error::{Error, Result},
    read::{
        Seen,
        page::{self, Key, Ordering, Page, Window},
        scope::{self, Scoped},
        unscoped,
    },
    words::{
        AuditAction, SubjectKind,
        id::{Id, noun},
    },
};

/// A report that the viewer may see.
pub type SeenReport = Seen<report::Model>;

impl Scoped for report::Entity {
    fn relations() -> Vec<(Relation, String)> {
        vec![(Relation::Always, "1 = 1".to_owned())]
    }
}

/// The reports that the viewer may see.
#[must_use]
pub fn select(viewer: &Viewer) -> Select<report::Entity> {
    scope::visible_to(viewer, viewer.sees(See::Reports))
}

/// What was published last comes first.
#[must_use]
pub fn newest_first() -> Ordering<SeenReport> {
    Ordering {
        columns: vec![
            Expr::col((report::Entity, report::Column::PublishedAt)),
            Expr::col((report::Entity, report::Column::Id)),
        ],
        descending: true,
        keys: |seen: &SeenReport| vec![Key::Instant(seen.row.published_at), Key::Id(seen.row.id.uuid())],
    }
}

/// One page, the newest first.
pub async fn page(on: &impl ConnectionTrait, viewer: &Viewer, window: &Window) -> Result<Page<SeenReport>> {
    page::page(on, select(viewer), &newest_first(), window).await
}

/// Reports by id, those that the viewer may see.
pub async fn by_ids(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    ids: &[Id<noun::Report>],
) -> Result<Vec<SeenReport>> {
    let reports = select(viewer).filter(report::Column::Id.is_in(ids.iter().copied()));
    Ok(reports.into_model::<SeenReport>().all(on).await?)
}

/// A report that the viewer may see, or NOT_FOUND.
pub async fn known(on: &impl ConnectionTrait, viewer: &Viewer, id: Id<noun::Report>) -> Result<SeenReport> {
    by_ids(on, viewer, &[id]).await?.pop().ok_or(Error::NotFound)
}

/// Every report, the oldest first.
pub async fn all(on: &impl ConnectionTrait) -> Result<Vec<report::Model>> {
    Ok(unscoped::<report::Entity>("whoever runs the machine looks whether each is what was published")
        .order_by_asc(report::Column::PublishedAt)
        .order_by_asc(report::Column::Id)
        .all(on)
        .await?)
}

/// The ids of all that were published, as the audit has them.
pub async fn published(on: &impl ConnectionTrait) -> Result<Vec<Id<noun::Report>>> {
    let lines = unscoped::<audit_entry::Entity>("whoever runs the machine looks whether each is still there");
    let ids: Vec<Option<Uuid>> = lines
        .filter(audit_entry::Column::Action.eq(AuditAction::Create))
        .filter(audit_entry::Column::SubjectKind.eq(SubjectKind::Report))
        .select_only()
        .column(audit_entry::Column::SubjectId)
        .into_tuple()
        .all(on)
        .await?;
    Ok(ids.into_iter().flatten().map(Id::from).collect())
}

/// The titles of the programmes that everyone may know.
pub async fn titles(on: &impl ConnectionTrait) -> Result<Vec<(Id<noun::Programme>, String)>> {
    Ok(unscoped::<programme::Entity>("figures are of programmes that are no secret")
        .filter(programme::Column::Sensitive.eq(false))
        .select_only()
        .columns([programme::Column::Id, programme::Column::Title])
        .into_tuple()
        .all(on)
        .await?)
}
