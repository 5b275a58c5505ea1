//! Who may read which lines of the audit, and what reading them leaves.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::{leaves, said, text, worked};
use crate::support::{Actor, TestApp};

const LIST: &str = "query($filter: AuditFilter, $first: Int, $after: String) { auditEntries(filter: $filter, first: $first,
    after: $after) { totalCount nodes { id at action subjectKind subjectReference purpose requestId hash actor { id name }
    membership { role organisation { name } } subject { __typename id } } pageInfo { hasNextPage endCursor } } }";

async fn list(actor: &Actor<'_>, filter: Value) -> Value {
    actor.get(LIST, json!({ "filter": filter, "first": 100 })).await["auditEntries"].clone()
}

fn column(list: &Value, name: &str) -> Vec<Value> {
    list["nodes"].as_array().unwrap().iter().map(|node| node[name].clone()).collect()
}

#[tokio::test]
async fn who_looked_at_a_child_is_told_to_those_who_answer_for_it() {
    let test = TestApp::new().await;
    let it = worked(&test).await;
    let (worker, manager) = (test.caseworker().await, test.manager().await);
    let (dpo, admin) = (test.actor("dpo").await, test.actor("admin").await);
    let (case, child) = (&it.case["reference"], &it.child["reference"]);
    let open = format!("{{ case(reference: {case}) {{ lastNote {{ body }} youngPerson {{ givenName }} }} }}");
    worker.get(&open, json!({})).await;

    for actor in [&manager, &dpo] {
        let of_child = list(actor, json!({ "subjectReference": child, "actions": ["READ"] })).await;
        assert_eq!(of_child["totalCount"], 2, "{of_child:#}");
        for entry in of_child["nodes"].as_array().unwrap() {
            assert_eq!(entry["purpose"], "OwnCase");
            assert_eq!(entry["membership"]["role"], "CASEWORKER");
            assert!(
                entry["actor"]["name"].is_string() && entry["membership"]["organisation"]["name"].is_string()
            );
        }
        let of_case = list(actor, json!({ "subjectReference": case })).await;
        let kinds = column(&of_case, "subjectKind");
        for kind in ["CASE", "CASE_NOTE", "TASK"] {
            assert!(kinds.contains(&json!(kind)), "{kind} in {kinds:?}");
        }
        let of_referral = list(actor, json!({ "subjectReference": it.referral["reference"] })).await;
        assert!(column(&of_referral, "action").contains(&json!("CREATE")));
    }
    let seen = list(&manager, json!({ "subjectReference": case, "actions": ["READ"] })).await;
    assert_eq!(seen["nodes"][0]["subject"], json!({ "__typename": "Case", "id": it.case["id"] }));
    assert_eq!(seen["nodes"][0]["subjectReference"], *case);
    let seen = list(&dpo, json!({ "subjectReference": case, "actions": ["READ"] })).await;
    assert_eq!(seen["nodes"][0]["subject"], json!(null), "the officer sees who looked, and no record");

    let accounts = list(&admin, json!({})).await;
    assert!(accounts["totalCount"].as_i64().unwrap() > 0);
    for action in column(&accounts, "action") {
        assert!(["SIGN_IN", "SIGN_IN_FAILED", "GRANT"].contains(&text(&action)), "{action}");
    }
    let none = json!({ "actions": ["SIGN_IN", "SIGN_IN_FAILED", "GRANT", "SEARCH", "REFUSED"] });
    assert_eq!(list(&manager, none).await["totalCount"], 0, "a manager sees no sign-in and no search");
    for who in [
        "school.one",
        "caseworker.swindon",
        "triage.swindon",
        "provider",
        "partnership",
        "analyst",
        "finance",
    ] {
        assert_eq!(list(&test.actor(who).await, json!({})).await["totalCount"], 0, "{who}");
    }
}

#[tokio::test]
async fn whose_right_was_given_or_ended_is_told_and_to_nobody_else() {
    let test = TestApp::new().await;
    let (admin, dpo, manager) = (test.actor("admin").await, test.actor("dpo").await, test.manager().await);
    // A token for each of them, listed by whose it is; an invitation with its link; an end.
    let known = "{ viewer { user { name } organisation { id } } }";
    let viewer = manager.get(known, json!({})).await["viewer"].clone();
    let invite = format!(
        "mutation {{ inviteUser(input: {{ name: \"Noor Newcomer\", email: \"noor@ridgeway.example\", role: REFERRER,
         organisationId: {} }}) {{ invitation {{ id }} problems {{ code field message }} }} }}",
        viewer["organisation"]["id"]
    );
    let invited = admin.get(&invite, json!({})).await["inviteUser"].clone();
    assert_eq!(invited["problems"], json!([]));
    let list =
        "{ auditEntries(filter: { actions: [GRANT, SIGN_IN] }, first: 100) { nodes { subjectKind purpose
        subjectPerson { name } } } }";
    for reader in [&admin, &dpo] {
        let lines = reader.get(list, json!({})).await["auditEntries"]["nodes"].clone();
        let mut kinds = HashSet::new();
        for line in lines.as_array().unwrap() {
            kinds.insert(text(&line["subjectKind"]).to_owned());
            let personal = line["subjectKind"] != "ORGANISATION";
            assert_eq!(line["subjectPerson"]["name"].is_string(), personal, "{line}");
        }
        let whose = |kind: &str| -> Vec<_> {
            let of_kind = |line: &&Value| line["subjectKind"] == kind;
            lines
                .as_array()
                .unwrap()
                .iter()
                .filter(of_kind)
                .map(|line| line["subjectPerson"]["name"].clone())
                .collect()
        };
        assert!(whose("TOKEN").contains(&viewer["user"]["name"]), "{kinds:?}");
        assert!(whose("INVITATION").contains(&json!("Noor Newcomer")), "{kinds:?}");
    }
    let all = "{ auditEntries(first: 100) { nodes { subjectPerson { name } } } }";
    let of_records = manager.get(all, json!({})).await["auditEntries"]["nodes"].clone();
    for line in of_records.as_array().unwrap() {
        assert_eq!(line["subjectPerson"], json!(null));
    }
    let cost = async |first: i32| {
        let before = test.app.statements();
        admin.get(&list.replace("100", &first.to_string()), json!({})).await;
        test.app.statements() - before
    };
    let (one, many) = (cost(1).await, cost(100).await);
    assert!(
        many <= one + 6,
        "{many} statements for a page, {one} for a line: one for each kind, and for all their people"
    );
}

#[tokio::test]
async fn what_is_hidden_and_what_is_unknown_are_answered_alike() {
    let test = TestApp::new().await;
    let it = worked(&test).await;
    let elsewhere = test.actor("manager.wiltshire").await;
    let cost = async |filter: Value| {
        let before = test.app.statements();
        let found = list(&elsewhere, filter).await;
        (found, test.app.statements() - before)
    };
    for (hidden, unknown) in [
        (json!({ "subjectReference": it.child["reference"] }), json!({ "subjectReference": "Y-0000000" })),
        (json!({ "subjectReference": it.case["reference"] }), json!({ "subjectReference": "C-0000000" })),
        (json!({ "subjectReference": it.referral["reference"] }), json!({ "subjectReference": "R-0000000" })),
        (json!({ "subjectId": it.child["id"] }), json!({ "subjectId": "child_AAAAAAAAAAAAAAAAAAAAAA" })),
        (json!({ "subjectId": it.case["id"] }), json!({ "subjectId": "nothing" })),
    ] {
        let (one, other) = (cost(hidden.clone()).await, cost(unknown).await);
        assert_eq!(one.0["totalCount"], 0, "{hidden}");
        assert_eq!(one, other, "{hidden}");
    }
    let wrong = elsewhere.ask(LIST, json!({ "filter": { "subjectReference": "Wren" } })).await;
    assert_eq!(wrong.codes(), ["BAD_USER_INPUT"]);
}

#[tokio::test]
async fn a_restricted_childs_lines_are_for_those_on_its_list() {
    use ridgeway::entity::people::restriction;
    use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
    let test = TestApp::new().await;
    let dpo = test.actor("dpo").await;
    let restricted = restriction::Entity::find()
        .filter(restriction::Column::EndedAt.is_null())
        .one(test.app.database())
        .await
        .unwrap()
        .expect("a restricted child");
    let child = restricted.young_person_id.seal(test.app.keys());
    let viewer = dpo.viewer().await;
    ridgeway::entity::record::audit_entry::ActiveModel {
        id: Set(test.app.new_id()),
        number: Set(None),
        at: Set(test.app.now()),
        actor_id: Set(Some(viewer.user)),
        membership_id: Set(None),
        action: Set("READ".parse().unwrap()),
        subject_kind: Set("YOUNG_PERSON".parse().unwrap()),
        subject_id: Set(Some(restricted.young_person_id.uuid())),
        young_person_id: Set(Some(restricted.young_person_id)),
        purpose: Set(None),
        request_id: Set("r".into()),
        digest: Set(None),
        seal: Set(None),
    }
    .insert(test.app.database())
    .await
    .unwrap();
    let listed = async || list(&dpo, json!({ "subjectId": child })).await["totalCount"].as_i64().unwrap();
    assert_eq!(listed().await, 0);
    for row in restriction::Entity::find()
        .filter(restriction::Column::YoungPersonId.eq(restricted.young_person_id))
        .all(test.app.database())
        .await
        .unwrap()
    {
        let on = ridgeway::entity::people::restriction_listed::ActiveModel {
            restriction_id: Set(row.id),
            user_id: Set(viewer.user),
        };
        ridgeway::entity::people::restriction_listed::Entity::insert(on)
            .exec_without_returning(test.app.database())
            .await
            .unwrap();
    }
    assert!(listed().await > 0);
}

#[tokio::test]
async fn filters_narrow_and_pages_follow_each_other() {
    let test = TestApp::new().await;
    let it = worked(&test).await;
    let (dpo, worker) = (test.actor("dpo").await, test.caseworker().await);
    let me = worker.get("{ viewer { user { id } } }", json!({})).await["viewer"]["user"]["id"].clone();
    let mine = list(&dpo, json!({ "actorId": me })).await;
    assert!(mine["totalCount"].as_i64().unwrap() > 0);
    assert!(mine["nodes"].as_array().unwrap().iter().all(|entry| entry["actor"]["id"] == me));
    let unknown = list(&dpo, json!({ "actorId": "user_AAAAAAAAAAAAAAAAAAAAAA" })).await;
    assert_eq!(unknown["totalCount"], 0);
    let later = list(&dpo, json!({ "from": "2026-11-24T09:30:01Z" })).await;
    assert_eq!(later["totalCount"], 0);
    let now = json!({ "from": "2026-11-24T09:30:00Z", "to": "2026-11-24T09:30:01Z", "subjectReference": it.child["reference"] });
    assert!(list(&dpo, now).await["totalCount"].as_i64().unwrap() > 4);

    let whole = column(&list(&dpo, json!({ "actions": ["CREATE"] })).await, "id");
    let (mut pages, mut after) = (Vec::new(), json!(null));
    while pages.len() < whole.len() {
        let variables = json!({ "filter": { "actions": ["CREATE"] }, "first": 7, "after": after });
        let page = dpo.get(LIST, variables).await["auditEntries"].clone();
        pages.extend(column(&page, "id"));
        after = page["pageInfo"]["endCursor"].clone();
    }
    pages.truncate(whole.len());
    assert_eq!(pages, whole);
    let one = "query($id: ID!) { node(id: $id) { id ... on AuditEntry { action } } }";
    let found = dpo.get(one, json!({ "id": whole[0] })).await;
    assert_eq!(found["node"], json!({ "id": whole[0], "action": "CREATE" }));
    assert_eq!(worker.get(one, json!({ "id": whole[0] })).await["node"], json!(null));
}

#[tokio::test]
async fn reading_the_audit_is_written_down_once_and_feeds_nothing_else() {
    let test = TestApp::new().await;
    worked(&test).await;
    let (dpo, manager) = (test.actor("dpo").await, test.manager().await);
    for actor in [&dpo, &manager] {
        for _ in 0..3 {
            let (_, lines) = leaves(&test, list(actor, json!({}))).await;
            assert_eq!(said(&lines), ["SEARCH AUDIT_ENTRY"]);
            assert!(lines[0].digest.is_some() && lines[0].young_person_id.is_none());
        }
    }
    let searches = list(&dpo, json!({ "actions": ["SEARCH"] })).await;
    let shown = searches.to_string();
    assert!(column(&searches, "subjectKind").contains(&json!("AUDIT_ENTRY")));
    assert!(!shown.contains("digest"));
}

#[tokio::test]
async fn a_longer_page_of_the_audit_costs_no_more_statements() {
    let test = TestApp::new().await;
    let it = worked(&test).await;
    let manager = test.manager().await;
    let open = format!(
        "{{ case(reference: {}) {{ closureReason youngPerson {{ givenName }} }} }}",
        it.case["reference"]
    );
    for _ in 0..8 {
        manager.get(&open, json!({})).await;
    }
    let cost = async |first: i32| {
        let before = test.app.statements();
        let filter = json!({ "subjectReference": it.case["reference"], "actions": ["READ"] });
        let variables = json!({ "filter": filter, "first": first });
        let page = manager.get(LIST, variables).await;
        assert_eq!(page["auditEntries"]["nodes"].as_array().unwrap().len(), usize::try_from(first).unwrap());
        test.app.statements() - before
    };
    // The organisations are read once, and then known for a minute.
    cost(1).await;
    assert_eq!(cost(2).await, cost(8).await);
}
