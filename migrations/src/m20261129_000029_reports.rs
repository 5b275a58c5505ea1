//! Reports that stay, and workbooks that wait for one download.

use sea_orm_migration::prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait};

use crate::table::{Kind, drop_tables, table};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        table("report")
            .has("release_number", Kind::Int)
            .has("published_at", Kind::Instant)
            .of("published_by_id", "user")
            .has("words", Kind::Bytes)
            .has("frozen", Kind::Bytes)
            .has("seal", Kind::Bytes)
            .check("release_number > 0")
            .index(&["published_at", "id"])
            .create(manager)
            .await?;
        table("export")
            .of("asked_by_id", "user")
            .of("membership_id", "membership")
            .may_of("report_id", "report")
            .word("state", "QUEUED RUNNING READY FAILED")
            .has("asked_at", Kind::Instant)
            .has("expires_at", Kind::Instant)
            .may("taken_at", Kind::Instant)
            .has("words", Kind::Bytes)
            .may("file", Kind::Bytes)
            .check("expires_at > asked_at")
            .index(&["asked_by_id"])
            .create(manager)
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["report", "export"]).await
    }
}
