//! What was opened, searched or refused leaves its line, whichever way it was reached; what was not leaves none.

use std::time::Duration;

use chrono::TimeDelta;
use futures_util::StreamExt;
use ridgeway::{
    domain::people::{
        account::{self, DEMO_PASSWORD, NewAccount},
        attempt::{Attempt, Visitor, sign_in},
        token,
    },
    entity::record::audit_entry,
    worker,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, DbBackend, TransactionTrait};
use serde_json::json;

use super::{Worked, change, leaves, said, text, worked};
use crate::support::TestApp;

const NONE: &[&str] = &[];

/// Paths to something, and the lines that each leaves.
fn paths(it: &Worked) -> Vec<(String, &'static [&'static str])> {
    let (referral, case, child) = (&it.referral["reference"], &it.case["reference"], &it.child["id"]);
    let (note, task, known) = (&it.note["id"], &it.task["id"], &it.child["reference"]);
    let (goal, measure) = (&it.goal["id"], &it.measure["id"]);
    let of_child = "__typename ... on YoungPerson";
    vec![
        // More than name, reference, status and dates.
        (format!("{{ referral(reference: {referral}) {{ child {{ givenName }} }} }}"), &["READ REFERRAL"]),
        (
            format!("{{ referral(reference: {referral}) {{ child {{ school {{ name }} }} }} }}"),
            &["READ REFERRAL"],
        ),
        (format!("{{ referral(reference: {referral}) {{ whatHappened factors }} }}"), &["READ REFERRAL"]),
        (
            format!("{{ referral(reference: {referral}) {{ messages {{ text }} history {{ reason }} }} }}"),
            &["READ REFERRAL"],
        ),
        (
            format!("{{ referral(reference: {referral}) {{ youngPerson {{ age }} }} }}"),
            &["READ YOUNG_PERSON"],
        ),
        (
            format!("{{ case(reference: {case}) {{ youngPerson {{ dateOfBirth givenName }} }} }}"),
            &["READ YOUNG_PERSON"],
        ),
        (
            format!("{{ case(reference: {case}) {{ youngPerson {{ contacts {{ name }} }} }} }}"),
            &["READ YOUNG_PERSON"],
        ),
        (format!("{{ case(reference: {case}) {{ timeline {{ nodes {{ title }} }} }} }}"), &["READ CASE"]),
        (format!("{{ case(reference: {case}) {{ lastNote {{ body }} }} }}"), &["READ CASE"]),
        (
            format!("{{ case(reference: {case}) {{ notes {{ nodes {{ body revisions {{ body }} }} }} }} }}"),
            &["READ CASE"],
        ),
        (format!("{{ node(id: {child}) {{ {of_child} {{ upn }} }} }}"), &["READ YOUNG_PERSON"]),
        (format!("{{ node(id: {note}) {{ ... on CaseNote {{ body }} }} }}"), &["READ CASE"]),
        (
            format!("{{ case(reference: {case}) {{ goals {{ title }} measures {{ total }} }} }}"),
            &["READ CASE"],
        ),
        (format!("{{ node(id: {goal}) {{ ... on Goal {{ title }} }} }}"), &["READ CASE"]),
        (format!("{{ node(id: {goal}) {{ ... on Goal {{ ratings {{ rating }} }} }} }}"), &["READ CASE"]),
        (format!("{{ node(id: {measure}) {{ ... on Measure {{ band }} }} }}"), &["READ CASE"]),
        (
            format!("{{ node(id: {measure}) {{ ... on Measure {{ subscales {{ score }} }} }} }}"),
            &["READ CASE"],
        ),
        (format!("{{ node(id: {measure}) {{ ... on Measure {{ id takenOn stage }} }} }}"), NONE),
        (format!("{{ node(id: {task}) {{ ... on Task {{ title }} }} }}"), &["READ TASK"]),
        (
            format!("{{ node(id: {task}) {{ ... on Task {{ case {{ youngPerson {{ sex }} }} }} }} }}"),
            &["READ YOUNG_PERSON"],
        ),
        (
            format!("{{ youngPeople(search: {known}) {{ nodes {{ givenName }} }} }}"),
            &["READ YOUNG_PERSON", "SEARCH YOUNG_PERSON"],
        ),
        // People and organisations: that they were looked for.
        ("{ users(filter: { text: \"a\" }) { nodes { name } } }".to_owned(), &["SEARCH USER"]),
        ("{ organisations { nodes { name contactPoint { name } } } }".to_owned(), &["SEARCH ORGANISATION"]),
        ("{ memberships { nodes { role } } }".to_owned(), &["SEARCH MEMBERSHIP"]),
        ("{ invitations { nodes { name } } }".to_owned(), &["SEARCH INVITATION"]),
        ("{ linkRequests { nodes { at } } }".to_owned(), &["SEARCH LINK"]),
        // No more than that.
        (
            format!(
                "{{ referral(reference: {referral}) {{ id reference status stage submittedAt urgency child {{ id displayName }} }} }}"
            ),
            NONE,
        ),
        (
            format!(
                "{{ case(reference: {case}) {{ id reference status openedAt lastNoteAt nextDueOn youngPerson {{ id reference displayName }} }} }}"
            ),
            NONE,
        ),
        (
            format!(
                "{{ case(reference: {case}) {{ lastNote {{ id kind occurredAt author {{ name }} }} }} }}"
            ),
            NONE,
        ),
        (format!("{{ node(id: {child}) {{ id {of_child} {{ reference version displayName }} }} }}"), NONE),
        (
            format!(
                "{{ node(id: {task}) {{ ... on Task {{ id dueOn done overdue case {{ reference }} }} }} }}"
            ),
            NONE,
        ),
        (
            format!("{{ youngPeople(search: {known}) {{ totalCount nodes {{ id displayName }} }} }}"),
            &["SEARCH YOUNG_PERSON"],
        ),
    ]
}

#[tokio::test]
async fn each_child_of_whom_more_is_read_leaves_one_line_by_whatever_path() {
    let test = TestApp::new().await;
    let it = worked(&test).await;
    let manager = test.manager().await;
    let viewer = manager.viewer().await;
    for (document, expected) in paths(&it) {
        let (answer, lines) = leaves(&test, manager.get(&document, json!({}))).await;
        assert_eq!(said(&lines), expected, "{document}\n{answer}");
        for line in lines {
            assert_eq!((line.actor_id, line.membership_id), (Some(viewer.user), Some(viewer.membership)));
            assert_eq!(line.request_id, "test");
            if line.action.as_str() == "READ" {
                let child = line.young_person_id.unwrap().seal(test.app.keys());
                assert_eq!(child, text(&it.child["id"]), "{document}");
                assert_eq!(line.digest, None);
                assert!(line.purpose.is_some(), "why it was seen: {document}");
            }
        }
    }
}

#[tokio::test]
async fn several_children_in_one_answer_leave_a_line_each() {
    let test = TestApp::new().await;
    let manager = test.manager().await;
    let list = "{ youngPeople(first: 10) { nodes { id givenName school { name } contacts { name } } } }";
    let (_, lines) = leaves(&test, manager.get(list, json!({}))).await;
    let children: std::collections::HashSet<_> =
        lines.iter().filter_map(|line| line.young_person_id).collect();
    assert_eq!((lines.len(), children.len()), (11, 10));
}

#[tokio::test]
async fn a_delivery_counts_as_an_answer() {
    let test = TestApp::new().await;
    let it = worked(&test).await;
    let (manager, worker) = (test.manager().await, test.caseworker().await);
    let follow = async |fields: &str| {
        let document = format!(
            "subscription {{ caseChanged(caseId: {}) {{ kind subject {{ ... on Case {{ {fields} }} }} }} }}",
            it.case["id"]
        );
        worker::settle(&test.app).await.unwrap();
        let mut stream = manager.follow(&document, json!({})).await;
        assert_eq!(stream.next().await.unwrap().data()["caseChanged"]["kind"], "READY");
        stream
    };
    let task = format!("caseId: {}, title: \"Ring\", assigneeId: ", it.case["id"]);
    let me = worker.get("{ viewer { user { id } } }", json!({})).await["viewer"]["user"]["id"].clone();
    for (fields, expected) in
        [("youngPerson { givenName }", &["READ YOUNG_PERSON"][..]), ("reference status", NONE)]
    {
        let mut stream = follow(fields).await;
        change(&worker, "createTask", &format!("{task}{me}"), "").await;
        worker::settle(&test.app).await.unwrap();
        let (delivered, lines) = leaves(&test, stream.next()).await;
        assert_eq!(delivered.unwrap().data()["caseChanged"]["kind"], "TASK_CHANGED");
        assert_eq!(said(&lines), expected, "{fields}");
    }
}

#[tokio::test]
async fn each_list_leaves_one_search_with_a_digest_of_its_filter() {
    let test = TestApp::new().await;
    let manager = test.manager().await;
    for (list, kind, filter) in [
        ("referrals", "REFERRAL", "filter: { text: \"marker\" }"),
        ("cases", "CASE", "filter: { text: \"marker\" }"),
        ("youngPeople", "YOUNG_PERSON", "search: \"marker\""),
        ("tasks", "TASK", "filter: { overdue: true }"),
        ("safeguardingConcerns", "SAFEGUARDING_CONCERN", "open: true"),
        ("auditEntries", "AUDIT_ENTRY", "filter: { actions: [READ] }"),
    ] {
        let ask = async |arguments: &str| {
            let document = format!("{{ {list}{arguments} {{ nodes {{ id }} }} }}");
            let (_, mut lines) = leaves(&test, manager.get(&document, json!({}))).await;
            assert_eq!(said(&lines), [format!("SEARCH {kind}")], "{document}");
            let line = lines.remove(0);
            assert_eq!((line.subject_id, line.young_person_id, line.purpose), (None, None, None));
            line.digest.unwrap()
        };
        let (plain, once, again) =
            (ask("").await, ask(&format!("({filter})")).await, ask(&format!("({filter})")).await);
        assert_eq!(once, again, "{list}");
        assert_ne!(plain, once, "{list}");
        assert!(!String::from_utf8_lossy(&once).contains("marker"));
    }
    let two = "{ a: cases(filter: { mine: true }) { nodes { id } } b: cases { nodes { id } } c: cases { nodes { id } } }";
    let (_, lines) = leaves(&test, manager.get(two, json!({}))).await;
    assert_eq!(said(&lines), ["SEARCH CASE", "SEARCH CASE"], "two filters, one of them twice");
}

#[tokio::test]
async fn what_is_refused_leaves_a_line_and_nothing_else() {
    let test = TestApp::new().await;
    let it = worked(&test).await;
    let (case, child) = (&it.case["id"], &it.child["id"]);
    let referral = &it.referral["id"];
    for (who, document, code, purpose) in [
        (
            "manager.wiltshire",
            format!("mutation {{ addCaseNote(input: {{ caseId: {case}, kind: OTHER, occurredAt: \"2026-11-24T09:00:00Z\", body: \"x\" }}) {{ problems {{ code }} }} }}"),
            "NOT_FOUND",
            "case_note.add",
        ),
        (
            "triage.wiltshire",
            format!("mutation {{ changeYoungPerson(input: {{ youngPersonId: {child}, version: 1, kind: CORRECTION, reason: \"x\" }}) {{ problems {{ code }} }} }}"),
            "NOT_FOUND",
            "young_person.change",
        ),
        (
            "caseworker.swindon",
            format!("mutation {{ takeReferral(input: {{ referralId: {referral}, version: 1 }}) {{ problems {{ code }} }} }}"),
            "FORBIDDEN",
            "referral.take",
        ),
        (
            "analyst",
            "mutation { submitReferral(input: { source: SCHOOL, whatHappened: \"\", mainFactor: UNSAFE_JOURNEYS, immediateDanger: false, parentAware: true }) { problems { code } } }".to_owned(),
            "FORBIDDEN",
            "referral.submit",
        ),
    ] {
        let actor = test.actor(who).await;
        let viewer = actor.viewer().await;
        let (answer, lines) = leaves(&test, actor.ask(&document, json!({}))).await;
        assert_eq!(answer.codes(), [code], "{document}");
        assert_eq!(said(&lines), ["REFUSED USER"], "{document}");
        let line = &lines[0];
        assert_eq!((line.actor_id, line.membership_id), (Some(viewer.user), Some(viewer.membership)));
        assert_eq!(line.purpose.as_deref(), Some(purpose));
    }
}

#[tokio::test]
async fn each_act_about_an_account_leaves_its_line() {
    let test = TestApp::new().await;
    let email = "manager.swindon@ridgeway.example";
    let visitor = Visitor { address: "192.0.2.1", request_id: "r", ..Visitor::default() };
    let attempt = |password| Attempt { email, password, visitor };
    let (_, lines) = leaves(&test, sign_in(&test.app, attempt(DEMO_PASSWORD))).await;
    assert_eq!(said(&lines), ["SIGN_IN SIGN_IN"]);
    let (failed, lines) = leaves(&test, sign_in(&test.app, attempt("wrong"))).await;
    assert!(failed.is_err());
    assert_eq!(said(&lines), ["SIGN_IN_FAILED USER"]);
    let (_, lines) = leaves(&test, token::issue(&test.app, email, TimeDelta::minutes(1))).await;
    assert_eq!(said(&lines), ["GRANT TOKEN"]);
    let (_, lines) = leaves(&test, token::revoke(&test.app, email)).await;
    assert_eq!(said(&lines), ["GRANT USER"]);
    let new = NewAccount {
        email: "new.person@ridgeway.example".into(),
        name: "New Person".into(),
        organisation: "A new organisation".into(),
        make_organisation: Some("PROVIDER".parse().unwrap()),
        role: "PROVIDER_WORKER".parse().unwrap(),
        group: String::new(),
        lead: false,
    };
    let (added, lines) = leaves(&test, account::add(&test.app, &new)).await;
    added.unwrap();
    let new_things = ["GRANT LINK", "GRANT MEMBERSHIP", "GRANT ORGANISATION"];
    assert_eq!(said(&lines), new_things, "one for each thing that is new");
    let (_, lines) = leaves(&test, account::end(&test.app, &new.email)).await;
    assert_eq!(said(&lines), ["GRANT USER"]);
    assert_eq!(lines[0].purpose.as_deref(), Some("user end"));
}

#[tokio::test]
async fn what_cannot_be_written_down_is_not_shown_and_not_done() {
    let test = TestApp::new().await;
    let it = worked(&test).await;
    let (manager, reference) = (test.manager().await, &it.case["reference"]);
    let rename = async |from: &str, to: &str| {
        let sql = format!("ALTER TABLE {from} RENAME TO {to}");
        test.app.database().execute_unprepared(&sql).await.unwrap();
    };
    rename("audit_entry", "audit_gone").await;
    for opening in [
        format!("{{ case(reference: {reference}) {{ lastNote {{ body }} }} }}"),
        "{ cases { totalCount } }".into(),
    ] {
        let answer = manager.ask(&opening, json!({})).await;
        assert_eq!(answer.codes(), ["UNAVAILABLE"], "{opening}");
        assert_eq!(answer.0["data"], json!(null), "{opening}");
    }
    let plain = format!("{{ case(reference: {reference}) {{ version }} }}");
    let before = manager.get(&plain, json!({})).await;
    let title = format!(
        "mutation {{ changeTask(input: {{ taskId: {}, version: 1, title: \"Unseen\" }}) {{ task {{ id }} }} }}",
        it.task["id"]
    );
    assert!(!manager.ask(&title, json!({})).await.codes().is_empty());
    rename("audit_gone", "audit_entry").await;
    assert_eq!(manager.get(&plain, json!({})).await, before);
    let task = format!("{{ node(id: {}) {{ ... on Task {{ title version }} }} }}", it.task["id"]);
    assert_eq!(manager.get(&task, json!({})).await["node"], json!({ "title": "Visit", "version": 1 }));
}

/// SQLite has one writer at a time, whatever is written: that openings wait for no lock is promised on PostgreSQL.
#[tokio::test]
async fn an_opening_does_not_wait_for_another_one_that_is_being_written() {
    let test = TestApp::new().await;
    if test.app.backend() != DbBackend::Postgres {
        return;
    }
    let it = worked(&test).await;
    let manager = test.manager().await;
    let open = format!("{{ case(reference: {}) {{ lastNote {{ body }} }} }}", it.case["reference"]);
    let held = test.app.database().begin().await.unwrap();
    let (_, mut lines) = leaves(&test, manager.get(&open, json!({}))).await;
    let line = lines.remove(0);
    audit_entry::ActiveModel { id: Set(test.app.new_id()), ..line.into() }.insert(&held).await.unwrap();
    for _ in 0..20 {
        let answered = tokio::time::timeout(Duration::from_secs(5), manager.get(&open, json!({}))).await;
        answered.expect("an answer while another entry is not committed");
    }
    // Nor does the sealing of those that are there wait for it, or what is opened for the sealing.
    tokio::time::timeout(Duration::from_secs(5), worker::settle(&test.app)).await.unwrap().unwrap();
    held.commit().await.unwrap();
    worker::settle(&test.app).await.unwrap();
    let verdict = ridgeway::domain::record::audit::verify(&test.app, None).await.unwrap();
    assert_eq!((verdict.broken, verdict.waiting), (None, 0));
}
