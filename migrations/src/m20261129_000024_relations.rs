//! What children are to one another, and what a programme asks for besides an age and an area.

use sea_orm_migration::prelude::{
    ColumnDef, ConnectionTrait, DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, Table, async_trait,
};

use crate::table::{Kind, drop_tables, table};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// A relation stands once, whoever of the two is named first.
const STANDS_ONCE: &str = "CREATE UNIQUE INDEX ix_person_relation_stands ON person_relation (one_id, other_id, kind) WHERE \
                           ended_on IS NULL";

const OF_ENROLMENTS: [&str; 3] = ["removal_on", "removal_by_id", "removal_words"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        table("person_relation")
            .of("one_id", "young_person")
            .of("other_id", "young_person")
            .word("kind", "SIBLING SAME_HOUSEHOLD FRIEND NO_CONTACT CONFLICT")
            .has("words", Kind::Bytes)
            .has("from_date", Kind::Date)
            .may("review_on", Kind::Date)
            .may("ended_on", Kind::Date)
            .of("recorded_by_id", "user")
            .has("recorded_at", Kind::Instant)
            .check("one_id < other_id")
            .index(&["other_id"])
            .create(manager)
            .await?;
        manager.get_connection().execute_unprepared(STANDS_ONCE).await?;
        add(manager, "programme", ColumnDef::new("asks").json_binary().null()).await?;
        let [on, by, words] = OF_ENROLMENTS;
        add(manager, "enrolment", ColumnDef::new(on).date().null()).await?;
        add(manager, "enrolment", ColumnDef::new(by).uuid().null()).await?;
        add(manager, "enrolment", ColumnDef::new(words).blob().null()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for name in OF_ENROLMENTS {
            manager.alter_table(Table::alter().table("enrolment").drop_column(name).take()).await?;
        }
        manager.alter_table(Table::alter().table("programme").drop_column("asks").take()).await?;
        drop_tables(manager, &["person_relation"]).await
    }
}

async fn add(manager: &SchemaManager<'_>, of: &'static str, column: &mut ColumnDef) -> Result<(), DbErr> {
    manager.alter_table(Table::alter().table(of).add_column(column.take()).take()).await
}
