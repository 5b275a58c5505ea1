//! GET: only trusted queries whose variables tell nothing about anyone, and never a mutation.

use chrono::TimeDelta;
use ridgeway::domain::people::token;
use serde_json::{Value, json};
use url::form_urlencoded::Serializer;

use super::house::{Answer, House, MANAGER, TRUSTED, house, persisted};

async fn get(house: &House, parameters: &[(&str, String)], more: &[(&str, &str)]) -> Answer {
    let query = Serializer::new(String::new()).extend_pairs(parameters).finish();
    let token = token::issue(&house.app, MANAGER, TimeDelta::hours(1)).await.unwrap();
    let bearer = format!("Bearer {token}");
    let mut headers = vec![("authorization", bearer.as_str())];
    headers.extend(more);
    house.send("GET", &format!("/graphql?{query}"), &headers, "").await
}

async fn by_hash(house: &House, document: &str, variables: Value) -> Answer {
    let parameters = [("extensions", persisted(document).to_string()), ("variables", variables.to_string())];
    get(house, &parameters, &[]).await
}

#[tokio::test]
async fn a_trusted_query_is_executed_with_codes_and_areas_alone() {
    let house = house().await;
    let [role, _, areas, named, object, ..] = TRUSTED else { panic!("six documents") };
    let mine = by_hash(&house, role, json!({})).await;
    assert_eq!(mine.json()["data"]["viewer"]["role"], "TEAM_MANAGER");
    assert_eq!((mine.header("cache-control"), mine.header("etag")), ("no-store", ""), "somebody's own");
    let all = by_hash(&house, areas, json!({"kind": null})).await;
    assert_eq!((all.status, all.header("cache-control")), (200, "private, no-cache"));
    let area = all.json()["data"]["areas"][0].clone();
    let of_kind = by_hash(&house, areas, json!({"kind": area["kind"]})).await;
    assert_eq!(of_kind.status, 200, "{}", of_kind.text);
    let one = by_hash(&house, object, json!({"id": area["id"]})).await;
    assert_eq!(one.status, 200, "{}", one.text);

    let me = super::graphql_over_http::ask_for_own_id(&house).await;
    for (document, variables) in [
        (named, json!({"search": "Robin"})),
        (named, json!({"search": "ROBIN"})),
        (object, json!({"id": me})),
        (areas, json!({"kind": "Robin Testcase"})),
        (role, json!({"undeclared": 1})),
    ] {
        let refused = by_hash(&house, document, variables.clone()).await;
        assert_eq!((refused.status, refused.code().as_str()), (400, "BAD_USER_INPUT"), "{variables}");
        assert!(refused.json().get("data").is_none());
    }
}

#[tokio::test]
async fn what_is_not_trusted_and_what_changes_something_is_refused() {
    let house = house().await;
    let text = |text: &str| vec![("query", text.to_owned())];
    let mutation = "mutation { deleteDraft(input: {draftId: \"draft_x\"}) { problems { code } } }";
    let named = format!("query A {{ viewer {{ role }} }} {}", mutation.replacen("mutation", "mutation B", 1));
    for parameters in [
        text(mutation),
        vec![("query", named.clone()), ("operationName", "B".to_owned())],
        vec![("extensions", persisted(TRUSTED[5]).to_string())],
        text(TRUSTED[1]),
    ] {
        let answer = get(&house, &parameters, &[]).await;
        assert_eq!((answer.status, answer.header("allow")), (405, "POST"), "{parameters:?}");
    }
    for parameters in [
        text("{ viewer { user { id } } }"),
        vec![("query", named), ("operationName", "A".to_owned())],
        text("{ viewer {"),
        text(""),
        vec![],
        vec![("extensions", persisted("{ unknown }").to_string())],
        vec![("query", TRUSTED[0].to_owned()), ("variables", "nonsense".to_owned())],
        vec![("query", TRUSTED[0].to_owned()), ("query", TRUSTED[0].to_owned())],
    ] {
        let answer = get(&house, &parameters, &[]).await;
        assert_eq!(answer.status, 400, "{parameters:?}: {}", answer.text);
        assert!(answer.json().get("data").is_none());
    }
    // The text of a trusted query is as good as its hash.
    assert_eq!(get(&house, &text(TRUSTED[0]), &[]).await.status, 200);
    assert_eq!(get(&house, &text(TRUSTED[0]), &[("accept", "text/html")]).await.status, 406);
}
