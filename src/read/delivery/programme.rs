//! Reads of programmes, under the viewer's scope.

use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, Select, sea_query::Expr};

use crate::{
    access::{Relations, See, Viewer},
    entity::delivery::{programme, programme_area, programme_factor},
    platform::error::{Error, Result},
    read::{
        Seen,
        page::{self, Key, Ordering, Page, Window},
        scope, unscoped,
    },
    words::{
        Strand,
        id::{Id, noun},
    },
};

/// A programme as a viewer may see it.
pub type SeenProgramme = Seen<programme::Model>;

const PARTS: &str = "of programmes that were read under the viewer's scope";

/// Which programmes of a list.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Funded as one of these.
    pub strands: Option<Vec<Strand>>,
    /// With one of these approaches.
    pub approaches: Option<Vec<String>>,
    /// Of these providers.
    pub providers: Option<Vec<Id<noun::Organisation>>>,
    /// Still run, or not.
    pub active: Option<bool>,
    /// Whose title, summary or provider holds this.
    pub text: Option<String>,
}

/// What lets a viewer know of a programme or offering.
#[must_use]
pub fn knows(viewer: &Viewer) -> Relations {
    viewer.sees(See::Programmes).or(viewer.sees(See::ExactPlaces))
}

fn scoped(viewer: &Viewer) -> Select<programme::Entity> {
    scope::visible_to(viewer, knows(viewer))
}

/// The programmes that a filter leaves.
#[must_use]
pub fn select(viewer: &Viewer, filter: &Filter) -> Select<programme::Entity> {
    use programme::Column;
    let mut programmes = scoped(viewer);
    if let Some(strands) = &filter.strands {
        programmes = programmes.filter(Column::Strand.is_in(strands.iter().copied()));
    }
    if let Some(approaches) = &filter.approaches {
        programmes = programmes.filter(Column::Approach.is_in(approaches.iter().cloned()));
    }
    if let Some(providers) = &filter.providers {
        programmes = programmes.filter(Column::ProviderId.is_in(providers.iter().copied()));
    }
    if let Some(active) = filter.active {
        programmes = programmes.filter(Column::Active.eq(active));
    }
    if let Some(text) = &filter.text {
        programmes = programmes.filter(Column::SearchText.contains(text));
    }
    programmes
}

/// One page, by title.
pub async fn page(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    filter: &Filter,
    window: &Window,
) -> Result<Page<SeenProgramme>> {
    let column = |column| Expr::col((programme::Entity, column));
    let by_title = Ordering {
        columns: vec![column(programme::Column::Title), column(programme::Column::Id)],
        descending: false,
        keys: |seen: &SeenProgramme| vec![Key::Text(seen.row.title.clone()), Key::Id(seen.row.id.uuid())],
    };
    page::page(on, select(viewer, filter), &by_title, window).await
}

/// Programmes by id, those that the viewer may know of.
pub async fn by_ids(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    ids: &[Id<noun::Programme>],
) -> Result<Vec<SeenProgramme>> {
    let some = scoped(viewer).filter(programme::Column::Id.is_in(ids.iter().copied()));
    Ok(some.into_model::<SeenProgramme>().all(on).await?)
}

/// A programme of which an offering is to be written down: NOT_FOUND where the viewer may not know of it.
pub async fn known(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Id<noun::Programme>,
) -> Result<SeenProgramme> {
    by_ids(on, viewer, &[id]).await?.pop().ok_or(Error::NotFound)
}

/// The programme of an offering, whoever asks: for the rules of who may have a place.
pub async fn for_rules(
    on: &impl ConnectionTrait,
    id: Id<noun::Programme>,
) -> Result<Option<programme::Model>> {
    let one =
        unscoped::<programme::Entity>("the rules of an offering that was read under the viewer's scope");
    Ok(one.filter(programme::Column::Id.eq(id)).one(on).await?)
}

/// The programmes that ask for something besides an age and an area, with what they ask for.
pub async fn asking(on: &impl ConnectionTrait) -> Result<Vec<(Id<noun::Programme>, programme::Asks)>> {
    let all = unscoped::<programme::Entity>(
        "what programmes ask for, to leave out those that a child does not fit",
    );
    let rows = all.filter(programme::Column::Asks.is_not_null()).all(on).await?;
    Ok(rows.into_iter().filter_map(|row| Some((row.id, row.asks?))).collect())
}

/// Where some programmes take children from.
pub async fn areas(
    on: &impl ConnectionTrait,
    ids: &[Id<noun::Programme>],
) -> Result<Vec<programme_area::Model>> {
    Ok(unscoped::<programme_area::Entity>(PARTS)
        .filter(programme_area::Column::ProgrammeId.is_in(ids.iter().copied()))
        .all(on)
        .await?)
}

/// What some programmes are for.
pub async fn factors(
    on: &impl ConnectionTrait,
    ids: &[Id<noun::Programme>],
) -> Result<Vec<programme_factor::Model>> {
    Ok(unscoped::<programme_factor::Entity>(PARTS)
        .filter(programme_factor::Column::ProgrammeId.is_in(ids.iter().copied()))
        .all(on)
        .await?)
}
