//! Referrals, cases and the work on them: rules beside the operations that apply them.

pub mod account_rules;
pub mod arising;
pub mod case;
pub mod case_note;
pub mod case_rules;
pub mod concern;
pub mod concern_reach;
pub mod consent;
pub mod decide;
pub mod draft;
pub mod due;
pub mod due_draft;
pub mod receiving;
pub mod referral;
pub mod referral_clocks;
pub mod referral_rules;
pub mod referral_stage;
pub mod step;
pub mod submission;
pub mod submission_rules;
pub mod submit;
pub mod task;
pub mod task_trace;
pub mod triage;
pub mod triage_rules;
pub mod watch;
