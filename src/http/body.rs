//! Bodies of requests, read up to a limit.

use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, StatusCode, header},
};
use http_body_util::{BodyExt, LengthLimitError, Limited};

use super::fault::Fault;

/// A body, or a message of a socket, has at most so many bytes.
pub const LARGEST: usize = 1024 * 1024;

/// Reads a body up to the limit.
pub async fn read(headers: &HeaderMap, body: Body) -> Result<Bytes, Fault> {
    let too_large = || Fault::new(StatusCode::PAYLOAD_TOO_LARGE, "BAD_USER_INPUT", "the body is over 1 MiB");
    let says =
        headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if says.is_some_and(|length| length > LARGEST) {
        return Err(too_large());
    }
    match Limited::new(body, LARGEST).collect().await {
        Ok(collected) => Ok(collected.to_bytes()),
        Err(error) if error.is::<LengthLimitError>() => Err(too_large()),
        Err(_) => Err(Fault::bad("the body did not arrive whole")),
    }
}
