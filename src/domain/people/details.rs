//! A child's details as a person gives them, and what is wrong with them.
//!
//! Owns the form's rules. Only the name, the birth date and the sex are needed; whoever refers adds what they can.

use chrono::NaiveDate;

use super::young_person_rules as rules;
use crate::{
    platform::error::{Problem, ProblemCode},
    words::{
        ContactPermission, Sex,
        id::{Id, noun},
        text::TextKind,
    },
};

/// The child as somebody describes them.
#[derive(Clone, Debug)]
pub struct ChildDetails {
    /// The given name, or the only one.
    pub given_name: String,
    /// The family name.
    pub family_name: Option<String>,
    /// What they like to be called.
    pub known_as: Option<String>,
    /// The date of birth.
    pub date_of_birth: NaiveDate,
    /// Whether that is an estimate.
    pub date_of_birth_estimated: bool,
    /// Sex as registered.
    pub sex: Sex,
    /// A code of the 2021 census.
    pub ethnicity: Option<String>,
    /// A code of ISO 639-3.
    pub first_language: Option<String>,
    /// The unique pupil number as it was typed.
    pub upn: Option<String>,
    /// The NHS number as it was typed.
    pub nhs_number: Option<String>,
    /// The school.
    pub school_id: Option<Id<noun::Organisation>>,
    /// Where they live.
    pub address: Option<AddressDetails>,
    /// Who is around them.
    pub contacts: Vec<ContactDetails>,
}

/// An address as somebody gives it. "No fixed address" is one, without a postcode.
#[derive(Clone, Debug)]
pub struct AddressDetails {
    /// The lines above the postcode.
    pub lines: Vec<String>,
    /// The postcode as it was typed.
    pub postcode: String,
    /// Whether it may be given to others.
    pub may_disclose: bool,
}

/// Somebody around the child.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own on the form")]
pub struct ContactDetails {
    /// Their name.
    pub name: String,
    /// What they are to the child.
    pub relationship: String,
    /// None: not known.
    pub has_parental_responsibility: Option<bool>,
    /// None: not known.
    pub lives_with: Option<bool>,
    /// The number.
    pub phone: Option<String>,
    /// Whether they may be contacted.
    pub may_contact: ContactPermission,
    /// Whether they may be told.
    pub may_be_told: bool,
    /// What a court ordered.
    pub order_in_force: Option<String>,
    /// Whether ringing is safe.
    pub safe_to_call: bool,
    /// Whether a text is safe.
    pub safe_to_text: bool,
    /// Whether a voicemail is safe.
    pub safe_to_leave_voicemail: bool,
}

/// The most lines of an address.
const ADDRESS_LINES: usize = 8;
/// The most contacts given at once.
const CONTACTS: usize = 20;

impl ChildDetails {
    /// What is wrong with them, each problem at its field under `path`.
    #[must_use]
    pub fn problems(&self, path: &str, today: NaiveDate) -> Vec<Problem> {
        let at = |field: &str| join(path, field);
        let mut problems: Vec<Problem> = [
            rules::name(&at("givenName"), &self.given_name),
            rules::optional_name(&at("familyName"), self.family_name.as_deref()),
            rules::optional_name(&at("knownAs"), self.known_as.as_deref()),
            rules::birth_date(&at("dateOfBirth"), self.date_of_birth, today),
            TextKind::Line.optional(&at("ethnicity"), self.ethnicity.as_deref()),
            TextKind::Line.optional(&at("firstLanguage"), self.first_language.as_deref()),
            rules::upn(&at("upn"), self.upn.as_deref()).err(),
            rules::nhs_number(&at("nhsNumber"), self.nhs_number.as_deref()).err(),
            at_most(&at("contacts"), self.contacts.len(), CONTACTS),
        ]
        .into_iter()
        .flatten()
        .collect();
        problems.extend(self.address.iter().flat_map(|address| address.problems(&at("address"))));
        for (place, contact) in self.contacts.iter().enumerate() {
            problems.extend(contact.problems(&at(&format!("contacts.{place}"))));
        }
        problems
    }
}

impl AddressDetails {
    /// What is wrong with it, each problem at its field under `path`.
    #[must_use]
    pub fn problems(&self, path: &str) -> Vec<Problem> {
        let blank = self.postcode.trim().is_empty() && self.lines.iter().all(|line| line.trim().is_empty());
        let lines = self.lines.iter().enumerate();
        let lines = lines
            .map(|(place, line)| TextKind::Line.optional(&join(path, &format!("lines.{place}")), Some(line)));
        [
            blank.then(|| {
                Problem::new(&join(path, "lines"), ProblemCode::Required, "Enter an address or a postcode.")
            }),
            rules::postcode(&join(path, "postcode"), Some(&self.postcode)).err(),
            at_most(&join(path, "lines"), self.lines.len(), ADDRESS_LINES),
        ]
        .into_iter()
        .chain(lines)
        .flatten()
        .collect()
    }
}

impl ContactDetails {
    /// What is wrong with them, each problem at its field under `path`.
    #[must_use]
    pub fn problems(&self, path: &str) -> Vec<Problem> {
        [
            rules::name(&join(path, "name"), &self.name),
            TextKind::Line.needed(&join(path, "relationship"), &self.relationship),
            TextKind::Line.optional(&join(path, "phone"), self.phone.as_deref()),
            TextKind::Reason.optional(&join(path, "orderInForce"), self.order_in_force.as_deref()),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// A field under a path; the path may be empty.
#[must_use]
pub fn join(path: &str, field: &str) -> String {
    if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") }
}

/// What is wrong with the length of a list, if anything.
#[must_use]
pub fn at_most(field: &str, length: usize, most: usize) -> Option<Problem> {
    let message = || format!("There are {length} here. Give at most {most}.");
    (length > most).then(|| Problem::new(field, ProblemCode::OutOfRange, message()))
}

#[cfg(test)]
pub(in crate::domain) mod tests {
    use super::*;

    /// A child of 14 with nothing but what is needed.
    pub fn child() -> ChildDetails {
        ChildDetails {
            given_name: "Zoë".into(),
            family_name: None,
            known_as: None,
            date_of_birth: "2012-05-01".parse().unwrap(),
            date_of_birth_estimated: false,
            sex: Sex::Female,
            ethnicity: None,
            first_language: None,
            upn: None,
            nhs_number: None,
            school_id: None,
            address: None,
            contacts: Vec::new(),
        }
    }

    fn contact() -> ContactDetails {
        ContactDetails {
            name: "Ann O'Brien".into(),
            relationship: "mother".into(),
            has_parental_responsibility: None,
            lives_with: None,
            phone: None,
            may_contact: ContactPermission::AskFirst,
            may_be_told: true,
            order_in_force: None,
            safe_to_call: false,
            safe_to_text: false,
            safe_to_leave_voicemail: false,
        }
    }

    fn told(child: &ChildDetails) -> Vec<(String, ProblemCode)> {
        let problems = child.problems("youngPerson", "2026-11-23".parse().unwrap());
        problems.into_iter().map(|problem| (problem.field.join("."), problem.code)).collect()
    }

    #[test]
    fn name_birth_date_and_sex_are_enough() {
        assert_eq!(told(&child()), []);
    }

    #[test]
    fn each_problem_is_at_its_field() {
        let child = ChildDetails {
            given_name: " ".into(),
            date_of_birth: "2020-01-01".parse().unwrap(),
            upn: Some("nonsense".into()),
            address: Some(AddressDetails {
                lines: vec!["1 High Street".into()],
                postcode: "SN".into(),
                may_disclose: true,
            }),
            contacts: vec![contact(), ContactDetails { relationship: String::new(), ..contact() }],
            ..child()
        };
        let expected = [
            ("youngPerson.givenName", ProblemCode::Required),
            ("youngPerson.dateOfBirth", ProblemCode::OutOfRange),
            ("youngPerson.upn", ProblemCode::Invalid),
            ("youngPerson.address.postcode", ProblemCode::Invalid),
            ("youngPerson.contacts.1.relationship", ProblemCode::Required),
        ];
        assert_eq!(told(&child), expected.map(|(field, code)| (field.to_owned(), code)));
    }

    #[test]
    fn no_fixed_address_is_an_address() {
        let nowhere = AddressDetails {
            lines: vec!["No fixed address".into()],
            postcode: String::new(),
            may_disclose: true,
        };
        assert_eq!(nowhere.problems("address"), []);
        let nothing = AddressDetails { lines: Vec::new(), ..nowhere };
        assert_eq!(nothing.problems("address")[0].field, ["address", "lines"]);
    }

    #[test]
    fn lists_have_an_end() {
        let child = ChildDetails { contacts: vec![contact(); CONTACTS + 1], ..child() };
        assert_eq!(told(&child), [("youngPerson.contacts".to_owned(), ProblemCode::OutOfRange)]);
    }
}
