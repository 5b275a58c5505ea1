//! What was measured before and after, and goals: recipes 5, 6 and 9 of domain.md section 15. Total difficulties fall by 2.4
//! (SD 5) where a place was completed and by 0.6 where it was left; goals rise from 3.1 to 6.2; wellbeing by 1.2; attendance
//! from 84 to 87 per cent; a check for offences a year after tells of 7 of a hundred who completed and 16 who did not.

use std::collections::HashMap;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};

use super::{dice::Dice, teller::Teller, texts_of_cases::GOALS};
use crate::{
    domain::{
        casework::{
            measure_rules,
            measure_told::Told,
            scoring::{sdq::Scale, swemwbs},
        },
        record::calendar::local_date,
    },
    entity::{
        casework::{
            case,
            goal::{self, GoalWords},
            goal_rating::{self, RatingWords},
            measure,
        },
        delivery::enrolment,
    },
    platform::{error::Result, sealed::Sealed},
    words::{
        CaseStatus, EnrolmentStatus, GoalOwner, Informant, Instrument, MeasureStage as Stage,
        OffenceCheckResult as Offence,
        id::{Id, noun},
    },
};

/// Of a hundred children so many have a score after, where the place was completed and where it was left.
const AFTER: (f64, f64) = (78.0, 40.0);
/// Of a hundred open cases so many have nothing measured yet.
const NOT_YET: f64 = 20.0;
/// A year after the end.
const YEAR: Days = Days::new(365);

/// How a case went, as far as scores follow it.
#[derive(Clone, Copy)]
struct Course {
    /// When the assessment began.
    begun: DateTime<Utc>,
    /// When the place ended.
    ended: Option<DateTime<Utc>>,
    /// Whether it was completed.
    completed: bool,
}

/// Writes measures and goals of the cases that were assessed.
pub fn tell(teller: &mut Teller<'_>) -> Result<()> {
    let born: HashMap<_, _> =
        teller.rows.children.iter().map(|child| (child.id, child.date_of_birth)).collect();
    let mut places: HashMap<Id<noun::Case>, enrolment::Model> = HashMap::new();
    for row in &teller.rows.enrolments {
        if row.ended_on.is_some() {
            places.insert(row.case_id, row.clone());
        }
    }
    for case in teller.rows.cases.clone() {
        if case.closed_at.is_none() && teller.dice.percent(NOT_YET) {
            continue;
        }
        let begun = teller
            .rows
            .transitions
            .iter()
            .find(|step| step.case_id == Some(case.id) && step.to_status == CaseStatus::Assessment.as_str())
            .map(|step| step.at);
        let (Some(begun), Some(born), Some(by)) =
            (begun, born.get(&case.young_person_id).copied(), case.caseworker_id)
        else {
            continue;
        };
        let place = places.get(&case.id);
        let course = Course {
            begun: begun + TimeDelta::hours(2),
            ended: place.and(case.closed_at).map(|at| at - TimeDelta::hours(3)),
            completed: place.is_some_and(|place| place.status == EnrolmentStatus::Completed),
        };
        let mut scores = Scores { teller: &mut *teller, case: &case, born, by, course };
        scores.tell()?;
    }
    Ok(())
}

struct Scores<'a, 'b> {
    teller: &'a mut Teller<'b>,
    case: &'a case::Model,
    born: NaiveDate,
    by: Id<noun::User>,
    course: Course,
}

impl Scores<'_, '_> {
    fn dice(&mut self) -> &mut Dice {
        &mut self.teller.dice
    }

    fn tell(&mut self) -> Result<()> {
        let after = if self.course.completed { AFTER.0 } else { AFTER.1 };
        let after = self.course.ended.filter(|_| self.teller.dice.percent(after));
        // Whoever leaves stood worse before, so that what is missing after is not missing by chance.
        let worse = if self.course.completed || self.course.ended.is_none() { 0.0 } else { 1.5 };
        let own = self.dice().normal() * 5.5 + 17.5 + worse;
        let fell = if self.course.completed { -2.4 } else { -0.6 };
        self.sdq(Informant::SelfReport, own, fell, after)?;
        if self.dice().percent(40.0) {
            let parent = own + 1.5 + self.dice().normal() * 4.0;
            self.sdq(Informant::Parent, parent, fell, after)?;
        }
        if self.dice().percent(25.0) {
            let teacher = own - 1.0 + self.dice().normal() * 4.0;
            self.sdq(Informant::Teacher, teacher, fell, after)?;
        }
        if self.dice().percent(50.0) {
            self.wellbeing(after)?;
        }
        if self.dice().percent(50.0) {
            self.attendance(after)?;
        }
        self.offences()?;
        self.goals(after)
    }

    fn sdq(
        &mut self,
        informant: Informant,
        before: f64,
        fell: f64,
        after: Option<DateTime<Utc>>,
    ) -> Result<()> {
        let began = self.course.begun;
        let first = points(before, 40.0);
        self.sheet(informant, Stage::Baseline, began, first)?;
        if let Some(at) = after {
            let change = self.dice().normal() * 5.0 + fell;
            self.sheet(informant, Stage::End, at, points(f64::from(first) + change, 40.0))?;
        }
        Ok(())
    }

    /// The totals of a sheet: four scales that sum to the total, and the prosocial one.
    fn sheet(&mut self, informant: Informant, stage: Stage, at: DateTime<Utc>, total: i32) -> Result<()> {
        let mut four = [total / 4; 4];
        for one in four.iter_mut().take(usize::try_from(total % 4).unwrap_or_default()) {
            *one += 1;
        }
        for _ in 0..4 {
            let (from, to) = (self.dice().below(4), self.dice().below(4));
            if four[from] > 0 && four[to] < 10 {
                four[from] -= 1;
                four[to] += 1;
            }
        }
        let prosocial = points(self.dice().normal() * 2.0 + 6.5, 10.0);
        let scales = [Scale::Emotional, Scale::Conduct, Scale::Hyperactivity, Scale::Peer];
        let mut subscales: Vec<_> =
            scales.iter().zip(four).map(|(scale, points)| (scale.name().to_owned(), points)).collect();
        subscales.push((Scale::Prosocial.name().to_owned(), prosocial));
        let told = Told {
            total: Some(total),
            subscales: Some(subscales),
            ..told(Instrument::Sdq, informant, stage, at)
        };
        self.keep(&told, at)
    }

    fn wellbeing(&mut self, after: Option<DateTime<Utc>>) -> Result<()> {
        let first = points(self.dice().normal() * 4.5 + 21.0, 35.0).max(*swemwbs::RAW.start());
        let begun = self.course.begun;
        let one = |stage, at| told(Instrument::Swemwbs, Informant::SelfReport, stage, at);
        self.keep(&Told { total: Some(first), ..one(Stage::Baseline, begun) }, begun)?;
        let Some(at) = after else { return Ok(()) };
        let change = self.dice().normal() * 3.5 + 1.2;
        let last = points(f64::from(first) + change, 35.0).max(*swemwbs::RAW.start());
        self.keep(&Told { total: Some(last), ..one(Stage::End, at) }, at)
    }

    fn attendance(&mut self, after: Option<DateTime<Utc>>) -> Result<()> {
        let first = points(self.dice().normal() * 11.0 + 84.0, 100.0);
        let begun = self.course.begun;
        let one = |stage, at| told(Instrument::SchoolAttendance, Informant::Record, stage, at);
        self.keep(&Told { value: Some(f64::from(first)), ..one(Stage::Baseline, begun) }, begun)?;
        let Some(at) = after else { return Ok(()) };
        let last = points(f64::from(first) + self.dice().normal() * 6.0 + 3.0, 100.0);
        self.keep(&Told { value: Some(f64::from(last)), ..one(Stage::End, at) }, at)
    }

    /// A year after the end.
    fn offences(&mut self) -> Result<()> {
        let Some(at) = self.course.ended.and_then(|at| at.checked_add_days(YEAR)) else { return Ok(()) };
        if at >= self.teller.world.now {
            return Ok(());
        }
        let formal = if self.course.completed { 7.0 } else { 16.0 };
        let offence = if self.dice().percent(formal) {
            *self.dice().weighted(&[(Offence::Caution, 3), (Offence::Conviction, 2)])
        } else if self.dice().percent(4.0) {
            Offence::CommunityResolutionOrOutcome22
        } else {
            Offence::None
        };
        let stage = Stage::FollowUp12Months;
        let told =
            Told { offence: Some(offence), ..told(Instrument::OffenceCheck, Informant::Record, stage, at) };
        self.keep(&told, at)
    }

    fn goals(&mut self, after: Option<DateTime<Utc>>) -> Result<()> {
        let set_at = self.course.begun + TimeDelta::hours(1);
        let first = self.dice().below(GOALS.len());
        for nth in 0..2 {
            let id: Id<noun::Goal> = self.dice().id(set_at);
            let (before, change) = (self.dice().normal() * 1.5 + 3.1, self.dice().normal() * 2.0 + 3.1);
            let mut ratings = vec![(set_at, points(before, 10.0))];
            if let Some(at) = after {
                ratings.push((at, points(before + change, 10.0)));
            }
            for (number, (at, rating)) in (1..).zip(&ratings) {
                let of: Id<noun::GoalRating> = self.dice().id(*at);
                let words = Sealed::new(&self.teller.world.keys, of.uuid(), &RatingWords(*rating))?;
                self.teller.rows.goal_ratings.push(goal_rating::Model {
                    id: of,
                    goal_id: id,
                    number,
                    rated_on: local_date(*at),
                    words,
                    rated_by_id: self.by,
                    rated_at: *at,
                });
            }
            let words = GoalWords(GOALS[(first + nth) % GOALS.len()].to_owned());
            let words = Sealed::new(&self.teller.world.keys, id.uuid(), &words)?;
            self.teller.rows.goals.push(goal::Model {
                id,
                version: i32::try_from(ratings.len() + 1).unwrap_or(1),
                case_id: self.case.id,
                words,
                owner: if nth == 0 { GoalOwner::Child } else { GoalOwner::Both },
                set_by_id: self.by,
                set_at,
            });
        }
        Ok(())
    }

    /// Scores and keeps a measure as the operation would. What does not fit the child's age is left out.
    fn keep(&mut self, told: &Told, at: DateTime<Utc>) -> Result<()> {
        if at > self.teller.world.now {
            return Ok(());
        }
        let Ok(kept) = measure_rules::kept(told, self.born, local_date(at)) else { return Ok(()) };
        let id: Id<noun::Measure> = self.dice().id(at);
        let words = Sealed::new(&self.teller.world.keys, id.uuid(), &kept.words)?;
        self.teller.rows.measures.push(measure::Model {
            id,
            case_id: self.case.id,
            instrument: told.instrument,
            informant: told.informant,
            stage: told.stage,
            scored_by: kept.scored_by,
            taken_on: told.taken_on,
            words,
            recorded_by_id: self.by,
            recorded_at: at,
            replaced_at: None,
        });
        Ok(())
    }
}

fn told(instrument: Instrument, informant: Informant, stage: Stage, at: DateTime<Utc>) -> Told {
    Told {
        instrument,
        informant,
        stage,
        taken_on: local_date(at),
        version: None,
        answers: None,
        impact: None,
        total: None,
        subscales: None,
        value: None,
        placements: None,
        offence: None,
    }
}

fn points(drawn: f64, most: f64) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "from 0 to 100")]
    {
        drawn.round().clamp(0.0, most) as i32
    }
}
