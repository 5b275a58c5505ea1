//! What may stand in an address, which proxies, histories and logs keep: codes, numbers, yes or no, and ids of areas.
//!
//! By GET only a trusted query is executed, and only where each of its variables is one of these by its declared type and
//! by its value. A name, a reference or the id of a child never is.

use std::collections::BTreeSet;

use async_graphql::{
    Name, Value, Variables,
    parser::types::{BaseType, OperationDefinition, Type},
};

use crate::{
    platform::keys::Keys,
    words::id::{OpaqueId, noun},
};

/// Whether these variables of an operation may stand in an address; `enums` names the types whose values are codes.
#[must_use]
pub fn may_hold(
    operation: &OperationDefinition,
    variables: &Variables,
    enums: &BTreeSet<String>,
    keys: &Keys,
) -> bool {
    variables.iter().all(|(name, value)| {
        declared(operation, name).is_some_and(|declared| tells_nothing(declared, value, enums, keys))
    })
}

fn declared<'a>(operation: &'a OperationDefinition, name: &Name) -> Option<&'a Type> {
    let mut all = operation.variable_definitions.iter().map(|definition| &definition.node);
    all.find(|definition| definition.name.node == *name).map(|definition| &definition.var_type.node)
}

fn tells_nothing(declared: &Type, value: &Value, enums: &BTreeSet<String>, keys: &Keys) -> bool {
    match (&declared.base, value) {
        (_, Value::Null) => true,
        (BaseType::List(of), Value::List(items)) => {
            items.iter().all(|item| tells_nothing(of, item, enums, keys))
        }
        // One value stands for a list of it.
        (BaseType::List(of), one) => tells_nothing(of, one, enums, keys),
        (BaseType::Named(name), one) => match (name.as_str(), one) {
            ("Int", Value::Number(number)) => number.is_i64() || number.is_u64(),
            ("Boolean", Value::Boolean(_)) => true,
            ("ID", Value::String(id)) => {
                OpaqueId::<noun::Area>::parse(id).is_some_and(|id| id.open(keys).is_ok())
            }
            (name, Value::String(code)) => enums.contains(name) && is_code(code),
            _ => false,
        },
    }
}

fn is_code(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 60
        && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_')
}

#[cfg(test)]
mod tests {
    use async_graphql::parser::parse_query;
    use serde_json::json;

    use super::*;
    use crate::{platform::chance::Chance, words::id::Id};

    #[test]
    fn only_what_tells_nothing_about_anyone_may_stand_in_an_address() {
        let keys = Keys::new([7; 32], Chance::System);
        let id = uuid::Builder::from_unix_timestamp_millis(1, &[1; 10]).into_uuid();
        let area = Id::<noun::Area>::from(id).seal(&keys);
        let child = Id::<noun::YoungPerson>::from(id).seal(&keys);
        let (area, child) = (json!(area), json!(child));
        let enums = BTreeSet::from(["Urgency".to_owned()]);
        let may = |declared: &str, value: serde_json::Value| {
            let document = parse_query(format!("query ($a: {declared}) {{ b }}")).unwrap();
            let (_, operation) = document.operations.iter().next().unwrap();
            may_hold(&operation.node, &Variables::from_json(json!({"a": value})), &enums, &keys)
        };
        assert!(may("Int", json!(12)) && may("Int!", json!(-1)) && may("[Int!]", json!([1, 2])));
        assert!(may("Boolean", json!(true)) && may("String", json!(null)));
        assert!(may("Urgency", json!("SAME_DAY")) && may("[Urgency!]!", json!("SAME_DAY")));
        assert!(may("ID", area.clone()) && may("[ID!]", json!([area])));
        for (declared, value) in [
            ("ID", child.clone()),
            ("[ID!]", json!([area, child])),
            ("ID", json!("area_AAAAAAAAAAAAAAAAAAAAAA")),
            ("ID", json!("SMITH")),
            ("ID", json!(12)),
            ("Int", json!(1.5)),
            ("Int", json!("12")),
            ("Float", json!(1.5)),
            ("String", json!("SMITH")),
            ("Date", json!("2012-03-04")),
            ("Urgency", json!("Robin Testcase")),
            ("Urgency", json!("")),
            ("Urgency", json!({"a": 1})),
            ("Filter", json!({"text": "Robin"})),
            ("Filter", json!("SMITH")),
        ] {
            assert!(!may(declared, value.clone()), "{declared} {value}");
        }
        let document = parse_query("{ b }").unwrap();
        let (_, operation) = document.operations.iter().next().unwrap();
        let undeclared = Variables::from_json(json!({"name": 1}));
        assert!(!may_hold(&operation.node, &undeclared, &enums, &keys), "not declared");
    }
}
