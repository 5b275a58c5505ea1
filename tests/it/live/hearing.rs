//! Who may not see a row does not hear that it is there.

use chrono::{Days, TimeDelta};
use futures_util::StreamExt;
use ridgeway::{
    entity::{casework::duty_opening, people::cover},
    words::DutyReason,
    worker,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};
use serde_json::json;

use super::{CASE_CHANGED, Story, WORK_CHANGED, case_id, does, kinds, next, note, refer, story};
use crate::support::{Actor, TestApp};

/// Each kind of change of a case once, by who works it; the last is for everybody.
async fn everything_happens(test: &TestApp, worker: &Actor<'_>, story: &Story) {
    let team = note(worker, &story.case, "CASE_TEAM").await;
    let input = json!({ "noteId": team["id"], "version": team["version"], "body": "At home.", "reason": "wrong place" });
    does(worker, "amendCaseNote", "AmendCaseNoteInput", input, "").await;
    let me = worker.get("{ viewer { user { id } } }", json!({})).await["viewer"]["user"]["id"].clone();
    let input = json!({ "caseId": story.case, "title": "Sleep through", "owner": "CHILD" });
    let goal = does(worker, "setGoal", "SetGoalInput", input, "goal { id }").await["goal"]["id"].clone();
    let input = json!({ "goalId": goal, "on": "2026-11-24", "rating": 4 });
    does(worker, "rateGoal", "RateGoalInput", input, "").await;
    let input = json!({ "caseId": story.case, "instrument": "SDQ", "informant": "SELF", "stage": "BASELINE",
        "takenOn": "2026-11-24", "total": 20 });
    does(worker, "recordMeasure", "RecordMeasureInput", input, "").await;
    let input =
        json!({ "caseId": story.case, "title": "Ring the school", "dueOn": "2026-11-26", "assigneeId": me });
    does(worker, "createTask", "CreateTaskInput", input, "").await;
    let input = json!({ "youngPersonId": story.child, "kind": "PARTICIPATE_CHILD", "status": "GIVEN",
        "givenBy": "Robin", "scope": ["sessions"], "decidedOn": "2026-11-24" });
    does(worker, "recordConsent", "RecordConsentInput", input, "").await;
    let input = json!({ "kind": "ABOUT_CHILD", "caseId": story.case, "text": "A bruise.",
        "immediateDanger": false, "parentTold": false, "childTold": true });
    let raised = does(
        worker,
        "raiseSafeguardingConcern",
        "RaiseSafeguardingConcernInput",
        input,
        "safeguardingConcern { id version }",
    )
    .await["safeguardingConcern"]
        .clone();
    let input =
        json!({ "safeguardingConcernId": raised["id"], "version": raised["version"], "outcome": "Rang." });
    does(worker, "resolveSafeguardingConcern", "ResolveSafeguardingConcernInput", input, "").await;
    let input = json!({ "kind": "ABOUT_ADULT_WORKING_WITH_CHILDREN", "caseId": story.case, "text": "Was rough.",
        "aboutName": "A coach", "immediateDanger": false, "parentTold": false, "childTold": true });
    does(worker, "raiseSafeguardingConcern", "RaiseSafeguardingConcernInput", input, "").await;
    note(worker, &story.case, "SERVICE").await;
    worker::settle(&test.app).await.unwrap();
}

const ALL: [&str; 11] = [
    "READY",
    "NOTE_ADDED",
    "NOTE_AMENDED",
    "GOAL_CHANGED",
    "GOAL_CHANGED",
    "MEASURE_RECORDED",
    "TASK_CHANGED",
    "CONSENT_CHANGED",
    "SAFEGUARDING_CONCERN_RAISED",
    "SAFEGUARDING_CONCERN_RESOLVED",
    "NOTE_ADDED",
];

#[tokio::test]
async fn each_hears_of_what_they_may_see_and_of_nothing_else() {
    let test = TestApp::new().await;
    let story = story(&test).await;
    let (worker, manager) = (test.caseworker().await, test.manager().await);
    let on_duty = test.actor("caseworker2.swindon").await;
    duty(&test, &story, &on_duty).await;
    worker::settle(&test.app).await.unwrap();

    let about = json!({ "caseId": story.case });
    let mut of_worker = worker.follow(CASE_CHANGED, about.clone()).await;
    let mut of_manager = manager.follow(CASE_CHANGED, about.clone()).await;
    let mut of_duty = on_duty.follow(CASE_CHANGED, about.clone()).await;
    for stream in [&mut of_worker, &mut of_manager, &mut of_duty] {
        // Where each begins; the rest is compared below.
        assert_eq!(next(stream).await["kind"], "READY");
    }
    everything_happens(&test, &worker, &story).await;
    assert_eq!(kinds(&mut of_worker, 10).await, ALL[1..]);
    assert_eq!(kinds(&mut of_manager, 10).await, ALL[1..]);
    let heard = [
        "GOAL_CHANGED",
        "GOAL_CHANGED",
        "MEASURE_RECORDED",
        "SAFEGUARDING_CONCERN_RAISED",
        "SAFEGUARDING_CONCERN_RESOLVED",
        "NOTE_ADDED",
    ];
    assert_eq!(kinds(&mut of_duty, 6).await, heard, "no note of the team, no task, no consent");
}

#[tokio::test]
async fn who_covers_hears_what_the_worker_hears_and_triage_hears_nothing() {
    let test = TestApp::new().await;
    let story = story(&test).await;
    let (worker, triage) = (test.caseworker().await, test.triage().await);
    let covering = test.actor("caseworker2.swindon").await;
    covers(&test, &worker, &covering).await;
    worker::settle(&test.app).await.unwrap();

    let mut refused = triage.follow(CASE_CHANGED, json!({ "caseId": story.case })).await;
    let refused = refused.next().await.unwrap();
    assert_eq!(refused.codes(), ["NOT_FOUND"]);

    let mut of_covering = covering.follow(CASE_CHANGED, json!({ "caseId": story.case })).await;
    let mut of_triage = triage.follow(WORK_CHANGED, json!({})).await;
    assert_eq!(next(&mut of_covering).await["kind"], "READY");
    assert_eq!(next(&mut of_triage).await["kind"], "READY");
    everything_happens(&test, &worker, &story).await;
    refer(&test.school().await).await;
    worker::settle(&test.app).await.unwrap();
    assert_eq!(kinds(&mut of_covering, 10).await, ALL[1..]);
    let heard = ["SAFEGUARDING_CONCERN_RAISED", "SAFEGUARDING_CONCERN_RESOLVED", "REFERRAL_SUBMITTED"];
    assert_eq!(kinds(&mut of_triage, 3).await, heard, "nothing of notes, tasks or consents");
}

#[tokio::test]
async fn who_did_it_is_told_to_those_who_work_on_it_and_not_to_those_who_referred() {
    let test = TestApp::new().await;
    let (school, triage, manager) = (test.school().await, test.triage().await, test.manager().await);
    // As the pages ask, which are looked up together; and with more than ids, which each looks up alone.
    for shown in ["id", "id name"] {
        let sent = refer(&school).await;
        worker::settle(&test.app).await.unwrap();
        let document =
            format!("subscription {{ workChanged {{ kind subject {{ __typename }} by {{ {shown} }} }} }}");
        let (mut of_school, mut of_triage, mut of_manager) = (
            school.follow(&document, json!({})).await,
            triage.follow(&document, json!({})).await,
            manager.follow(&document, json!({})).await,
        );
        for stream in [&mut of_school, &mut of_triage, &mut of_manager] {
            assert_eq!(next(stream).await["kind"], "READY");
        }
        let decision = json!({ "referralId": sent["id"], "version": sent["version"], "outcome": "DECLINE",
            "reason": "OUT_OF_AREA", "rationale": "Lives elsewhere.", "feedback": "Please ask there." });
        does(&triage, "triageReferral", "TriageReferralInput", decision, "").await;
        worker::settle(&test.app).await.unwrap();
        let who = triage.get("{ viewer { user { id } } }", json!({})).await["viewer"]["user"]["id"].clone();
        for stream in [&mut of_triage, &mut of_manager] {
            let heard = next(stream).await;
            assert_eq!((&heard["kind"], &heard["by"]["id"]), (&json!("REFERRAL_DECIDED"), &who));
        }
        let heard = next(&mut of_school).await;
        let of = (&heard["kind"], &heard["subject"]["__typename"], &heard["by"]);
        assert_eq!(of, (&json!("REFERRAL_DECIDED"), &json!("Referral"), &json!(null)));
    }
}

#[tokio::test]
async fn on_duty_nothing_is_heard_of_the_referral() {
    let test = TestApp::new().await;
    let story = story(&test).await;
    let on_duty = test.actor("caseworker2.swindon").await;
    duty(&test, &story, &on_duty).await;
    worker::settle(&test.app).await.unwrap();
    let mut heard = on_duty.follow(CASE_CHANGED, json!({ "caseId": story.case })).await;
    assert_eq!(next(&mut heard).await["kind"], "READY");
    let added = "mutation($id: ID!) { addReferralInformation(input: { referralId: $id, text: \"More.\" }) {
        problems { code message field } } }";
    let added = test.school().await.get(added, json!({ "id": story.referral })).await;
    assert_eq!(added["addReferralInformation"]["problems"], json!([]));
    note(&test.caseworker().await, &story.case, "SERVICE").await;
    worker::settle(&test.app).await.unwrap();
    assert_eq!(next(&mut heard).await["kind"], "NOTE_ADDED");
}

async fn duty(test: &TestApp, story: &Story, who: &Actor<'_>) {
    let now = test.app.now();
    duty_opening::ActiveModel {
        id: Set(test.app.new_id()),
        case_id: Set(case_id(&test.app, &story.case)),
        user_id: Set(who.viewer().await.user),
        reason: Set(DutyReason::FamilyCalled),
        opened_at: Set(now),
        until: Set(now + TimeDelta::hours(8)),
    }
    .insert(test.app.database())
    .await
    .unwrap();
}

async fn covers(test: &TestApp, for_whom: &Actor<'_>, by: &Actor<'_>) {
    let (away, here) = (for_whom.viewer().await, by.viewer().await);
    cover::ActiveModel {
        id: Set(test.app.new_id()),
        service_id: Set(here.organisation),
        for_user_id: Set(away.user),
        by_user_id: Set(here.user),
        from_date: Set(test.app.today()),
        to_date: Set(test.app.today() + Days::new(2)),
    }
    .insert(test.app.database())
    .await
    .unwrap();
}
