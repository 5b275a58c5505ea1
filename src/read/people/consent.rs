//! Reads of consents for a change, under the scope of the child to whom they belong.

use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter};

use crate::{
    access::{See, Viewer},
    entity::people::consent,
    platform::error::{Error, Result},
    read::{
        Seen, locked,
        people::young_person::{self, of_whom_is_seen},
        unscoped,
    },
    words::id::{Id, noun},
};

/// A consent, with how the viewer stands to its child.
pub type SeenConsent = Seen<consent::Model>;

/// A consent that stands, to be withdrawn: its child's record and itself locked, or NOT_FOUND.
pub async fn for_change(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Id<noun::Consent>,
) -> Result<SeenConsent> {
    let consent = || {
        unscoped::<consent::Entity>("the scope is the child's: the last filter")
            .filter(consent::Column::Id.eq(id))
            .filter(consent::Column::ReplacedAt.is_null())
            .filter(consent::Column::YoungPersonId.in_subquery(of_whom_is_seen(viewer, See::ChildConsents)))
    };
    let found = consent().one(on).await?.ok_or(Error::NotFound)?;
    let child = young_person::for_change(on, viewer, found.young_person_id).await?;
    let row = locked(consent(), on).one(on).await?.ok_or(Error::NotFound)?;
    Ok(Seen { row, holds: child.holds })
}
