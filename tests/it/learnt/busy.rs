//! How many statements a question takes is told by the question alone, not by what else the machine does: or a count of them that
//! differs would say nothing about what is hidden.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use serde_json::json;
use tokio::task::JoinSet;

use super::schema::{Schema, named};
use crate::support::TestApp;

/// The lists below whose rows there is most to load.
const DEEP: [&str; 1] = ["cases"];
/// So often it is asked, and so many ask at once.
const TIMES: u64 = 20;
const AT_ONCE: u64 = 5;
const BESIDE: usize = 1;

/// Somebody who has just signed in asks once.
async fn asks(node: &TestApp, document: &str) {
    let manager = node.manager().await;
    Box::pin(manager.get(document, json!({}))).await;
}

/// So many ask the same at once; how many statements they took together.
async fn taken_by(times: u64, node: &Arc<TestApp>, document: &Arc<str>) -> u64 {
    let before = node.app.statements();
    let mut asking = JoinSet::new();
    for _ in 0..times {
        let (node, document) = (Arc::clone(node), Arc::clone(document));
        asking.spawn(async move { asks(&node, &document).await });
    }
    asking.join_all().await;
    node.app.statements() - before
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_takes_the_same_number_of_statements_however_busy_the_machine_is() {
    let node = Arc::new(TestApp::new().await);
    let schema = Schema::of(&node).await;
    let questions = schema.queries.iter().filter_map(|field| {
        let name = field["name"].as_str().filter(|name| DEEP.contains(name))?;
        let row = schema.selection(named(&field["type"]).trim_end_matches("Connection"));
        Some(Arc::<str>::from(format!("{{ {name}(first: 3) {{ totalCount nodes {{ {row} }} }} }}")))
    });
    let questions: Vec<_> = questions.collect();
    assert_eq!(questions.len(), DEEP.len());
    let done = Arc::new(AtomicBool::new(false));
    let mut beside = JoinSet::new();
    for nth in 0..BESIDE {
        let (other, done) = (node.another_node().await, Arc::clone(&done));
        let document = Arc::clone(&questions[nth % questions.len()]);
        beside.spawn(async move {
            while !done.load(Ordering::Relaxed) {
                asks(&other, &document).await;
            }
        });
    }
    for document in &questions {
        // What everyone may know is read once, and kept.
        asks(&node, document).await;
        let one = taken_by(1, &node, document).await;
        assert!(one > 10, "{one} statements: it is no deep question");
        for _ in 0..TIMES / AT_ONCE {
            assert_eq!(taken_by(AT_ONCE, &node, document).await, AT_ONCE * one, "{document}");
        }
    }
    done.store(true, Ordering::Relaxed);
    beside.join_all().await;
}
