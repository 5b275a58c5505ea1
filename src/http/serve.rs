//! Listening, and stopping without breaking off: what was begun is answered, sockets are told that the server goes away.

use std::{net::SocketAddr, time::Duration};

use axum::serve::ListenerExt;
use tokio::net::TcpListener;

use super::{Server, router};
use crate::platform::{
    app::App,
    error::{Error, Result},
};

/// Requests that were begun have so long to end.
const DRAIN: Duration = Duration::from_secs(20);

/// Listens on an address.
pub async fn listen(address: SocketAddr) -> Result<TcpListener> {
    TcpListener::bind(address).await.map_err(|cause| {
        Error::BadInput(
            format!("cannot listen on {address} ({}); look at RIDGEWAY_LISTEN", cause.kind()).into(),
        )
    })
}

/// Serves until the application is told to stop, then drains.
pub async fn serve(server: Server, listener: TcpListener) -> Result<()> {
    let stop = server.app().stop().clone();
    let listener = listener.tap_io(|socket| {
        // Answers are small and whole: waiting to fill a packet only delays them.
        let _ = socket.set_nodelay(true);
    });
    let service = router(server).into_make_service_with_connect_info::<SocketAddr>();
    let serving = axum::serve(listener, service).with_graceful_shutdown(stop.clone().cancelled_owned());
    let late = async {
        stop.cancelled().await;
        tokio::time::sleep(DRAIN).await;
    };
    tokio::select! {
        ended = serving => ended.map_err(Error::internal),
        () = late => {
            tracing::warn!("some requests did not end in time");
            Ok(())
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
