//! HTTP: GraphQL over POST, GET, WebSocket and events, signing in and out, health, and the frontend's files.
//!
//! Owns protocols, headers and status codes. No rules and no SQL: who someone is says `domain::people::sign_in`, and what
//! they get says `graphql`.

pub mod accept;
pub mod address;
pub mod answer;
pub mod body;
pub mod bound;
pub mod documents;
mod etag;
pub mod events;
pub mod export;
pub mod fault;
pub mod find;
pub mod forwarded;
pub mod frontend;
pub mod graphql;
pub mod guard;
pub mod health;
pub mod identity;
pub mod invitation;
pub mod lexical;
pub mod live;
pub mod observe;
pub mod open_referral;
pub mod pace;
pub mod parameters;
pub mod register_key;
pub mod second_factor;
pub mod serve;
#[cfg(test)]
mod serve_tests;
pub mod sign_in;
pub mod socket;

use std::{collections::BTreeSet, sync::Arc};

use axum::{
    Router,
    middleware::{from_fn, from_fn_with_state},
    routing::{any, get, post},
};
use tokio::sync::Semaphore;
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer};

use self::{
    documents::{Documents, Prepared},
    fault::Fault,
    frontend::Frontend,
    parameters::Parameters,
};
use crate::{
    domain::people::sign_in::Credential,
    graphql::{Schema, streams::Streams},
    platform::{
        app::App,
        error::{Error, Result},
        rates::Asker,
    },
};

/// What every request needs; cheap to clone.
#[derive(Clone)]
pub struct Server(Arc<Inner>);

struct Inner {
    app: App,
    streams: Streams,
    schema: Schema,
    /// The types whose values are codes.
    enums: BTreeSet<String>,
    documents: Documents,
    frontend: Frontend,
    demo_password: Option<String>,
    /// Requests for a link that are looked at in the background.
    asks: Arc<Semaphore>,
}

/// So many requests for a link are looked at, at once.
const ASKS_AT_ONCE: usize = 32;

impl Server {
    /// A server of an application. In a demo the sign-ins and their one password are shown to everyone.
    pub fn new(app: App, demo_password: Option<String>) -> Result<Self> {
        let introspection = introspection(&app, demo_password.is_some());
        let frontend = Frontend::load(app.config().frontend.as_deref())?.with_graphiql(introspection);
        let documents = frontend::documents(app.config().frontend.as_deref())?;
        tracing::debug!(files = frontend.files(), trusted = documents.trusted(), "frontend loaded");
        let schema = crate::graphql::schema(introspection);
        let enums = crate::graphql::enums(&schema);
        let asks = Arc::new(Semaphore::new(ASKS_AT_ONCE));
        let streams = Streams::new(app.clone());
        Ok(Self(Arc::new(Inner { app, streams, schema, enums, documents, frontend, demo_password, asks })))
    }

    /// Whether clients may ask for the schema.
    #[must_use]
    pub fn introspection(&self) -> bool {
        introspection(self.app(), self.0.demo_password.is_some())
    }

    fn app(&self) -> &App {
        &self.0.app
    }

    /// Whether any document within the limits is executed for everybody: in a demo.
    fn executes_any(&self) -> bool {
        self.0.demo_password.is_some()
    }

    /// Finds the document of a request. A browser sends those of the frontend alone, except in a demo: whoever takes over a
    /// page cannot ask for more than its pages ask for. A program's token may send any within the limits; who has neither
    /// gets only what the pages ask for before anybody has signed in.
    fn prepare(&self, parameters: Parameters, credential: Option<&Credential>) -> Result<Prepared, Fault> {
        let prepared = self.0.documents.prepare(parameters)?;
        if prepared.trusted || self.executes_any() {
            return Ok(prepared);
        }
        match credential {
            Some(Credential::Bearer(_)) => Ok(prepared),
            Some(Credential::Cookie(_)) => {
                let message =
                    "with a cookie only the documents of Ridgeway's own pages are executed: use a token";
                Err(Fault::of_document("PERSISTED_QUERY_REQUIRED", message))
            }
            None => Err(Error::NotSignedIn.into()),
        }
    }

    /// Counts a request of a person.
    fn count(&self, person: uuid::Uuid) -> Result<(), Fault> {
        let app = self.app();
        app.rates().take(Asker::Person(person), app.now()).map_err(Fault::rate_limited)
    }
}

/// Who builds a client against the demo asks the demo; in production the committed schema says it, unless it is switched on.
fn introspection(app: &App, demo: bool) -> bool {
    demo || app.config().introspection
}

/// All routes.
pub fn router(server: Server) -> Router {
    let frontend = any(frontend::serve).layer(CompressionLayer::new()).with_state(server.clone());
    let people = Router::new()
        .route("/sign-in", post(sign_in::sign_in))
        .route("/sign-in/second-factor", post(second_factor::enrol))
        .route("/sign-in/code", post(second_factor::enter))
        .route("/sign-out", post(sign_in::sign_out))
        .route("/one-time-link", post(invitation::open))
        .route("/link-request", post(invitation::ask))
        .route("/session", get(sign_in::session))
        .route("/register-key", post(register_key::give))
        .route("/sign-in-options", get(sign_in::options))
        .route("/exports/{id}", get(export::fetch).head(export::look))
        .layer(from_fn_with_state(server.clone(), bound::bound));
    people
        .route("/graphql", any(graphql::handle))
        .route("/find/options", get(find::options))
        .route("/find/programmes", post(find::programmes))
        .route("/openreferral/services", get(open_referral::services))
        .route("/openreferral/services/{id}", get(open_referral::service))
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
