//! Reports: who publishes and reads them, what they keep when their release is gone, and when a later one tells otherwise.

use chrono::TimeDelta;
use ridgeway::{
    domain::insight::{due, frozen::Frozen, published::Published, report as reports, verify},
    entity::{
        insight::{record_key, release, report},
        people::restriction,
        record::audit_entry,
    },
    words::{
        AuditAction, RestrictionReason, SubjectKind,
        id::{Id, OpaqueId, noun},
    },
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QuerySelect,
};
use serde_json::{Value, json};

use crate::support::{Answer, TestApp};

const SUMMARY: &str = "release asAt disclosure { method threshold base note }
    rows { key { dimension label node { id } } ...Row } total { key { label } ...Row }";
const ROW: &str =
    "fragment Row on OutcomeRow { referred { value display suppressed } started { value display suppressed }
    completed { value display suppressed } attendanceRate { value display }
    changes { instrument informant effectSize { value display } improved { display } } }";

/// The parts of a report.
fn document(asks: &str) -> String {
    format!(
        "query($id: ID!) {{ node(id: $id) {{ ... on Report {{ title publishedAt restated by {{ name }}
         question {{ release period groupBy filters {{ dimension label }} }} definitions {{ figure meaning }}
         summary {{ {asks} }} }} }} }} {ROW}"
    )
}

/// Publishes, and takes what comes of it as it is.
pub async fn try_publish(test: &TestApp, account: &str, input: Value) -> Answer {
    let publish =
        "mutation($input: PublishReportInput!) { publishReport(input: $input) { report { id title restated }
        problems { code field message } } }";
    let mut all = json!({ "title": "Board, December 2026", "groupBy": ["SEX"], "release": 8 });
    let Value::Object(input) = input else { panic!("an input") };
    all.as_object_mut().unwrap().extend(input);
    test.actor(account).await.ask(publish, json!({ "input": all })).await
}

/// Publishes; the report's id.
pub async fn publish(test: &TestApp, input: Value) -> Value {
    let payload = try_publish(test, "partnership", input).await.data()["publishReport"].clone();
    assert_eq!(payload["problems"], json!([]));
    payload["report"]["id"].clone()
}

async fn read(test: &TestApp, account: &str, id: &Value) -> Value {
    test.actor(account).await.get(&document(SUMMARY), json!({ "id": id })).await["node"].clone()
}

async fn restated(test: &TestApp, id: &Value) -> Value {
    let asks = "query($id: ID!) { node(id: $id) { ... on Report { restated } } }";
    test.actor("analyst").await.get(asks, json!({ "id": id })).await["node"]["restated"].clone()
}

#[tokio::test]
async fn a_partnership_manager_publishes_and_those_who_read_figures_read_reports() {
    let test = TestApp::new().await;
    let id = publish(&test, json!({ "title": "  Who came  " })).await;
    let list = "{ viewer { canPublishReports } reports { totalCount nodes { id title } } }";
    for account in [
        "partnership",
        "analyst",
        "manager.swindon",
        "manager.wiltshire",
        "caseworker.swindon",
        "triage.swindon",
        "school.one",
        "police",
        "provider",
        "provider.manager",
        "finance",
        "dpo",
        "admin",
    ] {
        let reads = matches!(account, "partnership" | "analyst" | "manager.swindon" | "manager.wiltshire");
        let told = test.actor(account).await.get(list, json!({})).await;
        assert_eq!(told["reports"]["totalCount"], i32::from(reads), "{account}");
        let node = read(&test, account, &id).await;
        assert_eq!(node.is_null(), !reads, "{account}");
        assert_eq!(told["viewer"]["canPublishReports"], account == "partnership", "{account}");
        if reads {
            assert_eq!(
                (&node["title"], &node["by"]["name"].is_string()),
                (&json!("Who came"), &true),
                "{account}"
            );
            assert_eq!(node["publishedAt"], crate::support::START, "{account}");
        }
        if account != "partnership" {
            assert_eq!(try_publish(&test, account, json!({})).await.codes(), ["FORBIDDEN"], "{account}");
        }
    }
    assert_eq!(test.stranger().ask(list, json!({})).await.codes()[0], "NOT_SIGNED_IN");
    let made = audit_entry::Entity::find()
        .filter(audit_entry::Column::Action.eq(AuditAction::Create))
        .filter(audit_entry::Column::SubjectKind.eq(SubjectKind::Report));
    assert_eq!(made.count(test.app.database()).await.unwrap(), 1);
}

#[tokio::test]
async fn a_page_of_reports_costs_as_many_statements_as_one() {
    let test = TestApp::new().await;
    let reader = test.actor("analyst").await;
    let list = "{ reports { nodes { title restated by { name } question { period } } } }";
    // The newest release is another: each report is compared with it, some by what lies within what.
    let inputs = [
        json!({ "release": 7 }),
        json!({ "release": 7, "filter": { "strand": "EARLY_INTERVENTION" }, "groupBy": ["PROGRAMME"] }),
    ];
    for input in &inputs {
        publish(&test, input.clone()).await;
    }
    reader.get(list, json!({})).await;
    let before = test.app.statements();
    reader.get(list, json!({})).await;
    let two = test.app.statements() - before;
    for input in inputs.iter().cycle().take(8) {
        publish(&test, input.clone()).await;
    }
    let before = test.app.statements();
    let told = reader.get(list, json!({})).await;
    assert_eq!(told["reports"]["nodes"].as_array().unwrap().len(), 10);
    assert_eq!(test.app.statements() - before, two);
}

#[tokio::test]
async fn what_a_person_can_put_right_is_at_its_field_and_a_retry_publishes_once() {
    let test = TestApp::new().await;
    for (title, code) in [("", "REQUIRED"), ("  ", "REQUIRED"), ("a\nb", "INVALID"), ("a\u{1}", "INVALID")] {
        let told = try_publish(&test, "partnership", json!({ "title": title })).await;
        assert_eq!(told.problems(), [(code.to_owned(), "title".to_owned())], "{title:?}");
        assert!(told.codes().is_empty());
    }
    let long = |letters: usize| json!({ "title": "é".repeat(letters) });
    let told = try_publish(&test, "partnership", long(201)).await;
    assert_eq!(told.problems(), [("TOO_LONG".to_owned(), "title".to_owned())]);
    assert!(publish(&test, long(200)).await.is_string());
    for (input, code) in [
        (json!({ "groupBy": ["PROGRAMME", "SEX", "AGE_BAND"] }), "TOO_DETAILED"),
        (json!({ "groupBy": ["SCHOOL"] }), "TOO_DETAILED"),
        (json!({ "release": 9 }), "BAD_USER_INPUT"),
        (json!({ "release": 0 }), "BAD_USER_INPUT"),
        (json!({ "filter": { "period": { "year": 2031 } } }), "BAD_USER_INPUT"),
        (json!({ "filter": { "approach": "NONESUCH" } }), "BAD_USER_INPUT"),
        (json!({ "filter": { "programmeId": "programme_AAAAAAAAAAAAAAAAAAAAAA" } }), "BAD_USER_INPUT"),
    ] {
        assert_eq!(try_publish(&test, "partnership", input.clone()).await.codes(), [code], "{input}");
    }
    let publish =
        "mutation($title: String!) { publishReport(input: { title: $title, groupBy: [], release: 8 })
        { report { id } problems { code } } }";
    let actor = test.actor("partnership").await.with_key("once");
    let first = actor.get(publish, json!({ "title": "One" })).await;
    assert_eq!(actor.get(publish, json!({ "title": "One" })).await, first);
    let count = actor.get("{ reports { totalCount } }", json!({})).await;
    assert_eq!(count["reports"]["totalCount"], 2, "that of 200 letters, and this one once");
}

/// Makes records of children restricted, so that no later release counts them.
async fn restrict(test: &TestApp, children: u64) {
    let on = test.app.database();
    let me = test.manager().await.get("{ viewer { user { id } } }", json!({})).await;
    let me = OpaqueId::<noun::User>::parse(me["viewer"]["user"]["id"].as_str().unwrap()).unwrap();
    let me = me.open(test.app.keys()).unwrap();
    for key in record_key::Entity::find().limit(children).all(on).await.unwrap() {
        restriction::ActiveModel {
            id: Set(test.app.new_id::<Id<noun::Restriction>>()),
            young_person_id: Set(key.young_person_id),
            reason: Set(RestrictionReason::StaffRelative),
            set_by_id: Set(me),
            from_at: Set(test.app.now()),
            ended_at: Set(None),
        }
        .insert(on)
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn a_report_stays_when_its_release_is_gone_and_says_when_a_later_one_tells_otherwise() {
    let test = TestApp::new().await;
    let year = json!({ "period": { "year": 2025 } });
    let asks = format!(
        "query($filter: OutcomeFilter, $by: [OutcomeDimension!]!, $release: Int) {{
         outcomeSummary(filter: $filter, groupBy: $by, release: $release) {{ {SUMMARY} }} }} {ROW}"
    );
    let ask = async |filter: &Value, by: &str, release: i32| {
        let variables = json!({ "filter": filter, "by": [by], "release": release });
        test.actor("analyst").await.ask(&asks, variables).await
    };
    let old = publish(&test, json!({ "filter": year, "groupBy": ["SOURCE"], "release": 1 })).await;
    let of_year = publish(&test, json!({ "filter": year, "groupBy": ["PROGRAMME"] })).await;
    let rolling = publish(&test, json!({ "groupBy": ["SEX"] })).await;
    let first = read(&test, "analyst", &old).await;
    assert_eq!(first["summary"], ask(&year, "SOURCE", 1).await.data()["outcomeSummary"]);
    let told = read(&test, "partnership", &of_year).await;
    assert_eq!(
        told["summary"],
        ask(&year, "PROGRAMME", 8).await.data()["outcomeSummary"],
        "labels and nodes too"
    );
    assert_eq!(told["question"]["period"], "April 2025 to March 2026");
    assert_eq!(told["question"]["groupBy"], json!(["PROGRAMME"]));
    assert_eq!(
        read(&test, "analyst", &rolling).await["question"]["period"],
        "The 12 months up to 23 November 2026"
    );
    assert!(told["definitions"].as_array().unwrap().iter().any(|one| one["figure"] == "Started"));
    assert_eq!((&told["restated"], restated(&test, &rolling).await), (&json!(false), json!(false)));

    // A week later nothing has happened, and the oldest release is no longer kept.
    test.app.clock().advance(TimeDelta::days(7));
    assert!(due::make(&test.app).await.unwrap());
    assert_eq!(ask(&year, "SOURCE", 1).await.codes(), ["BAD_USER_INPUT"]);
    let now = read(&test, "analyst", &old).await;
    assert_eq!(now["summary"], first["summary"]);
    let same = ask(&year, "PROGRAMME", 9).await.data()["outcomeSummary"]["rows"] == told["summary"]["rows"];
    assert!(same, "nothing happened to the children of that year");
    assert_eq!(restated(&test, &of_year).await, false);

    // Many children are counted no more.
    restrict(&test, 300).await;
    test.app.clock().advance(TimeDelta::days(7));
    assert!(due::make(&test.app).await.unwrap());
    let newest = ask(&year, "PROGRAMME", 10).await.data()["outcomeSummary"]["rows"].clone();
    assert_ne!(newest, told["summary"]["rows"]);
    assert_eq!(restated(&test, &of_year).await, true);
    assert_eq!(
        read(&test, "partnership", &of_year).await["summary"],
        told["summary"],
        "and it stays as it was"
    );
    assert_eq!(restated(&test, &rolling).await, false, "these are other 12 months");
    let fresh = publish(&test, json!({ "filter": year, "groupBy": ["PROGRAMME"], "release": 10 })).await;
    assert_eq!(restated(&test, &fresh).await, false);

    // Another method tells other figures, whatever they are.
    let on = test.app.database();
    let mut row = release::Entity::find_by_id(10).one(on).await.unwrap().unwrap().into_active_model();
    row.method = Set("another, version 2".to_owned());
    row.update(on).await.unwrap();
    assert_eq!(restated(&test, &rolling).await, true);
    assert_eq!(restated(&test, &fresh).await, false, "it is of that release");
}

#[tokio::test]
async fn a_report_that_was_changed_afterwards_is_named_and_not_shown() {
    let test = TestApp::new().await;
    let id = publish(&test, json!({})).await;
    let other = publish(&test, json!({ "title": "Another" })).await;
    let on = test.app.database();
    assert_eq!(reports::verify(&test.app).await.unwrap(), (2, Vec::new()));
    let row = OpaqueId::<noun::Report>::parse(id.as_str().unwrap()).unwrap().open(test.app.keys()).unwrap();
    let row = report::Entity::find_by_id(row).one(on).await.unwrap().unwrap();
    let mut frozen = Frozen::unpack(&row.frozen).unwrap();
    frozen.rows[0].row.referred = Published::Count(1_005);
    let mut changed = row.clone().into_active_model();
    changed.frozen = Set(frozen.pack().unwrap());
    changed.update(on).await.unwrap();
    let done = verify::verify(&test.app).await.unwrap();
    assert_eq!((done.reports, done.wrong), (1, vec![format!("report {}", id.as_str().unwrap())]));
    let asked = test.actor("analyst").await.ask(&document(SUMMARY), json!({ "id": id })).await;
    assert_eq!(asked.codes()[0], "UNAVAILABLE");
    assert!(read(&test, "analyst", &other).await["summary"].is_object());
    // Neither does the title of one stand over the figures of another, nor under another day.
    let theirs =
        OpaqueId::<noun::Report>::parse(other.as_str().unwrap()).unwrap().open(test.app.keys()).unwrap();
    let mut moved = report::Entity::find_by_id(theirs).one(on).await.unwrap().unwrap();
    moved.published_at += TimeDelta::days(1);
    let mut moved = moved.into_active_model();
    moved.published_at = Set(moved.published_at.take().unwrap());
    moved.update(on).await.unwrap();
    assert_eq!(reports::verify(&test.app).await.unwrap().0, 0);
    // What was taken away is missed by the audit.
    report::Entity::delete_by_id(theirs).exec(on).await.unwrap();
    let missing = format!("report {}: is missing", other.as_str().unwrap());
    assert!(reports::verify(&test.app).await.unwrap().1.contains(&missing));
}
