//! Links under the rules for real records: they sign nobody in, let nobody guess, and say who is awake.

use chrono::TimeDelta;
use ridgeway::domain::people::{
    account::{self, DEMO_PASSWORD},
    recovery::{self, Asked},
};
use serde_json::{Value, json};

use super::{GOOD, act, ask, invite, on_invitation, open, role, token_of};
use crate::http::house::{Answer, House, house, strict_house};

const NEW: &str = "sorrel.vantongeren@example.org";
const SCHOOL: &str = "school.one@ridgeway.example";
const WORKER: &str = "caseworker.swindon@ridgeway.example";
const ADMIN: &str = "admin@ridgeway.example";

async fn cannot_sign_in(app: &ridgeway::platform::app::App, email: &str) {
    let asked = Asked { email: email.into(), address: "a".into(), request_id: "test".into() };
    recovery::ask(app, &asked).await.unwrap();
}

/// The link that an administrator gives to the only one who asked.
async fn given(house: &House) -> String {
    let listed = ask(house, "admin", "{ linkRequests { nodes { id } } }", &json!({})).await;
    let nodes = listed["data"]["linkRequests"]["nodes"].as_array().unwrap();
    assert_eq!(nodes.len(), 1, "{listed}");
    let input = json!({ "linkRequestId": nodes[0]["id"] });
    token_of(&act(house, "admin", "giveLink", "user { name } link linkExpiresAt", &input).await)
}

async fn first_step(house: &House, password: &str) -> Answer {
    let body: Value = json!({"email": WORKER, "password": password});
    house.send("POST", "/sign-in", &[("content-type", "application/json")], &body.to_string()).await
}

async fn sixty_days_later(house: &House) {
    house.app.clock().advance(TimeDelta::days(61));
    account::wake(&house.app, ADMIN).await.unwrap();
}

#[tokio::test]
async fn an_invitation_that_waited_long_is_accepted_by_somebody_awake() {
    let house = strict_house().await;
    let wants = json!({"name": "Sorrel Vantongeren", "email": NEW, "role": "REFERRER"});
    let invited = invite(&house, "school.one", wants).await;
    sixty_days_later(&house).await;
    let again = on_invitation(&house, "admin", "sendInvitation", &invited["invitation"]["id"]).await;
    assert_eq!(open(&house, &token_of(&again), Some(GOOD)).await.status, 204);
    assert_eq!(role(&house, NEW, GOOD).await, "REFERRER");
}

#[tokio::test]
async fn nobody_wakes_themselves_and_who_is_given_a_link_is_awake() {
    let house = strict_house().await;
    sixty_days_later(&house).await;
    assert_eq!(role(&house, SCHOOL, DEMO_PASSWORD).await, "401");
    // Mail would go to them at once; who sleeps waits for somebody all the same. Nothing listens at that address.
    let mails = ["--smtp-url", "smtp://127.0.0.1:1", "--mail-from", "messages@example.org"];
    cannot_sign_in(&house.test.with_options(&mails), SCHOOL).await;
    let link = given(&house).await;
    assert_eq!(open(&house, &link, Some(GOOD)).await.status, 204);
    assert_eq!(role(&house, SCHOOL, GOOD).await, "REFERRER");
}

#[tokio::test]
async fn a_new_password_takes_the_second_step_like_the_old_one() {
    let house = strict_house().await;
    cannot_sign_in(&house.app, WORKER).await;
    let link = given(&house).await;
    let before = first_step(&house, DEMO_PASSWORD).await.cookie("ridgeway-second-step");
    let headers = [("sec-fetch-site", "same-origin"), ("cookie", before.as_str())];
    let enrol = async || house.send("POST", "/sign-in/second-factor", &headers, "").await.status;
    assert_eq!(enrol().await, 200);
    let opened = open(&house, &link, Some(GOOD)).await;
    assert_eq!((opened.status, opened.header("set-cookie")), (204, ""), "nobody is signed in");
    assert_eq!(enrol().await, 401, "who began with the old password does not go on");
    assert_eq!(first_step(&house, DEMO_PASSWORD).await.status, 401);
    assert_eq!(first_step(&house, GOOD).await.json()["next"], "ENROL");
}

#[tokio::test]
async fn guesses_by_link_and_by_signing_in_are_counted_together() {
    let house = house().await;
    let wants = json!({"name": "X", "email": WORKER, "role": "REFERRER"});
    let token = token_of(&invite(&house, "police", wants).await);
    for _ in 0..3 {
        assert_eq!(open(&house, &token, Some("not the password")).await.status, 422);
    }
    for _ in 0..2 {
        assert_eq!(role(&house, WORKER, "not the password").await, "401");
    }
    let waits = open(&house, &token, Some(DEMO_PASSWORD)).await;
    assert_eq!(waits.status, 429, "{}", waits.text);
    house.app.clock().advance(TimeDelta::seconds(2));
    assert_eq!(open(&house, &token, Some(DEMO_PASSWORD)).await.status, 204);
}
