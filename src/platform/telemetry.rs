//! Logs, traces and metrics: readable or JSON logs on standard error, and OTLP over HTTP where an address is given.
//!
//! Knows no noun. What may stand in a span is decided where the span is made: ids, counts and fixed names only.

use std::{
    io::IsTerminal as _,
    sync::{LazyLock, OnceLock},
    time::Duration,
};

use opentelemetry::{
    KeyValue, global,
    metrics::{Gauge, Histogram, UpDownCounter},
    trace::{
        Span as _, SpanBuilder, SpanKind, Status, TraceContextExt as _, Tracer as _, TracerProvider as _,
    },
};
use opentelemetry_otlp::{Protocol, WithExportConfig};
use opentelemetry_sdk::{
    Resource,
    metrics::SdkMeterProvider,
    trace::{SdkTracer, SdkTracerProvider},
};
use tracing_opentelemetry::OpenTelemetrySpanExt as _;
use tracing_subscriber::{
    EnvFilter, Layer,
    filter::{FilterExt as _, filter_fn},
    layer::SubscriberExt,
    util::SubscriberInitExt,
};

use super::{
    config::{Config, LogFormat},
    error::{Error, Result},
};

/// What must be flushed before the process ends.
#[derive(Debug, Default)]
pub struct Telemetry {
    traces: Option<SdkTracerProvider>,
    metrics: Option<SdkMeterProvider>,
}

/// Starts logs, and traces and metrics where they are wanted. Call it before there is a runtime: the exporter's client
/// brings its own thread and refuses to be made inside one.
pub fn start(config: &Config) -> Result<Telemetry> {
    let filter = EnvFilter::try_new(&config.log)
        .map_err(|_| Error::BadInput("RIDGEWAY_LOG is a filter such as `info` or `ridgeway=debug`".into()))?
        // Two lines for each table say nothing.
        .add_directive("sea_orm_migration=warn".parse().map_err(Error::internal)?);
    // Libraries tell at length what they carry: frames of sockets, statements, headers. However much is asked for, they
    // tell no more than what goes wrong.
    let filter = filter.and(filter_fn(|about| {
        about.target().starts_with("ridgeway") || *about.level() <= tracing::Level::WARN
    }));
    let colours = std::io::stderr().is_terminal();
    let format = tracing_subscriber::fmt::layer().with_writer(std::io::stderr).with_ansi(colours);
    let logs = match config.log_format {
        LogFormat::Text => format.with_target(false).boxed(),
        LogFormat::Json => format.json().flatten_event(true).boxed(),
    };
    let telemetry = match &config.otlp_endpoint {
        Some(endpoint) => exporters(endpoint)?,
        None => Telemetry::default(),
    };
    let spans = telemetry.traces.as_ref().map(|provider| {
        tracing_opentelemetry::layer()
            .with_tracer(provider.tracer("ridgeway"))
            .with_location(false)
            .with_threads(false)
            // The exporter's own requests would make spans of spans.
            .with_filter(filter_fn(|about| about.target().starts_with("ridgeway")))
    });
    tracing_subscriber::registry()
        .with(spans)
        .with(logs.with_filter(filter))
        .try_init()
        .map_err(Error::internal)?;
    std::panic::set_hook(Box::new(|panic| {
        // The message of a panic may hold what somebody wrote: only its place is told.
        let place = panic.location().map_or_else(String::new, ToString::to_string);
        tracing::error!(place, "panic");
    }));
    Ok(telemetry)
}

fn exporters(endpoint: &str) -> Result<Telemetry> {
    let wrong =
        |_| Error::BadInput("OTEL_EXPORTER_OTLP_ENDPOINT is an address such as http://127.0.0.1:4318".into());
    let base = endpoint.trim_end_matches('/');
    let resource = Resource::builder().with_service_name("ridgeway").build();
    let spans = opentelemetry_otlp::SpanExporter::builder()
        .with_http()
        .with_protocol(Protocol::HttpBinary)
        .with_endpoint(format!("{base}/v1/traces"))
        .build()
        .map_err(wrong)?;
    let figures = opentelemetry_otlp::MetricExporter::builder()
        .with_http()
        .with_protocol(Protocol::HttpBinary)
        .with_endpoint(format!("{base}/v1/metrics"))
        .build()
        .map_err(wrong)?;
    let traces =
        SdkTracerProvider::builder().with_resource(resource.clone()).with_batch_exporter(spans).build();
    let metrics = SdkMeterProvider::builder().with_resource(resource).with_periodic_exporter(figures).build();
    global::set_meter_provider(metrics.clone());
    // A second start in one process keeps the first; there is only ever one.
    let _ = STATEMENTS.set(traces.tracer("ridgeway"));
    Ok(Telemetry { traces: Some(traces), metrics: Some(metrics) })
}

impl Telemetry {
    /// Sends what is still held back. Blocks, so call it outside the runtime's threads, after the last request.
    pub fn flush(self) {
        if let Some(traces) = self.traces
            && traces.shutdown().is_err()
        {
            tracing::warn!("some spans were not sent");
        }
        if let Some(metrics) = self.metrics
            && metrics.shutdown().is_err()
        {
            tracing::warn!("some figures were not sent");
        }
    }
}

static STATEMENTS: OnceLock<SdkTracer> = OnceLock::new();
static REQUESTS: LazyLock<Histogram<f64>> = LazyLock::new(|| {
    global::meter("ridgeway").f64_histogram("http.server.request.duration").with_unit("s").build()
});
static SOCKETS: LazyLock<UpDownCounter<i64>> =
    LazyLock::new(|| global::meter("ridgeway").i64_up_down_counter("ridgeway.sockets").build());

static DATABASE: LazyLock<Histogram<f64>> = LazyLock::new(|| {
    global::meter("ridgeway").f64_histogram("db.client.operation.duration").with_unit("s").build()
});
static OPERATIONS: LazyLock<Histogram<f64>> = LazyLock::new(|| {
    global::meter("ridgeway").f64_histogram("ridgeway.operation.duration").with_unit("s").build()
});
static UNPLACED: LazyLock<Gauge<u64>> =
    LazyLock::new(|| global::meter("ridgeway").u64_gauge("ridgeway.events.unplaced").build());
static OVERDUE: LazyLock<Gauge<u64>> =
    LazyLock::new(|| global::meter("ridgeway").u64_gauge("ridgeway.jobs.overdue").build());

/// A request was answered.
pub fn request_done(method: &'static str, route: &'static str, status: u16, took: Duration) {
    let about = [
        KeyValue::new("http.request.method", method),
        KeyValue::new("http.route", route),
        KeyValue::new("http.response.status_code", i64::from(status)),
    ];
    REQUESTS.record(took.as_secs_f64(), &about);
}

/// An operation ended, and how, by fixed names.
pub fn operation_done(name: &'static str, outcome: &'static str, took: Duration) {
    let about = [KeyValue::new("ridgeway.operation", name), KeyValue::new("ridgeway.outcome", outcome)];
    OPERATIONS.record(took.as_secs_f64(), &about);
}

/// Whether figures are sent anywhere.
#[must_use]
pub fn is_on() -> bool {
    STATEMENTS.get().is_some()
}

/// How much waits: events for their places, and jobs that are due for being done.
pub fn waiting(unplaced: u64, overdue: u64) {
    UNPLACED.record(unplaced, &[]);
    OVERDUE.record(overdue, &[]);
}

/// A statement was answered: a figure, and a span beneath the present one. Its text stays out of it, as all text does.
pub fn statement_done(took: Duration, failed: bool) {
    let Some(tracer) = STATEMENTS.get() else { return };
    let about = failed.then(|| KeyValue::new("error.type", "failed"));
    DATABASE.record(took.as_secs_f64(), about.as_slice());
    let parent = tracing::Span::current().context();
    if !parent.span().span_context().is_valid() {
        return;
    }
    #[expect(
        clippy::disallowed_methods,
        reason = "spans have the machine's time, whatever the application's clock shows"
    )]
    let ended = std::time::SystemTime::now();
    let about = SpanBuilder::from_name("sql.statement")
        .with_kind(SpanKind::Client)
        .with_start_time(ended.checked_sub(took).unwrap_or(ended));
    let mut span = tracer.build_with_context(about, &parent);
    if failed {
        span.set_status(Status::error("failed"));
    }
    span.end_with_timestamp(ended);
}

/// Counts an open socket until it is dropped.
#[derive(Debug)]
pub struct OpenSocket(());

impl OpenSocket {
    /// A socket is open from now on.
    #[must_use]
    pub fn count() -> Self {
        SOCKETS.add(1, &[]);
        Self(())
    }
}

impl Drop for OpenSocket {
    fn drop(&mut self) {
        SOCKETS.add(-1, &[]);
    }
}
