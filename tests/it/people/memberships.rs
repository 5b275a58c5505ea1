//! Somebody with several roles: that they begin to use one is written down, once for each sign-in.

use chrono::TimeDelta;
use ridgeway::{
    domain::people::{
        sign_in::{Credential, viewer},
        token,
    },
    entity::record::audit_entry,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;

use crate::support::TestApp;

#[tokio::test]
async fn each_membership_is_written_down_at_its_first_use_in_a_sign_in() {
    let test = TestApp::new().await;
    let actor = test.actor("two.roles").await;
    let all = actor.get("{ viewer { memberships { id } } }", json!({})).await;
    let ids: Vec<String> = all["viewer"]["memberships"]
        .as_array()
        .unwrap()
        .iter()
        .map(|held| held["id"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(ids.len(), 2);
    let app = &test.app;
    let written = async || {
        let used = audit_entry::Column::Purpose.eq("membership.use");
        audit_entry::Entity::find().filter(used).all(app.database()).await.unwrap()
    };
    assert!(written().await.is_empty(), "no membership was named yet");
    let issue = async || token::issue(app, "two.roles@ridgeway.example", TimeDelta::hours(1)).await.unwrap();
    let first = Credential::Bearer(issue().await);
    let ask = async |credential: &Credential, id: &str| {
        viewer(app, credential, Some(id), "request").await.unwrap().unwrap()
    };
    // Two windows in turns, and many requests at once: one entry for each membership.
    let at_once = (0..20).map(|at| ask(&first, &ids[at % 2]));
    futures_util::future::join_all(at_once).await;
    ask(&first, &ids[0]).await;
    let entries = written().await;
    assert_eq!(entries.len(), 2);
    assert!(entries.iter().all(|entry| entry.actor_id.is_some() && entry.request_id == "request"));
    assert_ne!(entries[0].subject_id, entries[1].subject_id);

    let second = Credential::Bearer(issue().await);
    ask(&second, &ids[1]).await;
    assert_eq!(written().await.len(), 3, "another sign-in is another use");
    // Who holds one role has nothing to change to.
    let own = test.caseworker().await.get("{ viewer { membership { id } } }", json!({})).await;
    let id = own["viewer"]["membership"]["id"].as_str().unwrap().to_owned();
    test.caseworker().await.under(&id).get("{ viewer { role } }", json!({})).await;
    assert_eq!(written().await.len(), 3);
}
