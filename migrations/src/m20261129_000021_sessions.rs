//! Sessions of programmes, their registers and notes. Marks, notes and counts are only ever added: the one with the highest
//! number stands.

use sea_orm_migration::prelude::{
    ConnectionTrait, DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait,
};

use crate::table::{Kind, bare_table, drop_tables, table};

#[derive(DeriveMigrationName)]
pub struct Migration;

const MARKS: &str = "PRESENT LATE AUTHORISED_ABSENCE MISSED WAS_NOT_BROUGHT CANCELLED_BY_CHILD CANCELLED_BY_PROVIDER STOOD_DOWN \
                     NOT_EXPECTED";

/// What takes place, soonest first.
const TAKING_PLACE: &str =
    "CREATE INDEX ix_session_taking_place ON session (offering_id, starts_at) WHERE cancelled_at IS NULL";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        table("session")
            .has("version", Kind::Int)
            .of("offering_id", "offering")
            .has("starts_at", Kind::Instant)
            .has("ends_at", Kind::Instant)
            .has("created_at", Kind::Instant)
            .may("cancelled_at", Kind::Instant)
            .may_of("cancelled_by_id", "user")
            .may("cancelled_words", Kind::Bytes)
            .check("version > 0")
            .check("ends_at > starts_at")
            .check("(cancelled_at IS NULL) = (cancelled_words IS NULL)")
            .check("cancelled_at IS NOT NULL OR cancelled_by_id IS NULL")
            .index(&["offering_id", "starts_at", "id"])
            .index(&["starts_at", "id"])
            .create(manager)
            .await?;
        manager.get_connection().execute_unprepared(TAKING_PLACE).await?;
        bare_table("session_worker")
            .of("session_id", "session")
            .of("user_id", "user")
            .key(&["session_id", "user_id"])
            .index(&["user_id", "session_id"])
            .create(manager)
            .await?;
        table("attendance")
            .of("session_id", "session")
            .of("enrolment_id", "enrolment")
            .has("number", Kind::Int)
            .word("mark", MARKS)
            .has("at", Kind::Instant)
            .has("recorded_at", Kind::Instant)
            .of("by_user_id", "user")
            .may("words", Kind::Bytes)
            .check("number > 0")
            .unique(&["session_id", "enrolment_id", "number"])
            .index(&["enrolment_id", "session_id"])
            .create(manager)
            .await?;
        table("session_note")
            .of("session_id", "session")
            .of("enrolment_id", "enrolment")
            .of("author_id", "user")
            .has("at", Kind::Instant)
            .has("words", Kind::Bytes)
            .index(&["session_id", "at"])
            .index(&["enrolment_id", "at", "id"])
            .create(manager)
            .await?;
        table("headcount")
            .of("session_id", "session")
            .has("number", Kind::Int)
            .has("children", Kind::Int)
            .has("young_adults", Kind::Int)
            .has("adults", Kind::Int)
            .has("at", Kind::Instant)
            .of("by_user_id", "user")
            .check("number > 0")
            .check("children >= 0 AND young_adults >= 0 AND adults >= 0")
            .unique(&["session_id", "number"])
            .create(manager)
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["session", "session_worker", "attendance", "session_note", "headcount"]).await
    }
}
