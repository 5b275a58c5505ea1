//! A page costs as many statements as it has kinds of rows, however long it is.

use serde_json::json;

use crate::support::{Actor, TestApp};

/// At most so many statements for a page with child, school, caseworker and last note.
const MOST: u64 = 6;

const REFERRALS: &str = "query($first: Int!) { referrals(first: $first, orderBy: OLDEST) { nodes { reference
    youngPerson { displayName school { name } } case { caseworker { name } lastNote { body } } } } }";
const CASES: &str = "query($first: Int!) { cases(first: $first, orderBy: LAST_NOTE) { nodes { reference
    youngPerson { displayName school { name } } caseworker { name } lastNote { body } } } }";

async fn cost(test: &TestApp, actor: &Actor<'_>, document: &str, first: i32) -> u64 {
    let before = test.app.statements();
    let page = actor.get(document, json!({ "first": first })).await;
    let rows = page.as_object().unwrap().values().next().unwrap()["nodes"].as_array().unwrap().len();
    assert_eq!(rows, usize::try_from(first).unwrap(), "the partnership is large enough");
    test.app.statements() - before
}

#[tokio::test]
async fn a_longer_page_costs_no_more_statements() {
    let test = TestApp::new().await;
    let manager = test.manager().await;
    let before = test.app.statements();
    manager.get("{ __typename }", json!({})).await;
    let signing_in = test.app.statements() - before;
    for document in [REFERRALS, CASES] {
        // The organisations are read once, and then known for a minute.
        cost(&test, &manager, document, 1).await;
        let (short, long) =
            (cost(&test, &manager, document, 5).await, cost(&test, &manager, document, 25).await);
        assert_eq!(short, long, "{document}");
        // Besides: who asks, and one INSERT for the audit.
        assert!(long - signing_in - 1 <= MOST, "{} statements for {document}", long - signing_in - 1);
    }
}
