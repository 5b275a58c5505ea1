//! `/graphql` as a WebSocket: the upgrade, and what joins a connection to the network and to the program.

mod connection;
#[cfg(test)]
mod connection_tests;
mod message;

use std::{net::IpAddr, time::Duration};

use axum::{
    extract::{
        WebSocketUpgrade,
        ws::{CloseFrame, Message, WebSocket},
    },
    http::HeaderMap,
    response::Response,
};
use futures_util::{Sink, SinkExt, StreamExt, stream};
use tokio::{sync::mpsc, time::timeout};

use self::connection::{Incoming, Outgoing};
use super::{
    Server,
    accept::Media,
    body::LARGEST,
    fault::Fault,
    identity::{self, Origin},
    live::{Live, Pass, Refused},
};
use crate::{
    domain::people::sign_in::Credential,
    platform::{
        rates::{Asker, Seat},
        telemetry::OpenSocket,
    },
};

/// The protocol, as it is named in the handshake.
pub const PROTOCOL: &str = "graphql-transport-ws";
/// So many bytes are read at once.
const READ_BUFFER: usize = 4096;
/// So many messages wait for a client to read them.
const WAITING: usize = 16;
/// After the server's close frame the client has so long to answer with its own.
const FAREWELL: Duration = Duration::from_secs(2);

/// Takes a connection over, or says why not.
pub async fn upgrade(
    server: Server,
    headers: &HeaderMap,
    from: IpAddr,
    upgrade: WebSocketUpgrade,
) -> Response {
    let upgrade = upgrade
        .protocols([PROTOCOL])
        // A connection costs 16 KiB with this, and 143 with what is usual.
        .read_buffer_size(READ_BUFFER)
        .write_buffer_size(0)
        .max_message_size(LARGEST)
        .max_frame_size(LARGEST);
    if upgrade.selected_protocol().is_none() {
        return Fault::bad("the socket speaks graphql-transport-ws").answer(Media::Json);
    }
    match enter(server, headers, from).await {
        Ok((engine, seat)) => upgrade.on_upgrade(move |socket| talk(engine, seat, socket)),
        Err(fault) => fault.answer(Media::Json),
    }
}

/// Looks at the handshake: where it comes from, and whether there is room for another connection.
async fn enter(server: Server, headers: &HeaderMap, from: IpAddr) -> Result<(Live, Seat), Fault> {
    let config = server.app().config();
    let origin = identity::origin(headers, config);
    let cookie = identity::cookie(headers, config).map(Credential::Cookie);
    if origin == Origin::Foreign || (cookie.is_some() && origin != Origin::Same) {
        return Err(identity::foreign());
    }
    let membership = identity::membership(headers)?;
    let bearer = headers.get("authorization").and_then(|value| identity::bearer(value.to_str().ok()?));
    let seat = server.app().rates().sit(Asker::at(from)).ok_or_else(Fault::too_many_connections)?;
    let credential = bearer.or(cookie);
    let seated = match credential.clone() {
        Some(credential) => Live::seat(&server, &Pass { credential, membership: membership.clone() }).await,
        None => Ok(None),
    };
    let seated = match seated {
        Err(Refused::Full) => return Err(Fault::too_many_connections()),
        // What else is wrong is said in the protocol's own way.
        other => other.unwrap_or_default(),
    };
    let handshake = Pass { credential, membership };
    Ok((Live { server, handshake, seated, idempotency_key: None }, seat))
}

async fn talk(engine: Live, _seat: Seat, socket: WebSocket) {
    let _open = OpenSocket::count();
    let stop = engine.server.app().stop().clone();
    let (sink, stream) = socket.split();
    let (outgoing, waiting) = mpsc::channel(WAITING);
    let mut incoming = stream::unfold(stream, |mut stream| async move {
        let frame = match stream.next().await? {
            Ok(Message::Text(text)) => Incoming::Text(text.as_str().to_owned()),
            Ok(Message::Ping(_) | Message::Pong(_)) => Incoming::Alive,
            Ok(Message::Close(_)) => return None,
            Ok(Message::Binary(_)) | Err(_) => Incoming::Malformed,
        };
        Some((frame, stream))
    })
    .fuse()
    .boxed();
    let mut writer = tokio::spawn(write(sink, waiting));
    connection::run(engine, &mut incoming, outgoing, stop).await;
    // The channel is closed: what waits is written, and the client's own farewell is read, so that it sees ours.
    let _ = timeout(FAREWELL, async {
        let _ = (&mut writer).await;
        while incoming.next().await.is_some() {}
    })
    .await;
    // It may still wait for a client that reads nothing.
    writer.abort();
}

async fn write(mut sink: impl Sink<Message> + Unpin, mut waiting: mpsc::Receiver<Outgoing>) {
    while let Some(frame) = waiting.recv().await {
        let (message, last) = match frame {
            Outgoing::Text(text) => (Message::Text(text.into()), false),
            Outgoing::Ping => (Message::Ping(Vec::new().into()), false),
            Outgoing::Close(why) => {
                let frame = CloseFrame { code: why.code, reason: why.reason.as_ref().into() };
                (Message::Close(Some(frame)), true)
            }
        };
        if sink.send(message).await.is_err() || last {
            break;
        }
    }
}
