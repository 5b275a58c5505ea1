//! Reads of what children are to one another. Shown to those who may open both; for rules, whoever is named.

use sea_orm::{ColumnTrait, Condition, ConnectionTrait, QueryFilter, QueryOrder, Select};

use super::young_person::of_whom_is_seen;
use crate::{
    access::{See, Viewer},
    entity::people::person_relation::{self, Column},
    platform::error::Result,
    read::unscoped,
    words::{
        RelationKind,
        id::{Id, noun},
    },
};

/// A relation as it reads from one of the two.
#[derive(Clone, Debug)]
pub struct SeenRelation {
    /// From whom it is read.
    pub of: Id<noun::YoungPerson>,
    /// To whom.
    pub to: Id<noun::YoungPerson>,
    /// The row.
    pub row: person_relation::Model,
}

fn standing(why: &'static str) -> Select<person_relation::Entity> {
    unscoped::<person_relation::Entity>(why).filter(Column::EndedOn.is_null())
}

/// What some children, who were read under the viewer's scope, are to others whom the viewer may open too; oldest first.
pub async fn of_children(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    children: &[Id<noun::YoungPerson>],
) -> Result<Vec<SeenRelation>> {
    let named = |column: Column| column.is_in(children.iter().copied());
    let rows = standing("both children are asked for under the viewer's scope")
        .filter(Condition::any().add(named(Column::OneId)).add(named(Column::OtherId)))
        .filter(Column::OneId.in_subquery(of_whom_is_seen(viewer, See::ChildIdentity)))
        .filter(Column::OtherId.in_subquery(of_whom_is_seen(viewer, See::ChildIdentity)))
        .order_by_asc(Column::FromDate)
        .order_by_asc(Column::Id)
        .all(on)
        .await?;
    let from_both = rows.into_iter().flat_map(|row| {
        let (one, other) = (row.one_id, row.other_id);
        [SeenRelation { of: one, to: other, row: row.clone() }, SeenRelation { of: other, to: one, row }]
    });
    Ok(from_both.filter(|seen| children.contains(&seen.of)).collect())
}

/// The relation of a kind that stands between two children, the smaller id first.
pub async fn between(
    on: &impl ConnectionTrait,
    (one, other): (Id<noun::YoungPerson>, Id<noun::YoungPerson>),
    kind: RelationKind,
) -> Result<Option<person_relation::Model>> {
    Ok(standing("of two children who were read under the viewer's scope")
        .filter(Column::OneId.eq(one))
        .filter(Column::OtherId.eq(other))
        .filter(Column::Kind.eq(kind))
        .one(on)
        .await?)
}
