//! Which kind of database this is, written once: a demo is never served as real, nor the other way round.

use sea_orm_migration::prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait};

use crate::table::{Kind, bare_table, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        bare_table("instance")
            .has("id", Kind::Int)
            .key(&["id"])
            .check("id = 1")
            .word("kind", "DEMO PRODUCTION")
            .has("key_fingerprint", Kind::Text)
            .has("created_at", Kind::Instant)
            .create(manager)
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["instance"]).await
    }
}
