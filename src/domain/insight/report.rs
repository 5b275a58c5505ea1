//! Reports: figures of a release frozen under a title, with who published them and when.

use std::collections::BTreeSet;

use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::{
    frozen::{Frozen, freeze},
    outcome::Ask,
};
use crate::{
    access::Act,
    domain::{
        checks::when,
        record::operation::{Caller, operate},
    },
    entity::insight::report::{self, ReportWords},
    platform::{
        app::App,
        error::{Error, ProblemCode, Result, none_of},
        sealed::Sealed,
    },
    read::insight::report as reads,
    words::{
        AuditAction, SubjectKind,
        id::{Id, noun},
        text::TextKind,
    },
};

/// Figures to be published.
#[derive(Clone, Debug)]
pub struct Publish {
    /// What they are called.
    pub title: String,
    /// What is asked of which release.
    pub ask: Ask,
}

/// Freezes what a release answers, under a title.
pub async fn publish(app: &App, caller: &Caller, input: Publish) -> Result<Id<noun::Report>> {
    operate(app, caller, "report.publish", async |op, viewer| {
        viewer.must_ever(Act::PublishReport)?;
        let title = input.title.trim().to_owned();
        let lines = title.lines().count() > 1;
        let problems = [
            TextKind::Name.needed("title", &title),
            when(lines, "title", ProblemCode::Invalid, "A title is one line. Take the line breaks out."),
        ];
        none_of(problems.into_iter().flatten().collect())?;
        let no_release = "There are no figures yet: the first release is made on Monday at 03:00.";
        let frozen = freeze(op.app, &input.ask).await?.ok_or(Error::BadInput(no_release.into()))?;
        let id: Id<noun::Report> = op.new_id();
        let mut row = report::Model {
            id,
            release_number: frozen.release,
            published_at: op.now,
            published_by_id: viewer.user,
            words: Sealed::new(op.app.keys(), id.uuid(), &ReportWords(title))?,
            frozen: frozen.pack()?,
            seal: Vec::new(),
        };
        row.seal = seal(op.app, &row)?;
        report::ActiveModel {
            id: Set(row.id),
            release_number: Set(row.release_number),
            published_at: Set(row.published_at),
            published_by_id: Set(row.published_by_id),
            words: Set(row.words),
            frozen: Set(row.frozen),
            seal: Set(row.seal),
        }
        .insert(op.tx)
        .await?;
        op.audit(AuditAction::Create, SubjectKind::Report, id.uuid(), None).await?;
        Ok(id)
    })
    .await
}

/// What a report is called.
pub fn title(app: &App, row: &report::Model) -> Result<String> {
    Ok(row.words.open(app.keys(), row.id.uuid())?.0)
}

/// What tells whether a report was changed afterwards.
pub fn seal(app: &App, row: &report::Model) -> Result<Vec<u8>> {
    let (id, by, title) = (row.id.uuid(), row.published_by_id.uuid(), title(app, row)?);
    let parts: [&[u8]; 6] = [
        id.as_bytes(),
        &row.release_number.to_be_bytes(),
        &row.published_at.timestamp_micros().to_be_bytes(),
        by.as_bytes(),
        title.as_bytes(),
        &row.frozen,
    ];
    Ok(app.keys().digest("report", &parts))
}

/// What a report says. One that was changed afterwards is not shown: it would pass for what was published.
pub fn opened(app: &App, row: &report::Model) -> Result<Frozen> {
    if seal(app, row)? != row.seal {
        return Err(Error::Unavailable(
            "a report is not what was published: `ridgeway release verify`".to_owned(),
        ));
    }
    Frozen::unpack(&row.frozen)
}

/// How many reports are what was published, and the others by their ids: changed afterwards, or gone though the audit has them.
pub async fn verify(app: &App) -> Result<(usize, Vec<String>)> {
    let (mut right, mut wrong) = (0, Vec::new());
    let mut gone: BTreeSet<_> = reads::published(app.database()).await?.into_iter().map(Id::uuid).collect();
    for row in reads::all(app.database()).await? {
        gone.remove(&row.id.uuid());
        match opened(app, &row) {
            Ok(_) => right += 1,
            Err(_) => wrong.push(format!("report {}", row.id.seal(app.keys()))),
        }
    }
    let missing = |id| format!("report {}: is missing", Id::<noun::Report>::from(id).seal(app.keys()));
    wrong.extend(gone.into_iter().map(missing));
    Ok((right, wrong))
}
