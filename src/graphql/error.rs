//! How an error of the program looks in an answer: its code, a sentence, and no detail of the inside.
//!
//! Resolvers return `Answer`; problems that a person can put right become data of a payload instead (`payload`).

use std::sync::Arc;

use async_graphql::{ErrorExtensionValues, ServerError, Value};

use crate::{
    platform::error::{Error, Problem, ProblemCode},
    words::id::Id,
};

/// What a resolver fails with. It does not print, so that nothing can turn it into an error without a code.
#[derive(Clone)]
pub struct Fault(Arc<Error>);

/// What a resolver returns.
pub type Answer<T> = Result<T, Fault>;

const TOO_DETAILED: &str = "This is more detailed than the figures that are published. Ask by at most three of filters and groupings \
                            together, the period among them; `ridgeway policy --figures` prints which tables there are.";

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self(Arc::new(error))
    }
}

impl From<Fault> for async_graphql::Error {
    fn from(Fault(error): Fault) -> Self {
        let (code, message) = match &*error {
            Error::NotSignedIn => ("NOT_SIGNED_IN", "Sign in first.".to_owned()),
            Error::NotFound => ("NOT_FOUND", "It is not there, or not for you.".to_owned()),
            Error::Forbidden => ("FORBIDDEN", "Your role does not allow this.".to_owned()),
            Error::BadInput(says) => ("BAD_USER_INPUT", says.to_string()),
            Error::Invalid(_) | Error::Conflict(_) => {
                ("BAD_USER_INPUT", "Some of the input has problems.".to_owned())
            }
            Error::TooDetailed => ("TOO_DETAILED", TOO_DETAILED.to_owned()),
            Error::KeyReused => ("BAD_USER_INPUT", error.to_string()),
            Error::CursorExpired => {
                ("CURSOR_EXPIRED", "This cursor has expired: load the list again.".to_owned())
            }
            Error::RateLimited(seconds) => {
                ("RATE_LIMITED", format!("That was too often. Try again in {seconds} seconds."))
            }
            Error::Unavailable(cause) => {
                tracing::warn!(cause, "unavailable");
                ("UNAVAILABLE", "This cannot be answered at the moment. Try again shortly.".to_owned())
            }
            Error::Internal(cause) => {
                tracing::error!(cause, "internal error");
                ("INTERNAL", "Something went wrong on our side. Tell us the reference.".to_owned())
            }
        };
        let mut answer = Self::new(message);
        let extensions = answer.extensions.get_or_insert_with(ErrorExtensionValues::default);
        extensions.set("code", code);
        match &*error {
            Error::Invalid(problems) => extensions.set("problems", problems_value(problems)),
            Error::Conflict(problem) => {
                extensions.set("problems", problems_value(std::slice::from_ref(problem)));
            }
            Error::BadInput(says) => {
                let problem = Problem::new("", ProblemCode::Invalid, says.clone());
                extensions.set("problems", problems_value(&[problem]));
            }
            Error::KeyReused => extensions.set("reason", "IDEMPOTENCY_KEY_REUSED"),
            _ => {}
        }
        answer
    }
}

/// Problems as a value of an error's extensions, in the shape of the type Problem.
#[must_use]
pub fn problems_value(problems: &[Problem]) -> Value {
    let list = problems.iter().map(|problem| {
        let field = problem.field.iter().cloned().map(Value::String).collect();
        Value::Object(
            [
                ("field", Value::List(field)),
                ("code", Value::Enum(async_graphql::Name::new(code_name(problem)))),
                ("message", Value::String(problem.message.clone())),
            ]
            .into_iter()
            .map(|(name, value)| (async_graphql::Name::new(name), value))
            .collect(),
        )
    });
    Value::List(list.collect())
}

fn code_name(problem: &Problem) -> String {
    match async_graphql::resolver_utils::enum_value(problem.code) {
        Value::Enum(name) => name.to_string(),
        _ => String::new(),
    }
}

/// What came of a mutation: the object to read again, and the problems to show. Faults stay faults.
pub fn settled<N>(
    done: Result<Id<N>, Error>,
    subject: Option<Id<N>>,
) -> Answer<(Option<Id<N>>, Vec<Problem>)> {
    match done {
        Ok(id) => Ok((Some(id), Vec::new())),
        Err(Error::Invalid(problems)) => Ok((subject, problems)),
        Err(Error::Conflict(problem)) => Ok((subject, vec![problem])),
        Err(error) => Err(error.into()),
    }
}

/// Gives a code to what the library itself refused, and the reference to what went wrong inside.
pub fn classify(error: &mut ServerError, request_id: &str) {
    let has_code = error.extensions.as_ref().is_some_and(|extensions| extensions.get("code").is_some());
    if !has_code {
        let code = library_code(&error.message, error.path.is_empty());
        error.message = unsaid(&error.message);
        if code == "BAD_USER_INPUT" {
            error
                .extensions
                .get_or_insert_default()
                .set("problems", problems_value(&[misshapen(&error.message)]));
        }
        error.extensions.get_or_insert_default().set("code", code);
    }
    if error.extensions.as_ref().and_then(|extensions| extensions.get("code"))
        == Some(&Value::from("INTERNAL"))
    {
        error.extensions.get_or_insert_default().set("reference", request_id);
    }
}

/// The library's words without what it repeats of what was sent: a line of the document, or a value. Only names stay.
fn unsaid(message: &str) -> String {
    if let Some(rest) = message.strip_prefix(" --> ") {
        let place = rest.lines().next().unwrap_or_default();
        let what =
            rest.lines().find_map(|line| line.trim_start().strip_prefix("= ")).unwrap_or("not a document");
        return format!("This does not parse at {place}: {what}");
    }
    let ends = [(" does not contain the value", " does not contain this value"), (", found ", "")];
    let cut = ends
        .iter()
        .find_map(|(from, instead)| message.split_once(from).map(|(before, _)| format!("{before}{instead}")));
    cut.unwrap_or_else(|| message.to_owned())
}

/// What does not have the form that the schema asks for, as a problem: where, as far as the library tells, and what to do.
fn misshapen(message: &str) -> Problem {
    let invalid = |field: &str, says: String| Problem::new(field, ProblemCode::Invalid, says);
    let quoted = |text: &str| text.split('"').nth(1).unwrap_or_default().to_owned();
    // Invalid value for argument "input.child.name", expected type "String"
    if let Some((path, why)) =
        message.strip_prefix("Invalid value for argument \"").and_then(|rest| rest.split_once("\", "))
    {
        let field = path.strip_prefix("input").filter(|rest| rest.is_empty() || rest.starts_with('.'));
        let says = match why.split_once(" \"") {
            Some(("expected type", _)) => format!("This has to be of the type {}.", quoted(why)),
            Some(("unknown field", _)) => format!("There is no field {} here.", quoted(why)),
            _ if why.contains("required") => format!("{} is needed here.", quoted(why)),
            _ => "This does not have the form that is asked for.".to_owned(),
        };
        return invalid(field.unwrap_or(path), says);
    }
    // Failed to parse "ID": needs an id that starts with case_ (occurred while parsing "TakeReferralInput")
    let words = message.split_once("\": ").map_or(message, |(_, words)| words);
    let words = words.split(" (occurred").next().unwrap_or(words).trim_end_matches('.');
    invalid("", format!("This does not have the form that is asked for: {words}."))
}

fn library_code(message: &str, before_execution: bool) -> &'static str {
    // A variable that is not defined, not used or of another type is a fault of the document, not of what was given.
    const INPUT: [&str; 3] = ["Invalid value for argument", "Failed to parse", "Invalid value for variable"];
    const BOUNDS: [&str; 5] = [
        "Query is nested too deep",
        "Query is too complex",
        "Too many aliases",
        "Too many directives",
        "The recursion depth",
    ];
    // The parser shows the place in the document.
    if before_execution && message.starts_with(" --> ") {
        "GRAPHQL_PARSE_FAILED"
    } else if BOUNDS.iter().any(|says| message.starts_with(says)) {
        "TOO_COMPLEX"
    } else if !before_execution || INPUT.iter().any(|says| message.starts_with(says)) {
        "BAD_USER_INPUT"
    } else {
        "GRAPHQL_VALIDATION_FAILED"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_sent_is_not_repeated() {
        let cases = [
            (
                " --> 2:3\n  |\n2 | { a \"Wren\" }\n  |   ^---\n  |\n  = expected name",
                "This does not parse at 2:3: expected name",
            ),
            (
                "Invalid value for argument \"kind\", enumeration type \"AreaKind\" does not contain the value \"Wren\"",
                "Invalid value for argument \"kind\", enumeration type \"AreaKind\" does not contain this value",
            ),
            ("Expected input type \"Int\", found \"Wren\".", "Expected input type \"Int\""),
            ("Unknown field \"wren\" on type \"Query\".", "Unknown field \"wren\" on type \"Query\"."),
        ];
        for (said, left) in cases {
            assert_eq!(unsaid(said), left);
        }
    }

    #[test]
    fn what_is_misshapen_is_told_with_its_place_and_in_words() {
        for (message, field, says) in [
            (
                "Invalid value for argument \"input.child.0.name\", expected type \"String\"",
                "child.0.name",
                "This has to be of the type String.",
            ),
            (
                "Invalid value for argument \"input\", unknown field \"nam\" of type \"ChildInput\"",
                "",
                "There is no field nam here.",
            ),
            (
                "Invalid value for argument \"first\", expected type \"Int\"",
                "first",
                "This has to be of the type Int.",
            ),
            (
                "Failed to parse \"ID\": needs an id that starts with case_ (occurred while parsing \"TakeInput\")",
                "",
                "This does not have the form that is asked for: needs an id that starts with case_.",
            ),
        ] {
            let problem = misshapen(message);
            assert_eq!((problem.field.join(".").as_str(), problem.message.as_str()), (field, says));
        }
    }
}
