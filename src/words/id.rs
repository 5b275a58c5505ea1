//! Ids: one generic `Id<Noun>` over UUIDv7, so that mixing the ids of two nouns does not compile.
//!
//! Outside the program an id is the noun's prefix and the UUID as one AES block under a key of that noun
//! (see `platform::keys`); `OpaqueId<Noun>` is what came in and is not deciphered yet.

use std::{fmt, hash::Hash, marker::PhantomData};

use async_graphql::{InputType, InputValueError, InputValueResult, registry};
use sea_orm::{
    ColIdx, ColumnType, DbErr, QueryResult, TryFromU64, TryGetError, TryGetable, Value,
    sea_query::{ArrayType, Nullable, ValueType, ValueTypeErr},
};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

use crate::platform::{
    error::{Error, Result},
    keys::Keys,
};

/// A kind of thing that has ids.
pub trait Noun: Send + Sync + 'static {
    /// What ids of this noun start with outside the program.
    const PREFIX: &'static str;
}

/// The id of one thing of the noun `N`.
pub struct Id<N>(Uuid, PhantomData<fn() -> N>);

impl<N> Id<N> {
    /// The UUID inside.
    #[must_use]
    pub const fn uuid(self) -> Uuid {
        self.0
    }
}

impl<N: Noun> Id<N> {
    /// What clients see: prefix and one enciphered block.
    #[must_use]
    pub fn seal(self, keys: &Keys) -> String {
        format!("{}_{}", N::PREFIX, keys.encipher_id(N::PREFIX, self.0))
    }
}

/// An id as a client sent it: its prefix is that of `N`, the rest is not deciphered yet.
pub struct OpaqueId<N>(String, PhantomData<fn() -> N>);

impl<N> fmt::Debug for OpaqueId<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<N: Noun> OpaqueId<N> {
    /// Takes text whose prefix is that of this noun.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let block = text.strip_prefix(N::PREFIX)?.strip_prefix('_')?;
        Some(Self(block.to_owned(), PhantomData))
    }

    /// The id inside. What cannot be deciphered was never given out: NOT_FOUND, before any SQL.
    pub fn open(&self, keys: &Keys) -> Result<Id<N>> {
        keys.decipher_id(N::PREFIX, &self.0).map(Id::from).ok_or(Error::NotFound)
    }
}

impl<N: Noun> InputType for OpaqueId<N> {
    type RawValueType = Self;

    fn type_name() -> std::borrow::Cow<'static, str> {
        <async_graphql::ID as InputType>::type_name()
    }

    fn create_type_info(registry: &mut registry::Registry) -> String {
        <async_graphql::ID as InputType>::create_type_info(registry)
    }

    fn parse(value: Option<async_graphql::Value>) -> InputValueResult<Self> {
        let id = <async_graphql::ID as InputType>::parse(value).map_err(InputValueError::propagate)?;
        Self::parse(&id)
            .ok_or_else(|| InputValueError::custom(format!("needs an id that starts with {}_", N::PREFIX)))
    }

    fn to_value(&self) -> async_graphql::Value {
        async_graphql::Value::String(format!("{}_{}", N::PREFIX, self.0))
    }

    fn as_raw_value(&self) -> Option<&Self> {
        Some(self)
    }
}

impl<N> From<Uuid> for Id<N> {
    fn from(uuid: Uuid) -> Self {
        Self(uuid, PhantomData)
    }
}

impl<N> Clone for Id<N> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<N> Copy for Id<N> {}
impl<N> PartialEq for Id<N> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<N> Eq for Id<N> {}
impl<N> Hash for Id<N> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<N> PartialOrd for Id<N> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<N> Ord for Id<N> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<N> fmt::Debug for Id<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

// Between nodes, within what is sealed. Outside it is `seal`ed instead.
impl<N> Serialize for Id<N> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(to)
    }
}
impl<'de, N> Deserialize<'de> for Id<N> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Uuid::deserialize(from).map(Self::from)
    }
}

// What sea-orm asks of a column's type.
impl<N> From<Id<N>> for Value {
    fn from(id: Id<N>) -> Self {
        Self::Uuid(Some(id.0))
    }
}
impl<N> TryGetable for Id<N> {
    fn try_get_by<I: ColIdx>(row: &QueryResult, index: I) -> Result<Self, TryGetError> {
        Uuid::try_get_by(row, index).map(Self::from)
    }
}
impl<N> ValueType for Id<N> {
    fn try_from(value: Value) -> Result<Self, ValueTypeErr> {
        <Uuid as ValueType>::try_from(value).map(Self::from)
    }
    fn type_name() -> String {
        "Id".to_owned()
    }
    fn array_type() -> ArrayType {
        ArrayType::Uuid
    }
    fn column_type() -> ColumnType {
        ColumnType::Uuid
    }
}
impl<N> Nullable for Id<N> {
    fn null() -> Value {
        Value::Uuid(None)
    }
}
impl<N> TryFromU64 for Id<N> {
    fn try_from_u64(_: u64) -> Result<Self, DbErr> {
        Err(DbErr::ConvertFromU64("Id"))
    }
}

/// Declares the nouns, each with its prefix and a description.
macro_rules! nouns {
    ($($(#[$doc:meta])* $noun:ident = $prefix:literal;)*) => {
        $(
            $(#[$doc])*
            #[derive(Debug)]
            pub enum $noun {}
            impl Noun for $noun {
                const PREFIX: &'static str = $prefix;
            }
        )*
        /// Every prefix, for the test that no two nouns share one.
        pub const PREFIXES: &[&str] = &[$($prefix),*];
    };
}

/// The nouns that have ids; each an empty type, used only as `Id<Noun>`.
pub mod noun {
    use super::Noun;

    nouns! {
        /// A force, council, community area or ward.
        Area = "area";
        /// A member of the partnership.
        Organisation = "org";
        /// A person who signs in.
        User = "user";
        /// A role in an organisation.
        Membership = "mship";
        /// A role that somebody is invited to.
        Invitation = "invitation";
        /// A link that works once.
        Link = "link";
        /// That somebody asked for a new link.
        LinkRequest = "linkrequest";
        /// That the people of a group were confirmed.
        GroupConfirmation = "confirmation";
        /// A browser that is signed in.
        SignIn = "signin";
        /// A bearer token.
        Token = "token";
        /// A child's or young adult's record.
        YoungPerson = "child";
        /// The child as one referral described them.
        ReferredChild = "refchild";
        /// A parent, carer or other person around a child.
        Contact = "contact";
        /// A home address from a day to a day.
        AddressPeriod = "address";
        /// A school from a day to a day.
        SchoolPeriod = "schoolperiod";
        /// A correction or change of a child's record.
        RecordChange = "change";
        /// A warning that protects the child or those who visit.
        Alert = "alert";
        /// What two children are to one another.
        PersonRelation = "relation";
        /// An answer to a question of consent.
        Consent = "consent";
        /// A record that only named people open.
        Restriction = "restriction";
        /// One colleague standing in for another.
        Cover = "cover";
        /// A colleague's case opened once on duty.
        DutyOpening = "duty";
        /// What one organisation asked for one child.
        Referral = "referral";
        /// Words between the service and those who referred.
        ReferralMessage = "message";
        /// What triage decided.
        TriageDecision = "decision";
        /// A change of status.
        Transition = "transition";
        /// The work with one child.
        Case = "case";
        /// What was done, seen or said.
        CaseNote = "note";
        /// An earlier text of a note.
        CaseNoteRevision = "revision";
        /// What was measured of a child.
        Measure = "measure";
        /// What a child or parent wants to reach.
        Goal = "goal";
        /// How near a goal was on a day.
        GoalRating = "rating";
        /// A form that is not sent yet.
        Draft = "draft";
        /// Something to do.
        Task = "task";
        /// A child may be harmed.
        SafeguardingConcern = "concern";
        /// A call to 999 or a front door.
        EmergencyCall = "call";
        /// A whom-to-ring of a council.
        FrontDoor = "door";
        /// What a provider does for children, a school or staff.
        Programme = "programme";
        /// One run of a programme.
        Offering = "offering";
        /// A child's place in an offering, or on its waiting list.
        Enrolment = "enrolment";
        /// A step of an enrolment.
        EnrolmentStep = "enrolmentstep";
        /// One meeting of an offering.
        Session = "session";
        /// A mark in a session's register.
        Attendance = "attendance";
        /// What was done with a child in a session.
        SessionNote = "sessionnote";
        /// How many people were there who are not named.
        Headcount = "headcount";
        /// Figures of a release, frozen under a title.
        Report = "report";
        /// Figures on their way out as a file.
        Export = "export";
        /// One line of the audit.
        AuditEntry = "audit";
        /// Something that falls due.
        Job = "job";
        /// One line of a child's or case's timeline.
        TimelineEntry = "entry";
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{
        Id, OpaqueId,
        noun::{Case, PREFIXES, Task},
    };
    use crate::platform::{chance::Chance, keys::Keys};

    #[test]
    fn no_two_nouns_share_a_prefix() {
        let distinct: std::collections::HashSet<_> = PREFIXES.iter().collect();
        assert_eq!(distinct.len(), PREFIXES.len());
        assert!(PREFIXES.iter().all(|prefix| !prefix.contains('_')));
    }

    fn keys() -> Keys {
        Keys::new([7; 32], Chance::seeded(1))
    }

    fn opened(text: &str) -> Option<Id<Case>> {
        OpaqueId::<Case>::parse(text)?.open(&keys()).ok()
    }

    fn given_out(millis: u64, chance: [u8; 10]) -> Id<Case> {
        uuid::Builder::from_unix_timestamp_millis(millis, &chance).into_uuid().into()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn any_text_is_refused_or_is_the_one_text_of_its_id(text in prop_oneof![
            any::<String>(),
            any::<String>().prop_map(|text| format!("case_{text}")),
            "case_[A-Za-z0-9_=-]{21,23}",
        ]) {
            if let Some(id) = opened(&text) {
                prop_assert_eq!(id.seal(&keys()), text);
            }
        }

        #[test]
        fn no_other_text_opens_what_was_given_out(
            millis in 0..1_u64 << 48, chance: [u8; 10], at in 5..27_usize, with in "[A-Za-z0-9_-]",
        ) {
            let id = given_out(millis, chance);
            let text = id.seal(&keys());
            prop_assert_eq!(opened(&text), Some(id));
            prop_assert!(OpaqueId::<Task>::parse(&text).is_none());
            // The block of one noun opens to nothing of another.
            let other = OpaqueId::<Task>::parse(&text.replacen("case", "task", 1)).unwrap().open(&keys());
            prop_assert!(other.is_err() || other.is_ok_and(|other| other.uuid() != id.uuid()));
            let changed = format!("{}{with}{}", &text[..at], &text[at + 1..]);
            if changed != text {
                prop_assert_ne!(opened(&changed), Some(id));
                prop_assert_ne!(opened(&format!("{text}{with}")), Some(id));
            }
        }
    }
}
