//! A GraphQL response as bytes and status: a request error has no `data`, and in `graphql-response+json` no 200.

use async_graphql::{Response as GraphqlResponse, ServerError, Value};
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;

use super::accept::Media;

/// Whether nothing was executed: the document or its variables were refused.
#[must_use]
pub fn is_request_error(response: &GraphqlResponse) -> bool {
    response.data == Value::Null
        && !response.errors.is_empty()
        && response.errors.iter().all(|error| error.path.is_empty())
}

#[derive(Serialize)]
struct Body<'a> {
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    errors: &'a [ServerError],
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<&'a Value>,
    #[serde(skip_serializing_if = "std::collections::BTreeMap::is_empty")]
    extensions: &'a std::collections::BTreeMap<String, Value>,
}

fn shape(response: &GraphqlResponse) -> Body<'_> {
    Body {
        errors: &response.errors,
        data: (!is_request_error(response)).then_some(&response.data),
        extensions: &response.extensions,
    }
}

/// The response as JSON.
#[must_use]
pub fn body(response: &GraphqlResponse) -> Vec<u8> {
    serde_json::to_vec(&shape(response)).unwrap_or_default()
}

/// The response as a JSON value, for a message of a socket.
#[must_use]
pub fn value(response: &GraphqlResponse) -> serde_json::Value {
    serde_json::to_value(shape(response)).unwrap_or_default()
}

/// The response as an answer.
#[must_use]
pub fn answer(response: &GraphqlResponse, media: Media) -> Response {
    let status = status(response, media);
    let mut answer = (status, [(header::CONTENT_TYPE, media.content_type())], body(response)).into_response();
    let failed = response.errors.iter().any(|error| code(error) == Some(&Value::from("UNAVAILABLE")));
    if failed || matches!(status, StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS) {
        answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
    }
    answer
}

fn status(response: &GraphqlResponse, media: Media) -> StatusCode {
    if !is_request_error(response) {
        return StatusCode::OK;
    }
    match (status_of(response.errors.first().and_then(code)), media) {
        // A client that asks for plain JSON may take any other status for a fault of the network.
        (StatusCode::BAD_REQUEST, Media::Json | Media::EventStream) => StatusCode::OK,
        (status, _) => status,
    }
}

fn code(error: &ServerError) -> Option<&Value> {
    error.extensions.as_ref()?.get("code")
}

/// The status that a code stands for where nothing was executed.
fn status_of(code: Option<&Value>) -> StatusCode {
    let Some(Value::String(code)) = code else { return StatusCode::BAD_REQUEST };
    match code.as_str() {
        "NOT_SIGNED_IN" => StatusCode::UNAUTHORIZED,
        "FORBIDDEN" => StatusCode::FORBIDDEN,
        "RATE_LIMITED" => StatusCode::TOO_MANY_REQUESTS,
        "UNAVAILABLE" => StatusCode::SERVICE_UNAVAILABLE,
        "INTERNAL" => StatusCode::INTERNAL_SERVER_ERROR,
        _ => StatusCode::BAD_REQUEST,
    }
}

#[cfg(test)]
mod tests {
    use async_graphql::PathSegment;

    use super::*;

    fn failed(path: &[&str]) -> GraphqlResponse {
        let mut error = ServerError::new("no", None);
        error.path = path.iter().map(|name| PathSegment::Field((*name).to_owned())).collect();
        GraphqlResponse::from_errors(vec![error])
    }

    #[test]
    fn a_request_error_has_no_data_and_a_failed_field_has() {
        assert_eq!(value(&failed(&[])), serde_json::json!({"errors": [{"message": "no"}]}));
        assert_eq!(value(&failed(&["viewer"]))["data"], serde_json::Value::Null);
        assert!(value(&failed(&["viewer"])).as_object().unwrap().contains_key("data"));
    }

    #[test]
    fn the_status_says_whether_anything_was_executed() {
        assert_eq!(status(&failed(&[]), Media::GraphqlResponse), StatusCode::BAD_REQUEST);
        assert_eq!(status(&failed(&[]), Media::Json), StatusCode::OK);
        assert_eq!(status(&failed(&["viewer"]), Media::GraphqlResponse), StatusCode::OK);
        assert_eq!(status(&GraphqlResponse::new(Value::Null), Media::GraphqlResponse), StatusCode::OK);
    }
}
