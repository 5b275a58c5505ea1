//! The surface: objects, inputs, payloads and loaders, wing by wing. No SQL, no rules.
//!
//! A resolver decodes, calls an operation or a scoped read, and builds what is shown. Whether a field is for the viewer is
//! asked of the policy with the relations that the row holds.

pub mod batches;
pub mod bounds;
pub mod casework;
pub mod connection;
pub mod delivery;
pub mod enrolments;
pub mod error;
pub mod insight;
pub mod loader;
mod mutation;
pub mod node;
pub mod people;
mod query;
pub mod record;
pub mod scalar;
pub mod scopes;
pub mod search;
pub mod streams;
mod subscription;
pub mod visit;

use std::{collections::BTreeSet, sync::Mutex, time::Duration};

use async_graphql::{Request, Response, ServerError, parser::types::OperationType};
use futures_util::{Stream, StreamExt, stream};

use crate::{
    access::Viewer,
    domain::people::sign_in::Credential,
    platform::{app::App, outage::Outage},
};
use mutation::Mutation;
use query::Query;
use streams::Streams;
use subscription::Subscription;
use visit::{Visit, Way};

/// The schema.
pub type Schema = async_graphql::Schema<Query, Mutation, Subscription>;

/// How long a query may take. Its statements end by the database's own limit.
const QUERY: Duration = Duration::from_secs(10);
/// How long a mutation may take. Its operations have their own limit, and are never left half-way before it: this is for a
/// database that does not even confirm that they have ended.
const MUTATION: Duration = Duration::from_secs(20);
/// How deep a document may nest; the standard introspection query needs 13.
const DEPTH: usize = 15;
/// How many fields a document may ask for.
const COMPLEXITY: usize = 1_000;
/// How many aliases, and how many directives, it may use.
const ALIASES: usize = 30;

/// Who asks, and in which request.
#[derive(Clone, Debug)]
pub struct Caller {
    /// The viewer; none where nobody is signed in.
    pub viewer: Option<Viewer>,
    /// What proves the viewer. A stream is renewed by it, and begins for nobody without one.
    pub credential: Option<Credential>,
    /// The request, as in the log.
    pub request_id: String,
    /// The caller's key for retries.
    pub idempotency_key: Option<String>,
}

/// The schema of an application.
#[must_use]
pub fn schema(introspection: bool) -> Schema {
    let schema = Schema::build(Query, Mutation::default(), Subscription)
        .register_output_type::<record::node::Node>()
        .limit_depth(DEPTH)
        .limit_complexity(COMPLEXITY)
        .limit_aliases(ALIASES)
        .limit_directives(ALIASES);
    if introspection {
        schema.finish()
    } else {
        schema.disable_introspection().disable_suggestions().finish()
    }
}

/// The schema as text, for those who build against it.
#[must_use]
pub fn sdl() -> String {
    schema(true).sdl()
}

/// The names of the enums, whose values are codes and tell nothing about anyone.
#[must_use]
pub fn enums(schema: &Schema) -> BTreeSet<String> {
    let sdl = schema.sdl();
    let names = sdl.lines().filter_map(|line| line.strip_prefix("enum ")?.split_whitespace().next());
    names.map(str::to_owned).collect()
}

/// Answers a query or mutation. What was opened is written to the audit before the answer leaves, or nothing is shown.
pub async fn execute(app: &App, schema: &Schema, mut request: Request, caller: Caller) -> Response {
    if let Some(refused) = beyond_scope(&mut request, &caller) {
        return refused;
    }
    let request_id = caller.request_id.clone();
    let who = (caller.viewer, caller.credential);
    let batches = batches::Batches::default();
    let way = Way::Answer(batches.clone());
    let visit = Visit::new(app.clone(), who, request_id.clone(), caller.idempotency_key, way);
    let visit = std::sync::Arc::new(visit);
    let limit = if is_query(&mut request) { QUERY } else { MUTATION };
    // Both are large, and handed on twice.
    let answering = Box::pin(async {
        let executing = Box::pin(schema.execute(request.data(std::sync::Arc::clone(&visit))));
        let response = batches.run_with(executing).await;
        finished(&visit, response, &request_id).await
    });
    in_time(app.outage(), limit, answering).await
}

/// How what the caller's token does not open is refused.
fn beyond_scope(request: &mut Request, caller: &Caller) -> Option<Response> {
    scopes::refusal(request, caller.viewer.as_ref()?.scope)
}

/// What is not answered in time is not waited for, nor what asks a database that is away.
async fn in_time(outage: &Outage, limit: Duration, answering: impl Future<Output = Response>) -> Response {
    outage.within(limit, async { Ok(answering.await) }).await.unwrap_or_else(|error| {
        tracing::warn!(%error, "not answered");
        unavailable()
    })
}

/// Whether all that a request may run are queries.
fn is_query(request: &mut Request) -> bool {
    let named = request.operation_name.clone();
    let Ok(document) = request.parsed_query() else { return false };
    let chosen = |own: Option<&async_graphql::Name>| {
        named.as_deref().is_none_or(|named| own.is_some_and(|own| own.as_str() == named))
    };
    document
        .operations
        .iter()
        .filter(|(own, _)| chosen(*own))
        .all(|(_, operation)| operation.node.ty == OperationType::Query)
}

fn unavailable() -> Response {
    let mut error = ServerError::new("This cannot be answered at the moment. Try again shortly.", None);
    error.extensions.get_or_insert_default().set("code", "UNAVAILABLE");
    Response::from_errors(vec![error])
}

/// Answers a subscription, change by change.
pub fn subscribe(
    streams: &Streams,
    schema: &Schema,
    mut request: Request,
    caller: Caller,
) -> impl Stream<Item = Response> + Send + use<> {
    if let Some(refused) = beyond_scope(&mut request, &caller) {
        return stream::once(std::future::ready(refused)).left_stream();
    }
    let request_id = caller.request_id.clone();
    let who = (caller.viewer, caller.credential);
    let (app, way) =
        (streams.app().clone(), Way::Stream { streams: streams.clone(), turn: Mutex::default() });
    let visit = Visit::new(app, who, request_id.clone(), caller.idempotency_key, way);
    let visit = std::sync::Arc::new(visit);
    let responses = schema.execute_stream(request.data(std::sync::Arc::clone(&visit)));
    responses
        .then(move |response| {
            let (visit, request_id) = (std::sync::Arc::clone(&visit), request_id.clone());
            async move {
                let response = finished(&visit, response, &request_id).await;
                // How long the client takes to read it is no reason to keep others waiting.
                visit.give_turn_back();
                response
            }
        })
        .right_stream()
}

async fn finished(visit: &Visit, mut response: Response, request_id: &str) -> Response {
    if visit.write_openings().await.is_err() {
        return unavailable();
    }
    for error in &mut response.errors {
        error::classify(error, request_id);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn what_takes_too_long_is_unavailable() {
        let began = tokio::time::Instant::now();
        let response = in_time(&Outage::default(), QUERY, std::future::pending()).await;
        assert_eq!(began.elapsed(), QUERY);
        let code = response.errors[0].extensions.as_ref().and_then(|extensions| extensions.get("code"));
        assert_eq!(code, Some(&async_graphql::Value::from("UNAVAILABLE")));
    }

    #[test]
    fn only_queries_are_cut_short_at_ten_seconds() {
        let is = |text: &str, name: Option<&str>| {
            let mut request = Request::new(text);
            request.operation_name = name.map(str::to_owned);
            is_query(&mut request)
        };
        assert!(is("{ viewer { user { id } } }", None));
        assert!(!is("mutation { x }", None));
        let both = "query Look { a } mutation Do { b }";
        assert!(is(both, Some("Look")) && !is(both, Some("Do")) && !is(both, None));
    }
}
