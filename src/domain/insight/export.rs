//! Figures as a file: asked for, made in the background, fetched once by who asked, and thrown away after a day.

use chrono::TimeDelta;
use data_encoding::BASE64;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use uuid::Uuid;

use super::{
    frozen::{Frozen, freeze},
    outcome::Ask,
    report, workbook,
};
use crate::{
    access::{Act, Viewer},
    domain::{
        checks::when,
        record::operation::{Caller, Operation, operate},
    },
    entity::insight::export::{self, ExportFile, ExportWords},
    platform::{
        app::App,
        error::{Error, ProblemCode, Result, none_of},
        sealed::Sealed,
    },
    read::insight::{export as reads, report as reports},
    words::{
        AuditAction, ExportState, JobKind, SubjectKind,
        id::{Id, noun},
    },
};

/// A file can be fetched for so long.
const LASTS: TimeDelta = TimeDelta::hours(24);
/// So many of one person wait to be fetched at most.
const MOST: u64 = 20;

/// What came of fetching a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fetched {
    /// The file.
    File(Vec<u8>),
    /// It is not made yet, or could not be.
    NotMade,
    /// It was fetched before, or a day has passed.
    Gone,
}

/// Asks for a report as a file.
pub async fn of_report(app: &App, caller: &Caller, id: Id<noun::Report>) -> Result<Id<noun::Export>> {
    operate(app, caller, "report.export", async |op, viewer| {
        let seen = reports::known(op.tx, viewer, id).await?;
        viewer.must(Act::ExportFigures, seen.holds)?;
        let frozen = report::opened(op.app, &seen.row)?;
        let title = report::title(op.app, &seen.row)?;
        ask(op, viewer, Some(id), &said(title, Some(seen.row.published_at), &frozen)?).await
    })
    .await
}

/// Asks for what a release answers as a file.
pub async fn of_summary(app: &App, caller: &Caller, question: Ask) -> Result<Id<noun::Export>> {
    operate(app, caller, "outcome_summary.export", async |op, viewer| {
        viewer.must_ever(Act::ExportFigures)?;
        let no_release = "There are no figures yet: the first release is made on Monday at 03:00.";
        let frozen = freeze(op.app, &question).await?.ok_or(Error::BadInput(no_release.into()))?;
        ask(op, viewer, None, &said("What became of children".to_owned(), None, &frozen)?).await
    })
    .await
}

fn said(
    title: String,
    published_at: Option<chrono::DateTime<chrono::Utc>>,
    frozen: &Frozen,
) -> Result<ExportWords> {
    Ok(ExportWords { title, published_at, frozen: serde_json::to_value(frozen).map_err(Error::internal)? })
}

async fn ask(
    op: &Operation<'_>,
    viewer: &Viewer,
    report: Option<Id<noun::Report>>,
    words: &ExportWords,
) -> Result<Id<noun::Export>> {
    let full = reads::count_waiting(op.tx, viewer.user, op.now).await? >= MOST;
    let message = "20 files of yours wait to be fetched. Fetch some; each is thrown away after a day.";
    none_of(when(full, "", ProblemCode::OutOfRange, message).into_iter().collect())?;
    let id: Id<noun::Export> = op.new_id();
    export::ActiveModel {
        id: Set(id),
        asked_by_id: Set(viewer.user),
        membership_id: Set(viewer.membership),
        report_id: Set(report),
        state: Set(ExportState::Queued),
        asked_at: Set(op.now),
        expires_at: Set(op.now + LASTS),
        taken_at: Set(None),
        words: Set(Sealed::new(op.app.keys(), id.uuid(), words)?),
        file: Set(None),
    }
    .insert(op.tx)
    .await?;
    op.schedule(JobKind::ExportMade, id.uuid(), op.now).await?;
    op.schedule(JobKind::ExportExpires, id.uuid(), op.now + LASTS).await?;
    op.audit(AuditAction::Create, SubjectKind::Export, id.uuid(), None).await?;
    Ok(id)
}

/// Makes a file that was asked for, in two steps, so that who asked sees that it is begun.
pub async fn made(op: &Operation<'_>, id: Uuid) -> Result<()> {
    let Some(row) = reads::for_itself(op.tx, id.into()).await? else { return Ok(()) };
    match row.state {
        ExportState::Ready | ExportState::Failed => return Ok(()),
        ExportState::Queued => {
            let mut row = row.into_active_model();
            row.state = Set(ExportState::Running);
            row.update(op.tx).await?;
            return op.schedule(JobKind::ExportMade, id, op.now).await;
        }
        ExportState::Running => {}
    }
    let words = row.words.open(op.app.keys(), id)?;
    let made = tokio::task::spawn_blocking(move || {
        let frozen: Frozen = serde_json::from_value(words.frozen).map_err(Error::internal)?;
        workbook::workbook(&words.title, words.published_at, &frozen)
    });
    let made = made.await.map_err(Error::internal).and_then(|made| made);
    let mut row = row.into_active_model();
    row.expires_at = Set(op.now + LASTS);
    match made {
        Ok(file) => {
            let file = ExportFile(BASE64.encode(&file));
            row.file = Set(Some(Sealed::new(op.app.keys(), id, &file)?));
            row.state = Set(ExportState::Ready);
        }
        Err(error) => {
            tracing::error!(%error, "a file of figures could not be made");
            row.state = Set(ExportState::Failed);
        }
    }
    row.update(op.tx).await?;
    op.schedule(JobKind::ExportExpires, id, op.now + LASTS).await
}

/// Throws a file away, fetched or not.
pub async fn expires(op: &Operation<'_>, id: Uuid) -> Result<()> {
    op.unschedule(&[JobKind::ExportMade], id).await?;
    export::Entity::delete_by_id(id).exec(op.tx).await?;
    Ok(())
}

/// Under which membership somebody asked for a file: none where they did not.
pub async fn asked_under(
    app: &App,
    user: Id<noun::User>,
    id: Id<noun::Export>,
) -> Result<Option<Id<noun::Membership>>> {
    reads::membership(app.database(), user, id).await
}

/// Gives a file to who asked for it, once. It is in the audit before it leaves.
pub async fn fetch(app: &App, caller: &Caller, id: Id<noun::Export>) -> Result<Fetched> {
    let mut fetched = Fetched::Gone;
    operate(app, caller, "export.fetch", async |op, viewer| {
        let row = reads::for_change(op.tx, viewer, id).await?;
        viewer.must_ever(Act::ExportFigures)?;
        if row.taken_at.is_some() || row.expires_at <= op.now {
            return Ok(id);
        }
        let Some(file) = &row.file else {
            fetched = Fetched::NotMade;
            return Ok(id);
        };
        let file = file.open(op.app.keys(), id.uuid())?.0;
        fetched = Fetched::File(BASE64.decode(file.as_bytes()).map_err(Error::internal)?);
        let (kind, subject) = match row.report_id {
            Some(report) => (SubjectKind::Report, report.uuid()),
            None => (SubjectKind::Export, id.uuid()),
        };
        op.audit(AuditAction::Export, kind, subject, None).await?;
        let mut row = row.into_active_model();
        (row.taken_at, row.file) = (Set(Some(op.now)), Set(None));
        row.update(op.tx).await?;
        Ok(id)
    })
    .await?;
    Ok(fetched)
}
