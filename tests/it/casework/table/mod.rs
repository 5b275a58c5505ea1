//! Every operation on a referral or a case, wherever it stands, asked by everybody. What is expected stands in `rules`,
//! written by hand from the agreed policy and the paths of referral and case, not taken from the program.
//!
//! Owns how one cell is asked and looked at: it works and leaves its traces, or it is refused and changes nothing at all.

mod cases;
mod concern;
mod referrals;
mod rows;
mod rules;

use ridgeway::{
    entity::casework::{case, referral},
    read::unscoped,
    words::id::{Id, noun},
};
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, Statement};
use serde_json::{Value, json};

use crate::support::{Actor, TestApp};
use rules::Expected;

const WHY: &str = "the test looks at every row";

/// Who asks: the name that the rules have for them, and their account. One for each role, the same roles of the other
/// council, a colleague who has nothing to do with it, and other senders.
const PEOPLE: [(&str, &str); 17] = [
    ("school", "school.one"),
    ("caseworker", "caseworker.swindon"),
    ("colleague", "caseworker2.swindon"),
    ("triage", "triage.swindon"),
    ("manager", "manager.swindon"),
    ("other school", "school.two"),
    ("police", "police"),
    ("other caseworker", "caseworker.wiltshire"),
    ("other triage", "triage.wiltshire"),
    ("other manager", "manager.wiltshire"),
    ("provider worker", "provider"),
    ("provider manager", "provider.manager"),
    ("partnership manager", "partnership"),
    ("analyst", "analyst"),
    ("finance officer", "finance"),
    ("data protection officer", "dpo"),
    ("administrator", "admin"),
];
const STRANGER: &str = "stranger";

/// Everybody, and somebody who is not signed in.
async fn everybody(test: &TestApp) -> Vec<(&'static str, Actor<'_>)> {
    let mut people = vec![(STRANGER, test.stranger())];
    for (name, account) in PEOPLE {
        people.push((name, test.actor(account).await));
    }
    people
}

/// What must not change where something is refused: how many rows there are of what an operation writes. A refusal itself
/// is audited, and so is what was opened.
#[derive(Debug, PartialEq, Eq)]
struct Written {
    events: i64,
    audited: i64,
    rows: i64,
}

async fn written(test: &TestApp) -> Written {
    const ROWS: [&str; 20] = [
        "transition",
        "event_audience",
        "referral_message",
        "triage_decision",
        "referral_service",
        "\"case\"",
        "case_co_worker",
        "case_note",
        "case_note_revision",
        "task",
        "consent",
        "young_person",
        "record_change",
        "school_period",
        "address_period",
        "contact",
        "safeguarding_concern",
        "goal",
        "goal_rating",
        "measure",
    ];
    let rows = ROWS.map(|table| format!("(SELECT COUNT(*) FROM {table})")).join(" + ");
    let sql = format!(
        "SELECT (SELECT COUNT(*) FROM event) AS events, (SELECT COUNT(*) FROM audit_entry WHERE action NOT IN ('REFUSED', \
         'READ', 'SEARCH')) AS audited, {rows} + (SELECT COUNT(*) FROM job) AS all_rows"
    );
    let database = test.app.database();
    let statement = Statement::from_string(database.get_database_backend(), sql);
    let row = database.query_one_raw(statement).await.unwrap().unwrap();
    Written {
        events: row.try_get("", "events").unwrap(),
        audited: row.try_get("", "audited").unwrap(),
        rows: row.try_get("", "all_rows").unwrap(),
    }
}

async fn referral_row(test: &TestApp, id: Id<noun::Referral>) -> referral::Model {
    let rows = unscoped::<referral::Entity>(WHY).filter(referral::Column::Id.eq(id));
    rows.one(test.app.database()).await.unwrap().unwrap()
}

async fn case_row(test: &TestApp, id: Id<noun::Case>) -> case::Model {
    let rows = unscoped::<case::Entity>(WHY).filter(case::Column::Id.eq(id));
    rows.one(test.app.database()).await.unwrap().unwrap()
}

/// What somebody hears: how it was refused, or `WORKS`.
async fn asked(actor: &Actor<'_>, field: &str, input: &str, values: Value) -> String {
    let document = format!(
        "mutation($input: {input}!) {{ {field}(input: $input) {{ problems {{ code field message }} }} }}"
    );
    let answer = actor.ask(&document, json!({ "input": values })).await;
    let codes = answer.codes();
    if !codes.is_empty() {
        return codes.join(" ");
    }
    let problems = answer.problems();
    if problems.is_empty() {
        return "WORKS".to_owned();
    }
    problems.into_iter().map(|(code, field)| format!("{code}{field}")).collect::<Vec<_>>().join(" ")
}

/// The answer that is expected.
const fn says(expected: &Expected) -> &'static str {
    match expected {
        Expected::Works { .. } => "WORKS",
        Expected::NotSignedIn => "NOT_SIGNED_IN",
        Expected::NotFound => "NOT_FOUND",
        Expected::Forbidden => "FORBIDDEN",
        Expected::NotAllowedInStatus => "NOT_ALLOWED_IN_STATUS",
    }
}

/// Two inputs as one.
fn with(mut values: Value, more: Value) -> Value {
    if let (Value::Object(values), Value::Object(more)) = (&mut values, more) {
        values.extend(more);
    }
    values
}
