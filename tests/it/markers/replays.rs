//! A mutation that is sent again, and one that comes too late, are answered under the rights of now. What is kept of a key
//! are digests and which row came of it: nothing of what was sent or answered.

use ridgeway::entity::record::idempotency;
use sea_orm::{EntityTrait, Iterable};
use serde_json::{Value, json};

use super::{plant::BEGINS, plant::Plant, search::Search};
use crate::{
    record::{Worked, text, worked},
    support::{Actor, Answer, TestApp},
};

/// The case goes to another worker.
async fn given_away(test: &TestApp, it: &Worked) {
    let manager = test.manager().await;
    let other = test.actor("caseworker2.swindon").await;
    let other = other.get("{ viewer { user { id } } }", json!({})).await["viewer"]["user"]["id"].clone();
    let read = format!("{{ node(id: {}) {{ ... on Case {{ version }} }} }}", it.case["id"]);
    let version = manager.get(&read, json!({})).await["node"]["version"].clone();
    let given = format!(
        "mutation {{ allocateCase(input: {{ caseId: {}, version: {version}, caseworkerId: {other}, conflictDeclared: false }}) {{
            problems {{ code }} }} }}",
        it.case["id"]
    );
    assert_eq!(manager.get(&given, json!({})).await["allocateCase"]["problems"], json!([]));
}

fn tells_nothing(what: &str, answer: &Answer) {
    assert!(!answer.0.to_string().contains(BEGINS), "{what}: {:#}", answer.0);
}

/// Answers of somebody: the same twice with a key, and what a request without the key is answered.
struct Sent<'a> {
    document: &'static str,
    input: Value,
    keyed: &'a Actor<'a>,
    bare: &'a Actor<'a>,
}

impl Sent<'_> {
    async fn again(&self) -> Answer {
        self.keyed.ask(self.document, json!({ "input": self.input })).await
    }

    async fn fresh(&self) -> Answer {
        self.bare.ask(self.document, json!({ "input": self.input })).await
    }
}

const ADD: &str = "mutation($input: AddCaseNoteInput!) { addCaseNote(input: $input) {
    note { id version body author { name } } problems { code } } }";
const AMEND: &str = "mutation($input: AmendCaseNoteInput!) { amendCaseNote(input: $input) {
    note { id version body } problems { code } } }";
const RECORD: &str = "mutation($input: ChangeYoungPersonInput!) { changeYoungPerson(input: $input) {
    youngPerson { id displayName knownAs address { lines postcode } } problems { code } } }";

#[tokio::test]
async fn what_is_sent_again_is_answered_by_the_rights_of_now() {
    let test = TestApp::new().await;
    let it = worked(&test).await;
    let mut plant = Plant::new().await;
    let mut word = |place: &str| plant.word(place);
    let bare = test.caseworker().await;
    let keys = [1, 2, 3, 4].map(|n| format!("{}-{n}", word("the key")));
    let mut keyed = Vec::new();
    for key in &keys {
        keyed.push(test.caseworker().await.with_key(key));
    }
    let child = format!("{{ node(id: {}) {{ ... on YoungPerson {{ version }} }} }}", it.child["id"]);
    let child = bare.get(&child, json!({})).await["node"]["version"].clone();
    let all = [
        (
            ADD,
            json!({ "caseId": it.case["id"], "kind": "OTHER", "occurredAt": "2026-11-24T09:00:00Z", "body": word("a") }),
        ),
        (AMEND, json!({ "noteId": it.note["id"], "version": 1, "body": word("b"), "reason": word("c") })),
        (
            ADD,
            json!({ "caseId": it.case["id"], "kind": "OTHER", "occurredAt": "2026-11-24T09:00:00Z", "body": word("d"),
            "audience": "SERVICE" }),
        ),
        (
            RECORD,
            json!({ "youngPersonId": it.child["id"], "version": child, "kind": "CHANGE", "reason": word("f"),
            "knownAs": word("g"), "address": { "lines": [word("h")], "postcode": "SN1 2JG" } }),
        ),
    ];
    let sent: Vec<_> = all
        .into_iter()
        .zip(&keyed)
        .map(|((document, input), keyed)| Sent { document, input, keyed, bare: &bare })
        .collect();
    for one in &sent {
        let first = Box::pin(one.again()).await;
        assert!(first.0.to_string().contains(BEGINS), "shown while it may be seen: {:#}", first.0);
        assert_eq!(Box::pin(one.again()).await.0, first.0, "the same, and it happened once");
    }
    let late = Box::pin(sent[1].fresh()).await;
    assert_eq!(late.problems(), [("STALE".to_owned(), String::new())]);
    assert!(late.0.to_string().contains(BEGINS), "who is late sees what it is now");

    given_away(&test, &it).await;
    for one in &sent {
        let again = Box::pin(one.again()).await;
        tells_nothing("sent again", &again);
        let payload = again.0["data"].as_object().unwrap().values().next().unwrap().clone();
        let shown = payload.as_object().unwrap().iter().find(|(name, _)| *name != "problems").unwrap().1;
        assert_eq!(shown, &json!(null), "{:#}", again.0);
        let fresh = Box::pin(one.fresh()).await;
        assert_eq!(fresh.codes(), ["NOT_FOUND"], "late or not");
        tells_nothing("sent anew", &fresh);
    }
    let reused = bare_with_key(&test, &keys[0]).await.ask(AMEND, json!({ "input": sent[1].input })).await;
    assert_eq!(reused.0["errors"][0]["extensions"]["reason"], "IDEMPOTENCY_KEY_REUSED");
    tells_nothing("a key that is used for something else", &reused);

    kept_nothing(&test, &Search::new(&plant)).await;
}

async fn bare_with_key<'a>(test: &'a TestApp, key: &str) -> Actor<'a> {
    test.caseworker().await.with_key(key)
}

async fn kept_nothing(test: &TestApp, search: &Search) {
    let columns: Vec<_> = idempotency::Column::iter().map(|column| format!("{column:?}")).collect();
    assert_eq!(columns, ["KeyDigest", "InputDigest", "SubjectId", "CreatedAt"]);
    let kept = idempotency::Entity::find().all(test.app.database()).await.unwrap();
    assert_eq!(kept.len(), 4);
    for row in kept {
        assert_eq!((row.key_digest.len(), row.input_digest.len()), (32, 32), "digests");
        search.nothing_in("what is kept of a key", &[row.key_digest, row.input_digest].concat());
    }
}

#[tokio::test]
async fn who_sent_a_referral_and_is_late_sees_no_more_of_it_than_before() {
    let test = TestApp::new().await;
    let it = worked(&test).await;
    let school = test.school().await;
    let withdraw = "mutation($input: WithdrawReferralInput!) { withdrawReferral(input: $input) {
        referral { reference stage status version owner { name } case { id } youngPerson { id } history { to }
            decision { rationale feedback } }
        problems { code message } } }";
    let input = json!({ "referralId": text(&it.referral["id"]), "version": 99, "reason": "x" });
    let late = school.ask(withdraw, json!({ "input": input })).await;
    assert_eq!(late.problems().len(), 1, "{:#}", late.0);
    let shown = &late.0["data"]["withdrawReferral"]["referral"];
    assert_eq!(shown["reference"], it.referral["reference"]);
    for hidden in ["status", "owner", "case", "youngPerson", "history"] {
        assert_eq!(shown[hidden], json!(null), "{hidden}");
    }
    assert_eq!(shown["decision"]["rationale"], json!(null));
    let other = test.actor("school.two").await.ask(withdraw, json!({ "input": input })).await;
    assert_eq!(other.codes(), ["NOT_FOUND"]);
}
