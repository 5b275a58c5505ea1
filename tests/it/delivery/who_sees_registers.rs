//! Who sees which sessions, registers, notes and cards, and who keeps a register: role against row, after the policy.

use ridgeway::{
    entity::people::{membership, user},
    read::unscoped,
    words::Role,
};
use serde_json::{Value, json};

use super::{NOTE, accepted, cases, me, run, schedule, take};
use crate::support::{Actor, TestApp};

const LOOK: &str = "query($id: ID!) { node(id: $id) { ... on Offering { sessions(first: 10) { nodes { id
    workers { id } viewerCanTakeRegister viewerCanCancel register { id card { displayName } }
    attendances { mark enrolment { id } } notes { body } } } enrolments(first: 50) { nodes { id } } } } }";

/// The accounts whose sight is compared, and the second worker of the provider.
struct People {
    colleague: String,
}

impl People {
    async fn find(test: &TestApp) -> Self {
        let on = test.app.database();
        let members = unscoped::<membership::Entity>("a test").all(on).await.unwrap();
        let users = unscoped::<user::Entity>("a test").all(on).await.unwrap();
        let own = test.actor("provider").await.viewer().await.organisation;
        let mut emails: Vec<_> = members
            .iter()
            .filter(|row| row.role == Role::ProviderWorker && row.organisation_id == own)
            .filter_map(|row| users.iter().find(|user| user.id == row.user_id && user.active))
            .map(|user| user.email.clone())
            .filter(|email| email != "provider@ridgeway.example")
            .collect();
        emails.sort();
        Self { colleague: emails.swap_remove(0) }
    }

    async fn actor<'a>(&self, test: &'a TestApp, name: &str) -> Actor<'a> {
        if name == "colleague" { Actor::sign_in(test, &self.colleague).await } else { test.actor(name).await }
    }
}

/// Two sessions of one run, the first led by the worker and the second by a colleague; and one of another run, the colleague's.
struct Hall {
    runs: [Value; 2],
    children: Vec<Value>,
    cases: Vec<Value>,
    first: Value,
    second: Value,
}

async fn hall(test: &TestApp, people: &People) -> Hall {
    let runs = [run(test, &json!({})).await, run(test, &json!({ "sensitive": true })).await];
    let cases = cases(test, 5).await;
    let mut children = Vec::new();
    for case in &cases[..4] {
        children.push(accepted(test, &runs[0], case).await);
    }
    accepted(test, &runs[1], &cases[4]).await;
    let (worker, colleague) =
        (me(&test.actor("provider").await).await, me(&people.actor(test, "colleague").await).await);
    let manager = test.actor("provider.manager").await;
    let new = |hour: u32, worker: &Value| {
        json!({ "startsAt": format!("2026-11-24T{hour:02}:00:00Z"),
        "endsAt": format!("2026-11-24T{hour:02}:30:00Z"), "workerIds": [worker], "anyway": true })
    };
    let made = schedule(&manager, &runs[0], json!([new(8, &worker), new(9, &colleague)])).await;
    assert_eq!(made.problems(), []);
    let made = made.data()["scheduleSessions"]["offering"]["sessions"]["nodes"].clone();
    let other = schedule(&manager, &runs[1], json!([new(12, &colleague)])).await;
    assert_eq!(other.problems(), []);
    Hall { runs, children, cases, first: made[0]["id"].clone(), second: made[1]["id"].clone() }
}

fn how_many(list: &Value) -> Option<usize> {
    list.as_array().map(Vec::len)
}

#[tokio::test]
async fn each_role_sees_the_registers_that_are_for_it() {
    let test = TestApp::new().await;
    let people = People::find(&test).await;
    let Hall { runs, children, cases, first, .. } = hall(&test, &people).await;
    let worker = test.actor("provider").await;
    let all: Vec<_> =
        children.iter().map(|child| json!({ "enrolmentId": child, "mark": "PRESENT" })).collect();
    assert_eq!(take(&worker, &first, json!(all)).await.problems(), []);
    for (who, child) in [("provider", &children[0]), ("provider.manager", &children[1])] {
        let input = json!({ "sessionId": first, "enrolmentId": child, "body": who });
        let done = test.actor(who).await.ask(NOTE, json!({ "input": input })).await;
        assert_eq!(done.problems(), []);
    }
    // Sessions of the run and of the other one; children on the first register; notes of it; whether the register is theirs
    // to keep and the session theirs to cancel.
    let mut of_caseworkers = 0;
    for (account, sees, keeps, cancels) in [
        ("provider", Some((2, 0, 4, 1)), true, false),
        ("colleague", Some((2, 1, 4, 0)), false, false),
        ("provider.manager", Some((2, 1, 4, 2)), true, true),
        ("manager.swindon", Some((2, 1, 4, 2)), false, true),
        ("manager.wiltshire", Some((2, 1, 0, 0)), false, true),
        ("caseworker.swindon", None, false, false),
        ("caseworker2.swindon", None, false, false),
        ("caseworker.wiltshire", Some((0, 0, 0, 0)), false, false),
        ("triage.swindon", Some((0, 0, 0, 0)), false, false),
        ("school.one", Some((0, 0, 0, 0)), false, false),
        ("partnership", Some((0, 0, 0, 0)), false, false),
        ("analyst", Some((0, 0, 0, 0)), false, false),
    ] {
        let actor = people.actor(&test, account).await;
        let look = actor.get(LOOK, json!({ "id": runs[0] })).await["node"].clone();
        let other = actor.get(LOOK, json!({ "id": runs[1] })).await["node"].clone();
        let sessions = look["sessions"]["nodes"].as_array().unwrap().clone();
        let others = how_many(&other["sessions"]["nodes"]).unwrap_or(0);
        let it = sessions.iter().find(|session| session["id"] == first).cloned().unwrap_or_default();
        let seen = (
            sessions.len(),
            others,
            how_many(&it["register"]).unwrap_or(0),
            how_many(&it["notes"]).unwrap_or(0),
        );
        assert_eq!(how_many(&it["register"]), how_many(&it["attendances"]), "{account}");
        if let Some(sees) = sees {
            assert_eq!(seen, sees, "{account}");
        } else {
            // A caseworker sees the children of the own cases and nobody else on the register.
            let mut own = 0;
            for case in &cases[..4] {
                let asks = "query($id: ID!) { node(id: $id) { id } }";
                own += usize::from(!actor.get(asks, json!({ "id": case })).await["node"].is_null());
            }
            assert_eq!((seen.0, seen.2), (if own > 0 { 2 } else { 0 }, own), "{account}");
            of_caseworkers += own;
        }
        assert_eq!(it["viewerCanTakeRegister"] == true, keeps, "{account}");
        assert_eq!(it["viewerCanCancel"] == true, cancels, "{account}");
        for row in it["register"].as_array().into_iter().flatten() {
            assert!(row["card"]["displayName"].is_string(), "{account}: {row}");
        }
    }
    assert!(of_caseworkers > 0, "no caseworker of the two has a child here, so nothing was compared");
    // The one note of a worker is their own.
    let look = worker.get(LOOK, json!({ "id": runs[0] })).await["node"].clone();
    assert_eq!(look["sessions"]["nodes"][0]["notes"], json!([{ "body": "provider" }]));
    for account in ["finance", "dpo", "admin"] {
        let look = test.actor(account).await.get(LOOK, json!({ "id": runs[0] })).await;
        assert_eq!(look["node"], json!(null), "{account}");
    }
}

#[tokio::test]
async fn a_register_is_kept_by_who_leads_the_session_or_runs_it() {
    let test = TestApp::new().await;
    let people = People::find(&test).await;
    let Hall { children, first, second, .. } = hall(&test, &people).await;
    let mark = json!([{ "enrolmentId": children[0], "mark": "PRESENT" }]);
    for (account, of_first, of_second) in [
        ("provider", "", "FORBIDDEN"),
        ("colleague", "FORBIDDEN", ""),
        ("provider.manager", "", ""),
        ("manager.swindon", "FORBIDDEN", "FORBIDDEN"),
        ("triage.swindon", "NOT_FOUND", "NOT_FOUND"),
        ("school.one", "NOT_FOUND", "NOT_FOUND"),
        ("caseworker.wiltshire", "NOT_FOUND", "NOT_FOUND"),
        ("dpo", "NOT_FOUND", "NOT_FOUND"),
    ] {
        let actor = people.actor(&test, account).await;
        for (session, expected) in [(&first, of_first), (&second, of_second)] {
            let codes = take(&actor, session, mark.clone()).await.codes();
            let expected: Vec<_> = [expected].into_iter().filter(|code| !code.is_empty()).collect();
            assert_eq!(codes, expected, "{account}");
        }
    }
}

#[tokio::test]
async fn today_is_asked_for_by_its_day_in_england_and_by_who_leads() {
    let test = TestApp::new().await;
    let people = People::find(&test).await;
    let Hall { first, second, .. } = hall(&test, &people).await;
    let asks = "query($filter: SessionFilter) { sessions(filter: $filter, first: 100) { totalCount nodes { id startsAt } } }";
    let worker = test.actor("provider").await;
    let of = async |filter: Value| {
        let found = worker.get(asks, json!({ "filter": filter })).await["sessions"].clone();
        let nodes = found["nodes"].as_array().unwrap();
        let total = found["totalCount"].as_u64().unwrap();
        assert_eq!(usize::try_from(total).unwrap().min(100), nodes.len());
        let ids: Vec<_> = nodes.iter().map(|node| node["id"].clone()).collect();
        ids.into_iter().filter(|id| [&first, &second].contains(&id)).collect::<Vec<_>>()
    };
    let today = json!({ "from": "2026-11-24", "to": "2026-11-24" });
    assert_eq!(of(today).await, [first.clone(), second.clone()], "soonest first");
    assert_eq!(
        of(json!({ "from": "2026-11-24", "to": "2026-11-24", "mine": true })).await,
        std::slice::from_ref(&first)
    );
    assert!(of(json!({ "from": "2026-11-25" })).await.is_empty());
    assert!(of(json!({ "to": "2026-11-23" })).await.is_empty());
}

#[tokio::test]
async fn a_provider_worker_raises_a_concern_on_a_child_of_theirs_and_on_nobody_else() {
    let test = TestApp::new().await;
    let people = People::find(&test).await;
    let Hall { children, cases, .. } = hall(&test, &people).await;
    let manager = test.manager().await;
    let child_of = async |id: &Value| {
        let asks = "query($id: ID!) { node(id: $id) { ... on Enrolment { youngPerson { id } } ... on Case { youngPerson { id } } } }";
        manager.get(asks, json!({ "id": id })).await["node"]["youngPerson"]["id"].clone()
    };
    let raise = "mutation($input: RaiseSafeguardingConcernInput!) { raiseSafeguardingConcern(input: $input) {
        safeguardingConcern { id text } problems { code } } }";
    let worker = test.actor("provider").await;
    let say = async |child: Value| {
        let input = json!({ "youngPersonId": child, "text": "Bruises on both arms.", "immediateDanger": false,
            "parentTold": false, "childTold": true });
        worker.ask(raise, json!({ "input": input })).await
    };
    let done = say(child_of(&children[0]).await).await;
    assert_eq!(done.problems(), []);
    assert_eq!(
        done.data()["raiseSafeguardingConcern"]["safeguardingConcern"]["text"],
        "Bruises on both arms."
    );
    assert_eq!(say(child_of(&cases[4]).await).await.codes(), ["NOT_FOUND"]);
}
