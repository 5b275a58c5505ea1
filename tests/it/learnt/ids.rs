//! An id of something hidden and one that was never given out are answered alike: the same body but for the id, the same code
//! and the same number of statements, by every query, change and stream that takes one.

use ridgeway::{
    entity::record::audit_entry,
    words::id::{Id, noun},
};
use serde_json::json;

use super::hidden::{accept, described, does, me, refer, text, worked};
use crate::{
    access::{relations::all, sweep::ON_NOTHING},
    support::{Actor, TestApp},
};

/// They stand in no relation to a child whom a school referred to Swindon and whose case the caseworker works.
const STRANGERS: [&str; 14] = [
    "school.two",
    "police",
    "caseworker2.swindon",
    "caseworker.wiltshire",
    "caseworker2.wiltshire",
    "triage.wiltshire",
    "manager.wiltshire",
    "provider",
    "provider.manager",
    "partnership",
    "analyst",
    "finance",
    "admin",
    "two.roles",
];
/// They keep no people but their own: another organisation's memberships, invitations and requests are hidden from them.
const KEEP_NOBODY_ELSE: [&str; 8] = [
    "school.two",
    "caseworker.swindon",
    "triage.swindon",
    "caseworker.wiltshire",
    "provider",
    "provider.manager",
    "analyst",
    "finance",
];

/// An id of nothing, as this program would give it out.
fn of_nothing(noun: &str, test: &TestApp) -> String {
    let enciphered = test.app.keys().encipher_id(noun, test.app.new_id::<Id<noun::Case>>().uuid());
    format!("{noun}_{enciphered}")
}

/// One that this program never gave out: what it deciphers to is no id at all.
fn never(noun: &str, test: &TestApp) -> String {
    let block = |n: u8| data_encoding::BASE64URL_NOPAD.encode(&[n; 16]);
    let wrong = (0..=u8::MAX).map(block).find(|text| test.app.keys().decipher_id(noun, text).is_none());
    format!("{noun}_{}", wrong.expect("most blocks are no ids"))
}

async fn asked(actor: &Actor<'_>, document: &str, id: &str) -> (String, u64) {
    let before = actor.statements();
    let answer = actor.ask(&document.replace("THE_ID", id), json!({})).await.0;
    (answer.to_string().replace(id, "THE_ID"), actor.statements() - before)
}

/// Asks of what is hidden and of two that nobody has, and compares.
async fn alike(test: &TestApp, account: &str, actor: &Actor<'_>, document: &str, hidden: &str) {
    let noun = hidden.split('_').next().expect("a noun");
    let of_hidden = asked(actor, document, hidden).await;
    let of_nothing = asked(actor, document, &of_nothing(noun, test)).await;
    let of_never = asked(actor, document, &never(noun, test)).await;
    assert_eq!(of_hidden, of_nothing, "{account}: hidden and of nothing: {document}");
    assert_eq!(of_hidden, of_never, "{account}: hidden and never given out: {document}");
}

/// Everything that takes an id of a noun, with THE_ID in its place.
fn documents(noun: &str) -> Vec<String> {
    let nothing = format!("{noun}_AAAAAAAAAAAAAAAAAAAAAA");
    let mut all = vec!["{ node(id: \"THE_ID\") { __typename id } }".to_owned()];
    for (name, input) in ON_NOTHING.iter().filter(|(_, input)| input.contains(&nothing)) {
        let input = input.replace(&nothing, "THE_ID");
        all.push(format!(
            "mutation {{ {name}(input: {{ {input} }}) {{ problems {{ code field message }} }} }}"
        ));
    }
    let list = |filter: &str| format!("{{ {filter} {{ totalCount edges {{ node {{ id }} }} }} }}");
    match noun {
        "user" => {
            all.push(list("cases(filter: { caseworkerId: \"THE_ID\" })"));
            all.push(list("auditEntries(filter: { actorId: \"THE_ID\" })"));
        }
        "case" => {
            let raise = "kind: ABOUT_CHILD, caseId: \"THE_ID\", text: \"x\", immediateDanger: false, parentTold: false, childTold: false";
            all.push(format!(
                "mutation {{ raiseSafeguardingConcern(input: {{ {raise} }}) {{ problems {{ code }} }} }}"
            ));
        }
        "draft" => {
            let save = "draftId: \"THE_ID\", kind: REFERRAL, content: \"{}\"";
            all.push(format!(
                "mutation {{ saveDraft(input: {{ {save} }}) {{ draft {{ id }} problems {{ code field }} }} }}"
            ));
        }
        _ => {}
    }
    all.push(list("auditEntries(filter: { subjectId: \"THE_ID\" })"));
    all
}

#[tokio::test]
async fn of_a_child_and_all_that_belongs_to_them() {
    let test = TestApp::new().await;
    let story = worked(&test).await;
    let (worker, school) = (test.caseworker().await, test.school().await);
    let keys = test.app.keys();
    let case = &story.case["id"];
    let input =
        json!({ "caseId": case, "kind": "OTHER", "occurredAt": crate::support::START, "body": "Seen." });
    let note = does(&worker, "addCaseNote", input, "note { id }").await["note"]["id"].clone();
    let input = json!({ "caseId": case, "title": "Visit", "assigneeId": me(&worker).await });
    let task = does(&worker, "createTask", input, "task { id }").await["task"]["id"].clone();
    let input = json!({ "kind": "ABOUT_CHILD", "caseId": case, "text": "A bruise.", "immediateDanger": false,
        "parentTold": false, "childTold": false });
    let shows = "safeguardingConcern { id }";
    let concern =
        does(&worker, "raiseSafeguardingConcern", input, shows).await["safeguardingConcern"]["id"].clone();
    let input = json!({ "youngPersonId": story.child["id"], "kind": "CONTACT", "status": "GIVEN",
        "givenBy": "Linnet", "decidedOn": "2026-11-24" });
    let consent = does(&worker, "recordConsent", input, "consent { id }").await["consent"]["id"].clone();
    let input = json!({ "youngPersonId": story.child["id"], "reason": "new", "contact": { "name": "Ann",
        "relationship": "mother", "mayContact": "ASK_FIRST", "mayBeTold": true } });
    let shows = "youngPerson { contacts { id } }";
    let changed = does(&worker, "changeContact", input, shows).await;
    let contact = changed["youngPerson"]["contacts"][0]["id"].clone();
    let input = json!({ "kind": "REFERRAL", "content": "{}" });
    let draft = does(&school, "saveDraft", input, "draft { id }").await["draft"]["id"].clone();
    let lines = all::<audit_entry::Entity>(&test).await;
    let line =
        lines.iter().find(|line| line.purpose.as_deref() == Some("case.allocate")).unwrap().id.seal(keys);

    let mut hidden: Vec<String> =
        [&story.referral["id"], &story.child["id"], case, &note, &task, &concern, &consent, &contact, &draft]
            .map(text)
            .into();
    hidden.push(line);
    for account in STRANGERS {
        let actor = test.actor(account).await;
        let actor = under_the_first(actor).await;
        for id in &hidden {
            for document in documents(id.split('_').next().unwrap()) {
                alike(&test, account, &actor, &document, id).await;
            }
        }
        for id in [text(case), of_nothing("case", &test), never("case", &test)] {
            let document = format!("subscription {{ caseChanged(caseId: {id:?}) {{ kind }} }}");
            let before = actor.statements();
            let mut stream = actor.follow(&document, json!({})).await;
            let answer = futures_util::StreamExt::next(&mut stream).await.unwrap();
            assert_eq!(answer.codes(), ["NOT_FOUND"], "{account}");
            assert_eq!(answer.0["errors"][0]["message"], "It is not there, or not for you.", "{account}");
            let statements = actor.statements() - before;
            assert_eq!(statements, baseline(&actor).await + 1, "{account}: {id}");
        }
    }
}

/// The statements that it takes to know who asks.
async fn baseline(actor: &Actor<'_>) -> u64 {
    let before = actor.statements();
    actor.get("{ __typename }", json!({})).await;
    actor.statements() - before
}

/// Who holds several memberships says which.
async fn under_the_first(actor: Actor<'_>) -> Actor<'_> {
    let held = actor.get("{ viewer { memberships { id } } }", json!({})).await;
    let first = text(&held["viewer"]["memberships"][0]["id"]);
    let actor = actor.under(&first);
    // The first use of one of several memberships is written down.
    actor.get("{ __typename }", json!({})).await;
    actor
}

#[tokio::test]
async fn of_people_whom_somebody_else_keeps() {
    let test = TestApp::new().await;
    let keys = test.app.keys();
    let lead = test.actor("police").await;
    let input =
        json!({ "email": "new.officer@ridgeway.example", "name": "Sorrel Vantongeren", "role": "REFERRER" });
    let invitation = does(&lead, "inviteUser", input, "invitation { id }").await["invitation"]["id"].clone();
    let police = lead.viewer().await;
    let people = [police.membership.seal(keys), police.user.seal(keys), text(&invitation)];
    for account in KEEP_NOBODY_ELSE {
        let actor = test.actor(account).await;
        assert_ne!(actor.viewer().await.organisation, police.organisation, "{account}");
        for id in &people {
            for document in documents(id.split('_').next().unwrap()) {
                alike(&test, account, &actor, &document, id).await;
            }
        }
    }
}

/// What an input names besides its subject, where the subject is the caller's own to change.
#[tokio::test]
async fn named_besides_what_is_changed() {
    let test = TestApp::new().await;
    let story = worked(&test).await;
    let manager = test.manager().await;
    let school = test.school().await;
    let open = refer(&school, described("Siskin"), "SCHOOL", None).await;
    // Another service's, which the manager does not see.
    let police = test.actor("police").await;
    let (triage, theirs) = (test.actor("triage.wiltshire").await, test.actor("manager.wiltshire").await);
    let service = story.services.get(1);
    let sent = refer(&police, described("Pipit"), "POLICE", service).await;
    let case = accept(&triage, &sent).await;
    let seen = theirs
        .get(
            "query($r: String!) { referral(reference: $r) { youngPerson { id } } }",
            json!({
        "r": sent["reference"] }),
        )
        .await;
    let child = text(&seen["referral"]["youngPerson"]["id"]);
    let worker = text(&me(&test.actor("caseworker.wiltshire").await).await);
    let input = json!({ "kind": "REFERRAL", "content": "{}" });
    let draft = text(&does(&school, "saveDraft", input, "draft { id }").await["draft"]["id"]);

    let decide = |rest: &str| {
        format!(
            "triageReferral(input: {{ referralId: {}, version: 1, rationale: \"x\", feedback: \"y\", {rest} }})",
            open["id"]
        )
    };
    let sends = "whatHappened: \"x\", mainFactor: UNSAFE_JOURNEYS, immediateDanger: false, parentAware: true";
    let own = &story.case["id"];
    let asks: Vec<(String, String)> = vec![
        (decide("outcome: ACCEPT, pathway: EARLY_PREVENTION, youngPersonId: \"THE_ID\""), child.clone()),
        (decide("outcome: ADD_TO_OPEN_CASE, caseId: \"THE_ID\""), text(&case["id"])),
        (
            decide("outcome: DUPLICATE, reason: SAME_PERSON_AND_TRIGGER, duplicateOfId: \"THE_ID\""),
            text(&sent["id"]),
        ),
        (
            format!(
                "allocateCase(input: {{ caseId: {own}, version: 2, caseworkerId: \"THE_ID\", conflictDeclared: false }})"
            ),
            worker.clone(),
        ),
        (format!("createTask(input: {{ caseId: {own}, title: \"x\", assigneeId: \"THE_ID\" }})"), worker),
        (
            format!("submitReferral(input: {{ youngPersonId: \"THE_ID\", source: SOCIAL_CARE, {sends} }})"),
            child,
        ),
        (
            format!(
                "submitReferral(input: {{ youngPersonId: {}, source: SOCIAL_CARE, {sends}, draftId: \"THE_ID\" }})",
                story.child["id"]
            ),
            draft.clone(),
        ),
        ("saveDraft(input: { draftId: \"THE_ID\", kind: REFERRAL, content: \"{}\" })".to_owned(), draft),
    ];
    for (ask, hidden) in asks {
        let document = format!("mutation {{ {ask} {{ problems {{ code field message }} }} }}");
        let (answer, _) = asked(&manager, &document, &hidden).await;
        assert!(answer.contains("NOT_FOUND") || answer.contains("\"data\""), "{answer}");
        alike(&test, "manager.swindon", &manager, &document, &hidden).await;
    }
}
