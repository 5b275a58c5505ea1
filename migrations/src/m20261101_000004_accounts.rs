//! People who sign in: user, membership, sign_in, token.

use sea_orm_migration::prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait};

use crate::table::{Kind, drop_tables, table};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        table("user")
            .has("email", Kind::Text)
            .has("name", Kind::Text)
            .has("search_name", Kind::Text)
            .may("job_title", Kind::Text)
            .may("phone", Kind::Text)
            .may("password_hash", Kind::Text)
            .has("active", Kind::Bool)
            .has("created_at", Kind::Instant)
            .may("last_signed_in_at", Kind::Instant)
            .unique(&["email"])
            .index(&["search_name", "id"])
            .create(manager)
            .await?;
        table("membership")
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
            .check("to_date IS NULL OR to_date >= from_date")
            .index(&["user_id"])
            .index(&["organisation_id", "role"])
            .create(manager)
            .await?;
        table("sign_in")
            .of("user_id", "user")
            .has("token_hash", Kind::Bytes)
            .has("created_at", Kind::Instant)
            .has("last_seen_at", Kind::Instant)
            .has("ends_at", Kind::Instant)
            .may("ended_at", Kind::Instant)
            .check("ends_at > created_at")
            .unique(&["token_hash"])
            .index(&["user_id"])
            .create(manager)
            .await?;
        table("token")
            .of("user_id", "user")
            .has("token_hash", Kind::Bytes)
            .has("created_at", Kind::Instant)
            .has("expires_at", Kind::Instant)
            .may("revoked_at", Kind::Instant)
            .check("expires_at > created_at")
            .unique(&["token_hash"])
            .index(&["user_id"])
            .create(manager)
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["user", "membership", "sign_in", "token"]).await
    }
}
