//! Who the child is, what was agreed, and who works where: rules beside the operations that apply them.

pub mod account;
pub mod asleep;
pub mod attempt;
pub mod child_record;
pub mod confirmation;
pub mod consent_rules;
pub mod contact;
pub mod details;
pub mod invitation;
pub mod invitation_rules;
pub mod leaving;
pub mod link;
pub mod membership;
pub mod participation;
pub mod password;
pub mod password_rules;
pub mod recovery;
pub mod second_factor;
pub mod sign_in;
pub mod staff;
pub mod tell;
pub mod throttle;
pub mod token;
pub mod totp;
pub mod young_person;
pub mod young_person_rules;
