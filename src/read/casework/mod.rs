//! Reads of referrals, cases and what belongs to them.

pub mod case;
pub mod case_note;
pub mod concern;
pub mod concerned;
pub mod draft;
pub mod goal;
pub mod measure;
pub mod referral;
pub mod task;
pub mod timeline;
pub mod told;
pub mod transition;
pub mod work_look;
