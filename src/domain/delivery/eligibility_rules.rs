//! Whether a child fits a programme, on the day on which they could begin. domain.md section 7. Pure.
//!
//! A refusal gives its reason, unless it rests on another child. Which refusals a written reason overrides is said here.

use chrono::NaiveDate;

use super::approaches::Approach;
use crate::{
    domain::people::young_person_rules::{age_on, year_group_on},
    entity::delivery::programme,
    platform::error::{Problem, ProblemCode},
    words::{
        FactorCode, Pathway, Trigger,
        id::{Id, noun},
    },
};

/// What a programme asks for.
#[derive(Clone, Debug)]
pub struct Asks<'a> {
    /// From this age on.
    pub min_age: i32,
    /// Up to this age.
    pub max_age: i32,
    /// Children who live in one of these, or in an area within one; none: from everywhere.
    pub areas: &'a [Id<noun::Area>],
    /// What it asks for besides.
    pub besides: &'a programme::Asks,
    /// Its approach.
    pub approach: &'a Approach,
}

/// What is known of a child.
#[derive(Clone, Debug)]
pub struct Child<'a> {
    /// When born.
    pub born: NaiveDate,
    /// By how many years held back (below 0) or moved up at school.
    pub moved_by: i32,
    /// Where they live, with every area that it lies in; none where that is not known.
    pub lives_in: &'a [Id<noun::Area>],
    /// By which way they came to help.
    pub pathway: Pathway,
    /// What the referral was made for.
    pub trigger: Trigger,
    /// The factors that the referral names.
    pub factors: &'a [FactorCode],
}

/// The day for which ages are looked at: the first day of the offering, or today where it has begun.
#[must_use]
pub fn begins_on(starts_on: NaiveDate, today: NaiveDate) -> NaiveDate {
    starts_on.max(today)
}

/// What speaks against placing a child, each with its reason. `overridden`: somebody wrote down why it is right all the same;
/// that reaches age and area, and not the guidance on knives.
#[must_use]
pub fn refusals(asks: &Asks<'_>, child: &Child<'_>, on: NaiveDate, overridden: bool) -> Vec<Problem> {
    let mut found = Vec::new();
    let knife = child.pathway == Pathway::KnifePlan || child.trigger == Trigger::KnifePossession;
    if knife && asks.approach.never_for_knife_possession {
        found.push(not_eligible(
            "This programme is never the plan for this referral: national guidance asks for help that has been shown to work. \
             Choose another one."
                .to_owned(),
        ));
    }
    if overridden {
        return found;
    }
    let age = age_on(child.born, on);
    if age < asks.min_age || age > asks.max_age {
        found.push(not_eligible(format!(
            "It is for ages {} to {}, and the child will be {age} on {}. Choose another one, or say why it is right all the same.",
            asks.min_age,
            asks.max_age,
            on.format("%-d %B %Y")
        )));
    }
    found.extend(year_group(asks.besides, child, on));
    found.extend(way_and_factors(asks.besides, child));
    let from_here = asks.areas.is_empty() || child.lives_in.iter().any(|area| asks.areas.contains(area));
    if !from_here {
        let message = if child.lives_in.is_empty() {
            "It takes children from some areas only, and where this child lives is not on the record. Enter the address, or say \
             why it is right all the same."
        } else {
            "It does not take children from where this child lives. Choose another one, or say why it is right all the same."
        };
        found.push(not_eligible(message.to_owned()));
    }
    found
}

/// Whether a child of one of these year groups may be in the one that a programme asks for.
#[must_use]
pub fn takes_year(asks: &programme::Asks, (from, to): (i32, i32)) -> bool {
    asks.min_year_group.is_none_or(|least| to >= least) && asks.max_year_group.is_none_or(|most| from <= most)
}

/// Whether a programme takes a child with these factors.
#[must_use]
pub fn takes_factors(asks: &programme::Asks, factors: &[FactorCode]) -> bool {
    !factors.iter().any(|factor| asks.exclusions.contains(factor))
}

/// The year group on the first day, where the programme asks for some.
fn year_group(asks: &programme::Asks, child: &Child<'_>, on: NaiveDate) -> Option<Problem> {
    let group = year_group_on(child.born, on) + child.moved_by;
    let (from, to) = (asks.min_year_group, asks.max_year_group);
    if from.is_none_or(|from| group >= from) && to.is_none_or(|to| group <= to) {
        return None;
    }
    let groups = match (from, to) {
        (Some(from), Some(to)) if from == to => format!("year {from}"),
        (Some(from), Some(to)) => format!("years {from} to {to}"),
        (Some(from), None) => format!("year {from} and above"),
        (None, to) => format!("year {} and below", to.unwrap_or_default()),
    };
    let day = on.format("%-d %B %Y");
    Some(not_eligible(format!(
        "It is for {groups}, and the child will be in year {group} on {day}. Choose another one, or say why it is right all the \
         same."
    )))
}

/// The way by which the child came to help, and the factors with which it takes nobody.
fn way_and_factors(asks: &programme::Asks, child: &Child<'_>) -> Vec<Problem> {
    let way = asks.pathways.is_empty() || asks.pathways.contains(&child.pathway);
    let excluded = !takes_factors(asks, child.factors);
    let mut found = Vec::new();
    if !way {
        let message = "It is for children who came to help in another way. Choose another one, or say why it is right all the \
                       same.";
        found.push(not_eligible(message.to_owned()));
    }
    if excluded {
        let message = "It does not take children with one of the factors that the referral names. Choose another one, or say \
                       why it is right all the same.";
        found.push(not_eligible(message.to_owned()));
    }
    found
}

fn not_eligible(message: String) -> Problem {
    Problem::new("offeringId", ProblemCode::NotEligible, message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::delivery::approaches::Approaches;
    use uuid::Uuid;

    fn area(n: u128) -> Id<noun::Area> {
        Uuid::from_u128(n).into()
    }

    fn someone<'a>(born: NaiveDate) -> Child<'a> {
        let (pathway, trigger) = (Pathway::EarlyPrevention, Trigger::None);
        Child { born, moved_by: 0, lives_in: &[], pathway, trigger, factors: &[] }
    }

    fn found(
        code: &str,
        areas: &[u128],
        lives_in: &[u128],
        pathway: Pathway,
        overridden: bool,
    ) -> Vec<String> {
        let areas: Vec<_> = areas.iter().copied().map(area).collect();
        let lives_in: Vec<_> = lives_in.iter().copied().map(area).collect();
        let approach = Approaches::in_use().get(code).unwrap();
        let besides = programme::Asks::default();
        let asks = Asks { min_age: 12, max_age: 16, areas: &areas, besides: &besides, approach };
        let born = "2012-12-01".parse().unwrap();
        let child = Child { lives_in: &lives_in, pathway, ..someone(born) };
        let on = "2026-11-30".parse().unwrap();
        refusals(&asks, &child, on, overridden).into_iter().map(|problem| problem.message).collect()
    }

    fn at_age(on: &str) -> usize {
        let approach = Approaches::in_use().get("MENT").unwrap();
        let besides = programme::Asks::default();
        let asks = Asks { min_age: 14, max_age: 16, areas: &[], besides: &besides, approach };
        let born = "2012-12-01".parse().unwrap();
        let child = someone(born);
        refusals(&asks, &child, on.parse().unwrap(), false).len()
    }

    #[test]
    fn the_age_is_that_of_the_first_day() {
        assert_eq!(at_age("2026-11-30"), 1, "13 on the last day of November");
        assert_eq!(at_age("2026-12-01"), 0);
        assert_eq!(at_age("2029-11-30"), 0, "16");
        assert_eq!(at_age("2029-12-01"), 1);
    }

    #[test]
    fn areas_hold_what_lies_in_them() {
        let early = Pathway::EarlyPrevention;
        assert!(found("MENT", &[], &[], early, false).is_empty(), "from everywhere");
        assert!(found("MENT", &[1], &[7, 1], early, false).is_empty(), "a ward of the council");
        assert_eq!(found("MENT", &[2], &[7, 1], early, false).len(), 1);
        assert!(found("MENT", &[1], &[], early, false)[0].contains("not on the record"));
        assert!(found("MENT", &[2], &[7, 1], early, true).is_empty(), "with a written reason");
    }

    #[test]
    fn teaching_about_knives_is_never_the_plan_for_a_knife() {
        assert_eq!(found("KCE", &[], &[], Pathway::KnifePlan, false).len(), 1);
        assert_eq!(found("KCE", &[], &[], Pathway::KnifePlan, true).len(), 1, "no reason is enough");
        assert!(found("KCE", &[], &[], Pathway::Turnaround, false).is_empty());
        assert!(found("CBT", &[], &[], Pathway::KnifePlan, false).is_empty());
    }

    #[test]
    fn what_has_begun_is_looked_at_for_today() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(begins_on(day("2026-11-01"), day("2026-11-28")), day("2026-11-28"));
        assert_eq!(begins_on(day("2026-12-01"), day("2026-11-28")), day("2026-12-01"));
    }

    fn besides(asks: &programme::Asks, child: &Child<'_>, overridden: bool) -> usize {
        let approach = Approaches::in_use().get("MENT").unwrap();
        let asks = Asks { min_age: 8, max_age: 25, areas: &[], besides: asks, approach };
        refusals(&asks, child, "2026-11-30".parse().unwrap(), overridden).len()
    }

    #[test]
    fn year_groups_are_those_of_the_first_day_and_of_the_school() {
        // Domain.md 13: born on 31 August 2010 is year 12 on 22 November 2026, a day later year 11.
        let (twelve, eleven) =
            (someone("2010-08-31".parse().unwrap()), someone("2010-09-01".parse().unwrap()));
        let from_12 = || programme::Asks { min_year_group: Some(12), ..Default::default() };
        let to_11 = || programme::Asks { max_year_group: Some(11), ..Default::default() };
        assert_eq!([besides(&from_12(), &twelve, false), besides(&from_12(), &eleven, false)], [0, 1]);
        assert_eq!([besides(&to_11(), &twelve, false), besides(&to_11(), &eleven, false)], [1, 0]);
        let held_back = Child { moved_by: -1, ..twelve };
        assert_eq!(
            besides(&to_11(), &held_back, false),
            0,
            "who was held back is in the year that they are in"
        );
        assert_eq!(besides(&from_12(), &eleven, true), 0, "with a written reason");
    }

    #[test]
    fn ways_to_help_and_factors_are_asked_for() {
        let someone = someone("2012-12-01".parse().unwrap());
        let ways = programme::Asks { pathways: vec![Pathway::Turnaround], ..Default::default() };
        assert_eq!(besides(&ways, &someone, false), 1);
        assert_eq!(besides(&ways, &someone, true), 0);
        assert_eq!(besides(&ways, &Child { pathway: Pathway::Turnaround, ..someone.clone() }, false), 0);
        let no_weapon = programme::Asks { exclusions: vec![FactorCode::CarriedWeapon], ..Default::default() };
        let carried =
            Child { factors: &[FactorCode::SelfHarm, FactorCode::CarriedWeapon], ..someone.clone() };
        assert_eq!([besides(&no_weapon, &someone, false), besides(&no_weapon, &carried, false)], [0, 1]);
    }
}
