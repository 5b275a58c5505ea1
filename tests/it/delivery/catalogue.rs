//! Writing programmes and their runs down: who may, what is needed, and what is told to whom.

use serde_json::{Value, json};

use super::{CHANGE, OFFERING, PROGRAMME, offering, programme, provider};
use crate::support::TestApp;

const LIST: &str = "query($filter: ProgrammeFilter) { programmes(filter: $filter, first: 100) { totalCount nodes {
    id title sensitive approach { code name } evidence { band source asOf } provider { name } areas { name } factors
    offerings { nodes { id status places { capacity left answer leftBand } } } } } }";

#[tokio::test]
async fn two_roles_write_programmes_down_and_three_their_runs() {
    let test = TestApp::new().await;
    let provider = provider(&test).await;
    let makers = ["manager.swindon", "partnership"];
    for account in [
        "school.one",
        "caseworker.swindon",
        "triage.swindon",
        "manager.swindon",
        "provider",
        "provider.manager",
        "partnership",
        "analyst",
        "finance",
        "dpo",
        "admin",
    ] {
        let answer = test.actor(account).await.ask(PROGRAMME, programme(&provider, &json!({}))).await;
        if makers.contains(&account) {
            assert_eq!(answer.problems(), [], "{account}");
        } else {
            assert_eq!(answer.codes(), ["FORBIDDEN"], "{account}");
        }
    }
    let own = test.manager().await.get(PROGRAMME, programme(&provider, &json!({}))).await;
    let asks = "{ organisations(filter: { text: \"Second Whistle\" }) { nodes { id } } }";
    let others = test.manager().await.get(asks, json!({})).await["organisations"]["nodes"][0]["id"].clone();
    let of_another = test.manager().await.get(PROGRAMME, programme(&others, &json!({}))).await;
    let run = |made: &Value| {
        json!({ "input": { "programmeId": made["createProgramme"]["programme"]["id"], "startsOn": "2026-12-01",
            "endsOn": "2027-03-01", "schedule": "Tuesdays", "capacity": 6 } })
    };
    for (account, made, expected) in [
        ("provider.manager", &own, &[][..]),
        ("provider.manager", &of_another, &["FORBIDDEN"][..]),
        ("partnership", &of_another, &[]),
        ("manager.wiltshire", &own, &[]),
        ("caseworker.swindon", &own, &["FORBIDDEN"]),
        ("school.one", &own, &["FORBIDDEN"]),
        ("finance", &own, &["NOT_FOUND"]),
        ("admin", &own, &["NOT_FOUND"]),
    ] {
        let answer = test.actor(account).await.ask(OFFERING, run(made)).await;
        assert_eq!(answer.codes(), expected, "{account}");
    }
}

#[tokio::test]
async fn what_harms_needs_a_reason_and_what_is_wrong_is_told_at_its_field() {
    let test = TestApp::new().await;
    let (manager, provider) = (test.manager().await, provider(&test).await);
    let tried = async |other: Value| manager.ask(PROGRAMME, programme(&provider, &other)).await.problems();
    let one = |code: &str, field: &str| vec![(code.to_owned(), field.to_owned())];
    assert_eq!(tried(json!({ "approach": "PAP" })).await, one("REQUIRED", "overrideReason"));
    assert_eq!(tried(json!({ "approach": "PAP", "overrideReason": "Ordered." })).await, []);
    assert_eq!(tried(json!({ "approach": "MAGIC" })).await, one("NOT_FOUND", "approach"));
    assert_eq!(tried(json!({ "title": "" })).await, one("REQUIRED", "title"));
    assert_eq!(tried(json!({ "minAge": 0 })).await, one("OUT_OF_RANGE", "minAge"));
    assert_eq!(
        tried(json!({ "providerId": "org_AAAAAAAAAAAAAAAAAAAAAA" })).await,
        one("NOT_FOUND", "providerId")
    );
    assert_eq!(
        tried(json!({ "areaIds": ["area_AAAAAAAAAAAAAAAAAAAAAA"] })).await,
        one("NOT_FOUND", "areaIds.0")
    );
    assert_eq!(
        tried(json!({ "factors": ["SUSPENSIONS", "SUSPENSIONS"] })).await,
        one("DUPLICATE", "factors.1")
    );
}

#[tokio::test]
async fn running_and_finished_come_with_the_days() {
    let test = TestApp::new().await;
    let (manager, one) = (test.manager().await, offering(&test, 3, &json!({})).await);
    let change = async |version: i32, status: &str| {
        let input = json!({ "offeringId": one, "version": version, "status": status });
        manager.ask(CHANGE, json!({ "input": input })).await
    };
    for status in ["RUNNING", "FINISHED"] {
        assert_eq!(change(1, status).await.problems(), [("INVALID".to_owned(), "status".to_owned())]);
    }
    let closed = change(1, "CLOSED").await.data();
    assert_eq!(closed["changeOffering"]["offering"]["status"], "CLOSED", "it begins on the 30th");
    assert_eq!(closed["changeOffering"]["offering"]["places"]["answer"], "NO");
    test.app.clock().advance(chrono::TimeDelta::days(6));
    let asks = "query($id: ID!) { node(id: $id) { ... on Offering { status } } }";
    assert_eq!(manager.get(asks, json!({ "id": one })).await["node"]["status"], "RUNNING");
    test.app.clock().advance(chrono::TimeDelta::days(122));
    assert_eq!(manager.get(asks, json!({ "id": one })).await["node"]["status"], "FINISHED");
}

#[tokio::test]
async fn the_list_says_what_tests_found_and_hides_what_is_sensitive() {
    let test = TestApp::new().await;
    let all = test.manager().await.get(LIST, json!({})).await["programmes"].clone();
    assert_eq!(all["totalCount"], 12, "recipe 7");
    let of = |list: &Value, title: &str| {
        list["nodes"].as_array().unwrap().iter().find(|one| one["title"] == title).cloned()
    };
    let lessons = of(&all, "Staying safe: lessons").unwrap();
    assert_eq!(lessons["evidence"]["band"], "NO_CLEAR_EVIDENCE");
    assert!(lessons["evidence"]["source"].as_str().unwrap().contains("Youth Endowment Fund"));
    assert!(of(&all, "Clear path").is_some());
    for (account, seen) in [
        ("school.one", 11),
        ("caseworker.swindon", 12),
        ("triage.swindon", 12),
        ("provider", 11),
        ("provider.manager", 12),
        ("partnership", 11),
        ("analyst", 11),
        ("finance", 0),
        ("dpo", 0),
        ("admin", 0),
    ] {
        let list = test.actor(account).await.get(LIST, json!({})).await["programmes"].clone();
        assert_eq!(list["totalCount"], seen, "{account}");
        let knows = ["caseworker.swindon", "triage.swindon", "provider.manager"].contains(&account);
        assert_eq!(of(&list, "Clear path").is_some(), knows, "{account}");
    }
    let hidden = of(&all, "Clear path").unwrap();
    let node = "query($id: ID!) { node(id: $id) { id } }";
    for id in [&hidden["id"], &hidden["offerings"]["nodes"][0]["id"]] {
        let school = test.school().await.get(node, json!({ "id": id })).await;
        assert_eq!(school["node"], json!(null));
    }
}

#[tokio::test]
async fn numbers_of_places_are_for_those_who_run_or_allocate() {
    let test = TestApp::new().await;
    for (account, title, exact) in [
        ("school.one", "Second Whistle", false),
        ("partnership", "Second Whistle", false),
        ("analyst", "Second Whistle", false),
        ("provider", "Second Whistle", false),
        ("provider", "Lantern mentoring", true),
        ("provider.manager", "Second Whistle", false),
        ("provider.manager", "Lantern mentoring", true),
        ("caseworker.swindon", "Second Whistle", true),
        ("triage.wiltshire", "Second Whistle", true),
        ("manager.swindon", "Lantern mentoring", true),
    ] {
        let asked = json!({ "filter": { "text": title } });
        let list = test.actor(account).await.get(LIST, asked).await;
        let places = list["programmes"]["nodes"][0]["offerings"]["nodes"][0]["places"].clone();
        assert_eq!(places["capacity"].is_i64(), exact, "{account}: {title}: {places}");
        assert_eq!(places["left"].is_i64(), exact, "{account}");
        assert!(places["answer"].is_string() && places["leftBand"].is_string(), "{account}");
    }
}
