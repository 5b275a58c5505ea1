//! Everything that somebody asks: every list with every filter, order, count and page, and each thing by its id.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::schema::{Schema, Values, named};
use crate::support::Actor;

/// So many questions in one document.
const TOGETHER: usize = 3;
/// So many things of each noun are asked by their id.
const OF_EACH: usize = 2;

/// What an id begins with, and what it stands for.
const NODES: [(&str, &str); 17] = [
    ("alert", "Alert"),
    ("area", "Area"),
    ("audit", "AuditEntry"),
    ("case", "Case"),
    ("child", "YoungPerson"),
    ("concern", "SafeguardingConcern"),
    ("consent", "Consent"),
    ("contact", "Contact"),
    ("draft", "Draft"),
    ("goal", "Goal"),
    ("measure", "Measure"),
    ("mship", "Membership"),
    ("note", "CaseNote"),
    ("org", "Organisation"),
    ("referral", "Referral"),
    ("task", "Task"),
    ("user", "User"),
];

/// A question and what came of it.
#[derive(Debug)]
pub struct Asked {
    /// The question as it was sent.
    pub sent: String,
    /// The question, without what is chance in it.
    pub document: String,
    /// The answer, each cursor in it by its length alone.
    pub answer: String,
    /// How many statements it took.
    pub statements: u64,
}

/// A person who is asked as, and all that they were told so far.
pub struct Asking<'a> {
    /// Who asks.
    pub actor: Actor<'a>,
    /// What was asked and answered, in order.
    pub asked: Vec<Asked>,
}

/// Cursors are sealed with chance, and a line's seal stands for all lines before it: what can be compared is the length.
pub fn without_cursors(answer: &mut Value) {
    match answer {
        Value::Object(fields) => {
            for (name, value) in fields {
                let cursor = matches!(name.as_str(), "cursor" | "startCursor" | "endCursor" | "hash");
                if let (true, Some(text)) = (cursor, value.as_str()) {
                    *value = json!(format!("a cursor of {}", text.len()));
                } else {
                    without_cursors(value);
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(without_cursors),
        _ => {}
    }
}

/// All texts of an answer that look like ids, by what they begin with.
fn ids_in(answer: &Value, found: &mut BTreeMap<String, BTreeSet<String>>) {
    match answer {
        Value::Object(fields) => fields.values().for_each(|value| ids_in(value, found)),
        Value::Array(values) => values.iter().for_each(|value| ids_in(value, found)),
        Value::String(text) => {
            let Some((noun, block)) = text.split_once('_') else { return };
            if block.len() == 22 && noun.chars().all(|letter| letter.is_ascii_lowercase()) {
                found.entry(noun.to_owned()).or_default().insert(text.clone());
            }
        }
        _ => {}
    }
}

impl<'a> Asking<'a> {
    /// Somebody who has asked nothing yet.
    pub fn new(actor: Actor<'a>) -> Self {
        Self { actor, asked: Vec::new() }
    }

    /// Asks, and keeps what came of it.
    pub async fn ask(&mut self, document: &str) -> Value {
        let before = self.actor.statements();
        let mut answer = Box::pin(self.actor.ask(document, json!({}))).await.0;
        let statements = self.actor.statements() - before;
        let whole = answer["data"].clone();
        // What fails side by side is told in no order.
        if let Some(errors) = answer["errors"].as_array_mut() {
            errors.sort_by_key(ToString::to_string);
        }
        without_cursors(&mut answer);
        let (sent, document) = (document.to_owned(), document.to_owned());
        let answer = answer.to_string();
        for fault in ["TOO_COMPLEX", "GRAPHQL_", "INTERNAL\"", "UNAVAILABLE"] {
            assert!(!answer.contains(fault), "{sent}: {answer}");
        }
        self.asked.push(Asked { sent, document, answer, statements });
        whole
    }

    /// Asks everything; of what is named by its id, also these.
    pub async fn everything(&mut self, schema: &Schema, values: &Values, besides: &[String]) {
        let mut known = BTreeMap::new();
        for field in &schema.queries {
            if Schema::is_list(field) {
                self.list(schema, values, field, &mut known).await;
            } else if field["name"] != "node" {
                self.single(schema, values, field, &mut known).await;
            }
        }
        for id in besides {
            known.remove(id.split('_').next().expect("a noun"));
        }
        let some = known.into_values().flat_map(|ids| ids.into_iter().take(OF_EACH)).collect::<Vec<_>>();
        for id in some.iter().chain(besides) {
            let noun = id.split('_').next().expect("a noun");
            let of = NODES.iter().find(|(prefix, _)| *prefix == noun);
            let under = of.map(|(_, name)| format!("... on {name} {{ {} }}", schema.selection(name)));
            let under = under.unwrap_or_default();
            self.ask(&format!("{{ node(id: {id:?}) {{ __typename id {under} }} }}")).await;
        }
    }

    async fn list(
        &mut self,
        schema: &Schema,
        values: &Values,
        field: &Value,
        known: &mut BTreeMap<String, BTreeSet<String>>,
    ) {
        let name = field["name"].as_str().expect("a name");
        let of = named(&field["type"]).trim_end_matches("Connection");
        let all = format!(
            "{{ {name}(first: 100) {{ totalCount pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }}
            edges {{ cursor node {{ __typename id }} }} }} }}"
        );
        let all = self.ask(&all).await;
        ids_in(&all, known);
        self.pages(name, &all[name]["edges"]).await;
        let full =
            format!("{{ {name}(first: 2) {{ edges {{ cursor node {{ {} }} }} }} }}", schema.selection(of));
        ids_in(&self.ask(&full).await, known);
        let mut parts = Vec::new();
        for (nth, given) in schema.variations(field, values).iter().enumerate() {
            // Its count and its two ends: whatever more or less is in the list shows there.
            let ids = "edges { cursor node { id } }";
            parts.push(format!("a{nth}: {name}({given}, first: 3) {{ totalCount {ids} }}"));
            parts.push(format!("b{nth}: {name}({given}, last: 2) {{ {ids} }}"));
        }
        for some in parts.chunks(2 * TOGETHER) {
            self.ask(&format!("{{ {} }}", some.join("\n"))).await;
        }
    }

    /// From the middle of a list on, and back from there.
    async fn pages(&mut self, name: &str, edges: &Value) {
        let edges = edges.as_array().cloned().unwrap_or_default();
        let Some(middle) = edges.get(edges.len() / 2).and_then(|edge| edge["cursor"].as_str()) else {
            return;
        };
        let info = "pageInfo { hasNextPage hasPreviousPage } edges { node { id } }";
        let both = format!(
            "{{ after: {name}(first: 3, after: \"CURSOR\") {{ {info} }} before: {name}(last: 3, before: \"CURSOR\") {{ {info} }} }}"
        );
        self.ask(&both.replace("CURSOR", middle)).await;
        // What was asked is compared too, and this cursor is sealed with chance.
        self.asked.last_mut().expect("it was asked").document = both;
    }

    async fn single(
        &mut self,
        schema: &Schema,
        values: &Values,
        field: &Value,
        known: &mut BTreeMap<String, BTreeSet<String>>,
    ) {
        let name = field["name"].as_str().expect("a name");
        let under = schema.selection(named(&field["type"]));
        let variations = schema.variations(field, values);
        let mut asked: Vec<_> = variations.into_iter().map(|given| format!("({given})")).collect();
        if asked.is_empty() {
            asked.push(String::new());
        }
        for arguments in asked {
            let told = self.ask(&format!("{{ {name}{arguments} {{ {under} }} }}")).await;
            ids_in(&told, known);
        }
    }
}
