//! How long texts may be, and the problem that a person is told of when one is missing or too long.
//!
//! Owns lengths and what a database can hold. What a text must say is for the rules of its noun.

use crate::platform::error::{Problem, ProblemCode};

/// Kinds of text, by their length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// A person's name. Real names are long, so the limit is far above any that we know.
    Name,
    /// A line: a title, a place, a telephone number, a relationship, a reference of another system.
    Line,
    /// A few lines: a reason, a piece of evidence, a comment.
    Reason,
    /// An account: what happened, what was tried, what the child says, a message, a safeguarding concern.
    Account,
    /// A note on a case, a plan, an exit plan.
    Note,
    /// A form as the page holds it.
    Form,
}

impl TextKind {
    /// The most characters that it may have.
    #[must_use]
    pub const fn limit(self) -> usize {
        match self {
            Self::Name => 200,
            Self::Line => 300,
            Self::Reason => 1_000,
            Self::Account => 2_000,
            Self::Note => 20_000,
            Self::Form => 100_000,
        }
    }

    /// What is wrong with a text that is needed, if anything. Blank is missing.
    #[must_use]
    pub fn needed(self, field: &str, text: &str) -> Option<Problem> {
        if text.trim().is_empty() {
            return Some(Problem::new(field, ProblemCode::Required, "Enter this."));
        }
        self.optional(field, Some(text))
    }

    /// What is wrong with a text that may be left out, if anything.
    #[must_use]
    pub fn optional(self, field: &str, text: Option<&str>) -> Option<Problem> {
        let text = text?;
        let length = text.chars().count();
        if length > self.limit() {
            let message = format!(
                "This is {length} characters long. Shorten it to {} or fewer; what you wrote is kept.",
                self.limit()
            );
            return Some(Problem::new(field, ProblemCode::TooLong, message));
        }
        let unprintable = text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'));
        unprintable.then(|| {
            Problem::new(
                field,
                ProblemCode::Invalid,
                "This holds characters that cannot be shown. Type it again.",
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_needed_text_is_there_and_short_enough() {
        let code = |text: &str| TextKind::Account.needed("whatHappened", text).map(|problem| problem.code);
        assert_eq!(code("He told me."), None);
        assert_eq!(code(" \n"), Some(ProblemCode::Required));
        assert_eq!(code(&"é".repeat(2_000)), None, "characters count, not bytes");
        assert_eq!(code(&"é".repeat(2_001)), Some(ProblemCode::TooLong));
    }

    #[test]
    fn an_optional_text_may_be_left_out() {
        assert_eq!(TextKind::Line.optional("phone", None), None);
        assert_eq!(TextKind::Line.optional("phone", Some("")), None);
        let problem = TextKind::Line.optional("contacts.1.phone", Some(&"0".repeat(301))).unwrap();
        assert_eq!(
            (problem.field, problem.code),
            (vec!["contacts".into(), "1".into(), "phone".into()], ProblemCode::TooLong)
        );
    }

    #[test]
    fn what_a_database_cannot_hold_is_a_problem_of_the_person() {
        assert!(TextKind::Note.needed("body", "one\ntwo\tthree").is_none());
        assert_eq!(TextKind::Note.needed("body", "a\0b").unwrap().code, ProblemCode::Invalid);
    }

    #[test]
    fn no_name_is_limited_below_100_characters() {
        assert!(TextKind::Name.limit() >= 100);
    }
}
