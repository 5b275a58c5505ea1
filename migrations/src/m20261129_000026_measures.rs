//! What was measured of a child, and goals with their ratings. Scores, ratings and a goal's words are sealed.

use sea_orm_migration::prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait};

use crate::table::{Kind, drop_tables, table};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        table("measure")
            .of("case_id", "case")
            .word(
                "instrument",
                "SDQ SWEMWBS SCHOOL_ATTENDANCE SUSPENSIONS EDUCATION_TRAINING_EMPLOYMENT OFFENCE_CHECK",
            )
            .word("informant", "SELF PARENT TEACHER WORKER RECORD")
            .word("stage", "BASELINE REVIEW END FOLLOW_UP_6_MONTHS FOLLOW_UP_12_MONTHS")
            .has("scored_by", Kind::Text)
            .has("taken_on", Kind::Date)
            .has("words", Kind::Bytes)
            .of("recorded_by_id", "user")
            .has("recorded_at", Kind::Instant)
            .may("replaced_at", Kind::Instant)
            .check("replaced_at IS NULL OR replaced_at >= recorded_at")
            .index(&["case_id", "recorded_at", "id"])
            .create(manager)
            .await?;
        table("goal")
            .has("version", Kind::Int)
            .of("case_id", "case")
            .has("words", Kind::Bytes)
            .word("owner", "CHILD PARENT BOTH")
            .of("set_by_id", "user")
            .has("set_at", Kind::Instant)
            .check("version > 0")
            .index(&["case_id"])
            .create(manager)
            .await?;
        table("goal_rating")
            .of("goal_id", "goal")
            .has("number", Kind::Int)
            .has("rated_on", Kind::Date)
            .has("words", Kind::Bytes)
            .of("rated_by_id", "user")
            .has("rated_at", Kind::Instant)
            .check("number > 0")
            .unique(&["goal_id", "number"])
            .create(manager)
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["measure", "goal", "goal_rating"]).await
    }
}
