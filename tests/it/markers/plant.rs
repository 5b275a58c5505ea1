//! What is planted: by introspection each text field of each mutation's input gets a word of its own.

use std::collections::{BTreeMap, BTreeSet};

use ridgeway::{
    graphql,
    words::identifiers::{NhsNumber, Upn},
};
use serde_json::{Map, Value, json};

/// How every planted word begins. No word of any language, and of letters alone, so that a name may hold it.
pub const BEGINS: &str = "zqjxvkwh";
/// How many letters tell one from another.
pub const TELLS: usize = 3;

const SCHEMA: &str = "{ __schema { types { name kind inputFields { name type { ...T } }
    fields(includeDeprecated: true) { name args { name type { ...T } } } } } }
    fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }";

/// The planted words by where they were planted, as `submitReferral.youngPerson.givenName`.
pub struct Plant {
    types: BTreeMap<String, Value>,
    words: BTreeMap<String, String>,
}

impl Plant {
    pub async fn new() -> Self {
        let answer = graphql::schema(true).execute(SCHEMA).await;
        assert!(answer.errors.is_empty(), "{:?}", answer.errors);
        let schema = answer.data.into_json().unwrap();
        let types = schema["__schema"]["types"].as_array().unwrap().iter();
        let types = types.map(|one| (one["name"].as_str().unwrap().to_owned(), one.clone())).collect();
        Self { types, words: BTreeMap::new() }
    }

    /// Everything that was planted, by where.
    pub fn words(&self) -> &BTreeMap<String, String> {
        &self.words
    }

    /// A word of its own for a place; the same again for the same place.
    pub fn word(&mut self, place: &str) -> String {
        let next = self.words.len();
        self.words.entry(place.to_owned()).or_insert_with(|| word(next)).clone()
    }

    /// What was planted at a place, as it was written there.
    pub fn of(&self, place: &str) -> &str {
        &self.words[place]
    }

    /// Keeps a secret that was given out, such as a token, to be looked for like the rest.
    pub fn keep(&mut self, place: &str, secret: &str) {
        assert!(secret.len() > 20, "{place}");
        self.words.insert(format!("{place} {}", self.words.len()), secret.to_owned());
    }

    /// The input of a mutation: what is given, and words in every text field that is not.
    pub fn input(&mut self, mutation: &str, given: &Value) -> Value {
        let of = self.input_type(mutation).expect("a mutation with an input");
        self.value(&of, mutation, Some(given)).unwrap()
    }

    /// The name of the type of a mutation's input.
    pub fn input_name(&self, mutation: &str) -> String {
        named(&self.input_type(mutation).expect("an input")).to_owned()
    }

    fn input_type(&self, mutation: &str) -> Option<Value> {
        let fields = self.types["Mutation"]["fields"].as_array().unwrap();
        let field = fields.iter().find(|field| field["name"] == mutation).expect("a mutation");
        field["args"].as_array().unwrap().first().map(|argument| argument["type"].clone())
    }

    fn value(&mut self, of: &Value, place: &str, given: Option<&Value>) -> Option<Value> {
        match of["kind"].as_str().unwrap() {
            "NON_NULL" => self.value(&of["ofType"], place, given),
            "LIST" => {
                let one = json!([null]);
                let given = match given {
                    Some(given) => given,
                    None if named(of) == "String" => &one,
                    None => return None,
                };
                let items = given.as_array().expect("a list").iter().enumerate();
                let items = items.map(|(i, item)| {
                    let item = Some(item).filter(|item| !item.is_null());
                    self.value(&of["ofType"], &format!("{place}.{i}"), item).unwrap()
                });
                Some(Value::Array(items.collect()))
            }
            "INPUT_OBJECT" => {
                let given = given?;
                if given.is_null() {
                    return None;
                }
                let fields = self.types[named(of)]["inputFields"].as_array().unwrap().clone();
                let filled: Map<_, _> = fields
                    .iter()
                    .filter_map(|field| {
                        let name = field["name"].as_str().unwrap();
                        let place = format!("{place}.{name}");
                        let value = self.value(&field["type"], &place, given.get(name))?;
                        Some((name.to_owned(), value))
                    })
                    .collect();
                for name in given.as_object().unwrap().keys() {
                    assert!(fields.iter().any(|field| field["name"] == name.as_str()), "{place}.{name}");
                }
                Some(Value::Object(filled))
            }
            _ if named(of) == "String" => match given {
                Some(Value::Null) => None,
                Some(given) => Some(given.clone()),
                None => Some(json!(self.text(place))),
            },
            _ => given.cloned(),
        }
    }

    /// A word in the form that its field asks for.
    fn text(&mut self, place: &str) -> String {
        let form: fn(usize) -> String = match place.rsplit('.').next().unwrap() {
            "postcode" => |n| format!("SN99 {}Z{}", n / 10 % 10, char::from(b"ABDEFGHJLN"[n % 10])),
            "upn" => |n| {
                let numbered = |letter| format!("{letter}9876{:08}", 54_321_000 + n);
                ('A'..='Z').map(numbered).find(|upn| Upn::parse(upn).is_some()).expect("a check letter")
            },
            "nhsNumber" => |n| {
                let numbers = (0..).map(|digit| (987_654_000 + u64::try_from(n).unwrap()) * 10 + digit);
                numbers.map(|number| number.to_string()).find(|it| NhsNumber::parse(it).is_some()).unwrap()
            },
            // A form as a page keeps it is JSON.
            "content" => |n| json!({ "words": word(n) }).to_string(),
            "email" => |n| format!("{}@example.org", word(n)),
            _ => word,
        };
        let next = self.words.len();
        self.words.entry(place.to_owned()).or_insert_with(|| form(next)).clone()
    }

    /// Every place in the input of a mutation that takes text; lists by their first.
    pub fn places(&self) -> BTreeSet<String> {
        let mut places = BTreeSet::new();
        for mutation in self.types["Mutation"]["fields"].as_array().unwrap() {
            for argument in mutation["args"].as_array().unwrap() {
                self.texts(&argument["type"], mutation["name"].as_str().unwrap(), &mut places);
            }
        }
        places
    }

    fn texts(&self, of: &Value, place: &str, places: &mut BTreeSet<String>) {
        match of["kind"].as_str().unwrap() {
            "NON_NULL" => self.texts(&of["ofType"], place, places),
            "LIST" => self.texts(&of["ofType"], &format!("{place}.0"), places),
            "INPUT_OBJECT" => {
                for field in self.types[named(of)]["inputFields"].as_array().unwrap() {
                    self.texts(
                        &field["type"],
                        &format!("{place}.{}", field["name"].as_str().unwrap()),
                        places,
                    );
                }
            }
            _ if named(of) == "String" => {
                places.insert(place.to_owned());
            }
            _ => {}
        }
    }

    /// Each query that takes text, with a word planted there: written into the document, and as a variable.
    pub fn queries(&mut self) -> Vec<(String, Value)> {
        let mut found = Vec::new();
        for query in self.types["Query"]["fields"].as_array().unwrap().clone() {
            let name = query["name"].as_str().unwrap();
            for argument in query["args"].as_array().unwrap() {
                let (argument, of) = (argument["name"].as_str().unwrap(), &argument["type"]);
                let fields = self.types[named(of)]["inputFields"].as_array().cloned().unwrap_or_default();
                let texts = fields.iter().filter(|field| is_text(&field["type"]));
                let texts: Vec<_> = texts.map(|field| field["name"].as_str().unwrap().to_owned()).collect();
                let word = self.word(&format!("{name}.{argument}"));
                let (kind, tells) = (named(of), "{ __typename }");
                let required = if of["kind"] == "NON_NULL" { "!" } else { "" };
                if is_text(of) {
                    let literal = format!("{{ {name}({argument}: \"{word}\") {tells} }}");
                    found.push((literal, json!({})));
                    let variable =
                        format!("query($it: {kind}{required}) {{ {name}({argument}: $it) {tells} }}");
                    found.push((variable, json!({ "it": word })));
                }
                for field in texts {
                    let word = self.word(&format!("{name}.{argument}.{field}"));
                    let literal = format!("{{ {name}({argument}: {{ {field}: \"{word}\" }}) {tells} }}");
                    found.push((literal, json!({})));
                    let variable =
                        format!("query($it: {kind}{required}) {{ {name}({argument}: $it) {tells} }}");
                    found.push((variable, json!({ "it": { field: word } })));
                }
            }
        }
        found
    }
}

fn word(n: usize) -> String {
    let letter = |n: usize| char::from(b'a' + u8::try_from(n % 26).unwrap());
    [letter(n / 676), letter(n / 26), letter(n)].into_iter().fold(BEGINS.to_owned(), |mut word, letter| {
        word.push(letter);
        word
    })
}

/// The type under lists and what must be there.
fn named(of: &Value) -> &str {
    if of["ofType"].is_null() { of["name"].as_str().unwrap() } else { named(&of["ofType"]) }
}

/// Ids are texts too: a client may send anything as one.
fn is_text(of: &Value) -> bool {
    ["String", "ID"].contains(&named(of)) && of["kind"] != "LIST"
}
