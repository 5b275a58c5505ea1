//! What others ask for the same child, and what a service does with it, is hidden from those who referred.

use chrono::TimeDelta;
use ridgeway::{
    entity::casework::{case, referral},
    words::id::{Id, OpaqueId, noun},
    worker,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use serde_json::{Value, json};

use super::{Hiding, Story, accept, allocate, described, does, note, refer, referred, text, worked};
use crate::{
    learnt::twins::{Act, HIDDEN, KNOWS, Secret, Table, Twins},
    support::TestApp,
};

/// The school refers again, whatever happened meanwhile.
fn refers_again(account: &'static str) -> Act {
    let child = "givenName: \"Linnet\", familyName: \"Quillfeather\", dateOfBirth: \"2012-03-04\", sex: UNKNOWN, \
                 upn: \"Q866400119001\"";
    let document = format!(
        "mutation {{ submitReferral(input: {{ youngPerson: {{ {child} }}, source: SCHOOL, whatHappened: \"Still afraid.\",
        mainFactor: UNSAFE_JOURNEYS, immediateDanger: false, parentAware: true }}) {{
        referral {{ id reference version stage triageDueAt youngPerson {{ id }} services {{ name }} history {{ to }} }}
        problems {{ code field message }} }} }}"
    );
    Act { account, document }
}

/// The school adds a word to what it sent.
pub(super) fn adds_a_word(story: &Story) -> Act {
    let id = &story.referral["id"];
    let document = format!(
        "mutation {{ addReferralInformation(input: {{ referralId: {id}, text: \"More.\" }}) {{
        referral {{ version stage messages {{ text }} decision {{ outcome feedback }} }} problems {{ code field message }} }} }}"
    );
    Act { account: "school.one", document }
}

/// The school takes back what it sent.
pub(super) async fn withdraws(twins: &Twins, story: &Story) -> Act {
    let version = twins
        .both(async |world| {
            let asks = "query($r: String!) { referral(reference: $r) { version } }";
            let seen = world.school().await.get(asks, json!({ "r": story.referral["reference"] })).await;
            seen["referral"]["version"].clone()
        })
        .await;
    let id = &story.referral["id"];
    let document = format!(
        "mutation {{ withdrawReferral(input: {{ referralId: {id}, version: {version}, reason: \"Moved.\" }}) {{
        referral {{ version stage }} problems {{ code field message }} }} }}"
    );
    Act { account: "school.one", document }
}

const ANOTHERS_REFERRAL: Table = &[
    (&["police"], KNOWS, "SentByGroup: they sent it"),
    (&["triage.swindon", "manager.swindon"], KNOWS, "OwnQueue: they received it"),
    (&["caseworker.swindon"], KNOWS, "OwnCase: it was added to their case"),
    (&["dpo"], KNOWS, "the audit, for the officer, of every record"),
    (&["school.one", "school.two"], HIDDEN, "SentByGroup: only what the own group sent"),
    (&["caseworker2.swindon"], HIDDEN, "OwnCase or Cover: it is neither"),
    (
        &["triage.wiltshire", "manager.wiltshire", "caseworker.wiltshire", "caseworker2.wiltshire"],
        HIDDEN,
        "OwnQueue, OwnService: it came to Swindon",
    ),
    (&["provider", "provider.manager"], HIDDEN, "Own: they did not send it; nobody is enrolled"),
    (&["partnership", "analyst", "finance", "admin"], HIDDEN, "no row of the policy shows them a referral"),
];

#[tokio::test]
async fn another_organisations_referral_of_the_same_child() {
    let hiding = Hiding::from_those(ANOTHERS_REFERRAL, worked).await;
    let story = &hiding.story;
    let [police, triage] = hiding.sign_in(["police", "triage.swindon"]).await;
    let following = hiding.follow().await;

    let sent = refer(&police, described("Linnet"), "POLICE", story.services.first()).await;
    let input = json!({ "referralId": sent["id"], "version": 1, "outcome": "ADD_TO_OPEN_CASE",
        "caseId": story.case["id"], "rationale": "The same child.", "feedback": "Somebody works with them." });
    does(&triage, "triageReferral", input, "referral { id }").await;
    // And once more, as a repeat of what the school sent.
    let twice = refer(&police, described("Linnet"), "POLICE", story.services.first()).await;
    let input = json!({ "referralId": twice["id"], "version": 1, "outcome": "DUPLICATE",
        "reason": "SAME_PERSON_AND_TRIGGER", "duplicateOfId": story.referral["id"], "rationale": "The same.",
        "feedback": "Somebody works with them." });
    does(&triage, "triageReferral", input, "referral { id }").await;

    let secret = Secret {
        ids: vec![text(&sent["id"]), text(&twice["id"])],
        texts: vec![text(&sent["reference"]), text(&twice["reference"])],
    };
    hiding.twins.heard_the_same(following).await;
    let acts = [adds_a_word(story), refers_again("school.two"), refers_again("school.one")];
    hiding.tells_nothing(&secret, &acts).await;
}

const CASE_ELSEWHERE: Table = &[
    (&["police"], KNOWS, "SentByGroup: the stage of what they sent"),
    (&["triage.wiltshire", "manager.wiltshire"], KNOWS, "OwnService: it is their case"),
    (&["caseworker.wiltshire"], KNOWS, "OwnCase"),
    (&["dpo"], KNOWS, "the audit, for the officer, of every record"),
    (&["school.one", "school.two"], HIDDEN, "those who refer see no case"),
    (
        &["triage.swindon", "manager.swindon"],
        HIDDEN,
        "OwnQueue shows them the child, OwnService no case of another service",
    ),
    (
        &["caseworker.swindon", "caseworker2.swindon", "caseworker2.wiltshire"],
        HIDDEN,
        "OwnCase or Cover: it is neither",
    ),
    (&["provider", "provider.manager"], HIDDEN, "Enrolled: nobody is"),
    (&["partnership", "analyst", "finance", "admin"], HIDDEN, "no row of the policy shows them a case"),
];

fn id<N: ridgeway::words::id::Noun>(test: &TestApp, sealed: &Value) -> Id<N> {
    OpaqueId::parse(sealed.as_str().unwrap()).unwrap().open(test.app.keys()).unwrap()
}

#[tokio::test]
async fn an_open_case_of_another_service_on_the_same_child() {
    let hiding = Hiding::from_those(CASE_ELSEWHERE, referred).await;
    let (story, elsewhere) = (&hiding.story, &hiding.elsewhere);
    let who = ["police", "triage.wiltshire", "manager.wiltshire", "caseworker.wiltshire"];
    let [police, triage, manager, worker] = hiding.sign_in(who).await;
    let following = hiding.follow().await;

    let sent = refer(&police, described("Linnet"), "POLICE", story.services.get(1)).await;
    // It is the record that the child has already.
    let child: Id<noun::YoungPerson> = id(elsewhere, &story.child["id"]);
    let referral_id: Id<noun::Referral> = id(elsewhere, &sent["id"]);
    referral::Entity::update_many()
        .col_expr(referral::Column::YoungPersonId, Expr::value(child))
        .filter(referral::Column::Id.eq(referral_id))
        .exec(elsewhere.app.database())
        .await
        .unwrap();
    let open = accept(&triage, &sent).await;
    allocate(&manager, &open, &worker).await;
    let written = note(&worker, &open).await;
    let input = json!({ "caseId": open["id"], "title": "Visit", "dueOn": "2026-11-25",
        "assigneeId": super::me(&worker).await });
    let task = does(&worker, "createTask", input, "task { id }").await["task"]["id"].clone();
    let of_child = case::Entity::find().filter(case::Column::YoungPersonId.eq(child));
    assert_eq!(of_child.all(elsewhere.app.database()).await.unwrap().len(), 1, "a case on the same record");

    let secret = Secret {
        ids: [&sent["id"], &open["id"], &written, &task].map(text).into(),
        texts: [&sent["reference"], &open["reference"]].map(text).into(),
    };
    hiding.twins.heard_the_same(following).await;
    let referral = &story.referral["id"];
    let accepts = format!(
        "mutation {{ triageReferral(input: {{ referralId: {referral}, version: 1, outcome: ACCEPT, rationale: \"x\",
        feedback: \"y\", pathway: EARLY_PREVENTION }}) {{ referral {{ version status history {{ to }}
        case {{ reference status youngPerson {{ cases(first: 9) {{ totalCount }} referrals(first: 9) {{ totalCount }} }} }} }}
        problems {{ code field message }} }} }}"
    );
    let acts = [
        adds_a_word(story),
        Act { account: "triage.swindon", document: accepts },
        refers_again("school.one"),
    ];
    hiding.tells_nothing(&secret, &acts).await;
}

const DECISION_THAT_WAITS: Table = &[
    (&["triage.swindon", "manager.swindon"], KNOWS, "OwnQueue: they decide"),
    (&["dpo"], KNOWS, "the audit, for the officer, of every record"),
    (&["school.one"], HIDDEN, "SentByGroup shows the stage: a decision that waits for the manager is none"),
    (&["school.two", "police"], HIDDEN, "SentByGroup: only what the own group sent"),
    (
        &["caseworker.swindon", "caseworker2.swindon", "caseworker.wiltshire", "caseworker2.wiltshire"],
        HIDDEN,
        "OwnCase or Cover: there is no case",
    ),
    (&["triage.wiltshire", "manager.wiltshire"], HIDDEN, "OwnQueue: it came to Swindon"),
    (&["provider", "provider.manager"], HIDDEN, "Own: they did not send it"),
    (&["partnership", "analyst", "finance", "admin"], HIDDEN, "no row of the policy shows them a referral"),
];

/// The same table for a concern that triage raises on the referral: `ConcernAboutChild` shows those who refer their own.
#[tokio::test]
async fn a_decision_that_waits_for_the_manager_and_a_concern_that_triage_raised() {
    let taken = async |world: &TestApp| {
        let story = referred(world).await;
        let input = json!({ "referralId": story.referral["id"], "version": 1 });
        does(&world.triage().await, "takeReferral", input, "referral { version }").await;
        story
    };
    let hiding = Hiding::from_those(DECISION_THAT_WAITS, taken).await;
    let (story, twins) = (&hiding.story, &hiding.twins);
    let [triage] = hiding.sign_in(["triage.swindon"]).await;
    let following = hiding.follow().await;

    let input = json!({ "referralId": story.referral["id"], "version": 2, "outcome": "DECLINE",
        "reason": "NO_CAPACITY", "redirectTo": "The duty team", "rationale": "Full.", "feedback": "No place now." });
    let shows = "referral { status awaitingCountersign }";
    let proposed = does(&triage, "triageReferral", input, shows).await;
    assert_eq!(proposed["referral"], json!({ "status": "DECLINED", "awaitingCountersign": true }));
    let input = json!({ "kind": "ABOUT_CHILD", "referralId": story.referral["id"], "text": "A bruise.",
        "immediateDanger": false, "parentTold": false, "childTold": false });
    let concern = does(&triage, "raiseSafeguardingConcern", input, "safeguardingConcern { id }").await;

    let secret = Secret { ids: vec![text(&concern["safeguardingConcern"]["id"])], texts: Vec::new() };
    twins.heard_the_same(following).await;
    for world in &twins.worlds {
        // Late by now; nothing that falls due has been done yet.
        world.app.clock().advance(TimeDelta::days(4));
    }
    let late = twins
        .both(async |world| {
            let asks = "{ referrals(filter: { overdue: true }) { nodes { reference overdue } } }";
            world.school().await.get(asks, json!({})).await
        })
        .await;
    assert!(late.to_string().contains(&text(&story.referral["reference"])), "it is late: {late}");
    let acts = [adds_a_word(story), withdraws(twins, story).await];
    hiding.tells_nothing(&secret, &acts).await;
    for world in &twins.worlds {
        worker::settle(&world.app).await.unwrap();
    }
}
