//! Tables of figures are stored packed. What was released before is taken away with the facts behind it; the next release
//! makes them anew, with the same record keys.

use sea_orm_migration::prelude::{
    ConnectionTrait, DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait,
};

use crate::table::{Kind, bare_table, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        again(manager, Kind::Bytes).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        again(manager, Kind::Json).await
    }
}

async fn again(manager: &SchemaManager<'_>, cells: Kind) -> Result<(), DbErr> {
    drop_tables(manager, &["release_table"]).await?;
    for made in ["release_held", "fact", "release"] {
        manager.get_connection().execute_unprepared(&format!("DELETE FROM {made}")).await?;
    }
    bare_table("release_table")
        .has("release_number", Kind::Int)
        .has("name", Kind::Text)
        .key(&["release_number", "name"])
        .has("cells", cells)
        .has("seal", Kind::Bytes)
        .create(manager)
        .await
}
