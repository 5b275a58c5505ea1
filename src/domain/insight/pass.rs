//! One cell on its way through the gate: what was kept of it, and what is kept from now on.
//!
//! Owns how a count finds what was kept of it before; what is counted is in `passing` and `change`.

use super::{
    cell::Reach,
    child::Members,
    disclosure::{FEWEST_FOR_RATES, Gate},
    held::{Held, HeldCount},
    published::Published,
    row::Before,
};

/// One pass of one cell: what was kept before, and what is kept from now on.
pub(super) struct Pass<'a> {
    pub(super) gate: &'a Gate,
    pub(super) reach: Reach,
    pub(super) before: Option<Before<'a>>,
    pub(super) kept: Held,
}

impl Pass<'_> {
    /// A count by its name, and whether it stands as it was.
    pub(super) fn count(&mut self, name: &str, members: &Members, may: bool) -> (HeldCount, bool) {
        let before = self.before.and_then(|before| before.held.0.get(name));
        let held = self.gate.count_if(members, self.reach, before, may);
        let stands = before.is_some_and(|before| self.gate.stands(members, before));
        self.kept.0.insert(name.to_owned(), held.clone());
        (held, stands)
    }
}

/// Whether as many are published as a rate or mean needs.
pub(super) fn enough(shown: Published) -> bool {
    shown.value().is_some_and(|value| value >= FEWEST_FOR_RATES)
}
