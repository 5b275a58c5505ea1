//! What is hidden, from whom and why: one test a thing, each with its table by hand after the policy.

mod children;
mod concerns;
mod referrals;

use serde_json::{Value, json};

use super::{
    schema::Values,
    twins::{Act, Following, Secret, Table, Twins, hidden_from},
};
use crate::support::{Actor, START, TestApp};

/// The number of the child of the story, as schools know it; and another one.
const UPN: &str = "Q866400119001";

/// Two worlds with one story, of which the second is about to hold something that is hidden from somebody.
pub struct Hiding {
    /// Both worlds.
    pub twins: Twins,
    /// What they have in common.
    pub story: Story,
    /// The second world at a node of its own, on which the hidden thing happens.
    pub elsewhere: TestApp,
    hidden: Vec<&'static str>,
}

impl Hiding {
    /// Both worlds go through the story; from whom something will be hidden in the second is in the table.
    pub async fn from_those(table: Table, story: impl AsyncFn(&TestApp) -> Story) -> Self {
        let twins = Twins::new().await;
        let (story, elsewhere) = (twins.both(story).await, twins.worlds[1].another_node().await);
        Self { twins, story, elsewhere, hidden: hidden_from(table) }
    }

    /// Those who do the hidden thing.
    pub async fn sign_in<const N: usize>(&self, names: [&str; N]) -> [Actor<'_>; N] {
        self.twins.sign_in(&self.elsewhere, names).await
    }

    /// All from whom it is hidden begin to follow their work, in both worlds.
    pub async fn follow(&self) -> [Following; 2] {
        self.twins.follow(&self.hidden).await
    }

    /// What is typed and chosen in filters, in both worlds alike.
    pub fn values(&self, secret: &Secret) -> Values {
        values(&self.story, &secret.texts, &secret.ids)
    }

    /// Nothing that is answered to those from whom it is hidden tells of it: to the first of them; with WORLDS=all, as in `make
    /// worlds`, to each, which takes a minute or two.
    pub async fn tells_nothing(&self, secret: &Secret, acts: &[Act]) {
        self.tells_nothing_by(&self.values(secret), secret, acts).await;
    }

    /// The same, with these values in filters.
    pub async fn tells_nothing_by(&self, values: &Values, secret: &Secret, acts: &[Act]) {
        let all = std::env::var("WORLDS").is_ok_and(|worlds| worlds == "all");
        let asked = &self.hidden[..if all { self.hidden.len() } else { 1 }];
        self.twins.same_answers(asked, values, secret, acts).await;
    }
}

/// A child whom a school in Swindon referred, in both worlds.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// The referral: id and reference.
    pub referral: Value,
    /// The case that came of it; null where it is not decided.
    pub case: Value,
    /// The child's shared record: id and reference.
    pub child: Value,
    // For filters.
    areas: Vec<String>,
    schools: Vec<String>,
    people: Vec<String>,
    /// Ids of both services, the own one first.
    pub services: Vec<String>,
}

pub fn text(of: &Value) -> String {
    of.as_str().expect("a text").to_owned()
}

/// Does something that has to succeed, and gives the part of the payload that is asked for.
pub async fn does(actor: &Actor<'_>, field: &str, input: Value, shows: &str) -> Value {
    let ty = match field {
        "addReferralInformation" => "ReferralText".to_owned(),
        "takeReferral" => "ReferralVersion".to_owned(),
        other => format!("{}{}", other[..1].to_uppercase(), &other[1..]),
    };
    let document = format!(
        "mutation($input: {ty}Input!) {{ {field}(input: $input) {{ {shows} problems {{ code message field }} }} }}"
    );
    // On the heap: a whole request is more than the stack of a test takes several times over.
    let done = Box::pin(actor.get(&document, json!({ "input": input }))).await[field].clone();
    assert_eq!(done["problems"], json!([]), "{field}");
    done
}

/// The child as everyone who refers describes them.
pub fn described(name: &str) -> Value {
    json!({ "givenName": name, "familyName": "Quillfeather", "dateOfBirth": "2012-03-04", "sex": "UNKNOWN",
        "upn": UPN })
}

/// Refers a child; to a service where it would not be known otherwise.
pub async fn refer(actor: &Actor<'_>, child: Value, source: &str, service: Option<&String>) -> Value {
    let input = json!({ "youngPerson": child, "source": source, "serviceId": service,
        "whatHappened": "Afraid of the way home.", "mainFactor": "UNSAFE_JOURNEYS", "immediateDanger": false,
        "parentAware": true });
    does(actor, "submitReferral", input, "referral { id reference version }").await["referral"].clone()
}

/// Triage accepts a referral: the case.
pub async fn accept(triage: &Actor<'_>, referral: &Value) -> Value {
    let input = json!({ "referralId": referral["id"], "version": 1, "outcome": "ACCEPT", "rationale": "Needs help.",
        "feedback": "We will ring.", "pathway": "EARLY_PREVENTION" });
    does(triage, "triageReferral", input, "referral { case { id reference version } }").await["referral"]["case"]
        .clone()
}

/// The manager gives a case to somebody.
pub async fn allocate(manager: &Actor<'_>, case: &Value, to: &Actor<'_>) {
    let input = json!({ "caseId": case["id"], "version": case["version"], "caseworkerId": me(to).await,
        "conflictDeclared": false });
    does(manager, "allocateCase", input, "case { id }").await;
}

pub async fn me(actor: &Actor<'_>) -> Value {
    actor.get("{ viewer { user { id } } }", json!({})).await["viewer"]["user"]["id"].clone()
}

/// A note for the team, on a case.
pub async fn note(actor: &Actor<'_>, case: &Value) -> Value {
    let input = json!({ "caseId": case["id"], "kind": "OTHER", "occurredAt": START, "body": "At home." });
    does(actor, "addCaseNote", input, "note { id }").await["note"]["id"].clone()
}

/// The school refers the child to Swindon, and nothing is decided.
pub async fn referred(test: &TestApp) -> Story {
    let (school, manager) = (test.school().await, test.manager().await);
    let referral = refer(&school, described("Linnet"), "SCHOOL", None).await;
    let asks = "query($r: String!) { referral(reference: $r) { youngPerson { id reference } services { id } }
        areas { id name } organisations(first: 100) { nodes { id kind } } }";
    let known = manager.get(asks, json!({ "r": referral["reference"] })).await;
    let ids = |list: &Value, kind: Option<&str>| -> Vec<String> {
        let all = list.as_array().expect("a list").iter();
        all.filter(|one| kind.is_none_or(|kind| one["kind"] == kind)).map(|one| text(&one["id"])).collect()
    };
    let organisations = &known["organisations"]["nodes"];
    let mut services = ids(organisations, Some("YOUTH_JUSTICE_SERVICE"));
    // The own one first.
    services.sort_by_key(|id| *id != text(&known["referral"]["services"][0]["id"]));
    Story {
        referral,
        case: Value::Null,
        child: known["referral"]["youngPerson"].clone(),
        areas: ids(&known["areas"], None),
        schools: ids(organisations, Some("SCHOOL")),
        people: vec![text(&me(&test.caseworker().await).await), text(&me(&manager).await)],
        services,
    }
}

/// The same, and it became a case with its worker, a note and a task.
pub async fn worked(test: &TestApp) -> Story {
    let mut story = referred(test).await;
    let (triage, manager, worker) = (test.triage().await, test.manager().await, test.caseworker().await);
    story.case = accept(&triage, &story.referral).await;
    allocate(&manager, &story.case, &worker).await;
    note(&worker, &story.case).await;
    let input = json!({ "caseId": story.case["id"], "title": "Ring the school", "dueOn": "2026-11-26",
        "assigneeId": me(&worker).await });
    does(&worker, "createTask", input, "task { id }").await;
    let goal = json!({ "caseId": story.case["id"], "title": "Sleep through", "owner": "CHILD" });
    let goal = does(&worker, "setGoal", goal, "goal { id }").await["goal"]["id"].clone();
    does(&worker, "rateGoal", json!({ "goalId": goal, "on": "2026-11-24", "rating": 3 }), "goal { id }")
        .await;
    let measure = json!({ "caseId": story.case["id"], "instrument": "SDQ", "informant": "PARENT",
        "stage": "BASELINE", "takenOn": "2026-11-24", "total": 21 });
    does(&worker, "recordMeasure", measure, "measure { id }").await;
    story
}

/// What is typed and chosen in filters, in both worlds alike.
fn values(story: &Story, texts: &[String], ids: &[String]) -> Values {
    let mut typed: Vec<String> =
        ["Linnet Quillfeather", "linet quilfether", "2012-03-04", UPN].map(str::to_owned).into();
    typed.extend(
        [&story.referral, &story.case, &story.child]
            .iter()
            .filter_map(|it| it["reference"].as_str())
            .map(str::to_owned),
    );
    typed.extend(texts.iter().cloned());
    let mut subjects = vec![text(&story.referral["id"]), text(&story.child["id"])];
    subjects.extend(ids.iter().cloned());
    let few = |all: &[String]| all.iter().take(3).cloned().collect::<Vec<_>>();
    Values {
        texts: typed,
        ids: vec![
            ("area", few(&story.areas)),
            ("school", few(&story.schools)),
            ("organisation", few(&story.services)),
            ("provider", few(&story.services)),
            ("programme", vec!["programme_AAAAAAAAAAAAAAAAAAAAAA".to_owned()]),
            ("caseworker", story.people.clone()),
            ("actor", story.people.clone()),
            ("subject", subjects),
        ],
    }
}
