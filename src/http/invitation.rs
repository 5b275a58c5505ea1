//! `/one-time-link` and `/link-request`: choosing a password by a one-time link, and asking for a new one. Both for people who are not
//! signed in, from Ridgeway's own pages alone. The token comes in the body: no path, query or log ever holds it.

use axum::{
    Extension, Json,
    extract::{Request, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::json;

use super::{
    Server, body,
    fault::Fault,
    identity::{self, Jar, Origin},
    observe::{From, RequestId},
    sign_in::{Refusal, json_only, visitor},
};
use crate::{
    domain::people::{
        link::{self, Use},
        recovery::{self, Asked},
    },
    platform::error::Error,
};

/// What a page says of a link that does not work, whyever that is.
const NO_LINK: &str = "This link does not work. It may have been used already, or be more than 24 hours old. Ask for a new one.";

#[derive(Deserialize)]
struct Opened {
    token: String,
    password: Option<String>,
}

#[derive(Deserialize)]
struct Asks {
    email: String,
}

/// Reads what one of Ridgeway's own pages sent.
async fn from_page<T: DeserializeOwned>(
    server: &Server,
    headers: &HeaderMap,
    body: axum::body::Body,
    shape: &'static str,
) -> Result<T, Refusal> {
    if identity::origin(headers, server.app().config()) == Origin::Foreign {
        return Err(identity::foreign().into());
    }
    json_only(headers)?;
    let body = body::read(headers, body).await?;
    Ok(serde_json::from_slice(&body).map_err(|_| Fault::bad(shape))?)
}

/// Says whether a link works, or, with a password, uses it: 204; problems at the password: 422; no such link: 410.
pub async fn open(
    State(server): State<Server>,
    Extension(RequestId(request_id)): Extension<RequestId>,
    Extension(From(address)): Extension<From>,
    request: Request,
) -> Result<Response, Refusal> {
    let (parts, body) = request.into_parts();
    let shape = "the body is {\"token\": \"...\"}, with \"password\" to use it";
    let opened: Opened = from_page(&server, &parts.headers, body, shape).await?;
    let done = match &opened.password {
        None => link::check(server.app(), &opened.token).await,
        Some(password) => {
            let jar = Jar::of(&parts.headers, server.app().config());
            let address = address.to_string();
            let visitor = visitor(&jar, &address, &request_id);
            let with = Use { token: &opened.token, password, visitor };
            link::use_link(server.app(), with).await
        }
    };
    match done {
        Ok(()) => Ok(StatusCode::NO_CONTENT.into_response()),
        Err(Error::NotFound) => Ok((StatusCode::GONE, Json(json!({"message": NO_LINK}))).into_response()),
        Err(Error::Invalid(problems)) => {
            let problems: Vec<_> = problems
                .iter()
                .map(|problem| json!({"field": problem.field, "message": problem.message}))
                .collect();
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Json(json!({"problems": problems}))).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// Asks for a new link: 202 for everyone, before it is even looked whether there is such an account.
pub async fn ask(
    State(server): State<Server>,
    Extension(RequestId(request_id)): Extension<RequestId>,
    Extension(From(address)): Extension<From>,
    request: Request,
) -> Result<Response, Refusal> {
    let (parts, body) = request.into_parts();
    let asks: Asks = from_page(&server, &parts.headers, body, "the body is {\"email\": \"...\"}").await?;
    let turn = std::sync::Arc::clone(&server.0.asks)
        .try_acquire_owned()
        .map_err(|_| Error::Unavailable("too many ask for a link at once".to_owned()))?;
    let app = server.app().clone();
    tokio::spawn(async move {
        let _turn = turn;
        let asked = Asked { email: asks.email, address: address.to_string(), request_id };
        if let Err(error) = recovery::ask(&app, &asked).await {
            tracing::error!(%error, "somebody who asked for a link has to ask again");
        }
    });
    Ok(StatusCode::ACCEPTED.into_response())
}
