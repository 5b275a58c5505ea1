//! Areas and organisations as everyone in the partnership may know them, each kept as a whole for a minute: a few hundred rows
//! that almost never change and are on every page. Being kept whole, they tell nobody what others have looked at.
//!
//! Operations do not ask here: they read what is, in their transaction. Whoever changes an area or organisation forgets the
//! tag.

use std::{collections::HashSet, sync::Arc};

use serde::{Deserialize, Serialize};

use super::{area, organisation};
use crate::{
    entity::people::{area as areas, organisation as organisations},
    platform::{
        app::App,
        cache::{Kept, Tag},
        error::Result,
    },
    words::{
        AreaKind,
        id::{Id, noun},
    },
};

/// An area was made or changed.
pub const AREAS: Tag = Tag("areas");
/// An organisation was made or changed.
pub const ORGANISATIONS: Tag = Tag("organisations");

const A_MINUTE: u32 = 60;

/// All areas, by name.
#[derive(Serialize, Deserialize)]
struct Areas(Vec<areas::Model>);

impl Kept for Areas {
    const NAME: &'static str = "areas";
    const TAGS: &'static [Tag] = &[AREAS];
    const SECONDS: u32 = A_MINUTE;
}

/// All organisations, also those that have closed.
#[derive(Serialize, Deserialize)]
struct Organisations(Vec<organisations::Model>);

impl Kept for Organisations {
    const NAME: &'static str = "organisations";
    const TAGS: &'static [Tag] = &[ORGANISATIONS];
    const SECONDS: u32 = A_MINUTE;
}

async fn all_areas(app: &App) -> Result<Arc<Areas>> {
    let read = async { Ok(Areas(area::list(app.reads(), None).await?)) };
    app.cache().get(b"", app.now(), read).await.map_err(|error| error.again())
}

async fn all_organisations(app: &App) -> Result<Arc<Organisations>> {
    let read = async { Ok(Organisations(organisation::all(app.reads()).await?)) };
    app.cache().get(b"", app.now(), read).await.map_err(|error| error.again())
}

/// Areas of a kind, or all, by name.
pub async fn areas(app: &App, kind: Option<AreaKind>) -> Result<Vec<areas::Model>> {
    let all = all_areas(app).await?;
    let wanted = all.0.iter().filter(|area| kind.is_none_or(|kind| area.kind == kind));
    Ok(wanted.cloned().collect())
}

/// Areas by id. One that is not known here may be new: it is looked for.
pub async fn areas_by_ids(app: &App, ids: &[Id<noun::Area>]) -> Result<Vec<areas::Model>> {
    let all = all_areas(app).await?;
    let mut missing: HashSet<_> = ids.iter().copied().collect();
    let mut found: Vec<_> = all.0.iter().filter(|area| missing.remove(&area.id)).cloned().collect();
    if !missing.is_empty() {
        let missing: Vec<_> = missing.into_iter().collect();
        found.extend(area::by_ids(app.reads(), &missing).await?);
    }
    Ok(found)
}

/// Organisations by id. One that is not known here may be new: it is looked for.
pub async fn organisations_by_ids(
    app: &App,
    ids: &[Id<noun::Organisation>],
) -> Result<Vec<organisations::Model>> {
    let all = all_organisations(app).await?;
    let mut missing: HashSet<_> = ids.iter().copied().collect();
    let mut found: Vec<_> = all.0.iter().filter(|row| missing.remove(&row.id)).cloned().collect();
    if !missing.is_empty() {
        let missing: Vec<_> = missing.into_iter().collect();
        found.extend(organisation::by_ids(app.reads(), &missing).await?);
    }
    Ok(found)
}
