//! A safeguarding concern about an adult: seen by the service's manager and the officer, and never by whom it is about.

use serde_json::{Value, json};

use super::{
    Hiding, Story, does, me,
    referrals::{adds_a_word, withdraws},
    referred, text, worked,
};
use crate::{
    learnt::twins::{Act, HIDDEN, KNOWS, Secret, Table},
    support::Actor,
};

/// Says that an adult may harm a child who is in danger now.
async fn about_adult(by: &Actor<'_>, on: (&str, &Value), adult: &Value) {
    let mut input = json!({ "kind": "ABOUT_ADULT_WORKING_WITH_CHILDREN", "aboutUserId": adult, "text": "Was rough.",
        "immediateDanger": true, "parentTold": false, "childTold": true });
    input[on.0] = on.1.clone();
    does(by, "raiseSafeguardingConcern", input, "safeguardingConcern { id }").await;
}

const ABOUT_A_CASEWORKER: Table = &[
    (&["manager.swindon"], KNOWS, "ConcernAboutAdult: OwnService, and it is not about them"),
    (&["dpo"], KNOWS, "ConcernAboutAdult: always"),
    (&["caseworker.swindon"], HIDDEN, "it is about them"),
    (&["triage.swindon", "caseworker2.swindon"], HIDDEN, "ConcernAboutAdult: managers of the service alone"),
    (
        &["triage.wiltshire", "manager.wiltshire", "caseworker.wiltshire", "caseworker2.wiltshire"],
        HIDDEN,
        "OwnQueue, OwnService: the child is Swindon's",
    ),
    (&["school.one", "school.two", "police"], HIDDEN, "ConcernAboutChild: Own; about an adult none"),
    (&["provider", "provider.manager"], HIDDEN, "ConcernAboutChild: Own; about an adult none"),
    (&["partnership", "analyst", "finance", "admin"], HIDDEN, "no row of the policy shows them a concern"),
];

#[tokio::test]
async fn a_concern_about_the_adult_who_works_the_case() {
    let hiding = Hiding::from_those(ABOUT_A_CASEWORKER, worked).await;
    let story = &hiding.story;
    let [manager, adult] = hiding.sign_in(["manager.swindon", "caseworker.swindon"]).await;
    let adult = me(&adult).await;
    let following = hiding.follow().await;

    about_adult(&manager, ("caseId", &story.case["id"]), &adult).await;
    about_adult(&manager, ("youngPersonId", &story.child["id"]), &adult).await;
    let raised = manager
        .get(
            "{ safeguardingConcerns(first: 2, kinds: [ABOUT_ADULT_WORKING_WITH_CHILDREN]) { nodes { id version about { id } } }
        tasks(first: 100) { nodes { id title case { id } referral { id } } } }",
            json!({}),
        )
        .await;
    let raised_first = &raised["safeguardingConcerns"]["nodes"][0];
    // What the demonstration has of the same instant may stand before it.
    let both = raised["safeguardingConcerns"]["nodes"].as_array().unwrap().iter();
    assert!(both.clone().all(|concern| concern["about"]["id"] == adult), "{raised:#}");
    let input = json!({ "safeguardingConcernId": raised_first["id"], "version": raised_first["version"],
        "outcome": "Spoke with them." });
    does(&manager, "resolveSafeguardingConcern", input, "safeguardingConcern { id }").await;

    let secret = Secret { ids: both.map(|concern| text(&concern["id"])).collect(), texts: Vec::new() };
    hiding.twins.heard_the_same(following).await;
    hiding.tells_nothing(&secret, &[adds_a_word(story), writes_a_note(story)]).await;
}

/// The worker writes a note, and sees the case as it is then.
fn writes_a_note(story: &Story) -> Act {
    let case = &story.case["id"];
    let document = format!(
        "mutation {{ addCaseNote(input: {{ caseId: {case}, kind: OTHER, occurredAt: \"2026-11-24T09:30:00Z\", body: \"x\" }}) {{
        note {{ id case {{ version nextDueOn lastNoteAt tasks(first: 9) {{ totalCount }}
        timeline(first: 9) {{ totalCount nodes {{ kind title }} }} safeguardingConcerns {{ id }} }} }} problems {{ code }} }} }}"
    );
    Act { account: "caseworker.swindon", document }
}

const ABOUT_THE_MANAGER: Table = &[
    (&["triage.swindon"], KNOWS, "they raised it"),
    (&["dpo"], KNOWS, "ConcernAboutAdult: always"),
    (&["manager.swindon"], HIDDEN, "it is about them, and there is no other manager"),
    (
        &["caseworker.swindon", "caseworker2.swindon"],
        HIDDEN,
        "ConcernAboutAdult: managers of the service alone",
    ),
    (
        &["triage.wiltshire", "manager.wiltshire", "caseworker.wiltshire", "caseworker2.wiltshire"],
        HIDDEN,
        "OwnQueue, OwnService: the child is Swindon's",
    ),
    (&["school.one", "school.two", "police"], HIDDEN, "ConcernAboutChild: Own; about an adult none"),
    (&["provider", "provider.manager"], HIDDEN, "ConcernAboutChild: Own; about an adult none"),
    (&["partnership", "analyst", "finance", "admin"], HIDDEN, "no row of the policy shows them a concern"),
];

#[tokio::test]
async fn a_concern_about_the_manager_who_would_read_it() {
    let hiding = Hiding::from_those(ABOUT_THE_MANAGER, referred).await;
    let story = &hiding.story;
    let [triage, adult, officer] = hiding.sign_in(["triage.swindon", "manager.swindon", "dpo"]).await;
    let adult = me(&adult).await;
    let following = hiding.follow().await;

    about_adult(&triage, ("referralId", &story.referral["id"]), &adult).await;
    let newest = "{ safeguardingConcerns(first: 1, kinds: [ABOUT_ADULT_WORKING_WITH_CHILDREN]) {
        nodes { id about { id } } } }";
    let raised = officer.get(newest, json!({})).await;
    let raised = &raised["safeguardingConcerns"]["nodes"][0];
    assert_eq!(raised["about"]["id"], adult);

    let secret = Secret { ids: vec![text(&raised["id"])], texts: Vec::new() };
    hiding.twins.heard_the_same(following).await;
    let referral = &story.referral["id"];
    let takes = format!(
        "mutation {{ takeReferral(input: {{ referralId: {referral}, version: 1 }}) {{ referral {{ version
        safeguardingConcerns {{ id }} history {{ to }} }} problems {{ code field message }} }} }}"
    );
    let takes = Act { account: "manager.swindon", document: takes };
    let withdraws = withdraws(&hiding.twins, story).await;
    hiding.tells_nothing(&secret, &[adds_a_word(story), withdraws, takes]).await;
}
