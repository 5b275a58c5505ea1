//! Goals, with how near they came.

use async_graphql::{Context, ID, Object, SimpleObject};

use crate::{
    domain::casework::scoring::goals,
    entity::casework::goal_rating,
    graphql::{
        error::Answer,
        loader::{ChildOf, RatingsOf},
        node::{Case, Goal},
        scalar::Date,
        visit::Ask,
    },
    words::{GoalOwner, SubjectKind},
};

/// How near a goal was on a day.
#[derive(SimpleObject)]
pub struct GoalRating {
    /// The day.
    on: Date,
    /// From 0 to 10; 10 is met.
    rating: i32,
}

impl Goal {
    /// The child's record counts as opened, whichever way the goal was reached.
    async fn opened(&self, ctx: &Context<'_>) -> Answer<()> {
        let row = &self.0.row;
        if let Some((_, child)) = ctx.sight()?.all(ChildOf(row.case_id)).await?.pop() {
            ctx.visit().open(child, (SubjectKind::Case, row.case_id.uuid()), self.0.holds);
        }
        Ok(())
    }

    /// The ratings that stand: of each day the last written.
    async fn stand(&self, ctx: &Context<'_>) -> Answer<Vec<GoalRating>> {
        self.opened(ctx).await?;
        let mut all: Vec<goal_rating::Model> = ctx.sight()?.all(RatingsOf(self.0.row.id)).await?;
        all.reverse();
        all.dedup_by_key(|rating| rating.rated_on);
        all.reverse();
        let mut shown = Vec::with_capacity(all.len());
        for row in all {
            let rating = row.words.open(ctx.app().keys(), row.id.uuid())?.0;
            shown.push(GoalRating { on: row.rated_on.into(), rating });
        }
        Ok(shown)
    }
}

/// What a child or parent wants to reach, in their words.
#[Object]
impl Goal {
    /// Opaque.
    pub async fn id(&self, ctx: &Context<'_>) -> ID {
        self.0.row.id.seal(ctx.app().keys()).into()
    }

    /// Counts the ratings.
    async fn version(&self) -> i32 {
        self.0.row.version
    }

    /// The case.
    async fn case(&self, ctx: &Context<'_>) -> Option<Answer<Case>> {
        async { ctx.sight()?.one(self.0.row.case_id).await }.await.transpose()
    }

    /// The goal in words.
    async fn title(&self, ctx: &Context<'_>) -> Answer<String> {
        self.opened(ctx).await?;
        Ok(self.0.row.words.open(ctx.app().keys(), self.0.row.id.uuid())?.0)
    }

    /// Whose it is.
    async fn owner(&self) -> GoalOwner {
        self.0.row.owner
    }

    /// How near it was, oldest first; of several ratings for one day the last written.
    async fn ratings(&self, ctx: &Context<'_>) -> Answer<Vec<GoalRating>> {
        self.stand(ctx).await
    }

    /// The last rating less the first; null before the second.
    async fn change(&self, ctx: &Context<'_>) -> Option<Answer<i32>> {
        let change =
            |all: Vec<GoalRating>| goals::change(&all.iter().map(|rating| rating.rating).collect::<Vec<_>>());
        self.stand(ctx).await.map(change).transpose()
    }
}
