//! Publishing reports, and asking for figures as a file. Each field decodes, calls its operation, reads the result again.

use async_graphql::{Context, InputObject, Object, SimpleObject};

use super::outcome_filter::OutcomeFilter;
use crate::{
    domain::insight::{export, outcome, report},
    graphql::{
        error::{Answer, settled},
        node::{Export, Report},
        visit::{Ask, again, caller},
    },
    platform::error::Problem,
    words::{
        OutcomeDimension,
        id::{OpaqueId, noun},
    },
};

/// What came of publishing.
#[derive(SimpleObject)]
pub struct ReportPayload {
    /// The report.
    report: Option<Report>,
    /// What a person can put right.
    problems: Vec<Problem>,
}

/// What came of asking for a file.
#[derive(SimpleObject)]
pub struct ExportPayload {
    /// The file that is being made.
    export: Option<Export>,
    /// What a person can put right.
    problems: Vec<Problem>,
}

/// Figures of a release, to stay under a title.
#[derive(InputObject)]
struct PublishReportInput {
    /// What they are called, in one line of at most 200 characters.
    title: String,
    /// Of which children and which time.
    filter: Option<OutcomeFilter>,
    /// Broken down by these.
    group_by: Vec<OutcomeDimension>,
    /// Of which release: one of the last 8.
    release: i32,
}

/// A report, to be taken out as a file.
#[derive(InputObject)]
struct ExportReportInput {
    /// The report.
    report_id: OpaqueId<noun::Report>,
}

/// What `outcomeSummary` answers, to be taken out as a file.
#[derive(InputObject)]
struct ExportOutcomeSummaryInput {
    /// Of which children and which time.
    filter: Option<OutcomeFilter>,
    /// Broken down by these.
    group_by: Vec<OutcomeDimension>,
    /// Of which release; the newest where it is left out.
    release: Option<i32>,
}

/// The question of a filter, groups and a release.
async fn question(
    ctx: &Context<'_>,
    filter: Option<OutcomeFilter>,
    groups: Vec<OutcomeDimension>,
    release: Option<i32>,
) -> Answer<outcome::Ask> {
    let ask = filter.unwrap_or_default().ask(ctx).await?;
    Ok(outcome::Ask { groups, release, ..ask })
}

/// Reports and files of figures.
#[derive(Default)]
pub struct ReportChanges;

/// Reports and files of figures.
#[Object]
impl ReportChanges {
    /// Freezes figures, filters, definitions and release under a title.
    async fn publish_report(
        &self,
        ctx: &Context<'_>,
        input: PublishReportInput,
    ) -> Option<Answer<ReportPayload>> {
        let answer = async {
            let caller = caller(ctx)?;
            let ask = question(ctx, input.filter, input.group_by, Some(input.release)).await?;
            let publish = report::Publish { title: input.title, ask };
            let (id, problems) = settled(report::publish(ctx.app(), &caller, publish).await, None)?;
            Ok(ReportPayload { report: again(ctx, id).await?, problems })
        };
        Some(answer.await)
    }

    /// Makes an Excel workbook of a report, in the background.
    async fn export_report(
        &self,
        ctx: &Context<'_>,
        input: ExportReportInput,
    ) -> Option<Answer<ExportPayload>> {
        let answer = async {
            let id = ctx.open_id(&input.report_id);
            let (id, problems) = settled(export::of_report(ctx.app(), &caller(ctx)?, id).await, None)?;
            Ok(ExportPayload { export: again(ctx, id).await?, problems })
        };
        Some(answer.await)
    }

    /// Makes an Excel workbook of what `outcomeSummary` answers, in the background.
    async fn export_outcome_summary(
        &self,
        ctx: &Context<'_>,
        input: ExportOutcomeSummaryInput,
    ) -> Option<Answer<ExportPayload>> {
        let answer = async {
            let caller = caller(ctx)?;
            let ask = question(ctx, input.filter, input.group_by, input.release).await?;
            let (id, problems) = settled(export::of_summary(ctx.app(), &caller, ask).await, None)?;
            Ok(ExportPayload { export: again(ctx, id).await?, problems })
        };
        Some(answer.await)
    }
}
