//! The one error of the program, and `Problem`, what a person can put right.
//!
//! Owns no transport: how an error looks in GraphQL or HTTP is said in `graphql/` and `http/`.

use std::borrow::Cow;

/// What kind of thing is wrong with an input. The names are those of the public schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, async_graphql::Enum)]
pub enum ProblemCode {
    /// Something needed was left out.
    Required,
    /// It does not have the form that it must have.
    Invalid,
    /// The text is longer than the stated limit.
    TooLong,
    /// A number, date or list length lies outside what is allowed.
    OutOfRange,
    /// The thing named does not exist, or not for this viewer.
    NotFound,
    /// It is there already.
    Duplicate,
    /// Somebody changed the object since the caller read it; the payload holds the present one.
    Stale,
    /// The object's status does not allow this now.
    NotAllowedInStatus,
    /// A consent that this needs is not held.
    NoConsent,
    /// The child does not meet what this asks for.
    NotEligible,
    /// The person who would act has a conflict of interest.
    ConflictOfInterest,
    /// A safeguarding concern is still open.
    OpenSafeguardingConcern,
    /// An enrolment is still open.
    OpenEnrolment,
    /// It would spend more than there is.
    OverBudget,
    /// Ring first: a child may be in danger now, and nobody reads this until the next service day.
    CallFirst,
}

/// Something a person can put right.
#[derive(Clone, Debug, PartialEq, Eq, async_graphql::SimpleObject)]
pub struct Problem {
    /// The path within the input, list positions as digits.
    pub field: Vec<String>,
    /// What kind of problem it is.
    pub code: ProblemCode,
    /// What happened and what to do, in plain words.
    pub message: String,
}

impl Problem {
    /// A problem at a field; `field` is a dotted path such as `youngPerson.dateOfBirth` or `evidence.0.text`.
    pub fn new(field: &str, code: ProblemCode, message: impl Into<Cow<'static, str>>) -> Self {
        let field = field.split('.').filter(|part| !part.is_empty()).map(str::to_owned).collect();
        Self { field, code, message: message.into().into_owned() }
    }
}

/// Why something did not happen. Convention 4 of the house.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No valid sign-in or token came with the request.
    #[error("sign in first")]
    NotSignedIn,
    /// It is not there, or not for this viewer: the two are never told apart.
    #[error("not found")]
    NotFound,
    /// The viewer sees it and may not do this to it.
    #[error("not allowed")]
    Forbidden,
    /// What a person can put right.
    #[error("{} problems in the input", .0.len())]
    Invalid(Vec<Problem>),
    /// Somebody else was first, or the status does not allow it.
    #[error("conflict: {:?}", .0.code)]
    Conflict(Problem),
    /// An argument of a query, or a request, that makes no sense; the sentence says what to do.
    #[error("{0}")]
    BadInput(Cow<'static, str>),
    /// Figures were asked for in more detail than any that are published.
    #[error("no published table has this")]
    TooDetailed,
    /// The key of a retried mutation came with another input.
    #[error("this Idempotency-Key came with other input before")]
    KeyReused,
    /// A cursor is too old to go on from.
    #[error("this cursor has expired: load the list again")]
    CursorExpired,
    /// Too many tries; the next is looked at after so many seconds.
    #[error("too many tries: wait {0} seconds")]
    RateLimited(u32),
    /// The database or another part is away for the moment.
    #[error("unavailable: {0}")]
    Unavailable(String),
    /// A fault of ours; the detail goes to the log, never to the caller.
    #[error("internal: {0}")]
    Internal(String),
}

/// The result of everything that can fail.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        use ProblemCode::{NotAllowedInStatus, Stale};
        match problem.code {
            Stale | NotAllowedInStatus => Self::Conflict(problem),
            _ => Self::Invalid(vec![problem]),
        }
    }
}

impl Error {
    /// The same error for one more of those who waited for it together.
    #[must_use]
    pub fn again(&self) -> Self {
        match self {
            Self::Unavailable(cause) => Self::Unavailable(cause.clone()),
            other => Self::internal(other),
        }
    }

    /// A fault of ours, from anything that prints.
    pub fn internal(cause: impl std::fmt::Display) -> Self {
        Self::Internal(cause.to_string())
    }
}

/// `Ok` where there are no problems.
pub fn none_of(problems: Vec<Problem>) -> Result<()> {
    if problems.is_empty() { Ok(()) } else { Err(Error::Invalid(problems)) }
}
