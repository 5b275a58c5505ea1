//! What every operation leaves behind (event, audit entry, idempotency) and what falls due (job).

use sea_orm_migration::prelude::{
    ColumnDef, DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait,
};

use crate::table::{Kind, bare_table, drop_tables, table};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        bare_table("event")
            .col(ColumnDef::new("seq").big_integer().not_null().auto_increment().primary_key())
            .may("place", Kind::BigInt)
            .has("at", Kind::Instant)
            .has("kind", Kind::Text)
            .word("noun", "REFERRAL CASE")
            .has("subject_id", Kind::Uuid)
            .may("case_id", Kind::Uuid)
            .may("by_user_id", Kind::Uuid)
            .unique(&["place"])
            .index(&["case_id", "place"])
            .create(manager)
            .await?;
        bare_table("event_audience")
            .has("event_seq", Kind::BigInt)
            .has("audience", Kind::Text)
            .key(&["audience", "event_seq"])
            .create(manager)
            .await?;
        table("audit_entry")
            .may("number", Kind::BigInt)
            .has("at", Kind::Instant)
            .may("actor_id", Kind::Uuid)
            .may("membership_id", Kind::Uuid)
            .word(
                "action",
                "SIGN_IN SIGN_IN_FAILED READ SEARCH CREATE CHANGE LINK UNLINK PRINT EXPORT DISCLOSE BREAK_GLASS GRANT \
                 REFUSED ERASE",
            )
            .has("subject_kind", Kind::Text)
            .may("subject_id", Kind::Uuid)
            .may("young_person_id", Kind::Uuid)
            .may("purpose", Kind::Text)
            .has("request_id", Kind::Text)
            .may("digest", Kind::Bytes)
            .may("seal", Kind::Bytes)
            .unique(&["number"])
            .index(&["young_person_id", "at"])
            .index(&["actor_id", "at"])
            .index(&["subject_id", "at"])
            .create(manager)
            .await?;
        bare_table("idempotency")
            .has("key_digest", Kind::Bytes)
            .key(&["key_digest"])
            .has("input_digest", Kind::Bytes)
            .has("subject_id", Kind::Uuid)
            .has("created_at", Kind::Instant)
            .index(&["created_at"])
            .create(manager)
            .await?;
        table("job")
            .has("kind", Kind::Text)
            .has("subject_id", Kind::Uuid)
            .has("due_at", Kind::Instant)
            .unique(&["kind", "subject_id"])
            .index(&["due_at"])
            .create(manager)
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["event", "event_audience", "audit_entry", "idempotency", "job"]).await
    }
}
