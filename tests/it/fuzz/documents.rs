//! Every field of every root, asked by every role and by a stranger with whatever the schema allows: an answer in words, soon.

use std::{
    cell::{Cell, RefCell},
    time::{Duration, Instant},
};

use chrono::TimeDelta;
use reqwest::{Client, RequestBuilder};
use ridgeway::domain::people::token;
use serde_json::{Value, json};

use super::{
    dice::Dice,
    document::{self, Document},
    judge, schema,
    schema::Schema,
    seed,
    values::Pool,
    watch::Watched,
};
use crate::http::house::{House, demo_with};

/// Everybody who may sign in; and a stranger.
const ASKERS: &[&str] = &[
    "school.one",
    "caseworker.swindon",
    "triage.swindon",
    "manager.swindon",
    "provider",
    "provider.manager",
    "partnership",
    "analyst",
    "finance",
    "dpo",
    "admin",
    "two.roles",
    "manager.wiltshire",
    "",
];
/// What the pool begins with: what is there, as some of them see it.
const FIRST: &str = "{ viewer { user { id } memberships { id } drafts { id } }
    organisations(first: 40) { nodes { id } } users(first: 40) { nodes { id } edges { cursor } }
    memberships(first: 20) { nodes { id } edges { cursor } } areas { id }
    youngPeople(first: 20) { nodes { id reference contacts { id } consents { id } alerts { id } } edges { cursor } }
    referrals(first: 20) { nodes { id reference child { id } } edges { cursor } }
    cases(first: 20) { nodes { id reference notes(first: 2) { nodes { id } } } edges { cursor } }
    tasks(first: 20) { nodes { id } edges { cursor } } safeguardingConcerns(first: 9) { nodes { id } }
    auditEntries(first: 9) { nodes { id subject { id } } edges { cursor } } }";
/// No answer takes longer, on a machine that does other things as well.
const SOON: Duration = Duration::from_secs(10);
/// No answer is longer.
const LARGEST: usize = 16 * 1024 * 1024;

struct Fuzz {
    watched: Watched,
    house: House,
    client: Client,
    tokens: Vec<Option<String>>,
    schema: Schema,
    pool: RefCell<Pool>,
    executed: Cell<u32>,
    asked: Cell<u32>,
}

impl Fuzz {
    fn new() -> Self {
        let mut watched = Watched::new();
        let house = watched.run(demo_with(&["--requests-per-person", "100000"]));
        let issue = async |name: &&str| match *name {
            "" => None,
            name => {
                let email = format!("{name}@ridgeway.example");
                Some(token::issue(&house.app, &email, TimeDelta::days(360)).await.unwrap())
            }
        };
        let tokens = watched.run(async {
            let mut tokens = Vec::new();
            for name in ASKERS {
                tokens.push(issue(name).await);
            }
            tokens
        });
        let client = Client::new();
        let ask = |token: Option<&str>, query: &str| -> Value {
            let asked = post(&client, &house, token).json(&json!({ "query": query }));
            watched.run(async { asked.send().await.unwrap().json().await.unwrap() })
        };
        let schema = Schema::read(&ask(None, schema::QUERY));
        let mut pool = Pool::default();
        for token in &tokens {
            pool.harvest(&ask(token.as_deref(), FIRST));
        }
        watched.count_memory();
        let (pool, executed, asked) = (RefCell::new(pool), Cell::new(0), Cell::new(0));
        Self { watched, house, client, tokens, schema, pool, executed, asked }
    }

    /// Asks for a field of a root, as somebody, in some way.
    fn ask(&self, dice: &mut Dice<'_>, root: usize, field: &str) -> Result<(), String> {
        let asker = dice.below(ASKERS.len());
        let document = document::any(&self.schema, &self.pool.borrow(), dice, root, field);
        let live = root == 2 || dice.once_in(20);
        let accept = *dice.pick(&["application/graphql-response+json", "application/json"]);
        let accept = if live { "text/event-stream" } else { accept };
        let mut request = post(&self.client, &self.house, self.tokens[asker].as_deref())
            .header("accept", accept)
            .json(&json!({"query": document.text, "variables": document.variables}));
        if dice.once_in(6) {
            request = request.header("idempotency-key", format!("key {}", dice.below(9)));
        }
        if let Some(membership) = some(dice, self.pool.borrow().ids("mship")) {
            request = request.header("ridgeway-membership", membership);
        }
        let began = Instant::now();
        let found = self.watched.run_within(2 * SOON, answer(request, root == 2)).flatten();
        let judged = found.and_then(|(executed, body)| {
            self.pool.borrow_mut().harvest(&body);
            self.asked.set(self.asked.get() + 1);
            self.executed.set(self.executed.get() + u32::from(executed));
            self.house.app.clock().advance(TimeDelta::milliseconds(700));
            let late = began.elapsed() > SOON;
            if late { Err(format!("it took {:?}", began.elapsed())) } else { Ok(()) }
        });
        judged.map_err(|why| told(&why, ASKERS[asker], accept, &document))
    }
}

fn some<'a>(dice: &mut Dice<'_>, from: &'a [String]) -> Option<&'a str> {
    (dice.once_in(12) && !from.is_empty()).then(|| dice.pick(from).as_str())
}

fn told(why: &str, asker: &str, accept: &str, Document { text, variables }: &Document) -> String {
    let asker = if asker.is_empty() { "a stranger" } else { asker };
    format!("{why}\nasked by {asker} as {accept}:\n{text}\n{}", json!(variables))
}

fn post(client: &Client, house: &House, token: Option<&str>) -> RequestBuilder {
    let request = client.post(format!("{}/graphql", house.url));
    match token {
        Some(token) => request.bearer_auth(token),
        None => request,
    }
}

/// Sends a request and judges what comes. Whether anything was executed, and the response.
pub async fn answer(request: RequestBuilder, live: bool) -> Result<(bool, Value), String> {
    let mut response = request.send().await.map_err(|error| error.to_string())?;
    let status = response.status().as_u16();
    let media =
        response.headers().get("content-type").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let media = media.to_owned();
    if media != "text/event-stream; charset=utf-8" {
        let text = response.text().await.map_err(|error| error.to_string())?;
        if text.len() > LARGEST {
            return Err(format!("an answer of {} bytes", text.len()));
        }
        let executed = judge::answer(status, &media, &text)?;
        return Ok((executed, serde_json::from_str(&text).unwrap_or_default()));
    }
    let mut text = String::new();
    let read = async {
        // A stream goes on: its first event is enough. Everything else ends.
        while !(text.contains("event: complete\n")
            || (live && text.ends_with("\n\n") && text.contains("data: {")))
        {
            match response.chunk().await {
                Ok(Some(more)) => text.push_str(&String::from_utf8_lossy(&more)),
                _ => break,
            }
        }
    };
    let in_time = tokio::time::timeout(SOON, read).await.is_ok();
    let event = text.strip_prefix("event: next\ndata: ").and_then(|rest| rest.split_once("\n\n"));
    let Some((event, _)) = event.filter(|_| in_time && status == 200) else {
        return Err(format!("{status}, in time: {in_time}, an event stream of {text:?}"));
    };
    let body: Value = serde_json::from_str(event).map_err(|_| format!("an event of {event:?}"))?;
    Ok((judge::response(&body)?, body))
}

#[test]
fn whatever_is_asked_is_answered_in_words() {
    let fuzz = Fuzz::new();
    let seed = seed();
    let mut part = 0;
    for (root, cases) in [(0, 9), (1, 7), (2, 20)] {
        for field in fuzz.schema.named(&fuzz.schema.roots[root]).fields() {
            part += 1;
            fuzz.watched.tries((seed, part), cases, 220, |dice| fuzz.ask(dice, root, &field.name));
        }
    }
    let (executed, asked) = (fuzz.executed.get(), fuzz.asked.get());
    println!("{asked} documents, of which {executed} were executed; PROPTEST_RNG_SEED={seed}");
    assert!(
        executed * 2 > asked,
        "only {executed} of {asked} documents were executed: they are no longer valid"
    );
    fuzz.watched.has_grown_by_less_than(300).unwrap();
}
