//! Reads for the intake of a feed: what was read from it before. Whoever runs the machine asks, and nobody is shown a row.

use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter};
use uuid::Uuid;

use crate::{
    entity::{
        delivery::{offering, offering_source, programme, programme_source},
        record::instance,
    },
    platform::error::Result,
    read::{locked, unscoped},
    words::id::{Id, noun},
};

const INTAKE: &str = "a feed is read in by whoever runs the machine";

/// The programme that a service of a feed became, locked.
pub async fn programme(
    on: &impl ConnectionTrait,
    source: &str,
    id: Uuid,
) -> Result<Option<programme::Model>> {
    use programme_source::Column;
    let known = unscoped::<programme_source::Entity>(INTAKE)
        .filter(Column::Source.eq(source))
        .filter(Column::SourceId.eq(id))
        .one(on)
        .await?;
    let Some(known) = known else { return Ok(None) };
    let one = unscoped::<programme::Entity>(INTAKE).filter(programme::Column::Id.eq(known.programme_id));
    Ok(locked(one, on).one(on).await?)
}

/// Whether a programme is there.
pub async fn is_programme(on: &impl ConnectionTrait, id: Id<noun::Programme>) -> Result<bool> {
    let one = unscoped::<programme::Entity>(INTAKE).filter(programme::Column::Id.eq(id));
    Ok(one.one(on).await?.is_some())
}

/// The runs of a programme that came from a feed, locked, with what it said of them.
pub async fn runs(
    on: &impl ConnectionTrait,
    programme: Id<noun::Programme>,
) -> Result<Vec<(offering::Model, offering_source::Model)>> {
    let all = unscoped::<offering::Entity>(INTAKE).filter(offering::Column::ProgrammeId.eq(programme));
    let all = locked(all, on).all(on).await?;
    let ids = all.iter().map(|run| run.id);
    let sources = unscoped::<offering_source::Entity>(INTAKE)
        .filter(offering_source::Column::OfferingId.is_in(ids))
        .all(on)
        .await?;
    Ok(sources
        .into_iter()
        .filter_map(|source| Some((all.iter().find(|run| run.id == source.offering_id)?.clone(), source)))
        .collect())
}

/// The run that a service at a location of a feed became, if any.
pub async fn run(
    on: &impl ConnectionTrait,
    source: &str,
    id: Uuid,
) -> Result<Option<offering_source::Model>> {
    use offering_source::Column;
    let one = unscoped::<offering_source::Entity>(INTAKE);
    Ok(one.filter(Column::Source.eq(source)).filter(Column::SourceId.eq(id)).one(on).await?)
}

/// One feed at a time: whoever else reads one in waits until this transaction has ended.
pub async fn in_turn(on: &impl ConnectionTrait) -> Result<()> {
    locked(unscoped::<instance::Entity>(INTAKE), on).one(on).await?;
    Ok(())
}
