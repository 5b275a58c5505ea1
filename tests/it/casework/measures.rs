//! Measures and goals through the API: what is scored, what is refused at its field, what changed, and who may.

use ridgeway::{
    entity::casework::{case, measure},
    words::{
        CaseStatus, ClosureReason,
        id::{OpaqueId, noun},
    },
    worker,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, PaginatorTrait};
use serde_json::{Value, json};

use crate::support::{Actor, TestApp};

const RECORD: &str = "mutation($input: RecordMeasureInput!) { recordMeasure(input: $input) {
    measure { id case { reference } instrument informant stage version takenOn total value band notScored offence change
        replacedAt subscales { name score band } placements { kind hoursOffered hoursAttended suitable } }
    problems { field code message } } }";
const SET: &str = "mutation($input: SetGoalInput!) { setGoal(input: $input) {
    goal { id version title owner change ratings { on rating } } problems { field code message } } }";
const RATE: &str = "mutation($input: RateGoalInput!) { rateGoal(input: $input) {
    goal { id version change ratings { on rating } } problems { field code message } } }";
const CASE: &str =
    "query($reference: String!) { case(reference: $reference) { id viewerCanKeepMeasures viewerCanFollowUp
    goals { id title } measures { id instrument informant stage version total change } } }";

/// A case of the caseworker whose child is of an age for every questionnaire.
async fn case(test: &TestApp) -> Value {
    let input = json!({ "youngPerson": { "givenName": "Sky", "dateOfBirth": "2012-03-04", "sex": "UNKNOWN" },
        "source": "SCHOOL", "whatHappened": "Stays away from lessons.", "mainFactor": "PERSISTENT_ABSENCE",
        "immediateDanger": false, "parentAware": true });
    let submit =
        "mutation($input: SubmitReferralInput!) { submitReferral(input: $input) { referral { id } } }";
    let sent = test.school().await.get(submit, json!({ "input": input })).await;
    let accept = "mutation($input: TriageReferralInput!) { triageReferral(input: $input) {
        referral { case { id reference version } } } }";
    let input = json!({ "referralId": sent["submitReferral"]["referral"]["id"], "version": 1, "outcome": "ACCEPT",
        "rationale": "x", "feedback": "x", "pathway": "EARLY_PREVENTION" });
    let case = test.triage().await.get(accept, json!({ "input": input })).await;
    let case = case["triageReferral"]["referral"]["case"].clone();
    let me = test.caseworker().await.get("{ viewer { user { id } } }", json!({})).await;
    let allocate =
        "mutation($input: AllocateCaseInput!) { allocateCase(input: $input) { problems { message } } }";
    let input = json!({ "caseId": case["id"], "version": case["version"], "conflictDeclared": false,
        "caseworkerId": me["viewer"]["user"]["id"] });
    test.manager().await.get(allocate, json!({ "input": input })).await;
    case
}

fn told(case: &Value, instrument: &str, informant: &str, stage: &str, more: Value) -> Value {
    let mut input = json!({ "caseId": case["id"], "instrument": instrument, "informant": informant, "stage": stage,
        "takenOn": "2026-11-24" });
    let Value::Object(more) = more else { panic!("fields") };
    input.as_object_mut().unwrap().extend(more);
    input
}

/// What came of it; it has to be accepted.
async fn kept(actor: &Actor<'_>, input: Value) -> Value {
    let done = actor.get(RECORD, json!({ "input": input })).await["recordMeasure"].clone();
    assert_eq!(done["problems"], json!([]), "{input}");
    done["measure"].clone()
}

/// The problems, as `CODE field`.
async fn wrong(actor: &Actor<'_>, document: &str, input: Value) -> Vec<String> {
    let answer = actor.ask(document, json!({ "input": input })).await;
    assert!(answer.codes().is_empty(), "{input}");
    answer.problems().into_iter().map(|(code, field)| format!("{code} {field}")).collect()
}

fn shown_titles(of: &Value) -> Vec<String> {
    of.as_array().unwrap().iter().map(|one| one["title"].as_str().unwrap().to_owned()).collect()
}

async fn seen(actor: &Actor<'_>, case: &Value) -> Value {
    actor.get(CASE, json!({ "reference": case["reference"] })).await["case"].clone()
}

#[tokio::test]
async fn what_is_recorded_is_scored_to_the_digit() {
    let test = TestApp::new().await;
    let (case, worker) = (case(&test).await, test.caseworker().await);
    let answers = [1, 2, 1, 1, 2, 0, 1, 1, 2, 2, 1, 1, 0, 2, 2, 1, 1, 1, 0, 1, 0, 1, 1, 0, 1];
    let sdq = |answers: Value, stage| told(&case, "SDQ", "TEACHER", stage, json!({ "answers": answers }));
    let all = kept(&worker, sdq(json!(answers), "BASELINE")).await;
    assert_eq!(
        (&all["total"], &all["band"], &all["notScored"]),
        (&json!(20), &json!("VERY_HIGH"), &json!(null))
    );
    let scores: Vec<_> = all["subscales"].as_array().unwrap().iter().map(|part| &part["score"]).collect();
    assert_eq!(json!(scores), json!([3, 6, 9, 2, 6, null, 15, 5]));
    assert_eq!((&all["version"], &all["case"]["reference"]), (&json!("SDQ-4-BAND"), &case["reference"]));

    let mut few: Vec<_> = answers.iter().map(|answer| json!(answer)).collect();
    for item in [3, 8, 13] {
        few[item - 1] = json!(null);
    }
    let few = kept(&worker, sdq(json!(few), "REVIEW")).await;
    assert_eq!((&few["total"], &few["band"]), (&json!(null), &json!(null)));
    assert_eq!(few["subscales"][0], json!({ "name": "EMOTIONAL", "score": null, "band": null }));
    assert!(few["notScored"].as_str().unwrap().starts_with("EMOTIONAL: 2 of 5 items are answered"), "{few}");

    let old = json!({ "total": 13, "version": "SDQ-3-BAND" });
    let old = kept(&worker, told(&case, "SDQ", "PARENT", "BASELINE", old)).await;
    assert_eq!((&old["version"], &old["band"]), (&json!("SDQ-3-BAND"), &json!("CLOSE_TO_AVERAGE")));
    let raw = kept(&worker, told(&case, "SWEMWBS", "SELF", "BASELINE", json!({ "total": 24 }))).await;
    assert_eq!((&raw["total"], &raw["value"]), (&json!(24), &json!(21.54)));
    let at =
        kept(&worker, told(&case, "SCHOOL_ATTENDANCE", "RECORD", "BASELINE", json!({ "value": 90 }))).await;
    assert_eq!((&at["value"], &at["band"]), (&json!(90.0), &json!("PERSISTENT_ABSENCE")));
    let out = json!({ "total": 2, "value": 4.5 });
    let out = kept(&worker, told(&case, "SUSPENSIONS", "RECORD", "BASELINE", out)).await;
    assert_eq!((&out["total"], &out["value"]), (&json!(2), &json!(4.5)));
    let places = json!({ "placements": [
        { "kind": "MAINSTREAM_SCHOOL", "hoursOffered": 15, "hoursAttended": 12.5, "suitable": "SUITABLE" },
        { "kind": "ALTERNATIVE_PROVISION_OTHER_PART_TIME", "hoursOffered": 10, "suitable": "UNKNOWN" }] });
    let places =
        kept(&worker, told(&case, "EDUCATION_TRAINING_EMPLOYMENT", "WORKER", "BASELINE", places)).await;
    assert_eq!((&places["value"], &places["band"]), (&json!(25.0), &json!("FULL_TIME_NOT_SUITABLE")));
    assert_eq!(places["placements"][0]["hoursAttended"], 12.5);
    assert_eq!(places["subscales"][1], json!({ "name": "HOURS_ATTENDED", "score": null, "band": null }));
    let check = json!({ "offence": "COMMUNITY_RESOLUTION_OR_OUTCOME_22" });
    let check = kept(&worker, told(&case, "OFFENCE_CHECK", "RECORD", "END", check)).await;
    assert_eq!(check["offence"], "COMMUNITY_RESOLUTION_OR_OUTCOME_22");
    assert_eq!(seen(&worker, &case).await["measures"].as_array().unwrap().len(), 8);
}

#[tokio::test]
async fn what_changed_is_between_baseline_and_end_of_one_informant_and_version() {
    let test = TestApp::new().await;
    let (case, worker) = (case(&test).await, test.caseworker().await);
    let at = |informant, stage, total: i32, version: &str| {
        told(&case, "SDQ", informant, stage, json!({ "total": total, "version": version }))
    };
    let four = "SDQ-4-BAND";
    let own = kept(&worker, at("SELF", "BASELINE", 22, four)).await;
    assert_eq!(own["change"], json!(null));
    assert_eq!(kept(&worker, at("SELF", "END", 14, four)).await["change"], "IMPROVED");
    assert_eq!(kept(&worker, at("SELF", "END", 16, four)).await["change"], "NO_RELIABLE_CHANGE");
    assert_eq!(kept(&worker, at("SELF", "END", 29, four)).await["change"], "DETERIORATED");
    assert_eq!(kept(&worker, at("SELF", "REVIEW", 14, four)).await["change"], json!(null), "no end");
    assert_eq!(
        kept(&worker, at("SELF", "END", 14, "SDQ-3-BAND")).await["change"],
        json!(null),
        "another version"
    );
    assert_eq!(
        kept(&worker, at("PARENT", "END", 14, four)).await["change"],
        json!(null),
        "another informant"
    );
    // What is recorded again takes the place of the earlier one, which is kept.
    assert_eq!(kept(&worker, at("SELF", "END", 15, four)).await["change"], "IMPROVED");
    kept(&worker, at("SELF", "BASELINE", 21, four)).await;
    let shown = seen(&worker, &case).await;
    let all: Vec<_> = shown["measures"].as_array().unwrap().iter().collect();
    assert_eq!(all.len(), 5, "{all:#?}");
    let end =
        all.iter().find(|one| one["stage"] == "END" && one["informant"] == "SELF" && one["version"] == four);
    assert_eq!((&end.unwrap()["total"], &end.unwrap()["change"]), (&json!(15), &json!("NO_RELIABLE_CHANGE")));
    let rows = measure::Entity::find().all(test.app.database()).await.unwrap();
    assert_eq!(rows.iter().filter(|row| row.replaced_at.is_some()).count(), 4);
    let first = "query($id: ID!) { node(id: $id) { ... on Measure { total replacedAt } } }";
    let first = worker.get(first, json!({ "id": own["id"] })).await["node"].clone();
    assert_eq!((&first["total"], first["replacedAt"].is_string()), (&json!(22), true));
}

#[tokio::test]
async fn what_is_impossible_is_a_problem_at_its_field_and_nothing_is_kept() {
    let test = TestApp::new().await;
    let (case, worker) = (case(&test).await, test.caseworker().await);
    let sdq = |more| told(&case, "SDQ", "PARENT", "BASELINE", more);
    let mut answers = vec![json!(1); 25];
    answers[6] = json!(3);
    let wrongs = [
        (sdq(json!({ "answers": answers })), "OUT_OF_RANGE answers.6"),
        (sdq(json!({ "answers": [1, 2] })), "OUT_OF_RANGE answers"),
        (sdq(json!({ "total": 41 })), "OUT_OF_RANGE total"),
        (sdq(json!({ "total": 3, "subscales": [{ "name": "PEER", "score": 4 }] })), "INVALID total"),
        (sdq(json!({ "subscales": [{ "name": "PEERS", "score": 4 }] })), "INVALID subscales.0.name"),
        (sdq(json!({})), "REQUIRED answers"),
        (sdq(json!({ "total": 4, "value": 4.0 })), "INVALID value"),
        (sdq(json!({ "total": 4, "version": "SDQ-1" })), "NOT_FOUND version"),
        (sdq(json!({ "total": 4, "takenOn": "2011-01-01" })), "OUT_OF_RANGE takenOn"),
        (sdq(json!({ "total": 4, "takenOn": "2026-11-25" })), "OUT_OF_RANGE takenOn"),
        (sdq(json!({ "total": 4, "takenOn": "2015-01-01" })), "NOT_ELIGIBLE informant"),
        (sdq(json!({ "total": 4, "informant": "RECORD" })), "INVALID informant"),
        (told(&case, "SCHOOL_ATTENDANCE", "RECORD", "END", json!({ "value": 101 })), "OUT_OF_RANGE value"),
        (told(&case, "OFFENCE_CHECK", "RECORD", "END", json!({})), "REQUIRED offence"),
    ];
    for (input, expected) in wrongs {
        assert_eq!(wrong(&worker, RECORD, input.clone()).await, [expected], "{input}");
    }
    assert_eq!(seen(&worker, &case).await["measures"], json!([]));

    let on = |stage, day| sdq(json!({ "total": 4, "stage": stage, "takenOn": day }));
    kept(&worker, on("BASELINE", "2026-06-01")).await;
    assert_eq!(wrong(&worker, RECORD, on("END", "2026-05-31")).await, ["OUT_OF_RANGE takenOn"]);
    kept(&worker, on("END", "2026-06-01")).await;
    assert_eq!(wrong(&worker, RECORD, on("BASELINE", "2026-06-02")).await, ["OUT_OF_RANGE takenOn"]);
    assert_eq!(
        wrong(&worker, RECORD, on("FOLLOW_UP_6_MONTHS", "2026-05-31")).await,
        ["OUT_OF_RANGE takenOn"]
    );
    let teacher = told(&case, "SDQ", "TEACHER", "END", json!({ "total": 4, "takenOn": "2026-01-01" }));
    kept(&worker, teacher).await;

    let goal = json!({ "caseId": case["id"], "title": " ", "owner": "CHILD" });
    assert_eq!(wrong(&worker, SET, goal).await, ["REQUIRED title"]);
}

#[tokio::test]
async fn a_case_has_three_goals_and_a_day_has_one_rating() {
    let test = TestApp::new().await;
    let (case, worker) = (case(&test).await, test.caseworker().await);
    let goal = |title| json!({ "caseId": case["id"], "title": title, "owner": "BOTH" });
    let set = worker.get(SET, json!({ "input": goal("Sleep through") })).await["setGoal"]["goal"].clone();
    assert_eq!(
        (&set["version"], &set["title"], &set["change"], &set["ratings"]),
        (&json!(1), &json!("Sleep through"), &json!(null), &json!([]))
    );
    for title in ["Go to school", "Fewer rows"] {
        assert!(wrong(&worker, SET, goal(title)).await.is_empty());
    }
    assert_eq!(wrong(&worker, SET, goal("A fourth")).await, ["OUT_OF_RANGE caseId"]);
    let rate = |on, rating: i32| json!({ "goalId": set["id"], "on": on, "rating": rating });
    for (input, expected) in [
        (rate("2026-11-24", 11), "OUT_OF_RANGE rating"),
        (rate("2026-11-24", -1), "OUT_OF_RANGE rating"),
        (rate("2026-11-25", 5), "OUT_OF_RANGE on"),
        (rate("2012-03-03", 5), "OUT_OF_RANGE on"),
    ] {
        assert_eq!(wrong(&worker, RATE, input).await, [expected]);
    }
    let mut last = json!(null);
    // In another order than that of the days, and the first day again.
    for (on, rating) in [("2026-11-23", 7), ("2026-11-01", 9), ("2026-11-01", 3), ("2026-11-10", 2)] {
        last = worker.get(RATE, json!({ "input": rate(on, rating) })).await["rateGoal"]["goal"].clone();
    }
    let ratings = json!([{ "on": "2026-11-01", "rating": 3 }, { "on": "2026-11-10", "rating": 2 },
        { "on": "2026-11-23", "rating": 7 }]);
    assert_eq!((&last["ratings"], &last["change"], &last["version"]), (&ratings, &json!(4), &json!(5)));
    let mut titles = shown_titles(&seen(&worker, &case).await["goals"]);
    titles.sort();
    assert_eq!(titles, ["Fewer rows", "Go to school", "Sleep through"]);
}

#[tokio::test]
async fn two_fourth_goals_at_once_are_none() {
    let test = TestApp::new().await;
    let (case, worker, manager) = (case(&test).await, test.caseworker().await, test.manager().await);
    let goal = |title| json!({ "input": { "caseId": case["id"], "title": title, "owner": "CHILD" } });
    for title in ["One", "Two"] {
        worker.get(SET, goal(title)).await;
    }
    let (one, other) = tokio::join!(worker.ask(SET, goal("Three")), manager.ask(SET, goal("Four")));
    let refused = one.problems().len() + other.problems().len();
    assert_eq!(refused, 1);
    assert_eq!(seen(&worker, &case).await["goals"].as_array().unwrap().len(), 3);
}

async fn close(test: &TestApp, case: &Value, why: ClosureReason) {
    let id = OpaqueId::<noun::Case>::parse(case["id"].as_str().unwrap()).unwrap();
    let row = case::ActiveModel {
        id: Set(id.open(test.app.keys()).unwrap()),
        status: Set(CaseStatus::Closed),
        closed_at: Set(Some(test.app.now())),
        closure_reason: Set(Some(why)),
        ..Default::default()
    };
    row.update(test.app.database()).await.unwrap();
}

#[tokio::test]
async fn a_closed_case_is_followed_up_unless_the_child_died() {
    let test = TestApp::new().await;
    let (case, worker) = (case(&test).await, test.caseworker().await);
    close(&test, &case, ClosureReason::CompletedGoalsMet).await;
    let at = |stage| told(&case, "SDQ", "SELF", stage, json!({ "total": 12 }));
    for stage in ["BASELINE", "REVIEW", "END"] {
        assert_eq!(wrong(&worker, RECORD, at(stage)).await, ["NOT_ALLOWED_IN_STATUS "], "{stage}");
    }
    for stage in ["FOLLOW_UP_6_MONTHS", "FOLLOW_UP_12_MONTHS"] {
        assert_eq!(kept(&worker, at(stage)).await["total"], 12, "{stage}");
    }
    let may = |shown: &Value| (shown["viewerCanKeepMeasures"].clone(), shown["viewerCanFollowUp"].clone());
    assert_eq!(may(&seen(&worker, &case).await), (json!(false), json!(true)));
    close(&test, &case, ClosureReason::Died).await;
    assert_eq!(wrong(&worker, RECORD, at("FOLLOW_UP_12_MONTHS")).await, ["NOT_ALLOWED_IN_STATUS "]);
    assert_eq!(may(&seen(&worker, &case).await), (json!(false), json!(false)));
}

#[tokio::test]
async fn sent_again_with_its_key_it_happens_once() {
    let test = TestApp::new().await;
    let before = measure::Entity::find().count(test.app.database()).await.unwrap();
    let (case, worker) = (case(&test).await, test.caseworker().await.with_key("one"));
    let input = json!({ "input": told(&case, "SDQ", "SELF", "BASELINE", json!({ "total": 12 })) });
    let first = worker.get(RECORD, input.clone()).await;
    assert_eq!(worker.get(RECORD, input).await, first);
    assert_eq!(measure::Entity::find().count(test.app.database()).await.unwrap(), before + 1);
    let other = json!({ "input": told(&case, "SDQ", "SELF", "BASELINE", json!({ "total": 13 })) });
    let reused = worker.ask(RECORD, other).await;
    assert_eq!(reused.0["errors"][0]["extensions"]["reason"], "IDEMPOTENCY_KEY_REUSED");
}

#[tokio::test]
async fn the_timeline_tells_of_what_stands() {
    let test = TestApp::new().await;
    let (case, worker) = (case(&test).await, test.caseworker().await);
    for total in [12, 13] {
        kept(&worker, told(&case, "SDQ", "SELF", "BASELINE", json!({ "total": total }))).await;
    }
    kept(&worker, told(&case, "SWEMWBS", "SELF", "BASELINE", json!({ "total": 20 }))).await;
    worker::settle(&test.app).await.unwrap();
    let lines = "query($reference: String!) { case(reference: $reference) { timeline(kinds: [MEASURE]) {
        totalCount nodes { kind title by { name } subject { ... on Measure { total } } } } } }";
    let shown =
        worker.get(lines, json!({ "reference": case["reference"] })).await["case"]["timeline"].clone();
    let mut titles = shown_titles(&shown["nodes"]);
    titles.sort();
    assert_eq!(titles, ["Strengths and difficulties: at the start", "Wellbeing: at the start"]);
    assert_eq!(shown["totalCount"], 2);
    let totals: Vec<_> =
        shown["nodes"].as_array().unwrap().iter().map(|line| &line["subject"]["total"]).collect();
    assert!(totals.contains(&&json!(13)) && !totals.contains(&&json!(12)), "{totals:?}");
    assert!(shown["nodes"][0]["by"]["name"].is_string());
}

/// Who sees none of it, by case, node and mutation.
#[tokio::test]
async fn nobody_else_reads_or_writes_a_word_of_it() {
    let test = TestApp::new().await;
    let before = measure::Entity::find().count(test.app.database()).await.unwrap();
    let (case, worker) = (case(&test).await, test.caseworker().await);
    let measure = kept(&worker, told(&case, "SDQ", "SELF", "BASELINE", json!({ "total": 12 }))).await;
    let goal = json!({ "input": { "caseId": case["id"], "title": "Sleep through", "owner": "CHILD" } });
    let goal = worker.get(SET, goal).await["setGoal"]["goal"].clone();
    let node = "query($id: ID!) { node(id: $id) { __typename } }";
    for account in [
        "school.one",
        "police",
        "caseworker2.swindon",
        "triage.swindon",
        "provider",
        "provider.manager",
        "partnership",
        "analyst",
        "finance",
        "dpo",
        "admin",
        "caseworker.wiltshire",
        "manager.wiltshire",
    ] {
        let actor = test.actor(account).await;
        let (reads, knows) = (seen(&actor, &case).await, account == "triage.swindon");
        assert_eq!(reads.is_null(), !knows, "{account}");
        assert_eq!((&reads["goals"], &reads["measures"]), (&json!(null), &json!(null)), "{account}");
        for id in [&measure["id"], &goal["id"]] {
            assert_eq!(actor.get(node, json!({ "id": id })).await["node"], json!(null), "{account}");
        }
        let refused = if knows { "FORBIDDEN" } else { "NOT_FOUND" };
        let again = told(&case, "SDQ", "SELF", "BASELINE", json!({ "total": 12 }));
        assert_eq!(actor.ask(RECORD, json!({ "input": again })).await.codes(), [refused], "{account}");
        let another = json!({ "caseId": case["id"], "title": "x", "owner": "CHILD" });
        assert_eq!(actor.ask(SET, json!({ "input": another })).await.codes(), [refused], "{account}");
        let rate = json!({ "goalId": goal["id"], "on": "2026-11-24", "rating": 4 });
        assert_eq!(actor.ask(RATE, json!({ "input": rate })).await.codes(), ["NOT_FOUND"], "{account}");
    }
    assert_eq!(measure::Entity::find().count(test.app.database()).await.unwrap(), before + 1);
}

/// A case's measures cost the same number of statements, however many there are.
#[tokio::test]
async fn more_measures_cost_no_more_statements() {
    let test = TestApp::new().await;
    let (case, worker) = (case(&test).await, test.caseworker().await);
    let asks = "query($reference: String!) { case(reference: $reference) { measures { total change subscales { score } }
        goals { title change ratings { rating } } } }";
    let cost = async || {
        let before = test.app.statements();
        worker.get(asks, json!({ "reference": case["reference"] })).await;
        test.app.statements() - before
    };
    let goal = json!({ "input": { "caseId": case["id"], "title": "Sleep through", "owner": "CHILD" } });
    worker.get(SET, goal.clone()).await;
    kept(&worker, told(&case, "SDQ", "SELF", "BASELINE", json!({ "total": 20 }))).await;
    let few = cost().await;
    for informant in ["SELF", "PARENT", "TEACHER"] {
        for stage in ["BASELINE", "END"] {
            kept(&worker, told(&case, "SDQ", informant, stage, json!({ "total": 20 }))).await;
        }
    }
    worker.get(SET, goal).await;
    assert_eq!(cost().await, few);
}
