//! Server-sent events: GraphQL over SSE in its distinct connections mode, an operation to a connection.
//!
//! Each result is an event `next`, the end is an event `complete`. A stream that is broken off (the right ended, the server
//! stops, the client reads too slowly) has no `complete`, so that clients connect again and hear why they may not.

use std::{convert::Infallible, time::Duration};

use async_graphql::{Response as GraphqlResponse, parser::types::OperationType};
use axum::{
    body::{Body, Bytes},
    http::{HeaderName, header},
    response::{IntoResponse, Response},
};
use futures_util::StreamExt;
use tokio::{
    sync::mpsc,
    time::{Instant, MissedTickBehavior, interval_at, timeout},
};
use tokio_stream::wrappers::ReceiverStream;
use tokio_util::sync::CancellationToken;

use super::{
    answer,
    documents::Prepared,
    live::{self, Engine, PATIENCE, RECHECK, Step},
};

/// So many events wait for a client to read them.
const WAITING: usize = 16;
/// A comment is sent so often, so that nobody between takes the silence for the end.
const ALIVE: Duration = Duration::from_secs(12);
const COMMENT: Bytes = Bytes::from_static(b":\n\n");
const COMPLETE: Bytes = Bytes::from_static(b"event: complete\ndata: \n\n");

/// Answers with the events of an operation. `kept` is held for as long as the client listens.
pub fn answer<E: Engine>(
    engine: E,
    pass: E::Pass,
    prepared: Prepared,
    ending: CancellationToken,
    kept: impl Send + 'static,
) -> Response {
    let (sink, waiting) = mpsc::channel(WAITING);
    tokio::spawn(run(engine, pass, prepared, sink, ending));
    stream(ReceiverStream::new(waiting).map(move |event| {
        let _held = &kept;
        event
    }))
}

/// Answers that an operation was refused: in the stream, where the protocol wants to hear it.
pub fn refused(response: &GraphqlResponse) -> Response {
    stream(futures_util::stream::iter([next(response), COMPLETE]))
}

fn stream(events: impl futures_util::Stream<Item = Bytes> + Send + 'static) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/event-stream; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
        // Some proxies keep an answer back until it is whole.
        (HeaderName::from_static("x-accel-buffering"), "no"),
    ];
    (headers, Body::from_stream(events.map(Ok::<_, Infallible>))).into_response()
}

/// JSON has no line ends of its own here, so that each event is one line of data.
fn next(response: &GraphqlResponse) -> Bytes {
    let mut event = b"event: next\ndata: ".to_vec();
    event.extend(answer::body(response));
    event.extend(b"\n\n");
    event.into()
}

/// Runs an operation to its end, or until nobody may or wants to hear of it.
async fn run<E: Engine>(
    engine: E,
    pass: E::Pass,
    prepared: Prepared,
    sink: mpsc::Sender<Bytes>,
    ending: CancellationToken,
) {
    let live = prepared.kind == Some(OperationType::Subscription);
    let mut steps = live::steps(engine.clone(), pass.clone(), prepared);
    let began = Instant::now();
    let mut alive = interval_at(began + ALIVE, ALIVE);
    let mut recheck = interval_at(began + RECHECK, RECHECK);
    recheck.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        let event = tokio::select! {
            () = ending.cancelled() => return,
            () = sink.closed() => return,
            step = steps.next() => match step {
                Some(Step::Refused(_)) => return,
                // Nothing is shown to somebody whose right ended since, and a stream ends most often because it did.
                _ if live && !holds(&engine, &pass).await => return,
                Some(Step::Result(response) | Step::Delivery(response)) => next(&response),
                Some(Step::End) | None => {
                    let _ = timeout(PATIENCE, sink.send(COMPLETE)).await;
                    return;
                }
            },
            _ = recheck.tick(), if live => {
                if holds(&engine, &pass).await {
                    continue;
                }
                return;
            }
            _ = alive.tick() => COMMENT,
        };
        if !matches!(timeout(PATIENCE, sink.send(event)).await, Ok(Ok(()))) {
            return;
        }
    }
}

/// Whether the right to a stream holds now.
async fn holds<E: Engine>(engine: &E, pass: &E::Pass) -> bool {
    engine.admit(pass.clone(), false).await.is_ok()
}

#[cfg(test)]
mod tests {
    use std::{
        future::Future,
        sync::{
            Arc,
            atomic::{AtomicBool, Ordering},
        },
    };

    use async_graphql::Value;
    use futures_util::stream::{self, BoxStream};

    use super::{
        super::{documents::Documents, fault::Fault, live::Refused, parameters::Parameters},
        *,
    };

    /// Streams whatever the test tells, under a right that the test holds.
    #[derive(Clone)]
    struct Toy {
        holds: Arc<AtomicBool>,
        tell: tokio::sync::broadcast::Sender<i32>,
    }

    impl Engine for Toy {
        type Pass = ();
        type Who = ();
        type Place = ();

        fn pass(&self, _: &serde_json::Map<String, serde_json::Value>) -> Option<()> {
            Some(())
        }
        fn enter(&self, (): ()) -> impl Future<Output = Result<(), Refused>> + Send + 'static {
            self.admit((), false)
        }
        fn admit(&self, (): (), _: bool) -> impl Future<Output = Result<(), Refused>> + Send + 'static {
            let holds = self.holds.load(Ordering::SeqCst);
            async move { holds.then_some(()).ok_or(Refused::Forbidden) }
        }
        fn prepare(&self, (): &(), parameters: Parameters) -> Result<Prepared, Fault> {
            Documents::default().prepare(parameters)
        }
        fn execute(&self, _: Prepared, (): ()) -> impl Future<Output = GraphqlResponse> + Send + 'static {
            std::future::ready(GraphqlResponse::new(Value::from(1)))
        }
        fn subscribe(&self, _: Prepared, (): ()) -> BoxStream<'static, GraphqlResponse> {
            let told = tokio_stream::wrappers::BroadcastStream::new(self.tell.subscribe());
            let told = told.filter_map(|n| std::future::ready(n.ok()));
            stream::once(std::future::ready(0))
                .chain(told)
                .map(|n| GraphqlResponse::new(Value::from(n)))
                .boxed()
        }
    }

    struct Listener {
        toy: Toy,
        hear: mpsc::Receiver<Bytes>,
        ending: CancellationToken,
    }

    fn listen(query: &str) -> Listener {
        let toy =
            Toy { holds: Arc::new(AtomicBool::new(true)), tell: tokio::sync::broadcast::channel(100).0 };
        let (sink, hear) = mpsc::channel(4);
        let ending = CancellationToken::new();
        let parameters = Parameters { query: Some(query.to_owned()), ..Parameters::default() };
        let prepared = toy.prepare(&(), parameters).unwrap();
        tokio::spawn(run(toy.clone(), (), prepared, sink, ending.clone()));
        Listener { toy, hear, ending }
    }

    impl Listener {
        async fn hears(&mut self, event: &str) {
            let heard = self.hear.recv().await.unwrap();
            assert_eq!(std::str::from_utf8(&heard).unwrap(), event);
        }
        async fn ends(&mut self) {
            assert_eq!(self.hear.recv().await, None);
        }
    }

    const FIRST: &str = "event: next\ndata: {\"data\":0}\n\n";

    #[tokio::test(start_paused = true)]
    async fn a_query_is_one_result_and_complete() {
        let mut listener = listen("{ a }");
        listener.hears("event: next\ndata: {\"data\":1}\n\n").await;
        listener.hears("event: complete\ndata: \n\n").await;
        listener.ends().await;
    }

    #[tokio::test(start_paused = true)]
    async fn silence_is_broken_by_comments() {
        let mut listener = listen("subscription { a }");
        listener.hears(FIRST).await;
        let began = Instant::now();
        listener.hears(":\n\n").await;
        listener.hears(":\n\n").await;
        assert_eq!(began.elapsed(), ALIVE * 2);
        listener.toy.tell.send(7).unwrap();
        listener.hears("event: next\ndata: {\"data\":7}\n\n").await;
    }

    #[tokio::test(start_paused = true)]
    async fn a_right_that_ends_breaks_the_stream_off_within_five_seconds_and_before_any_delivery() {
        let mut listener = listen("subscription { a }");
        listener.hears(FIRST).await;
        listener.toy.holds.store(false, Ordering::SeqCst);
        let ended = Instant::now();
        listener.ends().await;
        assert!(ended.elapsed() <= Duration::from_secs(5));

        let mut listener = listen("subscription { a }");
        listener.hears(FIRST).await;
        listener.toy.holds.store(false, Ordering::SeqCst);
        listener.toy.tell.send(7).unwrap();
        listener.ends().await;
    }

    #[tokio::test(start_paused = true)]
    async fn who_reads_nothing_is_let_go_and_so_is_everyone_when_the_server_stops() {
        let mut slow = listen("subscription { a }");
        tokio::time::sleep(Duration::from_millis(1)).await;
        for n in 0..50 {
            slow.toy.tell.send(n).unwrap();
        }
        tokio::time::sleep(Duration::from_mins(1)).await;
        assert_eq!(slow.toy.tell.receiver_count(), 0);
        assert_eq!(slow.hear.len(), 4);
        slow.hears(FIRST).await;

        let mut listener = listen("subscription { a }");
        listener.hears(FIRST).await;
        listener.ending.cancel();
        listener.ends().await;
    }
}
