//! Youth justice indicators and Turnaround measures, as the partnership's local analogue.

use std::sync::Arc;

use async_graphql::{Context, SimpleObject};

use super::outcome::{Count, MeasureChange, Rate};
use crate::{
    access::{Relation, See},
    domain::insight::{
        indicator::{self, Figure, Indicator, Indicators},
        outcome::Releases,
    },
    graphql::{
        error::Answer,
        loader::NewestReleases,
        scalar::{Date, DateTime},
        visit::Ask,
    },
    platform::error::Error,
    words::IndicatorFamily,
};

/// Indicators that others define, each with the local analogue that published figures can give.
#[derive(SimpleObject)]
pub struct OutcomeIndicators {
    /// The release; null while there is none, and then no indicator has figures.
    release: Option<i32>,
    /// The instant whose state was counted.
    as_at: Option<DateTime>,
    /// Whose the local analogues are.
    owner: String,
    /// Their version.
    version: String,
    /// From which day on they are used.
    valid_from: Date,
    /// In whom they count they differ from national ones.
    cohort: String,
    /// One after the other.
    indicators: Vec<OutcomeIndicator>,
}

/// One indicator.
#[derive(SimpleObject)]
pub struct OutcomeIndicator {
    /// What it is known by here.
    code: String,
    /// What people call it.
    name: String,
    /// Of which set.
    family: IndicatorFamily,
    /// Who defines it.
    owner: String,
    /// In which version.
    version: String,
    /// From which day on; null where that was not established.
    valid_from: Option<Date>,
    /// What its owner counts.
    definition: String,
    /// Where that was read.
    sources: Vec<String>,
    /// Whether it was read there, and not only remembered.
    verified: bool,
    /// How the local analogue is made of published figures; or why our data cannot give one.
    local: String,
    /// The local analogue; empty where our data cannot give one.
    figures: Vec<IndicatorFigure>,
}

/// A figure of a local analogue: children and their share, or what changed.
#[derive(SimpleObject)]
pub struct IndicatorFigure {
    /// What it is of.
    words: String,
    /// So many children.
    count: Option<Count>,
    /// Of so many. A sum of published counts where it is made of more than one.
    whole: Option<Count>,
    /// Their share, in per cent.
    share: Option<Rate>,
    /// What was measured before and after.
    change: Option<MeasureChange>,
}

impl From<Figure> for IndicatorFigure {
    fn from(figure: Figure) -> Self {
        Self {
            words: figure.words,
            count: figure.count.map(Into::into),
            whole: figure.whole.map(Into::into),
            share: figure.share.map(Into::into),
            change: figure.change.map(Into::into),
        }
    }
}

impl OutcomeIndicator {
    fn new(list: &Indicators, one: &Indicator, figures: Vec<Figure>) -> Self {
        Self {
            code: one.code.clone(),
            name: one.name.clone(),
            family: one.family,
            owner: one.owner.clone(),
            version: one.version.clone(),
            valid_from: one.valid_from.map(Into::into),
            definition: one.definition.clone(),
            sources: list.sources_of(one),
            verified: one.verified,
            local: one.local.clone(),
            figures: figures.into_iter().map(Into::into).collect(),
        }
    }
}

/// The list; null for whom figures of the whole partnership are not.
pub async fn list(
    ctx: &Context<'_>,
    year: Option<i32>,
    release: Option<i32>,
) -> Answer<Option<OutcomeIndicators>> {
    let sight = ctx.sight()?;
    if !sight.viewer.sees(See::Outcomes).has(Relation::Always) {
        return Ok(None);
    }
    if year.is_some_and(|year| !(2000..=2200).contains(&year)) {
        let message = "A year is a financial year, such as 2026 for April 2026 to March 2027.";
        return Err(Error::BadInput(message.into()).into());
    }
    let releases: Arc<Releases> = sight.the(NewestReleases).await?;
    let (of, told) = indicator::told(ctx.app(), &releases, year, release).await?;
    let list = Indicators::in_use();
    Ok(Some(OutcomeIndicators {
        release: of.as_ref().map(|release| release.number),
        as_at: of.map(|release| release.as_at.into()),
        owner: list.owner.clone(),
        version: list.version.clone(),
        valid_from: list.valid_from.into(),
        cohort: list.cohort.clone(),
        indicators: told
            .into_iter()
            .map(|(one, figures)| OutcomeIndicator::new(list, one, figures))
            .collect(),
    }))
}
