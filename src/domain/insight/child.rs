//! Who is counted: a child by number and record key, and sets of children in which each is once.
//!
//! Does not know what is counted. A restricted child cannot become a `Child`, so none can be counted by mistake.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// How many values a cell key has.
pub const KEYS: u16 = 4096;

/// A child's permanent record key: uniform from 1 to 4095, drawn once, never shown, kept when children are linked.
///
/// The Office for National Statistics uses 0 to 255 or 0 to 4095. Of 4095 keys two sets seldom have the same sum; 0 is left
/// out, so that a child who enters or leaves always moves the cell key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct RecordKey(u16);

impl RecordKey {
    /// A key from chance: 64 even bits. What is left uneven by the remainder is below 2⁻⁵⁰.
    #[must_use]
    pub fn draw(chance: u64) -> Self {
        Self(u16::try_from(1 + chance % u64::from(KEYS - 1)).unwrap_or(1))
    }

    /// The number, to be stored.
    #[must_use]
    pub const fn get(self) -> u16 {
        self.0
    }
}

impl From<RecordKey> for u16 {
    fn from(key: RecordKey) -> Self {
        key.0
    }
}

/// A number that is no record key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} is no record key: they go from 1 to 4095")]
pub struct NoRecordKey(pub u16);

impl TryFrom<u16> for RecordKey {
    type Error = NoRecordKey;

    fn try_from(number: u16) -> Result<Self, NoRecordKey> {
        if (1..KEYS).contains(&number) { Ok(Self(number)) } else { Err(NoRecordKey(number)) }
    }
}

/// Whether a record is restricted on the day of the release.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It counts.
    Open,
    /// It is in no figure.
    Restricted,
}

/// A child in one fact: which child, and in which council's part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Child {
    number: u32,
    council: u8,
    key: RecordKey,
}

impl Child {
    /// A child who may be counted; none where the record is restricted. `number` is the same in every release and for all
    /// records that are linked, and so is `key`; `council` tells parts apart (any number for each council).
    #[must_use]
    pub fn counted(number: u32, key: RecordKey, council: u8, standing: Standing) -> Option<Self> {
        (standing == Standing::Open).then_some(Self { number, council, key })
    }

    /// Which child.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.number
    }
}

/// Distinct children, in the order of their numbers. Who is in it by two councils is one child, and in both parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Members(Vec<Child>);

impl FromIterator<Child> for Members {
    fn from_iter<T: IntoIterator<Item = Child>>(children: T) -> Self {
        let mut children: Vec<Child> = children.into_iter().collect();
        children.sort_unstable();
        children.dedup_by_key(|child| (child.number, child.council));
        Self(children)
    }
}

impl Members {
    fn distinct(&self) -> impl Iterator<Item = &Child> {
        self.0.chunk_by(|one, next| one.number == next.number).map(|of_one| &of_one[0])
    }

    /// How many children. This is what may not be told.
    pub(super) fn exactly(&self) -> usize {
        self.distinct().count()
    }

    /// Their numbers, rising.
    pub(super) fn numbers(&self) -> impl Iterator<Item = u32> {
        self.distinct().map(|child| child.number)
    }

    /// The sum of their record keys, modulo 4096.
    pub(super) fn key(&self) -> u16 {
        key_of(self.distinct().map(|child| child.key.0), KEYS)
    }

    /// How many are in each council's part, for those that have any.
    pub(super) fn parts(&self) -> BTreeMap<u8, usize> {
        let mut parts = BTreeMap::new();
        for child in &self.0 {
            *parts.entry(child.council).or_default() += 1;
        }
        parts
    }

    /// The children of both.
    pub(super) fn and(&self, other: &Self) -> Self {
        self.0.iter().chain(&other.0).copied().collect()
    }
}

/// The cell key: the sum of record keys, modulo how many there are (ONS cell-key method 3.1.0, step 2).
pub(super) fn key_of(keys: impl Iterator<Item = u16>, modulus: u16) -> u16 {
    keys.fold(0, |sum, key| {
        let sum = (u32::from(sum) + u32::from(key)) % u32::from(modulus);
        u16::try_from(sum).unwrap_or_default()
    })
}
