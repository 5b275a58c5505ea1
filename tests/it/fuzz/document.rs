//! Documents out of the schema: any root field, arguments of their types, fields within fields, fragments, aliases,
//! directives and variables. Nearly all of them are valid, so that they are executed.

use std::{collections::BTreeSet, fmt::Write as _};

use serde_json::{Map, Value, json};

use super::{
    dice::Dice,
    schema::{Field, Input, Schema, Type},
    values::{Pool, literal, value},
};

/// Fields within fields, and fields in all.
const DEEP: usize = 9;
const FIELDS: usize = 60;
/// One document may use 30.
const ALIASES: usize = 26;

/// What is sent.
#[derive(Debug)]
pub struct Document {
    pub text: String,
    pub variables: Map<String, Value>,
}

struct Writer<'a, 'd> {
    schema: &'a Schema,
    pool: &'a Pool,
    dice: &'a mut Dice<'d>,
    declared: String,
    variables: Map<String, Value>,
    fragments: String,
    named: usize,
    aliases: usize,
    directives: usize,
    fields: usize,
}

/// A document that asks for a field of a root (0 query, 1 mutation, 2 subscription), and perhaps for more.
pub fn any(schema: &Schema, pool: &Pool, dice: &mut Dice<'_>, root: usize, field: &str) -> Document {
    let mut writer = Writer {
        schema,
        pool,
        dice,
        declared: String::new(),
        variables: Map::new(),
        fragments: String::new(),
        named: 0,
        aliases: 0,
        directives: 0,
        fields: FIELDS,
    };
    let of = schema.named(&schema.roots[root]);
    let first = of.fields().iter().find(|known| known.name == field).expect("a field of the root");
    let mut used = BTreeSet::new();
    let mut selection = writer.field(first, DEEP, &mut used);
    // A subscription has one root field.
    for _ in 0..if root == 2 { 0 } else { writer.dice.below(3) } {
        let more = writer.dice.pick(of.fields());
        selection.push_str(&writer.field(more, DEEP, &mut used));
    }
    let kind = ["query", "mutation", "subscription"][root];
    let (declared, fragments) = (&writer.declared, &writer.fragments);
    let declared = if declared.is_empty() { String::new() } else { format!("({declared})") };
    Document {
        text: format!("{kind} Any{declared} {{ {selection}}} {fragments}"),
        variables: writer.variables,
    }
}

impl Writer<'_, '_> {
    fn field(&mut self, field: &Field, deep: usize, used: &mut BTreeSet<String>) -> String {
        self.fields = self.fields.saturating_sub(1);
        let of = self.schema.named(field.of.name());
        let mut arguments = String::new();
        for argument in &field.args {
            // `first` and `last` together are refused.
            if argument.is_needed() || self.dice.once_in(if argument.name == "last" { 9 } else { 3 }) {
                let written = self.argument(argument);
                write!(arguments, "{}: {written}, ", argument.name).unwrap();
            }
        }
        let arguments = if arguments.is_empty() { arguments } else { format!("({arguments})") };
        // Two of a name in one place have to be the same field.
        let plain = !used.contains(&field.name);
        let alias = if plain && !self.dice.once_in(12) {
            used.insert(field.name.clone());
            String::new()
        } else {
            self.aliases += 1;
            format!("a{}: ", self.aliases)
        };
        let directive = self.directive();
        let inside = if of.is_composite() { self.selection(of, deep - 1) } else { String::new() };
        format!("{alias}{}{arguments}{directive}{inside} ", field.name)
    }

    fn argument(&mut self, argument: &Input) -> String {
        let value = value(self.schema, self.pool, self.dice, &argument.name, &argument.of);
        if self.variables.len() >= 40 || !self.dice.once_in(2) {
            return literal(self.schema, &argument.of, &value);
        }
        let name = self.variable(&argument.of.written(), value);
        if self.dice.once_in(30) {
            // Declared, and not given.
            self.variables.remove(&name);
        }
        format!("${name}")
    }

    fn variable(&mut self, of: &str, value: Value) -> String {
        let name = format!("v{}", self.variables.len());
        write!(self.declared, "${name}: {of}, ").unwrap();
        self.variables.insert(name.clone(), value);
        name
    }

    fn directive(&mut self) -> String {
        if self.directives >= ALIASES || !self.dice.once_in(14) {
            return String::new();
        }
        self.directives += 1;
        let which = *self.dice.pick(&["include", "skip"]);
        let says = self.dice.once_in(2);
        let says = if self.dice.once_in(2) {
            format!("${}", self.variable("Boolean!", json!(says)))
        } else {
            says.to_string()
        };
        format!(" @{which}(if: {says})")
    }

    fn selection(&mut self, of: &Type, deep: usize) -> String {
        let mut used = BTreeSet::new();
        let inside = self.items(of, deep, &mut used);
        format!(" {{ {inside}}}")
    }

    /// What is asked of a type, in one place with what else is asked there.
    fn items(&mut self, of: &Type, deep: usize, used: &mut BTreeSet<String>) -> String {
        let mut items = String::new();
        for _ in 0..=self.dice.below(6) {
            if self.fields == 0 || self.aliases >= ALIASES {
                break;
            }
            let fragment = deep > 1 && self.dice.once_in(9);
            if fragment || (deep > 1 && of.fields().len() < 2) {
                items.push_str(&self.fragment(of, deep, used));
                continue;
            }
            let ends = |field: &&Field| deep > 1 || !self.schema.named(field.of.name()).is_composite();
            let fields: Vec<&Field> = of.fields().iter().filter(ends).collect();
            if !fields.is_empty() {
                let field = *self.dice.pick(&fields);
                items.push_str(&self.field(field, deep, used));
            }
        }
        if items.is_empty() { "__typename ".to_owned() } else { items }
    }

    fn fragment(&mut self, of: &Type, deep: usize, used: &mut BTreeSet<String>) -> String {
        let possible = of.possible();
        let on = if possible.is_empty() { of } else { self.schema.named(&self.dice.pick(possible).name) };
        let directive = self.directive();
        let inside = self.items(on, deep - 1, used);
        if self.dice.once_in(2) {
            self.named += 1;
            let name = format!("F{}", self.named);
            write!(self.fragments, "fragment {name} on {} {{ {inside}}} ", on.name).unwrap();
            let again = if self.dice.once_in(4) { format!("...{name} ") } else { String::new() };
            return format!("...{name}{directive} {again}");
        }
        format!("... on {}{directive} {{ {inside}}} ", on.name)
    }
}
