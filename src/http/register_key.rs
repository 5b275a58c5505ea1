//! `/register-key`: the key under which a page seals what it keeps of a register while there is no network. JSON, for whoever
//! is signed in by a cookie.

use axum::{
    Json,
    extract::{Request, State},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use serde_json::json;

use super::{
    Server, body,
    fault::Fault,
    identity::{self, Origin},
    sign_in::{Refusal, json_only},
};
use crate::{domain::people::register_key, platform::error::Error};

#[derive(Deserialize)]
struct Asked {
    /// Those that lie beside what was sealed before, whoever's they are.
    tickets: Vec<String>,
}

/// Answers with the keys to what is this person's own, and never with another's.
pub async fn give(State(server): State<Server>, request: Request) -> Result<Response, Refusal> {
    let (parts, body) = request.into_parts();
    let app = server.app();
    let Some(cookie) = identity::cookie(&parts.headers, app.config()) else {
        return Err(Error::NotSignedIn.into());
    };
    if identity::origin(&parts.headers, app.config()) != Origin::Same {
        return Err(identity::foreign().into());
    }
    json_only(&parts.headers)?;
    let body = body::read(&parts.headers, body).await?;
    let asked: Asked =
        serde_json::from_slice(&body).map_err(|_| Fault::bad("the body is {\"tickets\": [\"...\"]}"))?;
    let given = register_key::give(app, &cookie, &asked.tickets).await?.ok_or(Error::NotSignedIn)?;
    let keys: Vec<_> = given.keys.iter().map(|it| json!({"ticket": it.ticket, "key": it.key})).collect();
    Ok(Json(json!({"now": app.now(), "until": given.until, "keys": keys})).into_response())
}
