//! `/graphql` as a WebSocket: the upgrade, and what joins a connection to the network and to the program.

mod connection;
#[cfg(test)]
mod connection_tests;
mod message;

use std::{future::Future, time::Duration};

use async_graphql::Response as GraphqlResponse;
use axum::{
    extract::{
        WebSocketUpgrade,
        ws::{CloseFrame, Message, WebSocket},
    },
    http::HeaderMap,
    response::Response,
};
use futures_util::{
    Sink, SinkExt, StreamExt,
    stream::{self, BoxStream},
};
use serde_json::{Map, Value};
use tokio::{sync::mpsc, time::timeout};
use tracing::Instrument;
use uuid::Uuid;

use self::connection::{Engine, Incoming, Outgoing, Refused};
use super::{
    Server,
    accept::Media,
    body::LARGEST,
    documents::Prepared,
    fault::Fault,
    identity::{self, Origin},
    parameters::Parameters,
};
use crate::{
    access::Viewer,
    domain::people::sign_in::{self, Credential},
    graphql::Caller,
    platform::{
        error::{Error, Result},
        telemetry::OpenSocket,
    },
};

/// The protocol, as it is named in the handshake.
pub const PROTOCOL: &str = "graphql-transport-ws";
/// So many messages wait for a client to read them.
const WAITING: usize = 64;
/// After the server's close frame the client has so long to answer with its own.
const FAREWELL: Duration = Duration::from_secs(2);

/// Takes a connection over, or says why not.
pub fn upgrade(server: Server, headers: &HeaderMap, upgrade: WebSocketUpgrade) -> Response {
    let config = server.app().config();
    let upgrade = upgrade
        .protocols([PROTOCOL])
        // A connection costs 16 KiB with this, and 143 with what is usual.
        .read_buffer_size(4096)
        .write_buffer_size(0)
        .max_message_size(LARGEST)
        .max_frame_size(LARGEST);
    if upgrade.selected_protocol().is_none() {
        return Fault::bad("the socket speaks graphql-transport-ws").answer(Media::Json);
    }
    let origin = identity::origin(headers, config);
    let cookie = identity::cookie(headers, config).map(Credential::Cookie);
    if origin == Origin::Foreign || (cookie.is_some() && origin != Origin::Same) {
        return identity::foreign().answer(Media::Json);
    }
    let membership = match identity::membership(headers) {
        Ok(membership) => membership,
        Err(fault) => return fault.answer(Media::Json),
    };
    let bearer = headers.get("authorization").and_then(|value| identity::bearer(value.to_str().ok()?));
    let engine = Live { server, handshake: Pass { credential: bearer.or(cookie), membership } };
    upgrade.on_upgrade(move |socket| talk(engine, socket))
}

async fn talk(engine: Live, socket: WebSocket) {
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
    let writer = tokio::spawn(write(sink, waiting));
    connection::run(engine, &mut incoming, outgoing, stop).await;
    // The channel is closed: what waits is written, and the client's own farewell is read, so that it sees ours.
    let _ = timeout(FAREWELL, async {
        let _ = writer.await;
        while incoming.next().await.is_some() {}
    })
    .await;
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

/// A credential and a membership, as they came.
#[derive(Clone)]
struct Pass<C = Credential> {
    credential: C,
    membership: Option<String>,
}

/// The program behind a connection.
#[derive(Clone)]
struct Live {
    server: Server,
    handshake: Pass<Option<Credential>>,
}

impl Live {
    fn caller(&self, viewer: Viewer) -> Caller {
        let request_id = self.server.app().new_id::<Uuid>().to_string();
        Caller { viewer: Some(viewer), request_id, idempotency_key: None }
    }
}

/// The span of an operation of a socket.
fn span(caller: &Caller, prepared: &Prepared) -> tracing::Span {
    let operation = prepared.name.as_deref().unwrap_or_default();
    tracing::info_span!("socket.operation", request_id = caller.request_id, operation)
}

impl Engine for Live {
    type Pass = Pass;
    type Who = Viewer;

    fn pass(&self, payload: &Map<String, Value>) -> Option<Pass> {
        let text = |name: &str| {
            payload
                .iter()
                .find(|(key, _)| key.eq_ignore_ascii_case(name))
                .and_then(|(_, value)| value.as_str())
        };
        let credential = match text("authorization") {
            Some(authorization) => identity::bearer(authorization),
            None => self.handshake.credential.clone(),
        };
        let membership =
            text("ridgeway-membership").map(str::to_owned).or_else(|| self.handshake.membership.clone());
        Some(Pass { credential: credential?, membership })
    }

    fn admit(
        &self,
        pass: Pass,
        counts: bool,
    ) -> impl Future<Output = Result<Viewer, Refused>> + Send + 'static {
        let app = self.server.app().clone();
        async move {
            let (credential, membership) = (&pass.credential, pass.membership.as_deref());
            let viewer = if counts {
                let request_id = app.new_id::<Uuid>().to_string();
                sign_in::viewer(&app, credential, membership, &request_id).await
            } else {
                sign_in::glance(&app, credential, membership).await
            };
            match viewer {
                Ok(Some(viewer)) => Ok(viewer),
                Ok(None) | Err(Error::Forbidden) => Err(Refused::Forbidden),
                Err(_) => Err(Refused::Unavailable),
            }
        }
    }

    fn prepare(&self, parameters: Parameters) -> Result<Prepared, Fault> {
        self.server.0.documents.prepare(parameters)
    }

    fn execute(
        &self,
        prepared: Prepared,
        who: Viewer,
    ) -> impl Future<Output = GraphqlResponse> + Send + 'static {
        let (server, caller) = (self.server.clone(), self.caller(who));
        let span = span(&caller, &prepared);
        async move { crate::graphql::execute(server.app(), &server.0.schema, prepared.request, caller).await }
            .instrument(span)
    }

    fn subscribe(&self, prepared: Prepared, who: Viewer) -> BoxStream<'static, GraphqlResponse> {
        let caller = self.caller(who);
        crate::graphql::subscribe(self.server.app(), &self.server.0.schema, prepared.request, caller).boxed()
    }
}
