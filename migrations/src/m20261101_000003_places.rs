//! Places and organisations: areas with their dates, the postcode look-up, organisations, front doors.

use sea_orm_migration::prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait};

use crate::table::{Kind, bare_table, drop_tables, table};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        table("area")
            .has("code", Kind::Text)
            .has("name", Kind::Text)
            .word("kind", "FORCE LOCAL_AUTHORITY COMMUNITY_AREA WARD")
            .may_of("parent_id", "area")
            .has("valid_from", Kind::Date)
            .may("valid_to", Kind::Date)
            .check("valid_to IS NULL OR valid_to > valid_from")
            .unique(&["code", "valid_from"])
            .index(&["kind", "name"])
            .create(manager)
            .await?;
        bare_table("postcode")
            .has("code", Kind::Text)
            .key(&["code"])
            .of("area_id", "area")
            .of("authority_id", "area")
            .create(manager)
            .await?;
        table("organisation")
            .has("name", Kind::Text)
            .has("search_name", Kind::Text)
            .word(
                "kind",
                "POLICE_AND_CRIME_COMMISSIONER POLICE LOCAL_AUTHORITY YOUTH_JUSTICE_SERVICE PROBATION HEALTH \
                 FIRE_AND_RESCUE SCHOOL COLLEGE PROVIDER VOLUNTARY",
            )
            .has("specified_authority", Kind::Bool)
            .may("urn", Kind::Text)
            .may_of("area_id", "area")
            .may("contact_name", Kind::Text)
            .may("contact_phone", Kind::Text)
            .has("service_hours", Kind::Json)
            .may("closed_on", Kind::Date)
            .index(&["search_name", "id"])
            .index(&["kind", "area_id"])
            .create(manager)
            .await?;
        table("front_door")
            .of("area_id", "area")
            .has("position", Kind::Int)
            .has("name", Kind::Text)
            .has("phone", Kind::Text)
            .has("service_hours", Kind::Json)
            .unique(&["area_id", "position"])
            .create(manager)
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["area", "postcode", "organisation", "front_door"]).await
    }
}
