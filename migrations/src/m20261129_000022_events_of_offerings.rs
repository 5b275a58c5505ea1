//! Events may be about offerings too.

use sea_orm_migration::{
    prelude::{ConnectionTrait, DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait},
    sea_orm::{DbBackend, Statement},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const BEFORE: &str = "'REFERRAL', 'CASE'";
const AFTER: &str = "'REFERRAL', 'CASE', 'OFFERING'";

/// What the narrower list of words has no place for.
const WITHOUT_OFFERINGS: [&str; 2] = [
    "DELETE FROM event_audience WHERE event_seq IN (SELECT seq FROM event WHERE noun = 'OFFERING')",
    "DELETE FROM event WHERE noun = 'OFFERING'",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        words(manager, BEFORE, AFTER).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for sql in WITHOUT_OFFERINGS {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        words(manager, AFTER, BEFORE).await
    }
}

/// Allows other words in `event.noun`.
async fn words(manager: &SchemaManager<'_>, before: &str, after: &str) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    if manager.get_database_backend() == DbBackend::Postgres {
        connection.execute_unprepared("ALTER TABLE event DROP CONSTRAINT event_noun_check").await?;
        let sql = format!("ALTER TABLE event ADD CONSTRAINT event_noun_check CHECK (\"noun\" IN ({after}))");
        connection.execute_unprepared(&sql).await?;
        return Ok(());
    }
    // SQLite cannot change a CHECK: the table is made anew as it is written down, with the other list, and its indexes with it.
    let rows = connection
        .query_all_raw(Statement::from_string(
            DbBackend::Sqlite,
            "SELECT type, sql FROM sqlite_master WHERE tbl_name = 'event' AND sql IS NOT NULL ORDER BY type = 'table' DESC, name",
        ))
        .await?;
    let mut indexes = Vec::new();
    let mut table = None;
    for row in rows {
        let (kind, sql): (String, String) = (row.try_get("", "type")?, row.try_get("", "sql")?);
        if kind == "table" { table = Some(sql) } else { indexes.push(sql) }
    }
    let (from, to) = (format!("IN ({before})"), format!("IN ({after})"));
    let table = table
        .filter(|sql| sql.contains(&from) && sql.starts_with("CREATE TABLE \"event\""))
        .ok_or_else(|| DbErr::Migration("the table event is not as it was made".to_owned()))?;
    let table =
        table.replacen("CREATE TABLE \"event\"", "CREATE TABLE \"event_anew\"", 1).replacen(&from, &to, 1);
    // In one go and on one connection, or others would still know the table that is gone. A number that was given out is never
    // given out again.
    let mut steps = vec![
        "BEGIN IMMEDIATE".to_owned(),
        table,
        "INSERT INTO event_anew SELECT * FROM event".to_owned(),
        "DELETE FROM sqlite_sequence WHERE name = 'event_anew'".to_owned(),
        "INSERT INTO sqlite_sequence (name, seq) SELECT 'event_anew', seq FROM sqlite_sequence WHERE name = 'event'".to_owned(),
        "DROP TABLE event".to_owned(),
        "ALTER TABLE event_anew RENAME TO event".to_owned(),
    ];
    steps.extend(indexes);
    steps.push("COMMIT".to_owned());
    connection.execute_unprepared(&steps.join(";\n")).await?;
    Ok(())
}
