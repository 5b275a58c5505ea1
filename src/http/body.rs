//! Bodies of requests, read up to a limit.

use std::time::Duration;

use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, StatusCode, header},
};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use tokio::time::timeout;

use super::fault::Fault;

/// A body, or a message of a socket, has at most so many bytes.
pub const LARGEST: usize = 1024 * 1024;
/// A body has arrived within this.
const PATIENCE: Duration = Duration::from_secs(20);

/// Reads a body up to the limit.
pub async fn read(headers: &HeaderMap, body: Body) -> Result<Bytes, Fault> {
    let too_large = || Fault::new(StatusCode::PAYLOAD_TOO_LARGE, "BAD_USER_INPUT", "the body is over 1 MiB");
    let says =
        headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if says.is_some_and(|length| length > LARGEST) {
        return Err(too_large());
    }
    match timeout(PATIENCE, Limited::new(body, LARGEST).collect()).await {
        Ok(Ok(collected)) => Ok(collected.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(too_large()),
        Ok(Err(_)) => Err(Fault::bad("the body did not arrive whole")),
        Err(_) => {
            let message = "the body did not arrive within 20 seconds";
            Err(Fault::new(StatusCode::REQUEST_TIMEOUT, "BAD_USER_INPUT", message))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_body_that_does_not_come_is_not_waited_for() {
        let never = futures_util::stream::pending::<Result<Bytes, std::convert::Infallible>>();
        let fault = read(&HeaderMap::new(), Body::from_stream(never)).await.unwrap_err();
        assert_eq!(fault.status, StatusCode::REQUEST_TIMEOUT);
    }

    #[tokio::test]
    async fn the_limit_holds_whatever_the_length_says() {
        let exact = Body::from(vec![b' '; LARGEST]);
        assert_eq!(read(&HeaderMap::new(), exact).await.unwrap().len(), LARGEST);
        let over = Body::from(vec![b' '; LARGEST + 1]);
        assert_eq!(read(&HeaderMap::new(), over).await.unwrap_err().status, StatusCode::PAYLOAD_TOO_LARGE);
        let headers = HeaderMap::from_iter([(header::CONTENT_LENGTH, "99999999".parse().unwrap())]);
        let says = read(&headers, Body::empty()).await.unwrap_err();
        assert_eq!(says.status, StatusCode::PAYLOAD_TOO_LARGE);
    }
}
