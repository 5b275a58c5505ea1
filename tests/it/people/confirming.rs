//! Leads confirm their people every 90 days; nothing ends by itself.

use chrono::TimeDelta;
use ridgeway::words::{AuditAction::Grant, SubjectKind};
use serde_json::{Value, json};

use super::{act, ask, audited, organisation, problem};
use crate::http::house::{House, house};

const SWINDON: &str = "Swindon Youth Justice Service";

async fn due(house: &House, who: &str) -> Vec<Value> {
    let asks = "{ confirmations { organisation { name } dueOn dueSoon overdue members led } }";
    ask(house, who, asks, &json!({})).await["data"]["confirmations"].as_array().unwrap().clone()
}

#[tokio::test]
async fn a_lead_is_reminded_and_an_administrator_hears_14_days_later() {
    let house = house().await;
    let own = due(&house, "manager.swindon").await;
    assert_eq!(own.len(), 1);
    assert_eq!(
        (&own[0]["dueOn"], &own[0]["dueSoon"], &own[0]["overdue"]),
        (&json!("2026-12-04"), &json!(true), &json!(false))
    );
    for who in ["caseworker.swindon", "triage.swindon", "dpo", "analyst"] {
        assert_eq!(due(&house, who).await, [] as [Value; 0], "{who}");
    }
    let named = |list: &[Value]| list.iter().any(|one| one["organisation"]["name"] == SWINDON);
    assert!(!named(&due(&house, "admin").await));
    house.app.clock().advance(TimeDelta::days(11));
    assert_eq!(due(&house, "manager.swindon").await[0]["overdue"], true);
    house.app.clock().advance(TimeDelta::days(12));
    assert!(!named(&due(&house, "admin").await));
    house.app.clock().advance(TimeDelta::days(1));
    let late = due(&house, "admin").await;
    assert!(named(&late) && late.iter().all(|one| one["overdue"] == true));
    ridgeway::worker::settle(&house.app).await.unwrap();
    let members = "{ memberships { totalCount } }";
    let left = ask(&house, "manager.swindon", members, &json!({})).await;
    assert_eq!(left["data"]["memberships"]["totalCount"], own[0]["members"], "nothing ends by itself");
}

#[tokio::test]
async fn those_who_do_not_stay_are_ended_and_nobody_by_being_forgotten() {
    let house = house().await;
    let asks = "{ memberships(first: 100) { nodes { id user { name } } } }";
    let answer = ask(&house, "manager.swindon", asks, &json!({})).await;
    let all = answer["data"]["memberships"]["nodes"].as_array().unwrap().clone();
    let of = |name: &str| all.iter().find(|one| one["user"]["name"] == name).unwrap()["id"].clone();
    let (gone, own) = (of("Marcus Tolland"), of("Owen Greatorby"));
    let except = |left: &[&Value]| -> Vec<Value> {
        all.iter().map(|one| one["id"].clone()).filter(|id| !left.contains(&id)).collect()
    };
    let service = organisation(&house, SWINDON).await;
    let confirm = async |who: &str, staying: Vec<Value>, ending: Vec<Value>| {
        let input = json!({"organisationId": service, "staying": staying, "ending": ending});
        act(&house, who, "confirmMembers", "confirmedOn", &input).await
    };
    for who in ["triage.swindon", "manager.wiltshire", "school.one", "dpo"] {
        assert_eq!(confirm(who, except(&[]), vec![]).await, "FORBIDDEN", "{who}");
    }
    let forgotten = confirm("manager.swindon", except(&[&gone]), vec![]).await;
    assert_eq!(problem(&forgotten), ("staying".into(), "STALE".into()));
    let oneself = confirm("manager.swindon", except(&[&own]), vec![own.clone()]).await;
    assert_eq!(problem(&oneself), ("ending".into(), "CONFLICT_OF_INTEREST".into()));

    let done = confirm("manager.swindon", except(&[&gone]), vec![gone]).await;
    assert_eq!(done["confirmedOn"], "2026-11-24");
    assert_eq!(due(&house, "manager.swindon").await[0]["dueOn"], "2027-02-22");
    let audit = audited(&house, "members.confirm").await;
    assert_eq!(audit[..2], [(Grant, SubjectKind::Membership), (Grant, SubjectKind::Organisation)]);
    let answer = ask(&house, "manager.swindon", asks, &json!({})).await;
    let left = answer["data"]["memberships"]["nodes"].as_array().unwrap();
    assert_eq!(left.len(), all.len() - 1);
    assert!(left.iter().all(|one| one["user"]["name"] != "Marcus Tolland"));
}

#[tokio::test]
async fn a_group_that_no_text_can_name_is_a_problem_at_its_field() {
    let house = house().await;
    let input = json!({ "organisationId": organisation(&house, SWINDON).await, "group": "A\u{0}", "staying": [], "ending": [] });
    let answer = act(&house, "admin", "confirmMembers", "confirmedOn", &input).await;
    assert_eq!(problem(&answer), ("group".into(), "INVALID".into()));
}
