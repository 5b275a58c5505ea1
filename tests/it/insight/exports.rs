//! Figures as a workbook: made in the background, fetched once by who asked, gone after a day; and what stands in it.

use std::io::Cursor;

use calamine::{Data, DataType, Range, Reader, Xlsx};
use chrono::{Days, TimeDelta};
use ridgeway::{
    domain::{due, people::account::DEMO_PASSWORD},
    entity::{
        insight::export,
        people::{membership, young_person},
        record::{audit_entry, job},
    },
    platform::sealed::Sealed,
    words::{AuditAction, JobKind, SubjectKind},
    worker,
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{Set, Unchanged},
    ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter,
};
use serde_json::{Value, json};

use super::reports::publish;
use crate::{
    http::house::{House, house_of},
    support::TestApp,
};

const PARTNERSHIP: &str = "partnership@ridgeway.example";

async fn asked(test: &TestApp, account: &str, report: &Value) -> Value {
    let export = "mutation($id: ID!) { exportReport(input: { reportId: $id }) { export { id state path } problems { code } } }";
    let payload =
        test.actor(account).await.get(export, json!({ "id": report })).await["exportReport"].clone();
    assert_eq!((&payload["problems"], &payload["export"]["path"]), (&json!([]), &json!(null)));
    payload["export"]["id"].clone()
}

async fn look(test: &TestApp, account: &str, id: &Value) -> Value {
    let asks = "query($id: ID!) { node(id: $id) { ... on Export { state askedAt expiresAt takenAt path } } }";
    test.actor(account).await.get(asks, json!({ "id": id })).await["node"].clone()
}

/// The states that an export goes through, as who asked sees them.
async fn states(test: &TestApp, account: &str, id: &Value) -> Vec<Value> {
    let mut seen: Vec<Value> = Vec::new();
    loop {
        let state = look(test, account, id).await["state"].clone();
        if seen.last() != Some(&state) {
            seen.push(state.clone());
        }
        if state == "READY" || state == "FAILED" {
            return seen;
        }
        assert!(due::next(&test.app).await.unwrap(), "nothing is due and it is {state}");
    }
}

/// Fetches by a link of a page, with whatever headers: the status, the headers and the body.
async fn fetch(house: &House, path: &str, headers: &[(&str, &str)]) -> (u16, String, Vec<u8>) {
    let mut request = reqwest::Client::new().get(format!("{}{path}", house.url));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let answer = request.send().await.unwrap();
    let told = answer.headers();
    let header = |name: &str| told.get(name).map_or("", |value| value.to_str().unwrap()).to_owned();
    let kept = [header("content-type"), header("content-disposition"), header("cache-control")].join("; ");
    (answer.status().as_u16(), kept, answer.bytes().await.unwrap().to_vec())
}

fn strings(book: &mut Xlsx<Cursor<Vec<u8>>>) -> Vec<String> {
    let ranges: Vec<Range<Data>> = book.worksheets().into_iter().map(|(_, range)| range).collect();
    let cells = ranges.iter().flat_map(|range| range.used_cells());
    cells.filter(|(_, _, cell)| cell.is_string()).map(|(_, _, cell)| cell.to_string()).collect()
}

#[tokio::test]
async fn a_workbook_is_made_in_the_background_and_fetched_once_by_who_asked() {
    let house = house_of(TestApp::new().await).await;
    let test = &house.test;
    let report = publish(test, json!({ "title": "=1+1" })).await;
    let id = asked(test, "partnership", &report).await;
    assert_eq!(states(test, "partnership", &id).await, ["QUEUED", "RUNNING", "READY"]);
    let ready = look(test, "partnership", &id).await;
    let path = ready["path"].as_str().unwrap().to_owned();
    assert_eq!(path, format!("/exports/{}", id.as_str().unwrap()));
    assert_eq!((&ready["expiresAt"], &ready["takenAt"]), (&json!("2026-11-25T09:30:00Z"), &json!(null)));

    // Nobody else, by whatever way; and none of these uses it up.
    for account in ["analyst", "manager.swindon", "caseworker.swindon"] {
        assert_eq!(look(test, account, &id).await, json!(null), "{account}");
        let token = format!("Bearer {}", test.actor(account).await.token());
        assert_eq!(fetch(&house, &path, &[("authorization", &token)]).await.0, 404, "{account}");
    }
    let cookie =
        house.sign_in(PARTNERSHIP, DEMO_PASSWORD).await.unwrap_or_else(|answer| panic!("{}", answer.text));
    let own = ("cookie", cookie.as_str());
    assert_eq!(fetch(&house, &path, &[]).await.0, 401);
    assert_eq!(fetch(&house, &path, &[own, ("sec-fetch-site", "cross-site")]).await.0, 403);
    assert_eq!(
        fetch(&house, "/exports/export_AAAAAAAAAAAAAAAAAAAAAA", &[own, ("sec-fetch-site", "same-origin")])
            .await
            .0,
        404
    );
    assert_eq!(fetch(&house, "/exports/x", &[own, ("sec-fetch-site", "same-origin")]).await.0, 404);
    let head = house.send("HEAD", &path, &[own, ("sec-fetch-site", "same-origin")], "").await;
    assert_eq!((head.status, head.header("allow")), (405, "GET"));

    let asking = audit_entry::Entity::find().filter(audit_entry::Column::SubjectKind.eq(SubjectKind::Export));
    let asking = asking.all(test.app.database()).await.unwrap();
    assert_eq!(asking.iter().map(|line| line.action).collect::<Vec<_>>(), [AuditAction::Create]);
    let exports = audit_entry::Entity::find().filter(audit_entry::Column::Action.eq(AuditAction::Export));
    assert_eq!(exports.clone().count(test.app.database()).await.unwrap(), 0);
    let (status, headers, file) = fetch(&house, &path, &[own, ("sec-fetch-site", "same-origin")]).await;
    assert_eq!(status, 200);
    assert_eq!(
        headers,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet; attachment; filename=\"ridgeway-figures.xlsx\"; no-store"
    );
    assert_eq!(fetch(&house, &path, &[own, ("sec-fetch-site", "same-origin")]).await.0, 410);
    let taken = look(test, "partnership", &id).await;
    assert_eq!((&taken["takenAt"], &taken["path"]), (&json!(crate::support::START), &json!(null)));
    let lines = exports.all(test.app.database()).await.unwrap();
    assert_eq!(lines.len(), 1);
    assert_eq!((lines[0].subject_kind, lines[0].young_person_id), (SubjectKind::Report, None));
    assert_eq!(lines[0].actor_id, Some(test.actor("partnership").await.viewer().await.user));
    let kept = export::Entity::find().all(test.app.database()).await.unwrap();
    assert!(kept.len() == 1 && kept[0].file.is_none(), "the file is not kept");

    let mut book = Xlsx::new(Cursor::new(file)).unwrap();
    let names = ["Figures", "What changed", "Contacts", "Question and definitions", "Method and disclosure"];
    assert_eq!(book.sheet_names(), names);
    for name in names {
        assert_eq!(book.worksheet_formula(name).unwrap().used_cells().count(), 0, "{name}");
        let sheet = book.worksheet_range(name).unwrap();
        assert_eq!(sheet.get_value((0, 0)), Some(&Data::String("=1+1".to_owned())), "a title stays a text");
    }
    told_by(&mut book, test, &report).await;
    let said = strings(&mut book).join("\n");
    for words in [
        "Who already knows all children but one is not kept out",
        "regression to the mean",
        "Release\n8, as at 23 November 2026",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    for child in young_person::Entity::find().all(test.app.database()).await.unwrap() {
        assert!(!said.contains(&child.reference), "{}", child.reference);
        if let Some(family) = child.family_name {
            assert!(!said.contains(&format!("{} {family}", child.given_name)));
        }
    }
}

/// Each figure of the first sheet is what the API tells.
async fn told_by(book: &mut Xlsx<Cursor<Vec<u8>>>, test: &TestApp, report: &Value) {
    let asks = "query($id: ID!) { node(id: $id) { ... on Report { summary { rows { key { label } referred { value display }
        medianWaitWorkingDays { value display } } total { referred { value } } } } } }";
    let told =
        test.actor("analyst").await.get(asks, json!({ "id": report })).await["node"]["summary"].clone();
    let sheet = book.worksheet_range("Figures").unwrap();
    let cell = |row: u32, column: u32| sheet.get_value((row, column)).unwrap_or(&Data::Empty).clone();
    assert_eq!(cell(3, 0), Data::String("Sex".to_owned()));
    let figure = |of: &Value| match of["value"].as_f64() {
        Some(value) => Data::Float(value),
        None => Data::String(of["display"].as_str().unwrap().to_owned()),
    };
    let rows = told["rows"].as_array().unwrap();
    assert!(rows.len() > 2);
    for (row, place) in rows.iter().zip(4..) {
        assert_eq!(cell(place, 0), Data::String(row["key"][0]["label"].as_str().unwrap().to_owned()));
        assert_eq!(cell(place, 1), figure(&row["referred"]));
        assert_eq!(cell(place, 17), figure(&row["medianWaitWorkingDays"]));
    }
    let last = 4 + u32::try_from(rows.len()).unwrap();
    assert_eq!(
        (cell(last, 0), cell(last, 1)),
        (Data::String("All together".to_owned()), figure(&told["total"]["referred"]))
    );
}

#[tokio::test]
async fn a_file_that_nobody_fetched_is_thrown_away_after_a_day() {
    let house = house_of(TestApp::new().await).await;
    let test = &house.test;
    let report = publish(test, json!({})).await;
    let id = asked(test, "analyst", &report).await;
    let token = format!("Bearer {}", test.actor("analyst").await.token());
    let path = format!("/exports/{}", id.as_str().unwrap());
    assert_eq!(fetch(&house, &path, &[("authorization", &token)]).await.0, 409, "it is not made yet");
    states(test, "analyst", &id).await;
    test.app.clock().advance(TimeDelta::hours(24) - TimeDelta::seconds(1));
    worker::settle(&test.app).await.unwrap();
    assert!(look(test, "analyst", &id).await["path"].is_string());
    test.app.clock().advance(TimeDelta::seconds(1));
    assert_eq!(look(test, "analyst", &id).await["path"], json!(null));
    assert_eq!(fetch(&house, &path, &[("authorization", &token)]).await.0, 410);
    worker::settle(&test.app).await.unwrap();
    assert_eq!(export::Entity::find().count(test.app.database()).await.unwrap(), 0);
    assert_eq!(fetch(&house, &path, &[("authorization", &token)]).await.0, 404);
    let jobs =
        job::Entity::find().filter(job::Column::Kind.is_in([JobKind::ExportMade, JobKind::ExportExpires]));
    assert_eq!(jobs.count(test.app.database()).await.unwrap(), 0);
}

#[tokio::test]
async fn what_outcome_summary_answers_is_exported_by_those_who_read_it() {
    let test = TestApp::new().await;
    let export =
        "mutation($by: [OutcomeDimension!]!) { exportOutcomeSummary(input: { groupBy: $by }) { export { id }
        problems { code } } }";
    for account in ["partnership", "analyst", "manager.swindon"] {
        let made = test.actor(account).await.get(export, json!({ "by": ["PROGRAMME"] })).await;
        let id = made["exportOutcomeSummary"]["export"]["id"].clone();
        assert_eq!(states(&test, account, &id).await.last(), Some(&json!("READY")), "{account}");
    }
    for account in ["caseworker.swindon", "school.one", "provider.manager", "finance", "dpo", "admin"] {
        let told = test.actor(account).await.ask(export, json!({ "by": ["SEX"] })).await;
        assert_eq!(told.codes(), ["FORBIDDEN"], "{account}");
    }
    let detailed = json!({ "by": ["PROGRAMME", "SEX", "AGE_BAND"] });
    assert_eq!(test.actor("analyst").await.ask(export, detailed).await.codes(), ["TOO_DETAILED"]);
    // Twenty wait at most.
    let actor = test.actor("analyst").await;
    for _ in 1..20 {
        assert_eq!(
            actor.get(export, json!({ "by": [] })).await["exportOutcomeSummary"]["problems"],
            json!([])
        );
    }
    let more = actor.ask(export, json!({ "by": [] })).await;
    assert_eq!(more.problems(), [("OUT_OF_RANGE".to_owned(), String::new())]);
}

#[tokio::test]
async fn what_cannot_be_made_is_said_and_a_file_of_another_row_does_not_open() {
    let test = TestApp::new().await;
    let report = publish(&test, json!({})).await;
    let (one, two) = (asked(&test, "analyst", &report).await, asked(&test, "analyst", &report).await);
    let on = test.app.database();
    let rows = export::Entity::find().all(on).await.unwrap();
    // The words of one under the other's id are refused: the job fails, and is tried again later.
    let mut moved = rows[0].clone().into_active_model();
    moved.words = Set(rows[1].words.clone());
    moved.update(on).await.unwrap();
    worker::settle(&test.app).await.unwrap();
    let states = [
        look(&test, "analyst", &one).await["state"].clone(),
        look(&test, "analyst", &two).await["state"].clone(),
    ];
    assert!(states.contains(&json!("RUNNING")) && states.contains(&json!("READY")), "{states:?}");
}

#[tokio::test]
async fn figures_that_cannot_be_read_fail_and_say_so() {
    let house = house_of(TestApp::new().await).await;
    let test = &house.test;
    let report = publish(test, json!({})).await;
    let id = asked(test, "analyst", &report).await;
    let on = test.app.database();
    let row = export::Entity::find().one(on).await.unwrap().unwrap();
    let (row_id, mut words) = (row.id.uuid(), row.words.open(test.app.keys(), row.id.uuid()).unwrap());
    words.frozen = json!({ "rows": 1 });
    let mut broken = row.into_active_model();
    broken.words = Set(Sealed::new(test.app.keys(), row_id, &words).unwrap());
    broken.update(on).await.unwrap();
    assert_eq!(states(test, "analyst", &id).await, ["QUEUED", "RUNNING", "FAILED"]);
    assert_eq!(look(test, "analyst", &id).await["path"], json!(null));
    let token = format!("Bearer {}", test.actor("analyst").await.token());
    let path = format!("/exports/{}", id.as_str().unwrap());
    assert_eq!(fetch(&house, &path, &[("authorization", &token)]).await.0, 409);
}

#[tokio::test]
async fn who_has_left_since_fetches_nothing() {
    let house = house_of(TestApp::new().await).await;
    let test = &house.test;
    let report = publish(test, json!({})).await;
    let id = asked(test, "analyst", &report).await;
    states(test, "analyst", &id).await;
    let analyst = test.actor("analyst").await;
    let token = format!("Bearer {}", analyst.token());
    let left = membership::ActiveModel {
        id: Unchanged(analyst.viewer().await.membership),
        to_date: Set(Some(test.app.today() - Days::new(1))),
        ..Default::default()
    };
    left.update(test.app.database()).await.unwrap();
    let path = format!("/exports/{}", id.as_str().unwrap());
    let (status, _, body) = fetch(&house, &path, &[("authorization", &token)]).await;
    assert_eq!((status, body.windows(2).any(|two| two == b"PK")), (401, false));
    let kept = export::Entity::find().one(test.app.database()).await.unwrap().unwrap();
    assert!(kept.taken_at.is_none(), "and the file was not used up");
}
