//! One narrow row for each child and referral or enrolment, as the releases between two numbers count it. What it says is
//! sealed: it tells of a child what the referral tells.

use chrono::NaiveDate;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    platform::sealed::{Sealable, Sealed},
    words::{
        AgeBand, DecisionReason, FactKind, Informant, Instrument, Pathway, ReferralSource, ReliableChange,
        Sex, SocialCareStatus, SpecialNeeds, Strand,
        id::{Id, noun},
    },
};

/// What releases count of one referral or enrolment.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "fact")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Of what.
    pub kind: FactKind,
    /// The referral or enrolment.
    pub subject_id: Uuid,
    /// The first release that counts it so.
    pub from_release: i32,
    /// The first release that does not any more.
    pub to_release: Option<i32>,
    /// What it says.
    pub words: Sealed<FactWords>,
}

/// What a fact says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactWords {
    /// The child's number among those who are counted, of `record_key`.
    pub child: u32,
    /// The child and what they were referred for, as on the day.
    pub dimensions: Dimensions,
    /// The referral, or that which led to the place.
    pub referral: Option<ReferralFact>,
    /// The place.
    pub enrolment: Option<EnrolmentFact>,
    /// What was measured before and after.
    pub changes: Vec<ChangeFact>,
}

/// By what figures are broken down.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dimensions {
    /// The council's area.
    pub local_authority: Option<Id<noun::Area>>,
    /// The community area; never a ward.
    pub area: Option<Id<noun::Area>>,
    /// The age on the day.
    pub age_band: Option<AgeBand>,
    /// Sex as registered.
    pub sex: Option<Sex>,
    /// The group of the census's code.
    pub ethnicity_group: Option<String>,
    /// Special educational needs.
    pub special_needs: Option<SpecialNeeds>,
    /// Social care's part.
    pub social_care: Option<SocialCareStatus>,
    /// The school.
    pub school: Option<Id<noun::Organisation>>,
    /// Where the referral came from.
    pub source: Option<ReferralSource>,
    /// The pathway of the case.
    pub pathway: Option<Pathway>,
    /// Why it was decided so.
    pub decision_reason: Option<DecisionReason>,
    /// The programme.
    pub programme: Option<Id<noun::Programme>>,
    /// Who runs it.
    pub provider: Option<Id<noun::Organisation>>,
    /// What it is funded as.
    pub strand: Option<Strand>,
    /// Its approach.
    pub approach: Option<String>,
}

/// How a referral was decided. Those that wait and repeats of another are no facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferralFact {
    /// The day of the decision, or on which it was withdrawn.
    pub on: NaiveDate,
    /// What was decided.
    pub decided: Decided,
    /// Whether within the time for triage, pauses taken off.
    pub triaged_in_time: Option<bool>,
    /// Whether somebody tried to reach the child or family within 5 working days of acceptance.
    pub contacted_in_time: Option<bool>,
    /// Whether a plan was agreed within 20 working days of allocation.
    pub planned_in_time: Option<bool>,
    /// Whether the child had been referred before, and that was decided in the 12 months before.
    pub re_referred: bool,
}

/// What became of a referral.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Decided {
    /// A case was opened.
    Accepted,
    /// It was added to a case that was open.
    Added,
    /// It was not taken on.
    Declined,
    /// It was sent on.
    Redirected,
    /// Whoever sent it took it back.
    Withdrawn,
}

/// How a place went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrolmentFact {
    /// The day on which the place was accepted.
    pub accepted_on: Option<NaiveDate>,
    /// The day of the first session that was attended.
    pub started_on: Option<NaiveDate>,
    /// How it ended.
    pub ended: Option<Ended>,
    /// Working days from the acceptance of the referral to the first session that was offered, for the first place of a case.
    pub waited: Option<u32>,
    /// Sessions that were attended.
    pub attended: u32,
    /// Sessions that count.
    pub expected: u32,
}

/// How a place that was started ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ended {
    /// Completed.
    Completed,
    /// Early: the child stopped coming. What was told before reasons were has no other word; the next release mends it.
    #[serde(alias = "Early")]
    Withdrew,
    /// Early: the place was ended by us.
    Removed,
}

/// A score before, and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeFact {
    /// By what.
    pub instrument: Instrument,
    /// Who answered.
    pub informant: Informant,
    /// By which version of the scoring.
    pub version: String,
    /// The day of the score before.
    pub on: NaiveDate,
    /// The score before, in hundredths of a point.
    pub before: i32,
    /// The score after; none where it is missing.
    pub after: Option<i32>,
    /// Whether the end was reached, so that the score after is missing where there is none.
    pub ended: bool,
    /// Whether the change is more than errors of measurement explain.
    pub change: Option<ReliableChange>,
}

impl Sealable for FactWords {
    const PURPOSE: &'static str = "fact.words";
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
