//! What every request has to pass before its route sees it: its size, the proxy's word about it, HTTPS, and the rate of
//! its address.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::{
    extract::{ConnectInfo, Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::{Server, accept::Media, fault::Fault, forwarded, observe::From};
use crate::platform::rates::Asker;

/// The lines of all headers together have at most so many bytes.
const HEADERS: usize = 16 * 1024;
/// An address with its query has at most so many.
const ADDRESS: usize = 8 * 1024;

/// Lets a request through, or answers in its place.
pub async fn stand(State(server): State<Server>, mut request: Request, next: Next) -> Response {
    match look(&server, &request) {
        Ok(Pass::Go { address, counts }) => {
            let app = server.app();
            if counts && let Err(wait) = app.rates().take(Asker::at(address), app.now()) {
                return Fault::rate_limited(wait).answer(Media::Json);
            }
            request.extensions_mut().insert(From(address));
            next.run(request).await
        }
        Ok(Pass::ToHttps(there)) => {
            (StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, there)]).into_response()
        }
        Err(fault) => fault.answer(Media::Json),
    }
}

enum Pass {
    Go { address: IpAddr, counts: bool },
    ToHttps(HeaderValue),
}

fn look(server: &Server, request: &Request) -> Result<Pass, Fault> {
    let (headers, uri, app) = (request.headers(), request.uri(), server.app());
    if size(headers) > HEADERS {
        let status = StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE;
        return Err(Fault::new(status, "BAD_USER_INPUT", "the headers are over 16 KiB"));
    }
    if uri.path_and_query().is_some_and(|text| text.as_str().len() > ADDRESS) {
        return Err(Fault::new(StatusCode::URI_TOO_LONG, "BAD_USER_INPUT", "the address is over 8 KiB"));
    }
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let peer = peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.0.ip());
    let seen = forwarded::seen(peer, headers, &app.config().trusted_proxies)?;
    // A proxy asks by plain HTTP whether the node is well.
    let health = uri.path().starts_with("/health/");
    if seen.plain && app.config().is_https() && !health {
        return to_https(server, request.method(), uri);
    }
    Ok(Pass::Go { address: seen.address, counts: !health })
}

fn size(headers: &HeaderMap) -> usize {
    headers.iter().map(|(name, value)| name.as_str().len() + value.len() + 4).sum()
}

/// A page moves to HTTPS; whatever brings a password or a record has been sent in the clear already, and is refused.
fn to_https(server: &Server, method: &Method, uri: &Uri) -> Result<Pass, Fault> {
    let refused = || Fault::new(StatusCode::FORBIDDEN, "FORBIDDEN", "use https://");
    if !matches!(*method, Method::GET | Method::HEAD) {
        return Err(refused());
    }
    let there = format!(
        "{}{}",
        server.app().config().origin(),
        uri.path_and_query().map_or("/", |path| path.as_str())
    );
    HeaderValue::try_from(there).map(Pass::ToHttps).map_err(|_| refused())
}
