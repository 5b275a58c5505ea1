//! A link works once, within 24 hours; whatever is wrong with it, the words are the same.

use chrono::TimeDelta;
use ridgeway::{
    entity::people::link,
    words::{AuditAction::Refused, SubjectKind},
};
use sea_orm::EntityTrait;
use serde_json::json;

use super::{GOOD, audited, invite, on_invitation, open, token_of};
use crate::http::house::house;

#[tokio::test]
async fn a_used_an_old_a_closed_and_an_unknown_link_are_alike() {
    let house = house().await;
    let wants = |n: u8| json!({"name": "S V", "email": format!("new{n}@example.org"), "role": "REFERRER"});
    let used = token_of(&invite(&house, "school.one", wants(1)).await);
    assert_eq!(open(&house, &used, None).await.status, 204, "looking does not use it");
    assert_eq!(open(&house, &used, Some(GOOD)).await.status, 204);
    let closed = invite(&house, "school.one", wants(2)).await;
    on_invitation(&house, "school.one", "declineInvitation", &closed["invitation"]["id"]).await;
    let old = token_of(&invite(&house, "school.one", wants(3)).await);

    let kept = link::Entity::find().all(house.app.database()).await.unwrap();
    assert!(kept.iter().all(|row| row.token_hash.len() == 32 && row.token_hash != used.as_bytes()));

    house.app.clock().advance(TimeDelta::hours(24) - TimeDelta::seconds(1));
    assert_eq!(open(&house, &old, None).await.status, 204);
    house.app.clock().advance(TimeDelta::seconds(1));
    let unknown = open(&house, "nonsense", Some(GOOD)).await;
    assert_eq!(unknown.status, 410);
    for token in [used.as_str(), &token_of(&closed), &old, ""] {
        for password in [Some(GOOD), Some("short"), None] {
            let answer = open(&house, token, password).await;
            assert_eq!((answer.status, &answer.text), (410, &unknown.text));
        }
    }
    assert!(audited(&house, "link.use").await.contains(&(Refused, SubjectKind::Link)));
}

#[tokio::test]
async fn a_password_that_is_guessed_first_is_not_taken_and_the_link_goes_on() {
    let house = house().await;
    let wants =
        json!({"name": "Sorrel Vantongeren", "email": "sorrel.vantongeren@example.org", "role": "REFERRER"});
    let token = token_of(&invite(&house, "school.one", wants).await);
    for easy in ["", "short", "passwordpassword", "sorrel.vantongeren@example.org", "qwertyuiop123"] {
        let answer = open(&house, &token, Some(easy)).await;
        assert_eq!(answer.status, 422, "{easy}");
        assert_eq!(answer.json()["problems"][0]["field"], json!(["password"]));
    }
    assert_eq!(open(&house, &token, Some(GOOD)).await.status, 204);
}

#[tokio::test]
async fn two_who_use_a_link_at_once_are_one() {
    let house = house().await;
    let wants = json!({"name": "S V", "email": "new@example.org", "role": "REFERRER"});
    let token = token_of(&invite(&house, "school.one", wants).await);
    let (one, two) =
        tokio::join!(open(&house, &token, Some(GOOD)), open(&house, &token, Some("tundra lamp orchard")));
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [204, 410]);
}

#[tokio::test]
async fn another_site_can_neither_open_nor_ask() {
    let house = house().await;
    let json = ("content-type", "application/json");
    for (path, body) in [("/one-time-link", r#"{"token": "x"}"#), ("/link-request", r#"{"email": "x"}"#)] {
        let foreign = house.send("POST", path, &[json, ("sec-fetch-site", "cross-site")], body).await;
        assert_eq!(foreign.status, 403, "{path}");
        assert_eq!(house.send("POST", path, &[("content-type", "text/plain")], body).await.status, 415);
        assert_eq!(house.send("POST", path, &[json], "{}").await.status, 400);
        assert_eq!(house.send("GET", path, &[], "").await.status, 405);
    }
}
