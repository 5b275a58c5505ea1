//! How long a connection may take for what it does: the head of a request, the time between two, and taking an answer.
//!
//! Knows bytes and times, and nothing of what is asked. How long a body may take is in `body`, what an answer may take to
//! make in `graphql`.

use std::{
    io,
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll},
    time::Duration,
};

use axum::body::{Body, Bytes};
use hyper::body::{Body as HttpBody, Frame, SizeHint};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
    sync::OwnedSemaphorePermit,
    time::{Instant, sleep_until},
};
use tokio_io_timeout::TimeoutWriter;

/// How long a client may take.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// For the first line and the headers of a request: from their first byte, and for the first request from when the
    /// connection began.
    pub head: Duration,
    /// Between an answer and the next request.
    pub idle: Duration,
    /// For taking anything of what is sent.
    pub unread: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(10),
            // Proxies keep connections for up to two minutes. If we were the first to close, a request that was just
            // being sent would be lost.
            idle: Duration::from_mins(3),
            unread: Duration::from_secs(20),
        }
    }
}

/// What a connection does, and since when.
#[derive(Clone, Copy, Debug)]
enum Stage {
    /// Nothing came yet.
    New(Instant),
    /// A request has begun to come.
    Head(Instant),
    /// A request is answered.
    Answering,
    /// Everything was answered.
    Idle(Instant),
}

/// The pace of one connection; cheap to clone.
#[derive(Clone, Debug)]
pub struct Pace(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    patience: Patience,
    stage: Mutex<Stage>,
}

impl Pace {
    /// Of a connection that begins now.
    #[must_use]
    pub fn new(patience: Patience) -> Self {
        Self(Arc::new(Inner { patience, stage: Mutex::new(Stage::New(Instant::now())) }))
    }

    fn stage(&self) -> MutexGuard<'_, Stage> {
        self.0.stage.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn heard(&self) {
        let mut stage = self.stage();
        *stage = match *stage {
            // The time for the first request runs from the beginning.
            Stage::New(since) => Stage::Head(since),
            Stage::Idle(_) => Stage::Head(Instant::now()),
            other => other,
        };
    }

    /// A request is there; until its answer was taken no time runs here.
    #[must_use]
    pub fn answering(&self) -> Answering {
        *self.stage() = Stage::Answering;
        Answering(self.clone())
    }

    /// Whether no part of a request is here.
    #[must_use]
    pub fn is_between_requests(&self) -> bool {
        matches!(*self.stage(), Stage::New(_) | Stage::Idle(_))
    }

    /// Until the client has taken too long.
    pub async fn overdue(&self) {
        let Patience { head, idle, .. } = self.0.patience;
        loop {
            let now = Instant::now();
            let due = match *self.stage() {
                Stage::New(since) | Stage::Head(since) => since + head,
                Stage::Idle(since) => since + idle,
                Stage::Answering => now + head,
            };
            if due <= now {
                return;
            }
            // A head that begins meanwhile is due no sooner than this.
            sleep_until(due.min(now + head)).await;
        }
    }
}

/// That a request is answered, until this is dropped.
#[derive(Debug)]
pub struct Answering(Pace);

impl Answering {
    /// Holds it until the body was taken, to its end or not.
    #[must_use]
    pub fn until_taken(self, body: Body) -> Taken {
        Taken { body, _answering: self }
    }
}

impl Drop for Answering {
    fn drop(&mut self) {
        *self.0.stage() = Stage::Idle(Instant::now());
    }
}

/// The body of an answer.
#[derive(Debug)]
pub struct Taken {
    body: Body,
    _answering: Answering,
}

impl HttpBody for Taken {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// The bytes of a connection. It keeps its place among the open ones for as long as it lives, as a WebSocket too.
pub struct Wire {
    stream: Pin<Box<TimeoutWriter<TcpStream>>>,
    pace: Pace,
    _place: OwnedSemaphorePermit,
}

impl Wire {
    /// A connection that was accepted, with its place.
    #[must_use]
    pub fn new(socket: TcpStream, pace: Pace, place: OwnedSemaphorePermit) -> Self {
        let mut stream = TimeoutWriter::new(socket);
        stream.set_timeout(Some(pace.0.patience.unread));
        Self { stream: Box::pin(stream), pace, _place: place }
    }
}

impl AsyncRead for Wire {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = into.filled().len();
        let read = self.stream.as_mut().poll_read(cx, into);
        if into.filled().len() > before {
            self.pace.heard();
        }
        read
    }
}

impl AsyncWrite for Wire {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.stream.as_mut().poll_write(cx, bytes)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.stream.as_mut().poll_write_vectored(cx, slices)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.stream.as_mut().poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.stream.as_mut().poll_shutdown(cx)
    }
}
