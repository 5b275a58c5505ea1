//! How long an answer takes does not tell either: of something hidden and of nothing, and in a world with and without it, no
//! difference as large as one statement.
//!
//! The number of statements is compared everywhere else in this folder and is the rule; this is the measurement beside it.
//! Times are taken in turn and compared in pairs: what disturbs the machine disturbs both alike, and only how often the one
//! was slower than the other counts, not by how much.

use std::time::Instant;

use sea_orm::ConnectionTrait;
use serde_json::json;

use super::hidden::{described, refer, worked};
use crate::support::{Actor, TestApp};

/// Two worlds are asked through so many pairs of nodes, one after another: which connection, and which core its server's process is
/// on, makes one world faster than the other for as long as both last.
const NODES: u32 = 50;
/// So often a new connection is asked first: it prepares its statements, and then keeps to a plan.
const WARM: u32 = 6;
/// So many pairs. By chance the share of slower ones is 1/2 with a standard deviation of 0.5 / sqrt(PAIRS), here 0.025.
const PAIRS: u32 = 400;
/// Six standard deviations: chance alone goes beyond once in 500 million times.
const BOUND: f64 = 0.15;
/// Others may work on this machine while it is shown that a statement more is seen: so often it is looked again.
const ROUNDS: u32 = 8;

const ASKS: &str =
    "query($id: ID!, $r: String!) { node(id: $id) { __typename id } referral(reference: $r) { id }
    referrals(first: 5) { totalCount edges { node { id } } } }";

async fn takes(actor: &Actor<'_>, id: &str, reference: &str, more: Option<&TestApp>) -> f64 {
    let began = Instant::now();
    if let Some(test) = more {
        test.app.database().execute_unprepared("SELECT 1").await.unwrap();
    }
    actor.get(ASKS, json!({ "id": id, "r": reference })).await;
    began.elapsed().as_secs_f64()
}

/// How far the share of pairs in which the second was slower is from one half.
async fn lean(first: impl AsyncFn() -> f64, second: impl AsyncFn() -> f64) -> f64 {
    f64::from(slower(PAIRS, first, second).await) / f64::from(PAIRS) - 0.5
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

/// How far the answers of one world lean to be slower than those of the other.
async fn lean_of_worlds(worlds: &[TestApp; 2], id: &str, reference: &str) -> f64 {
    let people = [worlds[0].school().await, worlds[1].school().await];
    let mut slow = 0;
    for _ in 0..NODES {
        let nodes = [worlds[0].another_node().await, worlds[1].another_node().await];
        let (plain, told) = (people[0].at(&nodes[0]), people[1].at(&nodes[1]));
        let plain = async || takes(&plain, id, reference, None).await;
        let told = async || takes(&told, id, reference, None).await;
        slower(WARM, &plain, &told).await;
        slow += slower(PAIRS / NODES, &plain, &told).await;
    }
    f64::from(slow) / f64::from(PAIRS) - 0.5
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
    let (id, reference) = (sent["id"].as_str().unwrap(), sent["reference"].as_str().unwrap());
    let told = worlds[1].school().await;
    let noun: ridgeway::words::id::Id<ridgeway::words::id::noun::Referral> = elsewhere.app.new_id();
    let nothing = noun.seal(elsewhere.app.keys());

    let mut between_worlds = lean_of_worlds(&worlds, id, reference).await;
    if between_worlds.abs() >= BOUND {
        // What tells is there a second time; what luck the connections had is not.
        between_worlds = lean_of_worlds(&worlds, id, reference).await;
    }
    let of_nothing = lean(
        async || takes(&told, &nothing, "R-0000000", None).await,
        async || takes(&told, id, reference, None).await,
    );
    let of_nothing = of_nothing.await;
    let mut seen = 0.0;
    for _ in 0..ROUNDS {
        seen = lean(
            async || takes(&told, id, reference, None).await,
            async || takes(&told, id, reference, Some(&worlds[1])).await,
        )
        .await;
        if seen > BOUND {
            break;
        }
    }
    println!(
        "slower: {between_worlds:+.3} between worlds, {of_nothing:+.3} hidden and unknown, {seen:+.3} by a statement"
    );
    assert!(
        between_worlds.abs() < BOUND,
        "a world with the hidden thing is slower or faster: {between_worlds}"
    );
    assert!(of_nothing.abs() < BOUND, "what is hidden is slower or faster: {of_nothing}");
    assert!(seen > BOUND, "one statement more would not be seen: {seen}");
}
