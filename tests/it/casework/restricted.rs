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
