//! Each migration runs up, down and up again, on the database of the run.

use migrations::{Migrator, MigratorTrait};

use crate::support::TestApp;

#[tokio::test]
async fn every_migration_runs_up_and_down_and_up_again() {
    let test = TestApp::empty().await;
    let database = &test.one_connection().await;
    let all = u32::try_from(Migrator::migrations().len()).unwrap();
    for step in 1..=all {
        Migrator::up(database, Some(1)).await.unwrap_or_else(|error| panic!("migration {step} up: {error}"));
        Migrator::down(database, Some(1))
            .await
            .unwrap_or_else(|error| panic!("migration {step} down: {error}"));
        Migrator::up(database, Some(1))
            .await
            .unwrap_or_else(|error| panic!("migration {step} up again: {error}"));
    }
    Migrator::down(database, None).await.expect("all the way down");
    Migrator::up(database, None).await.expect("all the way up");
    assert!(Migrator::get_pending_migrations(database).await.unwrap().is_empty());
}
