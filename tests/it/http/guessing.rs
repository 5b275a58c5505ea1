//! Guessing passwords: counted, slowed down, and never a way to keep somebody out.

use chrono::TimeDelta;
use futures_util::future::join_all;
use ridgeway::{
    domain::{
        people::{
            account::{self, DEMO_PASSWORD},
            attempt::{Attempt, Passed, SignedIn, Visitor, sign_in},
            password,
            throttle::{Tried, pair_digest},
        },
        record::forget,
    },
    entity::people::user,
    platform::{app::App, clock::Clock, error::Error},
    read::people::entrance,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;

use super::house::{House, MANAGER, house};
use crate::support::TestApp;

const NOBODY: &str = "nobody@ridgeway.example";

async fn attempt(
    app: &App,
    email: &str,
    password: &str,
    address: &str,
    device: Option<&str>,
) -> Result<SignedIn, Error> {
    let visitor = Visitor { address, request_id: "test", before: None, device };
    match sign_in(app, Attempt { email, password, visitor }).await? {
        Passed::SignedIn(done) => Ok(done),
        Passed::Pending(_) => panic!("one step is enough here"),
    }
}

async fn wrong(app: &App, email: &str, address: &str) -> Error {
    attempt(app, email, "wrong", address, None).await.err().unwrap()
}

async fn tries(app: &App, email: &str, address: &str) -> i32 {
    let digest = pair_digest(app, Tried { email, address, device: "" });
    entrance::tries(app.database(), &digest).await.unwrap().map_or(0, |row| row.tries)
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_wrong_tries_at_once_count_fifty_and_few_are_looked_at() {
    let test = TestApp::new().await;
    let app = &test.app;
    let before = app.passwords_computed();
    let all = join_all((0..50).map(|_| wrong(app, MANAGER, "192.0.2.1"))).await;
    assert_eq!(tries(app, MANAGER, "192.0.2.1").await, 50);
    let looked_at = all.iter().filter(|error| matches!(error, Error::NotSignedIn)).count();
    let waits = all.iter().filter(|error| matches!(error, Error::RateLimited(_))).count();
    assert_eq!((looked_at, waits), (5, 45));
    assert_eq!(app.passwords_computed() - before, 5);
}

#[tokio::test]
async fn a_node_whose_clock_is_behind_makes_nobody_wait() {
    let test = TestApp::new().await;
    let (app, connection) = (&test.app, test.app.database().clone());
    let clock = Clock::standing(app.now() - TimeDelta::seconds(10));
    let behind = App::new(app.config().clone(), connection, app.keys().clone(), clock, app.chance().clone());
    for node in [app, &behind] {
        let error = wrong(node, MANAGER, "192.0.2.1").await;
        assert!(matches!(error, Error::NotSignedIn), "{error}");
    }
}

#[tokio::test]
async fn waiting_grows_is_the_same_for_every_account_and_ends_by_itself() {
    let house = house().await;
    let refused = async |email: &str| {
        let answer = house.sign_in(email, "wrong").await.err().unwrap();
        (answer.status, answer.header("retry-after").to_owned(), answer.text)
    };
    for round in 0..8 {
        let (known, unknown) = (refused(MANAGER).await, refused(NOBODY).await);
        assert_eq!(known, unknown, "round {round}");
        assert_eq!(known.0, if round < 5 { 401 } else { 429 });
    }
    let (status, after, words) = refused(MANAGER).await;
    assert_eq!((status, after.as_str()), (429, "2"), "a second, and the one that has begun");
    assert!(words.contains("too many tries"), "{words}");
    // A header that a client writes lifts nothing.
    let body = json!({"email": MANAGER, "password": DEMO_PASSWORD}).to_string();
    let forged = [
        ("content-type", "application/json"),
        ("x-forwarded-for", "203.0.113.9"),
        ("forwarded", "for=203.0.113.9"),
    ];
    assert_eq!(house.send("POST", "/sign-in", &forged, &body).await.status, 429);
    // Hammering made it no longer.
    house.app.clock().advance(TimeDelta::seconds(1));
    let cookie = house.manager().await;
    assert_eq!(house.role(&cookie).await, "TEAM_MANAGER");
    assert_eq!(tries(&house.app, MANAGER, "127.0.0.1").await, 0, "a right one sets it back");
}

#[tokio::test]
async fn whoever_guesses_cannot_keep_the_person_out() {
    let test = TestApp::new().await;
    let app = &test.app;
    let first = attempt(app, MANAGER, DEMO_PASSWORD, "192.0.2.1", None).await.unwrap();
    // From many addresses: the account as a whole is slowed down for strangers.
    for at in 0..40 {
        wrong(app, MANAGER, &format!("198.51.100.{at}")).await;
    }
    let stranger = attempt(app, MANAGER, DEMO_PASSWORD, "203.0.113.1", None).await;
    assert!(matches!(stranger, Err(Error::RateLimited(_))));
    // From the known address, without the browser's mark, they are let in.
    attempt(app, MANAGER, DEMO_PASSWORD, "192.0.2.1", None).await.unwrap();
    // Guesses from their own address, a school's: with the mark of their browser they are let in even so, from anywhere.
    for _ in 0..200 {
        wrong(app, MANAGER, "192.0.2.1").await;
    }
    assert!(matches!(
        attempt(app, MANAGER, DEMO_PASSWORD, "192.0.2.1", None).await,
        Err(Error::RateLimited(_))
    ));
    attempt(app, MANAGER, DEMO_PASSWORD, "192.0.2.1", Some(&first.device)).await.unwrap();
    attempt(app, MANAGER, DEMO_PASSWORD, "203.0.113.7", Some(&first.device)).await.unwrap();
    // The mark is of this account alone, and guessing with it is slowed down too.
    let other =
        attempt(app, "triage.swindon@ridgeway.example", "wrong", "192.0.2.1", Some(&first.device)).await;
    assert!(other.is_err());
    let mut last = Error::NotFound;
    for _ in 0..6 {
        last = attempt(app, MANAGER, "wrong", "203.0.113.8", Some(&first.device)).await.err().unwrap();
    }
    assert!(matches!(last, Error::RateLimited(_)));
}

#[tokio::test]
async fn a_mark_that_was_not_given_out_is_not_taken_over() {
    let test = TestApp::new().await;
    let app = &test.app;
    let brought = attempt(app, MANAGER, DEMO_PASSWORD, "192.0.2.1", Some("mine")).await.unwrap();
    assert_ne!(brought.device, "mine");
    let again = attempt(app, MANAGER, DEMO_PASSWORD, "192.0.2.1", Some(&brought.device)).await.unwrap();
    assert_eq!(again.device, brought.device);
}

#[tokio::test]
async fn every_account_that_is_refused_costs_one_verification() {
    let test = TestApp::new().await;
    let app = &test.app;
    account::end(app, "analyst@ridgeway.example").await.unwrap();
    user::Entity::update_many()
        .set(user::ActiveModel { password_hash: Set(None), ..Default::default() })
        .filter(user::Column::Email.eq("finance@ridgeway.example"))
        .exec(app.database())
        .await
        .unwrap();
    let accounts = [MANAGER, NOBODY, "analyst@ridgeway.example", "finance@ridgeway.example", ""];
    let mut statements = Vec::new();
    for (at, email) in accounts.into_iter().enumerate() {
        let (computed, asked) = (app.passwords_computed(), app.statements());
        let error = wrong(app, email, &format!("192.0.2.{at}")).await;
        assert!(matches!(error, Error::NotSignedIn), "{error}");
        assert_eq!(app.passwords_computed() - computed, 1, "{email}");
        statements.push(app.statements() - asked);
    }
    assert!(statements.iter().all(|count| *count == statements[0]), "{statements:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn more_passwords_than_can_wait_are_refused_at_once() {
    let test = TestApp::new().await;
    let app = &test.app;
    let before = app.passwords_computed();
    let all = join_all((0..200).map(|_| password::matches(app, "wrong", None))).await;
    let refused = all.iter().filter(|done| matches!(done, Err(Error::RateLimited(_)))).count();
    let looked_at = all.iter().filter(|done| matches!(done, Ok(false))).count();
    assert_eq!(refused + looked_at, 200);
    assert!(refused >= 100, "{refused}");
    assert_eq!(app.passwords_computed() - before, looked_at as u64);
    // Whoever comes later is served.
    assert!(!password::matches(app, "wrong", None).await.unwrap());
}

#[tokio::test]
async fn counts_and_places_are_forgotten() {
    let House { app, .. } = &house().await;
    wrong(app, NOBODY, "192.0.2.1").await;
    attempt(app, MANAGER, DEMO_PASSWORD, "192.0.2.2", None).await.unwrap();
    assert_eq!(forget::sign_ins(app).await.unwrap(), 0);
    app.clock().advance(TimeDelta::hours(25));
    // Of nobody: address, account and both; of the manager: the address, whose count went back.
    assert_eq!(forget::sign_ins(app).await.unwrap(), 4);
    assert_eq!(tries(app, NOBODY, "192.0.2.1").await, 0);
    app.clock().advance(TimeDelta::days(60));
    assert_eq!(forget::sign_ins(app).await.unwrap(), 2, "the browser and the address of the manager");
}
