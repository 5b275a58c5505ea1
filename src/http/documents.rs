//! GraphQL documents that are known already: the frontend's trusted ones, by their hash, and those parsed lately.
//!
//! What costs too much is refused here, before the library sees it; what may be asked, and by whom, is said elsewhere.

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

use super::{fault::Fault, lexical, parameters::Parameters};
use crate::{
    graphql::bounds::{self, Refused},
    platform::error::{Error, Result},
};

/// So many parsed documents are kept at least, and twice as many at most.
const KEPT: usize = 256;
/// Longer documents are parsed anew each time.
const LONGEST_KEPT: usize = 16 * 1024;

/// A request that is ready to be executed.
#[derive(Debug)]
pub struct Prepared {
    /// The request.
    pub request: Request,
    /// What the operation is; None where the document does not say, which execution will refuse in its own words.
    pub kind: Option<OperationType>,
    /// The operation's name, for traces; of the frontend's documents alone, since in another it may say anything.
    pub name: Option<String>,
    /// Whether the document is one of the frontend's.
    pub trusted: bool,
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
    trusted: bool,
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
            bounds::check_document(&document).map_err(|why| Error::internal(format!("{why:?}")))?;
            trusted.insert(hash, Known { text: text.into(), document: Arc::new(document), trusted: true });
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
        bounds::check_variables(&variables).map_err(refused)?;
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
                let name = name.filter(|_| known.trusted);
                Prepared { request, kind, name, trusted: known.trusted }
            }
            // Execution parses it again and answers with the place of the mistake.
            Err(text) => Prepared { request: Request::new(text), kind: None, name: None, trusted: false },
        };
        prepared.request.operation_name = operation_name;
        prepared.request.variables = variables;
        Ok(prepared)
    }

    /// The parsed document of a text, or the text itself where it does not parse.
    fn parsed(&self, text: String) -> Result<Result<Known, String>, Fault> {
        lexical::check(&text)?;
        let hash = hash_of(&text);
        if let Some(known) = self.trusted.get(&hash).cloned().or_else(|| self.lately().get(&hash)) {
            return Ok(Ok(known));
        }
        let Ok(document) = parse_query(&text) else { return Ok(Err(text)) };
        bounds::check_document(&document).map_err(refused)?;
        let keep = text.len() <= LONGEST_KEPT;
        let known = Known { text: text.into(), document: Arc::new(document), trusted: false };
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

fn refused(why: Refused) -> Fault {
    match why {
        Refused::TooComplex(why) => Fault::of_document("TOO_COMPLEX", why),
        Refused::Invalid(why) => Fault::of_document("GRAPHQL_VALIDATION_FAILED", why),
    }
}

fn hash_of(text: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(text.as_bytes()))
}

/// The operation that a request asks for, with its name; none where the document does not say.
pub(super) fn operation<'a>(
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
        // Its text is as good as its hash; another text is not.
        assert!(found.trusted && documents.prepare(ask(Some(text), None)).unwrap().trusted);
        let other = documents.prepare(ask(Some("query A { viewer { role } } "), None)).unwrap();
        assert!(!other.trusted && other.name.is_none(), "a name of somebody else's is told to no trace");
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
    fn what_costs_too_much_is_never_handed_on() {
        let ask =
            |text: &str| Documents::default().prepare(ask(Some(text), None)).map_err(|fault| fault.code);
        assert_eq!(ask(&"{a".repeat(100_000)).unwrap_err(), "TOO_COMPLEX");
        assert_eq!(ask(&format!("{{ {} }}", "a ".repeat(2_000))).unwrap_err(), "TOO_COMPLEX");
        assert_eq!(ask("{ ...A } fragment A on Q { ...A }").unwrap_err(), "GRAPHQL_VALIDATION_FAILED");
        let variables = Variables::from_json(serde_json::json!({"a": vec![1; 1_000]}));
        let with = Parameters { query: Some("{ a }".to_owned()), variables, ..Parameters::default() };
        assert_eq!(Documents::default().prepare(with).unwrap_err().code, "TOO_COMPLEX");
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
}
