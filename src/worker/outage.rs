//! Watches whether PostgreSQL is there, once somebody suspects that it is not, by a connection of its own: those of the pool
//! may all be in use, or broken, and say nothing about the server.

use std::time::Duration;

use crate::platform::{
    app::App,
    database::{broken, distrust, is_postgres, is_there},
};

/// How often a database that is away is asked again.
const AGAIN: Duration = Duration::from_millis(250);

/// Watches until the application stops.
pub(super) async fn watch(app: App) {
    let url = app.config().database_url.clone().filter(|_| is_postgres(app.backend()));
    let Some(url) = url else { return };
    loop {
        tokio::select! {
            () = app.stop().cancelled() => return,
            () = app.outage().suspected() => {}
            () = broken() => {}
        }
        while !is_there(&url).await {
            distrust();
            if app.outage().found(true) {
                tracing::warn!("the database is away");
            }
            tokio::select! {
                () = app.stop().cancelled() => return,
                () = tokio::time::sleep(AGAIN) => {}
            }
        }
        if app.outage().found(false) {
            tracing::info!("the database is back");
        }
    }
}
