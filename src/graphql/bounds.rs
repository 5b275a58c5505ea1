//! What a document and its variables may cost, counted before the library looks at them.
//!
//! The library's own checks walk into a fragment at every spread of it, so that a kilobyte of fragments that spread each
//! other keeps them busy for years. Here each fragment is counted once, and what it costs is added where it is spread.

use std::{collections::HashMap, convert::Infallible};

use async_graphql::{
    Positioned, Value, Variables,
    parser::types::{
        Directive, ExecutableDocument, Field, OperationDefinition, OperationType, Selection, SelectionSet,
    },
};

use super::{ALIASES, COMPLEXITY, DEPTH};

/// Spreads of fragments and inline fragments, wherever they are spread.
const SPREADS: usize = 300;
/// Fragments that a document defines.
const FRAGMENTS: usize = 100;
/// Operations that a document defines.
const OPERATIONS: usize = 20;
/// Variables that an operation declares, or a request brings.
const VARIABLES: usize = 50;
/// Items of one list, also of ids.
const ITEMS: usize = 200;
/// Lists and objects within one another, in a variable or an argument.
const NESTED: usize = 12;
/// Values of all variables, or of all arguments, together.
const VALUES: usize = 5_000;

/// Why a document or its variables are refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It asks for more than one request may.
    TooComplex(&'static str),
    /// It makes no sense.
    Invalid(&'static str),
}

/// What a selection costs with everything that it spreads.
#[derive(Clone, Copy, Debug, Default)]
struct Cost {
    fields: usize,
    depth: usize,
    aliases: usize,
    directives: usize,
    spreads: usize,
    values: usize,
}

impl Cost {
    fn and(self, other: Self) -> Self {
        Self {
            fields: self.fields.saturating_add(other.fields),
            depth: self.depth.max(other.depth),
            aliases: self.aliases.saturating_add(other.aliases),
            directives: self.directives.saturating_add(other.directives),
            spreads: self.spreads.saturating_add(other.spreads),
            values: self.values.saturating_add(other.values),
        }
    }

    fn check(self) -> Result<(), Refused> {
        let over = [
            (self.fields > COMPLEXITY, "the document asks for too many fields"),
            (self.depth > DEPTH, "the document is nested too deeply"),
            (self.aliases > ALIASES, "the document has too many aliases"),
            (self.directives > ALIASES, "the document has too many directives"),
            (self.spreads > SPREADS, "the document spreads too many fragments"),
            (self.values > VALUES, "the document has too many values in its arguments"),
        ];
        over.into_iter().find(|(over, _)| *over).map_or(Ok(()), |(_, why)| Err(Refused::TooComplex(why)))
    }
}

/// Refuses a document that would cost too much, that spreads a fragment within itself, or whose subscription follows not
/// just one thing.
pub fn check_document(document: &ExecutableDocument) -> Result<(), Refused> {
    if document.fragments.len() > FRAGMENTS {
        return Err(Refused::TooComplex("the document defines too many fragments"));
    }
    if document.operations.iter().count() > OPERATIONS {
        return Err(Refused::TooComplex("the document defines too many operations"));
    }
    let mut counter = Counter { document, known: HashMap::new() };
    let mut total = Cost::default();
    for (_, operation) in document.operations.iter() {
        total = total.and(counter.operation(&operation.node)?);
        if operation.node.ty == OperationType::Subscription {
            follows_one_thing(&operation.node.selection_set.node)?;
        }
    }
    // Those that nothing spreads are validated too.
    for name in document.fragments.keys() {
        counter.fragment(name)?.check()?;
    }
    total.check()
}

/// The library would run each field as a stream of its own, however many there are, and a stream of nothing where the field is
/// within a fragment or skipped.
fn follows_one_thing(root: &SelectionSet) -> Result<(), Refused> {
    match &root.items[..] {
        [only] if matches!(&only.node, Selection::Field(field) if field.node.directives.is_empty()) => Ok(()),
        _ => Err(Refused::Invalid(
            "a subscription selects one field, with no fragment and no directive around it",
        )),
    }
}

/// Refuses variables with too many values in them, or too deep ones.
pub fn check_variables(variables: &Variables) -> Result<(), Refused> {
    if variables.len() > VARIABLES {
        return Err(Refused::TooComplex("the request brings too many variables"));
    }
    let values = count_all(variables.values())?;
    if values > VALUES {
        return Err(Refused::TooComplex("the variables hold too many values"));
    }
    Ok(())
}

struct Counter<'a> {
    document: &'a ExecutableDocument,
    /// None while a fragment is being counted: who meets it then has come in a circle.
    known: HashMap<&'a str, Option<Cost>>,
}

impl<'a> Counter<'a> {
    fn operation(&mut self, operation: &'a OperationDefinition) -> Result<Cost, Refused> {
        if operation.variable_definitions.len() > VARIABLES {
            return Err(Refused::TooComplex("the document declares too many variables"));
        }
        let mut cost = directives(&operation.directives)?;
        for definition in operation.variable_definitions.iter().map(|definition| &definition.node) {
            cost = cost.and(directives(&definition.directives)?);
            if let Some(default) = &definition.default_value {
                cost.values = cost.values.saturating_add(count(&default.node, NESTED)?);
            }
        }
        Ok(cost.and(self.selection(&operation.selection_set.node)?))
    }

    fn selection(&mut self, set: &'a SelectionSet) -> Result<Cost, Refused> {
        let mut total = Cost::default();
        for item in &set.items {
            let cost = match &item.node {
                Selection::Field(field) => self.field(&field.node)?,
                Selection::InlineFragment(inline) => {
                    let inside = self.selection(&inline.node.selection_set.node)?;
                    spread().and(directives(&inline.node.directives)?).and(inside)
                }
                Selection::FragmentSpread(named) => {
                    let inside = self.fragment(&named.node.fragment_name.node)?;
                    spread().and(directives(&named.node.directives)?).and(inside)
                }
            };
            total = total.and(cost);
        }
        Ok(total)
    }

    fn field(&mut self, field: &'a Field) -> Result<Cost, Refused> {
        let mut inside = self.selection(&field.selection_set.node)?;
        inside.depth = inside.depth.saturating_add(1);
        let own = Cost {
            fields: 1,
            aliases: usize::from(field.alias.is_some()),
            values: count_all(
                field
                    .arguments
                    .iter()
                    .map(|(_, value)| known(value.node.clone().into_const_with(|_| Ok(Value::Null)))),
            )?,
            ..Cost::default()
        };
        Ok(own.and(directives(&field.directives)?).and(inside))
    }

    fn fragment(&mut self, name: &'a str) -> Result<Cost, Refused> {
        match self.known.get(name) {
            Some(Some(cost)) => return Ok(*cost),
            Some(None) => return Err(Refused::Invalid("a fragment is spread within itself")),
            None => {}
        }
        // One that is not there is refused by validation, in its own words.
        let Some(fragment) = self.document.fragments.get(name) else { return Ok(Cost::default()) };
        self.known.insert(name, None);
        let inside = self.selection(&fragment.node.selection_set.node)?;
        let cost = directives(&fragment.node.directives)?.and(inside);
        self.known.insert(name, Some(cost));
        Ok(cost)
    }
}

fn spread() -> Cost {
    Cost { spreads: 1, ..Cost::default() }
}

fn directives(all: &[Positioned<Directive>]) -> Result<Cost, Refused> {
    let arguments = all.iter().flat_map(|directive| &directive.node.arguments);
    let values = count_all(
        arguments.map(|(_, value)| known(value.node.clone().into_const_with(|_| Ok(Value::Null)))),
    )?;
    Ok(Cost { directives: all.len(), values, ..Cost::default() })
}

/// A value without its variables: what they hold is counted with the variables.
fn known(value: Result<Value, Infallible>) -> Value {
    let Ok(value) = value;
    value
}

fn count_all(values: impl Iterator<Item = impl std::borrow::Borrow<Value>>) -> Result<usize, Refused> {
    let mut total = 0_usize;
    for value in values {
        total = total.saturating_add(count(value.borrow(), NESTED)?);
    }
    Ok(total)
}

/// How many values there are in a value, itself among them.
fn count(value: &Value, deeper: usize) -> Result<usize, Refused> {
    let inside: Vec<&Value> = match value {
        Value::List(items) => items.iter().collect(),
        Value::Object(fields) => fields.values().collect(),
        _ => return Ok(1),
    };
    if inside.len() > ITEMS {
        return Err(Refused::TooComplex("a list is too long: at most 200 items"));
    }
    let Some(deeper) = deeper.checked_sub(1) else {
        return Err(Refused::TooComplex("a value is nested too deeply"));
    };
    let mut total = 1_usize;
    for item in inside {
        total = total.saturating_add(count(item, deeper)?);
    }
    Ok(total)
}

#[cfg(test)]
mod tests {
    use async_graphql::parser::parse_query;
    use serde_json::json;

    use super::*;

    fn document(text: &str) -> Result<(), Refused> {
        check_document(&parse_query(text).unwrap())
    }

    fn too_complex(text: &str) -> bool {
        matches!(document(text), Err(Refused::TooComplex(_)))
    }

    #[test]
    fn a_subscription_follows_one_thing() {
        assert_eq!(
            document("subscription { a: b(c: 1) { d ...F } } fragment F on D { e @skip(if: true) }"),
            Ok(())
        );
        for several in [
            "subscription { a b }",
            "subscription { a a }",
            "subscription { a @skip(if: true) }",
            "subscription ($b: Boolean!) { a @include(if: $b) }",
            "subscription { ... { a } }",
            "subscription { ...F } fragment F on S { a }",
            "query A { a b } subscription B { a b }",
        ] {
            assert!(matches!(document(several), Err(Refused::Invalid(_))), "{several}");
        }
        assert_eq!(document("{ a b }"), Ok(()));
    }

    #[test]
    fn each_cost_has_its_limit() {
        let fields = |n: usize| format!("{{ {} }}", "a ".repeat(n));
        assert_eq!(document(&fields(1_000)), Ok(()));
        assert!(too_complex(&fields(1_001)), "the same field, again and again");
        let deep = |n: usize| format!("{}{}", "{ a ".repeat(n), "}".repeat(n));
        assert_eq!(document(&deep(15)), Ok(()));
        assert!(too_complex(&deep(16)));
        let aliases =
            |n: usize| format!("{{ {} }}", (0..n).map(|n| format!("a{n}: a ")).collect::<Vec<_>>().concat());
        assert_eq!(document(&aliases(30)), Ok(()));
        assert!(too_complex(&aliases(31)));
        let directives = |n: usize| format!("{{ a {} }}", "@include(if: true) ".repeat(n));
        assert_eq!(document(&directives(30)), Ok(()));
        assert!(too_complex(&directives(31)));
        assert!(too_complex(&format!("query {} {{ a }}", "@a ".repeat(31))));
        let inline = |n: usize| format!("{{ {} }}", "... { a } ".repeat(n));
        assert_eq!(document(&inline(300)), Ok(()));
        assert!(too_complex(&inline(301)));
        let variables = |n: usize| {
            format!("query ({}) {{ a }}", (0..n).map(|n| format!("$a{n}: Int ")).collect::<Vec<_>>().concat())
        };
        assert_eq!(document(&variables(50)), Ok(()));
        assert!(too_complex(&variables(51)));
        let list = |n: usize| format!("{{ a(ids: [{}]) }}", "1 ".repeat(n));
        assert_eq!(document(&list(200)), Ok(()));
        assert!(too_complex(&list(201)));
        let nested = |n: usize| format!("{{ a(b: {}1{}) }}", "[".repeat(n), "]".repeat(n));
        assert_eq!(document(&nested(12)), Ok(()));
        assert!(too_complex(&nested(13)));
        let operations =
            |n: usize| (0..n).map(|n| format!("query Q{n} {{ a }} ")).collect::<Vec<_>>().concat();
        assert_eq!(document(&operations(20)), Ok(()));
        assert!(too_complex(&operations(21)));
        let fragments = |n: usize| {
            format!(
                "{{ a }} {}",
                (0..n).map(|n| format!("fragment F{n} on A {{ a }} ")).collect::<Vec<_>>().concat()
            )
        };
        assert_eq!(document(&fragments(100)), Ok(()));
        assert!(too_complex(&fragments(101)));
        let values = format!("{{ {} }}", format!("a(b: [{}]) ", "1 ".repeat(200)).repeat(25));
        assert!(too_complex(&values));
    }

    #[test]
    fn a_bomb_of_fragments_is_counted_and_not_lit() {
        let mut bomb = "{ ...F0 } fragment F60 on A { a } ".to_owned();
        for n in 0..60 {
            use std::fmt::Write as _;
            write!(bomb, "fragment F{n} on A {{ ...F{next} ...F{next} }} ", next = n + 1).unwrap();
        }
        assert!(too_complex(&bomb));
    }

    #[test]
    fn a_circle_of_fragments_is_refused() {
        for text in [
            "{ ...A } fragment A on Q { ...A }",
            "{ ...A } fragment A on Q { ...B ...B } fragment B on Q { a { ...A ...A } }",
            "{ a } fragment A on Q { ... { ...A } }",
        ] {
            assert!(matches!(document(text), Err(Refused::Invalid(_))), "{text}");
        }
        assert_eq!(document("{ ...A ...A } fragment A on Q { a }"), Ok(()));
        assert_eq!(document("{ ...Missing }"), Ok(()), "which validation refuses");
    }

    #[test]
    fn variables_have_limits_of_their_own() {
        let variables = |value: serde_json::Value| check_variables(&Variables::from_json(value));
        assert_eq!(variables(json!({"a": vec![1; 200]})), Ok(()));
        assert!(variables(json!({"a": vec![1; 201]})).is_err());
        assert!(variables(json!({"a": vec![vec![1; 200]; 30]})).is_err());
        let many = |n: usize| (0..n).map(|n| (format!("a{n}"), json!(1))).collect::<serde_json::Map<_, _>>();
        assert_eq!(variables(many(50).into()), Ok(()));
        assert!(variables(many(51).into()).is_err());
        let nested = |n: usize| (0..n).fold(json!(1), |inside, _| json!({ "a": inside }));
        assert_eq!(variables(json!({"a": nested(12)})), Ok(()));
        assert!(variables(json!({"a": nested(13)})).is_err());
    }
}
