//! What a request opened: noted while it is answered, written in one INSERT before the answer leaves.

use sea_orm::{ActiveValue::Set, EntityTrait};
use uuid::Uuid;

use crate::{
    access::Viewer,
    entity::record::audit_entry,
    platform::{
        app::App,
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

/// Writes down what was opened. Where that fails nothing may be shown.
pub async fn write(
    app: &App,
    viewer: &Viewer,
    request_id: &str,
    opened: impl IntoIterator<Item = Opening>,
) -> Result<()> {
    let now = app.now();
    let rows = opened.into_iter().map(|opening| audit_entry::ActiveModel {
        id: Set(app.id_at(now)),
        number: Set(None),
        at: Set(now),
        actor_id: Set(Some(viewer.user)),
        membership_id: Set(Some(viewer.membership)),
        action: Set(opening.action),
        subject_kind: Set(opening.kind),
        subject_id: Set(opening.subject),
        young_person_id: Set(opening.child),
        purpose: Set(None),
        request_id: Set(request_id.to_owned()),
        digest: Set((!opening.digest.is_empty()).then_some(opening.digest)),
        seal: Set(None),
    });
    let transaction = app.begin().await?;
    audit_entry::Entity::insert_many(rows)
        .exec_without_returning(&transaction.tx)
        .await
        .map_err(|_| Error::Unavailable("the audit could not be written".to_owned()))?;
    transaction.commit().await?;
    Ok(())
}
