//! Sums over children with keyed noise: the only sums that leave the gate's rooms.
//!
//! Owns how much noise and whence. What is computed from a noised sum tells nothing that the sum does not.

use super::{disclosure::Gate, held::HeldCount};

/// A set of children whose sums are asked for: the key of the set, its size, and the draw that it has had for long.
pub(super) struct SetOf {
    key: u16,
    exactly: usize,
    draw: u16,
}

impl SetOf {
    pub(super) fn new(members: &super::child::Members, held: &HeldCount) -> Self {
        Self { key: members.key(), exactly: members.exactly(), draw: held.draw }
    }
}

impl Gate {
    /// A sum to which each child gives at most `width` (highest less lowest), with noise of the size of one child's part.
    ///
    /// The noise is the sum of four even draws from −width/4 to width/4, so at most one whole width either way, with a
    /// standard deviation of 0.29 width: more than one and a half times as much as one child differs from another on the scales
    /// used here (SDQ totals differ by 5.5 points, the noise by 11.5). Two of the draws belong to the set and change with each
    /// child (whoever subtracts two sums finds them in the difference); two stay as long as the draw of the count stays
    /// (whoever averages over sets that they change themselves is left with them).
    pub(super) fn noised(&self, what: &str, set: &SetOf, sum: i64, width: i64) -> i64 {
        #[cfg(test)]
        if self.lacks(super::disclosure::Part::Sums) {
            return sum;
        }
        let staying = self.prf(&[b"staying noise", what.as_bytes(), &set.draw.to_be_bytes()]);
        let exactly = (set.exactly as u64).to_be_bytes();
        let moving = self.prf(&[b"moving noise", what.as_bytes(), &set.key.to_be_bytes(), &exactly]);
        let quarter = width / 4;
        let drawn = |bytes: &[u8; 32]| -> i64 {
            bytes.chunks_exact(8).take(2).map(|eight| even(eight, quarter)).sum()
        };
        sum + drawn(&staying) + drawn(&moving)
    }
}

/// An even draw from −most to most. What is uneven by the remainder is below 2⁻³⁰ for every scale here.
fn even(eight: &[u8], most: i64) -> i64 {
    let chance = eight.iter().fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
    let steps = 2 * most.unsigned_abs() + 1;
    (chance % steps).cast_signed() - most.abs()
}
