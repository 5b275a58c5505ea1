//! A referral as it is sent: the form, in the words of the field.
//!
//! Owns the form and what follows from it alone. What is wrong with one is in `submission_rules`.

use chrono::{DateTime, NaiveDate, Utc};

use crate::{
    domain::people::details::ChildDetails,
    entity::casework::referral::Account,
    words::{
        FactorCode, ParentNotToldReason, ReferralSource, Trigger, Urgency,
        id::{Id, noun},
    },
};

/// What somebody asks for a child.
#[derive(Clone, Debug)]
pub struct Submission {
    /// A child whom the sender may already open.
    pub young_person_id: Option<Id<noun::YoungPerson>>,
    /// Or the child's details.
    pub child: Option<ChildDetails>,
    /// In which part somebody refers.
    pub source: ReferralSource,
    /// The service that they choose.
    pub service_id: Option<Id<noun::Organisation>>,
    /// How soon the child needs somebody, as they see it.
    pub urgency: Urgency,
    /// The event that led to it.
    pub trigger: Trigger,
    /// When that was.
    pub triggered_on: Option<NaiveDate>,
    /// The factor that matters most.
    pub main_factor: FactorCode,
    /// The other risk factors.
    pub factors: Vec<FactorCode>,
    /// What protects the child.
    pub strengths: Vec<FactorCode>,
    /// Whether the child is in danger now: asked before all else.
    pub immediate_danger: bool,
    /// The call that was made because of it.
    pub emergency_call: Option<EmergencyCall>,
    /// What happened, and all else in words; kept as it was written.
    pub account: Account,
    /// Their own number for it.
    pub external_reference: Option<String>,
    /// The programme that they would like for the child. A wish: nobody has a place by it.
    pub requested_programme_id: Option<Id<noun::Programme>>,
}

/// A call to 999 or to a council's front door.
#[derive(Clone, Debug)]
pub struct EmergencyCall {
    /// Who was called.
    pub agency: String,
    /// When.
    pub called_at: DateTime<Utc>,
    /// Who answered.
    pub spoke_to: Option<String>,
    /// Their reference.
    pub reference: Option<String>,
}

impl Submission {
    /// How soon the child needs somebody: danger is immediate, whatever else was chosen.
    #[must_use]
    pub const fn effective_urgency(&self) -> Urgency {
        if self.immediate_danger { Urgency::Immediate } else { self.urgency }
    }

    /// Whether a safeguarding concern goes with it: the child is in danger now.
    #[must_use]
    pub const fn raises_concern(&self) -> bool {
        self.immediate_danger
    }

    /// Why no parent was told. Who left the question open has not told them yet, so that nobody rings the parent by mistake.
    #[must_use]
    pub fn parent_not_told(&self) -> Option<ParentNotToldReason> {
        (!self.account.parent_aware)
            .then(|| self.account.parent_not_told.unwrap_or(ParentNotToldReason::NotYet))
    }

    /// The main factor and the others, each once, in the order given.
    #[must_use]
    pub fn risk_factors(&self) -> Vec<FactorCode> {
        once_each(std::iter::once(self.main_factor).chain(self.factors.iter().copied()))
    }

    /// The strengths, each once, in the order given.
    #[must_use]
    pub fn protective_factors(&self) -> Vec<FactorCode> {
        once_each(self.strengths.iter().copied())
    }
}

fn once_each(codes: impl Iterator<Item = FactorCode>) -> Vec<FactorCode> {
    let mut kept = Vec::new();
    for code in codes {
        if !kept.contains(&code) {
            kept.push(code);
        }
    }
    kept
}
