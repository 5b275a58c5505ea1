//! When a run meets: who says so, what is asked first, and what cancelling does.

use futures_util::{Stream, StreamExt};
use serde_json::{Value, json};

use super::{CANCEL, SCHEDULE, accepted, alone, me, run, schedule, session, settle, take};
use crate::support::{Answer, TestApp};

fn new(starts: &str, ends: &str) -> Value {
    json!({ "startsAt": starts, "endsAt": ends })
}

fn count(answer: &Answer) -> Value {
    answer.0["data"]["scheduleSessions"]["offering"]["sessions"]["totalCount"].clone()
}

#[tokio::test]
async fn what_is_past_outside_or_at_the_same_time_is_asked_and_nothing_is_written() {
    let test = TestApp::new().await;
    let one = run(&test, &json!({})).await;
    let manager = test.actor("provider.manager").await;
    let asked = async |sessions: Value| schedule(&manager, &one, sessions).await;
    let problem = |code: &str, field: &str| (code.to_owned(), field.to_owned());

    // Half past nine on Tuesday.
    let past = new("2026-11-24T09:00:00Z", "2026-11-24T10:00:00Z");
    let fine = new("2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z");
    let refused = asked(json!([fine, past])).await;
    assert_eq!(refused.problems(), [problem("OUT_OF_RANGE", "sessions.1.startsAt")]);
    assert_eq!(count(&refused), 0, "all or none");
    let outside = asked(json!([new("2027-04-01T10:00:00Z", "2027-04-01T11:00:00Z")])).await;
    assert_eq!(outside.problems(), [problem("OUT_OF_RANGE", "sessions.0.startsAt")]);
    let backwards = asked(json!([new("2026-12-02T10:00:00Z", "2026-12-02T09:00:00Z")])).await;
    assert_eq!(backwards.problems(), [problem("OUT_OF_RANGE", "sessions.0.endsAt")]);
    assert_eq!(asked(json!([])).await.problems(), [problem("OUT_OF_RANGE", "sessions")]);
    let many: Vec<_> = (0..101).map(|_| fine.clone()).collect();
    assert_eq!(asked(json!(many)).await.problems(), [problem("OUT_OF_RANGE", "sessions")]);
    let twice = asked(json!([fine, new("2026-12-01T10:30:00Z", "2026-12-01T11:30:00Z")])).await;
    assert_eq!(twice.problems(), [problem("DUPLICATE", "sessions.1.startsAt")]);

    let mut answered = past.clone();
    answered["anyway"] = json!(true);
    let done = asked(json!([fine, answered, new("2026-12-01T11:00:00Z", "2026-12-01T12:00:00Z")])).await;
    assert_eq!((done.problems(), count(&done)), (vec![], json!(3)));
    let starts = done.0["data"]["scheduleSessions"]["offering"]["sessions"]["nodes"].as_array().unwrap();
    let starts: Vec<_> = starts.iter().map(|session| session["startsAt"].as_str().unwrap()).collect();
    assert_eq!(starts, ["2026-11-24T09:00:00Z", "2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z"]);
    assert_eq!(asked(json!([fine])).await.problems(), [problem("DUPLICATE", "sessions.0.startsAt")]);
    let input = json!({ "offeringId": one, "version": 1, "sessions": [new("2026-12-03T10:00:00Z", "2026-12-03T11:00:00Z")] });
    let stale = manager.ask(SCHEDULE, json!({ "input": input })).await;
    assert_eq!((stale.problems(), count(&stale)), (vec![problem("STALE", "version")], json!(3)));
}

#[tokio::test]
async fn who_leads_works_for_the_provider_and_is_at_one_place_at_a_time() {
    let test = TestApp::new().await;
    let (one, pairs) = (run(&test, &json!({})).await, run(&test, &json!({ "mode": "ONE_TO_ONE" })).await);
    let manager = test.actor("provider.manager").await;
    let worker = me(&test.actor("provider").await).await;
    let stranger = me(&test.caseworker().await).await;
    let with = |who: &Value, anyway: bool| {
        json!([{ "startsAt": "2026-12-01T10:00:00Z", "endsAt": "2026-12-01T11:00:00Z", "workerIds": [who],
            "anyway": anyway }])
    };
    let problem = |code: &str, field: &str| (code.to_owned(), field.to_owned());
    let refused = schedule(&manager, &one, with(&stranger, false)).await;
    assert_eq!(refused.problems(), [problem("NOT_FOUND", "sessions.0.workerIds.0")]);
    let refused = schedule(&manager, &one, with(&stranger, true)).await;
    assert_eq!(refused.problems(), [problem("NOT_FOUND", "sessions.0.workerIds.0")]);
    let done = schedule(&manager, &one, with(&worker, false)).await;
    assert_eq!(done.problems(), []);
    let led = &done.0["data"]["scheduleSessions"]["offering"]["sessions"]["nodes"][0]["workers"];
    assert_eq!(*led, json!([{ "id": worker }]));
    let busy = schedule(&manager, &pairs, with(&worker, false)).await;
    assert_eq!(busy.problems(), [problem("DUPLICATE", "sessions.0.workerIds.0")]);
    // Another pair may meet at the same time.
    let leader = me(&manager).await;
    assert_eq!(schedule(&manager, &pairs, with(&leader, false)).await.problems(), []);
    let colleague = json!([{ "startsAt": "2026-12-01T10:00:00Z", "endsAt": "2026-12-01T11:00:00Z" }]);
    assert_eq!(schedule(&manager, &pairs, colleague).await.problems(), []);
    assert_eq!(schedule(&manager, &pairs, with(&worker, true)).await.problems(), []);
}

#[tokio::test]
async fn a_manager_of_the_service_or_of_the_provider_schedules_and_nobody_else() {
    let test = TestApp::new().await;
    let one = run(&test, &json!({})).await;
    let there = session(&test, &one, "2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z").await;
    let new = json!([new("2026-12-02T10:00:00Z", "2026-12-02T11:00:00Z")]);
    let input = json!({ "input": { "offeringId": one, "version": 1, "sessions": new } });
    let cancel = json!({ "input": { "sessionId": there, "version": 1, "reason": "The hall is flooded." } });
    for (account, codes) in [
        ("school.one", ["FORBIDDEN", "NOT_FOUND"]),
        ("caseworker.swindon", ["FORBIDDEN", "NOT_FOUND"]),
        ("triage.swindon", ["FORBIDDEN", "NOT_FOUND"]),
        ("provider", ["FORBIDDEN", "FORBIDDEN"]),
        ("partnership", ["FORBIDDEN", "NOT_FOUND"]),
        ("analyst", ["FORBIDDEN", "NOT_FOUND"]),
        ("finance", ["NOT_FOUND", "NOT_FOUND"]),
        ("dpo", ["NOT_FOUND", "NOT_FOUND"]),
        ("admin", ["NOT_FOUND", "NOT_FOUND"]),
    ] {
        let actor = test.actor(account).await;
        let found = [
            actor.ask(SCHEDULE, input.clone()).await.codes(),
            actor.ask(CANCEL, cancel.clone()).await.codes(),
        ];
        assert_eq!(found, codes.map(|code| vec![code.to_owned()]), "{account}");
    }
    // A manager of either service schedules what its children may go to.
    let wiltshire = test.actor("manager.wiltshire").await;
    assert_eq!(wiltshire.ask(SCHEDULE, input).await.problems(), [("STALE".to_owned(), "version".to_owned())]);
    assert_eq!(schedule(&wiltshire, &one, new).await.problems(), []);
    assert_eq!(wiltshire.ask(CANCEL, cancel).await.problems(), []);
}

#[tokio::test]
async fn a_cancelled_session_takes_no_marks_and_one_that_took_place_is_not_cancelled() {
    let test = TestApp::new().await;
    let (one, case) = (run(&test, &json!({})).await, alone(&test).await);
    let child = accepted(&test, &one, &case).await;
    let first = session(&test, &one, "2026-11-24T09:00:00Z", "2026-11-24T10:00:00Z").await;
    let second = session(&test, &one, "2026-11-24T11:00:00Z", "2026-11-24T12:00:00Z").await;
    let (worker, manager) = (test.actor("provider").await, test.actor("provider.manager").await);
    let cancel = async |session: &Value, reason: &str| {
        let input = json!({ "sessionId": session, "version": 1, "reason": reason });
        manager.ask(CANCEL, json!({ "input": input })).await
    };
    let problem = |code: &str, field: &str| vec![(code.to_owned(), field.to_owned())];
    let mark = json!([{ "enrolmentId": child, "mark": "PRESENT" }]);
    assert_eq!(take(&worker, &first, mark.clone()).await.problems(), []);
    assert_eq!(cancel(&first, "No heating.").await.problems(), problem("NOT_ALLOWED_IN_STATUS", ""));
    assert_eq!(cancel(&second, "  ").await.problems(), problem("REQUIRED", "reason"));
    let next = "query($id: ID!) { node(id: $id) { ... on Case { nextSession { id startsAt } } } }";
    let service = test.manager().await;
    let before = service.get(next, json!({ "id": case })).await["node"]["nextSession"].clone();
    assert_eq!(before["id"], first, "goes on now");
    let done = cancel(&second, "No heating.").await;
    assert_eq!(done.problems(), []);
    let done = done.data()["cancelSession"]["session"].clone();
    assert_eq!((&done["cancelled"], &done["cancelledReason"]), (&json!(true), &json!("No heating.")));
    assert_eq!(take(&worker, &second, mark).await.problems(), problem("NOT_ALLOWED_IN_STATUS", ""));
    assert_eq!(cancel(&second, "Again.").await.problems(), problem("STALE", "version"));
    test.app.clock().advance(chrono::TimeDelta::hours(1));
    let after = service.get(next, json!({ "id": case })).await["node"]["nextSession"].clone();
    assert_eq!(after, json!(null));
    // Another one may be held at that time.
    session(&test, &one, "2026-11-24T11:00:00Z", "2026-11-24T12:00:00Z").await;
}

#[tokio::test]
async fn bank_holidays_are_asked_about_and_days_without_school_where_it_is_at_school() {
    let test = TestApp::new().await;
    let areas = "{ areas(kind: LOCAL_AUTHORITY) { id code } }";
    let areas = test.manager().await.get(areas, json!({})).await["areas"].clone();
    let swindon =
        areas.as_array().unwrap().iter().find(|area| area["code"] == "E06000030").unwrap()["id"].clone();
    let at_school = run(&test, &json!({ "strand": "EDUCATION", "areaIds": [swindon] })).await;
    let in_the_hall = run(&test, &json!({})).await;
    let manager = test.actor("provider.manager").await;
    // Every Monday from before Christmas on: the holidays, a bank holiday among them, and a training day.
    let mondays = |anyway: bool| {
        let days = ["2026-12-14", "2026-12-21", "2026-12-28", "2027-01-04", "2027-01-11"];
        let one = |day: &&str| {
            json!({ "startsAt": format!("{day}T10:00:00Z"), "endsAt": format!("{day}T11:00:00Z"),
            "anyway": anyway })
        };
        json!(days.iter().map(one).collect::<Vec<_>>())
    };
    let asked = |places: &[usize]| {
        let at = |place: &usize| ("OUT_OF_RANGE".to_owned(), format!("sessions.{place}.startsAt"));
        places.iter().map(at).collect::<Vec<_>>()
    };
    let refused = schedule(&manager, &at_school, mondays(false)).await;
    assert_eq!((refused.problems(), count(&refused)), (asked(&[1, 2, 3]), json!(0)));
    let says = &refused.0["data"]["scheduleSessions"]["problems"];
    assert!(says[0]["message"].as_str().unwrap().starts_with("Schools are not open on this day."));
    assert!(says[1]["message"].as_str().unwrap().starts_with("This is a bank holiday."));
    assert!(says[2]["message"].as_str().unwrap().contains("training day"));
    assert_eq!(schedule(&manager, &in_the_hall, mondays(false)).await.problems(), asked(&[2]));
    assert_eq!(schedule(&manager, &in_the_hall, mondays(true)).await.problems(), []);
}

const FOLLOW: &str =
    "subscription { workChanged { kind subject { __typename ... on Offering { id } } by { id } } }";

/// What somebody hears next.
async fn heard(stream: &mut (impl Stream<Item = Answer> + Unpin)) -> Value {
    stream.next().await.expect("the stream goes on").data()["workChanged"].clone()
}

#[tokio::test]
async fn who_runs_and_who_leads_hear_at_once_that_a_session_is_written_down_or_cancelled() {
    let test = TestApp::new().await;
    let (mine, other) = (run(&test, &json!({})).await, run(&test, &json!({})).await);
    let (manager, leader) = (test.actor("provider.manager").await, test.actor("provider").await);
    let mut streams = [manager.follow(FOLLOW, json!({})).await, leader.follow(FOLLOW, json!({})).await];
    for stream in &mut streams {
        assert_eq!(heard(stream).await["kind"], "READY");
    }
    // Somebody of the council, who may schedule any: one that nobody leads is the manager's alone to hear of.
    let team = test.manager().await;
    let nobody = json!([new("2026-12-02T10:00:00Z", "2026-12-02T11:00:00Z")]);
    assert_eq!(schedule(&team, &other, nobody).await.problems(), []);
    let led = json!([{ "startsAt": "2026-12-01T10:00:00Z", "endsAt": "2026-12-01T11:00:00Z",
        "workerIds": [me(&leader).await] }]);
    let done = schedule(&team, &mine, led).await;
    assert_eq!(done.problems(), []);
    let session = done.0["data"]["scheduleSessions"]["offering"]["sessions"]["nodes"][0].clone();
    let input =
        json!({ "sessionId": session["id"], "version": session["version"], "reason": "The hall is shut." });
    assert_eq!(team.ask(CANCEL, json!({ "input": input })).await.problems(), []);
    settle(&test).await;
    let [of_manager, of_leader] = &mut streams;
    let (kind, run) =
        (|change: &Value| change["kind"].clone(), |change: &Value| change["subject"]["id"].clone());
    let change = heard(of_manager).await;
    assert_eq!((kind(&change), run(&change)), (json!("SESSIONS_SCHEDULED"), other));
    for stream in [of_manager, of_leader] {
        let change = heard(stream).await;
        assert_eq!((kind(&change), run(&change)), (json!("SESSIONS_SCHEDULED"), mine.clone()));
        let change = heard(stream).await;
        assert_eq!((kind(&change), run(&change)), (json!("SESSION_CANCELLED"), mine.clone()));
        assert_eq!(change["by"]["id"], me(&team).await);
    }
}

#[tokio::test]
async fn who_may_lead_is_told_to_those_who_schedule_and_to_nobody_else() {
    let test = TestApp::new().await;
    let one = run(&test, &json!({})).await;
    let asks = "query($id: ID!) { node(id: $id) { ... on Offering { leaders { id name } } } }";
    let (worker, manager) = (test.actor("provider").await, test.actor("provider.manager").await);
    for who in ["provider.manager", "manager.swindon", "manager.wiltshire"] {
        let told = test.actor(who).await.get(asks, json!({ "id": one })).await["node"]["leaders"].clone();
        let ids: Vec<_> = told.as_array().unwrap().iter().map(|one| one["id"].clone()).collect();
        assert!(ids.contains(&me(&worker).await) && ids.contains(&me(&manager).await), "{who}: {told:#}");
        assert!(!ids.contains(&me(&test.caseworker().await).await), "{who}");
    }
    for who in ["caseworker.swindon", "triage.swindon", "school.one", "partnership", "analyst", "provider"] {
        let told = test.actor(who).await.get(asks, json!({ "id": one })).await["node"].clone();
        assert!(told["leaders"].is_null(), "{who}: {told:#}");
    }
}
