//! Indexes in the orders of the lists of a whole service: what has no date yet has its place in them too.

use sea_orm_migration::prelude::{
    ConnectionTrait, DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Each by its name, on its table, with what it sorts by. The words are those of the lists in `read/`, letter for letter:
/// a database uses an index of an expression only where the same expression is asked for.
const INDEXES: [(&str, &str, &str); 5] = [
    ("ix_case_next_due", "\"case\"", "controller_id, COALESCE(next_due_on, '9999-12-31'), id"),
    ("ix_case_last_seen", "\"case\"", "controller_id, COALESCE(last_seen_on, '0001-01-01'), id"),
    ("ix_case_last_note", "\"case\"", "controller_id, COALESCE(last_note_at, opened_at), id"),
    ("ix_task_due", "task", "COALESCE(due_on, '9999-12-31'), id"),
    ("ix_task_assignee_due", "task", "assignee_id, COALESCE(due_on, '9999-12-31'), id"),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (name, table, columns) in INDEXES {
            let sql = format!("CREATE INDEX {name} ON {table} ({columns})");
            manager.get_connection().execute_unprepared(&sql).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (name, _, _) in INDEXES {
            manager.get_connection().execute_unprepared(&format!("DROP INDEX {name}")).await?;
        }
        Ok(())
    }
}
