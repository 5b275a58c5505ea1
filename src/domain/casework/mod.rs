//! Referrals, cases and the work on them: rules beside the operations that apply them.

pub mod step;
