//! The one gate through which every figure about children passes: keyed rounding of distinct counts to base 5, values that
//! stand until 5 children entered or left, both councils only where neither part is small.
//!
//! Owns counts; rows are in `row`, sums in `sums`. After the cell-key method of the Office for National Statistics (3.1.0):
//! the draw comes from the sum of the children's record keys, so the same children give the same answer in every table, and
//! asking again tells nothing more. Here the draw is kept while any child for whom it was made is still counted. Whoever
//! adds and removes children of their own sees the same draw each time, and cannot average it away.

use data_encoding::HEXLOWER;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::{
    cell::Reach,
    child::{KEYS, Members},
    held::HeldCount,
    published::Published,
};

/// Counts are told in multiples of this.
pub const BASE: u32 = 5;
/// Below so many there is one answer, "0 to 4"; and a value is replaced only when so many children entered or left.
pub const THRESHOLD: u32 = 5;
/// Rates, means, effect sizes and waits are told from so many published up.
pub const FEWEST_FOR_RATES: u32 = 10;
/// What a release says about how it was protected.
pub const METHOD: &str = "keyed rounding to base 5, version 1";

/// The gate, with its draw table.
pub struct Gate {
    secret: [u8; 32],
    /// For each cell key 0 to 4: how much is added before rounding down to a multiple of 5. Each of the five stands in
    /// 819 places, and one of them in 820.
    draws: Vec<u8>,
    #[cfg(test)]
    off: Vec<Part>,
}

/// What a test may switch off, to show that an attack works where nothing stands against it.
#[cfg(test)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Numbers from 5 up are told as they are.
    Noise,
    /// Values follow every change.
    Hold,
    /// The draw is a new one for each set.
    Anchor,
    /// Small parts of a council do not matter.
    Councils,
    /// Sums are told as they are.
    Sums,
    /// Small parts of a whole do not matter.
    Parts,
    /// A part is large enough from 5 on, everywhere.
    Thresholds,
}

impl std::fmt::Debug for Gate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Gate(hidden)")
    }
}

fn prf(secret: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    // HMAC takes keys of any length: it cannot fail.
    let Ok(mut mac) = <Hmac<Sha256> as KeyInit>::new_from_slice(secret) else { return [0; 32] };
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

impl Gate {
    /// A gate of a secret of its own: 32 bytes, derived from the application's. Another secret is another gate, and figures
    /// of both together would tell more than either; so `fingerprint` is kept with the releases and compared.
    #[must_use]
    pub fn new(secret: [u8; 32]) -> Self {
        let mut gate = Self {
            secret,
            draws: Vec::new(),
            #[cfg(test)]
            off: Vec::new(),
        };
        gate.draws = gate.draw_table();
        gate
    }

    #[cfg(test)]
    pub(super) fn without(secret: [u8; 32], off: &[Part]) -> Self {
        Self { off: off.to_vec(), ..Self::new(secret) }
    }

    #[cfg(test)]
    pub(super) fn lacks(&self, part: Part) -> bool {
        self.off.contains(&part)
    }

    /// Tells that two gates have the same secret and method, without telling the secret. Needs no gate: who only reads makes none.
    #[must_use]
    pub fn fingerprint_of(secret: &[u8; 32]) -> String {
        HEXLOWER.encode(&prf(secret, &[b"fingerprint", METHOD.as_bytes()])[..8])
    }

    /// That of this gate.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        Self::fingerprint_of(&self.secret)
    }

    /// 32 bytes that nobody without the secret can tell from chance.
    pub(super) fn prf(&self, parts: &[&[u8]]) -> [u8; 32] {
        prf(&self.secret, parts)
    }

    /// The keys in a secret order, dealt to the five draws in turn.
    fn draw_table(&self) -> Vec<u8> {
        let mut order: Vec<(u32, u16)> = Vec::with_capacity(usize::from(KEYS));
        for block in 0..KEYS / 8 {
            let bytes = self.prf(&[b"draw table", METHOD.as_bytes(), &block.to_be_bytes()]);
            for (place, four) in (0_u16..).zip(bytes.chunks_exact(4)) {
                let chance = four.iter().fold(0, |sum, byte| sum << 8 | u32::from(*byte));
                order.push((chance, block * 8 + place));
            }
        }
        order.sort_unstable();
        let mut draws = vec![0; usize::from(KEYS)];
        for ((_, key), draw) in order.into_iter().zip((0..5_u8).cycle()) {
            draws[usize::from(key)] = draw;
        }
        draws
    }

    /// What the table says is to be added to a count: never more than 4 either way, nothing to 0 (`p-value` of the method).
    pub(super) fn perturbation(&self, exactly: usize, draw: u16) -> i32 {
        let value = row_of_table(exactly);
        let added = u32::from(self.draws[usize::from(draw % KEYS)]);
        let rounded = (value + added) / BASE * BASE;
        rounded.cast_signed() - value.cast_signed()
    }

    /// The rounded count before anything is kept back: unbiased (within 5 in 4096 of a child) over all cell keys.
    pub(super) fn rounded(&self, exactly: usize, draw: u16) -> u32 {
        let exact = u32::try_from(exactly).unwrap_or(u32::MAX - BASE);
        #[cfg(test)]
        if self.lacks(Part::Noise) {
            return exact;
        }
        exact.saturating_add_signed(self.perturbation(exactly, draw))
    }

    /// How many children, as it may be told, and what has to be kept for the next release. `before` is what was kept for the
    /// same count of the same cell at the last.
    #[must_use]
    pub fn count(&self, members: &Members, reach: Reach, before: Option<&HeldCount>) -> HeldCount {
        self.count_if(members, reach, before, true)
    }

    /// As `count`; withheld where it may not be told for another reason, which holds as long as a value would.
    pub(super) fn count_if(
        &self,
        members: &Members,
        reach: Reach,
        before: Option<&HeldCount>,
        may: bool,
    ) -> HeldCount {
        if let Some(before) = before
            && self.stands(members, before)
        {
            return before.clone();
        }
        let children: Vec<u32> = members.numbers().collect();
        let kept = before.filter(|_| self.anchored()).map(|before| (before.anchors_in(members), before.draw));
        let (anchors, draw) = match kept {
            Some((anchors, draw)) if !anchors.is_empty() => (anchors, draw),
            _ => (children.clone(), members.key()),
        };
        let shown = if may && self.neither_part_is_small(members, reach, draw) {
            match self.rounded(children.len(), draw) {
                0..THRESHOLD => Published::ZeroToFour,
                value => Published::Count(value),
            }
        } else {
            Published::Withheld
        };
        HeldCount { shown, draw, children, anchors }
    }

    /// Whether fewer than 5 distinct children entered or left: then all that was shown of them stands.
    #[cfg_attr(not(test), expect(clippy::unused_self, reason = "only a test's gate may lack a part"))]
    pub(super) fn stands(&self, members: &Members, before: &HeldCount) -> bool {
        #[cfg(test)]
        if self.lacks(Part::Hold) {
            return false;
        }
        before.moved(members) < THRESHOLD as usize
    }

    #[cfg_attr(not(test), expect(clippy::unused_self, reason = "only a test's gate may lack a part"))]
    fn anchored(&self) -> bool {
        #[cfg(test)]
        if self.lacks(Part::Anchor) {
            return false;
        }
        true
    }

    /// Whether a part is large enough to be told: at least 5, and by the secret up to 7 more. If it were 5 everywhere, whoever
    /// adds children of their own until a part is told would know how many there were before.
    pub(super) fn is_large_enough(&self, part: &str, exactly: usize, draw: u16) -> bool {
        let more = self.prf(&[b"threshold", part.as_bytes(), &draw.to_be_bytes()])[0] & 0b111;
        #[cfg(test)]
        let more = if self.lacks(Part::Thresholds) { 0_u8 } else { more };
        exactly >= THRESHOLD as usize + usize::from(more)
    }

    /// A manager knows her own council's part and can subtract it. So nothing over both is told where a part has 1 to 4; nor
    /// where both have none, or "not shown" itself would say that somebody is there.
    fn neither_part_is_small(&self, members: &Members, reach: Reach, draw: u16) -> bool {
        #[cfg(test)]
        if self.lacks(Part::Councils) {
            return true;
        }
        let parts = members.parts();
        let large =
            |(council, part): (&u8, &usize)| self.is_large_enough(&format!("council {council}"), *part, draw);
        reach == Reach::OneCouncil || (!parts.is_empty() && parts.iter().all(large))
    }
}

/// The row of the draw table for a count (`pcv` of the method): itself up to 750, then 501 to 750 again and again.
pub(super) fn row_of_table(exactly: usize) -> u32 {
    let exact = if exactly <= 750 { exactly } else { (exactly - 1) % 250 + 501 };
    u32::try_from(exact).unwrap_or_default()
}
