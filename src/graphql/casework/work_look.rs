//! The mark that says up to when somebody has seen their list of work.

use async_graphql::{Context, Object, SimpleObject};

use crate::{
    domain::casework::work_look,
    graphql::{
        error::{Answer, settled},
        scalar::DateTime,
        visit::{Ask, caller},
    },
    platform::error::Problem,
    read,
};

/// What came of moving the mark.
#[derive(SimpleObject)]
pub struct WorkLookedPayload {
    /// When the viewer last looked, by the server's clock.
    looked_at: Option<DateTime>,
    /// What a person can put right.
    problems: Vec<Problem>,
}

/// What is done with the mark.
#[derive(Default)]
pub struct WorkLooks;

#[Object]
impl WorkLooks {
    /// The viewer has their list of work before them now: from here on `viewer.workLookedAt` says so.
    async fn mark_work_looked(&self, ctx: &Context<'_>) -> Option<Answer<WorkLookedPayload>> {
        let marked = async {
            let done = work_look::mark(ctx.app(), &caller(ctx)?).await;
            let (_, problems) = settled(done, None)?;
            let looked = read::casework::work_look::last(ctx.app().reads(), &ctx.sight()?.viewer).await?;
            Ok(WorkLookedPayload { looked_at: looked.map(DateTime::from), problems })
        };
        Some(marked.await)
    }
}
