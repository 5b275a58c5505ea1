//! Who was placed before whom on a waiting list.

use sea_orm_migration::prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait};

use crate::table::{Kind, bare_table, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        bare_table("passed_over")
            .of("first_id", "enrolment")
            .of("passed_id", "enrolment")
            .has("at", Kind::Instant)
            .key(&["first_id", "passed_id"])
            .index(&["passed_id"])
            .create(manager)
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["passed_over"]).await
    }
}
