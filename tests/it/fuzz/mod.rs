//! What nobody thought of: arbitrary documents, messages, requests, ids and cursors, made from the schema and from chance.
//!
//! A run tries a few hundred of each: in `make test` the same each time, so that what fails there is what was changed; in
//! `make fuzz`, and by hand, other ones each time. FUZZ_TIMES=50 tries fifty times as many. A failure is made as small as it
//! can be and printed with the seed under which PROPTEST_RNG_SEED tries the same again.

mod dice;
mod document;
mod documents;
mod judge;
mod names;
mod raw;
mod sabotage;
mod schema;
mod socket_model;
mod sockets;
mod values;
mod watch;
mod wire;

use std::cell::RefCell;

use proptest::{
    collection::vec,
    prelude::any,
    test_runner::{Config, RngSeed, TestCaseError, TestError, TestRunner},
};
use ridgeway::platform::chance::Chance;

use dice::Dice;

/// What is tried for longer is not tried in every run.
pub fn times() -> u32 {
    std::env::var("FUZZ_TIMES").ok().and_then(|times| times.parse().ok()).unwrap_or(1)
}

/// The seed of this run: the one that is asked for, that of every run of `make test` (FUZZ_SEED), or another each time.
pub fn seed() -> u64 {
    let of_each = || std::env::var("FUZZ_SEED").ok().and_then(|seed| seed.parse().ok());
    match Config::default().rng_seed {
        RngSeed::Fixed(seed) => seed,
        RngSeed::Random => of_each().unwrap_or_else(|| u64::from_be_bytes(Chance::System.bytes())),
    }
}

/// Tries a property under so many throws of dice (`FUZZ_TIMES` as many); each throw that is missing counts as the plainest.
/// Under the same seed and `part` the throws are the same.
fn try_dice(
    seed: u64,
    part: u64,
    cases: u32,
    throws: usize,
    property: impl FnMut(&mut Dice<'_>) -> Result<(), String>,
) {
    let config = Config {
        cases: cases * times(),
        failure_persistence: None,
        max_shrink_iters: 400,
        max_shrink_time: 60_000,
        rng_seed: RngSeed::Fixed(seed.wrapping_add(part)),
        ..Config::default()
    };
    let property = RefCell::new(property);
    let tried = TestRunner::new(config).run(&vec(any::<u32>(), 0..throws), |throws| {
        (property.borrow_mut())(&mut Dice::new(&throws)).map_err(TestCaseError::fail)
    });
    match tried {
        Ok(()) => {}
        Err(TestError::Fail(why, throws)) => {
            panic!("{why}\nagain: PROPTEST_RNG_SEED={seed}; part {part}, throws {throws:?}")
        }
        Err(TestError::Abort(why)) => panic!("{why}\nagain: PROPTEST_RNG_SEED={seed}"),
    }
}
