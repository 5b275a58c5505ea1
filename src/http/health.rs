//! `/health/live`: the process answers. `/health/ready`: it can serve, so that a proxy may send requests.

use std::time::Duration;

use axum::{extract::State, http::StatusCode};

use super::Server;

/// A database that does not answer within this is away.
const PATIENCE: Duration = Duration::from_secs(2);

/// The process answers.
pub async fn live() -> &'static str {
    "live\n"
}

/// The database answers, and nobody has asked the server to stop.
pub async fn ready(State(server): State<Server>) -> (StatusCode, &'static str) {
    let app = server.app();
    if app.leaving().is_cancelled() || app.stop().is_cancelled() {
        return (StatusCode::SERVICE_UNAVAILABLE, "stopping\n");
    }
    let away = (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n");
    if app.outage().is_away() {
        return away;
    }
    if let Ok(Ok(())) = tokio::time::timeout(PATIENCE, app.database().ping()).await {
        return (StatusCode::OK, "ready\n");
    }
    app.outage().suspect();
    away
}
