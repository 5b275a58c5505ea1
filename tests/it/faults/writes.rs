//! Those who write while something breaks: each write has a key and words of its own, so that it can be sent again and be
//! found afterwards. What has to be there then is in `books`.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

use reqwest::Client;
use ridgeway::platform::{chance::Chance, keys::Keys};
use serde_json::{Value, json};
use tokio::task::JoinSet;

use super::{referral, until};
use crate::support::{Actor, SECRET, TestApp};

const SUBMIT: &str = "mutation($input: SubmitReferralInput!) { done: submitReferral(input: $input) {
    object: referral { id } problems { code field } } }";
const TAKE: &str = "mutation($input: ReferralVersionInput!) { done: takeReferral(input: $input) {
    object: referral { id } problems { code field } } }";
const NOTE: &str = "mutation($input: AddCaseNoteInput!) { done: addCaseNote(input: $input) {
    object: note { id } problems { code field } } }";
const TASK: &str = "mutation($input: CreateTaskInput!) { done: createTask(input: $input) {
    object: task { id } problems { code field } } }";

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Submit,
    Take,
    Note,
    Task,
}

/// One write: who sends what, under which key, and what was acknowledged.
#[derive(Clone, Debug)]
pub struct Write {
    pub kind: Kind,
    /// What it alone says: a name, a text, or the id of what was taken.
    pub mark: String,
    /// The id that was answered.
    pub acknowledged: Option<String>,
    key: String,
    token: String,
    body: Value,
}

/// What came of sending a write.
#[derive(Debug, PartialEq, Eq)]
pub enum Sent {
    /// It is acknowledged, with the id of what was made or changed.
    Done(String),
    /// It may have happened, or not.
    Unknown,
}

impl Write {
    /// Sends it. Every answer is right, or says that there is none now; how long the latter took is the caller's to judge.
    pub async fn send(&self, client: &Client, url: &str) -> Sent {
        let request = client.post(format!("{url}/graphql")).bearer_auth(&self.token);
        let Ok(answer) = request.header("idempotency-key", &self.key).json(&self.body).send().await else {
            return Sent::Unknown;
        };
        let status = answer.status().as_u16();
        let retry = answer.headers().get("retry-after").is_some();
        let Ok(answer) = answer.json::<Value>().await else { return Sent::Unknown };
        if let Some(errors) = answer["errors"].as_array() {
            // Who asks again and again without a pause while the database is away may be told that this is too often.
            let code = match status {
                429 => "RATE_LIMITED",
                200 | 503 => "UNAVAILABLE",
                _ => panic!("{status} {answer}"),
            };
            assert!(
                retry && errors.iter().all(|error| error["extensions"]["code"] == code),
                "{status} {answer}"
            );
            return Sent::Unknown;
        }
        assert_eq!((status, &answer["data"]["done"]["problems"]), (200, &json!([])), "{answer} to {self:?}");
        Sent::Done(answer["data"]["done"]["object"]["id"].as_str().expect("an id").to_owned())
    }
}

/// Those who write, and all that they wrote.
#[derive(Clone)]
pub struct Writers(Arc<Inner>);

struct Inner {
    school: String,
    triage: String,
    caseworker: String,
    me: Value,
    case: String,
    writes: Mutex<Vec<Write>>,
    untaken: Mutex<Vec<String>>,
    acknowledged: AtomicUsize,
    repeated: AtomicUsize,
}

impl Writers {
    /// A school, a triage officer, and a caseworker with a case, on the database of a test.
    pub async fn of(test: &TestApp) -> Self {
        let worked = Box::pin(crate::record::worked(test)).await;
        let (school, triage, caseworker) =
            (test.school().await, test.triage().await, test.caseworker().await);
        let me =
            caseworker.get("{ viewer { user { id } } }", json!({})).await["viewer"]["user"]["id"].clone();
        let token = |actor: &Actor<'_>| actor.token().to_owned();
        Self(Arc::new(Inner {
            school: token(&school),
            triage: token(&triage),
            caseworker: token(&caseworker),
            me,
            case: worked.case["id"].as_str().expect("a case").to_owned(),
            writes: Mutex::default(),
            untaken: Mutex::default(),
            acknowledged: AtomicUsize::new(0),
            repeated: AtomicUsize::new(0),
        }))
    }

    /// The next write that chance wants, written down before it is sent.
    fn draw(&self, chance: &Chance) -> (usize, Write) {
        let it = &self.0;
        let taken =
            if chance.bytes::<1>()[0].is_multiple_of(3) { it.untaken.lock().unwrap().pop() } else { None };
        let mark = letters(chance.bytes());
        let (kind, token, query, input) = match (taken, chance.bytes::<1>()[0] % 3) {
            (Some(taken), _) => {
                let input = json!({ "referralId": taken, "version": 1 });
                return self.write_down(Kind::Take, taken, &it.triage, TAKE, &input);
            }
            (None, 0) => {
                let mut input = referral()["input"].take();
                input["youngPerson"]["givenName"] = json!(mark);
                (Kind::Submit, &it.school, SUBMIT, input)
            }
            (None, 1) => {
                let at = "2026-11-24T09:20:00Z";
                let input = json!({ "caseId": it.case, "kind": "OTHER", "occurredAt": at, "body": mark });
                (Kind::Note, &it.caseworker, NOTE, input)
            }
            (None, _) => {
                let input = json!({ "caseId": it.case, "title": mark, "assigneeId": it.me });
                (Kind::Task, &it.caseworker, TASK, input)
            }
        };
        self.write_down(kind, mark, token, query, &input)
    }

    fn write_down(
        &self,
        kind: Kind,
        mark: String,
        token: &str,
        query: &str,
        input: &Value,
    ) -> (usize, Write) {
        let mut writes = self.0.writes.lock().unwrap();
        let write = Write {
            kind,
            mark,
            acknowledged: None,
            key: format!("write {}", writes.len()),
            token: token.to_owned(),
            body: json!({ "query": query, "variables": { "input": input } }),
        };
        writes.push(write.clone());
        (writes.len() - 1, write)
    }

    /// Notes what came of a write. What it answers never changes.
    fn note(&self, number: usize, sent: &Sent) {
        let Sent::Done(id) = sent else { return };
        let mut writes = self.0.writes.lock().unwrap();
        if let Some(before) = &writes[number].acknowledged {
            assert_eq!(before, id, "another object than before");
            return;
        }
        writes[number].acknowledged = Some(id.clone());
        self.0.acknowledged.fetch_add(1, Ordering::SeqCst);
        if writes[number].kind == Kind::Submit {
            self.0.untaken.lock().unwrap().push(id.clone());
        }
    }

    /// Writes one thing after the other until it is told to stop; what is not acknowledged is sent again before the next.
    async fn go_on(self, url: String, chance: Chance, stop: Arc<AtomicBool>) {
        let client = Client::new();
        while !stop.load(Ordering::SeqCst) {
            let (number, write) = self.draw(&chance);
            loop {
                let sent = write.send(&client, &url).await;
                self.note(number, &sent);
                if sent != Sent::Unknown || stop.load(Ordering::SeqCst) {
                    break;
                }
                self.0.repeated.fetch_add(1, Ordering::SeqCst);
            }
        }
    }

    /// So many write at once, what the seed says, until they are told to stop.
    pub fn start(&self, how_many: u64, url: &str, seed: u64, stop: &Arc<AtomicBool>) -> JoinSet<()> {
        let mut clients = JoinSet::new();
        for client in 0..how_many {
            let chance = Chance::seeded(seed.wrapping_mul(31).wrapping_add(client));
            clients.spawn(self.clone().go_on(url.to_owned(), chance, Arc::clone(stop)));
        }
        clients
    }

    /// Sends everything again that was not acknowledged, each under its key, until all of it is.
    pub async fn send_again(&self, url: &str) {
        let client = Client::new();
        until("all is acknowledged", Duration::from_secs(30), async || {
            for (number, write) in self.unknown() {
                self.note(number, &write.send(&client, url).await);
            }
            self.unknown().is_empty()
        })
        .await;
    }

    /// Sends something again that was acknowledged, maybe long ago.
    pub async fn repeat(&self, url: &str, chance: &Chance) {
        let writes = self.all();
        let number = usize::from(u16::from_be_bytes(chance.bytes())) % writes.len().max(1);
        let Some(write) = writes.get(number) else { return };
        let again = write.send(&Client::new(), url).await;
        assert_ne!(again, Sent::Unknown);
        self.note(number, &again);
    }

    /// Those that were sent and not acknowledged, with their numbers.
    pub fn unknown(&self) -> Vec<(usize, Write)> {
        let numbered = self.all().into_iter().enumerate();
        numbered.filter(|(_, write)| write.acknowledged.is_none()).collect()
    }

    /// All that was written, in the order of its sending.
    pub fn all(&self) -> Vec<Write> {
        self.0.writes.lock().unwrap().clone()
    }

    /// How often something was sent again so far that was not acknowledged.
    pub fn repeated(&self) -> usize {
        self.0.repeated.load(Ordering::SeqCst)
    }

    /// How many were acknowledged so far.
    pub fn acknowledged(&self) -> usize {
        self.0.acknowledged.load(Ordering::SeqCst)
    }
}

/// The keys under which the partnership of the tests is sealed.
pub fn keys() -> Keys {
    Keys::new(SECRET, Chance::System)
}

/// A word that nobody else says.
fn letters(bytes: [u8; 12]) -> String {
    bytes.iter().map(|byte| char::from(b'a' + byte % 26)).collect()
}
