//! What a measure must be told with, by its instrument, and what it scores. What is impossible is a problem at its field; what
//! was answered too little has no score and says why.

use chrono::NaiveDate;

use super::{
    measure_told::{Kept, Placement, Told, at_most, hundredths},
    questionnaires::{sdq_scored, swemwbs_scored},
    scoring::{
        education,
        scored::{Part, Scored},
        sdq, swemwbs,
    },
};
use crate::{
    domain::{checks::when, people::young_person_rules::age_on},
    entity::casework::measure::{MeasureWords, Placed, ScoredPart},
    platform::error::{Problem, ProblemCode as Code},
    words::{Informant, Instrument, MeasureStage},
};

/// How a check for offences is coded. A date and a code, and no bands.
const OFFENCE_CODES: &str = "OFFENCE-CHECK-1";
/// Most places at once. Working rule.
const MOST_PLACES: usize = 10;
/// The hours of a week, in hundredths.
const HOURS_OF_A_WEEK: i32 = 16_800;
/// Most suspensions, and most days of them, in one measure. Working rule: more is a slip of the pen.
const MOST_SUSPENSIONS: i32 = 100;
const MOST_DAYS: f64 = 365.0;

/// What is kept of a measure of a child who was born on a day, or everything that is wrong with it.
pub fn kept(told: &Told, born: NaiveDate, today: NaiveDate) -> Result<Kept, Vec<Problem>> {
    let mut problems: Vec<Problem> = [
        when(
            told.taken_on > today,
            "takenOn",
            Code::OutOfRange,
            "This is in the future. Enter the day on which it was taken.",
        ),
        when(
            told.taken_on < born,
            "takenOn",
            Code::OutOfRange,
            "This is before the child was born. Check the year.",
        ),
        informant(told.instrument, told.informant),
    ]
    .into_iter()
    .flatten()
    .collect();
    problems.extend(not_of_the_instrument(told));
    let version = version(told).map_err(|problem| problems.push(problem)).ok();
    if problems.is_empty() {
        problems.extend(age(told, age_on(born, told.taken_on)));
    }
    let mut words = MeasureWords { offence: told.offence, ..MeasureWords::default() };
    let scored = match told.instrument {
        Instrument::Sdq => sdq_scored(told, &mut words, &mut problems),
        Instrument::Swemwbs => swemwbs_scored(told, &mut words, &mut problems),
        Instrument::SchoolAttendance => attendance(told, &mut problems),
        Instrument::Suspensions => suspensions(told, &mut problems),
        Instrument::EducationTrainingEmployment => hours(told, born, &mut words, &mut problems),
        Instrument::OffenceCheck => {
            problems.extend(when(
                told.offence.is_none(),
                "offence",
                Code::Required,
                "Enter what the check told, or that it could not be found out.",
            ));
            Scored::default()
        }
    };
    match version {
        Some(scored_by) if problems.is_empty() => Ok(Kept { scored_by, words: with_scores(words, scored) }),
        _ => Err(problems),
    }
}

fn with_scores(words: MeasureWords, scored: Scored) -> MeasureWords {
    let part = |part: Part| ScoredPart { name: part.name.to_owned(), score: part.score, band: part.band };
    MeasureWords {
        total: scored.total,
        hundredths: scored.hundredths,
        band: scored.band,
        parts: scored.parts.into_iter().map(part).collect(),
        not_scored: scored.not_scored,
        ..words
    }
}

/// By whom each instrument is answered. The questionnaires as their publishers say; records and what the worker knows by a
/// working rule; a check for offences comes from the police alone.
const fn answers(instrument: Instrument) -> &'static [Informant] {
    match instrument {
        Instrument::Sdq => &[Informant::SelfReport, Informant::Parent, Informant::Teacher],
        Instrument::Swemwbs => &[Informant::SelfReport],
        Instrument::SchoolAttendance | Instrument::Suspensions | Instrument::EducationTrainingEmployment => {
            &[Informant::Record, Informant::Worker]
        }
        Instrument::OffenceCheck => &[Informant::Record],
    }
}

fn informant(instrument: Instrument, informant: Informant) -> Option<Problem> {
    let allowed = answers(instrument);
    (!allowed.contains(&informant)).then(|| {
        let allowed: Vec<_> = allowed.iter().map(|one| one.as_str()).collect();
        let message = format!("{instrument} is answered by {}. Choose one of them.", allowed.join(", "));
        Problem::new("informant", Code::Invalid, message)
    })
}

/// Fields that say nothing of an instrument.
fn not_of_the_instrument(told: &Told) -> Vec<Problem> {
    let takes: &[&str] = match told.instrument {
        Instrument::Sdq => &["answers", "impact", "total", "subscales"],
        Instrument::Swemwbs => &["answers", "total"],
        Instrument::SchoolAttendance => &["value"],
        Instrument::Suspensions => &["total", "value"],
        Instrument::EducationTrainingEmployment => &["placements"],
        Instrument::OffenceCheck => &["offence"],
    };
    let given = [
        ("answers", told.answers.is_some()),
        ("impact", told.impact.is_some()),
        ("total", told.total.is_some()),
        ("subscales", told.subscales.is_some()),
        ("value", told.value.is_some()),
        ("placements", told.placements.is_some()),
        ("offence", told.offence.is_some()),
    ];
    let wrong = given.into_iter().filter(|(field, given)| *given && !takes.contains(field));
    wrong
        .map(|(field, _)| {
            let message = format!("{} has nothing of this kind. Leave it out.", told.instrument);
            Problem::new(field, Code::Invalid, message)
        })
        .collect()
}

fn version(told: &Told) -> Result<String, Problem> {
    let named = told.version.as_deref();
    let in_use = match told.instrument {
        Instrument::Sdq => sdq::version(named).map(|version| version.version.as_str()),
        Instrument::Swemwbs => Some(swemwbs::table().version.as_str()),
        Instrument::SchoolAttendance | Instrument::Suspensions | Instrument::EducationTrainingEmployment => {
            Some(education::version())
        }
        Instrument::OffenceCheck => Some(OFFENCE_CODES),
    };
    in_use.filter(|in_use| named.is_none_or(|named| named == *in_use)).map(str::to_owned).ok_or_else(|| {
        Problem::new(
            "version",
            Code::NotFound,
            "There is no such version. Leave it out to use the present one.",
        )
    })
}

/// Whether the questionnaire is made for a child of this age.
fn age(told: &Told, age: i32) -> Option<Problem> {
    match told.instrument {
        Instrument::Sdq => {
            let version = sdq::version(told.version.as_deref())?;
            let message = "The questionnaire is answered by parents and teachers of children from 4 to 17, and by those from 11 \
                           to 17 themselves. Choose who fits the child's age on that day.";
            when(!version.answers(told.informant, age), "informant", Code::NotEligible, message)
        }
        Instrument::Swemwbs => {
            let message = "The scale is for those of 13 and over.";
            when(age < swemwbs::table().from_age, "instrument", Code::NotEligible, message)
        }
        _ => None,
    }
}

fn attendance(told: &Told, problems: &mut Vec<Problem>) -> Scored {
    let Some(value) = told.value else {
        problems.push(Problem::new(
            "value",
            Code::Required,
            "Enter the attendance in per cent of possible sessions.",
        ));
        return Scored::default();
    };
    match hundredths("value", value, 100.0) {
        Ok(value) => education::attendance(value),
        Err(problem) => {
            problems.push(problem);
            Scored::default()
        }
    }
}

fn suspensions(told: &Told, problems: &mut Vec<Problem>) -> Scored {
    let Some(total) = told.total else {
        problems.push(Problem::new(
            "total",
            Code::Required,
            "Enter how many suspensions there were; 0 for none.",
        ));
        return Scored::default();
    };
    problems.extend(at_most("total", total, 0..=MOST_SUSPENSIONS));
    let days = told.value.map(|value| hundredths("value", value, MOST_DAYS));
    let days = days.transpose().unwrap_or_else(|problem| {
        problems.push(problem);
        None
    });
    let message = "There are no days without a suspension. Enter how many suspensions there were.";
    problems.extend(when(total == 0 && days.is_some_and(|days| days > 0), "value", Code::Invalid, message));
    Scored { total: Some(total), hundredths: days, ..Scored::default() }
}

fn hours(told: &Told, born: NaiveDate, words: &mut MeasureWords, problems: &mut Vec<Problem>) -> Scored {
    let Some(placements) = &told.placements else {
        let message = "Enter each place of education, training or work; an empty list where there is none.";
        problems.push(Problem::new("placements", Code::Required, message));
        return Scored::default();
    };
    let many = placements.len() > MOST_PLACES;
    problems.extend(when(many, "placements", Code::OutOfRange, "Enter at most 10 places."));
    for (place, placement) in placements.iter().take(MOST_PLACES).enumerate() {
        match placed(place, placement) {
            Ok(placed) => words.placements.push(placed),
            Err(problem) => problems.push(problem),
        }
    }
    let offered: i32 = words.placements.iter().map(|place| place.offered).sum();
    let message = "Together these are more hours than a week has.";
    problems.extend(when(offered > HOURS_OF_A_WEEK, "placements", Code::OutOfRange, message));
    let places: Vec<_> = words
        .placements
        .iter()
        .map(|place| education::Place {
            offered: place.offered,
            attended: place.attended,
            suitable: place.suitable,
        })
        .collect();
    education::hours(&places, born, told.taken_on)
}

fn placed(place: usize, told: &Placement) -> Result<Placed, Problem> {
    let at = |field: &str| format!("placements.{place}.{field}");
    if !education::kinds().contains(&told.kind) {
        let message = format!("There is no such kind. They are {}.", education::kinds().join(", "));
        return Err(Problem::new(&at("kind"), Code::Invalid, message));
    }
    let offered = hundredths(&at("hoursOffered"), told.offered, 168.0)?;
    let attended = told.attended.map(|hours| hundredths(&at("hoursAttended"), hours, 168.0)).transpose()?;
    if told.kind == "NONE" && offered > 0 {
        let message = "Where there is no place there are no hours. Choose what kind of place it is.";
        return Err(Problem::new(&at("hoursOffered"), Code::Invalid, message));
    }
    if attended.is_some_and(|attended| attended > offered) {
        let message = "These are more hours than are offered. Check both.";
        return Err(Problem::new(&at("hoursAttended"), Code::OutOfRange, message));
    }
    Ok(Placed { kind: told.kind.clone(), offered, attended, suitable: told.suitable })
}

/// What is wrong with the day, beside those of the other stages by the same instrument and informant: nothing is before the
/// baseline, and no later look before the end.
#[must_use]
pub fn out_of_order(
    stage: MeasureStage,
    taken_on: NaiveDate,
    others: &[(MeasureStage, NaiveDate)],
) -> Option<Problem> {
    let problem = |message| Some(Problem::new("takenOn", Code::OutOfRange, message));
    for (other, on) in others {
        if comes_before(*other, stage) && taken_on < *on {
            return problem(match other {
                MeasureStage::Baseline => "This is before the baseline. Check both days.",
                _ => "This is before an earlier stage. Check both days.",
            });
        }
        if comes_before(stage, *other) && taken_on > *on {
            return problem("This is after a later stage. Check both days.");
        }
    }
    None
}

/// Whether a stage cannot be after another. A review may be at any time from the baseline on.
const fn comes_before(one: MeasureStage, other: MeasureStage) -> bool {
    use MeasureStage::{Baseline, End, FollowUp6Months, FollowUp12Months};
    match one {
        Baseline => !matches!(other, Baseline),
        End => matches!(other, FollowUp6Months | FollowUp12Months),
        FollowUp6Months => matches!(other, FollowUp12Months),
        _ => false,
    }
}

/// Whether a stage comes after the end of the work.
#[must_use]
pub const fn follows_up(stage: MeasureStage) -> bool {
    matches!(stage, MeasureStage::FollowUp6Months | MeasureStage::FollowUp12Months)
}

#[cfg(test)]
#[path = "measure_rules_tests.rs"]
mod tests;
