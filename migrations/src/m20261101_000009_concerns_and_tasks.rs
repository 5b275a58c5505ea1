//! Safeguarding concerns with the calls that were made, and tasks.

use sea_orm_migration::prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait};

use crate::table::{Kind, drop_tables, table};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        table("safeguarding_concern")
            .has("version", Kind::Int)
            .word("kind", "ABOUT_CHILD ABOUT_ADULT_WORKING_WITH_CHILDREN EXPLOITATION MISSING")
            .may_of("young_person_id", "young_person")
            .may_of("case_id", "case")
            .may_of("referral_id", "referral")
            .may_of("about_user_id", "user")
            .has("words", Kind::Bytes)
            .of("raised_by_id", "user")
            .of("raised_from_id", "organisation")
            .has("raised_at", Kind::Instant)
            .has("immediate_danger", Kind::Bool)
            .has("parent_told", Kind::Bool)
            .has("child_told", Kind::Bool)
            .has("decision_due_on", Kind::Date)
            .may("resolved_at", Kind::Instant)
            .may_of("resolved_by_id", "user")
            .check("version > 0")
            .check("(resolved_at IS NULL) = (resolved_by_id IS NULL)")
            .check("young_person_id IS NOT NULL OR case_id IS NOT NULL OR referral_id IS NOT NULL")
            .index(&["raised_at", "id"])
            .index(&["young_person_id"])
            .index(&["case_id"])
            .index(&["referral_id"])
            .index(&["raised_by_id"])
            .create(manager)
            .await?;
        table("emergency_call")
            .of("concern_id", "safeguarding_concern")
            .has("called_at", Kind::Instant)
            .has("words", Kind::Bytes)
            .index(&["concern_id"])
            .create(manager)
            .await?;
        table("task")
            .has("version", Kind::Int)
            .has("words", Kind::Bytes)
            .may("due_on", Kind::Date)
            .may("at", Kind::Instant)
            .of("assignee_id", "user")
            .may_of("created_by_id", "user")
            .may_of("case_id", "case")
            .may_of("referral_id", "referral")
            .of("service_id", "organisation")
            .may("cause", Kind::Text)
            .has("created_at", Kind::Instant)
            .may("done_at", Kind::Instant)
            .may_of("done_by_id", "user")
            .check("version > 0")
            .check("done_at IS NOT NULL OR done_by_id IS NULL")
            .check("case_id IS NULL OR referral_id IS NULL")
            .index(&["assignee_id", "done_at"])
            .index(&["due_on", "id"])
            .index(&["case_id"])
            .index(&["referral_id"])
            .index(&["service_id"])
            .create(manager)
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["safeguarding_concern", "emergency_call", "task"]).await
    }
}
