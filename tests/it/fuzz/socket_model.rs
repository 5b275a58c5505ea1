//! graphql-transport-ws in small: what a server may answer to what a client does, in the order in which it is done.
//!
//! Knows no network. Where two answers are both right (a query may have ended, or not, when its id is used again) it allows both.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::dice::Dice;

/// What a client does.
#[derive(Clone, Debug)]
pub enum Act {
    /// Begins, with a credential that holds.
    Init,
    /// Begins with another, or with none.
    Unwelcome(Value),
    Ping(Option<Value>),
    Pong,
    Ask(&'static str, What),
    Complete(&'static str),
    /// What is no message of the protocol.
    Malformed(String),
    Bytes(Vec<u8>),
    /// More than fits into a message.
    Huge,
    /// Is the server there? Below the protocol.
    Beat,
    /// Says goodbye.
    Leave,
    /// Closes its own direction without a word.
    HalfClose,
}

/// An operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Query,
    Mutation,
    Stream,
    /// Refused before it begins.
    Refused(&'static str),
}

/// Documents that are refused before anything is executed.
const REFUSED: &[&str] = &[
    "{ nothing }",
    "{ viewer { role",
    "",
    "{ viewer { a1: role ...A } } fragment A on Viewer { ...A }",
    "query A { viewer { role } } query B { viewer { role } }",
    "subscription { caseChanged(caseId: \"case_AAAAAAAAAAAAAAAAAAAAAA\") { kind } }",
    "subscription { workChanged(after: \"nonsense\") { kind } }",
    "subscription { a: workChanged { kind } b: workChanged { kind } }",
    "subscription { ...A } fragment A on Subscription { workChanged { kind } }",
    "subscription { workChanged @skip(if: true) { kind } }",
];

impl What {
    pub const fn document(self) -> &'static str {
        match self {
            Self::Query => "{ viewer { role } }",
            Self::Mutation => {
                "mutation { completeTask(input: { taskId: \"task_AAAAAAAAAAAAAAAAAAAAAA\", version: 1 }) { problems { code } } }"
            }
            Self::Stream => "subscription { workChanged { kind } }",
            Self::Refused(document) => document,
        }
    }
}

/// Something that a client may do.
pub fn any(dice: &mut Dice<'_>) -> Act {
    const IDS: [&str; 3] = ["1", "2", "🦊"];
    let id = IDS[dice.below(IDS.len())];
    let object = |dice: &mut Dice<'_>| json!({"a": dice.text(), "b": [dice.below(9)]});
    match dice.below(40) {
        0..=3 => Act::Init,
        4..=8 => Act::Ping(if dice.once_in(2) { Some(object(dice)) } else { None }),
        9 => Act::Pong,
        10..=16 => Act::Ask(id, What::Query),
        17..=22 => Act::Ask(id, What::Stream),
        23..=25 => Act::Ask(id, What::Refused(REFUSED[dice.below(REFUSED.len())])),
        26 => Act::Ask(id, What::Mutation),
        27..=30 => Act::Complete(id),
        31 => Act::Unwelcome(
            dice.pick(&[
                json!(null),
                json!({}),
                json!({"Authorization": "Bearer nonsense"}),
                json!({"Authorization": 1}),
            ])
            .clone(),
        ),
        32..=34 => Act::Malformed(malformed(dice)),
        35 => Act::Bytes({
            let length = dice.below(20);
            dice.bytes(length)
        }),
        36 => Act::Huge,
        37 => Act::Beat,
        38 => Act::Leave,
        _ => Act::HalfClose,
    }
}

fn malformed(dice: &mut Dice<'_>) -> String {
    let text = dice.text();
    match dice.below(10) {
        0 => format!("nonsense {text}"),
        1 => json!({"type": format!("x{text}"), "id": "1"}).to_string(),
        2 => json!({"type": "subscribe", "id": "1", "payload": {"query": [text]}}).to_string(),
        3 => json!({"type": "subscribe", "id": "x".repeat(201), "payload": {"query": "{ viewer { role } }"}})
            .to_string(),
        4 => json!([{"type": "ping"}, text]).to_string(),
        5 => json!({"type": "complete", "id": 1}).to_string(),
        6 => format!("{}{}", "[".repeat(50_000), text),
        7 => json!({"type": "ping", "payload": [text]}).to_string(),
        8 => "{\"type\":\"ping\"".to_owned(),
        _ => json!({"type": "next", "id": "1", "payload": text}).to_string(),
    }
}

/// A message of the server about an operation: next, error or complete.
type Heard = char;

struct Operation {
    what: What,
    /// The client wants no more of it.
    cancelled: bool,
}

/// How a connection stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum End {
    #[default]
    Open,
    /// It broke off without a word.
    Off,
    /// The server closed it with a code.
    Code(u16),
}

/// What has to come, and what may.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact about the connection by itself")]
pub struct Model {
    began: bool,
    admitted: bool,
    /// Codes with which the server may close.
    codes: BTreeSet<u16>,
    /// The server has to close.
    doomed: bool,
    /// It will hear nothing more.
    deaf: bool,
    /// The connection may also just end.
    left: bool,
    pings: Vec<Option<Value>>,
    operations: BTreeMap<&'static str, Vec<Operation>>,
}

impl Model {
    /// A client does something.
    pub fn does(&mut self, act: &Act) {
        if self.deaf {
            return;
        }
        match act {
            Act::Beat | Act::Pong => {}
            Act::Ping(payload) => self.pings.push(payload.clone()),
            Act::Malformed(_) | Act::Bytes(_) | Act::Huge => self.closes(4400),
            Act::Init | Act::Unwelcome(_) if self.began => self.closes(4429),
            Act::Init => (self.began, self.admitted) = (true, true),
            Act::Unwelcome(_) => {
                // It is looked up, and meanwhile heard on.
                self.codes.insert(4403);
                (self.began, self.doomed) = (true, true);
            }
            Act::Ask(..) if !self.admitted => self.closes(4401),
            Act::Ask(id, what) => self.asks(id, *what),
            Act::Complete(id) => {
                if let Some(last) = self.operations.get_mut(id).and_then(|all| all.last_mut()) {
                    last.cancelled = true;
                }
            }
            Act::Leave => (self.deaf, self.left) = (true, true),
            Act::HalfClose => {
                self.codes.insert(4400);
                (self.deaf, self.left) = (true, true);
            }
        }
    }

    fn closes(&mut self, code: u16) {
        self.codes.insert(code);
        (self.doomed, self.deaf) = (true, true);
    }

    fn asks(&mut self, id: &'static str, what: What) {
        let all = self.operations.entry(id).or_default();
        match all.last() {
            Some(Operation { what: What::Stream, cancelled: false }) => return self.closes(4409),
            // It may still run, or not.
            Some(Operation { cancelled: false, .. }) => {
                self.codes.insert(4409);
            }
            _ => {}
        }
        all.push(Operation { what, cancelled: false });
    }

    /// Whether the connection is about to end.
    pub fn is_over(&self) -> bool {
        self.doomed || self.left
    }

    /// Whether all that has to come has come to a client that goes on.
    pub fn is_done(&self, heard: &[Value]) -> bool {
        let pongs = heard.iter().filter(|message| message["type"] == "pong").count();
        pongs == self.pings.len() && self.operations.keys().all(|id| self.fits(id, heard, false))
    }

    /// Judges what a client heard, and how it ended.
    pub fn judge(&self, heard: &[Value], end: End) -> Result<(), String> {
        match end {
            End::Open if self.is_over() => return Err("the connection goes on".to_owned()),
            End::Code(code) if !self.codes.contains(&code) && !self.left => {
                return Err(format!("closed with {code}, not one of {:?}", self.codes));
            }
            End::Off if !self.left => return Err("it broke off without a code".to_owned()),
            _ => {}
        }
        let mut acknowledged = false;
        let mut pings = self.pings.iter();
        for message in heard {
            let id = message["id"].as_str();
            match (message["type"].as_str(), id) {
                (Some("connection_ack"), None) if self.admitted && !acknowledged => acknowledged = true,
                (Some("pong"), None) => {
                    let brought = pings.next().ok_or_else(|| format!("a pong for nothing: {message}"))?;
                    let short = brought.as_ref().is_none_or(|payload| payload.to_string().len() < 4_000);
                    if short && message.get("payload") != brought.as_ref() {
                        return Err(format!("another pong than {brought:?}: {message}"));
                    }
                }
                (Some("next" | "error" | "complete"), Some(id)) if acknowledged => {
                    if !self.operations.contains_key(id) {
                        return Err(format!("nobody asked for it: {message}"));
                    }
                }
                _ => return Err(format!("out of place: {message}")),
            }
        }
        match self.operations.keys().find(|id| !self.fits(id, heard, end != End::Open)) {
            Some(id) => Err(format!("what came for {id:?} is not what was asked for")),
            None => Ok(()),
        }
    }

    /// Whether what came for an id is what its operations bring, one after another.
    fn fits(&self, id: &str, heard: &[Value], closed: bool) -> bool {
        let came: Vec<Heard> = heard
            .iter()
            .filter(|message| message["id"] == id)
            .filter_map(|message| message["type"].as_str()?.chars().next())
            .collect();
        follows(&self.operations[id], &came, closed)
    }
}

/// Whether these operations, one after another, bring these messages: next, error, complete. One that was cancelled may have
/// been cut off anywhere, and where the connection closed all that are not heard of to their end.
fn follows(operations: &[Operation], came: &[Heard], closed: bool) -> bool {
    let Some((first, rest)) = operations.split_first() else { return came.is_empty() };
    let nexts = came.iter().take_while(|one| **one == 'n').count();
    let whole = match first.what {
        What::Query | What::Mutation => came.starts_with(&['n', 'c']).then_some(2),
        What::Refused(_) => came.starts_with(&['e']).then_some(1),
        // One that goes on is the last of its id, and has begun.
        What::Stream => (nexts > 0 && nexts == came.len()).then_some(nexts),
    };
    if whole.is_some_and(|length| follows(rest, &came[length..], closed)) {
        return true;
    }
    let most = if first.what == What::Stream { nexts } else { nexts.min(1) };
    (closed || first.cancelled) && (0..=most).any(|length| follows(rest, &came[length..], closed))
}
