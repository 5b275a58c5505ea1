//! Reads of organisations and front doors. Who the partners are and whom to ring is public within the partnership.

use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, QueryOrder, Select};

use crate::{
    entity::people::{front_door, organisation},
    platform::error::Result,
    read::{
        page::{self, Key, Ordering, Page, Window},
        unscoped,
    },
    words::{
        OrganisationKind,
        id::{Id, noun},
    },
};

const PARTNERS: &str = "everyone in the partnership may know who its members are";

/// Which organisations of a list.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Of these kinds.
    pub kinds: Option<Vec<OrganisationKind>>,
    /// Working in this area.
    pub area: Option<Id<noun::Area>>,
    /// Whose name holds this, as searches compare it.
    pub text: Option<String>,
}

/// The organisations that a filter leaves.
#[must_use]
pub fn select(filter: &Filter) -> Select<organisation::Entity> {
    let mut organisations =
        unscoped::<organisation::Entity>(PARTNERS).filter(organisation::Column::ClosedOn.is_null());
    if let Some(kinds) = &filter.kinds {
        organisations = organisations.filter(organisation::Column::Kind.is_in(kinds.iter().copied()));
    }
    if let Some(area) = filter.area {
        organisations = organisations.filter(organisation::Column::AreaId.eq(area));
    }
    if let Some(text) = &filter.text {
        organisations = organisations.filter(organisation::Column::SearchName.contains(text));
    }
    organisations
}

/// One page, by name.
pub async fn page(
    on: &impl ConnectionTrait,
    filter: &Filter,
    window: &Window,
) -> Result<Page<organisation::Model>> {
    let by_name = Ordering {
        columns: vec![
            sea_orm::sea_query::Expr::col((organisation::Entity, organisation::Column::SearchName)),
            sea_orm::sea_query::Expr::col((organisation::Entity, organisation::Column::Id)),
        ],
        descending: false,
        keys: |row: &organisation::Model| vec![Key::Text(row.search_name.clone()), Key::Id(row.id.uuid())],
    };
    page::page(on, select(filter), &by_name, window).await
}

/// All organisations, also those that have closed.
pub async fn all(on: &impl ConnectionTrait) -> Result<Vec<organisation::Model>> {
    Ok(unscoped::<organisation::Entity>(PARTNERS).order_by_asc(organisation::Column::Id).all(on).await?)
}

/// Organisations by id.
pub async fn by_ids(
    on: &impl ConnectionTrait,
    ids: &[Id<noun::Organisation>],
) -> Result<Vec<organisation::Model>> {
    Ok(unscoped::<organisation::Entity>(PARTNERS)
        .filter(organisation::Column::Id.is_in(ids.iter().copied()))
        .all(on)
        .await?)
}

/// One organisation.
pub async fn by_id(
    on: &impl ConnectionTrait,
    id: Id<noun::Organisation>,
) -> Result<Option<organisation::Model>> {
    Ok(by_ids(on, &[id]).await?.pop())
}

/// The youth justice services: those that receive referrals, one for each council.
pub async fn services(on: &impl ConnectionTrait) -> Result<Vec<organisation::Model>> {
    Ok(unscoped::<organisation::Entity>(PARTNERS)
        .filter(organisation::Column::Kind.eq(OrganisationKind::YouthJusticeService))
        .filter(organisation::Column::ClosedOn.is_null())
        .order_by_asc(organisation::Column::Name)
        .all(on)
        .await?)
}

/// The front doors of some councils, in order.
pub async fn front_doors(
    on: &impl ConnectionTrait,
    councils: &[Id<noun::Area>],
) -> Result<Vec<front_door::Model>> {
    Ok(unscoped::<front_door::Entity>("whom to ring about a child at risk is public")
        .filter(front_door::Column::AreaId.is_in(councils.iter().copied()))
        .order_by_asc(front_door::Column::Position)
        .all(on)
        .await?)
}
