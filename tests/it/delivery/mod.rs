//! Programmes, places and who gets them, through the API.

mod apart;
mod asks;
mod availability;
mod catalogue;
mod crowd;
mod following;
mod guards;
mod interleavings;
mod jumps;
mod kept;
mod nodes;
mod open_referral;
mod places;
mod public_find;
mod race;
mod register;
mod register_race;
mod removal;
mod requested;
mod sessions;
mod statements;
mod timeline;
mod venue;
mod watching;
mod who_sees_registers;

use ridgeway::worker;
use serde_json::{Value, json};

use crate::support::{Actor, Answer, TestApp};

const PROGRAMME: &str = "mutation($input: ProgrammeInput!) { createProgramme(input: $input) {
    programme { id version title sensitive } problems { code field message } } }";
const OFFERING: &str = "mutation($input: OfferingInput!) { createOffering(input: $input) {
    offering { id version status places { capacity taken held left waiting answer leftBand } }
    problems { code field message } } }";
const CHANGE: &str = "mutation($input: ChangeOfferingInput!) { changeOffering(input: $input) {
    offering { id version status places { capacity taken held left waiting answer } } problems { code field message } } }";
const ENROL: &str = "mutation($input: EnrolInput!) { enrol(input: $input) {
    enrolment { id version status position positionReason passedOver offerExpiresAt viewerCanAnswer viewerCanEnd }
    problems { code field message } } }";
const ANSWER: &str = "mutation($input: AnswerOfferInput!) { answerOffer(input: $input) {
    enrolment { id version status } problems { code field message } } }";
const END: &str = "mutation($input: EndEnrolmentInput!) { endEnrolment(input: $input) {
    enrolment { id version status endedOn } problems { code field message } } }";
const CONFIRM: &str = "mutation($input: ConfirmWaitingInput!) { confirmWaiting(input: $input) {
    enrolment { id version status passedOver } problems { code field message } } }";
const LOOK: &str =
    "query($id: ID!) { node(id: $id) { ... on Enrolment { id version status position positionReason
    passedOver joinedListAt offeredAt history { from to reason childsWords by { id } } } } }";
const PLACES: &str = "query($id: ID!) { node(id: $id) { ... on Offering { version status
    places { capacity taken held left waiting answer leftBand expectedWaitWorkingDays } } } }";
const SCHEDULE: &str = "mutation($input: ScheduleSessionsInput!) { scheduleSessions(input: $input) {
    offering { id version sessions(first: 100) { totalCount nodes { id version startsAt endsAt cancelled workers { id } } } }
    problems { code field message } } }";
const CANCEL: &str = "mutation($input: CancelSessionInput!) { cancelSession(input: $input) {
    session { id version cancelled cancelledReason } problems { code field message } } }";
const TAKE: &str = "mutation($input: TakeAttendanceInput!) { takeAttendance(input: $input) {
    session { id attendances { mark note enrolment { id status startedOn } earlier { mark } } }
    problems { code field message } } }";
const NOTE: &str = "mutation($input: AddSessionNoteInput!) { addSessionNote(input: $input) {
    session { id notes { body author { id } enrolment { id } } } problems { code field message } } }";
const COUNT: &str = "mutation($input: RecordHeadcountInput!) { recordHeadcount(input: $input) {
    session { id headcount { children youngAdults adults } } problems { code field message } } }";
const CASES: &str = "query($after: String) { cases(filter: { statuses: [ALLOCATED, ASSESSMENT, PLAN_AGREED, ACTIVE] },
    first: 100, after: $after, orderBy: NEWEST) { nodes { id status pathway youngPerson { id consents { kind status } } } pageInfo { hasNextPage endCursor } } }";

/// A programme that takes any child, as a team manager writes it down; with other values where they are given.
fn programme(provider: &Value, other: &Value) -> Value {
    let mut input = json!({
        "title": "Boats", "summary": "Building boats together.", "providerId": provider, "strand": "EARLY_INTERVENTION",
        "approach": "MENT", "mode": "GROUP", "reach": "NAMED", "minAge": 8, "maxAge": 25, "areaIds": [],
    });
    for (name, value) in other.as_object().into_iter().flatten() {
        input[name] = value.clone();
    }
    json!({ "input": input })
}

async fn provider(test: &TestApp) -> Value {
    let asks = "{ organisations(filter: { kinds: [PROVIDER], text: \"Lanternway\" }) { nodes { id } } }";
    test.manager().await.get(asks, json!({})).await["organisations"]["nodes"][0]["id"].clone()
}

/// An offering of a new programme with so many places. Gives back its id.
async fn offering(test: &TestApp, capacity: i32, other: &Value) -> Value {
    let manager = test.manager().await;
    let made = manager.get(PROGRAMME, programme(&provider(test).await, other)).await;
    let id = made["createProgramme"]["programme"]["id"].clone();
    assert!(id.is_string(), "{made:#}");
    let input = json!({ "input": { "programmeId": id, "startsOn": "2026-11-30", "endsOn": "2027-03-31",
        "schedule": "Mondays at 16:00", "capacity": capacity } });
    let made = manager.get(OFFERING, input).await;
    assert_eq!(made["createOffering"]["problems"], json!([]));
    made["createOffering"]["offering"]["id"].clone()
}

/// Cases of Swindon in which a child can be placed now.
async fn cases(test: &TestApp, how_many: usize) -> Vec<Value> {
    let manager = test.manager().await;
    let (mut found, mut after) = (Vec::new(), Value::Null);
    while found.len() < how_many {
        let page = manager.get(CASES, json!({ "after": after })).await["cases"].clone();
        for case in page["nodes"].as_array().unwrap() {
            let given = |kind: &str| {
                let consents = case["youngPerson"]["consents"].as_array().unwrap();
                let of_kind = |consent: &&Value| consent["kind"] == kind;
                consents.iter().filter(of_kind).all(|consent| consent["status"] == "GIVEN")
                    && consents.iter().any(|consent| consent["kind"] == kind)
            };
            let plain = !["KNIFE_PLAN"].contains(&case["pathway"].as_str().unwrap());
            if plain && given("PARTICIPATE_CHILD") && given("PARTICIPATE_PARENT") {
                found.push(case["id"].clone());
            }
        }
        after = page["pageInfo"]["endCursor"].clone();
        assert!(page["pageInfo"]["hasNextPage"] == true || found.len() >= how_many, "{} cases", found.len());
    }
    found.truncate(how_many);
    found
}

async fn enrol(who: &Actor<'_>, offering: &Value, case: &Value, other: &Value) -> Answer {
    let mut input = json!({ "offeringId": offering, "caseId": case });
    for (name, value) in other.as_object().into_iter().flatten() {
        input[name] = value.clone();
    }
    who.ask(ENROL, json!({ "input": input })).await
}

/// Places a child, which has to succeed. Gives back the enrolment.
async fn placed(test: &TestApp, offering: &Value, case: &Value, other: &Value) -> Value {
    let answer = enrol(&test.manager().await, offering, case, other).await;
    assert_eq!(answer.problems(), [], "{:#}", answer.0);
    answer.data()["enrol"]["enrolment"].clone()
}

/// Places a child of the caseworker's own, the first who can be. Gives back the enrolment, for which a place is held.
async fn own_child_placed(worker: &Actor<'_>, offering: &Value) -> Value {
    let mine =
        "{ cases(filter: { mine: true, statuses: [ALLOCATED, ASSESSMENT, PLAN_AGREED, ACTIVE] }, first: 50) {
        nodes { id } } }";
    let mine = worker.get(mine, json!({})).await["cases"]["nodes"].clone();
    for case in mine.as_array().unwrap() {
        let done = enrol(worker, offering, &case["id"], &json!({ "overrideReason": "Agreed." })).await;
        let held = done.data()["enrol"]["enrolment"].clone();
        if held["status"] == "OFFERED" {
            return held;
        }
    }
    panic!("no child of the caseworker can be placed");
}

async fn look(test: &TestApp, enrolment: &Value) -> Value {
    test.manager().await.get(LOOK, json!({ "id": enrolment["id"] })).await["node"].clone()
}

async fn places(test: &TestApp, offering: &Value) -> Value {
    test.manager().await.get(PLACES, json!({ "id": offering })).await["node"]["places"].clone()
}

async fn settle(test: &TestApp) {
    worker::settle(&test.app).await.unwrap();
}

/// A run of a new programme of the provider's that has begun today. Gives back its id.
async fn run(test: &TestApp, other: &Value) -> Value {
    let manager = test.manager().await;
    let made = manager.get(PROGRAMME, programme(&provider(test).await, other)).await;
    let input = json!({ "input": { "programmeId": made["createProgramme"]["programme"]["id"],
        "startsOn": "2026-11-23", "endsOn": "2027-03-31", "schedule": "Tuesdays at 10:00", "capacity": 20 } });
    let made = manager.get(OFFERING, input).await;
    assert_eq!(made["createOffering"]["problems"], json!([]));
    made["createOffering"]["offering"]["id"].clone()
}

async fn me(who: &Actor<'_>) -> Value {
    who.get("{ viewer { user { id } } }", json!({})).await["viewer"]["user"]["id"].clone()
}

/// Sessions of a run, led by the provider's worker, as somebody writes them down.
async fn schedule(who: &Actor<'_>, offering: &Value, sessions: Value) -> Answer {
    let version = who.get(PLACES, json!({ "id": offering })).await["node"]["version"].clone();
    let input = json!({ "offeringId": offering, "version": version, "sessions": sessions });
    who.ask(SCHEDULE, json!({ "input": input })).await
}

/// One session, which has to be written down. Gives back its id.
async fn session(test: &TestApp, offering: &Value, starts: &str, ends: &str) -> Value {
    let worker = me(&test.actor("provider").await).await;
    let manager = test.actor("provider.manager").await;
    let new = json!([{ "startsAt": starts, "endsAt": ends, "workerIds": [worker], "anyway": true }]);
    let done = schedule(&manager, offering, new).await;
    assert_eq!(done.problems(), [], "{:#}", done.0);
    let all = done.data()["scheduleSessions"]["offering"]["sessions"]["nodes"].clone();
    let is_it = |session: &&Value| session["startsAt"] == starts && session["endsAt"] == ends;
    all.as_array().unwrap().iter().rfind(is_it).unwrap()["id"].clone()
}

/// Places a child who says yes. Gives back the enrolment's id.
async fn accepted(test: &TestApp, offering: &Value, case: &Value) -> Value {
    let offered = placed(test, offering, case, &json!({})).await;
    let input =
        json!({ "input": { "enrolmentId": offered["id"], "version": offered["version"], "accept": true } });
    let said = test.manager().await.ask(ANSWER, input).await;
    assert_eq!(said.problems(), [], "{:#}", said.0);
    offered["id"].clone()
}

/// A case whose child has no other place.
async fn alone(test: &TestApp) -> Value {
    let asks = "query($id: ID!) { node(id: $id) { ... on Case { enrolments { totalCount } } } }";
    let manager = test.manager().await;
    for case in cases(test, 20).await {
        if manager.get(asks, json!({ "id": case })).await["node"]["enrolments"]["totalCount"] == 0 {
            return case;
        }
    }
    panic!("each of twenty children has a place already");
}

/// Marks, as somebody sends them.
async fn take(who: &Actor<'_>, session: &Value, marks: Value) -> Answer {
    who.ask(TAKE, json!({ "input": { "sessionId": session, "marks": marks } })).await
}

/// The marks of a payload: enrolment, mark and those that it corrects.
fn marks(answer: &Answer) -> Vec<(Value, String, Vec<String>)> {
    let text = |value: &Value| value["mark"].as_str().unwrap().to_owned();
    let all = answer.0["data"]["takeAttendance"]["session"]["attendances"].as_array().unwrap().clone();
    let one = |row: &Value| {
        let earlier = row["earlier"].as_array().unwrap().iter().map(text).collect();
        (row["enrolment"]["id"].clone(), text(row), earlier)
    };
    all.iter().map(one).collect()
}
