//! What happens while Redis or PostgreSQL is away, slow or silent, and when a node is told to stop, or killed. The servers are
//! reached through a proxy of the test, or are its own; where the tests run without servers, only the node can be broken.

mod books;
mod cache;
mod drain;
mod kill;
mod node;
mod order;
mod postgres;
mod rates;
mod redis;
mod restart;
mod tls;
mod writes;

use std::time::Duration;

use ridgeway::platform::fan_out;
use serde_json::{Value, json};

use crate::support::stopwatch::Stopwatch;

/// A school sends a referral.
const SUBMIT: &str = "mutation($input: SubmitReferralInput!) { submitReferral(input: $input) {
    referral { id reference } problems { code } } }";

/// What a school sends; synthetic.
fn referral() -> Value {
    json!({ "input": {
        "youngPerson": { "givenName": "Robin", "familyName": "Testcase", "dateOfBirth": "2012-03-04", "sex": "UNKNOWN" },
        "source": "SCHOOL",
        "whatHappened": "Came to school afraid of the way home.",
        "mainFactor": "UNSAFE_JOURNEYS",
        "immediateDanger": false,
        "parentAware": true,
    } })
}

/// The same Redis for a user who may do what docs/security.md says that a node needs, and no more.
async fn limited(redis: &str) -> String {
    let client = fan_out::client(&redis.into()).unwrap();
    let mut line = client.get_multiplexed_async_connection().await.unwrap();
    let mut user = ::redis::cmd("ACL");
    user.arg(&["SETUSER", "node", "reset", "on", ">word", "&ridgeway:*", "~ridgeway:*"]);
    user.arg(&["+subscribe", "+publish", "+ping", "+hello", "+client", "+mget", "+set"]);
    user.query_async::<()>(&mut line).await.unwrap();
    redis.replacen("://", "://node:word@", 1)
}

/// Waits until something holds, looking often; fails when it does not in time. Answers how long it took.
pub async fn until(what: &str, within: Duration, mut holds: impl AsyncFnMut() -> bool) -> Duration {
    let began = Stopwatch::start();
    while !holds().await {
        assert!(began.elapsed() < within, "not within {within:?}: {what}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    began.elapsed()
}
