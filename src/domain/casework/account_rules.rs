//! What is wrong with the account that goes with a referral: its texts, what a parent knows, school, other professionals.

use crate::{
    domain::people::{
        details::{at_most, join},
        young_person_rules,
    },
    entity::casework::referral::{Account, Education, Professional},
    platform::error::{Problem, ProblemCode},
    words::text::TextKind,
};

/// The most professionals.
const PROFESSIONALS: usize = 20;

/// What is wrong with an account, each problem at its field.
#[must_use]
pub fn problems(account: &Account) -> Vec<Problem> {
    let texts = [
        TextKind::Account.needed("whatHappened", &account.what_happened),
        TextKind::Account.optional("triedSoFar", account.tried_so_far.as_deref()),
        TextKind::Account.optional("childView", account.child_view.as_deref()),
        TextKind::Account.optional("parentView", account.parent_view.as_deref()),
        TextKind::Account.optional("communicationNeeds", account.communication_needs.as_deref()),
        TextKind::Account.optional("risksToVisitors", account.risks_to_visitors.as_deref()),
    ];
    let mut problems: Vec<Problem> = texts.into_iter().flatten().collect();
    problems.extend(parent(account));
    problems.extend(account.education.iter().flat_map(education));
    problems.extend(at_most("professionals", account.professionals.len(), PROFESSIONALS));
    for (place, professional) in account.professionals.iter().enumerate() {
        problems.extend(professional_problems(professional, &format!("professionals.{place}")));
    }
    problems
}

/// Nobody agrees to what they do not know of, and nobody is both told and not told.
fn parent(account: &Account) -> Option<Problem> {
    if account.parent_aware && account.parent_not_told.is_some() {
        let message = "A parent knows, and here is why none was told. Leave one of the two out.";
        return Some(Problem::new("parentNotTold", ProblemCode::Invalid, message));
    }
    (!account.parent_aware && account.parent_agrees == Some(true)).then(|| {
        let message = "A parent agrees, but none knows of the referral. Check both answers.";
        Problem::new("parentAgrees", ProblemCode::Invalid, message)
    })
}

fn education(education: &Education) -> Vec<Problem> {
    let outside = |field: &str, wrong: bool, message: &'static str| {
        wrong.then(|| Problem::new(field, ProblemCode::OutOfRange, message))
    };
    let not_within =
        |value: Option<f64>, most: f64| value.is_some_and(|value| !(0.0..=most).contains(&value));
    let not_among = |value: Option<i32>, most: i32| value.is_some_and(|value| !(0..=most).contains(&value));
    [
        outside(
            "education.attendancePercent",
            not_within(education.attendance_percent, 100.0),
            "Attendance is from 0 to 100 per cent.",
        ),
        outside(
            "education.suspensionsThisYear",
            not_among(education.suspensions_this_year, 200),
            "Check the number of suspensions this school year.",
        ),
        outside(
            "education.weeklyHoursIfPartTime",
            not_within(education.weekly_hours_if_part_time, 40.0),
            "A week has from 0 to 40 hours of school.",
        ),
        outside(
            "education.actualYearGroup",
            not_among(education.actual_year_group, 14),
            "Year groups are from 0 (reception) to 14.",
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn professional_problems(professional: &Professional, path: &str) -> Vec<Problem> {
    [
        young_person_rules::name(&join(path, "name"), &professional.name),
        TextKind::Line.needed(&join(path, "role"), &professional.role),
        TextKind::Line.optional(&join(path, "organisation"), professional.organisation.as_deref()),
        TextKind::Line.optional(&join(path, "phone"), professional.phone.as_deref()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::SpecialNeeds;

    fn account() -> Account {
        Account {
            what_happened: "She stays away since the fight.".into(),
            parent_aware: true,
            ..Account::default()
        }
    }

    fn fields(account: &Account) -> Vec<String> {
        problems(account).into_iter().map(|problem| problem.field.join(".")).collect()
    }

    #[test]
    fn what_happened_is_enough() {
        assert!(fields(&account()).is_empty());
        assert_eq!(fields(&Account { what_happened: " ".into(), ..account() }), ["whatHappened"]);
        assert_eq!(fields(&Account { child_view: Some("x".repeat(2_001)), ..account() }), ["childView"]);
    }

    #[test]
    fn school_figures_are_possible_ones() {
        let education = Education {
            on_roll: None,
            attendance_percent: Some(f64::NAN),
            suspensions_this_year: Some(-1),
            permanently_excluded: None,
            weekly_hours_if_part_time: Some(40.5),
            special_needs: SpecialNeeds::NotKnown,
            actual_year_group: Some(15),
        };
        let fields = fields(&Account { education: Some(education), ..account() });
        assert_eq!(fields.len(), 4, "{fields:?}");
        assert!(fields.iter().all(|field| field.starts_with("education.")));
    }

    #[test]
    fn professionals_have_a_name_and_a_role() {
        let nobody = Professional {
            name: String::new(),
            role: " ".into(),
            organisation: None,
            phone: None,
            lead: false,
        };
        let account = Account { professionals: vec![nobody], ..account() };
        assert_eq!(fields(&account), ["professionals.0.name", "professionals.0.role"]);
    }
}
