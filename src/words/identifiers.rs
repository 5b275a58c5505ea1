//! Numbers that other services know a child by: unique pupil number, NHS number, Police National Computer id.
//!
//! Owns their form and their check digits. Whether one is needed, and who sees it, is not said here; that two records may
//! carry the same one is so by design, because a restricted record must not betray itself.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Declares an identifier: a text that only `parse` makes, and that does not show itself in logs.
macro_rules! identifier {
    ($(#[$about:meta])* $name:ident) => {
        $(#[$about])*
        #[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The identifier in its usual form.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(concat!(stringify!($name), "(..)"))
            }
        }
    };
}

identifier! {
    /// A unique pupil number: a check letter, three digits of the council, eight more, and a digit or (while it is
    /// temporary) a letter. By the Department for Education's guide to unique pupil numbers.
    Upn
}
identifier! {
    /// An NHS number of ten digits, the last one checking the rest, by the NHS data dictionary.
    NhsNumber
}
identifier! {
    /// An id of the Police National Computer, `2019/0012345G`: year, number and check letter. For police and youth justice
    /// services alone.
    PncId
}

/// The letters of a unique pupil number; I, O and S are left out.
const UPN_LETTERS: &[u8; 23] = b"ABCDEFGHJKLMNPQRTUVWXYZ";
/// The check letters of the Police National Computer.
const PNC_LETTERS: &[u8; 23] = b"ZABCDEFGHJKLMNPQRTUVWXY";

impl Upn {
    /// Reads a unique pupil number, in upper or lower case and with or without spaces.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let upn = squeezed(text, "");
        let (letter, rest) = upn.split_at_checked(1)?;
        let digits_first = rest.len() == 12 && rest.bytes().take(11).all(|c| c.is_ascii_digit());
        if !digits_first {
            return None;
        }
        let weighted = (2_usize..).zip(rest.bytes()).map(|(weight, c)| Some(weight * upn_value(c)?));
        let sum = weighted.sum::<Option<usize>>()?;
        (letter.as_bytes()[0] == UPN_LETTERS[sum % 23]).then_some(Self(upn))
    }

    /// Whether it is a temporary one, which a school replaces.
    #[must_use]
    pub fn is_temporary(&self) -> bool {
        self.0.ends_with(|c: char| c.is_ascii_uppercase())
    }
}

/// A digit is itself; a letter is its place among the check letters.
fn upn_value(c: u8) -> Option<usize> {
    if c.is_ascii_digit() {
        Some(usize::from(c - b'0'))
    } else {
        UPN_LETTERS.iter().position(|letter| *letter == c)
    }
}

impl NhsNumber {
    /// Reads an NHS number, with or without the spaces or hyphens that it is often written with.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let number = squeezed(text, "-");
        if number.len() != 10 || !number.bytes().all(|c| c.is_ascii_digit()) {
            return None;
        }
        let digits: Vec<u32> = number.bytes().map(|c| u32::from(c - b'0')).collect();
        let sum: u32 = (2..=10).rev().zip(&digits[..9]).map(|(weight, digit)| weight * digit).sum();
        let check = match 11 - sum % 11 {
            11 => 0,
            10 => return None,
            check => check,
        };
        (check == digits[9]).then_some(Self(number))
    }
}

impl PncId {
    /// Reads an id of the Police National Computer. The number may lack its leading zeros, and the year its century:
    /// everyone we work with was born after 2000, so that a short year is of this century.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let typed = squeezed(text, "");
        let (year, rest) = typed.split_once('/')?;
        let (serial, letter) = rest.split_at_checked(rest.len().checked_sub(1)?)?;
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|c| c.is_ascii_digit());
        if !all_digits(year) || !all_digits(serial) || serial.len() > 7 {
            return None;
        }
        let year = match year.len() {
            2 => format!("20{year}"),
            4 if ["19", "20"].contains(&&year[..2]) => year.to_owned(),
            _ => return None,
        };
        let checked: usize = format!("{}{serial:0>7}", &year[2..]).parse().ok()?;
        let right = char::from(PNC_LETTERS[checked % 23]);
        letter.starts_with(right).then(|| Self(format!("{year}/{serial:0>7}{right}")))
    }
}

/// Upper case, without spaces and the other characters given.
fn squeezed(text: &str, without: &str) -> String {
    let kept = text.chars().filter(|c| !c.is_whitespace() && !without.contains(*c));
    kept.map(|c| c.to_ascii_uppercase()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const UPNS: [&str; 6] = [
        "Q866400119001",
        "F865407018027",
        "E866200014999",
        "P86640011901A",
        // Council 999 does not exist: these are invented children's.
        "T999400126001",
        "G999400126002",
    ];

    #[test]
    fn unique_pupil_numbers_check() {
        for upn in UPNS {
            assert_eq!(Upn::parse(upn).unwrap().as_str(), upn);
            assert!(Upn::parse(&upn.to_lowercase()).is_some());
        }
        assert!(Upn::parse("P86640011901A").unwrap().is_temporary());
        assert!(!Upn::parse("Q866400119001").unwrap().is_temporary());
        for bad in
            ["", "Q", "Q86640011900", "Q8664001190012", "Q86640011900S", "QA66400119001", "é866400119001"]
        {
            assert!(Upn::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn no_other_letter_fits_a_unique_pupil_number() {
        for upn in UPNS {
            for other in ('A'..='Z').filter(|letter| !upn.starts_with(*letter)) {
                assert!(Upn::parse(&format!("{other}{}", &upn[1..])).is_none(), "{other} for {upn}");
            }
        }
    }

    #[test]
    fn nhs_numbers_check() {
        for number in ["9434765919", "9990000115", "943 476 5919", "943-476-5919"] {
            assert!(NhsNumber::parse(number).is_some(), "{number}");
        }
        assert_eq!(NhsNumber::parse("943 476 5919").unwrap().as_str(), "9434765919");
        for bad in ["", "9434765918", "943476591", "94347659190", "943476591X", "１２３４５６７８９０"]
        {
            assert!(NhsNumber::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn police_national_computer_ids_check() {
        assert_eq!(PncId::parse("2019/0012345G").unwrap().as_str(), "2019/0012345G");
        assert_eq!(PncId::parse("19/12345g").unwrap().as_str(), "2019/0012345G");
        assert_eq!(PncId::parse("2024/0000001Q").unwrap().as_str(), "2024/0000001Q");
        for bad in
            ["", "/", "2019/", "2019/G", "2019/0012345H", "2019/00123456G", "219/0012345G", "2019/0012345é"]
        {
            assert!(PncId::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn identifiers_stay_out_of_logs() {
        assert_eq!(format!("{:?}", Upn::parse(UPNS[0])), "Some(Upn(..))");
    }

    proptest! {
        #[test]
        fn a_wrong_digit_of_an_nhs_number_is_noticed(place in 0_usize..10, digit in 0_u8..10) {
            let mut typed = *b"9434765919";
            prop_assume!(typed[place] != b'0' + digit);
            typed[place] = b'0' + digit;
            prop_assert!(NhsNumber::parse(std::str::from_utf8(&typed).unwrap()).is_none());
        }

        #[test]
        fn nothing_typed_breaks_them(text in "\\PC{0,16}") {
            let _ = (Upn::parse(&text), NhsNumber::parse(&text), PncId::parse(&text));
        }
    }
}
