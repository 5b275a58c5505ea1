//! Who changes several things takes their rows in one order, so that two never wait for each other: the child, then the case, then
//! the offering. Looked for in the statements of every mutation and of what falls due, on PostgreSQL; on SQLite there is one
//! writer at a time.
//!
//! A row is taken by `FOR NO KEY UPDATE` and by `UPDATE`. `FOR UPDATE` would make those wait, too, who write a row that names it.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex},
};

use chrono::TimeDelta;
use ridgeway::worker;
use sea_orm::{DbBackend, Statement, Value};
use uuid::Uuid;

use crate::{
    http::house::house_of,
    markers::tour::Tour,
    support::{TestApp, servers},
};

/// The order in which rows are taken.
const ORDER: [&str; 3] = ["young_person", "case", "offering"];

fn rank(table: &str) -> Option<usize> {
    ORDER.iter().position(|known| *known == table)
}

/// The first name in quotes after a word that stands outside of all brackets.
fn named_after<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut depth = 0;
    for (at, letter) in text.char_indices() {
        depth += i32::from(letter == '(') - i32::from(letter == ')');
        if depth == 0 && text[at..].starts_with(word) {
            return text[at + word.len()..].split('"').nth(1);
        }
    }
    None
}

fn ids(statement: &Statement) -> Vec<Uuid> {
    let values = statement.values.iter().flat_map(|values| &values.0);
    values.filter_map(|value| if let Value::Uuid(Some(id)) = value { Some(*id) } else { None }).collect()
}

/// The rows that a statement takes, and whether more than it may.
fn taken(statement: &Statement) -> (Vec<(usize, Uuid)>, bool) {
    let text = statement.sql.as_str();
    let table = if text.starts_with("UPDATE ") {
        named_after(text, "UPDATE ")
    } else if text.contains("FOR NO KEY UPDATE") || text.contains("FOR UPDATE") {
        named_after(text, "FROM ")
    } else {
        None
    };
    let Some(rank) = table.and_then(rank) else { return (Vec::new(), false) };
    (ids(statement).into_iter().map(|id| (rank, id)).collect(), text.contains("FOR UPDATE"))
}

/// Whether a statement is the first of a request or of something that fell due.
fn begins(statement: &Statement) -> bool {
    let text = statement.sql.as_str();
    named_after(text, "FROM ") == Some("token")
        || (text.contains("SKIP LOCKED") && named_after(text, "FROM ") == Some("job"))
}

/// What takes rows in another order, or takes more of them: the statement, and what was held before it.
fn out_of_order(statements: &[Statement]) -> BTreeSet<String> {
    let (mut found, mut held) = (BTreeSet::new(), Vec::<(usize, Uuid)>::new());
    for statement in statements {
        if begins(statement) {
            held.clear();
        }
        let text = &statement.sql;
        let (takes, whole) = taken(statement);
        if whole {
            found.insert(format!("whoever names it waits for {text}"));
        }
        let new: Vec<_> = takes.into_iter().filter(|one| !held.contains(one)).collect();
        for (rank, _) in &new {
            if let Some((above, _)) = held.iter().find(|(above, _)| above > rank) {
                found.insert(format!("{} is held, and {} is taken by {text}", ORDER[*above], ORDER[*rank]));
            }
        }
        held.extend(new);
    }
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn every_operation_takes_the_child_before_the_case_before_the_offering() {
    if servers().await.is_none() {
        return;
    }
    let test = TestApp::new().await;
    let heard: Arc<Mutex<Vec<Statement>>> = Arc::default();
    let hears = Arc::clone(&heard);
    test.app.hear_statements(move |statement| hears.lock().unwrap().push(statement.clone()));
    let house = house_of(test).await;
    let mut tour = Tour::new(&house.url, &house.app).await;
    tour.take().await;
    // And what falls due in the weeks after it.
    for _ in 0..8 {
        house.app.clock().advance(TimeDelta::days(7));
        worker::settle(&house.app).await.unwrap();
    }
    let heard = heard.lock().unwrap().clone();
    let ranks: Vec<_> = heard.iter().flat_map(|one| taken(one).0).map(|(rank, _)| rank).collect();
    let of = |rank: usize| ranks.iter().filter(|one| **one == rank).count();
    println!("{} statements take {}, {} and {} rows of {ORDER:?}", heard.len(), of(0), of(1), of(2));
    assert!((0..3).all(|rank| of(rank) > 10) && heard.iter().filter(|one| begins(one)).count() > 60);
    let found = out_of_order(&heard);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn another_order_is_found() {
    let says = |text: &str, of: &[u128]| {
        let values = of.iter().map(|one| Value::Uuid(Some(Uuid::from_u128(*one)))).collect::<Vec<_>>();
        Statement::from_sql_and_values(DbBackend::Postgres, text, values)
    };
    let child = "SELECT \"young_person\".\"id\", (SELECT 1 FROM \"case\") FROM \"young_person\" WHERE id = $1 FOR NO KEY UPDATE";
    let case = "SELECT \"case\".\"id\" FROM \"case\" WHERE id = $1 FOR NO KEY UPDATE";
    let (child, case, other) = (says(child, &[1]), says(case, &[2]), says(case, &[5]));
    let offering = says("UPDATE \"offering\" SET \"version\" = $1 WHERE \"id\" = $2", &[3]);
    let task = says("INSERT INTO \"task\" (\"id\", \"case_id\") VALUES ($1, $2)", &[4, 2]);
    let whole = says("SELECT \"case\".\"id\" FROM \"case\" WHERE id = $1 FOR UPDATE", &[2]);
    let begins = says("SELECT \"token\".\"id\" FROM \"token\"", &[]);
    let reads = says("SELECT \"case\".\"id\" FROM \"case\" WHERE id = $1", &[2]);
    let found = |all: &[&Statement]| out_of_order(&all.iter().copied().cloned().collect::<Vec<_>>()).len();
    assert_eq!(found(&[&child, &case, &offering, &task, &reads, &case]), 0);
    assert_eq!(found(&[&offering, &task, &reads]), 0, "neither takes a row of a case");
    assert_eq!(found(&[&offering, &begins, &case]), 0, "another request");
    assert_eq!(found(&[&case, &child]), 1);
    assert_eq!(found(&[&offering, &case]), 1);
    assert_eq!(found(&[&case, &offering, &other]), 1);
    assert_eq!(found(&[&offering, &child, &case]), 2);
    assert_eq!(found(&[&whole]), 1);
}
