//! Signing in and out: how long it holds, what ends it, and what nobody learns.

use chrono::TimeDelta;
use ridgeway::{
    domain::people::{
        account::{self, DEMO_PASSWORD},
        token,
    },
    entity::record::audit_entry,
    words::AuditAction,
};
use sea_orm::EntityTrait;
use serde_json::json;

use super::house::{House, MANAGER, house};

async fn session(house: &House, cookie: &str) -> super::house::Answer {
    house.send("GET", "/session", &[("cookie", cookie)], "").await
}

#[tokio::test]
async fn each_sign_in_has_an_id_of_its_own_and_signing_out_ends_them_all() {
    let house = house().await;
    let (one, two) = (house.manager().await, house.manager().await);
    assert_ne!(one, two);
    assert_eq!(
        (house.role(&one).await, house.role(&two).await),
        ("TEAM_MANAGER".into(), "TEAM_MANAGER".into())
    );

    // The same browser signs in again: its earlier id ends.
    let body = json!({"email": MANAGER, "password": DEMO_PASSWORD}).to_string();
    let headers = [("content-type", "application/json"), ("cookie", one.as_str())];
    assert_eq!(house.send("POST", "/sign-in", &headers, &body).await.status, 204);
    assert_eq!(house.role(&one).await, "NOT_SIGNED_IN");

    let three = house.manager().await;
    let out =
        house.send("POST", "/sign-out", &[("cookie", &two), ("sec-fetch-site", "same-origin")], "").await;
    assert_eq!(out.status, 204);
    assert!(out.header("set-cookie").contains("Max-Age=0"));
    assert!(out.header("clear-site-data").contains("\"cache\""));
    for cookie in [&two, &three] {
        assert_eq!(house.role(cookie).await, "NOT_SIGNED_IN");
        assert_eq!(session(&house, cookie).await.status, 401);
    }
}

#[tokio::test]
async fn it_ends_after_half_an_hour_without_use_and_after_twelve_hours_whatever_happens() {
    let house = house().await;
    let cookie = house.manager().await;
    let clock = house.app.clock();
    let first = session(&house, &cookie).await.json();
    assert_eq!(first["signedIn"], true);
    assert_eq!(first["idleEndsAt"], "2026-11-24T10:00:00Z");
    assert_eq!(first["absoluteEndsAt"], "2026-11-24T21:30:00Z");
    assert!(first["person"].as_str().unwrap().starts_with("user_"));

    clock.advance(TimeDelta::minutes(20));
    assert_eq!(session(&house, &cookie).await.json()["idleEndsAt"], first["idleEndsAt"], "asking is not use");
    assert_eq!(house.role(&cookie).await, "TEAM_MANAGER");
    assert_eq!(session(&house, &cookie).await.json()["idleEndsAt"], "2026-11-24T10:20:00Z");

    clock.advance(TimeDelta::minutes(30));
    assert_eq!(house.role(&cookie).await, "NOT_SIGNED_IN");
    assert_eq!(session(&house, &cookie).await.status, 401);

    let cookie = house.manager().await;
    for _ in 0..35 {
        clock.advance(TimeDelta::minutes(20));
        assert_eq!(house.role(&cookie).await, "TEAM_MANAGER");
    }
    assert_eq!(
        session(&house, &cookie).await.json()["idleEndsAt"],
        session(&house, &cookie).await.json()["absoluteEndsAt"]
    );
    clock.advance(TimeDelta::minutes(20));
    assert_eq!(house.role(&cookie).await, "NOT_SIGNED_IN");
}

#[tokio::test]
async fn nobody_learns_which_accounts_there_are() {
    let house = house().await;
    let refused = async |email: &str, password: &str| {
        let answer = house.sign_in(email, password).await.err().unwrap();
        assert_eq!(answer.header("set-cookie"), "");
        (answer.status, answer.text)
    };
    let wrong = refused(MANAGER, "wrong").await;
    assert_eq!(wrong.0, 401);
    assert_eq!(refused("nobody@ridgeway.example", "wrong").await, wrong);
    assert_eq!(refused("", "").await, wrong);
    // PostgreSQL holds no text with this in it.
    assert_eq!(refused("a\0b", "wrong").await, wrong);
    assert_eq!(refused(MANAGER, &"x".repeat(100_000)).await, wrong);
    account::end(&house.app, MANAGER).await.unwrap();
    assert_eq!(refused(MANAGER, DEMO_PASSWORD).await, wrong);
}

#[tokio::test]
async fn another_site_can_neither_sign_in_nor_out_nor_ask() {
    let house = house().await;
    let cookie = house.manager().await;
    let json = ("content-type", "application/json");
    let body = json!({"email": MANAGER, "password": DEMO_PASSWORD}).to_string();
    let query = json!({"query": "{ viewer { role } }"}).to_string();
    let ours = format!("http://{}", house.host);
    for from in [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("origin", "https://evil.example"),
        ("origin", "null"),
        ("origin", ""),
    ] {
        assert_eq!(house.send("POST", "/sign-in", &[json, from], &body).await.status, 403);
        let with = [json, ("cookie", cookie.as_str()), from];
        assert_eq!(house.send("POST", "/sign-out", &with, "").await.status, 403);
        let answer = house.send("POST", "/graphql", &with, &query).await;
        assert_eq!((answer.status, answer.code().as_str()), (403, "FORBIDDEN"));
    }
    // Nothing says where it comes from: no browser, and so no cookie.
    assert_eq!(house.send("POST", "/graphql", &[json, ("cookie", &cookie)], &query).await.status, 403);
    let from_us = [json, ("cookie", cookie.as_str()), ("origin", ours.as_str())];
    assert_eq!(house.send("POST", "/graphql", &from_us, &query).await.status, 200);
    assert_eq!(house.send("POST", "/sign-out", &[json, ("cookie", &cookie)], "").await.status, 403);
    // A form can send no JSON, and a page elsewhere no JSON without asking first.
    let forms = ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""];
    for form in forms.map(|form| ("content-type", form)) {
        assert_eq!(house.send("POST", "/sign-in", &[form], &body).await.status, 415, "{form:?}");
        let with = [form, ("cookie", cookie.as_str()), ("origin", ours.as_str())];
        assert_eq!(house.send("POST", "/graphql", &with, &query).await.status, 415, "{form:?}");
    }
    assert_eq!(house.role(&cookie).await, "TEAM_MANAGER", "nothing of all this ended it");
}

#[tokio::test]
async fn a_cookie_that_the_browser_brings_is_never_taken_over() {
    let house = house().await;
    let brought = "ridgeway=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    assert_eq!(house.role(brought).await, "NOT_SIGNED_IN");
    let body = json!({"email": MANAGER, "password": DEMO_PASSWORD}).to_string();
    let headers = [("content-type", "application/json"), ("cookie", brought)];
    let answer = house.send("POST", "/sign-in", &headers, &body).await;
    let given = answer.cookie("ridgeway");
    assert!(answer.status == 204 && given != brought && given.len() == brought.len());
    assert_eq!(house.role(brought).await, "NOT_SIGNED_IN");
    // Nor is somebody else's, which ends instead.
    let other = json!({"email": "triage.swindon@ridgeway.example", "password": DEMO_PASSWORD}).to_string();
    let headers = [("content-type", "application/json"), ("cookie", given.as_str())];
    let second = house.send("POST", "/sign-in", &headers, &other).await.cookie("ridgeway");
    assert_ne!(second, given);
    assert_eq!(
        (house.role(&given).await, house.role(&second).await),
        ("NOT_SIGNED_IN".into(), "TRIAGE_OFFICER".into())
    );
}

#[tokio::test]
async fn tokens_end_when_they_expire_are_taken_back_or_their_person_goes() {
    let house = house().await;
    let query = json!({"query": "{ viewer { role } }"});
    let works = async |token: &str| house.ask(token, &[], &query).await.json()["data"]["viewer"].is_object();
    let issue = async |minutes| token::issue(&house.app, MANAGER, TimeDelta::minutes(minutes)).await.unwrap();
    let (short, long) = (issue(10).await, issue(600).await);
    assert!(works(&short).await && works(&long).await);
    house.app.clock().advance(TimeDelta::minutes(10));
    assert!(!works(&short).await && works(&long).await);
    assert_eq!(token::list(&house.app, MANAGER).await.unwrap().len(), 1);
    token::revoke(&house.app, MANAGER).await.unwrap();
    assert!(!works(&long).await);
    let (last, cookie) = (issue(600).await, house.manager().await);
    assert!(works(&last).await);
    account::end(&house.app, MANAGER).await.unwrap();
    assert!(!works(&last).await);
    assert_eq!(house.role(&cookie).await, "NOT_SIGNED_IN");
    assert!(token::issue(&house.app, MANAGER, TimeDelta::minutes(1)).await.is_err());
}

#[tokio::test]
async fn what_happens_to_accounts_is_written_down() {
    let house = house().await;
    let all = async || audit_entry::Entity::find().all(house.app.database()).await.unwrap();
    let before = all().await.len();
    house.manager().await;
    assert!(house.sign_in(MANAGER, "wrong").await.is_err());
    token::issue(&house.app, MANAGER, TimeDelta::minutes(1)).await.unwrap();
    let mut entries = all().await;
    assert_eq!(entries.len(), before + 3);
    entries.sort_by_key(|entry| entry.id);
    let find = |action| entries.iter().rfind(|entry| entry.action == action).unwrap();
    assert!(find(AuditAction::SignIn).actor_id.is_some());
    assert_eq!(find(AuditAction::Grant).purpose.as_deref(), Some("token issue"));
    let failed = find(AuditAction::SignInFailed);
    assert!(failed.actor_id.is_none() && failed.subject_id.is_some() && failed.digest.is_some());
}
