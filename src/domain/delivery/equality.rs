//! The equality check of waiting lists: who was passed over when others were placed before them, in groups of 5 and more.

use std::collections::{BTreeMap, HashMap};

use crate::{
    domain::{
        people::census::ethnic_group,
        record::{calendar::instant_of, operation::Operation, together::Together},
    },
    entity::delivery::{enrolment, passed_over as table},
    platform::error::Result,
    read::delivery::passed_over::{self, Waited},
    words::Sex,
};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

/// No group of fewer is told.
pub const FEWEST: usize = 5;
/// Who stands in turn stands before nobody who joined earlier.
const LAST_BAND: i32 = 3;

/// A group, or several that are told as one because each alone is too small.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its words.
    pub of: Vec<&'static str>,
    /// The children who joined a list.
    pub waited: usize,
    /// Those of them before whom somebody was placed who came later.
    pub passed_over: usize,
}

/// The same children twice, each time in groups that can be told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Check {
    /// By sex.
    pub sex: Vec<Group>,
    /// By ethnic group.
    pub ethnicity: Vec<Group>,
}

/// Puts before whom a child who joins a list is placed to what is written together.
pub(super) fn passed_over(op: &Operation<'_>, writes: &mut Together, first: &enrolment::Model) -> Result<()> {
    use table::Column;
    if first.band == LAST_BAND {
        return Ok(());
    }
    let columns = [Column::FirstId, Column::PassedId, Column::At];
    writes.insert_found::<table::Entity>(columns, passed_over::rows_by(first, op.now))
}

/// The instants between which a quarter of a year lies; none where there is no such quarter, or it is not over. While one
/// runs, each look would tell who came since the last.
#[must_use]
pub fn quarter(year: i32, quarter: i32, today: NaiveDate) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let month = u32::try_from(quarter).ok().filter(|quarter| (1..=4).contains(quarter))? * 3 - 2;
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let next = first.checked_add_months(chrono::Months::new(3))?;
    let known = (2000..=9999).contains(&year) && next <= today;
    known.then(|| (instant_of(first, NaiveTime::MIN), instant_of(next, NaiveTime::MIN)))
}

/// Counts each child once, in groups.
#[must_use]
pub fn check(rows: Vec<Waited>) -> Check {
    let mut children = HashMap::new();
    for (child, sex, ethnicity, passed) in rows {
        let known = children.entry(child).or_insert((sex_of(sex), ethnic_group(ethnicity.as_deref()), false));
        known.2 |= passed;
    }
    let (mut sex, mut ethnicity) = (BTreeMap::new(), BTreeMap::new());
    for (sex_of, group, passed) in children.into_values() {
        for (all, of) in [(&mut sex, sex_of), (&mut ethnicity, group)] {
            let (waited, over): &mut (usize, usize) = all.entry(of).or_default();
            *waited += 1;
            *over += usize::from(passed);
        }
    }
    Check { sex: folded(sex), ethnicity: folded(ethnicity) }
}

/// The groups that can be told, and all others as one, together with the smallest of the former until that one can be told too:
/// so nothing can be found by taking one from another. Nothing where not even all of them together can be told.
fn folded(all: BTreeMap<&'static str, (usize, usize)>) -> Vec<Group> {
    let groups =
        all.into_iter().map(|(of, (waited, passed_over))| Group { of: vec![of], waited, passed_over });
    let (mut told, small): (Vec<_>, Vec<_>) = groups.partition(Group::can_be_told);
    let one = |mut a: Group, b: Group| {
        a.of.extend(b.of);
        Group { of: a.of, waited: a.waited + b.waited, passed_over: a.passed_over + b.passed_over }
    };
    told.sort_by_key(|group| std::cmp::Reverse(group.passed_over));
    let Some(mut rest) = small.into_iter().reduce(one) else { return told };
    while !rest.can_be_told() {
        let Some(smallest) = told.pop() else { return Vec::new() };
        rest = one(smallest, rest);
    }
    told.push(rest);
    told
}

impl Group {
    /// 5 or more were passed over, and not from 1 to 4 were not: either number is found from the other and from how many waited.
    fn can_be_told(&self) -> bool {
        let not = self.waited.saturating_sub(self.passed_over);
        self.passed_over >= FEWEST && !(1..FEWEST).contains(&not)
    }
}

const fn sex_of(sex: Sex) -> &'static str {
    match sex {
        Sex::Male => "Male",
        Sex::Female => "Female",
        Sex::Unknown => "Not known",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::id::Id;
    use proptest::prelude::*;

    fn groups(all: &[(&'static str, usize, usize)]) -> Vec<(String, usize, usize)> {
        let all = all.iter().map(|(of, waited, over)| (*of, (*waited, *over))).collect();
        folded(all).into_iter().map(|group| (group.of.join(", "), group.waited, group.passed_over)).collect()
    }

    fn told(of: &str, waited: usize, over: usize) -> (String, usize, usize) {
        (of.to_owned(), waited, over)
    }

    #[test]
    fn no_group_of_fewer_than_five_can_be_read_or_found_by_taking_one_from_another() {
        assert_eq!(groups(&[("Male", 30, 4)]), []);
        assert_eq!(groups(&[("Female", 9, 2), ("Male", 30, 2)]), []);
        assert_eq!(
            groups(&[("Female", 10, 5), ("Male", 30, 6)]),
            [told("Male", 30, 6), told("Female", 10, 5)]
        );
        assert_eq!(groups(&[("Female", 9, 4), ("Male", 30, 6)]), [told("Male, Female", 39, 10)]);
        assert_eq!(
            groups(&[("Asian", 9, 3), ("Black", 4, 2), ("White", 30, 6)]),
            [told("White", 30, 6), told("Asian, Black", 13, 5)]
        );
        assert_eq!(
            groups(&[("Asian", 19, 7), ("Black", 4, 0), ("White", 30, 9)]),
            [told("White", 30, 9), told("Asian, Black", 23, 7)],
            "nor that nobody of a group was"
        );
    }

    #[test]
    fn no_group_of_fewer_than_five_who_were_not_passed_over_can_be_read_either() {
        assert_eq!(groups(&[("Male", 10, 6)]), [], "four were not");
        assert_eq!(groups(&[("Male", 6, 6)]), [told("Male", 6, 6)]);
        assert_eq!(groups(&[("Male", 11, 6)]), [told("Male", 11, 6)]);
        assert_eq!(groups(&[("Female", 9, 6), ("Male", 30, 7)]), [told("Male, Female", 39, 13)]);
        assert_eq!(
            groups(&[("Asian", 9, 6), ("Black", 20, 6), ("White", 30, 9)]),
            [told("White", 30, 9), told("Black, Asian", 29, 12)]
        );
        assert_eq!(groups(&[("Female", 8, 6), ("Male", 8, 6)]), [], "twice two: four in all");
    }

    proptest! {
        #[test]
        fn whatever_is_told_has_no_number_from_one_to_four_and_counts_everyone_once(
            all in prop::collection::vec((0_usize..25, 0_usize..25), 1..6),
        ) {
            let words = ["Asian", "Black", "Mixed", "Other", "White"];
            let all: Vec<_> = words.iter().zip(&all).map(|(of, (over, not))| (*of, over + not, *over)).collect();
            let shown = groups(&all);
            for (_, waited, over) in &shown {
                prop_assert!(*over >= FEWEST && !(1..FEWEST).contains(&(waited - over)), "{shown:?}");
            }
            let sum = |of: &mut dyn Iterator<Item = usize>| of.sum::<usize>();
            if !shown.is_empty() {
                prop_assert_eq!(sum(&mut shown.iter().map(|one| one.1)), sum(&mut all.iter().map(|one| one.1)));
            }
        }
    }

    #[test]
    fn a_child_counts_once_and_is_passed_over_where_they_once_were() {
        let child = |n: u128| Id::from(uuid::Uuid::from_u128(n));
        let rows = (0..6).flat_map(|n| {
            [(child(n), Sex::Male, Some("W1".to_owned()), true), (child(n), Sex::Male, None, false)]
        });
        let all = check(rows.collect());
        assert_eq!(all.sex, [Group { of: vec!["Male"], waited: 6, passed_over: 6 }]);
        assert_eq!(all.ethnicity, [Group { of: vec!["White"], waited: 6, passed_over: 6 }]);
    }

    #[test]
    fn a_quarter_is_told_once_it_is_over() {
        let on = |day: &str, (year, number)| quarter(year, number, day.parse().unwrap());
        assert_eq!(on("2026-12-31", (2026, 4)), None);
        let (from, to) = on("2027-01-01", (2026, 4)).unwrap();
        assert_eq!(
            (from.to_rfc3339(), to.to_rfc3339()),
            ("2026-09-30T23:00:00+00:00".to_owned(), "2027-01-01T00:00:00+00:00".to_owned())
        );
        for wrong in [(2026, 0), (2026, 5), (2026, -1), (-1, 1), (i32::MAX, 1), (1999, 4)] {
            assert_eq!(on("2027-01-01", wrong), None, "{wrong:?}");
        }
    }
}
