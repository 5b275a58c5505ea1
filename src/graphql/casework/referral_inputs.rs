//! The inputs of referrals, and how each becomes what the operation takes.

use async_graphql::{Context, InputObject};

use crate::{
    domain::casework::{
        decide, submission,
        triage::{Pass, Version},
    },
    entity::casework::referral::{Account, Education, Professional},
    graphql::{
        people::inputs::YoungPersonInput,
        scalar::{Date, DateTime},
        visit::{Ask, named},
    },
    platform::keys::Keys,
    words::{
        DecisionReason, FactorCode, HarmPosition, ParentNotToldReason, Pathway, ReferralSource,
        SocialCareStatus, SpecialNeeds, TriageOutcome, Trigger, Urgency, WeaponInvolvement,
        id::{Id, OpaqueId, noun},
    },
};

/// Only the child's name, birth date and sex, what happened, the main factor, danger and whether a parent knows are needed;
/// the rest is what the referrer can add.
#[derive(InputObject)]
pub struct SubmitReferralInput {
    /// A child whom the viewer may already open, or the child's details.
    young_person_id: Option<OpaqueId<noun::YoungPerson>>,
    /// The child's details.
    young_person: Option<YoungPersonInput>,
    /// In which part somebody refers.
    source: ReferralSource,
    /// The service, where neither address nor school tells.
    service_id: Option<OpaqueId<noun::Organisation>>,
    /// How soon.
    #[graphql(default_with = "Urgency::Routine")]
    urgency: Urgency,
    /// What set it off.
    #[graphql(default_with = "Trigger::None")]
    trigger: Trigger,
    /// When that was.
    triggered_on: Option<Date>,
    /// What happened, in up to 2,000 characters.
    what_happened: String,
    /// What worries most.
    main_factor: FactorCode,
    /// What else worries.
    #[graphql(default)]
    factors: Vec<FactorCode>,
    /// What is going well.
    #[graphql(default)]
    strengths: Vec<FactorCode>,
    /// A line for each factor that needs one.
    #[graphql(default)]
    evidence: Vec<FactorEvidenceInput>,
    /// Whether the child is in danger now. Asked before anything else.
    immediate_danger: bool,
    /// The call to 999 or the front door, needed where the child is in danger now.
    emergency_call: Option<EmergencyCallInput>,
    /// Whether a parent knows of the referral.
    parent_aware: bool,
    /// Whether a parent agrees; never a consent.
    parent_agrees: Option<bool>,
    /// Why a parent was not told.
    parent_not_told: Option<ParentNotToldReason>,
    /// Whether the child agrees; never a consent.
    child_agrees: Option<bool>,
    /// What the child says.
    child_view: Option<String>,
    /// What the parent says.
    parent_view: Option<String>,
    /// What was tried so far.
    tried_so_far: Option<String>,
    /// When the last incident was.
    last_incident_on: Option<Date>,
    /// Whether a weapon was involved.
    weapon: Option<WeaponInvolvement>,
    /// Whether the child was harmed or caused harm.
    harm: Option<HarmPosition>,
    /// Social care's part.
    social_care: Option<SocialCareStatus>,
    /// School, attendance and needs.
    education: Option<EducationInput>,
    /// Who else works with the child.
    #[graphql(default)]
    professionals: Vec<ProfessionalInput>,
    /// How to talk with the child.
    communication_needs: Option<String>,
    /// Whether an interpreter is needed.
    interpreter_needed: Option<bool>,
    /// What a visitor must know.
    risks_to_visitors: Option<String>,
    /// The sender's own number for it.
    external_reference: Option<String>,
    /// The programme that the sender would like for the child, of those that are in the list. A wish: it holds no place.
    requested_programme_id: Option<OpaqueId<noun::Programme>>,
    /// The own draft that it was written in: gone once the referral is sent.
    pub draft_id: Option<OpaqueId<noun::Draft>>,
}

/// Needed for GANG_ASSOCIATION, CRIMINAL_EXPLOITATION, SEXUAL_EXPLOITATION, PREVIOUS_VIOLENCE and CARRIED_WEAPON.
#[derive(InputObject)]
pub struct FactorEvidenceInput {
    /// The factor.
    code: FactorCode,
    /// What was seen or heard.
    text: String,
}

/// A call to 999 or to a front door.
#[derive(InputObject)]
pub struct EmergencyCallInput {
    /// Who was called.
    agency: String,
    /// When.
    called_at: DateTime,
    /// Who answered.
    spoke_to: Option<String>,
    /// Their reference.
    reference: Option<String>,
}

impl From<EmergencyCallInput> for submission::EmergencyCall {
    fn from(input: EmergencyCallInput) -> Self {
        Self {
            agency: input.agency,
            called_at: input.called_at.0,
            spoke_to: input.spoke_to,
            reference: input.reference,
        }
    }
}

/// School, attendance and needs.
#[derive(InputObject)]
pub struct EducationInput {
    /// On a school's roll.
    on_roll: Option<bool>,
    /// Attendance over the last 12 weeks, 0 to 100 per cent.
    attendance_percent: Option<f64>,
    /// Suspensions in this school year.
    suspensions_this_year: Option<i32>,
    /// Permanently excluded.
    permanently_excluded: Option<bool>,
    /// Hours a week where the timetable is part-time.
    weekly_hours_if_part_time: Option<f64>,
    /// Special educational needs.
    #[graphql(default_with = "SpecialNeeds::NotKnown")]
    special_needs: SpecialNeeds,
    /// The year group taught in, where it is not that of the age.
    actual_year_group: Option<i32>,
}

impl From<EducationInput> for Education {
    fn from(input: EducationInput) -> Self {
        Self {
            on_roll: input.on_roll,
            attendance_percent: input.attendance_percent,
            suspensions_this_year: input.suspensions_this_year,
            permanently_excluded: input.permanently_excluded,
            weekly_hours_if_part_time: input.weekly_hours_if_part_time,
            special_needs: input.special_needs,
            actual_year_group: input.actual_year_group,
        }
    }
}

/// Someone else who works with the child.
#[derive(InputObject)]
pub struct ProfessionalInput {
    /// Their name.
    name: String,
    /// What they do.
    role: String,
    /// For whom.
    organisation: Option<String>,
    /// Their number.
    phone: Option<String>,
    /// Whether they lead.
    #[graphql(default)]
    lead: bool,
}

impl From<ProfessionalInput> for Professional {
    fn from(input: ProfessionalInput) -> Self {
        Self {
            name: input.name,
            role: input.role,
            organisation: input.organisation,
            phone: input.phone,
            lead: input.lead,
        }
    }
}

impl SubmitReferralInput {
    /// The form in the words of the operation.
    #[must_use]
    pub fn decode(self, keys: &Keys) -> submission::Submission {
        let young_person_id = self.young_person_id.map(|id| named(keys, &id));
        let service_id = self.service_id.map(|id| named(keys, &id));
        let child = self.young_person.map(|child| child.decode(keys));
        submission::Submission {
            young_person_id,
            child,
            source: self.source,
            service_id,
            urgency: self.urgency,
            trigger: self.trigger,
            triggered_on: self.triggered_on.map(|on| on.0),
            main_factor: self.main_factor,
            factors: self.factors,
            strengths: self.strengths,
            immediate_danger: self.immediate_danger,
            emergency_call: self.emergency_call.map(Into::into),
            account: Account {
                what_happened: self.what_happened,
                tried_so_far: self.tried_so_far,
                child_view: self.child_view,
                parent_view: self.parent_view,
                evidence: self.evidence.into_iter().map(|line| (line.code, line.text)).collect(),
                weapon: self.weapon,
                harm: self.harm,
                social_care: self.social_care,
                education: self.education.map(Into::into),
                professionals: self.professionals.into_iter().map(Into::into).collect(),
                communication_needs: self.communication_needs,
                interpreter_needed: self.interpreter_needed,
                risks_to_visitors: self.risks_to_visitors,
                parent_aware: self.parent_aware,
                parent_agrees: self.parent_agrees,
                parent_not_told: self.parent_not_told,
                child_agrees: self.child_agrees,
                last_incident_on: self.last_incident_on.map(|on| on.0),
            },
            external_reference: self.external_reference,
            requested_programme_id: self.requested_programme_id.map(|id| named(keys, &id)),
        }
    }
}

/// A referral as the caller saw it.
#[derive(InputObject)]
pub struct ReferralVersionInput {
    /// The referral.
    referral_id: OpaqueId<noun::Referral>,
    /// The version that the caller saw.
    version: i32,
}

impl ReferralVersionInput {
    /// The referral as the caller saw it.
    #[must_use]
    pub fn decode(&self, ctx: &Context<'_>) -> Version {
        Version { referral_id: ctx.open_id(&self.referral_id), version: self.version }
    }
}

/// Words about a referral.
#[derive(InputObject)]
pub struct ReferralTextInput {
    /// The referral.
    pub referral_id: OpaqueId<noun::Referral>,
    /// The words, up to 2,000 characters.
    pub text: String,
}

/// A withdrawal.
#[derive(InputObject)]
pub struct WithdrawReferralInput {
    /// The referral.
    pub referral_id: OpaqueId<noun::Referral>,
    /// The version that the caller saw.
    pub version: i32,
    /// Why.
    pub reason: String,
}

/// To whom a referral is passed on.
#[derive(InputObject)]
pub struct PassReferralInput {
    /// The referral.
    pub referral_id: OpaqueId<noun::Referral>,
    /// The version that the caller saw.
    version: i32,
    /// The other service.
    to_service_id: OpaqueId<noun::Organisation>,
    /// Why.
    reason: String,
}

impl PassReferralInput {
    /// What the operation takes.
    #[must_use]
    pub fn decode(self, keys: &Keys, referral_id: Id<noun::Referral>) -> Pass {
        let to_service_id = named(keys, &self.to_service_id);
        let seen = Version { referral_id, version: self.version };
        Pass { seen, to_service_id, reason: self.reason }
    }
}

/// `youngPersonId`: the record that this child already has; absent: the record made from the snapshot at submission.
#[derive(InputObject)]
pub struct TriageReferralInput {
    /// The referral.
    pub referral_id: OpaqueId<noun::Referral>,
    /// The version that the caller saw.
    version: i32,
    /// What.
    outcome: TriageOutcome,
    /// The coded reason, needed to decline.
    reason: Option<DecisionReason>,
    /// For the service.
    rationale: String,
    /// For those who referred; a question's words.
    feedback: String,
    /// Needed to accept.
    pathway: Option<Pathway>,
    /// The record that this child already has.
    young_person_id: Option<OpaqueId<noun::YoungPerson>>,
    /// Needed to add to an open case.
    case_id: Option<OpaqueId<noun::Case>>,
    /// By when a question is to be answered; five working days where it is left out.
    answer_due_on: Option<Date>,
    /// Needed to redirect; what is offered instead where there is no capacity.
    redirect_to: Option<String>,
    /// Needed for a duplicate.
    duplicate_of_id: Option<OpaqueId<noun::Referral>>,
}

impl TriageReferralInput {
    /// What the operation takes.
    #[must_use]
    pub fn decode(self, keys: &Keys, referral_id: Id<noun::Referral>) -> decide::Triage {
        decide::Triage {
            seen: Version { referral_id, version: self.version },
            outcome: self.outcome,
            reason: self.reason,
            rationale: self.rationale,
            feedback: self.feedback,
            pathway: self.pathway,
            young_person_id: self.young_person_id.map(|id| named(keys, &id)),
            case_id: self.case_id.map(|id| named(keys, &id)),
            answer_due_on: self.answer_due_on.map(|on| on.0),
            redirect_to: self.redirect_to,
            duplicate_of_id: self.duplicate_of_id.map(|id| named(keys, &id)),
        }
    }
}

/// What the manager says of a decision.
#[derive(InputObject)]
pub struct CountersignInput {
    /// The referral.
    pub referral_id: OpaqueId<noun::Referral>,
    /// The version that the caller saw.
    pub version: i32,
    /// Whether they agree.
    pub agree: bool,
    /// What they say.
    pub comment: String,
}

/// That a redirection was accepted.
#[derive(InputObject)]
pub struct ConfirmRedirectInput {
    /// The referral.
    pub referral_id: OpaqueId<noun::Referral>,
    /// The version that the caller saw.
    pub version: i32,
    /// Who accepted the child.
    pub accepted_by: String,
    /// Their reference.
    pub reference: Option<String>,
}
