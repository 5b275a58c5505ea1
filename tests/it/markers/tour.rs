//! Every mutation, with words in every text field, each accepted: by a client of the wire.

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;
use reqwest::Client;
use ridgeway::{domain::people::token, platform::app::App};
use serde_json::{Value, json};

use super::plant::Plant;

/// People who send things to a served partnership.
pub struct Tour {
    pub url: String,
    pub plant: Plant,
    client: Client,
    tokens: BTreeMap<String, String>,
    accepted: BTreeSet<String>,
}

const PEOPLE: [&str; 10] = [
    "school.one",
    "police",
    "triage.swindon",
    "manager.swindon",
    "caseworker.swindon",
    "triage.wiltshire",
    "provider",
    "provider.manager",
    "partnership",
    "admin",
];

impl Tour {
    /// `app` is the same partnership: whoever runs it gives everyone a token.
    pub async fn new(url: &str, app: &App) -> Self {
        let mut plant = Plant::new().await;
        let mut tokens = BTreeMap::new();
        for name in PEOPLE {
            let email = format!("{name}@ridgeway.example");
            let token = token::issue(app, &email, TimeDelta::days(30)).await.unwrap();
            plant.keep("token", &token);
            tokens.insert(name.to_owned(), token);
        }
        Self { url: url.to_owned(), plant, client: Client::new(), tokens, accepted: BTreeSet::new() }
    }

    pub fn token(&self, name: &str) -> &str {
        &self.tokens[name]
    }

    /// Asks as somebody.
    pub async fn ask(&self, name: &str, document: &str, variables: &Value) -> Value {
        let body = json!({ "query": document, "variables": variables });
        let asked = self.client.post(format!("{}/graphql", self.url)).bearer_auth(&self.tokens[name]);
        asked.json(&body).send().await.unwrap().json().await.unwrap()
    }

    /// Sends a mutation as somebody, with words in each text field that is not given; it has to be accepted.
    async fn send(&mut self, name: &str, mutation: &str, given: &Value, fields: &str) -> Value {
        let before = self.plant.words().len();
        let (input, of) = (self.plant.input(mutation, given), self.plant.input_name(mutation));
        let document = format!(
            "mutation($input: {of}!) {{ {mutation}(input: $input) {{ {fields} problems {{ code field }} }} }}"
        );
        let answer = self.ask(name, &document, &json!({ "input": input })).await;
        let payload = answer["data"][mutation].clone();
        assert_eq!(payload["problems"], json!([]), "{mutation}: {answer}");
        let places = self.plant.words().keys().filter(|place| place.starts_with(&format!("{mutation}.")));
        self.accepted.extend(places.cloned());
        assert!(self.plant.words().len() >= before);
        payload
    }

    /// Fails unless every text field of every mutation was sent and accepted. A group is named, not made, when its people
    /// are confirmed, and an approach,
    /// a scale, a version and a kind of place by their codes.
    pub fn was_complete(&self) {
        let places = self.plant.places();
        let left: Vec<_> = places.iter().filter(|place| !self.accepted.contains(*place)).collect();
        let codes = [
            "confirmMembers.group",
            "createProgramme.approach",
            "exportOutcomeSummary.filter.approach",
            "exportOutcomeSummary.filter.ethnicityGroup",
            "publishReport.filter.approach",
            "publishReport.filter.ethnicityGroup",
            "recordMeasure.placements.0.kind",
            "recordMeasure.subscales.0.name",
            "recordMeasure.version",
        ];
        assert_eq!(left, codes, "text fields in which nothing was planted");
    }

    async fn referral(&mut self, name: &str, source: &str, more: &Value) -> Value {
        let mut given = json!({
            "source": source, "mainFactor": "UNSAFE_JOURNEYS", "immediateDanger": false, "parentAware": true,
            "evidence": [{ "code": "UNSAFE_JOURNEYS" }],
            "youngPerson": { "dateOfBirth": "2012-03-04", "sex": "UNKNOWN", "address": null, "upn": null,
                "nhsNumber": null },
        });
        for (key, value) in more.as_object().unwrap() {
            given[key] = value.clone();
        }
        self.send(name, "submitReferral", &given, "referral { id reference }").await["referral"].clone()
    }

    async fn version(&self, name: &str, id: &Value, of: &str) -> Value {
        let document = format!("query($id: ID!) {{ node(id: $id) {{ ... on {of} {{ version }} }} }}");
        let answer = self.ask(name, &document, &json!({ "id": id })).await;
        assert!(answer["data"]["node"]["version"].is_i64(), "{answer}");
        answer["data"]["node"]["version"].clone()
    }

    /// Everything, once.
    pub async fn take(&mut self) {
        // All fields once, on the heap: so many requests in one are more than a stack takes.
        Box::pin(self.referrals()).await;
        let (case, child) = Box::pin(self.accepted_case()).await;
        Box::pin(self.work(&case)).await;
        Box::pin(self.record(&child)).await;
        Box::pin(self.places(&case, &child)).await;
        Box::pin(self.reports()).await;
        self.was_complete();
    }

    async fn referrals(&mut self) {
        // Kept as it comes, so that it had better be an id.
        let draft = json!({ "kind": "REFERRAL", "about": self.plant.word("saveDraft.about") });
        self.send("school.one", "saveDraft", &draft, "draft { id }").await;

        let sent = self.referral("school.one", "SCHOOL", &json!({})).await;
        let id = sent["id"].clone();
        self.send("school.one", "addReferralInformation", &json!({ "referralId": id }), "referral { id }")
            .await;
        self.send("triage.swindon", "messageReferrer", &json!({ "referralId": id }), "referral { id }").await;
        let wiltshire = "{ organisations(filter: { text: \"Wiltshire Youth\" }) { nodes { id name } } }";
        let found = self.ask("triage.swindon", wiltshire, &json!({})).await;
        let to = found["data"]["organisations"]["nodes"][0]["id"].clone();
        let version = self.version("triage.swindon", &id, "Referral").await;
        let pass = json!({ "referralId": id, "version": version, "toServiceId": to });
        self.send("triage.swindon", "passReferral", &pass, "referral { id }").await;

        let sent = self.referral("school.one", "SCHOOL", &json!({})).await;
        let version = self.version("school.one", &sent["id"], "Referral").await;
        let withdraw = json!({ "referralId": sent["id"], "version": version });
        self.send("school.one", "withdrawReferral", &withdraw, "referral { id }").await;

        let own = "{ viewer { membership { organisation { id } } } }";
        let service = self.ask("triage.swindon", own, &json!({})).await;
        let service = service["data"]["viewer"]["membership"]["organisation"]["id"].clone();
        assert!(service.is_string());
        let sent = self.referral("police", "POLICE", &json!({ "serviceId": service })).await;
        let id = sent["id"].clone();
        let version = self.version("triage.swindon", &id, "Referral").await;
        let decline = json!({ "referralId": id, "version": version, "outcome": "DECLINE",
            "reason": "BETTER_MET_ELSEWHERE", "redirectTo": null });
        self.send("triage.swindon", "triageReferral", &decline, "referral { id }").await;
        let version = self.version("manager.swindon", &id, "Referral").await;
        let agree = json!({ "referralId": id, "version": version, "agree": true });
        self.send("manager.swindon", "countersignDecision", &agree, "referral { id }").await;
        self.send("police", "challengeDecision", &json!({ "referralId": id }), "referral { id }").await;

        let sent = self.referral("school.one", "SCHOOL", &json!({})).await;
        let id = sent["id"].clone();
        let version = self.version("triage.swindon", &id, "Referral").await;
        let redirect = json!({ "referralId": id, "version": version, "outcome": "REDIRECT" });
        self.send("triage.swindon", "triageReferral", &redirect, "referral { id }").await;
        let version = self.version("triage.swindon", &id, "Referral").await;
        let confirm = json!({ "referralId": id, "version": version });
        self.send("triage.swindon", "confirmRedirect", &confirm, "referral { id }").await;
    }

    /// A referral with all that a form holds, accepted and given to the caseworker: the case and its child.
    async fn accepted_case(&mut self) -> (Value, Value) {
        let all = json!({
            "immediateDanger": true,
            "emergencyCall": { "calledAt": "2026-11-24T09:20:00Z" },
            "youngPerson": { "dateOfBirth": "2012-03-04", "sex": "UNKNOWN", "contacts": [{}], "address": {} },
            "professionals": [{}],
        });
        let sent = self.referral("school.one", "SCHOOL", &all).await;
        let id = sent["id"].clone();
        let version = self.version("triage.swindon", &id, "Referral").await;
        let accept = json!({ "referralId": id, "version": version, "outcome": "ACCEPT",
            "pathway": "EARLY_PREVENTION" });
        let of_case = "referral { case { id version youngPerson { id } } }";
        let done = self.send("triage.swindon", "triageReferral", &accept, of_case).await;
        let case = done["referral"]["case"].clone();
        let me = self.ask("caseworker.swindon", "{ viewer { user { id } } }", &json!({})).await;
        let allocate = json!({ "caseId": case["id"], "version": case["version"], "conflictDeclared": false,
            "caseworkerId": me["data"]["viewer"]["user"]["id"] });
        self.send("manager.swindon", "allocateCase", &allocate, "case { id }").await;
        (case["id"].clone(), case["youngPerson"]["id"].clone())
    }

    async fn work(&mut self, case: &Value) {
        let me = self.ask("caseworker.swindon", "{ viewer { user { id } } }", &json!({})).await;
        let me = me["data"]["viewer"]["user"]["id"].clone();
        let worker = "caseworker.swindon";
        let note = json!({ "caseId": case, "kind": "PHONE_CALL", "occurredAt": "2026-11-24T09:00:00Z",
            "contact": { "outcome": "SPOKE", "childSeen": false } });
        let note = self.send(worker, "addCaseNote", &note, "note { id version }").await["note"].clone();
        let amend = json!({ "noteId": note["id"], "version": note["version"] });
        self.send(worker, "amendCaseNote", &amend, "note { id }").await;
        let goal =
            self.send(worker, "setGoal", &json!({ "caseId": case, "owner": "CHILD" }), "goal { id }").await;
        let rate = json!({ "goalId": goal["goal"]["id"], "on": "2026-11-24", "rating": 4 });
        self.send(worker, "rateGoal", &rate, "goal { id }").await;
        let measure = json!({ "caseId": case, "instrument": "SDQ", "informant": "PARENT", "stage": "BASELINE",
            "takenOn": "2026-11-24", "version": null, "total": 17 });
        self.send(worker, "recordMeasure", &measure, "measure { id }").await;
        let task = json!({ "caseId": case, "dueOn": "2026-11-27", "assigneeId": me });
        let task = self.send(worker, "createTask", &task, "task { id version }").await["task"].clone();
        let change = json!({ "taskId": task["id"], "version": task["version"] });
        self.send(worker, "changeTask", &change, "task { id }").await;
        let concern = json!({ "caseId": case, "immediateDanger": true, "parentTold": false, "childTold": false,
            "call": { "calledAt": "2026-11-24T09:20:00Z" } });
        let of = "safeguardingConcern { id version }";
        let concern = self.send(worker, "raiseSafeguardingConcern", &concern, of).await;
        let concern = &concern["safeguardingConcern"];
        let resolve = json!({ "safeguardingConcernId": concern["id"], "version": concern["version"] });
        self.send("manager.swindon", "resolveSafeguardingConcern", &resolve, of).await;
    }

    async fn record(&mut self, child: &Value) {
        let worker = "caseworker.swindon";
        let consent = json!({ "youngPersonId": child, "kind": "CONTACT", "status": "GIVEN",
            "decidedOn": "2026-11-24" });
        let consent = self.send(worker, "recordConsent", &consent, "consent { id version }").await;
        let consent = &consent["consent"];
        let withdraw =
            json!({ "consentId": consent["id"], "version": consent["version"], "on": "2026-11-24" });
        self.send(worker, "withdrawConsent", &withdraw, "consent { id }").await;
        let version = self.version(worker, child, "YoungPerson").await;
        let change = json!({ "youngPersonId": child, "version": version, "kind": "CHANGE", "address": {} });
        self.send(worker, "changeYoungPerson", &change, "youngPerson { id }").await;
        let contact = json!({ "youngPersonId": child, "contact": {} });
        self.send(worker, "changeContact", &contact, "youngPerson { id }").await;

        let school = "{ organisations(filter: { kinds: [SCHOOL] }, first: 1) { nodes { id } } }";
        let school = self.ask("admin", school, &json!({})).await;
        let school = school["data"]["organisations"]["nodes"][0]["id"].clone();
        let invite = json!({ "role": "REFERRER", "organisationId": school });
        let invited = self.send("admin", "inviteUser", &invite, "invitation { id } link").await;
        let link = invited["link"].as_str().unwrap().split_once('#').unwrap().1.to_owned();
        self.plant.keep("link", &link);
        self.comes(&link).await;
        let members = "query($in: MembershipFilter) { memberships(filter: $in) { nodes { id } } }";
        let group = self.plant.of("inviteUser.group").to_owned();
        let of = json!({ "in": { "organisationId": school, "group": group } });
        let members = self.ask("admin", members, &of).await;
        let staying = &members["data"]["memberships"]["nodes"][0]["id"];
        let confirm = json!({ "organisationId": school, "group": group, "staying": [staying], "ending": [] });
        self.send("admin", "confirmMembers", &confirm, "confirmedOn").await;
    }

    /// A programme is written down, and the child has a place in it, until that ends.
    async fn places(&mut self, case: &Value, child: &Value) {
        let (worker, manager) = ("caseworker.swindon", "manager.swindon");
        for kind in ["PARTICIPATE_CHILD", "PARTICIPATE_PARENT"] {
            let consent =
                json!({ "youngPersonId": child, "kind": kind, "status": "GIVEN", "decidedOn": "2026-11-24" });
            self.send(worker, "recordConsent", &consent, "consent { id }").await;
        }
        let own = "{ viewer { membership { organisation { id } } } }";
        let provider = self.ask("provider.manager", own, &json!({})).await;
        let programme = json!({ "providerId": provider["data"]["viewer"]["membership"]["organisation"]["id"],
            "strand": "EARLY_INTERVENTION", "approach": "MENT", "mode": "GROUP", "reach": "NAMED", "minAge": 8,
            "maxAge": 25, "areaIds": [] });
        let made = self.send(manager, "createProgramme", &programme, "programme { id }").await;
        let offering = json!({ "programmeId": made["programme"]["id"], "startsOn": "2026-11-24",
            "endsOn": "2028-11-24", "capacity": 3 });
        let made = self.send(manager, "createOffering", &offering, "offering { id version }").await;
        // One stays as it was written, and one is changed.
        self.send(manager, "createOffering", &offering, "offering { id }").await;
        let (id, version) = (made["offering"]["id"].clone(), made["offering"]["version"].clone());
        let change = json!({ "offeringId": id, "version": version });
        self.send(manager, "changeOffering", &change, "offering { id }").await;
        let of = "enrolment { id version }";
        let enrol = json!({ "offeringId": id, "caseId": case });
        let placed = self.send(worker, "enrol", &enrol, of).await["enrolment"].clone();
        let answer = json!({ "enrolmentId": placed["id"], "version": placed["version"], "accept": true });
        let placed = self.send(worker, "answerOffer", &answer, of).await["enrolment"].clone();
        self.sessions(&id, &placed["id"]).await;
        let end = |version: &Value, status: &str| json!({ "enrolmentId": placed["id"], "version": version, "status": status, "on": "2026-11-24" });
        let asks = end(&placed["version"], "REMOVED");
        let asked = self.send("provider.manager", "endEnrolment", &asks, of).await["enrolment"].clone();
        let stays = json!({ "enrolmentId": placed["id"], "version": asked["version"], "agree": false });
        let stays = self.send(worker, "answerRemoval", &stays, of).await["enrolment"].clone();
        self.send(worker, "endEnrolment", &end(&stays["version"], "NOT_STARTED"), "enrolment { id }").await;
        let other = "{ youngPeople(first: 1) { nodes { id } } }";
        let other =
            self.ask(worker, other, &json!({})).await["data"]["youngPeople"]["nodes"][0]["id"].clone();
        assert_ne!(other, *child);
        let relation = json!({ "fromId": child, "toId": other, "kind": "FRIEND" });
        self.send(worker, "relateChildren", &relation, "youngPerson { id relations { source } }").await;
    }

    /// Figures are published under a title, and taken out as a file.
    async fn reports(&mut self) {
        let publish = json!({ "groupBy": ["SEX"], "release": 8 });
        let made = self.send("partnership", "publishReport", &publish, "report { id }").await;
        let export = json!({ "reportId": made["report"]["id"] });
        self.send("partnership", "exportReport", &export, "export { id }").await;
    }

    /// The run meets, its register is taken, and another session is cancelled.
    async fn sessions(&mut self, offering: &Value, enrolment: &Value) {
        let (worker, manager) = ("provider", "provider.manager");
        let me = self.ask(worker, "{ viewer { user { id } } }", &json!({})).await;
        let version = self.version(manager, offering, "Offering").await;
        let session = |hour: u32| {
            json!({ "startsAt": format!("2026-11-24T{hour:02}:00:00Z"),
            "endsAt": format!("2026-11-24T{hour:02}:30:00Z"), "workerIds": [me["data"]["viewer"]["user"]["id"]],
            "anyway": true })
        };
        let schedule =
            json!({ "offeringId": offering, "version": version, "sessions": [session(8), session(20)] });
        let of = "offering { sessions(first: 2) { nodes { id version } } }";
        let made = self.send(manager, "scheduleSessions", &schedule, of).await;
        let all = &made["offering"]["sessions"]["nodes"];
        let take = json!({ "sessionId": all[0]["id"],
            "marks": [{ "enrolmentId": enrolment, "mark": "AUTHORISED_ABSENCE" }] });
        self.send(worker, "takeAttendance", &take, "session { id }").await;
        let note = json!({ "sessionId": all[0]["id"], "enrolmentId": enrolment });
        self.send(worker, "addSessionNote", &note, "session { id }").await;
        let count = json!({ "sessionId": all[0]["id"], "children": 1, "youngAdults": 0, "adults": 0 });
        self.send(worker, "recordHeadcount", &count, "session { id }").await;
        let cancel = json!({ "sessionId": all[1]["id"], "version": all[1]["version"] });
        self.send(manager, "cancelSession", &cancel, "session { id }").await;
    }

    /// Who was invited chooses a password, and signs in with it.
    async fn comes(&mut self, link: &str) {
        let password = format!("{} of the harbour", self.plant.word("the password"));
        let chosen = json!({ "token": link, "password": password });
        assert_eq!(self.post("/one-time-link", &chosen).await.status(), 204);
        let email = self.plant.of("inviteUser.email").to_owned();
        let signed_in = self.post("/sign-in", &json!({ "email": email, "password": password })).await;
        assert_eq!(signed_in.status(), 204);
        for cookie in signed_in.headers().get_all("set-cookie") {
            let (_, value) = cookie.to_str().unwrap().split(';').next().unwrap().split_once('=').unwrap();
            if !value.is_empty() {
                self.plant.keep("cookie", value);
            }
        }
        let asked = self.post("/link-request", &json!({ "email": email })).await;
        assert_eq!(asked.status(), 202);
    }

    /// Posts JSON as a page does.
    pub async fn post(&self, path: &str, body: &Value) -> reqwest::Response {
        let sent = self.client.post(format!("{}{path}", self.url)).header("sec-fetch-site", "same-origin");
        sent.json(body).send().await.unwrap()
    }
}
