//! The parameters of one GraphQL request, out of the JSON of an HTTP body or of a socket's `subscribe`, or out of an address.

use async_graphql::Variables;
use serde_json::{Map, Value};

use super::fault::Fault;

/// What a client asks to have executed.
#[derive(Debug, Default)]
pub struct Parameters {
    /// The document's text; a persisted one may come without.
    pub query: Option<String>,
    /// Which of its operations.
    pub operation_name: Option<String>,
    /// The values of its variables.
    pub variables: Variables,
    /// The hash of a persisted document.
    pub hash: Option<String>,
}

impl Parameters {
    /// Reads a body of JSON.
    pub fn from_body(body: &[u8]) -> Result<Self, Fault> {
        let value = serde_json::from_slice(body).map_err(|_| Fault::bad("the body is not JSON"))?;
        Self::from_json(value)
    }

    /// Reads the query of an address: `variables` and `extensions` are JSON in it.
    pub fn from_address(query: &str) -> Result<Self, Fault> {
        let mut object = Map::new();
        for (name, text) in url::form_urlencoded::parse(query.as_bytes()) {
            let value = match &*name {
                // An empty name is none.
                "operationName" if text.is_empty() => Value::Null,
                "query" | "operationName" => Value::String(text.into_owned()),
                "variables" | "extensions" => serde_json::from_str(&text)
                    .map_err(|_| Fault::bad(format!("`{name}` is JSON in the address")))?,
                _ => continue,
            };
            if object.insert(name.to_string(), value).is_some() {
                return Err(Fault::bad(format!("`{name}` is sent once")));
            }
        }
        Self::from_json(Value::Object(object))
    }

    /// Takes the parameters out of a JSON value, each of its type.
    pub fn from_json(value: Value) -> Result<Self, Fault> {
        let mut object = match value {
            Value::Object(object) => object,
            Value::Array(_) => return Err(Fault::bad("one operation a request: no lists of requests")),
            _ => return Err(Fault::bad("the body is one JSON object")),
        };
        let query = text(&mut object, "query")?;
        let operation_name = text(&mut object, "operationName")?;
        let variables = map(&mut object, "variables")?.unwrap_or_default();
        let hash = persisted_hash(map(&mut object, "extensions")?.unwrap_or_default())?;
        if query.is_none() && hash.is_none() {
            return Err(Fault::bad("`query` is missing"));
        }
        let variables = Variables::from_json(Value::Object(variables));
        Ok(Self { query, operation_name, variables, hash })
    }
}

fn text(object: &mut Map<String, Value>, name: &'static str) -> Result<Option<String>, Fault> {
    match object.remove(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(Fault::bad(format!("`{name}` is a string"))),
    }
}

fn map(object: &mut Map<String, Value>, name: &'static str) -> Result<Option<Map<String, Value>>, Fault> {
    match object.remove(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Object(map)) => Ok(Some(map)),
        Some(_) => Err(Fault::bad(format!("`{name}` is an object"))),
    }
}

fn persisted_hash(mut extensions: Map<String, Value>) -> Result<Option<String>, Fault> {
    let Some(mut persisted) = map(&mut extensions, "persistedQuery")? else { return Ok(None) };
    let hash = text(&mut persisted, "sha256Hash")?
        .filter(|hash| hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
        .ok_or_else(|| Fault::bad("`sha256Hash` is 64 hexadecimal digits"))?;
    Ok(Some(hash.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_address_holds_the_same_parameters() {
        let read = Parameters::from_address;
        let persisted = format!(
            "extensions=%7B%22persistedQuery%22%3A%7B%22sha256Hash%22%3A%22{}%22%7D%7D",
            "0f".repeat(32)
        );
        let found =
            read(&format!("{persisted}&variables=%7B%22first%22%3A5%7D&operationName=&unknown=1")).unwrap();
        assert_eq!((found.hash, found.operation_name, found.query), (Some("0f".repeat(32)), None, None));
        assert_eq!(found.variables.len(), 1);
        assert_eq!(read("query=%7Ba%7D&operationName=null").unwrap().operation_name.as_deref(), Some("null"));
        assert_eq!(read("query=%7B+a+%7D").unwrap().query.as_deref(), Some("{ a }"));
        for bad in [
            "",
            "operationName=A",
            "query=%7Ba%7D&query=%7Bb%7D",
            "query=%7Ba%7D&variables=nonsense",
            "query=%7Ba%7D&variables=%5B%5D",
            "query=%7Ba%7D&variables=",
            "query=%7Ba%7D&extensions=1",
        ] {
            assert!(read(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn each_parameter_has_its_type() {
        let read = |value: Value| Parameters::from_body(value.to_string().as_bytes());
        assert!(read(json!({"query": "{ a }"})).is_ok());
        assert!(
            read(json!({"query": "{ a }", "operationName": null, "variables": null, "extensions": null}))
                .is_ok()
        );
        assert!(read(json!({"query": "{ a }", "variables": {"a": 1}, "extensions": {"x": 1}})).is_ok());
        assert!(
            read(json!({"query": "{ a }", "unknown": {"a": [1]}, "batch": null})).is_ok(),
            "unknown keys"
        );
        let hash = "0F".repeat(32);
        let persisted = read(json!({"extensions": {"persistedQuery": {"version": 1, "sha256Hash": hash}}}));
        assert_eq!(persisted.unwrap().hash, Some(hash.to_lowercase()));
        for bad in [
            json!([{"query": "{ a }"}]),
            json!("{ a }"),
            json!({}),
            json!({"query": 1}),
            json!({"query": ["{ a }"]}),
            json!({"query": "{ a }", "operationName": 1}),
            json!({"query": "{ a }", "variables": []}),
            json!({"query": "{ a }", "variables": "{}"}),
            json!({"query": "{ a }", "extensions": "x"}),
            json!({"extensions": {"persistedQuery": {"sha256Hash": "short"}}}),
            json!({"extensions": {"persistedQuery": "x"}}),
        ] {
            assert!(read(bad.clone()).is_err(), "{bad}");
        }
        assert!(Parameters::from_body(b"{ nonsense").is_err());
        assert!(Parameters::from_body(b"").is_err());
    }
}
