//! Listening, and stopping without breaking off: what was begun is answered, sockets are told that the server goes away.

use std::{net::SocketAddr, time::Duration};

use axum::serve::ListenerExt;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use super::{Server, router};
use crate::platform::error::{Error, Result};

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

/// Cancels the token when the process is asked to end.
pub async fn stop_on_signal(stop: CancellationToken) {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
        () = stop.cancelled() => {}
    }
    tracing::info!("stopping");
    stop.cancel();
}
