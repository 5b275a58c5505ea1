//! A filter, search or order on a field that is hidden from the viewer changes nothing: whatever the hidden values are, every
//! filter and order of every list leaves the same rows in the same order, and the rows look the same.

use ridgeway::entity::people::young_person;
use sea_orm::{ConnectionTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::{
    schema::Values,
    twins::{Secret, Twins},
};
use crate::support::TestApp;

/// What is typed and chosen; nobody's own.
fn values() -> Values {
    let never = |noun: &str| vec![format!("{noun}_AAAAAAAAAAAAAAAAAAAAAA")];
    Values {
        texts: ["Zzyzx", "Q866400119001", "2001-02-03", "R-0000000"].map(str::to_owned).into(),
        ids: vec![
            ("area", never("area")),
            ("school", never("org")),
            ("organisation", never("org")),
            ("provider", never("org")),
            ("programme", never("programme")),
            ("caseworker", never("user")),
            ("actor", never("user")),
            ("subject", never("child")),
        ],
    }
}

async fn changes(test: &TestApp, statements: &[&str]) {
    for sql in statements {
        let done = test.app.database().execute_unprepared(sql).await.unwrap();
        assert!(done.rows_affected() > 0, "nothing is changed by {sql}");
    }
}

/// Who cannot see any of this, with the columns that change for them in the second world.
async fn nothing_changes(accounts: &[&'static str], statements: &[&str]) {
    let twins = Twins::new().await;
    changes(&twins.worlds[1], statements).await;
    twins.same_answers(accounts, &values(), &Secret::default(), &[]).await;
}

/// Dates of a case: those who triage see that it is open, and neither its tasks nor its content.
const DATES: &[&str] = &[
    "UPDATE \"case\" SET next_due_on = NULL",
    "UPDATE \"case\" SET next_due_on = '2026-01-02', last_seen_on = '2026-01-02' WHERE reference > 'C-G'",
    "UPDATE \"case\" SET last_note_at = opened_at, contact_attempts = 7",
];

#[tokio::test]
async fn of_a_cases_dates_for_those_who_triage() {
    nothing_changes(&["triage.swindon", "triage.wiltshire"], DATES).await;
}

/// The shared record, and how a service works: for those who referred, and who sees no child.
const RECORDS: &[&str] = &[
    "UPDATE young_person SET search_name = 'zzyzx', given_name = 'Zzyzx', known_as = 'Zzyzx', date_of_birth = '2001-02-03', \
     area_id = NULL, school_id = NULL, upn_index = NULL, version = version + 1",
    "UPDATE referral SET version = version + 3",
    "UPDATE referral SET owner_id = (SELECT user_id FROM membership WHERE role = 'TEAM_MANAGER' LIMIT 1) WHERE \
     owner_id IS NOT NULL",
    "UPDATE referral SET awaiting_countersign = TRUE, status = 'DECLINED' WHERE status = 'SUBMITTED' AND owner_id IS NOT NULL",
    "UPDATE safeguarding_concern SET resolved_at = NULL, resolved_by_id = NULL, version = version + 1 WHERE raised_by_id NOT IN \
     (SELECT user_id FROM membership WHERE role IN ('REFERRER', 'PROVIDER_WORKER', 'PROVIDER_MANAGER'))",
    "UPDATE task SET due_on = '2026-01-02'",
];

#[tokio::test]
async fn of_records_and_decisions_for_those_who_referred_and_those_who_see_no_child() {
    // Who leads sessions sees what the children there are called.
    let accounts = ["school.one", "school.two", "police", "partnership", "analyst", "finance", "admin"];
    nothing_changes(&accounts, &[DATES, RECORDS].concat()).await;
}

/// A case that was opened on duty: its tasks, the child's numbers and consents are not for who opened it.
#[tokio::test]
async fn of_a_case_that_was_opened_on_duty() {
    let twins = Twins::new().await;
    let test = &twins.worlds[1];
    let on_duty = "(SELECT case_id FROM duty_opening)";
    let of_child = format!("(SELECT young_person_id FROM \"case\" WHERE id IN {on_duty})");
    let before = format!("UPDATE \"case\" SET next_due_on = '2026-01-02' WHERE id IN {on_duty}");
    let consents = format!("UPDATE consent SET status = 'REFUSED' WHERE young_person_id IN {of_child}");
    changes(test, &[before.as_str(), consents.as_str()]).await;
    // A number that is searched for below.
    let number = test.app.keys().digest("upn", &[b"Q866400119001"]);
    young_person::Entity::update_many()
        .col_expr(young_person::Column::UpnIndex, Expr::value(number))
        .filter(Expr::cust(format!("id IN {of_child}")))
        .exec(test.app.database())
        .await
        .unwrap();
    let accounts = ["caseworker.swindon", "caseworker.wiltshire"];
    twins.same_answers(&accounts, &values(), &Secret::default(), &[]).await;
}
