//! Programmes, places, who gets them and who was there: rules beside the operations that apply them.

pub mod approaches;
pub mod completion;
pub mod due;
pub mod eligibility_rules;
pub mod ending;
pub mod enrolment;
pub mod enrolment_rules;
pub mod equality;
pub mod fitting;
pub mod offering;
pub mod open_referral;
pub mod places;
pub mod places_rules;
pub mod programme;
pub mod programme_rules;
pub mod public_find;
pub mod register;
pub mod register_rules;
pub mod relation;
pub mod session;
pub mod session_rules;
pub mod venue;
