//! What guards the sign-in: tries counted, places that are known, the second step, and when somebody was woken.

use sea_orm_migration::prelude::{
    ColumnDef, DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, Table, async_trait,
};

use crate::table::{Kind, bare_table, drop_tables, table};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let woken = ColumnDef::new("woken_at").timestamp_with_time_zone().null().to_owned();
        manager.alter_table(Table::alter().table("user").add_column(woken).to_owned()).await?;
        let strong = ColumnDef::new("second_factor").boolean().not_null().default(false).to_owned();
        manager.alter_table(Table::alter().table("sign_in").add_column(strong).to_owned()).await?;
        bare_table("sign_in_tries")
            .has("digest", Kind::Bytes)
            .has("tries", Kind::Int)
            .has("last_at", Kind::Instant)
            .has("free_at", Kind::Instant)
            .key(&["digest"])
            .index(&["last_at"])
            .create(manager)
            .await?;
        bare_table("known_place")
            .of("user_id", "user")
            .has("digest", Kind::Bytes)
            .has("last_used_at", Kind::Instant)
            .key(&["user_id", "digest"])
            .index(&["digest"])
            .create(manager)
            .await?;
        table("pending_sign_in")
            .of("user_id", "user")
            .has("token_hash", Kind::Bytes)
            .may("factor_key", Kind::Bytes)
            .has("ends_at", Kind::Instant)
            .unique(&["token_hash"])
            .index(&["user_id"])
            .create(manager)
            .await?;
        bare_table("second_factor")
            .of("user_id", "user")
            .has("factor_key", Kind::Bytes)
            .has("since", Kind::Instant)
            .has("last_step", Kind::BigInt)
            .key(&["user_id"])
            .create(manager)
            .await?;
        bare_table("recovery_code")
            .of("user_id", "user")
            .has("digest", Kind::Bytes)
            .may("used_at", Kind::Instant)
            .key(&["user_id", "digest"])
            .create(manager)
            .await?;
        bare_table("membership_use")
            .has("credential_id", Kind::Uuid)
            .of("membership_id", "membership")
            .has("begun_at", Kind::Instant)
            .key(&["credential_id", "membership_id"])
            .create(manager)
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let made = [
            "sign_in_tries",
            "known_place",
            "pending_sign_in",
            "second_factor",
            "recovery_code",
            "membership_use",
        ];
        drop_tables(manager, &made).await?;
        manager.alter_table(Table::alter().table("sign_in").drop_column("second_factor").to_owned()).await?;
        manager.alter_table(Table::alter().table("user").drop_column("woken_at").to_owned()).await
    }
}
