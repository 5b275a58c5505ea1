//! Two people at the same moment, and one person twice: one owner, one referral, and the loser is told.

use std::collections::HashSet;

use chrono::TimeDelta;
use futures_util::future::join_all;
use ridgeway::{
    entity::{
        casework::{case_note, referral},
        record::audit_entry,
    },
    platform::database::is_postgres,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, TransactionTrait};
use serde_json::{Value, json};

use crate::support::{Actor, TestApp};

const TAKE: &str = "mutation($input: ReferralVersionInput!) { takeReferral(input: $input) {
    referral { version owner { id } } problems { code field } } }";
const SUBMIT: &str = "mutation($input: SubmitReferralInput!) { submitReferral(input: $input) {
    referral { reference } problems { code field } } }";

fn child(given_name: &str) -> Value {
    json!({ "input": {
        "youngPerson": { "givenName": given_name, "dateOfBirth": "2012-03-04", "sex": "UNKNOWN" },
        "source": "SCHOOL", "whatHappened": "Stays away from lessons.", "mainFactor": "PERSISTENT_ABSENCE",
        "immediateDanger": false, "parentAware": true,
    } })
}

/// A referral that nobody has taken, as triage sees it.
async fn sent(test: &TestApp, triage: &Actor<'_>) -> Value {
    let sent = test.school().await.get(SUBMIT, child("Sky")).await;
    let read = "query($reference: String!) { referral(reference: $reference) { id version } }";
    let reference = sent["submitReferral"]["referral"]["reference"].clone();
    triage.get(read, json!({ "reference": reference })).await["referral"].clone()
}

#[tokio::test]
async fn of_two_who_take_a_referral_at_the_same_moment_one_owns_it() {
    let test = TestApp::new().await;
    let (officer, manager) = (test.triage().await, test.manager().await);
    let referral = sent(&test, &officer).await;
    let input = json!({ "input": { "referralId": referral["id"], "version": referral["version"] } });
    let (one, other) = tokio::join!(officer.ask(TAKE, input.clone()), manager.ask(TAKE, input));
    let mut problems = [one.problems(), other.problems()];
    problems.sort();
    assert_eq!(problems, [vec![], vec![("STALE".to_owned(), "version".to_owned())]]);
    let owners = [one, other].map(|answer| answer.data()["takeReferral"]["referral"]["owner"]["id"].clone());
    assert_eq!(owners[0], owners[1], "the loser is shown who owns it");
}

#[tokio::test]
async fn a_repeat_under_one_key_happens_once() {
    let test = TestApp::new().await;
    let school = test.school().await.with_key("first-try");
    let (one, other) = tokio::join!(school.ask(SUBMIT, child("Ash")), school.ask(SUBMIT, child("Ash")));
    let references =
        [one, other].map(|answer| answer.data()["submitReferral"]["referral"]["reference"].clone());
    assert!(references[0].is_string());
    assert_eq!(references[0], references[1]);

    let other_input = school.ask(SUBMIT, child("Rowan")).await;
    assert_eq!(other_input.codes(), ["BAD_USER_INPUT"]);
    assert_eq!(other_input.0["errors"][0]["extensions"]["reason"], "IDEMPOTENCY_KEY_REUSED");

    let elsewhere = test.actor("school.two").await.with_key("first-try");
    let own = elsewhere.get(SUBMIT, child("Ash")).await;
    assert_ne!(own["submitReferral"]["referral"]["reference"], references[0], "a key is its caller's own");
}

#[tokio::test]
async fn who_holds_two_roles_says_in_which_one_they_change_something() {
    let test = TestApp::new().await;
    let both = test.actor("two.roles").await;
    let memberships = both.get("{ viewer { memberships { id role } } }", json!({})).await;
    let memberships = memberships["viewer"]["memberships"].as_array().unwrap().clone();
    assert_eq!(memberships.len(), 2);
    assert_eq!(both.ask(SUBMIT, child("Wren")).await.codes(), ["BAD_USER_INPUT"]);
    let referrer = memberships.iter().find(|membership| membership["role"] == "REFERRER").unwrap();
    let as_referrer = both.under(referrer["id"].as_str().unwrap());
    assert_eq!(as_referrer.ask(SUBMIT, child("Wren")).await.problems(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_twenty_that_come_at_once_under_one_key_one_happens() {
    let test = TestApp::new().await;
    let triage = test.triage().await;
    let there = async |name: &str| {
        let all = referral::Entity::find().filter(referral::Column::ChildGivenName.eq(name));
        all.count(test.app.database()).await.unwrap()
    };
    let school = test.school().await.with_key("sent again and again");
    let answers = join_all((0..20).map(|_| school.ask(SUBMIT, child("Aspen")))).await;
    let references: HashSet<_> = answers
        .into_iter()
        .map(|answer| answer.data()["submitReferral"]["referral"]["reference"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!((references.len(), there("Aspen").await), (1, 1));

    let lines = async || audit_entry::Entity::find().count(test.app.database()).await.unwrap();
    let referral = sent(&test, &triage).await;
    let input = json!({ "input": { "referralId": referral["id"], "version": referral["version"] } });
    let before = lines().await;
    let taker = triage.with_key("taken again and again");
    for answer in join_all((0..20).map(|_| taker.ask(TAKE, input.clone()))).await {
        assert_eq!(answer.problems(), [], "who asks again hears what the first heard");
    }
    assert_eq!(lines().await, before + 1);
    // An hour later, on another node.
    test.app.clock().advance(TimeDelta::hours(1));
    let elsewhere = test.another_node().await;
    let again = elsewhere.school().await.with_key("sent again and again").ask(SUBMIT, child("Aspen")).await;
    let reference = again.data()["submitReferral"]["referral"]["reference"].clone();
    assert!(references.contains(reference.as_str().unwrap()));
    assert_eq!(there("Aspen").await, 1);
}

const CONSENT: &str =
    "mutation($input: RecordConsentInput!) { recordConsent(input: $input) { problems { code field } } }";
const SET: &str =
    "mutation($input: SetGoalInput!) { setGoal(input: $input) { goal { id } problems { code } } }";
const RATE: &str = "mutation($input: RateGoalInput!) { rateGoal(input: $input) { problems { code } } }";
const MEASURE: &str =
    "mutation($input: RecordMeasureInput!) { recordMeasure(input: $input) { problems { code } } }";

/// A consent locks the child and then the cases, so what is written of a case must not lock the child after it.
#[tokio::test(flavor = "multi_thread")]
async fn consent_ratings_and_measures_of_one_child_at_the_same_moment_wait_for_each_other_in_no_circle() {
    let test = TestApp::new().await;
    let manager = test.manager().await;
    let asks = "{ cases(filter: { statuses: [ACTIVE] }, first: 1) { nodes { id youngPerson { id } } } }";
    let case = manager.get(asks, json!({})).await["cases"]["nodes"][0].clone();
    let goals = "query($id: ID!) { node(id: $id) { ... on Case { goals { id } } } }";
    let there = manager.get(goals, json!({ "id": case["id"] })).await["node"]["goals"][0]["id"].clone();
    let goal = if there.is_null() {
        let input = json!({ "caseId": case["id"], "title": "Sleep through.", "owner": "CHILD" });
        manager.get(SET, json!({ "input": input })).await["setGoal"]["goal"]["id"].clone()
    } else {
        there
    };
    for round in 0..12 {
        let consent = json!({ "youngPersonId": case["youngPerson"]["id"], "kind": "PARTICIPATE_CHILD", "status": "GIVEN",
            "givenBy": "Themselves", "scope": [], "decidedOn": "2026-11-24" });
        let rate = json!({ "goalId": goal, "on": "2026-11-24", "rating": round % 10 });
        let measure = json!({ "caseId": case["id"], "instrument": "SCHOOL_ATTENDANCE", "informant": "TEACHER",
            "stage": "REVIEW", "takenOn": "2026-11-24", "value": 80.5 });
        let asked = [
            (CONSENT, consent.clone()),
            (RATE, rate.clone()),
            (MEASURE, measure),
            (CONSENT, consent),
            (RATE, rate),
        ];
        let asked =
            asked.into_iter().map(|(document, input)| manager.ask(document, json!({ "input": input })));
        for answer in join_all(asked).await {
            assert!(
                !answer.codes().iter().any(|code| ["INTERNAL", "UNAVAILABLE"].contains(&code.as_str())),
                "{round}: {:#}",
                answer.0
            );
        }
    }
}

const NOTE: &str =
    "mutation($input: AddCaseNoteInput!) { addCaseNote(input: $input) { note { id } problems { code } } }";

/// Somebody's case goes to another while their note waits for it: it is theirs no more when their turn comes.
#[tokio::test]
async fn who_waited_for_a_case_is_asked_again_whether_it_is_theirs() {
    let test = TestApp::new().await;
    let worker = test.actor("caseworker.swindon").await;
    let asks = "{ cases(filter: { mine: true, statuses: [ACTIVE] }, first: 1) { nodes { id reference } } }";
    let case = worker.get(asks, json!({})).await["cases"]["nodes"][0].clone();
    let the_case = format!("reference = '{}'", case["reference"].as_str().unwrap());
    let user = |name: &str| format!("(SELECT id FROM \"user\" WHERE email = '{name}@ridgeway.example')");
    let (their, other) = (user("caseworker.swindon"), user("caseworker2.swindon"));
    let note = async || {
        let input = json!({ "caseId": case["id"], "kind": "OTHER", "occurredAt": test.app.now(), "body": "Rang the school." });
        worker.ask(NOTE, json!({ "input": input })).await
    };
    let notes = async || case_note::Entity::find().count(test.app.database()).await.unwrap();
    let id = format!("(SELECT id FROM \"case\" WHERE {the_case})");
    let given = format!("UPDATE \"case\" SET caseworker_id = {other} WHERE {the_case}");
    let co_working = format!("INSERT INTO case_co_worker (case_id, user_id) VALUES ({id}, {their})");
    let locked = format!("UPDATE \"case\" SET caseworker_id = caseworker_id WHERE {the_case}");
    let left = format!("DELETE FROM case_co_worker WHERE case_id = {id} AND user_id = {their}");
    test.app.database().execute_unprepared(&left).await.unwrap();
    // The caseworker's own case, and then one on which they help.
    for (before, meanwhile) in [(None, vec![given]), (Some(co_working), vec![locked, left])] {
        if let Some(before) = before {
            test.app.database().execute_unprepared(&before).await.unwrap();
        }
        assert_eq!(note().await.codes(), Vec::<String>::new(), "it is theirs");
        let there = notes().await;
        let holds = test.app.database().begin().await.unwrap();
        for sql in &meanwhile {
            holds.execute_unprepared(sql).await.unwrap();
        }
        let answer = if is_postgres(test.app.backend()) {
            let ends = async {
                test.somebody_waits().await;
                holds.commit().await.unwrap();
            };
            tokio::join!(note(), ends).0
        } else {
            holds.commit().await.unwrap();
            note().await
        };
        assert_eq!((answer.codes(), notes().await), (vec!["NOT_FOUND".to_owned()], there), "{meanwhile:?}");
    }
}
