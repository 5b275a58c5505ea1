//! Recording measures, setting and rating goals. Each field decodes, calls its operation, reads the result again.

use async_graphql::{Context, InputObject, Object, SimpleObject};

use crate::{
    domain::casework::{goal, measure, measure_told},
    graphql::{
        error::{Answer, settled},
        node::{Goal, Measure},
        scalar::Date,
        visit::{Ask, again, caller},
    },
    platform::error::{Problem, Result},
    words::{
        GoalOwner, Informant, Instrument, MeasureStage, OffenceCheckResult, Suitability,
        id::{Id, OpaqueId, noun},
    },
};

/// What came of a change to a goal.
#[derive(SimpleObject)]
pub struct GoalPayload {
    /// The goal as it is now.
    goal: Option<Goal>,
    /// What a person can put right.
    problems: Vec<Problem>,
}

/// What came of a measure.
#[derive(SimpleObject)]
pub struct MeasurePayload {
    /// The measure as it was scored.
    measure: Option<Measure>,
    /// What a person can put right.
    problems: Vec<Problem>,
}

/// A goal; a case has at most three.
#[derive(InputObject)]
struct SetGoalInput {
    /// The case.
    case_id: OpaqueId<noun::Case>,
    /// The goal in the words of whoever has it.
    title: String,
    /// Whose it is.
    owner: GoalOwner,
}

/// How near a goal is. A rating for a day that has one takes its place.
#[derive(InputObject)]
struct RateGoalInput {
    /// The goal.
    goal_id: OpaqueId<noun::Goal>,
    /// The day; not in the future.
    on: Date,
    /// From 0 to 10; 10 is met.
    rating: i32,
}

/// Either the answers by item number, or the totals from a licensed scoring sheet.
#[derive(InputObject)]
struct RecordMeasureInput {
    /// The case. A closed one takes what follows up, at 6 and 12 months.
    case_id: OpaqueId<noun::Case>,
    /// By what.
    instrument: Instrument,
    /// Who answered, or where it was looked up.
    informant: Informant,
    /// When on the way.
    stage: MeasureStage,
    /// The day that it is true of; not in the future.
    taken_on: Date,
    /// By which version of bands; the present one where it is left out.
    version: Option<String>,
    /// Of SDQ 25 answers from 0 to 2, of SWEMWBS 7 from 1 to 5, as they stand on the sheet; null where one is missing.
    answers: Option<Vec<Option<i32>>>,
    /// Of SDQ the questions of impact, from 0 to 3: five, of a teacher three.
    impact: Option<Vec<Option<i32>>>,
    /// Of SDQ and SWEMWBS the total of a licensed sheet; how many suspensions.
    total: Option<i32>,
    /// Of SDQ the scales of a licensed sheet.
    subscales: Option<Vec<SubscaleInput>>,
    /// Attendance in per cent; suspensions in days.
    value: Option<f64>,
    /// Places of education, training or work; an empty list where there is none.
    placements: Option<Vec<PlacementInput>>,
    /// What a check for offences told.
    offence: Option<OffenceCheckResult>,
}

/// A place of education, training or work.
#[derive(InputObject)]
struct PlacementInput {
    /// What kind, as the Ministry of Justice codes it.
    kind: String,
    /// Hours offered a week.
    hours_offered: f64,
    /// Hours attended a week, where they are known.
    hours_attended: Option<f64>,
    /// Whether it suits the child.
    suitable: Suitability,
}

/// A scale of a licensed sheet.
#[derive(InputObject)]
struct SubscaleInput {
    /// EMOTIONAL, CONDUCT, HYPERACTIVITY, PEER, PROSOCIAL or IMPACT.
    name: String,
    /// Its points.
    score: i32,
}

impl RecordMeasureInput {
    fn told(self) -> measure_told::Told {
        let scale = |scale: SubscaleInput| (scale.name, scale.score);
        let placement = |place: PlacementInput| measure_told::Placement {
            kind: place.kind,
            offered: place.hours_offered,
            attended: place.hours_attended,
            suitable: place.suitable,
        };
        measure_told::Told {
            instrument: self.instrument,
            informant: self.informant,
            stage: self.stage,
            taken_on: self.taken_on.0,
            version: self.version,
            answers: self.answers,
            impact: self.impact,
            total: self.total,
            subscales: self.subscales.map(|all| all.into_iter().map(scale).collect()),
            value: self.value,
            placements: self.placements.map(|all| all.into_iter().map(placement).collect()),
            offence: self.offence,
        }
    }
}

async fn goal_payload(
    ctx: &Context<'_>,
    done: Result<Id<noun::Goal>>,
    subject: Option<Id<noun::Goal>>,
) -> Answer<GoalPayload> {
    let (id, problems) = settled(done, subject)?;
    Ok(GoalPayload { goal: again(ctx, id).await?, problems })
}

/// Measures and goals.
#[derive(Default)]
pub struct MeasureChanges;

/// Measures and goals.
#[Object]
impl MeasureChanges {
    /// Sets a goal of the child or a parent.
    async fn set_goal(&self, ctx: &Context<'_>, input: SetGoalInput) -> Option<Answer<GoalPayload>> {
        let answer = async {
            let set = goal::SetGoal {
                case_id: ctx.open_id(&input.case_id),
                title: input.title,
                owner: input.owner,
            };
            goal_payload(ctx, goal::set(ctx.app(), &caller(ctx)?, set).await, None).await
        };
        Some(answer.await)
    }

    /// Says how near a goal is.
    async fn rate_goal(&self, ctx: &Context<'_>, input: RateGoalInput) -> Option<Answer<GoalPayload>> {
        let answer = async {
            let id = ctx.open_id(&input.goal_id);
            let rate = goal::Rate { goal_id: id, on: input.on.0, rating: input.rating };
            goal_payload(ctx, goal::rate(ctx.app(), &caller(ctx)?, rate).await, Some(id)).await
        };
        Some(answer.await)
    }

    /// Records what was measured. The same instrument, informant, stage and version again replaces what was recorded; of
    /// reviews, for the same day.
    async fn record_measure(
        &self,
        ctx: &Context<'_>,
        input: RecordMeasureInput,
    ) -> Option<Answer<MeasurePayload>> {
        let answer = async {
            let case = ctx.open_id(&input.case_id);
            let done = measure::record(ctx.app(), &caller(ctx)?, case, input.told()).await;
            let (id, problems) = settled(done, None)?;
            Ok(MeasurePayload { measure: again(ctx, id).await?, problems })
        };
        Some(answer.await)
    }
}
