//! Ages, school years, and what may be said of a child's name, birth date and numbers.
//!
//! Owns single values. What a whole form must hold is in `details`.

use chrono::{Datelike, NaiveDate};

use crate::{
    platform::error::{Problem, ProblemCode},
    words::{
        Trigger,
        identifiers::{NhsNumber, PncId, Upn},
        postcode::Postcode,
        text::TextKind,
    },
};

/// The youngest that may be referred. Children of 8 and 9 are referred for their welfare alone. Working rule.
pub const YOUNGEST: i32 = 8;
/// The oldest that may be referred; from 18 on only for offerings that say so. Working rule.
pub const OLDEST: i32 = 25;
/// The age of criminal responsibility, Children and Young Persons Act 1933 section 50.
pub const CRIMINAL_RESPONSIBILITY: i32 = 10;
/// From this age a young person is presumed able to decide alone, Family Law Reform Act 1969 section 8.
pub const DECIDES_ALONE: i32 = 16;

/// The age in whole years on a day; negative before birth. Who was born on 29 February is a year older on 1 March.
#[must_use]
pub fn age_on(born: NaiveDate, on: NaiveDate) -> i32 {
    let had_birthday = (on.month(), on.day()) >= (born.month(), born.day());
    on.year() - born.year() - i32::from(!had_birthday)
}

/// The national curriculum year on a day, by age: 0 is reception, 11 the last year of secondary school. School years begin
/// on 1 September. A child held back or moved up is in another one; that is asked for apart.
#[must_use]
pub fn year_group_on(born: NaiveDate, on: NaiveDate) -> i32 {
    let school_year = |date: NaiveDate| date.year() + i32::from(date.month() >= 9);
    school_year(on) - school_year(born) - 5
}

/// Whether a referral for this event can only be one for the child's welfare: the event alleges an offence, and the child
/// was under 10. It is taken as a welfare referral and never refused for it. Working rule; Children and Young Persons Act
/// 1933 section 50.
#[must_use]
pub fn is_for_welfare_only(trigger: Trigger, born: NaiveDate, happened_on: NaiveDate) -> bool {
    alleges_offence(trigger) && age_on(born, happened_on) < CRIMINAL_RESPONSIBILITY
}

/// Whether the event is an offence that is alleged or was dealt with.
#[must_use]
pub const fn alleges_offence(trigger: Trigger) -> bool {
    matches!(
        trigger,
        Trigger::ArrestNoFurtherAction
            | Trigger::VoluntaryInterview
            | Trigger::ReleasedUnderInvestigation
            | Trigger::CommunityResolution
            | Trigger::YouthCaution
            | Trigger::Outcome22
            | Trigger::KnifePossession
    )
}

/// What is wrong with a birth date of somebody who is to be helped from `today`, if anything.
#[must_use]
pub fn birth_date(field: &str, born: NaiveDate, today: NaiveDate) -> Option<Problem> {
    if born > today {
        return Some(Problem::new(
            field,
            ProblemCode::OutOfRange,
            "This date of birth is in the future. Check the year.",
        ));
    }
    let message = match age_on(born, today) {
        ..YOUNGEST => {
            "This child is under 8, too young for this service. Check the date of birth. If you are worried about the child, \
             ring the front door of the child's council."
        }
        YOUNGEST..=OLDEST => return None,
        _ => "This person is over 25, too old for this service. Check the date of birth.",
    };
    Some(Problem::new(field, ProblemCode::OutOfRange, message))
}

/// What is wrong with a name that is needed, if anything: that it is missing, or longer than any real one. Names of one
/// word, in any script, with apostrophes, hyphens and spaces are names.
#[must_use]
pub fn name(field: &str, name: &str) -> Option<Problem> {
    TextKind::Name.needed(field, name)
}

/// A name that may be left out.
#[must_use]
pub fn optional_name(field: &str, name: Option<&str>) -> Option<Problem> {
    TextKind::Name.optional(field, name)
}

/// Reads a unique pupil number; blank is none.
pub fn upn(field: &str, text: Option<&str>) -> Result<Option<Upn>, Problem> {
    let why = "This is not a unique pupil number: it has a letter and 12 more characters. Check it, or leave it out.";
    identifier(field, text, Upn::parse, why)
}

/// Reads an NHS number; blank is none.
pub fn nhs_number(field: &str, text: Option<&str>) -> Result<Option<NhsNumber>, Problem> {
    identifier(
        field,
        text,
        NhsNumber::parse,
        "This is not an NHS number: it has 10 digits. Check it, or leave it out.",
    )
}

/// Reads an id of the Police National Computer; blank is none.
pub fn pnc_id(field: &str, text: Option<&str>) -> Result<Option<PncId>, Problem> {
    let why = "This is not a Police National Computer id, such as 2019/0012345G. Check it, or leave it out.";
    identifier(field, text, PncId::parse, why)
}

/// Reads a postcode; blank is none.
pub fn postcode(field: &str, text: Option<&str>) -> Result<Option<Postcode>, Problem> {
    identifier(field, text, Postcode::parse, "This is not a postcode, such as SN1 2JG. Check it.")
}

fn identifier<T>(
    field: &str,
    text: Option<&str>,
    parse: impl Fn(&str) -> Option<T>,
    why: &'static str,
) -> Result<Option<T>, Problem> {
    match text.map(str::trim).filter(|text| !text.is_empty()) {
        None => Ok(None),
        Some(text) => parse(text).map(Some).ok_or_else(|| Problem::new(field, ProblemCode::Invalid, why)),
    }
}

#[cfg(test)]
mod tests {
    use chrono::Days;
    use proptest::prelude::*;

    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn ages_change_on_the_birthday() {
        let cases = [
            ("2010-11-22", "2026-11-21", 15),
            ("2010-11-22", "2026-11-22", 16),
            ("2008-02-29", "2026-02-28", 17),
            ("2008-02-29", "2026-03-01", 18),
            ("2026-11-22", "2026-11-22", 0),
            ("2026-11-23", "2026-11-22", -1),
        ];
        for (born, on, age) in cases {
            assert_eq!(age_on(date(born), date(on)), age, "{born} on {on}");
        }
    }

    #[test]
    fn year_groups_change_on_the_first_of_september() {
        let cases = [
            ("2010-08-31", "2026-11-22", 12),
            ("2010-09-01", "2026-11-22", 11),
            ("2016-01-05", "2026-11-22", 6),
            ("2016-01-05", "2026-08-31", 5),
            ("2021-12-31", "2026-09-01", 0),
        ];
        for (born, on, year) in cases {
            assert_eq!(year_group_on(date(born), date(on)), year, "{born} on {on}");
        }
    }

    #[test]
    fn birth_dates_outside_8_to_25_are_told_plainly() {
        let today = date("2026-11-23");
        let code =
            |born: &str| birth_date("youngPerson.dateOfBirth", date(born), today).map(|problem| problem.code);
        assert_eq!(code("2018-11-23"), None, "8 today");
        assert_eq!(code("2018-11-24"), Some(ProblemCode::OutOfRange));
        assert_eq!(code("2000-11-24"), None, "26 tomorrow");
        assert_eq!(code("2000-11-23"), Some(ProblemCode::OutOfRange));
        assert!(birth_date("dateOfBirth", date("2026-11-24"), today).unwrap().message.contains("future"));
    }

    #[test]
    fn an_offence_before_ten_makes_a_welfare_referral() {
        let (born, day_before, birthday) = (date("2016-11-22"), date("2026-11-21"), date("2026-11-22"));
        assert!(is_for_welfare_only(Trigger::KnifePossession, born, day_before));
        assert!(!is_for_welfare_only(Trigger::KnifePossession, born, birthday));
        assert!(!is_for_welfare_only(Trigger::Suspension, born, day_before), "no offence is alleged");
    }

    #[test]
    fn no_real_name_is_refused() {
        let long = "Wolfeschlegelsteinhausenbergerdorff".repeat(3);
        for real in [
            "X",
            "Zoë",
            "O'Brien-Łuć",
            "Null",
            "李",
            "Nyanzambi wa Ilunga",
            "김",
            "d’Arcy",
            "Abu Bakr 2nd",
            &long,
        ] {
            assert_eq!(name("givenName", real), None, "{real}");
        }
        assert_eq!(name("givenName", "  ").unwrap().code, ProblemCode::Required);
    }

    #[test]
    fn identifiers_are_read_or_told_at_their_field() {
        assert_eq!(upn("upn", Some(" q866400119001 ")).unwrap().unwrap().as_str(), "Q866400119001");
        assert_eq!(upn("upn", Some("  ")), Ok(None));
        assert_eq!(nhs_number("nhsNumber", None), Ok(None));
        let problem = nhs_number("youngPerson.nhsNumber", Some("9434765918")).unwrap_err();
        assert_eq!(
            (problem.field.join("."), problem.code),
            ("youngPerson.nhsNumber".to_owned(), ProblemCode::Invalid)
        );
        assert!(pnc_id("pncId", Some("2019/0012345H")).is_err());
        assert!(postcode("postcode", Some("sn12jg")).is_ok());
    }

    proptest! {
        #[test]
        fn a_year_group_is_age_less_four_or_five(days in 0_u64..9_000, later in 0_u64..9_000) {
            let born = date("2000-01-01") + Days::new(days);
            let on = born + Days::new(later);
            let years_behind = age_on(born, on) - year_group_on(born, on);
            prop_assert!((4..=5).contains(&years_behind), "{born} on {on}: {years_behind}");
        }
    }
}
