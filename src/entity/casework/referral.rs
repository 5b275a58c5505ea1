//! What one organisation asked for one child, with the child as they described them.

use sea_orm::{FromJsonQueryResult, entity::prelude::*};
use serde::{Deserialize, Serialize};

use crate::{
    platform::sealed::{Sealable, Sealed},
    words::{
        FactorCode, HarmPosition, ParentNotToldReason, ReferralSource, ReferralStatus, Sex, SocialCareStatus,
        SpecialNeeds, Trigger, Urgency, WeaponInvolvement,
        id::{Id, noun},
    },
};

/// What one organisation asked for one child, with the child as they described them.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "referral")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Id<noun::Referral>,
    /// R- and seven symbols.
    pub reference: String,
    /// Counts the changes that the service sees.
    pub version: i32,
    /// Counts the changes that those who sent it see.
    pub sent_version: i32,
    /// Where it stands.
    pub status: ReferralStatus,
    /// How soon.
    pub urgency: Urgency,
    /// Where it comes from.
    pub source: ReferralSource,
    /// What set it off.
    pub trigger: Trigger,
    /// When that was.
    pub triggered_on: Option<Date>,
    /// What worries most.
    pub main_factor: FactorCode,
    /// What else worries.
    pub factors: FactorCodes,
    /// What is going well.
    pub strengths: FactorCodes,
    /// Who sent it.
    pub source_organisation_id: Id<noun::Organisation>,
    /// Which group of theirs; empty for none.
    pub sent_by_group: String,
    /// Which person.
    pub referrer_id: Option<Id<noun::User>>,
    /// The snapshot's own id.
    pub child_id: Id<noun::ReferredChild>,
    /// As they wrote it.
    pub child_given_name: String,
    /// As they wrote it.
    pub child_family_name: Option<String>,
    /// The name as searches compare it.
    pub child_search_name: String,
    /// As they wrote it.
    pub child_date_of_birth: Date,
    /// Whether that is an estimate.
    pub child_date_of_birth_estimated: bool,
    /// As they wrote it.
    pub child_sex: Sex,
    /// As they wrote it.
    pub child_school_id: Option<Id<noun::Organisation>>,
    /// What happened, and all else in words.
    pub account: Sealed<Account>,
    /// Their own number for it.
    pub external_reference: Option<String>,
    /// The programme that they would like for the child.
    pub requested_programme_id: Option<Id<noun::Programme>>,
    /// The shared record.
    pub young_person_id: Id<noun::YoungPerson>,
    /// The case that came of it.
    pub case_id: Option<Id<noun::Case>>,
    /// The referral that it repeats.
    pub duplicate_of_id: Option<Id<noun::Referral>>,
    /// Who has taken it.
    pub owner_id: Option<Id<noun::User>>,
    /// Since when.
    pub owned_since: Option<DateTimeUtc>,
    /// When it came.
    pub submitted_at: DateTimeUtc,
    /// When someone of the service first opened or took it.
    pub acknowledged_at: Option<DateTimeUtc>,
    /// By when it is to be decided; pauses move it.
    pub triage_due_at: DateTimeUtc,
    /// By when a question is to be answered.
    pub answer_due_on: Option<Date>,
    /// When the open question was asked.
    pub asked_at: Option<DateTimeUtc>,
    /// When those who sent it said that they are still worried.
    pub challenged_at: Option<DateTimeUtc>,
    /// When that was answered.
    pub challenge_answered_at: Option<DateTimeUtc>,
    /// When it was decided.
    pub decided_at: Option<DateTimeUtc>,
    /// Whether a decision waits for the manager.
    pub awaiting_countersign: bool,
}

/// Coded factors, in the order in which they were given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct FactorCodes(pub Vec<FactorCode>);

/// All that was told in words, and what goes with it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Account {
    /// What happened.
    pub what_happened: String,
    /// What was tried so far.
    pub tried_so_far: Option<String>,
    /// What the child says.
    pub child_view: Option<String>,
    /// What the parent says.
    pub parent_view: Option<String>,
    /// A line of evidence for the factors that need one.
    pub evidence: Vec<(FactorCode, String)>,
    /// Whether a weapon was involved.
    pub weapon: Option<WeaponInvolvement>,
    /// Whether the child was harmed or caused harm.
    pub harm: Option<HarmPosition>,
    /// Social care's part.
    pub social_care: Option<SocialCareStatus>,
    /// School, attendance and needs.
    pub education: Option<Education>,
    /// Who else works with the child.
    pub professionals: Vec<Professional>,
    /// How to talk with the child.
    pub communication_needs: Option<String>,
    /// Whether an interpreter is needed.
    pub interpreter_needed: Option<bool>,
    /// What a visitor must know.
    pub risks_to_visitors: Option<String>,
    /// Whether a parent knows of the referral.
    pub parent_aware: bool,
    /// Whether a parent agrees; never a consent.
    pub parent_agrees: Option<bool>,
    /// Why a parent was not told.
    pub parent_not_told: Option<ParentNotToldReason>,
    /// Whether the child agrees; never a consent.
    pub child_agrees: Option<bool>,
    /// When the last incident was.
    pub last_incident_on: Option<Date>,
}
impl Sealable for Account {
    const PURPOSE: &'static str = "referral.account";
}

/// School, attendance and needs, as the referrer knows them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Education {
    /// On a school's roll.
    pub on_roll: Option<bool>,
    /// Attendance over the last 12 weeks, per cent.
    pub attendance_percent: Option<f64>,
    /// Suspensions in this school year.
    pub suspensions_this_year: Option<i32>,
    /// Permanently excluded.
    pub permanently_excluded: Option<bool>,
    /// Hours a week where the timetable is part-time.
    pub weekly_hours_if_part_time: Option<f64>,
    /// Special educational needs.
    pub special_needs: SpecialNeeds,
    /// The year group taught in, where it is not that of the age.
    pub actual_year_group: Option<i32>,
}

/// Someone else who works with the child.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Professional {
    /// Their name.
    pub name: String,
    /// What they do.
    pub role: String,
    /// For whom.
    pub organisation: Option<String>,
    /// Their number.
    pub phone: Option<String>,
    /// Whether they lead.
    pub lead: bool,
}

/// Where the foreign keys point.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// To `young_person`.
    #[sea_orm(
        belongs_to = "super::super::people::young_person::Entity",
        from = "Column::YoungPersonId",
        to = "super::super::people::young_person::Column::Id"
    )]
    YoungPerson,
    /// To `organisation`.
    #[sea_orm(
        belongs_to = "super::super::people::organisation::Entity",
        from = "Column::SourceOrganisationId",
        to = "super::super::people::organisation::Column::Id"
    )]
    SourceOrganisation,
    /// To `organisation`.
    #[sea_orm(
        belongs_to = "super::super::people::organisation::Entity",
        from = "Column::ChildSchoolId",
        to = "super::super::people::organisation::Column::Id"
    )]
    ChildSchool,
    /// To `user`.
    #[sea_orm(
        belongs_to = "super::super::people::user::Entity",
        from = "Column::ReferrerId",
        to = "super::super::people::user::Column::Id"
    )]
    Referrer,
    /// To `user`.
    #[sea_orm(
        belongs_to = "super::super::people::user::Entity",
        from = "Column::OwnerId",
        to = "super::super::people::user::Column::Id"
    )]
    Owner,
}

impl ActiveModelBehavior for ActiveModel {}
