//! Time as a test is to measure it: without that in which the machine itself stood still.
//!
//! A machine that is shared stops for a second now and then, and whatever was measured over it was slow. A thread that does
//! nothing but sleep for a moment, again and again, wakes late exactly then, by as much as everything stood still. A program
//! that waits, or works on every core, does not keep it from waking: that is measured in full.

use std::{
    sync::{Mutex, MutexGuard, OnceLock, PoisonError},
    thread,
    time::{Duration, Instant},
};

const MOMENT: Duration = Duration::from_millis(10);
/// A wake-up that is later than this was kept from it: not by programs that work, which take turns of a few milliseconds.
const LATE: Duration = Duration::from_millis(100);

struct Stalls {
    woke: Instant,
    all: Duration,
}

impl Stalls {
    /// By how much the wake-up that is due is late by now.
    fn late(&self) -> Duration {
        let late = self.woke.elapsed().saturating_sub(MOMENT);
        if late > LATE { late } else { Duration::ZERO }
    }
}

#[expect(clippy::disallowed_methods, reason = "it sleeps on a thread of its own")]
fn watch(stalls: &Mutex<Stalls>) {
    loop {
        thread::sleep(MOMENT);
        let mut stalls = stalls.lock().unwrap_or_else(PoisonError::into_inner);
        let late = stalls.late();
        stalls.all += late;
        stalls.woke = Instant::now();
    }
}

/// How long the machine has stood still since this was first asked, by this process's own watcher.
fn stalls() -> MutexGuard<'static, Stalls> {
    static STALLS: OnceLock<Mutex<Stalls>> = OnceLock::new();
    let mut begin = false;
    let stalls = STALLS.get_or_init(|| {
        begin = true;
        Mutex::new(Stalls { woke: Instant::now(), all: Duration::ZERO })
    });
    if begin {
        thread::spawn(|| watch(stalls));
    }
    stalls.lock().unwrap_or_else(PoisonError::into_inner)
}

#[derive(Clone, Copy)]
pub struct Stopwatch {
    began: Instant,
    stalled: Duration,
}

impl Stopwatch {
    pub fn start() -> Self {
        let stalls = stalls();
        Self { began: Instant::now(), stalled: stalls.all + stalls.late() }
    }

    /// How long it has been, without the time in which nothing could have been done.
    pub fn elapsed(&self) -> Duration {
        let stalls = stalls();
        self.began.elapsed().saturating_sub((stalls.all + stalls.late()).saturating_sub(self.stalled))
    }
}

#[tokio::test]
async fn what_waits_or_works_is_measured_in_full_and_what_stood_still_is_not() {
    let (began, watch) = (Instant::now(), Stopwatch::start());
    tokio::time::sleep(Duration::from_millis(100)).await;
    let spin = || {
        let works = Instant::now();
        while works.elapsed() < Duration::from_millis(300) {
            std::hint::spin_loop();
        }
    };
    let cores = thread::available_parallelism().map_or(2, usize::from);
    thread::scope(|scope| (0..cores * 2).for_each(|_| drop(scope.spawn(spin))));
    assert!(watch.elapsed() > Duration::from_millis(350), "{:?}", watch.elapsed());
    assert!(watch.elapsed() <= began.elapsed());
    let stood =
        Stalls { woke: Instant::now().checked_sub(Duration::from_secs(2)).unwrap(), all: Duration::ZERO };
    assert!(stood.late() + MOMENT >= Duration::from_secs(2));
}
