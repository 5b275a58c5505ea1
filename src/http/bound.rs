//! Bounds of the requests around signing in: an answer in time, or UNAVAILABLE; at once where the database is known to be
//! away. Those of `/graphql` are where each is executed.

use std::time::Duration;

use super::{
    Server,
    accept::{self, Media},
    fault::Fault,
};
use axum::{
    extract::{Request, State},
    http::StatusCode,
    middleware::Next,
    response::Response,
};

/// An answer takes no longer.
const PATIENCE: Duration = Duration::from_secs(10);

/// Runs a request within its bounds.
pub async fn bound(State(server): State<Server>, request: Request, next: Next) -> Response {
    let app = server.app();
    let media = accept::negotiate(request.headers()).unwrap_or(Media::Json);
    match app.outage().within(PATIENCE, async { Ok(next.run(request).await) }).await {
        Ok(response) => {
            if response.status() == StatusCode::SERVICE_UNAVAILABLE {
                app.outage().suspect();
            }
            response
        }
        Err(error) => Fault::from(error).answer(media),
    }
}
