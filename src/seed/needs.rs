//! What a child is faced with, and what protects them: how often each factor occurs among referred children, and how
//! factors of one part of life come together.
//!
//! Drawn by a Gaussian copula: a part of each factor's chance is shared within its domain and a smaller one by all.

use super::dice::Dice;
use crate::words::{FactorCode, FactorCode as F};

/// Factors of one part of life.
#[derive(Clone, Copy)]
enum Domain {
    Child,
    Family,
    Peers,
    Education,
    Community,
    Strength,
}

/// Of a hundred accepted children so many; working figures of the demo.
const RISKS: [(FactorCode, f64, Domain); 37] = [
    (F::VictimOfViolence, 52.0, Domain::Peers),
    (F::PreviousViolence, 33.0, Domain::Child),
    (F::CarriedWeapon, 9.0, Domain::Peers),
    (F::SubstanceMisuse, 34.0, Domain::Child),
    (F::MentalHealth, 45.0, Domain::Child),
    (F::SelfHarm, 9.0, Domain::Child),
    (F::SpeechLanguageCommunication, 15.0, Domain::Child),
    (F::Impulsivity, 22.0, Domain::Child),
    (F::NeurodiversityOrLearningDisability, 20.0, Domain::Child),
    (F::AbuseNeglectOrTrauma, 24.0, Domain::Family),
    (F::EarlyPoliceContact, 17.0, Domain::Peers),
    (F::DomesticAbuseAtHome, 38.0, Domain::Family),
    (F::ParentalSubstanceMisuse, 13.0, Domain::Family),
    (F::ParentalMentalIllHealth, 21.0, Domain::Family),
    (F::FamilyOffendingOrPrison, 14.0, Domain::Family),
    (F::FamilyConflictOrPoorSupervision, 36.0, Domain::Family),
    (F::InCareOrSocialWorker, 20.0, Domain::Family),
    (F::YoungCarer, 6.0, Domain::Family),
    (F::PovertyOrHousing, 24.0, Domain::Community),
    (F::PeersInvolvedInViolence, 42.0, Domain::Peers),
    (F::GangAssociation, 7.0, Domain::Peers),
    (F::CriminalExploitation, 19.0, Domain::Peers),
    (F::SexualExploitation, 4.0, Domain::Peers),
    (F::MissingEpisodes, 17.0, Domain::Peers),
    (F::OnlineConflictOrViolence, 24.0, Domain::Peers),
    (F::PersistentAbsence, 46.0, Domain::Education),
    (F::SevereAbsence, 10.0, Domain::Education),
    (F::Suspensions, 41.0, Domain::Education),
    (F::ExclusionOrAlternativeProvision, 9.0, Domain::Education),
    (F::UnmetSpecialNeeds, 12.0, Domain::Education),
    (F::PartTimeOrMissingEducation, 12.0, Domain::Education),
    (F::HighViolenceArea, 19.0, Domain::Community),
    (F::Deprivation, 27.0, Domain::Community),
    (F::DrugMarket, 11.0, Domain::Community),
    (F::WeaponsAvailable, 6.0, Domain::Community),
    (F::UnsafeJourneys, 14.0, Domain::Community),
    (F::DiscriminationOrWeakTies, 7.0, Domain::Community),
];

const STRENGTHS: [(FactorCode, f64); 11] = [
    (F::TrustedAdult, 55.0),
    (F::WarmConsistentParenting, 38.0),
    (F::SchoolBond, 20.0),
    (F::PositiveActivity, 31.0),
    (F::ProsocialPeers, 24.0),
    (F::CopingSkills, 17.0),
    (F::EngagedWithServices, 21.0),
    (F::HopeOrFutureGoal, 33.0),
    (F::StableHome, 43.0),
    (F::CommunityOrFaithBelonging, 14.0),
    (F::BystanderSkills, 7.0),
];

/// How much of a factor's chance is shared within its domain, and by all.
const WITHIN_DOMAIN: f64 = 0.5;
const BY_ALL: f64 = 0.25;

/// What one child is faced with.
#[derive(Clone, Debug)]
pub struct Needs {
    /// Risk factors.
    pub risks: Vec<FactorCode>,
    /// What protects the child.
    pub strengths: Vec<FactorCode>,
}

impl Needs {
    /// Draws them; `share` is how likely each risk is beside that of an accepted child.
    pub fn draw(dice: &mut Dice, share: f64) -> Self {
        let all = dice.normal();
        let domains: [f64; 6] = std::array::from_fn(|_| dice.normal());
        let mut occurs = |percent: f64, domain: Domain| {
            let own = (1.0 - WITHIN_DOMAIN * WITHIN_DOMAIN - BY_ALL * BY_ALL).sqrt();
            let shared = match domain {
                Domain::Strength => WITHIN_DOMAIN * domains[domain as usize] - BY_ALL * all,
                _ => WITHIN_DOMAIN * domains[domain as usize] + BY_ALL * all,
            };
            evenly(own * dice.normal() + shared) * 100.0 > 100.0 - percent
        };
        let mut risks: Vec<_> = RISKS
            .iter()
            .filter(|(_, percent, domain)| occurs(percent * share, *domain))
            .map(|(code, ..)| *code)
            .collect();
        let strengths = STRENGTHS
            .iter()
            .filter(|(_, percent)| occurs(*percent, Domain::Strength))
            .map(|(code, _)| *code)
            .collect();
        if risks.is_empty() {
            risks.push(F::PeersInvolvedInViolence);
        }
        dice.shuffle(&mut risks);
        Self { risks, strengths }
    }

    /// Whether a risk is among them.
    pub fn has(&self, code: FactorCode) -> bool {
        self.risks.contains(&code)
    }

    /// Adds a risk as the one that matters most.
    pub fn put_first(&mut self, code: FactorCode) {
        self.risks.retain(|risk| *risk != code);
        self.risks.insert(0, code);
    }
}

/// A normally distributed value as one evenly distributed from 0 to 1, by the usual logistic approximation.
fn evenly(value: f64) -> f64 {
    1.0 / (1.0 + (-1.702 * value).exp())
}
