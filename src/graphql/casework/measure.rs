//! What was measured, with its scores and what changed since the baseline.

use async_graphql::{Context, ID, Object, SimpleObject};

use crate::{
    domain::casework::scoring::reliable_change,
    entity::casework::measure::{MeasureWords, Placed, ScoredPart},
    graphql::{
        error::Answer,
        loader::{ChildOf, MeasuresOf},
        node::{Case, Measure, User},
        scalar::{Date, DateTime},
        visit::Ask,
    },
    read::casework::measure::SeenMeasure,
    words::{
        Informant, Instrument, MeasureStage, OffenceCheckResult, ReliableChange, SubjectKind, Suitability,
    },
};

/// A part of a score.
#[derive(SimpleObject)]
pub struct Subscale {
    /// Which: of SDQ EMOTIONAL, CONDUCT, HYPERACTIVITY, PEER, PROSOCIAL, IMPACT, EXTERNALISING, INTERNALISING; of education,
    /// training and employment HOURS_OFFERED, HOURS_ATTENDED a week.
    name: String,
    /// Points, or whole hours; null where too little was answered.
    score: Option<i32>,
    /// Where that lies among others.
    band: Option<String>,
}

impl From<ScoredPart> for Subscale {
    fn from(part: ScoredPart) -> Self {
        Self { name: part.name, score: part.score, band: part.band }
    }
}

/// A place of education, training or work.
#[derive(SimpleObject)]
pub struct Placement {
    /// What kind, as the Ministry of Justice codes it.
    kind: String,
    /// Hours offered a week.
    hours_offered: f64,
    /// Hours attended a week, where they are known.
    hours_attended: Option<f64>,
    /// Whether it suits the child.
    suitable: Suitability,
}

impl From<Placed> for Placement {
    fn from(placed: Placed) -> Self {
        Self {
            kind: placed.kind,
            hours_offered: units(placed.offered),
            hours_attended: placed.attended.map(units),
            suitable: placed.suitable,
        }
    }
}

fn units(hundredths: i32) -> f64 {
    f64::from(hundredths) / 100.0
}

impl Measure {
    /// What was told and scored; the child's record counts as opened, whichever way the measure was reached.
    async fn words(&self, ctx: &Context<'_>) -> Answer<MeasureWords> {
        let row = &self.0.row;
        if let Some((_, child)) = ctx.sight()?.all(ChildOf(row.case_id)).await?.pop() {
            ctx.visit().open(child, (SubjectKind::Case, row.case_id.uuid()), self.0.holds);
        }
        Ok(row.words.open(ctx.app().keys(), row.id.uuid())?)
    }

    /// What became of the total since the baseline of the same informant and version.
    async fn changed(&self, ctx: &Context<'_>) -> Answer<Option<ReliableChange>> {
        let row = &self.0.row;
        let norms = reliable_change::parameters(row.instrument, &row.scored_by, row.informant);
        let (MeasureStage::End, Some(norms)) = (row.stage, norms) else { return Ok(None) };
        let Some(after) = self.words(ctx).await?.total else { return Ok(None) };
        let standing: Vec<SeenMeasure> = ctx.sight()?.all(MeasuresOf(row.case_id)).await?;
        let baseline = standing.into_iter().map(|seen| seen.row).find(|other| {
            other.stage == MeasureStage::Baseline
                && other.instrument == row.instrument
                && other.informant == row.informant
                && other.scored_by == row.scored_by
        });
        let Some(baseline) = baseline else { return Ok(None) };
        let before = baseline.words.open(ctx.app().keys(), baseline.id.uuid())?.total;
        Ok(before.map(|before| norms.change(before, after)))
    }
}

/// What was measured of a child on a day. Nothing is overwritten: what is recorded again replaces the earlier one.
#[Object]
impl Measure {
    /// Opaque.
    pub async fn id(&self, ctx: &Context<'_>) -> ID {
        self.0.row.id.seal(ctx.app().keys()).into()
    }

    /// The case.
    async fn case(&self, ctx: &Context<'_>) -> Option<Answer<Case>> {
        async { ctx.sight()?.one(self.0.row.case_id).await }.await.transpose()
    }

    /// By what.
    async fn instrument(&self) -> Instrument {
        self.0.row.instrument
    }

    /// Who answered, or where it was looked up.
    async fn informant(&self) -> Informant {
        self.0.row.informant
    }

    /// When on the way.
    async fn stage(&self) -> MeasureStage {
        self.0.row.stage
    }

    /// By which version of bands or rules it was scored.
    async fn version(&self) -> &str {
        &self.0.row.scored_by
    }

    /// The day that it was true of.
    async fn taken_on(&self) -> Date {
        self.0.row.taken_on.into()
    }

    /// The total, in points or how many; null where too little was answered, and `notScored` says why.
    async fn total(&self, ctx: &Context<'_>) -> Option<Answer<i32>> {
        self.words(ctx).await.map(|words| words.total).transpose()
    }

    /// Of SWEMWBS the metric score, of attendance per cent, of suspensions days, of education, training and employment the
    /// hours offered a week.
    async fn value(&self, ctx: &Context<'_>) -> Option<Answer<f64>> {
        self.words(ctx).await.map(|words| words.hundredths.map(units)).transpose()
    }

    /// The parts of the score.
    async fn subscales(&self, ctx: &Context<'_>) -> Answer<Vec<Subscale>> {
        Ok(self.words(ctx).await?.parts.into_iter().map(Subscale::from).collect())
    }

    /// Where the whole lies among others.
    async fn band(&self, ctx: &Context<'_>) -> Option<Answer<String>> {
        self.words(ctx).await.map(|words| words.band).transpose()
    }

    /// Why something has no score, in words.
    async fn not_scored(&self, ctx: &Context<'_>) -> Option<Answer<String>> {
        self.words(ctx).await.map(|words| words.not_scored).transpose()
    }

    /// The places of education, training or work, of that instrument.
    async fn placements(&self, ctx: &Context<'_>) -> Option<Answer<Vec<Placement>>> {
        let of_places = self.0.row.instrument == Instrument::EducationTrainingEmployment;
        let shown = |words: MeasureWords| {
            of_places.then(|| words.placements.into_iter().map(Placement::from).collect())
        };
        self.words(ctx).await.map(shown).transpose()
    }

    /// What a check for offences told. Never what the offence was.
    async fn offence(&self, ctx: &Context<'_>) -> Option<Answer<OffenceCheckResult>> {
        self.words(ctx).await.map(|words| words.offence).transpose()
    }

    /// Of an END: whether the total changed reliably since the baseline by the same informant and version. It says nothing
    /// about why. Null where there is no pair, or there are no norms.
    async fn change(&self, ctx: &Context<'_>) -> Option<Answer<ReliableChange>> {
        self.changed(ctx).await.transpose()
    }

    /// Who wrote it down.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Option<Answer<User>> {
        async { ctx.sight()?.one(self.0.row.recorded_by_id).await }.await.transpose()
    }

    /// When the same was recorded again; a case shows those that stand.
    async fn replaced_at(&self) -> Option<DateTime> {
        self.0.row.replaced_at.map(DateTime)
    }
}
