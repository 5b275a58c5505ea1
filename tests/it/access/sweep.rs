//! Every root field is asked by every role and by a stranger. A field that is not listed here fails the sweep.

use serde_json::{Value, json};

use crate::support::TestApp;

/// The accounts of the demo, one for each role.
const ROLES: [(&str, &str); 11] = [
    ("REFERRER", "school.one"),
    ("CASEWORKER", "caseworker.swindon"),
    ("TRIAGE_OFFICER", "triage.swindon"),
    ("TEAM_MANAGER", "manager.swindon"),
    ("PROVIDER_WORKER", "provider"),
    ("PROVIDER_MANAGER", "provider.manager"),
    ("PARTNERSHIP_MANAGER", "partnership"),
    ("ANALYST", "analyst"),
    ("FINANCE_OFFICER", "finance"),
    ("DATA_PROTECTION_OFFICER", "dpo"),
    ("ADMINISTRATOR", "admin"),
];
const NO_CHILDREN: [&str; 4] = ["PARTNERSHIP_MANAGER", "ANALYST", "FINANCE_OFFICER", "ADMINISTRATOR"];

/// Query fields, each with a document that asks for something of it.
const QUERIES: &[(&str, &str)] = &[
    ("viewer", "{ viewer { role user { name } drafts { id } workLookedAt } }"),
    ("node", "{ node(id: \"case_AAAAAAAAAAAAAAAAAAAAAA\") { id } }"),
    ("organisations", "{ organisations(first: 1) { totalCount nodes { name } } }"),
    ("users", "{ users(first: 5) { totalCount nodes { name } } }"),
    (
        "memberships",
        "{ memberships(first: 5) { totalCount nodes { role lastSignedInAt mayEnd user { name } } } }",
    ),
    ("invitations", "{ invitations { totalCount nodes { name status mayApprove invitedBy { name } } } }"),
    ("linkRequests", "{ linkRequests { totalCount nodes { at user { name } } } }"),
    ("confirmations", "{ confirmations { group members led dueOn overdue organisation { name } } }"),
    ("areas", "{ areas { name } }"),
    ("youngPeople", "{ youngPeople { totalCount nodes { displayName } } }"),
    ("referrals", "{ referrals { totalCount nodes { reference child { displayName } } } }"),
    ("referral", "{ referral(reference: \"R-0000000\") { id } }"),
    ("cases", "{ cases { totalCount nodes { reference } } }"),
    ("case", "{ case(reference: \"C-0000000\") { id } }"),
    ("tasks", "{ tasks { totalCount nodes { title } } }"),
    ("safeguardingConcerns", "{ safeguardingConcerns { totalCount nodes { text } } }"),
    ("approaches", "{ approaches { code evidence { band } } }"),
    (
        "programmes",
        "{ programmes { totalCount nodes { title offerings { nodes { places { answer capacity } enrolments { totalCount } } } } } }",
    ),
    (
        "programmeAvailability",
        "{ programmeAvailability { totalCount nodes { schedule places { answer capacity } } } }",
    ),
    (
        "sessions",
        "{ sessions(first: 5) { totalCount nodes { startsAt workers { name } headcount { children } notes { body }
        register { id card { displayName } attendance { rate } } attendances { mark note } } } }",
    ),
    (
        "passedOverCheck",
        "{ passedOverCheck(year: 2026, quarter: 3) { sex { of waited passedOver } ethnicity { of waited passedOver } } }",
    ),
    (
        "outcomeSummary",
        "{ outcomeSummary { release rows { key { label node { id } } started { display } changes { pairs { display } } }
        total { referred { value } } } }",
    ),
    (
        "outcomeIndicators",
        "{ outcomeIndicators(year: 2026) { release indicators { code sources figures { words count { display } share { value }
        change { effectSize { display } } } } } }",
    ),
    (
        "reports",
        "{ reports { totalCount nodes { title restated by { name } question { period } summary { release rows { key { label } } } } } }",
    ),
    ("auditEntries", "{ auditEntries(first: 5) { nodes { action actor { name } subject { id } } } }"),
];
/// Query fields whose rows are about a child.
const ABOUT_CHILDREN: [&str; 5] = ["youngPeople", "referrals", "cases", "tasks", "safeguardingConcerns"];

/// Mutation fields on something that was never given out: NOT_FOUND for everyone, and nothing else can be learnt.
pub const ON_NOTHING: &[(&str, &str)] = &[
    ("addReferralInformation", "referralId: \"referral_AAAAAAAAAAAAAAAAAAAAAA\", text: \"x\""),
    ("messageReferrer", "referralId: \"referral_AAAAAAAAAAAAAAAAAAAAAA\", text: \"x\""),
    ("withdrawReferral", "referralId: \"referral_AAAAAAAAAAAAAAAAAAAAAA\", version: 1, reason: \"x\""),
    ("challengeDecision", "referralId: \"referral_AAAAAAAAAAAAAAAAAAAAAA\", text: \"x\""),
    ("takeReferral", "referralId: \"referral_AAAAAAAAAAAAAAAAAAAAAA\", version: 1"),
    ("releaseReferral", "referralId: \"referral_AAAAAAAAAAAAAAAAAAAAAA\", version: 1"),
    (
        "passReferral",
        "referralId: \"referral_AAAAAAAAAAAAAAAAAAAAAA\", version: 1, toServiceId: \"org_AAAAAAAAAAAAAAAAAAAAAA\", reason: \"x\"",
    ),
    (
        "triageReferral",
        "referralId: \"referral_AAAAAAAAAAAAAAAAAAAAAA\", version: 1, outcome: DECLINE, rationale: \"x\", feedback: \"x\"",
    ),
    (
        "countersignDecision",
        "referralId: \"referral_AAAAAAAAAAAAAAAAAAAAAA\", version: 1, agree: true, comment: \"x\"",
    ),
    ("confirmRedirect", "referralId: \"referral_AAAAAAAAAAAAAAAAAAAAAA\", version: 1, acceptedBy: \"x\""),
    ("discardDraft", "draftId: \"draft_AAAAAAAAAAAAAAAAAAAAAA\""),
    (
        "changeYoungPerson",
        "youngPersonId: \"child_AAAAAAAAAAAAAAAAAAAAAA\", version: 1, kind: CORRECTION, reason: \"x\"",
    ),
    ("changeContact", "youngPersonId: \"child_AAAAAAAAAAAAAAAAAAAAAA\", reason: \"x\""),
    (
        "recordConsent",
        "youngPersonId: \"child_AAAAAAAAAAAAAAAAAAAAAA\", kind: CONTACT, status: GIVEN, givenBy: \"x\", decidedOn: \"2026-11-24\"",
    ),
    ("withdrawConsent", "consentId: \"consent_AAAAAAAAAAAAAAAAAAAAAA\", version: 1, on: \"2026-11-24\""),
    (
        "allocateCase",
        "caseId: \"case_AAAAAAAAAAAAAAAAAAAAAA\", version: 1, caseworkerId: \"user_AAAAAAAAAAAAAAAAAAAAAA\", conflictDeclared: false",
    ),
    (
        "addCaseNote",
        "caseId: \"case_AAAAAAAAAAAAAAAAAAAAAA\", kind: OTHER, occurredAt: \"2026-11-24T09:00:00Z\", body: \"x\"",
    ),
    ("amendCaseNote", "noteId: \"note_AAAAAAAAAAAAAAAAAAAAAA\", version: 1, body: \"x\", reason: \"x\""),
    (
        "createTask",
        "caseId: \"case_AAAAAAAAAAAAAAAAAAAAAA\", title: \"x\", assigneeId: \"user_AAAAAAAAAAAAAAAAAAAAAA\"",
    ),
    ("changeTask", "taskId: \"task_AAAAAAAAAAAAAAAAAAAAAA\", version: 1, title: \"x\""),
    ("setGoal", "caseId: \"case_AAAAAAAAAAAAAAAAAAAAAA\", title: \"x\", owner: CHILD"),
    ("rateGoal", "goalId: \"goal_AAAAAAAAAAAAAAAAAAAAAA\", on: \"2026-11-24\", rating: 1"),
    (
        "recordMeasure",
        "caseId: \"case_AAAAAAAAAAAAAAAAAAAAAA\", instrument: SDQ, informant: PARENT, stage: BASELINE, takenOn: \"2026-11-24\", total: 1",
    ),
    ("completeTask", "taskId: \"task_AAAAAAAAAAAAAAAAAAAAAA\", version: 1"),
    (
        "raiseSafeguardingConcern",
        "referralId: \"referral_AAAAAAAAAAAAAAAAAAAAAA\", text: \"x\", immediateDanger: false, parentTold: false, childTold: false",
    ),
    (
        "resolveSafeguardingConcern",
        "safeguardingConcernId: \"concern_AAAAAAAAAAAAAAAAAAAAAA\", version: 1, outcome: \"x\"",
    ),
    (
        "createOffering",
        "programmeId: \"programme_AAAAAAAAAAAAAAAAAAAAAA\", startsOn: \"2026-12-01\", endsOn: \"2026-12-02\", schedule: \"x\", capacity: 1",
    ),
    ("changeOffering", "offeringId: \"offering_AAAAAAAAAAAAAAAAAAAAAA\", version: 1, capacity: 1"),
    ("enrol", "offeringId: \"offering_AAAAAAAAAAAAAAAAAAAAAA\", caseId: \"case_AAAAAAAAAAAAAAAAAAAAAA\""),
    ("answerOffer", "enrolmentId: \"enrolment_AAAAAAAAAAAAAAAAAAAAAA\", version: 1, accept: true"),
    (
        "endEnrolment",
        "enrolmentId: \"enrolment_AAAAAAAAAAAAAAAAAAAAAA\", version: 1, status: WITHDREW, on: \"2026-11-24\", reason: \"x\"",
    ),
    (
        "answerRemoval",
        "enrolmentId: \"enrolment_AAAAAAAAAAAAAAAAAAAAAA\", version: 1, agree: true, comment: \"x\"",
    ),
    (
        "relateChildren",
        "fromId: \"child_AAAAAAAAAAAAAAAAAAAAAA\", toId: \"child_AAAAAAAAAAAAAAAAAAAAAB\", kind: SIBLING, source: \"x\"",
    ),
    ("confirmWaiting", "enrolmentId: \"enrolment_AAAAAAAAAAAAAAAAAAAAAA\", version: 1"),
    (
        "scheduleSessions",
        "offeringId: \"offering_AAAAAAAAAAAAAAAAAAAAAA\", version: 1, sessions: [{ startsAt: \"2026-12-01T09:00:00Z\", endsAt: \"2026-12-01T10:00:00Z\" }]",
    ),
    ("cancelSession", "sessionId: \"session_AAAAAAAAAAAAAAAAAAAAAA\", version: 1, reason: \"x\""),
    (
        "takeAttendance",
        "sessionId: \"session_AAAAAAAAAAAAAAAAAAAAAA\", marks: [{ enrolmentId: \"enrolment_AAAAAAAAAAAAAAAAAAAAAA\", mark: PRESENT }]",
    ),
    (
        "addSessionNote",
        "sessionId: \"session_AAAAAAAAAAAAAAAAAAAAAA\", enrolmentId: \"enrolment_AAAAAAAAAAAAAAAAAAAAAA\", body: \"x\"",
    ),
    (
        "recordHeadcount",
        "sessionId: \"session_AAAAAAAAAAAAAAAAAAAAAA\", children: 1, youngAdults: 0, adults: 0",
    ),
    ("exportReport", "reportId: \"report_AAAAAAAAAAAAAAAAAAAAAA\""),
    ("wakeUser", "userId: \"user_AAAAAAAAAAAAAAAAAAAAAA\""),
    ("approveInvitation", "invitationId: \"invitation_AAAAAAAAAAAAAAAAAAAAAA\""),
    ("declineInvitation", "invitationId: \"invitation_AAAAAAAAAAAAAAAAAAAAAA\""),
    ("sendInvitation", "invitationId: \"invitation_AAAAAAAAAAAAAAAAAAAAAA\""),
    ("giveLink", "linkRequestId: \"linkrequest_AAAAAAAAAAAAAAAAAAAAAA\""),
    ("endMembership", "membershipId: \"mship_AAAAAAAAAAAAAAAAAAAAAA\""),
    ("endUser", "userId: \"user_AAAAAAAAAAAAAAAAAAAAAA\""),
    ("confirmMembers", "organisationId: \"org_AAAAAAAAAAAAAAAAAAAAAA\", staying: [], ending: []"),
];
/// Mutations that make something new, and the roles that may.
const MAKING: &[(&str, &[&str])] = &[
    (
        "submitReferral",
        &["REFERRER", "CASEWORKER", "TRIAGE_OFFICER", "TEAM_MANAGER", "PROVIDER_WORKER", "PROVIDER_MANAGER"],
    ),
    ("saveDraft", &[]),
    ("inviteUser", &["ADMINISTRATOR"]),
    ("createProgramme", &["TEAM_MANAGER", "PARTNERSHIP_MANAGER"]),
    ("publishReport", &["PARTNERSHIP_MANAGER"]),
    ("exportOutcomeSummary", &["TEAM_MANAGER", "PARTNERSHIP_MANAGER", "ANALYST"]),
];
/// Mutations of what is the caller's own and names nothing: for everyone who is signed in.
const OWN: &[(&str, &str)] =
    &[("markWorkLooked", "mutation { markWorkLooked { lookedAt problems { code } } }")];
const SUBSCRIPTIONS: &[&str] = &["workChanged", "caseChanged", "availabilityChanged"];

fn names(schema: &Value, root: &str) -> Vec<String> {
    let fields = schema["__schema"][root]["fields"].as_array().unwrap();
    fields.iter().map(|field| field["name"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn every_root_field_is_in_the_sweep() {
    let test = TestApp::new().await;
    let asks = "{ __schema { queryType { fields { name } } mutationType { fields { name } } subscriptionType { fields { name } } } }";
    let schema = test.school().await.get(asks, json!({})).await;
    let listed = |list: Vec<&str>, root: &str| {
        for name in names(&schema, root) {
            assert!(list.contains(&name.as_str()), "{name} is not in the sweep");
        }
    };
    listed(QUERIES.iter().map(|(name, _)| *name).collect(), "queryType");
    let mutations = ON_NOTHING.iter().map(|(name, _)| *name).chain(MAKING.iter().map(|(name, _)| *name));
    let mutations = mutations.chain(OWN.iter().map(|(name, _)| *name));
    listed(mutations.collect(), "mutationType");
    listed(SUBSCRIPTIONS.to_vec(), "subscriptionType");
}

#[tokio::test]
async fn a_stranger_gets_nothing() {
    let test = TestApp::new().await;
    for (name, document) in QUERIES.iter().chain(OWN) {
        assert_eq!(test.stranger().ask(document, json!({})).await.codes(), ["NOT_SIGNED_IN"], "{name}");
    }
    for (name, input) in ON_NOTHING {
        let document = format!("mutation {{ {name}(input: {{ {input} }}) {{ problems {{ code }} }} }}");
        let codes = test.stranger().ask(&document, json!({})).await.codes();
        assert!(codes == ["NOT_SIGNED_IN"] || codes == ["NOT_FOUND"], "{name}: {codes:?}");
    }
}

#[tokio::test]
async fn every_role_is_answered_without_a_fault_and_four_see_no_child() {
    let test = TestApp::new().await;
    for (role, account) in ROLES {
        let actor = test.actor(account).await;
        assert_eq!(actor.get("{ viewer { role } }", json!({})).await["viewer"]["role"], role);
        for (name, document) in QUERIES {
            let answer = actor.ask(document, json!({})).await;
            let data = answer.data();
            if ["node", "referral", "case"].contains(name) {
                assert_eq!(data[name], json!(null), "{role} {name}");
            }
            if NO_CHILDREN.contains(&role) && ABOUT_CHILDREN.contains(name) {
                assert_eq!(data[name]["totalCount"], 0, "{role} sees {name}");
                assert_eq!(data[name]["nodes"], json!([]), "{role} sees {name}");
            }
        }
        for (name, document) in OWN {
            assert_eq!(actor.get(document, json!({})).await[name]["problems"], json!([]), "{role} {name}");
        }
        for (name, input) in ON_NOTHING {
            let document = format!("mutation {{ {name}(input: {{ {input} }}) {{ problems {{ code }} }} }}");
            assert_eq!(actor.ask(&document, json!({})).await.codes(), ["NOT_FOUND"], "{role} {name}");
        }
    }
}

#[tokio::test]
async fn only_those_who_may_send_referrals_send_them() {
    let test = TestApp::new().await;
    let submit =
        "mutation { submitReferral(input: { source: SCHOOL, whatHappened: \"\", mainFactor: UNSAFE_JOURNEYS,
        immediateDanger: false, parentAware: true }) { problems { code } } }";
    for (role, account) in ROLES {
        let answer = test.actor(account).await.ask(submit, json!({})).await;
        if MAKING[0].1.contains(&role) {
            assert!(!answer.problems().is_empty(), "{role} is told what is missing");
        } else {
            assert_eq!(answer.codes(), ["FORBIDDEN"], "{role}");
        }
    }
}
