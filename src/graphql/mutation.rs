//! The root of mutations: each noun's changes, merged.

use async_graphql::MergedObject;

use super::{
    casework::{
        case_changes::CaseChanges, concern_changes::ConcernChanges, measure_changes::MeasureChanges,
        record_changes::RecordChanges, referral_changes::ReferralChanges, work_look::WorkLooks,
    },
    delivery::{delivery_changes::DeliveryChanges, session_changes::SessionChanges},
    insight::report_changes::ReportChanges,
    people::{account_changes::AccountChanges, people_changes::PeopleChanges},
};

/// What can be done. One input, one payload: what changed, plus `problems` for what a person can put right.
#[derive(Default, MergedObject)]
pub struct Mutation(
    ReferralChanges,
    RecordChanges,
    CaseChanges,
    ConcernChanges,
    MeasureChanges,
    WorkLooks,
    DeliveryChanges,
    SessionChanges,
    ReportChanges,
    AccountChanges,
    PeopleChanges,
);
