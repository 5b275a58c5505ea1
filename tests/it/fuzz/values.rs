//! Values of every input type: ids and cursors that were given out, ones that were not, edges of numbers and dates, odd texts.

use std::{collections::BTreeMap, fmt::Write as _};

use serde_json::{Map, Value, json};

use super::{
    dice::Dice,
    schema::{Ref, Schema},
};

/// So many of each are remembered.
const KEPT: usize = 300;

/// What answers held that can be asked for again.
#[derive(Default)]
pub struct Pool {
    /// By their prefix.
    ids: BTreeMap<String, Vec<String>>,
    references: Vec<String>,
    cursors: Vec<String>,
}

/// What an argument's name says about the ids in it.
const NAMES: &[(&str, &str)] = &[
    ("case", "case"),
    ("referral", "referral"),
    ("duplicate", "referral"),
    ("young", "child"),
    ("draft", "draft"),
    ("note", "note"),
    ("task", "task"),
    ("concern", "concern"),
    ("consent", "consent"),
    ("contact", "contact"),
    ("membership", "mship"),
    ("staying", "mship"),
    ("ending", "mship"),
    ("invitation", "invitation"),
    ("link", "linkrequest"),
    ("area", "area"),
    ("school", "org"),
    ("service", "org"),
    ("organisation", "org"),
];

fn remember(list: &mut Vec<String>, text: &str) {
    if list.len() < KEPT && !list.iter().any(|known| known == text) {
        list.push(text.to_owned());
    }
}

impl Pool {
    /// Remembers what an answer holds.
    pub fn harvest(&mut self, answer: &Value) {
        match answer {
            Value::Array(items) => items.iter().for_each(|item| self.harvest(item)),
            Value::Object(fields) => {
                for (name, inside) in fields {
                    match (name.as_str(), inside) {
                        ("cursor" | "startCursor" | "endCursor", Value::String(text)) => {
                            remember(&mut self.cursors, text);
                        }
                        ("reference", Value::String(text)) => remember(&mut self.references, text),
                        (_, Value::String(text)) => self.harvest_id(text),
                        (_, inside) => self.harvest(inside),
                    }
                }
            }
            _ => {}
        }
    }

    fn harvest_id(&mut self, text: &str) {
        let Some((prefix, block)) = text.split_once('_') else { return };
        if block.len() == 22 && prefix.bytes().all(|byte| byte.is_ascii_lowercase()) {
            remember(self.ids.entry(prefix.to_owned()).or_default(), text);
        }
    }

    /// All ids with a prefix.
    pub fn ids(&self, prefix: &str) -> &[String] {
        self.ids.get(prefix).map(Vec::as_slice).unwrap_or_default()
    }

    /// An id for an argument: most often one of the noun that its name says, sometimes another or none at all.
    fn id(&self, dice: &mut Dice<'_>, name: &str) -> String {
        let name = name.to_lowercase();
        let meant = NAMES.iter().find(|(part, _)| name.contains(part)).map_or("user", |(_, prefix)| *prefix);
        let meant = if name == "id" || name == "about" || dice.once_in(20) {
            let prefixes: Vec<&String> = self.ids.keys().collect();
            prefixes.get(dice.below(prefixes.len())).map_or(meant, |prefix| prefix.as_str())
        } else {
            meant
        };
        match (dice.below(24), self.ids(meant)) {
            (20, _) | (_, []) => format!("{meant}_AAAAAAAAAAAAAAAAAAAAAA"),
            (21, _) => format!("{meant}_{}", dice.text()),
            (22, known) => dice.pick(known).replacen(meant, "case", 1),
            (23, _) => dice.text(),
            (_, known) => dice.pick(known).clone(),
        }
    }

    fn text(&self, dice: &mut Dice<'_>, name: &str) -> String {
        match name {
            "after" | "before" if !self.cursors.is_empty() && !dice.once_in(5) => {
                dice.pick(&self.cursors).clone()
            }
            "reference" | "text" | "search" if !self.references.is_empty() && !dice.once_in(3) => {
                dice.pick(&self.references).clone()
            }
            _ => dice.text(),
        }
    }
}

/// A value for an argument or a field of an input.
pub fn value(schema: &Schema, pool: &Pool, dice: &mut Dice<'_>, name: &str, of: &Ref) -> Value {
    match of.kind.as_str() {
        "NON_NULL" => given(schema, pool, dice, name, of.inside()),
        _ if dice.once_in(8) => Value::Null,
        _ => given(schema, pool, dice, name, of),
    }
}

fn given(schema: &Schema, pool: &Pool, dice: &mut Dice<'_>, name: &str, of: &Ref) -> Value {
    if dice.once_in(150) {
        // Of another type, now and then.
        return dice
            .pick(&[json!("x"), json!(1), json!(1.5), json!(true), json!([[]]), json!({"x": 1})])
            .clone();
    }
    if of.kind == "LIST" {
        let length = if dice.once_in(40) { 150 } else { dice.below(4) };
        return (0..length).map(|_| value(schema, pool, dice, name, of.inside())).collect();
    }
    let named = schema.named(of.name());
    match (named.kind.as_str(), named.name.as_str()) {
        ("ENUM", _) => json!(dice.pick(named.words()).name),
        ("INPUT_OBJECT", _) => object(schema, pool, dice, of),
        (_, "ID") => json!(pool.id(dice, name)),
        (_, "Boolean") => json!(dice.once_in(2)),
        (_, "Int") => number(dice, name),
        (_, "Float") => {
            json!(dice.pick(&[0.5, 0.0, -0.0, 100.0, 100.000_001, -1.0, 1e308, f64::MIN_POSITIVE]))
        }
        (_, "Date") => json!(dice.pick(&[
            "2026-11-24",
            "2026-11-23",
            "2012-03-04",
            "2026-12-24",
            "2012-02-29",
            "1900-01-01",
            "0000-01-01",
            "0001-01-01",
            "9999-12-31",
            "-0001-01-01",
            "+262142-12-31",
            "-262143-01-01",
            "2026-02-30",
            "2026-11-24T00:00:00Z",
        ])),
        (_, "DateTime") => json!(dice.pick(&[
            "2026-11-24T09:00:00Z",
            "2026-11-24T09:30:00Z",
            "2026-12-01T12:00:00Z",
            "2026-11-24T09:00:00.123456789+14:00",
            "2026-03-29T01:30:00Z",
            "1970-01-01T00:00:00Z",
            "0000-01-01T00:00:00Z",
            "0001-01-01T00:00:00-14:00",
            "9999-12-31T23:59:60Z",
            "9999-12-31T23:59:59-23:59",
            "+262142-12-31T23:59:59Z",
            "-262143-01-01T00:00:00Z",
            "2026-11-24",
        ])),
        _ => json!(pool.text(dice, name)),
    }
}

fn object(schema: &Schema, pool: &Pool, dice: &mut Dice<'_>, of: &Ref) -> Value {
    let mut fields = Map::new();
    for input in schema.named(of.name()).inputs() {
        if input.is_needed() || dice.once_in(3) {
            fields.insert(input.name.clone(), value(schema, pool, dice, &input.name, &input.of));
        }
    }
    Value::Object(fields)
}

fn number(dice: &mut Dice<'_>, name: &str) -> Value {
    let plain = matches!(name, "first" | "last" | "version") && !dice.once_in(20);
    if plain {
        return json!(1 + dice.below(3));
    }
    json!(*dice.pick(&[1, 0, 2, 13, 100, 101, -1, i32::MAX, i32::MIN, 365_000_000]))
}

/// A value as it is written in a document.
pub fn literal(schema: &Schema, of: &Ref, value: &Value) -> String {
    if of.kind == "NON_NULL" {
        return literal(schema, of.inside(), value);
    }
    match value {
        Value::Array(items) => {
            let inside = if of.kind == "LIST" { of.inside() } else { of };
            let items: Vec<String> = items.iter().map(|item| literal(schema, inside, item)).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Object(fields) => {
            let inputs = schema.named(of.name()).inputs();
            let mut written = String::new();
            for (name, inside) in fields {
                let known = inputs.iter().find(|input| input.name == *name);
                let inside = known.map_or_else(|| "1".to_owned(), |input| literal(schema, &input.of, inside));
                write!(written, "{name}: {inside}, ").unwrap();
            }
            format!("{{{written}}}")
        }
        Value::String(text) if schema.named(of.name()).kind == "ENUM" => text.clone(),
        // JSON and GraphQL write texts alike but for these, which GraphQL takes as they are.
        other => other.to_string().replace('\u{7f}', "\\u007f"),
    }
}
