//! Questionnaires: what the answers, or a licensed scoring sheet, may be, and what they score. No wording.

use super::{
    measure_told::{Told, at_most, list},
    scoring::{scored::Scored, sdq, swemwbs},
};
use crate::{
    domain::checks::when,
    entity::casework::measure::MeasureWords,
    platform::error::{Problem, ProblemCode as Code},
};

const EITHER: &str = "Enter either the answers by item or what the scoring sheet tells, not both.";
const ONE_OF: &str = "Enter the answers by item, or what the scoring sheet tells.";

/// The Strengths and Difficulties Questionnaire.
pub fn sdq_scored(told: &Told, words: &mut MeasureWords, problems: &mut Vec<Problem>) -> Scored {
    let sheet = told.total.is_some() || told.subscales.is_some();
    let informant = told.informant;
    let points = match &told.answers {
        Some(answers) => {
            let both = |given: bool, field| when(given, field, Code::Invalid, EITHER);
            problems.extend(both(told.total.is_some(), "total"));
            problems.extend(both(told.subscales.is_some(), "subscales"));
            problems.extend(list("answers", answers, sdq::ITEMS, 0..=2));
            let impact = told.impact.clone().unwrap_or_default();
            if told.impact.is_some() {
                problems.extend(list("impact", &impact, sdq::impact_questions(informant), 0..=3));
            }
            if !problems.is_empty() {
                return Scored::default();
            }
            words.answers.clone_from(answers);
            words.impact = impact;
            sdq::of_answers(informant, answers, &words.impact)
        }
        None if sheet => {
            let message = "With a scoring sheet, enter IMPACT among the scales.";
            problems.extend(when(told.impact.is_some(), "impact", Code::Invalid, message));
            let scales = sheet_scales(told, problems);
            let points = sdq::of_sheet(told.total, scales);
            problems.extend(told.total.and_then(|total| at_most("total", total, 0..=40)));
            let message = "This is not what the scales add up to. Check the sheet.";
            let range = points.difficulties_between();
            let differs =
                told.total.is_some_and(|total| (0..=40).contains(&total) && !range.contains(&total));
            problems.extend(when(differs && problems.is_empty(), "total", Code::Invalid, message));
            points
        }
        None => {
            problems.push(Problem::new("answers", Code::Required, ONE_OF));
            return Scored::default();
        }
    };
    let version = sdq::version(told.version.as_deref());
    version
        .filter(|_| problems.is_empty())
        .map(|version| points.scored(version, informant))
        .unwrap_or_default()
}

/// The scales that a sheet tells, each once and as high as it can be.
fn sheet_scales(told: &Told, problems: &mut Vec<Problem>) -> Vec<(sdq::Scale, i32)> {
    let mut scales: Vec<(sdq::Scale, i32)> = Vec::new();
    for (place, (name, score)) in told.subscales.iter().flatten().enumerate() {
        let field = format!("subscales.{place}.name");
        let Some(scale) = sdq::Scale::TOLD.into_iter().find(|scale| scale.name() == name) else {
            let names: Vec<_> = sdq::Scale::TOLD.iter().map(|scale| scale.name()).collect();
            let message = format!("There is no such scale. They are {}.", names.join(", "));
            problems.push(Problem::new(&field, Code::Invalid, message));
            continue;
        };
        let again = scales.iter().any(|(one, _)| *one == scale);
        problems.extend(when(again, &field, Code::Duplicate, "This scale is there already."));
        problems.extend(at_most(&format!("subscales.{place}.score"), *score, 0..=scale.most(told.informant)));
        scales.push((scale, *score));
    }
    if told.total.is_none() && scales.is_empty() && problems.is_empty() {
        problems.push(Problem::new("subscales", Code::Required, ONE_OF));
    }
    scales
}

/// The Short Warwick-Edinburgh Mental Wellbeing Scale.
pub fn swemwbs_scored(told: &Told, words: &mut MeasureWords, problems: &mut Vec<Problem>) -> Scored {
    match (&told.answers, told.total) {
        (Some(answers), total) => {
            problems.extend(when(total.is_some(), "total", Code::Invalid, EITHER));
            problems.extend(list("answers", answers, swemwbs::ITEMS, 1..=5));
            words.answers.clone_from(answers);
            swemwbs::of_answers(answers)
        }
        (None, Some(total)) => {
            problems.extend(at_most("total", total, swemwbs::RAW));
            swemwbs::of_total(total)
        }
        (None, None) => {
            problems.push(Problem::new("answers", Code::Required, ONE_OF));
            Scored::default()
        }
    }
}
