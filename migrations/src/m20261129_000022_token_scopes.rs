//! What a program's token opens. Those that were issued before open what their person does.

use sea_orm_migration::prelude::{
    ConnectionTrait, DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let sql = "ALTER TABLE token ADD COLUMN scope text NOT NULL DEFAULT 'EVERYTHING' \
                   CHECK (\"scope\" IN ('EVERYTHING', 'AVAILABILITY'))";
        manager.get_connection().execute_unprepared(sql).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared("ALTER TABLE token DROP COLUMN scope").await?;
        Ok(())
    }
}
