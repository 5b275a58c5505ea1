//! What is wrong with a request before GraphQL looks at it, and how an error of the program looks over HTTP.
//!
//! The body is always a GraphQL response without `data`; the codes are those at the head of the schema.

use std::borrow::Cow;

use async_graphql::{Response as GraphqlResponse, ServerError};
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

use super::accept::Media;
use crate::{
    graphql::error::problems_value,
    platform::{
        error::{Error, Problem, ProblemCode},
        rates::Wait,
    },
};

/// Why a request is not served.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The status.
    pub status: StatusCode,
    /// The code in `extensions.code`.
    pub code: &'static str,
    /// What to do about it.
    pub message: Cow<'static, str>,
    /// The request is well-formed; it is the document or its variables that are refused.
    pub of_document: bool,
    /// With which methods one may try instead.
    pub allow: &'static str,
    /// After how many seconds one may try again, where that helps.
    pub retry_after: u32,
}

/// A part that is away is back within this, most often.
const USUAL_WAIT: u32 = 5;

impl Fault {
    /// A fault with a code and a sentence.
    pub fn new(status: StatusCode, code: &'static str, message: impl Into<Cow<'static, str>>) -> Self {
        let (allow, retry_after) = ("POST", USUAL_WAIT);
        Self { status, code, message: message.into(), of_document: false, allow, retry_after }
    }

    /// The request makes no sense.
    pub fn bad(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "BAD_USER_INPUT", message)
    }

    /// The document, or what its variables hold, is refused before anything is executed.
    pub fn of_document(code: &'static str, message: impl Into<Cow<'static, str>>) -> Self {
        Self { of_document: true, ..Self::new(StatusCode::BAD_REQUEST, code, message) }
    }

    /// The operation is not for this method.
    #[must_use]
    pub fn of_method(allow: &'static str, message: &'static str) -> Self {
        Self { allow, ..Self::new(StatusCode::METHOD_NOT_ALLOWED, "BAD_USER_INPUT", message) }
    }

    /// Too much was asked.
    #[must_use]
    pub fn rate_limited(Wait(retry_after): Wait) -> Self {
        let message = "too much is asked at once: wait a little and ask again";
        Self { retry_after, ..Self::new(StatusCode::TOO_MANY_REQUESTS, "RATE_LIMITED", message) }
    }

    /// Too many live connections are open.
    #[must_use]
    pub fn too_many_connections() -> Self {
        let message = "too many live connections are open: close some";
        Self::new(StatusCode::TOO_MANY_REQUESTS, "RATE_LIMITED", message)
    }

    /// The fault as the response of a GraphQL request.
    #[must_use]
    pub fn response(&self) -> GraphqlResponse {
        GraphqlResponse::from_errors(self.errors())
    }

    /// The fault as GraphQL errors.
    #[must_use]
    pub fn errors(&self) -> Vec<ServerError> {
        let mut error = ServerError::new(self.message.clone(), None);
        let mut extensions = async_graphql::ErrorExtensionValues::default();
        extensions.set("code", self.code);
        if self.code == "BAD_USER_INPUT" {
            let problem = Problem::new("", ProblemCode::Invalid, self.message.clone());
            extensions.set("problems", problems_value(&[problem]));
        }
        error.extensions = Some(extensions);
        vec![error]
    }

    /// The fault as an answer in one of the two media types.
    #[must_use]
    pub fn answer(&self, media: Media) -> Response {
        let body = super::answer::body(&self.response());
        // As for any refused document: plain JSON has no other status for it.
        let lenient = self.of_document && media == Media::Json;
        let status = if lenient { StatusCode::OK } else { self.status };
        let mut response = (status, [(header::CONTENT_TYPE, media.content_type())], body).into_response();
        let headers = response.headers_mut();
        if matches!(self.status, StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS) {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(self.retry_after));
        }
        if self.status == StatusCode::METHOD_NOT_ALLOWED {
            headers.insert(header::ALLOW, HeaderValue::from_static(self.allow));
        }
        response
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        match error {
            Error::NotSignedIn => Self::new(StatusCode::UNAUTHORIZED, "NOT_SIGNED_IN", "sign in first"),
            Error::Forbidden => Self::new(StatusCode::FORBIDDEN, "FORBIDDEN", "not allowed"),
            Error::NotFound => Self::new(StatusCode::NOT_FOUND, "NOT_FOUND", "not found"),
            Error::BadInput(sentence) => Self::bad(sentence),
            Error::RateLimited(seconds) => Self::new(
                StatusCode::TOO_MANY_REQUESTS,
                "RATE_LIMITED",
                format!("That was too often. Try again in {seconds} seconds."),
            ),
            Error::Unavailable(why) => {
                tracing::warn!(why, "a part is away");
                Self::new(
                    StatusCode::SERVICE_UNAVAILABLE,
                    "UNAVAILABLE",
                    "Ridgeway cannot answer now. Try again in a few seconds.",
                )
            }
            other => {
                tracing::error!(error = %other, "internal error");
                Self::new(
                    StatusCode::INTERNAL_SERVER_ERROR,
                    "INTERNAL",
                    "Something went wrong on our side. It has been written down.",
                )
            }
        }
    }
}
