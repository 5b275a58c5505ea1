//! Programmes, their runs, and the places that children have in them.

use sea_orm_migration::prelude::{
    ConnectionTrait, DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait,
};

use crate::table::{Kind, bare_table, drop_tables, table};

#[derive(DeriveMigrationName)]
pub struct Migration;

const STATUSES: &str =
    "WAITLISTED OFFERED ACCEPTED STARTED COMPLETED DECLINED LAPSED NOT_STARTED WITHDREW REMOVED";

/// A child has one place, or waits for one, once in each offering.
const ONE_OPEN: &str = "CREATE UNIQUE INDEX ix_enrolment_open ON enrolment (offering_id, young_person_id) WHERE status IN \
                        ('WAITLISTED', 'OFFERED', 'ACCEPTED', 'STARTED')";
/// Who waits, in order.
const IN_ORDER: &str = "CREATE INDEX ix_enrolment_waiting ON enrolment (offering_id, resting, band, joined_at, id) WHERE \
                        status = 'WAITLISTED'";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        programmes(manager).await?;
        offerings(manager).await?;
        enrolments(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(
            manager,
            &["programme", "programme_area", "programme_factor", "offering", "enrolment", "enrolment_step"],
        )
        .await
    }
}

async fn programmes(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    table("programme")
        .has("version", Kind::Int)
        .has("title", Kind::Text)
        .has("summary", Kind::Text)
        .has("search_text", Kind::Text)
        .of("provider_id", "organisation")
        .word("strand", "EDUCATION EARLY_INTERVENTION PROFESSIONAL_TRAINING")
        .has("approach", Kind::Text)
        .word("mode", "ONE_TO_ONE GROUP FAMILY SCHOOL_CLASS DETACHED ONLINE TRAINING CAMPAIGN")
        .word("reach", "NAMED COUNTED PLACE")
        .has("min_age", Kind::Int)
        .has("max_age", Kind::Int)
        .has("active", Kind::Bool)
        .has("sensitive", Kind::Bool)
        .may("override_reason", Kind::Text)
        .has("created_at", Kind::Instant)
        .check("version > 0")
        .check("min_age >= 0 AND max_age >= min_age AND max_age <= 120")
        .index(&["title", "id"])
        .index(&["provider_id"])
        .create(manager)
        .await?;
    bare_table("programme_area")
        .of("programme_id", "programme")
        .of("area_id", "area")
        .key(&["programme_id", "area_id"])
        .index(&["area_id"])
        .create(manager)
        .await?;
    bare_table("programme_factor")
        .of("programme_id", "programme")
        .has("factor", Kind::Text)
        .key(&["programme_id", "factor"])
        .index(&["factor"])
        .create(manager)
        .await
}

async fn offerings(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    table("offering")
        .has("version", Kind::Int)
        .of("programme_id", "programme")
        .may("venue", Kind::Text)
        .may_of("area_id", "area")
        .has("starts_on", Kind::Date)
        .has("ends_on", Kind::Date)
        .has("schedule", Kind::Text)
        .word("setting", "DRAFT OPEN CLOSED CANCELLED")
        .has("capacity", Kind::Int)
        .has("taken", Kind::Int)
        .has("held", Kind::Int)
        .has("waiting", Kind::Int)
        .has("resting", Kind::Int)
        .may("usual_wait", Kind::Int)
        .has("created_at", Kind::Instant)
        .has("places_changed_at", Kind::Instant)
        .check("version > 0")
        .check("ends_on >= starts_on")
        .check("taken >= 0 AND held >= 0 AND waiting >= 0 AND resting >= 0")
        .check("taken + held <= capacity")
        .index(&["programme_id", "starts_on", "id"])
        .index(&["setting", "ends_on"])
        .create(manager)
        .await
}

async fn enrolments(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    table("enrolment")
        .has("version", Kind::Int)
        .of("offering_id", "offering")
        .of("young_person_id", "young_person")
        .of("case_id", "case")
        .word("status", STATUSES)
        .word("priority", "ROUTINE PRIORITY IMMEDIATE")
        .has("band", Kind::Int)
        .has("joined_at", Kind::Instant)
        .has("resting", Kind::Bool)
        .may("offered_at", Kind::Instant)
        .may("offer_expires_at", Kind::Instant)
        .may("started_on", Kind::Date)
        .may("ended_on", Kind::Date)
        .may("seen_until", Kind::Date)
        .check("version > 0")
        .check("band BETWEEN 1 AND 3")
        .check("(status = 'OFFERED') = (offer_expires_at IS NOT NULL)")
        .check("NOT resting OR status = 'WAITLISTED'")
        .check("(status NOT IN ('WAITLISTED', 'OFFERED', 'ACCEPTED', 'STARTED')) = (ended_on IS NOT NULL)")
        .check("(ended_on IS NULL) = (seen_until IS NULL)")
        .index(&["offering_id", "joined_at", "id"])
        .index(&["offering_id", "offered_at"])
        .index(&["young_person_id", "joined_at", "id"])
        .index(&["case_id", "joined_at", "id"])
        .create(manager)
        .await?;
    let connection = manager.get_connection();
    connection.execute_unprepared(ONE_OPEN).await?;
    connection.execute_unprepared(IN_ORDER).await?;
    table("enrolment_step")
        .of("enrolment_id", "enrolment")
        .may_word("from_status", STATUSES)
        .word("to_status", STATUSES)
        .has("operation", Kind::Text)
        .has("at", Kind::Instant)
        .may_of("by_user_id", "user")
        .may("words", Kind::Bytes)
        .index(&["enrolment_id", "at"])
        .create(manager)
        .await
}
