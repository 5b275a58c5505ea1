//! Pages of enrolments: of an offering, a case or a child alike. On the ground floor, since nouns of three wings have them.

use async_graphql::Context;

use super::{
    connection::{Connection, Paging, Question, connect},
    error::Answer,
    node::Enrolment,
    visit::Ask,
};
use crate::{
    access::See,
    read::{
        self,
        delivery::enrolment::{self as enrolments, Of},
    },
};

/// A page of enrolments, who joined last first; none where none can be for this viewer.
pub async fn enrolments(ctx: &Context<'_>, of: Of, paging: Paging) -> Answer<Option<Connection<Enrolment>>> {
    let sight = ctx.sight()?;
    let (app, viewer) = (ctx.app(), sight.viewer.clone());
    if viewer.sees(See::Enrolments).is_empty() {
        return Ok(None);
    }
    let question = Question::of(&viewer, "enrolments", &of);
    let page = enrolments::page(app.reads(), &viewer, of, &paging.window(app, &question)?).await?;
    connect(app, &question, page, Enrolment::from, move |app| {
        let select = enrolments::select(&viewer, of);
        async move { read::page::count(app.reads(), select).await }
    })
    .map(Some)
}
