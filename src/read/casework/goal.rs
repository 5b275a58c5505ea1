//! Reads of goals and their ratings, under the case's scope.

use sea_orm::{ColumnTrait, ConnectionTrait, PaginatorTrait, QueryFilter, QueryOrder, Select};

use crate::{
    access::{Relation, See, Viewer},
    entity::casework::{case, goal, goal_rating},
    platform::error::{Error, Result},
    read::{
        self, Seen,
        scope::{self, Scoped},
        unscoped,
    },
    words::id::{Id, noun},
};

/// A goal, with how the viewer stands to its case.
pub type SeenGoal = Seen<goal::Model>;

impl Scoped for goal::Entity {
    fn relations() -> Vec<(Relation, String)> {
        let of_case = |(relation, sql)| {
            let sql = format!("EXISTS (SELECT 1 FROM \"case\" WHERE \"case\".id = goal.case_id AND {sql})");
            (relation, sql)
        };
        case::Entity::relations().into_iter().map(of_case).collect()
    }
}

fn scoped(viewer: &Viewer) -> Select<goal::Entity> {
    scope::visible_to(viewer, viewer.sees(See::CaseContent))
}

/// Goals by id, those that the viewer may see.
pub async fn by_ids(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    ids: &[Id<noun::Goal>],
) -> Result<Vec<SeenGoal>> {
    let goals = scoped(viewer).filter(goal::Column::Id.is_in(ids.iter().copied()));
    Ok(goals.into_model::<SeenGoal>().all(on).await?)
}

/// The goals of some cases that the viewer may see, as they were set.
pub async fn of_cases(
    on: &impl ConnectionTrait,
    viewer: &Viewer,
    cases: &[Id<noun::Case>],
) -> Result<Vec<SeenGoal>> {
    let goals = scoped(viewer)
        .filter(goal::Column::CaseId.is_in(cases.iter().copied()))
        .order_by_asc(goal::Column::SetAt)
        .order_by_asc(goal::Column::Id);
    Ok(goals.into_model::<SeenGoal>().all(on).await?)
}

/// A goal that the viewer may see, or NOT_FOUND. It is changed only after its case was locked: read it again then.
pub async fn known(on: &impl ConnectionTrait, viewer: &Viewer, id: Id<noun::Goal>) -> Result<SeenGoal> {
    by_ids(on, viewer, &[id]).await?.pop().ok_or(Error::NotFound)
}

/// A goal to be rated: locked, or NOT_FOUND.
pub async fn for_change(on: &impl ConnectionTrait, viewer: &Viewer, id: Id<noun::Goal>) -> Result<SeenGoal> {
    read::for_change(on, scoped(viewer).filter(goal::Column::Id.eq(id))).await
}

/// How many goals a case has, whoever looks.
pub async fn count(on: &impl ConnectionTrait, of: Id<noun::Case>) -> Result<u64> {
    Ok(unscoped::<goal::Entity>("a rule of a case that was read under the viewer's scope and locked")
        .filter(goal::Column::CaseId.eq(of))
        .count(on)
        .await?)
}

/// All ratings of some goals, in the order of their days, and of one day as they were written.
pub async fn ratings(on: &impl ConnectionTrait, goals: &[Id<noun::Goal>]) -> Result<Vec<goal_rating::Model>> {
    Ok(unscoped::<goal_rating::Entity>("of goals that were read under the viewer's scope")
        .filter(goal_rating::Column::GoalId.is_in(goals.iter().copied()))
        .order_by_asc(goal_rating::Column::RatedOn)
        .order_by_asc(goal_rating::Column::Number)
        .all(on)
        .await?)
}
