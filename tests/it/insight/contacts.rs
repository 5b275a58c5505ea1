//! Contacts: people whom sessions count and do not name are told beside the figures of children, to who reads those.

use std::collections::BTreeMap;

use chrono::{Months, TimeDelta};
use ridgeway::{
    domain::{
        insight::{due, verify},
        record::calendar::local_date,
    },
    entity::{
        delivery::{headcount, offering, programme, session},
        insight::release,
    },
    words::id::{Id, noun},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use serde_json::{Value, json};

use super::reports::publish;
use crate::support::TestApp;

const CONTACTS: &str =
    "contacts { key { dimension label node { id } } contacts { value display } ofChildren { value } hours }";

fn document() -> String {
    format!(
        "query($filter: OutcomeFilter, $by: [OutcomeDimension!]!, $release: Int) {{
           outcomeSummary(filter: $filter, groupBy: $by, release: $release) {{ {CONTACTS} }} }}"
    )
}

async fn ask(test: &TestApp, account: &str, asked: Value) -> Value {
    let mut all = json!({ "filter": {}, "by": [], "release": null });
    let Value::Object(asked) = asked else { panic!("variables") };
    all.as_object_mut().unwrap().extend(asked);
    test.actor(account).await.get(&document(), all).await["outcomeSummary"]["contacts"].clone()
}

/// How many people were counted in the 12 months up to a release, by the title of the programme: all, and those under 18.
async fn exactly(test: &TestApp, number: i32) -> BTreeMap<String, (i64, i64)> {
    let on = test.app.database();
    let as_at = release::Entity::find_by_id(number).one(on).await.unwrap().unwrap().as_at;
    let (to, mut sums) = (local_date(as_at), BTreeMap::new());
    let from = to.checked_sub_months(Months::new(12)).unwrap();
    for row in headcount::Entity::find().all(on).await.unwrap() {
        let held = session::Entity::find_by_id(row.session_id).one(on).await.unwrap().unwrap();
        let day = local_date(held.starts_at);
        if held.cancelled_at.is_none() && day >= from && day < to {
            let run = offering::Entity::find_by_id(held.offering_id).one(on).await.unwrap().unwrap();
            let of = programme::Entity::find_by_id(run.programme_id).one(on).await.unwrap().unwrap();
            let sum: &mut (i64, i64) = sums.entry(of.title).or_default();
            sum.0 += i64::from(row.children + row.young_adults + row.adults);
            sum.1 += i64::from(row.children);
        }
    }
    sums
}

#[tokio::test]
async fn contacts_are_told_to_the_nearest_five_and_stand_until_they_are_five_off() {
    let test = TestApp::new().await;
    let told = ask(&test, "partnership", json!({})).await;
    let exactly = exactly(&test, 8).await;
    let rows = told.as_array().unwrap();
    assert!(rows.len() > 1 && rows.len() == exactly.len(), "{told:#} {exactly:?}");
    for row in rows {
        let (all, children) = exactly[row["key"]["label"].as_str().unwrap()];
        for (is, was) in [(&row["contacts"], all), (&row["ofChildren"], children)] {
            let is = is["value"].as_i64().unwrap();
            // Half of five by rounding, and up to four since the value was made.
            assert!(is % 5 == 0 && (is - was).abs() <= 6, "{row}: {was}");
        }
        assert!(row["hours"].as_i64().unwrap() > 0);
        assert_eq!((&row["key"]["dimension"], row["key"]["node"].is_null()), (&json!("PROGRAMME"), false));
    }
    assert!(exactly.values().any(|(all, _)| *all > 500), "{exactly:?}");
}

#[tokio::test]
async fn contacts_are_of_a_time_and_a_programme_and_of_nothing_else() {
    let test = TestApp::new().await;
    let all = ask(&test, "analyst", json!({ "by": ["PROGRAMME"] })).await;
    assert_eq!(all, ask(&test, "analyst", json!({ "by": ["SEX"] })).await, "whatever it is broken down by");
    let one = &all[0]["key"]["node"]["id"];
    let of_one = ask(&test, "analyst", json!({ "filter": { "programmeId": one } })).await;
    assert_eq!(of_one, json!([all[0]]));
    for filter in [json!({ "sex": "MALE" }), json!({ "strand": "EARLY_INTERVENTION" })] {
        assert_eq!(ask(&test, "analyst", json!({ "filter": filter })).await, json!(null), "{filter}");
    }
    // The demonstration's registers go back some weeks.
    let year =
        async |year: i32| ask(&test, "analyst", json!({ "filter": { "period": { "year": year } } })).await;
    assert_eq!((year(2026).await, year(2025).await), (all.clone(), json!([])));
    assert_eq!(ask(&test, "caseworker.swindon", json!({})).await, json!(null));
    let manager = test.actor("manager.swindon").await.get(&document(), json!({ "by": [] })).await;
    assert_eq!(manager["outcomeSummary"]["contacts"], all);
}

#[tokio::test]
async fn a_count_that_is_corrected_shows_in_the_next_release_and_reports_keep_theirs() {
    let test = TestApp::new().await;
    let before = ask(&test, "partnership", json!({})).await;
    let report = publish(&test, json!({})).await;
    let on = test.app.database();
    let mut counts = headcount::Entity::find().all(on).await.unwrap();
    counts.sort_by_key(|row| row.at);
    let newest = counts.pop().unwrap();
    let id: Id<noun::Headcount> = test.app.new_id();
    let mut corrected = newest.clone().into_active_model();
    (corrected.id, corrected.number) = (Set(id), Set(newest.number + 1));
    corrected.children = Set(newest.children + 100);
    corrected.insert(on).await.unwrap();
    assert_eq!(ask(&test, "partnership", json!({})).await, before, "within a release nothing moves");
    test.app.clock().advance(TimeDelta::days(7));
    assert!(due::make(&test.app).await.unwrap());
    assert_eq!(verify::verify(&test.app).await.unwrap().wrong, Vec::<String>::new());

    let sum = |of: &Value| {
        of.as_array().unwrap().iter().map(|row| row["ofChildren"]["value"].as_i64().unwrap()).sum::<i64>()
    };
    let grown = sum(&ask(&test, "partnership", json!({})).await) - sum(&before);
    assert!((80..=120).contains(&grown), "100 more, less what a week took away: {grown}");
    assert_eq!(ask(&test, "partnership", json!({ "release": 8 })).await, before);
    let kept =
        format!("query($id: ID!) {{ node(id: $id) {{ ... on Report {{ summary {{ {CONTACTS} }} }} }} }}");
    let kept = test.actor("analyst").await.get(&kept, json!({ "id": report })).await;
    assert_eq!(
        kept["node"]["summary"]["contacts"].as_array().unwrap().len(),
        before.as_array().unwrap().len()
    );
    assert_eq!(sum(&kept["node"]["summary"]["contacts"]), sum(&before));
}
