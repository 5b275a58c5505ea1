//! How long an answer takes does not tell either: of something hidden and of nothing, and in a world with and without it, no
//! difference as large as one statement.
//!
//! The number of statements is compared everywhere else in this folder and is the rule; this is the measurement beside it.
//! Times are taken in turn and compared in pairs: what disturbs the machine disturbs both alike, and only how often the one
//! was slower than the other counts, not by how much.

use std::time::Instant;

use ridgeway::entity::people::area;
use sea_orm::EntityTrait;
use serde_json::json;

use super::hidden::{described, refer, worked};
use crate::support::{Actor, TestApp};

/// All is asked through so many pairs of nodes, one after another: which connection, and which core its server's process is on,
/// makes one world faster than the other, and one statement more or less dear, for as long as both last.
const NODES: u32 = 50;
/// So often a new connection is asked first: it prepares its statements, and then keeps to a plan.
const WARM: u32 = 2;
/// So many pairs. By chance the share of slower ones is 1/2 with a standard deviation of 0.5 / sqrt(PAIRS), here 0.022.
const PAIRS: u32 = 500;
/// Each is asked so often, and the least time counts: what disturbs the machine makes an answer later, never sooner.
const TIMES: u32 = 3;
/// Six standard deviations: chance alone goes beyond once in 500 million times.
const BOUND: f64 = 0.135;
/// So often it is looked in all, until it is seen that nothing is told.
const ROUNDS: u32 = 3;

const ASKS: &str =
    "query($id: ID!, $r: String!) { node(id: $id) { __typename id } referral(reference: $r) { id }
    referrals(first: 5) { totalCount edges { node { id } } } }";

/// What is looked for in every pair.
struct Sought<'a> {
    /// An id and a reference that are there in the second world, out of sight.
    hidden: (&'a str, &'a str),
    /// An id and a reference of nothing.
    nothing: (&'a str, &'a str),
}

/// How far the share of pairs in which the second was slower is from one half.
#[derive(Debug)]
struct Lean {
    /// A world without the hidden thing and one with it.
    between_worlds: f64,
    /// Something hidden and nothing.
    of_nothing: f64,
    /// The same, and the same with one statement more, as short as any: it reads one row.
    by_a_statement: f64,
}

impl Lean {
    /// Nothing is told, and a statement would have been seen.
    fn tells_nothing(&self) -> bool {
        self.between_worlds.abs() < BOUND && self.of_nothing.abs() < BOUND && self.by_a_statement > BOUND
    }
}

async fn takes(actor: &Actor<'_>, (id, reference): (&str, &str), more: Option<&TestApp>) -> f64 {
    let mut least = f64::INFINITY;
    for _ in 0..TIMES {
        let began = Instant::now();
        if let Some(node) = more {
            area::Entity::find().one(node.app.database()).await.unwrap();
        }
        actor.get(ASKS, json!({ "id": id, "r": reference })).await;
        least = least.min(began.elapsed().as_secs_f64());
    }
    least
}

/// In how many of some pairs the second was slower.
async fn slower(pairs: u32, first: impl AsyncFn() -> f64, second: impl AsyncFn() -> f64) -> u32 {
    let mut slower = 0;
    for nth in 0..pairs {
        // Each begins as often as the other.
        let (one, other) = if nth % 2 == 0 {
            let one = first().await;
            (one, second().await)
        } else {
            let other = second().await;
            (first().await, other)
        };
        slower += u32::from(other > one);
    }
    slower
}

async fn leans(worlds: &[TestApp; 2], sought: &Sought<'_>) -> Lean {
    let people = [worlds[0].school().await, worlds[1].school().await];
    let (mut between_worlds, mut of_nothing, mut by_a_statement) = (0, 0, 0);
    for _ in 0..NODES {
        let nodes = [worlds[0].another_node().await, worlds[1].another_node().await];
        let (plain, told) = (people[0].at(&nodes[0]), people[1].at(&nodes[1]));
        let without = async || takes(&plain, sought.hidden, None).await;
        let with = async || takes(&told, sought.hidden, None).await;
        let nothing = async || takes(&told, sought.nothing, None).await;
        let and_more = async || takes(&told, sought.hidden, Some(&nodes[1])).await;

        slower(WARM, &without, &and_more).await;
        between_worlds += slower(PAIRS / NODES, &without, &with).await;
        of_nothing += slower(PAIRS / NODES, &nothing, &with).await;
        by_a_statement += slower(PAIRS / NODES, &with, &and_more).await;
    }
    let share = |slow: u32| f64::from(slow) / f64::from(PAIRS) - 0.5;
    Lean {
        between_worlds: share(between_worlds),
        of_nothing: share(of_nothing),
        by_a_statement: share(by_a_statement),
    }
}

#[tokio::test]
async fn hidden_and_unknown_take_the_same_time() {
    let worlds = [TestApp::twin(29).await, TestApp::twin(29).await];
    for world in &worlds {
        worked(world).await;
    }
    let elsewhere = worlds[1].another_node().await;
    let police = worlds[1].actor("police").await.at(&elsewhere);
    let sent = refer(&police, described("Linnet"), "POLICE", None).await;
    let noun: ridgeway::words::id::Id<ridgeway::words::id::noun::Referral> = elsewhere.app.new_id();
    let nothing = noun.seal(elsewhere.app.keys());
    let sought = Sought {
        hidden: (sent["id"].as_str().unwrap(), sent["reference"].as_str().unwrap()),
        nothing: (&nothing, "R-0000000"),
    };

    let mut lean = leans(&worlds, &sought).await;
    for _ in 1..ROUNDS {
        if lean.tells_nothing() {
            break;
        }
        // What tells is there again; what luck the connections had, and what else the machine had to do, is not.
        println!("once more: {lean:?}");
        lean = leans(&worlds, &sought).await;
    }
    println!("slower: {lean:?}");
    assert!(lean.between_worlds.abs() < BOUND, "a world with the hidden thing is slower or faster: {lean:?}");
    assert!(lean.of_nothing.abs() < BOUND, "what is hidden is slower or faster: {lean:?}");
    assert!(lean.by_a_statement > BOUND, "one statement more would not be seen: {lean:?}");
}
