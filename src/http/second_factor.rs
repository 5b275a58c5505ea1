//! `/sign-in/second-factor` and `/sign-in/code`: the second step, for the cookie of a pending sign-in alone.

use axum::{
    Extension, Json,
    extract::{Request, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use serde_json::json;

use super::{
    Server, body,
    fault::Fault,
    identity::{self, Jar, Origin},
    observe::{From, RequestId},
    sign_in::{Refusal, json_only, signed_in, visitor},
};
use crate::{domain::people::second_factor, platform::error::Error};

#[derive(Deserialize)]
struct Words {
    code: String,
}

/// What somebody without a second factor puts into their authenticator app.
pub async fn enrol(State(server): State<Server>, headers: HeaderMap) -> Result<Response, Refusal> {
    let cookie = pending(&server, &headers)?;
    let enrolment = second_factor::enrol(server.app(), &cookie).await.map_err(over)?;
    let squares = json!({"size": enrolment.squares.size, "path": enrolment.squares.path});
    let body = json!({"key": enrolment.key, "address": enrolment.address, "squares": squares});
    Ok(Json(body).into_response())
}

/// Takes the code: a new cookie for the sign-in, and recovery codes for who has just set up a second factor.
pub async fn enter(
    State(server): State<Server>,
    Extension(RequestId(request_id)): Extension<RequestId>,
    Extension(From(address)): Extension<From>,
    request: Request,
) -> Result<Response, Refusal> {
    let (parts, body) = request.into_parts();
    let cookie = pending(&server, &parts.headers)?;
    json_only(&parts.headers)?;
    let body = body::read(&parts.headers, body).await?;
    let words: Words =
        serde_json::from_slice(&body).map_err(|_| Fault::bad("the body is {\"code\": \"...\"}"))?;
    let jar = Jar::of(&parts.headers, server.app().config());
    let address = address.to_string();
    let visitor = visitor(&jar, &address, &request_id);
    let entered = second_factor::enter(server.app(), &cookie, &words.code, visitor).await.map_err(over)?;
    let entered = entered.ok_or_else(|| {
        let says = "The code is wrong or was used before. Wait for the next one and try again.";
        Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, says)
    })?;
    let body = json!({"recoveryCodes": entered.recovery_codes, "recoveryCodesLeft": entered.left});
    signed_in(&server, &entered.signed_in, Json(body).into_response())
}

/// The cookie of the pending sign-in, with proof that one of our pages sends it.
fn pending(server: &Server, headers: &HeaderMap) -> Result<String, Refusal> {
    let config = server.app().config();
    if identity::origin(headers, config) != Origin::Same {
        return Err(identity::foreign().into());
    }
    Jar::of(headers, config).pending.ok_or_else(|| over(Error::NotSignedIn))
}

fn over(error: Error) -> Refusal {
    match error {
        Error::NotSignedIn => Refusal::new(
            StatusCode::UNAUTHORIZED,
            "That took too long. Enter your email address and password again.",
        ),
        other => other.into(),
    }
}
