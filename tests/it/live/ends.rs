//! A right that ends is felt before the next delivery.

use async_graphql::Request;
use chrono::{Days, TimeDelta};
use futures_util::StreamExt;
use ridgeway::{
    domain::people::{account, token},
    entity::people::{membership, restriction},
    graphql::{self, Caller, streams::Streams},
    words::{RestrictionReason, Role},
    worker,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ActiveValue::Unchanged};
use serde_json::json;

use super::{Story, WORK_CHANGED, case_id, does, follow_case, next, note, refer, story};
use crate::support::{Actor, TestApp};

/// Follows a case and hears READY; then `ends` happens and, after it, a change that would have been heard.
async fn nothing_after(ends: impl AsyncFn(&TestApp, &Story, &Actor<'_>)) {
    let test = TestApp::new().await;
    let story = story(&test).await;
    worker::settle(&test.app).await.unwrap();
    let (caseworker, manager) = (test.caseworker().await, test.manager().await);
    let mut of_case = follow_case(&caseworker, &story).await;
    note(&manager, &story.case, "SERVICE").await;
    ends(&test, &story, &caseworker).await;
    worker::settle(&test.app).await.unwrap();
    assert!(of_case.next().await.is_none(), "the note came before, and is not delivered after");
}

#[tokio::test]
async fn with_the_account() {
    nothing_after(async |test, _, _| {
        account::end(&test.app, "caseworker.swindon@ridgeway.example").await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn with_the_token_that_was_taken_back() {
    nothing_after(async |test, _, _| {
        let email = "caseworker.swindon@ridgeway.example";
        assert!(token::revoke(&test.app, email).await.unwrap() > 0);
        // The person may go on: by another token, and not in this stream.
        token::issue(&test.app, email, TimeDelta::hours(1)).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn with_the_last_day_of_the_token() {
    nothing_after(async |test, _, _| test.app.clock().advance(TimeDelta::days(361))).await;
}

#[tokio::test]
async fn nobody_follows_without_a_credential() {
    let test = TestApp::new().await;
    let caller = Caller {
        viewer: Some(test.caseworker().await.viewer().await),
        credential: None,
        request_id: "test".to_owned(),
        idempotency_key: None,
    };
    let schema = graphql::schema(false);
    let answers: Vec<_> =
        graphql::subscribe(&Streams::new(test.app.clone()), &schema, Request::new(WORK_CHANGED), caller)
            .collect()
            .await;
    let [answer] = answers.as_slice() else { panic!("{answers:?}") };
    assert!(format!("{:?}", answer.errors).contains("NOT_SIGNED_IN"), "{answer:?}");
}

#[tokio::test]
async fn with_the_membership() {
    nothing_after(async |test, _, caseworker| {
        let row = membership::ActiveModel {
            id: Unchanged(caseworker.viewer().await.membership),
            to_date: Set(Some(test.app.today() - Days::new(1))),
            ..Default::default()
        };
        row.update(test.app.database()).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn with_another_role_what_that_one_hears_is_delivered_and_nothing_else() {
    let test = TestApp::new().await;
    let story = story(&test).await;
    worker::settle(&test.app).await.unwrap();
    let manager = test.manager().await;
    let follow = async || {
        let mut of_work = manager.follow(WORK_CHANGED, json!({})).await;
        assert_eq!(next(&mut of_work).await["kind"], "READY");
        of_work
    };
    // One meets the note first, with the rights of before, the other the referral.
    let mut of_both = follow().await;
    note(&test.caseworker().await, &story.case, "CASE_TEAM").await;
    worker::settle(&test.app).await.unwrap();
    let mut of_referral = follow().await;
    refer(&test.school().await).await;
    worker::settle(&test.app).await.unwrap();
    let row = membership::ActiveModel {
        id: Unchanged(manager.viewer().await.membership),
        role: Set(Role::TriageOfficer),
        ..Default::default()
    };
    row.update(test.app.database()).await.unwrap();
    for stream in [&mut of_both, &mut of_referral] {
        assert_eq!(next(stream).await["kind"], "REFERRAL_SUBMITTED", "the note was for who managed");
    }
}

#[tokio::test]
async fn with_a_restriction_on_the_child() {
    nothing_after(async |test, story, caseworker| {
        let on = test.app.database();
        let id = case_id(&test.app, &story.case);
        let case = ridgeway::read::casework::case::for_itself(on, id).await.unwrap().unwrap();
        restriction::ActiveModel {
            id: Set(test.app.new_id()),
            young_person_id: Set(case.young_person_id),
            reason: Set(RestrictionReason::Witness),
            set_by_id: Set(caseworker.viewer().await.user),
            from_at: Set(test.app.now()),
            ended_at: Set(None),
        }
        .insert(on)
        .await
        .unwrap();
    })
    .await;
}

#[tokio::test]
async fn with_the_case_given_to_another_whose_list_loses_its_row() {
    let test = TestApp::new().await;
    let story = story(&test).await;
    worker::settle(&test.app).await.unwrap();
    let (caseworker, manager) = (test.caseworker().await, test.manager().await);
    let mut of_case = follow_case(&caseworker, &story).await;
    let mut of_work = caseworker.follow(WORK_CHANGED, json!({})).await;
    assert_eq!(next(&mut of_work).await["kind"], "READY");
    let id = case_id(&test.app, &story.case);
    let row = ridgeway::read::casework::case::for_itself(test.app.database(), id).await.unwrap().unwrap();
    let other = test.actor("caseworker2.swindon").await.get("{ viewer { user { id } } }", json!({})).await;
    let allocation = json!({ "caseId": story.case, "version": row.version,
        "caseworkerId": other["viewer"]["user"]["id"], "conflictDeclared": false });
    does(&manager, "allocateCase", "AllocateCaseInput", allocation, "").await;
    worker::settle(&test.app).await.unwrap();
    assert!(of_case.next().await.is_none());
    let left = next(&mut of_work).await;
    assert_eq!((&left["kind"], &left["subject"]), (&json!("CASE_ALLOCATED"), &json!(null)));
}
