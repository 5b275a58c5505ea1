//! GraphQL documents that are known already: the frontend's trusted ones, by their hash, and those parsed lately.
//!
//! Owns no rule about what may be asked: it bounds only what the parser could not bear.

use std::{
    collections::HashMap,
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

use async_graphql::{
    Name, Request, Value as ConstValue, Variables,
    parser::{
        parse_query,
        types::{DocumentOperations, ExecutableDocument, OperationDefinition, OperationType},
    },
};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::{fault::Fault, parameters::Parameters};
use crate::platform::error::{Error, Result};

/// So many parsed documents are kept at least, and twice as many at most.
const KEPT: usize = 256;
/// Longer documents are parsed anew each time.
const LONGEST_KEPT: usize = 16 * 1024;
/// Brackets within brackets; the parser would go as deep as they do.
const DEEPEST: usize = 200;

/// A request that is ready to be executed.
#[derive(Debug)]
pub struct Prepared {
    /// The request.
    pub request: Request,
    /// What the operation is; None where the document does not say, which execution will refuse in its own words.
    pub kind: Option<OperationType>,
    /// The operation's name, for traces.
    pub name: Option<String>,
}

/// Documents by the SHA-256 of their text.
#[derive(Debug, Default)]
pub struct Documents {
    trusted: HashMap<String, Known>,
    lately: Mutex<Generations>,
}

#[derive(Clone, Debug)]
struct Known {
    text: Arc<str>,
    document: Arc<ExecutableDocument>,
}

#[derive(Debug, Default)]
struct Generations {
    young: HashMap<String, Known>,
    old: HashMap<String, Known>,
}

impl Documents {
    /// The trusted documents of a file that holds `{hash: text}`.
    pub fn from_json(json: &[u8]) -> Result<Self> {
        let texts: HashMap<String, String> = serde_json::from_slice(json).map_err(Error::internal)?;
        let mut trusted = HashMap::new();
        for (hash, text) in texts {
            let document = parse_query(&text).map_err(Error::internal)?;
            trusted.insert(hash, Known { text: text.into(), document: Arc::new(document) });
        }
        Ok(Self { trusted, lately: Mutex::default() })
    }

    /// The trusted documents that lie beside the frontend's folder; none where it has none.
    pub fn beside(frontend: &Path) -> Result<Self> {
        let file = frontend.join("../dist-documents/trusted.json");
        std::fs::read(file).map_or_else(|_| Ok(Self::default()), |json| Self::from_json(&json))
    }

    /// How many documents are trusted.
    #[must_use]
    pub fn trusted(&self) -> usize {
        self.trusted.len()
    }

    /// Finds the document that the parameters name or bring.
    pub fn prepare(&self, parameters: Parameters) -> Result<Prepared, Fault> {
        let Parameters { query, operation_name, variables, hash } = parameters;
        let known = match (hash, query) {
            (Some(hash), None) => {
                let known = self.trusted.get(&hash).cloned();
                Ok(known.ok_or_else(|| {
                    Fault::of_document("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound")
                })?)
            }
            (Some(hash), Some(text)) if hash_of(&text) != hash => {
                return Err(Fault::bad("`sha256Hash` is not the hash of `query`"));
            }
            (_, Some(text)) => self.parsed(text)?,
            (None, None) => return Err(Fault::bad("`query` is missing")),
        };
        let mut prepared = match known {
            Ok(known) => {
                let operation = operation(&known.document, operation_name.as_deref());
                if let Some((operation, _)) = &operation {
                    must_have(operation, &variables)?;
                }
                let mut request = Request::new(known.text.as_ref());
                request.set_parsed_query(ExecutableDocument::clone(&known.document));
                let (kind, name) =
                    operation.map_or((None, None), |(operation, name)| (Some(operation.ty), name));
                Prepared { request, kind, name }
            }
            // Execution parses it again and answers with the place of the mistake.
            Err(text) => Prepared { request: Request::new(text), kind: None, name: None },
        };
        prepared.request.operation_name = operation_name;
        prepared.request.variables = variables;
        Ok(prepared)
    }

    /// The parsed document of a text, or the text itself where it does not parse.
    fn parsed(&self, text: String) -> Result<Result<Known, String>, Fault> {
        if nesting(&text) > DEEPEST {
            return Err(Fault::of_document("TOO_COMPLEX", "the document is nested too deeply"));
        }
        let hash = hash_of(&text);
        if let Some(known) = self.trusted.get(&hash).cloned().or_else(|| self.lately().get(&hash)) {
            return Ok(Ok(known));
        }
        let Ok(document) = parse_query(&text) else { return Ok(Err(text)) };
        let keep = text.len() <= LONGEST_KEPT;
        let known = Known { text: text.into(), document: Arc::new(document) };
        if keep {
            self.lately().keep(hash, known.clone());
        }
        Ok(Ok(known))
    }

    fn lately(&self) -> std::sync::MutexGuard<'_, Generations> {
        self.lately.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Generations {
    fn get(&mut self, hash: &str) -> Option<Known> {
        if let Some(known) = self.young.get(hash) {
            return Some(known.clone());
        }
        let known = self.old.remove(hash)?;
        self.keep(hash.to_owned(), known.clone());
        Some(known)
    }

    fn keep(&mut self, hash: String, known: Known) {
        if self.young.len() >= KEPT {
            self.old = std::mem::take(&mut self.young);
        }
        self.young.insert(hash, known);
    }
}

fn hash_of(text: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(text.as_bytes()))
}

fn operation<'a>(
    document: &'a ExecutableDocument,
    name: Option<&str>,
) -> Option<(&'a OperationDefinition, Option<String>)> {
    match (&document.operations, name) {
        (DocumentOperations::Single(operation), None) => Some((&operation.node, None)),
        (DocumentOperations::Multiple(all), Some(name)) => {
            all.get(name).map(|operation| (&operation.node, Some(name.to_owned())))
        }
        (DocumentOperations::Multiple(all), None) if all.len() == 1 => {
            all.iter().next().map(|(name, operation)| (&operation.node, Some(name.to_string())))
        }
        _ => None,
    }
}

/// A variable that is needed and not given refuses the whole request; the library would fail only the field that uses it.
fn must_have(operation: &OperationDefinition, variables: &Variables) -> Result<(), Fault> {
    for definition in operation.variable_definitions.iter().map(|definition| &definition.node) {
        let name = definition.name.node.as_str();
        let given = variables.get(&Name::new(name)).is_some_and(|value| *value != ConstValue::Null);
        let needed = !definition.var_type.node.nullable && definition.default_value.is_none();
        if needed && !given {
            return Err(Fault::of_document("BAD_USER_INPUT", format!("the variable ${name} is needed")));
        }
    }
    Ok(())
}

/// How deep brackets lie within brackets, strings and comments left out.
fn nesting(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut at, mut depth, mut deepest) = (0, 0_usize, 0);
    while at < bytes.len() {
        match bytes[at] {
            b'{' | b'[' | b'(' => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' | b')' => depth = depth.saturating_sub(1),
            b'#' => {
                at +=
                    bytes[at..].iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(bytes.len());
            }
            b'"' => at = end_of_string(text, at),
            _ => {}
        }
        at += 1;
    }
    deepest
}

/// Where the string that begins at `at` ends: the place of its last quote.
fn end_of_string(text: &str, at: usize) -> usize {
    let (bytes, block) = (text.as_bytes(), text[at..].starts_with("\"\"\""));
    let mut i = at + if block { 3 } else { 1 };
    while i < bytes.len() {
        match bytes[i] {
            b'\\' if block && bytes[i..].starts_with(br#"\""""#) => i += 4,
            b'\\' if !block => i += 2,
            b'"' | b'\n' if !block => return i,
            b'"' if bytes[i..].starts_with(b"\"\"\"") => return i + 2,
            _ => i += 1,
        }
    }
    i
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(query: Option<&str>, hash: Option<&str>) -> Parameters {
        Parameters { query: query.map(str::to_owned), hash: hash.map(str::to_owned), ..Parameters::default() }
    }

    #[test]
    fn a_trusted_document_is_found_by_its_hash_and_another_is_not() {
        let text = "query A { viewer { role } }";
        let documents =
            Documents::from_json(format!(r#"{{"{}": "{text}"}}"#, hash_of(text)).as_bytes()).unwrap();
        let found = documents.prepare(ask(None, Some(&hash_of(text)))).unwrap();
        assert_eq!(found.request.query, text);
        assert_eq!(found.name.as_deref(), Some("A"));
        assert_eq!(found.kind, Some(OperationType::Query));
        let missing = documents.prepare(ask(None, Some(&hash_of("other")))).unwrap_err();
        assert_eq!(missing.message, "PersistedQueryNotFound");
        assert!(documents.prepare(ask(Some(text), Some(&hash_of("other")))).is_err());
        assert!(documents.prepare(ask(Some(text), Some(&hash_of(text)))).is_ok());
    }

    #[test]
    fn what_does_not_parse_is_left_to_execution() {
        let prepared = Documents::default().prepare(ask(Some("{ a "), None)).unwrap();
        assert_eq!((prepared.kind, prepared.request.query.as_str()), (None, "{ a "));
    }

    #[test]
    fn a_needed_variable_is_asked_for() {
        let with = |text: &str, variables: serde_json::Value| {
            let variables = Variables::from_json(variables);
            Documents::default().prepare(Parameters { variables, ..ask(Some(text), None) })
        };
        let needed = "query ($id: ID!) { node(id: $id) { id } }";
        assert!(with(needed, serde_json::json!({"id": "1"})).is_ok());
        for variables in [serde_json::json!({}), serde_json::json!({"id": null})] {
            assert_eq!(with(needed, variables).unwrap_err().code, "BAD_USER_INPUT");
        }
        assert!(with("query ($id: ID) { node(id: $id) { id } }", serde_json::json!({})).is_ok());
        assert!(with("query ($n: Int! = 1) { a(n: $n) }", serde_json::json!({})).is_ok());
    }

    #[test]
    fn no_more_than_two_generations_are_kept() {
        let documents = Documents::default();
        for i in 0..KEPT * 5 {
            documents.prepare(ask(Some(&format!("{{ a{i} }}")), None)).unwrap();
        }
        let lately = documents.lately();
        assert!(lately.young.len() + lately.old.len() <= KEPT * 2);
    }

    #[test]
    fn nesting_counts_brackets_outside_strings_and_comments() {
        assert_eq!(nesting("{ a(b: [1]) { c } }"), 3);
        assert_eq!(nesting(r#"{ a(b: "{{{{") }"#), 2);
        assert_eq!(nesting(r#"{ a(b: "\"{{{{") }"#), 2);
        assert_eq!(nesting("{ a(b: \"\"\" {{{ \\\"\"\" {{{ \"\"\") }"), 2);
        assert_eq!(nesting("{ # {{{{\n a }"), 1);
        assert_eq!(nesting("\"unclosed {{{"), 0);
        let deep = "{a".repeat(100_000);
        assert_eq!(Documents::default().prepare(ask(Some(&deep), None)).unwrap_err().code, "TOO_COMPLEX");
    }
}
