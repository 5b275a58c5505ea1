//! What a live connection of either protocol needs from the rest of the program, and the operations that run on it.
//!
//! Owns who is let in and how often that is looked at again; how it is said to a client is the protocols' own.

use std::{future::Future, sync::Arc, time::Duration};

use async_graphql::{Response as GraphqlResponse, parser::types::OperationType};
use futures_util::{
    FutureExt, StreamExt,
    stream::{self, BoxStream},
};
use serde_json::{Map, Value};
use tracing::Instrument;
use uuid::Uuid;

use super::{Server, documents::Prepared, fault::Fault, identity, parameters::Parameters};
use crate::{
    access::Viewer,
    domain::people::sign_in::{self, Credential},
    graphql::Caller,
    platform::{
        error::{Error, Result},
        rates::{Asker, Seat},
    },
};

/// Whether somebody may go on is looked up within this.
const ADMISSION: Duration = Duration::from_secs(3);
/// While streams run, their right is looked at again so often; it ends them within 5 seconds.
pub const RECHECK: Duration = Duration::from_secs(4);
/// The client takes what is sent to it within this.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// Why somebody is not let in, or no longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The credential or the membership does not hold.
    Forbidden,
    /// It could not be looked up.
    Unavailable,
    /// This person has too many connections open.
    Full,
}

impl From<&Error> for Refused {
    fn from(error: &Error) -> Self {
        match error {
            Error::Forbidden => Self::Forbidden,
            _ => Self::Unavailable,
        }
    }
}

/// What a connection needs from the rest of the program.
pub trait Engine: Clone + Send + Sync + 'static {
    /// A credential and a membership, as they came.
    type Pass: Clone + Send + Sync + 'static;
    /// Somebody whose pass holds now.
    type Who: Send + 'static;
    /// The person's place among the open connections.
    type Place: Send + 'static;

    /// The pass of a connection, by the payload of its `connection_init`; none where there is no credential.
    fn pass(&self, payload: &Map<String, Value>) -> Option<Self::Pass>;
    /// Looks a pass up when the connection begins, and takes the person's place.
    fn enter(&self, pass: Self::Pass) -> impl Future<Output = Result<Self::Place, Refused>> + Send + 'static;
    /// Looks a pass up. Counts as use of a sign-in only where it `counts`.
    fn admit(
        &self,
        pass: Self::Pass,
        counts: bool,
    ) -> impl Future<Output = Result<Self::Who, Refused>> + Send + 'static;
    /// Finds the document that the parameters name or bring, if one with this pass may send it.
    fn prepare(&self, pass: &Self::Pass, parameters: Parameters) -> Result<Prepared, Fault>;
    /// Executes a query or a mutation.
    fn execute(
        &self,
        prepared: Prepared,
        who: Self::Who,
    ) -> impl Future<Output = GraphqlResponse> + Send + 'static;
    /// Begins a subscription.
    fn subscribe(&self, prepared: Prepared, who: Self::Who) -> BoxStream<'static, GraphqlResponse>;
}

/// What an operation brings.
pub enum Step {
    /// A result of a query or a mutation.
    Result(GraphqlResponse),
    /// A delivery of a subscription.
    Delivery(GraphqlResponse),
    /// It is over.
    End,
    /// Its right is gone, or cannot be looked up.
    Refused(Refused),
}

/// Runs an operation, under the rights that its pass has when it begins.
pub fn steps<E: Engine>(engine: E, pass: E::Pass, prepared: Prepared) -> BoxStream<'static, Step> {
    let steps = if prepared.kind == Some(OperationType::Subscription) {
        let deliveries = async move {
            match engine.admit(pass, false).await {
                Ok(who) => engine.subscribe(prepared, who).map(Step::Delivery).boxed(),
                Err(refused) => stream::once(async move { Step::Refused(refused) }).boxed(),
            }
        };
        deliveries.flatten_stream().boxed()
    } else {
        stream::once(async move {
            match engine.admit(pass, true).await {
                Ok(who) => Step::Result(engine.execute(prepared, who).await),
                Err(refused) => Step::Refused(refused),
            }
        })
        .boxed()
    };
    steps.chain(stream::once(async { Step::End })).boxed()
}

/// A credential and a membership, as they came.
#[derive(Clone)]
pub struct Pass<C = Credential> {
    /// What proves the person.
    pub credential: C,
    /// As whom they ask.
    pub membership: Option<String>,
}

/// The program behind a connection.
#[derive(Clone)]
pub struct Live {
    /// The program.
    pub server: Server,
    /// What the first request of the connection brought.
    pub handshake: Pass<Option<Credential>>,
    /// The place that was taken for the person whom the first request named.
    pub seated: Option<(Uuid, Arc<Seat>)>,
    /// The key of the one mutation that the connection is for, where it is for one.
    pub idempotency_key: Option<String>,
}

impl Live {
    /// The person whom a credential names takes a place; nobody where it does not hold.
    pub async fn seat(server: &Server, pass: &Pass) -> Result<Option<(Uuid, Arc<Seat>)>, Refused> {
        let glance = server.0.streams.glances.glance(&pass.credential, pass.membership.as_deref());
        let glance = server.app().outage().within(ADMISSION, glance);
        let Some(viewer) = glance.await.map_err(|error| Refused::from(&error))? else { return Ok(None) };
        let person = viewer.user.uuid();
        let seat = server.app().rates().sit(Asker::Person(person)).ok_or(Refused::Full)?;
        Ok(Some((person, Arc::new(seat))))
    }

    fn caller(&self, (viewer, credential): (Viewer, Credential)) -> Caller {
        let request_id = self.server.app().new_id::<Uuid>().to_string();
        let idempotency_key = self.idempotency_key.clone();
        Caller { viewer: Some(viewer), credential: Some(credential), request_id, idempotency_key }
    }
}

/// The span of an operation of a live connection.
fn span(caller: &Caller, prepared: &Prepared) -> tracing::Span {
    let operation = prepared.name.as_deref().unwrap_or_default();
    tracing::info_span!("live.operation", request_id = caller.request_id, operation)
}

impl Engine for Live {
    type Pass = Pass;
    type Who = (Viewer, Credential);
    type Place = Arc<Seat>;

    fn pass(&self, payload: &Map<String, Value>) -> Option<Pass> {
        let text = |name: &str| {
            payload
                .iter()
                .find(|(key, _)| key.eq_ignore_ascii_case(name))
                .and_then(|(_, value)| value.as_str())
        };
        let credential = match text("authorization") {
            Some(authorization) => identity::bearer(authorization),
            None => self.handshake.credential.clone(),
        };
        let membership =
            text("ridgeway-membership").map(str::to_owned).or_else(|| self.handshake.membership.clone());
        Some(Pass { credential: credential?, membership })
    }

    fn enter(&self, pass: Pass) -> impl Future<Output = Result<Arc<Seat>, Refused>> + Send + 'static {
        let live = self.clone();
        async move {
            // Browsers connect again by themselves while nobody is there: that is not use.
            let person = live.admit(pass, false).await?.0.user.uuid();
            match live.seated {
                Some((seated, seat)) if seated == person => Ok(seat),
                _ => live.server.app().rates().sit(Asker::Person(person)).map(Arc::new).ok_or(Refused::Full),
            }
        }
    }

    fn admit(
        &self,
        pass: Pass,
        counts: bool,
    ) -> impl Future<Output = Result<(Viewer, Credential), Refused>> + Send + 'static {
        let server = self.server.clone();
        async move {
            let app = server.app();
            let (credential, membership) = (&pass.credential, pass.membership.as_deref());
            let looked_up = async {
                if counts {
                    let request_id = app.new_id::<Uuid>().to_string();
                    sign_in::viewer(app, credential, membership, &request_id).await
                } else {
                    server.0.streams.glances.glance(credential, membership).await
                }
            };
            match app.outage().within(ADMISSION, looked_up).await {
                Ok(Some(viewer)) => Ok((viewer, pass.credential)),
                Ok(None) => Err(Refused::Forbidden),
                Err(error) => Err(Refused::from(&error)),
            }
        }
    }

    fn prepare(&self, pass: &Pass, parameters: Parameters) -> Result<Prepared, Fault> {
        self.server.prepare(parameters, Some(&pass.credential))
    }

    fn execute(
        &self,
        prepared: Prepared,
        who: (Viewer, Credential),
    ) -> impl Future<Output = GraphqlResponse> + Send + 'static {
        let (server, person) = (self.server.clone(), who.0.user.uuid());
        let caller = self.caller(who);
        let span = span(&caller, &prepared);
        async move {
            match server.count(person) {
                Ok(()) => {
                    crate::graphql::execute(server.app(), &server.0.schema, prepared.request, caller).await
                }
                Err(fault) => fault.response(),
            }
        }
        .instrument(span)
    }

    fn subscribe(
        &self,
        prepared: Prepared,
        who: (Viewer, Credential),
    ) -> BoxStream<'static, GraphqlResponse> {
        let (server, person) = (self.server.clone(), who.0.user.uuid());
        let caller = self.caller(who);
        let responses = async move {
            match server.count(person) {
                Ok(()) => {
                    let (streams, schema) = (&server.0.streams, &server.0.schema);
                    crate::graphql::subscribe(streams, schema, prepared.request, caller).boxed()
                }
                Err(fault) => stream::once(async move { fault.response() }).boxed(),
            }
        };
        responses.flatten_stream().boxed()
    }
}
