//! Every column that can hold text, one by one: what people wrote stands in those alone that are plain by design.

use std::{collections::BTreeSet, fs, path::Path};

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};

use super::{plant::BEGINS, search::Search};
use crate::support::TestApp;

/// Columns that hold what people wrote, plain by design: names, what children are looked for by, accounts, and the catalogue
/// of programmes, which the partnership publishes.
const OF_PEOPLE: &[&str] = &[
    "consent.scope",
    "contact.name",
    "contact.relationship",
    "event_audience.audience",
    "external_reference.reference",
    "external_reference.system",
    "group_confirmation.group_name",
    "invitation.email",
    "invitation.group_name",
    "invitation.name",
    "membership.group_name",
    "name_trigram.trigram",
    "offering.schedule",
    "offering.venue",
    "programme.override_reason",
    "programme.search_text",
    "programme.summary",
    "programme.title",
    "referral.child_family_name",
    "referral.child_given_name",
    "referral.child_search_name",
    "referral.external_reference",
    "referral.sent_by_group",
    "user.email",
    "user.job_title",
    "user.name",
    "user.phone",
    "user.search_name",
    "young_person.ethnicity",
    "young_person.family_name",
    "young_person.first_language",
    "young_person.given_name",
    "young_person.known_as",
    "young_person.search_name",
];

/// Columns that hold words of the program, codes, digests and public facts.
const OF_THE_PROGRAM: &[&str] = &[
    "alert.kind",
    "area.code",
    "area.kind",
    "area.name",
    "attendance.mark",
    "audit_entry.action",
    "audit_entry.purpose",
    "audit_entry.request_id",
    "audit_entry.subject_kind",
    "case.closure_reason",
    "case.pathway",
    "case.reference",
    "case.status",
    "case_note.audience",
    "case_note.contact_outcome",
    "case_note.kind",
    "consent.kind",
    "consent.status",
    "contact.may_contact",
    "contact.not_told",
    "draft.about",
    "draft.kind",
    "duty_opening.reason",
    "enrolment.priority",
    "enrolment.status",
    "enrolment_step.from_status",
    "enrolment_step.operation",
    "enrolment_step.to_status",
    "event.kind",
    "event.noun",
    "export.state",
    "fact.kind",
    "front_door.name",
    "front_door.phone",
    "front_door.service_hours",
    "goal.owner",
    "instance.key_fingerprint",
    "instance.kind",
    "invitation.role",
    "invitation.status",
    "job.kind",
    "measure.informant",
    "measure.instrument",
    "measure.scored_by",
    "measure.stage",
    "membership.role",
    "offering.setting",
    "offering_source.answer",
    "offering_source.places_band",
    "offering_source.source",
    "organisation.contact_name",
    "organisation.contact_phone",
    "organisation.kind",
    "organisation.name",
    "organisation.search_name",
    "organisation.service_hours",
    "organisation.urn",
    "person_relation.kind",
    "postcode.code",
    "programme.approach",
    "programme.asks",
    "programme.mode",
    "programme.reach",
    "programme.strand",
    "programme_factor.factor",
    "programme_source.source",
    "record_change.kind",
    "referral.child_sex",
    "referral.factors",
    "referral.main_factor",
    "referral.reference",
    "referral.source",
    "referral.status",
    "referral.strengths",
    "referral.trigger",
    "referral.urgency",
    "referral_message.kind",
    "release.key_fingerprint",
    "release.method",
    "release_held.name",
    "release_table.name",
    "restriction.reason",
    "safeguarding_concern.kind",
    "task.cause",
    "token.scope",
    "transition.from_status",
    "transition.operation",
    "transition.to_status",
    "triage_decision.outcome",
    "triage_decision.pathway",
    "triage_decision.reason",
    "user.password_hash",
    "young_person.reference",
    "young_person.sex",
];

async fn texts(on: &DatabaseConnection, sql: String) -> Vec<String> {
    let rows = on.query_all_raw(Statement::from_string(on.get_database_backend(), sql)).await.unwrap();
    rows.iter().map(|row| row.try_get::<String>("", "it").unwrap()).collect()
}

/// Every column that is not of a kind that holds no text and nothing legible, as `table.column`.
async fn columns(on: &DatabaseConnection) -> BTreeSet<String> {
    let sql = match on.get_database_backend() {
        DbBackend::Sqlite => {
            "SELECT t.name || '.' || c.name AS it FROM sqlite_master t, pragma_table_info(t.name) c
             WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND lower(c.type) NOT IN
             ('integer', 'bigint', 'boolean', 'blob', 'uuid_text', 'date_text', 'timestamp_with_timezone_text')"
        }
        _ => {
            "SELECT table_name || '.' || column_name AS it FROM information_schema.columns
             WHERE table_schema = 'public' AND data_type NOT IN
             ('integer', 'bigint', 'boolean', 'bytea', 'uuid', 'date', 'timestamp with time zone')"
        }
    };
    texts(on, sql.to_owned())
        .await
        .into_iter()
        .filter(|name| !name.starts_with("seaql_migrations."))
        .collect()
}

/// Each column of text is known, and what was planted is found in those of people alone.
pub async fn hold_what_is_theirs(test: &TestApp, search: &Search) {
    let on = test.app.database();
    let all = columns(on).await;
    let known: BTreeSet<_> = OF_PEOPLE.iter().chain(OF_THE_PROGRAM).map(|name| (*name).to_owned()).collect();
    assert_eq!(all, known, "a column of text is plain by design and listed here, or sealed");
    let mut written = BTreeSet::new();
    for name in &all {
        let (table, column) = name.split_once('.').unwrap();
        let sql = format!(
            "SELECT CAST(\"{column}\" AS text) AS it FROM \"{table}\" WHERE lower(CAST(\"{column}\" AS text)) LIKE '%{BEGINS}%'"
        );
        let held = texts(on, sql).await;
        if !search.found(held.join("\n").as_bytes()).is_empty() {
            written.insert(name.as_str());
        }
    }
    let allowed: BTreeSet<_> = OF_PEOPLE.iter().copied().collect();
    let more: Vec<_> = written.difference(&allowed).collect();
    assert!(more.is_empty(), "what people wrote stands plain in {more:?}");
    println!("{} columns of text, {} of them hold what was planted", all.len(), written.len());
}

/// A copy of an SQLite database, as a backup is made, with all that lies beside the database.
pub async fn copy_of_sqlite(test: &TestApp, folder: &Path) -> Vec<u8> {
    let copy = folder.join("backup.sqlite");
    let sql = format!("VACUUM INTO '{}'", copy.display());
    test.app.database().execute_unprepared(&sql).await.unwrap();
    super::search::files(folder).iter().flat_map(|file| fs::read(file).unwrap()).collect()
}
