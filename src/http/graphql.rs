//! `/graphql` by the GraphQL-over-HTTP specification: POST, GET for what may stand in an address, and what becomes of a
//! connection that stays open (a socket, or events).
//!
//! One operation a request, its parameters from JSON alone. By GET only a trusted query is executed, whose variables tell
//! nothing about anyone: addresses are kept by proxies, histories and logs.

use std::time::Duration;

use async_graphql::{Response as GraphqlResponse, parser::types::OperationType};
use axum::{
    Extension,
    body::Body,
    extract::{FromRequestParts, Request, State, WebSocketUpgrade},
    http::{HeaderMap, Method, StatusCode, request::Parts},
    response::Response,
};

use super::{
    Server,
    accept::{self, Media},
    address, answer, body,
    documents::{self, Prepared},
    etag, events,
    fault::Fault,
    identity,
    live::{Live, Pass, Refused},
    observe::{From, RequestId},
    parameters::Parameters,
    socket,
};
use crate::{
    domain::people::sign_in::{self, Credential},
    graphql::{Caller, scopes},
    platform::{error::Error, rates::Asker},
};

/// What one may try where a method is not served.
const METHODS: &str = "GET, POST";
/// Who asks is looked up within this.
const LOOK_UP: Duration = Duration::from_secs(10);

/// Serves `/graphql`.
pub async fn handle(
    State(server): State<Server>,
    Extension(RequestId(id)): Extension<RequestId>,
    Extension(from): Extension<From>,
    request: Request,
) -> Response {
    let (mut parts, body) = request.into_parts();
    if parts.method == Method::GET
        && let Ok(upgrade) = WebSocketUpgrade::from_request_parts(&mut parts, &server).await
    {
        return socket::upgrade(server, &parts.headers, from.0, upgrade).await;
    }
    let media = accept::negotiate(&parts.headers);
    let done = match media {
        _ if parts.method != Method::POST && parts.method != Method::GET => {
            Err(Fault::of_method(METHODS, "send operations by POST, or trusted queries by GET"))
        }
        None => Err(Fault::new(
            StatusCode::NOT_ACCEPTABLE,
            "BAD_USER_INPUT",
            "answers are application/graphql-response+json, application/json or text/event-stream",
        )),
        Some(media) => serve(&server, media, &parts, body, (id, from)).await,
    };
    let media = media.unwrap_or(Media::Json);
    match done {
        Ok(response) => response,
        Err(fault) if media == Media::EventStream && fault.of_document => events::refused(&fault.response()),
        Err(fault) => fault.answer(media),
    }
}

/// A request whose operation is known, with who sends it.
struct Asked {
    prepared: Prepared,
    credential: Option<Credential>,
    membership: Option<String>,
    idempotency_key: Option<String>,
}

async fn serve(
    server: &Server,
    media: Media,
    parts: &Parts,
    body: Body,
    (id, from): (String, From),
) -> Result<Response, Fault> {
    let headers = &parts.headers;
    let credential = identity::credential(headers, server.app().config())?;
    let membership = identity::membership(headers)?;
    let idempotency_key = identity::idempotency_key(headers)?;
    let prepared = if parts.method == Method::GET {
        by_get(server, media, parts.uri.query().unwrap_or_default())?
    } else {
        let parameters = Parameters::from_body(&json(headers, body).await?)?;
        server.prepare(parameters, credential.as_ref())?
    };
    if let Some(name) = &prepared.name {
        tracing::Span::current().record("operation", name);
    }
    let mut asked = Asked { prepared, credential, membership, idempotency_key };
    if media == Media::EventStream {
        return listen(server, asked, from).await;
    }
    let kept = parts.method == Method::GET && may_be_kept(&mut asked);
    let response = execute(server, asked, id).await?;
    if kept && response.errors.is_empty() {
        return Ok(etag::tagged(answer::body(&response), media.content_type(), headers));
    }
    Ok(answer::answer(&response, media))
}

/// Whether a program may keep the answer: of what is available and where, which opens no record. A browser keeps nothing.
fn may_be_kept(asked: &mut Asked) -> bool {
    let program = matches!(asked.credential, Some(Credential::Bearer(_)));
    let query = asked.prepared.kind == Some(OperationType::Query);
    let document = asked.prepared.request.parsed_query();
    program && query && document.is_ok_and(scopes::is_of_availability)
}

async fn json(headers: &HeaderMap, body: Body) -> Result<axum::body::Bytes, Fault> {
    if accept::is_json(headers) {
        return body::read(headers, body).await;
    }
    let message = "the body is application/json in UTF-8";
    Err(Fault::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "BAD_USER_INPUT", message))
}

/// What an address asks for, where it may: never a mutation, and only what tells nothing about anyone.
fn by_get(server: &Server, media: Media, query: &str) -> Result<Prepared, Fault> {
    let mut prepared = server.0.documents.prepare(Parameters::from_address(query)?)?;
    match prepared.kind {
        Some(OperationType::Mutation) => return Err(Fault::of_method("POST", "send mutations by POST")),
        Some(OperationType::Subscription) if media != Media::EventStream => {
            return Err(Fault::of_method(
                "POST",
                "a subscription needs a socket, or Accept: text/event-stream",
            ));
        }
        _ => {}
    }
    if !prepared.trusted {
        return Err(Fault::bad("by GET only trusted queries are executed: send this one by POST"));
    }
    let (name, variables) = (prepared.request.operation_name.clone(), prepared.request.variables.clone());
    let document = prepared.request.parsed_query().map_err(|_| Fault::bad("`query` is not a document"))?;
    let holds = documents::operation(document, name.as_deref()).is_some_and(|(operation, _)| {
        address::may_hold(operation, &variables, &server.0.enums, server.app().keys())
    });
    if holds {
        return Ok(prepared);
    }
    Err(Fault::bad(
        "by GET variables are codes, whole numbers, true or false, and ids of areas: send this query by POST",
    ))
}

async fn execute(server: &Server, asked: Asked, request_id: String) -> Result<GraphqlResponse, Fault> {
    let app = server.app();
    let viewer = match &asked.credential {
        Some(credential) => {
            let viewer = sign_in::viewer(app, credential, asked.membership.as_deref(), &request_id);
            app.outage().within(LOOK_UP, viewer).await?
        }
        None => None,
    };
    if let Some(viewer) = &viewer {
        server.count(viewer.user.uuid())?;
    }
    let Asked { prepared, credential, idempotency_key, .. } = asked;
    if viewer.is_none() && !server.executes_any() && !prepared.trusted {
        // A credential that does not hold is none.
        return Err(Error::NotSignedIn.into());
    }
    let caller = Caller { viewer, credential, request_id, idempotency_key };
    Ok(crate::graphql::execute(app, &server.0.schema, prepared.request, caller).await)
}

/// Answers with events, for as long as there are any and the right to them holds.
async fn listen(server: &Server, asked: Asked, from: From) -> Result<Response, Fault> {
    let credential = asked.credential.ok_or(Error::NotSignedIn)?;
    let rates = server.app().rates();
    let address = rates.sit(Asker::at(from.0)).ok_or_else(Fault::too_many_connections)?;
    let pass = Pass { credential, membership: asked.membership };
    let seated = Live::seat(server, &pass).await.map_err(|refused| match refused {
        Refused::Full => Fault::too_many_connections(),
        Refused::Forbidden => Error::Forbidden.into(),
        Refused::Unavailable => Error::Unavailable("a sign-in cannot be looked up".to_owned()).into(),
    })?;
    let (_, person) = seated.ok_or(Error::NotSignedIn)?;
    let live = Live {
        server: server.clone(),
        handshake: Pass { credential: None, membership: None },
        seated: None,
        idempotency_key: asked.idempotency_key,
    };
    let stop = server.app().stop().clone();
    Ok(events::answer(live, pass, asked.prepared, stop, (address, person)))
}
