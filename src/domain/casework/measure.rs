//! Recording what was measured of a child. Nothing is overwritten: what is recorded again replaces the earlier one, which is
//! kept.

use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};

use super::{
    case_rules, measure_rules,
    measure_told::{Kept, Told},
    step,
};
use crate::{
    access::Act,
    domain::record::operation::{Caller, Happened, Operation, operate},
    entity::casework::{case, measure},
    platform::{
        app::App,
        error::{Error, Problem, Result, none_of},
        sealed::Sealed,
    },
    read::{self, people::by_itself},
    words::{
        AuditAction, CaseStatus, ChangeKind, ClosureReason, MeasureStage, SubjectKind,
        id::{Id, noun},
    },
};

/// Records what was measured.
pub async fn record(app: &App, caller: &Caller, of: Id<noun::Case>, told: Told) -> Result<Id<noun::Measure>> {
    operate(app, caller, "measure.record", async |op, viewer| {
        let seen = read::casework::case::for_change(op.tx, viewer, of).await?;
        viewer.must(Act::KeepMeasures, seen.holds)?;
        let case = seen.row;
        takes(&case, told.stage)?;
        let born = by_itself::born(op.tx, case.young_person_id).await?.ok_or(Error::NotFound)?;
        let kept = measure_rules::kept(&told, born, op.today).map_err(Error::Invalid)?;
        let standing = read::casework::measure::standing(op.tx, case.id).await?;
        let (again, others): (Vec<_>, Vec<_>) = standing
            .into_iter()
            .filter(|row| row.instrument == told.instrument && row.informant == told.informant)
            .partition(|row| is_again(row, &told, &kept));
        let days: Vec<_> = others.iter().map(|row| (row.stage, row.taken_on)).collect();
        none_of(
            measure_rules::out_of_order(told.stage, told.taken_on, &days)
                .into_iter()
                .collect::<Vec<Problem>>(),
        )?;
        for row in again {
            replace(op, row, &case).await?;
        }
        let id: Id<noun::Measure> = op.new_id();
        measure::ActiveModel {
            id: Set(id),
            case_id: Set(case.id),
            instrument: Set(told.instrument),
            informant: Set(told.informant),
            stage: Set(told.stage),
            scored_by: Set(kept.scored_by),
            taken_on: Set(told.taken_on),
            words: Set(Sealed::new(op.app.keys(), id.uuid(), &kept.words)?),
            recorded_by_id: Set(viewer.user),
            recorded_at: Set(op.now),
            replaced_at: Set(None),
        }
        .insert(op.tx)
        .await?;
        let what = Happened { kind: ChangeKind::MeasureRecorded, about: Some(id.uuid()) };
        step::tell_case(op, &case, what, &[]).await?;
        op.audit(AuditAction::Create, SubjectKind::Measure, id.uuid(), Some(case.young_person_id)).await?;
        Ok(id)
    })
    .await
}

/// Whether a case takes a measure of this stage: while it is open, and after it was closed what follows up. When a child
/// has died nothing follows.
pub fn takes(case: &case::Model, stage: MeasureStage) -> Result<(), Problem> {
    let followed_up = case.status == CaseStatus::Closed
        && measure_rules::follows_up(stage)
        && case.closure_reason != Some(ClosureReason::Died);
    if followed_up { Ok(()) } else { case_rules::writable(case.status) }
}

/// Whether a row says what is told now: by the same version, and at the same stage; of reviews there are many, one a day.
fn is_again(row: &measure::Model, told: &Told, kept: &Kept) -> bool {
    let same_day = told.stage != MeasureStage::Review || row.taken_on == told.taken_on;
    row.stage == told.stage && row.scored_by == kept.scored_by && same_day
}

async fn replace(op: &Operation<'_>, row: measure::Model, case: &case::Model) -> Result<()> {
    let id = row.id;
    let mut row = row.into_active_model();
    row.replaced_at = Set(Some(op.now));
    row.update(op.tx).await?;
    op.audit(AuditAction::Change, SubjectKind::Measure, id.uuid(), Some(case.young_person_id)).await
}
