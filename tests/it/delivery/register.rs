//! A register: marks one by one, what they start and come to, notes and counts.

use ridgeway::{
    entity::{delivery::headcount, people::young_person},
    read::unscoped,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, IntoActiveModel, QueryFilter};
use serde_json::{Value, json};

use super::{COUNT, NOTE, accepted, cases, marks, placed, run, session, take};
use crate::support::{Actor, TestApp};

const ROWS: &str = "query($id: ID!) { node(id: $id) { ... on Session { viewerCanTakeRegister
    register { id takingPart attendance { expected attended rate minutes }
        card { displayName age medical goingHome emergencyContact { name phone } alerts { kind } } }
    attendances { mark enrolment { id } } } } }";

fn problem(code: &str, field: &str) -> (String, String) {
    (code.to_owned(), field.to_owned())
}

/// A run with its children, and a session that goes on now.
struct Hall {
    offering: Value,
    children: Vec<Value>,
    session: Value,
}

async fn hall(test: &TestApp, children: usize) -> Hall {
    let (offering, cases) = (run(test, &json!({})).await, cases(test, children).await);
    let mut placed = Vec::new();
    for case in &cases {
        placed.push(accepted(test, &offering, case).await);
    }
    let session = session(test, &offering, "2026-11-24T09:00:00Z", "2026-11-24T10:30:00Z").await;
    Hall { offering, children: placed, session }
}

async fn rows(who: &Actor<'_>, session: &Value) -> Value {
    who.get(ROWS, json!({ "id": session })).await["node"].clone()
}

#[tokio::test]
async fn marks_are_saved_one_by_one_and_a_correction_keeps_the_earlier_mark() {
    let test = TestApp::new().await;
    let Hall { offering, children, session: it } = hall(&test, 3).await;
    let worker = test.actor("provider").await;
    let wanting = placed(&test, &offering, &cases(&test, 4).await[3], &json!({})).await;
    let mark =
        |child: &Value, mark: &str, seen: Value| json!({ "enrolmentId": child, "mark": mark, "seen": seen });

    let first = take(
        &worker,
        &it,
        json!([mark(&children[0], "MISSED", json!(null)), mark(&children[1], "LATE", json!(null))]),
    )
    .await;
    assert_eq!(first.problems(), []);
    // Another device saw nothing yet: what it says otherwise is stale, what it says alike is done, the rest is saved.
    let second = take(
        &worker,
        &it,
        json!([
            mark(&children[0], "PRESENT", json!(null)),
            mark(&children[1], "LATE", json!(null)),
            mark(&children[2], "AUTHORISED_ABSENCE", json!(null)),
            mark(&wanting["id"], "PRESENT", json!(null)),
            mark(&json!("enrolment_AAAAAAAAAAAAAAAAAAAAAA"), "PRESENT", json!(null)),
            { "enrolmentId": children[2], "mark": "AUTHORISED_ABSENCE", "note": "At the dentist." },
            { "enrolmentId": children[2], "mark": "PRESENT", "seen": "AUTHORISED_ABSENCE", "at": "2026-11-24T09:40:00Z" },
        ]),
    )
    .await;
    let problems = [
        problem("STALE", "marks.0.mark"),
        problem("REQUIRED", "marks.2.note"),
        problem("NOT_FOUND", "marks.3.enrolmentId"),
        problem("NOT_FOUND", "marks.4.enrolmentId"),
        problem("OUT_OF_RANGE", "marks.6.at"),
    ];
    assert_eq!(second.problems(), problems);
    let find = |answer: &_, child: &Value| marks(answer).into_iter().find(|row| row.0 == *child).unwrap();
    assert_eq!(find(&second, &children[0]).1, "MISSED");
    assert_eq!(find(&second, &children[1]), (children[1].clone(), "LATE".to_owned(), vec![]));
    assert_eq!(find(&second, &children[2]).1, "AUTHORISED_ABSENCE");
    let third = take(&worker, &it, json!([mark(&children[0], "PRESENT", json!("MISSED"))])).await;
    assert_eq!(
        find(&third, &children[0]),
        (children[0].clone(), "PRESENT".to_owned(), vec!["MISSED".to_owned()])
    );
    assert_eq!(third.problems(), []);
    // Who runs it sees the child who only waits, and does not mark them either.
    let manager = test.actor("provider.manager").await;
    let wants = take(&manager, &it, json!([mark(&wanting["id"], "PRESENT", json!(null))])).await;
    assert_eq!(wants.problems(), [problem("NOT_ALLOWED_IN_STATUS", "marks.0.enrolmentId")]);
    assert_eq!(take(&worker, &it, json!([])).await.problems(), [problem("OUT_OF_RANGE", "marks")]);
}

#[tokio::test]
async fn sent_again_under_the_same_key_it_happens_once() {
    let test = TestApp::new().await;
    let Hall { children, session: it, .. } = hall(&test, 1).await;
    let manager = test.actor("provider.manager").await;
    let say = |mark: &str, seen: Value| json!([{ "enrolmentId": children[0], "mark": mark, "seen": seen }]);
    let keyed = test.actor("provider").await.with_key("tab-1/7");
    assert_eq!(take(&keyed, &it, say("MISSED", json!(null))).await.problems(), []);
    assert_eq!(take(&manager, &it, say("PRESENT", json!("MISSED"))).await.problems(), []);
    let again = take(&keyed, &it, say("MISSED", json!(null))).await;
    assert_eq!(again.problems(), []);
    assert_eq!(marks(&again)[0].1, "PRESENT", "what was decided since stands");
    assert_eq!(marks(&again)[0].2, ["MISSED"], "and nothing was written twice");
}

#[tokio::test]
async fn the_first_session_attended_starts_a_place_and_an_absence_never_does() {
    let test = TestApp::new().await;
    let Hall { offering, children, session: it } = hall(&test, 1).await;
    let before = session(&test, &offering, "2026-11-23T09:00:00Z", "2026-11-23T10:00:00Z").await;
    let later = session(&test, &offering, "2026-12-01T09:00:00Z", "2026-12-01T10:00:00Z").await;
    let worker = test.actor("provider").await;
    let say = async |session: &Value, mark: &str, seen: Value| {
        let done = take(
            &worker,
            session,
            json!([{ "enrolmentId": children[0], "mark": mark, "seen": seen, "note": "Said so." }]),
        )
        .await;
        assert_eq!(done.problems(), [], "{mark}");
        let enrolment = done.0["data"]["takeAttendance"]["session"]["attendances"][0]["enrolment"].clone();
        (enrolment["status"].as_str().unwrap().to_owned(), enrolment["startedOn"].clone())
    };
    let accepted = ("ACCEPTED".to_owned(), json!(null));
    let mut seen = json!(null);
    for absence in [
        "MISSED",
        "WAS_NOT_BROUGHT",
        "AUTHORISED_ABSENCE",
        "CANCELLED_BY_CHILD",
        "CANCELLED_BY_PROVIDER",
        "STOOD_DOWN",
        "NOT_EXPECTED",
    ] {
        assert_eq!(say(&it, absence, seen).await, accepted, "{absence}");
        seen = json!(absence);
    }
    let started = |day: &str| ("STARTED".to_owned(), json!(day));
    assert_eq!(say(&it, "LATE", seen).await, started("2026-11-24"));
    // Yesterday's register comes in late: it was the first.
    assert_eq!(say(&before, "PRESENT", json!(null)).await, started("2026-11-23"));
    assert_eq!(say(&it, "MISSED", json!("LATE")).await, started("2026-11-23"));
    assert_eq!(say(&before, "MISSED", json!("PRESENT")).await, accepted, "the child was never there");
    assert_eq!(say(&it, "PRESENT", json!("MISSED")).await, started("2026-11-24"));
    let tomorrow = take(&worker, &later, json!([{ "enrolmentId": children[0], "mark": "PRESENT" }])).await;
    assert_eq!(tomorrow.problems(), [problem("OUT_OF_RANGE", "marks.0.mark")]);
    let said =
        take(&worker, &later, json!([{ "enrolmentId": children[0], "mark": "CANCELLED_BY_CHILD" }])).await;
    assert_eq!(said.problems(), []);

    let summary = rows(&worker, &it).await["register"][0]["attendance"].clone();
    // Of the three that count, one was attended: 90 minutes.
    assert_eq!((&summary["expected"], &summary["attended"]), (&json!(3), &json!(1)));
    assert_eq!(summary["minutes"], 90);
    assert!((summary["rate"].as_f64().unwrap() - 1.0 / 3.0).abs() < 1e-9);
}

#[tokio::test]
async fn a_register_row_has_its_card_and_a_child_whose_consent_ended_stays_on_it() {
    let test = TestApp::new().await;
    let (offering, cases) = (run(&test, &json!({})).await, cases(&test, 2).await);
    let child = accepted(&test, &offering, &cases[0]).await;
    placed(&test, &offering, &cases[1], &json!({})).await;
    let it = session(&test, &offering, "2026-11-24T09:00:00Z", "2026-11-24T10:00:00Z").await;
    let worker = test.actor("provider").await;
    let now = rows(&worker, &it).await;
    assert_eq!(now["viewerCanTakeRegister"], true);
    let all = now["register"].as_array().unwrap().clone();
    assert_eq!(all.len(), 1, "an offer is no place");
    assert_eq!((&all[0]["id"], &all[0]["takingPart"]), (&child, &json!(true)));
    let asks = "query($id: ID!) { node(id: $id) { ... on Enrolment { youngPerson { id displayName age contacts { name } consents
        { id kind version } } } } }";
    let manager = test.manager().await;
    let known = manager.get(asks, json!({ "id": child })).await["node"]["youngPerson"].clone();
    let card = &all[0]["card"];
    assert_eq!((&card["displayName"], &card["age"]), (&known["displayName"], &known["age"]));
    let names: Vec<_> = known["contacts"].as_array().unwrap().iter().map(|row| row["name"].clone()).collect();
    let to_ring = &card["emergencyContact"]["name"];
    assert!(to_ring.is_null() || names.contains(to_ring), "{card}");
    for kind in ["DOG", "DO_NOT_VISIT_HOME", "TWO_PERSON_VISIT", "EXPLOITATION"] {
        assert!(card["alerts"].as_array().unwrap().iter().all(|alert| alert["kind"] != kind), "{card}");
    }
    // Of the child the worker sees the name and age, and no contact or consent.
    let seen = worker.get(asks, json!({ "id": child })).await["node"]["youngPerson"].clone();
    assert_eq!((&seen["displayName"], &seen["age"]), (&known["displayName"], &known["age"]));
    assert_eq!((&seen["contacts"], &seen["consents"]), (&json!(null), &json!(null)));

    let consents = known["consents"].as_array().unwrap();
    let own = consents.iter().find(|consent| consent["kind"] == "PARTICIPATE_CHILD").unwrap();
    let end =
        "mutation($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { problems { code } } }";
    let input = json!({ "consentId": own["id"], "version": own["version"], "on": "2026-11-24", "reason": "No more." });
    assert_eq!(manager.ask(end, json!({ "input": input })).await.problems(), []);
    let after = rows(&worker, &it).await["register"].clone();
    assert_eq!((&after[0]["id"], &after[0]["takingPart"]), (&child, &json!(false)));
    // If the child comes all the same that is written down, and starts nothing.
    let done = take(&worker, &it, json!([{ "enrolmentId": child, "mark": "PRESENT" }])).await;
    assert_eq!(done.problems(), []);
    assert_eq!(
        done.0["data"]["takeAttendance"]["session"]["attendances"][0]["enrolment"]["status"],
        "ACCEPTED"
    );
}

#[tokio::test]
async fn two_who_are_called_the_same_are_told_apart() {
    let test = TestApp::new().await;
    let Hall { session: it, .. } = hall(&test, 3).await;
    let worker = test.actor("provider").await;
    let asks = "query($id: ID!) { node(id: $id) { ... on Session { register { youngPerson { id reference displayName }
        card { displayName } } } } }";
    let before = worker.get(asks, json!({ "id": it })).await["node"]["register"].clone();
    let on = test.app.database();
    for (place, name) in ["Sam", "sam"].into_iter().enumerate() {
        let reference = before[place]["youngPerson"]["reference"].as_str().unwrap();
        let found = unscoped::<young_person::Entity>("a test")
            .filter(young_person::Column::Reference.eq(reference))
            .one(on)
            .await
            .unwrap();
        let mut row = found.unwrap().into_active_model();
        row.known_as = Set(Some(name.to_owned()));
        row.family_name = Set(Some("Reed".to_owned()));
        row.update(on).await.unwrap();
    }
    let after = worker.get(asks, json!({ "id": it })).await["node"]["register"].clone();
    let shown: Vec<_> =
        after.as_array().unwrap().iter().map(|row| row["card"]["displayName"].clone()).collect();
    let reference = |place: usize| after[place]["youngPerson"]["reference"].as_str().unwrap();
    assert_eq!(shown[0], format!("Sam Reed, {}", reference(0)));
    assert_eq!(shown[1], format!("sam Reed, {}", reference(1)));
    assert_eq!(shown[2], after[2]["youngPerson"]["displayName"]);
}

#[tokio::test]
async fn notes_are_written_on_the_day_about_a_child_on_the_register() {
    let test = TestApp::new().await;
    let Hall { offering, children, session: it } = hall(&test, 1).await;
    let later = session(&test, &offering, "2026-12-01T09:00:00Z", "2026-12-01T10:00:00Z").await;
    let worker = test.actor("provider").await;
    let write = async |session: &Value, child: &Value, body: &str| {
        let input = json!({ "sessionId": session, "enrolmentId": child, "body": body });
        worker.ask(NOTE, json!({ "input": input })).await
    };
    let none = json!("enrolment_AAAAAAAAAAAAAAAAAAAAAA");
    assert_eq!(write(&it, &none, "x").await.problems(), [problem("NOT_FOUND", "enrolmentId")]);
    assert_eq!(write(&it, &children[0], " ").await.problems(), [problem("REQUIRED", "body")]);
    let early = write(&later, &children[0], "x").await;
    assert_eq!(early.problems(), [problem("NOT_ALLOWED_IN_STATUS", "")]);
    let done = write(&it, &children[0], "We drew maps. He laughed. Next: the river.").await;
    assert_eq!(done.problems(), []);
    let notes = &done.0["data"]["addSessionNote"]["session"]["notes"];
    assert_eq!(notes[0]["body"], "We drew maps. He laughed. Next: the river.");
    assert_eq!(notes[0]["enrolment"]["id"], children[0]);
}

#[tokio::test]
async fn those_who_are_not_named_are_counted() {
    let test = TestApp::new().await;
    let street = run(&test, &json!({ "mode": "DETACHED", "reach": "COUNTED" })).await;
    let it = session(&test, &street, "2026-11-24T09:00:00Z", "2026-11-24T10:00:00Z").await;
    let worker = test.actor("provider").await;
    let count = async |children: i32, adults: i32| {
        let input = json!({ "sessionId": it, "children": children, "youngAdults": 3, "adults": adults });
        worker.ask(COUNT, json!({ "input": input })).await
    };
    let wrong = count(-1, 10_001).await;
    assert_eq!(wrong.problems(), [problem("OUT_OF_RANGE", "children"), problem("OUT_OF_RANGE", "adults")]);
    assert_eq!(wrong.0["data"]["recordHeadcount"]["session"]["headcount"], json!(null));
    assert_eq!(count(11, 2).await.problems(), []);
    let corrected = count(12, 2).await;
    let shown = &corrected.0["data"]["recordHeadcount"]["session"]["headcount"];
    assert_eq!(*shown, json!({ "children": 12, "youngAdults": 3, "adults": 2 }));
    let kept = unscoped::<headcount::Entity>("a test").all(test.app.database()).await.unwrap();
    let it = kept.iter().find(|row| row.number == 2).unwrap().session_id;
    let kept = kept.into_iter().filter(|row| row.session_id == it);
    let mut kept: Vec<_> = kept.map(|row| (row.number, row.children)).collect();
    kept.sort_unstable();
    assert_eq!(kept, [(1, 11), (2, 12)], "the earlier count is kept");
}
