//! Cases, their workers, notes with earlier texts, transitions of cases and referrals, openings on duty, drafts.

use sea_orm_migration::{
    prelude::{ConnectionTrait, DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait},
    sea_orm::DbBackend,
};

use crate::table::{Kind, bare_table, drop_tables, table};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// The key from a referral to the case that it became; deferrable, since the two may be written in either order.
const CASE_OF_REFERRAL: &str = "ALTER TABLE referral ADD CONSTRAINT fk_referral_case_id FOREIGN KEY (case_id) \
                                REFERENCES \"case\" (id) DEFERRABLE INITIALLY IMMEDIATE";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    #[expect(
        clippy::too_many_lines,
        reason = "one table after another, with nothing to understand between them"
    )]
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        table("case")
            .has("reference", Kind::Text)
            .has("version", Kind::Int)
            .word(
                "status",
                "AWAITING_CONSENT OPEN ALLOCATED ASSESSMENT PLAN_AGREED ACTIVE ON_HOLD CLOSING CLOSED TRANSFERRED",
            )
            .word("pathway", "EARLY_PREVENTION TARGETED_PREVENTION DIVERSION TURNAROUND KNIFE_PLAN EMERGENCY_DEPARTMENT")
            .of("young_person_id", "young_person")
            .of("referral_id", "referral")
            .of("controller_id", "organisation")
            .may_of("caseworker_id", "user")
            .has("opened_at", Kind::Instant)
            .may("allocated_at", Kind::Instant)
            .may("closed_at", Kind::Instant)
            .may_word(
                "closure_reason",
                "COMPLETED_GOALS_MET COMPLETED_PARTLY DISENGAGED CONSENT_WITHDRAWN STEPPED_UP STEPPED_DOWN MOVED_AREA \
                 CUSTODY TURNED_18 DIED OPENED_IN_ERROR",
            )
            .may("exit_plan", Kind::Bytes)
            .may_of("previous_case_id", "case")
            .may("last_note_at", Kind::Instant)
            .may("last_seen_on", Kind::Date)
            .has("contact_attempts", Kind::Int)
            .may("next_due_on", Kind::Date)
            .check("version > 0")
            .check("(status = 'CLOSED') = (closed_at IS NOT NULL)")
            .check("(closed_at IS NULL) = (closure_reason IS NULL)")
            .check("status NOT IN ('ALLOCATED', 'ASSESSMENT', 'PLAN_AGREED', 'ACTIVE', 'ON_HOLD') OR caseworker_id IS NOT NULL")
            .unique(&["reference"])
            .index(&["controller_id", "opened_at", "id"])
            .index(&["caseworker_id"])
            .index(&["young_person_id"])
            .index(&["referral_id"])
            .create(manager)
            .await?;
        if manager.get_database_backend() == DbBackend::Postgres {
            manager.get_connection().execute_unprepared(CASE_OF_REFERRAL).await?;
        }
        bare_table("case_co_worker")
            .of("case_id", "case")
            .of("user_id", "user")
            .key(&["case_id", "user_id"])
            .index(&["user_id"])
            .create(manager)
            .await?;
        table("case_note")
            .has("version", Kind::Int)
            .of("case_id", "case")
            .word("kind", "VISIT PHONE_CALL MESSAGE MEETING SESSION SUPERVISION CHILD_VIEW PARENT_VIEW OTHER")
            .of("author_id", "user")
            .has("occurred_at", Kind::Instant)
            .has("recorded_at", Kind::Instant)
            .word("audience", "CASE_TEAM SERVICE")
            .has("words", Kind::Bytes)
            .may_word(
                "contact_outcome",
                "SPOKE NO_ANSWER MESSAGE_LEFT NOT_IN CANCELLED_BY_FAMILY CANCELLED_BY_US",
            )
            .may("child_seen", Kind::Bool)
            .may("seen_alone", Kind::Bool)
            .may("voided_at", Kind::Instant)
            .check("version > 0")
            .check("(contact_outcome IS NULL) = (child_seen IS NULL)")
            .index(&["case_id", "occurred_at", "id"])
            .create(manager)
            .await?;
        table("case_note_revision")
            .of("note_id", "case_note")
            .has("words", Kind::Bytes)
            .of("by_user_id", "user")
            .has("at", Kind::Instant)
            .index(&["note_id", "at"])
            .create(manager)
            .await?;
        table("transition")
            .may_of("referral_id", "referral")
            .may_of("case_id", "case")
            .may("from_status", Kind::Text)
            .has("to_status", Kind::Text)
            .has("operation", Kind::Text)
            .has("at", Kind::Instant)
            .may_of("by_user_id", "user")
            .may("words", Kind::Bytes)
            .check("(referral_id IS NULL) <> (case_id IS NULL)")
            .index(&["referral_id", "at"])
            .index(&["case_id", "at"])
            .create(manager)
            .await?;
        table("duty_opening")
            .of("case_id", "case")
            .of("user_id", "user")
            .word("reason", "FAMILY_CALLED VISIT_TODAY OTHER_AGENCY_CALLED SAFETY")
            .has("opened_at", Kind::Instant)
            .has("until", Kind::Instant)
            .check("until > opened_at")
            .index(&["user_id", "until"])
            .index(&["case_id"])
            .create(manager)
            .await?;
        table("draft")
            .of("user_id", "user")
            .of("membership_id", "membership")
            .word("kind", "REFERRAL NOTE MESSAGE PLAN MEASURE")
            .may("about", Kind::Text)
            .has("words", Kind::Bytes)
            .has("immediate_danger", Kind::Bool)
            .has("started_at", Kind::Instant)
            .has("saved_at", Kind::Instant)
            .index(&["user_id"])
            .create(manager)
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let parting = match manager.get_database_backend() {
            DbBackend::Postgres => "ALTER TABLE referral DROP CONSTRAINT fk_referral_case_id",
            _ => "UPDATE referral SET case_id = NULL",
        };
        manager.get_connection().execute_unprepared(parting).await?;
        drop_tables(
            manager,
            &[
                "case",
                "case_co_worker",
                "case_note",
                "case_note_revision",
                "transition",
                "duty_opening",
                "draft",
            ],
        )
        .await
    }
}
