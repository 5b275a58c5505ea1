//! The equality check of waiting lists: who was passed over when others were placed before them, in groups of 5 and more.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use sea_orm::{ActiveValue::Set, EntityTrait};

use crate::{
    domain::record::{calendar::instant_of, operation::Operation},
    entity::delivery::{enrolment, passed_over as table},
    platform::error::Result,
    read::delivery::passed_over::{self, Waited},
    words::Sex,
};

/// No group of fewer is told.
pub const FEWEST: usize = 5;
/// So many rows in one statement.
const AT_ONCE: usize = 500;

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

/// The same children twice, each time in groups of 5 and more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Check {
    /// By sex.
    pub sex: Vec<Group>,
    /// By ethnic group.
    pub ethnicity: Vec<Group>,
}

/// Writes down before whom a child who joins a list is placed.
pub(super) async fn passed_over(op: &Operation<'_>, first: &enrolment::Model) -> Result<()> {
    for passed in passed_over::by(op.tx, first).await?.chunks(AT_ONCE) {
        let rows = passed.iter().map(|passed| table::ActiveModel {
            first_id: Set(first.id),
            passed_id: Set(*passed),
            at: Set(op.now),
        });
        table::Entity::insert_many(rows).exec_without_returning(op.tx).await?;
    }
    Ok(())
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

/// The groups in which 5 or more were passed over, and all others together with the smallest of them where they are fewer: so
/// nothing can be found by taking one from another. Nothing where fewer than 5 were in all.
fn folded(all: BTreeMap<&'static str, (usize, usize)>) -> Vec<Group> {
    let groups =
        all.into_iter().map(|(of, (waited, passed_over))| Group { of: vec![of], waited, passed_over });
    let (mut told, small): (Vec<_>, Vec<_>) = groups.partition(|group| group.passed_over >= FEWEST);
    let one = |mut a: Group, b: Group| {
        a.of.extend(b.of);
        Group { of: a.of, waited: a.waited + b.waited, passed_over: a.passed_over + b.passed_over }
    };
    told.sort_by_key(|group| std::cmp::Reverse(group.passed_over));
    let rest = match small.into_iter().reduce(one) {
        Some(rest) if rest.passed_over < FEWEST => told.pop().map(|smallest| one(smallest, rest)),
        rest => rest,
    };
    told.extend(rest);
    told
}

const fn sex_of(sex: Sex) -> &'static str {
    match sex {
        Sex::Male => "Male",
        Sex::Female => "Female",
        Sex::Unknown => "Not known",
    }
}

/// The group of a code of the census.
fn ethnic_group(code: Option<&str>) -> &'static str {
    match code.and_then(|code| code.chars().next()) {
        Some('W') => "White",
        Some('M') => "Mixed",
        Some('A') => "Asian",
        Some('B') => "Black",
        Some('O') => "Other",
        _ => "Not known",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::id::Id;

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
        assert_eq!(groups(&[("Female", 9, 5), ("Male", 30, 6)]), [told("Male", 30, 6), told("Female", 9, 5)]);
        assert_eq!(groups(&[("Female", 9, 4), ("Male", 30, 6)]), [told("Male, Female", 39, 10)]);
        assert_eq!(
            groups(&[("Asian", 9, 3), ("Black", 4, 2), ("White", 30, 6)]),
            [told("White", 30, 6), told("Asian, Black", 13, 5)]
        );
        assert_eq!(
            groups(&[("Asian", 9, 7), ("Black", 4, 0), ("White", 30, 9)]),
            [told("White", 30, 9), told("Asian, Black", 13, 7)],
            "nor that nobody of a group was"
        );
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
