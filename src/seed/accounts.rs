//! The account of a referral: what happened, what was tried, what the child and a parent say, and what goes with it.

use chrono::{Months, NaiveDate};

use super::{children::Child, dice::Dice, texts};
use crate::{
    domain::people::young_person_rules::age_on,
    entity::casework::referral::{Account, Education, Professional},
    words::{
        FactorCode as F, HarmPosition, ParentNotToldReason, SocialCareStatus, SpecialNeeds, Trigger,
        WeaponInvolvement,
    },
};

const ROLES: [(&str, &str); 5] = [
    ("Head of year", "School"),
    ("Family support worker", "Early help"),
    ("Social worker", "Children's social care"),
    ("School nurse", "Health"),
    ("Youth worker", "Voluntary sector"),
];

/// What decides the shape of an account.
#[derive(Clone, Copy, Debug)]
pub struct Occasion {
    /// What set it off.
    pub trigger: Trigger,
    /// When that was.
    pub triggered_on: Option<NaiveDate>,
    /// The day of the referral.
    pub day: NaiveDate,
    /// Why no parent was told, if none was.
    pub not_told: Option<ParentNotToldReason>,
    /// Whether a school writes, which knows of attendance.
    pub by_school: bool,
}

/// A text in which the child is called by name.
pub fn of(text: &str, child: &Child) -> String {
    text.replace("{child}", child.called())
}

/// One of several texts, in which the child is called by name.
pub fn one_of(dice: &mut Dice, texts: &[&str], child: &Child) -> String {
    let text: &str = texts[dice.below(texts.len())];
    of(text, child)
}

fn some(dice: &mut Dice, percent: f64, texts: &[&str], child: &Child) -> Option<String> {
    dice.percent(percent).then(|| one_of(dice, texts, child))
}

/// Writes the account of an occasion.
pub fn write(dice: &mut Dice, child: &Child, occasion: Occasion) -> Account {
    let risks = &child.needs.risks;
    let mut what_happened = one_of(dice, texts::opening(occasion.trigger), child);
    for risk in risks.iter().take(3) {
        what_happened.push(' ');
        what_happened.push_str(&of(texts::about(*risk), child));
    }
    let evidence = risks
        .iter()
        .filter(|risk| risk.needs_evidence())
        .map(|risk| (*risk, of(texts::evidence(*risk), child)))
        .collect();
    let parent_aware = occasion.not_told.is_none() && dice.percent(86.0);
    let parent_agrees = parent_aware.then(|| dice.percent(88.0));
    let not_told = occasion.not_told.or_else(|| (!parent_aware).then(|| not_told(dice)));
    Account {
        what_happened,
        tried_so_far: some(dice, 62.0, &texts::TRIED, child),
        child_view: some(dice, 58.0, &texts::CHILD_SAYS, child),
        parent_view: if parent_aware { some(dice, 50.0, &texts::PARENT_SAYS, child) } else { None },
        evidence,
        weapon: weapon(dice, child, occasion.trigger),
        harm: dice.percent(75.0).then(|| harm(dice, child)),
        social_care: dice.percent(70.0).then(|| social_care(dice, child)),
        education: (occasion.by_school || dice.percent(30.0)).then(|| education(dice, child, occasion.day)),
        professionals: professionals(dice),
        communication_needs: some(dice, 16.0, &texts::COMMUNICATION, child),
        interpreter_needed: dice.percent(40.0).then_some(false),
        risks_to_visitors: dice.percent(5.0).then(|| "A large dog; please ring first.".to_owned()),
        parent_aware,
        parent_agrees,
        parent_not_told: not_told,
        child_agrees: dice.percent(70.0).then(|| dice.percent(85.0)),
        last_incident_on: occasion
            .triggered_on
            .or_else(|| dice.percent(40.0).then(|| dice.days_before(occasion.day, 1, 21))),
    }
}

fn not_told(dice: &mut Dice) -> ParentNotToldReason {
    *dice.weighted(&[
        (ParentNotToldReason::NotYet, 5),
        (ParentNotToldReason::CouldNotReach, 3),
        (ParentNotToldReason::ChildAsked, 2),
    ])
}

fn weapon(dice: &mut Dice, child: &Child, trigger: Trigger) -> Option<WeaponInvolvement> {
    if trigger == Trigger::KnifePossession || child.needs.has(F::CarriedWeapon) {
        return Some(WeaponInvolvement::Carried);
    }
    dice.percent(60.0).then(|| {
        *dice.weighted(&[
            (WeaponInvolvement::None, 8),
            (WeaponInvolvement::Suspected, 1),
            (WeaponInvolvement::NotKnown, 1),
        ])
    })
}

fn harm(dice: &mut Dice, child: &Child) -> HarmPosition {
    match (child.needs.has(F::VictimOfViolence), child.needs.has(F::PreviousViolence)) {
        (true, true) => HarmPosition::Both,
        (true, false) => HarmPosition::Harmed,
        (false, true) => HarmPosition::CausedHarm,
        (false, false) => *dice.pick(&[HarmPosition::Neither, HarmPosition::NotKnown]),
    }
}

fn social_care(dice: &mut Dice, child: &Child) -> SocialCareStatus {
    if child.needs.has(F::InCareOrSocialWorker) {
        return *dice.weighted(&[
            (SocialCareStatus::ChildInNeed, 60),
            (SocialCareStatus::ChildProtectionPlan, 21),
            (SocialCareStatus::LookedAfter, 19),
        ]);
    }
    *dice.weighted(&[
        (SocialCareStatus::None, 60),
        (SocialCareStatus::EarlyHelp, 25),
        (SocialCareStatus::NotKnown, 15),
    ])
}

fn education(dice: &mut Dice, child: &Child, day: NaiveDate) -> Education {
    let needs = &child.needs;
    let (low, high) = if needs.has(F::SevereAbsence) {
        (18, 49)
    } else if needs.has(F::PersistentAbsence) {
        (62, 89)
    } else {
        (90, 99)
    };
    let part_time = needs.has(F::PartTimeOrMissingEducation) && dice.percent(60.0);
    let school_age = age_on(child.born, day) < 16
        || day.checked_sub_months(Months::new(192)).is_some_and(|then| then < child.born);
    Education {
        on_roll: Some(child.school.is_some()),
        attendance_percent: Some(f64::from(dice.between(low * 10, high * 10)) / 10.0),
        suspensions_this_year: Some(if needs.has(F::Suspensions) { dice.between(1, 6) } else { 0 }),
        permanently_excluded: Some(needs.has(F::ExclusionOrAlternativeProvision) && dice.percent(50.0)),
        weekly_hours_if_part_time: (part_time && school_age).then(|| f64::from(dice.between(4, 18))),
        special_needs: *dice.weighted(&[
            (SpecialNeeds::None, 68),
            (SpecialNeeds::Support, 18),
            (SpecialNeeds::EhcPlan, 9),
            (SpecialNeeds::NotKnown, 5),
        ]),
        actual_year_group: None,
    }
}

fn professionals(dice: &mut Dice) -> Vec<Professional> {
    let count = *dice.weighted(&[(0_usize, 45), (1, 38), (2, 17)]);
    (0..count)
        .map(|place| {
            let (role, organisation) = *dice.pick(&ROLES);
            Professional {
                name: format!(
                    "{} {}",
                    dice.pick(&["Ms", "Mr", "Mrs"]),
                    dice.pick(&["Larch", "Rowan", "Hazel", "Alder", "Aspen"])
                ),
                role: role.to_owned(),
                organisation: Some(organisation.to_owned()),
                phone: Some(format!("01632 960{:03}", dice.below(1000))),
                lead: place == 0 && dice.percent(40.0),
            }
        })
        .collect()
}
