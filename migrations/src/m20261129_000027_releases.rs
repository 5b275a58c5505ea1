//! Figures: facts about children (sealed) with the releases in which they held, the releases, their protected cells, and
//! whom a shown value was made of (sealed, replaced by the next release).

use sea_orm_migration::prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait};

use crate::table::{Kind, bare_table, drop_tables, table};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        bare_table("record_key")
            .of("young_person_id", "young_person")
            .key(&["young_person_id"])
            .has("number", Kind::Int)
            .has("key", Kind::Int)
            .check("number > 0")
            .index(&["number"])
            .create(manager)
            .await?;
        bare_table("release")
            .has("number", Kind::Int)
            .key(&["number"])
            .check("number > 0")
            .has("as_at", Kind::Instant)
            .has("made_at", Kind::Instant)
            .has("method", Kind::Text)
            .has("key_fingerprint", Kind::Text)
            .unique(&["as_at"])
            .create(manager)
            .await?;
        table("fact")
            .word("kind", "REFERRAL ENROLMENT")
            .has("subject_id", Kind::Uuid)
            .has("from_release", Kind::Int)
            .may("to_release", Kind::Int)
            .has("words", Kind::Bytes)
            .check("to_release IS NULL OR to_release > from_release")
            .unique(&["subject_id", "from_release"])
            .index(&["to_release", "id"])
            .create(manager)
            .await?;
        bare_table("release_table")
            .has("release_number", Kind::Int)
            .has("name", Kind::Text)
            .key(&["release_number", "name"])
            .has("cells", Kind::Json)
            .has("seal", Kind::Bytes)
            .create(manager)
            .await?;
        table("release_held")
            .has("name", Kind::Text)
            .has("words", Kind::Bytes)
            .unique(&["name"])
            .create(manager)
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["record_key", "release", "fact", "release_table", "release_held"]).await
    }
}
