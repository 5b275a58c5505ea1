//! Each migration runs up, down and up again, on the database of the run.

use std::collections::BTreeSet;

use migrations::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};

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

/// Everything that the schema holds, in words: tables with their constraints, indexes, triggers.
async fn schema(database: &DatabaseConnection) -> BTreeSet<String> {
    let backend = database.get_database_backend();
    let words = match backend {
        DbBackend::Sqlite => {
            "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || COALESCE(sql, '') AS words FROM sqlite_master"
        }
        _ => {
            "SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) AS words FROM pg_constraint WHERE \
             connamespace = 'public'::regnamespace UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' UNION ALL \
             SELECT table_name || ' ' || column_name || ' ' || ordinal_position || ' ' || data_type || ' ' || is_nullable || ' ' || \
             COALESCE(column_default, '') FROM information_schema.columns WHERE table_schema = 'public' UNION ALL SELECT \
             tgrelid::regclass || ' ' || tgname FROM pg_trigger WHERE NOT tgisinternal"
        }
    };
    let rows = database.query_all_raw(Statement::from_string(backend, words)).await.unwrap();
    rows.iter().map(|row| row.try_get("", "words").unwrap()).collect()
}

#[tokio::test]
async fn events_of_offerings_change_one_list_of_words_and_nothing_else() {
    let test = TestApp::empty().await;
    let database = &test.one_connection().await;
    let run = async |sql: &str| database.execute_unprepared(sql).await.map(|done| done.rows_affected());
    let count = async || {
        let sql = "SELECT COUNT(*) AS n FROM event";
        let sql = Statement::from_string(database.get_database_backend(), sql);
        database.query_one_raw(sql).await.unwrap().unwrap().try_get::<i64>("", "n").unwrap()
    };
    let about = |noun: &str| {
        format!(
            "INSERT INTO event (at, kind, noun, subject_id) VALUES ('2026-11-24 09:30:00+00:00', 'CASE_OPENED', '{noun}', \
             '00000000-0000-0000-0000-000000000001')"
        )
    };
    let migrations = Migrator::migrations();
    let of_offerings =
        migrations.iter().position(|one| one.name() == "m20261129_000022_events_of_offerings").unwrap();
    Migrator::up(database, Some(u32::try_from(of_offerings).unwrap())).await.unwrap();
    run(&about("CASE")).await.unwrap();
    run(&about("REFERRAL")).await.unwrap();
    run("DELETE FROM event WHERE noun = 'REFERRAL'").await.unwrap();
    assert!(run(&about("OFFERING")).await.is_err());
    let before = schema(database).await;
    Migrator::up(database, Some(1)).await.unwrap();
    let after = schema(database).await;
    let (gone, new): (Vec<_>, Vec<_>) =
        (before.difference(&after).collect(), after.difference(&before).collect());
    assert_eq!((gone.len(), new.len()), (1, 1), "{gone:#?} {new:#?}");
    assert!(new[0].contains("OFFERING") && !gone[0].contains("OFFERING"), "{new:#?}");
    assert_eq!(count().await, 1, "what was there is there");
    run(&about("OFFERING")).await.unwrap();
    assert!(run(&about("PROGRAMME")).await.is_err(), "and no other word");
    let numbers = "SELECT seq FROM event ORDER BY seq";
    let numbers = Statement::from_string(database.get_database_backend(), numbers);
    let numbers = database.query_all_raw(numbers).await.unwrap();
    let numbers: Vec<i64> = numbers.iter().map(|row| row.try_get("", "seq").unwrap()).collect();
    assert_eq!(numbers, [1, 4 - i64::from(database.get_database_backend() == DbBackend::Sqlite)]);
    Migrator::down(database, Some(1)).await.unwrap();
    assert_eq!(schema(database).await, before);
    assert_eq!(count().await, 1, "what the words have no place for is gone");
}
