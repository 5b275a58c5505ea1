//! The schema as it describes itself, and from it the selections and arguments with which it is asked: so that a new field,
//! filter or list is asked too, or the test says that it does not know how.

use std::{cell::Cell, collections::HashMap, fmt::Write as _};

use serde_json::{Value, json};

use crate::support::TestApp;

const ASKS: &str = "{ __schema { queryType { fields { ...Field } } types { kind name fields { ...Field }
    inputFields { name type { ...Type } } enumValues { name } } } }
    fragment Field on __Field { name args { name defaultValue type { ...Type } } type { ...Type } }
    fragment Type on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }";

/// The arguments that say which part of a list is wanted.
const PAGING: [&str; 4] = ["first", "after", "last", "before"];
/// As many fields as a document may ask for, with some to spare.
const MOST: u32 = 900;

/// The types of the schema, by name.
pub struct Schema {
    types: HashMap<String, Value>,
    /// The fields of the root of queries.
    pub queries: Vec<Value>,
}

/// What is behind lists and what may not be null.
fn base(of: &Value) -> &Value {
    if of["ofType"].is_null() { of } else { base(&of["ofType"]) }
}

/// The name of a type without its lists.
pub fn named(of: &Value) -> &str {
    base(of)["name"].as_str().expect("a type has a name")
}

fn text(of: &Value) -> &str {
    of.as_str().expect("a text")
}

/// What arguments are filled with.
pub struct Values {
    /// Names, references, numbers and days that somebody might type.
    pub texts: Vec<String>,
    /// Ids by the name of the argument that takes them, without its last letters Id or Ids.
    pub ids: Vec<(&'static str, Vec<String>)>,
}

impl Schema {
    /// The schema of an application.
    pub async fn of(test: &TestApp) -> Self {
        let told = test.school().await.get(ASKS, json!({})).await["__schema"].clone();
        let types = told["types"].as_array().expect("types");
        Self {
            types: types.iter().map(|one| (text(&one["name"]).to_owned(), one.clone())).collect(),
            queries: told["queryType"]["fields"].as_array().expect("fields").clone(),
        }
    }

    /// Whether a field gives pages.
    pub fn is_list(field: &Value) -> bool {
        named(&field["type"]).ends_with("Connection")
    }

    /// All that can be selected of a type, as deep as a document may go.
    pub fn selection(&self, of: &str) -> String {
        (1..=3)
            .rev()
            .find_map(|depth| {
                let fields = Cell::new(0);
                let text = self.select(of, depth, &mut vec![of.to_owned()], &fields);
                (fields.get() <= MOST).then_some(text)
            })
            .unwrap_or_else(|| panic!("{of} has too many fields for one document"))
    }

    fn select(&self, of: &str, depth: u32, way: &mut Vec<String>, count: &Cell<u32>) -> String {
        let mut text = String::from("__typename ");
        count.set(count.get() + 1);
        let fields = self.types[of]["fields"].as_array().unwrap_or_else(|| panic!("{of} has no fields"));
        for field in fields {
            let (name, kind) = (field["name"].as_str().expect("a name"), &base(&field["type"])["kind"]);
            let ty = named(&field["type"]).to_owned();
            if kind == "SCALAR" || kind == "ENUM" {
                count.set(count.get() + 1);
                let _ = write!(text, "{name} ");
            } else if kind == "INTERFACE" || way.contains(&ty) || depth == 0 {
                // An interface is asked where its id is; a way back ends with what it is.
                if kind == "INTERFACE" || self.has_id(&ty) {
                    count.set(count.get() + 2);
                    let _ = write!(text, "{name} {{ __typename id }} ");
                }
            } else {
                let list = ty.ends_with("Connection") && !field["args"].as_array().expect("args").is_empty();
                count.set(count.get() + 1);
                let less = if list || ty.ends_with("Edge") || ty == "PageInfo" { depth } else { depth - 1 };
                way.push(ty.clone());
                let under = self.select(&ty, less, way, count);
                way.pop();
                let page = if list { "(first: 3)" } else { "" };
                // The rows come once, with their cursors.
                if name != "nodes" {
                    let _ = write!(text, "{name}{page} {{ {under}}} ");
                }
            }
        }
        text
    }

    fn has_id(&self, of: &str) -> bool {
        self.types[of]["fields"].as_array().is_some_and(|fields| fields.iter().any(|one| one["name"] == "id"))
    }

    /// Each argument of a root field with each of its values, one at a time, as it is written; of a filter each of its fields.
    /// What cannot be left out is there each time, with its first value.
    pub fn variations(&self, field: &Value, values: &Values) -> Vec<String> {
        let mut all = Vec::new();
        for argument in field["args"].as_array().expect("args") {
            let name = text(&argument["name"]);
            if PAGING.contains(&name) {
                continue;
            }
            let ty = &argument["type"];
            let inner = &self.types[named(ty)];
            if inner["kind"] == "INPUT_OBJECT" {
                for of in inner["inputFields"].as_array().expect("input fields") {
                    let of_name = text(&of["name"]);
                    for value in self.values(of_name, &of["type"], values) {
                        all.push(format!("{name}: {{ {of_name}: {value} }}"));
                    }
                }
            } else {
                let needed = self.needed(field, name, values);
                all.extend(
                    self.values(name, ty, values).iter().map(|value| format!("{name}: {value}{needed}")),
                );
            }
        }
        all
    }

    /// The arguments besides one that cannot be left out, each with its first value.
    fn needed(&self, field: &Value, besides: &str, values: &Values) -> String {
        let arguments = field["args"].as_array().expect("args").iter();
        let others = arguments.filter(|argument| {
            argument["name"] != besides
                && argument["type"]["kind"] == "NON_NULL"
                && argument["defaultValue"].is_null()
        });
        let first = |argument: &Value| {
            let name = text(&argument["name"]);
            format!(", {name}: {}", self.values(name, &argument["type"], values)[0])
        };
        others.map(first).collect()
    }

    fn values(&self, name: &str, ty: &Value, values: &Values) -> Vec<String> {
        let inner = &self.types[named(ty)];
        let quoted = |all: &[String]| all.iter().map(|one| format!("{one:?}")).collect();
        let all: Vec<String> = match (text(&inner["kind"]), text(&inner["name"])) {
            ("ENUM", _) => {
                let all = inner["enumValues"].as_array().expect("values");
                all.iter().map(|one| text(&one["name"]).to_owned()).collect()
            }
            ("INPUT_OBJECT", "Period") => {
                ["{ year: 2026 }", "{ year: 2025, quarter: 2 }"].map(str::to_owned).into()
            }
            (_, "Boolean") => vec!["true".to_owned(), "false".to_owned()],
            (_, "Int") if name == "year" => vec!["2026".to_owned(), "0".to_owned()],
            (_, "Int") if name == "quarter" => (1..=5).map(|quarter| quarter.to_string()).collect(),
            (_, "Int") => vec!["0".to_owned(), "9".to_owned(), "30".to_owned()],
            (_, "Date") => vec!["\"2026-11-24\"".to_owned(), "\"2026-11-28\"".to_owned()],
            (_, "DateTime") => vec![format!("{:?}", crate::support::START)],
            (_, "String") => quoted(&values.texts),
            (_, "ID") => {
                let noun = name.trim_end_matches('s').trim_end_matches("Id").trim_end_matches("_id");
                let known = values.ids.iter().find(|(of, _)| *of == noun);
                quoted(&known.unwrap_or_else(|| panic!("which ids may `{name}` take?")).1)
            }
            (kind, other) => panic!("which values does `{name}` take, {kind} {other}?"),
        };
        let is_list = |ty: &Value| ty["kind"] == "LIST" || ty["ofType"]["kind"] == "LIST";
        if is_list(ty) { all.into_iter().map(|one| format!("[{one}]")).collect() } else { all }
    }
}
