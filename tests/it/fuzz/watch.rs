//! What happens inside while a test asks from outside: panics, lines of the log that tell of a fault, memory, tasks.

use std::{
    panic,
    sync::{
        Arc, Mutex, Once,
        atomic::{AtomicU32, Ordering},
    },
    time::{Duration, Instant},
};

use tokio::{
    runtime::{Builder, Runtime},
    time::timeout,
};
use tracing::{Dispatch, Event, Level, Subscriber, dispatcher};
use tracing_subscriber::{
    Layer,
    layer::{Context, SubscriberExt},
    registry,
};

use super::{dice::Dice, try_dice};

/// Nothing that is waited for takes longer, however busy the machine is.
const HANGS: Duration = Duration::from_mins(3);

/// Panics that are not of the tests themselves, from anywhere in this process, by the name of their thread.
static PANICS: Mutex<Vec<(String, String)>> = Mutex::new(Vec::new());
/// How the threads of a runtime that is watched are named.
const THREADS: &str = "watched";

/// A runtime whose log is read.
pub struct Watched {
    runtime: Runtime,
    threads: String,
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
                let thread = std::thread::current().name().unwrap_or_default().to_owned();
                PANICS.lock().unwrap().push((thread, panic.to_string()));
            }
            usual(panic);
        }));
    });
}

impl Watched {
    /// A runtime with two threads.
    pub fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        hear_panics();
        let threads = format!("{THREADS} {}", NEXT.fetch_add(1, Ordering::Relaxed));
        let faults = Arc::default();
        let log = Dispatch::new(registry().with(Faults(Arc::clone(&faults))));
        let runtime = Builder::new_multi_thread()
            .worker_threads(2)
            .thread_name(&threads)
            .enable_all()
            .on_thread_start(move || std::mem::forget(dispatcher::set_default(&log)))
            .build()
            .unwrap();
        Self { runtime, threads, faults, at_first: 0 }
    }

    /// Runs something to its end; what it spawns, as every server does, is watched.
    pub fn run<T>(&self, what: impl Future<Output = T>) -> T {
        self.run_within(HANGS, what).unwrap_or_else(|why| panic!("{why}"))
    }

    /// Runs what has to end by then.
    pub fn run_within<T>(&self, limit: Duration, what: impl Future<Output = T>) -> Result<T, String> {
        let ended = self.runtime.block_on(async { timeout(limit, what).await });
        ended.map_err(|_| format!("it hangs: nothing within {limit:?}"))
    }

    /// Tries a property as `try_dice` does, and each time whether all is well inside too.
    pub fn tries(
        &self,
        (seed, part): (u64, u64),
        cases: u32,
        throws: usize,
        mut property: impl FnMut(&mut Dice<'_>) -> Result<(), String>,
    ) {
        try_dice(seed, part, cases, throws, |dice| self.and_inside(property(dice)));
    }

    /// What was found outside; and something has gone wrong inside that nobody outside was told of, which is a fault whatever was
    /// found. It is told once: what one try leaves is not the fault of the next.
    pub fn and_inside<T>(&self, outside: Result<T, String>) -> Result<T, String> {
        // Not those of another test of this process.
        let own =
            |(thread, _): &mut (String, String)| *thread == self.threads || !thread.starts_with(THREADS);
        let panics: Vec<_> = PANICS.lock().unwrap().extract_if(.., own).collect();
        let faults = std::mem::take(&mut *self.faults.lock().unwrap());
        if panics.is_empty() && faults.is_empty() {
            return outside;
        }
        let inside = format!("panics {panics:?}, faults in the log {faults:?}");
        Err(outside.err().map_or_else(|| inside.clone(), |why| format!("{why}\nand {inside}")))
    }

    /// How many tasks there are.
    pub fn tasks(&self) -> usize {
        self.runtime.metrics().num_alive_tasks()
    }

    /// There are no more tasks than before, soon.
    pub fn settles_at(&self, tasks: usize, within: Duration) -> Result<(), String> {
        let began = Instant::now();
        while self.tasks() > tasks {
            if began.elapsed() > within {
                return Err(format!("{} tasks, and {tasks} before", self.tasks()));
            }
            std::thread::yield_now();
        }
        Ok(())
    }

    /// From now on memory is counted.
    pub fn count_memory(&mut self) {
        self.at_first = resident();
    }

    /// The process has grown by no more than so many MiB since.
    pub fn has_grown_by_less_than(&self, most: u64) -> Result<(), String> {
        let grown = resident().saturating_sub(self.at_first) / 1024;
        if grown < most { Ok(()) } else { Err(format!("grown by {grown} MiB")) }
    }
}

/// Resident memory in KiB.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|number| number.parse().ok()).unwrap_or_default()
}
