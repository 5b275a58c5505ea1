//! HTTP: GraphQL over POST and WebSocket, signing in and out, health, and the frontend's files.
//!
//! Owns protocols, headers and status codes. No rules and no SQL: who someone is says `domain::people::sign_in`, and what
//! they get says `graphql`.

pub mod accept;
pub mod answer;
pub mod body;
pub mod documents;
pub mod fault;
pub mod forwarded;
pub mod frontend;
pub mod graphql;
pub mod guard;
pub mod health;
pub mod identity;
pub mod lexical;
pub mod observe;
pub mod parameters;
pub mod second_factor;
pub mod serve;
pub mod sign_in;
pub mod socket;

use std::sync::Arc;

use axum::{
    Router,
    middleware::{from_fn, from_fn_with_state},
    routing::{any, get, post},
};
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer};

use self::{documents::Documents, frontend::Frontend};
use crate::{
    graphql::Schema,
    platform::{app::App, error::Result},
};

/// What every request needs; cheap to clone.
#[derive(Clone)]
pub struct Server(Arc<Inner>);

struct Inner {
    app: App,
    schema: Schema,
    documents: Documents,
    frontend: Frontend,
    demo_password: Option<String>,
}

impl Server {
    /// A server of an application. In a demo the sign-ins and their one password are shown to everyone.
    pub fn new(app: App, demo_password: Option<String>) -> Result<Self> {
        // Who builds a client against the demo asks the demo; in production the committed schema says it.
        let introspection = demo_password.is_some();
        let frontend = Frontend::load(app.config().frontend.as_deref())?.with_graphiql(introspection);
        let documents = frontend::documents(app.config().frontend.as_deref())?;
        tracing::debug!(files = frontend.files(), trusted = documents.trusted(), "frontend loaded");
        let schema = crate::graphql::schema(introspection);
        Ok(Self(Arc::new(Inner { app, schema, documents, frontend, demo_password })))
    }

    fn app(&self) -> &App {
        &self.0.app
    }
}

/// All routes.
pub fn router(server: Server) -> Router {
    let frontend = any(frontend::serve).layer(CompressionLayer::new()).with_state(server.clone());
    Router::new()
        .route("/graphql", any(graphql::handle))
        .route("/sign-in", post(sign_in::sign_in))
        .route("/sign-in/second-factor", post(second_factor::enrol))
        .route("/sign-in/code", post(second_factor::enter))
        .route("/sign-out", post(sign_in::sign_out))
        .route("/session", get(sign_in::session))
        .route("/sign-in-options", get(sign_in::options))
        .route("/health/live", get(health::live))
        .route("/health/ready", get(health::ready))
        .fallback_service(frontend)
        .layer(from_fn_with_state(server.clone(), guard::stand))
        .layer(CatchPanicLayer::custom(observe::panicked))
        .layer(from_fn_with_state(server.clone(), observe::secure))
        .layer(from_fn(observe::measure))
        .layer(from_fn_with_state(server.clone(), observe::name))
        .with_state(server)
}
