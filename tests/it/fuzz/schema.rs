//! The schema as it tells of itself: what can be asked, with which arguments.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

/// What is asked to know it.
pub const QUERY: &str = "{ __schema {
    queryType { name } mutationType { name } subscriptionType { name }
    types { kind name possibleTypes { name } enumValues { name }
        inputFields { name defaultValue type { ...R } }
        fields { name type { ...R } args { name defaultValue type { ...R } } } } } }
    fragment R on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }";

/// All types by their names.
pub struct Schema {
    types: BTreeMap<String, Type>,
    /// The names of the roots: query, mutation, subscription.
    pub roots: [String; 3],
}

/// A type of any kind.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Type {
    pub kind: String,
    pub name: String,
    fields: Option<Vec<Field>>,
    input_fields: Option<Vec<Input>>,
    enum_values: Option<Vec<Named>>,
    possible_types: Option<Vec<Named>>,
}

/// What only has a name here.
#[derive(Clone, Deserialize)]
pub struct Named {
    pub name: String,
}

/// A field of an object.
#[derive(Deserialize)]
pub struct Field {
    pub name: String,
    #[serde(rename = "type")]
    pub of: Ref,
    pub args: Vec<Input>,
}

/// An argument, or a field of an input object.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Input {
    pub name: String,
    #[serde(rename = "type")]
    pub of: Ref,
    default_value: Option<String>,
}

/// A type where it is used: perhaps in a list, perhaps never null.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Ref {
    pub kind: String,
    pub name: Option<String>,
    pub of_type: Option<Box<Ref>>,
}

impl Schema {
    /// Reads an answer to `QUERY`.
    pub fn read(answer: &Value) -> Self {
        let told = &answer["data"]["__schema"];
        let types: Vec<Type> = serde_json::from_value(told["types"].clone()).unwrap();
        let roots = ["queryType", "mutationType", "subscriptionType"]
            .map(|root| told[root]["name"].as_str().unwrap().to_owned());
        Self { types: types.into_iter().map(|one| (one.name.clone(), one)).collect(), roots }
    }

    /// A type by its name.
    pub fn named(&self, name: &str) -> &Type {
        &self.types[name]
    }
}

impl Type {
    /// Whether it is asked for with fields of its own.
    pub fn is_composite(&self) -> bool {
        ["OBJECT", "INTERFACE", "UNION"].contains(&self.kind.as_str())
    }

    pub fn fields(&self) -> &[Field] {
        self.fields.as_deref().unwrap_or_default()
    }

    pub fn inputs(&self) -> &[Input] {
        self.input_fields.as_deref().unwrap_or_default()
    }

    pub fn words(&self) -> &[Named] {
        self.enum_values.as_deref().unwrap_or_default()
    }

    /// The objects that it may be.
    pub fn possible(&self) -> &[Named] {
        self.possible_types.as_deref().unwrap_or_default()
    }
}

impl Input {
    /// Whether it has to be given.
    pub fn is_needed(&self) -> bool {
        self.of.kind == "NON_NULL" && self.default_value.is_none()
    }
}

impl Ref {
    /// What it is in the end.
    pub fn name(&self) -> &str {
        self.name.as_deref().unwrap_or_else(|| self.inside().name())
    }

    /// What a list or a type that is never null is made of.
    pub fn inside(&self) -> &Self {
        self.of_type.as_deref().expect("a list of something")
    }

    /// As it is written where a variable is declared.
    pub fn written(&self) -> String {
        match self.kind.as_str() {
            "NON_NULL" => format!("{}!", self.inside().written()),
            "LIST" => format!("[{}]", self.inside().written()),
            _ => self.name().to_owned(),
        }
    }
}
