//! What every change of an object asks first, and how a change says what stays, goes or is replaced.
//!
//! Owns no noun. The order of checks is the API's: visible, allowed, version, status, input.

use crate::platform::error::{Problem, ProblemCode, Result};

/// What a change does to one field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Patch<T> {
    /// It was not mentioned and stays as it is.
    #[default]
    Keep,
    /// It was given as null and goes.
    Remove,
    /// This takes its place.
    To(T),
}

impl<T> Patch<T> {
    /// The value after the change.
    #[must_use]
    pub fn or(self, old: Option<T>) -> Option<T> {
        match self {
            Self::Keep => old,
            Self::Remove => None,
            Self::To(new) => Some(new),
        }
    }

    /// The new value, where there is one.
    #[must_use]
    pub const fn new_value(&self) -> Option<&T> {
        match self {
            Self::To(new) => Some(new),
            Self::Keep | Self::Remove => None,
        }
    }

    /// Whether the field stays as it is.
    #[must_use]
    pub const fn keeps(&self) -> bool {
        matches!(self, Self::Keep)
    }

    /// What is wrong with taking away what is needed, if that is what the change does.
    #[must_use]
    pub fn needed(&self, field: &str) -> Option<Problem> {
        let removed = matches!(self, Self::Remove);
        removed.then(|| Problem::new(field, ProblemCode::Required, "This cannot be left empty. Enter it."))
    }
}

/// STALE, unless the caller saw the object as it is now.
pub fn unchanged(version: i32, seen: i32) -> Result<()> {
    if version == seen {
        return Ok(());
    }
    let message = "Somebody changed this since you opened it. Look at it as it is now, then try again.";
    Err(Problem::new("version", ProblemCode::Stale, message).into())
}

/// A problem where something is wrong.
#[must_use]
pub fn when(wrong: bool, field: &str, code: ProblemCode, message: &'static str) -> Option<Problem> {
    wrong.then(|| Problem::new(field, code, message))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::error::Error;

    #[test]
    fn absent_stays_and_null_removes() {
        assert_eq!(Patch::Keep.or(Some(1)), Some(1));
        assert_eq!(Patch::Remove.or(Some(1)), None);
        assert_eq!(Patch::To(2).or(Some(1)), Some(2));
        assert_eq!(Patch::<i32>::Remove.needed("title").unwrap().code, ProblemCode::Required);
        assert_eq!(Patch::To(2).needed("title"), None);
    }

    #[test]
    fn who_saw_another_version_is_told() {
        assert!(unchanged(3, 3).is_ok());
        let Err(Error::Conflict(problem)) = unchanged(3, 2) else { panic!("a conflict") };
        assert_eq!((problem.code, problem.field), (ProblemCode::Stale, vec!["version".to_owned()]));
    }
}
