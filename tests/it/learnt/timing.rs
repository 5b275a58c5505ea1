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
/// So many pairs in a round.
const PAIRS: u32 = 500;
/// Each is asked so often, and the least time counts: what disturbs the machine makes an answer later, never sooner.
const TIMES: u32 = 3;
/// So often it is looked in all, until it is seen that nothing is told. What tells leans the same way in each; what luck the
/// connections had, and what else the machine had to do, does not: so all the pairs so far are judged together.
const ROUNDS: u32 = 6;

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

/// In how many of the pairs so far the second was slower.
#[derive(Default)]
struct Slower {
    pairs: u32,
    /// A world without the hidden thing and one with it.
    between_worlds: u32,
    /// Something hidden and nothing.
    of_nothing: u32,
    /// The same, and the same with one statement more, as short as any: it reads one row.
    by_a_statement: u32,
}

impl Slower {
    /// How far the share of them is from one half.
    fn leans(&self) -> Lean {
        let share = |slow: u32| f64::from(slow) / f64::from(self.pairs) - 0.5;
        Lean {
            between_worlds: share(self.between_worlds),
            of_nothing: share(self.of_nothing),
            by_a_statement: share(self.by_a_statement),
            // Six standard deviations of what chance alone makes of so many: beyond it once in 500 million times.
            bound: 6.0 * 0.5 / f64::from(self.pairs).sqrt(),
        }
    }
}

/// How far the shares are from one half, and how far chance may bring them.
#[derive(Debug)]
struct Lean {
    between_worlds: f64,
    of_nothing: f64,
    by_a_statement: f64,
    bound: f64,
}

impl Lean {
    /// Nothing is told, and a statement would have been seen.
    fn tells_nothing(&self) -> bool {
        self.between_worlds.abs() < self.bound
            && self.of_nothing.abs() < self.bound
            && self.by_a_statement > self.bound
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

/// A round more.
async fn look(worlds: &[TestApp; 2], sought: &Sought<'_>, so_far: &mut Slower) {
    let people = [worlds[0].school().await, worlds[1].school().await];
    so_far.pairs += PAIRS;
    for _ in 0..NODES {
        let nodes = [worlds[0].another_node().await, worlds[1].another_node().await];
        let (plain, told) = (people[0].at(&nodes[0]), people[1].at(&nodes[1]));
        let without = async || takes(&plain, sought.hidden, None).await;
        let with = async || takes(&told, sought.hidden, None).await;
        let nothing = async || takes(&told, sought.nothing, None).await;
        let and_more = async || takes(&told, sought.hidden, Some(&nodes[1])).await;

        slower(WARM, &without, &and_more).await;
        so_far.between_worlds += slower(PAIRS / NODES, &without, &with).await;
        so_far.of_nothing += slower(PAIRS / NODES, &nothing, &with).await;
        so_far.by_a_statement += slower(PAIRS / NODES, &with, &and_more).await;
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

    let mut so_far = Slower::default();
    look(&worlds, &sought, &mut so_far).await;
    for _ in 1..ROUNDS {
        if so_far.leans().tells_nothing() {
            break;
        }
        println!("once more: {:?}", so_far.leans());
        look(&worlds, &sought, &mut so_far).await;
    }
    let lean = so_far.leans();
    println!("slower: {lean:?}");
    assert!(
        lean.between_worlds.abs() < lean.bound,
        "a world with the hidden thing is slower or faster: {lean:?}"
    );
    assert!(lean.of_nothing.abs() < lean.bound, "what is hidden is slower or faster: {lean:?}");
    assert!(lean.by_a_statement > lean.bound, "one statement more would not be seen: {lean:?}");
}
