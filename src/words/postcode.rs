//! Postcodes: their form, and their outward half.
//!
//! Owns no place: which area a postcode lies in is a look-up in the database. The outward half crosses councils' borders,
//! so that nothing may be concluded from it.

use serde::{Deserialize, Serialize};

/// A postcode in capitals with one space: `SN1 2JG`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Postcode(String);

/// How much of a postcode stands after the space.
const INWARD: usize = 3;

impl Postcode {
    /// Reads a postcode in any case, with spaces anywhere. It need not exist; it only has to look like one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let squeezed: String =
            text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect();
        let (outward, inward) = squeezed.split_at_checked(squeezed.len().checked_sub(INWARD)?)?;
        let whole = (is_outward(outward) && is_inward(inward)) || (outward, inward) == ("GIR", "0AA");
        whole.then(|| Self(format!("{outward} {inward}")))
    }

    /// The whole postcode.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first half, a district such as `SN1`: all that a list may show of where a child lives.
    #[must_use]
    pub fn outward(&self) -> &str {
        self.0.split_once(' ').map_or(self.as_str(), |(outward, _)| outward)
    }
}

impl std::fmt::Display for Postcode {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.0)
    }
}

/// One or two letters, a digit, and maybe a letter or digit.
fn is_outward(text: &str) -> bool {
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let rest = &text.as_bytes()[letters..];
    (1..=2).contains(&letters)
        && (1..=2).contains(&rest.len())
        && rest[0].is_ascii_digit()
        && rest.iter().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
}

/// A digit and two letters, of which C, I, K, M, O and V are never any.
fn is_inward(text: &str) -> bool {
    let letter = |c: &u8| c.is_ascii_uppercase() && !b"CIKMOV".contains(c);
    matches!(text.as_bytes(), [digit, letters @ ..] if digit.is_ascii_digit() && letters.iter().all(letter))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn postcodes_are_read_and_written_one_way() {
        let cases = [
            ("SN1 2JG", "SN1 2JG", "SN1"),
            ("sn12jg", "SN1 2JG", "SN1"),
            (" ba14  8jn ", "BA14 8JN", "BA14"),
            ("w1a 1aa", "W1A 1AA", "W1A"),
            ("EC1A1BB", "EC1A 1BB", "EC1A"),
            ("m1 1ae", "M1 1AE", "M1"),
            ("gir0aa", "GIR 0AA", "GIR"),
        ];
        for (typed, shown, outward) in cases {
            let postcode = Postcode::parse(typed).unwrap();
            assert_eq!((postcode.as_str(), postcode.outward()), (shown, outward));
        }
    }

    #[test]
    fn what_is_no_postcode_is_refused() {
        for bad in [
            "",
            "SN1",
            "1SN 2JG",
            "SNN1 2JG",
            "SN 2JG",
            "SN123 2JG",
            "SN1 2CG",
            "SN1 JJG",
            "SN1 2J",
            "é1 2JG",
        ] {
            assert_eq!(Postcode::parse(bad), None, "{bad}");
        }
    }

    proptest! {
        #[test]
        fn nothing_typed_breaks_it(text in "\\PC{0,12}") {
            if let Some(postcode) = Postcode::parse(&text) {
                prop_assert_eq!(Postcode::parse(postcode.as_str()), Some(postcode));
            }
        }
    }
}
