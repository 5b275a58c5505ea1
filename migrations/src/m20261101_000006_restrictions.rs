//! Records that only named people open, and one colleague standing in for another.

use sea_orm_migration::prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait};

use crate::table::{Kind, bare_table, drop_tables, table};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        table("restriction")
            .of("young_person_id", "young_person")
            .word(
                "reason",
                "WITNESS VICTIM_OF_SERIOUS_OFFENCE STAFF_RELATIVE HIGH_PROFILE ADOPTION SECRET_ADDRESS NRM LIVE_POLICE_OP",
            )
            .of("set_by_id", "user")
            .has("from_at", Kind::Instant)
            .may("ended_at", Kind::Instant)
            .index(&["young_person_id"])
            .create(manager)
            .await?;
        bare_table("restriction_listed")
            .of("restriction_id", "restriction")
            .of("user_id", "user")
            .key(&["restriction_id", "user_id"])
            .create(manager)
            .await?;
        table("cover")
            .of("service_id", "organisation")
            .of("for_user_id", "user")
            .of("by_user_id", "user")
            .has("from_date", Kind::Date)
            .has("to_date", Kind::Date)
            .check("to_date >= from_date")
            .check("for_user_id <> by_user_id")
            .index(&["by_user_id", "from_date"])
            .create(manager)
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["restriction", "restriction_listed", "cover"]).await
    }
}
