//! Referrals: the account as it was sent, who receives it, what was said and decided.

use sea_orm_migration::{
    prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait},
    sea_orm::DbBackend,
};

use crate::table::{Kind, NewTable, bare_table, drop_tables, table};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Referrals and cases point at each other. SQLite takes a key to a table that comes later, and none afterwards;
/// PostgreSQL the other way round (the migration of cases adds it).
fn with_case(manager: &SchemaManager, referral: NewTable) -> NewTable {
    if manager.get_database_backend() == DbBackend::Sqlite {
        referral.may_of("case_id", "case")
    } else {
        referral.may("case_id", Kind::Uuid)
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        with_case(manager, table("referral"))
            .has("reference", Kind::Text)
            .has("version", Kind::Int)
            .has("sent_version", Kind::Int)
            .word(
                "status",
                "SUBMITTED INFO_REQUESTED ACCEPTED ADDED_TO_CASE REDIRECTED DECLINED DUPLICATE WITHDRAWN",
            )
            .word("urgency", "ROUTINE PRIORITY IMMEDIATE")
            .has("source", Kind::Text)
            .has("trigger", Kind::Text)
            .may("triggered_on", Kind::Date)
            .has("main_factor", Kind::Text)
            .has("factors", Kind::Json)
            .has("strengths", Kind::Json)
            .of("source_organisation_id", "organisation")
            .has("sent_by_group", Kind::Text)
            .may_of("referrer_id", "user")
            .has("child_id", Kind::Uuid)
            .has("child_given_name", Kind::Text)
            .may("child_family_name", Kind::Text)
            .has("child_search_name", Kind::Text)
            .has("child_date_of_birth", Kind::Date)
            .has("child_date_of_birth_estimated", Kind::Bool)
            .word("child_sex", "MALE FEMALE UNKNOWN")
            .may_of("child_school_id", "organisation")
            .has("account", Kind::Bytes)
            .may("external_reference", Kind::Text)
            .of("young_person_id", "young_person")
            .may_of("duplicate_of_id", "referral")
            .may_of("owner_id", "user")
            .may("owned_since", Kind::Instant)
            .has("submitted_at", Kind::Instant)
            .may("acknowledged_at", Kind::Instant)
            .has("triage_due_at", Kind::Instant)
            .may("answer_due_on", Kind::Date)
            .may("asked_at", Kind::Instant)
            .may("challenged_at", Kind::Instant)
            .may("challenge_answered_at", Kind::Instant)
            .may("decided_at", Kind::Instant)
            .has("awaiting_countersign", Kind::Bool)
            .check("version > 0 AND sent_version > 0")
            .check("(owner_id IS NULL) = (owned_since IS NULL)")
            .check("status <> 'INFO_REQUESTED' OR answer_due_on IS NOT NULL")
            .unique(&["reference"])
            .index(&["submitted_at", "id"])
            .index(&["triage_due_at", "id"])
            .index(&["source_organisation_id", "sent_by_group", "submitted_at", "id"])
            .index(&["young_person_id"])
            .index(&["case_id"])
            .index(&["owner_id"])
            .create(manager)
            .await?;
        bare_table("referral_service")
            .of("referral_id", "referral")
            .of("service_id", "organisation")
            .key(&["referral_id", "service_id"])
            .index(&["service_id", "referral_id"])
            .create(manager)
            .await?;
        table("referral_message")
            .of("referral_id", "referral")
            .has("at", Kind::Instant)
            .of("from_id", "organisation")
            .may_of("by_user_id", "user")
            .word("kind", "INFORMATION QUESTION ANSWER DECISION UPDATE CHALLENGE")
            .has("words", Kind::Bytes)
            .index(&["referral_id", "at"])
            .create(manager)
            .await?;
        table("triage_decision")
            .of("referral_id", "referral")
            .word("outcome", "ACCEPT ADD_TO_OPEN_CASE REQUEST_INFO REDIRECT DECLINE DUPLICATE")
            .may_word(
                "reason",
                "AGE_OUT_OF_RANGE OUT_OF_AREA NEED_NOT_FOR_THIS_SERVICE OPEN_TO_STATUTORY_SERVICE CONSENT_REFUSED \
                 INSUFFICIENT_INFORMATION BETTER_MET_ELSEWHERE NO_CAPACITY SAME_PERSON_AND_TRIGGER",
            )
            .may_word("pathway", "EARLY_PREVENTION TARGETED_PREVENTION DIVERSION TURNAROUND KNIFE_PLAN EMERGENCY_DEPARTMENT")
            .has("words", Kind::Bytes)
            .of("decided_by_id", "user")
            .has("decided_at", Kind::Instant)
            .has("needs_countersign", Kind::Bool)
            .may_of("countersigned_by_id", "user")
            .may("countersigned_at", Kind::Instant)
            .may("agreed", Kind::Bool)
            .may("redirect_confirmed_at", Kind::Instant)
            .check("countersigned_by_id IS NULL OR countersigned_by_id <> decided_by_id")
            .check("(countersigned_at IS NULL) = (agreed IS NULL)")
            .index(&["referral_id", "decided_at"])
            .create(manager)
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["referral", "referral_service", "referral_message", "triage_decision"]).await
    }
}
