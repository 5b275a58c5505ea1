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
    identity::{self, Jar, Origin},
    observe::{From, RequestId},
};
use crate::{
    domain::people::{
        account,
        attempt::{self, Attempt, Passed, SignedIn, Visitor},
        sign_in,
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
    json_only(&parts.headers)?;
    let body = body::read(&parts.headers, body).await?;
    let words: Words = serde_json::from_slice(&body)
        .map_err(|_| Fault::bad("the body is {\"email\": \"...\", \"password\": \"...\"}"))?;
    let jar = Jar::of(&parts.headers, config);
    let address = address.to_string();
    let visitor = visitor(&jar, &address, &request_id);
    let attempt = Attempt { email: &words.email, password: &words.password, visitor };
    match attempt::sign_in(server.app(), attempt).await? {
        Passed::SignedIn(done) => signed_in(&server, &done, StatusCode::NO_CONTENT.into_response()),
        Passed::Pending(pending) => {
            let next = if pending.enrol { "ENROL" } else { "CODE" };
            let mut response = Json(json!({"next": next})).into_response();
            put(&mut response, identity::set_pending(config, &pending.cookie));
            Ok(response)
        }
    }
}

/// Where a request comes from, as far as signing in is concerned.
pub(super) fn visitor<'a>(jar: &'a Jar, address: &'a str, request_id: &'a str) -> Visitor<'a> {
    Visitor { address, request_id, before: jar.session.as_deref(), device: jar.device.as_deref() }
}

/// A form can send no JSON, and a page elsewhere no JSON without asking first.
pub(super) fn json_only(headers: &HeaderMap) -> Result<(), Fault> {
    if accept::is_json(headers) {
        return Ok(());
    }
    Err(Fault::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "", "the body is application/json"))
}

/// An answer to somebody who is signed in now: the cookies of the sign-in and of the browser, and none of a second step.
pub(super) fn signed_in(
    server: &Server,
    done: &SignedIn,
    mut response: Response,
) -> Result<Response, Refusal> {
    let config = server.app().config();
    let session = identity::set_cookie(config, &done.cookie).ok_or_else(|| Error::internal("cookie"))?;
    for cookie in
        [Some(session), identity::set_device(config, &done.device), identity::set_pending(config, "")]
    {
        put(&mut response, cookie);
    }
    Ok(response)
}

fn put(response: &mut Response, cookie: Option<HeaderValue>) {
    if let Some(cookie) = cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}

/// Ends the person's sign-ins everywhere and clears what the browser keeps; but not what a page says waits there sealed for
/// somebody else (`identity::KEEP`).
pub async fn sign_out(State(server): State<Server>, headers: HeaderMap) -> Result<Response, Refusal> {
    let config = server.app().config();
    if let Some(cookie) = identity::cookie(&headers, config) {
        if identity::origin(&headers, config) != Origin::Same {
            return Err(identity::foreign().into());
        }
        sign_in::sign_out(server.app(), &cookie).await?;
    }
    let mut response = StatusCode::NO_CONTENT.into_response();
    put(&mut response, identity::set_cookie(config, ""));
    put(&mut response, identity::set_pending(config, ""));
    // Not "executionContexts": the page goes on, and shows that it is signed out. Not "cookies": the two above are gone, and
    // the browser's mark stays, so that its owner is let in again while others guess.
    let clear = if identity::keeps_registers(&headers) { "\"cache\"" } else { "\"cache\", \"storage\"" };
    let clear = HeaderValue::from_static(clear);
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
        "passwordOnly": password_only(&server),
    });
    Ok(Json(body).into_response())
}

/// Whether real records are opened with a password alone, so that every page says so.
fn password_only(server: &Server) -> bool {
    server.0.demo_password.is_none() && server.app().config().allow_password_only
}

/// Whom one may sign in as, in a demo only.
pub async fn options(State(server): State<Server>) -> Result<Response, Refusal> {
    let Some(password) = &server.0.demo_password else {
        let body = json!({"demo": false, "passwordOnly": password_only(&server)});
        return Ok(Json(body).into_response());
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
pub struct Refusal {
    status: StatusCode,
    message: String,
    wait: u32,
}

impl Refusal {
    /// A refusal with a sentence.
    pub(super) fn new(status: StatusCode, message: impl Into<String>) -> Self {
        Self { status, message: message.into(), wait: 5 }
    }
}

impl std::convert::From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        Self::new(fault.status, fault.message.into_owned())
    }
}

impl std::convert::From<Error> for Refusal {
    fn from(error: Error) -> Self {
        match error {
            Error::NotSignedIn => {
                let words = "The email address or the password is wrong, or this account has ended.";
                Self::new(StatusCode::UNAUTHORIZED, words)
            }
            Error::RateLimited(wait) => {
                let words = format!("There were too many tries. Try again in {}.", in_words(wait));
                Self { wait, ..Self::new(StatusCode::TOO_MANY_REQUESTS, words) }
            }
            Error::Unavailable(_) => {
                let words = "Ridgeway is busy. Try again in a few seconds.";
                Self::new(StatusCode::SERVICE_UNAVAILABLE, words)
            }
            other => Fault::from(other).into(),
        }
    }
}

/// A waiting time as a person says it.
fn in_words(seconds: u32) -> String {
    match seconds {
        0..=1 => "a second".to_owned(),
        2..=90 => format!("{seconds} seconds"),
        more => format!("{} minutes", more.div_ceil(60)),
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = (self.status, Json(json!({"message": self.message}))).into_response();
        if matches!(self.status, StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE) {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(self.wait));
        }
        response
    }
}
