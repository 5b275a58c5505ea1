//! Reports of figures, and figures on their way out as a file.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, SimpleObject};
use futures_util::future::try_join_all;

use super::outcome::{OutcomeKey, OutcomeSummary};
use crate::{
    domain::insight::{frozen::Frozen, outcome::Releases, report},
    graphql::{
        connection::{Connection, Paging, Question, connect},
        error::Answer,
        loader::NewestReleases,
        node::{Export, Report, User},
        scalar::DateTime,
        visit::Ask,
    },
    read::{self, insight::report as reads},
    words::{ExportState, OutcomeDimension},
};

/// What a report asked of its release.
#[derive(SimpleObject)]
pub struct ReportQuestion {
    /// The release.
    release: i32,
    /// The instant whose state that counted.
    as_at: DateTime,
    /// Limited to these.
    filters: Vec<OutcomeKey>,
    /// Broken down by these.
    group_by: Vec<OutcomeDimension>,
    /// In which time, in words.
    period: String,
}

/// What a figure counts.
#[derive(SimpleObject)]
pub struct FigureDefinition {
    /// The figure.
    figure: String,
    /// What it counts.
    meaning: String,
}

impl Report {
    fn opened(&self, ctx: &Context<'_>) -> Answer<Frozen> {
        Ok(report::opened(ctx.app(), &self.0.row)?)
    }
}

/// Figures, filters, definitions and release, frozen under a title. It stays when its release can no longer be asked for.
#[Object]
impl Report {
    /// Opaque.
    pub async fn id(&self, ctx: &Context<'_>) -> ID {
        self.0.row.id.seal(ctx.app().keys()).into()
    }

    /// What it is called.
    async fn title(&self, ctx: &Context<'_>) -> Answer<String> {
        Ok(report::title(ctx.app(), &self.0.row)?)
    }

    /// When it was published.
    async fn published_at(&self) -> DateTime {
        self.0.row.published_at.into()
    }

    /// By whom.
    async fn by(&self, ctx: &Context<'_>) -> Answer<User> {
        ctx.sight()?.the(self.0.row.published_by_id).await
    }

    /// The figures as they stood.
    async fn summary(&self, ctx: &Context<'_>) -> Answer<OutcomeSummary> {
        OutcomeSummary::frozen(ctx, self.opened(ctx)?).await
    }

    /// Whether the newest release was made by another method, or answers the same question with other figures for the same
    /// time. The 12 months up to one release are another time than those up to the next.
    async fn restated(&self, ctx: &Context<'_>) -> Answer<bool> {
        let releases: Arc<Releases> = ctx.sight()?.the(NewestReleases).await?;
        Ok(self.opened(ctx)?.restated(ctx.app(), &releases).await?)
    }

    /// What was asked.
    async fn question(&self, ctx: &Context<'_>) -> Answer<ReportQuestion> {
        let kept = self.opened(ctx)?;
        let filters = kept.filters.iter().map(|named| OutcomeKey::frozen(ctx, named));
        Ok(ReportQuestion {
            release: kept.release,
            as_at: kept.as_at.into(),
            filters: try_join_all(filters).await?,
            period: kept.time(),
            group_by: kept.groups.clone(),
        })
    }

    /// What each figure counts, as it was defined then.
    async fn definitions(&self, ctx: &Context<'_>) -> Answer<Vec<FigureDefinition>> {
        let all = self.opened(ctx)?.definitions.into_iter();
        Ok(all.map(|(figure, meaning)| FigureDefinition { figure, meaning }).collect())
    }
}

/// Figures on their way out as an Excel workbook: for one download, by who asked, within a day.
#[Object]
impl Export {
    /// Opaque.
    pub async fn id(&self, ctx: &Context<'_>) -> ID {
        self.0.id.seal(ctx.app().keys()).into()
    }

    /// How far it is.
    async fn state(&self) -> ExportState {
        self.0.state
    }

    /// When it was asked for.
    async fn asked_at(&self) -> DateTime {
        self.0.asked_at.into()
    }

    /// When it is thrown away.
    async fn expires_at(&self) -> DateTime {
        self.0.expires_at.into()
    }

    /// When it was fetched.
    async fn taken_at(&self) -> Option<DateTime> {
        self.0.taken_at.map(Into::into)
    }

    /// Where it is fetched by GET, once, with the sign-in's cookie or a bearer token; null while it is not ready, and
    /// afterwards.
    async fn path(&self, ctx: &Context<'_>) -> Option<String> {
        let there = self.0.file.is_some() && self.0.expires_at > ctx.app().now();
        there.then(|| format!("/exports/{}", self.0.id.seal(ctx.app().keys())))
    }
}

/// A page of the reports that the viewer may read, the newest first.
pub async fn reports(ctx: &Context<'_>, paging: Paging) -> Answer<Connection<Report>> {
    let sight = ctx.sight()?;
    let (app, viewer) = (ctx.app(), sight.viewer.clone());
    let question = Question::of(&viewer, "reports", &());
    let page = reads::page(app.reads(), &viewer, &paging.window(app, &question)?).await?;
    connect(app, &question, page, Report::from, move |app| {
        let select = reads::select(&viewer);
        async move { read::page::count(app.reads(), select).await }
    })
}
