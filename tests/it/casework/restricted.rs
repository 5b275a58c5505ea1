//! Those who referred see what they sent, and nothing that depends on anyone else's referral of the same child.

use serde_json::json;

use crate::support::TestApp;

const SUBMIT: &str = "mutation($input: SubmitReferralInput!) { submitReferral(input: $input) {
    referral { id reference } problems { code field } } }";

#[tokio::test]
async fn a_hidden_referral_and_an_unknown_one_are_answered_alike() {
    let test = TestApp::new().await;
    let input = json!({ "input": {
        "youngPerson": { "givenName": "Lark", "dateOfBirth": "2011-05-06", "sex": "UNKNOWN" },
        "source": "SCHOOL", "whatHappened": "Afraid of a group in the park.", "mainFactor": "UNSAFE_JOURNEYS",
        "immediateDanger": false, "parentAware": true } });
    let sent = test.school().await.get(SUBMIT, input).await["submitReferral"]["referral"].clone();
    let other = test.actor("school.two").await;

    let withdraw =
        "mutation($id: ID!) { withdrawReferral(input: { referralId: $id, version: 1, reason: \"x\" }) {
        referral { id } problems { code } } }";
    let hidden = other.ask(withdraw, json!({ "id": sent["id"] })).await;
    let unknown = other.ask(withdraw, json!({ "id": "referral_AAAAAAAAAAAAAAAAAAAAAA" })).await;
    assert_eq!(hidden.codes(), ["NOT_FOUND"]);
    assert_eq!(hidden.0, unknown.0);

    let read = "query($reference: String!) { referral(reference: $reference) { id } }";
    let hidden = other.ask(read, json!({ "reference": sent["reference"] })).await;
    assert_eq!(hidden.data()["referral"], json!(null));
}

#[tokio::test]
async fn a_school_sees_its_own_referrals_and_no_record() {
    let test = TestApp::new().await;
    let school = test.school().await;
    let lists = "{ referrals(first: 100) { nodes { sourceOrganisation { name } status youngPerson { id } owner { name }
        history { to } } } youngPeople { totalCount } cases { totalCount } viewer { organisation { name } } }";
    let seen = school.get(lists, json!({})).await;
    let own = &seen["viewer"]["organisation"]["name"];
    for referral in seen["referrals"]["nodes"].as_array().unwrap() {
        assert_eq!(&referral["sourceOrganisation"]["name"], own);
        for hidden in ["status", "youngPerson", "owner", "history"] {
            assert_eq!(referral[hidden], json!(null), "{hidden}");
        }
    }
    assert_eq!(seen["youngPeople"]["totalCount"], 0);
    assert_eq!(seen["cases"]["totalCount"], 0);
}

#[tokio::test]
async fn a_filter_narrows_and_never_widens() {
    let test = TestApp::new().await;
    let triage = test.triage().await;
    let count = async |document: &str| {
        let data = triage.get(document, json!({})).await;
        data.as_object().unwrap().values().next().unwrap()["totalCount"].as_i64().unwrap()
    };
    let all = count("{ referrals { totalCount } }").await;
    let mine = count("{ referrals(filter: { mine: true }) { totalCount } }").await;
    assert!(mine < all, "{mine} of {all} are mine");
    assert_eq!(count("{ referrals(filter: { text: \"zzzzzzz\" }) { totalCount } }").await, 0);
    assert!(count("{ youngPeople { totalCount } }").await > 0);
    assert_eq!(count("{ youngPeople(search: \"zzzzzzz\") { totalCount } }").await, 0);
    assert_eq!(count("{ youngPeople(search: \"2001-02-03\") { totalCount } }").await, 0);
}

#[tokio::test]
async fn names_are_found_misspelt_too() {
    let test = TestApp::new().await;
    let manager = test.manager().await;
    let submit = |given: &str, family: &str| {
        json!({ "input": { "youngPerson": { "givenName": given, "familyName": family, "dateOfBirth": "2011-05-06",
            "sex": "UNKNOWN" }, "source": "SCHOOL", "whatHappened": "Afraid.", "mainFactor": "UNSAFE_JOURNEYS",
            "immediateDanger": false, "parentAware": true } })
    };
    test.school().await.get(SUBMIT, submit("Zephyrine", "Quillworthy")).await;
    let search = "query($search: String!) { youngPeople(search: $search) { nodes { displayName } } }";
    for spelt in ["Zephyrine", "zephirine", "QUILLWORTHY", "Quilworthy"] {
        let found = manager.get(search, json!({ "search": spelt })).await;
        assert_eq!(
            found["youngPeople"]["nodes"],
            json!([{ "displayName": "Zephyrine Quillworthy" }]),
            "{spelt}"
        );
    }
}
