//! What happens inside while a test asks from outside: panics, lines of the log that tell of a fault, memory, tasks.

use std::{
    panic,
    sync::{Arc, Mutex, Once},
    time::{Duration, Instant},
};

use tokio::runtime::{Builder, Runtime};
use tracing::{Dispatch, Event, Level, Subscriber, dispatcher};
use tracing_subscriber::{
    Layer,
    layer::{Context, SubscriberExt},
    registry,
};

/// Panics that are not of the tests themselves, from anywhere in this process.
static PANICS: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// A runtime whose log is read.
pub struct Watched {
    runtime: Runtime,
    faults: Arc<Mutex<Vec<String>>>,
    at_first: u64,
}

struct Faults(Arc<Mutex<Vec<String>>>);

impl<S: Subscriber> Layer<S> for Faults {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        if *event.metadata().level() == Level::ERROR && event.metadata().target().starts_with("ridgeway") {
            self.0.lock().unwrap().push(format!("{event:?}"));
        }
    }
}

fn hear_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if panic.location().is_some_and(|place| !place.file().starts_with("tests/")) {
                PANICS.lock().unwrap().push(panic.to_string());
            }
            usual(panic);
        }));
    });
}

impl Watched {
    /// A runtime with two threads.
    pub fn new() -> Self {
        hear_panics();
        let faults = Arc::default();
        let log = Dispatch::new(registry().with(Faults(Arc::clone(&faults))));
        let runtime = Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .on_thread_start(move || std::mem::forget(dispatcher::set_default(&log)))
            .build()
            .unwrap();
        Self { runtime, faults, at_first: 0 }
    }

    /// Runs something to its end; what it spawns, as every server does, is watched.
    pub fn run<T>(&self, what: impl Future<Output = T>) -> T {
        self.runtime.block_on(what)
    }

    /// Nothing has gone wrong so far that nobody outside was told.
    pub fn is_well(&self) -> Result<(), String> {
        let panics = std::mem::take(&mut *PANICS.lock().unwrap());
        let faults = std::mem::take(&mut *self.faults.lock().unwrap());
        if panics.is_empty() && faults.is_empty() {
            return Ok(());
        }
        Err(format!("panics {panics:?}, faults in the log {faults:?}"))
    }

    /// How many tasks there are.
    pub fn tasks(&self) -> usize {
        self.runtime.metrics().num_alive_tasks()
    }

    /// Waits until there are no more tasks than before.
    pub fn settles_at(&self, tasks: usize, within: Duration) {
        let began = Instant::now();
        while self.tasks() > tasks {
            assert!(began.elapsed() < within, "{} tasks, and {tasks} before", self.tasks());
            std::thread::yield_now();
        }
    }

    /// From now on memory is counted.
    pub fn count_memory(&mut self) {
        self.at_first = resident();
    }

    /// The process has grown by no more than so many MiB since.
    pub fn has_grown_by_less_than(&self, most: u64) {
        let grown = resident().saturating_sub(self.at_first) / 1024;
        assert!(grown < most, "grown by {grown} MiB");
    }
}

/// Resident memory in KiB.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|number| number.parse().ok()).unwrap_or_default()
}
