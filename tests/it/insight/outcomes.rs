//! Reading figures through the API: who may, what answers, and what is more detailed than what is published.

use serde_json::{Value, json};

use crate::support::TestApp;

const ASK: &str = "query($filter: OutcomeFilter, $by: [OutcomeDimension!]!, $release: Int) {
    outcomeSummary(filter: $filter, groupBy: $by, release: $release) { release asAt
        disclosure { method threshold base note }
        rows { key { dimension label node { id } } ...Row } total { key { label } ...Row } } }
    fragment Row on OutcomeRow { referred { value display suppressed } accepted { value display } started { value display suppressed }
        completed { value display } endedEarly { value display } withdrawn { value } enrolled { value display }
        triagedInTime { value display } plannedInTime { value } medianWaitWorkingDays { value display }
        attendanceRate { value display } changes { instrument informant pairs { value } missingAtEnd { value } meanBefore { value }
            meanAfter { value } effectSize { value } effectSizeLow { value } effectSizeHigh { value }
            improved { value } noReliableChange { value } deteriorated { value } } }";

async fn ask(test: &TestApp, account: &str, asked: Value) -> Value {
    let asked = with_defaults(asked);
    test.actor(account).await.get(ASK, asked).await["outcomeSummary"].clone()
}

async fn code(test: &TestApp, account: &str, asked: Value) -> Vec<String> {
    test.actor(account).await.ask(ASK, with_defaults(asked)).await.codes()
}

fn with_defaults(asked: Value) -> Value {
    let mut all = json!({ "filter": {}, "by": [], "release": null });
    let Value::Object(asked) = asked else { panic!("variables") };
    all.as_object_mut().unwrap().extend(asked);
    all
}

#[track_caller]
fn number(of: &Value) -> f64 {
    of["value"].as_f64().unwrap_or_else(|| panic!("no number in {of}"))
}

#[tokio::test]
async fn managers_and_analysts_read_figures_and_nobody_else() {
    let test = TestApp::new().await;
    for account in ["partnership", "analyst", "manager.swindon", "manager.wiltshire"] {
        let told = ask(&test, account, json!({ "by": ["PROGRAMME"] })).await;
        assert_eq!(told["release"], 8, "{account}");
        assert!(told["rows"].as_array().unwrap().len() > 5, "{account}");
        let can = test.actor(account).await.get("{ viewer { canSeeOutcomes } }", json!({})).await;
        assert_eq!(can["viewer"]["canSeeOutcomes"], true, "{account}");
    }
    for account in [
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
        assert_eq!(ask(&test, account, json!({ "by": ["PROGRAMME"] })).await, json!(null), "{account}");
        let can = test.actor(account).await.get("{ viewer { canSeeOutcomes } }", json!({})).await;
        assert_eq!(can["viewer"]["canSeeOutcomes"], false, "{account}");
    }
    assert_eq!(test.stranger().ask(ASK, with_defaults(json!({}))).await.codes(), ["NOT_SIGNED_IN"]);
}

#[tokio::test]
async fn a_school_reads_its_own_line_by_year_and_no_other() {
    let test = TestApp::new().await;
    let school = test.school().await;
    let own =
        school.get("{ viewer { organisation { id } } }", json!({})).await["viewer"]["organisation"]["id"]
            .clone();
    let other = test.actor("school.two").await.get("{ viewer { organisation { id } } }", json!({})).await;
    let other = other["viewer"]["organisation"]["id"].clone();
    let year = json!({ "year": 2026 });
    let told = ask(&test, "school.one", json!({ "filter": { "schoolId": own, "period": year } })).await;
    assert_eq!(told["rows"].as_array().unwrap().len(), 1);
    let lines = ask(&test, "school.one", json!({ "filter": { "schoolId": own }, "by": ["YEAR"] })).await;
    assert_eq!(lines["rows"].as_array().unwrap().len(), 3);
    for refused in [
        json!({ "filter": { "schoolId": other, "period": year } }),
        json!({ "filter": { "period": year } }),
        json!({ "filter": { "period": year }, "by": ["SCHOOL"] }),
        json!({ "filter": { "schoolId": own, "period": year, "sex": "MALE" } }),
        json!({ "filter": { "schoolId": own, "period": year }, "by": ["SEX"] }),
    ] {
        assert_eq!(ask(&test, "school.one", refused.clone()).await, json!(null), "{refused}");
    }
}

#[tokio::test]
async fn what_no_table_has_is_too_detailed_and_what_makes_no_sense_is_said() {
    let test = TestApp::new().await;
    let programme =
        ask(&test, "partnership", json!({ "by": ["PROGRAMME"] })).await["rows"][0]["key"][0]["node"]["id"]
            .clone();
    let area = test.actor("partnership").await.get("{ areas { id kind } }", json!({})).await;
    let of = |kind: &str| {
        let areas = area["areas"].as_array().unwrap();
        areas.iter().find(|area| area["kind"] == kind).unwrap()["id"].clone()
    };
    let year = json!({ "year": 2026 });
    for detailed in [
        json!({ "by": ["PROGRAMME", "SEX", "AGE_BAND"] }),
        json!({ "filter": { "sex": "MALE", "ageBand": "AGE_14_TO_15", "period": year }, "by": ["PROGRAMME"] }),
        json!({ "filter": { "areaId": of("WARD") } }),
        json!({ "filter": { "areaId": of("FORCE") } }),
        json!({ "by": ["SCHOOL"] }),
        json!({ "filter": { "programmeId": programme, "period": { "year": 2026, "quarter": 1 } }, "by": ["SEX"] }),
        json!({ "filter": { "areaId": of("COMMUNITY_AREA") }, "by": ["ETHNICITY_GROUP"] }),
    ] {
        assert_eq!(code(&test, "partnership", detailed.clone()).await, ["TOO_DETAILED"], "{detailed}");
    }
    for wrong in [
        json!({ "filter": { "period": { "year": 2031 } } }),
        json!({ "filter": { "period": { "year": 2009 } } }),
        json!({ "filter": { "period": { "year": -1 } } }),
        json!({ "filter": { "period": { "year": 2026, "quarter": 5 } } }),
        json!({ "filter": { "period": { "year": 2026, "quarter": 0 } } }),
        json!({ "filter": { "programmeId": "programme_AAAAAAAAAAAAAAAAAAAAAA" } }),
        json!({ "filter": { "approach": "NONESUCH" } }),
        json!({ "filter": { "ethnicityGroup": "W1" } }),
        json!({ "filter": { "sex": ["MALE", "FEMALE"] } }),
        json!({ "filter": { "sex": "BOTH" } }),
        json!({ "release": 0 }),
        json!({ "release": 9 }),
    ] {
        assert_eq!(code(&test, "partnership", wrong.clone()).await, ["BAD_USER_INPUT"], "{wrong}");
    }
}

#[tokio::test]
async fn the_planted_effects_show_with_their_sign_and_size() {
    let test = TestApp::new().await;
    let whole = ask(&test, "partnership", json!({ "by": [] })).await;
    let total = &whole["total"];
    assert_eq!(whole["rows"][0]["referred"], total["referred"], "one row over all, and the same total");
    let completion =
        number(&total["completed"]) / (number(&total["completed"]) + number(&total["endedEarly"]));
    assert!((0.5..0.75).contains(&completion), "63 of a hundred complete: {completion}");
    assert!(
        (6.0..=18.0).contains(&number(&total["medianWaitWorkingDays"])),
        "{}",
        total["medianWaitWorkingDays"]
    );
    assert!((60.0..=90.0).contains(&number(&total["attendanceRate"])), "{}", total["attendanceRate"]);
    assert!((75.0..=99.0).contains(&number(&total["triagedInTime"])), "{}", total["triagedInTime"]);
    let changes = total["changes"].as_array().unwrap();
    let of = |instrument: &str, informant: &str| {
        changes.iter().find(|one| one["instrument"] == instrument && one["informant"] == informant).unwrap()
    };
    let own = of("SDQ", "SELF");
    assert!((-0.8..=-0.1).contains(&number(&own["effectSize"])), "difficulties fall by about 0.4: {own}");
    assert!(number(&own["effectSizeLow"]) < number(&own["effectSize"]), "{own}");
    assert!(number(&own["effectSizeHigh"]) > number(&own["effectSize"]), "{own}");
    assert!(number(&own["meanAfter"]) < number(&own["meanBefore"]), "{own}");
    assert!(number(&own["missingAtEnd"]) > 0.0, "{own}");
    let attendance = of("SCHOOL_ATTENDANCE", "RECORD");
    assert!(number(&attendance["meanAfter"]) > number(&attendance["meanBefore"]), "{attendance}");
}

#[tokio::test]
async fn every_number_is_a_multiple_of_five_or_hidden_and_a_release_never_moves() {
    let test = TestApp::new().await;
    for by in ["PROGRAMME", "AREA", "SEX", "SOURCE", "DECISION_REASON", "ETHNICITY_GROUP", "SOCIAL_CARE"] {
        let told = ask(&test, "partnership", json!({ "by": [by] })).await;
        for row in told["rows"].as_array().unwrap() {
            for count in ["referred", "started"] {
                let count = &row[count];
                match count["value"].as_i64() {
                    Some(value) => assert!(value >= 5 && value % 5 == 0, "{by}: {count}"),
                    None => assert!(
                        count["suppressed"] == true || count["display"] == "not run here",
                        "{by}: {count}"
                    ),
                }
            }
        }
        let again = ask(&test, "analyst", json!({ "by": [by], "release": 8 })).await;
        assert_eq!(again, told, "{by}");
    }
    let earlier = ask(&test, "partnership", json!({ "release": 1 })).await;
    let newest = ask(&test, "partnership", json!({})).await;
    assert_ne!(earlier["asAt"], newest["asAt"]);
}

#[tokio::test]
async fn a_programme_lies_within_its_strand() {
    let test = TestApp::new().await;
    let all = ask(&test, "partnership", json!({ "by": ["PROGRAMME"] })).await["rows"].clone();
    let filter = json!({ "filter": { "strand": "EARLY_INTERVENTION" }, "by": ["PROGRAMME"] });
    let some = ask(&test, "partnership", filter).await["rows"].clone();
    let (all, some) = (all.as_array().unwrap(), some.as_array().unwrap());
    assert!(!some.is_empty() && some.len() < all.len(), "{} of {}", some.len(), all.len());
    for row in some {
        assert!(all.iter().any(|one| one == row), "{row}");
    }
}

#[tokio::test]
async fn a_table_costs_as_many_statements_as_it_has_kinds_of_things_however_long_it_is() {
    let test = TestApp::new().await;
    let actor = test.actor("partnership").await;
    let mut costs = Vec::new();
    for by in ["SEX", "LOCAL_AUTHORITY", "PROGRAMME", "AREA", "PROVIDER"] {
        let asked = with_defaults(json!({ "by": [by] }));
        // The table and the names of areas and organisations are kept from the first time on.
        actor.get(ASK, asked.clone()).await;
        let before = test.app.statements();
        let rows = actor.get(ASK, asked).await["outcomeSummary"]["rows"].as_array().unwrap().len();
        costs.push((by, rows, test.app.statements() - before));
    }
    let plain = costs[0].2;
    assert!(costs.iter().any(|(_, rows, _)| *rows > 10), "{costs:?}");
    assert!(costs.iter().all(|(_, _, cost)| *cost <= plain + 1), "{costs:?}");
}
