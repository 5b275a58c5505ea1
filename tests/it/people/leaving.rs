//! People leave: at once, by somebody who keeps their group.

use ridgeway::{
    domain::people::account::DEMO_PASSWORD,
    entity::people::{membership, user},
    words::{AuditAction::Grant, SubjectKind},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};

use super::{GOOD, act, audited, invite, open, organisation, problem, role, token_of};
use crate::http::house::{House, house};

async fn person(house: &House, name: &str) -> (String, String) {
    let email = format!("{name}@ridgeway.example");
    let on = house.app.database();
    let person = user::Entity::find().filter(user::Column::Email.eq(email)).one(on).await.unwrap().unwrap();
    let held = membership::Entity::find().filter(membership::Column::UserId.eq(person.id));
    let keys = house.app.keys();
    (person.id.seal(keys), held.one(on).await.unwrap().unwrap().id.seal(keys))
}

async fn end(house: &House, who: &str, membership: &str) -> Value {
    act(house, who, "endMembership", "user { name }", &json!({ "membershipId": membership })).await
}

#[tokio::test]
async fn a_lead_ends_a_membership_of_the_own_group_at_once() {
    let house = house().await;
    let (_, held) = person(&house, "caseworker.swindon").await;
    let (_, own) = person(&house, "manager.swindon").await;
    assert_eq!(end(&house, "manager.wiltshire", &held).await, "NOT_FOUND");
    assert_eq!(end(&house, "triage.swindon", &held).await, "FORBIDDEN");
    assert_eq!(end(&house, "dpo", &held).await, "FORBIDDEN");
    assert_eq!(problem(&end(&house, "manager.swindon", &own).await).1, "CONFLICT_OF_INTEREST");

    let email = "caseworker.swindon@ridgeway.example";
    let cookie = house.sign_in(email, DEMO_PASSWORD).await.ok().unwrap();
    let ended = end(&house, "manager.swindon", &held).await;
    assert_eq!(ended["user"]["name"], "Dani Ferrowby");
    assert_eq!(house.role(&cookie).await, "NOT_SIGNED_IN");
    assert_eq!(role(&house, email, DEMO_PASSWORD).await, "401");
    assert!(audited(&house, "membership.end").await.contains(&(Grant, SubjectKind::Membership)));
    assert_eq!(end(&house, "manager.swindon", &held).await, "NOT_FOUND", "it has ended already");
}

#[tokio::test]
async fn an_ended_account_opens_nothing_and_comes_back_with_nothing_of_before() {
    let house = house().await;
    let (id, _) = person(&house, "two.roles").await;
    let end_user =
        async |who: &str| act(&house, who, "endUser", "user { active }", &json!({"userId": id})).await;
    // Half of what they hold is somebody else's to end.
    assert_eq!(end_user("manager.swindon").await, "FORBIDDEN");
    assert_eq!(end_user("manager.wiltshire").await, "NOT_FOUND");
    let email = "two.roles@ridgeway.example";
    let cookie = house.sign_in(email, DEMO_PASSWORD).await.ok().unwrap();
    assert_eq!(end_user("admin").await["user"]["active"], false);
    assert!(audited(&house, "user.end").await.contains(&(Grant, SubjectKind::User)));
    assert_eq!(house.role(&cookie).await, "NOT_SIGNED_IN");
    assert_eq!(role(&house, email, DEMO_PASSWORD).await, "401");

    let police = organisation(&house, "Wiltshire Police").await;
    let wants = json!({"name": "Leila", "email": email, "role": "REFERRER", "organisationId": police});
    let token = token_of(&invite(&house, "admin", wants).await);
    assert_eq!(open(&house, &token, Some(GOOD)).await.status, 204);
    assert_eq!(role(&house, email, DEMO_PASSWORD).await, "401");
    assert_eq!(role(&house, email, GOOD).await, "REFERRER", "and not the caseworker of before");
    let (own, _) = person(&house, "admin").await;
    let itself = act(&house, "admin", "endUser", "user { active }", &json!({ "userId": own })).await;
    assert_eq!(problem(&itself).1, "CONFLICT_OF_INTEREST");
}
