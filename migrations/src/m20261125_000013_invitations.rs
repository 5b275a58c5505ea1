//! How people come and go: invitation, link, link_request, group_confirmation; and that a membership was ended early.

use sea_orm_migration::prelude::{
    ColumnDef, DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, Table, async_trait,
};

use crate::table::{Kind, drop_tables, table};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut ended = ColumnDef::new("ended_at");
        ended.timestamp_with_time_zone().null();
        manager.alter_table(Table::alter().table("membership").add_column(ended).to_owned()).await?;
        invitation(manager).await?;
        table("link")
            .of("user_id", "user")
            .may_of("invitation_id", "invitation")
            .has("token_hash", Kind::Bytes)
            .has("created_at", Kind::Instant)
            .has("expires_at", Kind::Instant)
            .has("attempts", Kind::Int)
            .may("used_at", Kind::Instant)
            .may("revoked_at", Kind::Instant)
            .check("expires_at > created_at")
            .unique(&["token_hash"])
            .index(&["user_id"])
            .index(&["invitation_id"])
            .create(manager)
            .await?;
        table("link_request")
            .may_of("user_id", "user")
            .has("account_digest", Kind::Bytes)
            .has("address_digest", Kind::Bytes)
            .has("at", Kind::Instant)
            .may("handled_at", Kind::Instant)
            .index(&["account_digest", "at"])
            .index(&["address_digest", "at"])
            .index(&["user_id"])
            .index(&["at"])
            .create(manager)
            .await?;
        table("group_confirmation")
            .of("organisation_id", "organisation")
            .has("group_name", Kind::Text)
            .of("by_user_id", "user")
            .has("confirmed_on", Kind::Date)
            .index(&["organisation_id", "group_name", "confirmed_on"])
            .create(manager)
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["invitation", "link", "link_request", "group_confirmation"]).await?;
        manager.alter_table(Table::alter().table("membership").drop_column("ended_at").to_owned()).await
    }
}

async fn invitation(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    table("invitation")
        .of("user_id", "user")
        .of("organisation_id", "organisation")
        .has("group_name", Kind::Text)
        .word(
            "role",
            "REFERRER CASEWORKER TRIAGE_OFFICER TEAM_MANAGER PROVIDER_WORKER PROVIDER_MANAGER PARTNERSHIP_MANAGER \
             ANALYST FINANCE_OFFICER DATA_PROTECTION_OFFICER ADMINISTRATOR",
        )
        .has("lead", Kind::Bool)
        .has("from_date", Kind::Date)
        .may("to_date", Kind::Date)
        .has("email", Kind::Text)
        .has("name", Kind::Text)
        .word("status", "WAITING_FOR_APPROVAL READY ACCEPTED DECLINED")
        .of("invited_by_id", "user")
        .has("invited_at", Kind::Instant)
        .may_of("decided_by_id", "user")
        .may("decided_at", Kind::Instant)
        .may("link_expires_at", Kind::Instant)
        .check("to_date IS NULL OR to_date >= from_date")
        .check("decided_by_id IS NULL OR decided_by_id <> invited_by_id OR status = 'DECLINED'")
        .index(&["organisation_id", "status"])
        .index(&["user_id"])
        .create(manager)
        .await
}
