//! What changed by one instrument through the gate: pairs, means, effect size with its interval, reliable change.
//!
//! Owns how these are put together from published counts and noised sums. Descriptive: it says nothing about why.

use super::{
    cell::{Change, Pair},
    child::Members,
    held::HeldCount,
    pass::{Pass, enough},
    published::{Published, Rate},
    row::ProtectedChange,
    statistics::{Paired, half_up, mean, sample_sd},
    sums::SetOf,
};
use crate::words::ReliableChange;

/// Which of three parts are told by themselves.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Parts {
    All,
    ImprovedAndRest,
    DeterioratedAndRest,
    None,
}

impl Pass<'_> {
    pub(super) fn change(&mut self, change: &Change) -> ProtectedChange {
        let name = format!("{}/{}/{}", change.instrument, change.informant, change.version);
        let pairs = one_of_each(&change.pairs);
        let members: Members = pairs.iter().map(|pair| pair.child).collect();
        let (held, stands) = self.count(&format!("{name}/pairs"), &members, true);
        let missing_at_end = self.count(&format!("{name}/missing"), &change.missing_at_end, true).0.shown;
        let before = self.before.and_then(|before| {
            before.row.changes.iter().find(|one| {
                (one.instrument, one.informant, &one.version)
                    == (change.instrument, change.informant, &change.version)
            })
        });
        if let (true, Some(before)) = (stands, before) {
            // Its parts are of the same children: they stand with it.
            self.keep(&name);
            return ProtectedChange { missing_at_end, ..before.clone() };
        }
        let [mean_before, mean_after, effect_size, effect_size_low, effect_size_high] =
            if enough(held.shown) { self.means(change, &pairs, &members, &held) } else { [Rate::TooFew; 5] };
        let [improved, no_reliable_change, deteriorated] = self.parts(&name, &pairs, held.draw);
        ProtectedChange {
            instrument: change.instrument,
            informant: change.informant,
            version: change.version.clone(),
            pairs: held.shown,
            missing_at_end,
            mean_before,
            mean_after,
            effect_size,
            effect_size_low,
            effect_size_high,
            improved,
            no_reliable_change,
            deteriorated,
        }
    }

    /// What was kept of the parts is kept on.
    fn keep(&mut self, name: &str) {
        let Some(before) = self.before else { return };
        for part in PARTS {
            let part = format!("{name}/{part}");
            if let Some(held) = before.held.0.get(&part) {
                self.kept.0.insert(part, held.clone());
            }
        }
    }

    /// Means before and after, and the effect size with its interval.
    #[expect(clippy::cast_precision_loss, reason = "sums of scores are far below 2^52")]
    fn means(&self, change: &Change, pairs: &[Pair], members: &Members, held: &HeldCount) -> [Rate; 5] {
        let n = f64::from(held.shown.value().unwrap_or_default());
        let set = SetOf::new(members, held);
        let scale = change.scale;
        let width = i64::from(scale.high) - i64::from(scale.low);
        // Squares of at most half the width, so a quarter of its square.
        let (half, squares) = (width / 2, width * width / 4);
        let name = format!("{}/{}/{}", change.instrument, change.informant, change.version);
        let noised = |what: &str, width: i64, of: &dyn Fn(&Pair) -> i64| {
            let sum = pairs.iter().map(of).sum();
            self.gate.noised(&format!("{name}/{what}"), &set, sum, width) as f64
        };
        let of = |value: i32| {
            (i64::from(value.clamp(scale.low, scale.high)) - i64::from(scale.centre)).clamp(-half, half)
        };
        let moved = |pair: &Pair| (i64::from(pair.after) - i64::from(pair.before)).clamp(-half, half);
        let before = noised("before", width, &|pair| of(pair.before));
        let moved_sum = noised("change", width, &moved);
        let before_squares = noised("before squared", squares, &|pair| of(pair.before).pow(2));
        let moved_squares = noised("change squared", squares, &|pair| moved(pair).pow(2));
        let (Some(mean_before), Some(mean_change)) = (mean(before, n), mean(moved_sum, n)) else {
            return [Rate::TooFew; 5];
        };
        let told = |value: f64| {
            let points = (f64::from(scale.centre) + value).clamp(scale.low.into(), scale.high.into());
            Rate::Tenths(nearest(points / 10.0))
        };
        let [g, low, high] = sample_sd(before, before_squares, n)
            .zip(sample_sd(moved_sum, moved_squares, n))
            .and_then(|(sd_before, sd_change)| {
                // Four even draws of a quarter of the width each.
                let noise = 4.0 * (width as f64 / 4.0).powi(2) / 3.0 / n.powi(2);
                Paired { pairs: n, mean_change, sd_before, sd_change, noise }.hedges_g()
            })
            .map_or([Rate::TooFew; 3], |g| {
                [g.estimate, g.low, g.high].map(|value| Rate::Hundredths(nearest(value * 20.0) * 5))
            });
        [told(mean_before), told(mean_before + mean_change), g, low, high]
    }

    /// The three parts of the pairs that have norms: each told only if every part told has at least 5, small ones merged.
    fn parts(&mut self, name: &str, pairs: &[Pair], draw: u16) -> [Published; 3] {
        let of = |change: ReliableChange| -> Members {
            pairs.iter().filter(|pair| pair.change == Some(change)).map(|pair| pair.child).collect()
        };
        let improved = of(ReliableChange::Improved);
        let same = of(ReliableChange::NoReliableChange);
        let worse = of(ReliableChange::Deteriorated);
        let parts = self.which_parts(&improved, &same, &worse, draw);
        let rest = match parts {
            Parts::All => same,
            Parts::ImprovedAndRest => same.and(&worse),
            Parts::DeterioratedAndRest => same.and(&improved),
            Parts::None => improved.and(&same).and(&worse),
        };
        let told = parts != Parts::None;
        let [improved, rest, worse] = [(PARTS[0], &improved), (PARTS[1], &rest), (PARTS[2], &worse)]
            .map(|(part, members)| self.count(&format!("{name}/{part}"), members, told).0.shown);
        match parts {
            Parts::ImprovedAndRest => [improved, rest, Published::Merged],
            Parts::DeterioratedAndRest => [Published::Merged, rest, worse],
            Parts::All | Parts::None => [improved, rest, worse],
        }
    }

    fn which_parts(&self, improved: &Members, same: &Members, worse: &Members, draw: u16) -> Parts {
        #[cfg(test)]
        if self.gate.lacks(super::disclosure::Part::Parts) {
            return Parts::All;
        }
        let [up, level, down] = [improved, same, worse].map(Members::exactly);
        let large = |part: &str, exactly: usize| self.gate.is_large_enough(part, exactly, draw);
        let (up_alone, down_alone) = (large(PARTS[0], up), large(PARTS[2], down));
        if up_alone && down_alone && large(PARTS[1], level) {
            Parts::All
        } else if up_alone && large(PARTS[1], level + down) {
            Parts::ImprovedAndRest
        } else if down_alone && large(PARTS[1], level + up) {
            Parts::DeterioratedAndRest
        } else {
            Parts::None
        }
    }
}

const PARTS: [&str; 3] = ["improved", "noReliableChange", "deteriorated"];

/// One pair of each child.
fn one_of_each(pairs: &[Pair]) -> Vec<Pair> {
    let mut pairs = pairs.to_vec();
    pairs.sort_by_key(|pair| (pair.child, pair.before, pair.after));
    pairs.dedup_by_key(|pair| pair.child.number());
    pairs
}

/// The nearest whole number, half up.
#[expect(clippy::cast_possible_truncation, reason = "scores and effect sizes; `as` saturates")]
fn nearest(value: f64) -> i32 {
    half_up(value) as i32
}
