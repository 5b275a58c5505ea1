//! What lists tell besides their rows: what waits for a countersign, and what changed since somebody looked.

use serde_json::{Value, json};

use crate::support::{Actor, TestApp};

const WAITING: &str = "query($waiting: Boolean, $first: Int, $after: String) {
    referrals(filter: { awaitingCountersign: $waiting }, first: $first, after: $after) {
        totalCount nodes { reference awaitingCountersign } pageInfo { endCursor } } }";
const SUBMIT: &str = "mutation($input: SubmitReferralInput!) { submitReferral(input: $input) { referral { id } problems { code } } }";
const DECLINE: &str =
    "mutation($input: TriageReferralInput!) { triageReferral(input: $input) { problems { code field } } }";
const LOOK: &str = "mutation { markWorkLooked { lookedAt problems { code } } }";

async fn waiting(actor: &Actor<'_>, waiting: bool) -> Value {
    actor.get(WAITING, json!({ "waiting": waiting })).await["referrals"].clone()
}

async fn looked_at(actor: &Actor<'_>) -> Value {
    actor.get("{ viewer { workLookedAt } }", json!({})).await["viewer"]["workLookedAt"].clone()
}

#[tokio::test]
async fn decisions_that_await_a_countersign_are_found_page_by_page() {
    let test = TestApp::new().await;
    let manager = test.manager().await;
    let before = waiting(&manager, true).await["totalCount"].as_u64().unwrap();
    let (school, triage) = (test.school().await, test.triage().await);
    for name in ["Lark", "Wren"] {
        let input = json!({ "youngPerson": { "givenName": name, "dateOfBirth": "2011-05-06", "sex": "UNKNOWN" },
            "source": "SCHOOL", "whatHappened": "Afraid.", "mainFactor": "UNSAFE_JOURNEYS", "immediateDanger": false,
            "parentAware": true });
        let sent = school.get(SUBMIT, json!({ "input": input })).await["submitReferral"]["referral"].clone();
        let input = json!({ "referralId": sent["id"], "version": 1, "outcome": "DECLINE", "reason": "NO_CAPACITY",
            "redirectTo": "The duty team", "rationale": "Full.", "feedback": "There is no place now." });
        let declined = triage.get(DECLINE, json!({ "input": input })).await["triageReferral"].clone();
        assert_eq!(declined["problems"], json!([]));
    }
    let all = waiting(&manager, true).await;
    let count = all["totalCount"].as_u64().unwrap();
    assert_eq!(count, before + 2);
    assert!(all["nodes"].as_array().unwrap().iter().all(|one| one["awaitingCountersign"] == true));
    let rest = waiting(&manager, false).await;
    assert!(rest["nodes"].as_array().unwrap().iter().all(|one| one["awaitingCountersign"] == false));

    let mut found = std::collections::HashSet::new();
    let mut after = Value::Null;
    for _ in 0..count {
        let page = manager.get(WAITING, json!({ "waiting": true, "first": 1, "after": after })).await;
        found.insert(page["referrals"]["nodes"][0]["reference"].as_str().unwrap().to_owned());
        after = page["referrals"]["pageInfo"]["endCursor"].clone();
    }
    assert_eq!(found.len() as u64, count);
}

#[tokio::test]
async fn those_who_sent_a_referral_cannot_ask_whether_it_awaits_a_countersign() {
    let test = TestApp::new().await;
    let school = test.school().await;
    let own = school.get("{ referrals { totalCount } }", json!({})).await;
    assert!(own["referrals"]["totalCount"].as_u64().unwrap() > 0);
    for asked in [true, false] {
        assert_eq!(waiting(&school, asked).await["totalCount"], 0, "asked for {asked}");
    }
}

#[tokio::test]
async fn when_somebody_looked_is_kept_for_them_alone() {
    let test = TestApp::new().await;
    let caseworker = test.caseworker().await;
    assert_eq!(looked_at(&caseworker).await, "2026-11-23T09:30:00Z", "the first time: a day ago");
    let marked = caseworker.get(LOOK, json!({})).await["markWorkLooked"].clone();
    assert_eq!(marked, json!({ "lookedAt": "2026-11-24T09:30:00Z", "problems": [] }));
    caseworker.get(LOOK, json!({})).await;
    let elsewhere = test.caseworker().await;
    assert_eq!(looked_at(&elsewhere).await, "2026-11-24T09:30:00Z", "on another machine too");
    let colleague = test.actor("caseworker2.swindon").await;
    assert_eq!(looked_at(&colleague).await, "2026-11-23T09:30:00Z");
}

#[tokio::test]
async fn each_membership_has_looked_at_its_own_list() {
    let test = TestApp::new().await;
    let person = test.actor("two.roles").await;
    let held =
        person.get("{ viewer { memberships { id } } }", json!({})).await["viewer"]["memberships"].clone();
    let [first, second] = [0, 1].map(|nth| held[nth]["id"].as_str().unwrap().to_owned());
    assert_eq!(person.ask(LOOK, json!({})).await.codes(), ["BAD_USER_INPUT"], "as whom?");
    test.actor("two.roles").await.under(&first).get(LOOK, json!({})).await;
    let under = async |membership: &str| looked_at(&test.actor("two.roles").await.under(membership)).await;
    assert_eq!(under(&first).await, "2026-11-24T09:30:00Z");
    assert_eq!(under(&second).await, "2026-11-23T09:30:00Z");
}
