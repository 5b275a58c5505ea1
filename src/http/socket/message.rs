//! The messages of graphql-transport-ws, read strictly: what is malformed closes the socket.

use async_graphql::{Response as GraphqlResponse, ServerError};
use serde_json::{Map, Value, json};

use super::super::{answer, parameters::Parameters};

/// What a client says.
#[derive(Debug)]
pub enum FromClient {
    /// Begins; may bring credentials.
    Init(Map<String, Value>),
    /// Wants to hear that the server is there.
    Ping(Option<Value>),
    /// The client is there.
    Pong,
    /// Begins an operation.
    Subscribe {
        /// The client's name for it.
        id: String,
        /// The operation.
        parameters: Parameters,
    },
    /// Wants no more of an operation.
    Complete {
        /// The client's name for it.
        id: String,
    },
}

/// The client's own name for an operation has at most so many characters.
const LONGEST_ID: usize = 200;

/// What a longer ping brings is not sent back: it would wait in memory for a client that reads slowly.
const LONGEST_PING: usize = 4096;

impl FromClient {
    /// Reads a message; the error says what is wrong with it, for the close frame.
    pub fn read(text: &str) -> Result<Self, &'static str> {
        let Ok(Value::Object(mut message)) = serde_json::from_str(text) else {
            return Err("a message is a JSON object");
        };
        let Some(Value::String(kind)) = message.remove("type") else {
            return Err("a message has a type");
        };
        match kind.as_str() {
            "connection_init" => Ok(Self::Init(object(message.remove("payload"))?.unwrap_or_default())),
            "ping" => {
                let payload = object(message.remove("payload"))?.map(Value::Object);
                Ok(Self::Ping(payload.filter(|_| text.len() <= LONGEST_PING)))
            }
            "pong" => object(message.remove("payload")).map(|_| Self::Pong),
            "complete" => Ok(Self::Complete { id: id(&mut message)? }),
            "subscribe" => {
                let id = id(&mut message)?;
                let payload = object(message.remove("payload"))?.ok_or("subscribe has a payload")?;
                let parameters = Parameters::from_json(Value::Object(payload))
                    .map_err(|_| "the payload of subscribe is an operation")?;
                Ok(Self::Subscribe { id, parameters })
            }
            _ => Err("unknown type of message"),
        }
    }
}

fn object(payload: Option<Value>) -> Result<Option<Map<String, Value>>, &'static str> {
    match payload {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Object(map)) => Ok(Some(map)),
        Some(_) => Err("a payload is an object"),
    }
}

fn id(message: &mut Map<String, Value>) -> Result<String, &'static str> {
    match message.remove("id") {
        Some(Value::String(id)) if !id.is_empty() && id.len() <= LONGEST_ID => Ok(id),
        _ => Err("an operation has an id"),
    }
}

/// The connection is accepted.
#[must_use]
pub fn ack() -> String {
    json!({"type": "connection_ack"}).to_string()
}

/// The answer to a ping, with what it brought.
#[must_use]
pub fn pong(payload: Option<Value>) -> String {
    payload
        .map_or_else(|| json!({"type": "pong"}), |payload| json!({"type": "pong", "payload": payload}))
        .to_string()
}

/// A result of an operation.
#[must_use]
pub fn next(id: &str, response: &GraphqlResponse) -> String {
    json!({"type": "next", "id": id, "payload": answer::value(response)}).to_string()
}

/// An operation was refused; it is over.
#[must_use]
pub fn error(id: &str, errors: &[ServerError]) -> String {
    json!({"type": "error", "id": id, "payload": errors}).to_string()
}

/// An operation is over.
#[must_use]
pub fn complete(id: &str) -> String {
    json!({"type": "complete", "id": id}).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_read_strictly() {
        for good in [
            r#"{"type":"connection_init"}"#,
            r#"{"type":"connection_init","payload":null}"#,
            r#"{"type":"connection_init","payload":{"a":1}}"#,
            r#"{"type":"ping"}"#,
            r#"{"type":"pong","payload":{}}"#,
            r#"{"type":"complete","id":"1"}"#,
            r#"{"type":"subscribe","id":"1","payload":{"query":"{ a }"}}"#,
            r#"{"type":"subscribe","id":"1","payload":{"query":"{ a }","variables":null,"operationName":"A"}}"#,
        ] {
            assert!(FromClient::read(good).is_ok(), "{good}");
        }
        let long = json!({"type": "ping", "payload": {"a": "x".repeat(LONGEST_PING)}}).to_string();
        assert!(matches!(FromClient::read(&long), Ok(FromClient::Ping(None))));
        for bad in [
            "",
            "nonsense",
            "[]",
            "1",
            "{}",
            r#"{"type":1}"#,
            r#"{"type":"start"}"#,
            r#"{"type":"connection_ack"}"#,
            r#"{"type":"connection_init","payload":"x"}"#,
            r#"{"type":"ping","payload":[]}"#,
            r#"{"type":"complete"}"#,
            r#"{"type":"complete","id":1}"#,
            r#"{"type":"subscribe","payload":{"query":"{ a }"}}"#,
            r#"{"type":"subscribe","id":"","payload":{"query":"{ a }"}}"#,
            r#"{"type":"subscribe","id":"1"}"#,
            r#"{"type":"subscribe","id":"1","payload":{}}"#,
            r#"{"type":"subscribe","id":"1","payload":{"query":1}}"#,
            r#"{"type":"subscribe","id":"1","payload":{"query":"{ a }","variables":[]}}"#,
        ] {
            assert!(FromClient::read(bad).is_err(), "{bad}");
        }
    }
}
