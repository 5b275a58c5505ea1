//! Referrals, cases and the work on them, as clients see them.

pub mod case;
pub mod case_changes;
pub mod case_lists;
pub mod case_note;
pub mod concern;
pub mod concern_changes;
pub mod draft;
pub mod goal;
pub mod measure;
pub mod measure_changes;
pub mod record_changes;
pub mod referral;
pub mod referral_changes;
pub mod referral_inputs;
pub mod referral_lists;
pub mod referral_parts;
mod referral_sight;
pub mod task;
pub mod timeline;
pub mod work_look;
