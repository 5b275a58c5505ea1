//! Children and what is known of them: contacts, addresses, schools, identifiers, alerts, consents, changes.

use sea_orm_migration::prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait};

use crate::table::{Kind, bare_table, drop_tables, table};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    #[expect(
        clippy::too_many_lines,
        reason = "one table after another, with nothing to understand between them"
    )]
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        table("young_person")
            .has("reference", Kind::Text)
            .has("version", Kind::Int)
            .has("given_name", Kind::Text)
            .may("family_name", Kind::Text)
            .may("known_as", Kind::Text)
            .has("search_name", Kind::Text)
            .has("date_of_birth", Kind::Date)
            .has("date_of_birth_estimated", Kind::Bool)
            .word("sex", "MALE FEMALE UNKNOWN")
            .may("ethnicity", Kind::Text)
            .may("first_language", Kind::Text)
            .may_of("school_id", "organisation")
            .may_of("area_id", "area")
            .may("upn", Kind::Bytes)
            .may("upn_index", Kind::Bytes)
            .may("nhs_number", Kind::Bytes)
            .may("nhs_number_index", Kind::Bytes)
            .may("pnc_id", Kind::Bytes)
            .may("pnc_id_index", Kind::Bytes)
            .has("created_at", Kind::Instant)
            .check("version > 0")
            .unique(&["reference"])
            .index(&["search_name", "id"])
            .index(&["date_of_birth"])
            .index(&["upn_index"])
            .index(&["nhs_number_index"])
            .create(manager)
            .await?;
        bare_table("name_trigram")
            .has("trigram", Kind::Text)
            .of("young_person_id", "young_person")
            .key(&["trigram", "young_person_id"])
            .index(&["young_person_id"])
            .create(manager)
            .await?;
        table("contact")
            .of("young_person_id", "young_person")
            .has("version", Kind::Int)
            .has("name", Kind::Text)
            .has("relationship", Kind::Text)
            .may("has_parental_responsibility", Kind::Bool)
            .may("lives_with", Kind::Bool)
            .has("words", Kind::Bytes)
            .word("may_contact", "YES ASK_FIRST NEVER")
            .has("may_be_told", Kind::Bool)
            .has("safe_to_call", Kind::Bool)
            .has("safe_to_text", Kind::Bool)
            .has("safe_to_leave_voicemail", Kind::Bool)
            .may_word("not_told", "COULD_INCREASE_RISK CHILD_ASKED COULD_NOT_REACH NOT_YET")
            .may("ended_on", Kind::Date)
            .check("version > 0")
            .index(&["young_person_id"])
            .create(manager)
            .await?;
        table("address_period")
            .of("young_person_id", "young_person")
            .has("address", Kind::Bytes)
            .has("from_date", Kind::Date)
            .may("to_date", Kind::Date)
            .check("to_date IS NULL OR to_date >= from_date")
            .index(&["young_person_id"])
            .create(manager)
            .await?;
        table("school_period")
            .of("young_person_id", "young_person")
            .of("school_id", "organisation")
            .has("from_date", Kind::Date)
            .may("to_date", Kind::Date)
            .check("to_date IS NULL OR to_date >= from_date")
            .index(&["young_person_id"])
            .create(manager)
            .await?;
        bare_table("external_reference")
            .of("young_person_id", "young_person")
            .has("system", Kind::Text)
            .has("reference", Kind::Text)
            .key(&["young_person_id", "system", "reference"])
            .create(manager)
            .await?;
        table("record_change")
            .of("young_person_id", "young_person")
            .word("kind", "CORRECTION CHANGE")
            .has("words", Kind::Bytes)
            .may("from_date", Kind::Date)
            .of("by_user_id", "user")
            .has("at", Kind::Instant)
            .index(&["young_person_id", "at"])
            .create(manager)
            .await?;
        table("alert")
            .of("young_person_id", "young_person")
            .word(
                "kind",
                "WEAPON VIOLENCE_TO_STAFF TWO_PERSON_VISIT DO_NOT_VISIT_HOME DOG EXPLOITATION SELF_HARM NO_CONTACT_PAIR \
                 RIVAL_GROUP COURT_ORDER MEDICAL_EMERGENCY ALLERGY HATE_CRIME_TARGET",
            )
            .has("words", Kind::Bytes)
            .has("from_date", Kind::Date)
            .may("review_on", Kind::Date)
            .may("ended_on", Kind::Date)
            .of("raised_by_id", "user")
            .index(&["young_person_id"])
            .create(manager)
            .await?;
        table("consent")
            .of("young_person_id", "young_person")
            .has("version", Kind::Int)
            .word("kind", "PARTICIPATE_CHILD PARTICIPATE_PARENT SHARE_WITH_ORGANISATION EVALUATION CONTACT")
            .word("status", "NOT_ASKED GIVEN REFUSED WITHDRAWN NOT_REQUIRED")
            .has("words", Kind::Bytes)
            .may_of("contact_id", "contact")
            .has("scope", Kind::Json)
            .has("decided_on", Kind::Date)
            .may("withdrawn_on", Kind::Date)
            .may("expires_on", Kind::Date)
            .may_of("organisation_id", "organisation")
            .of("recorded_by_id", "user")
            .has("recorded_at", Kind::Instant)
            .may("replaced_at", Kind::Instant)
            .check("version > 0")
            .check("(status = 'WITHDRAWN') = (withdrawn_on IS NOT NULL)")
            .index(&["young_person_id", "kind"])
            .create(manager)
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(
            manager,
            &[
                "young_person",
                "name_trigram",
                "contact",
                "address_period",
                "school_period",
                "external_reference",
                "record_change",
                "alert",
                "consent",
            ],
        )
        .await
    }
}
