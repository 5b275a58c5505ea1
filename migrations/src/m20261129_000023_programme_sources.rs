//! Which programmes and runs came from the feed of another directory, and what that says of their places.

use sea_orm_migration::prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait};

use crate::table::{Kind, bare_table, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        bare_table("programme_source")
            .of("programme_id", "programme")
            .has("source", Kind::Text)
            .has("source_id", Kind::Uuid)
            .has("read_at", Kind::Instant)
            .key(&["programme_id"])
            .unique(&["source", "source_id"])
            .create(manager)
            .await?;
        bare_table("offering_source")
            .of("offering_id", "offering")
            .has("source", Kind::Text)
            .has("source_id", Kind::Uuid)
            .may_word("answer", "YES WAIT NO")
            .may_word("places_band", "NONE FEW SOME")
            .may("expected_wait", Kind::Int)
            .may("as_at", Kind::Instant)
            .key(&["offering_id"])
            .unique(&["source", "source_id"])
            .check("(answer IS NULL) = (as_at IS NULL) AND (answer IS NULL) = (places_band IS NULL)")
            .check("(answer = 'YES') = (places_band <> 'NONE')")
            .check("expected_wait IS NULL OR (answer = 'WAIT' AND expected_wait > 0)")
            .create(manager)
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["programme_source", "offering_source"]).await
    }
}
