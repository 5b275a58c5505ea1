//! Requests are counted over all nodes, by way of Redis; nobody waits for it, and without it each node counts alone.

use std::time::{Duration, Instant};

use chrono::TimeDelta;
use ridgeway::{domain::people::token, platform::rates::Asker, worker};
use serde_json::json;
use tokio::task::JoinSet;

use super::until;
use crate::{
    http::house::{House, MANAGER, house_of},
    support::{
        TestApp,
        proxy::{Proxy, Way},
        servers,
    },
};

const SOON: Duration = Duration::from_secs(10);

/// A served node, which lets one person send five requests a second, and ten in one go.
struct Node {
    house: House,
    token: String,
    asker: Asker,
    _work: JoinSet<()>,
}

impl Node {
    async fn start(database: &str, redis: &str) -> Self {
        let node = TestApp::node_with(database, redis, &["--requests-per-person", "5"]).await;
        let asker = Asker::Person(node.actor("manager.swindon").await.viewer().await.user.uuid());
        let work = worker::start(&node.app);
        let house = house_of(node).await;
        let token = token::issue(&house.app, MANAGER, TimeDelta::days(1)).await.unwrap();
        Self { house, token, asker, _work: work }
    }

    /// Asks so often at most, until it is refused; how often it was answered.
    async fn asks(&self, times: usize) -> usize {
        for answered in 0..times {
            let answer = self.house.ask(&self.token, &[], &json!({ "query": "{ viewer { role } }" })).await;
            if answer.status != 200 {
                assert_eq!((answer.status, answer.code().as_str()), (429, "RATE_LIMITED"), "{}", answer.text);
                assert!(answer.header("retry-after").parse::<u32>().unwrap() >= 1);
                return answered;
            }
        }
        times
    }

    /// Whether so many are left within a second: what one node let through is told to the other at once.
    async fn has_left(&self, asker: Asker, requests: u32) -> bool {
        let asked = Instant::now();
        while asked.elapsed() < Duration::from_secs(1) {
            if self.house.app.rates().left(asker, self.house.app.now()) == requests {
                return true;
            }
            tokio::task::yield_now().await;
        }
        false
    }
}

/// Both nodes are full again, and far from what they heard.
fn rest(nodes: [&Node; 2]) {
    for node in nodes {
        node.house.app.clock().advance(TimeDelta::minutes(1));
    }
}

/// Whether one lets through no more than the other has left. A word between them is lost while a connection is made anew.
async fn together(here: &Node, there: &Node) -> bool {
    rest([here, there]);
    if here.asks(6).await != 6 || !there.has_left(there.asker, 4).await {
        return false;
    }
    let let_through = there.asks(10).await;
    if !here.has_left(here.asker, 0).await {
        return false;
    }
    assert_eq!(let_through, 4, "two nodes allow what one would");
    assert_eq!(here.asks(10).await, 0);
    // An address is counted so as well: nobody else's requests are less for it.
    here.has_left(Asker::at("127.0.0.1".parse().unwrap()), 100 - 12).await
}

async fn count_together(here: &Node, there: &Node) {
    until("they count together", SOON, async || together(here, there).await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_nodes_allow_what_one_would_and_each_counts_alone_while_redis_is_away() {
    let Some((database, redis)) = servers().await else { return };
    let (way, by_the_way) = Proxy::to(&redis).await;
    let (here, there) =
        (Node::start(&database, &by_the_way).await, Node::start(&database, &by_the_way).await);
    count_together(&here, &there).await;
    for (name, fault) in
        [("silent", Way::Silent), ("slow", Way::Slow(Duration::from_secs(2))), ("stopped", Way::Closed)]
    {
        way.set(fault);
        rest([&here, &there]);
        let began = Instant::now();
        assert_eq!((here.asks(11).await, there.asks(11).await), (10, 10), "{name}");
        let each = began.elapsed() / 22;
        println!("Redis {name}: {each:?} for a request that is counted");
        // Far less than Redis takes to answer, or not to.
        assert!(each < Duration::from_millis(200), "{name}: {each:?}");
        way.set(Way::Open);
        count_together(&here, &there).await;
    }
}
