//! What a password may be: long enough, not the person's own words, and not one that is guessed first. Nothing is asked of
//! its letters, digits or signs, and nobody has to change one that has not leaked (NCSC password guidance; NIST SP 800-63B,
//! 3.1.1.2).

use zxcvbn::{Score, zxcvbn};

use super::password::{LONGEST, SHORTEST};
use crate::platform::error::{Problem, ProblemCode};

/// Only so many characters are looked at for what is easy to guess.
const LOOKED_AT: usize = 100;
/// So much of it is not the person's own name or address.
const BESIDES_NAMES: usize = 8;

/// What is wrong with a password that somebody chooses, if anything.
#[must_use]
pub fn problem(password: &str, email: &str, name: &str) -> Option<Problem> {
    let wrong = |code, message: &'static str| Some(Problem::new("password", code, message));
    if password.is_empty() {
        return wrong(ProblemCode::Required, "Choose a password.");
    }
    if password.chars().count() < SHORTEST {
        return wrong(
            ProblemCode::OutOfRange,
            "Choose a password of 12 characters or more. Three words make a good one.",
        );
    }
    if password.len() > LONGEST {
        return wrong(ProblemCode::TooLong, "Choose a password of 1,000 characters or fewer.");
    }
    let (lower, email) = (password.trim().to_lowercase(), email.to_lowercase());
    if lower == email || email.split('@').next() == Some(lower.as_str()) {
        return wrong(ProblemCode::Invalid, "Choose a password that is not your email address.");
    }
    let name = name.to_lowercase();
    let own: Vec<&str> = email.split(['@', '.', '-', '_']).chain(name.split_whitespace()).collect();
    let names = own.iter().filter(|word| word.chars().count() > 2);
    let rest = names.fold(lower.clone(), |rest, word| rest.replace(word, ""));
    if rest.chars().count() < BESIDES_NAMES {
        return wrong(
            ProblemCode::Invalid,
            "Choose a password that is not made of your name or email address.",
        );
    }
    let start: String = password.chars().take(LOOKED_AT).collect();
    if zxcvbn(&start, &[own.as_slice(), &["ridgeway", &email]].concat()).score() < Score::Three {
        return wrong(
            ProblemCode::Invalid,
            "This password is easy to guess. Choose another one: three words that do not belong together are good.",
        );
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(password: &str) -> Option<ProblemCode> {
        problem(password, "amara.lindqvist@example.org", "Amara Lindqvist").map(|problem| problem.code)
    }

    #[test]
    fn a_password_is_long_enough_and_not_guessed_first() {
        assert_eq!(code(""), Some(ProblemCode::Required));
        assert_eq!(code("kettle-moss"), Some(ProblemCode::OutOfRange));
        assert_eq!(code(&"kettle moss ".repeat(90)), Some(ProblemCode::TooLong));
        for easy in [
            "passwordpassword",
            "qwertyuiop123",
            "aaaaaaaaaaaaaaaa",
            "amara.lindqvist@example.org",
            "Amara.Lindqvist",
            "AmaraLindqvist1",
            "letmein123456",
            "ridgeway2026",
        ] {
            assert_eq!(code(easy), Some(ProblemCode::Invalid), "{easy}");
        }
        for good in ["kettle moss harbour", "kitten-tundra-41-lamp", "ein Pfau im Nebel"] {
            assert_eq!(code(good), None, "{good}");
        }
    }
}
