//! Areas.

use async_graphql::{Context, ID, Object};

use crate::{
    graphql::{error::Answer, node::Area, scalar::Date, visit::Ask},
    read,
    words::AreaKind,
};

/// A force, council, community area or ward, from a day to a day.
#[Object]
impl Area {
    /// Opaque.
    pub async fn id(&self, ctx: &Context<'_>) -> ID {
        self.0.id.seal(ctx.app().keys()).into()
    }

    /// The code of the Office for National Statistics, or one of ours where it has none.
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// Its name.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// What kind of area.
    async fn kind(&self) -> AreaKind {
        self.0.kind
    }

    /// The area that it lies in.
    async fn parent(&self, ctx: &Context<'_>) -> Option<Answer<Self>> {
        let parent = self.0.parent_id?;
        async { ctx.sight()?.one(parent).await }.await.transpose()
    }

    /// The first day.
    async fn valid_from(&self) -> Date {
        self.0.valid_from.into()
    }

    /// The day on which it stopped to exist.
    async fn valid_to(&self) -> Option<Date> {
        self.0.valid_to.map(Date)
    }
}

/// Areas of a kind, or all.
pub async fn areas(ctx: &Context<'_>, kind: Option<AreaKind>) -> Answer<Vec<Area>> {
    let _ = ctx.sight()?;
    let areas = read::people::directory::areas(ctx.app(), kind).await?;
    Ok(areas.into_iter().map(Area::from).collect())
}
