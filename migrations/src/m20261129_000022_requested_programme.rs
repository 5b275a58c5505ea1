//! The programme that those who refer a child would like for them.

use sea_orm_migration::prelude::{
    ConnectionTrait, DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Each database has its own word for the type of an id; the rest is the same.
const UUIDS: [(sea_orm_migration::sea_orm::DbBackend, &str); 2] = [
    (sea_orm_migration::sea_orm::DbBackend::Postgres, "uuid"),
    (sea_orm_migration::sea_orm::DbBackend::Sqlite, "uuid_text"),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let backend = manager.get_database_backend();
        let uuid = UUIDS.iter().find(|(of, _)| *of == backend).map_or("uuid", |(_, uuid)| uuid);
        let sql = format!(
            "ALTER TABLE referral ADD COLUMN requested_programme_id {uuid} CONSTRAINT fk_referral_requested_programme_id \
             REFERENCES programme (id)"
        );
        manager.get_connection().execute_unprepared(&sql).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let sql = "ALTER TABLE referral DROP COLUMN requested_programme_id";
        manager.get_connection().execute_unprepared(sql).await?;
        Ok(())
    }
}
