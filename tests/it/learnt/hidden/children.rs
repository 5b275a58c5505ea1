//! What is written in a child's record, and that it is restricted, is hidden from those who do not stand to the child.

use ridgeway::{
    entity::people::{
        alert::{self, AlertWords},
        postcode, restriction, restriction_listed,
    },
    platform::sealed::Sealed,
    words::{
        AlertKind, RestrictionReason,
        id::{Id, OpaqueId, noun},
    },
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};
use serde_json::{Value, json};

use super::{Hiding, accept, allocate, does, me, note, refer, referrals::adds_a_word, text, worked};
use crate::{
    learnt::twins::{HIDDEN, KNOWS, Secret, Table},
    support::{Actor, TestApp},
};

/// From now on only these people open the record of a child. No operation does this yet.
async fn restrict(test: &TestApp, child: &Value, set_by: &Actor<'_>, listed: &[&Actor<'_>]) {
    let child: Id<noun::YoungPerson> =
        OpaqueId::parse(child.as_str().unwrap()).unwrap().open(test.app.keys()).unwrap();
    let (id, database) = (test.app.new_id(), test.app.database());
    restriction::ActiveModel {
        id: Set(id),
        young_person_id: Set(child),
        reason: Set(RestrictionReason::SecretAddress),
        set_by_id: Set(set_by.viewer().await.user),
        from_at: Set(test.app.now()),
        ended_at: Set(None),
    }
    .insert(database)
    .await
    .unwrap();
    for actor in listed {
        let user_id = actor.viewer().await.user;
        restriction_listed::ActiveModel { restriction_id: Set(id), user_id: Set(user_id) }
            .insert(database)
            .await
            .unwrap();
    }
}

const RESTRICTION: Table = &[
    (&["manager.swindon", "caseworker.swindon"], KNOWS, "Listed: they see that the record is restricted"),
    (&["triage.swindon"], KNOWS, "OwnQueue without Listed: the child leaves their lists"),
    (&["dpo"], KNOWS, "without Listed: the child's lines leave the audit"),
    (&["school.one"], HIDDEN, "SentByGroup does not depend on the shared record"),
    (&["school.two", "police"], HIDDEN, "SentByGroup: only what the own group sent"),
    (&["caseworker2.swindon"], HIDDEN, "OwnCase or Cover: it is neither"),
    (
        &["triage.wiltshire", "manager.wiltshire", "caseworker.wiltshire", "caseworker2.wiltshire"],
        HIDDEN,
        "OwnQueue, OwnService: the child is Swindon's",
    ),
    (&["provider", "provider.manager"], HIDDEN, "Enrolled: nobody is"),
    (&["partnership", "analyst", "finance", "admin"], HIDDEN, "no row of the policy shows them a child"),
];

#[tokio::test]
async fn a_restriction_on_the_record() {
    let hiding = Hiding::from_those(RESTRICTION, worked).await;
    let (story, elsewhere) = (&hiding.story, &hiding.elsewhere);
    let [manager, worker] = hiding.sign_in(["manager.swindon", "caseworker.swindon"]).await;
    let following = hiding.follow().await;

    restrict(elsewhere, &story.child["id"], &manager, &[&manager, &worker]).await;
    let told = worker
        .get(
            "query($r: String!) { case(reference: $r) { youngPerson { restricted } } }",
            json!({
        "r": story.case["reference"] }),
        )
        .await;
    assert_eq!(told["case"]["youngPerson"]["restricted"], true);

    // Of the school, these are hidden in both worlds.
    let secret = Secret { ids: [&story.child["id"], &story.case["id"]].map(text).into(), texts: Vec::new() };
    hiding.twins.heard_the_same(following).await;
    hiding.tells_nothing(&secret, &[adds_a_word(story)]).await;
}

const RESTRICTED_CHILD: Table = &[
    (&["police"], KNOWS, "SentByGroup: what they sent, as they sent it"),
    (
        &["triage.swindon", "manager.swindon", "caseworker.swindon"],
        HIDDEN,
        "OwnQueue, OwnService and OwnCase need Listed besides",
    ),
    (&["dpo"], HIDDEN, "the audit of a restricted record needs Listed"),
    (&["school.one", "school.two"], HIDDEN, "SentByGroup: only what the own group sent"),
    (&["caseworker2.swindon"], HIDDEN, "OwnCase or Cover: it is neither"),
    (
        &["triage.wiltshire", "manager.wiltshire", "caseworker.wiltshire", "caseworker2.wiltshire"],
        HIDDEN,
        "OwnQueue, OwnService: the child is Swindon's",
    ),
    (&["provider", "provider.manager"], HIDDEN, "Enrolled: nobody is"),
    (&["partnership", "analyst", "finance", "admin"], HIDDEN, "no row of the policy shows them a child"),
];

#[tokio::test]
async fn a_restricted_child_with_all_that_belongs_to_them() {
    let hiding = Hiding::from_those(RESTRICTED_CHILD, worked).await;
    let (story, elsewhere) = (&hiding.story, &hiding.elsewhere);
    let who = ["police", "triage.swindon", "manager.swindon", "caseworker.swindon"];
    let [police, triage, manager, worker] = hiding.sign_in(who).await;
    let following = hiding.follow().await;

    let child = json!({ "givenName": "Nightjar", "familyName": "Hollowell", "dateOfBirth": "2011-05-06",
        "sex": "UNKNOWN" });
    let sent = refer(&police, child, "POLICE", story.services.first()).await;
    let asks = "query($r: String!) { referral(reference: $r) { youngPerson { id reference } } }";
    let known = triage.get(asks, json!({ "r": sent["reference"] })).await["referral"]["youngPerson"].clone();
    let open = accept(&triage, &sent).await;
    allocate(&manager, &open, &worker).await;
    let written = note(&worker, &open).await;
    let input = json!({ "caseId": open["id"], "title": "Visit", "dueOn": "2026-11-25", "assigneeId": me(&worker).await });
    let task = does(&worker, "createTask", input, "task { id }").await["task"]["id"].clone();
    let input = json!({ "kind": "ABOUT_CHILD", "caseId": open["id"], "text": "A bruise.", "immediateDanger": true,
        "parentTold": false, "childTold": false });
    let concern = does(&worker, "raiseSafeguardingConcern", input, "safeguardingConcern { id }").await;
    restrict(elsewhere, &known["id"], &manager, &[]).await;
    // What happens afterwards is not heard of either.
    let input = json!({ "referralId": sent["id"], "text": "Seen again." });
    does(&police, "addReferralInformation", input, "referral { id }").await;

    let concern = &concern["safeguardingConcern"]["id"];
    let ids = [&sent["id"], &known["id"], &open["id"], &written, &task, concern];
    let references = [&sent["reference"], &known["reference"], &open["reference"]];
    let mut texts: Vec<_> = references.map(text).into();
    texts.extend(["Nightjar".to_owned(), "2011-05-06".to_owned()]);
    let secret = Secret { ids: ids.map(text).into(), texts };
    hiding.twins.heard_the_same(following).await;
    hiding.tells_nothing(&secret, &[]).await;
}

const ADDRESS: Table = &[
    (&["manager.swindon", "triage.swindon"], KNOWS, "OwnQueue, OwnService: the child's record"),
    (&["caseworker.swindon"], KNOWS, "OwnCase"),
    (&["dpo"], KNOWS, "the audit, for the officer, of every record"),
    (&["school.one"], HIDDEN, "SentByGroup: the child as they described them, a snapshot"),
    (&["school.two", "police"], HIDDEN, "SentByGroup: only what the own group sent"),
    (&["caseworker2.swindon"], HIDDEN, "OwnCase or Cover: it is neither"),
    (
        &["triage.wiltshire", "manager.wiltshire", "caseworker.wiltshire", "caseworker2.wiltshire"],
        HIDDEN,
        "OwnQueue, OwnService: the child is Swindon's",
    ),
    (&["provider", "provider.manager"], HIDDEN, "Enrolled: nobody is; and then the session's card alone"),
    (&["partnership", "analyst", "finance", "admin"], HIDDEN, "no row of the policy shows them a child"),
];

#[tokio::test]
async fn a_secret_address_another_school_and_another_number() {
    let hiding = Hiding::from_those(ADDRESS, worked).await;
    let (story, elsewhere) = (&hiding.story, &hiding.elsewhere);
    let [manager] = hiding.sign_in(["manager.swindon"]).await;
    let following = hiding.follow().await;

    let postcode = postcode::Entity::find().one(elsewhere.app.database()).await.unwrap().unwrap();
    let input = json!({ "youngPersonId": story.child["id"], "version": 1, "kind": "CHANGE", "from": "2026-11-24",
        "reason": "They had to leave.", "upn": "T999400126001", "schoolId": story.schools[1],
        "address": { "lines": ["A safe house"], "postcode": postcode.code, "mayDisclose": false } });
    let changed =
        does(&manager, "changeYoungPerson", input, "youngPerson { area { id } school { id } }").await;
    assert_ne!(changed["youngPerson"]["area"], Value::Null);
    let id: Id<noun::Alert> = elsewhere.app.new_id();
    let child: Id<noun::YoungPerson> =
        OpaqueId::parse(&text(&story.child["id"])).unwrap().open(elsewhere.app.keys()).unwrap();
    let words =
        Sealed::new(elsewhere.app.keys(), id.uuid(), &AlertWords("Tell nobody where.".to_owned())).unwrap();
    alert::ActiveModel {
        id: Set(id),
        young_person_id: Set(child),
        kind: Set(AlertKind::Exploitation),
        words: Set(words),
        from_date: Set(elsewhere.app.today()),
        review_on: Set(None),
        ended_on: Set(None),
        raised_by_id: Set(manager.viewer().await.user),
    }
    .insert(elsewhere.app.database())
    .await
    .unwrap();

    let secret = Secret {
        ids: vec![id.seal(elsewhere.app.keys()), text(&story.child["id"])],
        texts: vec!["T999400126001".to_owned()],
    };
    hiding.twins.heard_the_same(following).await;
    let mut values = hiding.values(&secret);
    for (of, here) in [("area", "area"), ("school", "school")] {
        let known = values.ids.iter_mut().find(|(name, _)| *name == of).unwrap();
        known.1.push(text(&changed["youngPerson"][here]["id"]));
    }
    hiding.tells_nothing_by(&values, &secret, &[adds_a_word(story)]).await;
}
