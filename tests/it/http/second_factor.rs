//! The second step: it opens only with a code, each code once, and a pending sign-in opens nothing else.

use chrono::TimeDelta;
use data_encoding::BASE32_NOPAD;
use futures_util::future::join_all;
use ridgeway::{
    domain::people::{account::DEMO_PASSWORD, second_factor, totp},
    entity::{people::second_factor as table, record::audit_entry},
    words::AuditAction,
};
use sea_orm::EntityTrait;
use serde_json::{Value, json};

use super::house::{Answer, House, MANAGER, strict_house};

const JSON: (&str, &str) = ("content-type", "application/json");
const OURS: (&str, &str) = ("sec-fetch-site", "same-origin");

impl House {
    /// The first step: the answer, and the cookie of the pending sign-in.
    async fn first(&self) -> (Answer, String) {
        let body = json!({"email": MANAGER, "password": DEMO_PASSWORD}).to_string();
        let answer = self.send("POST", "/sign-in", &[JSON], &body).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        assert_eq!(answer.cookie("ridgeway"), "", "nobody is signed in yet");
        let pending = answer.cookie("ridgeway-second-step");
        (answer, pending)
    }

    async fn code(&self, pending: &str, code: &str) -> Answer {
        let body = json!({"code": code}).to_string();
        self.send("POST", "/sign-in/code", &[JSON, OURS, ("cookie", pending)], &body).await
    }

    async fn enrolment(&self, pending: &str) -> Answer {
        self.send("POST", "/sign-in/second-factor", &[OURS, ("cookie", pending)], "").await
    }

    fn code_now(&self, key: &[u8; 20]) -> String {
        totp::code(key, totp::step_at(self.app.now()))
    }

    /// Sets a second factor up: its key, the recovery codes and the cookie of the sign-in.
    async fn enrolled(&self) -> ([u8; 20], Vec<String>, String) {
        let (answer, pending) = self.first().await;
        assert_eq!(answer.json()["next"], "ENROL");
        let shown = self.enrolment(&pending).await.json();
        let key = key(&shown);
        let done = self.code(&pending, &self.code_now(&key)).await;
        assert_eq!(done.status, 200, "{}", done.text);
        let codes = done.json()["recoveryCodes"].as_array().unwrap().clone();
        let codes = codes.iter().map(|code| code.as_str().unwrap().to_owned()).collect();
        (key, codes, done.cookie("ridgeway"))
    }
}

fn key(shown: &Value) -> [u8; 20] {
    BASE32_NOPAD.decode(shown["key"].as_str().unwrap().as_bytes()).unwrap().try_into().unwrap()
}

#[tokio::test]
async fn the_first_sign_in_sets_it_up_and_the_next_one_asks_for_it() {
    let house = strict_house().await;
    let (_, pending) = house.first().await;
    let shown = house.enrolment(&pending).await.json();
    assert_eq!(house.enrolment(&pending).await.json(), shown, "the same while it is being set up");
    let address = shown["address"].as_str().unwrap();
    assert!(address.starts_with("otpauth://totp/Ridgeway:manager.swindon@ridgeway.example?secret="));
    assert!(shown["squares"]["size"].as_u64().unwrap() > 30);
    assert_eq!(house.code(&pending, "000000").await.status, 422);

    let (key, codes, cookie) = house.enrolled().await;
    assert_eq!(codes.len(), 10);
    assert_eq!(house.role(&cookie).await, "TEAM_MANAGER");
    // The key that was shown to the first try is good for nothing now.
    assert_eq!(house.enrolment(&pending).await.status, 403);

    house.app.clock().advance(TimeDelta::seconds(60));
    let (answer, pending) = house.first().await;
    assert_eq!(answer.json()["next"], "CODE");
    let done = house.code(&pending, &house.code_now(&key)).await;
    assert_eq!(done.status, 200);
    assert_eq!(done.json()["recoveryCodes"], json!([]));
    assert_eq!(house.role(&done.cookie("ridgeway")).await, "TEAM_MANAGER");
    let row = table::Entity::find().one(house.app.database()).await.unwrap().unwrap();
    assert_ne!(row.factor_key.open(house.app.keys(), row.user_id.uuid()).unwrap().0, [0; 20]);
    assert!(row.factor_key.open(house.app.keys(), uuid::Uuid::nil()).is_err(), "sealed for its person");
}

#[tokio::test]
async fn a_pending_sign_in_opens_nothing_and_does_not_last() {
    let house = strict_house().await;
    let (_, pending) = house.first().await;
    let value = pending.split_once('=').unwrap().1;
    for cookie in [pending.clone(), format!("ridgeway={value}")] {
        assert_eq!(house.role(&cookie).await, "NOT_SIGNED_IN");
        assert_eq!(house.send("GET", "/session", &[("cookie", cookie.as_str())], "").await.status, 401);
    }
    for from in [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("origin", "null"),
        ("x-none", ""),
    ] {
        let headers = [JSON, from, ("cookie", pending.as_str())];
        assert_eq!(house.send("POST", "/sign-in/code", &headers, "{\"code\":\"1\"}").await.status, 403);
        assert_eq!(house.send("POST", "/sign-in/second-factor", &headers, "").await.status, 403);
    }
    assert_eq!(house.code("", "123456").await.status, 401);
    let key = key(&house.enrolment(&pending).await.json());
    house.app.clock().advance(TimeDelta::minutes(5));
    assert_eq!(house.code(&pending, &house.code_now(&key)).await.status, 401);
    assert_eq!(house.enrolment(&pending).await.status, 401);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_is_good_once_also_at_the_same_instant() {
    let house = strict_house().await;
    let (key, _, _) = house.enrolled().await;
    house.app.clock().advance(TimeDelta::seconds(30));
    let (one, two) = (house.first().await.1, house.first().await.1);
    let code = house.code_now(&key);
    let mut done = join_all([house.code(&one, &code), house.code(&two, &code)]).await;
    done.sort_by_key(|answer| answer.status);
    assert_eq!([done[0].status, done[1].status], [200, 422]);
    let (_, pending) = house.first().await;
    assert_eq!(house.code(&pending, &code).await.status, 422, "nor later");
}

#[tokio::test]
async fn each_step_up_has_an_id_of_its_own_and_ends_the_one_before() {
    let house = strict_house().await;
    let (key, _, first) = house.enrolled().await;
    house.app.clock().advance(TimeDelta::seconds(60));
    let (_, pending) = house.first().await;
    let both = format!("{pending}; {first}");
    let done = house.code(&both, &house.code_now(&key)).await;
    let second = done.cookie("ridgeway");
    let values: Vec<_> =
        [&pending, &first, &second].iter().map(|cookie| cookie.split_once('=').unwrap().1).collect();
    assert!(values[0] != values[1] && values[1] != values[2] && values[0] != values[2]);
    assert_eq!(house.role(&first).await, "NOT_SIGNED_IN");
    assert_eq!(house.role(&second).await, "TEAM_MANAGER");
    assert_eq!(house.code(&pending, &house.code_now(&key)).await.status, 401, "it is used up");
}

#[tokio::test]
async fn a_recovery_code_is_good_once() {
    let house = strict_house().await;
    let (_, codes, _) = house.enrolled().await;
    let (_, pending) = house.first().await;
    let done = house.code(&pending, &codes[3].to_uppercase().replace('-', " ")).await;
    assert_eq!((done.status, done.json()["recoveryCodesLeft"].clone()), (200, json!(9)));
    let (_, pending) = house.first().await;
    assert_eq!(house.code(&pending, &codes[3]).await.status, 422);
    assert_eq!(house.code(&pending, &codes[4]).await.status, 200);
}

#[tokio::test]
async fn wrong_codes_are_failed_sign_ins_and_slow_down() {
    let house = strict_house().await;
    let (key, _, _) = house.enrolled().await;
    house.app.clock().advance(TimeDelta::seconds(60));
    let (_, pending) = house.first().await;
    let mut statuses = Vec::new();
    for _ in 0..6 {
        statuses.push(house.code(&pending, "not it").await.status);
    }
    assert_eq!(statuses, [422, 422, 422, 422, 429, 429]);
    let failed = audit_entry::Entity::find().all(house.app.database()).await.unwrap();
    let of_codes = |entry: &&audit_entry::Model| {
        entry.action == AuditAction::SignInFailed && entry.purpose.as_deref() == Some("second factor")
    };
    assert_eq!(failed.iter().filter(of_codes).count(), 4);
    house.app.clock().advance(TimeDelta::seconds(2));
    assert_eq!(house.code(&pending, &house.code_now(&key)).await.status, 200);
}

#[tokio::test]
async fn referrers_need_none_and_a_lost_one_is_taken_away() {
    let house = strict_house().await;
    let school = house.sign_in("school.one@ridgeway.example", DEMO_PASSWORD).await;
    assert!(school.is_ok());
    let (_, _, cookie) = house.enrolled().await;
    second_factor::reset(&house.app, MANAGER).await.unwrap();
    assert_eq!(house.role(&cookie).await, "NOT_SIGNED_IN");
    assert_eq!(house.first().await.0.json()["next"], "ENROL");
    let entries = audit_entry::Entity::find().all(house.app.database()).await.unwrap();
    let purpose = |says: &str| entries.iter().filter(|entry| entry.purpose.as_deref() == Some(says)).count();
    assert_eq!((purpose("second factor set up"), purpose("user reset-second-factor")), (1, 1));
    let told = house.send("GET", "/sign-in-options", &[], "").await.json();
    assert_eq!(told["passwordOnly"], false);
}
