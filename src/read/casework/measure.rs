//! Reads of what was measured, under the case's scope.

use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, QueryOrder, Select};

use crate::{
    access::{Relation, See, Viewer},
    entity::casework::{case, measure},
    platform::error::Result,
    read::{
        Seen,
        scope::{self, Scoped},
        unscoped,
    },
    words::id::{Id, noun},
};

/// A measure, with how the viewer stands to its case.
pub type SeenMeasure = Seen<measure::Model>;

impl Scoped for measure::Entity {
    fn relations() -> Vec<(Relation, String)> {
        let of_case = |(relation, sql)| {
            let sql =
                format!("EXISTS (SELECT 1 FROM \"case\" WHERE \"case\".id = measure.case_id AND {sql})");
            (relation, sql)
        };
        case::Entity::relations().into_iter().map(of_case).collect()
    }
}

fn scoped(viewer: &Viewer) -> Select<measure::Entity> {
    scope::visible_to(viewer, viewer.sees(See::CaseContent))
}

/// The measures of a case that stand and that the viewer may see.
#[must_use]
pub fn select(viewer: &Viewer, of: Id<noun::Case>) -> Select<measure::Entity> {
    scoped(viewer).filter(measure::Column::CaseId.eq(of)).filter(measure::Column::ReplacedAt.is_null())
}

/// Measures by id, those that the viewer may see.
pub async fn by_ids(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    ids: &[Id<noun::Measure>],
) -> Result<Vec<SeenMeasure>> {
    let measures = scoped(viewer).filter(measure::Column::Id.is_in(ids.iter().copied()));
    Ok(measures.into_model::<SeenMeasure>().all(on).await?)
}

/// The measures of some cases that stand and that the viewer may see, in the order of their days.
pub async fn of_cases(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    cases: &[Id<noun::Case>],
) -> Result<Vec<SeenMeasure>> {
    let measures = scoped(viewer)
        .filter(measure::Column::CaseId.is_in(cases.iter().copied()))
        .filter(measure::Column::ReplacedAt.is_null())
        .order_by_asc(measure::Column::TakenOn)
        .order_by_asc(measure::Column::Id);
    Ok(measures.into_model::<SeenMeasure>().all(on).await?)
}

/// The measures of a case that stand, whoever looks.
pub async fn standing(on: &impl ConnectionTrait, of: Id<noun::Case>) -> Result<Vec<measure::Model>> {
    Ok(unscoped::<measure::Entity>("a rule of a case that was read under the viewer's scope and locked")
        .filter(measure::Column::CaseId.eq(of))
        .filter(measure::Column::ReplacedAt.is_null())
        .all(on)
        .await?)
}
