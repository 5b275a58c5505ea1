//! `/graphql`: POST by the GraphQL-over-HTTP specification, and the upgrade to a socket.
//!
//! One operation a request, from JSON alone. GET executes nothing: it would put variables, and so names, into addresses.

use async_graphql::Response as GraphqlResponse;
use axum::{
    Extension,
    body::Body,
    extract::{FromRequestParts, Request, State, WebSocketUpgrade},
    http::{HeaderMap, Method, StatusCode},
    response::Response,
};

use super::{
    Server,
    accept::{self, Media},
    answer, body,
    fault::Fault,
    identity,
    observe::RequestId,
    parameters::Parameters,
    socket,
};
use crate::{domain::people::sign_in, graphql::Caller};

/// Serves `/graphql`.
pub async fn handle(
    State(server): State<Server>,
    Extension(RequestId(id)): Extension<RequestId>,
    request: Request,
) -> Response {
    let (mut parts, body) = request.into_parts();
    if parts.method == Method::GET
        && let Ok(upgrade) = WebSocketUpgrade::from_request_parts(&mut parts, &server).await
    {
        return socket::upgrade(server, &parts.headers, upgrade);
    }
    let media = accept::negotiate(&parts.headers);
    let done = match media {
        _ if parts.method != Method::POST => {
            Err(Fault::new(StatusCode::METHOD_NOT_ALLOWED, "BAD_USER_INPUT", "send operations by POST"))
        }
        None => Err(Fault::new(
            StatusCode::NOT_ACCEPTABLE,
            "BAD_USER_INPUT",
            "answers are application/graphql-response+json or application/json",
        )),
        Some(_) => execute(&server, &parts.headers, body, id).await,
    };
    let media = media.unwrap_or(Media::Json);
    match done {
        Ok(response) => answer::answer(&response, media),
        Err(fault) => fault.answer(media),
    }
}

async fn execute(
    server: &Server,
    headers: &HeaderMap,
    body: Body,
    request_id: String,
) -> Result<GraphqlResponse, Fault> {
    if !accept::is_json(headers) {
        return Err(Fault::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "BAD_USER_INPUT",
            "the body is application/json in UTF-8",
        ));
    }
    let app = server.app();
    let credential = identity::credential(headers, app.config())?;
    let membership = identity::membership(headers)?;
    let idempotency_key = identity::idempotency_key(headers)?;
    let parameters = Parameters::from_body(&body::read(headers, body).await?)?;
    let prepared = server.0.documents.prepare(parameters)?;
    if let Some(name) = &prepared.name {
        tracing::Span::current().record("operation", name);
    }
    let viewer = match credential {
        Some(credential) => sign_in::viewer(app, &credential, membership.as_deref(), &request_id).await?,
        None => None,
    };
    let caller = Caller { viewer, request_id, idempotency_key };
    Ok(crate::graphql::execute(app, &server.0.schema, prepared.request, caller).await)
}
