//! One graphql-transport-ws connection as a state machine over two channels: it knows no network, no database and no schema.
//!
//! A client that reads too slowly is let go; operations end with their connection, and streams with the right to them.

use std::{borrow::Cow, time::Duration};

use async_graphql::{Response as GraphqlResponse, parser::types::OperationType};
use futures_util::{FutureExt, Stream, StreamExt, future::BoxFuture, stream::BoxStream};
use serde_json::{Map, Value};
use tokio::{
    sync::mpsc,
    time::{Instant, MissedTickBehavior, interval_at, sleep_until, timeout},
};
use tokio_stream::StreamMap;
use tokio_util::sync::CancellationToken;

use super::super::{
    answer::is_request_error,
    fault::Fault,
    live::{self, Engine, PATIENCE, RECHECK, Refused, Step},
    parameters::Parameters,
};
use super::message::{self, FromClient};

/// `connection_init` comes within this.
pub const INIT: Duration = Duration::from_secs(10);
/// The server looks so often whether the client is there, and lets go of one that says nothing for two turns.
const HEARTBEAT: Duration = Duration::from_secs(25);
/// One connection runs so many operations at once.
const AT_ONCE: usize = 100;

/// Why the server closes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    /// The protocol's code.
    pub code: u16,
    /// A few words for people who read logs of their client.
    pub reason: Cow<'static, str>,
}

const fn closing(code: u16, reason: &'static str) -> Closing {
    Closing { code, reason: Cow::Borrowed(reason) }
}
const GOING_AWAY: Closing = closing(1001, "Going away");
const TRY_AGAIN: Closing = closing(1013, "Try again later");
const UNAUTHORISED: Closing = closing(4401, "Unauthorized");
const FORBIDDEN: Closing = closing(4403, "Forbidden");
const INIT_TIMEOUT: Closing = closing(4408, "Connection initialisation timeout");
const TOO_MANY_INITS: Closing = closing(4429, "Too many initialisation requests");

/// What comes in.
#[derive(Debug)]
pub enum Incoming {
    /// A message.
    Text(String),
    /// The client is there: a ping or pong below the protocol.
    Alive,
    /// What the protocol has no place for: bytes, or more than fits.
    Malformed,
}

/// What goes out.
#[derive(Debug, PartialEq, Eq)]
pub enum Outgoing {
    /// A message.
    Text(String),
    /// Is the client there?
    Ping,
    /// The end.
    Close(Closing),
}

enum Admission<E: Engine> {
    /// Nothing was said yet.
    Silent,
    /// The pass is being looked up.
    Asked(E::Pass),
    /// Let in, with a place among the person's connections.
    Granted(E::Pass, E::Place),
}

struct Connection<E: Engine> {
    engine: E,
    admission: Admission<E>,
    asking: BoxFuture<'static, Result<E::Place, Refused>>,
    operations: StreamMap<String, BoxStream<'static, Step>>,
    /// Streams of subscriptions among the operations, and whether each has delivered yet.
    subscriptions: std::collections::HashMap<String, bool>,
    outgoing: mpsc::Sender<Outgoing>,
}

/// The connection ends: with these words, or because the client is gone.
type Ended = Option<Closing>;

/// Runs a connection to its end.
pub async fn run<E: Engine>(
    engine: E,
    mut incoming: impl Stream<Item = Incoming> + Unpin + Send,
    outgoing: mpsc::Sender<Outgoing>,
    ending: CancellationToken,
) {
    let mut connection = Connection {
        engine,
        admission: Admission::Silent,
        asking: std::future::pending().boxed(),
        operations: StreamMap::new(),
        subscriptions: std::collections::HashMap::new(),
        outgoing: outgoing.clone(),
    };
    if let Err(Some(closing)) = connection.live(&mut incoming, ending).await {
        // Who does not take this either is let go.
        let _ = timeout(PATIENCE, outgoing.send(Outgoing::Close(closing))).await;
    }
}

impl<E: Engine> Connection<E> {
    async fn live(
        &mut self,
        incoming: &mut (impl Stream<Item = Incoming> + Unpin + Send),
        ending: CancellationToken,
    ) -> Result<(), Ended> {
        let began = Instant::now();
        let mut heartbeat = interval_at(began + HEARTBEAT, HEARTBEAT);
        let mut recheck = interval_at(began + RECHECK, RECHECK);
        recheck.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut heard = began;
        loop {
            let silent = matches!(self.admission, Admission::Silent);
            tokio::select! {
                () = ending.cancelled() => return Err(Some(GOING_AWAY)),
                () = sleep_until(began + INIT), if silent => return Err(Some(INIT_TIMEOUT)),
                admitted = &mut self.asking => self.admitted(admitted).await?,
                frame = incoming.next() => {
                    heard = Instant::now();
                    match frame.ok_or(None)? {
                        Incoming::Text(text) => self.hear(&text).await?,
                        Incoming::Alive => {}
                        Incoming::Malformed => return Err(Some(closing(4400, "Invalid message"))),
                    }
                }
                Some((id, step)) = self.operations.next(), if !self.operations.is_empty() => {
                    self.step(id, step).await?;
                }
                _ = recheck.tick(), if !self.subscriptions.is_empty() => self.recheck().await?,
                _ = heartbeat.tick() => {
                    if heard.elapsed() > HEARTBEAT * 2 {
                        return Err(None);
                    }
                    self.send(Outgoing::Ping).await?;
                }
            }
        }
    }

    async fn send(&mut self, frame: Outgoing) -> Result<(), Ended> {
        match timeout(PATIENCE, self.outgoing.send(frame)).await {
            Ok(Ok(())) => Ok(()),
            _ => Err(None),
        }
    }

    async fn say(&mut self, text: String) -> Result<(), Ended> {
        self.send(Outgoing::Text(text)).await
    }

    async fn hear(&mut self, text: &str) -> Result<(), Ended> {
        let said = FromClient::read(text).map_err(|reason| Some(closing(4400, reason)))?;
        match said {
            FromClient::Init(payload) => self.init(&payload),
            FromClient::Ping(payload) => self.say(message::pong(payload)).await,
            FromClient::Pong => Ok(()),
            FromClient::Complete { id } => {
                // Of one that is over already, both said so at once.
                self.operations.remove(&id);
                self.subscriptions.remove(&id);
                Ok(())
            }
            FromClient::Subscribe { id, parameters } => self.begin(id, parameters).await,
        }
    }

    fn init(&mut self, payload: &Map<String, Value>) -> Result<(), Ended> {
        if !matches!(self.admission, Admission::Silent) {
            return Err(Some(TOO_MANY_INITS));
        }
        let pass = self.engine.pass(payload).ok_or(Some(FORBIDDEN))?;
        self.asking = self.engine.enter(pass.clone()).boxed();
        self.admission = Admission::Asked(pass);
        Ok(())
    }

    async fn admitted(&mut self, admitted: Result<E::Place, Refused>) -> Result<(), Ended> {
        self.asking = std::future::pending().boxed();
        let place = admitted.map_err(|refused| Some(closing_for(refused)))?;
        if let Admission::Asked(pass) = &self.admission {
            self.admission = Admission::Granted(pass.clone(), place);
        }
        self.say(message::ack()).await
    }

    async fn begin(&mut self, id: String, parameters: Parameters) -> Result<(), Ended> {
        let Admission::Granted(pass, _) = &self.admission else { return Err(Some(UNAUTHORISED)) };
        if self.operations.contains_key(&id) {
            let reason = format!("Subscriber for {} already exists", shortened(&id));
            return Err(Some(Closing { code: 4409, reason: reason.into() }));
        }
        if self.operations.len() >= AT_ONCE {
            let full = Fault::of_document("TOO_COMPLEX", "this connection runs too many operations at once");
            return self.say(message::error(&id, &full.errors())).await;
        }
        let prepared = match self.engine.prepare(pass, parameters) {
            Ok(prepared) => prepared,
            Err(fault) => return self.say(message::error(&id, &fault.errors())).await,
        };
        if prepared.kind == Some(OperationType::Subscription) {
            self.subscriptions.insert(id.clone(), false);
        }
        let steps = live::steps(self.engine.clone(), pass.clone(), prepared);
        self.operations.insert(id, steps);
        Ok(())
    }

    async fn step(&mut self, id: String, step: Step) -> Result<(), Ended> {
        match step {
            Step::Refused(refused) => Err(Some(closing_for(refused))),
            Step::Result(response) if is_request_error(&response) => self.fail(&id, &response).await,
            Step::Result(response) => self.say(message::next(&id, &response)).await,
            Step::Delivery(response) => {
                // Nothing is shown to somebody whose right ended since.
                self.recheck().await?;
                let begun = self.subscriptions.insert(id.clone(), true).unwrap_or(false);
                let refused = response.data == async_graphql::Value::Null && !response.errors.is_empty();
                if refused && (!begun || is_request_error(&response)) {
                    return self.fail(&id, &response).await;
                }
                self.say(message::next(&id, &response)).await
            }
            Step::End => {
                let live = self.subscriptions.remove(&id).is_some();
                self.operations.remove(&id);
                if live {
                    // A stream that ends by itself ends most often because the right to it did.
                    self.recheck().await?;
                }
                self.say(message::complete(&id)).await
            }
        }
    }

    async fn fail(&mut self, id: &str, response: &GraphqlResponse) -> Result<(), Ended> {
        self.operations.remove(id);
        self.subscriptions.remove(id);
        self.say(message::error(id, &response.errors)).await
    }

    async fn recheck(&mut self) -> Result<(), Ended> {
        let Admission::Granted(pass, _) = &self.admission else { return Ok(()) };
        self.engine.admit(pass.clone(), false).await.map(|_| ()).map_err(|refused| Some(closing_for(refused)))
    }
}

const fn closing_for(refused: Refused) -> Closing {
    match refused {
        Refused::Forbidden => FORBIDDEN,
        Refused::Unavailable | Refused::Full => TRY_AGAIN,
    }
}

/// A close frame has room for 123 bytes.
fn shortened(id: &str) -> String {
    id.chars().take(20).collect()
}
