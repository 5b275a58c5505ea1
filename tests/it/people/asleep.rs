//! Who has not signed in for 60 days opens nothing, until a lead of the group or an administrator wakes them.

use chrono::TimeDelta;
use ridgeway::{
    access::Viewer,
    domain::people::{
        account::{self, DEMO_PASSWORD},
        attempt::{Attempt, Passed, Visitor, sign_in},
        sign_in::{Credential, viewer},
        token,
    },
    entity::record::audit_entry,
    platform::error::Error,
    words::AuditAction,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;

use crate::support::TestApp;

/// A referrer: one step, so that only sleep stands in the way.
const SCHOOL: &str = "school.one@ridgeway.example";

async fn enters(test: &TestApp) -> Result<Passed, Error> {
    let visitor = Visitor { address: "192.0.2.1", request_id: "test", ..Visitor::default() };
    sign_in(&test.app, Attempt { email: SCHOOL, password: DEMO_PASSWORD, visitor }).await
}

async fn opens(test: &TestApp, token: &str) -> Option<Viewer> {
    viewer(&test.app, &Credential::Bearer(token.to_owned()), None, "test").await.unwrap()
}

const WAKE: &str =
    "mutation Wake($id: ID!) { wakeUser(input: { userId: $id }) { user { asleep } problems { code } } }";
const PEOPLE: &str = "{ users(first: 50) { nodes { id name asleep } } }";

#[tokio::test]
async fn after_sixty_days_neither_password_nor_token_opens_anything() {
    let test = TestApp::strict().await;
    assert!(matches!(enters(&test).await, Ok(Passed::SignedIn(_))));
    let token = token::issue(&test.app, SCHOOL, TimeDelta::days(300)).await.unwrap();
    test.app.clock().advance(TimeDelta::days(60) - TimeDelta::seconds(1));
    assert!(opens(&test, &token).await.is_some());
    test.app.clock().advance(TimeDelta::seconds(1));
    assert!(opens(&test, &token).await.is_none());
    assert!(matches!(enters(&test).await, Err(Error::NotSignedIn)), "the words for a wrong password");
    assert!(token::issue(&test.app, SCHOOL, TimeDelta::days(1)).await.is_err());

    account::wake(&test.app, SCHOOL).await.unwrap();
    assert!(opens(&test, &token).await.is_some());
    assert!(matches!(enters(&test).await, Ok(Passed::SignedIn(_))));
    let woken = audit_entry::Column::Purpose.eq("user wake");
    let entries = audit_entry::Entity::find().filter(woken).all(test.app.database()).await.unwrap();
    assert_eq!(entries.len(), 1);
    assert_eq!(entries[0].action, AuditAction::Grant);
}

#[tokio::test]
async fn in_a_demo_nobody_falls_asleep() {
    let test = TestApp::new().await;
    test.app.clock().advance(TimeDelta::days(700));
    assert!(matches!(enters(&test).await, Ok(Passed::SignedIn(_))));
    token::issue(&test.app, SCHOOL, TimeDelta::days(1)).await.unwrap();
}

#[tokio::test]
async fn an_administrator_wakes_anyone_and_a_lead_the_own_group_alone() {
    let test = TestApp::new().await;
    let (admin, manager) = (test.actor("admin").await, test.manager().await);
    let find = |people: &serde_json::Value, own: &str| {
        let nodes = people["users"]["nodes"].as_array().unwrap();
        nodes.iter().map(|node| node["id"].as_str().unwrap()).find(|id| *id != own).unwrap().to_owned()
    };
    let own = manager.get("{ viewer { user { id } } }", json!({})).await;
    let own = own["viewer"]["user"]["id"].as_str().unwrap().to_owned();
    let colleague = find(&manager.get(PEOPLE, json!({})).await, &own);
    let woken = admin.get(WAKE, json!({"id": colleague})).await;
    assert_eq!(woken["wakeUser"], json!({"user": {"asleep": false}, "problems": []}));

    // The manager sees the colleague; whether they may wake them is whether they lead.
    let leads = manager.get("{ viewer { membership { lead } } }", json!({})).await;
    let leads = leads["viewer"]["membership"]["lead"].as_bool().unwrap();
    let answer = manager.ask(WAKE, json!({"id": colleague})).await;
    let expected: &[&str] = if leads { &[] } else { &["FORBIDDEN"] };
    assert_eq!(answer.codes(), expected);
    // A caseworker leads nobody; a school does not even know of somebody in a service.
    assert_eq!(test.caseworker().await.ask(WAKE, json!({"id": colleague})).await.codes(), ["FORBIDDEN"]);
    assert_eq!(test.school().await.ask(WAKE, json!({"id": colleague})).await.codes(), ["NOT_FOUND"]);

    let entries = audit_entry::Entity::find()
        .filter(audit_entry::Column::Purpose.eq("user.wake"))
        .filter(audit_entry::Column::Action.eq(AuditAction::Grant))
        .all(test.app.database())
        .await
        .unwrap();
    assert_eq!(entries.len(), if leads { 2 } else { 1 });
}
