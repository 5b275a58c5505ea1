//! What comes in of programmes, offerings and places.

use async_graphql::{InputObject, MaybeUndefined};

use crate::{
    domain::delivery::{offering, programme},
    entity::delivery::programme::Asks,
    graphql::{people::inputs::patch, scalar::Date, visit::named},
    platform::keys::Keys,
    words::{
        DeliveryMode, EnrolmentStatus, FactorCode, OfferingStatus, Pathway, Reach, RelationKind, Strand,
        Urgency,
        id::{Id, OpaqueId, noun},
    },
};

/// A programme to be written down. `overrideReason` is needed where tests of the approach found more violence.
#[derive(InputObject)]
pub struct ProgrammeInput {
    /// What it is called.
    title: String,
    /// What happens in it, in plain words.
    summary: String,
    /// Who runs it.
    provider_id: OpaqueId<noun::Organisation>,
    /// What it is funded as.
    strand: Strand,
    /// The code of its approach; see `approaches`.
    approach: String,
    /// How it is run.
    mode: DeliveryMode,
    /// What is counted.
    reach: Reach,
    /// From this age on, 8 or more.
    min_age: i32,
    /// Up to this age, 25 or less.
    max_age: i32,
    /// Where it takes children from; empty means from everywhere.
    area_ids: Vec<OpaqueId<noun::Area>>,
    /// What it is for; empty means for any child.
    #[graphql(default)]
    factors: Vec<FactorCode>,
    /// Whether that it runs, where and when, is told only to those who may place a child in it.
    #[graphql(default)]
    sensitive: bool,
    /// Why it is run although tests found more violence.
    override_reason: Option<String>,
    /// What it asks for besides; left out means nothing.
    asks: Option<AsksInput>,
}

/// What a programme asks for besides an age and an area, looked at for the day on which a child could begin.
#[derive(InputObject)]
pub struct AsksInput {
    /// From this year group on; 0 is Reception.
    min_year_group: Option<i32>,
    /// Up to this year group.
    max_year_group: Option<i32>,
    /// Children who came to help in one of these ways; empty means in any.
    #[graphql(default)]
    pathways: Vec<Pathway>,
    /// Children whose referral names none of these factors.
    #[graphql(default)]
    exclusions: Vec<FactorCode>,
    /// Children who have fewer than so many other places at once, 1 to 20.
    most_at_once: Option<i32>,
}

impl From<AsksInput> for Asks {
    fn from(input: AsksInput) -> Self {
        Self {
            min_year_group: input.min_year_group,
            max_year_group: input.max_year_group,
            pathways: input.pathways,
            exclusions: input.exclusions,
            most_at_once: input.most_at_once,
        }
    }
}

impl ProgrammeInput {
    /// As the operation takes it.
    #[must_use]
    pub fn decode(self, keys: &Keys) -> programme::Create {
        programme::Create {
            title: self.title,
            summary: self.summary,
            provider_id: named(keys, &self.provider_id),
            strand: self.strand,
            approach: self.approach,
            mode: self.mode,
            reach: self.reach,
            min_age: self.min_age,
            max_age: self.max_age,
            area_ids: self.area_ids.iter().map(|id| named(keys, id)).collect(),
            factors: self.factors,
            sensitive: self.sensitive,
            override_reason: self.override_reason,
            asks: self.asks.map(Into::into).unwrap_or_default(),
        }
    }
}

/// A run of a programme. It takes children from the start.
#[derive(InputObject)]
pub struct OfferingInput {
    /// The programme.
    pub programme_id: OpaqueId<noun::Programme>,
    /// Where it takes place.
    venue: Option<String>,
    /// In which area.
    area_id: Option<OpaqueId<noun::Area>>,
    /// The first day.
    starts_on: Date,
    /// The last day, today or later.
    ends_on: Date,
    /// When it meets, in words.
    schedule: String,
    /// How many children at once.
    capacity: i32,
}

impl OfferingInput {
    /// As the operation takes it.
    #[must_use]
    pub fn decode(self, keys: &Keys, programme_id: Id<noun::Programme>) -> offering::Create {
        offering::Create {
            programme_id,
            venue: self.venue,
            area_id: self.area_id.map(|id| named(keys, &id)),
            starts_on: self.starts_on.0,
            ends_on: self.ends_on.0,
            schedule: self.schedule,
            capacity: self.capacity,
        }
    }
}

/// A change of an offering: an absent field stays, null removes.
#[derive(InputObject)]
pub struct ChangeOfferingInput {
    /// The offering.
    pub offering_id: OpaqueId<noun::Offering>,
    /// The version that the caller saw.
    version: i32,
    /// Where it takes place.
    venue: MaybeUndefined<String>,
    /// In which area.
    area_id: MaybeUndefined<OpaqueId<noun::Area>>,
    /// The first day.
    starts_on: MaybeUndefined<Date>,
    /// The last day.
    ends_on: MaybeUndefined<Date>,
    /// When it meets, in words.
    schedule: MaybeUndefined<String>,
    /// How many children at once; never below what is taken and offered.
    capacity: MaybeUndefined<i32>,
    /// DRAFT, OPEN, CLOSED or CANCELLED. Cancelling ends every place and every wait.
    status: MaybeUndefined<OfferingStatus>,
}

impl ChangeOfferingInput {
    /// As the operation takes it.
    #[must_use]
    pub fn decode(self, keys: &Keys, offering_id: Id<noun::Offering>) -> offering::Change {
        offering::Change {
            offering_id,
            version: self.version,
            venue: patch(self.venue, |venue| venue),
            area_id: patch(self.area_id, |id| named(keys, &id)),
            starts_on: patch(self.starts_on, |day| day.0),
            ends_on: patch(self.ends_on, |day| day.0),
            schedule: patch(self.schedule, |words| words),
            capacity: patch(self.capacity, |number| number),
            status: patch(self.status, |status| status),
        }
    }
}

/// A child to be placed, by the case.
#[derive(InputObject)]
pub struct EnrolInput {
    /// The offering.
    pub offering_id: OpaqueId<noun::Offering>,
    /// The case.
    pub case_id: OpaqueId<noun::Case>,
    /// How urgent.
    #[graphql(default_with = "Urgency::Routine")]
    pub priority: Urgency,
    /// Why the child comes before those who wait longer; needed unless ROUTINE, where `overrideReason` does not
    /// say it. Read by those who place children alone.
    pub priority_reason: Option<String>,
    /// Why it is right although age or area do not fit.
    pub override_reason: Option<String>,
}

/// The child's answer to an offer.
#[derive(InputObject)]
pub struct AnswerOfferInput {
    /// The enrolment.
    pub enrolment_id: OpaqueId<noun::Enrolment>,
    /// The version that the caller saw.
    pub version: i32,
    /// Yes or no.
    pub accept: bool,
    /// What the child said.
    pub childs_words: Option<String>,
}

/// The end of a place, or of waiting for one.
#[derive(InputObject)]
pub struct EndEnrolmentInput {
    /// The enrolment.
    pub enrolment_id: OpaqueId<noun::Enrolment>,
    /// The version that the caller saw.
    pub version: i32,
    /// COMPLETED, NOT_STARTED, WITHDREW or REMOVED.
    pub status: EnrolmentStatus,
    /// On which day; not in the future.
    pub on: Date,
    /// Why; needed unless it was completed.
    pub reason: Option<String>,
}

/// That a child whose offer lapsed still wants a place.
#[derive(InputObject)]
pub struct ConfirmWaitingInput {
    /// The enrolment.
    pub enrolment_id: OpaqueId<noun::Enrolment>,
    /// The version that the caller saw.
    pub version: i32,
}

/// What two children are to one another, or no longer are.
#[derive(InputObject)]
pub struct RelateChildrenInput {
    /// One child, whose record the viewer may change.
    pub from_id: OpaqueId<noun::YoungPerson>,
    /// The other, whose record the viewer may open.
    pub to_id: OpaqueId<noun::YoungPerson>,
    /// What they are to one another.
    pub kind: RelationKind,
    /// From where that is known.
    pub source: String,
    /// When to look at it again.
    pub review_on: Option<Date>,
    /// Whether it no longer holds.
    #[graphql(default)]
    pub ended: bool,
}

/// What the caseworker says to a place that the provider wants to end.
#[derive(InputObject)]
pub struct AnswerRemovalInput {
    /// The enrolment.
    pub enrolment_id: OpaqueId<noun::Enrolment>,
    /// The version that the caller saw.
    pub version: i32,
    /// Whether the place may end.
    pub agree: bool,
    /// Why, or why not.
    pub comment: String,
}
