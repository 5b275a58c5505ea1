//! Goal-based outcomes (Law and Jacob, goals-in-therapy.com; CORC): up to three goals, each rated from 0 to 10, 10 is met.

use std::ops::RangeInclusive;

/// The most goals of a case.
pub const MOST: usize = 3;
/// What a rating may be.
pub const RATINGS: RangeInclusive<i32> = 0..=10;

/// How far a goal has come: its last rating less its first, of ratings in the order of time. None before the second.
#[must_use]
pub fn change(ratings: &[i32]) -> Option<i32> {
    let [first, .., last] = ratings else { return None };
    Some(last - first)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn last_less_first() {
        assert_eq!(change(&[]), None);
        assert_eq!(change(&[3]), None);
        assert_eq!(change(&[3, 9, 6]), Some(3));
    }

    proptest! {
        #[test]
        fn only_the_ends_count(first in RATINGS, last in RATINGS, between in prop::collection::vec(RATINGS, 0..6)) {
            let all: Vec<_> = [vec![first], between, vec![last]].concat();
            prop_assert_eq!(change(&all), Some(last - first));
            prop_assert!((-10..=10).contains(&(last - first)));
        }
    }
}
