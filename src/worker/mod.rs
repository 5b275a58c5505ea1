//! What happens by itself: events get their places and are announced, audit entries their seals, and what is due is done.
//!
//! Owns loops, locks and pauses. What is to be done is `domain`'s. Every node runs all of it; what only one may do at a time
//! is held by a lock or by the row.

mod outage;
mod relay;
#[cfg(test)]
mod tests;

use std::time::Duration;

use tokio::{sync::broadcast::error::RecvError, task::JoinSet};

use crate::{
    domain::{
        due,
        insight::due as figures,
        people::recovery,
        record::{forget, outbox},
    },
    platform::{app::App, error::Result, fan_out, telemetry},
    read,
};
use relay::Relay;

/// How often each loop looks, where nothing wakes it before.
const TICK: Duration = Duration::from_millis(500);
/// How often it is looked whether anything is due.
const DUE: Duration = Duration::from_secs(1);
/// How often what is not kept is forgotten.
const FORGET: Duration = Duration::from_mins(15);
/// How often it is looked whether a release is due.
const RELEASE: Duration = Duration::from_mins(1);
/// How often what waits is counted, where figures are sent somewhere.
const COUNT: Duration = Duration::from_secs(15);
/// How long a loop rests after a fault, such as a database that is away.
const REST: Duration = Duration::from_secs(1);
/// The relay's turn takes no longer; a connection that says nothing is left.
const TURN: Duration = Duration::from_secs(5);
/// One piece of anything else takes no longer.
const PIECE: Duration = Duration::from_mins(1);

/// Starts everything that happens by itself. The tasks end when the application stops.
#[must_use]
pub fn start(app: &App) -> JoinSet<()> {
    let mut tasks = JoinSet::new();
    tasks.spawn(relay_loop(app.clone()));
    tasks.spawn(due_loop(app.clone()));
    tasks.spawn(forget_loop(app.clone()));
    tasks.spawn(release_loop(app.clone()));
    tasks.spawn(outage::watch(app.clone()));
    tasks.spawn(hear_loop(app.clone()));
    if telemetry::is_on() {
        tasks.spawn(count_loop(app.clone()));
    }
    if let Some(Ok(client)) = app.config().redis_url.as_ref().map(fan_out::client) {
        tasks.spawn(fan_out::carry(client.clone(), app.as_node(), app.stop().clone()));
        let app = app.clone();
        tasks.spawn(async move { app.cache().carry(client, app.stop().clone()).await });
    }
    tasks
}

/// Does now what the loops would do: what is due, places, seals, announcements. For tests, without waiting.
pub async fn settle(app: &App) -> Result<()> {
    while due::next(app).await? {}
    forget::retries(app).await?;
    forget::sign_ins(app).await?;
    recovery::forget(app).await?;
    relay::settle(app).await
}

async fn relay_loop(app: App) {
    let mut relay = Relay::new(app.clone());
    loop {
        let pause = match app.outage().within(TURN, relay.turn()).await {
            Ok(true) => continue,
            Ok(false) => TICK,
            Err(error) => {
                tracing::error!(%error, "events and seals wait");
                relay.lost();
                REST
            }
        };
        tokio::select! {
            () = app.stop().cancelled() => return,
            () = app.bus().woken() => {}
            () = tokio::time::sleep(pause) => {}
        }
    }
}

/// What other nodes told by Redis, before this one reads of it in the table.
async fn hear_loop(app: App) {
    let mut signals = app.bus().listen();
    loop {
        let heard = tokio::select! {
            () = app.stop().cancelled() => return,
            heard = signals.recv() => heard,
        };
        match heard {
            Ok(signal) => outbox::hear(&app, &signal),
            // Each of them is read in the table too.
            Err(RecvError::Lagged(_)) => {}
            Err(RecvError::Closed) => return,
        }
    }
}

async fn due_loop(app: App) {
    loop {
        let pause = match app.outage().within(PIECE, Box::pin(due::next(&app))).await {
            Ok(true) => Duration::ZERO,
            Ok(false) => DUE,
            Err(error) => {
                tracing::error!(%error, "what is due waits");
                REST
            }
        };
        if stopped_within(&app, pause).await {
            return;
        }
    }
}

async fn forget_loop(app: App) {
    loop {
        let retries = app.outage().within(PIECE, forget::retries(&app)).await;
        let sign_ins = app.outage().within(PIECE, forget::sign_ins(&app)).await;
        let requests = app.outage().within(PIECE, recovery::forget(&app)).await;
        for forgotten in [retries, sign_ins, requests] {
            if let Err(error) = forgotten {
                tracing::error!(%error, "what is not kept waits to be forgotten");
            }
        }
        if stopped_within(&app, FORGET).await {
            return;
        }
    }
}

/// A release takes as long as there are children: what it reads and writes has limits of its own.
async fn release_loop(app: App) {
    loop {
        if let Err(error) = figures::make(&app).await {
            tracing::error!(%error, "figures wait for their release");
        }
        if stopped_within(&app, RELEASE).await {
            return;
        }
    }
}

async fn count_loop(app: App) {
    loop {
        match app.outage().within(PIECE, waiting(&app)).await {
            Ok((unplaced, overdue)) => telemetry::waiting(unplaced, overdue),
            Err(error) => tracing::error!(%error, "what waits was not counted"),
        }
        if stopped_within(&app, COUNT).await {
            return;
        }
    }
}

/// How many events wait for their places, and how many jobs are due.
async fn waiting(app: &App) -> Result<(u64, u64)> {
    let on = app.database();
    Ok((read::record::event::count_unplaced(on).await?, read::record::job::count_due(on, app.now()).await?))
}

/// Waits, and tells whether the application stopped meanwhile.
async fn stopped_within(app: &App, pause: Duration) -> bool {
    tokio::select! {
        () = app.stop().cancelled() => true,
        () = tokio::time::sleep(pause) => false,
    }
}
