//! What the rules of a referral mean to people, through the API: where it goes, what may not be declined or withdrawn, when
//! somebody has to ring first, and that what comes later reaches whoever works the case.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::{Actor, Answer, TestApp};

const SUBMIT: &str = "mutation($input: SubmitReferralInput!) { submitReferral(input: $input) {
    referral { id reference urgency services { id name } } problems { code field message } } }";
const TRIAGE: &str = "mutation($input: TriageReferralInput!) { triageReferral(input: $input) {
    referral { status case { id reference version } } problems { code field message } } }";
const WHOLE: &str = "query($reference: String!) { referral(reference: $reference) { id version status urgency
    services { name } youngPerson { id } safeguardingConcerns { id version open calls { agency } } } }";

/// The short form, with more.
fn form(more: Value) -> Value {
    let mut form = json!({ "youngPerson": child(json!({})), "source": "SCHOOL", "mainFactor": "UNSAFE_JOURNEYS",
        "whatHappened": "Afraid of a group in the park.", "immediateDanger": false, "parentAware": true });
    merge(&mut form, more);
    form
}

fn child(more: Value) -> Value {
    let mut child = json!({ "givenName": "Linnet", "dateOfBirth": "2012-03-04", "sex": "UNKNOWN" });
    merge(&mut child, more);
    child
}

fn merge(into: &mut Value, more: Value) {
    if let (Value::Object(into), Value::Object(more)) = (into, more) {
        into.extend(more);
    }
}

async fn submit(who: &Actor<'_>, more: Value) -> Answer {
    who.ask(SUBMIT, json!({ "input": form(more) })).await
}

/// Sends a referral that has to be taken as it is.
async fn sent(who: &Actor<'_>, more: Value) -> Value {
    let answer = submit(who, more).await.data()["submitReferral"].clone();
    assert_eq!(answer["problems"], json!([]));
    answer["referral"].clone()
}

async fn whole(who: &Actor<'_>, referral: &Value) -> Value {
    who.get(WHOLE, json!({ "reference": referral["reference"] })).await["referral"].clone()
}

/// Decides a referral as somebody sees it now.
async fn decide(who: &Actor<'_>, referral: &Value, outcome: &str, more: Value) -> Answer {
    let version = whole(who, referral).await["version"].clone();
    let mut input = json!({ "referralId": referral["id"], "version": version, "outcome": outcome,
        "rationale": "Read.", "feedback": "Thank you." });
    merge(&mut input, more);
    who.ask(TRIAGE, json!({ "input": input })).await
}

fn problem(code: &str, field: &str) -> Vec<(String, String)> {
    vec![(code.to_owned(), field.to_owned())]
}

fn services(referral: &Value) -> Vec<&str> {
    let services = referral["services"].as_array().unwrap();
    let mut names: Vec<_> = services.iter().map(|one| one["name"].as_str().unwrap()).collect();
    names.sort_unstable();
    names
}

const SWINDON: &str = "Swindon Youth Justice Service";
const WILTSHIRE: &str = "Wiltshire Youth Justice Service";

/// A home that the manager of a service knows, and so in that council; and the school of such a child.
async fn home_and_school(test: &TestApp, manager: &str) -> (Value, Value) {
    let asked =
        "{ youngPeople(first: 100) { nodes { address { lines postcode } school { id area { id } } } } }";
    let known = test.actor(manager).await.get(asked, json!({})).await;
    let children = known["youngPeople"]["nodes"].as_array().unwrap().clone();
    let viewed = "{ viewer { organisation { area { id } } } }";
    let council = test.actor(manager).await.get(viewed, json!({})).await;
    let council = &council["viewer"]["organisation"]["area"]["id"];
    let of = |name: &str| -> Vec<Value> {
        children.iter().map(|child| child[name].clone()).filter(|one| !one.is_null()).collect()
    };
    let home =
        of("address").into_iter().find(|it| it["postcode"].as_str().is_some_and(|code| !code.is_empty()));
    let school = of("school").into_iter().find(|it| &it["area"]["id"] == council);
    (home.expect("a home"), school.expect("a school of the council")["id"].clone())
}

#[tokio::test]
async fn it_goes_where_the_child_lives_or_learns_else_to_whoever_refers_or_chooses_else_to_both() {
    let test = TestApp::new().await;
    let (swindon, wiltshire) = (test.triage().await, test.actor("triage.wiltshire").await);
    let (police, school) = (test.actor("police").await, test.school().await);
    let (home, _) = home_and_school(&test, "manager.wiltshire").await;
    let (_, learns) = home_and_school(&test, "manager.swindon").await;
    let chosen = wiltshire.get("{ viewer { organisation { id } } }", json!({})).await;
    let chosen = &chosen["viewer"]["organisation"]["id"];
    let of = |more: Value| json!({ "source": "POLICE", "youngPerson": child(more) });

    // The home is stronger than the school that refers, the school of the child than a choice.
    let by_home = sent(&school, json!({ "youngPerson": child(json!({ "address": home })) })).await;
    assert_eq!(services(&by_home), [WILTSHIRE]);
    let mut at_school = of(json!({ "schoolId": learns }));
    merge(&mut at_school, json!({ "serviceId": chosen }));
    assert_eq!(services(&sent(&police, at_school).await), [SWINDON]);
    assert_eq!(services(&sent(&school, json!({})).await), [SWINDON]);
    let mut by_choice = of(json!({}));
    merge(&mut by_choice, json!({ "serviceId": chosen }));
    assert_eq!(services(&sent(&police, by_choice).await), [WILTSHIRE]);

    // Nobody knows whose it is: both see it, until one of them takes it.
    let unsure = sent(&police, of(json!({}))).await;
    assert_eq!(services(&unsure), [SWINDON, WILTSHIRE]);
    assert!(whole(&wiltshire, &unsure).await.is_object());
    let version = &whole(&swindon, &unsure).await["version"];
    let take = "mutation($input: ReferralVersionInput!) { takeReferral(input: $input) {
        referral { services { name } } problems { code } } }";
    let input = json!({ "input": { "referralId": unsure["id"], "version": version } });
    let taken = swindon.get(take, input).await["takeReferral"].clone();
    assert_eq!(taken["problems"], json!([]));
    assert_eq!(services(&taken["referral"]), [SWINDON]);
    assert_eq!(whole(&wiltshire, &unsure).await, Value::Null);
}

#[tokio::test]
async fn a_child_with_a_knife_is_never_declined() {
    let test = TestApp::new().await;
    let (police, triage) = (test.actor("police").await, test.triage().await);
    let (_, learns) = home_and_school(&test, "manager.swindon").await;
    let knife = json!({ "source": "POLICE", "youngPerson": child(json!({ "schoolId": learns })),
        "trigger": "KNIFE_POSSESSION", "triggeredOn": "2026-11-23" });
    let referral = sent(&police, knife).await;
    let before = whole(&triage, &referral).await;
    let declined = decide(&triage, &referral, "DECLINE", json!({ "reason": "OUT_OF_AREA" })).await;
    assert_eq!(declined.problems(), problem("INVALID", "outcome"));
    assert_eq!(whole(&triage, &referral).await, before);
    let accepted = decide(&triage, &referral, "ACCEPT", json!({ "pathway": "KNIFE_PLAN" })).await.data();
    assert_eq!(accepted["triageReferral"]["referral"]["status"], "ACCEPTED");
}

#[tokio::test]
async fn while_a_concern_is_open_a_referral_is_neither_declined_nor_withdrawn() {
    let test = TestApp::new().await;
    let (school, triage) = (test.school().await, test.triage().await);
    let referral = sent(&school, json!({})).await;
    let raise = "mutation($input: RaiseSafeguardingConcernInput!) { raiseSafeguardingConcern(input: $input) {
        safeguardingConcern { id } problems { code field message } } }";
    let concern = json!({ "input": { "referralId": referral["id"], "text": "A bruise on the arm.",
        "immediateDanger": false, "parentTold": false, "childTold": false } });
    assert_eq!(school.ask(raise, concern).await.problems(), []);

    let before = whole(&triage, &referral).await;
    let out = json!({ "reason": "OUT_OF_AREA" });
    let declined = decide(&triage, &referral, "DECLINE", out.clone()).await;
    assert_eq!(declined.problems(), problem("OPEN_SAFEGUARDING_CONCERN", "outcome"));
    let withdraw = "mutation($input: WithdrawReferralInput!) { withdrawReferral(input: $input) {
        problems { code field } } }";
    let seen = "query($reference: String!) { referral(reference: $reference) { version } }";
    let seen = school.get(seen, json!({ "reference": referral["reference"] })).await;
    let input = json!({ "input": { "referralId": referral["id"], "version": seen["referral"]["version"],
        "reason": "Sent twice." } });
    let withdrawn = school.ask(withdraw, input).await;
    assert_eq!(withdrawn.problems(), problem("OPEN_SAFEGUARDING_CONCERN", ""));
    assert_eq!(whole(&triage, &referral).await, before);

    let resolve =
        "mutation($input: ResolveSafeguardingConcernInput!) { resolveSafeguardingConcern(input: $input) {
        problems { code field } } }";
    let open = &before["safeguardingConcerns"][0];
    let outcome = json!({ "input": { "safeguardingConcernId": open["id"], "version": open["version"],
        "outcome": "The front door decided: early help." } });
    assert_eq!(triage.ask(resolve, outcome.clone()).await.problems(), []);
    assert_eq!(triage.ask(resolve, outcome).await.problems(), problem("STALE", "version"), "resolved once");
    let declined = decide(&triage, &referral, "DECLINE", out).await.data();
    assert_eq!(declined["triageReferral"]["referral"]["status"], "DECLINED");
}

#[tokio::test]
async fn danger_and_a_hurry_at_night_ask_for_a_call_first() {
    let test = TestApp::new().await;
    let (school, triage) = (test.school().await, test.triage().await);
    let count = async || school.get("{ referrals { totalCount } }", json!({})).await["referrals"].clone();
    let before = count().await;
    let danger = submit(&school, json!({ "immediateDanger": true })).await;
    assert_eq!(danger.problems(), problem("CALL_FIRST", "emergencyCall"));
    assert_eq!(count().await, before, "it is the form that keeps what was typed");
    let call = json!({ "agency": "999", "calledAt": "2026-11-24T09:20:00Z" });
    let called = sent(&school, json!({ "immediateDanger": true, "emergencyCall": call })).await;
    assert_eq!(called["urgency"], "IMMEDIATE");
    let concerns = whole(&triage, &called).await["safeguardingConcerns"].clone();
    assert_eq!((&concerns[0]["open"], &concerns[0]["calls"][0]["agency"]), (&json!(true), &json!("999")));

    let hurry = json!({ "urgency": "IMMEDIATE" });
    assert_eq!(sent(&school, hurry.clone()).await["urgency"], "IMMEDIATE", "somebody is there");
    test.app.clock().advance(TimeDelta::hours(13));
    let night = submit(&school, hurry).await;
    assert_eq!(night.problems(), problem("CALL_FIRST", "emergencyCall"));
    assert_eq!(sent(&school, json!({ "urgency": "PRIORITY" })).await["urgency"], "PRIORITY");
    let rung = json!({ "urgency": "IMMEDIATE", "emergencyCall": call });
    assert_eq!(sent(&school, rung).await["urgency"], "IMMEDIATE");
}

/// The case that a referral opened, given to the caseworker.
async fn worked_case(test: &TestApp, referral: &Value) -> Value {
    let pathway = json!({ "pathway": "EARLY_PREVENTION" });
    let accepted = decide(&test.triage().await, referral, "ACCEPT", pathway).await.data();
    let case = accepted["triageReferral"]["referral"]["case"].clone();
    let me = test.caseworker().await.get("{ viewer { user { id } } }", json!({})).await;
    let allocate =
        "mutation($input: AllocateCaseInput!) { allocateCase(input: $input) { problems { code } } }";
    let input = json!({ "input": { "caseId": case["id"], "version": case["version"],
        "caseworkerId": me["viewer"]["user"]["id"], "conflictDeclared": false } });
    assert_eq!(test.manager().await.ask(allocate, input).await.problems(), []);
    case
}

#[tokio::test]
async fn what_comes_later_reaches_whoever_works_the_case() {
    let test = TestApp::new().await;
    let (school, triage, worker) = (test.school().await, test.triage().await, test.caseworker().await);
    let first = sent(&school, json!({})).await;
    let case = worked_case(&test, &first).await;
    let changed = async || {
        let since = test.app.now().to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
        test.app.clock().advance(TimeDelta::minutes(1));
        since
    };
    let list = "query($since: DateTime!) { cases(filter: { mine: true, changedSince: $since }) {
        nodes { reference } } }";
    let only = json!([{ "reference": case["reference"] }]);

    // What those who referred add.
    let since = changed().await;
    let add = "mutation($input: ReferralTextInput!) { addReferralInformation(input: $input) { problems { code } } }";
    let input = json!({ "input": { "referralId": first["id"], "text": "He was hit again." } });
    assert_eq!(school.ask(add, input).await.problems(), []);
    assert_eq!(worker.get(list, json!({ "since": since })).await["cases"]["nodes"], only);
    let read = "query($reference: String!) { case(reference: $reference) { referral { messages { text } }
        youngPerson { referrals { nodes { reference whatHappened } } } } }";
    let read = async || worker.get(read, json!({ "reference": case["reference"] })).await["case"].clone();
    let told = read().await;
    let messages = told["referral"]["messages"].as_array().unwrap();
    assert!(messages.iter().any(|one| one["text"] == "He was hit again."), "{messages:?}");

    // Another referral of the same child, that triage adds to the case.
    let again = sent(&school, json!({ "whatHappened": "Followed home from the bus." })).await;
    let since = changed().await;
    let added = decide(&triage, &again, "ADD_TO_OPEN_CASE", json!({ "caseId": case["id"] })).await.data();
    assert_eq!(added["triageReferral"]["referral"]["status"], "ADDED_TO_CASE");
    assert_eq!(worker.get(list, json!({ "since": since })).await["cases"]["nodes"], only);
    let told = read().await;
    let referrals = told["youngPerson"]["referrals"]["nodes"].as_array().unwrap();
    assert_eq!(referrals.len(), 2, "{referrals:?}");
    assert!(referrals.iter().any(|one| one["whatHappened"] == "Followed home from the bus."));
}

#[tokio::test]
async fn a_record_that_is_put_right_keeps_what_it_was() {
    let test = TestApp::new().await;
    let (school, worker) = (test.school().await, test.caseworker().await);
    let (home, learns) = home_and_school(&test, "manager.swindon").await;
    let first_home = json!({ "lines": ["1 Old Lane"], "postcode": home["postcode"] });
    let contact = json!({ "name": "Rosa", "relationship": "mother", "phone": "07700 900123" });
    let told = child(json!({ "schoolId": learns, "address": first_home, "contacts": [contact] }));
    let case = worked_case(&test, &sent(&school, json!({ "youngPerson": told })).await).await;
    let read = "query($reference: String!) { case(reference: $reference) { youngPerson { id version givenName
        school { id } schools { school { id } from to } address { lines } addresses { address { lines } from to }
        contacts { id version name mayContact phone } } } }";
    let read = async || {
        worker.get(read, json!({ "reference": case["reference"] })).await["case"]["youngPerson"].clone()
    };
    test.app.clock().advance(TimeDelta::days(1));
    let before = read().await;
    let change = "mutation($input: ChangeYoungPersonInput!) { changeYoungPerson(input: $input) {
        youngPerson { version } problems { code field message } } }";
    let input = json!({ "input": { "youngPersonId": before["id"], "version": before["version"], "kind": "CHANGE",
        "from": "2026-11-25", "reason": "The mother rang.",
        "address": { "lines": ["2 New Road"], "postcode": home["postcode"] } } });
    assert_eq!(worker.ask(change, input.clone()).await.problems(), []);
    let moved = read().await;
    assert_eq!(moved["address"]["lines"], json!(["2 New Road"]));
    let homes = moved["addresses"].as_array().unwrap();
    assert_eq!(homes.len(), 2, "{homes:?}");
    assert_eq!(
        (&homes[0]["address"]["lines"][0], &homes[0]["to"]),
        (&json!("1 Old Lane"), &json!("2026-11-24"))
    );
    assert_eq!((&homes[1]["from"], &homes[1]["to"]), (&json!("2026-11-25"), &json!(null)));
    assert_eq!(
        worker.ask(change, input).await.problems(),
        problem("STALE", "version"),
        "who saw the old one is told"
    );

    let correct = json!({ "input": { "youngPersonId": before["id"], "version": moved["version"],
        "kind": "CORRECTION", "reason": "Birth certificate.", "givenName": "Linnett" } });
    assert_eq!(worker.ask(change, correct).await.problems(), []);
    assert_eq!(read().await["givenName"], "Linnett");
    // Those who sent it see the child as they described them.
    let sent = "{ referrals(first: 100) { nodes { child { givenName } } } }";
    let sent = school.get(sent, json!({})).await.to_string();
    assert!(sent.contains("\"Linnet\"") && !sent.contains("Linnett"));

    let mother = &before["contacts"][0];
    let never =
        "mutation($input: ChangeContactInput!) { changeContact(input: $input) { problems { code field } } }";
    let input = json!({ "input": { "youngPersonId": before["id"], "contactId": mother["id"],
        "version": mother["version"], "reason": "She asked for it.",
        "contact": { "name": "Rosa", "relationship": "mother", "phone": "07700 900123", "mayContact": "NEVER" } } });
    assert_eq!(worker.ask(never, input).await.problems(), []);
    assert_eq!(read().await["contacts"][0]["mayContact"], "NEVER");
}
