//! A page of a timeline costs the same, however long the case is.

use chrono::{DateTime, TimeDelta, Utc};
use ridgeway::{
    entity::casework::case_note::{self, NoteWords},
    platform::sealed::Sealed,
    words::{
        NoteAudience, NoteKind,
        id::{Id, OpaqueId, noun},
    },
};
use sea_orm::{ActiveValue::Set, EntityTrait};
use serde_json::{Value, json};

use crate::support::{Actor, TestApp};

const PAGE: &str = "query($reference: String!, $after: String) { case(reference: $reference) {
    timeline(first: 20, after: $after) { nodes { id at kind } pageInfo { hasNextPage endCursor } } } }";
const BACK: &str = "query($reference: String!) { case(reference: $reference) {
    timeline(last: 20) { totalCount nodes { id } pageInfo { hasPreviousPage } } } }";

async fn page(test: &TestApp, actor: &Actor<'_>, reference: &Value, after: Value) -> (Value, u64) {
    let before = test.app.statements();
    let shown = actor.get(PAGE, json!({ "reference": reference, "after": after })).await;
    (shown["case"]["timeline"].clone(), test.app.statements() - before)
}

#[tokio::test]
async fn two_thousand_notes_cost_a_page_no_more_than_two() {
    let test = TestApp::new().await;
    let manager = test.manager().await;
    let cases = manager.get("{ cases(first: 1) { nodes { id reference } } }", json!({})).await;
    let case = cases["cases"]["nodes"][0].clone();
    let (_, short) = page(&test, &manager, &case["reference"], json!(null)).await;

    let id = OpaqueId::<noun::Case>::parse(case["id"].as_str().unwrap()).unwrap();
    let (case_id, author) = (id.open(test.app.keys()).unwrap(), manager.viewer().await.user);
    let notes = (0..2_000).map(|nth| {
        let id = test.app.new_id::<Id<noun::CaseNote>>();
        let at = test.app.now() - TimeDelta::minutes(nth);
        let words = NoteWords { body: "Rang.".into(), place: None };
        case_note::ActiveModel {
            id: Set(id),
            version: Set(1),
            case_id: Set(case_id),
            kind: Set(NoteKind::PhoneCall),
            author_id: Set(author),
            occurred_at: Set(at),
            recorded_at: Set(at),
            audience: Set(NoteAudience::CaseTeam),
            words: Set(Sealed::new(test.app.keys(), id.uuid(), &words).unwrap()),
            contact_outcome: Set(None),
            child_seen: Set(None),
            seen_alone: Set(None),
            voided_at: Set(None),
        }
    });
    for some in notes.collect::<Vec<_>>().chunks(500) {
        case_note::Entity::insert_many(some.to_vec()).exec(test.app.database()).await.unwrap();
    }
    let (first, long) = page(&test, &manager, &case["reference"], json!(null)).await;
    assert!(long <= short, "{long} statements, {short} before");
    assert_eq!(first["pageInfo"]["hasNextPage"], true);

    // Page by page to the end: every line once, newest first.
    let (mut lines, mut after) = (Vec::new(), json!(null));
    loop {
        let (shown, _) = page(&test, &manager, &case["reference"], after).await;
        lines.extend(shown["nodes"].as_array().unwrap().clone());
        after = shown["pageInfo"]["endCursor"].clone();
        if shown["pageInfo"]["hasNextPage"] == false {
            break;
        }
    }
    let mut ids: Vec<_> = lines.iter().map(|line| line["id"].to_string()).collect();
    let at: Vec<DateTime<Utc>> =
        lines.iter().map(|line| line["at"].as_str().unwrap().parse().unwrap()).collect();
    assert!(at.is_sorted_by(|newer, older| newer >= older));
    let back = manager.get(BACK, json!({ "reference": case["reference"] })).await["case"]["timeline"].clone();
    assert_eq!(back["totalCount"], ids.len());
    let last: Vec<_> = back["nodes"].as_array().unwrap().iter().map(|line| line["id"].to_string()).collect();
    assert_eq!(last, ids[ids.len() - 20..]);
    let all = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), all);
}
