//! The relations in which a viewer may stand to a row, and sets of them.

use std::fmt;

/// One reason why a row may be for a viewer. Which reason is enough for what is the policy table's business.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(i32)]
pub enum Relation {
    /// The referral was sent by the viewer's organisation and group.
    SentByGroup = 1,
    /// The viewer's service is a receiving service of the referral, or decided it.
    OwnQueue = 2,
    /// The viewer's service controls the case, or decided the referral.
    OwnService = 4,
    /// Caseworker or co-worker of the case now.
    OwnCase = 8,
    /// A running cover for someone whose case it is.
    Cover = 16,
    /// Opened on duty, until the end of that day.
    Duty = 32,
    /// Made by, assigned to, or about the viewer.
    Own = 64,
    /// The child is enrolled in an offering that the viewer's organisation runs (manager) or one of whose sessions the viewer
    /// leads (worker), or was until 10 working days ago.
    Enrolled = 128,
    /// Anyone who holds the role, whatever the row.
    Always = 256,
    /// A programme or offering that is no secret.
    Published = 512,
}

impl Relation {
    /// All of them, in the order of the policy.
    pub const ALL: [Self; 10] = [
        Self::SentByGroup,
        Self::OwnQueue,
        Self::OwnService,
        Self::OwnCase,
        Self::Cover,
        Self::Duty,
        Self::Own,
        Self::Enrolled,
        Self::Always,
        Self::Published,
    ];

    /// The number that stands for it in a set.
    #[must_use]
    pub const fn bit(self) -> i32 {
        self as i32
    }
}

/// A set of relations: those that a row holds to a viewer, or those of which one is enough.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Relations(i32);

impl Relations {
    /// No relation at all.
    pub const NONE: Self = Self(0);

    /// A set of the relations given.
    #[must_use]
    pub const fn of(relations: &[Relation]) -> Self {
        let mut bits = 0;
        let mut i = 0;
        while i < relations.len() {
            bits |= relations[i].bit();
            i += 1;
        }
        Self(bits)
    }

    /// The set that a query's `holds` column stands for.
    #[must_use]
    pub const fn from_bits(bits: i32) -> Self {
        Self(bits)
    }

    /// The number of the `holds` column.
    #[must_use]
    pub const fn bits(self) -> i32 {
        self.0
    }

    /// Whether it has this relation.
    #[must_use]
    pub const fn has(self, relation: Relation) -> bool {
        self.0 & relation.bit() != 0
    }

    /// Whether the two have a relation in common.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// What is in either.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What is in both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The one that says best why somebody may look: the nearest to the child's own work first.
    #[must_use]
    pub fn reason(self) -> Option<Relation> {
        use Relation::{
            Always, Cover, Duty, Enrolled, Own, OwnCase, OwnQueue, OwnService, Published, SentByGroup,
        };
        [OwnCase, Cover, Duty, OwnQueue, OwnService, Enrolled, SentByGroup, Own, Always, Published]
            .into_iter()
            .find(|relation| self.has(*relation))
    }

    /// Whether it has none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Its members, in the order of the policy.
    pub fn iter(self) -> impl Iterator<Item = Relation> {
        Relation::ALL.into_iter().filter(move |relation| self.has(*relation))
    }
}

impl fmt::Debug for Relations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

impl fmt::Display for Relations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_empty() {
            return f.write_str("-");
        }
        let names: Vec<_> = self.iter().map(|relation| format!("{relation:?}")).collect();
        f.write_str(&names.join(", "))
    }
}
