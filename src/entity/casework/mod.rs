//! What was asked for a child, and the work that follows.

pub mod case;
pub mod case_co_worker;
pub mod case_note;
pub mod case_note_revision;
pub mod draft;
pub mod duty_opening;
pub mod emergency_call;
pub mod goal;
pub mod goal_rating;
pub mod measure;
pub mod referral;
pub mod referral_message;
pub mod referral_service;
pub mod safeguarding_concern;
pub mod task;
pub mod transition;
pub mod triage_decision;
pub mod work_look;
