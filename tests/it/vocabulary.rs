//! The database allows exactly the words of the vocabulary: each column of a word type is compared with its CHECK, as the
//! database of the run has it. So an enum's value that the database refuses fails here, and a word that no enum has.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use migrations::{Migrator, MigratorTrait};
use ridgeway::platform::database::is_postgres;
use sea_orm::{ConnectionTrait, Statement};

use crate::support::TestApp;

/// Table and column.
type Column = (String, String);
type Words = BTreeSet<String>;

/// Columns of a word type that have no CHECK. SQLite changes a CHECK only by building the table anew, so long code lists
/// that grow with the program are held by the type alone: every write goes through it, and a row with another word is
/// refused when it is read.
const UNCHECKED: &[(&str, &str, &str)] = &[
    (
        "event",
        "kind",
        "grows with each operation that is told live; the largest table would be built anew each time",
    ),
    (
        "audit_entry",
        "subject_kind",
        "grows with each noun; the audit is only ever added to and is not built anew",
    ),
    ("job", "kind", "grows with what falls due by itself"),
    ("task", "cause", "the kind of job that it came from"),
    ("programme_factor", "factor", "one of 49 factors, as main_factor is"),
    ("referral", "source", "a code list of the Department for Education that the partnership extends"),
    ("referral", "trigger", "a code list that follows the law"),
    ("referral", "main_factor", "one of 49 factors, of which the same row holds further ones in JSON"),
];

/// Columns that hold fewer words than their entity's type: those of this enum.
const NARROWER: &[(&str, &str, &str)] = &[("event", "noun", "EventNoun")];

fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            into.push(path);
        }
    }
}

fn read(folder: &str) -> Vec<String> {
    let mut paths = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(folder), &mut paths);
    paths.into_iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}

/// Each enum of the vocabulary with its words: `Value = "WORD",` within `pub enum Name {`.
fn vocabulary() -> BTreeMap<String, Words> {
    let mut all: BTreeMap<String, Words> = BTreeMap::new();
    for text in read("words") {
        let mut name = None;
        for line in text.lines().map(str::trim) {
            if let Some(rest) = line.strip_prefix("pub enum ") {
                name = Some(rest.trim_end_matches([' ', '{']).to_owned());
            } else if line == "}" {
                name = None;
            } else if let (Some(name), Some((_, word))) = (&name, line.split_once(" = \"")) {
                let word = word.trim_end_matches(['"', ',']).to_owned();
                all.entry(name.clone()).or_default().insert(word);
            }
        }
    }
    all
}

/// Each column of a word type, with the name of its enum: the fields of each `Model`.
fn columns(vocabulary: &BTreeMap<String, Words>) -> BTreeMap<Column, String> {
    let mut all = BTreeMap::new();
    for text in read("entity") {
        let Some((_, rest)) = text.split_once("table_name = \"") else { continue };
        let (table, rest) = rest.split_once('"').unwrap();
        let model = rest.split_once("\n}").unwrap().0;
        for line in model.lines().filter_map(|line| line.trim().strip_prefix("pub ")) {
            let Some((column, kind)) = line.trim_end_matches(',').split_once(": ") else { continue };
            let kind = kind.strip_prefix("Option<").map_or(kind, |kind| kind.trim_end_matches('>'));
            if vocabulary.contains_key(kind) {
                all.insert((table.to_owned(), column.to_owned()), kind.to_owned());
            }
        }
    }
    all
}

/// The words between quotes.
fn quoted(list: &str) -> Words {
    list.split('\'').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The lists that a table's text holds: `"column" IN ('A', 'B')` on SQLite, `column = ANY (ARRAY['A'::text])` on PostgreSQL.
fn lists(text: &str, postgres: bool) -> Vec<(String, Words)> {
    let (middle, end) = if postgres { (" = ANY (ARRAY[", ']') } else { ("\" IN (", ')') };
    let parts: Vec<_> = text.split(middle).collect();
    let pairs = parts.windows(2).map(|pair| {
        let column = pair[0].rsplit(['(', '"', ' ']).find(|word| !word.is_empty()).unwrap_or_default();
        (column.to_owned(), quoted(pair[1].split(end).next().unwrap_or_default()))
    });
    pairs.collect()
}

async fn checks(test: &TestApp) -> BTreeMap<Column, Words> {
    let database = test.app.database();
    let postgres = is_postgres(database.get_database_backend());
    let sql = if postgres {
        "SELECT replace(conrelid::regclass::text, '\"', '') AS holder, pg_get_constraintdef(oid) AS says FROM pg_constraint \
         WHERE contype = 'c' AND connamespace = 'public'::regnamespace"
    } else {
        "SELECT name AS holder, sql AS says FROM sqlite_master WHERE type = 'table' AND sql IS NOT NULL"
    };
    let statement = Statement::from_string(database.get_database_backend(), sql);
    let mut all = BTreeMap::new();
    for row in database.query_all_raw(statement).await.unwrap() {
        let (table, says): (String, String) =
            (row.try_get("", "holder").unwrap(), row.try_get("", "says").unwrap());
        for (column, words) in lists(&says, postgres) {
            all.insert((table.clone(), column), words);
        }
    }
    all
}

#[tokio::test]
async fn the_database_allows_exactly_the_words_of_the_vocabulary() {
    let test = TestApp::empty().await;
    Migrator::up(test.app.database(), None).await.unwrap();
    let (vocabulary, checks) = (vocabulary(), checks(&test).await);
    let mut columns = columns(&vocabulary);
    for (table, column, kind) in NARROWER {
        let wider = columns.insert(((*table).to_owned(), (*column).to_owned()), (*kind).to_owned()).unwrap();
        assert!(vocabulary[*kind].is_subset(&vocabulary[&wider]), "{kind} has a word that {wider} has not");
    }
    assert!(columns.len() > 30, "the entities hold words: {columns:?}");
    for ((table, column), kind) in &columns {
        let excepted = UNCHECKED.iter().any(|(t, c, why)| t == table && c == column && !why.is_empty());
        match checks.get(&(table.clone(), column.clone())) {
            Some(words) => {
                assert_eq!(words, &vocabulary[kind], "{table}.{column} and {kind}");
                assert!(!excepted, "{table}.{column} has a CHECK and needs no reason for none");
            }
            None => assert!(excepted, "{table}.{column} holds {kind} without a CHECK and without a reason"),
        }
    }
    for (table, column) in checks.keys() {
        assert!(
            columns.contains_key(&(table.clone(), column.clone())),
            "{table}.{column} has a list of words and no entity knows it"
        );
    }
    for (table, column, _) in UNCHECKED {
        assert!(
            columns.contains_key(&((*table).to_owned(), (*column).to_owned())),
            "{table}.{column} is gone"
        );
    }
}

#[test]
fn lists_are_found_in_both_dialects() {
    let words = |list: &[&str]| list.iter().map(|word| (*word).to_owned()).collect::<Words>();
    let sqlite = r#"CREATE TABLE "t" ( "a" text, CHECK ("a" IN ('X', 'Y_Z')), CHECK (b NOT IN ('Q')) )"#;
    assert_eq!(lists(sqlite, false), [("a".to_owned(), words(&["X", "Y_Z"]))]);
    let postgres = "CHECK ((a = ANY (ARRAY['X'::text, 'Y_Z'::text])))";
    assert_eq!(lists(postgres, true), [("a".to_owned(), words(&["X", "Y_Z"]))]);
}
