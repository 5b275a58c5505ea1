//! Ridgeway's tables: one change a file, each runs up, down and up again on PostgreSQL and SQLite alike.
//!
//! Knows nothing of the program: the lists of allowed words stand here as they were when the table was made, and a
//! test compares them with the vocabulary.

pub use sea_orm_migration::prelude::MigratorTrait;
use sea_orm_migration::prelude::{MigrationTrait, async_trait};

mod m20261101_000001_instance;
mod m20261101_000002_record;
mod m20261101_000003_places;
mod m20261101_000004_accounts;
mod m20261101_000005_children;
mod m20261101_000006_restrictions;
mod m20261101_000007_referrals;
mod m20261101_000008_cases;
mod m20261101_000009_concerns_and_tasks;
mod m20261125_000010_orders_of_lists;
mod m20261125_000011_work_looks;
mod m20261125_000013_invitations;
mod m20261125_000014_sign_ins;
mod m20261125_000015_event_about;
mod m20261128_000020_programmes;
mod m20261129_000021_sessions;
mod m20261129_000022_events_of_offerings;
mod m20261129_000022_requested_programme;
mod m20261129_000022_token_scopes;
mod m20261129_000023_programme_sources;
mod m20261129_000024_relations;
mod m20261129_000025_passed_over;
mod m20261129_000026_measures;
mod m20261129_000027_releases;
mod m20261129_000028_packed_tables;
mod m20261129_000029_reports;
mod m20261129_000030_what_waits;
mod m20261130_000031_tasks_of_their_authors;
mod table;

/// All changes, oldest first.
#[derive(Debug)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261101_000001_instance::Migration),
            Box::new(m20261101_000002_record::Migration),
            Box::new(m20261101_000003_places::Migration),
            Box::new(m20261101_000004_accounts::Migration),
            Box::new(m20261101_000005_children::Migration),
            Box::new(m20261101_000006_restrictions::Migration),
            Box::new(m20261101_000007_referrals::Migration),
            Box::new(m20261101_000008_cases::Migration),
            Box::new(m20261101_000009_concerns_and_tasks::Migration),
            Box::new(m20261125_000010_orders_of_lists::Migration),
            Box::new(m20261125_000011_work_looks::Migration),
            Box::new(m20261125_000013_invitations::Migration),
            Box::new(m20261125_000014_sign_ins::Migration),
            Box::new(m20261125_000015_event_about::Migration),
            Box::new(m20261128_000020_programmes::Migration),
            Box::new(m20261129_000021_sessions::Migration),
            Box::new(m20261129_000022_requested_programme::Migration),
            Box::new(m20261129_000022_events_of_offerings::Migration),
            Box::new(m20261129_000022_token_scopes::Migration),
            Box::new(m20261129_000023_programme_sources::Migration),
            Box::new(m20261129_000024_relations::Migration),
            Box::new(m20261129_000025_passed_over::Migration),
            Box::new(m20261129_000026_measures::Migration),
            Box::new(m20261129_000027_releases::Migration),
            Box::new(m20261129_000028_packed_tables::Migration),
            Box::new(m20261129_000029_reports::Migration),
            Box::new(m20261129_000030_what_waits::Migration),
            Box::new(m20261130_000031_tasks_of_their_authors::Migration),
        ]
    }
}
