//! What a request's headers say about who sends it, and from where: credential, membership, and proof of the same origin.

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use chrono::TimeDelta;

use super::fault::Fault;
use crate::{
    domain::people::{attempt, sign_in::Credential},
    platform::config::Config,
};

/// The membership under which a request is made.
pub const MEMBERSHIP: HeaderName = HeaderName::from_static("ridgeway-membership");
/// The key under which a mutation happens only once.
pub const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");
/// What the browser is not to throw away at a sign-out: `register`, what was marked without a network and is not sent.
pub const KEEP: HeaderName = HeaderName::from_static("ridgeway-keep");
const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// The cookie's name. `__Host-` binds it to this host and to HTTPS.
#[must_use]
pub fn cookie_name(config: &Config) -> &'static str {
    if config.is_https() { "__Host-ridgeway" } else { "ridgeway" }
}

/// What the cookie holds.
#[must_use]
pub fn cookie(headers: &HeaderMap, config: &Config) -> Option<String> {
    CookieJar::from_headers(headers).get(cookie_name(config)).map(|cookie| cookie.value().to_owned())
}

/// What the cookies of signing in hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Jar {
    /// The sign-in.
    pub session: Option<String>,
    /// The sign-in that waits for its second step.
    pub pending: Option<String>,
    /// The browser's mark.
    pub device: Option<String>,
}

impl Jar {
    /// The cookies of a request.
    #[must_use]
    pub fn of(headers: &HeaderMap, config: &Config) -> Self {
        let jar = CookieJar::from_headers(headers);
        let value = |name: String| jar.get(&name).map(|cookie| cookie.value().to_owned());
        Self {
            session: value(cookie_name(config).to_owned()),
            pending: value(pending_name(config)),
            device: value(device_name(config)),
        }
    }
}

fn pending_name(config: &Config) -> String {
    format!("{}-second-step", cookie_name(config))
}

fn device_name(config: &Config) -> String {
    format!("{}-device", cookie_name(config))
}

/// The sign-in's cookie: it ends with the browser, or at once where it is empty.
#[must_use]
pub fn set_cookie(config: &Config, value: &str) -> Option<HeaderValue> {
    own_cookie(config, cookie_name(config).to_owned(), value, None)
}

/// The cookie of a pending sign-in.
#[must_use]
pub fn set_pending(config: &Config, value: &str) -> Option<HeaderValue> {
    own_cookie(config, pending_name(config), value, None)
}

/// The browser's mark, which outlives the sign-in: it opens nothing, and lets its owner in while others guess.
#[must_use]
pub fn set_device(config: &Config, value: &str) -> Option<HeaderValue> {
    own_cookie(config, device_name(config), value, Some(attempt::KNOWN_FOR))
}

fn own_cookie(config: &Config, name: String, value: &str, lasts: Option<TimeDelta>) -> Option<HeaderValue> {
    let mut cookie = Cookie::build((name, value))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(config.is_https())
        .build();
    if value.is_empty() {
        cookie.make_removal();
    }
    let age = lasts.map(|lasts| format!("; Max-Age={}", lasts.num_seconds())).unwrap_or_default();
    HeaderValue::from_str(&format!("{cookie}{age}")).ok()
}

/// The credential of a request: a bearer token, or else the cookie, which counts only with proof of the same origin.
pub fn credential(headers: &HeaderMap, config: &Config) -> Result<Option<Credential>, Fault> {
    if let Some(authorization) = headers.get(header::AUTHORIZATION) {
        let token = authorization.to_str().ok().and_then(bearer);
        return token.map(Some).ok_or_else(|| Fault::bad("`Authorization` is `Bearer` and a token"));
    }
    let Some(cookie) = cookie(headers, config) else { return Ok(None) };
    if origin(headers, config) != Origin::Same {
        return Err(foreign());
    }
    Ok(Some(Credential::Cookie(cookie)))
}

/// The token of `Bearer ...`.
#[must_use]
pub fn bearer(text: &str) -> Option<Credential> {
    let (scheme, token) = text.split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty()).then(|| Credential::Bearer(token.to_owned()))
}

/// Whether unsent marks of a register stay in the browser after this sign-out.
#[must_use]
pub fn keeps_registers(headers: &HeaderMap) -> bool {
    headers.get(KEEP).is_some_and(|what| what == "register")
}

/// The membership that a request names.
pub fn membership(headers: &HeaderMap) -> Result<Option<String>, Fault> {
    text(headers, &MEMBERSHIP)
}

/// The key that a mutation brings for its retries.
pub fn idempotency_key(headers: &HeaderMap) -> Result<Option<String>, Fault> {
    let key = text(headers, &IDEMPOTENCY_KEY)?;
    if key.as_ref().is_some_and(|key| key.len() > 200) {
        return Err(Fault::bad("`Idempotency-Key` has at most 200 characters"));
    }
    Ok(key)
}

fn text(headers: &HeaderMap, name: &HeaderName) -> Result<Option<String>, Fault> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (None, _) => Ok(None),
        (Some(one), None) => match one.to_str() {
            Ok(text) if !text.is_empty() => Ok(Some(text.to_owned())),
            _ => Err(Fault::bad(format!("`{name}` is one line of plain characters"))),
        },
        _ => Err(Fault::bad(format!("`{name}` is sent once"))),
    }
}

/// Where a browser says that a request comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// From a page of this server, or typed by the person.
    Same,
    /// From elsewhere.
    Foreign,
    /// Nothing says: no browser of today.
    Unsaid,
}

/// Where a request comes from, by what a page cannot forge.
#[must_use]
pub fn origin(headers: &HeaderMap, config: &Config) -> Origin {
    let says = |name: &HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    match (says(&FETCH_SITE), says(&header::ORIGIN)) {
        (Some("same-origin" | "none"), _) => Origin::Same,
        (Some(_), _) => Origin::Foreign,
        (None, Some(origin)) => {
            let ours = match &config.public_url {
                Some(_) => origin == config.origin(),
                None => origin
                    .strip_prefix("http://")
                    .is_some_and(|host| says(&header::HOST).is_some_and(|ours| ours == host)),
            };
            if ours { Origin::Same } else { Origin::Foreign }
        }
        (None, None) => Origin::Unsaid,
    }
}

/// The answer to a request from another site.
#[must_use]
pub fn foreign() -> Fault {
    Fault::new(StatusCode::FORBIDDEN, "FORBIDDEN", "requests with a cookie come from Ridgeway's own pages")
}

#[cfg(test)]
mod tests {
    use clap::Parser as _;

    use super::*;

    #[derive(clap::Parser)]
    struct Line {
        #[command(flatten)]
        config: Config,
    }

    fn config(public_url: Option<&str>) -> Config {
        let mut line = vec!["ridgeway"];
        line.extend(public_url.iter().flat_map(|url| ["--public-url", url]));
        Line::parse_from(line).config
    }

    fn headers(pairs: &[(&str, &str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| {
                (HeaderName::try_from(*name).unwrap(), HeaderValue::from_str(value).unwrap())
            })
            .collect()
    }

    #[test]
    fn a_cookie_counts_only_from_the_same_origin() {
        let local = config(None);
        let from = |pairs: &[(&str, &str)]| origin(&headers(pairs), &local);
        assert_eq!(from(&[("sec-fetch-site", "same-origin")]), Origin::Same);
        assert_eq!(from(&[("sec-fetch-site", "none")]), Origin::Same);
        assert_eq!(from(&[("sec-fetch-site", "cross-site")]), Origin::Foreign);
        assert_eq!(from(&[("sec-fetch-site", "same-site")]), Origin::Foreign);
        assert_eq!(from(&[("origin", "http://a:1"), ("host", "a:1")]), Origin::Same);
        assert_eq!(from(&[("origin", "http://b:1"), ("host", "a:1")]), Origin::Foreign);
        assert_eq!(from(&[("origin", "null"), ("host", "a:1")]), Origin::Foreign);
        let cross = [("sec-fetch-site", "cross-site"), ("origin", "http://a:1"), ("host", "a:1")];
        assert_eq!(from(&cross), Origin::Foreign);
        assert_eq!(from(&[("host", "a:1")]), Origin::Unsaid);
        let public = config(Some("https://r.example"));
        assert_eq!(origin(&headers(&[("origin", "https://r.example")]), &public), Origin::Same);
        let forged = headers(&[("origin", "http://evil.example"), ("host", "evil.example")]);
        assert_eq!(origin(&forged, &public), Origin::Foreign);

        let with_cookie = headers(&[("cookie", "ridgeway=x")]);
        assert!(credential(&with_cookie, &local).is_err());
        let proven = headers(&[("cookie", "ridgeway=x"), ("sec-fetch-site", "same-origin")]);
        assert_eq!(credential(&proven, &local).unwrap(), Some(Credential::Cookie("x".to_owned())));
        let both = headers(&[("cookie", "ridgeway=x"), ("authorization", "Bearer t")]);
        assert_eq!(credential(&both, &local).unwrap(), Some(Credential::Bearer("t".to_owned())));
        assert!(credential(&headers(&[("authorization", "Basic t")]), &local).is_err());
        // Over HTTPS only the cookie that is bound to the host counts.
        let plain = headers(&[("cookie", "ridgeway=x"), ("sec-fetch-site", "same-origin")]);
        assert_eq!(credential(&plain, &public).unwrap(), None);
    }

    #[test]
    fn the_cookie_is_out_of_reach_of_scripts() {
        let local = set_cookie(&config(None), "v").unwrap();
        assert_eq!(local, "ridgeway=v; HttpOnly; SameSite=Lax; Path=/");
        let public = set_cookie(&config(Some("https://r.example")), "v").unwrap();
        assert_eq!(public, "__Host-ridgeway=v; HttpOnly; SameSite=Lax; Secure; Path=/");
        assert!(set_cookie(&config(None), "").unwrap().to_str().unwrap().contains("Max-Age=0"));
    }
}
