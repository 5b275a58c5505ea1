//! Rows on their way into the database, and the order in which their foreign keys let them in.

use sea_orm::{ConnectionTrait, TransactionTrait};

use crate::{
    entity::{casework, delivery, people, record},
    platform::{database::insert_all, error::Result},
};

/// Declares the tables in the order in which they are filled.
macro_rules! rows {
    ($($field:ident: $($path:ident)::+,)+) => {
        /// Rows of every table that is seeded.
        #[derive(Debug, Default)]
        pub struct Rows {
            $( pub $field: Vec<$($path)::+::Model>, )+
        }

        impl Rows {
            /// Inserts all of them.
            pub async fn write<C: ConnectionTrait + TransactionTrait>(self, on: &C) -> Result<()> {
                $( insert_all::<$($path)::+::ActiveModel, _>(on, self.$field).await?; )+
                Ok(())
            }

            /// How many there are in each table.
            #[cfg(test)]
            pub fn counts(&self) -> Vec<(&'static str, usize)> {
                vec![$( (stringify!($field), self.$field.len()) ),+]
            }
        }
    };
}

rows! {
    areas: people::area,
    postcodes: people::postcode,
    organisations: people::organisation,
    front_doors: people::front_door,
    users: people::user,
    memberships: people::membership,
    confirmations: people::group_confirmation,
    covers: people::cover,
    children: people::young_person,
    trigrams: people::name_trigram,
    contacts: people::contact,
    addresses: people::address_period,
    school_periods: people::school_period,
    references: people::external_reference,
    changes: people::record_change,
    alerts: people::alert,
    consents: people::consent,
    restrictions: people::restriction,
    listed: people::restriction_listed,
    referrals: casework::referral,
    repeats: casework::referral,
    referral_services: casework::referral_service,
    messages: casework::referral_message,
    decisions: casework::triage_decision,
    cases: casework::case,
    co_workers: casework::case_co_worker,
    programmes: delivery::programme,
    programme_areas: delivery::programme_area,
    programme_factors: delivery::programme_factor,
    offerings: delivery::offering,
    enrolments: delivery::enrolment,
    enrolment_steps: delivery::enrolment_step,
    sessions: delivery::session,
    session_workers: delivery::session_worker,
    attendances: delivery::attendance,
    session_notes: delivery::session_note,
    headcounts: delivery::headcount,
    measures: casework::measure,
    goals: casework::goal,
    goal_ratings: casework::goal_rating,
    notes: casework::case_note,
    revisions: casework::case_note_revision,
    transitions: casework::transition,
    duty_openings: casework::duty_opening,
    drafts: casework::draft,
    concerns: casework::safeguarding_concern,
    calls: casework::emergency_call,
    tasks: casework::task,
    jobs: record::job,
}
