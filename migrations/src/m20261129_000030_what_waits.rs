//! What waits for the relay has indexes that hold nothing else: it looks several times a second, however long the record is.

use sea_orm_migration::{
    prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait},
    sea_orm::ConnectionTrait,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const UP: [&str; 2] = [
    "CREATE INDEX ix_event_unplaced ON event (seq) WHERE place IS NULL",
    "CREATE INDEX ix_audit_entry_unsealed ON audit_entry (id) WHERE number IS NULL",
];
const DOWN: [&str; 2] = ["DROP INDEX ix_audit_entry_unsealed", "DROP INDEX ix_event_unplaced"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for index in UP {
            manager.get_connection().execute_unprepared(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for index in DOWN {
            manager.get_connection().execute_unprepared(index).await?;
        }
        Ok(())
    }
}
