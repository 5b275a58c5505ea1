//! Listening, and stopping without breaking off: what was begun is answered, sockets are told that the server goes away.
//!
//! Serves HTTP/1.1, which is what proxies speak to what is behind them: HTTP/2 would let one connection hold hundreds of
//! requests open by not reading, below what a time limit on the connection can see.

use std::{io, net::SocketAddr, pin::pin, sync::Arc, time::Duration};

use axum::{Router, extract::ConnectInfo};
use hyper::{
    Request,
    body::Incoming,
    server::conn::http1,
    service::{Service, service_fn},
};
use hyper_util::{rt::TokioIo, service::TowerToHyperService};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore},
    time::{Instant, sleep, timeout},
};
use tokio_util::sync::CancellationToken;

use super::{
    Server,
    pace::{Pace, Patience, Wire},
    router,
};
use crate::platform::{
    app::App,
    error::{Error, Result},
};

/// Requests that were begun have so long to end, and sockets to say goodbye.
const DRAIN: Duration = Duration::from_secs(20);
/// So much is read ahead on a connection at most: the head of a request has to fit in. `guard` counts exactly.
const BUFFER: usize = 32 * 1024;
/// Files that are no connections of clients: those of the database, of Redis, logs.
const OTHER_FILES: u32 = 200;
/// When the machine gives no more connections, as when too many files are open, it is asked again after this.
const REST: Duration = Duration::from_secs(1);
/// That no place is free is told the log so often.
const TELL: Duration = Duration::from_mins(1);

/// Listens on an address.
pub async fn listen(address: SocketAddr) -> Result<TcpListener> {
    TcpListener::bind(address).await.map_err(|cause| {
        Error::BadInput(
            format!("cannot listen on {address} ({}); look at RIDGEWAY_LISTEN", cause.kind()).into(),
        )
    })
}

/// Serves until the application is told to stop, then drains.
pub async fn serve(server: Server, listener: TcpListener) {
    serve_patiently(server, listener, Patience::default()).await;
}

/// As `serve`, with other limits on how long a client may take.
pub async fn serve_patiently(server: Server, listener: TcpListener, patience: Patience) {
    let (stop, wanted) = (server.app().stop().clone(), server.app().config().connections);
    let connections =
        std::fs::read_to_string("/proc/self/limits").map_or(wanted, |limits| within(&limits, wanted));
    if connections < wanted {
        tracing::warn!(
            connections,
            "fewer than RIDGEWAY_CONNECTIONS: the process may not have more files open"
        );
    }
    run(router(server), listener, connections, patience, stop).await;
}

/// How many connections the limits of the process leave room for. Without that, at the limit nothing else could open a file
/// either, the database's connections among it.
pub(super) fn within(limits: &str, wanted: u32) -> u32 {
    let files = limits.lines().find_map(|line| line.strip_prefix("Max open files"));
    let soft = files.and_then(|files| files.split_whitespace().next()?.parse::<u32>().ok());
    soft.map_or(wanted, |files| wanted.min(files.saturating_sub(OTHER_FILES).max(1)))
}

/// Serves routes over so many connections at most. Who comes above them waits, unaccepted, for another to go.
pub(super) async fn run(
    router: Router,
    listener: TcpListener,
    connections: u32,
    patience: Patience,
    stop: CancellationToken,
) {
    let places = Arc::new(Semaphore::new(connections as usize));
    let mut told = None;
    loop {
        let (socket, peer, place) = tokio::select! {
            () = stop.cancelled() => break,
            accepted = accept(&listener, &places, &mut told) => accepted,
        };
        tokio::spawn(connection(router.clone(), socket, peer, place, patience, stop.clone()));
    }
    drop(listener);
    if timeout(DRAIN, places.acquire_many(connections)).await.is_err() {
        tracing::warn!("some connections did not end in time");
    }
}

async fn accept(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
    told: &mut Option<Instant>,
) -> (TcpStream, SocketAddr, OwnedSemaphorePermit) {
    loop {
        if places.available_permits() == 0 && told.is_none_or(|told| told.elapsed() > TELL) {
            *told = Some(Instant::now());
            tracing::warn!("all connections are taken (RIDGEWAY_CONNECTIONS): others wait");
        }
        let Ok(place) = Arc::clone(places).acquire_owned().await else { continue };
        match listener.accept().await {
            Ok((socket, peer)) => return (socket, peer, place),
            Err(error) if went_away(&error) => {}
            Err(error) => {
                tracing::error!(%error, "no connection can be accepted now");
                sleep(REST).await;
            }
        }
    }
}

/// Whether a client left before it was accepted.
fn went_away(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

/// Serves one connection, until either side closes it or the client takes too long.
async fn connection(
    router: Router,
    socket: TcpStream,
    peer: SocketAddr,
    place: OwnedSemaphorePermit,
    patience: Patience,
    stop: CancellationToken,
) {
    // Answers are small and whole: waiting to fill a packet only delays them.
    let _ = socket.set_nodelay(true);
    let pace = Pace::new(patience);
    let (routes, answers) = (TowerToHyperService::new(router), pace.clone());
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(peer));
        let (answer, answering) = (routes.call(request), answers.answering());
        async move { answer.await.map(|response| response.map(|body| answering.until_taken(body))) }
    });
    let wire = TokioIo::new(Wire::new(socket, pace.clone(), place));
    let mut serving =
        pin!(http1::Builder::new().max_buf_size(BUFFER).serve_connection(wire, service).with_upgrades());
    let mut stopping = false;
    loop {
        tokio::select! {
            ended = serving.as_mut() => {
                if let Err(error) = ended {
                    tracing::debug!(%error, "a connection broke off");
                }
                return;
            }
            () = pace.overdue() => {
                tracing::debug!("a client took too long");
                return;
            }
            () = stop.cancelled(), if !stopping => {
                stopping = true;
                if pace.is_between_requests() {
                    return;
                }
                serving.as_mut().graceful_shutdown();
            }
        }
    }
}

/// Ends the application when the process is asked to: at once by Ctrl-C; by SIGTERM after a while in which a proxy sees that
/// it is leaving and what comes is still answered. A second signal cuts the while short.
pub async fn stop_on_signal(app: App) {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return };
    let drains = tokio::select! {
        _ = tokio::signal::ctrl_c() => false,
        _ = terminate.recv() => true,
        () = app.stop().cancelled() => return,
    };
    app.leaving().cancel();
    if drains {
        let seconds = app.config().drain;
        tracing::info!(seconds, "leaving: what comes is still answered");
        tokio::select! {
            () = tokio::time::sleep(Duration::from_secs(seconds)) => {}
            _ = tokio::signal::ctrl_c() => {}
            _ = terminate.recv() => {}
        }
    }
    tracing::info!("stopping");
    app.stop().cancel();
}
