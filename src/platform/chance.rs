//! Chance, passed in: the system's source in earnest, a seeded one where the same demo or test must come again.

use std::sync::{Arc, Mutex, PoisonError};

use rand::{Rng, SeedableRng, rngs::SysRng};
use rand_chacha::ChaCha20Rng;

/// Where random bytes come from.
#[derive(Clone, Debug)]
pub enum Chance {
    /// The operating system.
    System,
    /// The same bytes for the same seed.
    Seeded(Arc<Mutex<ChaCha20Rng>>),
}

impl Chance {
    /// A source that gives the same bytes for the same seed.
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        Self::Seeded(Arc::new(Mutex::new(ChaCha20Rng::seed_from_u64(seed))))
    }

    /// `N` random bytes.
    ///
    /// # Panics
    /// When the operating system has no random source: nothing safe can be done then.
    #[must_use]
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0_u8; N];
        match self {
            Self::System => {
                use rand::TryRng;
                #[expect(clippy::expect_used, reason = "without a random source no key or token is safe")]
                SysRng.try_fill_bytes(&mut bytes).expect("the operating system gives random bytes");
            }
            Self::Seeded(source) => {
                source.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(&mut bytes);
            }
        }
        bytes
    }
}
