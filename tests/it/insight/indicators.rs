//! Youth justice indicators and Turnaround measures through the API, and what analysts ask by program: from published tables
//! alone, and null for whom those are not.

use std::{fs, path::Path};

use serde_json::{Value, json};

use crate::support::TestApp;

const ASK: &str = "query($year: Int, $release: Int) { outcomeIndicators(year: $year, release: $release) {
    release asAt owner version validFrom cohort
    indicators { code name family owner version validFrom definition sources verified local
        figures { words count { value display } whole { value display } share { value display }
            change { pairs { value } meanBefore { value display } meanAfter { value display } } } } } }";

const TABLES: &str = "query($year: OutcomeFilter) {
    pathway: outcomeSummary(filter: $year, groupBy: [PATHWAY]) { rows { key { label } ...Row } }
    needs: outcomeSummary(filter: $year, groupBy: [SPECIAL_NEEDS]) { rows { key { label } ...Row } }
    whole: outcomeSummary(filter: $year, groupBy: []) { total { ...Row } } }
    fragment Row on OutcomeRow { accepted { value display } enrolled { value display } started { value display }
        completed { value display } endedEarly { value display }
        changes { instrument pairs { value } meanBefore { value display } meanAfter { value display } } }";

async fn ask(test: &TestApp, account: &str, asked: Value) -> Value {
    test.actor(account).await.get(ASK, asked).await["outcomeIndicators"].clone()
}

fn of<'a>(told: &'a Value, code: &str) -> &'a Value {
    told["indicators"].as_array().unwrap().iter().find(|one| one["code"] == code).unwrap()
}

fn row<'a>(table: &'a Value, label: &str) -> &'a Value {
    let rows = table["rows"].as_array().unwrap();
    rows.iter().find(|row| row["key"][0]["label"] == label).unwrap_or_else(|| panic!("no {label} in {table}"))
}

#[tokio::test]
async fn managers_and_analysts_read_indicators_and_nobody_else() {
    let test = TestApp::new().await;
    for account in ["partnership", "analyst", "manager.swindon"] {
        let told = ask(&test, account, json!({})).await;
        assert_eq!(told["release"], 8, "{account}");
        assert_eq!(told["indicators"].as_array().unwrap().len(), 19, "{account}");
    }
    for account in
        ["caseworker.swindon", "school.one", "police", "provider.manager", "finance", "dpo", "admin"]
    {
        assert_eq!(ask(&test, account, json!({})).await, json!(null), "{account}");
    }
    assert_eq!(test.stranger().ask(ASK, json!({})).await.codes(), ["NOT_SIGNED_IN"]);
    for wrong in
        [json!({ "year": -1 }), json!({ "year": 2009 }), json!({ "year": 2031 }), json!({ "release": 9 })]
    {
        assert_eq!(
            test.actor("analyst").await.ask(ASK, wrong.clone()).await.codes(),
            ["BAD_USER_INPUT"],
            "{wrong}"
        );
    }
}

#[tokio::test]
async fn each_figure_is_that_of_the_published_tables() {
    let test = TestApp::new().await;
    for (asked, filter) in
        [(json!({}), json!({})), (json!({ "year": 2026 }), json!({ "period": { "year": 2026 } }))]
    {
        let told = ask(&test, "partnership", asked).await;
        let tables = test.actor("partnership").await.get(TABLES, json!({ "year": filter })).await;
        let turnaround = row(&tables["pathway"], "Turnaround");
        let reach = of(&told, "TURNAROUND-REACH");
        for (nth, count) in ["accepted", "enrolled", "started", "completed", "endedEarly"].iter().enumerate()
        {
            assert_eq!(reach["figures"][nth]["count"], turnaround[count], "{count}");
        }
        let diversion = row(&tables["pathway"], "Diversion");
        let disposals = &of(&told, "YJ-KPI-6")["figures"][0];
        assert_eq!(disposals["count"], diversion["completed"]);
        let (completed, early) = (&diversion["completed"]["value"], &diversion["endedEarly"]["value"]);
        let sum = completed.as_i64().zip(early.as_i64()).map(|(completed, early)| completed + early);
        assert_eq!(disposals["whole"]["value"].as_i64(), sum);
        let share = completed.as_f64().zip(sum.filter(|sum| *sum >= 10)).map(|(part, whole)| {
            let whole = f64::from(i32::try_from(whole).unwrap());
            (100.0 * part / whole + 0.5).floor()
        });
        assert_eq!(disposals["share"]["value"].as_f64(), share);
        let needs = &of(&told, "YJ-KPI-3")["figures"];
        assert_eq!(needs[1]["count"], row(&tables["needs"], "Special educational needs support")["accepted"]);
        assert_eq!(needs[1]["whole"], tables["whole"]["total"]["accepted"]);
        let hours = tables["whole"]["total"]["changes"].as_array().unwrap();
        let hours = hours.iter().find(|one| one["instrument"] == "EDUCATION_TRAINING_EMPLOYMENT").unwrap();
        let change = &of(&told, "YJ-KPI-2")["figures"][0]["change"];
        for part in ["pairs", "meanBefore", "meanAfter"] {
            assert_eq!(change[part]["value"], hours[part]["value"], "{part}");
        }
    }
}

#[tokio::test]
async fn what_our_data_cannot_give_is_said_and_what_is_only_remembered_is_marked() {
    let test = TestApp::new().await;
    let told = ask(&test, "analyst", json!({})).await;
    for code in ["YJ-KPI-1", "YJ-KPI-8", "YJ-KPI-9", "YJ-KPI-10", "TURNAROUND-OFFENDING"] {
        let one = of(&told, code);
        assert_eq!(one["figures"], json!([]), "{code}");
        assert!(one["local"].as_str().unwrap().starts_with("Our data cannot give it: "), "{code}");
        assert_eq!(
            (&one["verified"], &one["owner"]),
            (&json!(true), &json!("Ministry of Justice")),
            "{code}"
        );
    }
    let custody = of(&told, "YJ-CUSTODY");
    assert_eq!((&custody["verified"], &custody["validFrom"]), (&json!(false), &json!(null)));
    assert!(custody["sources"][0].as_str().unwrap().contains("not verified"));
    assert!(of(&told, "YJ-KPI-2")["sources"][0].as_str().unwrap().starts_with("S1: Ministry of Justice"));
}

#[tokio::test]
async fn the_query_for_analysts_is_answered_and_has_every_figure_of_a_row() {
    let test = TestApp::new().await;
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let document = fs::read_to_string(root.join("clients/analyst/outcomes.graphql")).unwrap();
    let asked = json!({ "by": ["PROGRAMME", "SEX"], "filter": { "period": { "year": 2026 } } });
    let told = test.actor("analyst").await.get(&document, asked.clone()).await["outcomeSummary"].clone();
    let rows = told["rows"].as_array().unwrap();
    assert!(
        rows.len() > 10 && rows.iter().all(|row| row["key"].as_array().unwrap().len() == 2),
        "{}",
        rows.len()
    );
    assert_eq!(
        test.actor("caseworker.swindon").await.get(&document, asked).await["outcomeSummary"],
        json!(null)
    );
    let fields = "{ row: __type(name: \"OutcomeRow\") { fields { name } } change: __type(name: \"MeasureChange\") { fields { name } } }";
    let fields = test.school().await.get(fields, json!({})).await;
    let has = |of: &str, told: &Value| {
        for field in fields[of]["fields"].as_array().unwrap() {
            let name = field["name"].as_str().unwrap();
            assert!(!told[name].is_null(), "{of} has no {name}");
        }
    };
    has("row", &rows[0]);
    has("change", &rows[0]["changes"][0]);
}
