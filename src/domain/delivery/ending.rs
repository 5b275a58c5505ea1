//! The end of a place: by those who work the case, or by those who run the offering, who need the caseworker's agreement to
//! end one against the child's will (domain.md 16.1).

use chrono::NaiveDate;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};

use super::{
    completion,
    enrolment::{Locked, locked, no_task},
    enrolment_rules::{self, Move},
    places::{self, Step},
};
use crate::{
    access::Act,
    domain::{
        casework::arising::{self, About, Reason},
        checks,
        record::{
            calendar::local_date,
            operation::{Caller, Operation, operate},
        },
    },
    entity::{
        casework::case,
        delivery::{
            enrolment::{self, RemovalWords},
            enrolment_step::StepWords,
        },
    },
    platform::{
        app::App,
        error::{Problem, ProblemCode, Result, none_of},
        sealed::Sealed,
    },
    words::{
        AuditAction, EnrolmentStatus, JobKind,
        id::{Id, noun},
        text::TextKind,
    },
};

/// The end of a place, or of waiting for one.
#[derive(Clone, Debug)]
pub struct End {
    /// The enrolment.
    pub enrolment_id: Id<noun::Enrolment>,
    /// As the caller saw it.
    pub version: i32,
    /// How it ended.
    pub status: EnrolmentStatus,
    /// On which day.
    pub on: NaiveDate,
    /// Why.
    pub reason: Option<String>,
}

/// Ends a place, or the waiting for one. The place is offered to whoever stands first. Who runs the offering does not end a
/// place alone: they ask the caseworker, and it ends once that one agrees.
pub async fn end(app: &App, caller: &Caller, input: End) -> Result<Id<noun::Enrolment>> {
    operate(app, caller, "enrolment.end", async |op, viewer| {
        let Locked { case, mut offering, enrolment, holds, .. } =
            locked(op, viewer, input.enrolment_id, Act::EndEnrolment).await?;
        checks::unchanged(enrolment.version, input.version)?;
        let Some(by) = enrolment_rules::ending_in(input.status) else {
            let message = "This does not end a place. Choose COMPLETED, NOT_STARTED, WITHDREW or REMOVED.";
            return Err(Problem::new("status", ProblemCode::Invalid, message).into());
        };
        enrolment_rules::moved(enrolment.status, by)?;
        let joined = local_date(enrolment.joined_at);
        let reason = input.reason.as_deref();
        none_of(enrolment_rules::end_problems(by, reason, (joined, input.on), op.today))?;
        if by == Move::Complete {
            none_of(completion::problem(op, &offering, &enrolment, input.on).await?.into_iter().collect())?;
        }
        if by == Move::Remove && !viewer.may(Act::Enrol, holds) {
            return ask(op, &case, enrolment, (input.on, input.reason.unwrap_or_default())).await;
        }
        let step =
            Step { by, on: input.on, words: StepWords { reason: input.reason, ..StepWords::default() } };
        let enrolment = places::step(op, &mut offering, enrolment, step).await?;
        places::offer_free(op, &mut offering).await?;
        no_task(
            op,
            enrolment.case_id,
            &[JobKind::OfferLapses, JobKind::GroupUnsuitable, JobKind::RemovalAsked, JobKind::SessionsMissed],
        )
        .await?;
        Ok(enrolment.id)
    })
    .await
}

/// What the caseworker says to a place that the provider wants to end.
#[derive(Clone, Debug)]
pub struct AnswerRemoval {
    /// The enrolment.
    pub enrolment_id: Id<noun::Enrolment>,
    /// As the caller saw it.
    pub version: i32,
    /// Whether the place may end.
    pub agree: bool,
    /// Why, or why not.
    pub comment: String,
}

/// Writes down that the provider wants a place to end, and gives the caseworker the task to answer.
async fn ask(
    op: &Operation<'_>,
    case: &case::Model,
    enrolment: enrolment::Model,
    (on, reason): (NaiveDate, String),
) -> Result<Id<noun::Enrolment>> {
    if enrolment.removal_on.is_some() {
        let message = "The caseworker has been asked already. The place stays until they answer; ring them if it is urgent.";
        return Err(Problem::new("status", ProblemCode::Duplicate, message).into());
    }
    let (id, version) = (enrolment.id, enrolment.version);
    let mut row = enrolment.into_active_model();
    row.version = Set(version + 1);
    row.removal_on = Set(Some(on));
    row.removal_by_id = Set(op.actor());
    row.removal_words = Set(Some(Sealed::new(op.app.keys(), id.uuid(), &RemovalWords(reason))?));
    let enrolment = row.update(op.tx).await?;
    places::left_behind(op, &enrolment, AuditAction::Change).await?;
    let reason = Reason {
        cause: JobKind::RemovalAsked,
        service: case.controller_id,
        about: About::Case(case.id),
        title: "The provider asks to end a place of this child. Agree or not, on the case's page.".to_owned(),
    };
    match case.caseworker_id {
        Some(worker) => arising::for_worker(op, reason, worker).await?,
        None => arising::for_manager(op, reason).await?,
    }
    Ok(id)
}

/// Agrees to the end of a place that the provider wants to end, or does not: then it stays.
pub async fn answer_removal(app: &App, caller: &Caller, input: AnswerRemoval) -> Result<Id<noun::Enrolment>> {
    operate(app, caller, "enrolment.answer_removal", async |op, viewer| {
        let Locked { mut offering, enrolment, .. } =
            locked(op, viewer, input.enrolment_id, Act::Enrol).await?;
        checks::unchanged(enrolment.version, input.version)?;
        let (Some(on), Some(words)) = (enrolment.removal_on, &enrolment.removal_words) else {
            let message = "Nobody asks to end this place. There is nothing to answer.";
            return Err(Problem::new("", ProblemCode::NotAllowedInStatus, message).into());
        };
        none_of(TextKind::Reason.needed("comment", &input.comment).into_iter().collect())?;
        let RemovalWords(asked) = words.open(op.app.keys(), enrolment.id.uuid())?;
        let both = format!("The provider: {asked}\n\nThe answer: {}", input.comment);
        let said = StepWords { reason: Some(both), ..StepWords::default() };
        let (id, case) = (enrolment.id, enrolment.case_id);
        if input.agree {
            places::step(op, &mut offering, enrolment, Step { by: Move::Remove, on, words: said }).await?;
            places::offer_free(op, &mut offering).await?;
        } else {
            let (status, version) = (enrolment.status, enrolment.version);
            let mut row = enrolment.into_active_model();
            row.version = Set(version + 1);
            row.removal_on = Set(None);
            row.removal_by_id = Set(None);
            row.removal_words = Set(None);
            let enrolment = row.update(op.tx).await?;
            places::write(op, id, (Some(status), status), op.now, &said).await?;
            places::left_behind(op, &enrolment, AuditAction::Change).await?;
        }
        no_task(op, case, &[JobKind::RemovalAsked]).await?;
        Ok(id)
    })
    .await
}
