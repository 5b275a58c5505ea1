//! The programme that a referral asks for: carried along, shown to who may know of it, and never one that is not in the list.

use sea_orm::ConnectionTrait;
use serde_json::{Value, json};

use super::{PROGRAMME, programme, provider};
use crate::support::{Actor, Answer, TestApp};

const SUBMIT: &str = "mutation($input: SubmitReferralInput!) { submitReferral(input: $input) {
    referral { id reference requestedProgramme { id title } } problems { code field message } } }";
const SHOW: &str =
    "query($id: ID!) { node(id: $id) { ... on Referral { requestedProgramme { id title } } } }";

async fn made(test: &TestApp, other: &Value) -> Value {
    let input = programme(&provider(test).await, other);
    let made = test.manager().await.get(PROGRAMME, input).await["createProgramme"].clone();
    assert_eq!(made["problems"], json!([]), "{made:#}");
    made["programme"]["id"].clone()
}

async fn refer(who: &Actor<'_>, programme: &Value) -> Answer {
    let input = json!({
        "youngPerson": { "givenName": "Robin", "dateOfBirth": "2012-03-04", "sex": "UNKNOWN" },
        "source": "SCHOOL", "whatHappened": "Afraid of the way home.", "mainFactor": "UNSAFE_JOURNEYS",
        "immediateDanger": false, "parentAware": true, "requestedProgrammeId": programme,
    });
    who.ask(SUBMIT, json!({ "input": input })).await
}

#[tokio::test]
async fn a_referral_carries_the_programme_along_to_those_who_decide() {
    let test = TestApp::new().await;
    let (school, triage) = (test.school().await, test.triage().await);
    let wanted = made(&test, &json!({ "title": "Rafts" })).await;
    let sent = refer(&school, &wanted).await.data()["submitReferral"]["referral"].clone();
    let expected = json!({ "id": wanted, "title": "Rafts" });
    assert_eq!(sent["requestedProgramme"], expected);
    let show = async |who: &Actor<'_>| who.get(SHOW, json!({ "id": sent["id"] })).await["node"].clone();
    assert_eq!(show(&triage).await["requestedProgramme"], expected);
    let none = refer(&school, &Value::Null).await.data()["submitReferral"]["referral"].clone();
    assert_eq!(none["requestedProgramme"], json!(null));

    let sql = "UPDATE programme SET sensitive = TRUE WHERE title = 'Rafts'";
    test.app.database().execute_unprepared(sql).await.unwrap();
    assert_eq!(show(&triage).await["requestedProgramme"], expected);
    assert_eq!(show(&school).await["requestedProgramme"], json!(null), "it is a secret now");
}

#[tokio::test]
async fn what_is_not_in_the_list_cannot_be_asked_for() {
    let test = TestApp::new().await;
    let school = test.school().await;
    let sensitive = made(&test, &json!({ "title": "Quiet way", "sensitive": true })).await;
    let counted = made(&test, &json!({ "title": "Street", "reach": "COUNTED" })).await;
    let ended = made(&test, &json!({ "title": "Over" })).await;
    let sql = "UPDATE programme SET active = FALSE WHERE title = 'Over'";
    test.app.database().execute_unprepared(sql).await.unwrap();
    let unknown = json!("programme_AAAAAAAAAAAAAAAAAAAAAA");
    let count = async || {
        let mine = "{ referrals(filter: { mine: true }) { totalCount } }";
        school.get(mine, json!({})).await["referrals"]["totalCount"].clone()
    };
    let before = count().await;
    let mut told = Vec::new();
    for (programme, code) in [
        (&sensitive, "NOT_FOUND"),
        (&unknown, "NOT_FOUND"),
        (&counted, "NOT_ELIGIBLE"),
        (&ended, "NOT_ELIGIBLE"),
    ] {
        let answer = refer(&school, programme).await;
        assert_eq!(answer.problems(), [(code.to_owned(), "requestedProgrammeId".to_owned())]);
        assert_eq!(answer.0["data"]["submitReferral"]["referral"], json!(null));
        told.push(answer.0["data"]["submitReferral"]["problems"].clone());
    }
    assert_eq!(told[0], told[1], "one that is a secret is told as one that is not there");
    assert_eq!(count().await, before, "nothing was sent");
    // Who may open it cannot ask for it either: whoever sent a referral reads all of it.
    let answer = refer(&test.caseworker().await, &sensitive).await;
    assert_eq!(answer.problems(), [("NOT_FOUND".to_owned(), "requestedProgrammeId".to_owned())]);
    let wrong = refer(&school, &json!("area_AAAAAAAAAAAAAAAAAAAAAA")).await;
    assert_eq!(wrong.codes(), ["BAD_USER_INPUT"], "another kind of id");
}
