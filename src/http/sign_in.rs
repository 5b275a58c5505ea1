//! `/sign-in`, `/sign-out`, `/session` and `/sign-in-options`: JSON for the frontend's pages, the cookie out of their reach.

use axum::{
    Extension, Json,
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use serde_json::json;

use super::{
    Server, accept, body,
    fault::Fault,
    identity::{self, Origin},
    observe::{From, RequestId},
};
use crate::{
    domain::people::{
        account,
        sign_in::{self, Attempt},
    },
    platform::error::Error,
};

#[derive(Deserialize)]
struct Words {
    email: String,
    password: String,
}

/// Signs in: 204 and a cookie, or words for the person.
pub async fn sign_in(
    State(server): State<Server>,
    Extension(RequestId(request_id)): Extension<RequestId>,
    Extension(From(address)): Extension<From>,
    request: Request,
) -> Result<Response, Refusal> {
    let (parts, body) = request.into_parts();
    let config = server.app().config();
    // Nobody is signed in from another site's page, not even as somebody else.
    if identity::origin(&parts.headers, config) == Origin::Foreign {
        return Err(identity::foreign().into());
    }
    if !accept::is_json(&parts.headers) {
        return Err(Fault::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "", "the body is application/json").into());
    }
    let body = body::read(&parts.headers, body).await?;
    let words: Words = serde_json::from_slice(&body)
        .map_err(|_| Fault::bad("the body is {\"email\": \"...\", \"password\": \"...\"}"))?;
    let before = identity::cookie(&parts.headers, config);
    let attempt = Attempt {
        email: &words.email,
        password: &words.password,
        address: &address,
        request_id: &request_id,
        before: before.as_deref(),
    };
    let signed_in = sign_in::sign_in(server.app(), attempt).await?;
    let cookie = identity::set_cookie(config, &signed_in.cookie).ok_or_else(|| Error::internal("cookie"))?;
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, cookie)]).into_response())
}

/// Ends the person's sign-ins everywhere and clears what the browser keeps.
pub async fn sign_out(State(server): State<Server>, headers: HeaderMap) -> Result<Response, Refusal> {
    let config = server.app().config();
    if let Some(cookie) = identity::cookie(&headers, config) {
        if identity::origin(&headers, config) != Origin::Same {
            return Err(identity::foreign().into());
        }
        sign_in::sign_out(server.app(), &cookie).await?;
    }
    let mut response = StatusCode::NO_CONTENT.into_response();
    if let Some(cookie) = identity::set_cookie(config, "") {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    // Not "executionContexts": the page goes on, and shows that it is signed out.
    let clear = HeaderValue::from_static("\"cache\", \"cookies\", \"storage\"");
    response.headers_mut().insert("clear-site-data", clear);
    Ok(response)
}

/// How long the sign-in goes on. Asking does not prolong it.
pub async fn session(State(server): State<Server>, headers: HeaderMap) -> Result<Response, Refusal> {
    let app = server.app();
    let times = match identity::cookie(&headers, app.config()) {
        Some(cookie) => sign_in::times(app, &cookie).await?,
        None => None,
    };
    let times = times.ok_or(Error::NotSignedIn)?;
    let body = json!({
        "signedIn": true,
        "now": app.now(),
        "idleEndsAt": times.idle_ends_at,
        "absoluteEndsAt": times.absolute_ends_at,
        "person": times.user.seal(app.keys()),
    });
    Ok(Json(body).into_response())
}

/// Whom one may sign in as, in a demo only.
pub async fn options(State(server): State<Server>) -> Result<Response, Refusal> {
    let Some(password) = &server.0.demo_password else {
        return Ok(Json(json!({"demo": false})).into_response());
    };
    let people: Vec<_> = account::demo_sign_ins(server.app())
        .await?
        .into_iter()
        .map(|person| {
            json!({
                "email": person.email,
                "name": person.name,
                "role": person.role,
                "organisation": person.organisation,
            })
        })
        .collect();
    Ok(Json(json!({"demo": true, "people": people, "password": password})).into_response())
}

/// A refusal in words: `{"message": "..."}`.
pub struct Refusal(StatusCode, String);

impl std::convert::From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        Self(fault.status, fault.message.into_owned())
    }
}

impl std::convert::From<Error> for Refusal {
    fn from(error: Error) -> Self {
        match error {
            Error::NotSignedIn => {
                let words = "The email address or the password is wrong, or this account has ended.";
                Self(StatusCode::UNAUTHORIZED, words.to_owned())
            }
            Error::Unavailable(_) => {
                let words = "Ridgeway is busy. Try again in a few seconds.";
                Self(StatusCode::TOO_MANY_REQUESTS, words.to_owned())
            }
            other => Fault::from(other).into(),
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = (self.0, Json(json!({"message": self.1}))).into_response();
        if self.0 == StatusCode::TOO_MANY_REQUESTS {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
        }
        response
    }
}
