//! Drafts: forms that are not sent yet.

use async_graphql::{Context, ID, Object};

use crate::{
    graphql::{
        error::Answer,
        node::Draft,
        record::node::{Node, fetch},
        scalar::DateTime,
        visit::Ask,
    },
    words::DraftKind,
};

/// A form that is not sent yet: its writer's alone, gone at submission or after 7 days.
#[Object]
impl Draft {
    /// Opaque.
    pub async fn id(&self, ctx: &Context<'_>) -> ID {
        self.0.id.seal(ctx.app().keys()).into()
    }

    /// Which form.
    async fn kind(&self) -> DraftKind {
        self.0.kind
    }

    /// What it is about, where this viewer may see that.
    async fn about(&self, ctx: &Context<'_>) -> Option<Answer<Node>> {
        let about = self.0.about.as_deref()?;
        fetch(ctx, about).await.transpose()
    }

    /// The form as the page holds it, JSON.
    async fn content(&self, ctx: &Context<'_>) -> Answer<String> {
        Ok(self.0.words.open(ctx.app().keys(), self.0.id.uuid())?.0)
    }

    /// When it was last saved.
    async fn saved_at(&self) -> DateTime {
        self.0.saved_at.into()
    }
}
