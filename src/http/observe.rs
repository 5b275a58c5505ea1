//! What happens around every request: its id, its span and figures, the headers that protect pages, and what a panic answers.
//!
//! A span holds method, route, operation name and status. Addresses, queries, variables and headers stay out of it.

use std::{any::Any, net::IpAddr, time::Instant};

use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderName, HeaderValue, StatusCode, Version, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use tracing::{Instrument, Span, field::Empty};
use uuid::Uuid;

use super::Server;
use crate::platform::telemetry;

/// The request's id, as in the log and in `X-Request-Id`.
#[derive(Clone, Debug)]
pub struct RequestId(pub String);

/// The address that a request comes from.
#[derive(Clone, Copy, Debug)]
pub struct From(pub IpAddr);

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Gives the request its id.
pub async fn name(State(server): State<Server>, mut request: Request, next: Next) -> Response {
    let id = server.app().new_id::<Uuid>().to_string();
    request.extensions_mut().insert(RequestId(id.clone()));
    let persistent = request.version() <= Version::HTTP_11;
    let mut response = next.run(request).await;
    let upgraded = response.status() == StatusCode::SWITCHING_PROTOCOLS;
    if persistent && !upgraded && server.app().leaving().is_cancelled() {
        // Who keeps the connection would send the next request to a server that has gone.
        response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    response
}

/// Runs the request in its span and counts it.
pub async fn measure(request: Request, next: Next) -> Response {
    let route = route(request.uri().path());
    let method = method(&request);
    let id = request.extensions().get::<RequestId>().map_or("", |id| id.0.as_str());
    let span = tracing::info_span!(
        "http.request",
        otel.kind = "server",
        method,
        route,
        request_id = id,
        operation = Empty,
        status = Empty
    );
    let began = Instant::now();
    async {
        let response = next.run(request).await;
        let status = response.status().as_u16();
        Span::current().record("status", status);
        let took = began.elapsed();
        telemetry::request_done(method, route, status, took);
        if route.starts_with("/health") {
            tracing::debug!(status, "answered");
        } else {
            tracing::info!(status, ms = took.as_secs_f64() * 1000.0, "answered");
        }
        response
    }
    .instrument(span)
    .await
}

/// The route by a fixed name: an address may hold anything.
fn route(path: &str) -> &'static str {
    const KNOWN: [&str; 14] = [
        "/graphql",
        "/graphiql",
        "/sign-in",
        "/sign-in/second-factor",
        "/sign-in/code",
        "/sign-out",
        "/session",
        "/register-key",
        "/sign-in-options",
        "/health/live",
        "/health/ready",
        "/find/options",
        "/find/programmes",
        "/openreferral/services",
    ];
    if path.starts_with("/openreferral/services/") {
        return "/openreferral/services/{id}";
    }
    if path.starts_with("/exports/") {
        return "/exports/{id}";
    }
    KNOWN.into_iter().find(|known| *known == path).unwrap_or("frontend")
}

/// The method by a fixed name, for the same reason.
fn method(request: &Request) -> &'static str {
    const KNOWN: [&str; 4] = ["GET", "POST", "HEAD", "OPTIONS"];
    KNOWN.into_iter().find(|known| *known == request.method().as_str()).unwrap_or("other")
}

/// Adds the headers that protect pages and keep answers out of caches.
pub async fn secure(State(server): State<Server>, request: Request, next: Next) -> Response {
    const ALWAYS: [(HeaderName, &str); 7] = [
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'",
        ),
        (
            HeaderName::from_static("permissions-policy"),
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), \
             microphone=(), midi=(), payment=(), usb=(), xr-spatial-tracking=()",
        ),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (header::X_FRAME_OPTIONS, "DENY"),
    ];
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    if server.app().config().is_https() {
        let year = HeaderValue::from_static("max-age=31536000; includeSubDomains");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, year);
    }
    response
}

/// A panic answers 500 and says nothing; the log has its place in the source.
#[must_use]
pub fn panicked(_: Box<dyn Any + Send + 'static>) -> Response<Body> {
    (StatusCode::INTERNAL_SERVER_ERROR, "Something went wrong on our side. It has been written down.\n")
        .into_response()
}
