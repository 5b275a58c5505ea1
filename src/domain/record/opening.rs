//! What a request opened: noted while it is answered, written in one INSERT before the answer leaves.

use sea_orm::{ActiveValue::Set, EntityTrait};
use uuid::Uuid;

use crate::{
    access::{Relations, Viewer},
    entity::record::audit_entry,
    platform::{
        app::App,
        database::is_postgres,
        error::{Error, Result},
    },
    words::{
        AuditAction, SubjectKind,
        id::{Id, noun},
    },
};

/// One thing that was shown: a child of whom more than name, reference, status and dates was read, or a list searched.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Opening {
    /// READ or SEARCH.
    pub action: AuditAction,
    /// What kind of thing.
    pub kind: SubjectKind,
    /// Which one; none for a list.
    pub subject: Option<Uuid>,
    /// The child whom it concerns.
    pub child: Option<Id<noun::YoungPerson>>,
    /// A keyed digest of a list's filter.
    pub digest: Vec<u8>,
}

/// Writes down what was opened, each with the relations by which it was seen: the nearest is why. Where that fails nothing
/// may be shown.
pub async fn write(
    app: &App,
    viewer: &Viewer,
    request_id: &str,
    opened: impl IntoIterator<Item = (Opening, Relations)>,
) -> Result<()> {
    let now = app.now();
    // In one order, so that the same request leaves the same lines.
    let mut opened: Vec<_> = opened.into_iter().collect();
    opened.sort_by_cached_key(|(one, _)| {
        (one.action.as_str(), one.kind.as_str(), one.subject, one.child, one.digest.clone())
    });
    let rows = opened.into_iter().map(|(opening, holds)| audit_entry::ActiveModel {
        id: Set(app.id_at(now)),
        number: Set(None),
        at: Set(now),
        actor_id: Set(Some(viewer.user)),
        membership_id: Set(Some(viewer.membership)),
        action: Set(opening.action),
        subject_kind: Set(opening.kind),
        subject_id: Set(opening.subject),
        young_person_id: Set(opening.child),
        purpose: Set(holds.reason().map(|relation| format!("{relation:?}"))),
        request_id: Set(request_id.to_owned()),
        digest: Set((!opening.digest.is_empty()).then_some(opening.digest)),
        seal: Set(None),
    });
    let insert = audit_entry::Entity::insert_many(rows);
    let unavailable = |_| Error::Unavailable("the audit could not be written".to_owned());
    if is_postgres(app.backend()) {
        // One statement is a transaction of its own, and two fewer ways to the server and back.
        insert.exec_without_returning(app.database()).await.map_err(unavailable)?;
        return Ok(());
    }
    let transaction = app.begin().await?;
    insert.exec_without_returning(&transaction.tx).await.map_err(unavailable)?;
    transaction.commit().await
}
