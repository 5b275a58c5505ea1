//! Goals of a child or parent, and how near they are.

use chrono::NaiveDate;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};

use super::{case_rules, scoring::goals, step};
use crate::{
    access::Act,
    domain::{
        checks::when,
        record::operation::{Caller, Happened, operate},
    },
    entity::casework::{
        goal::{self, GoalWords},
        goal_rating::{self, RatingWords},
    },
    platform::{
        app::App,
        error::{Error, Problem, ProblemCode, Result, none_of},
        sealed::Sealed,
    },
    read::{self, people::by_itself},
    words::{
        AuditAction, ChangeKind, GoalOwner, SubjectKind,
        id::{Id, noun},
        text::TextKind,
    },
};

/// A goal to be set.
#[derive(Clone, Debug)]
pub struct SetGoal {
    /// The case.
    pub case_id: Id<noun::Case>,
    /// The goal in words.
    pub title: String,
    /// Whose it is.
    pub owner: GoalOwner,
}

/// How near a goal is.
#[derive(Clone, Copy, Debug)]
pub struct Rate {
    /// The goal.
    pub goal_id: Id<noun::Goal>,
    /// On which day.
    pub on: NaiveDate,
    /// From 0 to 10; 10 is met.
    pub rating: i32,
}

/// Sets a goal.
pub async fn set(app: &App, caller: &Caller, input: SetGoal) -> Result<Id<noun::Goal>> {
    operate(app, caller, "goal.set", async |op, viewer| {
        let seen = read::casework::case::for_change(op.tx, viewer, input.case_id).await?;
        viewer.must(Act::KeepMeasures, seen.holds)?;
        let case = seen.row;
        case_rules::writable(case.status)?;
        let there = read::casework::goal::count(op.tx, case.id).await?;
        let message = "There are three goals already. Rate those; a fourth is one too many to work on.";
        let full = there >= u64::try_from(goals::MOST).unwrap_or(u64::MAX);
        let problems = [
            TextKind::Line.needed("title", &input.title),
            when(full, "caseId", ProblemCode::OutOfRange, message),
        ];
        none_of(problems.into_iter().flatten().collect())?;
        let id: Id<noun::Goal> = op.new_id();
        goal::ActiveModel {
            id: Set(id),
            version: Set(1),
            case_id: Set(case.id),
            words: Set(Sealed::new(op.app.keys(), id.uuid(), &GoalWords(input.title))?),
            owner: Set(input.owner),
            set_by_id: Set(viewer.user),
            set_at: Set(op.now),
        }
        .insert(op.tx)
        .await?;
        let what = Happened { kind: ChangeKind::GoalChanged, about: Some(id.uuid()) };
        step::tell_case(op, &case, what, &[]).await?;
        op.audit(AuditAction::Create, SubjectKind::Goal, id.uuid(), Some(case.young_person_id)).await?;
        Ok(id)
    })
    .await
}

/// Rates a goal. Of several ratings for one day the last written stands.
pub async fn rate(app: &App, caller: &Caller, input: Rate) -> Result<Id<noun::Goal>> {
    operate(app, caller, "goal.rate", async |op, viewer| {
        let known = read::casework::goal::known(op.tx, viewer, input.goal_id).await?;
        viewer.must(Act::KeepMeasures, known.holds)?;
        // The case first: whoever changes it does not stop between it and its goals.
        let case =
            read::casework::case::for_itself(op.tx, known.row.case_id).await?.ok_or(Error::NotFound)?;
        case_rules::writable(case.status)?;
        let seen = read::casework::goal::for_change(op.tx, viewer, input.goal_id).await?;
        let born = by_itself::born(op.tx, case.young_person_id).await?.ok_or(Error::NotFound)?;
        none_of(rate_problems(input, born, op.today))?;
        let rating: Id<noun::GoalRating> = op.new_id();
        goal_rating::ActiveModel {
            id: Set(rating),
            goal_id: Set(seen.row.id),
            number: Set(seen.row.version),
            rated_on: Set(input.on),
            words: Set(Sealed::new(op.app.keys(), rating.uuid(), &RatingWords(input.rating))?),
            rated_by_id: Set(viewer.user),
            rated_at: Set(op.now),
        }
        .insert(op.tx)
        .await?;
        let (id, version) = (seen.row.id, seen.row.version);
        let mut row = seen.row.into_active_model();
        row.version = Set(version + 1);
        row.update(op.tx).await?;
        let what = Happened { kind: ChangeKind::GoalChanged, about: Some(id.uuid()) };
        step::tell_case(op, &case, what, &[]).await?;
        op.audit(AuditAction::Change, SubjectKind::Goal, id.uuid(), Some(case.young_person_id)).await?;
        Ok(id)
    })
    .await
}

fn rate_problems(input: Rate, born: NaiveDate, today: NaiveDate) -> Vec<Problem> {
    let out_of_range = |wrong, field, message| when(wrong, field, ProblemCode::OutOfRange, message);
    [
        out_of_range(input.on > today, "on", "This is in the future. Enter the day of the rating."),
        out_of_range(input.on < born, "on", "This is before the child was born. Check the year."),
        out_of_range(!goals::RATINGS.contains(&input.rating), "rating", "Enter a number from 0 to 10."),
    ]
    .into_iter()
    .flatten()
    .collect()
}
